/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "check_main.h"

static bool parse_day(const char *string, int32_t *ret_day)
{
    return date_parse(string, strlen(string), ret_day);
}

static void expect_day(const char *string, int32_t expected)
{
    int32_t day = 0;

    ck_assert_msg(parse_day(string, &day), "%s", string);
    ck_assert_int_eq(day, expected);
}

static void expect_instant(const char *string, int64_t expected)
{
    int64_t instant = 0;

    ck_assert_msg(instant_parse(string, strlen(string), &instant), "%s", string);
    ck_assert_msg(instant == expected, "%s: %lld", string, (long long)instant);
}

static void expect_text(struct text *text, const char *expected)
{
    ck_assert_str_eq(text_string(text), expected);
    text_finish(text);
}

START_TEST(days_are_counted_from_1970)
{
    expect_day("1970-01-01", 0);
    expect_day("1969-12-31", -1);
    expect_day("2000-01-01", 10957);
    expect_day("2024-02-29", 19782);
    expect_day("1900-01-01", -25567);
    expect_day("9999-12-31", 2932896);
}
END_TEST

START_TEST(centuries_are_leap_years_only_every_fourth_time)
{
    int32_t day = 77;

    expect_day("2000-02-29", 11016);
    ck_assert(!parse_day("1900-02-29", &day));
    ck_assert(!parse_day("2100-02-29", &day));
    ck_assert(!parse_day("2023-02-29", &day));
    ck_assert_int_eq(day_from_civil(1900, 3, 1) - day_from_civil(1900, 2, 28), 1);
    ck_assert_int_eq(day_from_civil(2000, 3, 1) - day_from_civil(2000, 2, 28), 2);
    ck_assert_int_eq(day, 77);
}
END_TEST

START_TEST(what_is_no_date_is_refused)
{
    static const char *const wrong[] = {
        "",           "2024-02-31",  "2024-04-31",  "2024-13-01", "2024-00-10",
        "2024-01-00", "1899-12-31",  "2024-1-01",   "2024/01/01", "24-01-01",
        "2024-01-1",  "2024-01-01 ", " 2024-01-01", "20240101",   "2024-01-0a",
        "-024-01-01", "2024-01-011",
    };
    int32_t day = 0;

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        ck_assert_msg(!parse_day(wrong[i], &day), "'%s'", wrong[i]);
}
END_TEST

START_TEST(a_date_is_read_no_further_than_its_length)
{
    int32_t day = 0;
    int64_t instant = 0;
    static const char joined[] = {'2', '0', '2', '4', '-', '0', '2', '-', '0', '1', '9', '9'};

    ck_assert(date_parse(joined, 10, &day));
    ck_assert(!date_parse(joined, 9, &day));
    ck_assert(instant_parse(joined, 10, &instant));
    ck_assert(!instant_parse(joined, 12, &instant));
}
END_TEST

START_TEST(every_day_survives_the_way_to_civil_and_back)
{
    int32_t last = day_from_civil(9999, 12, 31);
    int year = 0;
    int month = 0;
    int in_month = 0;
    int year_before = 1899;
    int month_before = 12;
    int in_month_before = 31;

    for (int32_t day = day_from_civil(1900, 1, 1); day <= last; day++) {
        day_to_civil(day, &year, &month, &in_month);
        if (day_from_civil(year, month, in_month) != day)
            ck_abort_msg("day %d", day);
        bool next = year == year_before && month == month_before && in_month == in_month_before + 1;
        bool first = in_month == 1 && in_month_before >= 28 &&
                     (year - year_before) * 12 + month - month_before == 1;
        if (!next && !first)
            ck_abort_msg("%d-%d-%d does not follow %d-%d-%d", year, month, in_month, year_before,
                         month_before, in_month_before);
        year_before = year;
        month_before = month;
        in_month_before = in_month;
    }
}
END_TEST

START_TEST(weeks_begin_on_monday)
{
    ck_assert_int_eq(day_of_week(0), 3);
    ck_assert_int_eq(day_of_week(day_from_civil(2000, 1, 1)), 5);
    ck_assert_int_eq(day_of_week(day_from_civil(2019, 4, 30)), 1);
    ck_assert_int_eq(day_of_week(day_from_civil(1900, 1, 1)), 0);
    ck_assert_int_eq(day_of_week(day_from_civil(1969, 12, 28)), 6);
}
END_TEST

START_TEST(instants_know_zones)
{
    /* 1,000,000,000 seconds were full at 01:46:40 UTC on 9 September 2001. */
    expect_instant("2001-09-09T01:46:40Z", 1000000000);
    expect_instant("2001-09-09T09:46:40", 1000000000);
    expect_instant("2001-09-09 09:46:40", 1000000000);
    expect_instant("2001-09-09T09:46:40.999", 1000000000);
    expect_instant("2001-09-09T09:46:40+08:00", 1000000000);
    expect_instant("2001-09-09T09:46:40+0800", 1000000000);
    expect_instant("2001-09-08T20:46:40-05:00", 1000000000);
    expect_instant("2001-09-09T07:16:40.5+05:30", 1000000000);
    expect_instant("2001-09-09T09:46", 1000000000 - 40);
    expect_instant("2001-09-09T01:46Z", 1000000000 - 40);
    expect_instant("1970-01-01", -8 * 3600);
    expect_instant("1970-01-01T08:00", 0);
}
END_TEST

