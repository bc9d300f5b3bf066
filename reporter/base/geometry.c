/* SPDX-License-Identifier: MIT */
#include "base/geometry.h"

#include <math.h>

#define TOLERANCE 0.01

/* A rectangle too small for the inset closes on its middle, and never turns inside out. */
struct rect rect_inset(struct rect rect, double by)
{
    double across = fmin(by, rect.width / 2);
    double down = fmin(by, rect.height / 2);

    return (struct rect){
        .x = rect.x + across,
        .y = rect.y + down,
        .width = rect.width - 2 * across,
        .height = rect.height - 2 * down,
    };
}

static bool is_empty(struct rect rect)
{
    return !(rect.width > 0) && !(rect.height > 0);
}

struct rect rect_union(struct rect a, struct rect b)
{
    if (is_empty(a))
        return b;
    if (is_empty(b))
        return a;
    double left = fmin(a.x, b.x);
    double top = fmin(a.y, b.y);
    double right = fmax(a.x + a.width, b.x + b.width);
    double bottom = fmax(a.y + a.height, b.y + b.height);
    return (struct rect){left, top, right - left, bottom - top};
}

bool rect_contains(struct rect outer, struct rect inner)
{
    return inner.x >= outer.x - TOLERANCE && inner.y >= outer.y - TOLERANCE &&
           inner.x + inner.width <= outer.x + outer.width + TOLERANCE &&
           inner.y + inner.height <= outer.y + outer.height + TOLERANCE;
}

bool rect_overlaps(struct rect a, struct rect b)
{
    double across = fmin(a.x + a.width, b.x + b.width) - fmax(a.x, b.x);
    double down = fmin(a.y + a.height, b.y + b.height) - fmax(a.y, b.y);

    return across > TOLERANCE && down > TOLERANCE;
}
