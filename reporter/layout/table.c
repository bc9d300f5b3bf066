/* SPDX-License-Identifier: MIT */
#include "layout/blocks.h"

#include <math.h>

#include "base/arena.h"
#include "base/error.h"
#include "document/document.h"
#include "draw/symbol.h"
#include "layout/cursor.h"
#include "layout/flow.h"
#include "layout/grid.h"
#include "layout/table_foot.h"

#define TITLE_COLUMNS 8
#define BELOW_TITLE 2.0
#define ABOVE_HEAD 4.0 /* from the caption to the top rule */
#define HEAD_AIR 3.0   /* on either side of the head */
#define ROW_AIR 3.0    /* below the head's rule, above the last one */
#define GROUP 5        /* rows; then a little more air */
#define GROUP_AIR 4.0
#define TOTAL_AIR 2.0 /* around the rule above the total */
#define RULE_OUTER 0.8
#define RULE_INNER 0.5
#define LEAST_ROWS ((size_t)3) /* on either side of a page's end */
#define FOOT_KEPT 120.0        /* so much of the foot stays with the last rows */
#define WHOLE_SHARE 0.35       /* a table lower than that share of a page is not split */

/** A table while it is set, page by page. */
struct spread {
    struct cursor *cursor;
    const struct table *table;
    const struct grid *grid;
    struct lines title, subtitle, continued;
    struct table_foot foot;
};

/* Headings above ask for the table's height before the table is placed: it is measured once. */
static const struct grid *block_grid(struct cursor *cursor, const struct block *block)
{
    const struct flow_options *options = cursor->options;

    if (cursor->gridded != block) {
        cursor->grid = grid_new(block->table, block->row_limit, cursor->width, options->measure,
                                options->arena);
        cursor->gridded = block;
    }
    return cursor->grid;
}

static const char *table_title(const struct spread *spread, const char *suffix)
{
    const struct table *table = spread->table;
    struct arena *arena = spread->cursor->options->arena;

    if (table->number > 0)
        return arena_printf(arena, "Table %d. %s%s", table->number, table->title, suffix);
    return arena_printf(arena, "%s%s", table->title, suffix);
}

static struct spread spread_new(struct cursor *cursor, const struct block *block)
{
    const struct grid *grid = block_grid(cursor, block);
    double width = fmax(style_span(TITLE_COLUMNS), grid->width);
    struct spread spread = {.cursor = cursor, .table = block->table, .grid = grid};

    spread.title =
        cursor_lines_most(cursor, table_title(&spread, ""), FONT_FIGURE_TITLE, width, TITLE_LINES);
    spread.continued = cursor_lines_most(cursor, table_title(&spread, " (continued)"),
                                         FONT_FIGURE_TITLE, width, TITLE_LINES);
    if (block->table->subtitle)
        spread.subtitle =
            cursor_lines_most(cursor, block->table->subtitle, FONT_SUBTITLE, width, TITLE_LINES);
    spread.foot = table_foot_measure(cursor, grid);
    return spread;
}

static double caption_height(const struct spread *spread)
{
    return lines_height(&spread->title, FONT_FIGURE_TITLE) +
           (spread->subtitle.count > 0 ? BELOW_TITLE : 0) +
           lines_height(&spread->subtitle, FONT_SUBTITLE);
}

static double head_height(const struct spread *spread)
{
    return ABOVE_HEAD + HEAD_AIR + spread->grid->head.height + HEAD_AIR + ROW_AIR;
}

/* Air above a row: behind every fifth, and around the rule of the total. */
static double row_above(const struct spread *spread, size_t row, size_t first)
{
    if (row == first)
        return 0;
    if (spread->grid->rows[row].total)
        return 2 * TOTAL_AIR;
    return row % GROUP == 0 ? GROUP_AIR : 0;
}

static double row_step(const struct spread *spread, size_t row, size_t first)
{
    return row_above(spread, row, first) + spread->grid->rows[row].height;
}

static double rows_height(const struct spread *spread, size_t count)
{
    double height = 0;

    for (size_t r = 0; r < count; r++)
        height += row_step(spread, r, 0);
    return height + ROW_AIR;
}

