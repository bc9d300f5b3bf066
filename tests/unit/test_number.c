/* SPDX-License-Identifier: MIT */
#include "base/number.h"
#include "base/text.h"
#include "check_main.h"

static void expect(struct text *text, const char *expected)
{
    ck_assert_str_eq(text_string(text), expected);
    text_finish(text);
}

static void expect_count(int64_t value, const char *expected)
{
    struct text text = {0};

    number_count(&text, value);
    expect(&text, expected);
}

static void expect_decimal(double value, int decimals, const char *expected)
{
    struct text text = {0};

    number_decimal(&text, value, decimals);
    expect(&text, expected);
}

static void expect_percent(int64_t num, int64_t den, int decimals, const char *expected)
{
    struct text text = {0};

    number_percent(&text, num, den, decimals);
    expect(&text, expected);
}

static void expect_ratio(int64_t num, int64_t den, int decimals, const char *expected)
{
    struct text text = {0};

    number_ratio(&text, num, den, decimals);
    expect(&text, expected);
}

static void expect_duration(int64_t seconds, const char *expected)
{
    struct text text = {0};

    number_duration(&text, seconds);
    expect(&text, expected);
}

START_TEST(integers_are_read_whole_or_not_at_all)
{
    static const char *const wrong[] = {
        "",
        "-",
        "+1",
        " 1",
        "1 ",
        "1.0",
        "1,000",
        "0x1",
        "1e3",
        "--1",
        "9223372036854775808",
        "-9223372036854775809",
        "99999999999999999999",
    };
    int64_t value = 77;

    ck_assert(number_parse("12345", &value));
    ck_assert_int_eq(value, 12345);
    ck_assert(number_parse("-0", &value));
    ck_assert_int_eq(value, 0);
    ck_assert(number_parse("9223372036854775807", &value));
    ck_assert(value == INT64_MAX);
    ck_assert(number_parse("-9223372036854775808", &value));
    ck_assert(value == INT64_MIN);
    value = 77;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        ck_assert_msg(!number_parse(wrong[i], &value), "'%s'", wrong[i]);
    ck_assert_int_eq(value, 77);
}
END_TEST

START_TEST(decimals_are_read_plain_only)
{
    static const char *const wrong[] = {"",    "-",   ".5", "5.",       "1e3",  "nan",  "inf",
                                        "0x1", "1,5", "+1", "infinity", " 1.0", "1.0 ", "1.2.3"};
    double value = 77;

    ck_assert(number_parse_decimal("0.25", &value));
    ck_assert_double_eq(value, 0.25);
    ck_assert(number_parse_decimal("-3", &value));
    ck_assert_double_eq(value, -3);
    value = 77;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        ck_assert_msg(!number_parse_decimal(wrong[i], &value), "'%s'", wrong[i]);
    ck_assert_double_eq(value, 77);
}
END_TEST

START_TEST(a_decimal_beyond_all_doubles_is_refused)
{
    char digits[401];
    double value = 77;

    for (int i = 0; i < 400; i++)
        digits[i] = '9';
    digits[400] = '\0';
    ck_assert(!number_parse_decimal(digits, &value));
}
END_TEST

START_TEST(counts_have_commas_and_a_true_minus)
{
    expect_count(0, "0");
    expect_count(999, "999");
    expect_count(1000, "1,000");
    expect_count(12345, "12,345");
    expect_count(-1234567, "\u22121,234,567");
    expect_count(INT64_MIN, "\u22129,223,372,036,854,775,808");
}
END_TEST

START_TEST(decimals_round_halves_away_from_zero)
{
    expect_decimal(2.5, 0, "3");
    expect_decimal(-2.5, 0, "\u22123");
    expect_decimal(0.125, 2, "0.13");
    expect_decimal(0.35, 1, "0.4");
    expect_decimal(2.675, 2, "2.68");
    expect_decimal(1.005, 2, "1.01");
    expect_decimal(0.49999999999999994, 0, "0");
    expect_decimal(9.96, 1, "10.0");
    expect_decimal(0.96, 1, "1.0");
    expect_decimal(999.5, 0, "1,000");
    expect_decimal(0.5, 0, "1");
    expect_decimal(0.05, 0, "0");
}
END_TEST

START_TEST(decimals_keep_their_number_of_places)
{
    expect_decimal(0, 1, "0.0");
    expect_decimal(1234.5, 2, "1,234.50");
    expect_decimal(0.000001, 6, "0.000001");
    expect_decimal(1234567.891, 1, "1,234,567.9");
    expect_decimal(9007199254740992.0, 0, "9,007,199,254,740,992");
    expect_decimal(1e22, 1, "10,000,000,000,000,000,000,000.0");
}
END_TEST

