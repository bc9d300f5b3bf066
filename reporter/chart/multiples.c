/* SPDX-License-Identifier: MIT */
#include "chart/figure.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "base/text.h"
#include "chart/axis.h"
#include "draw/display.h"
#include "draw/style.h"

#include <math.h>

#define PANEL 70.0 /* with its title */
#define LEAST_PANEL 44.0
#define TITLE 13.0
#define APART 14.0 /* between panels */
#define FOOT 16.0  /* the periods below the lowest panels */
#define MOST_HEIGHT 600.0
#define TICKS 3.0
#define PAD 3.0 /* from the plot's edge to the last dot's middle */
#define LINE_WIDTH 1.4
#define GHOST_WIDTH 0.9
#define DOT 2.0
#define LEFT_OUT 12.0 /* the line that counts the panels without room */

/* Wide pages take three panels in a row, or four where there are many. */
static size_t panels_in_row(const struct figure *figure, double width)
{
    size_t most = width < 200 ? 1 : width < 400 ? 2 : figure->value_count > 12 ? 4 : 3;
    return figure->value_count < most ? figure->value_count : most;
}

static size_t panel_rows(size_t count, size_t columns)
{
    return (count + columns - 1) / columns;
}

static double height(const struct figure *figure, double width)
{
    size_t rows = panel_rows(figure->value_count, panels_in_row(figure, width));
    return fmin((double)rows * (PANEL + APART) - APART + FOOT, MOST_HEIGHT);
}

static void multiples_scale(const struct figure *figure, struct scale *ret_scale)
{
    struct domain domain = {.hi = 1};
    series_domain(figure, &domain);
    *ret_scale = scale_for_lines(domain, TICKS);
}

struct panels {
    size_t count, columns, rows;
    size_t left_out;
    double left; /* of the first panel's plot */
    double width, height;
    struct frame frame; /* of any panel: its plot is moved from panel to panel */
};

static void fit_panels(const struct plot *plot, struct panels *panels)
{
    size_t all = plot->figure->value_count;
    double room = plot->area.height - FOOT + APART;

    panels->columns = panels_in_row(plot->figure, plot->area.width);
    panels->rows = panel_rows(all, panels->columns);
    panels->count = all;
    if ((double)panels->rows * (LEAST_PANEL + APART) > room) {
        panels->rows = (size_t)fmax(floor((room - LEFT_OUT) / (LEAST_PANEL + APART)), 1);
        panels->count = panels->rows * panels->columns < all ? panels->rows * panels->columns : all;
        room -= LEFT_OUT;
    }
    panels->left_out = all - panels->count;
    panels->height = fmax(room / (double)panels->rows - APART, TITLE + 4);
}

/* Fewer ticks where the panels are too low for the values of all. */
static void thin_ticks(struct panels *panels)
{
    struct scale *scale = &panels->frame.scale;
    double room = panels->height - TITLE;
    while (scale->last > scale->first && room * (step_value(scale->step, scale->first + 1) -
                                                 step_value(scale->step, scale->first)) <
                                             (scale->hi - scale->lo) * FONT_TICK.leading)
        *scale = scale_coarser(*scale);
}

static struct panels make_panels(const struct canvas *canvas)
{
    const struct plot *plot = canvas->plot;
    struct panels panels = {.frame.slots = series_slots(plot->figure, plot->display->arena),
                            .frame.pad = PAD};

    fit_panels(plot, &panels);
    multiples_scale(plot->figure, &panels.frame.scale);
    thin_ticks(&panels);
    double left = axis_values_width(canvas, &panels.frame.scale, series_unit(plot->figure));
    double gaps = (double)(panels.columns - 1) * APART;
    panels.left = plot->area.x + left;
    panels.width = fmax((plot->area.width - left - gaps) / (double)panels.columns, 1);
    return panels;
}

static struct frame panel_frame(const struct plot *plot, const struct panels *panels, size_t panel)
{
    size_t column = panel % panels->columns;
    size_t row = panel / panels->columns;
    struct frame frame = panels->frame;

    frame.plot = (struct rect){
        panels->left + (double)column * (panels->width + APART),
        plot->area.y + (double)row * (panels->height + APART) + TITLE,
        panels->width,
        panels->height - TITLE,
    };
    return frame;
}

static void draw_run(const struct plot *plot, const struct path_point *points, size_t count,
                     const struct paint *line)
{
    struct paint dot = {.fill = true, .fill_colour = line->stroke_colour};
    if (count == 1)
        display_circle(plot->display, points[0].to, line->width, &dot);
    else if (count > 1)
        display_path(plot->display, points, count, line);
}

/* A column of the table as a line that breaks where it has no value. Its last point where it
 * reaches the last slot. */
static bool draw_column(const struct plot *plot, const struct frame *frame, size_t column,
                        const struct paint *line, struct point *ret_last)
{
    size_t slots = frame->slots.count;
    struct path_point *points = arena_array(plot->display->arena, slots, sizeof *points);
    size_t count = 0;
    double value = NAN;

    for (size_t slot = 0; slot < slots; slot++) {
        size_t row = frame->slots.rows[slot];
        value = row == SLOT_EMPTY ? (double)NAN : series_number(plot->figure, row, column);
        if (isfinite(value)) {
            *ret_last = (struct point){frame_x(frame, slot), frame_y(frame, value)};
            points[count] = (struct path_point){count ? PATH_LINE : PATH_MOVE, .to = *ret_last};
            count++;
        } else {
            draw_run(plot, points, count, line);
            count = 0;
        }
    }
    draw_run(plot, points, count, line);
    return isfinite(value);
}

