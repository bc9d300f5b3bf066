/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include "base/arena.h"
#include "base/text.h"
#include "chart/ends.h"
#include "chart/key.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define LABEL_SHARE 0.45 /* most of the width that names may take */
#define LABEL_GAP 8.0
#define VALUE_GAP 4.0
#define TARGET_ROOM 14.0
#define PITCH_ONE 15.0 /* from row to row: names of one line */
#define PITCH_TWO 26.0 /* of two lines */
#define PITCH_LEAST 11.0
#define SERIES_PITCH 10.5 /* of the bars in a row */
#define MOST_THICK 14.0
#define FILLED 0.65
#define MOST_HEIGHT 600.0 /* a page with its headings */
#define CHARACTER 4.6     /* a character's width at the names' size, rather too wide */

static bool has_long_names(const struct figure *figure, double width)
{
    for (size_t row = 0; row < series_rows(figure); row++) {
        const struct cell *cell = table_cell(figure->table, row, figure->label_column);
        if (cell->kind == CELL_TEXT && (double)text_length(cell->text) * CHARACTER > width)
            return true;
    }
    return false;
}

/* The usual distance between rows. */
static double natural_pitch(const struct figure *figure, double width)
{
    double names = has_long_names(figure, LABEL_SHARE * width) ? PITCH_TWO : PITCH_ONE;
    double bars = (double)figure->value_count * SERIES_PITCH + 6;
    return figure->value_count > 1 ? fmax(names, bars) : names;
}

static double height(const struct figure *figure, double width)
{
    double head = key_height(figure) + (figure->has_target ? TARGET_ROOM : 0);
    double rows = (double)series_rows(figure) * natural_pitch(figure, width);
    return fmin(head + rows, MOST_HEIGHT);
}

struct rows {
    size_t count; /* drawn */
    size_t left_out;
    double top, pitch;
    double names; /* width of the column of names */
    struct scale scale;
    double from, to; /* x of the scale's ends */
};

static struct label name_label(const struct plot *plot, const struct rows *rows, size_t row)
{
    return (struct label){.text = series_label(plot->figure, row, plot->display->arena),
                          .font = FONT_TICK,
                          .colour = plot->theme->ink,
                          .align = ALIGN_LEFT,
                          .width = LABEL_SHARE * plot->area.width,
                          .most = rows->pitch >= 2 * FONT_TICK.leading + 2 ? 2 : 1};
}

static struct label value_label(const struct plot *plot, size_t row, size_t series)
{
    bool known = isfinite(series_value(plot->figure, row, series));
    return (struct label){.text = series_print(plot->figure, row, series, plot->display->arena),
                          .font = FONT_TICK,
                          .colour = known ? plot->theme->ink : plot->theme->secondary};
}

/* As many rows as fit one below the other; the last place then says how many more there are. */
static void fit_rows(const struct plot *plot, struct rows *rows)
{
    size_t all = series_rows(plot->figure);
    double room = plot->area.y + plot->area.height - rows->top;
    double least = fmax(PITCH_LEAST, (double)plot->figure->value_count * 4 + 3);

    rows->count = all;
    if ((double)all * least > room)
        rows->count = (size_t)fmax(floor(room / least) - 1, 1);
    rows->left_out = all - rows->count;
    size_t places = rows->count + (rows->left_out > 0 ? 1 : 0);
    rows->pitch = fmin(room / (double)places, natural_pitch(plot->figure, plot->area.width) * 1.25);
}

/* The widest value, of those printed on one side of zero. */
static double value_room(const struct canvas *canvas, const struct rows *rows, bool negative)
{
    const struct plot *plot = canvas->plot;
    double width = 0;

    for (size_t row = 0; row < rows->count; row++) {
        for (size_t series = 0; series < plot->figure->value_count; series++) {
            struct label label = value_label(plot, row, series);
            if ((series_value(plot->figure, row, series) < 0) == negative)
                width = fmax(width, label_size(canvas, &label).width);
        }
    }
    return width > 0 ? width + VALUE_GAP : 0;
}

static struct scale bar_scale(const struct figure *figure)
{
    struct domain domain = {.hi = 1};
    series_domain(figure, &domain);
    struct scale scale = scale_from_zero(domain, 4);
    if (domain.hi > 0)
        scale.hi = domain.hi; /* no axis is drawn: the longest bar takes all the room */
    if (domain.lo < 0)
        scale.lo = domain.lo;
    return scale;
}

