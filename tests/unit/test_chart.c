/* SPDX-License-Identifier: MIT */
#include "figure_fixture.h"

/* ---- Lines ---- */

static int64_t by_ten(size_t row, size_t series)
{
    (void)series;
    return 10 * (int64_t)row;
}

START_TEST(line_has_round_ticks_with_the_unit_once)
{
    struct figure *figure = figure_of(FIGURE_LINE, 11, 1); /* 0 to 100 */
    fill(figure, by_ten);
    set_unit(figure, UNIT_PERCENT);
    draw(figure, FULL);
    want_text("100%");
    /* The plot is 190 - 6 - 26 = 158 high: 158 / 28 rounds to 6 ticks, raw 16.7, steps of 20. */
    const struct mark *eighty = want_text("80");
    const struct mark *forty = want_text("40");
    const struct mark *nought = want_text("0");
    ck_assert(!find_text("80%"));
    ck_assert_double_eq_tol(forty->box.y - eighty->box.y, nought->box.y - forty->box.y, 0.01);
    ck_assert_double_eq_tol(nought->box.y - forty->box.y, 158 * 0.4, 0.01);
}
END_TEST

START_TEST(line_breaks_at_missing_values)
{
    struct figure *figure = figure_of(FIGURE_LINE, 9, 1);
    fill(figure, rising);
    *cell_at(figure, 4, 1) = cell_marked(CELL_NOT_AVAILABLE);
    draw(figure, FULL);
    ck_assert_uint_eq(count_marks(is_data_line), 2);
    ck_assert_uint_eq(count_marks(is_dot), 1); /* the last value */
    want_text("[x]");
}
END_TEST

START_TEST(line_breaks_at_a_quarter_without_a_row)
{
    struct figure *figure = figure_of(FIGURE_LINE, 4, 1);
    fill(figure, rising);
    set_periods(figure);
    *cell_at(figure, 2, 0) = cell_text("2025-Q2"); /* Q1 2025 has no row */
    *cell_at(figure, 3, 0) = cell_text("2025-Q3");
    draw(figure, FULL);
    ck_assert_uint_eq(count_marks(is_data_line), 2);
    want_text("no data");
    double q3 = want_text("2024")->box.x;
    double q1 = want_text("2025")->box.x;
    const struct mark *last = want_text("Q2");
    /* Q3 2024, Q1 2025 and Q2 2025 stand 2 and 1 quarters apart. */
    ck_assert_double_eq_tol((last->box.x + last->box.width / 2) - (q1 + 8), (q1 - q3) / 2, 0.01);
}
END_TEST

START_TEST(line_shows_lone_values_as_dots)
{
    struct figure *figure = figure_of(FIGURE_LINE, 5, 1);
    *cell_at(figure, 0, 1) = cell_count(10);
    *cell_at(figure, 2, 1) = cell_count(20);
    *cell_at(figure, 4, 1) = cell_count(30);
    draw(figure, FULL);
    ck_assert_uint_eq(count_marks(is_dot), 3);
    ck_assert_uint_eq(count_marks(is_data_line), 0);
}
END_TEST

START_TEST(lines_are_named_at_their_ends)
{
    struct figure *figure = figure_of(FIGURE_LINE, 6, 4);
    fill(figure, equal); /* all four end in one point */
    draw(figure, FULL);
    assert_sound();
    want_text("Met 87");
    want_text("Partly met 87");
    want_text("Not met 87");
    want_text("No evidence 87");
}
END_TEST

START_TEST(line_that_ends_early_says_when)
{
    struct figure *figure = figure_of(FIGURE_LINE, 6, 1);
    fill(figure, rising);
    set_periods(figure);
    *cell_at(figure, 5, 1) = (struct cell){0};
    draw(figure, FULL);
    /* Row 4 is Q3 2025: 40 + 7 * 4. */
    want_text("68, Q3 2025");
}
END_TEST

