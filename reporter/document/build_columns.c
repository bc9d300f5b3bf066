/* SPDX-License-Identifier: MIT */
#include "document/build_block.h"

#include "base/arena.h"
#include "document/block.h"
#include "document/build.h"
#include "document/methods.h"
#include "document/template.h"
#include "input/schema.h"

#include <string.h>

/** What a list of blocks can add at most; each bullet and sentence is a block. */
size_t blocks_most(const struct build *build, const struct node *body)
{
    size_t blocks = body->count + 1,
           extra = methods_sentences(build).count + notes_sentences(build).count;
    for (size_t i = 0; i < body->count; i++)
        blocks +=
            body->items[i]->items[0]->kind == NODE_LIST ? body->items[i]->items[0]->count : extra;
    return blocks;
}

/** A side's blocks are built like those of the body, into a list of their own. */
static bool add_side(struct build *build, const struct node *side, struct side *ret_side,
                     struct error *err)
{
    struct document *document = build->document;
    struct block *blocks = document->blocks;
    size_t count = document->block_count;
    document->blocks = arena_array(build->arena, blocks_most(build, side), sizeof(struct block));
    document->block_count = 0;
    bool added = blocks_build(build, side, err);
    ret_side->blocks = document->blocks;
    ret_side->block_count = document->block_count;
    for (size_t i = 0; i < ret_side->block_count; i++)
        if (ret_side->blocks[i].kind == BLOCK_HEADING)
            ret_side->blocks[i].level = 3;
    document->blocks = blocks;
    document->block_count = count;
    return added;
}

/** Where one side has nothing to show, the other one has the whole width. */
bool columns_build(struct build *build, const struct node *content, struct error *err)
{
    static const int SPANS[][2] = {{6, 6}, {8, 4}, {4, 8}};
    size_t split = node_word(content, "split", BLOCK_SPLITS, 0);
    struct side sides[2] = {{.span = SPANS[split][0]}, {.span = SPANS[split][1]}};
    for (size_t s = 0; s < 2; s++)
        if (!add_side(build, block_side(content, s), &sides[s], err))
            return false;
    if (sides[0].block_count == 0 && sides[1].block_count == 0)
        return true;
    struct block *block = block_append(build, BLOCK_COLUMNS);
    memcpy(block->sides, sides, sizeof sides);
    block->floats = node_yes(content, "float", false);
    return true;
}