/* What every panel shows behind its own line. */
static size_t ghost_column(const struct figure *figure)
{
    return figure->before_column != FIGURE_NO_COLUMN ? figure->before_column
                                                     : figure->value_columns[0];
}

static void draw_dot(const struct plot *plot, struct point at, struct colour colour)
{
    struct paint full = {.fill = true, .fill_colour = colour};
    struct paint hollow = {.fill = true,
                           .fill_colour = plot->theme->white,
                           .stroke = true,
                           .stroke_colour = colour,
                           .width = 1};
    display_circle(plot->display, at, DOT, plot->figure->provisional ? &hollow : &full);
}

static void draw_lines(const struct plot *plot, const struct frame *frame, size_t panel)
{
    const struct figure *figure = plot->figure;
    bool focus = !figure->subject || series_is_subject(figure, series_name(figure, panel));
    struct colour colour = focus ? plot->theme->brand : plot->theme->secondary;
    struct paint ghost = {
        .stroke = true, .stroke_colour = plot->theme->context, .width = GHOST_WIDTH, .round = true};
    struct paint line = {
        .stroke = true, .stroke_colour = colour, .width = LINE_WIDTH, .round = true};
    size_t column = figure->value_columns[panel];
    struct point last;

    if (ghost_column(figure) != column)
        draw_column(plot, frame, ghost_column(figure), &ghost, &last);
    if (draw_column(plot, frame, column, &line, &last))
        draw_dot(plot, last, colour);
}

/* The name at the left, the last value (or what stands in its place) at the right. */
static void draw_title(struct canvas *canvas, const struct frame *frame, size_t panel)
{
    const struct plot *plot = canvas->plot;
    size_t row = frame->slots.rows[frame->slots.count - 1];
    struct label value = {.text = series_print(plot->figure, row, panel, plot->display->arena),
                          .font = FONT_LABEL,
                          .colour = plot->theme->ink,
                          .align = ALIGN_RIGHT};
    struct label name = value;
    double y = frame->plot.y - TITLE / 2 - 1;

    name.text = series_name(plot->figure, panel);
    name.align = ALIGN_LEFT;
    name.width = fmax(frame->plot.width - label_size(canvas, &value).width - 6, 1);
    label_place(canvas, &value, (struct point){frame->plot.x + frame->plot.width, y});
    label_place(canvas, &name, (struct point){frame->plot.x, y});
}

/* The first and the last period, below the lowest panel of a column. */
static void draw_periods(struct canvas *canvas, const struct frame *frame)
{
    const struct plot *plot = canvas->plot;
    const struct slots *slots = &frame->slots;
    struct label label = {.font = FONT_TICK,
                          .colour = plot->theme->secondary,
                          .align = ALIGN_RIGHT,
                          .width = frame->plot.width / 2 - 2};
    double y = frame->plot.y + frame->plot.height + 3 + FONT_TICK.leading / 2;

    label.text = series_label(plot->figure, slots->rows[slots->count - 1], plot->display->arena);
    label_place(canvas, &label, (struct point){frame->plot.x + frame->plot.width, y});
    label.align = ALIGN_LEFT;
    label.text = series_label(plot->figure, slots->rows[0], plot->display->arena);
    if (slots->count > 1)
        label_place(canvas, &label, (struct point){frame->plot.x, y});
}

static void draw_panel(struct canvas *canvas, const struct panels *panels, size_t panel)
{
    const struct plot *plot = canvas->plot;
    struct frame frame = panel_frame(plot, panels, panel);

    axis_gridlines(canvas, &frame);
    axis_baseline(canvas, &frame);
    if (panel % panels->columns == 0)
        axis_values(canvas, &frame, series_unit(plot->figure));
    draw_title(canvas, &frame, panel);
    if (panel + panels->columns >= panels->count)
        draw_periods(canvas, &frame);
    draw_lines(plot, &frame, panel);
}

static void draw_left_out(struct canvas *canvas, const struct panels *panels)
{
    const struct plot *plot = canvas->plot;
    struct text text = {0};

    if (panels->left_out == 0)
        return;
    phrase_say(&text, PHRASE_CHART_MORE, "count",
               arena_printf(plot->display->arena, "%zu", panels->left_out), NULL);
    struct label label = {.text = arena_text(plot->display->arena, text_string(&text)),
                          .font = FONT_TICK,
                          .colour = plot->theme->secondary,
                          .align = ALIGN_LEFT};
    text_finish(&text);
    label_place(canvas, &label,
                (struct point){plot->area.x, plot->area.y + plot->area.height - LEFT_OUT / 2});
}

static void draw(const struct plot *plot)
{
    struct canvas canvas = canvas_new(plot);
    struct panels panels = make_panels(&canvas);

    for (size_t panel = 0; panel < panels.count; panel++)
        draw_panel(&canvas, &panels, panel);
    draw_left_out(&canvas, &panels);
    canvas_finish(&canvas);
}

/* The grey line has no name in the panels. */
static bool own_note(const struct figure *figure, struct text *ret_note)
{
    if (figure->value_count < 2 && figure->before_column == FIGURE_NO_COLUMN)
        return false;
    phrase_say(ret_note, PHRASE_CHART_GREY_LINE, "name",
               series_heading(figure, ghost_column(figure)), NULL);
    return true;
}

const struct figure_drawer MULTIPLES_DRAWER = {
    .height = height, .draw = draw, .scale = multiples_scale, .own_note = own_note};
