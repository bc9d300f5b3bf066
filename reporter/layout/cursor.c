/* SPDX-License-Identifier: MIT */
#include "layout/cursor.h"

#include <assert.h>
#include <math.h>

#include "base/error.h"
#include "document/document.h"
#include "layout/cut.h"
#include "layout/flow.h"

#define ELLIPSIS "\u2026"

/* A turned page has the margins of one that stands. */
static void set_body(struct cursor *cursor)
{
    double width = cursor->landscape ? PAGE_HEIGHT : PAGE_WIDTH;
    double height = cursor->landscape ? PAGE_WIDTH : PAGE_HEIGHT;

    cursor->left = PAGE_MARGIN_SIDE;
    cursor->top = PAGE_MARGIN_TOP;
    cursor->bottom = height - PAGE_MARGIN_BOTTOM;
    cursor->width = width - 2 * PAGE_MARGIN_SIDE;
}

void cursor_break(struct cursor *cursor)
{
    double width = cursor->landscape ? PAGE_HEIGHT : PAGE_WIDTH;
    double height = cursor->landscape ? PAGE_WIDTH : PAGE_HEIGHT;

    assert(!cursor->aside);
    display_page_new(cursor->display, width, height);
    cursor->y = cursor->top;
}

void cursor_turn(struct cursor *cursor, bool landscape)
{
    struct page *page = &cursor->display->pages[cursor->display->page];
    bool fresh = cursor_fresh(cursor);

    cursor->landscape = landscape;
    set_body(cursor);
    if (!fresh) {
        cursor_break(cursor);
        return;
    }
    page->width = landscape ? PAGE_HEIGHT : PAGE_WIDTH;
    page->height = landscape ? PAGE_WIDTH : PAGE_HEIGHT;
}

double cursor_span(const struct cursor *cursor, int span)
{
    return span > 0 && span < PAGE_COLUMNS ? fmin(style_span(span), cursor->width) : cursor->width;
}

void cursor_start(struct cursor *cursor)
{
    cursor->section = -1;
    cursor->list = -1;
    cursor->annex = -1;
    set_body(cursor);
    cursor_break(cursor);
}

bool cursor_fresh(const struct cursor *cursor)
{
    return cursor->y <= cursor->top;
}

double cursor_room(const struct cursor *cursor)
{
    return cursor->bottom - cursor->y;
}

double cursor_body(const struct cursor *cursor)
{
    return cursor->bottom - cursor->top;
}

void cursor_fill(struct cursor *cursor)
{
    if (!cursor_fresh(cursor))
        cursor->y = cursor->bottom;
}

struct lines cursor_lines(const struct cursor *cursor, const char *text, struct font font,
                          double width)
{
    return measure_lines(cursor->options->measure, text, font, width);
}

struct lines cursor_lines_most(const struct cursor *cursor, const char *text, struct font font,
                               double width, size_t most)
{
    struct cutter cutter = {cursor->options->measure, cursor->options->arena, ELLIPSIS};
    bool cut;
    struct lines lines = lines_cut(&cutter, text, font, width, most, &cut);

    if (cut)
        notices_add(cursor->options->notices, "%s: a name or title is too long and cut",
                    cursor->document->title);
    return lines;
}

double lines_height(const struct lines *lines, struct font font)
{
    return (double)lines->count * font.leading;
}

double line_baseline(const struct line *line, struct font font)
{
    return (font.leading - line->ascent - line->descent) / 2 + line->ascent;
}

/* A line without ink leaves no mark. */
void lines_set(struct cursor *cursor, const struct lines *lines, struct point at,
               const struct setting *setting)
{
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = &lines->items[i];
        double top = at.y + (double)i * setting->font.leading;
        double x = setting->right ? at.x + setting->width - line->width : at.x;
        if (line->width > 0)
            display_text(cursor->display, line,
                         (struct point){x, top + line_baseline(line, setting->font)},
                         setting->colour);
    }
}

void lines_leaf(struct cursor *cursor, enum role role, const struct lines *lines,
                const struct setting *setting)
{
    int node = display_open(cursor->display, role);

    lines_set(cursor, lines, (struct point){cursor->left, cursor->y}, setting);
    display_close(cursor->display, node);
    cursor->y += lines_height(lines, setting->font);
}

struct lines line_fitted(const struct cursor *cursor, const char *text, struct font font,
                         double width)
{
    struct cutter cutter = {cursor->options->measure, cursor->options->arena, ELLIPSIS};
    bool cut;

    return lines_cut(&cutter, text, font, width, 1, &cut);
}

void rule_draw(struct cursor *cursor, struct point from, double length, double weight,
               struct colour colour)
{
    struct paint paint = {.stroke = true, .stroke_colour = colour, .width = weight};

    display_artifact_begin(cursor->display);
    display_line(cursor->display, from, (struct point){from.x + length, from.y}, &paint);
    display_artifact_end(cursor->display);
}
