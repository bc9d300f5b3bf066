/* SPDX-License-Identifier: MIT */
#ifndef CHART_LINE_H
#define CHART_LINE_H

/**
 * The parts of a line chart, each in a file of its own: what stands around the lines themselves.
 */

#include "chart/axis.h"
#include "chart/ends.h"
#include "chart/track.h"

struct line_chart {
    struct canvas *canvas;
    struct frame frame;
    struct tracks tracks;
    bool *cut;
};

/** Grey for the lines around the subject. */
struct colour line_colour(const struct plot *plot, size_t series);

/* line_band.c: the pale band between the lower and the upper column */
bool line_has_band(const struct figure *figure);
void line_band_draw(const struct line_chart *chart);
void line_band_name(const struct line_chart *chart, struct ends *ends);

/* line_event.c: what happened, told above the plot at its place */
double line_event_height(const struct figure *figure);
void line_event_cuts(const struct line_chart *chart); /* fills chart->cut */
void line_event_draw(const struct line_chart *chart);

/* line_gap.c: what is missing */
void line_gap_draw(const struct line_chart *chart);

/* line_count.c: n below the quarters */
double line_count_height(const struct figure *figure);
void line_count_draw(const struct line_chart *chart);

/* line_target.c: the target's name on its line */
bool line_target_find(const struct line_chart *chart, struct point *ret_at);
void line_target_name(const struct line_chart *chart, struct point at);

#endif
