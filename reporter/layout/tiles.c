/* SPDX-License-Identifier: MIT */
#include "layout/blocks.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/phrase.h"
#include "chart/figure.h"
#include "document/document.h"
#include "draw/symbol.h"
#include "layout/cursor.h"
#include "layout/flow.h"

#define TILES_A_ROW 4
#define TILE_COLUMNS 3
#define ROW_AIR 16.0
#define RULE_WEIGHT 1.2
#define BELOW_RULE 4.0
#define BAND_AIR 2.0
#define UNIT_AIR 3.0
#define MARK_SIZE 8.0 /* arrow and status symbol */
#define MARK_AIR 3.0
#define TREND_WIDTH 70.0
#define TREND_HEIGHT 16.0

/** A tile's texts, measured. Absent ones have no lines. */
struct face {
    const struct tile *tile;
    struct font value_font;
    struct lines label, value, unit, change, foot;
};

/* Equal parts of the tiles of one row stand at equal heights. */
struct bands {
    double label, value, change, trend, foot;
};

static bool has_trend(const struct tile *tile)
{
    size_t known = 0;

    for (size_t i = 0; tile->trend && i < tile->trend_count; i++)
        known += isnan(tile->trend[i]) ? 0 : 1;
    return known >= 2;
}

/* "Target 90%: not met": the symbol never stands without its word. */
static const char *foot_text(struct cursor *cursor, const struct tile *tile)
{
    if (tile->status == STATUS_NONE)
        return tile->foot;
    const char *word = status_word(tile->status);
    if (!tile->foot)
        return word;
    if (strstr(tile->foot, word))
        return tile->foot;
    return phrase_filled(cursor->options->arena, PHRASE_TILE_FOOT, "foot", tile->foot, "status",
                         word, NULL);
}

static struct lines lines_or_none(struct cursor *cursor, const char *text, struct font font,
                                  double width)
{
    return text ? cursor_lines_most(cursor, text, font, width, TITLE_LINES) : (struct lines){0};
}

/* Words in place of a number are set smaller, so that they fit. */
static void measure_value(struct cursor *cursor, struct face *face, double width)
{
    static const double sizes[] = {26, 20, 14};
    double unit = face->unit.count > 0 ? face->unit.items[0].width + UNIT_AIR : 0;

    for (size_t i = 0; i < ARRAY_LENGTH(sizes); i++) {
        face->value_font = FONT_TILE_NUMBER;
        face->value_font.size = sizes[i];
        face->value = cursor_lines(cursor, face->tile->value, face->value_font, 0);
        if (face->value.items[0].width + unit <= width)
            return;
    }
    face->value_font.leading = FONT_H2.leading;
    face->value =
        cursor_lines_most(cursor, face->tile->value, face->value_font, width - unit, TITLE_LINES);
}

static struct face measure_tile(struct cursor *cursor, const struct tile *tile)
{
    double width = style_span(TILE_COLUMNS);
    double marked = width - MARK_SIZE - MARK_AIR;
    struct face face = {.tile = tile};

    face.label = lines_or_none(cursor, tile->label, FONT_TILE_LABEL, width);
    face.unit =
        tile->unit ? cursor_lines(cursor, tile->unit, FONT_TILE_UNIT, 0) : (struct lines){0};
    measure_value(cursor, &face, width);
    face.change =
        lines_or_none(cursor, tile->change, FONT_NOTE, tile->direction != 0 ? marked : width);
    face.foot = lines_or_none(cursor, foot_text(cursor, tile), FONT_NOTE,
                              tile->status != STATUS_NONE ? marked : width);
    return face;
}

static void widen(struct bands *bands, const struct face *face)
{
    bands->label = fmax(bands->label, lines_height(&face->label, FONT_TILE_LABEL));
    bands->value = fmax(bands->value, lines_height(&face->value, face->value_font));
    bands->change = fmax(bands->change, lines_height(&face->change, FONT_NOTE));
    bands->trend = fmax(bands->trend, has_trend(face->tile) ? TREND_HEIGHT : 0);
    bands->foot = fmax(bands->foot, lines_height(&face->foot, FONT_NOTE));
}

static double band_step(double height)
{
    return height > 0 ? height + BAND_AIR : 0;
}

static double bands_height(const struct bands *bands)
{
    return BELOW_RULE + band_step(bands->label) + band_step(bands->value) +
           band_step(bands->change) + band_step(bands->trend) + band_step(bands->foot);
}

/* Two stand in half a page. */
static size_t tiles_a_row(const struct cursor *cursor)
{
    double step = style_span(TILE_COLUMNS) + PAGE_GUTTER;
    double fit = floor((cursor->width + PAGE_GUTTER + 0.01) / step);
    return fit < 1 ? 1 : fit > TILES_A_ROW ? TILES_A_ROW : (size_t)fit;
}

static size_t measure_row(struct cursor *cursor, const struct block *block, size_t first,
                          struct face faces[TILES_A_ROW], struct bands *ret_bands)
{
    size_t count = block->tile_count - first, most = tiles_a_row(cursor);

