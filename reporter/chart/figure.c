/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include "base/number.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/label.h"
#include "chart/series.h"
#include "document/document.h"
#include "draw/style.h"

#include <assert.h>

static const struct figure_drawer *const DRAWERS[FIGURE_KIND_COUNT] = {
    [FIGURE_LINE] = &LINE_DRAWER,
    [FIGURE_COLUMN] = &COLUMN_DRAWER,
    [FIGURE_BAR] = &BAR_DRAWER,
    [FIGURE_HEAT] = &HEAT_DRAWER,
    [FIGURE_GRID] = &GRID_DRAWER,
    [FIGURE_STRIP] = &STRIP_DRAWER,
    [FIGURE_DUMBBELL] = &DUMBBELL_DRAWER,
    [FIGURE_BULLET] = &BULLET_DRAWER,
    [FIGURE_HISTOGRAM] = &HISTOGRAM_DRAWER,
    [FIGURE_PERCENTILES] = &PERCENTILES_DRAWER,
    [FIGURE_PARETO] = &PARETO_DRAWER,
    [FIGURE_FUNNEL] = &FUNNEL_DRAWER,
    [FIGURE_CALENDAR] = &CALENDAR_DRAWER,
    [FIGURE_REGIONS] = &REGIONS_DRAWER,
    [FIGURE_ECDF] = &ECDF_DRAWER,
    [FIGURE_MULTIPLES] = &MULTIPLES_DRAWER,
    [FIGURE_DIVERGING] = &DIVERGING_DRAWER,
};

static bool is_empty(const struct figure *figure)
{
    for (size_t row = 0; row < series_rows(figure); row++)
        for (size_t i = 0; i < figure->value_count; i++)
            if (cell_has_value(table_cell(figure->table, row, figure->value_columns[i])))
                return false;
    return true;
}

double figure_height(const struct figure *figure, double width)
{
    if (is_empty(figure))
        return FIGURE_EMPTY_HEIGHT;
    return DRAWERS[figure->kind]->height(figure, width);
}

void figure_draw_words(const struct plot *plot, const char *words)
{
    struct canvas canvas = canvas_new(plot);
    struct label label = {.text = words,
                          .font = FONT_SUBTITLE,
                          .colour = plot->theme->secondary,
                          .align = ALIGN_LEFT,
                          .width = plot->area.width,
                          .most = 2};
    double middle = label_size(&canvas, &label).height / 2;
    label_place(&canvas, &label, (struct point){plot->area.x, plot->area.y + middle});
    canvas_finish(&canvas);
}

void figure_draw(const struct plot *plot)
{
    assert(plot->figure->value_count >= 1);
    if (is_empty(plot->figure))
        figure_draw_words(plot, phrase(PHRASE_CHART_EMPTY));
    else
        DRAWERS[plot->figure->kind]->draw(plot);
}

bool figure_axis_note(const struct figure *figure, struct text *ret_note)
{
    const struct figure_drawer *drawer = DRAWERS[figure->kind];
    struct scale scale;

    if (is_empty(figure))
        return false;
    if (drawer->is_log && drawer->is_log(figure)) {
        text_append(ret_note, phrase(PHRASE_CHART_LOG_SCALE));
        return true;
    }
    if (!drawer->scale)
        return false;
    drawer->scale(figure, &scale);
    if (!scale.cropped)
        return false;
    struct text value = {0};
    number_decimal(&value, scale.lo, step_decimals(scale.step));
    if (series_unit(figure) == UNIT_PERCENT)
        text_append(&value, "%");
    phrase_say(ret_note, PHRASE_CHART_AXIS_STARTS, "value", text_string(&value), NULL);
    text_finish(&value);
    return true;
}

bool figure_own_note(const struct figure *figure, struct text *ret_note)
{
    const struct figure_drawer *drawer = DRAWERS[figure->kind];
    return drawer->own_note && !is_empty(figure) && drawer->own_note(figure, ret_note);
}
