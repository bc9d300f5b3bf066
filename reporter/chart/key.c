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

struct colour key_colour(const struct plot *plot, size_t series)
{
    return plot->figure->value_count == 1 ? plot->theme->brand : plot->theme->series[series];
}

double key_height(const struct figure *figure)
{
    return figure->value_count > 1 ? (double)figure->value_count * LEADING + BELOW : 0;
}

static void draw_item(struct canvas *canvas, size_t series, const struct label *label,
                      struct point at)
{
    const struct plot *plot = canvas->plot;
    struct paint paint = {.fill = true, .fill_colour = key_colour(plot, series)};
    struct rect swatch = {at.x, at.y + (LEADING - SWATCH) / 2, SWATCH, SWATCH};

    if (label_place(canvas, label, (struct point){at.x + SWATCH + SWATCH_GAP, at.y + LEADING / 2}))
        display_rect(plot->display, swatch, &paint);
}

double key_draw(struct canvas *canvas)
{
    const struct plot *plot = canvas->plot;
    struct point at = {plot->area.x, plot->area.y};

    if (plot->figure->value_count == 1)
        return 0;
    for (size_t series = 0; series < plot->figure->value_count; series++) {
        struct label label = {.text = series_name(plot->figure, series),
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
