/* SPDX-License-Identifier: MIT */
#include "chart/funnel_view.h"

#include "base/arena.h"

#include <math.h>

struct bodies bodies_read(const struct figure *figure, struct arena *arena)
{
    size_t all = series_rows(figure);
    struct bodies bodies = {.rows = arena_array(arena, all, sizeof(size_t)),
                            .shares = arena_array(arena, all, sizeof(struct share))};

    for (size_t row = 0; row < all; row++) {
        const struct cell *cell = table_cell(figure->table, row, figure->value_columns[0]);
        if (cell->kind != CELL_RATE)
            continue;
        int64_t n = cell->denominator;
        bodies.least = bodies.count == 0 || n < bodies.least ? n : bodies.least;
        bodies.most = n > bodies.most ? n : bodies.most;
        bodies.rows[bodies.count] = row;
        bodies.shares[bodies.count++] = (struct share){cell->number, n};
    }
    bodies.not_drawn = all - bodies.count;
    if (bodies.count > 0)
        bodies.funnel = funnel_fit(bodies.shares, bodies.count, arena);
    return bodies;
}

struct point view_place(const struct view *view, int64_t n, double fraction)
{
    return (struct point){ruler_x(&view->ruler, (double)n), frame_y(&view->frame, 100 * fraction)};
}

bool view_holds(const struct view *view, double fraction)
{
    const struct scale *scale = &view->frame.scale;
    return 100 * fraction >= scale->lo - 1e-9 && 100 * fraction <= scale->hi + 1e-9;
}

/* The place on a limit at one of the positions, which stand closer where n is small. */
static int64_t items_at(const struct view *view, int position)
{
    double ratio = view->ruler.hi / (double)view->bodies.least;
    double n = (double)view->bodies.least * pow(ratio, (double)position / (FUNNEL_POSITIONS - 1));
    return (int64_t)fmax(1, round(n));
}

double view_limit(const struct view *view, int64_t n, enum funnel_level level, bool upper)
{
    double low;
    double high;
    funnel_limits(&view->bodies.funnel, n, level, &low, &high);
    return upper ? high : low;
}

size_t view_line(const struct view *view, enum funnel_level level, bool upper,
                 struct point *ret_points)
{
    size_t count = 0;
    for (int i = 0; i < FUNNEL_POSITIONS; i++) {
        int64_t n = items_at(view, i);
        double fraction = view_limit(view, n, level, upper);
        if (view_holds(view, fraction))
            ret_points[count++] = view_place(view, n, fraction);
    }
    return count;
}
