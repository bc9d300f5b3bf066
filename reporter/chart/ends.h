/* SPDX-License-Identifier: MIT */
#ifndef CHART_ENDS_H
#define CHART_ENDS_H

/**
 * Names at the right of the plot, each at the height of what it names: the ends of lines, and the
 * target. They stand in place of a legend.
 */

#include "chart/axis.h"

/* What stands before a name so that it is known what it names. */
enum end_key {
    END_LINE,   /* a dash where the line's colour is too pale for the text itself */
    END_FILL,   /* a square of the colour */
    END_HOLLOW, /* a hollow dot */
};

struct end {
    const char *text;
    struct colour colour; /* of the line or fill it names */
    enum end_key key;
    bool plain;        /* not in semibold */
    struct point from; /* the line's last point */
    double rank;       /* the highest stays where there is no room for all */
};

struct ends {
    struct end items[LABEL_ENDS];
    size_t count;
};

void ends_add(struct ends *ends, struct end end);

/** The target's name, as it stands in the gutter, or NULL. */
const char *ends_target_text(const struct canvas *canvas);

/** The width to keep free at the right of the plot; 0 for none. */
double ends_width(const struct canvas *canvas, const struct ends *ends);

/** Draws the names from `x` on between the plot's top and bottom. */
void ends_draw(struct canvas *canvas, const struct ends *ends, const struct frame *frame);

/** The target's dashed line across the plot, where the figure has one. */
void ends_target_line(struct canvas *canvas, const struct frame *frame);

/** The same from point to point: dashes on white, so that they show on bars too; labels stay
 *  free. */
void ends_target_stroke(struct canvas *canvas, struct point from, struct point to);

#endif
