/* SPDX-License-Identifier: MIT */
#include "render/pdf_links.h"

#include "base/text.h"
#include "draw/display.h"
#include "render/replay.h"

#include <assert.h>
#include <cairo-pdf.h>

#define LEVELS 3

static bool is_safe(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.';
}

/* Cairo writes a name as it is in one place and as UTF-16 in another, and ends it at a quote: so
 * all but plain letters becomes _XX. Different names stay different, as "_" itself is written so.
 */
static void append_name(struct text *attributes, const char *name)
{
    for (const char *at = name; *at; at++) {
        if (is_safe(*at))
            text_append_bytes(attributes, at, 1);
        else
            text_printf(attributes, "_%02X", (unsigned)(unsigned char)*at);
    }
}

static void append_reference(struct text *attributes, const char *name)
{
    text_append(attributes, "dest='");
    append_name(attributes, name);
    text_append(attributes, "'");
}

/* A Link alone on a page damages the file's cross-reference table (Cairo 1.16); within a P it does
 * not. */
static void add_link(const struct mark *mark, struct text *attributes, cairo_t *cr)
{
    text_printf(attributes, "rect=[%.3f %.3f %.3f %.3f] ", mark->box.x, mark->box.y,
                mark->box.width, mark->box.height);
    append_reference(attributes, mark->link.destination);
    cairo_tag_begin(cr, "P", NULL);
    cairo_tag_begin(cr, CAIRO_TAG_LINK, text_string(attributes));
    cairo_tag_end(cr, CAIRO_TAG_LINK);
    cairo_tag_end(cr, "P");
}

static void add_destination(const struct mark *mark, struct text *attributes, cairo_t *cr)
{
    text_append(attributes, "name='");
    append_name(attributes, mark->destination.name);
    text_printf(attributes, "' x=%.3f y=%.3f", mark->box.x, mark->box.y);
    cairo_tag_begin(cr, CAIRO_TAG_DEST, text_string(attributes));
    cairo_tag_end(cr, CAIRO_TAG_DEST);
}

void pdf_links_page(const struct replay *replay, int page, cairo_t *cr)
{
    struct text attributes = {0};
    size_t count;
    const size_t *marks = replay_marks(replay, page, &count);

    for (size_t i = 0; i < count; i++) {
        const struct mark *mark = &replay->display->marks[marks[i]];
        text_clear(&attributes);
        if (mark->kind == MARK_LINK)
            add_link(mark, &attributes, cr);
        else if (mark->kind == MARK_DESTINATION)
            add_destination(mark, &attributes, cr);
    }
    text_finish(&attributes);
}

/* An entry stands below the last one of a higher level; a level that was skipped counts as the one
 * above. */
void pdf_links_outline(const struct display *display, cairo_surface_t *surface)
{
    int parents[LEVELS + 1] = {CAIRO_PDF_OUTLINE_ROOT};
    struct text attributes = {0};

    for (size_t i = 0; i < display->outline_count; i++) {
        const struct outline_entry *entry = &display->outline[i];
        assert(entry->level >= 1 && entry->level <= LEVELS);
        text_clear(&attributes);
        append_reference(&attributes, entry->destination);
        int id =
            cairo_pdf_surface_add_outline(surface, parents[entry->level - 1], entry->title,
                                          text_string(&attributes), CAIRO_PDF_OUTLINE_FLAG_OPEN);
        for (int level = entry->level; level <= LEVELS; level++)
            parents[level] = id;
    }
    text_finish(&attributes);
}
