/* SPDX-License-Identifier: MIT */
#include "chart/axis.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/figure.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

double axis_snap(double y)
{
    return round(y * 4) / 4;
}

double frame_y(const struct frame *frame, double value)
{
    const struct rect *plot = &frame->plot;
    return scale_position(&frame->scale, value, plot->y + plot->height, plot->y);
}

double frame_slot(const struct frame *frame)
{
    double inner = frame->plot.width - 2 * frame->pad;
    size_t count = frame->slots.count;
    if (frame->pad > 0)
        return count > 1 ? inner / (double)(count - 1) : inner;
    return inner / (double)count;
}

double frame_x(const struct frame *frame, size_t slot)
{
    double left = frame->plot.x + frame->pad;
    double step = frame_slot(frame);
    if (frame->pad > 0)
        return frame->slots.count > 1 ? left + (double)slot * step : left + step;
    return left + ((double)slot + 0.5) * step;
}

void axis_say_unit(struct text *text, const char *number, enum column_unit unit)
{
    if (unit == UNIT_POINTS)
        phrase_say(text, PHRASE_CHART_IN_POINTS, "value", number, NULL);
    else if (unit == UNIT_DAYS)
        phrase_say(text, PHRASE_CHART_IN_DAYS, "value", number, NULL);
    else if (unit == UNIT_HOURS)
        phrase_say(text, PHRASE_CHART_IN_HOURS, "value", number, NULL);
    else
        text_printf(text, "%s%s", number, unit == UNIT_PERCENT ? "%" : "");
}

const char *axis_tick_text(const struct scale *scale, int64_t tick, enum column_unit unit,
                           struct arena *arena)
{
    struct text number = {0};
    struct text text = {0};
    number_decimal(&number, step_value(scale->step, tick), step_decimals(scale->step));
    axis_say_unit(&text, text_string(&number), tick == scale->last ? unit : UNIT_NUMBER);
    const char *copy = arena_text(arena, text_string(&text));
    text_finish(&number);
    text_finish(&text);
    return copy;
}

static struct label value_label(const struct canvas *canvas, const struct scale *scale,
                                int64_t tick, enum column_unit unit)
{
    const struct plot *plot = canvas->plot;
    return (struct label){.text = axis_tick_text(scale, tick, unit, plot->display->arena),
                          .font = FONT_TICK,
                          .colour = plot->theme->secondary,
                          .align = ALIGN_RIGHT};
}

double axis_values_width(const struct canvas *canvas, const struct scale *scale,
                         enum column_unit unit)
{
    double width = 0;
    for (int64_t tick = scale->first; tick <= scale->last; tick++) {
        struct label label = value_label(canvas, scale, tick, unit);
        width = fmax(width, label_size(canvas, &label).width);
    }
    return width + AXIS_GAP;
}

static void draw_level(struct canvas *canvas, const struct frame *frame, double value,
                       const struct paint *paint)
{
    double y = axis_snap(frame_y(frame, value));
    display_line(canvas->plot->display, (struct point){frame->plot.x, y},
                 (struct point){frame->plot.x + frame->plot.width, y}, paint);
}

void axis_gridlines(struct canvas *canvas, const struct frame *frame)
{
    struct paint paint = {.stroke = true, .stroke_colour = canvas->plot->theme->grid, .width = 0.4};
    for (int64_t tick = frame->scale.first; tick <= frame->scale.last; tick++)
        draw_level(canvas, frame, step_value(frame->scale.step, tick), &paint);
}

void axis_values(struct canvas *canvas, const struct frame *frame, enum column_unit unit)
{
    for (int64_t tick = frame->scale.last; tick >= frame->scale.first; tick--) {
        struct label label = value_label(canvas, &frame->scale, tick, unit);
        double y = frame_y(frame, step_value(frame->scale.step, tick));
        label_place(canvas, &label, (struct point){frame->plot.x - AXIS_GAP, y});
    }
}

void axis_baseline(struct canvas *canvas, const struct frame *frame)
{
    struct paint paint = {.stroke = true, .stroke_colour = canvas->plot->theme->ink, .width = 0.8};
    if (!frame->scale.cropped)
        draw_level(canvas, frame, 0, &paint);
}

