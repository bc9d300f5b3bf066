/* SPDX-License-Identifier: MIT */
#include "chart/funnel_view.h"

#include "base/arena.h"
#include "chart/figure.h"
#include "chart/point_label.h"
#include "draw/display.h"
#include "draw/style.h"

#define DOT 2.2
#define DOT_OUTSIDE 2.8
#define RING 4.6

static bool is_subject(const struct plot *plot, size_t row)
{
    return series_is_subject(plot->figure, series_label(plot->figure, row, plot->display->arena));
}

static bool is_far(const struct view *view, size_t i)
{
    return funnel_is_outside(&view->bodies.funnel, view->bodies.shares[i], FUNNEL_998);
}

/* Beyond chance dark, the others grey: a look tells them apart in print too. */
static void draw_point(const struct plot *plot, const struct view *view, size_t i, struct point at)
{
    const struct theme *theme = plot->theme;
    bool far = is_far(view, i);
    struct paint dot = {.fill = true,
                        .fill_colour = far ? theme->brand : theme->context,
                        .stroke = true,
                        .stroke_colour = theme->white,
                        .width = 0.5};
    struct paint ring = {.stroke = true, .stroke_colour = theme->ink, .width = 1};

    display_circle(plot->display, at, far ? DOT_OUTSIDE : DOT, &dot);
    if (is_subject(plot, view->bodies.rows[i]))
        display_circle(plot->display, at, RING, &ring);
}

static void name_point(struct canvas *canvas, const struct view *view, const struct cloud *cloud,
                       size_t i)
{
    const struct plot *plot = canvas->plot;
    size_t row = view->bodies.rows[i];
    struct label label = {.text = series_label(plot->figure, row, plot->display->arena),
                          .font = is_subject(plot, row) ? FONT_LABEL : FONT_TICK,
                          .colour = plot->theme->ink,
                          .width = plot->area.width / 3};
    point_label_place(canvas, cloud, &label, cloud->points[i]);
}

/* The lines that names had better keep off: the limits and the centre. */
static size_t gather_lines(const struct view *view, struct point *points)
{
    size_t count = 0;
    for (int upper = 0; upper < 2; upper++) {
        count += view_line(view, FUNNEL_95, upper, points + count);
        count += view_line(view, FUNNEL_998, upper, points + count);
    }
    for (int i = 0; i < FUNNEL_POSITIONS; i++) {
        const struct rect *box = &view->frame.plot;
        points[count++] = (struct point){box->x + i * box->width / FUNNEL_POSITIONS,
                                         frame_y(&view->frame, 100 * view->bodies.funnel.centre)};
    }
    return count;
}

static void name_points(struct canvas *canvas, const struct view *view, const struct cloud *cloud,
                        bool subject)
{
    for (size_t i = 0; i < view->bodies.count; i++) {
        bool is_it = is_subject(canvas->plot, view->bodies.rows[i]);
        if (subject ? is_it : !is_it && is_far(view, i))
            name_point(canvas, view, cloud, i);
    }
}

/* The subject's name first, which must not be the one that finds no place; then those of the
 * bodies beyond chance. */
void funnel_points_draw(struct canvas *canvas, const struct view *view)
{
    const struct plot *plot = canvas->plot;
    struct point lines[5 * FUNNEL_POSITIONS];
    struct point *points =
        arena_array(plot->display->arena, view->bodies.count, sizeof(struct point));
    struct cloud cloud = {points, view->bodies.count,        RING - 1,
                          lines,  gather_lines(view, lines), view->frame.plot};

    for (size_t i = 0; i < view->bodies.count; i++) {
        struct share share = view->bodies.shares[i];
        points[i] = view_place(view, share.n, (double)share.x / (double)share.n);
        draw_point(plot, view, i, points[i]);
    }
    name_points(canvas, view, &cloud, true);
    name_points(canvas, view, &cloud, false);
}
