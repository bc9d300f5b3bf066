/* SPDX-License-Identifier: MIT */
#include "chart/lane.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/ends.h"
#include "chart/figure.h"
#include "chart/series.h"
#include "draw/display.h"
#include "draw/style.h"

#include <assert.h>
#include <math.h>
#include <strings.h>

#define GAP 8.0           /* between names, marks and columns */
#define PITCH_TWO 22.5    /* of names of two lines */
#define MOST_HEIGHT 600.0 /* a page with its headings */
#define CHARACTER 4.6     /* a character's width at the names' size, rather too wide */
#define LEAST_MARKS 0.2   /* of the width must stay for the marks */
#define LEAST_NAMES 0.22
#define SLACK 0.1 /* so that a name wraps as it did when it was measured */

static bool has_long_names(const struct figure *figure, double width)
{
    for (size_t row = 0; row < series_rows(figure); row++) {
        const struct cell *cell = table_cell(figure->table, row, figure->label_column);
        if (cell->kind == CELL_TEXT && (double)text_length(cell->text) * CHARACTER > width)
            return true;
    }
    return false;
}

static double natural_pitch(const struct figure *figure, double width,
                            const struct lane_style *style)
{
    bool two = has_long_names(figure, style->names * width);
    return two ? fmax(PITCH_TWO, style->pitch) : style->pitch;
}

double lanes_height(const struct figure *figure, double width, const struct lane_style *style)
{
    double rows = (double)series_rows(figure) * natural_pitch(figure, width, style);
    return fmin(style->head + rows + style->foot, MOST_HEIGHT);
}

bool lanes_is_other(const struct figure *figure, size_t row)
{
    const struct cell *cell = table_cell(figure->table, row, figure->label_column);
    return cell->kind == CELL_TEXT && cell->text &&
           (strcasecmp(cell->text, phrase(PHRASE_CATEGORY_OTHER)) == 0 ||
            strcasecmp(cell->text, phrase_english(PHRASE_CATEGORY_OTHER)) == 0);
}

static size_t *order_rows(const struct figure *figure, struct arena *arena)
{
    size_t count = series_rows(figure);
    size_t *rows = arena_array(arena, count, sizeof *rows);
    size_t next = 0;
    for (int others = 0; others < 2; others++)
        for (size_t row = 0; row < count; row++)
            if (lanes_is_other(figure, row) == (others == 1))
                rows[next++] = row;
    return rows;
}

/* As many rows as fit one below the other; the last place then says how many more there are. */
static void fit_rows(const struct plot *plot, struct lanes *lanes)
{
    size_t all = series_rows(plot->figure);
    double room = plot->area.height - lanes->style.head - lanes->style.foot;
    double natural = natural_pitch(plot->figure, plot->area.width, &lanes->style);

    lanes->count = all;
    if ((double)all * lanes->style.least > room)
        lanes->count = (size_t)fmax(floor(room / lanes->style.least) - 1, 1);
    lanes->left_out = all - lanes->count;
    size_t places = lanes->count + (lanes->left_out > 0 ? 1 : 0);
    lanes->pitch = fmin(fmax(room, 1) / (double)places, natural * 1.25);
}

struct lanes lanes_make(const struct canvas *canvas, const struct lane_style *style)
{
    const struct plot *plot = canvas->plot;
    struct lanes lanes = {.style = *style,
                          .rows = order_rows(plot->figure, plot->display->arena),
                          .top = plot->area.y + style->head};
    fit_rows(plot, &lanes);
    return lanes;
}

struct lane_column *lanes_add(const struct canvas *canvas, struct lanes *lanes, const char *heading)
{
    assert(lanes->column_count < LANE_COLUMNS);
    struct arena *arena = canvas->plot->display->arena;
    struct lane_column *column = &lanes->columns[lanes->column_count++];
    *column = (struct lane_column){.heading = heading,
                                   .texts = arena_array(arena, lanes->count, sizeof(char *)),
                                   .faint = arena_array(arena, lanes->count, sizeof(bool))};
    return column;
}

void lanes_add_count(const struct canvas *canvas, struct lanes *lanes)
{
    const struct plot *plot = canvas->plot;
    if (plot->figure->count_column == FIGURE_NO_COLUMN)
        return;
    struct lane_column *column = lanes_add(canvas, lanes, phrase(PHRASE_CHART_COUNT_HEAD));
    for (size_t lane = 0; lane < lanes->count; lane++) {
        column->texts[lane] = series_count(plot->figure, lanes->rows[lane], plot->display->arena);
        column->faint[lane] = true;
    }
}

double lane_middle(const struct lanes *lanes, size_t lane)
{
    return lanes->top + ((double)lane + 0.5) * lanes->pitch;
}

double lanes_bottom(const struct lanes *lanes)
{
    return lanes->top + (double)lanes->count * lanes->pitch;
}

static struct label name_label(const struct plot *plot, const struct lanes *lanes, size_t lane,
                               double width)
{
    const char *text = series_label(plot->figure, lanes->rows[lane], plot->display->arena);
    bool subject = series_is_subject(plot->figure, text);
    return (struct label){.text = text,
                          .font = subject ? FONT_LABEL : FONT_TICK,
                          .colour = subject ? plot->theme->brand : plot->theme->ink,
                          .align = ALIGN_LEFT,
                          .width = width,
                          .most = lanes->pitch >= 2 * FONT_TICK.leading + 2 ? 2 : 1};
}

