/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include "base/phrase.h"
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
#define FILLED 0.65      /* of a slot */
#define STANDS_OUT 1.4   /* how much wider than its column a value may be */
#define MOST_THICK 20.0  /* a column */
#define VALUE_ROOM 12.0  /* for a value above or below a column */
#define SHARE_ALONE 0.9  /* of the width is surely there for the slots */
#define SHARE_NAMED 0.65 /* with names at the right */
#define CHARACTER 4.4    /* a character's usual width at the size of tick labels */

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
    bool named = figure->has_target || key_count(figure) > 1;
    double share = named ? SHARE_NAMED : SHARE_ALONE;

    if (table->columns[figure->label_column].unit == UNIT_PERIOD)
        return false;
    if (rows > MOST_CATEGORIES)
        return true;
    for (size_t row = 0; row < rows; row++) {
        const struct cell *cell = table_cell(table, row, figure->label_column);
        if (cell->kind == CELL_TEXT && is_long(cell->text, share * width / (double)rows - 5))
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

/* A column of a series in a slot; series == value_count is the one before. */
struct column_place {
    size_t slot, series;
    struct rect box;
    double value;
};

static bool is_before(const struct figure *figure, size_t series)
{
    return series == figure->value_count;
}

static double place_value_of(const struct plot *plot, const struct frame *frame, size_t slot,
                             size_t series)
{
    size_t row = frame->slots.rows[slot];
    if (!is_before(plot->figure, series))
        return slot_value(plot->figure, &frame->slots, slot, series);
    return row == SLOT_EMPTY ? (double)NAN
                             : series_number(plot->figure, row, plot->figure->before_column);
}

/* What stood before is at the left of what is now. */
static double place_across(const struct figure *figure, size_t series)
{
    if (is_before(figure, series))
        return 0;
    return (double)(series + key_count(figure) - figure->value_count);
}

static struct column_place place_of(const struct plot *plot, const struct frame *frame, size_t slot,
                                    size_t series)
{
    double count = (double)key_count(plot->figure);
    double thick = fmin(frame_slot(frame) * FILLED / count, MOST_THICK);
    double value = place_value_of(plot, frame, slot, series);
    double from = axis_snap(frame_y(frame, 0));
    double to = isfinite(value) ? frame_y(frame, value) : from;
    double left = frame_x(frame, slot) + (place_across(plot->figure, series) - count / 2) * thick;

    return (struct column_place){
        slot, series, {left, fmin(from, to), thick, fabs(to - from)}, value};
}

static void draw_columns(const struct plot *plot, const struct frame *frame)
{
    for (size_t slot = 0; slot < frame->slots.count; slot++) {
        for (size_t series = 0; series < key_count(plot->figure); series++) {
            struct column_place place = place_of(plot, frame, slot, series);
            if (isfinite(place.value) && place.box.height > 0)
                key_fill(plot, place.box, key_colour(plot, series));
        }
    }
}

static struct label value_label(const struct plot *plot, const struct frame *frame,
                                const struct column_place *place)
{
    const struct figure *figure = plot->figure;
    size_t row = frame->slots.rows[place->slot];
    bool before = is_before(figure, place->series);
    struct label label = {.text = phrase(PHRASE_CHART_NO_DATA),
                          .font = FONT_TICK,
                          .colour = isfinite(place->value) && !before ? plot->theme->ink
                                                                      : plot->theme->secondary,
                          .align = ALIGN_CENTRE};
    if (row == SLOT_EMPTY && before)
        label.text = ""; /* said once, by the column of now */
    if (row != SLOT_EMPTY)
        label.text = before ? series_text(figure, row, figure->before_column, plot->display->arena)
                            : series_print(figure, row, place->series, plot->display->arena);
    return label;
}

/* A mark that is wider than its column stands out on the side where there is no other one. */
static double mark_x(const struct plot *plot, const struct column_place *place, double width)
{
    double middle = place->box.x + place->box.width / 2;
    double aside = fmax(width - place->box.width, 0) / 2;
    double across = place_across(plot->figure, place->series);
    if (key_count(plot->figure) == 1 || isfinite(place->value))
        return middle;
    return across > 0 ? middle + aside : middle - aside;
}

static void place_value(struct canvas *canvas, const struct frame *frame,
                        const struct column_place *place)
{
    struct label label = value_label(canvas->plot, frame, place);
    bool below = isfinite(place->value) && place->value < 0;
    struct size size = label_size(canvas, &label);
    double half = size.height / 2 + 1.5;
    struct point at = {mark_x(canvas->plot, place, size.width),
                       below ? place->box.y + place->box.height + half : place->box.y - half};
    if (label.text[0])
        label_place(canvas, &label, at);
}

/* Whether every column of a series can carry its value. Alone a value may be as wide as its slot;
 * beside others it may stand out a little. */
static bool values_fit(const struct canvas *canvas, const struct frame *frame, size_t series,
                       double most)
{
    for (size_t slot = 0; slot < frame->slots.count; slot++) {
        struct column_place place = place_of(canvas->plot, frame, slot, series);
        struct label label = value_label(canvas->plot, frame, &place);
        if (isfinite(place.value) && label_size(canvas, &label).width > most)
            return false;
    }
    return true;
}

/* Whether there need be no axis, as every column of what is now carries its value. */
static bool is_labelled(const struct canvas *canvas, const struct frame *frame)
{
    const struct figure *figure = canvas->plot->figure;
    double thick = place_of(canvas->plot, frame, 0, 0).box.width;
    double most = key_count(figure) == 1 ? frame_slot(frame) - 4 : STANDS_OUT * thick + 4;
    for (size_t series = 0; series < figure->value_count; series++)
        if (!values_fit(canvas, frame, series, figure->value_count > 1 ? thick - 4 : most))
            return false;
    return true;
}

static void place_values(struct canvas *canvas, const struct frame *frame, size_t series,
                         bool missing)
{
    for (size_t slot = frame->slots.count; slot-- > 0;) {
        struct column_place place = place_of(canvas->plot, frame, slot, series);
        if (isfinite(place.value) != missing)
            place_value(canvas, frame, &place);
    }
}

/* The values of now, the marks of all, and the values of before where they have room. */
static void place_all(struct canvas *canvas, const struct frame *frame, bool labelled)
{
    const struct figure *figure = canvas->plot->figure;
    double thick = place_of(canvas->plot, frame, 0, 0).box.width;

    for (size_t series = 0; labelled && series < figure->value_count; series++)
        place_values(canvas, frame, series, false);
    for (size_t series = 0; series < figure->value_count; series++)
        place_values(canvas, frame, series, true);
    if (key_count(figure) == figure->value_count)
        return;
    if (labelled && values_fit(canvas, frame, figure->value_count, thick - 2))
        place_values(canvas, frame, figure->value_count, false);
    place_values(canvas, frame, figure->value_count, true);
}

/* The name of a series stands at the height of its last column. */
static void add_name(const struct canvas *canvas, const struct frame *frame, size_t series,
                     struct ends *ends)
{
    const struct plot *plot = canvas->plot;
    struct end end = {.text = key_name(plot->figure, series),
                      .colour = key_colour(plot, series),
                      .key = END_FILL,
                      .plain = is_before(plot->figure, series),
                      .rank = is_before(plot->figure, series) ? 1 : 2};
    for (size_t slot = frame->slots.count; slot-- > 0;) {
        struct column_place place = place_of(plot, frame, slot, series);
        if (!isfinite(place.value))
            continue;
        end.from =
            (struct point){frame->plot.x + frame->plot.width, place.box.y + place.box.height / 2};
        ends_add(ends, end);
        return;
    }
}

static struct ends gather_ends(const struct canvas *canvas, const struct frame *frame)
{
    const struct figure *figure = canvas->plot->figure;
    struct ends ends = {0};
    const char *target = ends_target_text(canvas);

    if (target)
        ends_add(&ends, (struct end){.text = target,
                                     .colour = canvas->plot->theme->secondary,
                                     .from = {frame->plot.x + frame->plot.width,
                                              frame_y(frame, figure->target)},
                                     .rank = 3});
    for (size_t series = 0; key_count(figure) > 1 && series < key_count(figure); series++)
        add_name(canvas, frame, series, &ends);
    return ends;
}

static struct frame make_frame(const struct canvas *canvas)
{
    const struct plot *plot = canvas->plot;
    struct rect area = plot->area;
    struct domain domain = {.hi = 1};
    series_domain(plot->figure, &domain);
    double foot = axis_slots_height() + (domain.lo < 0 ? VALUE_ROOM : 0);
    double length = fmax(area.height - VALUE_ROOM - foot, 1);

    struct frame frame = {
        .plot = {area.x, area.y + VALUE_ROOM, area.width, length},
        .scale = scale_from_zero(domain, scale_count(length, TICK_SPACING)),
        .slots = series_slots(plot->figure, plot->display->arena),
    };
    struct ends ends = gather_ends(canvas, &frame);
    frame.plot.width -= ends_width(canvas, &ends);
    return frame;
}

static void draw_upright(const struct plot *plot)
{
    struct canvas canvas = canvas_new(plot);
    struct frame frame = make_frame(&canvas);
    bool labelled = is_labelled(&canvas, &frame);

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
    place_all(&canvas, &frame, labelled);
    struct ends ends = gather_ends(&canvas, &frame);
    ends_draw(&canvas, &ends, &frame);
    ends_target_line(&canvas, &frame);
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
