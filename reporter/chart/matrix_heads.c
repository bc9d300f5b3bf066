/* SPDX-License-Identifier: MIT */
#include "chart/matrix_heads.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/figure.h"
#include "chart/series.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_LINES 3
#define NAME_SLOT 150.0 /* names stand in columns about so wide */
#define PADDING 2.0     /* between neighbouring heads */

/* The id with which a heading begins ("EML-1 Official address"), or NULL. */
static const char *heading_code(const struct figure *figure, size_t column)
{
    const struct column *from = &figure->table->columns[figure->value_columns[column]];
    size_t length = strlen(from->id);
    return text_starts(from->heading, from->id) && from->heading[length] == ' ' ? from->id : NULL;
}

static const char *head_text(const struct canvas *canvas, const struct matrix *matrix,
                             size_t column)
{
    const struct figure *figure = canvas->plot->figure;

    switch (matrix->heads) {
    case HEADS_FULL:
        break;
    case HEADS_CODES:
        return heading_code(figure, column);
    case HEADS_NUMBERS:
        return arena_printf(canvas->plot->display->arena, "%zu", column + 1);
    }
    return series_name(figure, column);
}

static struct label head_label(const struct canvas *canvas, const struct matrix *matrix,
                               const char *text, double width)
{
    return (struct label){.text = text,
                          .font = matrix->head_font,
                          .colour = canvas->plot->theme->ink,
                          .align = ALIGN_CENTRE,
                          .width = width - PADDING,
                          .most = MOST_LINES};
}

/* Whether every word of a text fits a width: else it would be broken inside. */
static bool words_fit(const struct canvas *canvas, const char *text, struct font font, double width)
{
    while (*text) {
        size_t length = strcspn(text, " -");
        length += text[length] == '-';
        const char *word = arena_bytes(canvas->plot->display->arena, text, length);
        if (measure_width(canvas->plot->measure, word, font) > width)
            return false;
        text += length + (text[length] == ' ');
    }
    return true;
}

static bool head_fits(const struct canvas *canvas, const struct matrix *matrix, size_t column)
{
    const char *text = head_text(canvas, matrix, column);
    if (!text)
        return false;
    double width = matrix->cell - PADDING;
    return words_fit(canvas, text, matrix->head_font, width) &&
           measure_lines(canvas->plot->measure, text, matrix->head_font, width).count <= MOST_LINES;
}

static bool heads_fit(const struct canvas *canvas, const struct matrix *matrix)
{
    for (size_t column = 0; column < matrix->columns; column++)
        if (!head_fits(canvas, matrix, column))
            return false;
    return true;
}

void heads_choose(const struct canvas *canvas, struct matrix *matrix)
{
    static const enum matrix_heads order[] = {HEADS_FULL, HEADS_CODES};
    const struct font fonts[] = {matrix->head_font, FONT_CELL};

    for (size_t i = 0; i < ARRAY_LENGTH(order); i++) {
        for (size_t f = 0; f < ARRAY_LENGTH(fonts); f++) {
            matrix->heads = order[i];
            matrix->head_font = fonts[f];
            if (heads_fit(canvas, matrix))
                return;
        }
    }
    matrix->heads = HEADS_NUMBERS;
}

double heads_height(const struct canvas *canvas, const struct matrix *matrix)
{
    double height = 0;

    for (size_t column = 0; column < matrix->columns; column++) {
        struct label label =
            head_label(canvas, matrix, head_text(canvas, matrix, column), matrix->cell);
        height = fmax(height, label_size(canvas, &label).height);
    }
    return height + HEAD_GAP;
}

void heads_place(struct canvas *canvas, const struct matrix *matrix, const char *text,
                 struct rect column)
{
    struct label label = head_label(canvas, matrix, text, column.width);
    double height = label_size(canvas, &label).height;

    label_place(canvas, &label,
                (struct point){column.x + column.width / 2, matrix->top - HEAD_GAP - height / 2});
}

void heads_draw(struct canvas *canvas, const struct matrix *matrix)
{
    for (size_t column = 0; column < matrix->columns; column++)
        heads_place(
            canvas, matrix, head_text(canvas, matrix, column),
            (struct rect){matrix->left + (double)column * matrix->cell, 0, matrix->cell, 0});
}

/* "and 3 more columns, in the table" */
static const char *left_out_text(struct arena *arena, size_t count)
{
    struct text text = {0};
    const char *number = arena_printf(arena, "%zu", count);
    phrase_say(&text, PHRASE_CHART_MORE_COLUMNS, "count", number, NULL);
    const char *copy = arena_text(arena, text_string(&text));
    text_finish(&text);
    return copy;
}

struct swatches matrix_names(const struct canvas *canvas, const struct matrix *matrix)
{
    const struct figure *figure = canvas->plot->figure;
    struct arena *arena = canvas->plot->display->arena;
    struct swatches names = swatches_new(arena);
    double width = canvas->plot->area.width;

    names.slot = width / fmax(floor(width / NAME_SLOT), 1);
    for (size_t i = 0; matrix->heads != HEADS_FULL && i < matrix->columns; i++) {
        const char *name = series_name(figure, i);
        if (matrix->heads == HEADS_NUMBERS)
            name = arena_printf(arena, "%zu %s", i + 1, name);
        swatches_add(&names, (struct swatch){.text = name});
    }
    size_t left_out = figure->value_count - matrix->columns;
    if (left_out > 0)
        swatches_add(&names, (struct swatch){.text = left_out_text(arena, left_out)});
    return names;
}
