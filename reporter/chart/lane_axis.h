/* SPDX-License-Identifier: MIT */
#ifndef CHART_LANE_AXIS_H
#define CHART_LANE_AXIS_H

/** The value axis below rows: gridlines through all of them and their values once, at the foot. */

#include "chart/lane.h"
#include "chart/series.h"

#define LANE_AXIS_FOOT 16.0 /* the height that the axis takes below the rows */
#define LANE_AXIS_TICKS 5   /* about so many */

struct lane_axis {
    struct scale scale;
    double from, to; /* x of the scale's ends */
    enum column_unit unit;
};

double lane_axis_x(const struct lane_axis *axis, double value);
void lane_axis_draw(struct canvas *canvas, const struct lanes *lanes, const struct lane_axis *axis);

#endif
