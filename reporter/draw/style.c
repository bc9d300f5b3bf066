/* SPDX-License-Identifier: MIT */
#include "draw/style.h"

#define REGULAR WEIGHT_REGULAR
#define SEMIBOLD WEIGHT_SEMIBOLD

const struct font FONT_COVER = {SEMIBOLD, 30, 34, false};
const struct font FONT_H1 = {SEMIBOLD, 20, 25, false};
const struct font FONT_H2 = {SEMIBOLD, 14, 18, false};
const struct font FONT_H3 = {SEMIBOLD, 11, 14, false};
const struct font FONT_LEAD = {REGULAR, 12.5, 18, false};
const struct font FONT_LEAD_COMPACT = {REGULAR, 11, 16, false};
const struct font FONT_BODY = {REGULAR, 10, 14, false};
const struct font FONT_FIGURE_TITLE = {SEMIBOLD, 11, 14, false};
const struct font FONT_SUBTITLE = {REGULAR, 9, 12, false};
const struct font FONT_TABLE = {REGULAR, 8.5, 12, true};
const struct font FONT_TABLE_HEAD = {SEMIBOLD, 8.5, 11, true};
const struct font FONT_TABLE_TOTAL = {SEMIBOLD, 8.5, 12, true};
const struct font FONT_TICK = {REGULAR, 8, 10, true};
const struct font FONT_LABEL = {SEMIBOLD, 8.5, 10, true};
const struct font FONT_NOTE = {REGULAR, 7.5, 10.5, false};
const struct font FONT_TILE_LABEL = {SEMIBOLD, 8.5, 11, false};
const struct font FONT_TILE_NUMBER = {SEMIBOLD, 26, 28, true};
const struct font FONT_TILE_UNIT = {REGULAR, 13, 28, false};
const struct font FONT_RUNNING = {REGULAR, 7.5, 10.5, false};
const struct font FONT_CELL = {REGULAR, 7, 8, true}; /* in a chart's cell; nothing is smaller */
const struct font FONT_CELL_LABEL = {SEMIBOLD, 7, 8, true};

double style_span(int columns)
{
    double text = PAGE_WIDTH - 2 * PAGE_MARGIN_SIDE;
    double column = (text - (PAGE_COLUMNS - 1) * PAGE_GUTTER) / PAGE_COLUMNS;

    return columns * column + (columns - 1) * PAGE_GUTTER;
}
