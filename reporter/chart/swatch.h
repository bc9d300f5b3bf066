/* SPDX-License-Identifier: MIT */
#ifndef CHART_SWATCH_H
#define CHART_SWATCH_H

/**
 * The key below a chart of cells: what each fill, symbol and mark means, and what did not fit
 * above, one item after the other in as many lines as they need.
 */

#include "base/colour.h"
#include "chart/label.h"
#include "metrics/status.h"

#include <stddef.h>

struct arena;

enum swatch_kind {
    SWATCH_TEXT, /* no sample: the text alone */
    SWATCH_FILL,
    SWATCH_STATUS,
    SWATCH_FRAME,
    SWATCH_HATCH,
    SWATCH_SLASH,
    SWATCH_CORNER,
};

struct swatch {
    enum swatch_kind kind;
    struct colour fill; /* SWATCH_FILL */
    enum status status; /* SWATCH_STATUS */
    const char *text;
};

struct swatches {
    struct swatch *items; /* the arena's */
    size_t count, capacity;
    struct arena *arena;
    double slot; /* items begin at multiples of this width; 0: right behind one another */
};

struct swatches swatches_new(struct arena *arena);
void swatches_add(struct swatches *swatches, struct swatch swatch);

/** Of all items in lines of a width; 0 for none. */
double swatches_height(const struct canvas *canvas, const struct swatches *swatches, double width);

/** Draws them in `room`; what would stand below it or outside the area is left out. Returns how
 * many were. */
size_t swatches_draw(struct canvas *canvas, const struct swatches *swatches, struct rect room);

#endif
