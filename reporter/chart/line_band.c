/* SPDX-License-Identifier: MIT */
#include "chart/line.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "chart/figure.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>
#include <string.h>

#define LONE 6.0 /* the width of a band of one slot */

struct span {
    double x, top, bottom;
};

bool line_has_band(const struct figure *figure)
{
    return figure->lower_column != FIGURE_NO_COLUMN && figure->upper_column != FIGURE_NO_COLUMN;
}

static bool find_span(const struct line_chart *chart, size_t slot, struct span *ret_span)
{
    const struct figure *figure = chart->canvas->plot->figure;
    size_t row = chart->frame.slots.rows[slot];
    if (row == SLOT_EMPTY)
        return false;
    double lower = series_number(figure, row, figure->lower_column);
    double upper = series_number(figure, row, figure->upper_column);
    if (!(lower <= upper))
        return false;
    *ret_span = (struct span){frame_x(&chart->frame, slot), frame_y(&chart->frame, upper),
                              frame_y(&chart->frame, lower)};
    return true;
}

/* Forth along the upper edge and back along the lower one. */
static void draw_run(const struct line_chart *chart, const struct span *spans, size_t count)
{
    struct display *display = chart->canvas->plot->display;
    struct paint paint = {.fill = true, .fill_colour = chart->canvas->plot->theme->band};
    struct path_point *points = arena_array(display->arena, 2 * count + 1, sizeof *points);

    if (count == 1) {
        struct rect lone = {spans[0].x - LONE / 2, spans[0].top, LONE,
                            spans[0].bottom - spans[0].top};
        display_rect(display, lone, &paint);
    }
    if (count < 2)
        return;
    for (size_t i = 0; i < count; i++) {
        enum path_step step = i == 0 ? PATH_MOVE : PATH_LINE;
        points[i] = (struct path_point){step, .to = {spans[i].x, spans[i].top}};
        points[2 * count - 1 - i] =
            (struct path_point){PATH_LINE, .to = {spans[i].x, spans[i].bottom}};
    }
    points[2 * count] = (struct path_point){.step = PATH_CLOSE};
    display_path(display, points, 2 * count + 1, &paint);
}

void line_band_draw(const struct line_chart *chart)
{
    size_t slots = chart->frame.slots.count;
    struct span *spans = arena_array(chart->canvas->plot->display->arena, slots, sizeof *spans);
    size_t count = 0;

    if (!line_has_band(chart->canvas->plot->figure))
        return;
    for (size_t slot = 0; slot < slots; slot++) {
        if (chart->cut[slot]) {
            draw_run(chart, spans, count);
            count = 0;
        }
        if (find_span(chart, slot, &spans[count])) {
            count++;
        } else {
            draw_run(chart, spans, count);
            count = 0;
        }
    }
    draw_run(chart, spans, count);
}

/* The second heading without the words with which the first one begins as well. */
static const char *own_words(const char *first, const char *second)
{
    const char *own = second;
    for (size_t i = 0; first[i] && first[i] == second[i]; i++)
        if (second[i] == ' ')
            own = &second[i + 1];
    return *own ? own : second;
}

void line_band_name(const struct line_chart *chart, struct ends *ends)
{
    const struct plot *plot = chart->canvas->plot;
    const struct figure *figure = plot->figure;
    struct span span;

    if (!line_has_band(figure))
        return;
    const char *lower = series_heading(figure, figure->lower_column);
    const char *upper = own_words(lower, series_heading(figure, figure->upper_column));
    struct end end = {.text = phrase_filled(plot->display->arena, PHRASE_CHART_BAND, "lower", lower,
                                            "upper", upper, NULL),
                      .colour = plot->theme->band,
                      .key = END_FILL,
                      .plain = true,
                      .rank = -1e9};
    for (size_t slot = chart->frame.slots.count; slot-- > 0;) {
        if (!find_span(chart, slot, &span))
            continue;
        end.from = (struct point){span.x, (span.top + span.bottom) / 2};
        ends_add(ends, end);
        return;
    }
}
