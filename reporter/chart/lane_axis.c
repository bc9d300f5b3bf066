/* SPDX-License-Identifier: MIT */
#include "chart/lane_axis.h"

#include "chart/axis.h"
#include "chart/figure.h"
#include "chart/ruler.h"
#include "draw/display.h"
#include "draw/style.h"

double lane_axis_x(const struct lane_axis *axis, double value)
{
    return scale_position(&axis->scale, value, axis->from, axis->to);
}

static void draw_zero(const struct plot *plot, const struct lanes *lanes,
                      const struct lane_axis *axis)
{
    struct paint paint = {.stroke = true, .stroke_colour = plot->theme->ink, .width = 0.8};
    double x = axis_snap(lane_axis_x(axis, 0));
    if (axis->scale.lo <= 0 && axis->scale.hi >= 0)
        display_line(plot->display, (struct point){x, lanes->top},
                     (struct point){x, lanes_bottom(lanes)}, &paint);
}

void lane_axis_draw(struct canvas *canvas, const struct lanes *lanes, const struct lane_axis *axis)
{
    struct rect box = {axis->from, lanes->top, axis->to - axis->from,
                       lanes_bottom(lanes) - lanes->top};
    struct ruler ruler = ruler_linear(canvas, &axis->scale, axis->unit, box);

    ruler_draw(canvas, &ruler, true);
    draw_zero(canvas->plot, lanes, axis);
}
