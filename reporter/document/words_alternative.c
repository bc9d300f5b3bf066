/* SPDX-License-Identifier: MIT */
#include "document/words.h"

#include "base/arena.h"
#include "base/text.h"
#include "document/build.h"

#include <math.h>

static const char *keep(const struct build *build, struct text *text)
{
    const char *kept = arena_text(build->arena, text_string(text));
    text_finish(text);
    return kept;
}

static const char *const KIND_WORDS[] = {"Line chart", "Column chart", "Bar chart"};

/** Rows with the highest, lowest and last value of a column. */
struct extremes {
    size_t highest, lowest, last, count;
};

static struct extremes find_extremes(const struct figure *figure, size_t column)
{
    struct extremes found = {0};
    size_t rows = figure->row_limit && figure->row_limit < figure->table->row_count
                      ? figure->row_limit
                      : figure->table->row_count;
    for (size_t r = 0; r < rows; r++) {
        double value = cell_value(table_cell(figure->table, r, column));
        if (isnan(value))
            continue;
        if (!found.count || value > cell_value(table_cell(figure->table, found.highest, column)))
            found.highest = r;
        if (!found.count || value < cell_value(table_cell(figure->table, found.lowest, column)))
            found.lowest = r;
        found.last = r;
        found.count++;
    }
    return found;
}

static void say_row(const struct figure *figure, size_t row, size_t column, struct text *text)
{
    const struct table *table = figure->table;
    cell_print(table_cell(table, row, column), &table->columns[column], text);
    text_append(text, " (");
    cell_print(table_cell(table, row, figure->label_column), &table->columns[figure->label_column],
               text);
    text_append(text, ")");
}

static void say_series(const struct figure *figure, size_t column, struct text *text)
{
    struct extremes found = find_extremes(figure, column);
    text_printf(text, " %s: ", figure->table->columns[column].heading);
    if (!found.count) {
        text_append(text, "no data.");
        return;
    }
    if (figure->kind == FIGURE_LINE) {
        text_append(text, "latest ");
        say_row(figure, found.last, column, text);
        text_append(text, ", ");
    }
    text_append(text, "highest ");
    say_row(figure, found.highest, column, text);
    text_append(text, ", lowest ");
    say_row(figure, found.lowest, column, text);
    text_append(text, ".");
}

const char *words_alternative(const struct build *build, const struct figure *figure)
{
    struct text text = {0};
    text_printf(&text, "%s. %s.", KIND_WORDS[figure->kind], figure->title);
    for (size_t i = 0; i < figure->value_count; i++)
        say_series(figure, figure->value_columns[i], &text);
    if (figure->has_target && figure->target_label)
        text_printf(&text, " %s.", figure->target_label);
    if (figure->table->number)
        text_printf(&text, " Data: Table %d.", figure->table->number);
    else if (figure->table->in_workbook)
        text_append(&text, " Data: in the workbook.");
    return keep(build, &text);
}
