/* SPDX-License-Identifier: MIT */
#ifndef CHART_SHADING_H
#define CHART_SHADING_H

/**
 * Cells shaded by their value in classes: heat maps, calendars, maps of regions. Only values are
 * shaded; a mark stays white with its sign or is hatched, and a rate of fewer than ten items is
 * printed as its counts and not shaded.
 */

#include "base/colour.h"
#include "base/geometry.h"
#include "chart/classes.h"
#include "chart/swatch.h"

#include <stdbool.h>

struct plot;

struct shading {
    struct classes classes;
    bool marks[CELL_NOT_APPLICABLE + 1]; /* which occur, for the key */
    bool few;                            /* rates of few items occur */
    bool blank;                          /* cells without anything occur */
};

/** Of all values that the figure draws. Breaks are the figure's limits, where it has any. */
struct shading shading_make(const struct figure *figure, struct arena *arena);

/** Whether the cell is shaded. */
bool shading_applies(const struct cell *cell);

/** Fills a cell's place; returns the colour for text on it. NULL is a cell that is not there. */
struct colour shading_draw(const struct plot *plot, const struct shading *shading,
                           const struct cell *cell, struct rect rect);

/** Adds the classes and the marks that occur to a key. */
void shading_key(const struct shading *shading, const struct plot *plot, struct swatches *swatches);

#endif
