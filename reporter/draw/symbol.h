/* SPDX-License-Identifier: MIT */
#ifndef DRAW_SYMBOL_H
#define DRAW_SYMBOL_H

/**
 * Status symbols and arrows as paths, never as characters of a font.
 */

#include "base/geometry.h"
#include "metrics/status.h"

struct display;
struct theme;

/** The symbol of a status in a square of `size` with its top left corner at `at`. */
void symbol_status(struct display *display, const struct theme *theme, enum status status,
                   struct point at, double size);

/** A small arrow up (direction > 0) or down (< 0), nothing for 0. */
void symbol_arrow(struct display *display, const struct theme *theme, int direction,
                  struct point at, double size);

#endif
