/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include "base/arena.h"
#include "chart/ends.h"
#include "chart/lane_axis.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define PITCH 22.0
#define PITCH_LEAST 16.0
#define BAND 14.0 /* at most, of the pitch */
#define BAND_SHARE 0.64
#define NAMES_SHARE 0.36
#define DOT 2.8
#define TARGET_WIDTH 1.6
#define TICK_WIDTH 0.9
#define HALO 0.6 /* white at each side of a rule that may stand on the bar */
#define ROOM 3.0
#define HEAD_LINE 11.0 /* of the names above the first row */
#define HEAD_MOST 3
#define CROP_FROM 3.0 /* of the range: nearer to zero the axis shows it, and bars stand on it */
#define BEYOND 1.15   /* the best range begins at the last limit and must show */
#define MOST_RANGES 4

/* How dark the ranges are, the poorest first, in hundredths of ink. */
static const double TINTS[MOST_RANGES][MOST_RANGES] = {
    {10}, {35, 10}, {40, 25, 10}, {50, 35, 20, 10}};

static bool has_own_targets(const struct figure *figure)
{
    return figure->value_count > 1;
}

/* Names that stand above the first row. */
static size_t head_lines(const struct figure *figure)
{
    size_t names = figure->limit_count + (figure->has_target || has_own_targets(figure) ? 1 : 0) +
                   (figure->before_column != FIGURE_NO_COLUMN ? 1 : 0);
    if (figure->count_column != FIGURE_NO_COLUMN && names == 0)
        return 1;
    return names < HEAD_MOST ? names : HEAD_MOST;
}

static struct lane_style style_of(const struct figure *figure)
{
    return (struct lane_style){.head = HEAD_LINE * (double)head_lines(figure),
                               .foot = LANE_AXIS_FOOT,
                               .pitch = PITCH,
                               .least = PITCH_LEAST,
                               .names = NAMES_SHARE};
}

static double height(const struct figure *figure, double width)
{
    struct lane_style style = style_of(figure);
    return lanes_height(figure, width, &style);
}

static void bullet_scale(const struct figure *figure, struct scale *ret_scale)
{
    struct domain domain = {.hi = 1};
    series_domain(figure, &domain);
    for (size_t i = 0; i < figure->limit_count; i++) {
        double limit = figure->limits[i].value;
        domain.lo = fmin(domain.lo, limit);
        domain.hi = fmax(domain.hi, domain.has_most ? fmax(domain.most, limit) : limit * BEYOND);
    }
    bool close = domain.lo > CROP_FROM * (domain.hi - domain.lo);
    *ret_scale = (close ? scale_for_lines : scale_from_zero)(domain, LANE_AXIS_TICKS);
}

struct bullets {
    struct lanes lanes;
    struct lane_axis axis;
    double band;    /* height of the ranges */
    double *limits; /* in rising order */
};

static double *sort_limits(const struct figure *figure, struct arena *arena)
{
    double *limits = arena_array(arena, figure->limit_count, sizeof *limits);
    for (size_t i = 0; i < figure->limit_count; i++) {
        size_t at = i;
        for (; at > 0 && limits[at - 1] > figure->limits[i].value; at--)
            limits[at] = limits[at - 1];
        limits[at] = figure->limits[i].value;
    }
    return limits;
}

static void add_columns(const struct canvas *canvas, struct lanes *lanes)
{
    const struct plot *plot = canvas->plot;
    struct lane_column *value = lanes_add(canvas, lanes, NULL);
    for (size_t lane = 0; lane < lanes->count; lane++) {
        size_t row = lanes->rows[lane];
        value->texts[lane] = series_print(plot->figure, row, 0, plot->display->arena);
        value->faint[lane] = !isfinite(series_value(plot->figure, row, 0));
    }
    lanes_add_count(canvas, lanes);
}

