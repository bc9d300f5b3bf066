/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "chart/day_calendar.h"
#include "chart/pattern.h"
#include "chart/series.h"
#include "chart/sketch.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define NAME_GAP 6.0
#define HEAD 12.0 /* of the months' names */
#define FOOT 14.0 /* of the totals */
#define CELL_MOST 31.0
#define HIGH_MOST 17.0
#define HIGH_LEAST 9.0
#define FLAT 0.75 /* a cell's height, of its width */
#define ABOVE_KEY 5.0
#define EVENT_SLOT 220.0
#define MORE_HEIGHT 12.0
#define DISC 4.4 /* radius, around an event's number */
#define PADDING 1.0

struct rect day_rect(const struct day_calendar *calendar, size_t week, size_t weekday)
{
    return (struct rect){calendar->left + (double)week * calendar->width,
                         calendar->top + (double)weekday * calendar->height,
                         calendar->width - DAY_GAP, calendar->height - DAY_GAP};
}

static double names_width(const struct canvas *canvas)
{
    double width = 0;

    for (int i = 0; i < WEEKDAYS; i++) {
        const char *name = phrase((enum phrase)((int)PHRASE_CHART_WEEKDAY_1 + i));
        width = fmax(width, measure_width(canvas->plot->measure, name, FONT_CELL));
    }
    const char *total = phrase(PHRASE_CHART_TOTAL);
    return fmax(width, measure_width(canvas->plot->measure, total, FONT_CELL)) + NAME_GAP;
}

static bool has_holiday(const struct figure *figure, const struct days *days)
{
    bool holiday = false;
    for (int32_t day = days->first; !holiday && day <= days->last; day++)
        day_event(figure, days, day, &holiday);
    return holiday;
}

static bool is_incomplete(const struct day_calendar *calendar)
{
    const struct shading *shading = &calendar->shading;
    return shading->blank || shading->marks[CELL_CONFIDENTIAL] ||
           shading->marks[CELL_NOT_AVAILABLE] || shading->marks[CELL_NOT_APPLICABLE];
}

static void make_key(const struct canvas *canvas, struct day_calendar *calendar)
{
    const struct plot *plot = canvas->plot;
    struct arena *arena = plot->display->arena;

    calendar->key = swatches_new(arena);
    calendar->events = swatches_new(arena);
    calendar->events.slot = plot->area.width / fmax(floor(plot->area.width / EVENT_SLOT), 1);
    shading_key(&calendar->shading, plot, &calendar->key);
    if (has_holiday(plot->figure, &calendar->days))
        swatches_add(&calendar->key,
                     (struct swatch){.kind = SWATCH_CORNER, .text = phrase(PHRASE_CHART_HOLIDAY)});
    if (calendar->adds && is_incomplete(calendar))
        swatches_add(&calendar->key, (struct swatch){.text = phrase(PHRASE_CHART_LEFT_OUT)});
    day_events_list(canvas, &calendar->days, &calendar->events);
    calendar->key_height = swatches_height(canvas, &calendar->key, plot->area.width);
    calendar->events_height = swatches_height(canvas, &calendar->events, plot->area.width);
}

/* All but the cells. */
static double frame_height(const struct day_calendar *calendar)
{
    return HEAD + (calendar->adds ? FOOT : 0) + ABOVE_KEY + calendar->key_height +
           calendar->events_height + (calendar->days.left_out > 0 ? MORE_HEIGHT : 0);
}

static void place_cells(const struct canvas *canvas, struct day_calendar *calendar)
{
    struct rect area = canvas->plot->area;
    double left = names_width(canvas);
    double right = calendar->adds ? day_means_width(canvas, calendar) : 0;
    double weeks = (double)calendar->days.weeks;

    if (area.width - left - right < weeks * HIGH_LEAST)
        right = 0;
    calendar->left = area.x + left;
    calendar->top = area.y + HEAD;
    calendar->right = right;
    calendar->width = fmax(fmin((area.width - left - right) / weeks, CELL_MOST), 1);
    double natural = fmax(fmin(calendar->width * FLAT, HIGH_MOST), HIGH_LEAST);
    double room = (area.height - frame_height(calendar)) / WEEKDAYS;
    calendar->height = fmax(fmin(natural, room), DAY_GAP + 1);
}

static struct day_calendar plan(const struct canvas *canvas)
{
    const struct figure *figure = canvas->plot->figure;
    struct arena *arena = canvas->plot->display->arena;
    struct day_calendar calendar = {.days = days_read(figure, arena),
                                    .shading = shading_make(figure, arena),
                                    .adds = series_is_counts(figure)};

    if (calendar.days.weeks == 0)
        return calendar;
    calendar.shading.blank = calendar.shading.blank || calendar.days.missing;
    make_key(canvas, &calendar);
    place_cells(canvas, &calendar);
    return calendar;
}

