/* SPDX-License-Identifier: MIT */
#include "chart/marker.h"

#include "chart/axis.h"
#include "chart/figure.h"
#include "document/document.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define LEADING 12.0
#define BELOW 3.0
#define BESIDE 3.0 /* from the rule to its name */

double markers_most(const struct figure *figure)
{
    double count = fmin((double)figure->limit_count, MARKERS);
    return count > 0 ? count * LEADING + BELOW : 0;
}

static struct label name_of(const struct canvas *canvas, const struct markers *markers, size_t i)
{
    const struct plot *plot = canvas->plot;
    return (struct label){.text = markers->texts[i],
                          .font = FONT_LABEL,
                          .colour = plot->theme->ink,
                          .align = ALIGN_LEFT,
                          .width = plot->area.width};
}

/* Where the name stands: right of its rule, left of it where the area ends, else drawn in. */
static double name_left(const struct canvas *canvas, const struct markers *markers, size_t i,
                        double *ret_width)
{
    struct rect area = canvas->plot->area;
    struct label label = name_of(canvas, markers, i);
    *ret_width = label_size(canvas, &label).width;
    double right = markers->x[i] + BESIDE;
    double left = markers->x[i] - BESIDE - *ret_width;
    double most = area.x + area.width - *ret_width;
    if (right <= most)
        return right;
    return left >= area.x ? left : fmax(area.x, most);
}

static bool stand_apart(const struct canvas *canvas, const struct markers *markers, size_t a,
                        size_t b)
{
    double a_width;
    double b_width;
    double a_left = name_left(canvas, markers, a, &a_width);
    double b_left = name_left(canvas, markers, b, &b_width);
    return a_left + a_width + 8 < b_left || b_left + b_width + 8 < a_left;
}

static bool level_is_free(const struct canvas *canvas, const struct markers *markers, size_t i,
                          size_t level)
{
    for (size_t j = 0; j < i; j++)
        if (isfinite(markers->x[j]) && markers->levels[j] == level &&
            !stand_apart(canvas, markers, i, j))
            return false;
    return true;
}

void markers_arrange(const struct canvas *canvas, struct markers *markers)
{
    for (size_t i = 0; i < markers->count; i++) {
        size_t level = 0;
        if (!isfinite(markers->x[i]))
            continue;
        while (!level_is_free(canvas, markers, i, level))
            level++;
        markers->levels[i] = level;
        markers->height = fmax(markers->height, (double)(level + 1) * LEADING + BELOW);
    }
}

static double name_middle(const struct markers *markers, size_t i, double top)
{
    return top + ((double)markers->levels[i] + 0.5) * LEADING;
}

static void draw_name(struct canvas *canvas, const struct markers *markers, size_t i, double top)
{
    struct label label = name_of(canvas, markers, i);
    double width;
    double left = name_left(canvas, markers, i, &width);
    label_place(canvas, &label, (struct point){left, name_middle(markers, i, top)});
}

static void draw_rule(struct canvas *canvas, const struct markers *markers, size_t i, double top,
                      double bottom)
{
    struct paint rule = {
        .stroke = true, .stroke_colour = canvas->plot->theme->ink, .width = 0.8, .dash = {3, 2}};
    double x = axis_snap(markers->x[i]);
    double from = name_middle(markers, i, top) - LEADING / 2 + 1;
    canvas_line(canvas, (struct point){x, from}, (struct point){x, bottom}, &rule);
}

/* All names before the rules, which leave out what they would strike through. */
void markers_draw(struct canvas *canvas, const struct markers *markers, double top, double bottom)
{
    for (size_t i = 0; i < markers->count; i++)
        if (isfinite(markers->x[i]))
            draw_name(canvas, markers, i, top);
    for (size_t i = 0; i < markers->count; i++)
        if (isfinite(markers->x[i]))
            draw_rule(canvas, markers, i, top, bottom);
}
