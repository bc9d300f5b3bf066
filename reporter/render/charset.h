/* SPDX-License-Identifier: MIT */
#ifndef RENDER_CHARSET_H
#define RENDER_CHARSET_H

/**
 * The names of the glyphs that an embedded font program holds, as FreeType reads them: an archive's
 * font descriptor lists them (ISO 19005-1, 6.3.5; in later parts it may, and then in full).
 */

#include <stdbool.h>
#include <stddef.h>

struct text;

/** Appends "/A/B/one", without .notdef, in the program's order. False where the bytes are no font
 * whose glyphs have names. */
bool charset_names(const unsigned char *program, size_t length, struct text *ret_names);

#endif
