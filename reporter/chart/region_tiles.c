/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/pattern.h"
#include "chart/region_places.h"
#include "chart/series.h"
#include "chart/shading.h"
#include "chart/sketch.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define GUTTER 54.0       /* the island groups' names */
#define GUTTER_FROM 280.0 /* the width from which on there is room for them */
#define GAP 4.0
#define TILE_MOST 66.0
#define HIGH 36.0
#define HIGH_COUNT 44.0 /* with n */
#define HIGH_LEAST 12.0
#define SIDE_LEAST 120.0 /* a key of this width stands beside the tiles */
#define SIDE_GAP 20.0
#define ABOVE_KEY 8.0
#define MORE_HEIGHT 12.0
#define PADDING 3.0
#define MOST_HEIGHT 680.0

struct tiles {
    size_t rows[REGION_COUNT]; /* of the table, or SLOT_EMPTY */
    struct shading shading;
    struct swatches key, elsewhere; /* rows that are no region or one a second time */
    bool beside;                    /* the key stands at the right */
    struct point at;                /* of the first tile */
    double width, height;           /* of a tile */
    double key_height, elsewhere_height;
};

static const char *say_elsewhere(const struct canvas *canvas, size_t row)
{
    const struct figure *figure = canvas->plot->figure;
    struct arena *arena = canvas->plot->display->arena;
    struct text text = {0};

    phrase_say(&text, PHRASE_CHART_NOT_ON_MAP, "name", series_label(figure, row, arena), "value",
               series_print(figure, row, 0, arena), NULL);
    const char *copy = arena_text(arena, text_string(&text));
    text_finish(&text);
    return copy;
}

static void find_rows(const struct canvas *canvas, struct tiles *tiles)
{
    const struct figure *figure = canvas->plot->figure;
    struct arena *arena = canvas->plot->display->arena;

    for (size_t i = 0; i < REGION_COUNT; i++)
        tiles->rows[i] = SLOT_EMPTY;
    for (size_t row = 0; row < series_rows(figure); row++) {
        size_t place = region_find(series_label(figure, row, arena));
        if (place < REGION_COUNT && tiles->rows[place] == SLOT_EMPTY)
            tiles->rows[place] = row;
        else
            swatches_add(&tiles->elsewhere, (struct swatch){.text = say_elsewhere(canvas, row)});
    }
    for (size_t i = 0; i < REGION_COUNT; i++)
        tiles->shading.blank = tiles->shading.blank || tiles->rows[i] == SLOT_EMPTY;
}

/* "n: Messages received" */
static void add_count_name(const struct plot *plot, struct swatches *key)
{
    const struct figure *figure = plot->figure;
    struct text text = {0};

    if (figure->count_column == FIGURE_NO_COLUMN)
        return;
    phrase_say(&text, PHRASE_CHART_COUNT_NAME, "name",
               figure->table->columns[figure->count_column].heading, NULL);
    swatches_add(key, (struct swatch){.text = arena_text(key->arena, text_string(&text))});
    text_finish(&text);
}

static double gutter(const struct plot *plot)
{
    return plot->area.width >= GUTTER_FROM ? GUTTER : 0;
}

static double tiles_width(const struct plot *plot, const struct tiles *tiles)
{
    return gutter(plot) + REGION_COLUMNS * (tiles->width + GAP);
}

static double natural_height(const struct figure *figure)
{
    return figure->count_column == FIGURE_NO_COLUMN ? HIGH : HIGH_COUNT;
}

/* All but the tiles. */
static double foot_height(const struct tiles *tiles)
{
    double key = tiles->beside ? 0 : ABOVE_KEY + tiles->key_height;
    return key + (tiles->elsewhere.count > 0 ? ABOVE_KEY + tiles->elsewhere_height : 0);
}

static void measure_key(const struct canvas *canvas, struct tiles *tiles)
{
    const struct plot *plot = canvas->plot;
    double side = plot->area.width - tiles_width(plot, tiles) - SIDE_GAP;

    tiles->beside = side >= SIDE_LEAST;
    if (tiles->beside)
        tiles->key.slot = side; /* one below the other */
    tiles->key_height =
        swatches_height(canvas, &tiles->key, tiles->beside ? side : plot->area.width);
    tiles->elsewhere_height = swatches_height(canvas, &tiles->elsewhere, plot->area.width);
}

