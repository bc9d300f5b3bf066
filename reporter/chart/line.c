/* SPDX-License-Identifier: MIT */
#include "chart/line.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/figure.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define DEFAULT_HEIGHT 190.0
#define TICK_SPACING 28.0
#define PAD 8.0 /* half a slot label stays inside the plot */
#define DOT 2.4
#define DOT_CONTEXT 1.6
#define LINE_WIDTH 1.8
#define LINE_CONTEXT 0.9
#define MOST_COLOURED 4 /* lines; of more, one stands out and the rest is grey */
#define FIRST 1e9       /* ranks: a name that never gives way */

static double height(const struct figure *figure, double width)
{
    (void)width;
    return figure->height > 0 ? figure->height : DEFAULT_HEIGHT;
}

static double head_of(const struct figure *figure)
{
    return AXIS_HEAD + line_event_height(figure);
}

static double foot_of(const struct figure *figure)
{
    return axis_slots_height() + line_count_height(figure);
}

static void line_scale(const struct figure *figure, struct scale *ret_scale)
{
    struct domain domain = {.hi = 1};
    series_domain(figure, &domain);
    double length = height(figure, 0) - head_of(figure) - foot_of(figure);
    *ret_scale = scale_for_lines(domain, scale_count(length, TICK_SPACING));
}

/* ---- Which line stands out ---- */

static size_t subject_of(const struct figure *figure)
{
    for (size_t series = 0; series < figure->value_count; series++)
        if (series_is_subject(figure, series_name(figure, series)))
            return series;
    return SLOT_EMPTY;
}

/* Whether a line is one of the grey ones around the subject. */
static bool is_context(const struct figure *figure, size_t series)
{
    size_t subject = subject_of(figure);
    if (subject == SLOT_EMPTY)
        return figure->value_count > MOST_COLOURED && series > 0;
    return series != subject;
}

struct colour line_colour(const struct plot *plot, size_t series)
{
    const struct figure *figure = plot->figure;
    if (is_context(figure, series))
        return plot->theme->context;
    if (figure->value_count == 1 || figure->value_count > MOST_COLOURED ||
        subject_of(figure) == series)
        return plot->theme->brand;
    return plot->theme->series[series];
}

/* ---- Names at the ends ---- */

/* Where a line ends, as the axis would say it. */
static const char *slot_text(const struct plot *plot, const struct slots *slots, size_t slot)
{
    struct text text = {0};
    if (!slots->periods)
        return series_label(plot->figure, slots->rows[slot], plot->display->arena);
    period_short(&text, slots->first + (int32_t)slot);
    const char *copy = arena_text(plot->display->arena, text_string(&text));
    text_finish(&text);
    return copy;
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
        value = arena_printf(arena, "%s, %s", value, slot_text(plot, slots, slot));
    return value;
}

/* A line without any value is named too, with the mark that it has in the last slot. */
static void add_end(const struct line_chart *chart, size_t series, struct ends *ends)
{
    const struct plot *plot = chart->canvas->plot;
    const struct slots *slots = &chart->frame.slots;
    const struct rect *area = &chart->frame.plot;
    size_t slot = track_last(&chart->tracks, series);
    bool context = is_context(plot->figure, series);
    struct end end = {.colour = line_colour(plot, series), .plain = context};

    if (slot == SLOT_EMPTY) {
        slot = slots->rows[slots->count - 1] == SLOT_EMPTY ? 0 : slots->count - 1;
        end.from = (struct point){area->x + area->width, area->y + area->height};
        end.rank = -FIRST;
    } else {
        track_point(&chart->tracks, slot, series, &end.from);
        end.rank = slot_value(plot->figure, slots, slot, series) + (context ? 0 : FIRST);
    }
    end.text = end_text(plot, slots, slot, series);
    ends_add(ends, end);
}

static bool is_hollow(const struct line_chart *chart, size_t slot)
{
    return chart->canvas->plot->figure->provisional && slot + 1 == chart->frame.slots.count;
}

/* The hollow marker of the last quarter is explained once, at the bottom. */
static void add_provisional(const struct line_chart *chart, struct ends *ends)
{
    const struct plot *plot = chart->canvas->plot;
    const struct rect *area = &chart->frame.plot;
    for (size_t series = 0; series < plot->figure->value_count; series++) {
        size_t slot = track_last(&chart->tracks, series);
        if (slot == SLOT_EMPTY || !is_hollow(chart, slot))
            continue;
        ends_add(ends, (struct end){.text = phrase(PHRASE_CHART_PROVISIONAL),
                                    .colour = line_colour(plot, series),
                                    .key = END_HOLLOW,
                                    .plain = true,
                                    .from = {area->x + area->width, area->y + area->height},
                                    .rank = -2 * FIRST});
        return;
    }
}

static void add_target(const struct line_chart *chart, struct ends *ends)
{
    const struct plot *plot = chart->canvas->plot;
    const struct rect *area = &chart->frame.plot;
    ends_add(ends, (struct end){.text = ends_target_text(chart->canvas),
                                .colour = plot->theme->secondary,
                                .from = {area->x + area->width,
                                         frame_y(&chart->frame, plot->figure->target)},
                                .rank = FIRST});
}

