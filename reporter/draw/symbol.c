/* SPDX-License-Identifier: MIT */
#include "draw/symbol.h"

#include "draw/display.h"
#include "draw/style.h"

#define OUTLINE 0.5

/* Symbols are told apart by shape and darkness; colour only adds to that. */
struct pen {
    struct display *display;
    const struct theme *theme;
    struct colour fill, ink;
    struct point at;
    double size;
};

/* Coordinates of a symbol run from 0 to 1 in its square. */
static struct point place(const struct pen *pen, double x, double y)
{
    return (struct point){pen->at.x + x * pen->size, pen->at.y + y * pen->size};
}

static struct paint outline(const struct pen *pen)
{
    return (struct paint){.fill = true,
                          .fill_colour = pen->fill,
                          .stroke = true,
                          .stroke_colour = pen->theme->secondary,
                          .width = OUTLINE};
}

static struct paint ink_stroke(const struct pen *pen)
{
    return (struct paint){
        .stroke = true, .stroke_colour = pen->ink, .width = 0.13 * pen->size, .round = true};
}

static void draw_line(const struct pen *pen, double x0, double y0, double x1, double y1)
{
    struct paint paint = ink_stroke(pen);
    display_line(pen->display, place(pen, x0, y0), place(pen, x1, y1), &paint);
}

static void draw_disc(const struct pen *pen, const struct paint *paint)
{
    display_circle(pen->display, place(pen, 0.5, 0.5), pen->size / 2 - OUTLINE / 2, paint);
}

static void draw_check(const struct pen *pen)
{
    struct path_point points[] = {{.step = PATH_MOVE, .to = place(pen, 0.27, 0.52)},
                                  {.step = PATH_LINE, .to = place(pen, 0.44, 0.69)},
                                  {.step = PATH_LINE, .to = place(pen, 0.74, 0.34)}};
    struct paint paint = ink_stroke(pen);
    display_path(pen->display, points, 3, &paint);
}

static void draw_met(const struct pen *pen)
{
    struct paint paint = outline(pen);
    draw_disc(pen, &paint);
    draw_check(pen);
}

/* A white disc whose lower half is filled. */
static void draw_partly(const struct pen *pen)
{
    double radius = pen->size / 2 - OUTLINE / 2;
    double bend = 0.5523 * radius; /* a quarter circle as one Bezier curve */
    struct point c = place(pen, 0.5, 0.5);
    struct path_point half[] = {
        {.step = PATH_MOVE, .to = {c.x - radius, c.y}},
        {.step = PATH_CURVE,
         .to = {c.x, c.y + radius},
         .control = {{c.x - radius, c.y + bend}, {c.x - bend, c.y + radius}}},
        {.step = PATH_CURVE,
         .to = {c.x + radius, c.y},
         .control = {{c.x + bend, c.y + radius}, {c.x + radius, c.y + bend}}},
        {.step = PATH_CLOSE}};
    struct paint paint = outline(pen);

    paint.fill_colour = pen->theme->white;
    draw_disc(pen, &paint);
    paint.fill_colour = pen->fill;
    display_path(pen->display, half, 4, &paint);
}

static void draw_square(const struct pen *pen, const struct paint *paint)
{
    struct rect square = {pen->at.x, pen->at.y, pen->size, pen->size};
    square = rect_inset(square, 0.04 * pen->size + OUTLINE / 2);
    display_rect(pen->display, square, paint);
}

static void draw_not_met(const struct pen *pen)
{
    struct paint paint = outline(pen);
    draw_square(pen, &paint);
    draw_line(pen, 0.3, 0.3, 0.7, 0.7);
    draw_line(pen, 0.3, 0.7, 0.7, 0.3);
}

static void draw_no_evidence(const struct pen *pen)
{
    struct paint paint = outline(pen);
    paint.width = 0.6;
    paint.dash[0] = 1.5;
    paint.dash[1] = 1.2;
    draw_disc(pen, &paint);
}

static void draw_exempt(const struct pen *pen)
{
    struct paint paint = outline(pen);
    draw_disc(pen, &paint);
    draw_line(pen, 0.3, 0.7, 0.7, 0.3);
}

static void draw_not_applicable(const struct pen *pen)
{
    draw_line(pen, 0.3, 0.5, 0.7, 0.5);
}

static void draw_not_measured(const struct pen *pen)
{
    struct paint paint = outline(pen);
    paint.width = 0.6;
    paint.dash[0] = 1.5;
    paint.dash[1] = 1.2;
    draw_square(pen, &paint);
}

static void draw_not_reporting(const struct pen *pen)
{
    struct paint paint = outline(pen);
    draw_square(pen, &paint);
    draw_line(pen, 0.3, 0.5, 0.7, 0.5);
}

static void draw_new(const struct pen *pen)
{
    struct paint paint = outline(pen);
    draw_disc(pen, &paint);
    draw_line(pen, 0.5, 0.28, 0.5, 0.72);
    draw_line(pen, 0.28, 0.5, 0.72, 0.5);
}

static void draw_adopted(const struct pen *pen)
{
    struct paint paint = outline(pen);
    draw_square(pen, &paint);
    draw_check(pen);
}

static void draw_not_adopted(const struct pen *pen)
{
    struct paint paint = outline(pen);
    draw_square(pen, &paint);
}

static void (*const SYMBOLS[STATUS_COUNT])(const struct pen *pen) = {
    [STATUS_MET] = draw_met,
    [STATUS_PARTLY] = draw_partly,
    [STATUS_NOT_MET] = draw_not_met,
    [STATUS_NO_EVIDENCE] = draw_no_evidence,
    [STATUS_EXEMPT] = draw_exempt,
    [STATUS_NOT_APPLICABLE] = draw_not_applicable,
    [STATUS_NOT_MEASURED] = draw_not_measured,
    [STATUS_NOT_REPORTING] = draw_not_reporting,
    [STATUS_NEW] = draw_new,
    [STATUS_ADOPTED] = draw_adopted,
    [STATUS_NOT_ADOPTED] = draw_not_adopted,
};

void symbol_status(struct display *display, const struct theme *theme, enum status status,
                   struct point at, double size)
{
    struct pen pen = {.display = display,
                      .theme = theme,
                      .at = at,
                      .size = size,
                      .fill = theme->status_fill[status],
                      .ink = theme->status_ink[status]};
    if (SYMBOLS[status])
        SYMBOLS[status](&pen);
}

void symbol_arrow(struct display *display, const struct theme *theme, int direction,
                  struct point at, double size)
{
    struct pen pen = {
        .display = display, .theme = theme, .ink = theme->ink, .at = at, .size = size};
    if (direction == 0)
        return;
    double tip = direction > 0 ? 0.12 : 0.88;
    double wing = direction > 0 ? 0.45 : 0.55;
    struct path_point head[] = {{.step = PATH_MOVE, .to = place(&pen, 0.2, wing)},
                                {.step = PATH_LINE, .to = place(&pen, 0.5, tip)},
                                {.step = PATH_LINE, .to = place(&pen, 0.8, wing)}};
    struct paint paint = ink_stroke(&pen);
    draw_line(&pen, 0.5, 1 - tip, 0.5, tip);
    display_path(display, head, 3, &paint);
}
