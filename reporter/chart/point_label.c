/* SPDX-License-Identifier: MIT */
#include "chart/point_label.h"

#include "base/arena.h"

#define OFFSET 3.0 /* from the point's edge to its name */
#define DIAGONAL 0.707
#define LINE_HALF 0.75 /* of a line's width, with some air */

/* Right, above and below to the right, above, below, left, above and below to the left. */
static const struct point PLACES[] = {
    {1, 0},  {DIAGONAL, -DIAGONAL},  {DIAGONAL, DIAGONAL},  {0, -1}, {0, 1},
    {-1, 0}, {-DIAGONAL, -DIAGONAL}, {-DIAGONAL, DIAGONAL},
};

static double sign(double value)
{
    return (value > 0) - (value < 0);
}

static bool hits(const struct point *points, size_t count, double radius, struct rect box)
{
    for (size_t i = 0; i < count; i++) {
        struct rect dot = {points[i].x - radius, points[i].y - radius, 2 * radius, 2 * radius};
        if (rect_overlaps(box, dot))
            return true;
    }
    return false;
}

static struct rect box_at(const struct cloud *cloud, struct size size, struct point at,
                          struct point place)
{
    double away = cloud->radius + OFFSET;
    double up = place.x == 0 ? place.y * size.height / 2 : 0;
    struct point middle = {at.x + place.x * away + sign(place.x) * size.width / 2,
                           at.y + place.y * away + up};
    return (struct rect){middle.x - size.width / 2, middle.y - size.height / 2, size.width,
                         size.height};
}

static bool place_off(struct canvas *canvas, const struct cloud *cloud, const struct label *label,
                      struct point at, size_t line_count)
{
    struct size size = label_size(canvas, label);
    struct label name = *label;

    name.align = ALIGN_LEFT;
    for (size_t i = 0; i < ARRAY_LENGTH(PLACES); i++) {
        struct rect box = box_at(cloud, size, at, PLACES[i]);
        if (rect_contains(cloud->plot, box) &&
            !hits(cloud->points, cloud->count, cloud->radius, box) &&
            !hits(cloud->lines, line_count, LINE_HALF, box) &&
            label_place(canvas, &name, (struct point){box.x, box.y + size.height / 2}))
            return true;
    }
    return false;
}

bool point_label_place(struct canvas *canvas, const struct cloud *cloud, const struct label *label,
                       struct point at)
{
    return place_off(canvas, cloud, label, at, cloud->line_count) ||
           place_off(canvas, cloud, label, at, 0);
}
