/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_GRID_H
#define LAYOUT_GRID_H

/**
 * A table's columns and rows measured for a width: natural widths first, wrapping where they do not
 * fit. Pure measuring; flow places it, splits it and repeats its head.
 *
 * A cell of more than GRID_CELL_LENGTH characters or GRID_CELL_LINES lines is cut, visibly, with
 * "(cut)" at its end. Columns that cannot stand in the width at all are left out, from the last.
 */

#include "draw/measure.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct table;

#define GRID_GAP 12.0   /* between columns */
#define GRID_SYMBOL 9.0 /* the square of a status symbol */
#define GRID_BAR 48.0   /* a whole bar */
#define GRID_BAR_HEIGHT 7.0
#define GRID_BAR_AIR 4.0
#define GRID_SPARK_WIDTH 60.0
#define GRID_SPARK_HEIGHT 12.0
#define GRID_CELL_LENGTH 2000 /* characters */
#define GRID_CELL_LINES 12
#define GRID_HEAD_LINES 6 /* three where the width allows */

struct grid_cell {
    struct lines lines;
    double indent; /* in front of the text: room for a status symbol */
    double hang;   /* behind the number: room for decimals that others have */
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

/** A heading above those of some neighbours. */
struct grid_spanner {
    size_t from, to; /* columns, both included */
    struct lines lines;
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
    struct grid_spanner *spanners;
    size_t spanner_count;
    double spanner_height; /* with the air around their rules; 0: there are none */
    double bar_most;       /* the value of a whole bar; 0: none are drawn */
    double bar_number;     /* the room of the numbers beside bars */
    size_t *note_numbers;  /* of the table's notes; 0: of the whole table */
    struct grid_row *rows; /* row_count: the limit or all */
    size_t row_count;
    size_t left_out; /* rows behind the limit; a total row always stands */
    size_t cut;      /* cells that were cut */
};

/** Lays the first `row_limit` rows (0: all) out for at most `width` points. */
struct grid *grid_new(const struct table *table, size_t row_limit, double width,
                      const struct measure *measure, struct arena *arena);

/** A note's number in raised digits. */
const char *note_digits(struct arena *arena, size_t number);

#endif