static double foot_kept(const struct spread *spread)
{
    return fmin(spread->foot.height, FOOT_KEPT);
}

double table_lead(struct cursor *cursor, const struct block *block)
{
    struct spread spread = spread_new(cursor, block);
    size_t rows = spread.grid->row_count;
    double above = caption_height(&spread) + head_height(&spread);
    double whole = above + rows_height(&spread, rows) + foot_kept(&spread);

    if (rows < 2 * LEAST_ROWS || whole <= WHOLE_SHARE * cursor_body(cursor))
        return fmin(whole, cursor_body(cursor));
    return above + rows_height(&spread, LEAST_ROWS);
}

/* ---- Rows ---- */

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

static void row_place(const struct spread *spread, size_t r, size_t first)
{
    struct cursor *cursor = spread->cursor;
    const struct grid_row *row = &spread->grid->rows[r];
    struct setting setting = {.font = row->total ? FONT_TABLE_TOTAL : FONT_TABLE,
                              .colour = cursor->options->theme->ink};

    cursor->y += row_above(spread, r, first);
    if (row->total)
        rule_draw(cursor, (struct point){cursor->left, cursor->y - TOTAL_AIR}, spread->grid->width,
                  RULE_INNER, setting.colour);
    int node = display_open(cursor->display, ROLE_TR);
    for (size_t i = 0; i < spread->grid->column_count; i++) {
        int leaf = display_open(cursor->display, i == 0 ? ROLE_TH : ROLE_TD);
        if (i == 0)
            display_scope(cursor->display, leaf, SCOPE_ROW);
        cell_place(spread, row, i, &setting);
        display_close(cursor->display, leaf);
    }
    display_close(cursor->display, node);
    cursor->y += row->height;
}

/* ---- Head and caption ---- */

/* Headings stand on the rule below them. */
static void heading_cell(const struct spread *spread, size_t i)
{
    struct cursor *cursor = spread->cursor;
    const struct grid *grid = spread->grid;
    const struct grid_cell *cell = &grid->head.cells[i];
    struct setting setting = {.font = FONT_TABLE_HEAD,
                              .colour = cursor->options->theme->ink,
                              .right = cell->right,
                              .width = grid->widths[i]};
    double drop = grid->head.height - lines_height(&cell->lines, FONT_TABLE_HEAD);

    lines_set(cursor, &cell->lines,
              (struct point){cursor->left + grid->offsets[i], cursor->y + drop}, &setting);
}

static void head_cells(const struct spread *spread, bool tagged)
{
    struct display *display = spread->cursor->display;

    for (size_t i = 0; i < spread->grid->column_count; i++) {
        if (!tagged) {
            heading_cell(spread, i);
            continue;
        }
        int leaf = display_open(display, ROLE_TH);
        display_scope(display, leaf, SCOPE_COLUMN);
        heading_cell(spread, i);
        display_close(display, leaf);
    }
}

static void head_tagged(const struct spread *spread)
{
    struct display *display = spread->cursor->display;
    int head = display_open(display, ROLE_THEAD);
    int row = display_open(display, ROLE_TR);

    head_cells(spread, true);
    display_close(display, row);
    display_close(display, head);
}

/* On the pages behind the first the head is told once already: there it is an artifact. */
static void head_place(const struct spread *spread, bool first)
{
    struct cursor *cursor = spread->cursor;
    struct colour ink = cursor->options->theme->ink;
    double width = spread->grid->width;

    cursor->y += ABOVE_HEAD;
    rule_draw(cursor, (struct point){cursor->left, cursor->y}, width, RULE_OUTER, ink);
    cursor->y += HEAD_AIR;
    if (first) {
        head_tagged(spread);
    } else {
        display_artifact_begin(cursor->display);
        head_cells(spread, false);
        display_artifact_end(cursor->display);
    }
    cursor->y += spread->grid->head.height + HEAD_AIR;
    rule_draw(cursor, (struct point){cursor->left, cursor->y}, width, RULE_INNER, ink);
    cursor->y += ROW_AIR;
}

