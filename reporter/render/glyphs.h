/* SPDX-License-Identifier: MIT */
#ifndef RENDER_GLYPHS_H
#define RENDER_GLYPHS_H

/** What the handle of a measured line is: shaped glyphs, and how they are drawn. */

#include "base/geometry.h"

#include <pango/pangocairo.h>
#include <stdbool.h>

struct error;

struct glyphs {
    struct glyphs *next;   /* of all that a typesetter gave out */
    const char *text;      /* of this line alone: its runs count from here */
    PangoLayoutLine *line; /* a reference of its own */
};

/** False where a glyph is missing, which Pango would draw as a box of digits that are then part of
 * the page's text, or a character has no meaning that outlasts the font (private use). Lines are
 * made of render/legible.h's text, so that neither happens. */
bool glyphs_check(const struct glyphs *glyphs, struct error *err);

/** Draws the line in the context's colour, its left end and baseline at the point; `spaced` with
 * one space more, which parts it from the next text where the page is read aloud or copied. For
 * that a space must stand in `text` behind the line. */
void glyphs_draw(const struct glyphs *glyphs, cairo_t *cr, struct point baseline, bool spaced);

/** Drops the references of a whole chain; the memory of the nodes is their arena's. */
void glyphs_release(struct glyphs *first);

#endif
