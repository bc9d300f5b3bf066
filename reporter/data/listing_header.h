/* SPDX-License-Identifier: MIT */
#ifndef DATA_LISTING_HEADER_H
#define DATA_LISTING_HEADER_H

/** Inside of data/: a parsed header to a listing's title, kinds, controls and measures. */

#include <stdbool.h>

struct arena;
struct error;
struct listing;
struct node;

bool listing_header_read(const struct node *root, struct arena *arena, struct listing *listing,
                         struct error *err);

#endif
