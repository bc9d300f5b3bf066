/* SPDX-License-Identifier: MIT */
#include "render/pdf_links.h"

#include "base/text.h"
#include "draw/display.h"
#include "render/replay.h"
#include "render/tag.h"

#include <assert.h>
#include <cairo-pdf.h>

#define LEVELS 3

static bool is_safe(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.';
}

void pdf_links_name(struct text *text, const char *name)
{
    for (const char *at = name; *at; at++) {
        if (is_safe(*at))
            text_append_bytes(text, at, 1);
        else
            text_printf(text, "_%02X", (unsigned)(unsigned char)*at);
    }
}

void pdf_links_page(const struct replay *replay, int page, cairo_t *cr)
{
    struct text name = {0};
    size_t count;
    const size_t *marks = replay_marks(replay, page, &count);

    for (size_t i = 0; i < count; i++) {
        const struct mark *mark = &replay->display->marks[marks[i]];
        if (mark->kind != MARK_DESTINATION)
            continue;
        text_clear(&name);
        pdf_links_name(&name, mark->destination.name);
        tag_destination(cr, text_string(&name), (struct point){mark->box.x, mark->box.y});
    }
    text_finish(&name);
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
        text_append(&attributes, "dest='");
        pdf_links_name(&attributes, entry->destination);
        text_append(&attributes, "'");
        int id =
            cairo_pdf_surface_add_outline(surface, parents[entry->level - 1], entry->title,
                                          text_string(&attributes), CAIRO_PDF_OUTLINE_FLAG_OPEN);
        for (int level = entry->level; level <= LEVELS; level++)
            parents[level] = id;
    }
    text_finish(&attributes);
}