START_TEST(cropped_axis_is_said_and_uncropped_is_not)
{
    struct figure *figure = figure_of(FIGURE_LINE, 2, 1);
    struct text note = {0};
    set_unit(figure, UNIT_PERCENT);
    *cell_at(figure, 0, 1) = cell_rate(88, 100);
    *cell_at(figure, 1, 1) = cell_rate(96, 100);
    /* 88 - 0.39 * 8 = 84.88; six ticks over 11.12: steps of 2; the tick below is 84. */
    ck_assert(figure_axis_note(figure, &note));
    ck_assert_str_eq(text_string(&note), "Axis starts at 84%");
    draw(figure, FULL);
    want_text("84");
    ck_assert(!find_text("0"));

    *cell_at(figure, 0, 1) = cell_rate(10, 100);
    text_clear(&note);
    ck_assert(!figure_axis_note(figure, &note));
    ck_assert_str_eq(text_string(&note), "");
    figure->kind = FIGURE_COLUMN;
    *cell_at(figure, 0, 1) = cell_rate(88, 100);
    ck_assert(!figure_axis_note(figure, &note));
    text_finish(&note);
}
END_TEST

START_TEST(close_quarters_are_named_by_year_and_the_last_always)
{
    struct figure *figure = figure_of(FIGURE_LINE, 60, 1);
    fill(figure, rising);
    set_periods(figure); /* Q3 2024 to Q2 2039 */
    draw(figure, HALF);
    want_text("Q2");
    want_text("2039");
    ck_assert(!find_text("Q1"));
    assert_sound();
}
END_TEST

/* ---- Columns and bars ---- */

START_TEST(columns_stand_on_zero_in_proportion)
{
    struct figure *figure = figure_of(FIGURE_COLUMN, 3, 1);
    fill(figure, rising); /* 40, 47, 54 */
    draw(figure, FULL);
    struct rect first = nth_bar(0)->box;
    struct rect last = nth_bar(2)->box;
    ck_assert_double_eq_tol(first.y + first.height, last.y + last.height, 0.01);
    /* The foot is snapped to a quarter point. */
    ck_assert_double_eq_tol(first.height / last.height, 40.0 / 54.0, 0.005);
    want_text("40");
    want_text("54");
}
END_TEST

START_TEST(columns_with_all_values_have_no_axis)
{
    struct figure *figure = figure_of(FIGURE_COLUMN, 3, 1);
    fill(figure, rising);
    draw(figure, FULL);
    ck_assert(!find_text("20"));
    ck_assert(!find_text("0"));
}
END_TEST

START_TEST(many_columns_get_an_axis_in_place_of_values)
{
    struct figure *figure = figure_of(FIGURE_COLUMN, 60, 1);
    fill(figure, rising);
    set_periods(figure);
    draw(figure, HALF);
    want_text("0");
    want_text("20");
    ck_assert(!find_text("47"));
    assert_sound();
}
END_TEST

START_TEST(missing_column_is_marked_and_not_zero)
{
    struct figure *figure = figure_of(FIGURE_COLUMN, 3, 1);
    fill(figure, rising);
    *cell_at(figure, 1, 1) = cell_marked(CELL_NOT_AVAILABLE);
    draw(figure, FULL);
    ck_assert_uint_eq(count_marks(is_bar), 2);
    want_text("[x]");
}
END_TEST

START_TEST(columns_of_many_categories_lie_down)
{
    struct figure *figure = figure_of(FIGURE_COLUMN, 13, 1);
    fill(figure, rising);
    draw(figure, FULL);
    struct rect first = nth_bar(0)->box;
    struct rect second = nth_bar(1)->box;
    ck_assert_double_eq_tol(first.x, second.x, 0.01);
    ck_assert_double_gt(second.y, first.y);
    ck_assert_double_gt(area.height, 190);
}
END_TEST