START_TEST(what_rounds_to_zero_has_no_minus)
{
    expect_decimal(-0.04, 1, "0.0");
    expect_decimal(-0.0, 0, "0");
    expect_decimal(-1e-300, 6, "0.000000");
    expect_ratio(-1, 100, 1, "0.0");
}
END_TEST

START_TEST(the_greatest_double_is_printed_whole)
{
    struct text text = {0};

    number_decimal(&text, 1.7976931348623157e308, 6);
    ck_assert_uint_eq(text.length, 309 + 102 + 7);
    ck_assert(text_starts(text_string(&text), "179,769,313,486,231,570,000,"));
    text_finish(&text);
}
END_TEST

START_TEST(a_percentage_is_never_100_unless_all)
{
    expect_percent(999, 1000, 0, ">99");
    expect_percent(199, 200, 0, ">99"); /* 99.5 */
    expect_percent(198, 200, 0, "99");
    expect_percent(99999, 100000, 1, ">99.9");
    expect_percent(9994, 10000, 1, "99.9");
    expect_percent(1000, 1000, 0, "100");
    expect_percent(1, 1, 1, "100.0");
    expect_percent(INT64_MAX - 1, INT64_MAX, 1, ">99.9");
    expect_percent(INT64_MAX, INT64_MAX, 1, "100.0");
}
END_TEST

START_TEST(a_percentage_is_never_0_unless_none)
{
    expect_percent(0, 7, 0, "0");
    expect_percent(0, 7000, 1, "0.0");
    expect_percent(1, 1000, 0, "<1");
    expect_percent(1, 200, 0, "1"); /* 0.5 is a half and goes up */
    expect_percent(1, 10000, 1, "<0.1");
    expect_percent(1, INT64_MAX, 1, "<0.1");
}
END_TEST

START_TEST(a_percentage_is_rounded_from_its_fraction)
{
    expect_percent(7, 8, 0, "88"); /* 87.5 */
    expect_percent(1, 8, 0, "13"); /* 12.5 */
    expect_percent(2, 3, 1, "66.7");
    expect_percent(873, 1000, 1, "87.3");
    expect_percent(1005, 2000, 1, "50.3"); /* 50.25, exactly a half */
}
END_TEST

START_TEST(a_ratio_is_rounded_exactly)
{
    expect_ratio(7, 8, 1, "0.9");
    expect_ratio(7, 8, 2, "0.88");
    expect_ratio(-7, 8, 2, "\u22120.88");
    expect_ratio(1, 3, 6, "0.333333");
    expect_ratio(1005, 1000, 2, "1.01");
    expect_ratio(5000, 2, 0, "2,500");
    expect_ratio(INT64_MAX, 1, 6, "9,223,372,036,854,775,807.000000");
    expect_ratio(INT64_MIN, 1, 0, "\u22129,223,372,036,854,775,808");
}
END_TEST

START_TEST(percentages_of_a_thousand_items_have_one_decimal)
{
    ck_assert_int_eq(number_percent_decimals(999), 0);
    ck_assert_int_eq(number_percent_decimals(1000), 1);
}
END_TEST

START_TEST(durations_change_their_unit_at_two_hours_and_three_days)
{
    expect_duration(0, "0 min");
    expect_duration(10, "<1 min");
    expect_duration(30, "1 min");
    expect_duration(95 * 60, "95 min");
    expect_duration(119 * 60 + 29, "119 min");
    expect_duration(119 * 60 + 30, "2 h");
    expect_duration(71 * 3600, "71 h");
    expect_duration(72 * 3600 - 1801, "71 h");
    expect_duration(72 * 3600 - 1800, "3 d");
    expect_duration(75 * 3600, "3 d 3 h");
    expect_duration(1000 * 86400 + 3600, "1,000 d 1 h");
    expect_duration(-10, "0 min");
    expect_duration(-95 * 60, "\u221295 min");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("number");

    tcase_add_test(t, integers_are_read_whole_or_not_at_all);
    tcase_add_test(t, decimals_are_read_plain_only);
    tcase_add_test(t, a_decimal_beyond_all_doubles_is_refused);
    tcase_add_test(t, counts_have_commas_and_a_true_minus);
    tcase_add_test(t, decimals_round_halves_away_from_zero);
    tcase_add_test(t, decimals_keep_their_number_of_places);
    tcase_add_test(t, what_rounds_to_zero_has_no_minus);
    tcase_add_test(t, the_greatest_double_is_printed_whole);
    tcase_add_test(t, a_percentage_is_never_100_unless_all);
    tcase_add_test(t, a_percentage_is_never_0_unless_none);
    tcase_add_test(t, a_percentage_is_rounded_from_its_fraction);
    tcase_add_test(t, a_ratio_is_rounded_exactly);
    tcase_add_test(t, percentages_of_a_thousand_items_have_one_decimal);
    tcase_add_test(t, durations_change_their_unit_at_two_hours_and_three_days);
    return t;
}