static struct bullets make_bullets(const struct canvas *canvas)
{
    const struct plot *plot = canvas->plot;
    struct lane_style style = style_of(plot->figure);
    struct bullets all = {.lanes = lanes_make(canvas, &style),
                          .limits = sort_limits(plot->figure, plot->display->arena)};

    add_columns(canvas, &all.lanes);
    lanes_fit(canvas, &all.lanes);
    bullet_scale(plot->figure, &all.axis.scale);
    all.axis.unit = series_unit(plot->figure);
    all.axis.from = all.lanes.left + ROOM;
    all.axis.to = fmax(all.lanes.right - ROOM, all.axis.from + 1);
    all.band = fmin(all.lanes.pitch * BAND_SHARE, BAND);
    return all;
}

/* ---- Marks of a row ---- */

static struct colour tint(const struct theme *theme, double hundredths)
{
    double share = hundredths / 100;
    return (struct colour){theme->white.red + (theme->ink.red - theme->white.red) * share,
                           theme->white.green + (theme->ink.green - theme->white.green) * share,
                           theme->white.blue + (theme->ink.blue - theme->white.blue) * share};
}

static void draw_ranges(const struct plot *plot, const struct bullets *all, double y)
{
    size_t limits = plot->figure->limit_count;
    size_t ranges = limits + 1 < MOST_RANGES ? limits + 1 : MOST_RANGES;
    double from = all->axis.scale.lo;

    for (size_t i = 0; i < ranges; i++) {
        double to = i + 1 < ranges ? all->limits[i] : all->axis.scale.hi;
        struct paint paint = {.fill = true, .fill_colour = tint(plot->theme, TINTS[ranges - 1][i])};
        double left = lane_axis_x(&all->axis, from);
        struct rect box = {left, y - all->band / 2, lane_axis_x(&all->axis, to) - left, all->band};
        if (box.width > 0)
            display_rect(plot->display, box, &paint);
        from = to;
    }
}

static void draw_result(const struct plot *plot, const struct bullets *all, double value, double y)
{
    struct paint paint = {.fill = true, .fill_colour = plot->theme->brand};
    double end = lane_axis_x(&all->axis, value);
    double zero = lane_axis_x(&all->axis, 0);

    if (!isfinite(value))
        return;
    if (all->axis.scale.cropped)
        display_circle(plot->display, (struct point){end, y}, DOT, &paint);
    else if (end != zero)
        display_rect(
            plot->display,
            (struct rect){fmin(zero, end), y - all->band / 6, fabs(end - zero), all->band / 3},
            &paint);
}

static void draw_rule(const struct plot *plot, const struct bullets *all, struct point at,
                      const struct paint *paint)
{
    struct paint halo = *paint;
    struct point top = {at.x, at.y - 0.3 * all->band};
    struct point bottom = {at.x, at.y + 0.3 * all->band};
    halo.stroke_colour = plot->theme->white;
    halo.width += 2 * HALO;
    display_line(plot->display, top, bottom, &halo);
    display_line(plot->display, top, bottom, paint);
}

/* What a row is held against; NAN for nothing. */
static double target_of(const struct figure *figure, size_t row)
{
    if (has_own_targets(figure))
        return series_value(figure, row, 1);
    return figure->has_target ? figure->target : (double)NAN;
}

static void draw_row(const struct plot *plot, const struct bullets *all, size_t lane)
{
    const struct figure *figure = plot->figure;
    size_t row = all->lanes.rows[lane];
    double y = lane_middle(&all->lanes, lane);
    double before = series_number(figure, row, figure->before_column);
    double target = target_of(figure, row);
    struct paint heavy = {.stroke = true, .stroke_colour = plot->theme->ink, .width = TARGET_WIDTH};
    struct paint light = {
        .stroke = true, .stroke_colour = plot->theme->secondary, .width = TICK_WIDTH};

    draw_ranges(plot, all, y);
    if (!all->axis.scale.cropped)
        draw_result(plot, all, series_value(figure, row, 0), y);
    if (isfinite(before))
        draw_rule(plot, all, (struct point){lane_axis_x(&all->axis, before), y}, &light);
    if (all->axis.scale.cropped) /* a dot must not vanish below the rule */
        draw_result(plot, all, series_value(figure, row, 0), y);
    if (isfinite(target))
        draw_rule(plot, all, (struct point){lane_axis_x(&all->axis, target), y}, &heavy);
}

