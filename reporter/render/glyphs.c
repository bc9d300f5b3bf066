/* SPDX-License-Identifier: MIT */
#include "render/glyphs.h"

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
