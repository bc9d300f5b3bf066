/* SPDX-License-Identifier: MIT */
#include "chart/line.h"

#include "chart/figure.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define ASIDE 2.0 /* from the plot's left edge */
#define OFF 1.5   /* between the line and its name */
#define STEP 6.0  /* by which the name moves along its line */

static struct label target_label(const struct line_chart *chart)
{
    return (struct label){.text = ends_target_text(chart->canvas),
                          .font = FONT_TICK,
                          .colour = chart->canvas->plot->theme->secondary,
                          .align = ALIGN_LEFT};
}

static bool meets_grid(const struct line_chart *chart, struct rect box)
{
    const struct scale *scale = &chart->frame.scale;
    for (int64_t tick = scale->first; tick <= scale->last; tick++) {
        double y = frame_y(&chart->frame, step_value(scale->step, tick));
        if (y > box.y && y < box.y + box.height)
            return true;
    }
    return false;
}

/* A free place for the name above or below the target's line, as far left as there is one. */
static bool search(const struct line_chart *chart, bool off_grid, struct point *ret_at)
{
    struct label label = target_label(chart);
    struct size size = label_size(chart->canvas, &label);
    struct rect plot = chart->frame.plot;
    double line = frame_y(&chart->frame, chart->canvas->plot->figure->target);

    for (double x = plot.x + ASIDE; x + size.width <= plot.x + plot.width; x += STEP) {
        for (int below = 0; below < 2; below++) {
            double top = below ? line + OFF : line - OFF - size.height;
            struct rect box = {x, top, size.width, size.height};
            if (!rect_contains(plot, box) || tracks_hit(&chart->tracks, box) ||
                (off_grid && meets_grid(chart, box)))
                continue;
            *ret_at = (struct point){x, top + size.height / 2};
            return true;
        }
    }
    return false;
}

bool line_target_find(const struct line_chart *chart, struct point *ret_at)
{
    return search(chart, true, ret_at) || search(chart, false, ret_at);
}

void line_target_name(const struct line_chart *chart, struct point at)
{
    struct label label = target_label(chart);
    label_place(chart->canvas, &label, at);
}
