/* SPDX-License-Identifier: MIT */
#include "layout/blocks.h"

#include <math.h>

#include "base/arena.h"
#include "base/phrase.h"
#include "document/document.h"
#include "layout/cursor.h"
#include "layout/flow.h"

#define BAND_TOP 190.0 /* of the page */
#define BAND_HEIGHT 8.0
#define LOGO_WIDTH 160.0 /* at most; it keeps its shape */
#define LOGO_HEIGHT 64.0
#define DRAFT_PADDING 8.0
#define DRAFT_RULE 1.2

static void cover_line(struct cursor *cursor, const char *text, struct font font,
                       struct colour colour)
{
    struct setting setting = {.font = font, .colour = colour};

    if (!text)
        return;
    struct lines lines = cursor_lines_most(cursor, text, font, cursor->width, TITLE_LINES);
    lines_leaf(cursor, ROLE_P, &lines, &setting);
}

/* At the top right, beside the issuer's name: for readers who cannot see it the name says it. Gives
 * the width that is left for the name. */
static double cover_logo(struct cursor *cursor)
{
    const struct logo *logo = &cursor->document->logo;
    if (!logo->png)
        return cursor->width;
    double scale = fmin(LOGO_WIDTH / logo->width, LOGO_HEIGHT / logo->height);
    double width = logo->width * scale;
    struct rect box = {cursor->left + cursor->width - width, cursor->y, width,
                       logo->height * scale};

    display_artifact_begin(cursor->display);
    display_image(cursor->display, box, logo->png, logo->length);
    display_artifact_end(cursor->display);
    return cursor->width - width - PAGE_GUTTER;
}

/* Who issues the report. */
static void cover_issuer(struct cursor *cursor)
{
    const char *issuer = cursor->document->issuer;
    struct setting setting = {.font = FONT_LEAD, .colour = cursor->options->theme->ink};
    double width = cover_logo(cursor);
    if (!issuer)
        return;
    struct lines lines = cursor_lines_most(cursor, issuer, FONT_LEAD, width, TITLE_LINES);
    lines_leaf(cursor, ROLE_P, &lines, &setting);
}

static void cover_band(struct cursor *cursor)
{
    struct paint paint = {.fill = true, .fill_colour = cursor->options->theme->brand};
    struct rect band = {cursor->left, cursor->y, cursor->width, BAND_HEIGHT};

    display_artifact_begin(cursor->display);
    display_rect(cursor->display, band, &paint);
    display_artifact_end(cursor->display);
    cursor->y += BAND_HEIGHT;
}

/* Framed, so that nobody takes the cover of a draft for that of a final edition. */
static void cover_draft(struct cursor *cursor)
{
    struct colour colour = cursor->options->theme->ink;
    struct paint paint = {.stroke = true, .stroke_colour = colour, .width = DRAFT_RULE};
    struct setting setting = {.font = FONT_H1, .colour = colour};
    struct lines lines = cursor_lines(cursor, phrase(PHRASE_COVER_DRAFT), FONT_H1, 0);
    double height = lines_height(&lines, FONT_H1) + DRAFT_PADDING;
    struct rect frame = {cursor->left, cursor->y, lines.items[0].width + 4 * DRAFT_PADDING, height};
    struct point at = {frame.x + 2 * DRAFT_PADDING, frame.y + DRAFT_PADDING / 2};

    display_artifact_begin(cursor->display);
    display_rect(cursor->display, frame, &paint);
    display_artifact_end(cursor->display);
    int leaf = display_open(cursor->display, ROLE_P);
    lines_set(cursor, &lines, at, &setting);
    display_close(cursor->display, leaf);
    cursor->y += height;
}

static const char *edition_line(struct cursor *cursor)
{
    const struct document *document = cursor->document;

    if (!document->edition || !document->audience)
        return document->edition ? document->edition : document->audience;
    return arena_printf(cursor->options->arena, "%s \u00B7 %s", document->edition,
                        document->audience);
}

double cover_lead(struct cursor *cursor, const struct block *block)
{
    (void)block;
    return cursor_body(cursor);
}

void cover_place(struct cursor *cursor, const struct block *block)
{
    const struct document *document = cursor->document;
    const struct theme *theme = cursor->options->theme;

    (void)block;
    cursor->has_cover = cursor->display->page == 0;
    cover_issuer(cursor);
    if (cursor->y < BAND_TOP)
        cursor->y = BAND_TOP;
    cover_band(cursor);
    cursor->y += 32;
    cover_line(cursor, document->title, FONT_COVER, theme->ink);
    cursor->y += 8;
    cover_line(cursor, document->subject, FONT_H1, theme->ink);
    cursor->y += 24;
    cover_line(cursor, document->period, FONT_LEAD, theme->ink);
    cursor->y += 4;
    cover_line(cursor, edition_line(cursor), FONT_LEAD, theme->secondary);
    cursor->y += 24;
    if (document->draft) {
        cover_draft(cursor);
        cursor->y += 32;
    }
    if (document->cover_fact_count > 0)
        facts_set(cursor, document->cover_facts, document->cover_fact_count);
    cursor->y = cursor->bottom;
}
