/* SPDX-License-Identifier: MIT */
#include "layout/order.h"

#include <math.h>

#include "document/document.h"
#include "layout/blocks.h"
#include "layout/cursor.h"

static size_t find(const struct sequence *sequence, const struct block *block)
{
    size_t i = sequence->at;

    while (i < sequence->count && sequence->items[i] != block)
        i++;
    return i;
}

const struct block *sequence_next(const struct sequence *sequence, const struct block *block)
{
    size_t i = find(sequence, block) + 1;
    return i < sequence->count ? sequence->items[i] : NULL;
}

/* A heading and a few words in front of a turned block go with it. */
bool order_turns(const struct cursor *cursor, const struct block *block)
{
    bool words = block->kind == BLOCK_HEADING ||
                 (block->kind == BLOCK_PARAGRAPH &&
                  (block->style == PARAGRAPH_LEAD || block->style == PARAGRAPH_NOTE));

    if (cursor->aside)
        return false;
    if (block->landscape || !words)
        return block->landscape;
    const struct block *next = sequence_next(cursor->sequence, block);
    return next && !next->floats && order_turns(cursor, next);
}

static bool fits(struct cursor *cursor, const struct block *block)
{
    const struct block *above = cursor->sequence->previous;

    if (cursor_fresh(cursor))
        return true;
    if (order_turns(cursor, block) != cursor->landscape)
        return false;
    double space = above ? flow_space(cursor, above, block) : 0;
    return cursor_room(cursor) >= space + flow_lead(cursor, block);
}

static bool may_pass(const struct block *block, bool past_table, bool past_figure)
{
    switch (block->kind) {
    case BLOCK_PARAGRAPH:
    case BLOCK_FACTS:
    case BLOCK_TILES:
        return true;
    case BLOCK_TABLE:
        return !past_table && !block->landscape;
    case BLOCK_FIGURE:
        return !past_figure && !block->landscape;
    case BLOCK_COVER:
    case BLOCK_CONTENTS:
    case BLOCK_HEADING:
    case BLOCK_PAGE_BREAK:
    case BLOCK_COLUMNS:
        break;
    }
    return false;
}

/* The first block behind the floating one at `from` that may stand before it, or `count`. */
static size_t candidate(const struct sequence *sequence, size_t from)
{
    bool past_table = false, past_figure = false;

    for (size_t i = from; i < sequence->count; i++) {
        const struct block *block = sequence->items[i];
        if (!block->floats)
            return may_pass(block, past_table, past_figure) ? i : sequence->count;
        past_table |= block->kind != BLOCK_FIGURE; /* columns may hold either */
        past_figure |= block->kind != BLOCK_TABLE;
    }
    return sequence->count;
}

static void move_up(struct sequence *sequence, size_t from, size_t to)
{
    const struct block *block = sequence->items[from];

    for (size_t i = from; i > to; i--)
        sequence->items[i] = sequence->items[i - 1];
    sequence->items[to] = block;
}

void order_next(struct cursor *cursor)
{
    struct sequence *sequence = cursor->sequence;
    const struct block *block = sequence->items[sequence->at];

    if (!block->floats || fits(cursor, block))
        return;
    size_t other = candidate(sequence, sequence->at);
    if (other < sequence->count && fits(cursor, sequence->items[other]))
        move_up(sequence, other, sequence->at);
}

double order_lead(struct cursor *cursor, const struct block *heading)
{
    const struct sequence *sequence = cursor->sequence;
    size_t next = find(sequence, heading) + 1;

    if (next >= sequence->count)
        return 0;
    const struct block *block = sequence->items[next];
    size_t other = block->floats ? candidate(sequence, next) : sequence->count;
    if (other == sequence->count)
        return flow_lead(cursor, block);
    double passing = flow_lead(cursor, sequence->items[other]);
    return order_turns(cursor, block) != cursor->landscape
               ? passing
               : fmin(passing, flow_lead(cursor, block));
}
