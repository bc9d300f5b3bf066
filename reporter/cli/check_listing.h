/* SPDX-License-Identifier: MIT */
#ifndef CLI_CHECK_LISTING_H
#define CLI_CHECK_LISTING_H

/** One listing over one database: every row's values, and the codes that match no agency. */

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct error;
struct listing;
struct map;
struct session;
struct text;

#define MOST_STRAYS 1000 /* different ones that are named */

struct stray {
    const char *what; /* "agency MIST", "account dex-x" */
    size_t rows;
};

/** Codes met in listings that belong to no known agency. */
struct strays {
    struct arena *arena;
    struct map *index;
    struct stray *items;
    size_t count;
    size_t capacity;
    size_t more; /* rows of codes beyond MOST_STRAYS */
};

void strays_init(struct strays *strays);
void strays_say(struct strays *strays, struct text *text);
void strays_finish(struct strays *strays);

/** Steps the listing, as a run would; passes over one whose tables are not supplied. */
bool check_listing(struct session *session, const struct listing *listing, struct strays *strays,
                   struct error *err);

#endif
