/* SPDX-License-Identifier: MIT */
#ifndef CHART_MATRIX_H
#define CHART_MATRIX_H

/**
 * The frame of charts that draw a table's rows and columns as cells: names at the left with the
 * headings of their groups, column heads above, never rotated, and what finds no place counted.
 *
 *     matrix_columns(&canvas, &form, &matrix);  // names, heads, widths
 *     ...measure what stands below...
 *     matrix_rows(&canvas, &form, &matrix, foot);
 *     matrix_draw(&canvas, &matrix);
 *     ...fill matrix_cell(&matrix, line, column) for each row...
 */

#include "base/geometry.h"
#include "chart/label.h"
#include "chart/swatch.h"

#include <stdbool.h>
#include <stddef.h>

struct matrix_form {
    double cell_least, cell_most; /* width of a column */
    double pitch, pitch_least;    /* from row to row */
    double right;                 /* kept free at the right of the cells, where there is room */
    struct font head_font;
};

/** A row of the table, or the heading of a group of rows. */
struct matrix_line {
    const char *heading; /* NULL for a row */
    size_t row;
    double y, height;
};

enum matrix_heads {
    HEADS_FULL,
    HEADS_CODES,   /* the ids with which the headings begin, such as EML-1 */
    HEADS_NUMBERS, /* 1, 2, 3 */
};

struct matrix {
    double left, cell; /* of the first column; width of each */
    size_t columns;    /* drawn */
    bool has_right;    /* there was room at the right */
    enum matrix_heads heads;
    struct font head_font;
    double top, bottom; /* of the lines; the bottom is below the count of what was left out */
    double pitch;
    bool wraps; /* names may take two lines */
    struct matrix_line *lines;
    size_t line_count;
    size_t rows;     /* drawn */
    size_t left_out; /* rows */
};

/** Widths, heads and `top`. */
void matrix_columns(const struct canvas *canvas, const struct matrix_form *form,
                    struct matrix *ret_matrix);

/** The lines, so that `foot` points stay free below them in the area. */
void matrix_rows(const struct canvas *canvas, const struct matrix_form *form, struct matrix *matrix,
                 double foot);

/** Heads, names, group headings and the count of rows left out. */
void matrix_draw(struct canvas *canvas, const struct matrix *matrix);

/** The place of a cell, without the gap to its neighbours. */
struct rect matrix_cell(const struct matrix *matrix, size_t line, size_t column);

/** What short heads stand for, and the count of columns left out, for below the key. */
struct swatches matrix_names(const struct canvas *canvas, const struct matrix *matrix);

/** The right edge of the cells. */
double matrix_right(const struct matrix *matrix);

#endif
