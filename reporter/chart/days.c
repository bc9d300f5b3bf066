/* SPDX-License-Identifier: MIT */
#include "chart/days.h"

#include "base/arena.h"
#include "base/date.h"
#include "chart/series.h"

#include <math.h>
#include <string.h>

bool day_read(const struct cell *cell, int32_t *ret_day)
{
    if (cell->kind == CELL_DATE) {
        *ret_day = (int32_t)cell->number;
        return true;
    }
    return cell->kind == CELL_TEXT && date_parse(cell->text, strlen(cell->text), ret_day);
}

static bool row_day(const struct figure *figure, size_t row, int32_t *ret_day)
{
    return day_read(table_cell(figure->table, row, figure->label_column), ret_day);
}

/* The first week and their number, from the rows that are days. */
static void find_weeks(const struct figure *figure, struct days *days)
{
    bool found = false;

    for (size_t row = 0; row < series_rows(figure); row++) {
        int32_t day;
        if (!row_day(figure, row, &day))
            continue;
        days->first = found && days->first < day ? days->first : day;
        days->last = found && days->last > day ? days->last : day;
        found = true;
    }
    if (!found)
        return;
    days->monday = days->first - day_of_week(days->first);
    int32_t end = days->monday + DAYS_MOST_WEEKS * WEEKDAYS;
    days->last = days->last < end ? days->last : end - 1;
    days->weeks = (size_t)(days->last - days->monday) / WEEKDAYS + 1;
}

static void place_rows(const struct figure *figure, struct days *days)
{
    for (size_t row = 0; row < series_rows(figure); row++) {
        int32_t day;
        size_t *place = NULL;
        if (row_day(figure, row, &day) && days_holds(days, day))
            place = &days->rows[day - days->monday];
        if (place && *place == SLOT_EMPTY)
            *place = row;
        else
            days->left_out++;
    }
}

struct days days_read(const struct figure *figure, struct arena *arena)
{
    struct days days = {0};

    find_weeks(figure, &days);
    days.rows = arena_array(arena, days.weeks * WEEKDAYS, sizeof *days.rows);
    for (size_t i = 0; i < days.weeks * WEEKDAYS; i++)
        days.rows[i] = SLOT_EMPTY;
    place_rows(figure, &days);
    for (int32_t day = days.first; days.weeks > 0 && day <= days.last; day++)
        days.missing = days.missing || !days_cell(figure, &days, day);
    return days;
}

int32_t days_at(const struct days *days, size_t week, size_t weekday)
{
    return days->monday + (int32_t)(week * WEEKDAYS + weekday);
}

bool days_holds(const struct days *days, int32_t day)
{
    return days->weeks > 0 && day >= days->first && day <= days->last;
}

const struct cell *days_cell(const struct figure *figure, const struct days *days, int32_t day)
{
    size_t row = days_holds(days, day) ? days->rows[day - days->monday] : SLOT_EMPTY;
    return row == SLOT_EMPTY ? NULL : table_cell(figure->table, row, figure->value_columns[0]);
}

static void add_day(const struct figure *figure, const struct days *days, int32_t day,
                    struct day_sum *sum)
{
    const struct cell *cell = days_cell(figure, days, day);
    double value = cell ? cell_value(cell) : (double)NAN;

    if (isfinite(value)) {
        sum->sum += value;
        sum->count++;
    } else if (days_holds(days, day)) {
        sum->incomplete = true;
    }
}

struct day_sum days_week(const struct figure *figure, const struct days *days, size_t week)
{
    struct day_sum sum = {0};
    for (size_t weekday = 0; weekday < WEEKDAYS; weekday++)
        add_day(figure, days, days_at(days, week, weekday), &sum);
    return sum;
}

struct day_sum days_weekday(const struct figure *figure, const struct days *days, size_t weekday)
{
    struct day_sum sum = {0};
    for (size_t week = 0; week < days->weeks; week++)
        add_day(figure, days, days_at(days, week, weekday), &sum);
    return sum;
}