START_TEST(what_is_no_instant_is_refused)
{
    static const char *const wrong[] = {
        "",
        "2024-02-31T10:00",
        "2024-01-01T",
        "2024-01-01T10",
        "2024-01-01T1:00",
        "2024-01-01T24:00",
        "2024-01-01T10:60",
        "2024-01-01T10:00:60",
        "2024-01-01T10:00:",
        "2024-01-01T10:00:00.",
        "2024-01-01T10:00.5",
        "2024-01-01t10:00",
        "2024-01-01T10:00z",
        "2024-01-01T10:00ZZ",
        "2024-01-01T10:00+8",
        "2024-01-01T10:00+08",
        "2024-01-01T10:00+08:0",
        "2024-01-01T10:00+08:60",
        "2024-01-01T10:00+15:00",
        "2024-01-01T10:00 +08:00",
        "2024-01-01Z",
        "9999-12-31T23:00-05:00",
        "1900-01-01T00:00+14:00",
    };
    int64_t instant = 77;

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        ck_assert_msg(!instant_parse(wrong[i], strlen(wrong[i]), &instant), "'%s'", wrong[i]);
    ck_assert_int_eq(instant, 77);
}
END_TEST

START_TEST(a_date_alone_has_no_time)
{
    ck_assert(!instant_has_time("2024-01-01", 10));
    ck_assert(instant_has_time("2024-01-01 00:00", 16));
    ck_assert(!instant_has_time("2024-01-01 junk!", 16));
}
END_TEST

START_TEST(the_day_of_an_instant_is_its_day_in_manila)
{
    int32_t day = day_from_civil(2026, 9, 30);

    ck_assert(instant_of_day(day) == (int64_t)day * 86400 - 28800);
    ck_assert_int_eq(day_of_instant(instant_of_day(day)), day);
    ck_assert_int_eq(day_of_instant(instant_of_day(day) - 1), day - 1);
    ck_assert_int_eq(day_of_instant(instant_of_day(day + 1) - 1), day);
    ck_assert_int_eq(day_of_instant(-28801), -1);
    ck_assert_int_eq(day_of_instant(-28800), 0);
}
END_TEST

START_TEST(days_and_instants_print)
{
    struct text text = {0};

    date_iso(&text, day_from_civil(2026, 9, 3));
    expect_text(&text, "2026-09-03");
    date_long(&text, day_from_civil(2026, 9, 30));
    expect_text(&text, "30 September 2026");
    date_long(&text, day_from_civil(1900, 1, 1));
    expect_text(&text, "1 January 1900");
    instant_iso(&text, 1000000000);
    expect_text(&text, "2001-09-09T09:46:40+08:00");
    instant_iso(&text, -28801);
    expect_text(&text, "1969-12-31T23:59:59+08:00");
}
END_TEST

START_TEST(periods_are_quarters)
{
    int32_t period = 0;

    ck_assert(period_parse("2026-Q3", 7, &period));
    ck_assert_int_eq(period, 4 * 2026 + 2);
    ck_assert_int_eq(period_starts_on(period), day_from_civil(2026, 7, 1));
    ck_assert_int_eq(period_ends_before(period), day_from_civil(2026, 10, 1));
    ck_assert_int_eq(period_of_day(day_from_civil(2026, 6, 30)), period - 1);
    ck_assert_int_eq(period_of_day(day_from_civil(2026, 7, 1)), period);
    ck_assert_int_eq(period_of_day(day_from_civil(2026, 9, 30)), period);
    ck_assert(period_parse("2026-Q4", 7, &period));
    ck_assert_int_eq(period_ends_before(period), day_from_civil(2027, 1, 1));
}
END_TEST

START_TEST(what_is_no_period_is_refused)
{
    static const char *const wrong[] = {"",        "2026",   "2026-Q0",  "2026-Q5",
                                        "2026-q1", "2026Q1", "2026-Q1 ", "1899-Q4",
                                        "20a6-Q1", "2026-Q", "2026-Q12", "Q1 2026"};
    int32_t period = 77;

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        ck_assert_msg(!period_parse(wrong[i], strlen(wrong[i]), &period), "'%s'", wrong[i]);
    ck_assert_int_eq(period, 77);
}
END_TEST

START_TEST(periods_print_in_three_lengths)
{
    struct text text = {0};
    int32_t period = 4 * 2026 + 2;

    period_name(&text, period);
    expect_text(&text, "2026-Q3");
    period_short(&text, period);
    expect_text(&text, "Q3 2026");
    period_title(&text, period);
    expect_text(&text, "Quarter 3 2026, July to September");
    period_title(&text, period + 2);
    expect_text(&text, "Quarter 1 2027, January to March");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("date");

    tcase_add_test(t, days_are_counted_from_1970);
    tcase_add_test(t, centuries_are_leap_years_only_every_fourth_time);
    tcase_add_test(t, what_is_no_date_is_refused);
    tcase_add_test(t, a_date_is_read_no_further_than_its_length);
    tcase_add_test(t, every_day_survives_the_way_to_civil_and_back);
    tcase_add_test(t, weeks_begin_on_monday);
    tcase_add_test(t, instants_know_zones);
    tcase_add_test(t, what_is_no_instant_is_refused);
    tcase_add_test(t, a_date_alone_has_no_time);
    tcase_add_test(t, the_day_of_an_instant_is_its_day_in_manila);
    tcase_add_test(t, days_and_instants_print);
    tcase_add_test(t, periods_are_quarters);
    tcase_add_test(t, what_is_no_period_is_refused);
    tcase_add_test(t, periods_print_in_three_lengths);
    return t;
}
