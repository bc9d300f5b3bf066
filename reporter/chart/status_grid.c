/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/matrix.h"
#include "chart/matrix_heads.h"
#include "chart/series.h"
#include "chart/sketch.h"
#include "chart/status_cell.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define CELL_LEAST 15.0
#define CELL_MOST 46.0
#define PITCH 15.0
#define PITCH_LEAST 12.0
#define SHARE_GAP 8.0
#define BAR 36.0 /* of a share of one */
#define BAR_HEIGHT 6.0
#define BAR_GAP 4.0
#define FOOT 20.0 /* of the columns' shares */
#define ABOVE_KEY 4.0
#define MOST_HEIGHT 680.0 /* a page with its headings */

struct grid {
    struct matrix matrix;
    struct status_tally all;
    struct status_tally *rows, *columns; /* by the table's row; by value column */
    struct swatches key, names;
    double share_width; /* of the margin at the right */
    double key_height, names_height;
};

static void tally_cells(const struct figure *figure, struct arena *arena, struct grid *grid)
{
    size_t rows = series_rows(figure);

    grid->rows = arena_array(arena, rows, sizeof *grid->rows);
    grid->columns = arena_array(arena, figure->value_count, sizeof *grid->columns);
    for (size_t row = 0; row < rows; row++) {
        for (size_t i = 0; i < figure->value_count; i++) {
            const struct cell *cell = table_cell(figure->table, row, figure->value_columns[i]);
            status_tally_add(&grid->rows[row], cell);
            status_tally_add(&grid->columns[i], cell);
            status_tally_add(&grid->all, cell);
        }
    }
}

/* "18 of 20"; where nothing was judged, that it does not apply. */
static const char *counts_text(struct arena *arena, const struct status_tally *tally)
{
    struct text text = {0};

    if (tally->judged == 0)
        return "[z]";
    phrase_say(&text, PHRASE_CHART_OF, "part", arena_printf(arena, "%zu", tally->met), "whole",
               arena_printf(arena, "%zu", tally->judged), NULL);
    const char *copy = arena_text(arena, text_string(&text));
    text_finish(&text);
    return copy;
}

static struct label counts_label(const struct canvas *canvas, const struct status_tally *tally)
{
    return (struct label){.text = counts_text(canvas->plot->display->arena, tally),
                          .font = FONT_TICK,
                          .colour = canvas->plot->theme->ink,
                          .align = ALIGN_LEFT};
}

static double measure_shares(const struct canvas *canvas, const struct grid *grid)
{
    double width = 0;

    for (size_t row = 0; row < series_rows(canvas->plot->figure); row++) {
        struct label label = counts_label(canvas, &grid->rows[row]);
        width = fmax(width, label_size(canvas, &label).width);
    }
    return BAR + BAR_GAP + width;
}

static double foot_height(const struct grid *grid)
{
    return FOOT + ABOVE_KEY + grid->key_height + grid->names_height;
}

static struct grid plan(const struct canvas *canvas)
{
    const struct plot *plot = canvas->plot;
    struct grid grid = {.key = swatches_new(plot->display->arena)};

    tally_cells(plot->figure, plot->display->arena, &grid);
    grid.share_width = measure_shares(canvas, &grid);
    struct matrix_form form = {.cell_least = CELL_LEAST,
                               .cell_most = CELL_MOST,
                               .pitch = PITCH,
                               .pitch_least = PITCH_LEAST,
                               .right = SHARE_GAP + grid.share_width,
                               .head_font = FONT_TICK};
    matrix_columns(canvas, &form, &grid.matrix);
    status_tally_key(&grid.all, &grid.key);
    grid.names = matrix_names(canvas, &grid.matrix);
    grid.key_height = swatches_height(canvas, &grid.key, plot->area.width);
    grid.names_height = swatches_height(canvas, &grid.names, plot->area.width);
    matrix_rows(canvas, &form, &grid.matrix, foot_height(&grid));
    return grid;
}

static double height(const struct figure *figure, double width)
{
    struct sketch sketch;
    sketch_open(&sketch, figure, width);
    struct grid grid = plan(&sketch.canvas);
    sketch_close(&sketch);
    return fmin(grid.matrix.bottom + foot_height(&grid), MOST_HEIGHT);
}

