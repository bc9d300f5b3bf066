/* SPDX-License-Identifier: MIT */
#include "chart/lane_axis.h"

#include "chart/axis.h"
#include "chart/figure.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define APART 6.0 /* between values */

double lane_axis_x(const struct lane_axis *axis, double value)
{
    return scale_position(&axis->scale, value, axis->from, axis->to);
}

static double tick_x(const struct lane_axis *axis, int64_t tick)
{
    return axis_snap(lane_axis_x(axis, step_value(axis->scale.step, tick)));
}

static void draw_gridline(const struct plot *plot, const struct lanes *lanes, double x, bool zero)
{
    struct paint paint = {.stroke = true,
                          .stroke_colour = zero ? plot->theme->ink : plot->theme->grid,
                          .width = zero ? 0.8 : 0.4};
    display_line(plot->display, (struct point){x, lanes->top},
                 (struct point){x, lanes_bottom(lanes)}, &paint);
}

static struct label tick_label(const struct plot *plot, const struct lane_axis *axis, int64_t tick)
{
    return (struct label){.text =
                              axis_tick_text(&axis->scale, tick, axis->unit, plot->display->arena),
                          .font = FONT_TICK,
                          .colour = plot->theme->secondary,
                          .align = ALIGN_CENTRE};
}

/* Every how many ticks are drawn: as many as have room, with one at each end. */
static int64_t find_stride(const struct canvas *canvas, const struct lane_axis *axis)
{
    int64_t steps = axis->scale.last - axis->scale.first;
    double widest = 0;
    for (int64_t tick = axis->scale.first; tick <= axis->scale.last; tick++) {
        struct label label = tick_label(canvas->plot, axis, tick);
        widest = fmax(widest, label_size(canvas, &label).width);
    }
    if (steps < 1)
        return 1;
    double apart =
        (tick_x(axis, axis->scale.last) - tick_x(axis, axis->scale.first)) / (double)steps;
    int64_t stride = 1;
    while (stride < steps && ((double)stride * apart < widest + APART || steps % stride != 0))
        stride++;
    return stride;
}

void lane_axis_draw(struct canvas *canvas, const struct lanes *lanes, const struct lane_axis *axis)
{
    const struct scale *scale = &axis->scale;
    int64_t stride = find_stride(canvas, axis);
    double y = lanes_bottom(lanes) + LANE_AXIS_FOOT - FONT_TICK.leading / 2 - 2;

    for (int64_t tick = scale->last; tick >= scale->first; tick -= stride) {
        struct label label = tick_label(canvas->plot, axis, tick);
        draw_gridline(canvas->plot, lanes, tick_x(axis, tick), tick == 0);
        label_place(canvas, &label, (struct point){tick_x(axis, tick), y});
    }
}