START_TEST(bars_stand_on_zero_with_values_at_their_ends)
{
    struct figure *figure = figure_of(FIGURE_BAR, 3, 1);
    fill(figure, rising);
    draw(figure, FULL);
    struct rect first = nth_bar(0)->box;
    struct rect last = nth_bar(2)->box;
    ck_assert_double_eq_tol(first.x, last.x, 0.001);
    ck_assert_double_eq_tol(first.width / last.width, 40.0 / 54.0, 0.001);
    ck_assert_double_eq_tol(want_text("40")->box.x, first.x + first.width + 4, 0.01);
    ck_assert_double_eq_tol(want_text("54")->box.x, last.x + last.width + 4, 0.01);
    ck_assert_double_eq_tol(want_text("Agency 1")->box.x, LEFT, 0.01);
}
END_TEST

START_TEST(negative_bars_leave_zero_to_the_left)
{
    struct figure *figure = figure_of(FIGURE_BAR, 2, 1);
    *cell_at(figure, 0, 1) = cell_count(30);
    *cell_at(figure, 1, 1) = cell_count(-10);
    draw(figure, FULL);
    struct rect up = nth_bar(0)->box;
    struct rect down = nth_bar(1)->box;
    ck_assert_double_eq_tol(down.x + down.width, up.x, 0.001);
    ck_assert_double_eq_tol(up.width / down.width, 3, 0.001);
    const struct mark *value = want_text("\xE2\x88\x92"
                                         "10");
    ck_assert_double_le(value->box.x + value->box.width, down.x);
}
END_TEST

START_TEST(missing_bar_is_marked_and_not_zero)
{
    struct figure *figure = figure_of(FIGURE_BAR, 3, 1);
    fill(figure, rising);
    *cell_at(figure, 1, 1) = cell_marked(CELL_CONFIDENTIAL);
    *cell_at(figure, 2, 1) = (struct cell){0};
    draw(figure, FULL);
    ck_assert_uint_eq(count_marks(is_bar), 1);
    want_text("[c]");
    want_text("no data");
}
END_TEST

START_TEST(long_names_of_bars_wrap_to_two_lines)
{
    struct figure *figure = figure_of(FIGURE_BAR, 2, 1);
    fill(figure, rising);
    *cell_at(figure, 0, 0) = cell_text("Department of Information and Communications Technology");
    draw(figure, FULL);
    /* Nine twentieths of 481.9 hold 54 characters of 4 points. */
    want_text("Department of Information and Communications");
    want_text("Technology");
    draw(figure, HALF); /* 26 characters */
    want_text("Department of Information");
    ck_assert(!find_text("Technology"));
    assert_sound();
}
END_TEST

START_TEST(bars_that_do_not_fit_are_counted)
{
    struct figure *figure = figure_of(FIGURE_BAR, 60, 1);
    fill(figure, rising);
    draw(figure, FULL); /* 600 points hold 60 rows of 10 only as 53 of 11 and a line */
    ck_assert_uint_eq(count_marks(is_bar), 53);
    want_text("and 7 more, in the table");
    assert_sound();
}
END_TEST

START_TEST(row_limit_and_total_are_kept_out)
{
    struct figure *figure = figure_of(FIGURE_BAR, 5, 1);
    fill(figure, rising);
    ((struct table *)figure->table)->total_last = true;
    draw(figure, FULL);
    ck_assert_uint_eq(count_marks(is_bar), 4);
    figure->row_limit = 3;
    draw(figure, FULL);
    ck_assert_uint_eq(count_marks(is_bar), 3);
}
END_TEST

START_TEST(grouped_bars_are_named_beside_the_first_ones_with_room)
{
    struct figure *figure = figure_of(FIGURE_BAR, 3, 2);
    *cell_at(figure, 0, 1) = cell_count(90);
    *cell_at(figure, 0, 2) = cell_count(89);
    *cell_at(figure, 1, 1) = cell_count(40);
    *cell_at(figure, 1, 2) = cell_count(30);
    *cell_at(figure, 2, 1) = cell_count(20);
    *cell_at(figure, 2, 2) = cell_count(10);
    draw(figure, FULL);
    ck_assert_uint_eq(count_marks(is_bar), 6); /* no swatches */
    const struct mark *value = want_text("40");
    const struct mark *met = want_text("Met");
    ck_assert_double_eq_tol(met->box.x, value->box.x + value->box.width + 8, 0.01);
    ck_assert_double_eq_tol(met->box.y + met->box.height / 2, value->box.y + value->box.height / 2,
                            0.01);
    assert_sound();
}
END_TEST

