/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include "base/arena.h"
#include "chart/ends.h"
#include "chart/key.h"
#include "chart/lane.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define VALUE_GAP 4.0
#define HEAD_ROOM 14.0    /* the target's name and the columns' headings */
#define PITCH_ONE 15.0    /* from row to row */
#define PITCH_BEFORE 18.0 /* with a second, thinner bar */
#define PITCH_LEAST 11.0
#define SERIES_PITCH 10.5 /* of the bars in a row */
#define MOST_THICK 14.0
#define FILLED 0.65
#define BEFORE_SHARE 0.32 /* of a row's bars, for the one before */
#define AIR 1.0           /* white between touching bars */
#define NAMES_SHARE 0.45
#define NAMES_SHARE_COLUMNS 0.38
#define MOST_NAMED 6 /* the names of series stand in one of so many first rows */
#define NOWHERE ((size_t)-1)

struct bars {
    struct lanes lanes;
    struct scale scale;
    double from, to; /* x of the scale's ends */
    size_t named;    /* the lane whose bars carry the series' names, or NOWHERE */
};

static bool has_before(const struct figure *figure)
{
    return key_count(figure) > figure->value_count;
}

static bool has_head(const struct figure *figure)
{
    return figure->has_target || figure->count_column != FIGURE_NO_COLUMN;
}

static struct lane_style style_of(const struct figure *figure, double key)
{
    double count = (double)figure->value_count;
    double pitch = has_before(figure) ? PITCH_BEFORE : PITCH_ONE;
    bool columns = figure->count_column != FIGURE_NO_COLUMN;
    return (struct lane_style){.head = key + (has_head(figure) ? HEAD_ROOM : 0),
                               .pitch = count > 1 ? fmax(pitch, count * SERIES_PITCH + 6) : pitch,
                               .least =
                                   fmax(PITCH_LEAST + (has_before(figure) ? 2 : 0), count * 4 + 3),
                               .names = columns ? NAMES_SHARE_COLUMNS : NAMES_SHARE};
}

static double height(const struct figure *figure, double width)
{
    struct lane_style style = style_of(figure, key_height(figure));
    return lanes_height(figure, width, &style);
}

static struct label value_label(const struct plot *plot, size_t row, size_t series)
{
    bool known = isfinite(series_value(plot->figure, row, series));
    return (struct label){.text = series_print(plot->figure, row, series, plot->display->arena),
                          .font = FONT_TICK,
                          .colour = known ? plot->theme->ink : plot->theme->secondary};
}

