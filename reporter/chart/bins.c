/* SPDX-License-Identifier: MIT */
#include "chart/bins.h"

#include "base/arena.h"
#include "base/text.h"
#include "chart/figure.h"
#include "chart/series.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define SAME 1e-9
#define BELOW 3.0 /* from the axis to what stands below it */
#define NAME_LINES 3
#define NAME_APART 4.0

static bool have_edges(const struct figure *figure)
{
    return figure->upper_column != FIGURE_NO_COLUMN;
}

struct domain bins_domain(const struct figure *figure)
{
    struct figure counts = *figure;
    struct domain domain = {.hi = 1};
    counts.upper_column = FIGURE_NO_COLUMN; /* edges stand on the other axis */
    counts.has_target = false;
    series_domain(&counts, &domain);
    return domain;
}

double bins_upper(const struct figure *figure, size_t bin)
{
    return series_number(figure, bin, figure->upper_column);
}

/* Bins of time, size or share begin at zero unless they reach below it. */
static double first_edge(const struct figure *figure)
{
    return have_edges(figure) && bins_upper(figure, 0) <= 0 ? (double)NAN : 0;
}

static struct label name_label(const struct plot *plot, size_t bin, double width)
{
    return (struct label){.text = series_label(plot->figure, bin, plot->display->arena),
                          .font = FONT_TICK,
                          .colour = plot->theme->secondary,
                          .align = ALIGN_CENTRE,
                          .width = fmax(width, FONT_TICK.size * 3),
                          .most = NAME_LINES};
}

struct bins bins_make(const struct canvas *canvas)
{
    const struct plot *plot = canvas->plot;
    struct bins bins = {.figure = plot->figure,
                        .count = series_rows(plot->figure),
                        .first = first_edge(plot->figure),
                        .foot = BELOW + FONT_TICK.leading};
    double slot = plot->area.width / (double)bins.count;

    for (size_t bin = 0; !have_edges(plot->figure) && bin < bins.count; bin++) {
        struct label label = name_label(plot, bin, slot - NAME_APART);
        bins.foot = fmax(bins.foot, BELOW + label_size(canvas, &label).height);
    }
    return bins;
}

double bins_edge(const struct bins *bins, double value)
{
    if (!have_edges(bins->figure))
        return value > 0 && value < (double)bins->count && value == floor(value) ? value
                                                                                 : (double)NAN;
    for (size_t bin = 0; bin < bins->count; bin++)
        if (fabs(bins_upper(bins->figure, bin) - value) < SAME)
            return (double)bin + 1;
    return NAN;
}

bool bins_are_equal(const struct figure *figure)
{
    double before = first_edge(figure);
    double span = NAN;

    for (size_t bin = 0; have_edges(figure) && bin < series_rows(figure); bin++) {
        double upper = bins_upper(figure, bin);
        if (isfinite(span) && isfinite(upper) && fabs(upper - before - span) > SAME)
            return false;
        if (isfinite(upper - before))
            span = upper - before;
        before = upper;
    }
    return true;
}

static struct label edge_label(const struct canvas *canvas, const char *text)
{
    return (struct label){.text = text,
                          .font = FONT_TICK,
                          .colour = canvas->plot->theme->secondary,
                          .align = ALIGN_CENTRE};
}

static void draw_edge(struct canvas *canvas, const struct frame *frame, size_t bin,
                      const char *text)
{
    struct label label = edge_label(canvas, text);
    double bottom = frame->plot.y + frame->plot.height;
    double x = frame->plot.x + (double)bin * frame_slot(frame);
    label_place(canvas, &label, (struct point){x, bottom + BELOW + FONT_TICK.leading / 2});
}

static const char *edge_text(const struct canvas *canvas, const struct bins *bins, size_t bin,
                             bool unit)
{
    struct arena *arena = canvas->plot->display->arena;
    const struct figure *figure = bins->figure;
    const char *text = series_text(figure, bin, figure->upper_column, arena);
    return unit ? axis_with_unit(text, figure->table->columns[figure->upper_column].unit, arena)
                : text;
}

/* The last edge first, which carries the unit; the others as far as there is room. */
static void draw_edges(struct canvas *canvas, const struct bins *bins, const struct frame *frame)
{
    bool unit = true;
    for (size_t bin = bins->count; bin-- > 0;) {
        if (!isfinite(bins_upper(bins->figure, bin)))
            continue;
        draw_edge(canvas, frame, bin + 1, edge_text(canvas, bins, bin, unit));
        unit = false;
    }
    if (isfinite(bins->first))
        draw_edge(canvas, frame, 0, "0");
}

static void draw_names(struct canvas *canvas, const struct bins *bins, const struct frame *frame)
{
    double bottom = frame->plot.y + frame->plot.height;
    for (size_t i = 0; i < bins->count; i++) {
        size_t bin = i == 0 ? bins->count - 1 : i - 1; /* the ends before those between */
        struct label label = name_label(canvas->plot, bin, frame_slot(frame) - NAME_APART);
        double middle = bottom + BELOW + label_size(canvas, &label).height / 2;
        label_place(canvas, &label, (struct point){frame_x(frame, bin), middle});
    }
}

void bins_draw(struct canvas *canvas, const struct bins *bins, const struct frame *frame)
{
    if (have_edges(bins->figure))
        draw_edges(canvas, bins, frame);
    else
        draw_names(canvas, bins, frame);
}
