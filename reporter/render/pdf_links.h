/* SPDX-License-Identifier: MIT */
#ifndef RENDER_PDF_LINKS_H
#define RENDER_PDF_LINKS_H

/** What leads to places in a PDF: destinations, link areas and the outline, through Cairo's tags.
 */

#include <cairo.h>

struct display;
struct replay;

/** The links and destinations of one page. */
void pdf_links_page(const struct replay *replay, int page, cairo_t *cr);

void pdf_links_outline(const struct display *display, cairo_surface_t *surface);

#endif
