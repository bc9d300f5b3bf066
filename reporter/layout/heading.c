/* SPDX-License-Identifier: MIT */
#include "layout/blocks.h"

#include <assert.h>

#include "base/arena.h"
#include "document/document.h"
#include "layout/cursor.h"
#include "layout/flow.h"
#include "layout/order.h"

static const struct font *heading_font(const struct block *block)
{
    assert(block->level >= 1 && block->level <= 3);
    return block->level == 1 ? &FONT_H1 : block->level == 2 ? &FONT_H2 : &FONT_H3;
}

double heading_below(const struct block *block)
{
    return block->level == 1 ? 16 : block->level == 2 ? 12 : 8;
}

const char *heading_destination(struct cursor *cursor, const struct block *block)
{
    size_t index = (size_t)(block - cursor->document->blocks);
    return arena_printf(cursor->options->arena, "heading-%zu", index + 1);
}

static struct lines heading_lines(struct cursor *cursor, const struct block *block)
{
    return cursor_lines_most(cursor, block->text, *heading_font(block), cursor->width, TITLE_LINES);
}

double heading_lead(struct cursor *cursor, const struct block *block)
{
    struct lines lines = heading_lines(cursor, block);
    double height = lines_height(&lines, *heading_font(block));
    double next = order_lead(cursor, block);

    return next > 0 ? height + heading_below(block) + next : height;
}

/* Each first-level heading begins a section, closed by the next one or by the document's end. */
static void open_section(struct cursor *cursor)
{
    if (cursor->section >= 0)
        display_close(cursor->display, cursor->section);
    cursor->section = display_open(cursor->display, ROLE_SECT);
}

static void add_to_outline(struct cursor *cursor, const struct block *block)
{
    const char *name = heading_destination(cursor, block);
    int level = block->level;

    /* A reader of the outline cannot skip a level. */
    int most = cursor->display->outline_count == 0
                   ? 1
                   : cursor->display->outline[cursor->display->outline_count - 1].level + 1;
    display_destination(cursor->display, name, (struct point){cursor->left, cursor->y});
    display_outline(cursor->display, level < most ? level : most, block->text, name);
}

/* Who goes from heading to heading by ear cannot skip a level either: an H3 behind an H1 would make
 * them look for the H2. */
static enum role heading_role(struct cursor *cursor, const struct block *block)
{
    static const enum role roles[] = {ROLE_H1, ROLE_H2, ROLE_H3};

    cursor->told = block->level <= cursor->told ? block->level : cursor->told + 1;
    return roles[cursor->told - 1];
}

void heading_place(struct cursor *cursor, const struct block *block)
{
    struct lines lines = heading_lines(cursor, block);
    struct setting setting = {.font = *heading_font(block), .colour = cursor->options->theme->ink};

    if (block->annex && cursor->annex < 0)
        cursor->annex = cursor->display->page;
    if (block->level == 1)
        open_section(cursor);
    if (block->level <= 2)
        add_to_outline(cursor, block);
    lines_leaf(cursor, heading_role(cursor, block), &lines, &setting);
}
