/* SPDX-License-Identifier: MIT */
#ifndef RENDER_SVG_H
#define RENDER_SVG_H

/**
 * One page of a display list as SVG (Cairo): text as outlines, so that it looks alike without the
 * font. The title and the alternative text stand in it for readers who cannot see it.
 */

#include <stdbool.h>

struct display;
struct error;
struct text;

struct svg_text {
    const char *title;
    const char *alternative;
    const char *language; /* BCP 47 */
};

/** Replaces `ret_bytes` with the file. The same marks give the same bytes. */
bool svg_render(const struct display *display, int page, const struct svg_text *words,
                struct text *ret_bytes, struct error *err);

#endif
