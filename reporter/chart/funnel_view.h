/* SPDX-License-Identifier: MIT */
#ifndef CHART_FUNNEL_VIEW_H
#define CHART_FUNNEL_VIEW_H

/**
 * What a funnel chart shows and where: the bodies that have a rate, their funnel, and the plot's
 * two axes.
 */

#include "chart/axis.h"
#include "chart/ruler.h"
#include "metrics/funnel.h"

#define FUNNEL_POSITIONS 100 /* along each limit */

/** The bodies that can be drawn. */
struct bodies {
    size_t *rows;
    struct share *shares;
    size_t count, not_drawn;
    int64_t least, most; /* items */
    struct funnel funnel;
};

struct bodies bodies_read(const struct figure *figure, struct arena *arena);

struct view {
    struct bodies bodies;
    struct frame frame;
    struct ruler ruler;
};

/** Where a rate (a fraction) of n items stands. */
struct point view_place(const struct view *view, int64_t n, double fraction);

/** Whether the vertical axis reaches a rate. */
bool view_holds(const struct view *view, double fraction);

double view_limit(const struct view *view, int64_t n, enum funnel_level level, bool upper);

/** The points of a limit's line as far as the axes hold them, at most FUNNEL_POSITIONS. */
size_t view_line(const struct view *view, enum funnel_level level, bool upper,
                 struct point *ret_points);

/** A point for each body; those beyond chance and the figure's subject with their names. */
void funnel_points_draw(struct canvas *canvas, const struct view *view);

#endif
