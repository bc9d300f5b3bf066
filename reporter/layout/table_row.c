/* SPDX-License-Identifier: MIT */
#include "layout/spread.h"

#include "base/arena.h"
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

static void cell_place(const struct spread *spread, const struct grid_row *row, size_t i,
                       struct setting *setting)
{
    struct cursor *cursor = spread->cursor;
    const struct grid *grid = spread->grid;
    const struct grid_cell *cell = &row->cells[i];
    struct point at = {cursor->left + grid->offsets[i], cursor->y};
    double drop = (setting->font.leading - GRID_SYMBOL) / 2;

    if (cell->indent > 0) {
        const struct cell *status = table_cell(grid->table, row->row, grid->columns[i]);
        symbol_status(cursor->display, cursor->options->theme, (enum status)status->number,
                      (struct point){at.x, at.y + drop}, GRID_SYMBOL);
    }
    if (cell->lines.count == 1 && cell->lines.items[0].width <= 0)
        return; /* a blank cell has no mark */
    at.x += cell->indent;
    setting->right = cell->right;
    setting->width = grid->widths[i];
    lines_set(cursor, &cell->lines, at, setting);
}

/* The rest of the columns are blank: every row of a table has as many cells. */
static void group_cells(const struct spread *spread, const struct grid_row *row)
{
    struct cursor *cursor = spread->cursor;
    struct setting setting = {.font = FONT_TABLE_HEAD, .colour = cursor->options->theme->ink};
    int leaf = display_open(cursor->display, ROLE_TH);

    display_scope(cursor->display, leaf, SCOPE_ROW);
    lines_set(cursor, &row->cells[0].lines, (struct point){cursor->left, cursor->y}, &setting);
    display_close(cursor->display, leaf);
    for (size_t i = 1; i < spread->grid->column_count; i++)
        display_close(cursor->display, display_open(cursor->display, ROLE_TD));
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
    const char *name = arena_printf(cursor->options->arena, "%s (continued)", grid->rows[r].group);
    struct lines lines = cursor_lines_most(cursor, name, FONT_TABLE_HEAD, grid->width, GROUP_LINES);
    display_artifact_begin(cursor->display);
    display_artifact_kind(cursor->display, ARTIFACT_REPEATED);
    lines_set(cursor, &lines, (struct point){cursor->left, cursor->y}, &setting);
    display_artifact_end(cursor->display);
    cursor->y += lines_height(&lines, FONT_TABLE_HEAD) + grid->rows[r].height -
                 lines_height(&grid->rows[r].cells[0].lines, FONT_TABLE_HEAD);
}
