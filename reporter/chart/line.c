/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "chart/axis.h"
#include "chart/ends.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define DEFAULT_HEIGHT 190.0
#define TICK_SPACING 28.0
#define PAD 8.0 /* half a slot label stays inside the plot */
#define DOT 2.4
#define LINE_WIDTH 1.8

static double height(const struct figure *figure, double width)
{
    (void)width;
    return figure->height > 0 ? figure->height : DEFAULT_HEIGHT;
}

static void line_scale(const struct figure *figure, struct scale *ret_scale)
{
    struct domain domain = {.hi = 1};
    series_domain(figure, &domain);
    double length = height(figure, 0) - AXIS_HEAD - axis_slots_height();
    *ret_scale = scale_for_lines(domain, scale_count(length, TICK_SPACING));
}

static struct colour series_colour(const struct plot *plot, size_t series)
{
    return plot->figure->value_count == 1 ? plot->theme->brand : plot->theme->series[series];
}

/* The last slot with a value, or SLOT_EMPTY. */
static size_t last_slot(const struct plot *plot, const struct slots *slots, size_t series)
{
    for (size_t slot = slots->count; slot-- > 0;)
        if (isfinite(slot_value(plot->figure, slots, slot, series)))
            return slot;
    return SLOT_EMPTY;
}

/* "DOH 87%"; with the period where the line ends before the axis does. */
static const char *end_text(const struct plot *plot, const struct slots *slots, size_t slot,
                            size_t series)
{
    struct arena *arena = plot->display->arena;
    const struct figure *figure = plot->figure;
    const char *value = series_print(figure, slots->rows[slot], series, arena);

    if (figure->value_count > 1)
        value = arena_printf(arena, "%s %s", series_name(figure, series), value);
    if (slot + 1 < slots->count)
        value =
            arena_printf(arena, "%s, %s", value, series_label(figure, slots->rows[slot], arena));
    return value;
}

static struct ends gather_ends(const struct canvas *canvas, const struct frame *frame)
{
    const struct plot *plot = canvas->plot;
    struct ends ends = {0};

    for (size_t series = 0; series < plot->figure->value_count; series++) {
        size_t slot = last_slot(plot, &frame->slots, series);
        if (slot == SLOT_EMPTY)
            continue;
        double value = slot_value(plot->figure, &frame->slots, slot, series);
        ends_add(&ends, (struct end){
                            .text = end_text(plot, &frame->slots, slot, series),
                            .colour = series_colour(plot, series),
                            .from = {frame_x(frame, slot), frame_y(frame, value)},
                            .rank = -(double)series,
                        });
    }
    if (ends_target_text(canvas))
        ends_add(&ends, (struct end){
                            .text = ends_target_text(canvas),
                            .colour = plot->theme->secondary,
                            .from = {frame->plot.x + frame->plot.width,
                                     frame_y(frame, plot->figure->target)},
                            .rank = 1, /* a nameless target would mislead */
                        });
    return ends;
}

static void draw_dot(const struct plot *plot, struct point at, struct colour colour)
{
    struct paint paint = {.fill = true, .fill_colour = colour};
    display_circle(plot->display, at, DOT, &paint);
}

static void draw_run(const struct plot *plot, const struct path_point *points, size_t count,
                     struct colour colour)
{
    struct paint paint = {
        .stroke = true, .stroke_colour = colour, .width = LINE_WIDTH, .round = true};
    if (count == 1)
        draw_dot(plot, points[0].to, colour); /* a lone value between gaps */
    else if (count > 1)
        display_path(plot->display, points, count, &paint);
}

static void draw_series(const struct plot *plot, const struct frame *frame, size_t series)
{
    const struct slots *slots = &frame->slots;
    struct path_point *points = arena_array(plot->display->arena, slots->count, sizeof *points);
    struct colour colour = series_colour(plot, series);
    struct point last = {NAN, NAN};
    size_t count = 0;

    for (size_t slot = 0; slot < slots->count; slot++) {
        double value = slot_value(plot->figure, slots, slot, series);
        if (isfinite(value)) {
            last = (struct point){frame_x(frame, slot), frame_y(frame, value)};
            points[count] = (struct path_point){count ? PATH_LINE : PATH_MOVE, .to = last};
            count++;
        } else {
            draw_run(plot, points, count, colour);
            count = 0;
        }
    }
    draw_run(plot, points, count, colour);
    if (isfinite(last.x) && count != 1)
        draw_dot(plot, last, colour);
}

static bool is_gap(const struct plot *plot, const struct slots *slots, size_t slot)
{
    for (size_t series = 0; series < plot->figure->value_count; series++)
        if (isfinite(slot_value(plot->figure, slots, slot, series)))
            return false;
    return true;
}

/* Says of a gap that all lines share that there are no data, where the words fit into it. */
static void name_gap(struct canvas *canvas, const struct frame *frame, size_t from, size_t to)
{
    const struct plot *plot = canvas->plot;
    struct label label = {.text = phrase(PHRASE_CHART_NO_DATA),
                          .font = FONT_TICK,
                          .colour = plot->theme->secondary,
                          .align = ALIGN_CENTRE};
    double left = from > 0 ? frame_x(frame, from - 1) : frame->plot.x;
    double right = to < frame->slots.count ? frame_x(frame, to) : frame->plot.x + frame->plot.width;
    struct size size = label_size(canvas, &label);

    if (size.width + 6 > right - left)
        return;
    struct point at = {(left + right) / 2,
                       frame->plot.y + frame->plot.height - size.height / 2 - 3};
    label_place(canvas, &label, at);
}

static void name_gaps(struct canvas *canvas, const struct frame *frame)
{
    size_t count = frame->slots.count;
    for (size_t from = 0; from < count;) {
        size_t to = from;
        while (to < count && is_gap(canvas->plot, &frame->slots, to))
            to++;
        if (to > from)
            name_gap(canvas, frame, from, to);
        from = to + 1;
    }
}

/* The gutters' widths follow from the labels, whose heights do not depend on the gutters. */
static struct frame make_frame(const struct canvas *canvas, struct scale scale)
{
    const struct plot *plot = canvas->plot;
    struct rect area = plot->area;
    double left = axis_values_width(canvas, &scale, series_unit(plot->figure));
    struct frame frame = {
        .plot = {area.x + left, area.y + AXIS_HEAD, area.width - left,
                 area.height - AXIS_HEAD - axis_slots_height()},
        .scale = scale,
        .slots = series_slots(plot->figure, plot->display->arena),
        .pad = PAD,
    };
    struct ends ends = gather_ends(canvas, &frame);
    frame.plot.width -= ends_width(canvas, &ends);
    return frame;
}

static void draw(const struct plot *plot)
{
    struct canvas canvas = canvas_new(plot);
    struct scale scale;
    line_scale(plot->figure, &scale);
    struct frame frame = make_frame(&canvas, scale);
    struct ends ends = gather_ends(&canvas, &frame);

    axis_gridlines(&canvas, &frame);
    axis_baseline(&canvas, &frame);
    axis_values(&canvas, &frame, series_unit(plot->figure));
    axis_slots(&canvas, &frame, true);
    name_gaps(&canvas, &frame);
    ends_target_line(&canvas, &frame);
    for (size_t series = plot->figure->value_count; series-- > 0;)
        draw_series(plot, &frame, series);
    ends_draw(&canvas, &ends, &frame);
    canvas_finish(&canvas);
}

const struct figure_drawer LINE_DRAWER = {.height = height, .draw = draw, .scale = line_scale};
