/* SPDX-License-Identifier: MIT */
#ifndef RENDER_FACES_H
#define RENDER_FACES_H

/**
 * The fonts in use: each with its description, its metrics and one layout that all its texts share,
 * because making a layout or changing its font costs more than shaping a cell.
 */

#include "draw/measure.h"

#include <pango/pangocairo.h>
#include <stddef.h>

struct face {
    struct font font;
    PangoLayout *layout;
    PangoFont *pango;
    double ascent, descent; /* points, the same for every line */
};

struct faces {
    PangoFontMap *map;
    PangoContext *context;
    const char *family; /* borrowed */
    struct face **items;
    size_t count, capacity;
};

/** fonts_open() comes first. */
void faces_init(struct faces *faces, const char *family);
void faces_finish(struct faces *faces);

/** Made on first use; lives until faces_finish(). The leading does not matter. */
struct face *faces_find(struct faces *faces, struct font font);

#endif
