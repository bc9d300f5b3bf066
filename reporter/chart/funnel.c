/* SPDX-License-Identifier: MIT */
#include "chart/funnel_view.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/axis.h"
#include "chart/ends.h"
#include "chart/figure.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define DEFAULT_HEIGHT 220.0
#define TICK_SPACING 28.0
#define X_SPACING 60.0
#define TITLE 12.0 /* of the horizontal axis */

static double height(const struct figure *figure, double width)
{
    (void)width;
    return fmax(figure->height, DEFAULT_HEIGHT);
}

/* The rates, and the narrow half of the funnel: its wide end may leave the plot. */
static struct scale rate_scale(const struct figure *figure, const struct bodies *bodies)
{
    struct domain domain = {.hi = 1};
    double low;
    double high;
    double between = sqrt((double)bodies->least * (double)bodies->most);

    series_domain(figure, &domain);
    funnel_limits(&bodies->funnel, (int64_t)between, FUNNEL_998, &low, &high);
    domain.lo = fmin(domain.lo, 100 * low);
    domain.hi = fmax(domain.hi, 100 * high);
    return scale_for_lines(domain, scale_count(height(figure, 0), TICK_SPACING));
}

static void funnel_scale(const struct figure *figure, struct scale *ret_scale)
{
    struct arena *arena = arena_new();
    struct bodies bodies = bodies_read(figure, arena);
    *ret_scale = (struct scale){.hi = 1};
    if (bodies.count > 0)
        *ret_scale = rate_scale(figure, &bodies);
    arena_free(arena);
}

static void draw_limit(const struct plot *plot, const struct view *view, enum funnel_level level,
                       bool upper)
{
    struct point points[FUNNEL_POSITIONS];
    struct path_point path[FUNNEL_POSITIONS];
    struct paint paint = {
        .stroke = true, .stroke_colour = plot->theme->secondary, .width = 0.8, .round = true};
    size_t count = view_line(view, level, upper, points);

    if (level == FUNNEL_95)
        paint.dash[0] = paint.dash[1] = 2.5;
    for (size_t i = 0; i < count; i++)
        path[i] = (struct path_point){.step = i ? PATH_LINE : PATH_MOVE, .to = points[i]};
    if (count > 1)
        display_path(plot->display, path, count, &paint);
}

static void add_end(struct ends *ends, const struct canvas *canvas, const struct view *view,
                    const char *text, double fraction, double rank)
{
    const struct rect *box = &view->frame.plot;
    struct point from = {box->x + box->width, frame_y(&view->frame, 100 * fraction)};
    if (view_holds(view, fraction))
        ends_add(ends, (struct end){.text = text,
                                    .colour = canvas->plot->theme->secondary,
                                    .from = from,
                                    .rank = rank});
}

/* "All: 72%", from the exact counts. */
static const char *centre_text(const struct canvas *canvas, const struct bodies *bodies)
{
    struct share all = {0, 0};
    for (size_t i = 0; i < bodies->count; i++) {
        all.x += bodies->shares[i].x;
        all.n += bodies->shares[i].n;
    }
    struct cell cell = cell_rate(all.x, all.n);
    struct column column = {.unit = UNIT_PERCENT};
    struct text value = {0};
    struct text text = {0};
    cell_print(&cell, &column, &value);
    phrase_say(&text, PHRASE_CHART_ALL_BODIES, "value", text_string(&value), NULL);
    const char *copy = arena_text(canvas->plot->display->arena, text_string(&text));
    text_finish(&value);
    text_finish(&text);
    return copy;
}

static struct ends gather_ends(const struct canvas *canvas, const struct view *view)
{
    struct ends ends = {0};
    int64_t n = (int64_t)view->ruler.hi;

    add_end(&ends, canvas, view, centre_text(canvas, &view->bodies), view->bodies.funnel.centre, 9);
    for (int upper = 0; upper < 2; upper++) {
        add_end(&ends, canvas, view, "95%", view_limit(view, n, FUNNEL_95, upper), 2);
        add_end(&ends, canvas, view, "99.8%", view_limit(view, n, FUNNEL_998, upper), 1);
    }
    const char *target = ends_target_text(canvas);
    if (target)
        add_end(&ends, canvas, view, target, canvas->plot->figure->target / 100, 8);
    return ends;
}

static struct scale items_scale(const struct bodies *bodies, double width)
{
    struct domain domain = {(double)bodies->least, (double)bodies->most, .whole = true};
    double count = scale_count(width, X_SPACING);
    return bodies->most > 2 * bodies->least ? scale_from_zero(domain, count)
                                            : scale_for_lines(domain, count);
}

