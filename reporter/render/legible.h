/* SPDX-License-Identifier: MIT */
#ifndef RENDER_LEGIBLE_H
#define RENDER_LEGIBLE_H

/**
 * Text that a font can draw: what it has no glyph for is replaced, remembered, and reported.
 *
 * Pango would draw such a character as a box of hexadecimal digits that are then part of the page's
 * text, and a single invalid byte would stop all further drawing.
 */

#include <pango/pango.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

#define MISSING_MOST 64

/** Distinct code points, in the order in which they were met; those beyond the limit are passed
 * over. */
struct missing {
    uint32_t points[MISSING_MOST];
    size_t count;
};

struct legible {
    const char *text; /* valid UTF-8 without control characters, the arena's own */
    size_t length;
    const size_t
        *origins; /* the offset in the given text of each offset up to `length`; NULL: the same */
};

struct legible legible_make(struct arena *arena, PangoFont *font, const char *text,
                            struct missing *missing);

/** The offset in the given text. */
size_t legible_origin(const struct legible *legible, size_t offset);

#endif
