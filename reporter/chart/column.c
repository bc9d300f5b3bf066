/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include "base/text.h"
#include "chart/axis.h"
#include "chart/ends.h"
#include "chart/key.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define DEFAULT_HEIGHT 190.0
#define TICK_SPACING 28.0
#define MOST_CATEGORIES 12
#define FILLED 0.65     /* of a slot */
#define MOST_THICK 20.0 /* a column */
#define VALUE_ROOM 12.0 /* for a value above or below a column */
#define CHARACTER 4.4   /* a character's usual width at the size of tick labels */

/* Whether a label seems too long for two lines of a slot. An estimate, as heights are asked for
 * before anything is measured. */
static bool is_long(const char *label, double slot)
{
    double word = 0;
    double longest = 0;
    for (const char *c = label; *c; c++) {
        word = *c == ' ' ? 0 : word + CHARACTER;
        longest = fmax(longest, word);
    }
    return longest > slot || (double)text_length(label) * CHARACTER > 1.7 * slot;
}

/* Many categories, or long names, read better as horizontal bars. */
static bool lies_down(const struct figure *figure, double width)
{
    const struct table *table = figure->table;
    size_t rows = series_rows(figure);

    if (table->columns[figure->label_column].unit == UNIT_PERIOD)
        return false;
    if (rows > MOST_CATEGORIES)
        return true;
    for (size_t row = 0; row < rows; row++) {
        const struct cell *cell = table_cell(table, row, figure->label_column);
        if (cell->kind == CELL_TEXT && is_long(cell->text, 0.85 * width / (double)rows - 5))
            return true;
    }
    return false;
}

static double height(const struct figure *figure, double width)
{
    if (lies_down(figure, width))
        return BAR_DRAWER.height(figure, width);
    return figure->height > 0 ? figure->height : DEFAULT_HEIGHT;
}

/* A column of a series in a slot. */
struct column_place {
    size_t slot, series;
    struct rect box;
    double value;
};

static struct column_place place_of(const struct plot *plot, const struct frame *frame, size_t slot,
                                    size_t series)
{
    double count = (double)plot->figure->value_count;
    double thick = fmin(frame_slot(frame) * FILLED / count, MOST_THICK);
    double value = slot_value(plot->figure, &frame->slots, slot, series);
    double from = axis_snap(frame_y(frame, 0));
    double to = isfinite(value) ? frame_y(frame, value) : from;
    double left = frame_x(frame, slot) + ((double)series - count / 2) * thick;

    return (struct column_place){
        slot, series, {left, fmin(from, to), thick, fabs(to - from)}, value};
}

static void draw_columns(const struct plot *plot, const struct frame *frame)
{
    for (size_t slot = 0; slot < frame->slots.count; slot++) {
        for (size_t series = 0; series < plot->figure->value_count; series++) {
            struct column_place place = place_of(plot, frame, slot, series);
            struct paint paint = {.fill = true, .fill_colour = key_colour(plot, series)};
            if (isfinite(place.value) && place.box.height > 0)
                display_rect(plot->display, place.box, &paint);
        }
    }
}

static struct label value_label(const struct plot *plot, const struct frame *frame,
                                const struct column_place *place)
{
    size_t row = frame->slots.rows[place->slot];
    bool known = isfinite(place->value);
    return (struct label){.text = row == SLOT_EMPTY ? "no data"
                                                    : series_print(plot->figure, row, place->series,
                                                                   plot->display->arena),
                          .font = FONT_TICK,
                          .colour = known ? plot->theme->ink : plot->theme->secondary,
                          .align = ALIGN_CENTRE};
}

static void place_value(struct canvas *canvas, const struct frame *frame,
                        const struct column_place *place)
{
    struct label label = value_label(canvas->plot, frame, place);
    bool below = isfinite(place->value) && place->value < 0;
    double half = label_size(canvas, &label).height / 2 + 1.5;
    struct point at = {place->box.x + place->box.width / 2,
                       below ? place->box.y + place->box.height + half : place->box.y - half};
    label_place(canvas, &label, at);
}

