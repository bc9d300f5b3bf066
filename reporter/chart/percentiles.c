/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/lane.h"
#include "chart/marker.h"
#include "chart/ruler.h"
#include "chart/series.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define TICK_SPACING 60.0
#define LINE_WIDTH 1.2
#define TICK_WIDTH 1.6
#define TICK_HALF 4.0
#define DOT 2.8
#define HEADING 13.0

/* The order of the value columns. */
enum percentile { P10, P25, MEDIAN, P75, P90 };

static void percentiles_scale(const struct figure *figure, struct scale *ret_scale)
{
    struct domain domain = {.hi = 1};
    series_domain(figure, &domain);
    for (size_t i = 0; i < figure->limit_count; i++) {
        domain.lo = fmin(domain.lo, figure->limits[i].value);
        domain.hi = fmax(domain.hi, figure->limits[i].value);
    }
    *ret_scale = scale_for_lines(domain, scale_count(300, TICK_SPACING));
}

static struct lane_style style_with(double markers)
{
    return (struct lane_style){
        .head = markers + HEADING, .foot = RULER_HEIGHT, .pitch = 16, .least = 11, .names = 0.4};
}

static double height(const struct figure *figure, double width)
{
    struct lane_style style = style_with(markers_most(figure));
    return lanes_height(figure, width, &style);
}

static struct lanes make_lanes(const struct canvas *canvas)
{
    struct lane_style style = style_with(markers_most(canvas->plot->figure));
    struct lanes lanes = lanes_make(canvas, &style);
    struct lane_column *median =
        lanes_add(canvas, &lanes, series_name(canvas->plot->figure, MEDIAN));
    for (size_t lane = 0; lane < lanes.count; lane++)
        median->texts[lane] = series_print(canvas->plot->figure, lanes.rows[lane], MEDIAN,
                                           canvas->plot->display->arena);
    lanes_add_count(canvas, &lanes);
    lanes_fit(canvas, &lanes);
    return lanes;
}

/* The columns' heads carry no unit: the axis does. Half a tick's value stays inside. */
static struct ruler make_ruler(const struct canvas *canvas, const struct lanes *lanes)
{
    const struct plot *plot = canvas->plot;
    struct scale scale;
    percentiles_scale(plot->figure, &scale);
    struct rect box = {lanes->left + DOT, lanes->top, fmax(lanes->right - lanes->left - 12, 1),
                       lanes_bottom(lanes) - lanes->top};
    return ruler_linear(canvas, &scale, series_unit(plot->figure), box);
}

static double place(const struct plot *plot, const struct ruler *ruler, size_t row,
                    enum percentile percentile)
{
    double value = series_value(plot->figure, row, percentile);
    return isfinite(value) ? ruler_x(ruler, value) : (double)NAN;
}

static void draw_tick(const struct plot *plot, double x, double y, struct colour colour)
{
    struct paint paint = {.stroke = true, .stroke_colour = colour, .width = TICK_WIDTH};
    if (isfinite(x))
        display_line(plot->display, (struct point){x, y - TICK_HALF},
                     (struct point){x, y + TICK_HALF}, &paint);
}

static void draw_row(const struct plot *plot, const struct ruler *ruler, size_t row, double y)
{
    const char *name = series_label(plot->figure, row, plot->display->arena);
    bool focus = !plot->figure->subject || series_is_subject(plot->figure, name);
    struct paint line = {
        .stroke = true, .stroke_colour = plot->theme->context, .width = LINE_WIDTH};
    struct paint dot = {.fill = true,
                        .fill_colour = focus ? plot->theme->brand : plot->theme->secondary};
    double from = place(plot, ruler, row, P10);
    double to = place(plot, ruler, row, P90);
    double median = place(plot, ruler, row, MEDIAN);

    if (isfinite(from) && isfinite(to))
        display_line(plot->display, (struct point){from, y}, (struct point){to, y}, &line);
    draw_tick(plot, place(plot, ruler, row, P25), y, plot->theme->context);
    draw_tick(plot, place(plot, ruler, row, P75), y, plot->theme->context);
    if (isfinite(median))
        display_circle(plot->display, (struct point){median, y}, DOT, &dot);
}

static struct markers make_markers(const struct canvas *canvas, const struct ruler *ruler)
{
    const struct figure *figure = canvas->plot->figure;
    struct markers markers = {0};
    for (size_t i = 0; i < figure->limit_count && i < MARKERS; i++) {
        markers.texts[i] = figure->limits[i].label;
        markers.x[i] = ruler_x(ruler, figure->limits[i].value);
        markers.count++;
    }
    markers_arrange(canvas, &markers);
    return markers;
}

static void draw(const struct plot *plot)
{
    struct canvas canvas = canvas_new(plot);
    struct lanes lanes = make_lanes(&canvas);
    struct ruler ruler = make_ruler(&canvas, &lanes);
    struct markers markers = make_markers(&canvas, &ruler);

    ruler_draw(&canvas, &ruler, true);
    markers_draw(&canvas, &markers, lanes.top - HEADING - markers.height, lanes_bottom(&lanes));
    lanes_draw(&canvas, &lanes);
    for (size_t lane = 0; lane < lanes.count; lane++)
        draw_row(plot, &ruler, lanes.rows[lane], lane_middle(&lanes, lane));
    canvas_finish(&canvas);
}

static bool own_note(const struct figure *figure, struct text *ret_note)
{
    (void)figure;
    text_append(ret_note, phrase(PHRASE_CHART_PERCENTILES));
    return true;
}

const struct figure_drawer PERCENTILES_DRAWER = {
    .height = height, .draw = draw, .scale = percentiles_scale, .own_note = own_note};
