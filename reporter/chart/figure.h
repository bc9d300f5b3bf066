/* SPDX-License-Identifier: MIT */
#ifndef CHART_FIGURE_H
#define CHART_FIGURE_H

/**
 * A figure's plot: its table and a rectangle in, marks out.
 *
 * Each kind of chart is one file that fills one `struct figure_drawer`; figure.c lists them. All
 * marks go to the display's innermost open node, which must be a Figure leaf. Nothing is drawn
 * outside the rectangle. To add a kind: a name in document.h's figure_kind, a file here, a line in
 * figure.c.
 */

#include "base/geometry.h"

#include <stdbool.h>
#include <stddef.h>

struct figure;
struct scale;
struct display;
struct text;
struct theme;
struct measure;

struct plot {
    const struct figure *figure;
    struct rect area; /* points; everything stays inside */
    const struct theme *theme;
    const struct measure *measure;
    struct display *display;
};

struct figure_drawer {
    /** The plot's natural height in points for a width (horizontal bars grow with their rows). */
    double (*height)(const struct figure *figure, double width);
    void (*draw)(const struct plot *plot);
    /** The value axis, where it may be cropped; NULL where zero is always on it. */
    void (*scale)(const struct figure *figure, struct scale *ret_scale);
    /** Whether that axis is logarithmic; NULL: never. */
    bool (*is_log)(const struct figure *figure);
    /** See figure_own_note(); NULL where there is never one. */
    bool (*own_note)(const struct figure *figure, struct text *ret_note);
};

extern const struct figure_drawer LINE_DRAWER, COLUMN_DRAWER, BAR_DRAWER, DUMBBELL_DRAWER,
    BULLET_DRAWER, HEAT_DRAWER, GRID_DRAWER, STRIP_DRAWER, HISTOGRAM_DRAWER, PERCENTILES_DRAWER,
    PARETO_DRAWER, FUNNEL_DRAWER, CALENDAR_DRAWER, REGIONS_DRAWER, ECDF_DRAWER, MULTIPLES_DRAWER,
    DIVERGING_DRAWER;

double figure_height(const struct figure *figure, double width);
void figure_draw(const struct plot *plot);

/** Appends "Axis starts at 85%" where the value axis is cropped, "Log scale" where it is one, for
 * the figure's subtitle; else false. */
bool figure_axis_note(const struct figure *figure, struct text *ret_note);

/** Appends what readers must know to read the marks ("Dot: the median"), for the note below the
 *  figure; false where there is nothing to say. */
bool figure_own_note(const struct figure *figure, struct text *ret_note);

/** Says in the plot's place why there is none: axes without data would look like zeros. */
#define FIGURE_EMPTY_HEIGHT 24.0
void figure_draw_words(const struct plot *plot, const char *words);

struct sparkline {
    const double *values; /* NAN breaks the line */
    size_t count;
    bool has_target;
    double target; /* a grey line */
};

/** A line of a few points without axes, for a tile: 70 x 16. */
void sparkline_draw(struct display *display, const struct theme *theme,
                    const struct sparkline *sparkline, struct rect area);

#endif