/* The widest value, of those printed on one side of zero. */
static double value_room(const struct canvas *canvas, const struct lanes *lanes, bool negative)
{
    const struct plot *plot = canvas->plot;
    double width = 0;

    for (size_t lane = 0; lane < lanes->count; lane++) {
        for (size_t series = 0; series < plot->figure->value_count; series++) {
            struct label label = value_label(plot, lanes->rows[lane], series);
            if ((series_value(plot->figure, lanes->rows[lane], series) < 0) == negative)
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

static struct bars make_bars(const struct canvas *canvas, double key)
{
    const struct plot *plot = canvas->plot;
    struct lane_style style = style_of(plot->figure, key);
    struct bars bars = {
        .lanes = lanes_make(canvas, &style), .scale = bar_scale(plot->figure), .named = NOWHERE};

    lanes_add_count(canvas, &bars.lanes);
    lanes_fit(canvas, &bars.lanes);
    bars.from = bars.lanes.left + value_room(canvas, &bars.lanes, true);
    bars.to = fmax(bars.lanes.right - value_room(canvas, &bars.lanes, false), bars.from + 1);
    return bars;
}

static double bar_x(const struct bars *bars, double value)
{
    return scale_position(&bars->scale, value, bars->from, bars->to);
}

/* Where the bar of a series may stand across; series == value_count is the one before. */
static struct rect bar_band(const struct plot *plot, const struct bars *bars, size_t lane,
                            size_t series)
{
    double count = (double)plot->figure->value_count;
    double thick = fmin(bars->lanes.pitch * FILLED / count, MOST_THICK);
    if (count > 1)
        thick = fmin((bars->lanes.pitch - 3) / count, SERIES_PITCH);
    double top = lane_middle(&bars->lanes, lane) - count * thick / 2;

    if (has_before(plot->figure)) {
        double split = thick * (1 - BEFORE_SHARE);
        return series == 0 ? (struct rect){bars->from, top, 0, split - AIR}
                           : (struct rect){bars->from, top + split, 0, thick - split};
    }
    return (struct rect){bars->from, top + (double)series * thick, 0,
                         count > 1 ? thick - AIR : thick};
}

static struct colour bar_colour(const struct plot *plot, size_t row, size_t series)
{
    const struct figure *figure = plot->figure;
    if (!figure->subject || figure->value_count > 1 || series > 0)
        return key_colour(plot, series);
    return series_is_subject(figure, series_label(figure, row, plot->display->arena))
               ? plot->theme->brand
               : plot->theme->context;
}

static void draw_bar(const struct plot *plot, const struct bars *bars, size_t lane, size_t series)
{
    size_t row = bars->lanes.rows[lane];
    double value = series < plot->figure->value_count
                       ? series_value(plot->figure, row, series)
                       : series_number(plot->figure, row, plot->figure->before_column);
    struct rect bar = bar_band(plot, bars, lane, series);
    double zero = bar_x(bars, 0);
    double end = isfinite(value) ? bar_x(bars, value) : zero;

    bar.x = fmin(zero, end);
    bar.width = fabs(end - zero);
    if (bar.width > 0)
        key_fill(plot, bar, bar_colour(plot, row, series));
}

/* The interval of a row's value, white around it so that it shows on the bar. */
static void draw_interval(const struct plot *plot, const struct bars *bars, size_t lane)
{
    size_t row = bars->lanes.rows[lane];
    struct rect band = bar_band(plot, bars, lane, 0);
    double lower = series_number(plot->figure, row, plot->figure->lower_column);
    double upper = series_number(plot->figure, row, plot->figure->upper_column);
    double y = band.y + band.height / 2;

    if (!(upper > lower))
        return;
    struct point from = {bar_x(bars, lower), y}, to = {bar_x(bars, upper), y};
    struct paint ground = {.stroke = true, .stroke_colour = plot->theme->white, .width = 2.4};
    struct paint whisker = {.stroke = true, .stroke_colour = plot->theme->ink, .width = 0.8};
    display_line(plot->display, from, to, &ground);
    display_line(plot->display, from, to, &whisker);
}

/* Where a value is printed: behind its bar, and behind its interval. */
static double value_x(const struct plot *plot, const struct bars *bars, size_t lane, size_t series)
{
    size_t row = bars->lanes.rows[lane];
    double value = series_value(plot->figure, row, series);
    if (!isfinite(value))
        return bar_x(bars, 0) + VALUE_GAP;
    double other = series_number(
        plot->figure, row, value < 0 ? plot->figure->lower_column : plot->figure->upper_column);
    if (isfinite(other) && series == 0)
        value = value < 0 ? fmin(value, other) : fmax(value, other);
    return bar_x(bars, value) + (value < 0 ? -VALUE_GAP : VALUE_GAP);
}

/* What names a series beside its bar; with the value of the time before, whose bar has none. */
static struct label series_label_of(const struct plot *plot, size_t row, size_t series)
{
    const struct figure *figure = plot->figure;
    bool before = series == figure->value_count;
    struct arena *arena = plot->display->arena;
    const char *name = key_name(figure, series);
    if (before)
        name = arena_printf(arena, "%s %s", name,
                            series_text(figure, row, figure->before_column, arena));
    return (struct label){.text = name,
                          .font = before ? FONT_TICK : FONT_LABEL,
                          .colour = before ? plot->theme->secondary
                                           : label_colour(plot, key_colour(plot, series)),
                          .align = ALIGN_LEFT};
}

/* Where the name of a series stands: behind the value of its bar, or of the bar that it follows. */
static struct point name_at(const struct canvas *canvas, const struct bars *bars, size_t lane,
                            size_t series)
{
    const struct plot *plot = canvas->plot;
    size_t beside = series < plot->figure->value_count ? series : series - 1;
    struct label value = value_label(plot, bars->lanes.rows[lane], beside);
    struct rect band = bar_band(plot, bars, lane, beside);
    return (struct point){value_x(plot, bars, lane, beside) + label_size(canvas, &value).width +
                              2 * VALUE_GAP,
                          band.y + band.height / 2};
}

/* The series that need a name: all of several, and the one before. */
static size_t first_named(const struct figure *figure)
{
    return figure->value_count > 1 ? 0 : 1;
}

static bool has_room(const struct canvas *canvas, const struct bars *bars, size_t lane)
{
    const struct figure *figure = canvas->plot->figure;
    size_t row = bars->lanes.rows[lane];

    for (size_t series = first_named(figure); series < key_count(figure); series++) {
        bool before = series == figure->value_count;
        double value = before ? series_number(figure, row, figure->before_column)
                              : series_value(figure, row, series);
        struct label label = series_label_of(canvas->plot, row, series);
        struct point at = name_at(canvas, bars, lane, series);
        double first = series_value(figure, row, before ? series - 1 : series);
        if (!(value > 0) || !(first > 0) || /* a bar that is not seen is not named */
            at.x + label_size(canvas, &label).width > bars->lanes.right)
            return false;
    }
    return true;
}

/* A row among the first that has room for the series' names beside its bars. */
static size_t find_named(const struct canvas *canvas, const struct bars *bars)
{
    if (key_count(canvas->plot->figure) > 1)
        for (size_t lane = 0; lane < bars->lanes.count && lane < MOST_NAMED; lane++)
            if (has_room(canvas, bars, lane))
                return lane;
    return NOWHERE;
}

static void draw_values(struct canvas *canvas, const struct bars *bars, size_t lane)
{
    const struct plot *plot = canvas->plot;
    for (size_t series = 0; series < plot->figure->value_count; series++) {
        size_t row = bars->lanes.rows[lane];
        struct label label = value_label(plot, row, series);
        struct rect band = bar_band(plot, bars, lane, series);
        label.align = series_value(plot->figure, row, series) < 0 ? ALIGN_RIGHT : ALIGN_LEFT;
        label_place(canvas, &label,
                    (struct point){value_x(plot, bars, lane, series), band.y + band.height / 2});
    }
}

static void draw_names(struct canvas *canvas, const struct bars *bars)
{
    const struct figure *figure = canvas->plot->figure;
    if (bars->named == NOWHERE)
        return;
    for (size_t series = first_named(figure); series < key_count(figure); series++) {
        struct label label = series_label_of(canvas->plot, bars->lanes.rows[bars->named], series);
        label_place(canvas, &label, name_at(canvas, bars, bars->named, series));
    }
}

static void draw_zero(const struct plot *plot, const struct bars *bars)
{
    struct paint paint = {.stroke = true, .stroke_colour = plot->theme->ink, .width = 0.8};
    double x = axis_snap(bar_x(bars, 0));
    display_line(plot->display, (struct point){x, bars->lanes.top},
                 (struct point){x, lanes_bottom(&bars->lanes)}, &paint);
}

static void draw_target(struct canvas *canvas, const struct bars *bars)
{
    const struct figure *figure = canvas->plot->figure;
    if (figure->has_target)
        lanes_target(canvas, &bars->lanes, bar_x(bars, figure->target),
                     bars->lanes.top - HEAD_ROOM / 2 - 1);
}

static void draw_rows(struct canvas *canvas, const struct bars *bars)
{
    const struct plot *plot = canvas->plot;
    lanes_draw(canvas, &bars->lanes);
    for (size_t lane = 0; lane < bars->lanes.count; lane++) {
        for (size_t series = 0; series < key_count(plot->figure); series++)
            draw_bar(plot, bars, lane, series);
        draw_interval(plot, bars, lane);
        draw_values(canvas, bars, lane);
    }
}

static void draw(const struct plot *plot)
{
    struct canvas canvas = canvas_new(plot);
    struct bars bars = make_bars(&canvas, 0);

    bars.named = find_named(&canvas, &bars);
    if (bars.named == NOWHERE && key_count(plot->figure) > 1)
        bars = make_bars(&canvas, key_draw(&canvas));
    draw_rows(&canvas, &bars);
    draw_names(&canvas, &bars);
    draw_zero(plot, &bars);
    draw_target(&canvas, &bars);
    canvas_finish(&canvas);
}

const struct figure_drawer BAR_DRAWER = {.height = height, .draw = draw};
