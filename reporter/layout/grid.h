/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_GRID_H
#define LAYOUT_GRID_H

/**
 * A table's columns and rows measured for a width: natural widths first, wrapping where they do not
 * fit (VISUAL.md section 2). Pure measuring; flow places it, splits it and repeats its head.
 *
 * A cell of more than GRID_CELL_LENGTH characters or GRID_CELL_LINES lines is cut, visibly, with
 * GRID_CUT at its end. Columns that cannot stand in the width at all are left out, from the last.
 */

#include "draw/measure.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct table;

#define GRID_GAP 12.0         /* between columns */
#define GRID_SYMBOL 9.0       /* the square of a status symbol */
#define GRID_CELL_LENGTH 2000 /* characters */
#define GRID_CELL_LINES 12
#define GRID_HEAD_LINES 6 /* three where the width allows */
#define GRID_CUT "\u2026 (cut)"

struct grid_cell {
    struct lines lines;
    double indent; /* in front of the text: room for a status symbol */
    bool right;    /* aligned right */
};

struct grid_row {
    size_t row;        /* of the table; of a group row: the group's first */
    bool total;        /* set in semibold below a rule */
    const char *group; /* a group row: the group's name; its only cell is as wide as the table */
    size_t place;      /* in its group, from 0 */
    struct grid_cell *cells; /* column_count */
    double height;           /* with the padding */
};

struct grid {
    const struct table *table;
    size_t *columns; /* indices of the table's columns that stand on the page */
    double *widths;  /* points */
    double *offsets; /* left edges from the table's left edge */
    size_t column_count;
    size_t columns_left_out; /* for want of room */
    double width;            /* of the whole table, at most the one asked for */
    struct grid_row head;
    struct grid_row *rows; /* row_count: the limit or all */
    size_t row_count;
    size_t left_out; /* rows behind the limit; a total row always stands */
    size_t cut;      /* cells that were cut */
};

/** Lays the first `row_limit` rows (0: all) out for at most `width` points. */
struct grid *grid_new(const struct table *table, size_t row_limit, double width,
                      const struct measure *measure, struct arena *arena);

#endif
