/* SPDX-License-Identifier: MIT */
#include "chart/line.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"
#include "chart/figure.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>
#include <string.h>

#define LINES 2
#define BELOW 3.0 /* from the texts to the plot */
#define ASIDE 3.0 /* from a rule to its text */

double line_event_height(const struct figure *figure)
{
    return figure->event_count > 0 ? LINES * FONT_TICK.leading + BELOW : 0;
}

static bool slot_of_period(const struct slots *slots, const char *at, size_t *ret_slot)
{
    int32_t period;
    int32_t day;
    if (date_parse(at, strlen(at), &day))
        period = period_of_day(day);
    else if (!period_parse(at, strlen(at), &period))
        return false;
    if (period < slots->first || (size_t)(period - slots->first) >= slots->count)
        return false;
    *ret_slot = (size_t)(period - slots->first);
    return true;
}

/* False for what lies outside the axis, and for holidays, which only calendars mark. */
static bool find_slot(const struct line_chart *chart, const struct figure_event *event,
                      size_t *ret_slot)
{
    const struct plot *plot = chart->canvas->plot;
    const struct slots *slots = &chart->frame.slots;
    if (event->is_holiday)
        return false;
    if (slots->periods)
        return slot_of_period(slots, event->at, ret_slot);
    for (size_t slot = 0; slot < slots->count; slot++) {
        const char *label = series_label(plot->figure, slots->rows[slot], plot->display->arena);
        if (text_equal(label, event->at)) {
            *ret_slot = slot;
            return true;
        }
    }
    return false;
}

/* A break in the first slot parts nothing. */
static bool find_x(const struct line_chart *chart, const struct figure_event *event, double *ret_x)
{
    size_t slot;
    if (!find_slot(chart, event, &slot) || (event->is_break && slot == 0))
        return false;
    *ret_x = frame_x(&chart->frame, slot);
    if (event->is_break)
        *ret_x = (*ret_x + frame_x(&chart->frame, slot - 1)) / 2;
    return true;
}

void line_event_cuts(const struct line_chart *chart)
{
    const struct figure *figure = chart->canvas->plot->figure;
    size_t slot;
    for (size_t i = 0; i < figure->event_count; i++)
        if (figure->events[i].is_break && find_slot(chart, &figure->events[i], &slot))
            chart->cut[slot] = true;
}

/* The free width beside a rule, up to the next one or the plot's end. */
static double room_beside(const struct line_chart *chart, double x, bool right)
{
    const struct figure *figure = chart->canvas->plot->figure;
    struct rect area = chart->canvas->plot->area;
    double end = right ? area.x + area.width : area.x;
    double other;
    for (size_t i = 0; i < figure->event_count; i++)
        if (find_x(chart, &figure->events[i], &other) && (right ? other > x : other < x))
            end = right ? fmin(end, other) : fmax(end, other);
    return fabs(end - x) - 2 * ASIDE;
}

static bool place_text(const struct line_chart *chart, const struct figure_event *event, double x,
                       bool right)
{
    const struct plot *plot = chart->canvas->plot;
    struct label label = {.text = event->text,
                          .font = FONT_TICK,
                          .colour = plot->theme->secondary,
                          .align = right ? ALIGN_LEFT : ALIGN_RIGHT,
                          .width = fmax(room_beside(chart, x, right), 1),
                          .most = LINES};
    double y = chart->frame.plot.y - BELOW - label_size(chart->canvas, &label).height / 2;
    return label_place(chart->canvas, &label, (struct point){right ? x + ASIDE : x - ASIDE, y});
}

static void draw_event(const struct line_chart *chart, const struct figure_event *event)
{
    const struct theme *theme = chart->canvas->plot->theme;
    struct paint happened = {.stroke = true, .stroke_colour = theme->rule, .width = 0.5};
    struct paint broke = {
        .stroke = true, .stroke_colour = theme->secondary, .width = 0.8, .dash = {1, 2}};
    double x;

    if (!find_x(chart, event, &x))
        return;
    bool right = room_beside(chart, x, true) >= room_beside(chart, x, false);
    if (!place_text(chart, event, x, right))
        place_text(chart, event, x, !right);
    struct rect frame = chart->frame.plot;
    canvas_line(chart->canvas,
                (struct point){x, frame.y - line_event_height(chart->canvas->plot->figure)},
                (struct point){x, frame.y + frame.height}, event->is_break ? &broke : &happened);
}

void line_event_draw(const struct line_chart *chart)
{
    const struct figure *figure = chart->canvas->plot->figure;
    for (size_t i = 0; i < figure->event_count; i++)
        draw_event(chart, &figure->events[i]);
}
