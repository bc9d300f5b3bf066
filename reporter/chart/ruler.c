/* SPDX-License-Identifier: MIT */
#include "chart/ruler.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "chart/axis.h"
#include "chart/figure.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define MOST_DECADES 3 /* with ticks at 1, 2 and 5 */
#define APART 6.0      /* between the values of ticks */
#define EDGE 1e-9      /* a tick on the axis's end counts */

static struct label tick_label(const struct canvas *canvas, const struct ruler *ruler, size_t tick)
{
    return (struct label){.text = ruler->texts[tick],
                          .font = FONT_TICK,
                          .colour = canvas->plot->theme->secondary,
                          .align = ALIGN_CENTRE};
}

/* Where a tick's value begins: below the tick, drawn in where the area ends. */
static double tick_left(const struct canvas *canvas, const struct ruler *ruler, size_t tick,
                        double *ret_width)
{
    struct rect area = canvas->plot->area;
    struct label label = tick_label(canvas, ruler, tick);
    *ret_width = label_size(canvas, &label).width;
    double left = ruler_x(ruler, ruler->ticks[tick]) - *ret_width / 2;
    return fmax(fmin(left, area.x + area.width - *ret_width), area.x);
}

static bool ticks_fit(const struct canvas *canvas, const struct ruler *ruler)
{
    double end = -INFINITY;
    for (size_t tick = 0; tick < ruler->tick_count; tick++) {
        double width;
        double left = tick_left(canvas, ruler, tick, &width);
        if (left < end + APART)
            return false;
        end = left + width;
    }
    return true;
}

static struct ruler with_ticks(const struct scale *scale, enum column_unit unit, struct rect plot,
                               struct arena *arena)
{
    struct ruler ruler = {.lo = scale->lo, .hi = scale->hi, .plot = plot};
    for (int64_t tick = scale->first; tick <= scale->last && ruler.tick_count < RULER_TICKS;
         tick++) {
        ruler.ticks[ruler.tick_count] = step_value(scale->step, tick);
        ruler.texts[ruler.tick_count++] = axis_tick_text(scale, tick, unit, arena);
    }
    return ruler;
}

struct ruler ruler_linear(const struct canvas *canvas, const struct scale *scale,
                          enum column_unit unit, struct rect plot)
{
    struct arena *arena = canvas->plot->display->arena;
    struct scale fewer = *scale;
    struct ruler ruler = with_ticks(scale, unit, plot, arena);
    while (ruler.tick_count > 2 && !ticks_fit(canvas, &ruler)) {
        fewer = scale_coarser(fewer);
        ruler = with_ticks(&fewer, unit, plot, arena);
    }
    return ruler;
}

/* One tick of a log axis, as a linear scale with this one tick would write it. */
static void add_tick(struct ruler *ruler, int power, int64_t times, struct arena *arena)
{
    struct step step = {.times = 1, .parts = 1};
    for (int i = 0; i < power; i++)
        step.times *= 10;
    for (int i = 0; i > power; i--)
        step.parts *= 10;
    double value = step_value(step, times);
    if (value < ruler->lo * (1 - EDGE) || value > ruler->hi * (1 + EDGE) ||
        ruler->tick_count == RULER_TICKS)
        return;
    struct text text = {0};
    number_decimal(&text, value, step_decimals(step));
    ruler->ticks[ruler->tick_count] = value;
    ruler->texts[ruler->tick_count++] = arena_text(arena, text_string(&text));
    text_finish(&text);
}

/* The unit at the last tick, as on a linear axis. */
static void add_unit(struct ruler *ruler, enum column_unit unit, struct arena *arena)
{
    struct text text = {0};
    if (ruler->tick_count == 0)
        return;
    const char **last = &ruler->texts[ruler->tick_count - 1];
    axis_say_unit(&text, *last, unit);
    *last = arena_text(arena, text_string(&text));
    text_finish(&text);
}

struct ruler ruler_log(double lo, double hi, enum column_unit unit, struct rect plot,
                       struct arena *arena)
{
    struct ruler ruler = {.log = true, .lo = lo, .hi = hi, .plot = plot};
    bool powers_only = log10(hi / lo) > MOST_DECADES;

    for (int power = (int)floor(log10(lo)); power <= (int)ceil(log10(hi)); power++) {
        add_tick(&ruler, power, 1, arena);
        if (!powers_only) {
            add_tick(&ruler, power, 2, arena);
            add_tick(&ruler, power, 5, arena);
        }
    }
    add_unit(&ruler, unit, arena);
    return ruler;
}

double ruler_x(const struct ruler *ruler, double value)
{
    double at = fmax(ruler->lo, fmin(value, ruler->hi));
    double share = ruler->log ? log(at / ruler->lo) / log(ruler->hi / ruler->lo)
                              : (at - ruler->lo) / (ruler->hi - ruler->lo);
    return ruler->plot.x + share * ruler->plot.width;
}

static void draw_tick(struct canvas *canvas, const struct ruler *ruler, size_t tick, bool rules)
{
    const struct plot *plot = canvas->plot;
    double x = axis_snap(ruler_x(ruler, ruler->ticks[tick]));
    double bottom = ruler->plot.y + ruler->plot.height;
    struct paint rule = {.stroke = true, .stroke_colour = plot->theme->grid, .width = 0.4};
    struct label label = tick_label(canvas, ruler, tick);

    display_line(plot->display, (struct point){x, rules ? ruler->plot.y : bottom},
                 (struct point){x, bottom + 3}, &rule);
    label_place(canvas, &label, (struct point){x, bottom + 3 + FONT_TICK.leading / 2});
}

/* From the last tick on, which carries the unit. */
void ruler_draw(struct canvas *canvas, const struct ruler *ruler, bool rules)
{
    for (size_t tick = ruler->tick_count; tick-- > 0;)
        draw_tick(canvas, ruler, tick, rules);
}