static double height(const struct figure *figure, double width)
{
    struct sketch sketch;
    sketch_open(&sketch, figure, width);
    struct day_calendar calendar = plan(&sketch.canvas);
    double needed = calendar.days.weeks == 0 ? MORE_HEIGHT
                                             : frame_height(&calendar) + WEEKDAYS * calendar.height;
    sketch_close(&sketch);
    return needed;
}

/* A number in a white disc at the cell's left, so that no one takes it for a value. */
static void draw_number(struct canvas *canvas, size_t number, struct rect cell)
{
    const struct plot *plot = canvas->plot;
    double radius = fmin(DISC, fmin(cell.width, cell.height) / 2);
    struct point centre = {cell.x + radius + 0.5, cell.y + cell.height / 2};
    struct paint disc = {.fill = true,
                         .fill_colour = plot->theme->white,
                         .stroke = true,
                         .stroke_colour = plot->theme->ink,
                         .width = 0.5};
    struct label label = {.text = arena_printf(plot->display->arena, "%zu", number),
                          .font = FONT_CELL_LABEL,
                          .colour = plot->theme->ink,
                          .align = ALIGN_CENTRE};

    if (label_size(canvas, &label).width > cell.width)
        return;
    display_circle(plot->display, centre, radius - 0.25, &disc);
    label_place(canvas, &label, centre);
}

/* A value where it fits; beside an event's number it stands at the right. */
static void draw_value(struct canvas *canvas, const struct label *label, struct rect cell,
                       bool beside)
{
    struct label placed = *label;
    double taken = beside ? 2 * DISC + 1 : 0;
    struct point at = {cell.x + cell.width / 2, cell.y + cell.height / 2};

    if (beside) {
        placed.align = ALIGN_RIGHT;
        at.x = cell.x + cell.width - PADDING;
    }
    struct size size = label_size(canvas, &placed);
    if (size.width + taken <= cell.width - PADDING && size.height <= cell.height + DAY_GAP)
        label_place(canvas, &placed, at);
}

static void draw_day(struct canvas *canvas, const struct day_calendar *calendar, int32_t day,
                     struct rect rect)
{
    const struct plot *plot = canvas->plot;
    const struct cell *cell = days_cell(plot->figure, &calendar->days, day);
    bool holiday = false;
    size_t number = day_event(plot->figure, &calendar->days, day, &holiday);
    struct label label = {.font = FONT_CELL, .align = ALIGN_CENTRE};

    label.colour = shading_draw(plot, &calendar->shading, cell, rect);
    if (holiday)
        pattern_corner(plot, rect);
    if (number > 0)
        draw_number(canvas, number, rect);
    if (!cell || cell->kind == CELL_BLANK ||
        (cell->kind == CELL_MARK && cell->number != CELL_CONFIDENTIAL))
        return;
    label.text = series_print(plot->figure, calendar->days.rows[day - calendar->days.monday], 0,
                              plot->display->arena);
    draw_value(canvas, &label, rect, number > 0);
}

static void draw_days(struct canvas *canvas, const struct day_calendar *calendar)
{
    const struct days *days = &calendar->days;

    for (size_t week = 0; week < days->weeks; week++)
        for (size_t weekday = 0; weekday < WEEKDAYS; weekday++)
            if (days_holds(days, days_at(days, week, weekday)))
                draw_day(canvas, calendar, days_at(days, week, weekday),
                         day_rect(calendar, week, weekday));
}

static void draw_foot(struct canvas *canvas, const struct day_calendar *calendar)
{
    struct rect area = canvas->plot->area;
    double y =
        calendar->top + WEEKDAYS * calendar->height + (calendar->adds ? FOOT : 0) + ABOVE_KEY;

    swatches_draw(canvas, &calendar->key,
                  (struct rect){area.x, y, area.width, calendar->key_height});
    y += calendar->key_height;
    swatches_draw(canvas, &calendar->events,
                  (struct rect){area.x, y, area.width, calendar->events_height});
    y += calendar->events_height;
    label_more(canvas, calendar->days.left_out, (struct point){area.x, y + MORE_HEIGHT / 2});
}

static void draw(const struct plot *plot)
{
    struct canvas canvas = canvas_new(plot);
    struct day_calendar calendar = plan(&canvas);

    if (calendar.days.weeks == 0) {
        label_more(&canvas, calendar.days.left_out,
                   (struct point){plot->area.x, plot->area.y + MORE_HEIGHT / 2});
    } else {
        draw_days(&canvas, &calendar);
        day_months_draw(plot, &calendar);
        day_names_draw(&canvas, &calendar);
        day_means_draw(&canvas, &calendar);
        day_totals_draw(&canvas, &calendar);
        draw_foot(&canvas, &calendar);
    }
    canvas_finish(&canvas);
}

const struct figure_drawer CALENDAR_DRAWER = {.height = height, .draw = draw};
