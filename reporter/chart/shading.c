/* SPDX-License-Identifier: MIT */
#include "chart/shading.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/figure.h"
#include "chart/pattern.h"
#include "chart/series.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

bool shading_applies(const struct cell *cell)
{
    return isfinite(cell_value(cell)) && !cell_is_few(cell);
}

static void note_cell(struct shading *shading, const struct cell *cell)
{
    if (cell->kind == CELL_MARK)
        shading->marks[cell->number] = true;
    else if (cell_is_few(cell))
        shading->few = true;
    else if (!isfinite(cell_value(cell)))
        shading->blank = true;
}

struct shading shading_make(const struct figure *figure, struct arena *arena)
{
    size_t rows = series_rows(figure);
    double *values = arena_array(arena, rows * figure->value_count, sizeof *values);
    struct shading shading = {0};
    struct domain domain = {0};
    size_t count = 0;

    for (size_t row = 0; row < rows; row++) {
        for (size_t i = 0; i < figure->value_count; i++) {
            const struct cell *cell = table_cell(figure->table, row, figure->value_columns[i]);
            note_cell(&shading, cell);
            if (shading_applies(cell))
                values[count++] = cell_value(cell);
        }
    }
    series_domain(figure, &domain);
    domain.whole = series_is_counts(figure);
    shading.classes = figure->limit_count > 0 ? classes_given(figure, domain)
                                              : classes_make(values, count, domain);
    return shading;
}

static struct colour draw_fill(const struct plot *plot, struct colour fill, struct rect rect)
{
    struct paint paint = {.fill = true, .fill_colour = fill};
    display_rect(plot->display, rect, &paint);
    return theme_text_on(plot->theme, fill);
}

struct colour shading_draw(const struct plot *plot, const struct shading *shading,
                           const struct cell *cell, struct rect rect)
{
    if (cell && shading_applies(cell)) {
        size_t index = classes_find(&shading->classes, cell_value(cell));
        return draw_fill(plot, classes_colour(&shading->classes, index, plot->theme), rect);
    }
    bool marked = cell && cell->kind == CELL_MARK;
    if (marked && cell->number == CELL_NOT_APPLICABLE)
        pattern_slash(plot, rect);
    else if ((marked && cell->number == CELL_CONFIDENTIAL) || (cell && cell_is_few(cell)))
        pattern_frame(plot, rect);
    else
        pattern_hatch(plot, rect);
    return plot->theme->ink;
}

static void add_classes(const struct shading *shading, const struct plot *plot,
                        struct swatches *swatches)
{
    for (size_t i = 0; i < shading->classes.count; i++) {
        struct text name = {0};
        classes_name(&shading->classes, i, series_unit(plot->figure), &name);
        swatches_add(swatches,
                     (struct swatch){.kind = SWATCH_FILL,
                                     .fill = classes_colour(&shading->classes, i, plot->theme),
                                     .text = arena_text(swatches->arena, text_string(&name))});
        text_finish(&name);
    }
}

void shading_key(const struct shading *shading, const struct plot *plot, struct swatches *swatches)
{
    static const struct {
        enum swatch_kind kind;
        enum phrase phrase;
    } MARKS[] = {
        [CELL_CONFIDENTIAL] = {SWATCH_FRAME, PHRASE_CHART_CONFIDENTIAL},
        [CELL_NOT_AVAILABLE] = {SWATCH_HATCH, PHRASE_CHART_NOT_AVAILABLE},
        [CELL_NOT_APPLICABLE] = {SWATCH_SLASH, PHRASE_CHART_NOT_APPLICABLE},
    };

    add_classes(shading, plot, swatches);
    if (shading->few)
        swatches_add(swatches,
                     (struct swatch){.kind = SWATCH_FRAME, .text = phrase(PHRASE_CHART_FEW)});
    for (size_t i = 0; i < ARRAY_LENGTH(MARKS); i++)
        if (shading->marks[i])
            swatches_add(swatches,
                         (struct swatch){.kind = MARKS[i].kind, .text = phrase(MARKS[i].phrase)});
    if (shading->blank)
        swatches_add(swatches,
                     (struct swatch){.kind = SWATCH_HATCH, .text = phrase(PHRASE_CHART_NO_DATA)});
}
