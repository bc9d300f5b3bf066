/* SPDX-License-Identifier: MIT */
#ifndef CHART_MARKER_H
#define CHART_MARKER_H

/**
 * The limits that a figure marks on a horizontal axis: a rule down through the plot for each, named
 * at its top. Names that would stand on one another stand one below the other.
 */

#include "chart/label.h"

struct figure;

#define MARKERS 8 /* most limits drawn */

struct markers {
    const char *texts[MARKERS];
    double x[MARKERS]; /* NAN: beyond the axis, not drawn */
    size_t levels[MARKERS];
    size_t count;
    double height; /* that the names take above the plot */
};

/** The most height that the names of a figure's limits take above the plot. */
double markers_most(const struct figure *figure);

/** Finds a line for each name. `markers` has texts and x. */
void markers_arrange(const struct canvas *canvas, struct markers *markers);

/** Names from `top` on, rules from below each name to `bottom`. */
void markers_draw(struct canvas *canvas, const struct markers *markers, double top, double bottom);

#endif