static void set_ruler(const struct canvas *canvas, struct view *view)
{
    struct scale scale = items_scale(&view->bodies, view->frame.plot.width);
    view->ruler = ruler_linear(canvas, &scale, UNIT_COUNT, view->frame.plot);
}

/* The gutter's width follows from the names, which do not depend on it. */
static struct view make_view(const struct canvas *canvas, const struct bodies *bodies)
{
    const struct plot *plot = canvas->plot;
    struct rect area = plot->area;
    struct scale scale = rate_scale(plot->figure, bodies);
    double left = axis_values_width(canvas, &scale, UNIT_PERCENT);
    struct view view = {
        .bodies = *bodies,
        .frame = {.plot = {area.x + left, area.y + AXIS_HEAD, area.width - left,
                           fmax(area.height - AXIS_HEAD - RULER_HEIGHT - TITLE, 1)},
                  .scale = scale},
    };
    set_ruler(canvas, &view);
    struct ends ends = gather_ends(canvas, &view);
    view.frame.plot.width = fmax(view.frame.plot.width - ends_width(canvas, &ends), 1);
    set_ruler(canvas, &view);
    return view;
}

static void draw_centre(const struct plot *plot, const struct view *view)
{
    struct paint paint = {.stroke = true, .stroke_colour = plot->theme->ink, .width = 1};
    const struct rect *box = &view->frame.plot;
    double y = axis_snap(frame_y(&view->frame, 100 * view->bodies.funnel.centre));
    display_line(plot->display, (struct point){box->x, y}, (struct point){box->x + box->width, y},
                 &paint);
}

static void draw_title(struct canvas *canvas, const struct view *view)
{
    const struct rect *box = &view->frame.plot;
    struct label label = {.text = phrase(PHRASE_CHART_ITEMS),
                          .font = FONT_TICK,
                          .colour = canvas->plot->theme->secondary,
                          .align = ALIGN_RIGHT,
                          .width = canvas->plot->area.width};
    label_place(
        canvas, &label,
        (struct point){box->x + box->width, box->y + box->height + RULER_HEIGHT + TITLE / 2});
}

static void draw_funnel(struct canvas *canvas, const struct bodies *bodies)
{
    const struct plot *plot = canvas->plot;
    struct view view = make_view(canvas, bodies);
    struct ends ends = gather_ends(canvas, &view);

    axis_gridlines(canvas, &view.frame);
    axis_baseline(canvas, &view.frame);
    axis_values(canvas, &view.frame, UNIT_PERCENT);
    ruler_draw(canvas, &view.ruler, false);
    draw_title(canvas, &view);
    ends_target_line(canvas, &view.frame);
    draw_centre(plot, &view);
    for (int upper = 0; upper < 2; upper++) {
        draw_limit(plot, &view, FUNNEL_95, upper);
        draw_limit(plot, &view, FUNNEL_998, upper);
    }
    funnel_points_draw(canvas, &view);
    ends_draw(canvas, &ends, &view.frame);
}

static void draw(const struct plot *plot)
{
    struct canvas canvas = canvas_new(plot);
    struct bodies bodies = bodies_read(plot->figure, plot->display->arena);

    if (bodies.count > 0)
        draw_funnel(&canvas, &bodies);
    else
        figure_draw_words(plot, phrase(PHRASE_CHART_EMPTY));
    canvas_finish(&canvas);
}

static void say_number(struct text *text, enum phrase words, size_t count, size_t all)
{
    struct text number = {0};
    struct text whole = {0};
    number_count(&number, (int64_t)count);
    number_count(&whole, (int64_t)all);
    phrase_say(text, words, "count", text_string(&number), "all", text_string(&whole), NULL);
    text_finish(&number);
    text_finish(&whole);
}

/* One in twenty lies outside the 95% lines by chance alone, rounded to whole bodies. */
static bool own_note(const struct figure *figure, struct text *ret_note)
{
    struct arena *arena = arena_new();
    struct bodies bodies = bodies_read(figure, arena);
    bool few = bodies.count < 20;

    if (bodies.count > 0)
        say_number(ret_note, few ? PHRASE_CHART_FUNNEL_CHANCE_FEW : PHRASE_CHART_FUNNEL_CHANCE,
                   (bodies.count + 10) / 20, bodies.count);
    if (bodies.funnel.between > 0)
        text_printf(ret_note, " %s", phrase(PHRASE_CHART_FUNNEL_WIDENED));
    if (bodies.count > 0 && bodies.not_drawn > 0) {
        text_append(ret_note, " ");
        say_number(ret_note, PHRASE_CHART_NOT_DRAWN, bodies.not_drawn, bodies.count);
    }
    arena_free(arena);
    return bodies.count > 0;
}

const struct figure_drawer FUNNEL_DRAWER = {
    .height = height, .draw = draw, .scale = funnel_scale, .own_note = own_note};
