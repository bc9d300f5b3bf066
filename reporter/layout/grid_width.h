/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_GRID_WIDTH_H
#define LAYOUT_GRID_WIDTH_H

/**
 * How wide a table's columns are: what each would like, shared out over the width there is.
 * Words wrap, numbers do not.
 */

#include <stdbool.h>
#include <stddef.h>

#define GRID_FIRST_MOST 200.0 /* the first column wraps there, whatever room there is */
#define GRID_TEXT_LEAST 48.0  /* a column of words is never narrower unless its words are */

/** What a column asks for, in points. */
struct demand {
    bool words;        /* wraps; else numbers, which stay in one line */
    double natural;    /* its widest cell in one line */
    double word;       /* its longest word, the heading's included */
    double head;       /* the heading as it looks best */
    double head_least; /* the heading in three lines */
};

/** How many of the first columns can stand in `width` at all; at least 1. */
size_t widths_most(const struct demand *demands, size_t count, double width);

/** Fills `widths`; with the gaps they sum to at most `width`. */
void widths_share(const struct demand *demands, size_t count, double width, double *widths);

#endif
