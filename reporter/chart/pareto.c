/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/axis.h"
#include "chart/lane.h"
#include "chart/series.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define MOST_THICK 14.0
#define FILLED 0.65
#define VALUE_GAP 4.0
#define MOST_OF_ALL 80 /* per cent: the bracket takes in the rows that make up so much */
#define BRACKET 5.0    /* its arms */
#define BRACKET_GAP 5.0
#define BRACKET_WORDS 44.0 /* the width of its text */
#define BRACKET_LINES 3
#define BRACKET_ROOM (BRACKET_GAP + BRACKET + BRACKET_GAP + BRACKET_WORDS)

static const struct lane_style STYLE = {
    .head = 14, .foot = 0, .pitch = 16, .least = 11, .names = 0.4};

static double height(const struct figure *figure, double width)
{
    return lanes_height(figure, width, &STYLE);
}

/* What a row adds up to, and the rows before it; unknown where any count is. */
struct pareto {
    struct lanes lanes;
    int64_t total;
    int64_t *sums; /* of the first rows; NULL where the sums are not known */
    size_t most;   /* the first rows that make up MOST_OF_ALL; 0: no bracket */
};

static const struct cell *count_of(const struct figure *figure, size_t row)
{
    return table_cell(figure->table, row, figure->value_columns[0]);
}

/* All rows of the table, whether drawn or not; false where one of them is no count. */
static bool add_up(const struct figure *figure, int64_t *ret_total)
{
    size_t rows = figure->table->row_count;
    int64_t total = 0;

    if (figure->table->total_last && rows > 0)
        rows--;
    for (size_t row = 0; row < rows; row++) {
        const struct cell *cell = count_of(figure, row);
        if (cell->kind != CELL_COUNT || cell->number < 0)
            return false;
        total += cell->number;
    }
    *ret_total = total;
    return total > 0;
}

static double size_of(const struct figure *figure, size_t row)
{
    double value = series_value(figure, row, 0);
    return isfinite(value) ? value : -INFINITY;
}

/* The largest first; equal ones in the table's order, and the last row stays last where it is the
 * rest ("Other"), which the lanes have put there. */
static void sort_rows(const struct figure *figure, struct lanes *lanes, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        size_t row = lanes->rows[i];
        size_t at = i;
        for (; at > 0 && size_of(figure, lanes->rows[at - 1]) < size_of(figure, row); at--)
            lanes->rows[at] = lanes->rows[at - 1];
        lanes->rows[at] = row;
    }
}

static void sum_rows(const struct canvas *canvas, struct pareto *pareto)
{
    const struct figure *figure = canvas->plot->figure;
    int64_t sum = 0;

    if (!add_up(figure, &pareto->total))
        return;
    pareto->sums = arena_array(canvas->plot->display->arena, pareto->lanes.count, sizeof(int64_t));
    for (size_t lane = 0; lane < pareto->lanes.count; lane++) {
        sum += count_of(figure, pareto->lanes.rows[lane])->number;
        pareto->sums[lane] = sum;
        if (pareto->most == 0 && 100 * sum >= MOST_OF_ALL * pareto->total)
            pareto->most = lane + 1;
    }
}

static const char *share_text(const struct plot *plot, int64_t part, int64_t total)
{
    struct cell cell = cell_rate(part, total);
    struct column column = {.unit = UNIT_PERCENT};
    struct text text = {0};
    cell_print(&cell, &column, &text);
    const char *copy = arena_text(plot->display->arena, text_string(&text));
    text_finish(&text);
    return copy;
}

static void add_shares(const struct canvas *canvas, struct pareto *pareto)
{
    if (!pareto->sums)
        return;
    struct lane_column *column = lanes_add(canvas, &pareto->lanes, phrase(PHRASE_CHART_CUMULATIVE));
    for (size_t lane = 0; lane < pareto->lanes.count; lane++)
        column->texts[lane] = share_text(canvas->plot, pareto->sums[lane], pareto->total);
}

static bool has_bracket(const struct pareto *pareto)
{
    return pareto->most > 0 && pareto->most < pareto->lanes.count;
}

static struct pareto make_pareto(const struct canvas *canvas)
{
    struct pareto pareto = {.lanes = lanes_make(canvas, &STYLE)};
    size_t all = pareto.lanes.count + pareto.lanes.left_out;
    bool other = all > 1 && lanes_is_other(canvas->plot->figure, pareto.lanes.rows[all - 1]);

    sort_rows(canvas->plot->figure, &pareto.lanes, other ? all - 1 : all);
    sum_rows(canvas, &pareto);
    add_shares(canvas, &pareto);
    return pareto;
}

static struct label value_label(const struct plot *plot, size_t row)
{
    bool known = isfinite(series_value(plot->figure, row, 0));
    return (struct label){.text = series_print(plot->figure, row, 0, plot->display->arena),
                          .font = FONT_TICK,
                          .colour = known ? plot->theme->ink : plot->theme->secondary,
                          .align = ALIGN_LEFT};
}

