/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/axis.h"
#include "chart/bins.h"
#include "chart/marker.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define DEFAULT_HEIGHT 190.0
#define TICK_SPACING 28.0
#define VALUE_ROOM 12.0 /* for a count above a bar */
#define EDGE 3.0        /* half of the first edge's value */
#define BETWEEN 0.25    /* white on each side, so that neighbours of one height stay two */

static double height(const struct figure *figure, double width)
{
    (void)width;
    return figure->height > 0 ? figure->height : DEFAULT_HEIGHT;
}

static struct rect bar_box(const struct plot *plot, const struct frame *frame, size_t slot)
{
    double thick = frame_slot(frame);
    double value = series_value(plot->figure, slot, 0);
    double from = axis_snap(frame_y(frame, 0));
    double to = isfinite(value) ? frame_y(frame, value) : from;
    double between = fmin(BETWEEN, thick / 8);

    return (struct rect){frame_x(frame, slot) - thick / 2 + between, fmin(from, to),
                         thick - 2 * between, fabs(to - from)};
}

static void draw_bars(const struct plot *plot, const struct frame *frame)
{
    struct paint paint = {.fill = true, .fill_colour = plot->theme->brand};
    for (size_t slot = 0; slot < frame->slots.count; slot++) {
        struct rect box = bar_box(plot, frame, slot);
        if (isfinite(series_value(plot->figure, slot, 0)) && box.height > 0)
            display_rect(plot->display, box, &paint);
    }
}

static struct label value_label(const struct plot *plot, size_t slot)
{
    bool known = isfinite(series_value(plot->figure, slot, 0));
    return (struct label){.text = series_print(plot->figure, slot, 0, plot->display->arena),
                          .font = FONT_TICK,
                          .colour = known ? plot->theme->ink : plot->theme->secondary,
                          .align = ALIGN_CENTRE};
}

/* Whether every bar can carry its count; else there must be an axis. */
static bool values_fit(const struct canvas *canvas, const struct frame *frame)
{
    for (size_t slot = 0; slot < frame->slots.count; slot++) {
        struct label label = value_label(canvas->plot, slot);
        if (label_size(canvas, &label).width + 4 > frame_slot(frame))
            return false;
    }
    return true;
}

/* Of the bars that carry none, what stands in the place of a count is still said. */
static void place_values(struct canvas *canvas, const struct frame *frame, bool all)
{
    const struct plot *plot = canvas->plot;
    for (size_t slot = 0; slot < frame->slots.count; slot++) {
        double value = series_value(plot->figure, slot, 0);
        struct rect box = bar_box(plot, frame, slot);
        struct label label = value_label(plot, slot);
        double half = label_size(canvas, &label).height / 2 + 1.5;
        double y = value < 0 ? box.y + box.height + half : box.y - half;
        if (all || !isfinite(value))
            label_place(canvas, &label, (struct point){box.x + box.width / 2, y});
    }
}

static struct markers make_markers(const struct canvas *canvas, const struct bins *bins,
                                   const struct frame *frame)
{
    const struct figure *figure = canvas->plot->figure;
    struct markers markers = {0};
    for (size_t i = 0; i < figure->limit_count && i < MARKERS; i++) {
        double edge = bins_edge(bins, figure->limits[i].value);
        markers.texts[i] = figure->limits[i].label;
        markers.x[i] = frame->plot.x + edge * frame_slot(frame);
        markers.count++;
    }
    markers_arrange(canvas, &markers);
    return markers;
}

static struct frame make_frame(const struct canvas *canvas, const struct bins *bins, double head)
{
    const struct plot *plot = canvas->plot;
    struct rect area = plot->area;
    struct domain domain = bins_domain(plot->figure);
    double foot = bins->foot + (domain.lo < 0 ? VALUE_ROOM : 0);
    double length = fmax(area.height - head - VALUE_ROOM - foot, 1);

    return (struct frame){
        .plot = {area.x + EDGE, area.y + head + VALUE_ROOM, area.width - EDGE, length},
        .scale = scale_from_zero(domain, scale_count(length, TICK_SPACING)),
        .slots = {.count = bins->count},
    };
}

static void make_room_for_axis(const struct canvas *canvas, struct frame *frame)
{
    double left = axis_values_width(canvas, &frame->scale, series_unit(canvas->plot->figure));
    frame->plot.x += left;
    frame->plot.width = fmax(frame->plot.width - left, 1);
}

static void draw(const struct plot *plot)
{
    struct canvas canvas = canvas_new(plot);
    struct bins bins = bins_make(&canvas);
    struct frame frame = make_frame(&canvas, &bins, 0);
    bool axis = !values_fit(&canvas, &frame);
    if (axis)
        make_room_for_axis(&canvas, &frame);
    struct markers markers = make_markers(&canvas, &bins, &frame);

    frame = make_frame(&canvas, &bins, markers.height);
    if (axis) {
        make_room_for_axis(&canvas, &frame);
        axis_gridlines(&canvas, &frame);
        axis_values(&canvas, &frame, series_unit(plot->figure));
    }
    draw_bars(plot, &frame);
    axis_baseline(&canvas, &frame);
    bins_draw(&canvas, &bins, &frame);
    place_values(&canvas, &frame, !axis);
    markers_draw(&canvas, &markers, plot->area.y, frame.plot.y + frame.plot.height);
    canvas_finish(&canvas);
}

static bool own_note(const struct figure *figure, struct text *ret_note)
{
    if (bins_are_equal(figure))
        return false;
    text_append(ret_note, phrase(PHRASE_CHART_UNEQUAL_BINS));
    return true;
}

const struct figure_drawer HISTOGRAM_DRAWER = {
    .height = height, .draw = draw, .own_note = own_note};
