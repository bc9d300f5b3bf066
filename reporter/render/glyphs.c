/* SPDX-License-Identifier: MIT */
#include "render/glyphs.h"

#include "base/error.h"
#include "render/legible.h"

#include <hb.h>
#include <stdint.h>

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

/* A copy of the line's last run with a space behind it. It was not shaped with the line: it would
 * be kerned with the last letter, and numbers would no longer stand below each other. Nor can it be
 * drawn alone: Cairo leaves out what has no ink. */
static PangoGlyphItem *add_space(const PangoGlyphItem *last)
{
    PangoGlyphItem *copy = pango_glyph_item_copy((PangoGlyphItem *)(uintptr_t)last);
    int count = copy->glyphs->num_glyphs;
    hb_codepoint_t space = 0;

    if (!hb_font_get_nominal_glyph(pango_font_get_hb_font(copy->item->analysis.font), ' ', &space))
        return copy;
    pango_glyph_string_set_size(copy->glyphs, count + 1);
    copy->glyphs->glyphs[count] = (PangoGlyphInfo){.glyph = space, .attr = {.is_cluster_start = 1}};
    copy->glyphs->log_clusters[count] = copy->item->length;
    copy->item->length++;
    copy->item->num_chars++;
    return copy;
}

static void draw_spaced(const char *text, cairo_t *cr, const PangoGlyphItem *last)
{
    PangoGlyphItem *item = add_space(last);

    pango_cairo_show_glyph_item(cr, text, item);
    pango_glyph_item_free(item);
}

/*
 * Run by run and with the text: pango_cairo_show_layout_line() would take the text from the line's
 * layout, which has moved on to another text; without it, tabular figures could not be copied from
 * the PDF.
 */
void glyphs_draw(const struct glyphs *glyphs, cairo_t *cr, struct point baseline, bool spaced)
{
    double x = baseline.x;

    for (GSList *run = glyphs->line->runs; run; run = run->next) {
        PangoGlyphItem *item = run->data;
        cairo_move_to(cr, x, baseline.y);
        if (spaced && !run->next)
            draw_spaced(glyphs->text, cr, item);
        else
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
