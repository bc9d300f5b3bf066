/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/axis.h"
#include "chart/lane.h"
#include "chart/series.h"
#include "chart/sketch.h"
#include "chart/swatch.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define KEY_BELOW 2.0
#define HEADING 13.0
#define FILLED 0.72
#define MOST_THICK 16.0
#define LABEL_ROOM 6.0 /* a segment's share is printed where so much stays free beside it */
#define FEWEST 10      /* answers for shares */
#define CATEGORIES 5

static const struct lane_style STYLE = {.pitch = 20, .least = 13, .names = 0.35};

/* The answers of a row; none where a count is not known. */
struct answers {
    int64_t counts[CATEGORIES];
    int64_t total;
    bool known;
    const char *instead; /* of what is not known: "[c]" */
};

static struct answers read_answers(const struct figure *figure, size_t row, struct arena *arena)
{
    struct answers answers = {.known = true};
    for (size_t i = 0; i < figure->value_count; i++) {
        const struct cell *cell = table_cell(figure->table, row, figure->value_columns[i]);
        if (cell->kind != CELL_COUNT || cell->number < 0) {
            answers.known = false;
            answers.instead = series_print(figure, row, i, arena);
            return answers;
        }
        answers.counts[i] = cell->number;
        answers.total += cell->number;
    }
    return answers;
}

static bool is_drawn(const struct answers *answers)
{
    return answers->known && answers->total >= FEWEST;
}

/* The answers left of the middle, half of a middle category with them, in halves. */
static int64_t left_halves(const struct answers *answers, size_t categories)
{
    int64_t halves = 0;
    for (size_t i = 0; i < categories / 2; i++)
        halves += 2 * answers->counts[i];
    return categories % 2 ? halves + answers->counts[categories / 2] : halves;
}

static struct colour category_colour(const struct theme *theme, size_t category, size_t categories)
{
    static const size_t steps[CATEGORIES + 1][CATEGORIES] = {
        [2] = {0, 4}, [3] = {0, 2, 4}, [4] = {0, 1, 3, 4}, [5] = {0, 1, 2, 3, 4}};
    return theme->diverging[steps[categories][category]];
}

static struct swatches make_key(const struct canvas *canvas, struct arena *arena)
{
    const struct plot *plot = canvas->plot;
    struct swatches key = swatches_new(arena);
    size_t categories = plot->figure->value_count;

    for (size_t i = 0; i < categories; i++)
        swatches_add(&key, (struct swatch){.kind = SWATCH_FILL,
                                           .fill = category_colour(plot->theme, i, categories),
                                           .text = series_name(plot->figure, i)});
    return key;
}

static struct lane_style style_below(double key)
{
    struct lane_style style = STYLE;
    style.head = key + KEY_BELOW + HEADING;
    return style;
}

static double height(const struct figure *figure, double width)
{
    struct sketch sketch;
    sketch_open(&sketch, figure, width);
    struct swatches key = make_key(&sketch.canvas, sketch.arena);
    struct lane_style style = style_below(swatches_height(&sketch.canvas, &key, width));
    double points = lanes_height(figure, width, &style);
    sketch_close(&sketch);
    return points;
}

static const char *print_cell(struct cell cell, enum column_unit unit, struct arena *arena)
{
    struct column column = {.unit = unit};
    struct text text = {0};
    cell_print(&cell, &column, &text);
    const char *copy = arena_text(arena, text_string(&text));
    text_finish(&text);
    return copy;
}

/* "+23": those right of the middle less those left of it, in percentage points. */
static const char *net_text(const struct answers *answers, size_t categories, struct arena *arena)
{
    int64_t net = 0;
    for (size_t i = 0; i < categories / 2; i++)
        net += answers->counts[categories - 1 - i] - answers->counts[i];
    return is_drawn(answers) ? print_cell(cell_ratio(100 * net, answers->total), UNIT_POINTS, arena)
                             : "";
}

struct chart {
    struct lanes lanes;
    struct answers *answers; /* of each lane */
    double middle;           /* x between the two sides */
    double scale;            /* points for all answers of a row */
};

static void add_columns(const struct canvas *canvas, struct chart *chart)
{
    const struct figure *figure = canvas->plot->figure;
    struct arena *arena = canvas->plot->display->arena;
    struct lane_column *net = lanes_add(canvas, &chart->lanes, phrase(PHRASE_CHART_NET));
    struct lane_column *count = lanes_add(canvas, &chart->lanes, phrase(PHRASE_CHART_COUNT_HEAD));

    for (size_t lane = 0; lane < chart->lanes.count; lane++) {
        const struct answers *answers = &chart->answers[lane];
        net->texts[lane] = net_text(answers, figure->value_count, arena);
        count->texts[lane] = answers->known
                                 ? print_cell(cell_count(answers->total), UNIT_COUNT, arena)
                                 : answers->instead;
        count->faint[lane] = true;
    }
}

