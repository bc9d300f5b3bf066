/* SPDX-License-Identifier: MIT */
#ifndef CHART_LABEL_H
#define CHART_LABEL_H

/**
 * Text in a plot: labels that never stand on one another nor outside the area. Charts place the
 * most important labels first; one that finds its place taken is left out.
 */

#include "base/colour.h"
#include "base/geometry.h"
#include "draw/measure.h"

#include <stdbool.h>
#include <stddef.h>

struct paint;
struct plot;

struct canvas {
    const struct plot *plot;
    struct rect *taken; /* boxes of the labels placed */
    size_t count, capacity;
};

struct canvas canvas_new(const struct plot *plot);
void canvas_finish(struct canvas *canvas);

enum align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

struct label {
    const char *text; /* lives as long as the page */
    struct font font;
    struct colour colour;
    enum align align;
    double width; /* wraps to at most this; 0: one line */
    size_t most;  /* lines; what does not fit ends in an ellipsis. 0 counts as 1 */
};

/** Lines of a label after wrapping and cutting. */
struct lines label_lines(const struct canvas *canvas, const struct label *label);

struct size {
    double width, height;
};
struct size label_size(const struct canvas *canvas, const struct label *label);

/** Places a label with its left end, middle or right end at `at.x` and its vertical middle at
 *  `at.y`, moved sideways into the area where it would stick out. False: no room, nothing drawn. */
bool label_place(struct canvas *canvas, const struct label *label, struct point at);

/** "and 7 more, in the table", with its left end at `at`; nothing for 0. */
void label_more(struct canvas *canvas, size_t count, struct point at);

/** A horizontal or vertical line that leaves out the places of labels. */
void canvas_line(struct canvas *canvas, struct point from, struct point to,
                 const struct paint *paint);

/** The series' colour as text where it is dark enough to read, else ink. */
struct colour label_colour(const struct plot *plot, struct colour series);

#define LABEL_ENDS 16 /* most labels that label_spread() arranges */

/** Centres for `count` labels of the given heights, sorted by their wanted centres: none overlap,
 *  all lie between lo and hi, and the sum of squared moves is the least possible. The heights' sum
 *  must not exceed hi - lo. */
void label_spread(size_t count, const double *wanted, const double *heights, double lo, double hi,
                  double *ret_centres);

#endif
