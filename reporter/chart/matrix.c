/* SPDX-License-Identifier: MIT */
#include "chart/matrix.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/figure.h"
#include "chart/matrix_heads.h"
#include "chart/series.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define NAME_SHARE 0.34 /* most of the width that names may take */
#define NAME_MOST 170.0
#define NAME_GAP 6.0
#define GROUP_HEIGHT 15.0
#define MORE_HEIGHT 12.0
#define GAP 1.0        /* white between neighbouring cells */
#define TWO_LINES 22.0 /* the pitch that names of two lines need */

static double name_width(const struct plot *plot)
{
    return fmin(NAME_SHARE * plot->area.width, NAME_MOST);
}

static bool is_subject(const struct figure *figure, const char *name)
{
    return figure->subject && text_equal(figure->subject, name);
}

static struct label name_label(const struct canvas *canvas, size_t row)
{
    const struct plot *plot = canvas->plot;
    const char *name = series_label(plot->figure, row, plot->display->arena);
    return (struct label){.text = name,
                          .font = is_subject(plot->figure, name) ? FONT_LABEL : FONT_TICK,
                          .colour = plot->theme->ink,
                          .align = ALIGN_LEFT,
                          .width = name_width(plot),
                          .most = 2};
}

/* The names' width, and whether some take two lines. */
static double measure_names(const struct canvas *canvas, bool *ret_wraps)
{
    double width = 0;

    *ret_wraps = false;
    for (size_t row = 0; row < series_rows(canvas->plot->figure); row++) {
        struct label label = name_label(canvas, row);
        width = fmax(width, label_size(canvas, &label).width);
        *ret_wraps = *ret_wraps || label_lines(canvas, &label).count > 1;
    }
    return width;
}

void matrix_columns(const struct canvas *canvas, const struct matrix_form *form,
                    struct matrix *ret_matrix)
{
    struct rect area = canvas->plot->area;
    size_t count = canvas->plot->figure->value_count;
    struct matrix matrix = {.has_right = form->right > 0, .head_font = form->head_font};

    matrix.left = area.x + measure_names(canvas, &matrix.wraps) + NAME_GAP;
    double room = area.x + area.width - matrix.left - form->right;
    if (room < form->cell_least) {
        matrix.has_right = false;
        room = fmax(area.x + area.width - matrix.left, 1);
    }
    matrix.columns = count;
    if ((double)count * form->cell_least > room)
        matrix.columns = (size_t)fmax(floor(room / form->cell_least), 1);
    matrix.cell = fmin(room / (double)matrix.columns, form->cell_most);
    heads_choose(canvas, &matrix);
    matrix.top = area.y + heads_height(canvas, &matrix);
    *ret_matrix = matrix;
}

static const char *group_text(const struct canvas *canvas, size_t row)
{
    const struct figure *figure = canvas->plot->figure;
    const char *text = series_text(figure, row, figure->group_column, canvas->plot->display->arena);
    return text[0] ? text : phrase(PHRASE_CHART_NO_GROUP);
}

static void add_line(struct matrix *matrix, const char *heading, size_t row)
{
    matrix->lines[matrix->line_count++] = (struct matrix_line){.heading = heading, .row = row};
    matrix->rows += heading == NULL;
}

/* The rows in groups: each group where its first row stands, its rows in the table's order. */
static void list_lines(const struct canvas *canvas, struct matrix *matrix)
{
    const struct figure *figure = canvas->plot->figure;
    struct arena *arena = canvas->plot->display->arena;
    size_t rows = series_rows(figure);
    const char **groups = arena_array(arena, rows, sizeof *groups);

    matrix->lines = arena_array(arena, 2 * rows + 1, sizeof *matrix->lines);
    for (size_t row = 0; row < rows; row++)
        groups[row] = figure->group_column == FIGURE_NO_COLUMN ? NULL : group_text(canvas, row);
    for (size_t row = 0; row < rows; row++) {
        if (!groups[row]) { /* listed already, or there are no groups */
            if (figure->group_column == FIGURE_NO_COLUMN)
                add_line(matrix, NULL, row);
            continue;
        }
        const char *group = groups[row];
        add_line(matrix, group, row);
        for (size_t other = row; other < rows; other++) {
            if (groups[other] && text_equal(groups[other], group)) {
                add_line(matrix, NULL, other);
                groups[other] = NULL;
            }
        }
    }
}

