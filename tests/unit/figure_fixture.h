/* SPDX-License-Identifier: MIT */
#ifndef TESTS_FIGURE_FIXTURE_H
#define TESTS_FIGURE_FIXTURE_H

/**
 * Figures filled by hand, drawn with a fake measure, and questions about their marks. For
 * test_figure.c (what holds for every figure) and test_chart.c (what each kind shows).
 */

#include "check_main.h"

#include "base/arena.h"
#include "base/text.h"
#include "chart/figure.h"
#include "document/document.h"
#include "draw/display.h"
#include "draw/style.h"
#include "fake_measure.h"

#include <math.h>

#define FULL 481.9
#define HALF 234.9
#define LEFT 50.0
#define TOP 70.0

static struct arena *arena;
static struct measure measure;
static struct theme theme;
static struct display *display;
static struct rect area;

static inline void setup(void)
{
    arena = arena_new();
    measure = fake_measure(arena);
    theme_default(&theme);
    display = NULL;
}

static inline void teardown(void)
{
    display_free(display);
    arena_free(arena);
}

/* A figure of `series` value columns of counts and `rows` rows, all cells blank. */
static inline struct figure *figure_of(enum figure_kind kind, size_t rows, size_t series)
{
    struct table *table = ARENA_NEW(arena, struct table);
    struct figure *figure = ARENA_NEW(arena, struct figure);
    static const char *const names[] = {"Met", "Partly met", "Not met", "No evidence", "New"};

    table->column_count = series + 1;
    table->columns = arena_array(arena, series + 1, sizeof *table->columns);
    table->columns[0] = (struct column){.id = "label", .heading = "Agency", .unit = UNIT_TEXT};
    for (size_t i = 0; i < series; i++)
        table->columns[i + 1] =
            (struct column){.id = names[i], .heading = names[i], .unit = UNIT_COUNT};
    table->row_count = rows;
    table->cells = arena_array(arena, rows * (series + 1), sizeof *table->cells);
    *figure = (struct figure){.id = "f",
                              .kind = kind,
                              .table = table,
                              .alt = "A figure.",
                              .value_count = series,
                              .before_column = FIGURE_NO_COLUMN,
                              .count_column = FIGURE_NO_COLUMN,
                              .lower_column = FIGURE_NO_COLUMN,
                              .upper_column = FIGURE_NO_COLUMN,
                              .group_column = FIGURE_NO_COLUMN,
                              .height = 190};
    size_t *columns = arena_array(arena, series, sizeof *columns);
    for (size_t i = 0; i < series; i++)
        columns[i] = i + 1;
    figure->value_columns = columns;
    for (size_t row = 0; row < rows; row++)
        table->cells[row * (series + 1)] = cell_text(arena_printf(arena, "Agency %zu", row + 1));
    return figure;
}

static inline struct cell *cell_at(struct figure *figure, size_t row, size_t column)
{
    return &figure->table->cells[row * figure->table->column_count + column];
}

static inline void fill(struct figure *figure, int64_t (*value)(size_t row, size_t series))
{
    for (size_t row = 0; row < figure->table->row_count; row++)
        for (size_t series = 0; series < figure->value_count; series++)
            *cell_at(figure, row, series + 1) = cell_count(value(row, series));
}

static inline void set_unit(struct figure *figure, enum column_unit unit)
{
    for (size_t i = 0; i < figure->value_count; i++)
        figure->table->columns[i + 1].unit = unit;
}

/* The rows' heads become the quarters from Q3 2024 on. */
static inline void set_periods(struct figure *figure)
{
    figure->table->columns[0].unit = UNIT_PERIOD;
    for (size_t row = 0; row < figure->table->row_count; row++) {
        int period = 4 * 2024 + 2 + (int)row;
        *cell_at(figure, row, 0) =
            cell_text(arena_printf(arena, "%d-Q%d", period / 4, period % 4 + 1));
    }
}

static inline void draw_in(const struct figure *figure, double width, double height)
{
    display_free(display);
    display = display_new(arena);
    display_page_new(display, PAGE_WIDTH, PAGE_HEIGHT);
    area = (struct rect){LEFT, TOP, width, height};
    struct plot plot = {
        .figure = figure, .area = area, .theme = &theme, .measure = &measure, .display = display};
    int node = display_open(display, ROLE_FIGURE);
    display_alt(display, node, figure->alt);
    figure_draw(&plot);
    display_close(display, node);
}

static inline void draw(const struct figure *figure, double width)
{
    draw_in(figure, width, figure_height(figure, width));
}

static inline const char *mark_text(const struct mark *mark)
{
    const struct line *line = &mark->text.line;
    size_t to = line->to;
    while (to > line->from && line->text[to - 1] == ' ')
        to--;
    return arena_bytes(arena, line->text + line->from, to - line->from);
}

static inline const struct mark *find_text(const char *string)
{
    for (size_t i = 0; i < display->mark_count; i++)
        if (display->marks[i].kind == MARK_TEXT &&
            text_equal(mark_text(&display->marks[i]), string))
            return &display->marks[i];
    return NULL;
}

static inline const struct mark *want_text(const char *string)
{
    const struct mark *mark = find_text(string);
    ck_assert_msg(mark != NULL, "no text '%s'", string);
    return mark;
}

static inline bool is_bar(const struct mark *mark)
{
    return mark->kind == MARK_PATH && mark->path.paint.fill && mark->path.path.count == 5;
}

static inline size_t count_marks(bool (*wanted)(const struct mark *mark))
{
    size_t count = 0;
    for (size_t i = 0; i < display->mark_count; i++)
        count += wanted(&display->marks[i]);
    return count;
}

static inline const struct mark *nth_bar(size_t n)
{
    for (size_t i = 0; i < display->mark_count; i++)
        if (is_bar(&display->marks[i]) && n-- == 0)
            return &display->marks[i];
    ck_abort_msg("too few bars");
    return NULL;
}

/* What holds for every figure. */
static inline void assert_sound(void)
{
    ck_assert(display_check(display, NULL));
    ck_assert_uint_gt(display->mark_count, 0);
    for (size_t i = 0; i < display->mark_count; i++) {
        const struct mark *mark = &display->marks[i];
        ck_assert_int_ne(mark->node, NODE_ARTIFACT);
        ck_assert_msg(rect_contains(area, mark->box), "mark %zu at %.1f %.1f %.1f %.1f is outside",
                      i, mark->box.x, mark->box.y, mark->box.width, mark->box.height);
        for (size_t j = 0; j < i && mark->kind == MARK_TEXT; j++) {
            const struct mark *other = &display->marks[j];
            if (other->kind == MARK_TEXT && rect_overlaps(mark->box, other->box))
                ck_abort_msg("'%s' stands on '%s'", mark_text(mark), mark_text(other));
        }
    }
}

static inline int64_t rising(size_t row, size_t series)
{
    return 40 + 7 * (int64_t)(row % 8) + (int64_t)series;
}

static inline int64_t equal(size_t row, size_t series)
{
    (void)row;
    (void)series;
    return 87;
}

static inline bool is_data_line(const struct mark *mark)
{
    return mark->kind == MARK_PATH && mark->path.paint.stroke && mark->path.paint.width == 1.8;
}

static inline bool is_dot(const struct mark *mark)
{
    return mark->kind == MARK_PATH && mark->path.paint.fill && mark->path.path.count == 6;
}

static inline bool is_dashed(const struct mark *mark)
{
    return mark->kind == MARK_PATH && mark->path.paint.dash[0] > 0;
}

#endif
