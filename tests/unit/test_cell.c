/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include <math.h>

#include "base/text.h"
#include "document/document.h"
#include "document/figure_form.h"

/* The cell as printed in a column of this unit and these decimals; compares and frees. */
static void expect(struct cell cell, enum column_unit unit, int decimals, const char *printed)
{
    struct column column = {.id = "c", .heading = "C", .unit = unit, .decimals = decimals};
    struct text text = {0};

    cell_print(&cell, &column, &text);
    ck_assert_str_eq(text_string(&text), printed);
    text_finish(&text);
}

START_TEST(counts_have_thousands_commas)
{
    expect(cell_count(0), UNIT_COUNT, 0, "0");
    expect(cell_count(12345), UNIT_COUNT, 0, "12,345");
    expect(cell_count(-1234567), UNIT_COUNT, 0, "\u22121,234,567");
}
END_TEST

START_TEST(rates_below_ten_items_print_their_counts)
{
    expect(cell_rate(4, 5), UNIT_PERCENT, 0, "4 of 5");
    expect(cell_rate(0, 9), UNIT_PERCENT, 0, "0 of 9");
    expect(cell_rate(9, 10), UNIT_PERCENT, 0, "90%");
}
END_TEST

/* Of 10 to 29 bodies or persons: flagged; a census of items never is. */
START_TEST(rates_across_few_bodies_are_flagged)
{
    expect(cell_rate_of_many(8, 9), UNIT_PERCENT, 0, "8 of 9");
    expect(cell_rate_of_many(9, 10), UNIT_PERCENT, 0, "90% [u]");
    expect(cell_rate_of_many(29, 29), UNIT_PERCENT, 0, "100% [u]");
    expect(cell_rate_of_many(27, 30), UNIT_PERCENT, 0, "90%");
    expect(cell_rate(9, 10), UNIT_PERCENT, 0, "90%");
    expect(cell_rate_of_many(0, 0), UNIT_PERCENT, 0, "[z]");
}
END_TEST

START_TEST(rates_take_a_decimal_from_a_thousand_items_on)
{
    expect(cell_rate(869, 999), UNIT_PERCENT, 0, "87%"); /* 86.99 */
    expect(cell_rate(873, 1000), UNIT_PERCENT, 0, "87.3%");
}
END_TEST

START_TEST(a_rate_is_never_rounded_to_all_or_none)
{
    expect(cell_rate(998, 999), UNIT_PERCENT, 0, ">99%");
    expect(cell_rate(1, 999), UNIT_PERCENT, 0, "<1%");
    expect(cell_rate(999, 999), UNIT_PERCENT, 0, "100%");
}
END_TEST

START_TEST(nothing_to_divide_by_is_not_applicable)
{
    expect(cell_rate(0, 0), UNIT_PERCENT, 0, "[z]");
    expect(cell_ratio(5, 0), UNIT_NUMBER, 1, "[z]");
}
END_TEST

START_TEST(ratios_take_the_decimals_of_their_column)
{
    expect(cell_ratio(7, 8), UNIT_DAYS, 1, "0.9"); /* 0.875 */
    /* 999,985 millionths are no full score, though they would round to one. */
    expect(cell_ratio(999985, 10000), UNIT_SCORE, 1, "99.9");
    expect(cell_ratio(1000000, 10000), UNIT_SCORE, 1, "100.0");
    expect(cell_ratio(999400, 10000), UNIT_SCORE, 1, "99.9");
    expect(cell_ratio(7, 2), UNIT_SCORE, 0, "4"); /* a half goes away from zero */
    expect(cell_ratio(22, 7), UNIT_NUMBER, 2, "3.14");
}
END_TEST

START_TEST(changes_carry_a_sign_unless_they_round_to_zero)
{
    expect(cell_ratio(16, 5), UNIT_POINTS, 1, "+3.2");
    expect(cell_ratio(-16, 5), UNIT_POINTS, 1, "\u22123.2");
    expect(cell_ratio(1, 100), UNIT_POINTS, 1, "0.0");
    expect(cell_ratio(-1, 100), UNIT_POINTS, 1, "0.0");
    expect(cell_count(3), UNIT_POINTS, 0, "+3");
    expect(cell_count(3), UNIT_COUNT, 0, "3");
}
END_TEST