static double line_height(const struct matrix *matrix, size_t line)
{
    return matrix->lines[line].heading ? GROUP_HEIGHT : matrix->pitch;
}

/* Lines from the top down as far as they fit; a heading never stands last. */
static void cut_lines(struct matrix *matrix, double room)
{
    double y = 0;
    size_t count = 0;
    size_t all = matrix->rows;

    while (count < matrix->line_count && y + line_height(matrix, count) <= room + 0.01)
        y += line_height(matrix, count++);
    while (count > 0 && count < matrix->line_count && matrix->lines[count - 1].heading)
        count--;
    matrix->line_count = count;
    matrix->rows = 0;
    for (size_t line = 0; line < count; line++)
        matrix->rows += matrix->lines[line].heading == NULL;
    matrix->left_out = all - matrix->rows;
}

static double place_lines(struct matrix *matrix)
{
    double y = matrix->top;

    for (size_t line = 0; line < matrix->line_count; line++) {
        matrix->lines[line].y = y;
        matrix->lines[line].height = line_height(matrix, line);
        y += matrix->lines[line].height;
    }
    return y;
}

void matrix_rows(const struct canvas *canvas, const struct matrix_form *form, struct matrix *matrix,
                 double foot)
{
    struct rect area = canvas->plot->area;
    double room = area.y + area.height - matrix->top - foot;

    list_lines(canvas, matrix);
    double groups = (double)(matrix->line_count - matrix->rows) * GROUP_HEIGHT;
    double natural = matrix->wraps ? fmax(form->pitch, TWO_LINES) : form->pitch;
    double fitting = matrix->rows > 0 ? (room - groups) / (double)matrix->rows : natural;
    matrix->pitch = fmin(natural, fmax(fitting, form->pitch_least));
    if (fitting < form->pitch_least)
        cut_lines(matrix, room - MORE_HEIGHT);
    matrix->bottom = place_lines(matrix) + (matrix->left_out > 0 ? MORE_HEIGHT : 0);
}

static void draw_line(struct canvas *canvas, const struct matrix *matrix,
                      const struct matrix_line *line)
{
    struct label label = name_label(canvas, line->row);

    label.most = line->height >= TWO_LINES - 1 ? 2 : 1;
    if (line->heading) {
        label.text = line->heading;
        label.font = FONT_LABEL;
        label.width = matrix_right(matrix) - canvas->plot->area.x;
    }
    double middle = line->heading ? line->y + line->height - 6 : line->y + line->height / 2;
    label_place(canvas, &label, (struct point){canvas->plot->area.x, middle});
}

void matrix_draw(struct canvas *canvas, const struct matrix *matrix)
{
    heads_draw(canvas, matrix);
    for (size_t line = 0; line < matrix->line_count; line++)
        draw_line(canvas, matrix, &matrix->lines[line]);
    label_more(canvas, matrix->left_out,
               (struct point){canvas->plot->area.x, matrix->bottom - MORE_HEIGHT / 2});
}

struct rect matrix_cell(const struct matrix *matrix, size_t line, size_t column)
{
    return rect_inset((struct rect){matrix->left + (double)column * matrix->cell,
                                    matrix->lines[line].y, matrix->cell,
                                    matrix->lines[line].height},
                      GAP / 2);
}

double matrix_right(const struct matrix *matrix)
{
    return matrix->left + (double)matrix->columns * matrix->cell;
}
