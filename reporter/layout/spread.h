/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_SPREAD_H
#define LAYOUT_SPREAD_H

/**
 * Inside of layout/: a table while it is set, page by page. table.c sets captions and goes through
 * the pages, table_head.c sets heads, table_row.c rows, table_break.c says where pages end.
 */

#include "draw/measure.h"
#include "layout/table_foot.h"

#include <stdbool.h>
#include <stddef.h>

struct cursor;
struct grid;
struct table;

struct spread {
    struct cursor *cursor;
    const struct table *table;
    const struct grid *grid;
    struct lines title, subtitle, continued;
    struct table_foot foot;
};

#define SPREAD_ROW_AIR 3.0   /* below the head's rule, above the last one */
#define SPREAD_TOTAL_AIR 2.0 /* around the rule above the total */
#define SPREAD_RULE_OUTER 0.8
#define SPREAD_RULE_INNER 0.5

/** The head with its rules: tagged where it is the first, else an artifact. */
void head_place(const struct spread *spread, bool first);
double head_height(const struct spread *spread);

/** A row of the grid; `first` is the page's first one. */
void row_place(const struct spread *spread, size_t row, size_t first);

/** On the pages behind the first: the name of the group that goes on, where one does. */
void group_continue(const struct spread *spread, size_t row);

/** "Name (continued)" */
const char *spread_continued(const struct spread *spread, const char *name);

/** Air above a row: behind every fifth, above a group, around the rule of the total. */
double row_above(const struct spread *spread, size_t row, size_t first);

/** The height of the first rows that may not be parted, of all rows, and of the part of the foot
 * that stays with the last rows. */
double rows_least_height(const struct spread *spread);
double rows_height(const struct spread *spread, size_t count);
double foot_kept(const struct spread *spread);

/** Whether the table is so short that pages may not part it. */
bool rows_are_few(const struct spread *spread);

/** How many rows from `from` on stand on this page, at least one. */
size_t rows_here(const struct spread *spread, size_t from);

#endif
