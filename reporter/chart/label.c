/* SPDX-License-Identifier: MIT */
#include "chart/label.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/figure.h"
#include "draw/display.h"
#include "draw/style.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#define APART 2.0         /* between neighbouring labels, on each side */
#define TEXT_CONTRAST 4.5 /* WCAG 2.2 */
#define ELLIPSIS "\xE2\x80\xA6"

struct canvas canvas_new(const struct plot *plot)
{
    return (struct canvas){.plot = plot};
}

void canvas_finish(struct canvas *canvas)
{
    free(canvas->taken);
    *canvas = (struct canvas){.plot = canvas->plot};
}

/* The byte before which the last code point of text[from, to) begins. */
static size_t before_last(const char *text, size_t from, size_t to)
{
    do
        to--;
    while (to > from && ((unsigned char)text[to] & 0xC0) == 0x80);
    return to;
}

/* The rest of a text from `from` on one line, shortened until it fits with an ellipsis. */
static struct line cut_line(const struct canvas *canvas, const struct label *label,
                            const struct line *line)
{
    const struct plot *plot = canvas->plot;
    size_t to = line->to;

    for (;;) {
        while (to > line->from && label->text[to - 1] == ' ')
            to--;
        const char *text = arena_printf(plot->display->arena, "%.*s" ELLIPSIS,
                                        (int)(to - line->from), label->text + line->from);
        struct lines cut = measure_lines(plot->measure, text, label->font, 0);
        if (cut.items[0].width <= label->width || to == line->from)
            return cut.items[0];
        to = before_last(label->text, line->from, to);
    }
}

struct lines label_lines(const struct canvas *canvas, const struct label *label)
{
    size_t most = label->most > 0 ? label->most : 1;
    struct lines lines =
        measure_lines(canvas->plot->measure, label->text, label->font, label->width);

    if (lines.count <= most)
        return lines;
    struct lines cut = {.count = most};
    cut.items = arena_array(canvas->plot->display->arena, most, sizeof *cut.items);
    for (size_t i = 0; i + 1 < most; i++)
        cut.items[i] = lines.items[i];
    cut.items[most - 1] = cut_line(canvas, label, &lines.items[most - 1]);
    return cut;
}

static struct size lines_size(const struct lines *lines, struct font font)
{
    struct size size = {.height = (double)(lines->count - 1) * font.leading +
                                  lines->items[0].ascent + lines->items[0].descent};
    for (size_t i = 0; i < lines->count; i++)
        size.width = fmax(size.width, lines->items[i].width);
    return size;
}

struct size label_size(const struct canvas *canvas, const struct label *label)
{
    struct lines lines = label_lines(canvas, label);
    return lines_size(&lines, label->font);
}

/* 0 for the left, 0.5 for the middle, 1 for the right. */
static double align_share(enum align align)
{
    return align == ALIGN_LEFT ? 0 : align == ALIGN_CENTRE ? 0.5 : 1;
}

static bool is_free(const struct canvas *canvas, struct rect box)
{
    box.x -= APART;
    box.width += 2 * APART;
    for (size_t i = 0; i < canvas->count; i++)
        if (rect_overlaps(canvas->taken[i], box))
            return false;
    return true;
}

static void take(struct canvas *canvas, struct rect box)
{
    canvas->taken =
        vector_grow(canvas->taken, canvas->count, &canvas->capacity, sizeof *canvas->taken);
    canvas->taken[canvas->count++] = box;
}

static void draw_lines(const struct canvas *canvas, const struct label *label,
                       const struct lines *lines, struct rect box)
{
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = &lines->items[i];
        struct point baseline = {
            .x = box.x + align_share(label->align) * (box.width - line->width),
            .y = box.y + lines->items[0].ascent + (double)i * label->font.leading,
        };
        display_text(canvas->plot->display, line, baseline, label->colour);
    }
}

bool label_place(struct canvas *canvas, const struct label *label, struct point at)
{
    struct rect area = canvas->plot->area;
    struct lines lines = label_lines(canvas, label);
    struct size size = lines_size(&lines, label->font);
    struct rect box = {at.x - align_share(label->align) * size.width, at.y - size.height / 2,
                       size.width, size.height};

    box.x = fmax(fmin(box.x, area.x + area.width - box.width), area.x);
    if (!rect_contains(area, box) || !is_free(canvas, box))
        return false;
    draw_lines(canvas, label, &lines, box);
    take(canvas, box);
    return true;
}

