/* SPDX-License-Identifier: MIT */
#include "layout/blocks.h"

#include <math.h>

#include "base/arena.h"
#include "base/error.h"
#include "document/document.h"
#include "layout/cursor.h"
#include "layout/flow.h"

#define ENDLESS 1e6 /* points: no side is so long */

/** What two sides need beside each other; it is measured once for a width. */
struct columns {
    bool stacked; /* one below the other: one is empty, or they are longer than a page */
    double height;
};

static struct cursor side_cursor(const struct cursor *cursor, const struct side sides[2], size_t s)
{
    struct cursor side = *cursor;

    if (s == 1)
        side.left += style_span(sides[0].span) + PAGE_GUTTER;
    side.width = fmin(style_span(sides[s].span), cursor->left + cursor->width - side.left);
    side.aside = true;
    side.top = cursor->y;
    side.bottom = cursor->y + ENDLESS;
    side.gridded = NULL;
    side.list = -1;
    return side;
}

/* A side is set down on a page that nobody sees: what it takes there it takes everywhere. */
static double side_height(const struct cursor *cursor, const struct side sides[2], size_t s)
{
    struct notices unheard = {0}; /* they are told when it is set down in earnest */
    struct flow_options options = *cursor->options;
    struct cursor side = side_cursor(cursor, sides, s);

    options.notices = &unheard;
    side.options = &options;
    side.display = display_new(options.arena);
    side.y = side.top = 0;
    side.bottom = ENDLESS;
    display_page_new(side.display, PAGE_WIDTH, ENDLESS);
    flow_blocks(&side, sides[s].blocks, sides[s].block_count);
    display_free(side.display);
    notices_finish(&unheard);
    return side.y;
}

static const struct columns *measure_columns(struct cursor *cursor, const struct block *block)
{
    if (cursor->measured == block && cursor->measured_width == cursor->width)
        return cursor->columns;
    struct columns *columns = ARENA_NEW(cursor->options->arena, struct columns);
    columns->stacked = block->sides[0].block_count == 0 || block->sides[1].block_count == 0;
    if (!columns->stacked) {
        columns->height =
            fmax(side_height(cursor, block->sides, 0), side_height(cursor, block->sides, 1));
        columns->stacked = columns->height > cursor_body(cursor);
    }
    cursor->measured = block;
    cursor->measured_width = cursor->width;
    cursor->columns = columns;
    return columns;
}

static const struct block *first_block(const struct block *columns)
{
    return columns->sides[0].block_count > 0 ? columns->sides[0].blocks : columns->sides[1].blocks;
}

double columns_lead(struct cursor *cursor, const struct block *block)
{
    const struct columns *columns = measure_columns(cursor, block);

    if (!columns->stacked)
        return columns->height;
    const struct block *first = first_block(block);
    struct sequence sequence = {.items = &first, .count = 1};
    struct cursor within = *cursor;
    within.sequence = &sequence;
    return flow_lead(&within, first);
}

static void place_stacked(struct cursor *cursor, const struct block *block)
{
    size_t count = block->sides[0].block_count + block->sides[1].block_count, n = 0;
    const struct block **items = arena_array(cursor->options->arena, count, sizeof *items);

    for (size_t s = 0; s < 2; s++)
        for (size_t i = 0; i < block->sides[s].block_count; i++)
            items[n++] = &block->sides[s].blocks[i];
    flow_sequence(cursor, items, count);
}

void columns_place(struct cursor *cursor, const struct block *block)
{
    const struct columns *columns = measure_columns(cursor, block);

    if (columns->stacked) {
        place_stacked(cursor, block);
        return;
    }
    for (size_t s = 0; s < 2; s++) {
        struct cursor side = side_cursor(cursor, block->sides, s);
        flow_blocks(&side, block->sides[s].blocks, block->sides[s].block_count);
    }
    cursor->y += columns->height;
}
