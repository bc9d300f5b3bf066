/* SPDX-License-Identifier: MIT */
#ifndef METRICS_CATEGORY_H
#define METRICS_CATEGORY_H

/** The categories met in one breakdown of a measure, numbered as they come. */

#include <stddef.h>

struct arena;
struct map;

#define MOST_CATEGORIES 1000

/* Names that the program gives; all others are the data's. */
#define CATEGORY_MISSING "not recorded"
#define CATEGORY_OTHER "other"

struct categories {
    struct map *index;
    const char **names;
    size_t count;
    size_t capacity;
};

void categories_finish(struct categories *categories);

/** The number of a category; NULL is "not recorded". Beyond MOST_CATEGORIES all are "other". */
size_t categories_take(struct categories *categories, const char *name, struct arena *arena);

#endif
