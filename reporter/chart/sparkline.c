/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include "base/arena.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define DOT 1.6

struct spark {
    struct display *display;
    const double *values;
    size_t count;
    struct rect inner; /* where the middles of dots may stand */
    double lo, hi;
    struct paint line, dot;
};

static bool find_range(struct spark *spark)
{
    spark->lo = INFINITY;
    spark->hi = -INFINITY;
    for (size_t i = 0; i < spark->count; i++) {
        if (!isfinite(spark->values[i]))
            continue;
        spark->lo = fmin(spark->lo, spark->values[i]);
        spark->hi = fmax(spark->hi, spark->values[i]);
    }
    return spark->lo <= spark->hi;
}

static double spark_y(const struct spark *spark, double value)
{
    double up = spark->hi > spark->lo ? (value - spark->lo) / (spark->hi - spark->lo) : 0.5;
    return spark->inner.y + (1 - up) * spark->inner.height;
}

static struct point spark_point(const struct spark *spark, size_t i)
{
    double across = spark->count > 1 ? (double)i / (double)(spark->count - 1) : 1;
    return (struct point){spark->inner.x + across * spark->inner.width,
                          spark_y(spark, spark->values[i])};
}

/* Grey, below the line, across all of the place. */
static void draw_target(struct spark *spark, const struct theme *theme, double target)
{
    struct paint paint = {.stroke = true, .stroke_colour = theme->context, .width = 0.5};
    double y = spark_y(spark, target);
    display_line(spark->display, (struct point){spark->inner.x, y},
                 (struct point){spark->inner.x + spark->inner.width, y}, &paint);
}

static void draw_run(const struct spark *spark, size_t from, size_t to)
{
    struct path_point *points = arena_array(spark->display->arena, to - from, sizeof *points);
    for (size_t i = from; i < to; i++)
        points[i - from] =
            (struct path_point){i > from ? PATH_LINE : PATH_MOVE, .to = spark_point(spark, i)};
    if (to - from > 1)
        display_path(spark->display, points, to - from, &spark->line);
    else
        display_circle(spark->display, points[0].to, DOT / 2, &spark->dot);
}

void sparkline_draw(struct display *display, const struct theme *theme,
                    const struct sparkline *sparkline, struct rect area)
{
    struct spark spark = {
        .display = display,
        .values = sparkline->values,
        .count = sparkline->count,
        .inner = rect_inset(area, DOT),
        .line = {.stroke = true, .stroke_colour = theme->brand, .width = 0.9, .round = true},
        .dot = {.fill = true, .fill_colour = theme->brand},
    };
    size_t last = 0;

    if (!find_range(&spark))
        return;
    if (sparkline->has_target) {
        spark.lo = fmin(spark.lo, sparkline->target);
        spark.hi = fmax(spark.hi, sparkline->target);
        draw_target(&spark, theme, sparkline->target);
    }
    for (size_t from = 0; from < spark.count;) {
        size_t to = from;
        while (to < spark.count && isfinite(spark.values[to]))
            to++;
        if (to > from) {
            draw_run(&spark, from, to);
            last = to - 1;
        }
        from = to + 1;
    }
    display_circle(display, spark_point(&spark, last), DOT, &spark.dot);
}
