/* SPDX-License-Identifier: MIT */
#include "layout/blocks.h"

#include "document/document.h"
#include "layout/cursor.h"
#include "layout/flow.h"
#include "layout/order.h"

#define TEXT_COLUMNS 8
#define LEAD_COLUMNS 10 /* larger letters: as many of them in a line */
#define BULLET "\u2022"
#define BULLET_INDENT 12.0
#define LEAST_LINES 2 /* on either side of a page's end */
#define LEAD_LINES 3  /* below a heading */

static struct setting paragraph_setting(const struct cursor *cursor, const struct block *block)
{
    const struct theme *theme = cursor->options->theme;

    switch (block->style) {
    case PARAGRAPH_LEAD:
        return (struct setting){.font = cursor->document->compact ? FONT_LEAD_COMPACT : FONT_LEAD,
                                .colour = theme->ink};
    case PARAGRAPH_NOTE:
        return (struct setting){.font = FONT_NOTE, .colour = theme->secondary};
    case PARAGRAPH_BODY:
    case PARAGRAPH_BULLET:
        break;
    }
    return (struct setting){.font = FONT_BODY, .colour = theme->ink};
}

static double paragraph_indent(const struct block *block)
{
    return block->style == PARAGRAPH_BULLET ? BULLET_INDENT : 0;
}

static struct lines paragraph_lines(struct cursor *cursor, const struct block *block)
{
    struct setting setting = paragraph_setting(cursor, block);
    bool wide = cursor->document->compact && block->style == PARAGRAPH_NOTE;
    int columns = wide                             ? PAGE_COLUMNS
                  : block->style == PARAGRAPH_LEAD ? LEAD_COLUMNS
                                                   : TEXT_COLUMNS;
    double width = cursor_span(cursor, columns) - paragraph_indent(block);
    return cursor_lines(cursor, block->text, setting.font, width);
}

double passage_lead(const struct lines *lines, double leading)
{
    size_t least = lines->count < LEAD_LINES + LEAST_LINES ? lines->count : LEAD_LINES;
    return (double)least * leading;
}

static bool is_lead(const struct block *block)
{
    return block && block->kind == BLOCK_PARAGRAPH && block->style == PARAGRAPH_LEAD;
}

/* A lead answers for what follows it, and does not stay behind alone. Several in a row are text
   that parts like any other: kept together, they could need more than a page. */
double paragraph_lead(struct cursor *cursor, const struct block *block)
{
    struct lines lines = paragraph_lines(cursor, block);
    double leading = paragraph_setting(cursor, block).font.leading;
    const struct block *next = sequence_next(cursor->sequence, block);
    if (!is_lead(block) || is_lead(next))
        return passage_lead(&lines, leading);

    double height = (double)lines.count * leading;
    double following = order_lead(cursor, block);
    return following > 0 ? height + flow_space(cursor, block, next) + following : height;
}

/* How many of the next lines stand on this page; none where that would part a single line. */
static size_t lines_here(size_t left, double room, double leading)
{
    size_t fit = room < leading ? 0 : (size_t)((room + 0.01) / leading);

    if (fit >= left)
        return left;
    if (left - fit < LEAST_LINES)
        fit = left > LEAST_LINES ? left - LEAST_LINES : 0;
    return fit >= LEAST_LINES ? fit : 0;
}

static void piece_place(struct cursor *cursor, const struct lines *lines, double indent,
                        const struct setting *setting)
{
    lines_set(cursor, lines, (struct point){cursor->left + indent, cursor->y}, setting);
    cursor->y += lines_height(lines, setting->font);
}

void passage_place(struct cursor *cursor, const struct lines *lines, double indent, enum role role,
                   const struct setting *setting)
{
    double leading = setting->font.leading;
    int node = display_open(cursor->display, role);

    if (lines_here(lines->count, cursor_room(cursor), leading) == 0)
        cursor_break(cursor);
    size_t here = lines_here(lines->count, cursor_room(cursor), leading);
    if (here == lines->count) {
        piece_place(cursor, lines, indent, setting);
        display_close(cursor->display, node);
        return;
    }
    for (size_t from = 0; from < lines->count; from += here) {
        if (from > 0)
            cursor_break(cursor);
        here = lines_here(lines->count - from, cursor_room(cursor), leading);
        struct lines piece = {.items = lines->items + from, .count = here};
        int span = display_open(cursor->display, ROLE_SPAN);
        piece_place(cursor, &piece, indent, setting);
        display_close(cursor->display, span);
    }
    display_close(cursor->display, node);
}

static bool is_bullet(const struct block *block)
{
    return block && block->kind == BLOCK_PARAGRAPH && block->style == PARAGRAPH_BULLET;
}

/* Neighbouring bullets make one list. */
static void bullet_place(struct cursor *cursor, const struct block *block,
                         const struct lines *lines, const struct setting *setting)
{
    struct lines bullet = cursor_lines(cursor, BULLET, setting->font, 0);

    if (cursor->list < 0)
        cursor->list = display_open(cursor->display, ROLE_L);
    int item = display_open(cursor->display, ROLE_LI);
    int label = display_open(cursor->display, ROLE_LBL);
    lines_set(cursor, &bullet, (struct point){cursor->left, cursor->y}, setting);
    display_close(cursor->display, label);
    passage_place(cursor, lines, BULLET_INDENT, ROLE_LBODY, setting);
    display_close(cursor->display, item);
    if (!is_bullet(sequence_next(cursor->sequence, block))) {
        display_close(cursor->display, cursor->list);
        cursor->list = -1;
    }
}

void paragraph_place(struct cursor *cursor, const struct block *block)
{
    struct lines lines = paragraph_lines(cursor, block);
    struct setting setting = paragraph_setting(cursor, block);

    if (block->style == PARAGRAPH_BULLET)
        bullet_place(cursor, block, &lines, &setting);
    else
        passage_place(cursor, &lines, 0, ROLE_P, &setting);
}
