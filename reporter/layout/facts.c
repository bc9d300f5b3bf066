/* SPDX-License-Identifier: MIT */
#include "layout/blocks.h"

#include <math.h>

#include "document/document.h"
#include "layout/cursor.h"
#include "layout/flow.h"

#define LABEL_COLUMNS 3
#define VALUE_COLUMNS 6
#define FACT_AIR 4.0

static struct lines label_lines(struct cursor *cursor, const struct fact *fact)
{
    return cursor_lines_most(cursor, fact->label, FONT_BODY, style_span(LABEL_COLUMNS),
                             TITLE_LINES);
}

/* In a side of the page: what its label leaves. */
static double value_width(const struct cursor *cursor)
{
    return fmin(style_span(VALUE_COLUMNS), cursor->width - style_span(LABEL_COLUMNS) - PAGE_GUTTER);
}

static struct lines value_lines(struct cursor *cursor, const struct fact *fact)
{
    return cursor_lines(cursor, fact->value, FONT_BODY, value_width(cursor));
}

static double fact_lead(struct cursor *cursor, const struct fact *fact)
{
    struct lines label = label_lines(cursor, fact);
    struct lines value = value_lines(cursor, fact);

    return fmax(lines_height(&label, FONT_BODY), passage_lead(&value, FONT_BODY.leading));
}

static void fact_place(struct cursor *cursor, const struct fact *fact)
{
    const struct theme *theme = cursor->options->theme;
    struct setting quiet = {.font = FONT_BODY, .colour = theme->secondary};
    struct setting plain = {.font = FONT_BODY, .colour = theme->ink};
    struct lines label = label_lines(cursor, fact);
    struct lines value = value_lines(cursor, fact);

    if (cursor_room(cursor) < fact_lead(cursor, fact))
        cursor_break(cursor);
    int page = cursor->display->page;
    double below = cursor->y + lines_height(&label, FONT_BODY);
    int item = display_open(cursor->display, ROLE_LI);
    int leaf = display_open(cursor->display, ROLE_LBL);
    lines_set(cursor, &label, (struct point){cursor->left, cursor->y}, &quiet);
    display_close(cursor->display, leaf);
    passage_place(cursor, &value, style_span(LABEL_COLUMNS) + PAGE_GUTTER, ROLE_LBODY, &plain);
    display_close(cursor->display, item);
    if (cursor->display->page == page)
        cursor->y = fmax(cursor->y, below);
}

void facts_set(struct cursor *cursor, const struct fact *facts, size_t count)
{
    int list = display_open(cursor->display, ROLE_L);

    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            cursor->y += FACT_AIR;
        fact_place(cursor, &facts[i]);
    }
    display_close(cursor->display, list);
}

double facts_lead(struct cursor *cursor, const struct block *block)
{
    return block->fact_count > 0 ? fact_lead(cursor, &block->facts[0]) : 0;
}

void facts_place(struct cursor *cursor, const struct block *block)
{
    if (block->fact_count > 0)
        facts_set(cursor, block->facts, block->fact_count);
}
