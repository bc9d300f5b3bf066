/* SPDX-License-Identifier: MIT */
#ifndef DATA_LISTING_HEADER_H
#define DATA_LISTING_HEADER_H

/** Inside of data/: a parsed header to a listing's title, kinds, controls and measures. */

#include <stdbool.h>

struct arena;
struct error;
struct listing;
struct measure_definition;
struct node;

bool listing_header_read(const struct node *root, struct arena *arena, struct listing *listing,
                         struct error *err);

/* listing_breakdowns.c */

/** The header's `categories`: they are known before the measures are read. */
bool listing_categories_read(const struct node *node, struct arena *arena, struct listing *listing,
                             struct error *err);
/** Some measure is broken down by each of them. */
bool listing_categories_used(const struct listing *listing, struct error *err);

bool listing_breakdowns_read(const struct node *node, const struct listing *listing,
                             struct arena *arena, struct measure_definition *measure,
                             struct error *err);

#endif
