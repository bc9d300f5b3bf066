/* SPDX-License-Identifier: MIT */
#include "layout/spread.h"

#include <math.h>

#include "base/arena.h"
#include "base/number.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/figure.h"
#include "document/document.h"
#include "draw/symbol.h"
#include "layout/cursor.h"
#include "layout/flow.h"
#include "layout/grid.h"

#define BLOCK_ROWS 5 /* rows; then a little more air */
#define BLOCK_AIR 4.0
#define GROUP_AIR 6.0
#define GROUP_LINES 3

double row_above(const struct spread *spread, size_t row, size_t first)
{
    const struct grid_row *below = &spread->grid->rows[row];

    if (row == first)
        return 0;
    if (below->total)
        return 2 * SPREAD_TOTAL_AIR;
    if (below->group)
        return GROUP_AIR;
    return below->place > 0 && below->place % BLOCK_ROWS == 0 ? BLOCK_AIR : 0;
}

/* ---- Graphics ---- */

/* It stands to the left of the numbers, and all bars begin on one line. */
static void bar_place(const struct spread *spread, const struct grid_row *row, size_t i)
{
    struct cursor *cursor = spread->cursor;
    const struct grid *grid = spread->grid;
    double value = cell_value(table_cell(grid->table, row->row, grid->columns[i]));
    struct paint paint = {.fill = true, .fill_colour = cursor->options->theme->sequential[1]};
    double right = cursor->left + grid->offsets[i] + grid->widths[i];
    struct rect bar = {right - grid->bar_number - GRID_BAR_AIR - GRID_BAR,
                       cursor->y + (FONT_TABLE.leading - GRID_BAR_HEIGHT) / 2, 0, GRID_BAR_HEIGHT};

    if (!(value > 0) || !(grid->bar_most > 0) || row->total)
        return;
    bar.width = GRID_BAR * fmin(1, value / grid->bar_most);
    display_rect(cursor->display, bar, &paint);
}

static const char *series_words(const struct spread *spread, const struct cell *cell)
{
    size_t first = 0, last = (size_t)cell->number;
    struct text from = {0}, to = {0}, words = {0};

    while (first < last && isnan(cell->values[first]))
        first++;
    while (last > first && isnan(cell->values[last - 1]))
        last--;
    if (first == last)
        return NULL;
    number_decimal(&from, cell->values[first], 1);
    number_decimal(&to, cell->values[last - 1], 1);
    phrase_say(&words, PHRASE_TABLE_SERIES, "from", text_string(&from), "to", text_string(&to),
               NULL);
    const char *copy = arena_text(spread->cursor->options->arena, text_string(&words));
    text_finish(&from);
    text_finish(&to);
    text_finish(&words);
    return copy;
}

/* A cell that holds a figure: its own leaf, with words for those who do not see it. */
static void series_place(const struct spread *spread, const struct grid_row *row, size_t i)
{
    struct cursor *cursor = spread->cursor;
    const struct grid *grid = spread->grid;
    const struct cell *cell = table_cell(grid->table, row->row, grid->columns[i]);
    struct rect area = {cursor->left + grid->offsets[i], cursor->y, GRID_SPARK_WIDTH,
                        GRID_SPARK_HEIGHT};
    const char *words = series_words(spread, cell);

    if (!words)
        return;
    int leaf = display_open(cursor->display, ROLE_FIGURE);
    display_alt(cursor->display, leaf, words);
    struct sparkline line = {.values = cell->values, .count = (size_t)cell->number};
    sparkline_draw(cursor->display, cursor->options->theme, &line, area);
    display_close(cursor->display, leaf);
}

/* ---- Cells ---- */

static void symbol_place(const struct spread *spread, const struct grid_row *row, size_t i)
{
    struct cursor *cursor = spread->cursor;
    const struct grid *grid = spread->grid;
    const struct cell *status = table_cell(grid->table, row->row, grid->columns[i]);
    struct point at = {cursor->left + grid->offsets[i],
                       cursor->y + (FONT_TABLE.leading - GRID_SYMBOL) / 2};

    symbol_status(cursor->display, cursor->options->theme, (enum status)status->number, at,
                  GRID_SYMBOL);
}