/* ---- Names above the first row ---- */

/* On the lowest line that has room, with a thin rule down to what it names. */
static void place_name(struct canvas *canvas, const struct bullets *all, const char *text, double x)
{
    const struct plot *plot = canvas->plot;
    struct paint rule = {.stroke = true, .stroke_colour = plot->theme->rule, .width = 0.5};
    struct label label = {.text = text,
                          .font = FONT_TICK,
                          .colour = plot->theme->secondary,
                          .align = ALIGN_CENTRE,
                          .width = plot->area.width / 2,
                          .most = 1};
    struct size size = label_size(canvas, &label);
    double most = fmax(all->lanes.right - size.width / 2, plot->area.x);
    double foot = lane_middle(&all->lanes, 0) - all->band / 2;

    for (size_t line = 0; line < head_lines(plot->figure); line++) {
        double y = all->lanes.top - ((double)line + 0.5) * HEAD_LINE;
        if (!label_place(canvas, &label, (struct point){fmin(x, most), y}))
            continue;
        canvas_line(canvas, (struct point){x, y + size.height / 2}, (struct point){x, foot}, &rule);
        return;
    }
}

/* The first row's own mark is the one that carries a column's name. */
static void place_column_name(struct canvas *canvas, const struct bullets *all, size_t column)
{
    const struct figure *figure = canvas->plot->figure;
    double value = series_number(figure, all->lanes.rows[0], column);
    if (isfinite(value))
        place_name(canvas, all, series_heading(figure, column), lane_axis_x(&all->axis, value));
}

static void draw_names(struct canvas *canvas, const struct bullets *all)
{
    const struct figure *figure = canvas->plot->figure;
    if (has_own_targets(figure))
        place_column_name(canvas, all, figure->value_columns[1]);
    else if (figure->has_target)
        place_name(canvas, all, ends_target_text(canvas), lane_axis_x(&all->axis, figure->target));
    if (figure->before_column != FIGURE_NO_COLUMN)
        place_column_name(canvas, all, figure->before_column);
    for (size_t i = 0; i < figure->limit_count; i++)
        if (figure->limits[i].label)
            place_name(canvas, all, figure->limits[i].label,
                       lane_axis_x(&all->axis, figure->limits[i].value));
}

/* The mark in place of a value, where no column could say it. */
static void draw_missing(struct canvas *canvas, const struct bullets *all, size_t lane)
{
    const struct plot *plot = canvas->plot;
    size_t row = all->lanes.rows[lane];
    struct label label = {.text = series_print(plot->figure, row, 0, plot->display->arena),
                          .font = FONT_TICK,
                          .colour = plot->theme->ink,
                          .align = ALIGN_LEFT};
    if (all->lanes.column_count == 0 && !isfinite(series_value(plot->figure, row, 0)))
        label_place(canvas, &label, (struct point){all->axis.from, lane_middle(&all->lanes, lane)});
}

static void draw(const struct plot *plot)
{
    struct canvas canvas = canvas_new(plot);
    struct bullets all = make_bullets(&canvas);

    lane_axis_draw(&canvas, &all.lanes, &all.axis);
    for (size_t lane = 0; lane < all.lanes.count; lane++)
        draw_row(plot, &all, lane);
    lanes_draw(&canvas, &all.lanes);
    for (size_t lane = 0; lane < all.lanes.count; lane++)
        draw_missing(&canvas, &all, lane);
    draw_names(&canvas, &all);
    canvas_finish(&canvas);
}

const struct figure_drawer BULLET_DRAWER = {.height = height, .draw = draw, .scale = bullet_scale};
