/* SPDX-License-Identifier: MIT */
#ifndef CHART_CLASSES_H
#define CHART_CLASSES_H

/**
 * Values sorted into at most five classes with round breaks, which cells are shaded by. Pure
 * arithmetic but for the names.
 */

#include "base/colour.h"
#include "chart/scale.h"
#include "document/document.h"

#include <stdbool.h>
#include <stddef.h>

struct text;
struct theme;

#define CLASSES_MOST 5

struct classes {
    double breaks[CLASSES_MOST + 1]; /* class i begins at breaks[i]; the last one ends the top */
    size_t count;                    /* 0 for no values */
    int decimals;                    /* of the breaks in print */
    bool whole;                      /* counts: "10-19", else "10 to under 20" */
    bool open;                       /* the top class has no end */
};

/** Classes of equal width over the values, which are put in ascending order. Where a few values lie
 *  far above all others, the top class is open and takes them. */
struct classes classes_make(double *values, size_t count, struct domain domain);

/** Classes that begin at the limits that a figure names, in ascending order, and one below. */
struct classes classes_given(const struct figure *figure, struct domain domain);

/** The class of a value; what lies outside goes to the nearest. */
size_t classes_find(const struct classes *classes, double value);

void classes_name(const struct classes *classes, size_t index, enum column_unit unit,
                  struct text *text);

/** Few classes are spread over the whole scale from pale to dark. */
struct colour classes_colour(const struct classes *classes, size_t index,
                             const struct theme *theme);

#endif
