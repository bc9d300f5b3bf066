/* SPDX-License-Identifier: MIT */
#ifndef CHART_POINT_LABEL_H
#define CHART_POINT_LABEL_H

/**
 * Names of single points in a cloud of points: each stands beside its point where neither another
 * point nor another label is, or is left out.
 */

#include "chart/label.h"

struct cloud {
    const struct point *points;
    size_t count;
    double radius;
    const struct point *lines; /* points along lines that names had better not stand on */
    size_t line_count;
    struct rect plot; /* names stay inside */
};

/** Tries the eight places around a point, the right first: clear of lines, then on them. False: no
 * place, nothing drawn. */
bool point_label_place(struct canvas *canvas, const struct cloud *cloud, const struct label *label,
                       struct point at);

#endif
