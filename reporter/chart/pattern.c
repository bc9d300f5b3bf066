/* SPDX-License-Identifier: MIT */
#include "chart/pattern.h"

#include "base/arena.h"
#include "chart/figure.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define THIN 0.4
#define SPACING 3.5 /* of hatch lines, along the bottom edge */
#define CORNER 5.0

static struct paint stroke(struct colour colour)
{
    return (struct paint){.stroke = true, .stroke_colour = colour, .width = THIN};
}

void pattern_frame(const struct plot *plot, struct rect rect)
{
    struct paint paint = stroke(plot->theme->hairline);
    display_rect(plot->display, rect_inset(rect, THIN / 2), &paint);
}

/* Rising lines, cut off at the edges: one path, so that many cells stay few marks. */
static size_t hatch_points(struct rect rect, struct path_point *points)
{
    size_t count = 0;

    for (double foot = SPACING / 2 - rect.height; foot < rect.width; foot += SPACING) {
        double from = fmax(foot, 0);
        double to = fmin(foot + rect.height, rect.width);
        double bottom = rect.y + rect.height;
        points[count++] =
            (struct path_point){.step = PATH_MOVE, .to = {rect.x + from, bottom - (from - foot)}};
        points[count++] =
            (struct path_point){.step = PATH_LINE, .to = {rect.x + to, bottom - (to - foot)}};
    }
    return count;
}

void pattern_hatch(const struct plot *plot, struct rect rect)
{
    struct paint paint = stroke(plot->theme->rule);
    size_t most = (size_t)ceil((rect.width + rect.height) / SPACING) + 1;
    struct path_point *points = arena_array(plot->display->arena, 2 * most, sizeof *points);
    size_t count = hatch_points(rect, points);

    if (count > 0)
        display_path(plot->display, points, count, &paint);
    pattern_frame(plot, rect);
}

void pattern_slash(const struct plot *plot, struct rect rect)
{
    struct paint paint = stroke(plot->theme->secondary);
    struct rect inside = rect_inset(rect, fmin(rect.width, rect.height) / 5);

    pattern_frame(plot, rect);
    display_line(plot->display, (struct point){inside.x, inside.y + inside.height},
                 (struct point){inside.x + inside.width, inside.y}, &paint);
}

void pattern_plate(const struct plot *plot, struct rect rect)
{
    struct paint white = {.fill = true, .fill_colour = plot->theme->white};
    display_rect(plot->display, rect, &white);
}

void pattern_corner(const struct plot *plot, struct rect rect)
{
    double side = fmin(CORNER, fmin(rect.width, rect.height) / 2);
    double right = rect.x + rect.width;
    struct path_point points[] = {{.step = PATH_MOVE, .to = {right - side, rect.y}},
                                  {.step = PATH_LINE, .to = {right, rect.y}},
                                  {.step = PATH_LINE, .to = {right, rect.y + side}},
                                  {.step = PATH_CLOSE}};
    struct paint paint = {.fill = true, .fill_colour = plot->theme->series[3]};
    paint.stroke = true;
    paint.stroke_colour = plot->theme->white;
    paint.width = THIN;
    display_path(plot->display, points, 4, &paint);
}
