/* SPDX-License-Identifier: MIT */
#ifndef TESTS_HARD_FIXTURE_H
#define TESTS_HARD_FIXTURE_H

/**
 * A figure of every kind from one recipe a kind: how many columns of values, what stands in them,
 * and what the rows are called. For test_chart_hard.c.
 */

#include "figure_fixture.h"

#include "base/date.h"
#include "document/figure_form.h"

/* What the value cells of a kind hold. */
enum hard_cells { CELLS_NONE, CELLS_COUNTS, CELLS_RATES, CELLS_ASCENDING, CELLS_STATUSES };

/* What its rows are called. */
enum hard_labels { LABELS_NAMES, LABELS_PERIODS, LABELS_DAYS, LABELS_REGIONS };

struct recipe {
    enum hard_cells cells;
    enum hard_labels labels;
    size_t most;        /* columns of values, at most as many as its form takes */
    bool no_negative;   /* its values cannot be negative */
    double least_width; /* points; 0: six columns of the page */
    size_t bars;        /* 1: its bars lie, 2: they stand; 0: it has none */
};

/* The cases of VISUAL's rules for every chart. */
enum hard_case {
    HARD_NO_DATA,
    HARD_ONE_POINT,
    HARD_ALL_EQUAL,
    HARD_OUTLIER,
    HARD_NEGATIVE,
    HARD_TWO,
    HARD_SIXTY,
    HARD_LONG_LABELS,
    HARD_MISSING,
    HARD_MASKED,
    HARD_PLAIN,
    HARD_CASES
};

static inline size_t hard_rows(enum hard_case hard)
{
    static const size_t rows[HARD_CASES] = {
        [HARD_NO_DATA] = 0,  [HARD_ONE_POINT] = 1, [HARD_ALL_EQUAL] = 9, [HARD_OUTLIER] = 9,
        [HARD_NEGATIVE] = 9, [HARD_TWO] = 2,       [HARD_SIXTY] = 60,    [HARD_LONG_LABELS] = 9,
        [HARD_MISSING] = 9,  [HARD_MASKED] = 9,    [HARD_PLAIN] = 12};
    return rows[hard];
}

#define LONG_NAME "Department of the Interior, Local Government and Barangays A"

static inline const char *region_name(size_t row)
{
    static const char *const codes[] = {"NCR",      "CAR", "I",  "II",  "III",  "IV-A",
                                        "MIMAROPA", "V",   "VI", "NIR", "VII",  "VIII",
                                        "IX",       "X",   "XI", "XII", "XIII", "BARMM"};
    return row < ARRAY_LENGTH(codes) ? codes[row] : arena_printf(arena, "Region %zu", row + 1);
}

/* With missing rows every third period or day has no row at all. */
static inline struct cell label_cell(const struct recipe *recipe, enum hard_case hard, size_t row)
{
    int place = (int)(hard == HARD_MISSING ? row + row / 2 : row);
    int period = 4 * 2011 + 2 + place;

    if (recipe->labels == LABELS_PERIODS)
        return cell_text(arena_printf(arena, "%d-Q%d", period / 4, period % 4 + 1));
    if (recipe->labels == LABELS_DAYS)
        return cell_date(day_from_civil(2026, 7, 1) + place);
    if (hard == HARD_LONG_LABELS)
        return cell_text(LONG_NAME);
    if (recipe->labels == LABELS_REGIONS)
        return cell_text(region_name(row));
    return cell_text(arena_printf(arena, "Agency %zu", row + 1));
}

static inline int64_t hard_value(enum hard_case hard, size_t row, size_t series)
{
    int64_t value = 3 + (int64_t)((row * 37 + series * 11) % 60);
    if (hard == HARD_ALL_EQUAL)
        return 40;
    if (hard == HARD_OUTLIER && row == 4)
        return 1234567;
    if (hard == HARD_NEGATIVE && row % 2)
        return -value;
    return value;
}

/* A rate of 3 to 62 in 70 or more; the outlier has very many items. */
static inline struct cell rate_cell(enum hard_case hard, size_t row, size_t series)
{
    int64_t value = hard_value(hard, row, series);
    if (hard == HARD_OUTLIER && row == 4)
        return cell_rate(value, value);
    return cell_rate(value, 70 + 13 * (int64_t)(row % 7));
}

static inline struct cell value_cell(const struct recipe *recipe, enum hard_case hard, size_t row,
                                     size_t series)
{
    if (hard == HARD_MASKED)
        return cell_marked(series % 2 ? CELL_NOT_AVAILABLE : CELL_CONFIDENTIAL);
    if (hard == HARD_MISSING && row % 3 == 1)
        return row == 1 ? (struct cell){0} : cell_marked((enum cell_mark)(row / 3 % 3));
    switch (recipe->cells) {
    case CELLS_RATES:
        return rate_cell(hard, row, series);
    case CELLS_ASCENDING:
        return cell_count(hard_value(hard, row, 0) + 9 * (int64_t)series);
    case CELLS_STATUSES:
        return cell_status((enum status)(1 + (row + series) % (STATUS_COUNT - 1)));
    case CELLS_COUNTS:
        return cell_count(hard_value(hard, row, series));
    case CELLS_NONE:
        break;
    }
    ck_abort_msg("this kind of chart has no recipe");
    return (struct cell){0};
}

static inline enum column_unit cells_unit(enum hard_cells cells)
{
    return cells == CELLS_RATES ? UNIT_PERCENT : cells == CELLS_STATUSES ? UNIT_STATUS : UNIT_COUNT;
}

