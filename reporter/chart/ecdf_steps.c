/* SPDX-License-Identifier: MIT */
#include "chart/ecdf_steps.h"

#include "base/arena.h"
#include "chart/bins.h"
#include "chart/series.h"

#include <math.h>
#include <stdlib.h>

#define SAME 1e-9

bool steps_have_edges(const struct figure *figure)
{
    return figure->upper_column != FIGURE_NO_COLUMN;
}

bool steps_are_bins(const struct figure *figure)
{
    return steps_have_edges(figure) || series_unit(figure) == UNIT_COUNT;
}

/* A bin adds its count at its upper edge; the open last one has none. */
static void add_bin(struct steps *steps, const struct figure *figure, size_t bin)
{
    const struct cell *cell = table_cell(figure->table, bin, figure->value_columns[0]);
    double edge = steps_have_edges(figure) ? bins_upper(figure, bin) : (double)bin + 1;

    if (cell->kind != CELL_COUNT || cell->number < 0) {
        steps->known = false;
        return;
    }
    steps->total += cell->number;
    if (isfinite(edge))
        steps->items[steps->count++] = (struct step_at){edge, steps->total};
}

static int compare(const void *a, const void *b)
{
    double x = ((const struct step_at *)a)->value;
    double y = ((const struct step_at *)b)->value;
    return (x > y) - (x < y);
}

static void add_values(struct steps *steps, const struct figure *figure)
{
    for (size_t row = 0; row < series_rows(figure); row++) {
        double value = series_value(figure, row, 0);
        if (isfinite(value))
            steps->items[steps->count++].value = value;
        else
            steps->left_out++;
    }
    qsort(steps->items, steps->count, sizeof *steps->items, compare);
    for (size_t i = 0; i < steps->count; i++)
        steps->items[i].count = (int64_t)i + 1;
    steps->total = (int64_t)steps->count;
}

struct steps steps_make(const struct figure *figure, struct arena *arena)
{
    size_t rows = series_rows(figure);
    struct steps steps = {.items = arena_array(arena, rows, sizeof(struct step_at)), .known = true};

    if (!steps_are_bins(figure))
        add_values(&steps, figure);
    for (size_t row = 0; steps_are_bins(figure) && row < rows; row++)
        add_bin(&steps, figure, row);
    return steps;
}

int64_t steps_within(const struct steps *steps, const struct figure *figure, double value)
{
    int64_t count = steps_are_bins(figure) ? -1 : 0;
    for (size_t i = 0; i < steps->count; i++) {
        bool same = fabs(steps->items[i].value - value) < SAME;
        if (same || (!steps_are_bins(figure) && steps->items[i].value < value))
            count = steps->items[i].count;
    }
    return count;
}
