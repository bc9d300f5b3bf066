/* SPDX-License-Identifier: MIT */
#include "document/series_facts.h"

#include "base/text.h"
#include "document/build.h"

#include <math.h>
#include <string.h>

size_t facts_rows(const struct figure *figure)
{
    size_t rows = figure->table->row_count;
    if (figure->table->total_last && rows > 0)
        rows--;
    return figure->row_limit && figure->row_limit < rows ? figure->row_limit : rows;
}

static const struct cell *at(const struct figure *figure, size_t row, size_t column)
{
    return table_cell(figure->table, row, column);
}

static double value_at(const struct figure *figure, size_t row, size_t column)
{
    return cell_value(at(figure, row, column));
}

static void find_extremes(const struct figure *figure, struct series_facts *facts)
{
    for (size_t r = 0; r < facts->rows; r++) {
        double value = value_at(figure, r, facts->column);
        if (isnan(value)) {
            facts->missing++;
            continue;
        }
        facts->unreliable |= at(figure, r, facts->column)->unreliable;
        if (!facts->known++)
            facts->first = facts->highest = facts->lowest = r;
        if (value > value_at(figure, facts->highest, facts->column))
            facts->highest = r;
        if (value < value_at(figure, facts->lowest, facts->column))
            facts->lowest = r;
        facts->last = r;
    }
}

/** The row so many before the last, where it has a value. */
static size_t find_earlier(const struct figure *figure, const struct series_facts *facts,
                           size_t back)
{
    if (!facts->is_time || !facts->known || facts->last < back ||
        isnan(value_at(figure, facts->last - back, facts->column)))
        return SERIES_NONE;
    return facts->last - back;
}

/** Rates and scores are the better the higher; of times and counts nobody has said. */
static void find_met(const struct figure *figure, struct series_facts *facts)
{
    enum column_unit unit = figure->table->columns[facts->column].unit;
    facts->has_met = figure->has_target && (unit == UNIT_PERCENT || unit == UNIT_SCORE);
    for (size_t r = 0; facts->has_met && r < facts->rows; r++)
        facts->met += value_at(figure, r, facts->column) >= figure->target;
}

static enum change_kind between(const struct figure *figure, const struct series_facts *facts,
                                size_t before, size_t now)
{
    if (before == SERIES_NONE || now == SERIES_NONE || before == now)
        return CHANGE_UNKNOWN;
    return change_between(at(figure, before, facts->column), at(figure, now, facts->column),
                          &figure->table->columns[facts->column]);
}

/** A shape of rates that chance could have made is none. */
static enum trend confirm(const struct figure *figure, const struct series_facts *facts,
                          enum trend trend)
{
    switch (trend) {
    case TREND_RISING:
        return facts->ends == CHANGE_UP ? trend : TREND_FLUCTUATED;
    case TREND_FALLING:
        return facts->ends == CHANGE_DOWN ? trend : TREND_FLUCTUATED;
    case TREND_ROSE_THEN_FELL:
        return between(figure, facts, facts->first, facts->highest) == CHANGE_UP &&
                       between(figure, facts, facts->highest, facts->last) == CHANGE_DOWN
                   ? trend
                   : TREND_FLUCTUATED;
    case TREND_FELL_THEN_ROSE:
        return between(figure, facts, facts->first, facts->lowest) == CHANGE_DOWN &&
                       between(figure, facts, facts->lowest, facts->last) == CHANGE_UP
                   ? trend
                   : TREND_FLUCTUATED;
    case TREND_NONE:
    case TREND_ENDS:
    case TREND_FLAT:
    case TREND_FLUCTUATED:
        break;
    }
    return trend;
}

static enum trend find_trend(const struct figure *figure, const struct series_facts *facts)
{
    double values[TREND_MOST];
    if (!facts->is_time || facts->rows > TREND_MOST)
        return facts->is_time && facts->known > 1 ? TREND_ENDS : TREND_NONE;
    for (size_t r = 0; r < facts->rows; r++)
        values[r] = value_at(figure, r, facts->column);
    return confirm(figure, facts, trend_class(values, facts->rows, facts->unit));
}

/** A column of one control, or the share met in rows of controls. */
static bool is_control(const struct build *build, const struct column *column)
{
    return strcmp(column->id, "rate") == 0 ||
           results_control(build->results, column->id) != SIZE_MAX;
}

struct series_facts series_facts_find(const struct build *build, const struct figure *figure,
                                      size_t column)
{
    const struct column *of = &figure->table->columns[column];
    struct series_facts facts = {
        .column = column,
        .rows = facts_rows(figure),
        .first = SERIES_NONE,
        .last = SERIES_NONE,
        .highest = SERIES_NONE,
        .lowest = SERIES_NONE,
        .is_time = figure->table->columns[figure->label_column].unit == UNIT_PERIOD,
        .is_census = is_control(build, of),
    };
    find_extremes(figure, &facts);
    find_met(figure, &facts);
    facts.unit = change_unit(of, facts.known ? value_at(figure, facts.highest, column) : 0);
    facts.previous = find_earlier(figure, &facts, 1);
    facts.year_before = find_earlier(figure, &facts, 4);
    facts.ends = between(figure, &facts, facts.first, facts.last);
    facts.step = between(figure, &facts, facts.previous, facts.last);
    facts.swing = between(figure, &facts, facts.lowest, facts.highest);
    facts.trend = find_trend(figure, &facts);
    return facts;
}

enum trend_size facts_size(const struct figure *figure, const struct series_facts *facts)
{
    return trend_size(value_at(figure, facts->last, facts->column) -
                          value_at(figure, facts->first, facts->column),
                      facts->unit);
}

size_t facts_order(const struct figure *figure, size_t column, bool highest, size_t *ret_rows,
                   size_t most)
{
    size_t count = 0;
    for (size_t r = 0; r < facts_rows(figure); r++) {
        double value = value_at(figure, r, column);
        size_t place = count;
        if (isnan(value))
            continue;
        while (place > 0 && (highest ? value > value_at(figure, ret_rows[place - 1], column)
                                     : value < value_at(figure, ret_rows[place - 1], column)))
            place--;
        if (place == most)
            continue;
        count += count < most;
        for (size_t i = count - 1; i > place; i--)
            ret_rows[i] = ret_rows[i - 1];
        ret_rows[place] = r;
    }
    return count;
}

size_t facts_row(const struct figure *figure, const char *label)
{
    for (size_t r = 0; label && r < facts_rows(figure); r++)
        if (text_equal(at(figure, r, figure->label_column)->text, label))
            return r;
    return SERIES_NONE;
}

size_t facts_above(const struct figure *figure, size_t column, size_t row)
{
    size_t above = 0;
    double value = value_at(figure, row, column);
    for (size_t r = 0; r < facts_rows(figure); r++)
        above += value_at(figure, r, column) > value;
    return isnan(value) ? SERIES_NONE : above;
}
