/* SPDX-License-Identifier: MIT */
#ifndef RENDER_TABLE_CSV_H
#define RENDER_TABLE_CSV_H

/**
 * A document's table as CSV for programs: every row and column, also those for which a page has no
 * room. Numbers stand without thousands commas, dates as 2026-09-30, marks as on the page. A column
 * of rates is followed by what it was counted from, in two columns of its own.
 */

struct table;
struct text;

/** Appends the head and the rows. */
void table_csv(const struct table *table, struct text *csv);

#endif