    if (count > most)
        count = most;
    *ret_bands = (struct bands){0};
    for (size_t i = 0; i < count; i++) {
        faces[i] = measure_tile(cursor, &block->tiles[first + i]);
        widen(ret_bands, &faces[i]);
    }
    return count;
}

static void place_text(struct cursor *cursor, const struct lines *lines, struct point at,
                       const struct setting *setting)
{
    int leaf = display_open(cursor->display, ROLE_P);

    lines_set(cursor, lines, at, setting);
    display_close(cursor->display, leaf);
}

static void place_value(struct cursor *cursor, const struct face *face, struct point at)
{
    struct setting setting = {.font = face->value_font, .colour = cursor->options->theme->ink};
    int leaf = display_open(cursor->display, ROLE_P);

    lines_set(cursor, &face->value, at, &setting);
    if (face->unit.count > 0) {
        const struct line *last = &face->value.items[face->value.count - 1];
        double top = at.y + lines_height(&face->value, setting.font) - setting.font.leading;
        struct point baseline = {at.x + last->width + UNIT_AIR,
                                 top + line_baseline(last, setting.font)};
        display_text(cursor->display, &face->unit.items[0], baseline, setting.colour);
    }
    display_close(cursor->display, leaf);
}

/* A mark's square is centred on the first line of its text. */
static struct point beside(struct point at)
{
    return (struct point){at.x, at.y + (FONT_NOTE.leading - MARK_SIZE) / 2};
}

static void place_change(struct cursor *cursor, const struct face *face, struct point at)
{
    const struct theme *theme = cursor->options->theme;
    struct setting setting = {.font = FONT_NOTE, .colour = theme->ink};
    int leaf = display_open(cursor->display, ROLE_P);

    if (face->tile->direction != 0) {
        symbol_arrow(cursor->display, theme, face->tile->direction, beside(at), MARK_SIZE);
        at.x += MARK_SIZE + MARK_AIR;
    }
    lines_set(cursor, &face->change, at, &setting);
    display_close(cursor->display, leaf);
}

static void place_trend(struct cursor *cursor, const struct tile *tile, struct point at)
{
    struct rect area = {at.x, at.y, TREND_WIDTH, TREND_HEIGHT};
    int leaf = display_open(cursor->display, ROLE_FIGURE);

    display_alt(cursor->display, leaf,
                phrase_filled(cursor->options->arena, PHRASE_TILE_TREND, "count",
                              phrase_number(cursor->options->arena, (int64_t)tile->trend_count),
                              "measure", tile->label, NULL));
    struct sparkline trend = {tile->trend, tile->trend_count, tile->has_target, tile->target};
    sparkline_draw(cursor->display, cursor->options->theme, &trend, area);
    display_close(cursor->display, leaf);
}

static void place_foot(struct cursor *cursor, const struct face *face, struct point at)
{
    const struct theme *theme = cursor->options->theme;
    struct setting setting = {.font = FONT_NOTE, .colour = theme->secondary};
    int leaf = display_open(cursor->display, ROLE_P);

    if (face->tile->status != STATUS_NONE) {
        symbol_status(cursor->display, theme, face->tile->status, beside(at), MARK_SIZE);
        at.x += MARK_SIZE + MARK_AIR;
    }
    lines_set(cursor, &face->foot, at, &setting);
    display_close(cursor->display, leaf);
}

static void place_tile(struct cursor *cursor, const struct face *face, const struct bands *bands,
                       struct point at)
{
    const struct theme *theme = cursor->options->theme;
    struct setting label = {.font = FONT_TILE_LABEL, .colour = theme->ink};

    rule_draw(cursor, at, style_span(TILE_COLUMNS), RULE_WEIGHT, theme->ink);
    int tile = display_open(cursor->display, ROLE_DIV);
    at.y += BELOW_RULE;
    place_text(cursor, &face->label, at, &label);
    at.y += band_step(bands->label);
    place_value(cursor, face, at);
    at.y += band_step(bands->value);
    if (face->change.count > 0)
        place_change(cursor, face, at);
    at.y += band_step(bands->change);
    if (has_trend(face->tile))
        place_trend(cursor, face->tile, at);
    at.y += band_step(bands->trend);
    if (face->foot.count > 0)
        place_foot(cursor, face, at);
    display_close(cursor->display, tile);
}

double tiles_lead(struct cursor *cursor, const struct block *block)
{
    struct face faces[TILES_A_ROW];
    struct bands bands;

    return measure_row(cursor, block, 0, faces, &bands) > 0 ? bands_height(&bands) : 0;
}

void tiles_place(struct cursor *cursor, const struct block *block)
{
    struct face faces[TILES_A_ROW];
    struct bands bands;

    for (size_t first = 0; first < block->tile_count; first += tiles_a_row(cursor)) {
        size_t count = measure_row(cursor, block, first, faces, &bands);
        if (first > 0)
            cursor->y += ROW_AIR;
        if (cursor_room(cursor) < bands_height(&bands))
            cursor_break(cursor);
        for (size_t i = 0; i < count; i++) {
            double x = cursor->left + (double)i * (style_span(TILE_COLUMNS) + PAGE_GUTTER);
            place_tile(cursor, &faces[i], &bands, (struct point){x, cursor->y});
        }
        cursor->y += bands_height(&bands);
    }
}
