/* SPDX-License-Identifier: MIT */

/* What the charts of spread and of shares show: positions and texts worked by hand. */

#include "figure_fixture.h"

static void set_counts(struct figure *figure, size_t column, const int64_t *values)
{
    for (size_t row = 0; row < figure->table->row_count; row++)
        *cell_at(figure, row, column) = cell_count(values[row]);
}

/* A figure of bins with a second column for their upper edges; the last bin is open. */
static struct figure *bins_of(enum figure_kind kind, size_t bins, const int64_t *counts,
                              const int64_t *edges)
{
    struct figure *figure = figure_of(kind, bins, 2);
    set_counts(figure, 1, counts);
    for (size_t bin = 0; bin + 1 < bins; bin++)
        *cell_at(figure, bin, 2) = cell_count(edges[bin]);
    figure->table->columns[2].unit = UNIT_DAYS;
    figure->value_count = 1;
    figure->upper_column = 2;
    return figure;
}

static const char *own_note(const struct figure *figure)
{
    struct text text = {0};
    figure_own_note(figure, &text);
    const char *copy = arena_text(arena, text_string(&text));
    text_finish(&text);
    return copy;
}

static const char *axis_note(const struct figure *figure)
{
    struct text text = {0};
    figure_axis_note(figure, &text);
    const char *copy = arena_text(arena, text_string(&text));
    text_finish(&text);
    return copy;
}

static const struct figure_limit THREE_DAYS = {3, "3 days"};
static const int64_t COUNTS[] = {20, 40, 30, 10};
static const int64_t EDGES[] = {1, 3, 7};

static struct rect first_dashed(void)
{
    for (size_t i = 0; i < display->mark_count; i++)
        if (is_dashed(&display->marks[i]))
            return display->marks[i].box;
    ck_abort_msg("nothing is dashed");
    return (struct rect){0};
}

/* ---- Histogram ---- */

START_TEST(histogram_has_an_edge_at_the_limit)
{
    struct figure *figure = bins_of(FIGURE_HISTOGRAM, 4, COUNTS, EDGES);
    figure->limits = &THREE_DAYS;
    figure->limit_count = 1;
    draw(figure, FULL);
    struct rect second = nth_bar(1)->box;
    struct rect third = nth_bar(2)->box;
    double rule = first_dashed().x;
    ck_assert_double_eq_tol(rule, (second.x + second.width + third.x) / 2, 0.25);
    ck_assert_double_le(third.x - (second.x + second.width), 0.51); /* they touch */
    want_text("3 days");
    want_text("7 d");
    assert_sound();
}
END_TEST

/* Days 0 to 1, 1 to 3, 3 to 7: a reader must be told. */
START_TEST(unequal_bins_are_said)
{
    static const int64_t equal_edges[] = {2, 4, 6};
    ck_assert_str_ne(own_note(bins_of(FIGURE_HISTOGRAM, 4, COUNTS, EDGES)), "");
    ck_assert_str_eq(own_note(bins_of(FIGURE_HISTOGRAM, 4, COUNTS, equal_edges)), "");
}
END_TEST

/* A rule inside a bin would divide what nobody divided. */
START_TEST(limit_without_an_edge_is_not_drawn)
{
    static const struct figure_limit within = {2, "2 days"};
    struct figure *figure = bins_of(FIGURE_HISTOGRAM, 4, COUNTS, EDGES);
    figure->limits = &within;
    figure->limit_count = 1;
    draw(figure, FULL);
    ck_assert(!find_text("2 days"));
    ck_assert_uint_eq(count_marks(is_dashed), 0);
}
END_TEST

/* ---- Shares at or below a value ---- */

static struct figure *ecdf_with_limit(void)
{
    struct figure *figure = bins_of(FIGURE_ECDF, 4, COUNTS, EDGES);
    figure->limits = &THREE_DAYS;
    figure->limit_count = 1;
    return figure;
}

/* 20 + 40 of 100; the open last bin counts. */
START_TEST(share_within_a_limit_is_exact)
{
    draw(ecdf_with_limit(), FULL);
    want_text("60% within 3 days");
    assert_sound();
}
END_TEST

