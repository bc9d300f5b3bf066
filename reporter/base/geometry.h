/* SPDX-License-Identifier: MIT */
#ifndef BASE_GEOMETRY_H
#define BASE_GEOMETRY_H

/**
 * Points and rectangles. All lengths in this program are points (1/72 inch); x grows to the right
 * and y downwards from the page's top left corner.
 */

#include <stdbool.h>

struct point {
    double x;
    double y;
};

struct rect {
    double x;
    double y;
    double width;
    double height;
};

struct rect rect_inset(struct rect rect, double by);
struct rect rect_union(struct rect a,
                       struct rect b); /* an empty one (width and height 0) is ignored */
bool rect_contains(struct rect outer, struct rect inner); /* to within 0.01 pt */
bool rect_overlaps(struct rect a, struct rect b);         /* by more than 0.01 pt in x and y */

#endif