static void caption_place(const struct spread *spread)
{
    struct cursor *cursor = spread->cursor;
    const struct theme *theme = cursor->options->theme;
    struct setting title = {.font = FONT_FIGURE_TITLE, .colour = theme->ink};
    struct setting subtitle = {.font = FONT_SUBTITLE, .colour = theme->secondary};
    int leaf = display_open(cursor->display, ROLE_CAPTION);

    lines_set(cursor, &spread->title, (struct point){cursor->left, cursor->y}, &title);
    cursor->y += lines_height(&spread->title, title.font);
    if (spread->subtitle.count > 0)
        cursor->y += BELOW_TITLE;
    lines_set(cursor, &spread->subtitle, (struct point){cursor->left, cursor->y}, &subtitle);
    cursor->y += lines_height(&spread->subtitle, subtitle.font);
    display_close(cursor->display, leaf);
}

static void continued_place(const struct spread *spread)
{
    struct cursor *cursor = spread->cursor;
    struct setting title = {.font = FONT_FIGURE_TITLE, .colour = cursor->options->theme->ink};

    display_artifact_begin(cursor->display);
    lines_set(cursor, &spread->continued, (struct point){cursor->left, cursor->y}, &title);
    display_artifact_end(cursor->display);
    cursor->y += lines_height(&spread->continued, title.font);
    head_place(spread, false);
}

/* ---- Pages ---- */

static size_t rows_that_fit(const struct spread *spread, size_t from, double room)
{
    size_t fit = 0;

    while (from + fit < spread->grid->row_count) {
        room -= row_step(spread, from + fit, from);
        if (room < -0.01)
            break;
        fit++;
    }
    return fit;
}

/*
 * How many rows stand on this page, at least one. The foot stays with the last rows; at least three
 * rows stand on either side of a page's end wherever that can be.
 */
static size_t rows_here(const struct spread *spread, size_t from)
{
    double room = cursor_room(spread->cursor) - ROW_AIR;
    size_t left = spread->grid->row_count - from;
    size_t fit = rows_that_fit(spread, from, room);

    if (fit == left && rows_that_fit(spread, from, room - foot_kept(spread)) == left)
        return left;
    size_t most = left > LEAST_ROWS ? left - LEAST_ROWS : 0;
    size_t here = fit < most ? fit : most;
    if (here >= LEAST_ROWS)
        return here;
    return fit > 0 ? fit : 1;
}

static void rows_place(const struct spread *spread)
{
    struct cursor *cursor = spread->cursor;
    struct colour ink = cursor->options->theme->ink;
    size_t here;

    for (size_t from = 0; from < spread->grid->row_count; from += here) {
        if (from > 0) {
            cursor_break(cursor);
            continued_place(spread);
        }
        here = rows_here(spread, from);
        for (size_t r = from; r < from + here; r++)
            row_place(spread, r, from);
        cursor->y += ROW_AIR;
        bool last = from + here == spread->grid->row_count;
        rule_draw(cursor, (struct point){cursor->left, cursor->y}, spread->grid->width,
                  last ? RULE_OUTER : RULE_INNER, ink);
    }
}

static void tell_cuts(const struct spread *spread)
{
    const struct table *table = spread->table;

    if (spread->grid->cut > 0)
        notices_add(spread->cursor->options->notices,
                    "%s: %zu %s too long for a page and cut there", table_title(spread, ""),
                    spread->grid->cut, spread->grid->cut == 1 ? "text is" : "texts are");
    if (spread->grid->columns_left_out > 0)
        notices_add(spread->cursor->options->notices,
                    "%s: the page has no room for %zu of %zu columns", table_title(spread, ""),
                    spread->grid->columns_left_out, table->column_count);
}

void table_place(struct cursor *cursor, const struct block *block)
{
    struct spread spread = spread_new(cursor, block);
    int node = display_open(cursor->display, ROLE_TABLE);

    caption_place(&spread);
    head_place(&spread, true);
    int body = display_open(cursor->display, ROLE_TBODY);
    rows_place(&spread);
    display_close(cursor->display, body);
    display_close(cursor->display, node);
    table_foot_place(cursor, &spread.foot);
    tell_cuts(&spread);
}
