/* SPDX-License-Identifier: MIT */
#include "chart/status_cell.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "chart/figure.h"
#include "chart/label.h"
#include "chart/pattern.h"
#include "chart/series.h"
#include "chart/swatch.h"
#include "draw/display.h"
#include "draw/style.h"
#include "draw/symbol.h"

#include <math.h>

#define SYMBOL 9.0
#define MARGIN 1.5 /* around a symbol in a small cell */

void status_tally_add(struct status_tally *tally, const struct cell *cell)
{
    if (cell->kind == CELL_MARK)
        tally->marks[cell->number] = true;
    if (cell->kind != CELL_STATUS)
        return;
    enum status status = (enum status)cell->number;
    tally->statuses[status] = true;
    tally->met += status_is_met(status);
    tally->judged += status_is_judged(status);
}

/* The pattern that stands for a status in cells, or SWATCH_STATUS for its symbol. */
static enum swatch_kind status_swatch(enum status status)
{
    if (status == STATUS_NOT_APPLICABLE)
        return SWATCH_SLASH;
    return status == STATUS_NOT_MEASURED ? SWATCH_HATCH : SWATCH_STATUS;
}

static enum swatch_kind mark_swatch(enum cell_mark mark)
{
    if (mark == CELL_CONFIDENTIAL)
        return SWATCH_TEXT;
    return mark == CELL_NOT_AVAILABLE ? SWATCH_HATCH : SWATCH_SLASH;
}

/* In the order of the statuses; a mark that looks like a status is named beside it. */
void status_tally_key(const struct status_tally *tally, struct swatches *swatches)
{
    static const enum phrase MARKS[] = {
        [CELL_CONFIDENTIAL] = PHRASE_CHART_CONFIDENTIAL,
        [CELL_NOT_AVAILABLE] = PHRASE_CHART_NOT_AVAILABLE,
        [CELL_NOT_APPLICABLE] = PHRASE_CHART_NOT_APPLICABLE,
    };

    for (int i = STATUS_MET; i < STATUS_COUNT; i++) {
        enum status status = (enum status)i;
        if (tally->statuses[i])
            swatches_add(swatches, (struct swatch){.kind = status_swatch(status),
                                                   .status = status,
                                                   .text = status_word(status)});
    }
    for (size_t i = 0; i < ARRAY_LENGTH(MARKS); i++)
        if (tally->marks[i])
            swatches_add(swatches, (struct swatch){.kind = mark_swatch((enum cell_mark)i),
                                                   .text = phrase(MARKS[i])});
}

static void draw_symbol(const struct plot *plot, enum status status, struct rect rect)
{
    double size = fmin(SYMBOL, fmin(rect.width, rect.height) - 2 * MARGIN);
    struct paint fill = {.fill = true, .fill_colour = plot->theme->status_fill[status]};
    struct point at = {rect.x + (rect.width - size) / 2, rect.y + (rect.height - size) / 2};

    if (size <= 0)
        return;
    display_rect(plot->display, rect, &fill);
    if (colour_contrast(fill.fill_colour, plot->theme->white) < 1.1)
        pattern_frame(plot, rect);
    symbol_status(plot->display, plot->theme, status, at, size);
}

static void draw_status(const struct plot *plot, enum status status, struct rect rect)
{
    if (status == STATUS_NONE)
        return; /* nobody was there to be judged */
    if (status == STATUS_NOT_APPLICABLE)
        pattern_slash(plot, rect);
    else if (status == STATUS_NOT_MEASURED)
        pattern_hatch(plot, rect);
    else
        draw_symbol(plot, status, rect);
}

static void draw_confidential(struct canvas *canvas, struct rect rect)
{
    struct label label = {.text = "[c]",
                          .font = FONT_CELL,
                          .colour = canvas->plot->theme->ink,
                          .align = ALIGN_CENTRE};
    pattern_frame(canvas->plot, rect);
    label_place(canvas, &label, (struct point){rect.x + rect.width / 2, rect.y + rect.height / 2});
}

void status_cell_draw(struct canvas *canvas, const struct cell *cell, struct rect rect)
{
    if (cell->kind == CELL_STATUS)
        draw_status(canvas->plot, (enum status)cell->number, rect);
    else if (cell->kind != CELL_MARK)
        return; /* blank on purpose */
    else if (cell->number == CELL_CONFIDENTIAL)
        draw_confidential(canvas, rect);
    else if (cell->number == CELL_NOT_AVAILABLE)
        pattern_hatch(canvas->plot, rect);
    else
        pattern_slash(canvas->plot, rect);
}