static double names_width(const struct canvas *canvas, const struct lanes *lanes, double most)
{
    double width = 0;
    for (size_t lane = 0; lane < lanes->count; lane++) {
        struct label label = name_label(canvas->plot, lanes, lane, most);
        width = fmax(width, label_size(canvas, &label).width);
    }
    return width;
}

static struct label column_label(const struct plot *plot, const struct lane_column *column,
                                 size_t lane)
{
    return (struct label){.text = column->texts[lane],
                          .font = FONT_TICK,
                          .colour = column->faint[lane] ? plot->theme->secondary : plot->theme->ink,
                          .align = ALIGN_RIGHT};
}

static struct label heading_label(const struct plot *plot, const struct lane_column *column)
{
    return (struct label){.text = column->heading,
                          .font = FONT_TICK,
                          .colour = plot->theme->secondary,
                          .align = ALIGN_RIGHT};
}

static double column_width(const struct canvas *canvas, const struct lanes *lanes,
                           const struct lane_column *column)
{
    double width = 0;
    if (column->heading) {
        struct label heading = heading_label(canvas->plot, column);
        width = label_size(canvas, &heading).width;
    }
    for (size_t lane = 0; lane < lanes->count; lane++) {
        struct label label = column_label(canvas->plot, column, lane);
        width = fmax(width, label_size(canvas, &label).width);
    }
    return width;
}

/* From the right edge inwards; returns where the marks must end. */
static double place_columns(const struct canvas *canvas, struct lanes *lanes)
{
    struct rect area = canvas->plot->area;
    double right = area.x + area.width;
    for (size_t i = lanes->column_count; i-- > 0;) {
        lanes->columns[i].right = right;
        right -= column_width(canvas, lanes, &lanes->columns[i]) + GAP;
    }
    return right;
}

void lanes_fit(const struct canvas *canvas, struct lanes *lanes)
{
    struct rect area = canvas->plot->area;
    double least = LEAST_MARKS * area.width;

    lanes->right = place_columns(canvas, lanes);
    while (lanes->column_count > 0 && lanes->right - area.x < LEAST_NAMES * area.width + least) {
        lanes->column_count--;
        lanes->right = place_columns(canvas, lanes);
    }
    double most = fmin(lanes->style.names * area.width, lanes->right - area.x - GAP - least);
    lanes->left = area.x + names_width(canvas, lanes, fmax(most, 1)) + GAP;
    lanes->right = fmax(lanes->right, lanes->left + 1);
}

static void draw_heading(struct canvas *canvas, const struct lanes *lanes,
                         const struct lane_column *column)
{
    if (!column->heading)
        return;
    struct label label = heading_label(canvas->plot, column);
    double y = lanes->top - label_size(canvas, &label).height / 2 - 1;
    label_place(canvas, &label, (struct point){column->right, y});
}

static void draw_column(struct canvas *canvas, const struct lanes *lanes,
                        const struct lane_column *column)
{
    draw_heading(canvas, lanes, column);
    for (size_t lane = 0; lane < lanes->count; lane++) {
        struct label label = column_label(canvas->plot, column, lane);
        if (label.text[0])
            label_place(canvas, &label, (struct point){column->right, lane_middle(lanes, lane)});
    }
}

static void draw_left_out(struct canvas *canvas, const struct lanes *lanes)
{
    const struct plot *plot = canvas->plot;
    struct arena *arena = plot->display->arena;

    if (lanes->left_out == 0)
        return;
    struct label label = {.text =
                              phrase_filled(arena, PHRASE_CHART_MORE, "count",
                                            phrase_number(arena, (int64_t)lanes->left_out), NULL),
                          .font = FONT_TICK,
                          .colour = plot->theme->secondary,
                          .align = ALIGN_LEFT};
    double y = lanes_bottom(lanes) + lanes->style.foot + lanes->pitch / 2;
    label_place(canvas, &label, (struct point){plot->area.x, y});
}

void lanes_draw(struct canvas *canvas, const struct lanes *lanes)
{
    double most = lanes->left - GAP - canvas->plot->area.x + SLACK;
    for (size_t lane = 0; lane < lanes->count; lane++) {
        struct label label = name_label(canvas->plot, lanes, lane, fmax(most, 1));
        label_place(canvas, &label, (struct point){canvas->plot->area.x, lane_middle(lanes, lane)});
    }
    for (size_t i = 0; i < lanes->column_count; i++)
        draw_column(canvas, lanes, &lanes->columns[i]);
    draw_left_out(canvas, lanes);
}

void lanes_target(struct canvas *canvas, const struct lanes *lanes, double x, double y)
{
    const struct plot *plot = canvas->plot;
    struct label label = {.text = ends_target_text(canvas),
                          .font = FONT_LABEL,
                          .colour = plot->theme->secondary,
                          .align = ALIGN_CENTRE,
                          .width = plot->area.width};
    double most = lanes->right - label_size(canvas, &label).width / 2;

    if (lanes->column_count == 0)
        most = x; /* the area's edge alone limits the name */
    label_place(canvas, &label, (struct point){fmin(x, most), y});
    ends_target_stroke(canvas, (struct point){x, lanes->top},
                       (struct point){x, lanes_bottom(lanes)});
}
