/* SPDX-License-Identifier: MIT */
#ifndef CHART_RULER_H
#define CHART_RULER_H

/**
 * A horizontal value axis below a plot: round ticks with their values, linear or logarithmic, and
 * faint rules up through the plot.
 */

#include "chart/label.h"
#include "chart/scale.h"
#include "document/document.h"

struct arena;

#define RULER_TICKS 40
#define RULER_HEIGHT 14.0 /* of the ticks' values below the plot */

struct ruler {
    bool log;
    double lo, hi;
    double ticks[RULER_TICKS];
    const char *texts[RULER_TICKS];
    size_t tick_count;
    struct rect plot; /* above the axis; from lo at its left to hi at its right */
};

/** With the ticks of a scale, or fewer where their values would stand too close. */
struct ruler ruler_linear(const struct canvas *canvas, const struct scale *scale,
                          enum column_unit unit, struct rect plot);

/** From `lo` to `hi`, 0 < lo < hi: ticks at 1, 2 and 5 times the powers of ten, or at the powers
 *  alone where these are many. */
struct ruler ruler_log(double lo, double hi, enum column_unit unit, struct rect plot,
                       struct arena *arena);

/** The x of a value; the nearest end of the axis for one beyond it. */
double ruler_x(const struct ruler *ruler, double value);

/** Rules through the plot, then the values below; `rules` may be left out. */
void ruler_draw(struct canvas *canvas, const struct ruler *ruler, bool rules);

#endif
