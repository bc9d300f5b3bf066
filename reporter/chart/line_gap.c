/* SPDX-License-Identifier: MIT */
#include "chart/line.h"

#include "base/phrase.h"
#include "base/text.h"
#include "chart/figure.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

static bool is_gap(const struct line_chart *chart, size_t slot)
{
    const struct figure *figure = chart->canvas->plot->figure;
    for (size_t series = 0; series < figure->value_count; series++)
        if (isfinite(slot_value(figure, &chart->frame.slots, slot, series)))
            return false;
    return true;
}

/* What a series has in a slot in place of a value. */
static const char *missing_text(const struct line_chart *chart, size_t slot, size_t series)
{
    const struct plot *plot = chart->canvas->plot;
    size_t row = chart->frame.slots.rows[slot];
    return row == SLOT_EMPTY ? phrase(PHRASE_CHART_NO_DATA)
                             : series_print(plot->figure, row, series, plot->display->arena);
}

/* The mark that all slots of a gap have, else that there are no data. */
static const char *gap_text(const struct line_chart *chart, size_t from, size_t to)
{
    const char *text = missing_text(chart, from, 0);
    for (size_t slot = from + 1; slot < to; slot++)
        if (!text_equal(missing_text(chart, slot, 0), text))
            return phrase(PHRASE_CHART_NO_DATA);
    return text;
}

/* A gap that all lines share is named where the words fit into it. */
static void name_gap(const struct line_chart *chart, size_t from, size_t to)
{
    const struct frame *frame = &chart->frame;
    struct label label = {.text = gap_text(chart, from, to),
                          .font = FONT_TICK,
                          .colour = chart->canvas->plot->theme->secondary,
                          .align = ALIGN_CENTRE};
    double left = from > 0 ? frame_x(frame, from - 1) : frame->plot.x;
    double right = to < frame->slots.count ? frame_x(frame, to) : frame->plot.x + frame->plot.width;
    struct size size = label_size(chart->canvas, &label);

    if (size.width + 6 > right - left)
        return;
    double y = frame->plot.y + frame->plot.height - size.height / 2 - 3;
    label_place(chart->canvas, &label, (struct point){(left + right) / 2, y});
}

/* The height of a line's nearest point before a slot, else behind it; false where it has none. */
static bool nearest(const struct line_chart *chart, size_t slot, size_t series, double *ret_y)
{
    struct point at;
    for (size_t i = slot; i-- > 0;) {
        if (track_point(&chart->tracks, i, series, &at)) {
            *ret_y = at.y;
            return true;
        }
    }
    for (size_t i = slot + 1; i < chart->frame.slots.count; i++) {
        if (track_point(&chart->tracks, i, series, &at)) {
            *ret_y = at.y;
            return true;
        }
    }
    return false;
}

/* The mark of one line among others, at its height if it stands on none of them, else at the
 * bottom. */
static void place_mark(const struct line_chart *chart, size_t slot, size_t series)
{
    const struct plot *plot = chart->canvas->plot;
    struct label label = {.text = missing_text(chart, slot, series),
                          .font = FONT_TICK,
                          .colour = label_colour(plot, line_colour(plot, series)),
                          .align = ALIGN_CENTRE};
    struct size size = label_size(chart->canvas, &label);
    struct point at = {frame_x(&chart->frame, slot), 0};
    struct rect plot_area = chart->frame.plot;

    if (!nearest(chart, slot, series, &at.y))
        return;
    struct rect box = {at.x - size.width / 2, at.y - size.height / 2, size.width, size.height};
    if (tracks_hit(&chart->tracks, box) || box.y + size.height > plot_area.y + plot_area.height)
        at.y = plot_area.y + plot_area.height - size.height / 2 - 3;
    label_place(chart->canvas, &label, at);
}

static bool is_marked(const struct line_chart *chart, size_t slot, size_t series)
{
    const struct figure *figure = chart->canvas->plot->figure;
    size_t row = chart->frame.slots.rows[slot];
    return row != SLOT_EMPTY &&
           table_cell(figure->table, row, figure->value_columns[series])->kind == CELL_MARK;
}

void line_gap_draw(const struct line_chart *chart)
{
    size_t count = chart->frame.slots.count;
    for (size_t from = 0; from < count;) {
        size_t to = from;
        while (to < count && is_gap(chart, to))
            to++;
        if (to > from)
            name_gap(chart, from, to);
        from = to + 1;
    }
    for (size_t slot = 0; slot < count; slot++)
        for (size_t i = 0; !is_gap(chart, slot) && i < chart->canvas->plot->figure->value_count;
             i++)
            if (is_marked(chart, slot, i))
                place_mark(chart, slot, i);
}
