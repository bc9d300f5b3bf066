/* SPDX-License-Identifier: MIT */
#include "chart/day_calendar.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/number.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/figure.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define BAR 28.0 /* the longest of the means */
#define BAR_GAP 8.0
#define NUMBER_GAP 4.0
#define BELOW 8.0 /* from the cells to the middle of the totals */
#define ABOVE 6.0 /* from the cells to the middle of the months' names */

static struct label small_label(const struct canvas *canvas, const char *text, enum align align)
{
    return (struct label){
        .text = text, .font = FONT_CELL, .colour = canvas->plot->theme->secondary, .align = align};
}

static const char *print_number(struct arena *arena, double value, int decimals)
{
    struct text text = {0};
    number_decimal(&text, value, decimals);
    const char *copy = arena_text(arena, text_string(&text));
    text_finish(&text);
    return copy;
}

static double mean_of(const struct canvas *canvas, const struct day_calendar *calendar,
                      size_t weekday)
{
    struct day_sum sum = days_weekday(canvas->plot->figure, &calendar->days, weekday);
    return sum.count > 0 ? sum.sum / (double)sum.count : (double)NAN;
}

static const char *mean_text(const struct canvas *canvas, double mean)
{
    struct arena *arena = canvas->plot->display->arena;
    return isfinite(mean) ? print_number(arena, mean, fabs(mean) < 10 ? 1 : 0) : "[x]";
}

double day_means_width(const struct canvas *canvas, const struct day_calendar *calendar)
{
    double width = 0;

    for (size_t weekday = 0; weekday < WEEKDAYS; weekday++) {
        double mean = mean_of(canvas, calendar, weekday);
        struct label label = small_label(canvas, mean_text(canvas, mean), ALIGN_LEFT);
        width = fmax(width, label_size(canvas, &label).width);
    }
    return BAR_GAP + BAR + NUMBER_GAP + width;
}

static double most_mean(const struct canvas *canvas, const struct day_calendar *calendar)
{
    double most = 0;
    for (size_t weekday = 0; weekday < WEEKDAYS; weekday++) {
        double mean = mean_of(canvas, calendar, weekday);
        most = isfinite(mean) ? fmax(most, mean) : most;
    }
    return most;
}

void day_means_draw(struct canvas *canvas, const struct day_calendar *calendar)
{
    const struct plot *plot = canvas->plot;
    double x = calendar->left + (double)calendar->days.weeks * calendar->width + BAR_GAP;
    double most = most_mean(canvas, calendar);
    struct paint paint = {.fill = true, .fill_colour = plot->theme->brand};
    struct label head = small_label(canvas, phrase(PHRASE_CHART_MEAN), ALIGN_LEFT);

    if (!calendar->adds || calendar->right <= 0)
        return;
    label_place(canvas, &head, (struct point){x, calendar->top - ABOVE});
    for (size_t weekday = 0; weekday < WEEKDAYS; weekday++) {
        double mean = mean_of(canvas, calendar, weekday);
        double middle = calendar->top + ((double)weekday + 0.5) * calendar->height;
        double length = isfinite(mean) && most > 0 ? fmax(mean, 0) / most * BAR : 0;
        double thick = fmin(calendar->height - 3, 7);
        struct label label = small_label(canvas, mean_text(canvas, mean), ALIGN_LEFT);
        if (length > 0)
            display_rect(plot->display, (struct rect){x, middle - thick / 2, length, thick},
                         &paint);
        label_place(canvas, &label, (struct point){x + length + NUMBER_GAP, middle});
    }
}

void day_totals_draw(struct canvas *canvas, const struct day_calendar *calendar)
{
    const struct plot *plot = canvas->plot;
    double y = calendar->top + WEEKDAYS * calendar->height + BELOW;
    struct label head = small_label(canvas, phrase(PHRASE_CHART_TOTAL), ALIGN_LEFT);

    if (!calendar->adds)
        return;
    label_place(canvas, &head, (struct point){plot->area.x, y});
    for (size_t week = 0; week < calendar->days.weeks; week++) {
        struct day_sum sum = days_week(plot->figure, &calendar->days, week);
        const char *text = sum.count > 0 ? print_number(plot->display->arena, sum.sum, 0) : "[x]";
        struct label label = small_label(canvas, text, ALIGN_CENTRE);
        double x = calendar->left + ((double)week + 0.5) * calendar->width;
        if (!sum.incomplete)
            label.colour = plot->theme->ink;
        if (label_size(canvas, &label).width <= calendar->width)
            label_place(canvas, &label, (struct point){x - DAY_GAP / 2, y});
    }
}