void label_more(struct canvas *canvas, size_t count, struct point at)
{
    const struct plot *plot = canvas->plot;
    struct arena *arena = plot->display->arena;
    struct text text = {0};

    if (count == 0)
        return;
    phrase_say(&text, PHRASE_CHART_MORE, "count", arena_printf(arena, "%zu", count), NULL);
    struct label label = {.text = arena_text(arena, text_string(&text)),
                          .font = FONT_TICK,
                          .colour = plot->theme->secondary,
                          .align = ALIGN_LEFT,
                          .width = plot->area.width};
    label_place(canvas, &label, at);
    text_finish(&text);
}

/* The next label that a line from `at` on meets: where it begins and ends along the line. */
static bool next_label(const struct canvas *canvas, struct rect line, bool level, double at,
                       double *ret_from, double *ret_to)
{
    bool found = false;
    for (size_t i = 0; i < canvas->count; i++) {
        struct rect box = canvas->taken[i];
        if (!rect_overlaps(line, box))
            continue;
        double from = level ? box.x : box.y;
        double to = from + (level ? box.width : box.height);
        if (to > at && (!found || from < *ret_from)) {
            *ret_from = from;
            *ret_to = to;
            found = true;
        }
    }
    return found;
}

static void draw_part(const struct canvas *canvas, bool level, double across, double from,
                      double to, const struct paint *paint)
{
    if (to <= from)
        return;
    struct point start = level ? (struct point){from, across} : (struct point){across, from};
    struct point end = level ? (struct point){to, across} : (struct point){across, to};
    display_line(canvas->plot->display, start, end, paint);
}

void canvas_line(struct canvas *canvas, struct point from, struct point to,
                 const struct paint *paint)
{
    bool level = from.y == to.y;
    double across = level ? from.y : from.x;
    double at = level ? from.x : from.y;
    double end = level ? to.x : to.y;
    struct rect line = level ? (struct rect){at, across - 0.5, end - at, 1}
                             : (struct rect){across - 0.5, at, 1, end - at};
    double label_from = 0;
    double label_to = 0;

    while (next_label(canvas, line, level, at, &label_from, &label_to)) {
        draw_part(canvas, level, across, at, label_from - 1, paint);
        at = label_to + 1;
    }
    draw_part(canvas, level, across, at, end, paint);
}

struct colour label_colour(const struct plot *plot, struct colour series)
{
    const struct theme *theme = plot->theme;
    return colour_contrast(series, theme->white) >= TEXT_CONTRAST ? series : theme->ink;
}

struct pool {
    double mean;
    size_t size;
};

/* Joins neighbours that stand in the wrong order into their mean (pool adjacent violators). */
static size_t join_pools(struct pool *pools, size_t count)
{
    while (count > 1 && pools[count - 2].mean > pools[count - 1].mean) {
        struct pool *a = &pools[count - 2];
        const struct pool *b = &pools[count - 1];
        size_t size = a->size + b->size;
        a->mean = (a->mean * (double)a->size + b->mean * (double)b->size) / (double)size;
        a->size = size;
        count--;
    }
    return count;
}

void label_spread(size_t count, const double *wanted, const double *heights, double lo, double hi,
                  double *ret_centres)
{
    struct pool pools[LABEL_ENDS];
    double offsets[LABEL_ENDS]; /* of each centre from the first, were all to touch */
    size_t pool_count = 0;

    assert(count > 0 && count <= LABEL_ENDS);
    for (size_t i = 0; i < count; i++) {
        offsets[i] = i == 0 ? 0 : offsets[i - 1] + (heights[i - 1] + heights[i]) / 2;
        pools[pool_count++] = (struct pool){wanted[i] - offsets[i], 1};
        pool_count = join_pools(pools, pool_count);
    }
    double least = lo + heights[0] / 2;
    double most = hi - heights[count - 1] / 2 - offsets[count - 1];
    size_t i = 0;
    for (size_t pool = 0; pool < pool_count; pool++)
        for (size_t j = 0; j < pools[pool].size; j++, i++)
            ret_centres[i] = fmax(fmin(pools[pool].mean, most), least) + offsets[i];
}