START_TEST(shares_of_a_withheld_count_are_not_drawn)
{
    struct figure *figure = ecdf_with_limit();
    *cell_at(figure, 3, 1) = cell_marked(CELL_CONFIDENTIAL);
    draw(figure, FULL);
    ck_assert_uint_eq(display->mark_count, 1);
    want_text("Shares are not drawn: not all counts are known or may be shown.");
}
END_TEST

START_TEST(shares_of_fewer_than_ten_are_not_drawn)
{
    static const int64_t few[] = {2, 3, 2, 2};
    struct figure *figure = ecdf_with_limit();
    set_counts(figure, 1, few);
    draw(figure, FULL);
    ck_assert_uint_eq(display->mark_count, 1);
}
END_TEST

static double middle_of(const char *text)
{
    struct rect box = want_text(text)->box;
    return box.x + box.width / 2;
}

/* Hours 1, 2, 4, ... 1024: the fifth of eleven is 16, so five of eleven are within 24. */
START_TEST(single_values_over_decades_have_a_log_axis)
{
    static const struct figure_limit day = {24, "1 day"};
    struct figure *figure = figure_of(FIGURE_ECDF, 11, 1);
    set_unit(figure, UNIT_HOURS);
    for (size_t row = 0; row < 11; row++)
        *cell_at(figure, 10 - row, 1) = cell_count((int64_t)1 << row);
    figure->limits = &day;
    figure->limit_count = 1;
    draw(figure, FULL);
    want_text("45% within 1 day");
    double one = middle_of("1");
    double ten = middle_of("10");
    double hundred = middle_of("100");
    ck_assert_double_gt(ten - one, 50);
    ck_assert_double_eq_tol(hundred - ten, ten - one, 0.5);
    want_text("1,000 h");
    ck_assert_str_eq(axis_note(figure), "Log scale");
    assert_sound();
}
END_TEST

/* ---- Percentiles ---- */

static bool is_row_line(const struct mark *mark)
{
    return mark->kind == MARK_PATH && mark->path.paint.stroke && mark->path.paint.width == 1.2;
}

/* 10, 20, 30, 40, 60 on one row: the dot stands at two fifths of the line. */
START_TEST(median_stands_in_proportion_on_its_line)
{
    struct figure *figure = figure_of(FIGURE_PERCENTILES, 2, 5);
    for (size_t i = 1; i <= 5; i++) {
        *cell_at(figure, 0, i) = cell_count(10 * (int64_t)i + (i == 5 ? 10 : 0));
        *cell_at(figure, 1, i) = cell_marked(CELL_CONFIDENTIAL);
    }
    draw(figure, FULL);
    ck_assert_uint_eq(count_marks(is_row_line), 1);
    ck_assert_uint_eq(count_marks(is_dot), 1);
    want_text("[c]");
    struct rect line = {0};
    struct rect dot = {0};
    for (size_t i = 0; i < display->mark_count; i++) {
        const struct mark *mark = &display->marks[i];
        line = is_row_line(mark) ? mark->box : line;
        dot = is_dot(mark) ? mark->box : dot;
    }
    ck_assert_double_eq_tol((dot.x + dot.width / 2 - line.x) / line.width, 0.4, 0.01);
    assert_sound();
}
END_TEST

/* ---- Bars in order of size ---- */

START_TEST(pareto_sorts_and_adds_up)
{
    static const int64_t counts[] = {10, 50, 15, 25};
    struct figure *figure = figure_of(FIGURE_PARETO, 4, 1);
    set_counts(figure, 1, counts);
    *cell_at(figure, 3, 0) = cell_text("Other"); /* 25, and last all the same */
    draw(figure, FULL);
    ck_assert_double_lt(want_text("Agency 2")->box.y, want_text("Agency 3")->box.y);
    ck_assert_double_lt(want_text("Agency 3")->box.y, want_text("Agency 1")->box.y);
    ck_assert_double_lt(want_text("Agency 1")->box.y, want_text("Other")->box.y);
    want_text("50%");
    want_text("65%");
    want_text("75%");
    ck_assert(!find_text("first 3:")); /* 75 is under 80: only all four are not */
    assert_sound();
}
END_TEST

