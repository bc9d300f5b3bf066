/* SPDX-License-Identifier: MIT */
#ifndef CHART_MATRIX_HEADS_H
#define CHART_MATRIX_HEADS_H

/** Inside of a matrix: the heads of its columns. */

#include "chart/matrix.h"

#define HEAD_GAP 4.0 /* between heads and cells */

/** Chooses full headings where all fit their columns in three lines without breaking a word, else
 *  their codes, else numbers. */
void heads_choose(const struct canvas *canvas, struct matrix *matrix);

/** Of the heads with the gap below. */
double heads_height(const struct canvas *canvas, const struct matrix *matrix);

void heads_draw(struct canvas *canvas, const struct matrix *matrix);

/** A head's text, wrapped to a width, its last line on the line above the cells. */
void heads_place(struct canvas *canvas, const struct matrix *matrix, const char *text,
                 struct rect column);

#endif
