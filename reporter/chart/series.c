/* SPDX-License-Identifier: MIT */
#include "chart/series.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/number.h"
#include "base/phrase.h"
#include "base/text.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#define MOST_PERIODS 400 /* a hundred years: beyond that a date is a typing error */

size_t series_rows(const struct figure *figure)
{
    size_t rows = figure->table->row_count;

    if (figure->table->total_last && rows > 0)
        rows--;
    return figure->row_limit > 0 && figure->row_limit < rows ? figure->row_limit : rows;
}

static const struct cell *value_cell(const struct figure *figure, size_t row, size_t series)
{
    assert(series < figure->value_count);
    return table_cell(figure->table, row, figure->value_columns[series]);
}

double series_value(const struct figure *figure, size_t row, size_t series)
{
    return cell_value(value_cell(figure, row, series));
}

const char *series_text(const struct figure *figure, size_t row, size_t column, struct arena *arena)
{
    struct text text = {0};
    if (column == FIGURE_NO_COLUMN)
        return "";
    cell_print(table_cell(figure->table, row, column), &figure->table->columns[column], &text);
    const char *copy = arena_text(arena, text_string(&text));
    text_finish(&text);
    return copy;
}

const char *series_print(const struct figure *figure, size_t row, size_t series,
                         struct arena *arena)
{
    const char *text = series_text(figure, row, figure->value_columns[series], arena);
    return text[0] ? text : phrase(PHRASE_CHART_NO_DATA);
}

const struct cell *series_beside(const struct figure *figure, size_t row, size_t column)
{
    return column == FIGURE_NO_COLUMN ? NULL : table_cell(figure->table, row, column);
}

double series_number(const struct figure *figure, size_t row, size_t column)
{
    const struct cell *cell = series_beside(figure, row, column);
    return cell ? cell_value(cell) : (double)NAN;
}

/* A rate's own print would be a percentage, and no count. */
const char *series_count(const struct figure *figure, size_t row, struct arena *arena)
{
    const struct cell *cell = series_beside(figure, row, figure->count_column);
    if (!cell || cell->kind != CELL_RATE)
        return series_text(figure, row, figure->count_column, arena);

    struct text part = {0};
    struct text whole = {0};
    number_count(&part, cell->number);
    number_count(&whole, cell->denominator);
    const char *both = phrase_filled(arena, PHRASE_CHART_OF, "part", text_string(&part), "whole",
                                     text_string(&whole), NULL);
    text_finish(&part);
    text_finish(&whole);
    return both;
}

const char *series_heading(const struct figure *figure, size_t column)
{
    return figure->table->columns[column].heading;
}

bool series_is_subject(const struct figure *figure, const char *label)
{
    return figure->subject && text_equal(figure->subject, label);
}

const char *series_name(const struct figure *figure, size_t series)
{
    return series_heading(figure, figure->value_columns[series]);
}

const char *series_label(const struct figure *figure, size_t row, struct arena *arena)
{
    return series_text(figure, row, figure->label_column, arena);
}

enum column_unit series_unit(const struct figure *figure)
{
    return figure->table->columns[figure->value_columns[0]].unit;
}

bool series_is_counts(const struct figure *figure)
{
    for (size_t row = 0; row < series_rows(figure); row++)
        for (size_t series = 0; series < figure->value_count; series++)
            if (isfinite(series_value(figure, row, series)) &&
                value_cell(figure, row, series)->kind != CELL_COUNT)
                return false;
    return true;
}

static void widen(struct domain *domain, double value)
{
    if (!isfinite(value))
        return;
    domain->lo = fmin(domain->lo, value);
    domain->hi = fmax(domain->hi, value);
}

/* What is drawn beside the values must have its place on the axis too. */
static void widen_beside(struct domain *domain, const struct figure *figure)
{
    const size_t columns[] = {figure->before_column, figure->lower_column, figure->upper_column};
    for (size_t row = 0; row < series_rows(figure); row++)
        for (size_t i = 0; i < ARRAY_LENGTH(columns); i++)
            widen(domain, series_number(figure, row, columns[i]));
}

bool series_domain(const struct figure *figure, struct domain *ret_domain)
{
    enum column_unit unit = series_unit(figure);
    struct domain domain = {.lo = INFINITY,
                            .hi = -INFINITY,
                            .most = 100,
                            .has_most = unit == UNIT_PERCENT || unit == UNIT_SCORE,
                            .whole = unit == UNIT_COUNT};

    for (size_t row = 0; row < series_rows(figure); row++)
        for (size_t series = 0; series < figure->value_count; series++)
            widen(&domain, series_value(figure, row, series));
    if (domain.lo > domain.hi)
        return false;
    widen_beside(&domain, figure);
    if (figure->has_target)
        widen(&domain, figure->target);
    *ret_domain = domain;
    return true;
}

static struct slots slots_by_row(size_t rows, struct arena *arena)
{
    struct slots slots = {.rows = arena_array(arena, rows, sizeof(size_t)), .count = rows};
    for (size_t row = 0; row < rows; row++)
        slots.rows[row] = row;
    return slots;
}

/* The periods of the rows; false where a label is none. */
static bool read_periods(const struct figure *figure, size_t rows, int32_t *periods)
{
    if (figure->table->columns[figure->label_column].unit != UNIT_PERIOD)
        return false;
    for (size_t row = 0; row < rows; row++) {
        const struct cell *cell = table_cell(figure->table, row, figure->label_column);
        if (cell->kind != CELL_TEXT || !cell->text ||
            !period_parse(cell->text, strlen(cell->text), &periods[row]))
            return false;
    }
    return rows > 0;
}

struct slots series_slots(const struct figure *figure, struct arena *arena)
{
    size_t rows = series_rows(figure);
    int32_t *periods = arena_array(arena, rows, sizeof *periods);
    if (!read_periods(figure, rows, periods))
        return slots_by_row(rows, arena);

    int32_t first = periods[0];
    int32_t last = periods[0];
    for (size_t row = 1; row < rows; row++) {
        first = periods[row] < first ? periods[row] : first;
        last = periods[row] > last ? periods[row] : last;
    }
    if (last - first >= MOST_PERIODS)
        return slots_by_row(rows, arena);

    struct slots slots = {.count = (size_t)(last - first) + 1, .periods = true, .first = first};
    slots.rows = arena_array(arena, slots.count, sizeof(size_t));
    for (size_t slot = 0; slot < slots.count; slot++)
        slots.rows[slot] = SLOT_EMPTY;
    for (size_t row = 0; row < rows; row++)
        slots.rows[periods[row] - first] = row;
    return slots;
}

double slot_value(const struct figure *figure, const struct slots *slots, size_t slot,
                  size_t series)
{
    size_t row = slots->rows[slot];
    return row == SLOT_EMPTY ? (double)NAN : series_value(figure, row, series);
}
