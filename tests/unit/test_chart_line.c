/* SPDX-License-Identifier: MIT */

/* What stands around lines and columns: bands, breaks, events, n, the target's name. */

#include "figure_fixture.h"

static bool same(struct colour a, struct colour b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static bool is_band(const struct mark *mark)
{
    return mark->kind == MARK_PATH && mark->path.paint.fill && !is_dot(mark) &&
           same(mark->path.paint.fill_colour, theme.band) && mark->box.height > 8.01;
}

/* Not the dash before a name. */
static bool is_long_line(const struct mark *mark)
{
    return is_data_line(mark) && mark->path.path.count > 2;
}

static bool is_dotted(const struct mark *mark)
{
    return is_dashed(mark) && mark->path.paint.dash[0] == 1;
}

static bool is_hollow(const struct mark *mark)
{
    return is_dot(mark) && same(mark->path.paint.fill_colour, theme.white);
}

static bool is_context_line(const struct mark *mark)
{
    return mark->kind == MARK_PATH && mark->path.paint.width == 0.9 &&
           same(mark->path.paint.stroke_colour, theme.context);
}

static bool is_light_column(const struct mark *mark)
{
    return is_bar(mark) && same(mark->path.paint.fill_colour, theme.hairline);
}

static const struct mark *nth(bool (*wanted)(const struct mark *mark), size_t n)
{
    for (size_t i = 0; i < display->mark_count; i++)
        if (wanted(&display->marks[i]) && n-- == 0)
            return &display->marks[i];
    ck_abort_msg("too few such marks");
    return NULL;
}

/* One value and three columns beside it, over eight quarters. */
static struct figure *quarters(enum figure_kind kind)
{
    struct figure *figure = figure_of(kind, 8, 4);
    fill(figure, rising); /* 40, 47, ... 89 and 1 to 3 more */
    figure->value_count = 1;
    set_periods(figure); /* Q3 2024 to Q2 2026 */
    return figure;
}

START_TEST(band_runs_from_the_lower_to_the_upper_column)
{
    struct figure *figure = quarters(FIGURE_LINE);
    for (size_t row = 0; row < 8; row++) {
        *cell_at(figure, row, 2) = cell_count(20);
        *cell_at(figure, row, 3) = cell_count(60);
    }
    figure->lower_column = 2;
    figure->upper_column = 3;
    figure->table->columns[2].heading = "Peers P25";
    figure->table->columns[3].heading = "Peers P75";
    draw(figure, FULL);
    assert_sound();
    ck_assert_uint_eq(count_marks(is_band), 1);
    double unit = want_text("20")->box.y - want_text("40")->box.y;
    ck_assert_double_eq_tol(nth(is_band, 0)->box.height, 2 * unit, 0.01);
    want_text("Peers P25 to P75");
}
END_TEST

START_TEST(band_parts_where_an_end_is_missing)
{
    struct figure *figure = quarters(FIGURE_LINE);
    figure->lower_column = 2;
    figure->upper_column = 3;
    for (size_t row = 0; row < 8; row++)
        *cell_at(figure, row, 3) = cell_count(95);
    *cell_at(figure, 3, 2) = cell_marked(CELL_CONFIDENTIAL);
    draw(figure, FULL);
    ck_assert_uint_eq(count_marks(is_band), 2);
    assert_sound();
}
END_TEST

START_TEST(no_line_runs_across_a_break)
{
    static const struct figure_event events[] = {
        {.at = "2025-Q3", .text = "New method", .is_break = true}};
    struct figure *figure = quarters(FIGURE_LINE);
    figure->events = events;
    figure->event_count = 1;
    draw(figure, FULL);
    assert_sound();
    ck_assert_uint_eq(count_marks(is_long_line), 2);
    ck_assert_uint_eq(count_marks(is_dot), 1);
    double x = nth(is_dotted, 0)->box.x;
    /* Between Q2 2025, the fourth quarter, and Q3. */
    const struct rect first = nth(is_long_line, 0)->box;
    const struct rect second = nth(is_long_line, 1)->box;
    ck_assert_double_eq_tol(x - (first.x + first.width), second.x - x, 0.01);
    ck_assert_double_eq_tol(want_text("New method")->box.x, x + 3, 0.01);
}
END_TEST

START_TEST(break_before_the_first_quarter_and_events_off_the_axis_are_not_drawn)
{
    static const struct figure_event events[] = {
        {.at = "2024-Q3", .text = "First", .is_break = true},
        {.at = "2019-Q1", .text = "Long ago"},
        {.at = "2027-Q1", .text = "To come", .is_break = true}};
    struct figure *figure = quarters(FIGURE_LINE);
    figure->events = events;
    figure->event_count = 3;
    draw(figure, FULL);
    ck_assert_uint_eq(count_marks(is_long_line), 1);
    ck_assert_uint_eq(count_marks(is_dotted), 0);
    ck_assert(!find_text("First") && !find_text("Long ago") && !find_text("To come"));
}
END_TEST

START_TEST(events_are_told_at_their_quarter)
{
    static const struct figure_event events[] = {
        {.at = "2025-02-14", .text = "Inventory"},
        {.at = "2026-Q2", .text = "Training of all officers"}};
    struct figure *figure = quarters(FIGURE_LINE);
    figure->events = events;
    figure->event_count = 2;
    draw(figure, FULL);
    assert_sound();
    ck_assert_uint_eq(count_marks(is_long_line), 1);
    /* The third quarter; the last one's text stands at the left of its rule. */
    ck_assert_double_eq_tol(want_text("Inventory")->box.x - 3,
                            want_text("2025")->box.x + want_text("2025")->box.width / 2, 0.01);
    const struct mark *last = want_text("Training of all officers");
    ck_assert_double_lt(last->box.x + last->box.width, want_text("2026")->box.x + FULL / 4);
    draw(figure, HALF);
    assert_sound();
    want_text("Inventory");
}
END_TEST

START_TEST(counts_stand_below_the_quarters_and_the_last_always)
{
    struct figure *figure = quarters(FIGURE_LINE);
    for (size_t row = 0; row < 8; row++)
        *cell_at(figure, row, 4) = cell_count(12340 + (int64_t)row);
    figure->count_column = 4;
    draw(figure, FULL);
    assert_sound();
    want_text("n");
    ck_assert_double_gt(want_text("12,340")->box.y, want_text("2025")->box.y);
    draw(figure, HALF);
    assert_sound();
    want_text("12,347");
    ck_assert(!find_text("12,346"));
}
END_TEST

START_TEST(provisional_last_point_is_hollow_and_said_once)
{
    struct figure *figure = quarters(FIGURE_LINE);
    figure->value_count = 2;
    figure->provisional = true;
    draw(figure, FULL);
    assert_sound();
    want_text("provisional");
    ck_assert_uint_eq(count_marks(is_hollow), 2 + 1); /* and the name's */
    *cell_at(figure, 7, 1) = (struct cell){0};
    *cell_at(figure, 7, 2) = (struct cell){0};
    draw(figure, FULL); /* the last quarter has no point at all */
    ck_assert(!find_text("provisional"));
    ck_assert_uint_eq(count_marks(is_hollow), 0);
}
END_TEST

START_TEST(subject_stands_out_of_grey_lines)
{
    struct figure *figure = quarters(FIGURE_LINE);
    figure->value_count = 4;
    figure->subject = "Not met";
    draw(figure, FULL);
    assert_sound();
    ck_assert_uint_eq(count_marks(is_context_line), 3);
    ck_assert_uint_eq(count_marks(is_long_line), 1);
    ck_assert(same(nth(is_long_line, 0)->path.paint.stroke_colour, theme.brand));
}
END_TEST

START_TEST(line_without_any_value_is_named_with_its_mark)
{
    struct figure *figure = quarters(FIGURE_LINE);
    figure->value_count = 2;
    for (size_t row = 0; row < 8; row++)
        *cell_at(figure, row, 2) = cell_marked(CELL_CONFIDENTIAL);
    draw(figure, FULL);
    assert_sound();
    want_text("Partly met [c]");
    ck_assert_uint_eq(count_marks(is_long_line), 1);
}
END_TEST

START_TEST(mark_of_one_line_among_others_is_printed_in_its_place)
{
    struct figure *figure = quarters(FIGURE_LINE);
    figure->value_count = 2;
    for (size_t row = 0; row < 8; row++)
        *cell_at(figure, row, 2) = cell_count(row < 3 ? 5 : 6);
    *cell_at(figure, 3, 2) = cell_marked(CELL_CONFIDENTIAL);
    draw(figure, FULL);
    assert_sound();
    const struct mark *mark = want_text("[c]");
    ck_assert_uint_eq(count_marks(is_long_line), 3);
    /* The fourth quarter, Q2 2025, one right of the "2025" below Q1. */
    ck_assert_double_gt(mark->box.x, want_text("2025")->box.x + 16);
    ck_assert_double_lt(mark->box.x, want_text("2026")->box.x);
}
END_TEST

/* Whether a text's box and a line chart's only line meet, by the line's corners. */
static bool meets(struct rect box, const struct mark *line)
{
    for (size_t i = 0; i + 1 < line->path.path.count; i++) {
        struct point a = line->path.path.points[i].to, b = line->path.path.points[i + 1].to;
        for (int step = 0; step <= 100; step++) {
            double x = a.x + (b.x - a.x) * step / 100, y = a.y + (b.y - a.y) * step / 100;
            if (x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height)
                return true;
        }
    }
    return false;
}

START_TEST(target_is_named_on_its_line_and_off_the_data)
{
    for (int64_t target = 38; target <= 92; target += 3) {
        struct figure *figure = quarters(FIGURE_LINE);
        figure->has_target = true;
        figure->target = (double)target;
        figure->target_label = "Target of the plan";
        draw(figure, FULL);
        assert_sound();
        ck_assert(!meets(want_text("Target of the plan")->box, nth(is_long_line, 0)));
    }
}
END_TEST

START_TEST(target_without_room_on_its_line_is_named_in_the_gutter)
{
    struct figure *figure = quarters(FIGURE_LINE);
    for (size_t row = 0; row < 8; row++)
        *cell_at(figure, row, 1) = cell_count(row % 2 ? 20 : 90); /* to and fro across it */
    figure->has_target = true;
    figure->target = 55;
    figure->target_label = "The target of the whole of government";
    draw(figure, FULL);
    assert_sound();
    ck_assert_double_gt(want_text(figure->target_label)->box.x,
                        nth(is_long_line, 0)->box.x + nth(is_long_line, 0)->box.width);
}
END_TEST

/* ---- Columns ---- */

START_TEST(column_before_is_light_and_at_the_left)
{
    struct figure *figure = quarters(FIGURE_COLUMN); /* 40 ...; before 41 ... */
    figure->before_column = 2;
    draw(figure, FULL);
    assert_sound();
    /* Each slot's columns, then the two squares of the names. */
    ck_assert_uint_eq(count_marks(is_bar), 2 * 8 + 2);
    ck_assert_uint_eq(count_marks(is_light_column), 8 + 1);
    struct rect before = nth(is_light_column, 0)->box;
    struct rect now = nth_bar(0)->box;
    ck_assert_double_lt(before.x, now.x);
    /* The outline is drawn inside the column. */
    ck_assert_double_eq_tol((before.height + 0.5) / now.height, 41.0 / 40.0, 0.005);
    want_text("Met");
    want_text("Partly met");
}
END_TEST

START_TEST(mark_of_a_column_before_is_printed)
{
    struct figure *figure = quarters(FIGURE_COLUMN);
    figure->before_column = 2;
    *cell_at(figure, 2, 2) = cell_marked(CELL_NOT_AVAILABLE);
    draw(figure, FULL);
    assert_sound();
    want_text("[x]");
    ck_assert_uint_eq(count_marks(is_light_column), 7 + 1);
}
END_TEST

/* ---- Sparkline ---- */

START_TEST(sparkline_target_is_at_its_height)
{
    static const double values[] = {2, 4, 3, 6};
    struct sparkline sparkline = {values, 4, true, 10};
    display = display_new(arena);
    display_page_new(display, 200, 100);
    area = (struct rect){10, 10, 70, 16};
    int node = display_open(display, ROLE_FIGURE);
    display_alt(display, node, "Trend.");
    sparkline_draw(display, &theme, &sparkline, area);
    display_close(display, node);
    assert_sound();
    /* Dots of radius 1.6 stay inside: 2 to 10 are 12.8 points, 6 stands in the middle. */
    const struct mark *line = &display->marks[0];
    const struct mark *dot = &display->marks[2];
    ck_assert_double_eq_tol(line->box.y, 11.6, 0.01);
    ck_assert_double_eq_tol(dot->box.y + dot->box.height / 2, 11.6 + 6.4, 0.01);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("chart_line");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, band_runs_from_the_lower_to_the_upper_column);
    tcase_add_test(t, band_parts_where_an_end_is_missing);
    tcase_add_test(t, no_line_runs_across_a_break);
    tcase_add_test(t, break_before_the_first_quarter_and_events_off_the_axis_are_not_drawn);
    tcase_add_test(t, events_are_told_at_their_quarter);
    tcase_add_test(t, counts_stand_below_the_quarters_and_the_last_always);
    tcase_add_test(t, provisional_last_point_is_hollow_and_said_once);
    tcase_add_test(t, subject_stands_out_of_grey_lines);
    tcase_add_test(t, line_without_any_value_is_named_with_its_mark);
    tcase_add_test(t, mark_of_one_line_among_others_is_printed_in_its_place);
    tcase_add_test(t, target_is_named_on_its_line_and_off_the_data);
    tcase_add_test(t, target_without_room_on_its_line_is_named_in_the_gutter);
    tcase_add_test(t, column_before_is_light_and_at_the_left);
    tcase_add_test(t, mark_of_a_column_before_is_printed);
    tcase_add_test(t, sparkline_target_is_at_its_height);
    return t;
}
