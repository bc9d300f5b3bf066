/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include "base/arena.h"
#include "chart/matrix.h"
#include "chart/matrix_heads.h"
#include "chart/pattern.h"
#include "chart/series.h"
#include "chart/shading.h"
#include "chart/sketch.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define CELL_LEAST 20.0
#define CELL_MOST 64.0
#define PITCH 18.0
#define PITCH_LEAST 11.0
#define PADDING 4.0 /* of a cell's text, on both sides together */
#define COUNT_GAP 8.0
#define ABOVE_KEY 6.0
#define MOST_HEIGHT 680.0 /* a page with its headings */

struct heat {
    struct shading shading;
    struct swatches key, names;
    struct matrix matrix;
    struct font font;   /* of the values */
    double count_width; /* of the column of n; 0 for none */
    double key_height, names_height;
};

static struct label value_label(const struct canvas *canvas, struct font font, size_t row,
                                size_t series)
{
    return (struct label){
        .text = series_print(canvas->plot->figure, row, series, canvas->plot->display->arena),
        .font = font,
        .colour = canvas->plot->theme->ink,
        .align = ALIGN_CENTRE};
}

static double widest_value(const struct canvas *canvas, struct font font)
{
    const struct figure *figure = canvas->plot->figure;
    double width = 0;

    for (size_t row = 0; row < series_rows(figure); row++) {
        for (size_t i = 0; i < figure->value_count; i++) {
            struct label label = value_label(canvas, font, row, i);
            if (table_cell(figure->table, row, figure->value_columns[i])->kind != CELL_BLANK)
                width = fmax(width, label_size(canvas, &label).width);
        }
    }
    return width;
}

static struct label count_label(const struct canvas *canvas, size_t row)
{
    const struct figure *figure = canvas->plot->figure;
    return (struct label){
        .text = series_text(figure, row, figure->count_column, canvas->plot->display->arena),
        .font = FONT_TICK,
        .colour = canvas->plot->theme->secondary,
        .align = ALIGN_RIGHT};
}

/* Of the column of n: its widest number, and its head's widest word. */
static double measure_counts(const struct canvas *canvas)
{
    const struct figure *figure = canvas->plot->figure;
    double width = 30;

    if (figure->count_column == FIGURE_NO_COLUMN)
        return 0;
    for (size_t row = 0; row < series_rows(figure); row++) {
        struct label label = count_label(canvas, row);
        width = fmax(width, label_size(canvas, &label).width);
    }
    return width;
}

static double foot_height(const struct heat *heat)
{
    return ABOVE_KEY + heat->key_height + heat->names_height;
}

static struct heat plan(const struct canvas *canvas)
{
    const struct plot *plot = canvas->plot;
    struct arena *arena = plot->display->arena;
    struct heat heat = {.shading = shading_make(plot->figure, arena),
                        .key = swatches_new(arena),
                        .font = FONT_TICK,
                        .count_width = measure_counts(canvas)};
    struct matrix_form form = {
        .cell_least = fmax(CELL_LEAST, widest_value(canvas, FONT_CELL) + PADDING),
        .cell_most = fmax(CELL_MOST, widest_value(canvas, FONT_TICK) + PADDING),
        .pitch = PITCH,
        .pitch_least = PITCH_LEAST,
        .right = heat.count_width > 0 ? heat.count_width + COUNT_GAP : 0,
        .head_font = FONT_TICK};

    matrix_columns(canvas, &form, &heat.matrix);
    if (widest_value(canvas, FONT_TICK) + PADDING > heat.matrix.cell)
        heat.font = FONT_CELL;
    shading_key(&heat.shading, plot, &heat.key);
    heat.names = matrix_names(canvas, &heat.matrix);
    heat.key_height = swatches_height(canvas, &heat.key, plot->area.width);
    heat.names_height = swatches_height(canvas, &heat.names, plot->area.width);
    matrix_rows(canvas, &form, &heat.matrix, foot_height(&heat));
    return heat;
}

static double height(const struct figure *figure, double width)
{
    struct sketch sketch;
    sketch_open(&sketch, figure, width);
    struct heat heat = plan(&sketch.canvas);
    sketch_close(&sketch);
    return fmin(heat.matrix.bottom + foot_height(&heat), MOST_HEIGHT);
}

/* A sign on a hatched cell stands on white, so that it can be read. */
static void clear_ground(const struct plot *plot, struct rect cell, struct size text)
{
    double width = fmin(text.width + 3, cell.width);
    double high = fmin(text.height, cell.height);
    pattern_plate(plot, (struct rect){cell.x + (cell.width - width) / 2,
                                      cell.y + (cell.height - high) / 2, width, high});
}

static void draw_cell(struct canvas *canvas, const struct heat *heat, size_t line, size_t series)
{
    const struct plot *plot = canvas->plot;
    size_t row = heat->matrix.lines[line].row;
    const struct cell *cell =
        table_cell(plot->figure->table, row, plot->figure->value_columns[series]);
    struct rect rect = matrix_cell(&heat->matrix, line, series);
    struct label label = value_label(canvas, heat->font, row, series);

    label.colour = shading_draw(plot, &heat->shading, cell, rect);
    if (cell->kind == CELL_BLANK)
        return;
    if (cell->kind == CELL_MARK && cell->number != CELL_CONFIDENTIAL)
        clear_ground(plot, rect, label_size(canvas, &label));
    label_place(canvas, &label, (struct point){rect.x + rect.width / 2, rect.y + rect.height / 2});
}

static void draw_counts(struct canvas *canvas, const struct heat *heat)
{
    const struct matrix *matrix = &heat->matrix;
    const struct figure *figure = canvas->plot->figure;

    if (heat->count_width <= 0 || !matrix->has_right)
        return;
    double right = matrix_right(matrix) + COUNT_GAP + heat->count_width;
    heads_place(canvas, matrix, figure->table->columns[figure->count_column].heading,
                (struct rect){right - heat->count_width - 2, 0, heat->count_width + 2, 0});
    for (size_t line = 0; line < matrix->line_count; line++) {
        struct label label = count_label(canvas, matrix->lines[line].row);
        double middle = matrix->lines[line].y + matrix->lines[line].height / 2;
        if (!matrix->lines[line].heading)
            label_place(canvas, &label, (struct point){right, middle});
    }
}

static void draw_foot(struct canvas *canvas, const struct heat *heat)
{
    struct rect room = {canvas->plot->area.x, heat->matrix.bottom + ABOVE_KEY,
                        canvas->plot->area.width, heat->key_height};

    swatches_draw(canvas, &heat->key, room);
    room.y += heat->key_height;
    room.height = heat->names_height;
    swatches_draw(canvas, &heat->names, room);
}

static void draw(const struct plot *plot)
{
    struct canvas canvas = canvas_new(plot);
    struct heat heat = plan(&canvas);

    matrix_draw(&canvas, &heat.matrix);
    for (size_t line = 0; line < heat.matrix.line_count; line++)
        for (size_t i = 0; !heat.matrix.lines[line].heading && i < heat.matrix.columns; i++)
            draw_cell(&canvas, &heat, line, i);
    draw_counts(&canvas, &heat);
    draw_foot(&canvas, &heat);
    canvas_finish(&canvas);
}

const struct figure_drawer HEAT_DRAWER = {.height = height, .draw = draw};
