/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_TABLE_FOOT_H
#define LAYOUT_TABLE_FOOT_H

/**
 * What stands below a table: how many rows the page leaves out and where they are, the shorthand
 * that its cells use, numbered notes, the source.
 */

#include "draw/measure.h"

#include <stddef.h>

struct cursor;
struct grid;

struct table_foot {
    struct lines *items; /* a paragraph each */
    size_t count;
    double height; /* 0 where there is none */
};

struct table_foot table_foot_measure(struct cursor *cursor, const struct grid *grid);
void table_foot_place(struct cursor *cursor, const struct table_foot *foot);

#endif