double axis_slots_height(void)
{
    return AXIS_TICK + 2 + 2 * FONT_TICK.leading;
}

static struct label slot_label(const struct canvas *canvas, const char *text)
{
    return (struct label){.text = text,
                          .font = FONT_TICK,
                          .colour = canvas->plot->theme->secondary,
                          .align = ALIGN_CENTRE};
}

/* The middle of the first or second line below the axis. */
static double line_y(const struct frame *frame, int line)
{
    return frame->plot.y + frame->plot.height + AXIS_TICK + 2 + (line + 0.5) * FONT_TICK.leading;
}

static void place_slot(struct canvas *canvas, const struct frame *frame, size_t slot,
                       const char *text, int line)
{
    struct label label = slot_label(canvas, text);
    label_place(canvas, &label, (struct point){frame_x(frame, slot), line_y(frame, line)});
}

static const char *quarter_text(struct arena *arena, int32_t period)
{
    struct text text = {0};
    const char digit[] = {(char)('1' + period % 4), '\0'};
    phrase_say(&text, PHRASE_CHART_QUARTER, "quarter", digit, NULL);
    const char *copy = arena_text(arena, text_string(&text));
    text_finish(&text);
    return copy;
}

static void place_quarter(struct canvas *canvas, const struct frame *frame, size_t slot)
{
    int32_t period = frame->slots.first + (int32_t)slot;
    place_slot(canvas, frame, slot, quarter_text(canvas->plot->display->arena, period), 0);
}

static void place_year(struct canvas *canvas, const struct frame *frame, size_t slot)
{
    int32_t period = frame->slots.first + (int32_t)slot;
    place_slot(canvas, frame, slot, arena_printf(canvas->plot->display->arena, "%d", period / 4),
               1);
}

static bool starts_year(const struct frame *frame, size_t slot)
{
    return (frame->slots.first + (int32_t)slot) % 4 == 0;
}

/* Where quarters stand too close for their names, only years are named; the last quarter always
 * is. */
static void place_periods(struct canvas *canvas, const struct frame *frame)
{
    struct label widest = slot_label(canvas, quarter_text(canvas->plot->display->arena, 3));
    bool named = frame_slot(frame) >= label_size(canvas, &widest).width + 4;
    size_t count = frame->slots.count;

    for (size_t slot = count; slot-- > 0;)
        if (named || slot == count - 1)
            place_quarter(canvas, frame, slot);
    if (!named)
        place_year(canvas, frame, count - 1);
    for (size_t slot = count; slot-- > 0;)
        if (starts_year(frame, slot))
            place_year(canvas, frame, slot);
    if (!starts_year(frame, 0))
        place_year(canvas, frame, 0);
}

/* The last and the first label first: those between may have to give way. */
static void place_categories(struct canvas *canvas, const struct frame *frame)
{
    const struct plot *plot = canvas->plot;
    size_t count = frame->slots.count;

    for (size_t i = 0; i < count; i++) {
        size_t slot = i == 0 ? count - 1 : i - 1;
        struct label label = slot_label(
            canvas, series_label(plot->figure, frame->slots.rows[slot], plot->display->arena));
        label.width = fmax(frame_slot(frame) - 5, FONT_TICK.size * 3);
        label.most = 2;
        double height = label_size(canvas, &label).height;
        double y = frame->plot.y + frame->plot.height + AXIS_TICK + 2 + height / 2;
        label_place(canvas, &label, (struct point){frame_x(frame, slot), y});
    }
}

void axis_slots(struct canvas *canvas, const struct frame *frame, bool ticks)
{
    struct paint paint = {.stroke = true, .stroke_colour = canvas->plot->theme->rule, .width = 0.5};
    double bottom = frame->plot.y + frame->plot.height;

    for (size_t slot = 0; ticks && slot < frame->slots.count; slot++)
        display_line(canvas->plot->display, (struct point){frame_x(frame, slot), bottom},
                     (struct point){frame_x(frame, slot), bottom + AXIS_TICK}, &paint);
    if (frame->slots.periods)
        place_periods(canvas, frame);
    else
        place_categories(canvas, frame);
}
