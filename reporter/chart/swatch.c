/* SPDX-License-Identifier: MIT */
#include "chart/swatch.h"

#include "base/arena.h"
#include "chart/figure.h"
#include "chart/pattern.h"
#include "draw/display.h"
#include "draw/style.h"
#include "draw/symbol.h"

#include <math.h>
#include <string.h>

#define LEADING 12.0
#define SAMPLE 9.0
#define SAMPLE_GAP 4.0
#define BETWEEN 12.0

struct swatches swatches_new(struct arena *arena)
{
    return (struct swatches){.arena = arena};
}

void swatches_add(struct swatches *swatches, struct swatch swatch)
{
    if (swatches->count == swatches->capacity) {
        size_t capacity = swatches->capacity > 0 ? 2 * swatches->capacity : 16;
        struct swatch *items = arena_array(swatches->arena, capacity, sizeof *items);
        if (swatches->count > 0)
            memcpy(items, swatches->items, swatches->count * sizeof *items);
        swatches->items = items;
        swatches->capacity = capacity;
    }
    swatches->items[swatches->count++] = swatch;
}

static double sample_width(const struct swatch *swatch)
{
    return swatch->kind == SWATCH_TEXT ? 0 : SAMPLE + SAMPLE_GAP;
}

static struct label item_label(const struct canvas *canvas, const struct swatch *swatch,
                               double width)
{
    return (struct label){.text = swatch->text,
                          .font = FONT_TICK,
                          .colour = canvas->plot->theme->secondary,
                          .align = ALIGN_LEFT,
                          .width = width - sample_width(swatch)};
}

/* Where items stand from the left top corner of their room, one after the other. */
struct flow {
    double width, slot;
    struct point at; /* of the next item */
};

static struct point flow_next(struct flow *flow, double width)
{
    if (flow->at.x > 0 && flow->at.x + width > flow->width)
        flow->at = (struct point){0, flow->at.y + LEADING};
    struct point at = flow->at;
    double taken = width + BETWEEN;
    flow->at.x += flow->slot > 0 ? ceil(taken / flow->slot - 0.001) * flow->slot : taken;
    return at;
}

double swatches_height(const struct canvas *canvas, const struct swatches *swatches, double width)
{
    struct flow flow = {.width = width, .slot = swatches->slot};

    for (size_t i = 0; i < swatches->count; i++) {
        struct label label = item_label(canvas, &swatches->items[i], width);
        flow_next(&flow, sample_width(&swatches->items[i]) + label_size(canvas, &label).width);
    }
    return swatches->count > 0 ? flow.at.y + LEADING : 0;
}

static void draw_fill(const struct plot *plot, struct colour fill, struct rect rect)
{
    struct paint paint = {.fill = true,
                          .fill_colour = fill,
                          .stroke = true,
                          .stroke_colour = plot->theme->secondary,
                          .width = 0.5};
    display_rect(plot->display, rect_inset(rect, 0.25), &paint);
}

static void draw_sample(const struct plot *plot, const struct swatch *swatch, struct point at)
{
    struct rect rect = {at.x, at.y, SAMPLE, SAMPLE};

    switch (swatch->kind) {
    case SWATCH_TEXT:
        break;
    case SWATCH_FILL:
        draw_fill(plot, swatch->fill, rect);
        break;
    case SWATCH_STATUS:
        symbol_status(plot->display, plot->theme, swatch->status, at, SAMPLE);
        break;
    case SWATCH_FRAME:
        pattern_frame(plot, rect);
        break;
    case SWATCH_HATCH:
        pattern_hatch(plot, rect);
        break;
    case SWATCH_SLASH:
        pattern_slash(plot, rect);
        break;
    case SWATCH_CORNER:
        pattern_frame(plot, rect);
        pattern_corner(plot, rect);
        break;
    }
}

size_t swatches_draw(struct canvas *canvas, const struct swatches *swatches, struct rect room)
{
    struct flow flow = {.width = room.width, .slot = swatches->slot};
    size_t left_out = 0;

    for (size_t i = 0; i < swatches->count; i++) {
        const struct swatch *swatch = &swatches->items[i];
        struct label label = item_label(canvas, swatch, room.width);
        double sample = sample_width(swatch);
        struct point at = flow_next(&flow, sample + label_size(canvas, &label).width);
        bool below = at.y + LEADING > room.height + 0.01;
        at = (struct point){room.x + at.x, room.y + at.y};
        if (!below &&
            label_place(canvas, &label, (struct point){at.x + sample, at.y + LEADING / 2}))
            draw_sample(canvas->plot, swatch, (struct point){at.x, at.y + (LEADING - SAMPLE) / 2});
        else
            left_out++;
    }
    return left_out;
}
