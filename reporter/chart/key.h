/* SPDX-License-Identifier: MIT */
#ifndef CHART_KEY_H
#define CHART_KEY_H

/**
 * The key of grouped bars and columns, top left in the data's order, where no single bar could
 * carry the series' name. One series needs none.
 */

#include "chart/label.h"

#include <stddef.h>

struct figure;

/** Draws the key from the area's top on; returns the height that it takes. */
double key_draw(struct canvas *canvas);

/** The most height that key_draw() takes. */
double key_height(const struct figure *figure);

/** The colour of a series' bars. */
struct colour key_colour(const struct plot *plot, size_t series);

#endif
