/* SPDX-License-Identifier: MIT */
#ifndef CHART_SKETCH_H
#define CHART_SKETCH_H

/**
 * A canvas without fonts, on which a kind of chart plans itself to learn its natural height before
 * any text is measured. Its letters are rather too wide, so that what is drawn needs no more room
 * than was asked for.
 *
 *     struct sketch sketch;
 *     sketch_open(&sketch, figure, width);
 *     ...plan on &sketch.canvas...
 *     sketch_close(&sketch);
 */

#include "chart/figure.h"
#include "chart/label.h"
#include "draw/measure.h"
#include "draw/style.h"

struct arena;

struct sketch { /* not to be copied: the canvas points into it */
    struct arena *arena;
    struct measure measure;
    struct theme theme;
    struct plot plot; /* as wide as asked for, and higher than any page */
    struct canvas canvas;
};

void sketch_open(struct sketch *sketch, const struct figure *figure, double width);
void sketch_close(struct sketch *sketch);

#endif
