/* SPDX-License-Identifier: MIT */
#ifndef CHART_PATTERN_H
#define CHART_PATTERN_H

/**
 * Cells without a value, told apart in any print: hatched where nothing was measured, a thin
 * diagonal where nothing applies, a frame alone where text stands in the value's place.
 */

#include "base/geometry.h"

struct plot;

void pattern_frame(const struct plot *plot, struct rect rect);
void pattern_hatch(const struct plot *plot, struct rect rect); /* with its frame */
void pattern_slash(const struct plot *plot, struct rect rect); /* with its frame */

/** White, where text stands on a pattern. */
void pattern_plate(const struct plot *plot, struct rect rect);

/** A small triangle in the upper right corner. */
void pattern_corner(const struct plot *plot, struct rect rect);

#endif
