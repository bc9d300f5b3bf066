/* SPDX-License-Identifier: MIT */
#ifndef RENDER_PDF_LINKS_H
#define RENDER_PDF_LINKS_H

/** What leads to places in a PDF, as far as Cairo writes it: destinations and the outline. The
 * areas that can be clicked are added by render/tagged.h. */

#include <cairo.h>

struct display;
struct replay;
struct text;

/** Appends a destination's name as the file writes it. Cairo writes a name as it is in one place
 * and as UTF-16 in another, and ends it at a quote: so all but plain letters becomes _XX. Different
 * names stay different, as "_" itself is written so. */
void pdf_links_name(struct text *text, const char *name);

/** The destinations of one page. */
void pdf_links_page(const struct replay *replay, int page, cairo_t *cr);

void pdf_links_outline(const struct display *display, cairo_surface_t *surface);

#endif