/* A column beside the values: its cells follow from those of the first value. */
static inline size_t add_column(struct table *table, const char *id, enum column_unit unit)
{
    table->columns[table->column_count] =
        (struct column){.id = id, .heading = arena_printf(arena, "Head %s", id), .unit = unit};
    return table->column_count++;
}

static inline void set_cell(struct table *table, size_t row, size_t column, struct cell cell)
{
    if (column != FIGURE_NO_COLUMN)
        table->cells[row * table->column_count + column] = cell;
}

static inline struct cell shifted(struct cell cell, int64_t by)
{
    if (cell.kind == CELL_RATE)
        return cell_rate(cell.number + by < 0 ? 0 : cell.number + by, cell.denominator + 30);
    if (cell.kind == CELL_COUNT)
        return cell_count(cell.number + by);
    return cell;
}

static inline void fill_beside(struct figure *figure, struct table *table, size_t row)
{
    struct cell value = *table_cell(table, row, figure->value_columns[0]);
    set_cell(table, row, figure->before_column, shifted(value, -5));
    set_cell(table, row, figure->lower_column, shifted(value, -8));
    set_cell(table, row, figure->upper_column, shifted(value, 8));
    set_cell(table, row, figure->count_column, cell_count(1000 + 7 * (int64_t)row));
    set_cell(table, row, figure->group_column, cell_text(row % 8 < 4 ? "Departments" : "Offices"));
    if (figure->kind == FIGURE_HISTOGRAM ||
        figure->kind == FIGURE_ECDF) /* edges, and the last bin open */
        set_cell(table, row, figure->upper_column,
                 row + 1 < table->row_count ? cell_count(3 * (int64_t)row + 3) : (struct cell){0});
}

static const struct figure_limit HARD_LIMITS[] = {
    {3, "3 working days"}, {9, "9 working days, for complex transactions"}, {12, "12 days"}};

/* The columns beside the values that `columns` names (enum figure_column). */
static inline void add_beside(struct figure *figure, struct table *table, unsigned columns,
                              enum column_unit unit)
{
    if (columns & FIGURE_BEFORE)
        figure->before_column = add_column(table, "before", unit);
    if (columns & FIGURE_COUNT)
        figure->count_column = add_column(table, "n", UNIT_COUNT);
    if (columns & FIGURE_LOWER)
        figure->lower_column = add_column(table, "lower", unit);
    if (columns & FIGURE_UPPER)
        figure->upper_column = add_column(table, "upper", unit);
    if (columns & FIGURE_GROUP)
        figure->group_column = add_column(table, "group", UNIT_TEXT);
    if (columns & FIGURE_LIMITS) {
        figure->limits = HARD_LIMITS;
        figure->limit_count = ARRAY_LENGTH(HARD_LIMITS);
    }
}

static inline struct table *hard_table(const struct recipe *recipe, enum hard_case hard,
                                       size_t series)
{
    struct table *table = ARENA_NEW(arena, struct table);
    const char *heading = hard == HARD_LONG_LABELS ? LONG_NAME : "Head";

    *table = (struct table){.id = "t", .row_count = hard_rows(hard), .column_count = 1};
    table->columns = arena_array(arena, series + 6, sizeof *table->columns);
    table->columns[0] = (struct column){.id = "label",
                                        .heading = "Name",
                                        .unit = recipe->labels == LABELS_PERIODS ? UNIT_PERIOD
                                                : recipe->labels == LABELS_DAYS  ? UNIT_DATE
                                                                                 : UNIT_TEXT};
    for (size_t i = 0; i < series; i++) {
        const char *id = arena_printf(arena, "value%zu", i);
        table->columns[add_column(table, id, cells_unit(recipe->cells))].heading =
            arena_printf(arena, "%s %zu", heading, i + 1);
    }
    return table;
}

static inline void fill_table(const struct recipe *recipe, enum hard_case hard,
                              struct figure *figure, struct table *table)
{
    table->cells = arena_array(arena, table->row_count * table->column_count, sizeof(struct cell));
    for (size_t row = 0; row < table->row_count; row++) {
        set_cell(table, row, 0, label_cell(recipe, hard, row));
        for (size_t i = 0; i < figure->value_count; i++)
            set_cell(table, row, figure->value_columns[i], value_cell(recipe, hard, row, i));
        fill_beside(figure, table, row);
    }
}

/* A figure of a kind for one case, with the columns that it needs or all that it takes. */
static inline struct figure *hard_figure(enum figure_kind kind, const struct recipe *recipe,
                                         enum hard_case hard, size_t series, unsigned columns)
{
    struct table *table = hard_table(recipe, hard, series);
    struct figure *figure = ARENA_NEW(arena, struct figure);
    size_t *values = arena_array(arena, series, sizeof *values);

    *figure = (struct figure){.id = "f",
                              .kind = kind,
                              .table = table,
                              .alt = "A figure.",
                              .value_columns = values,
                              .value_count = series,
                              .before_column = FIGURE_NO_COLUMN,
                              .count_column = FIGURE_NO_COLUMN,
                              .lower_column = FIGURE_NO_COLUMN,
                              .upper_column = FIGURE_NO_COLUMN,
                              .group_column = FIGURE_NO_COLUMN,
                              .height = 190};
    for (size_t i = 0; i < series; i++)
        values[i] = i + 1;
    add_beside(figure, table, columns, cells_unit(recipe->cells));
    fill_table(recipe, hard, figure, table);
    return figure;
}

#endif