static void cell_place(const struct spread *spread, const struct grid_row *row, size_t i,
                       struct setting *setting)
{
    struct cursor *cursor = spread->cursor;
    const struct grid *grid = spread->grid;
    const struct grid_cell *cell = &row->cells[i];
    const struct column *column = &grid->table->columns[grid->columns[i]];

    if (column->graphic == GRAPHIC_SPARKLINE)
        series_place(spread, row, i);
    if (column->graphic == GRAPHIC_BAR)
        bar_place(spread, row, i);
    if (cell->indent > 0)
        symbol_place(spread, row, i);
    if (cell->lines.count == 1 && cell->lines.items[0].width <= 0)
        return; /* a blank cell has no mark */
    setting->right = cell->right;
    setting->width = grid->widths[i] - cell->hang;
    lines_set(cursor, &cell->lines,
              (struct point){cursor->left + grid->offsets[i] + cell->indent, cursor->y}, setting);
}

/* One cell over all columns: every row of a table has as many. */
static void group_cells(const struct spread *spread, const struct grid_row *row)
{
    struct cursor *cursor = spread->cursor;
    struct setting setting = {.font = FONT_TABLE_HEAD, .colour = cursor->options->theme->ink};
    int leaf = display_open(cursor->display, ROLE_TH);

    display_scope(cursor->display, leaf, SCOPE_ROW);
    lines_set(cursor, &row->cells[0].lines, (struct point){cursor->left, cursor->y}, &setting);
    display_span(cursor->display, leaf, 1, (int)spread->grid->column_count);
    display_close(cursor->display, leaf);
}

static void plain_cells(const struct spread *spread, const struct grid_row *row)
{
    struct display *display = spread->cursor->display;
    struct setting setting = {.font = row->total ? FONT_TABLE_TOTAL : FONT_TABLE,
                              .colour = spread->cursor->options->theme->ink};

    for (size_t i = 0; i < spread->grid->column_count; i++) {
        int leaf = display_open(display, i == 0 ? ROLE_TH : ROLE_TD);
        if (i == 0)
            display_scope(display, leaf, SCOPE_ROW);
        cell_place(spread, row, i, &setting);
        display_close(display, leaf);
    }
}

void row_place(const struct spread *spread, size_t r, size_t first)
{
    struct cursor *cursor = spread->cursor;
    const struct grid_row *row = &spread->grid->rows[r];

    cursor->y += row_above(spread, r, first);
    if (row->total)
        rule_draw(cursor, (struct point){cursor->left, cursor->y - SPREAD_TOTAL_AIR},
                  spread->grid->width, SPREAD_RULE_INNER, cursor->options->theme->ink);
    int node = display_open(cursor->display, ROLE_TR);
    if (row->group)
        group_cells(spread, row);
    else
        plain_cells(spread, row);
    display_close(cursor->display, node);
    cursor->y += row->height;
}

/* It is told once already: here it is an artifact. */
void group_continue(const struct spread *spread, size_t r)
{
    struct cursor *cursor = spread->cursor;
    const struct grid *grid = spread->grid;
    struct setting setting = {.font = FONT_TABLE_HEAD, .colour = cursor->options->theme->ink};

    if (!spread->table->grouped || grid->rows[r].group || grid->rows[r].total)
        return;
    while (!grid->rows[r].group)
        r--;
    const char *name = spread_continued(spread, grid->rows[r].group);
    struct lines lines = cursor_lines_most(cursor, name, FONT_TABLE_HEAD, grid->width, GROUP_LINES);
    display_artifact_begin(cursor->display);
    display_artifact_kind(cursor->display, ARTIFACT_REPEATED);
    lines_set(cursor, &lines, (struct point){cursor->left, cursor->y}, &setting);
    display_artifact_end(cursor->display);
    cursor->y += lines_height(&lines, FONT_TABLE_HEAD) + grid->rows[r].height -
                 lines_height(&grid->rows[r].cells[0].lines, FONT_TABLE_HEAD);
}