static void draw_weekdays(struct canvas *canvas, const struct day_calendar *calendar)
{
    for (size_t weekday = 0; weekday < WEEKDAYS; weekday++) {
        enum phrase name = (enum phrase)((int)PHRASE_CHART_WEEKDAY_1 + (int)weekday);
        struct rect cell = day_rect(calendar, 0, weekday);
        struct label label = small_label(canvas, phrase(name), ALIGN_LEFT);
        label_place(canvas, &label, (struct point){canvas->plot->area.x, cell.y + cell.height / 2});
    }
}

/* "Jul", with the year at the first one and in each January. */
static const char *month_text(struct arena *arena, int year, int month, bool with_year)
{
    enum phrase name = (enum phrase)((int)PHRASE_MONTH_JAN + month - 1);
    return with_year ? arena_printf(arena, "%s %d", phrase(name), year) : phrase(name);
}

/* Each month's name stands above the week of its first day. */
void day_names_draw(struct canvas *canvas, const struct day_calendar *calendar)
{
    const struct days *days = &calendar->days;
    int before = 0;

    draw_weekdays(canvas, calendar);
    for (int32_t day = days->first; day <= days->last; day++) {
        int year, month, date;
        day_to_civil(day, &year, &month, &date);
        if (month == before)
            continue;
        size_t week = (size_t)(day - days->monday) / WEEKDAYS;
        struct label label = small_label(
            canvas,
            month_text(canvas->plot->display->arena, year, month, before == 0 || month == 1),
            ALIGN_LEFT);
        label.font = FONT_CELL_LABEL;
        label.colour = canvas->plot->theme->ink;
        label_place(
            canvas, &label,
            (struct point){calendar->left + (double)week * calendar->width, calendar->top - ABOVE});
        before = month;
    }
}

static int month_of(int32_t day)
{
    int year, month, date;
    day_to_civil(day, &year, &month, &date);
    return month;
}

struct steps {
    struct path_point *points;
    size_t count;
};

static void add_step(struct steps *steps, double x0, double y0, double x1, double y1)
{
    steps->points[steps->count++] = (struct path_point){.step = PATH_MOVE, .to = {x0, y0}};
    steps->points[steps->count++] = (struct path_point){.step = PATH_LINE, .to = {x1, y1}};
}

static bool parts_months(const struct days *days, int32_t day, int32_t other)
{
    return days_holds(days, day) && days_holds(days, other) && month_of(day) != month_of(other);
}

void day_months_draw(const struct plot *plot, const struct day_calendar *calendar)
{
    const struct days *days = &calendar->days;
    struct paint paint = {.stroke = true, .stroke_colour = plot->theme->ink, .width = 1};
    struct steps steps = {.points =
                              arena_array(plot->display->arena, 4 * WEEKDAYS * days->weeks + 1,
                                          sizeof *steps.points)};

    for (size_t week = 0; week < days->weeks; week++) {
        for (size_t weekday = 0; weekday < WEEKDAYS; weekday++) {
            int32_t day = days_at(days, week, weekday);
            struct rect cell = day_rect(calendar, week, weekday);
            double right = cell.x + cell.width + DAY_GAP / 2;
            double bottom = cell.y + cell.height + DAY_GAP / 2;
            if (parts_months(days, day, day + WEEKDAYS))
                add_step(&steps, right, cell.y - DAY_GAP / 2, right, bottom);
            if (weekday + 1 < WEEKDAYS && parts_months(days, day, day + 1))
                add_step(&steps, cell.x - DAY_GAP / 2, bottom, right, bottom);
        }
    }
    if (steps.count > 0)
        display_path(plot->display, steps.points, steps.count, &paint);
}