static struct ends gather_ends(const struct line_chart *chart, bool target)
{
    struct ends ends = {0};
    for (size_t series = 0; series < chart->canvas->plot->figure->value_count; series++)
        add_end(chart, series, &ends);
    line_band_name(chart, &ends);
    add_provisional(chart, &ends);
    if (target)
        add_target(chart, &ends);
    return ends;
}

/* ---- Lines ---- */

static void draw_dot(const struct line_chart *chart, size_t slot, size_t series, struct point at)
{
    const struct plot *plot = chart->canvas->plot;
    struct colour colour = line_colour(plot, series);
    double radius = is_context(plot->figure, series) ? DOT_CONTEXT : DOT;
    struct paint paint = {.fill = true, .fill_colour = colour};
    if (is_hollow(chart, slot))
        paint = (struct paint){.fill = true,
                               .fill_colour = plot->theme->white,
                               .stroke = true,
                               .stroke_colour = colour,
                               .width = 1.2};
    display_circle(plot->display, at, radius, &paint);
}

/* A line through `count` points that end in `slot`; a lone value between gaps is a dot. */
static void draw_run(const struct line_chart *chart, const struct path_point *points, size_t count,
                     size_t slot, size_t series)
{
    const struct plot *plot = chart->canvas->plot;
    struct paint paint = {.stroke = true,
                          .stroke_colour = line_colour(plot, series),
                          .width = is_context(plot->figure, series) ? LINE_CONTEXT : LINE_WIDTH,
                          .round = true};
    if (count > 1)
        display_path(plot->display, points, count, &paint);
    if (count == 1 || (count > 1 && slot == track_last(&chart->tracks, series)))
        draw_dot(chart, slot, series, points[count - 1].to);
}

static void draw_series(const struct line_chart *chart, size_t series)
{
    size_t slots = chart->frame.slots.count;
    struct path_point *points =
        arena_array(chart->canvas->plot->display->arena, slots, sizeof *points);
    struct point at;
    size_t count = 0;

    for (size_t slot = 0; slot < slots; slot++) {
        if (!track_joins(&chart->tracks, slot, series)) {
            draw_run(chart, points, count, slot - 1, series);
            count = 0;
        }
        if (track_point(&chart->tracks, slot, series, &at)) {
            points[count] = (struct path_point){count ? PATH_LINE : PATH_MOVE, .to = at};
            count++;
        }
    }
    draw_run(chart, points, count, slots - 1, series);
}

/* Grey lines below the coloured ones, the first above the others. */
static void draw_lines(const struct line_chart *chart)
{
    const struct figure *figure = chart->canvas->plot->figure;
    for (int coloured = 0; coloured < 2; coloured++)
        for (size_t series = figure->value_count; series-- > 0;)
            if (is_context(figure, series) == (coloured == 0))
                draw_series(chart, series);
}

/* ---- The chart ---- */

static void make_frame(struct line_chart *chart)
{
    const struct plot *plot = chart->canvas->plot;
    struct rect area = plot->area;
    struct scale scale;

    line_scale(plot->figure, &scale);
    double left = axis_values_width(chart->canvas, &scale, series_unit(plot->figure));
    double head = head_of(plot->figure);
    double length = area.height - head - foot_of(plot->figure);
    chart->frame = (struct frame){
        .plot = {area.x + left, area.y + head, area.width - left, fmax(length, 1)},
        .scale = scale,
        .slots = series_slots(plot->figure, plot->display->arena),
        .pad = PAD,
    };
    chart->cut = arena_array(plot->display->arena, chart->frame.slots.count, sizeof *chart->cut);
    chart->tracks = (struct tracks){plot, &chart->frame, chart->cut};
    line_event_cuts(chart);
}

/* The gutter's width follows from the names, whose heights do not depend on the gutter. */
static void fit_gutter(struct line_chart *chart, bool target)
{
    struct rect area = chart->canvas->plot->area;
    struct ends ends = gather_ends(chart, target);
    double right = area.x + area.width - ends_width(chart->canvas, &ends);
    chart->frame.plot.width = right - chart->frame.plot.x;
}

static void draw_around(const struct line_chart *chart)
{
    struct canvas *canvas = chart->canvas;
    line_band_draw(chart);
    axis_gridlines(canvas, &chart->frame);
    axis_baseline(canvas, &chart->frame);
    axis_values(canvas, &chart->frame, series_unit(canvas->plot->figure));
    axis_slots(canvas, &chart->frame, true);
    line_count_draw(chart);
}

static void draw(const struct plot *plot)
{
    struct canvas canvas = canvas_new(plot);
    struct line_chart chart = {.canvas = &canvas};
    struct point named;

    make_frame(&chart);
    fit_gutter(&chart, false);
    bool on_line = plot->figure->has_target && line_target_find(&chart, &named);
    bool in_gutter = plot->figure->has_target && !on_line;
    if (in_gutter)
        fit_gutter(&chart, true);
    draw_around(&chart);
    if (on_line)
        line_target_name(&chart, named);
    line_gap_draw(&chart);
    line_event_draw(&chart);
    ends_target_line(&canvas, &chart.frame);
    draw_lines(&chart);
    struct ends ends = gather_ends(&chart, in_gutter);
    ends_draw(&canvas, &ends, &chart.frame);
    canvas_finish(&canvas);
}

const struct figure_drawer LINE_DRAWER = {.height = height, .draw = draw, .scale = line_scale};