START_TEST(pareto_brackets_the_first_that_make_up_four_fifths)
{
    static const int64_t counts[] = {50, 31, 15, 4};
    struct figure *figure = figure_of(FIGURE_PARETO, 4, 1);
    set_counts(figure, 1, counts);
    draw(figure, FULL);
    want_text("first 2:");
    ck_assert_str_eq(own_note(figure), "");
}
END_TEST

/* 100 less the other shares would give the withheld one away. */
START_TEST(pareto_with_a_withheld_count_has_no_shares)
{
    static const int64_t counts[] = {50, 31, 15, 4};
    struct figure *figure = figure_of(FIGURE_PARETO, 4, 1);
    set_counts(figure, 1, counts);
    *cell_at(figure, 3, 1) = cell_marked(CELL_CONFIDENTIAL);
    draw(figure, FULL);
    want_text("[c]");
    ck_assert(!find_text("50%"));
    ck_assert(!find_text("cumulative"));
    ck_assert_str_ne(own_note(figure), "");
}
END_TEST

/* ---- Funnel ---- */

/* Twenty bodies near 80 of 100, one far below, one withheld. */
static struct figure *funnel(void)
{
    struct figure *figure = figure_of(FIGURE_FUNNEL, 22, 1);
    set_unit(figure, UNIT_PERCENT);
    for (size_t row = 0; row < 22; row++)
        *cell_at(figure, row, 1) = cell_rate(76 + (int64_t)(row % 9), 100 + 5 * (int64_t)(row % 3));
    *cell_at(figure, 7, 1) = cell_rate(30, 100);
    *cell_at(figure, 9, 1) = cell_marked(CELL_CONFIDENTIAL);
    return figure;
}

static void assert_off_points(const struct mark *name)
{
    for (size_t i = 0; i < display->mark_count; i++)
        ck_assert(!is_dot(&display->marks[i]) || !rect_overlaps(display->marks[i].box, name->box));
}

/* Two bodies of nearly one size and one rate: neither name stands on the other's point. */
START_TEST(funnel_names_keep_off_points)
{
    struct figure *figure = funnel();
    *cell_at(figure, 3, 1) = cell_rate(30, 99);
    draw(figure, FULL);
    want_text("Agency 8");
    want_text("Agency 4");
    for (size_t i = 0; i < display->mark_count; i++)
        if (display->marks[i].kind == MARK_TEXT &&
            text_starts(mark_text(&display->marks[i]), "Agency"))
            assert_off_points(&display->marks[i]);
    assert_sound();
}
END_TEST

START_TEST(funnel_names_only_what_is_beyond_chance)
{
    struct figure *figure = funnel();
    draw(figure, FULL);
    want_text("Agency 8");
    ck_assert(!find_text("Agency 7"));
    figure->subject = "Agency 7";
    draw(figure, FULL);
    want_text("Agency 8");
    want_text("Agency 7");
    assert_sound();
}
END_TEST

/* 21 bodies: a twentieth is one. */
START_TEST(funnel_says_what_chance_does_and_what_is_not_drawn)
{
    const char *note = own_note(funnel());
    ck_assert_msg(strstr(note, "About 1 of 21 would fall outside the 95% lines by chance alone."),
                  "%s", note);
    ck_assert_msg(strstr(note, "Without a value that can be drawn: 1."), "%s", note);
}
END_TEST

/* ---- Answers on both sides of a middle ---- */

static struct figure *answers(void)
{
    static const int64_t counts[] = {10, 10, 20, 40, 20};
    struct figure *figure = figure_of(FIGURE_DIVERGING, 1, 5);
    for (size_t i = 0; i < 5; i++)
        *cell_at(figure, 0, i + 1) = cell_count(counts[i]);
    return figure;
}

static bool is_segment(const struct mark *mark)
{
    return is_bar(mark) && mark->box.height > 10;
}

static struct rect segment(size_t n)
{
    for (size_t i = 0; i < display->mark_count; i++)
        if (is_segment(&display->marks[i]) && n-- == 0)
            return display->marks[i].box;
    ck_abort_msg("too few segments");
    return (struct rect){0};
}

