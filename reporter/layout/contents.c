/* SPDX-License-Identifier: MIT */
#include "layout/blocks.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "document/document.h"
#include "layout/cursor.h"
#include "layout/flow.h"

#define INDENT 12.0
#define NUMBER_ROOM 30.0 /* kept free of the entries' words */
#define ABOVE_FIRST_LEVEL 8.0
#define BELOW_HEADING 16.0
#define DOT_STEP 4.5
#define DOT_SIZE 0.9
#define DOT_AIR 6.0
#define SHORTEST_LEADER 18.0

struct entry {
    const char *destination;
    struct font font;
    size_t number; /* the reserved mark */
    int page;
    struct point text_end; /* on the last line's baseline */
    double right;          /* where numbers end */
};

struct contents {
    struct entry *entries;
    size_t count;
    struct contents *next;
};

static bool is_entry(const struct block *block)
{
    return block->kind == BLOCK_HEADING && block->level <= 2;
}

static struct font entry_font(const struct block *block)
{
    struct font font = FONT_BODY;

    font.weight = block->level == 1 ? WEIGHT_SEMIBOLD : WEIGHT_REGULAR;
    font.tabular = true;
    return font;
}

static double entry_indent(const struct block *block)
{
    return (double)(block->level - 1) * INDENT;
}

static struct lines entry_lines(struct cursor *cursor, const struct block *block)
{
    double width = cursor->width - NUMBER_ROOM - entry_indent(block);
    return cursor_lines_most(cursor, block->text, entry_font(block), width, TITLE_LINES);
}

static struct lines title_lines(struct cursor *cursor)
{
    return cursor_lines(cursor, phrase(PHRASE_CONTENTS), FONT_H1, cursor->width);
}

static void space_entry(struct cursor *cursor, const struct block *block, double height)
{
    if (block->level == 1 && !cursor_fresh(cursor))
        cursor->y += ABOVE_FIRST_LEVEL;
    if (cursor_room(cursor) < height)
        cursor_break(cursor);
}

/* On the baseline of the last line, whose first one's top is at `at`. */
static struct point text_end(const struct lines *lines, struct font font, struct point at)
{
    const struct line *last = &lines->items[lines->count - 1];
    double top = at.y + lines_height(lines, font) - font.leading;

    return (struct point){at.x + last->width, top + line_baseline(last, font)};
}

/* The page number's place is kept; contents_finish() fills it. */
static struct entry entry_place(struct cursor *cursor, const struct block *block)
{
    struct display *display = cursor->display;
    struct setting setting = {.font = entry_font(block), .colour = cursor->options->theme->ink};
    struct lines lines = entry_lines(cursor, block);
    double height = lines_height(&lines, setting.font);

    space_entry(cursor, block, height);
    struct rect area = {cursor->left, cursor->y, cursor->width, height};
    struct entry entry = {.destination = heading_destination(cursor, block),
                          .font = setting.font,
                          .page = display->page,
                          .right = cursor->left + cursor->width};
    int item = display_open(display, ROLE_TOCI);
    int reference = display_open(display, ROLE_REFERENCE);
    int leaf = display_open(display, ROLE_LINK);
    display_link(display, area, entry.destination);
    lines_set(cursor, &lines, (struct point){area.x + entry_indent(block), area.y}, &setting);
    entry.text_end =
        text_end(&lines, setting.font, (struct point){area.x + entry_indent(block), area.y});
    entry.number = display_text_reserve(display);
    display_close(display, leaf);
    display_close(display, reference);
    display_close(display, item);
    cursor->y += height;
    return entry;
}

double contents_lead(struct cursor *cursor, const struct block *block)
{
    struct lines lines = title_lines(cursor);

    (void)block;
    return lines_height(&lines, FONT_H1) + BELOW_HEADING + 3 * FONT_BODY.leading;
}

void contents_place(struct cursor *cursor, const struct block *block)
{
    const struct document *document = cursor->document;
    struct setting setting = {.font = FONT_H1, .colour = cursor->options->theme->ink};
    struct lines lines = title_lines(cursor);
    struct contents *contents = ARENA_NEW(cursor->options->arena, struct contents);

    (void)block;
    contents->entries =
        arena_array(cursor->options->arena, document->block_count, sizeof *contents->entries);
    contents->next = cursor->contents;
    cursor->contents = contents;
    lines_leaf(cursor, ROLE_H1, &lines, &setting);
    cursor->heading = 1;
    cursor->y += BELOW_HEADING - ABOVE_FIRST_LEVEL;
    int node = display_open(cursor->display, ROLE_TOC);
    for (size_t i = 0; i < document->block_count; i++)
        if (is_entry(&document->blocks[i]))
            contents->entries[contents->count++] = entry_place(cursor, &document->blocks[i]);
    display_close(cursor->display, node);
}

/* Dots at multiples of their step from the right margin, so that those of all entries align. */
static void leader_draw(struct cursor *cursor, struct point from, double to, double right)
{
    struct paint paint = {.stroke = true,
                          .stroke_colour = cursor->options->theme->rule,
                          .width = DOT_SIZE,
                          .dash = {0.01, DOT_STEP - 0.01},
                          .round = true};
    double steps = (double)(int)((right - to) / DOT_STEP + 1);
    struct point start = {right - steps * DOT_STEP, from.y};

    if (to - from.x < SHORTEST_LEADER)
        return;
    display_artifact_begin(cursor->display);
    display_line(cursor->display, start, from, &paint);
    display_artifact_end(cursor->display);
}

static void entry_finish(struct cursor *cursor, const struct entry *entry)
{
    struct display *display = cursor->display;
    int page = display_find(display, entry->destination);
    const char *number = running_label(cursor, (size_t)page);
    struct lines lines = cursor_lines(cursor, number, entry->font, 0);
    double x = entry->right - lines.items[0].width;

    display_page_select(display, entry->page);
    display_text_set(display, entry->number, &lines.items[0], (struct point){x, entry->text_end.y},
                     cursor->options->theme->ink);
    leader_draw(cursor, (struct point){entry->text_end.x + DOT_AIR, entry->text_end.y}, x - DOT_AIR,
                entry->right);
}

void contents_finish(struct cursor *cursor)
{
    for (const struct contents *list = cursor->contents; list; list = list->next)
        for (size_t i = 0; i < list->count; i++)
            entry_finish(cursor, &list->entries[i]);
}
