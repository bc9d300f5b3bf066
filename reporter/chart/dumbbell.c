/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include "base/phrase.h"
#include "chart/difference.h"
#include "chart/lane_axis.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define HEAD 14.0        /* the names of the two ends and the columns' headings */
#define HEAD_TARGET 11.0 /* the target's name above them */
#define PITCH 15.0
#define PITCH_LEAST 11.0
#define NAMES_SHARE 0.34
#define BEFORE 2.6 /* radius */
#define NOW 3.0
#define LINE_WIDTH 1.2
#define ROOM 5.0 /* a marker stays inside */
#define APART 3.0
#define KEY 9.0        /* the marker before a name */
#define NAME_SHARE 0.4 /* of the width, for the name of an end */

static struct lane_style style_of(const struct figure *figure)
{
    return (struct lane_style){.head = HEAD + (figure->has_target ? HEAD_TARGET : 0),
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

static void dumbbell_scale(const struct figure *figure, struct scale *ret_scale)
{
    struct domain domain = {.hi = 1};
    series_domain(figure, &domain);
    *ret_scale = scale_for_lines(domain, LANE_AXIS_TICKS);
}

struct dumbbells {
    struct lanes lanes;
    struct lane_axis axis;
};

static const struct cell *cell_now(const struct figure *figure, size_t row)
{
    return table_cell(figure->table, row, figure->value_columns[0]);
}

static double value_before(const struct figure *figure, size_t row)
{
    return series_number(figure, row, figure->before_column);
}

static bool is_clear(const struct figure *figure, size_t row)
{
    const struct cell *before = series_beside(figure, row, figure->before_column);
    return before && isfinite(value_before(figure, row)) &&
           isfinite(series_value(figure, row, 0)) &&
           difference_is_clear(before, cell_now(figure, row));
}

static void add_columns(const struct canvas *canvas, struct lanes *lanes)
{
    const struct figure *figure = canvas->plot->figure;
    struct arena *arena = canvas->plot->display->arena;
    const struct column *column = &figure->table->columns[figure->value_columns[0]];
    struct lane_column *now = lanes_add(canvas, lanes, phrase(PHRASE_CHART_NOW));
    struct lane_column *change = lanes_add(canvas, lanes, phrase(PHRASE_CHART_CHANGE));

    for (size_t lane = 0; lane < lanes->count; lane++) {
        size_t row = lanes->rows[lane];
        const struct cell *before = series_beside(figure, row, figure->before_column);
        now->texts[lane] = series_print(figure, row, 0, arena);
        now->faint[lane] = !isfinite(series_value(figure, row, 0));
        change->texts[lane] =
            before ? difference_print(before, cell_now(figure, row), column, arena) : "";
        change->faint[lane] = !is_clear(figure, row);
    }
    lanes_add_count(canvas, lanes);
}

static struct dumbbells make_dumbbells(const struct canvas *canvas)
{
    const struct figure *figure = canvas->plot->figure;
    struct lane_style style = style_of(figure);
    struct dumbbells all = {.lanes = lanes_make(canvas, &style)};

    add_columns(canvas, &all.lanes);
    lanes_fit(canvas, &all.lanes);
    dumbbell_scale(figure, &all.axis.scale);
    all.axis.unit = series_unit(figure);
    all.axis.from = all.lanes.left + ROOM;
    all.axis.to = fmax(all.lanes.right - ROOM, all.axis.from + 1);
    return all;
}

/* Grey says that the change is not clear. */
static struct colour lane_colour(const struct plot *plot, size_t row)
{
    return is_clear(plot->figure, row) ? plot->theme->brand : plot->theme->context;
}

static void draw_before(const struct plot *plot, struct point at, struct colour colour)
{
    struct paint hollow = {.fill = true,
                           .fill_colour = plot->theme->white,
                           .stroke = true,
                           .stroke_colour = colour,
                           .width = LINE_WIDTH};
    display_circle(plot->display, at, BEFORE, &hollow);
}

static void draw_now(const struct plot *plot, struct point at, struct colour colour)
{
    struct paint filled = {.fill = true, .fill_colour = colour};
    display_circle(plot->display, at, NOW, &filled);
}

static void draw_markers(const struct plot *plot, const struct dumbbells *all, size_t lane)
{
    size_t row = all->lanes.rows[lane];
    double y = lane_middle(&all->lanes, lane);
    double before = value_before(plot->figure, row), now = series_value(plot->figure, row, 0);
    struct colour colour = lane_colour(plot, row);
    struct paint line = {.stroke = true, .stroke_colour = colour, .width = LINE_WIDTH};
    struct point first = {lane_axis_x(&all->axis, before), y};
    struct point second = {lane_axis_x(&all->axis, now), y};

    if (isfinite(before) && isfinite(now))
        display_line(plot->display, first, second, &line);
    if (isfinite(before))
        draw_before(plot, first, colour);
    if (isfinite(now))
        draw_now(plot, second, colour);
}

/* The mark in place of a value, where no column could say it. */
static void draw_missing(struct canvas *canvas, const struct dumbbells *all, size_t lane)
{
    const struct plot *plot = canvas->plot;
    size_t row = all->lanes.rows[lane];
    struct label label = {.text = series_print(plot->figure, row, 0, plot->display->arena),
                          .font = FONT_TICK,
                          .colour = plot->theme->secondary,
                          .align = ALIGN_LEFT};
    if (all->lanes.column_count == 0 && !isfinite(series_value(plot->figure, row, 0)))
        label_place(canvas, &label, (struct point){all->axis.from, lane_middle(&all->lanes, lane)});
}

static struct label end_label(const struct canvas *canvas, const char *text)
{
    return (struct label){.text = text,
                          .font = FONT_TICK,
                          .colour = canvas->plot->theme->ink,
                          .align = ALIGN_CENTRE,
                          .width = NAME_SHARE * canvas->plot->area.width,
                          .most = 1};
}

/* The names of both ends above them, moved sideways as little as they must be. */
static void name_ends(struct canvas *canvas, const struct dumbbells *all, double before, double now)
{
    const struct figure *figure = canvas->plot->figure;
    const char *names[] = {series_heading(figure, figure->before_column), series_name(figure, 0)};
    double widths[2], centres[2];
    bool rose = now >= before;
    double wanted[] = {fmin(before, now), fmax(before, now)};

    for (size_t i = 0; i < 2; i++) {
        struct label label = end_label(canvas, names[i]);
        widths[rose ? i : 1 - i] = label_size(canvas, &label).width + KEY + 2 * APART;
    }
    double lo = canvas->plot->area.x, hi = all->lanes.right + ROOM;
    if (widths[0] + widths[1] > hi - lo)
        return;
    label_spread(2, wanted, widths, lo, hi, centres);
    for (size_t i = 0; i < 2; i++) {
        struct label label = end_label(canvas, names[i]);
        struct size size = label_size(canvas, &label);
        struct point at = {centres[rose ? i : 1 - i], all->lanes.top - size.height / 2 - 1};
        struct point key = {at.x - size.width / 2 - 1, at.y};
        if (label_place(canvas, &label, (struct point){at.x + KEY / 2, at.y}))
            (i == 0 ? draw_before : draw_now)(canvas->plot, key, canvas->plot->theme->brand);
    }
}

/* The first whole dumbbell carries the names. */
static void draw_names(struct canvas *canvas, const struct dumbbells *all)
{
    const struct figure *figure = canvas->plot->figure;
    for (size_t lane = 0; lane < all->lanes.count; lane++) {
        size_t row = all->lanes.rows[lane];
        double before = lane_axis_x(&all->axis, value_before(figure, row));
        double now = lane_axis_x(&all->axis, series_value(figure, row, 0));
        if (!isfinite(before) || !isfinite(now))
            continue;
        name_ends(canvas, all, before, now);
        return;
    }
}

static void draw(const struct plot *plot)
{
    struct canvas canvas = canvas_new(plot);
    struct dumbbells all = make_dumbbells(&canvas);

    lane_axis_draw(&canvas, &all.lanes, &all.axis);
    lanes_draw(&canvas, &all.lanes);
    if (plot->figure->has_target)
        lanes_target(&canvas, &all.lanes, lane_axis_x(&all.axis, plot->figure->target),
                     plot->area.y + HEAD_TARGET / 2);
    for (size_t lane = 0; lane < all.lanes.count; lane++) {
        draw_markers(plot, &all, lane);
        draw_missing(&canvas, &all, lane);
    }
    draw_names(&canvas, &all);
    canvas_finish(&canvas);
}

const struct figure_drawer DUMBBELL_DRAWER = {
    .height = height, .draw = draw, .scale = dumbbell_scale};