static double value_room(const struct canvas *canvas, const struct lanes *lanes)
{
    double width = 0;
    for (size_t lane = 0; lane < lanes->count; lane++) {
        struct label label = value_label(canvas->plot, lanes->rows[lane]);
        width = fmax(width, label_size(canvas, &label).width);
    }
    return width + VALUE_GAP;
}

static void draw_bars(struct canvas *canvas, const struct lanes *lanes)
{
    const struct plot *plot = canvas->plot;
    struct paint paint = {.fill = true, .fill_colour = plot->theme->brand};
    double most = fmax(0, size_of(plot->figure, lanes->rows[0]));
    double room = fmax(lanes->right - lanes->left - value_room(canvas, lanes), 1);
    double thick = fmin(lanes->pitch * FILLED, MOST_THICK);

    for (size_t lane = 0; lane < lanes->count; lane++)
        most = fmax(most, size_of(plot->figure, lanes->rows[lane]));
    for (size_t lane = 0; lane < lanes->count; lane++) {
        double value = fmax(0, size_of(plot->figure, lanes->rows[lane]));
        double length = most > 0 ? value / most * room : 0;
        double y = lane_middle(lanes, lane);
        struct label label = value_label(plot, lanes->rows[lane]);
        if (length > 0)
            display_rect(plot->display, (struct rect){lanes->left, y - thick / 2, length, thick},
                         &paint);
        label_place(canvas, &label, (struct point){lanes->left + length + VALUE_GAP, y});
    }
}

static void draw_zero(const struct plot *plot, const struct lanes *lanes)
{
    struct paint paint = {.stroke = true, .stroke_colour = plot->theme->ink, .width = 0.8};
    double x = axis_snap(lanes->left);
    display_line(plot->display, (struct point){x, lanes->top},
                 (struct point){x, lanes_bottom(lanes)}, &paint);
}

static const char *bracket_text(const struct plot *plot, const struct pareto *pareto)
{
    struct text text = {0};
    struct arena *arena = plot->display->arena;
    phrase_say(&text, PHRASE_CHART_FIRST_OF_ALL, "count", arena_printf(arena, "%zu", pareto->most),
               "share", share_text(plot, pareto->sums[pareto->most - 1], pareto->total), NULL);
    const char *copy = arena_text(arena, text_string(&text));
    text_finish(&text);
    return copy;
}

/* Around the first rows, which make up most of all. */
static void draw_bracket(struct canvas *canvas, const struct pareto *pareto)
{
    const struct plot *plot = canvas->plot;
    const struct lanes *lanes = &pareto->lanes;
    double inner = plot->area.x + plot->area.width - BRACKET_ROOM + BRACKET_GAP;
    double top = lanes->top + 2;
    double bottom = lanes->top + (double)pareto->most * lanes->pitch - 2;
    struct path_point points[] = {
        {.step = PATH_MOVE, .to = {inner, top}},
        {.step = PATH_LINE, .to = {inner + BRACKET, top}},
        {.step = PATH_LINE, .to = {inner + BRACKET, bottom}},
        {.step = PATH_LINE, .to = {inner, bottom}},
    };
    struct paint paint = {.stroke = true, .stroke_colour = plot->theme->ink, .width = 0.8};
    struct label label = {.text = bracket_text(plot, pareto),
                          .font = FONT_LABEL,
                          .colour = plot->theme->ink,
                          .align = ALIGN_LEFT,
                          .width = BRACKET_WORDS,
                          .most = BRACKET_LINES};
    double middle = fmax((top + bottom) / 2, lanes->top + label_size(canvas, &label).height / 2);

    if (label_place(canvas, &label, (struct point){inner + BRACKET + BRACKET_GAP, middle}))
        display_path(plot->display, points, ARRAY_LENGTH(points), &paint);
}

/* Where there is a bracket the lanes end before it. */
static void draw(const struct plot *plot)
{
    struct canvas canvas = canvas_new(plot);
    struct pareto pareto = make_pareto(&canvas);
    struct plot inner = *plot;

    if (has_bracket(&pareto))
        inner.area.width -= BRACKET_ROOM;
    canvas.plot = &inner;
    lanes_fit(&canvas, &pareto.lanes);
    lanes_draw(&canvas, &pareto.lanes);
    draw_bars(&canvas, &pareto.lanes);
    draw_zero(plot, &pareto.lanes);
    canvas.plot = plot;
    if (has_bracket(&pareto))
        draw_bracket(&canvas, &pareto);
    canvas_finish(&canvas);
}

static bool own_note(const struct figure *figure, struct text *ret_note)
{
    int64_t total;
    if (add_up(figure, &total))
        return false;
    text_append(ret_note, phrase(PHRASE_CHART_NO_CUMULATIVE));
    return true;
}

const struct figure_drawer PARETO_DRAWER = {.height = height, .draw = draw, .own_note = own_note};
