/* SPDX-License-Identifier: MIT */
#ifndef RENDER_LINE_BREAK_H
#define RENDER_LINE_BREAK_H

/** Where a text breaks into lines. */

#include <pango/pango.h>
#include <stddef.h>

struct line_breaks {
    size_t
        *ends; /* the byte behind each line, its trailing space included; the last is the length */
    size_t count, capacity;
};

/** Adds the ends of all lines, at least one. `width` in points; 0 or less means one line. Where
 * there is one line, the layout holds it; else it is left with other text and a width in it. */
void line_breaks_find(struct line_breaks *breaks, PangoLayout *layout, const char *text,
                      size_t length, double width);

void line_breaks_finish(struct line_breaks *breaks);

#endif
