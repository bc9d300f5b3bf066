/* SPDX-License-Identifier: MIT */
#include "chart/ecdf_steps.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/bins.h"
#include "chart/figure.h"
#include "chart/marker.h"
#include "chart/ruler.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define DEFAULT_HEIGHT 190.0
#define TICK_SPACING 28.0
#define X_SPACING 60.0
#define LOG_FROM 100.0 /* the largest value in smallest ones, from which on the axis is log */
#define LINE_WIDTH 1.8
#define DOT 2.4
#define FEWEST 10 /* items for shares */

/* Where everything stands: a ruler for values, bins side by side where they have no edges. */
struct view {
    struct steps steps;
    struct frame frame;
    struct bins bins;
    struct ruler ruler;
    bool by_name;
};

static bool has_shares(const struct steps *steps)
{
    return steps->known && steps->total >= FEWEST;
}

static double height(const struct figure *figure, double width)
{
    struct arena *arena = arena_new();
    struct steps steps = steps_make(figure, arena);
    bool drawn = has_shares(&steps);
    arena_free(arena);
    (void)width;
    if (!drawn)
        return FIGURE_EMPTY_HEIGHT;
    return figure->height > 0 ? figure->height : DEFAULT_HEIGHT;
}

/* The range of the values or edges, and of the limits; false where there is none. */
static bool values_domain(const struct figure *figure, const struct steps *steps,
                          struct domain *ret_domain)
{
    struct domain domain = {.lo = INFINITY, .hi = -INFINITY};
    for (size_t i = 0; i < steps->count; i++) {
        domain.lo = fmin(domain.lo, steps->items[i].value);
        domain.hi = fmax(domain.hi, steps->items[i].value);
    }
    for (size_t i = 0; i < figure->limit_count && steps->count > 0; i++) {
        domain.lo = fmin(domain.lo, figure->limits[i].value);
        domain.hi = fmax(domain.hi, figure->limits[i].value);
    }
    *ret_domain = domain;
    return steps->count > 0;
}

static bool spans_decades(struct domain domain)
{
    return domain.lo > 0 && domain.hi >= LOG_FROM * domain.lo;
}

static bool is_log(const struct figure *figure)
{
    struct arena *arena = arena_new();
    struct steps steps = steps_make(figure, arena);
    struct domain domain;
    bool by_value = !steps_are_bins(figure) || steps_have_edges(figure);
    bool log = by_value && values_domain(figure, &steps, &domain) && spans_decades(domain);
    arena_free(arena);
    return log;
}

static enum column_unit axis_unit(const struct figure *figure)
{
    return steps_have_edges(figure) ? figure->table->columns[figure->upper_column].unit
                                    : series_unit(figure);
}

static void set_ruler(const struct canvas *canvas, struct view *view)
{
    const struct figure *figure = canvas->plot->figure;
    struct rect box = view->frame.plot;
    struct domain domain;

    box.width -= 10; /* half of the last tick's value */
    if (!values_domain(figure, &view->steps, &domain))
        domain = (struct domain){.hi = 1};
    if (spans_decades(domain)) {
        view->ruler =
            ruler_log(domain.lo, domain.hi, axis_unit(figure), box, canvas->plot->display->arena);
        return;
    }
    struct scale scale = scale_from_zero(domain, scale_count(box.width, X_SPACING));
    view->ruler = ruler_linear(canvas, &scale, axis_unit(figure), box);
}

static double view_x(const struct view *view, double value)
{
    if (view->by_name)
        return view->frame.plot.x + value * frame_slot(&view->frame);
    return ruler_x(&view->ruler, value);
}

static struct view make_view(const struct canvas *canvas, double head)
{
    const struct plot *plot = canvas->plot;
    struct rect area = plot->area;
    struct view view = {.steps = steps_make(plot->figure, plot->display->arena),
                        .bins = bins_make(canvas),
                        .by_name = steps_are_bins(plot->figure) && !steps_have_edges(plot->figure)};
    double foot = view.by_name ? view.bins.foot : RULER_HEIGHT;
    double length = fmax(area.height - head - AXIS_HEAD - foot, 1);
    struct domain percent = {.hi = 100, .has_most = true, .most = 100};

    view.frame =
        (struct frame){.scale = scale_from_zero(percent, scale_count(length, TICK_SPACING)),
                       .slots = {.count = view.bins.count}};
    double left = axis_values_width(canvas, &view.frame.scale, UNIT_PERCENT);
    view.frame.plot =
        (struct rect){area.x + left, area.y + head + AXIS_HEAD, fmax(area.width - left, 1), length};
    set_ruler(canvas, &view);
    return view;
}

static const char *share_text(const struct canvas *canvas, int64_t part, int64_t total)
{
    struct cell cell = cell_rate(part, total);
    struct column column = {.unit = UNIT_PERCENT};
    struct text text = {0};
    cell_print(&cell, &column, &text);
    const char *copy = arena_text(canvas->plot->display->arena, text_string(&text));
    text_finish(&text);
    return copy;
}

