/* SPDX-License-Identifier: MIT */
#include "document/document.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"

const char *const FIGURE_KINDS[FIGURE_KIND_COUNT + 1] = {
    [FIGURE_LINE] = "line",
    [FIGURE_COLUMN] = "column",
    [FIGURE_BAR] = "bar",
    [FIGURE_HEAT] = "heat",
    [FIGURE_GRID] = "grid",
    [FIGURE_STRIP] = "strip",
    [FIGURE_DUMBBELL] = "dumbbell",
    [FIGURE_BULLET] = "bullet",
    [FIGURE_HISTOGRAM] = "histogram",
    [FIGURE_PERCENTILES] = "percentiles",
    [FIGURE_PARETO] = "pareto",
    [FIGURE_FUNNEL] = "funnel",
    [FIGURE_CALENDAR] = "calendar",
    [FIGURE_REGIONS] = "regions",
    [FIGURE_ECDF] = "ecdf",
    [FIGURE_MULTIPLES] = "multiples",
    [FIGURE_DIVERGING] = "diverging",
    [FIGURE_KIND_COUNT] = NULL,
};

const struct cell *table_cell(const struct table *table, size_t row, size_t column)
{
    assert(row < table->row_count && column < table->column_count);
    return &table->cells[row * table->column_count + column];
}

size_t table_column(const struct table *table, const char *id)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].id, id) == 0)
            return i;
    return (size_t)-1;
}

const char *column_title(const struct column *column, struct arena *arena)
{
    return column->spanner ? arena_printf(arena, "%s: %s", column->spanner, column->heading)
                           : column->heading;
}

bool column_is_numeric(const struct column *column)
{
    switch (column->unit) {
    case UNIT_TEXT:
    case UNIT_STATUS:
    case UNIT_PERIOD:
        return false;
    case UNIT_COUNT:
    case UNIT_PERCENT:
    case UNIT_POINTS:
    case UNIT_SCORE:
    case UNIT_DAYS:
    case UNIT_HOURS:
    case UNIT_NUMBER:
    case UNIT_DATE:
        return true;
    }
    return false;
}
