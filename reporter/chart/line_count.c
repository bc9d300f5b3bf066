/* SPDX-License-Identifier: MIT */
#include "chart/line.h"

#include "base/phrase.h"
#include "chart/figure.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define APART 4.0

double line_count_height(const struct figure *figure)
{
    return figure->count_column != FIGURE_NO_COLUMN ? FONT_TICK.leading : 0;
}

static struct label count_label(const struct line_chart *chart, size_t slot)
{
    const struct plot *plot = chart->canvas->plot;
    size_t row = chart->frame.slots.rows[slot];
    return (struct label){
        .text = row == SLOT_EMPTY ? "" : series_count(plot->figure, row, plot->display->arena),
        .font = FONT_TICK,
        .colour = plot->theme->secondary,
        .align = ALIGN_CENTRE};
}

/* Every how many slots a count has room. */
static size_t find_stride(const struct line_chart *chart)
{
    double widest = 0;
    for (size_t slot = 0; slot < chart->frame.slots.count; slot++) {
        struct label label = count_label(chart, slot);
        widest = fmax(widest, label_size(chart->canvas, &label).width);
    }
    return (size_t)fmax(ceil((widest + APART) / frame_slot(&chart->frame)), 1);
}

/* The last quarter's is always there; those before it as far as there is room. */
void line_count_draw(const struct line_chart *chart)
{
    const struct plot *plot = chart->canvas->plot;
    const struct rect *area = &chart->frame.plot;
    double y = area->y + area->height + axis_slots_height() + FONT_TICK.leading / 2;
    struct label name = {.text = phrase(PHRASE_CHART_COUNT_HEAD),
                         .font = FONT_TICK,
                         .colour = plot->theme->secondary,
                         .align = ALIGN_RIGHT};

    if (plot->figure->count_column == FIGURE_NO_COLUMN)
        return;
    label_place(chart->canvas, &name, (struct point){area->x - AXIS_GAP, y});
    size_t stride = find_stride(chart);
    size_t last = chart->frame.slots.count - 1;
    for (size_t back = 0; back <= last; back += stride) {
        struct label label = count_label(chart, last - back);
        if (label.text[0])
            label_place(chart->canvas, &label,
                        (struct point){frame_x(&chart->frame, last - back), y});
    }
}
