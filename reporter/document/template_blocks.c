/* SPDX-License-Identifier: MIT */

/* A template's blocks in the order in which they are read, those that stand side by side too. */
#include "document/template.h"

#include "base/arena.h"
#include "base/text.h"
#include "input/schema.h"

#include <string.h>

const char *block_tag(const struct node *block)
{
    return block->keys[0]->text;
}

const struct node *block_side(const struct node *columns, size_t side)
{
    return node_find(columns, side == 0 ? "left" : "right");
}

static size_t count_blocks(const struct node *body)
{
    size_t count = body->count;
    for (size_t i = 0; i < body->count; i++)
        for (size_t s = 0; s < 2 && strcmp(block_tag(body->items[i]), "columns") == 0; s++)
            count += block_side(body->items[i]->items[0], s)->count;
    return count;
}

static void gather(const struct node *body, struct template *template)
{
    for (size_t i = 0; i < body->count; i++) {
        const struct node *block = body->items[i];
        template->blocks[template->block_count++] = block;
        for (size_t s = 0; s < 2 && strcmp(block_tag(block), "columns") == 0; s++)
            gather(block_side(block->items[0], s), template);
    }
}

void template_gather(struct template *template, struct arena *arena)
{
    template->blocks =
        arena_array(arena, count_blocks(template->body) + 1, sizeof *template->blocks);
    gather(template->body, template);
}

const struct node *template_table(const struct template *template, const char *id)
{
    for (size_t i = 0; i < template->block_count; i++) {
        const struct node *block = template->blocks[i];
        if (strcmp(block_tag(block), "table") == 0 &&
            text_equal(node_text(block->items[0], "id", NULL), id))
            return block->items[0];
    }
    return NULL;
}