START_TEST(dates_marks_words_and_blanks_print_as_readers_know_them)
{
    expect(cell_date(20726), UNIT_DATE, 0, "30 Sep 2026"); /* 20726 days after 1 January 1970 */
    expect(cell_marked(CELL_CONFIDENTIAL), UNIT_COUNT, 0, "[c]");
    expect(cell_marked(CELL_NOT_AVAILABLE), UNIT_COUNT, 0, "[x]");
    expect(cell_marked(CELL_NOT_APPLICABLE), UNIT_COUNT, 0, "[z]");
    expect(cell_status(STATUS_NOT_MET), UNIT_STATUS, 0, "not met");
    expect(cell_text("Facebook"), UNIT_TEXT, 0, "Facebook");
    expect(cell_text(NULL), UNIT_TEXT, 0, "");
}
END_TEST

START_TEST(values_for_axes_are_per_cent_for_rates_and_nan_for_words)
{
    struct cell count = cell_count(7);
    struct cell rate = cell_rate(3, 4);
    struct cell ratio = cell_ratio(3, 4);
    struct cell words[] = {cell_text("a"), cell_text(NULL), cell_marked(CELL_CONFIDENTIAL),
                           cell_status(STATUS_MET), cell_rate(0, 0)};

    ck_assert_double_eq(cell_value(&count), 7.0);
    ck_assert_double_eq(cell_value(&rate), 75.0);
    ck_assert_double_eq(cell_value(&ratio), 0.75);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        ck_assert(isnan(cell_value(&words[i])));
}
END_TEST

START_TEST(cells_and_columns_of_a_table_are_found)
{
    struct column columns[] = {{.id = "agency"}, {.id = "rate"}};
    struct cell cells[] = {cell_count(0), cell_count(1), cell_count(2), cell_count(3)};
    struct table table = {.columns = columns, .column_count = 2, .cells = cells, .row_count = 2};

    ck_assert_int_eq(table_cell(&table, 1, 0)->number, 2);
    ck_assert_int_eq(table_cell(&table, 0, 1)->number, 1);
    ck_assert_uint_eq(table_column(&table, "rate"), 1);
    ck_assert_uint_eq(table_column(&table, "rat"), (size_t)-1);
}
END_TEST

START_TEST(numbers_and_dates_are_set_right_and_words_left)
{
    static const enum column_unit left[] = {UNIT_TEXT, UNIT_STATUS, UNIT_PERIOD};
    static const enum column_unit right[] = {UNIT_COUNT, UNIT_PERCENT, UNIT_POINTS, UNIT_SCORE,
                                             UNIT_DAYS,  UNIT_HOURS,   UNIT_NUMBER, UNIT_DATE};

    for (size_t i = 0; i < sizeof left / sizeof left[0]; i++)
        ck_assert(!column_is_numeric(&(struct column){.unit = left[i]}));
    for (size_t i = 0; i < sizeof right / sizeof right[0]; i++)
        ck_assert(column_is_numeric(&(struct column){.unit = right[i]}));
}
END_TEST

START_TEST(figure_kinds_have_a_name_each_and_end_with_null)
{
    ck_assert_str_eq(FIGURE_KINDS[FIGURE_LINE], "line");
    ck_assert_str_eq(FIGURE_KINDS[FIGURE_COLUMN], "column");
    ck_assert_str_eq(FIGURE_KINDS[FIGURE_BAR], "bar");
    for (int kind = 0; kind < FIGURE_KIND_COUNT; kind++) {
        ck_assert_ptr_nonnull(FIGURE_KINDS[kind]);
        ck_assert_str_eq(FIGURE_KINDS[kind], FIGURE_FORMS[kind].word);
    }
    ck_assert_ptr_null(FIGURE_KINDS[FIGURE_KIND_COUNT]);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("cell");

    tcase_add_test(t, counts_have_thousands_commas);
    tcase_add_test(t, rates_below_ten_items_print_their_counts);
    tcase_add_test(t, rates_across_few_bodies_are_flagged);
    tcase_add_test(t, rates_take_a_decimal_from_a_thousand_items_on);
    tcase_add_test(t, a_rate_is_never_rounded_to_all_or_none);
    tcase_add_test(t, nothing_to_divide_by_is_not_applicable);
    tcase_add_test(t, ratios_take_the_decimals_of_their_column);
    tcase_add_test(t, changes_carry_a_sign_unless_they_round_to_zero);
    tcase_add_test(t, dates_marks_words_and_blanks_print_as_readers_know_them);
    tcase_add_test(t, values_for_axes_are_per_cent_for_rates_and_nan_for_words);
    tcase_add_test(t, cells_and_columns_of_a_table_are_found);
    tcase_add_test(t, numbers_and_dates_are_set_right_and_words_left);
    tcase_add_test(t, figure_kinds_have_a_name_each_and_end_with_null);
    return t;
}
