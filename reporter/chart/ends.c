/* SPDX-License-Identifier: MIT */
#include "chart/ends.h"

#include "base/phrase.h"
#include "chart/figure.h"
#include "chart/key.h"
#include "document/document.h"
#include "draw/display.h"
#include "draw/style.h"

#include <assert.h>
#include <math.h>

#define GAP 10.0 /* from the plot to the names */
#define KEY 8.0  /* what stands before a name */
#define RING 2.2 /* radius */
#define KEY_GAP 3.0
#define MOST_SHARE 0.35 /* of the area's width */

void ends_add(struct ends *ends, struct end end)
{
    assert(ends->count < LABEL_ENDS);
    size_t i = ends->count++;
    for (; i > 0 && ends->items[i - 1].from.y > end.from.y; i--)
        ends->items[i] = ends->items[i - 1];
    ends->items[i] = end;
}

const char *ends_target_text(const struct canvas *canvas)
{
    const struct figure *figure = canvas->plot->figure;
    if (!figure->has_target)
        return NULL;
    return figure->target_label ? figure->target_label : phrase(PHRASE_CHART_TARGET);
}

static bool is_readable(const struct canvas *canvas, struct colour colour)
{
    struct colour text = label_colour(canvas->plot, colour);
    return text.red == colour.red && text.green == colour.green && text.blue == colour.blue;
}

static bool has_key(const struct canvas *canvas, const struct end *end)
{
    return end->key != END_LINE || !is_readable(canvas, end->colour);
}

static double key_width(const struct canvas *canvas, const struct end *end)
{
    return has_key(canvas, end) ? KEY + KEY_GAP : 0;
}

static struct label end_label(const struct canvas *canvas, const struct end *end)
{
    double most = MOST_SHARE * canvas->plot->area.width - GAP;
    return (struct label){.text = end->text,
                          .font = end->plain ? FONT_TICK : FONT_LABEL,
                          .colour = end->plain ? canvas->plot->theme->secondary
                                               : label_colour(canvas->plot, end->colour),
                          .align = ALIGN_LEFT,
                          .width = most - key_width(canvas, end),
                          .most = 2};
}

double ends_width(const struct canvas *canvas, const struct ends *ends)
{
    double width = 0;
    for (size_t i = 0; i < ends->count; i++) {
        struct label label = end_label(canvas, &ends->items[i]);
        double need = label_size(canvas, &label).width + key_width(canvas, &ends->items[i]);
        width = fmax(width, need);
    }
    return ends->count > 0 ? width + GAP : 0;
}

static void drop_least(struct ends *ends)
{
    size_t least = 0;
    for (size_t i = 1; i < ends->count; i++)
        if (ends->items[i].rank < ends->items[least].rank)
            least = i;
    ends->count--;
    for (size_t i = least; i < ends->count; i++)
        ends->items[i] = ends->items[i + 1];
}

/* The heights of all names; the least important are dropped until the rest fits in `room`. */
static void fit(const struct canvas *canvas, struct ends *ends, double room, double *heights)
{
    for (;;) {
        double sum = 0;
        for (size_t i = 0; i < ends->count; i++) {
            struct label label = end_label(canvas, &ends->items[i]);
            heights[i] = label_size(canvas, &label).height;
            sum += heights[i];
        }
        if (sum <= room || ends->count == 0)
            return;
        drop_least(ends);
    }
}

/* A thin line from the line's end to a name that had to move. */
static void draw_leader(const struct canvas *canvas, const struct end *end, struct point to)
{
    struct paint paint = {.stroke = true, .stroke_colour = end->colour, .width = 0.5};
    display_line(canvas->plot->display, (struct point){end->from.x + 3, end->from.y},
                 (struct point){to.x - 2, to.y}, &paint);
}

static void draw_key(const struct canvas *canvas, const struct end *end, struct point at)
{
    const struct plot *plot = canvas->plot;
    struct paint line = {.stroke = true, .stroke_colour = end->colour, .width = 1.8};
    struct paint ring = {.fill = true,
                         .fill_colour = plot->theme->white,
                         .stroke = true,
                         .stroke_colour = end->colour,
                         .width = 1.2};
    if (end->key == END_FILL)
        key_fill(plot, (struct rect){at.x, at.y - KEY / 2, KEY, KEY}, end->colour);
    else if (end->key == END_HOLLOW)
        display_circle(plot->display, (struct point){at.x + KEY / 2, at.y}, RING, &ring);
    else
        display_line(plot->display, at, (struct point){at.x + KEY, at.y}, &line);
}

static void draw_end(struct canvas *canvas, const struct end *end, struct point at, bool moved)
{
    struct label label = end_label(canvas, end);
    struct point text = {at.x + key_width(canvas, end), at.y};

    if (!label_place(canvas, &label, text))
        return;
    if (has_key(canvas, end))
        draw_key(canvas, end, at);
    if (moved && end->key == END_LINE)
        draw_leader(canvas, end, at);
}

void ends_draw(struct canvas *canvas, const struct ends *ends, const struct frame *frame)
{
    struct ends kept = *ends;
    double wanted[LABEL_ENDS] = {0};
    double heights[LABEL_ENDS] = {0};
    double centres[LABEL_ENDS] = {0};
    struct rect area = canvas->plot->area;
    double bottom = frame->plot.y + frame->plot.height;

    fit(canvas, &kept, bottom - area.y, heights);
    if (kept.count == 0)
        return;
    for (size_t i = 0; i < kept.count; i++)
        wanted[i] = kept.items[i].from.y;
    label_spread(kept.count, wanted, heights, area.y, bottom, centres);
    for (size_t i = 0; i < kept.count; i++) {
        bool moved = fabs(centres[i] - wanted[i]) > heights[i] / 2;
        struct point at = {frame->plot.x + frame->plot.width + GAP, centres[i]};
        draw_end(canvas, &kept.items[i], at, moved);
    }
}

void ends_target_stroke(struct canvas *canvas, struct point from, struct point to)
{
    const struct theme *theme = canvas->plot->theme;
    struct paint ground = {.stroke = true, .stroke_colour = theme->white, .width = 2};
    struct paint dashes = {
        .stroke = true, .stroke_colour = theme->secondary, .width = 1, .dash = {4, 2}};
    canvas_line(canvas, from, to, &ground);
    canvas_line(canvas, from, to, &dashes);
}

void ends_target_line(struct canvas *canvas, const struct frame *frame)
{
    const struct figure *figure = canvas->plot->figure;
    if (!figure->has_target)
        return;
    double y = axis_snap(frame_y(frame, figure->target));
    ends_target_stroke(canvas, (struct point){frame->plot.x, y},
                       (struct point){frame->plot.x + frame->plot.width, y});
}