static struct tiles plan(const struct canvas *canvas)
{
    const struct plot *plot = canvas->plot;
    struct arena *arena = plot->display->arena;
    struct tiles tiles = {.shading = shading_make(plot->figure, arena),
                          .key = swatches_new(arena),
                          .elsewhere = swatches_new(arena)};

    find_rows(canvas, &tiles);
    shading_key(&tiles.shading, plot, &tiles.key);
    add_count_name(plot, &tiles.key);
    tiles.at = (struct point){plot->area.x + gutter(plot), plot->area.y};
    tiles.width = fmin((plot->area.width - gutter(plot)) / REGION_COLUMNS - GAP, TILE_MOST);
    measure_key(canvas, &tiles);
    double room = (plot->area.height - foot_height(&tiles)) / REGION_ROWS - GAP;
    double least = fmin(plot->area.height / REGION_ROWS - GAP, HIGH_LEAST); /* without a key */
    tiles.height = fmax(fmin(natural_height(plot->figure), room), least);
    return tiles;
}

static double height(const struct figure *figure, double width)
{
    struct sketch sketch;
    sketch_open(&sketch, figure, width);
    struct tiles tiles = plan(&sketch.canvas);
    double needed = REGION_ROWS * (tiles.height + GAP) - GAP + foot_height(&tiles);
    sketch_close(&sketch);
    return fmin(needed, MOST_HEIGHT);
}

static struct rect tile_rect(const struct tiles *tiles, const struct region_place *place)
{
    return (struct rect){tiles->at.x + place->column * (tiles->width + GAP),
                         tiles->at.y + place->row * (tiles->height + GAP), tiles->width,
                         tiles->height};
}

/* The largest font in which a value fits its tile. */
static struct font value_font(const struct canvas *canvas, const char *text, double width)
{
    const struct font fonts[] = {FONT_H3, FONT_TICK};
    for (size_t i = 0; i < ARRAY_LENGTH(fonts); i++)
        if (measure_width(canvas->plot->measure, text, fonts[i]) <= width)
            return fonts[i];
    return FONT_CELL;
}

static void draw_count(struct canvas *canvas, size_t row, struct rect tile, struct colour colour)
{
    const struct figure *figure = canvas->plot->figure;
    struct arena *arena = canvas->plot->display->arena;
    struct text text = {0};

    if (figure->count_column == FIGURE_NO_COLUMN)
        return;
    phrase_say(&text, PHRASE_CHART_COUNT_IS, "count",
               series_text(figure, row, figure->count_column, arena), NULL);
    struct label label = {.text = arena_text(arena, text_string(&text)),
                          .font = FONT_CELL,
                          .colour = colour,
                          .align = ALIGN_LEFT};
    text_finish(&text);
    if (label_size(canvas, &label).width <= tile.width - 2 * PADDING)
        label_place(canvas, &label, (struct point){tile.x + PADDING, tile.y + tile.height - 6});
}

/* The code at the top, the value below it, then n; in a low tile code and value share the line. */
static void draw_texts(struct canvas *canvas, size_t row, struct rect tile, struct label code)
{
    struct arena *arena = canvas->plot->display->arena;
    const struct figure *figure = canvas->plot->figure;
    bool low = tile.height < HIGH - 6;
    double middle = low ? tile.y + tile.height / 2 : tile.y + 8;

    label_place(canvas, &code, (struct point){tile.x + PADDING, middle});
    if (row == SLOT_EMPTY)
        return;
    struct label value = code;
    value.text = series_print(figure, row, 0, arena);
    value.font = low ? FONT_CELL : value_font(canvas, value.text, tile.width - 2 * PADDING);
    value.align = low ? ALIGN_RIGHT : ALIGN_LEFT;
    if (label_size(canvas, &value).width <= tile.width - 2 * PADDING)
        label_place(canvas, &value,
                    (struct point){low ? tile.x + tile.width - PADDING : tile.x + PADDING,
                                   low ? middle : tile.y + 23});
    if (!low)
        draw_count(canvas, row, tile, code.colour);
}

