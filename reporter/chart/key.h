/* SPDX-License-Identifier: MIT */
#ifndef CHART_KEY_H
#define CHART_KEY_H

/**
 * The colours of bars and columns, and a key of them, top left in the data's order: the last resort
 * where no bar has room for its series' name beside it. One series alone needs no name.
 */

#include "chart/label.h"

#include <stddef.h>

struct figure;

/** Series drawn as bars: the values, then what stood before where there is one value. */
size_t key_count(const struct figure *figure);

const char *key_name(const struct figure *figure, size_t series);

/** Draws the key from the area's top on; returns the height that it takes. */
double key_draw(struct canvas *canvas);

/** The most height that key_draw() takes. */
double key_height(const struct figure *figure);

/** The colour of a series' bars; what stood before is light. */
struct colour key_colour(const struct plot *plot, size_t series);

/** A bar, with an outline where its fill is too pale to be seen alone. */
void key_fill(const struct plot *plot, struct rect bar, struct colour fill);

#endif