/* 20 + 40 less 10 + 10 of 100; half of the middle stands on each side. */
START_TEST(middle_answers_stand_on_both_sides)
{
    draw(answers(), FULL);
    ck_assert_uint_eq(count_marks(is_segment), 5);
    want_text("+40");
    want_text("100");
    struct rect second = segment(1);
    struct rect middle = segment(2);
    struct rect fourth = segment(3);
    ck_assert_double_eq_tol((fourth.width + 0.5) / (second.width + 0.5), 4, 0.01);
    double rule = 0;
    for (size_t i = 0; i < display->mark_count; i++)
        if (display->marks[i].kind == MARK_PATH && display->marks[i].path.paint.width == 0.8)
            rule = display->marks[i].box.x;
    ck_assert_double_eq_tol(rule, middle.x + middle.width / 2, 0.25);
    assert_sound();
}
END_TEST

START_TEST(answers_of_fewer_than_ten_have_no_shares)
{
    struct figure *figure = answers();
    for (size_t i = 1; i <= 5; i++)
        *cell_at(figure, 0, i) = cell_count(1);
    draw(figure, FULL);
    ck_assert_uint_eq(count_marks(is_segment), 0);
    want_text("Fewer than ten: see the table.");
    ck_assert(!find_text("20%"));
}
END_TEST

/* ---- Small multiples ---- */

static bool is_panel_line(const struct mark *mark)
{
    return mark->kind == MARK_PATH && mark->path.paint.stroke && mark->path.paint.width == 1.4;
}

/* Three panels in one row: the same value stands at the same height in each. */
START_TEST(panels_share_one_scale)
{
    struct figure *figure = figure_of(FIGURE_MULTIPLES, 4, 3);
    for (size_t row = 0; row < 4; row++)
        for (size_t i = 1; i <= 3; i++)
            *cell_at(figure, row, i) = cell_count(row == 0 ? 50 : 10 * (int64_t)(i * row));
    set_periods(figure);
    draw(figure, FULL);
    want_text("Met");
    want_text("30"); /* the last values */
    want_text("60");
    want_text("90");
    ck_assert_uint_eq(count_marks(is_panel_line), 3);
    double first = NAN;
    for (size_t i = 0; i < display->mark_count; i++) {
        if (!is_panel_line(&display->marks[i]))
            continue;
        double y = display->marks[i].path.path.points[0].to.y;
        first = isnan(first) ? y : first;
        ck_assert_double_eq_tol(y, first, 0.01);
    }
    ck_assert_str_eq(own_note(figure), "Grey line in every panel: Met.");
}
END_TEST

START_TEST(panel_breaks_where_a_quarter_is_missing)
{
    struct figure *figure = figure_of(FIGURE_MULTIPLES, 7, 2);
    fill(figure, rising);
    set_periods(figure);
    *cell_at(figure, 3, 2) = cell_marked(CELL_NOT_AVAILABLE);
    *cell_at(figure, 6, 1) = cell_marked(CELL_CONFIDENTIAL);
    draw(figure, FULL);
    ck_assert_uint_eq(count_marks(is_panel_line), 3);
    want_text("[c]");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("chart_spread");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, histogram_has_an_edge_at_the_limit);
    tcase_add_test(t, unequal_bins_are_said);
    tcase_add_test(t, limit_without_an_edge_is_not_drawn);
    tcase_add_test(t, share_within_a_limit_is_exact);
    tcase_add_test(t, shares_of_a_withheld_count_are_not_drawn);
    tcase_add_test(t, shares_of_fewer_than_ten_are_not_drawn);
    tcase_add_test(t, single_values_over_decades_have_a_log_axis);
    tcase_add_test(t, median_stands_in_proportion_on_its_line);
    tcase_add_test(t, pareto_sorts_and_adds_up);
    tcase_add_test(t, pareto_brackets_the_first_that_make_up_four_fifths);
    tcase_add_test(t, pareto_with_a_withheld_count_has_no_shares);
    tcase_add_test(t, funnel_names_keep_off_points);
    tcase_add_test(t, funnel_names_only_what_is_beyond_chance);
    tcase_add_test(t, funnel_says_what_chance_does_and_what_is_not_drawn);
    tcase_add_test(t, middle_answers_stand_on_both_sides);
    tcase_add_test(t, answers_of_fewer_than_ten_have_no_shares);
    tcase_add_test(t, panels_share_one_scale);
    tcase_add_test(t, panel_breaks_where_a_quarter_is_missing);
    return t;
}
