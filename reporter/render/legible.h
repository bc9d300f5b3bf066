/* SPDX-License-Identifier: MIT */
#ifndef RENDER_LEGIBLE_H
#define RENDER_LEGIBLE_H

/**
 * Text that a font can draw: what it has no glyph for is replaced, remembered, and reported; so is
 * what only a certain font gives a meaning.
 *
 * Pango would draw such a character as a box of hexadecimal digits that are then part of the page's
 * text, and a single invalid byte would stop all further drawing.
 */

#include <pango/pango.h>
#include <stdbool.h>
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
    const char *text; /* valid UTF-8 without control characters, the arena's own; a space stands
                         behind its end, see glyphs_draw() */
    size_t length;
    const size_t
        *origins; /* the offset in the given text of each offset up to `length`; NULL: the same */
};

/** Whether a character means the same in every font: those of private use, the byte order mark and
 * what is no character do not, and an archived PDF must not hold them (ISO 19005-2, 6.2.11.7). */
bool legible_lasts(gunichar character);

struct legible legible_make(struct arena *arena, PangoFont *font, const char *text,
                            struct missing *missing);

/** The offset in the given text. */
size_t legible_origin(const struct legible *legible, size_t offset);

#endif
