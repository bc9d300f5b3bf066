/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_PUBLISHED_H
#define DOCUMENT_PUBLISHED_H

/**
 * What earlier editions published, read from the results.csv of the folder given with --previous:
 * trends draw those points, and differences are listed as revisions.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct error;
struct map;

/** Stands in results.csv for a number that is kept back. */
#define PUBLISHED_WITHHELD "c"

struct published_value {
    const char *body; /* code as in results.csv */
    const char *period;
    const char *kind; /* control, measure, score */
    const char *id;
    const char *category;
    int64_t numerator;
    int64_t denominator;
    bool withheld; /* "c": it was kept back, and both are 0 */
    const char *status;
    const char *method; /* the version; "" where the file does not say */
};

struct published {
    const char *folder;
    struct published_value *values;
    size_t count;
    struct map *index; /* "body|period|kind|id|category" */
};

bool published_load(const char *folder, struct arena *arena, struct published *ret_published,
                    struct error *err);
void published_finish(struct published *published);

/** Borrowed; NULL where nothing was published. `category` is "" for the whole. */
const struct published_value *published_find(const struct published *published, const char *body,
                                             const char *period, const char *kind, const char *id,
                                             const char *category);

#endif