/* "68% within 3 working days"; the limit's name alone where the bins do not say how many. */
static const char *limit_text(const struct canvas *canvas, const struct view *view,
                              const struct figure_limit *limit)
{
    int64_t within = steps_within(&view->steps, canvas->plot->figure, limit->value);
    if (within < 0)
        return limit->label;
    struct text text = {0};
    phrase_say(&text, PHRASE_CHART_WITHIN, "share", share_text(canvas, within, view->steps.total),
               "limit", limit->label, NULL);
    const char *copy = arena_text(canvas->plot->display->arena, text_string(&text));
    text_finish(&text);
    return copy;
}

static struct markers make_markers(const struct canvas *canvas, const struct view *view)
{
    const struct figure *figure = canvas->plot->figure;
    struct markers markers = {0};
    for (size_t i = 0; i < figure->limit_count && i < MARKERS; i++) {
        double value = figure->limits[i].value;
        bool off = view->by_name && isnan(bins_edge(&view->bins, value));
        markers.texts[i] = limit_text(canvas, view, &figure->limits[i]);
        markers.x[i] = off ? (double)NAN : view_x(view, value);
        markers.count++;
    }
    markers_arrange(canvas, &markers);
    return markers;
}

static double share_y(const struct view *view, int64_t count)
{
    return frame_y(&view->frame, 100.0 * (double)count / (double)view->steps.total);
}

/* Level to a value, then up to the share of those within it. */
static void draw_steps(const struct plot *plot, const struct view *view)
{
    const struct steps *steps = &view->steps;
    struct path_point *points =
        arena_array(plot->display->arena, 2 * steps->count + 1, sizeof *points);
    struct paint paint = {
        .stroke = true, .stroke_colour = plot->theme->brand, .width = LINE_WIDTH, .round = true};
    double y = share_y(view, 0);
    size_t count = 0;

    points[count++] = (struct path_point){.step = PATH_MOVE, .to = {view->frame.plot.x, y}};
    for (size_t i = 0; i < steps->count; i++) {
        double x = view_x(view, steps->items[i].value);
        points[count++] = (struct path_point){.step = PATH_LINE, .to = {x, y}};
        y = share_y(view, steps->items[i].count);
        points[count++] = (struct path_point){.step = PATH_LINE, .to = {x, y}};
    }
    if (count > 1)
        display_path(plot->display, points, count, &paint);
}

/* A dot where the line meets a limit whose share is said. */
static void draw_dots(const struct plot *plot, const struct view *view,
                      const struct markers *markers)
{
    struct paint paint = {.fill = true, .fill_colour = plot->theme->brand};
    for (size_t i = 0; i < markers->count; i++) {
        int64_t within = steps_within(&view->steps, plot->figure, plot->figure->limits[i].value);
        if (within >= 0 && isfinite(markers->x[i]))
            display_circle(plot->display, (struct point){markers->x[i], share_y(view, within)}, DOT,
                           &paint);
    }
}

static void draw_axes(struct canvas *canvas, const struct view *view)
{
    axis_gridlines(canvas, &view->frame);
    axis_baseline(canvas, &view->frame);
    axis_values(canvas, &view->frame, UNIT_PERCENT);
    if (view->by_name)
        bins_draw(canvas, &view->bins, &view->frame);
    else
        ruler_draw(canvas, &view->ruler, false);
}

static void draw_curve(struct canvas *canvas)
{
    const struct plot *plot = canvas->plot;
    struct view view = make_view(canvas, 0);
    struct markers markers = make_markers(canvas, &view);

    view = make_view(canvas, markers.height);
    draw_axes(canvas, &view);
    markers_draw(canvas, &markers, plot->area.y, view.frame.plot.y + view.frame.plot.height);
    draw_steps(plot, &view);
    draw_dots(plot, &view, &markers);
}

static void draw(const struct plot *plot)
{
    struct canvas canvas = canvas_new(plot);
    struct steps steps = steps_make(plot->figure, plot->display->arena);

    if (has_shares(&steps))
        draw_curve(&canvas);
    else
        figure_draw_words(plot,
                          phrase(steps.known ? PHRASE_CHART_TOO_FEW : PHRASE_CHART_NO_SHARES));
    canvas_finish(&canvas);
}

static bool own_note(const struct figure *figure, struct text *ret_note)
{
    struct arena *arena = arena_new();
    struct steps steps = steps_make(figure, arena);
    struct text count = {0};
    bool said = steps.left_out > 0;

    number_count(&count, (int64_t)steps.left_out);
    if (said)
        phrase_say(ret_note, PHRASE_CHART_NOT_DRAWN, "count", text_string(&count), NULL);
    text_finish(&count);
    arena_free(arena);
    return said;
}

const struct figure_drawer ECDF_DRAWER = {
    .height = height, .draw = draw, .is_log = is_log, .own_note = own_note};
