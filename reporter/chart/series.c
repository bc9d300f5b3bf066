/* SPDX-License-Identifier: MIT */
#include "chart/series.h"

#include "base/arena.h"
#include "base/date.h"
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

const char *series_name(const struct figure *figure, size_t series)
{
    return figure->table->columns[figure->value_columns[series]].heading;
}

const char *series_label(const struct figure *figure, size_t row, struct arena *arena)
{
    return series_text(figure, row, figure->label_column, arena);
}

enum column_unit series_unit(const struct figure *figure)
{
    return figure->table->columns[figure->value_columns[0]].unit;
}

static void widen(struct domain *domain, double value)
{
    domain->lo = fmin(domain->lo, value);
    domain->hi = fmax(domain->hi, value);
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
            if (isfinite(series_value(figure, row, series)))
                widen(&domain, series_value(figure, row, series));
    if (domain.lo > domain.hi)
        return false;
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