START_TEST(grouped_bars_without_room_have_a_key_in_the_order_of_the_data)
{
    struct figure *figure = figure_of(FIGURE_BAR, 3, 2);
    fill(figure, equal);
    draw(figure, FULL);
    ck_assert_double_lt(want_text("Met")->box.x, want_text("Partly met")->box.x);
    ck_assert_uint_eq(count_marks(is_bar), 2 + 6); /* two swatches */
    assert_sound();
}
END_TEST

/* ---- Sparkline ---- */

START_TEST(sparkline_stays_in_its_place_and_breaks_at_gaps)
{
    static const double values[] = {3, 5, NAN, 4, 9};
    display = display_new(arena);
    display_page_new(display, 200, 100);
    area = (struct rect){10, 10, 70, 16};
    int node = display_open(display, ROLE_FIGURE);
    display_alt(display, node, "Trend.");
    sparkline_draw(display, &theme, &(struct sparkline){.values = values, .count = 5}, area);
    display_close(display, node);
    assert_sound();
    ck_assert_uint_eq(display->mark_count, 3); /* two lines and the last dot */
    ck_assert_uint_eq(count_marks(is_dot), 1);
}
END_TEST

START_TEST(sparkline_of_nothing_draws_nothing)
{
    static const double values[] = {NAN, NAN};
    display = display_new(arena);
    display_page_new(display, 200, 100);
    sparkline_draw(display, &theme,
                   &(struct sparkline){.values = values, .count = 2, .has_target = true},
                   (struct rect){0, 0, 70, 16});
    sparkline_draw(display, &theme, &(struct sparkline){0}, (struct rect){0, 0, 70, 16});
    ck_assert_uint_eq(display->mark_count, 0);
}
END_TEST

static void add_lines(TCase *t)
{
    tcase_add_test(t, line_has_round_ticks_with_the_unit_once);
    tcase_add_test(t, line_breaks_at_missing_values);
    tcase_add_test(t, line_breaks_at_a_quarter_without_a_row);
    tcase_add_test(t, line_shows_lone_values_as_dots);
    tcase_add_test(t, lines_are_named_at_their_ends);
    tcase_add_test(t, line_that_ends_early_says_when);
    tcase_add_test(t, cropped_axis_is_said_and_uncropped_is_not);
    tcase_add_test(t, close_quarters_are_named_by_year_and_the_last_always);
}

static void add_bars(TCase *t)
{
    tcase_add_test(t, columns_stand_on_zero_in_proportion);
    tcase_add_test(t, columns_with_all_values_have_no_axis);
    tcase_add_test(t, many_columns_get_an_axis_in_place_of_values);
    tcase_add_test(t, missing_column_is_marked_and_not_zero);
    tcase_add_test(t, columns_of_many_categories_lie_down);
    tcase_add_test(t, bars_stand_on_zero_with_values_at_their_ends);
    tcase_add_test(t, negative_bars_leave_zero_to_the_left);
    tcase_add_test(t, missing_bar_is_marked_and_not_zero);
    tcase_add_test(t, long_names_of_bars_wrap_to_two_lines);
    tcase_add_test(t, bars_that_do_not_fit_are_counted);
    tcase_add_test(t, row_limit_and_total_are_kept_out);
    tcase_add_test(t, grouped_bars_are_named_beside_the_first_ones_with_room);
    tcase_add_test(t, grouped_bars_without_room_have_a_key_in_the_order_of_the_data);
}

TCase *tests(void)
{
    TCase *t = tcase_create("chart");
    tcase_add_checked_fixture(t, setup, teardown);
    add_lines(t);
    add_bars(t);
    tcase_add_test(t, sparkline_stays_in_its_place_and_breaks_at_gaps);
    tcase_add_test(t, sparkline_of_nothing_draws_nothing);
    return t;
}
