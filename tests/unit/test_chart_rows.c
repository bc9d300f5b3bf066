/* SPDX-License-Identifier: MIT */

/* Bars with what stands beside them, dumbbells and bullets. */

#include "figure_fixture.h"

#include "chart/difference.h"

static bool same(struct colour a, struct colour b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static bool is_filled(const struct mark *mark, struct colour colour)
{
    return mark->kind == MARK_PATH && mark->path.paint.fill &&
           same(mark->path.paint.fill_colour, colour);
}

static bool is_light_bar(const struct mark *mark)
{
    return is_bar(mark) && is_filled(mark, theme.hairline);
}

static bool is_brand_bar(const struct mark *mark)
{
    return is_bar(mark) && is_filled(mark, theme.brand);
}

static bool is_context_bar(const struct mark *mark)
{
    return is_bar(mark) && is_filled(mark, theme.context);
}

static bool is_whisker(const struct mark *mark)
{
    return mark->kind == MARK_PATH && mark->path.paint.width == 0.8 && mark->box.height < 0.01;
}

static bool is_brand_dot(const struct mark *mark)
{
    return is_dot(mark) && is_filled(mark, theme.brand);
}

static bool is_context_dot(const struct mark *mark)
{
    return is_dot(mark) && is_filled(mark, theme.context);
}

static bool is_target_rule(const struct mark *mark)
{
    return mark->kind == MARK_PATH && mark->path.paint.width == 1.6;
}

static const struct mark *nth(bool (*wanted)(const struct mark *mark), size_t n)
{
    for (size_t i = 0; i < display->mark_count; i++)
        if (wanted(&display->marks[i]) && n-- == 0)
            return &display->marks[i];
    ck_abort_msg("too few such marks");
    return NULL;
}

/* One value and three columns beside it. */
static struct figure *rows_of(enum figure_kind kind, size_t rows)
{
    struct figure *figure = figure_of(kind, rows, 4);
    fill(figure, rising);
    figure->value_count = 1;
    return figure;
}

static double middle_x(const struct mark *mark)
{
    return mark->box.x + mark->box.width / 2;
}

/* ---- Bars ---- */

START_TEST(bar_before_is_light_and_thin_and_below)
{
    struct figure *figure = rows_of(FIGURE_BAR, 3); /* 40, 47, 54; before 41, 48, 55 */
    figure->before_column = 2;
    figure->table->columns[2].heading = "Before";
    draw(figure, FULL);
    assert_sound();
    struct rect now = nth(is_brand_bar, 0)->box;
    struct rect before = nth(is_light_bar, 0)->box;
    if (find_text("Before")) { /* a key: its two swatches come first */
        now = nth(is_brand_bar, 1)->box;
        before = nth(is_light_bar, 1)->box;
    }
    ck_assert_double_gt(before.y, now.y + now.height);
    ck_assert_double_lt(before.height, now.height / 1.5);
    /* The outline stands inside the bar, a quarter of a point at each end. */
    ck_assert_double_eq_tol((before.width + 0.5) / now.width, 41.0 / 40.0, 0.001);
}
END_TEST

START_TEST(bar_before_is_named_with_its_value_where_there_is_room)
{
    struct figure *figure = rows_of(FIGURE_BAR, 2);
    figure->before_column = 2;
    figure->table->columns[2].heading = "Before";
    *cell_at(figure, 0, 1) = cell_count(100);
    *cell_at(figure, 0, 2) = cell_count(90);
    *cell_at(figure, 1, 1) = cell_count(40);
    *cell_at(figure, 1, 2) = cell_count(30);
    draw(figure, FULL);
    want_text("Before 30");
    ck_assert(!find_text("Before"));
    ck_assert_uint_eq(count_marks(is_bar), 4);
}
END_TEST

START_TEST(bar_that_is_not_seen_is_not_named)
{
    struct figure *figure = rows_of(FIGURE_BAR, 3);
    figure->before_column = 2;
    figure->table->columns[2].heading = "Before";
    for (size_t row = 0; row < 3; row++) {
        *cell_at(figure, row, 1) = cell_count(row == 2 ? 100 : 40);
        *cell_at(figure, row, 2) = cell_count(row == 0 ? 0 : 30);
    }
    draw(figure, FULL);
    ck_assert(!find_text("Before 0"));
    ck_assert_double_eq_tol(want_text("Before 30")->box.y, nth_bar(1)->box.y + 1, 3);
}
END_TEST

START_TEST(subject_has_the_brand_and_the_others_are_grey)
{
    struct figure *figure = rows_of(FIGURE_BAR, 3);
    figure->subject = "Agency 2";
    draw(figure, FULL);
    ck_assert_uint_eq(count_marks(is_context_bar), 2);
    ck_assert_uint_eq(count_marks(is_brand_bar), 1);
    double y = nth(is_brand_bar, 0)->box.y;
    ck_assert_double_gt(y, nth(is_context_bar, 0)->box.y);
    ck_assert_double_lt(y, nth(is_context_bar, 1)->box.y);
}
END_TEST

START_TEST(value_stands_behind_its_interval)
{
    struct figure *figure = rows_of(FIGURE_BAR, 1);
    *cell_at(figure, 0, 1) = cell_count(50);
    *cell_at(figure, 0, 2) = cell_count(30);
    *cell_at(figure, 0, 3) = cell_count(80);
    figure->lower_column = 2;
    figure->upper_column = 3;
    draw(figure, FULL);
    assert_sound();
    struct rect bar = nth(is_brand_bar, 0)->box;
    struct rect whisker = nth(is_whisker, 0)->box;
    ck_assert_double_eq_tol(whisker.width / bar.width, (80.0 - 30.0) / 50.0, 0.001);
    ck_assert_double_eq_tol(whisker.x - bar.x, bar.width * 30 / 50, 0.001);
    ck_assert_double_eq_tol(want_text("50")->box.x, whisker.x + whisker.width + 4, 0.01);
}
END_TEST

START_TEST(bar_without_an_interval_has_no_whisker)
{
    struct figure *figure = rows_of(FIGURE_BAR, 2);
    figure->lower_column = 2;
    figure->upper_column = 3;
    *cell_at(figure, 0, 2) = cell_marked(CELL_CONFIDENTIAL);
    *cell_at(figure, 1, 2) = *cell_at(figure, 1, 3); /* no width */
    draw(figure, FULL);
    ck_assert_uint_eq(count_marks(is_whisker), 0);
}
END_TEST

START_TEST(counts_stand_in_a_column_at_the_right)
{
    struct figure *figure = rows_of(FIGURE_BAR, 2);
    figure->count_column = 4;
    *cell_at(figure, 0, 4) = cell_rate(18, 20);
    *cell_at(figure, 1, 4) = cell_count(1204);
    draw(figure, FULL);
    assert_sound();
    const struct mark *first = want_text("18 of 20");
    const struct mark *second = want_text("1,204");
    const struct mark *head = want_text("n");
    ck_assert_double_eq_tol(first->box.x + first->box.width, LEFT + FULL, 0.01);
    ck_assert_double_eq_tol(second->box.x + second->box.width, LEFT + FULL, 0.01);
    ck_assert_double_lt(head->box.y, first->box.y);
    /* No value stands in the column. */
    const struct mark *value = want_text("47");
    ck_assert_double_le(value->box.x + value->box.width, first->box.x);
}
END_TEST

START_TEST(row_called_other_is_last)
{
    struct figure *figure = rows_of(FIGURE_BAR, 3);
    *cell_at(figure, 0, 0) = cell_text("other");
    draw(figure, FULL);
    ck_assert_double_gt(want_text("other")->box.y, want_text("Agency 3")->box.y);
    ck_assert_double_lt(want_text("Agency 2")->box.y, want_text("Agency 3")->box.y);
    ck_assert_double_gt(want_text("40")->box.y, want_text("54")->box.y);
}
END_TEST

/* ---- Differences ---- */

static const char *difference(struct cell before, struct cell now, enum column_unit unit)
{
    struct column column = {.unit = unit, .decimals = 1};
    return difference_print(&before, &now, &column, arena);
}

#define MINUS "\xE2\x88\x92"

START_TEST(differences_are_printed_with_sign_and_unit)
{
    /* 80% - 60%; 2 of 3 - 1 of 2 of hundreds: 66.7 - 50.0 */
    ck_assert_str_eq(difference(cell_rate(48, 80), cell_rate(56, 70), UNIT_PERCENT), "+20 pts");
    ck_assert_str_eq(difference(cell_rate(800, 1200), cell_rate(600, 1200), UNIT_PERCENT),
                     MINUS "16.7 pts");
    ck_assert_str_eq(difference(cell_rate(10, 20), cell_rate(15, 30), UNIT_PERCENT), "0 pts");
    ck_assert_str_eq(difference(cell_count(1500), cell_count(300), UNIT_COUNT), MINUS "1,200");
    ck_assert_str_eq(difference(cell_ratio(801, 10), cell_ratio(1703, 20), UNIT_SCORE), "+5.1");
}
END_TEST

START_TEST(no_percentage_is_made_of_fewer_than_ten)
{
    ck_assert_str_eq(difference(cell_rate(4, 5), cell_rate(56, 70), UNIT_PERCENT), "");
    ck_assert_str_eq(difference(cell_rate(56, 70), cell_rate(4, 9), UNIT_PERCENT), "");
    ck_assert_str_eq(difference(cell_marked(CELL_CONFIDENTIAL), cell_rate(56, 70), UNIT_PERCENT),
                     "");
}
END_TEST

/* ---- Dumbbells ---- */

static struct figure *dumbbells(void)
{
    struct figure *figure = rows_of(FIGURE_DUMBBELL, 2);
    set_unit(figure, UNIT_PERCENT);
    figure->before_column = 2;
    figure->count_column = 3;
    figure->table->columns[1].heading = "Q3";
    figure->table->columns[2].heading = "Q2";
    /* Newcombe's interval of 56/70 - 48/80 is .052 to .334; that of 9/10 - 8/10 holds 0. */
    *cell_at(figure, 0, 1) = cell_rate(56, 70);
    *cell_at(figure, 0, 2) = cell_rate(48, 80);
    *cell_at(figure, 0, 3) = cell_count(1270);
    *cell_at(figure, 1, 1) = cell_rate(9, 10);
    *cell_at(figure, 1, 2) = cell_rate(8, 10);
    *cell_at(figure, 1, 3) = cell_count(10);
    return figure;
}

START_TEST(dumbbell_is_grey_where_the_change_is_not_clear)
{
    draw(dumbbells(), FULL);
    assert_sound();
    ck_assert_uint_eq(count_marks(is_context_dot), 1);
    ck_assert_uint_eq(count_marks(is_brand_dot), 1 + 1); /* and the name's */
    ck_assert_double_gt(nth(is_context_dot, 0)->box.y, nth(is_brand_dot, 0)->box.y);
}
END_TEST

START_TEST(dumbbell_has_now_change_and_n_at_the_right)
{
    draw(dumbbells(), FULL);
    const struct mark *now = want_text("80%");
    const struct mark *change = want_text("+20 pts");
    const struct mark *n = want_text("1,270");
    ck_assert_double_lt(now->box.x + now->box.width, change->box.x);
    ck_assert_double_lt(change->box.x + change->box.width, n->box.x);
    want_text("Now");
    want_text("Change");
    want_text("+10 pts");
    /* now and n on one line */
    ck_assert_double_eq_tol(now->box.y, n->box.y, 0.01);
}
END_TEST

START_TEST(dumbbell_names_its_ends_in_their_order)
{
    struct figure *figure = dumbbells();
    draw(figure, FULL);
    ck_assert_double_lt(want_text("Q2")->box.x, want_text("Q3")->box.x);
    *cell_at(figure, 0, 1) = cell_rate(24, 80); /* it fell */
    draw(figure, FULL);
    ck_assert_double_gt(want_text("Q2")->box.x, want_text("Q3")->box.x);
    assert_sound();
}
END_TEST

START_TEST(dumbbell_without_a_value_prints_its_mark_and_draws_the_other_end)
{
    struct figure *figure = dumbbells();
    *cell_at(figure, 1, 1) = cell_marked(CELL_CONFIDENTIAL);
    draw(figure, FULL);
    want_text("[c]");
    ck_assert_uint_eq(count_marks(is_context_dot), 0);
    ck_assert(!find_text("+10 pts"));
    assert_sound();
}
END_TEST

START_TEST(dumbbells_far_from_zero_say_where_their_axis_starts)
{
    struct figure *figure = dumbbells();
    struct text note = {0};
    /* 60 to 90: 60 > half of 30; 60 - 0.39 * 30 = 48.3, steps of 10: 40 */
    ck_assert(figure_axis_note(figure, &note));
    ck_assert_str_eq(text_string(&note), "Axis starts at 40%");
    *cell_at(figure, 0, 1) = cell_rate(7, 70);
    text_clear(&note);
    ck_assert(!figure_axis_note(figure, &note));
    text_finish(&note);
}
END_TEST

/* ---- Bullets ---- */

static bool is_range(const struct mark *mark)
{
    return is_bar(mark) && mark->box.height > 10 && !is_filled(mark, theme.brand);
}

static struct figure *bullets(void)
{
    static const struct figure_limit limits[] = {{80, "Sound"}, {50, "Fair"}};
    struct figure *figure = rows_of(FIGURE_BULLET, 3); /* 40, 47, 54; second 41, 48, 55 */
    figure->limits = limits;
    figure->limit_count = 2;
    return figure;
}

START_TEST(bullet_has_darker_ranges_where_results_are_poorer)
{
    draw(bullets(), FULL);
    assert_sound();
    ck_assert_uint_eq(count_marks(is_range), 3 * 3);
    const struct mark *poor = nth(is_range, 0);
    const struct mark *fair = nth(is_range, 1);
    const struct mark *sound = nth(is_range, 2);
    ck_assert_double_lt(poor->path.paint.fill_colour.red, fair->path.paint.fill_colour.red);
    ck_assert_double_lt(fair->path.paint.fill_colour.red, sound->path.paint.fill_colour.red);
    /* from 0 to 50, from 50 to 80, though the limits are given in no order */
    ck_assert_double_eq_tol(fair->box.width / poor->box.width, 30.0 / 50.0, 0.001);
    want_text("Fair");
    want_text("Sound");
}
END_TEST

START_TEST(bullet_bar_is_a_third_of_its_band_and_stands_on_zero)
{
    draw(bullets(), FULL);
    struct rect bar = nth(is_brand_bar, 0)->box;
    struct rect band = nth(is_range, 0)->box;
    ck_assert_double_eq_tol(bar.height, band.height / 3, 0.01);
    ck_assert_double_eq_tol(bar.x, band.x, 0.01);
    ck_assert_double_eq_tol(bar.width / band.width, 40.0 / 50.0, 0.001);
}
END_TEST

START_TEST(bullet_holds_each_row_against_its_own_target)
{
    struct figure *figure = bullets();
    figure->value_count = 2;
    *cell_at(figure, 1, 2) = cell_marked(CELL_NOT_APPLICABLE);
    draw(figure, FULL);
    ck_assert_uint_eq(count_marks(is_target_rule), 2);
    const struct mark *bar = nth(is_brand_bar, 0);
    ck_assert_double_eq_tol((middle_x(nth(is_target_rule, 0)) - bar->box.x) / bar->box.width,
                            41.0 / 40.0, 0.001);
    want_text("Partly met"); /* the column of targets names itself */
    figure->value_count = 1;
    figure->has_target = true;
    figure->target = 70;
    draw(figure, FULL);
    ck_assert_uint_eq(count_marks(is_target_rule), 3);
    want_text("Target");
}
END_TEST

START_TEST(bullets_far_from_zero_are_dots)
{
    struct figure *figure = bullets();
    struct text note = {0};
    figure->limit_count = 0;
    for (size_t row = 0; row < 3; row++)
        *cell_at(figure, row, 1) = cell_count(90 + (int64_t)row);
    draw(figure, FULL);
    assert_sound();
    ck_assert_uint_eq(count_marks(is_brand_bar), 0);
    ck_assert_uint_eq(count_marks(is_brand_dot), 3);
    ck_assert(figure_axis_note(figure, &note));
    text_finish(&note);
}
END_TEST

START_TEST(bullet_without_a_value_keeps_its_target_and_prints_the_mark)
{
    struct figure *figure = bullets();
    figure->has_target = true;
    figure->target = 70;
    *cell_at(figure, 1, 1) = cell_marked(CELL_NOT_AVAILABLE);
    draw(figure, FULL);
    ck_assert_uint_eq(count_marks(is_brand_bar), 2);
    ck_assert_uint_eq(count_marks(is_target_rule), 3);
    want_text("[x]");
}
END_TEST

static void add_bars(TCase *t)
{
    tcase_add_test(t, bar_before_is_light_and_thin_and_below);
    tcase_add_test(t, bar_before_is_named_with_its_value_where_there_is_room);
    tcase_add_test(t, bar_that_is_not_seen_is_not_named);
    tcase_add_test(t, subject_has_the_brand_and_the_others_are_grey);
    tcase_add_test(t, value_stands_behind_its_interval);
    tcase_add_test(t, bar_without_an_interval_has_no_whisker);
    tcase_add_test(t, counts_stand_in_a_column_at_the_right);
    tcase_add_test(t, row_called_other_is_last);
}

TCase *tests(void)
{
    TCase *t = tcase_create("chart_rows");
    tcase_add_checked_fixture(t, setup, teardown);
    add_bars(t);
    tcase_add_test(t, differences_are_printed_with_sign_and_unit);
    tcase_add_test(t, no_percentage_is_made_of_fewer_than_ten);
    tcase_add_test(t, dumbbell_is_grey_where_the_change_is_not_clear);
    tcase_add_test(t, dumbbell_has_now_change_and_n_at_the_right);
    tcase_add_test(t, dumbbell_names_its_ends_in_their_order);
    tcase_add_test(t, dumbbell_without_a_value_prints_its_mark_and_draws_the_other_end);
    tcase_add_test(t, dumbbells_far_from_zero_say_where_their_axis_starts);
    tcase_add_test(t, bullet_has_darker_ranges_where_results_are_poorer);
    tcase_add_test(t, bullet_bar_is_a_third_of_its_band_and_stands_on_zero);
    tcase_add_test(t, bullet_holds_each_row_against_its_own_target);
    tcase_add_test(t, bullets_far_from_zero_are_dots);
    tcase_add_test(t, bullet_without_a_value_keeps_its_target_and_prints_the_mark);
    return t;
}