/* The longest left and the longest right side share the width. */
static void fit_sides(const struct figure *figure, struct chart *chart)
{
    double left = 0;
    double right = 0;
    for (size_t lane = 0; lane < chart->lanes.count; lane++) {
        const struct answers *answers = &chart->answers[lane];
        if (!is_drawn(answers))
            continue;
        double share =
            (double)left_halves(answers, figure->value_count) / (2 * (double)answers->total);
        left = fmax(left, share);
        right = fmax(right, 1 - share);
    }
    chart->scale = (chart->lanes.right - chart->lanes.left) / fmax(left + right, 1);
    chart->middle = chart->lanes.left + left * chart->scale;
}

static struct chart make_chart(const struct canvas *canvas, double key)
{
    const struct plot *plot = canvas->plot;
    struct lane_style style = style_below(key);
    struct chart chart = {.lanes = lanes_make(canvas, &style)};

    chart.answers = arena_array(plot->display->arena, chart.lanes.count, sizeof *chart.answers);
    for (size_t lane = 0; lane < chart.lanes.count; lane++)
        chart.answers[lane] =
            read_answers(plot->figure, chart.lanes.rows[lane], plot->display->arena);
    add_columns(canvas, &chart);
    lanes_fit(canvas, &chart.lanes);
    fit_sides(plot->figure, &chart);
    return chart;
}

static void label_segment(struct canvas *canvas, const char *share, struct colour fill,
                          struct rect box)
{
    const struct theme *theme = canvas->plot->theme;
    bool white = colour_contrast(theme->white, fill) >= colour_contrast(theme->ink, fill);
    struct label label = {.text = share,
                          .font = FONT_TICK,
                          .colour = white ? theme->white : theme->ink,
                          .align = ALIGN_CENTRE};
    if (label_size(canvas, &label).width + LABEL_ROOM <= box.width)
        label_place(canvas, &label, (struct point){box.x + box.width / 2, box.y + box.height / 2});
}

/* Outlined, as the pale ones would be lost on white. */
static void draw_segment(const struct plot *plot, struct colour fill, struct rect box)
{
    struct paint paint = {.fill = true,
                          .fill_colour = fill,
                          .stroke = true,
                          .stroke_colour = plot->theme->secondary,
                          .width = 0.5};
    if (box.width > 0.5)
        display_rect(plot->display, rect_inset(box, 0.25), &paint);
}

static void draw_answers(struct canvas *canvas, const struct chart *chart, size_t lane)
{
    const struct plot *plot = canvas->plot;
    const struct answers *answers = &chart->answers[lane];
    size_t categories = plot->figure->value_count;
    double thick = fmin(chart->lanes.pitch * FILLED, MOST_THICK);
    double points = chart->scale / (double)answers->total; /* for one answer */
    double x = chart->middle - (double)left_halves(answers, categories) / 2 * points;

    for (size_t i = 0; i < categories; i++) {
        struct rect box = {x, lane_middle(&chart->lanes, lane) - thick / 2,
                           (double)answers->counts[i] * points, thick};
        struct colour fill = category_colour(plot->theme, i, categories);
        draw_segment(plot, fill, box);
        label_segment(canvas,
                      print_cell(cell_rate(answers->counts[i], answers->total), UNIT_PERCENT,
                                 plot->display->arena),
                      fill, box);
        x += box.width;
    }
}

static void draw_instead(struct canvas *canvas, const struct chart *chart, size_t lane)
{
    const struct plot *plot = canvas->plot;
    const struct answers *answers = &chart->answers[lane];
    struct label label = {.text = answers->known ? phrase(PHRASE_CHART_TOO_FEW) : answers->instead,
                          .font = FONT_TICK,
                          .colour = plot->theme->secondary,
                          .align = ALIGN_LEFT,
                          .width = chart->lanes.right - chart->lanes.left};
    label_place(canvas, &label,
                (struct point){chart->lanes.left, lane_middle(&chart->lanes, lane)});
}

static void draw_middle(struct canvas *canvas, const struct chart *chart)
{
    const struct plot *plot = canvas->plot;
    struct paint paint = {.stroke = true, .stroke_colour = plot->theme->ink, .width = 0.8};
    double x = axis_snap(chart->middle);
    canvas_line(canvas, (struct point){x, chart->lanes.top},
                (struct point){x, lanes_bottom(&chart->lanes)}, &paint);
}

static void draw(const struct plot *plot)
{
    struct canvas canvas = canvas_new(plot);
    struct swatches key = make_key(&canvas, plot->display->arena);
    struct chart chart = make_chart(&canvas, swatches_height(&canvas, &key, plot->area.width));

    swatches_draw(&canvas, &key, plot->area);
    lanes_draw(&canvas, &chart.lanes);
    for (size_t lane = 0; lane < chart.lanes.count; lane++)
        if (!is_drawn(&chart.answers[lane]))
            draw_instead(&canvas, &chart, lane);
    draw_middle(&canvas, &chart);
    for (size_t lane = 0; lane < chart.lanes.count; lane++)
        if (is_drawn(&chart.answers[lane]))
            draw_answers(&canvas, &chart, lane);
    canvas_finish(&canvas);
}

static bool own_note(const struct figure *figure, struct text *ret_note)
{
    (void)figure;
    text_append(ret_note, phrase(PHRASE_CHART_NET_NOTE));
    return true;
}

const struct figure_drawer DIVERGING_DRAWER = {
    .height = height, .draw = draw, .own_note = own_note};
