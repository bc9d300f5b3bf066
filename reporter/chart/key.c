/* SPDX-License-Identifier: MIT */
#include "chart/key.h"

#include "chart/figure.h"
#include "chart/series.h"
#include "draw/display.h"
#include "draw/style.h"

#define LEADING 13.0
#define SWATCH 8.0
#define SWATCH_GAP 4.0
#define BETWEEN 16.0
#define BELOW 4.0
#define FILL_CONTRAST 3.0 /* WCAG 2.2, success criterion 1.4.11 */
#define OUTLINE 0.5

size_t key_count(const struct figure *figure)
{
    bool before = figure->value_count == 1 && figure->before_column != FIGURE_NO_COLUMN;
    return figure->value_count + (before ? 1 : 0);
}

const char *key_name(const struct figure *figure, size_t series)
{
    return series_heading(figure, series < figure->value_count ? figure->value_columns[series]
                                                               : figure->before_column);
}

struct colour key_colour(const struct plot *plot, size_t series)
{
    const struct figure *figure = plot->figure;
    if (series >= figure->value_count)
        return plot->theme->hairline;
    return figure->value_count == 1 ? plot->theme->brand : plot->theme->series[series];
}

void key_fill(const struct plot *plot, struct rect bar, struct colour fill)
{
    struct paint paint = {.fill = true, .fill_colour = fill};
    if (colour_contrast(fill, plot->theme->white) < FILL_CONTRAST && bar.width > OUTLINE &&
        bar.height > OUTLINE) {
        paint.stroke = true;
        paint.stroke_colour = plot->theme->rule;
        paint.width = OUTLINE;
        bar = rect_inset(bar, OUTLINE / 2);
    }
    display_rect(plot->display, bar, &paint);
}

double key_height(const struct figure *figure)
{
    size_t count = key_count(figure);
    return count > 1 ? (double)count * LEADING + BELOW : 0;
}

static void draw_item(struct canvas *canvas, size_t series, const struct label *label,
                      struct point at)
{
    const struct plot *plot = canvas->plot;
    struct rect swatch = {at.x, at.y + (LEADING - SWATCH) / 2, SWATCH, SWATCH};

    if (label_place(canvas, label, (struct point){at.x + SWATCH + SWATCH_GAP, at.y + LEADING / 2}))
        key_fill(plot, swatch, key_colour(plot, series));
}

double key_draw(struct canvas *canvas)
{
    const struct plot *plot = canvas->plot;
    struct point at = {plot->area.x, plot->area.y};

    if (key_count(plot->figure) == 1)
        return 0;
    for (size_t series = 0; series < key_count(plot->figure); series++) {
        struct label label = {.text = key_name(plot->figure, series),
                              .font = FONT_LABEL,
                              .colour = plot->theme->ink,
                              .align = ALIGN_LEFT,
                              .width = plot->area.width - SWATCH - SWATCH_GAP};
        double width = SWATCH + SWATCH_GAP + label_size(canvas, &label).width;
        if (at.x > plot->area.x && at.x + width > plot->area.x + plot->area.width)
            at = (struct point){plot->area.x, at.y + LEADING};
        draw_item(canvas, series, &label, at);
        at.x += width + BETWEEN;
    }
    return at.y + LEADING + BELOW - plot->area.y;
}