/* Text on a pattern stands on white; the tile's right side still shows the pattern. */
static void clear_ground(struct canvas *canvas, struct rect tile, const struct label *code,
                         const struct cell *cell)
{
    bool marked = cell && cell->kind == CELL_MARK;
    double width = label_size(canvas, code).width + 2 * PADDING;
    struct rect plate = {tile.x, tile.y,
                         fmin(fmax(width, marked ? tile.width * 0.6 : 0), tile.width),
                         marked ? tile.height : fmin(tile.height, 15)};
    pattern_plate(canvas->plot, rect_inset(plate, 0.6));
}

static void draw_tile(struct canvas *canvas, const struct tiles *tiles, size_t place)
{
    const struct plot *plot = canvas->plot;
    size_t row = tiles->rows[place];
    struct rect tile = tile_rect(tiles, &REGION_PLACES[place]);
    const struct cell *cell =
        row == SLOT_EMPTY ? NULL
                          : table_cell(plot->figure->table, row, plot->figure->value_columns[0]);
    bool blank = !cell || cell->kind == CELL_BLANK;
    struct label code = {
        .text = REGION_PLACES[place].code, .font = FONT_LABEL, .align = ALIGN_LEFT};

    code.colour = shading_draw(plot, &tiles->shading, cell, tile);
    if (label_size(canvas, &code).width > tile.width - 2 * PADDING)
        code.font = FONT_CELL_LABEL;
    if (blank || cell->kind == CELL_MARK)
        clear_ground(canvas, tile, &code, cell);
    draw_texts(canvas, blank ? SLOT_EMPTY : row, tile, code);
}

static void draw_islands(struct canvas *canvas, const struct tiles *tiles)
{
    static const struct {
        enum phrase name;
        int row;
    } ISLANDS[] = {{PHRASE_CHART_LUZON, 0}, {PHRASE_CHART_VISAYAS, 4}, {PHRASE_CHART_MINDANAO, 5}};
    const struct plot *plot = canvas->plot;

    for (size_t i = 0; i < ARRAY_LENGTH(ISLANDS) && gutter(plot) > 0; i++) {
        struct label label = {.text = phrase(ISLANDS[i].name),
                              .font = FONT_TICK,
                              .colour = plot->theme->secondary,
                              .align = ALIGN_LEFT,
                              .width = GUTTER - GAP};
        label_place(
            canvas, &label,
            (struct point){plot->area.x, tiles->at.y + 8 + ISLANDS[i].row * (tiles->height + GAP)});
    }
}

/* Rows that are no region, as many as there is room for, and how many more there are. */
static void draw_elsewhere(struct canvas *canvas, const struct tiles *tiles, double y)
{
    struct rect area = canvas->plot->area;
    double room = area.y + area.height - y;

    if (tiles->elsewhere_height > room + 0.01)
        room -= MORE_HEIGHT;
    struct rect list = {area.x, y, area.width, fmax(room, 1)};
    size_t left_out = swatches_draw(canvas, &tiles->elsewhere, list);
    label_more(canvas, left_out,
               (struct point){area.x, fmin(y + list.height, area.y + area.height - MORE_HEIGHT) +
                                          MORE_HEIGHT / 2});
}

static void draw(const struct plot *plot)
{
    struct canvas canvas = canvas_new(plot);
    struct tiles tiles = plan(&canvas);
    double y = plot->area.y + REGION_ROWS * (tiles.height + GAP) - GAP + ABOVE_KEY;

    for (size_t place = 0; place < REGION_COUNT; place++)
        draw_tile(&canvas, &tiles, place);
    draw_islands(&canvas, &tiles);
    double side = plot->area.x + tiles_width(plot, &tiles) + SIDE_GAP;
    double right = plot->area.x + plot->area.width;
    struct rect key = {plot->area.x, y, plot->area.width, tiles.key_height};
    if (tiles.beside)
        key = (struct rect){side, plot->area.y, right - side, tiles.key_height};
    else
        y += tiles.key_height + ABOVE_KEY;
    swatches_draw(&canvas, &tiles.key, key);
    draw_elsewhere(&canvas, &tiles, y);
    canvas_finish(&canvas);
}

const struct figure_drawer REGIONS_DRAWER = {.height = height, .draw = draw};
