/* SPDX-License-Identifier: MIT */
#ifndef CHART_LINE_H
#define CHART_LINE_H

/** The value axis of a line chart, which figure_axis_note() must know as well. */

#include <stdbool.h>

struct figure;
struct scale;

/** False where the figure has no value. */
bool line_scale(const struct figure *figure, struct scale *ret_scale);

#endif