static struct rows make_rows(const struct canvas *canvas, double head)
{
    const struct plot *plot = canvas->plot;
    struct rect area = plot->area;
    struct rows rows = {.top = area.y + head + (plot->figure->has_target ? TARGET_ROOM : 0),
                        .scale = bar_scale(plot->figure)};

    fit_rows(plot, &rows);
    for (size_t row = 0; row < rows.count; row++) {
        struct label label = name_label(plot, &rows, row);
        rows.names = fmax(rows.names, label_size(canvas, &label).width);
    }
    rows.from = area.x + rows.names + LABEL_GAP + value_room(canvas, &rows, true);
    rows.to = fmax(area.x + area.width - value_room(canvas, &rows, false), rows.from + 1);
    return rows;
}

static double bar_x(const struct rows *rows, double value)
{
    return scale_position(&rows->scale, value, rows->from, rows->to);
}

static double row_middle(const struct rows *rows, size_t row)
{
    return rows->top + ((double)row + 0.5) * rows->pitch;
}

static void draw_bar(struct canvas *canvas, const struct rows *rows, size_t row, size_t series)
{
    const struct plot *plot = canvas->plot;
    double count = (double)plot->figure->value_count;
    double thick = fmin(rows->pitch * FILLED / count, MOST_THICK);
    if (count > 1)
        thick = fmin((rows->pitch - 3) / count, SERIES_PITCH);
    double middle = row_middle(rows, row) + ((double)series + 0.5 - count / 2) * thick;
    double value = series_value(plot->figure, row, series);
    double zero = bar_x(rows, 0);
    double end = isfinite(value) ? bar_x(rows, value) : zero;
    struct paint paint = {.fill = true, .fill_colour = key_colour(plot, series)};
    struct label label = value_label(plot, row, series);

    if (end != zero)
        display_rect(plot->display,
                     (struct rect){fmin(zero, end), middle - thick / 2, fabs(end - zero),
                                   count > 1 ? thick - 1 : thick},
                     &paint);
    label.align = end < zero ? ALIGN_RIGHT : ALIGN_LEFT;
    label_place(canvas, &label,
                (struct point){end < zero ? end - VALUE_GAP : end + VALUE_GAP, middle});
}

static void draw_row(struct canvas *canvas, const struct rows *rows, size_t row)
{
    struct label label = name_label(canvas->plot, rows, row);
    label_place(canvas, &label, (struct point){canvas->plot->area.x, row_middle(rows, row)});
    for (size_t series = 0; series < canvas->plot->figure->value_count; series++)
        draw_bar(canvas, rows, row, series);
}

static void draw_left_out(struct canvas *canvas, const struct rows *rows)
{
    const struct plot *plot = canvas->plot;
    if (rows->left_out == 0)
        return;
    struct label label = {
        .text = arena_printf(plot->display->arena, "and %zu more, in the table", rows->left_out),
        .font = FONT_TICK,
        .colour = plot->theme->secondary,
        .align = ALIGN_LEFT};
    label_place(canvas, &label, (struct point){plot->area.x, row_middle(rows, rows->count)});
}

static void draw_zero(const struct plot *plot, const struct rows *rows)
{
    struct paint paint = {.stroke = true, .stroke_colour = plot->theme->ink, .width = 0.8};
    double x = axis_snap(bar_x(rows, 0));
    display_line(plot->display, (struct point){x, rows->top},
                 (struct point){x, rows->top + (double)rows->count * rows->pitch}, &paint);
}

static void draw_target(struct canvas *canvas, const struct rows *rows)
{
    const struct plot *plot = canvas->plot;
    if (!plot->figure->has_target)
        return;
    struct label label = {.text = ends_target_text(canvas),
                          .font = FONT_LABEL,
                          .colour = plot->theme->secondary,
                          .align = ALIGN_CENTRE,
                          .width = plot->area.width};
    double x = bar_x(rows, plot->figure->target);
    label_place(canvas, &label, (struct point){x, rows->top - TARGET_ROOM / 2 - 1});
    ends_target_stroke(canvas, (struct point){x, rows->top},
                       (struct point){x, rows->top + (double)rows->count * rows->pitch});
}

static void draw(const struct plot *plot)
{
    struct canvas canvas = canvas_new(plot);
    struct rows rows = make_rows(&canvas, key_draw(&canvas));

    for (size_t row = 0; row < rows.count; row++)
        draw_row(&canvas, &rows, row);
    draw_left_out(&canvas, &rows);
    draw_zero(plot, &rows);
    draw_target(&canvas, &rows);
    canvas_finish(&canvas);
}

const struct figure_drawer BAR_DRAWER = {.height = height, .draw = draw};