static void draw_bar(const struct plot *plot, const struct status_tally *tally, double x, double y)
{
    double share = tally->judged > 0 ? (double)tally->met / (double)tally->judged : 0;
    struct rect whole = {x, y - BAR_HEIGHT / 2, BAR, BAR_HEIGHT};
    struct rect part = {x, whole.y, BAR * share, BAR_HEIGHT};
    struct paint ground = {.fill = true, .fill_colour = plot->theme->band};
    struct paint paint = {.fill = true, .fill_colour = plot->theme->brand};

    if (tally->judged == 0)
        return;
    display_rect(plot->display, whole, &ground);
    if (share > 0)
        display_rect(plot->display, part, &paint);
}

static void draw_row_shares(struct canvas *canvas, const struct grid *grid)
{
    const struct matrix *matrix = &grid->matrix;
    double x = matrix_right(matrix) + SHARE_GAP;

    if (!matrix->has_right)
        return;
    heads_place(canvas, matrix, phrase(PHRASE_CHART_MET),
                (struct rect){x, 0, grid->share_width, 0});
    for (size_t i = 0; i < matrix->line_count; i++) {
        const struct matrix_line *line = &matrix->lines[i];
        double middle = line->y + line->height / 2;
        if (line->heading)
            continue;
        const struct status_tally *tally = &grid->rows[line->row];
        struct label label = counts_label(canvas, tally);
        draw_bar(canvas->plot, tally, x, middle);
        label_place(canvas, &label, (struct point){x + BAR + BAR_GAP, middle});
    }
}

/* "87" (per cent, as the line's name says), or "4 of 5" where a percentage says too much. */
static const char *column_text(struct arena *arena, const struct status_tally *tally)
{
    struct cell share = cell_rate((int64_t)tally->met, (int64_t)tally->judged);
    struct text text = {0};

    if (tally->judged == 0 || cell_is_few(&share))
        return counts_text(arena, tally);
    number_percent(&text, share.number, share.denominator, 0);
    const char *copy = arena_text(arena, text_string(&text));
    text_finish(&text);
    return copy;
}

static void draw_column_shares(struct canvas *canvas, const struct grid *grid)
{
    const struct plot *plot = canvas->plot;
    const struct matrix *matrix = &grid->matrix;
    double middle = matrix->bottom + FOOT / 2;
    struct label label = {.text = phrase(PHRASE_CHART_MET_PERCENT),
                          .font = FONT_TICK,
                          .colour = plot->theme->secondary,
                          .align = ALIGN_LEFT,
                          .width = matrix->left - plot->area.x,
                          .most = 2};

    label_place(canvas, &label, (struct point){plot->area.x, middle});
    for (size_t i = 0; i < matrix->columns; i++) {
        label.text = column_text(plot->display->arena, &grid->columns[i]);
        label.align = ALIGN_CENTRE;
        label.colour = plot->theme->ink;
        label.font = FONT_CELL;
        label.width = matrix->cell;
        label_place(canvas, &label,
                    (struct point){matrix->left + ((double)i + 0.5) * matrix->cell, middle});
    }
}

static void draw_cells(struct canvas *canvas, const struct grid *grid)
{
    const struct matrix *matrix = &grid->matrix;
    const struct figure *figure = canvas->plot->figure;

    for (size_t line = 0; line < matrix->line_count; line++)
        for (size_t i = 0; !matrix->lines[line].heading && i < matrix->columns; i++)
            status_cell_draw(
                canvas,
                table_cell(figure->table, matrix->lines[line].row, figure->value_columns[i]),
                matrix_cell(matrix, line, i));
}

static void draw_foot(struct canvas *canvas, const struct grid *grid)
{
    struct rect room = {canvas->plot->area.x, grid->matrix.bottom + FOOT + ABOVE_KEY,
                        canvas->plot->area.width, grid->key_height};

    swatches_draw(canvas, &grid->key, room);
    room.y += grid->key_height;
    room.height = grid->names_height;
    swatches_draw(canvas, &grid->names, room);
}

static void draw(const struct plot *plot)
{
    struct canvas canvas = canvas_new(plot);
    struct grid grid = plan(&canvas);

    matrix_draw(&canvas, &grid.matrix);
    draw_cells(&canvas, &grid);
    draw_row_shares(&canvas, &grid);
    draw_column_shares(&canvas, &grid);
    draw_foot(&canvas, &grid);
    canvas_finish(&canvas);
}

const struct figure_drawer GRID_DRAWER = {.height = height, .draw = draw};
