/* SPDX-License-Identifier: MIT */
#include "layout/blocks.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "base/text.h"
#include "document/document.h"
#include "layout/cursor.h"
#include "layout/flow.h"

#define HEAD_TOP 36.0
#define HEAD_RULE 51.0
#define HEAD_WEIGHT 0.4
#define FOOT_ABOVE_END 46.89 /* of the page, as it is turned */
#define BETWEEN 24.0         /* at least, from the left text to the right one */
#define SEPARATOR " \u00B7 "

/** What stands left and right on one line; the right one is whole, the left one gives way. */
struct running {
    const char *left;
    const char *right;
    double top;
};

static void append_part(struct text *text, const char *part)
{
    if (!part || !part[0])
        return;
    if (text->length > 0)
        text_append(text, SEPARATOR);
    text_append(text, part);
}

static const char *join(struct cursor *cursor, const char *const parts[3])
{
    struct text text = {0};

    for (size_t i = 0; i < 3; i++)
        append_part(&text, parts[i]);
    const char *copy = arena_text(cursor->options->arena, text_string(&text));
    text_finish(&text);
    return copy;
}

/* The word that tells a draft on every page, whatever its edition is called. */
static const char *draft_word(const struct document *document)
{
    if (!document->draft)
        return NULL;
    const char *word = phrase(PHRASE_DRAFT_WORD);
    return document->edition && text_starts(document->edition, word) ? document->edition : word;
}

static void running_line(struct cursor *cursor, const struct running *running)
{
    struct setting setting = {
        .font = FONT_RUNNING, .width = cursor->width, .colour = cursor->options->theme->secondary};
    double most = cursor->width * 2 / 3;
    struct lines right = line_fitted(cursor, running->right, FONT_RUNNING, most);
    double room = cursor->width - right.items[0].width - BETWEEN;
    struct lines left = line_fitted(cursor, running->left, FONT_RUNNING, room);
    struct point at = {cursor->left, running->top};

    lines_set(cursor, &left, at, &setting);
    setting.right = true;
    lines_set(cursor, &right, at, &setting);
}

/* The section that begins on a page, else the one that goes on there. */
static const char *section_title(const struct cursor *cursor, size_t page)
{
    const struct section *section = cursor->sections, *found = NULL;

    for (; section && (!found || section->page == (int)page); section = section->before)
        if (section->page <= (int)page)
            found = section;
    return found ? found->title : NULL;
}

/* An agency's name, or in a report on government the section. */
static const char *head_subject(const struct cursor *cursor, size_t page)
{
    const struct document *document = cursor->document;
    const char *section = document->about_agency ? NULL : section_title(cursor, page);

    return section ? section : document->subject;
}

/* The subject gives way before audience and draft word do. */
static const char *head_right(struct cursor *cursor, size_t page)
{
    const struct document *document = cursor->document;
    const char *const tail[3] = {document->audience, draft_word(document), NULL};
    const char *behind = join(cursor, tail);
    double room = cursor->width * 2 / 3 -
                  measure_width(cursor->options->measure, behind, FONT_RUNNING) -
                  measure_width(cursor->options->measure, SEPARATOR, FONT_RUNNING);

    const char *subject = head_subject(cursor, page);
    if (!subject || room < BETWEEN)
        return behind;
    struct lines lines = line_fitted(cursor, subject, FONT_RUNNING, room);
    const char *const parts[3] = {lines.items[0].text, behind, NULL};
    return join(cursor, parts);
}

static bool in_annex(const struct cursor *cursor, size_t page)
{
    return cursor->annex >= 0 && page >= (size_t)cursor->annex;
}

const char *running_label(struct cursor *cursor, size_t page)
{
    struct arena *arena = cursor->options->arena;

    if (in_annex(cursor, page))
        return arena_printf(arena, "A-%zu", page - (size_t)cursor->annex + 1);
    return arena_printf(arena, "%zu", page + 1);
}

/* "Page 3 of 24", "Page A-2 of A-6": an annex is counted on its own. */
static const char *page_of_pages(struct cursor *cursor, size_t page)
{
    size_t count = cursor->display->page_count;
    size_t last = cursor->annex >= 0 && !in_annex(cursor, page) ? (size_t)cursor->annex : count;

    return phrase_filled(cursor->options->arena, PHRASE_PAGE_OF, "page",
                         running_label(cursor, page), "pages", running_label(cursor, last - 1),
                         NULL);
}

static void page_running(struct cursor *cursor, size_t page)
{
    const struct document *document = cursor->document;
    const struct display *display = cursor->display;
    const char *const issued[3] = {document->issuer, document->data_as_of, NULL};
    const char *title = document->short_title ? document->short_title : document->title;
    struct running head = {.left = title, .right = head_right(cursor, page), .top = HEAD_TOP};
    struct running foot = {.left = join(cursor, issued),
                           .top = display->pages[page].height - FOOT_ABOVE_END};

    foot.right = page_of_pages(cursor, page);
    display_artifact_begin(cursor->display);
    display_artifact_kind(cursor->display, ARTIFACT_HEAD);
    running_line(cursor, &head);
    display_artifact_kind(cursor->display, ARTIFACT_FOOT);
    running_line(cursor, &foot);
    display_artifact_end(cursor->display);
    rule_draw(cursor, (struct point){cursor->left, HEAD_RULE}, cursor->width, HEAD_WEIGHT,
              cursor->options->theme->hairline);
}

void running_place(struct cursor *cursor)
{
    struct display *display = cursor->display;

    for (size_t page = cursor->has_cover ? 1 : 0; page < display->page_count; page++) {
        display_page_select(display, (int)page);
        cursor->width = display->pages[page].width - 2 * PAGE_MARGIN_SIDE;
        display->pages[page].label = running_label(cursor, page);
        page_running(cursor, page);
    }
}
