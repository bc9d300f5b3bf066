/* SPDX-License-Identifier: MIT */
#ifndef DRAW_MEASURE_H
#define DRAW_MEASURE_H

/**
 * Text behind an interface: layout and charts ask for lines and never see a font. render/text.h
 * implements it with Pango; tests implement it with fixed advances. What was measured is what is
 * drawn: the handle of a line goes to the renderer as it is.
 */

#include <stdbool.h>
#include <stddef.h>

enum weight { WEIGHT_REGULAR, WEIGHT_SEMIBOLD };

struct font {
    enum weight weight;
    double size;    /* points */
    double leading; /* points from baseline to baseline */
    bool tabular;   /* figures of one width: tables, axes, tiles */
};

struct line {
    void *handle;     /* the renderer's; NULL in tests */
    const char *text; /* the whole string that was asked for */
    size_t from, to;  /* bytes of it, the trailing space included */
    double width;     /* points, without the trailing space */
    double ascent;    /* above the baseline */
    double descent;   /* below it, positive */
};

struct lines {
    struct line *items;
    size_t count; /* at least 1 */
};

struct measure {
    void *self;
    /** Breaks `text` (clean UTF-8, borrowed until the page is drawn) into lines of at most `width`;
     *  width <= 0 means one line. A word longer than a line is broken inside. The lines live as
     *  long as the measure's document does. */
    struct lines (*lines)(void *self, const char *text, struct font font, double width);
};

struct lines measure_lines(const struct measure *measure, const char *text, struct font font,
                           double width);
double measure_width(const struct measure *measure, const char *text, struct font font);

#endif
