/* SPDX-License-Identifier: MIT */
#include "render/glyphs.h"

#include "base/error.h"
#include "render/legible.h"

static bool glyph_missing(const PangoGlyphString *glyphs)
{
    for (int i = 0; i < glyphs->num_glyphs; i++)
        if (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
            return true;
    return false;
}

static bool character_lasts(const char *text, const PangoItem *item)
{
    const char *end = text + item->offset + item->length;

    for (const char *at = text + item->offset; at < end; at = g_utf8_next_char(at))
        if (!legible_lasts(g_utf8_get_char(at)))
            return false;
    return true;
}

bool glyphs_check(const struct glyphs *glyphs, struct error *err)
{
    for (GSList *run = glyphs->line->runs; run; run = run->next) {
        const PangoGlyphItem *item = run->data;
        if (glyph_missing(item->glyphs))
            return error_set(err, ERROR_INTERNAL, "a character without a glyph would be drawn");
        if (!character_lasts(glyphs->text, item->item))
            return error_set(err, ERROR_INTERNAL, "a private-use character would be drawn");
    }
    return true;
}

/*
 * Run by run and with the text: pango_cairo_show_layout_line() would take the text from the line's
 * layout, which has moved on to another text; without it, tabular figures could not be copied from
 * the PDF.
 */
void glyphs_draw(const struct glyphs *glyphs, cairo_t *cr, struct point baseline)
{
    double x = baseline.x;

    for (GSList *run = glyphs->line->runs; run; run = run->next) {
        PangoGlyphItem *item = run->data;
        cairo_move_to(cr, x, baseline.y);
        pango_cairo_show_glyph_item(cr, glyphs->text, item);
        x += (double)pango_glyph_string_get_width(item->glyphs) / PANGO_SCALE;
    }
    cairo_new_path(cr);
}

void glyphs_release(struct glyphs *first)
{
    for (struct glyphs *glyphs = first; glyphs; glyphs = glyphs->next) {
        pango_layout_line_unref(glyphs->line);
        glyphs->line = NULL;
    }
}
