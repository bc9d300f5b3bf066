/* SPDX-License-Identifier: MIT */
#ifndef RENDER_TEXT_H
#define RENDER_TEXT_H

/**
 * Pango behind draw/measure.h: shaping, line breaking, and the drawing of measured lines. Fonts
 * come from the system's packages through assets/fonts.conf alone, whatever else the machine has.
 *
 * One typesetter serves a process (a font map costs 25 ms); typesetter_clear() frees a document's
 * lines once its pages are drawn. Pango matches fonts in threads: a forked worker makes a
 * typesetter of its own after the fork, and uses none made before it.
 */

#include "draw/measure.h"

#include <stdbool.h>

struct error;
struct notices;
struct typesetter;

/** `fonts_conf` is the path of assets/fonts.conf; `family` the theme's. An error where the family
 * is not installed, naming the package. Must be called before anything else touches fontconfig. */
bool typesetter_new(const char *fonts_conf, const char *family, struct typesetter **ret_typesetter,
                    struct error *err);
void typesetter_free(struct typesetter *typesetter); /* accepts NULL */

/** The interface for layout and charts. Borrowed. */
const struct measure *typesetter_measure(struct typesetter *typesetter);

/** Frees all lines given out so far. */
void typesetter_clear(struct typesetter *typesetter);

/** Characters that the family lacks, seen since the last clear: one notice with their code points.
 *  In their place U+FFFD is drawn, or U+25A1 (a box) where the family lacks that too. Returns true
 *  where there were none. */
bool typesetter_report(struct typesetter *typesetter, const char *document,
                       struct notices *notices);

#endif
