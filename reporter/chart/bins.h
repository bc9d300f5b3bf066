/* SPDX-License-Identifier: MIT */
#ifndef CHART_BINS_H
#define CHART_BINS_H

/**
 * Ordered bins side by side, a row of the table each. Where the figure names a column `upper`, the
 * bins have edges, whose values stand below them; else each bin's name stands below its middle.
 */

#include "chart/axis.h"

#include <stdbool.h>

struct figure;

struct bins {
    const struct figure *figure;
    size_t count;
    double first; /* the first bin's lower edge, as far as edges are known */
    double foot;  /* height of what stands below the plot */
};

struct bins bins_make(const struct canvas *canvas);

/** The range of the counts, edges left aside. */
struct domain bins_domain(const struct figure *figure);

/** The upper edge of a bin; NAN where it has none: the last may be open. */
double bins_upper(const struct figure *figure, size_t bin);

/** Where a limit stands, in bins from the left: at the edge of that value; without edges, behind so
 *  many bins. NAN where no edge is there: a rule inside a bin would divide what is not divided. */
double bins_edge(const struct bins *bins, double value);

/** Whether all bins that are closed span the same. True without edges. */
bool bins_are_equal(const struct figure *figure);

/** Edges or names below the plot. */
void bins_draw(struct canvas *canvas, const struct bins *bins, const struct frame *frame);

#endif
