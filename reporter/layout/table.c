/* SPDX-License-Identifier: MIT */
#include "layout/blocks.h"

#include <math.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/phrase.h"
#include "base/text.h"
#include "document/document.h"
#include "layout/cursor.h"
#include "layout/flow.h"
#include "layout/grid.h"
#include "layout/spread.h"

#define TITLE_COLUMNS 8
#define BELOW_TITLE 2.0
#define WHOLE_SHARE 0.35 /* a table lower than that share of a page is not split */

/* Headings above ask for the table's height before the table is placed: it is measured once. */
static const struct grid *block_grid(struct cursor *cursor, const struct block *block)
{
    const struct flow_options *options = cursor->options;
    double width = cursor_span(cursor, block->span);

    if (cursor->gridded != block || cursor->gridded_width != width) {
        cursor->grid =
            grid_new(block->table, block->row_limit, width, options->measure, options->arena);
        cursor->gridded = block;
        cursor->gridded_width = width;
    }
    return cursor->grid;
}

static const char *table_title(const struct spread *spread)
{
    const struct table *table = spread->table;

    if (table->number > 0)
        return phrase_filled(spread->cursor->options->arena, PHRASE_TABLE_TITLE, "number",
                             phrase_number(spread->cursor->options->arena, table->number), "title",
                             table->title, NULL);
    return table->title;
}

const char *spread_continued(const struct spread *spread, const char *name)
{
    struct text text = {0};

    phrase_say(&text, PHRASE_TABLE_CONTINUED, "title", name, NULL);
    const char *copy = arena_text(spread->cursor->options->arena, text_string(&text));
    text_finish(&text);
    return copy;
}

static struct spread spread_new(struct cursor *cursor, const struct block *block)
{
    const struct grid *grid = block_grid(cursor, block);
    double width = fmax(cursor_span(cursor, TITLE_COLUMNS), grid->width);
    struct spread spread = {.cursor = cursor, .table = block->table, .grid = grid};

    const char *title = table_title(&spread);
    spread.title = cursor_lines_most(cursor, title, FONT_FIGURE_TITLE, width, TITLE_LINES);
    spread.continued = cursor_lines_most(cursor, spread_continued(&spread, title),
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

double table_lead(struct cursor *cursor, const struct block *block)
{
    struct spread spread = spread_new(cursor, block);
    double above = caption_height(&spread) + head_height(&spread);
    double whole = above + rows_height(&spread, spread.grid->row_count) + foot_kept(&spread);

    if (rows_are_few(&spread) || whole <= WHOLE_SHARE * cursor_body(cursor))
        return fmin(whole, cursor_body(cursor));
    return above + rows_least_height(&spread);
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
    display_artifact_kind(cursor->display, ARTIFACT_REPEATED);
    lines_set(cursor, &spread->continued, (struct point){cursor->left, cursor->y}, &title);
    display_artifact_end(cursor->display);
    cursor->y += lines_height(&spread->continued, title.font);
    head_place(spread, false);
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
            group_continue(spread, from);
        }
        here = rows_here(spread, from);
        for (size_t r = from; r < from + here; r++)
            row_place(spread, r, from);
        cursor->y += SPREAD_ROW_AIR;
        bool last = from + here == spread->grid->row_count;
        rule_draw(cursor, (struct point){cursor->left, cursor->y}, spread->grid->width,
                  last ? SPREAD_RULE_OUTER : SPREAD_RULE_INNER, ink);
    }
}

static void tell_cuts(const struct spread *spread)
{
    const struct table *table = spread->table;

    if (spread->grid->cut > 0)
        notices_add(spread->cursor->options->notices,
                    "%s: %zu %s too long for a page and cut there", table_title(spread),
                    spread->grid->cut, spread->grid->cut == 1 ? "text is" : "texts are");
    if (spread->grid->columns_left_out > 0)
        notices_add(spread->cursor->options->notices,
                    "%s: the page has no room for %zu of %zu columns", table_title(spread),
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