/* Whether every column can carry its value; else there must be an axis. */
static bool values_fit(const struct canvas *canvas, const struct frame *frame)
{
    const struct plot *plot = canvas->plot;
    double pitch =
        plot->figure->value_count == 1 ? frame_slot(frame) : place_of(plot, frame, 0, 0).box.width;
    for (size_t slot = 0; slot < frame->slots.count; slot++) {
        for (size_t series = 0; series < plot->figure->value_count; series++) {
            struct column_place place = place_of(plot, frame, slot, series);
            struct label label = value_label(plot, frame, &place);
            if (isfinite(place.value) && label_size(canvas, &label).width + 4 > pitch)
                return false;
        }
    }
    return true;
}

static void place_values(struct canvas *canvas, const struct frame *frame, bool missing)
{
    const struct plot *plot = canvas->plot;
    for (size_t slot = frame->slots.count; slot-- > 0;) {
        for (size_t series = 0; series < plot->figure->value_count; series++) {
            struct column_place place = place_of(plot, frame, slot, series);
            if (isfinite(place.value) != missing)
                place_value(canvas, frame, &place);
        }
    }
}

static void place_target(struct canvas *canvas, const struct frame *frame)
{
    struct ends ends = {0};
    const char *text = ends_target_text(canvas);
    if (!text)
        return;
    struct point from = {frame->plot.x + frame->plot.width,
                         frame_y(frame, canvas->plot->figure->target)};
    ends_add(&ends,
             (struct end){.text = text, .colour = canvas->plot->theme->secondary, .from = from});
    ends_draw(canvas, &ends, frame);
    ends_target_line(canvas, frame);
}

static double target_width(const struct canvas *canvas)
{
    struct ends ends = {0};
    const char *text = ends_target_text(canvas);
    if (text)
        ends_add(&ends, (struct end){.text = text, .colour = canvas->plot->theme->secondary});
    return ends_width(canvas, &ends);
}

static struct frame make_frame(const struct canvas *canvas, double head)
{
    const struct plot *plot = canvas->plot;
    struct rect area = plot->area;
    struct domain domain = {.hi = 1};
    series_domain(plot->figure, &domain);
    double foot = axis_slots_height() + (domain.lo < 0 ? VALUE_ROOM : 0);
    head += VALUE_ROOM;
    double length = fmax(area.height - head - foot, 1);

    return (struct frame){
        .plot = {area.x, area.y + head, area.width - target_width(canvas), length},
        .scale = scale_from_zero(domain, scale_count(length, TICK_SPACING)),
        .slots = series_slots(plot->figure, plot->display->arena),
    };
}

static void draw_upright(const struct plot *plot)
{
    struct canvas canvas = canvas_new(plot);
    struct frame frame = make_frame(&canvas, key_draw(&canvas));
    bool labelled = values_fit(&canvas, &frame);

    if (!labelled) {
        double left = axis_values_width(&canvas, &frame.scale, series_unit(plot->figure));
        frame.plot.x += left;
        frame.plot.width -= left;
        axis_gridlines(&canvas, &frame);
        axis_values(&canvas, &frame, series_unit(plot->figure));
    }
    axis_slots(&canvas, &frame, false);
    draw_columns(plot, &frame);
    axis_baseline(&canvas, &frame);
    if (labelled)
        place_values(&canvas, &frame, false);
    place_values(&canvas, &frame, true);
    place_target(&canvas, &frame);
    canvas_finish(&canvas);
}

static void draw(const struct plot *plot)
{
    if (lies_down(plot->figure, plot->area.width))
        BAR_DRAWER.draw(plot);
    else
        draw_upright(plot);
}

const struct figure_drawer COLUMN_DRAWER = {.height = height, .draw = draw};
