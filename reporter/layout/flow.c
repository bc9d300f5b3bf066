/* SPDX-License-Identifier: MIT */
#include "layout/flow.h"

#include <math.h>

#include "base/arena.h"
#include "base/error.h"
#include "document/document.h"
#include "layout/blocks.h"
#include "layout/cursor.h"
#include "layout/order.h"

#define COMPACT 0.4       /* of the air between blocks, where pages are few */
#define FIGURE_MARGIN 8.0 /* around a figure alone */

static double page_break_lead(struct cursor *cursor, const struct block *block)
{
    (void)cursor;
    (void)block;
    return 0;
}

static void page_break_place(struct cursor *cursor, const struct block *block)
{
    (void)block;
    cursor_fill(cursor);
}

/** The air above and below a kind of block; between two of them stands the greater. */
static const struct {
    double (*lead)(struct cursor *cursor, const struct block *block);
    void (*place)(struct cursor *cursor, const struct block *block);
    double above, below;
} KINDS[] = {
    [BLOCK_COVER] = {cover_lead, cover_place, 0, 0},
    [BLOCK_CONTENTS] = {contents_lead, contents_place, 32, 24},
    [BLOCK_HEADING] = {heading_lead, heading_place, 0, 0},
    [BLOCK_PARAGRAPH] = {paragraph_lead, paragraph_place, 8, 8},
    [BLOCK_TILES] = {tiles_lead, tiles_place, 16, 16},
    [BLOCK_FACTS] = {facts_lead, facts_place, 12, 12},
    [BLOCK_TABLE] = {table_lead, table_place, 16, 24},
    [BLOCK_FIGURE] = {figure_lead, figure_place, 16, 24},
    [BLOCK_PAGE_BREAK] = {page_break_lead, page_break_place, 0, 0},
    [BLOCK_COLUMNS] = {columns_lead, columns_place, 16, 24},
};

double flow_lead(struct cursor *cursor, const struct block *block)
{
    return KINDS[block->kind].lead(cursor, block);
}

static double natural_space(const struct block *above, const struct block *below)
{
    if (above->kind == BLOCK_HEADING)
        return heading_below(above);
    if (below->kind == BLOCK_HEADING)
        return 2 * heading_below(below);
    bool bullets = above->kind == BLOCK_PARAGRAPH && above->style == PARAGRAPH_BULLET &&
                   below->kind == BLOCK_PARAGRAPH && below->style == PARAGRAPH_BULLET;
    return bullets ? 4 : fmax(KINDS[above->kind].below, KINDS[below->kind].above);
}

double flow_space(const struct cursor *cursor, const struct block *above, const struct block *below)
{
    double space = natural_space(above, below);
    return cursor->document->compact ? COMPACT * space : space;
}

/* What is set down on a page of another way round, or begins the annex, begins a page. */
static void turn_page(struct cursor *cursor, const struct block *block)
{
    bool landscape = order_turns(cursor, block);

    if (landscape != cursor->landscape)
        cursor_turn(cursor, landscape);
    if (block->annex && !cursor_fresh(cursor))
        cursor_break(cursor);
}

static void block_place(struct cursor *cursor, const struct block *block)
{
    const struct block *above = cursor->sequence->previous;

    if (block->kind != BLOCK_PAGE_BREAK)
        turn_page(cursor, block);
    if (!cursor_fresh(cursor) && block->kind != BLOCK_PAGE_BREAK) {
        double space = above ? flow_space(cursor, above, block) : 0;
        if (cursor_room(cursor) < space + flow_lead(cursor, block))
            cursor_break(cursor);
        else
            cursor->y += space;
    }
    KINDS[block->kind].place(cursor, block);
    cursor->sequence->previous = block;
}

void flow_sequence(struct cursor *cursor, const struct block **items, size_t count)
{
    struct sequence sequence = {.items = items, .count = count};
    struct sequence *outer = cursor->sequence;

    cursor->sequence = &sequence;
    for (; sequence.at < count; sequence.at++) {
        order_next(cursor);
        block_place(cursor, items[sequence.at]);
    }
    cursor->sequence = outer;
}

void flow_blocks(struct cursor *cursor, const struct block *blocks, size_t count)
{
    const struct block **items = arena_array(cursor->options->arena, count + 1, sizeof *items);

    for (size_t i = 0; i < count; i++)
        items[i] = &blocks[i];
    flow_sequence(cursor, items, count);
}

/* A display that breaks its rules is freed and never drawn. */
static bool finish(struct display *display, struct display **ret_display, struct error *err)
{
    if (!display_check(display, err)) {
        display_free(display);
        return false;
    }
    *ret_display = display;
    return true;
}

bool flow_document(const struct document *document, const struct flow_options *options,
                   struct display **ret_display, struct error *err)
{
    struct cursor cursor = {
        .document = document, .options = options, .display = display_new(options->arena)};

    cursor_start(&cursor);
    flow_blocks(&cursor, document->blocks, document->block_count);
    if (cursor.section >= 0)
        display_close(cursor.display, cursor.section);
    contents_finish(&cursor);
    running_place(&cursor);
    return finish(cursor.display, ret_display, err);
}

bool flow_figure(const struct document *document, const struct figure *figure, double width,
                 const struct flow_options *options, struct display **ret_display,
                 struct error *err)
{
    struct cursor cursor = {.document = document,
                            .options = options,
                            .display = display_new(options->arena),
                            .section = -1,
                            .list = -1,
                            .annex = -1,
                            .left = FIGURE_MARGIN,
                            .top = FIGURE_MARGIN,
                            .y = FIGURE_MARGIN,
                            .width = width - 2 * FIGURE_MARGIN};
    double height = figure_unit_height(&cursor, figure);

    cursor.bottom = cursor.top + height;
    display_page_new(cursor.display, width, cursor.bottom + FIGURE_MARGIN);
    figure_unit_place(&cursor, figure, height);
    return finish(cursor.display, ret_display, err);
}
