/* SPDX-License-Identifier: MIT */
#include "base/calendar.h"
#include "base/date.h"
#include "check_main.h"

#define NATIONAL "national"

/* 1 May is Labor Day; 13 May 2019 was election day. */
static struct calendar *calendar_of_may_2019(void)
{
    struct calendar *calendar = calendar_new();

    calendar_add(calendar, day_from_civil(2019, 5, 13), NATIONAL);
    calendar_add(calendar, day_from_civil(2019, 5, 1), NATIONAL);
    calendar_add(calendar, day_from_civil(2019, 5, 1), NATIONAL);
    calendar_add(calendar, day_from_civil(2019, 5, 14), "region-a");
    calendar_seal(calendar);
    return calendar;
}

START_TEST(a_request_of_30_april_2019_is_due_on_23_may)
{
    /* Request #PCOO-365592301312 on foi.gov.ph: 15 working days. */
    struct calendar *calendar = calendar_of_may_2019();
    int32_t received = day_from_civil(2019, 4, 30);
    int32_t due = day_from_civil(2019, 5, 23);

    ck_assert_int_eq(calendar_due(calendar, NATIONAL, received, 15), due);
    ck_assert_int_eq(calendar_working_days(calendar, NATIONAL, received, due), 15);
    ck_assert_int_eq(calendar_working_days(calendar, NATIONAL, received, due - 1), 14);
    calendar_free(calendar);
}
END_TEST

START_TEST(the_day_of_receipt_is_not_counted)
{
    struct calendar *calendar = calendar_of_may_2019();
    int32_t monday = day_from_civil(2019, 5, 6);

    ck_assert_int_eq(calendar_working_days(calendar, NATIONAL, monday, monday), 0);
    ck_assert_int_eq(calendar_working_days(calendar, NATIONAL, monday, monday + 1), 1);
    ck_assert_int_eq(calendar_working_days(calendar, NATIONAL, monday + 1, monday), 0);
    ck_assert_int_eq(calendar_due(calendar, NATIONAL, monday, 1), monday + 1);
    calendar_free(calendar);
}
END_TEST

START_TEST(what_comes_on_a_friday_starts_on_monday)
{
    struct calendar *calendar = calendar_of_may_2019();
    int32_t friday = day_from_civil(2019, 5, 3);

    ck_assert_int_eq(calendar_due(calendar, NATIONAL, friday, 1), day_from_civil(2019, 5, 6));
    ck_assert_int_eq(calendar_due(calendar, NATIONAL, friday, 3), day_from_civil(2019, 5, 8));
    ck_assert_int_eq(calendar_due(calendar, NATIONAL, friday + 1, 1), day_from_civil(2019, 5, 6));
    ck_assert_int_eq(calendar_due(calendar, NATIONAL, friday + 2, 1), day_from_civil(2019, 5, 6));
    ck_assert_int_eq(calendar_working_days(calendar, NATIONAL, friday, friday + 2), 0);
    /* The Monday after 10 May is a holiday. */
    ck_assert_int_eq(calendar_due(calendar, NATIONAL, friday + 7, 1), day_from_civil(2019, 5, 14));
    calendar_free(calendar);
}
END_TEST

START_TEST(what_comes_on_a_holiday_starts_on_the_next_working_day)
{
    struct calendar *calendar = calendar_of_may_2019();
    int32_t labor_day = day_from_civil(2019, 5, 1);

    ck_assert(!calendar_is_working(calendar, NATIONAL, labor_day));
    ck_assert(calendar_is_working(calendar, NATIONAL, labor_day + 1));
    ck_assert(!calendar_is_working(calendar, NATIONAL, day_from_civil(2019, 5, 4)));
    ck_assert_int_eq(calendar_due(calendar, NATIONAL, labor_day, 1), labor_day + 1);
    ck_assert_int_eq(calendar_due(calendar, NATIONAL, labor_day, 3), day_from_civil(2019, 5, 6));
    calendar_free(calendar);
}
END_TEST

START_TEST(a_clock_runs_across_new_year)
{
    struct calendar *calendar = calendar_new();
    int32_t monday = day_from_civil(2025, 12, 29);

    calendar_add(calendar, day_from_civil(2026, 1, 1), NATIONAL);
    calendar_add(calendar, day_from_civil(2025, 12, 30), NATIONAL);
    calendar_add(calendar, day_from_civil(2025, 12, 31), NATIONAL);
    calendar_seal(calendar);
    /* Friday 2, Monday 5 and Tuesday 6 January. */
    ck_assert_int_eq(calendar_due(calendar, NATIONAL, monday, 3), day_from_civil(2026, 1, 6));
    ck_assert_int_eq(calendar_due(calendar, NATIONAL, monday, 1), day_from_civil(2026, 1, 2));
    calendar_free(calendar);
}
END_TEST

START_TEST(a_region_adds_its_holidays_to_the_national_ones)
{
    struct calendar *calendar = calendar_of_may_2019();
    int32_t received = day_from_civil(2019, 4, 30);

    ck_assert_int_eq(calendar_due(calendar, "region-a", received, 15), day_from_civil(2019, 5, 24));
    ck_assert_int_eq(calendar_due(calendar, "region-b", received, 15), day_from_civil(2019, 5, 23));
    ck_assert_int_eq(calendar_due(calendar, NULL, received, 15), day_from_civil(2019, 5, 23));
    ck_assert(!calendar_is_working(calendar, "region-a", day_from_civil(2019, 5, 13)));
    ck_assert(!calendar_is_working(calendar, "region-a", day_from_civil(2019, 5, 14)));
    ck_assert(calendar_is_working(calendar, NATIONAL, day_from_civil(2019, 5, 14)));
    calendar_free(calendar);
}
END_TEST

START_TEST(an_extension_by_as_many_days_again_runs_on_from_the_first_due_day)
{
    struct calendar *calendar = calendar_of_may_2019();

    /* Received on Friday 3 May: 3 days to Wednesday the 8th, 3 more over the Monday without work to
     * Tuesday the 14th; in region-a, where that day has none either, to the 15th. */
    ck_assert_int_eq(calendar_due(calendar, NATIONAL, day_from_civil(2019, 5, 3), 2 * 3),
                     day_from_civil(2019, 5, 14));
    ck_assert_int_eq(calendar_due(calendar, NATIONAL, day_from_civil(2019, 5, 8), 3),
                     day_from_civil(2019, 5, 14));
    ck_assert_int_eq(calendar_due(calendar, "region-a", day_from_civil(2019, 5, 3), 2 * 3),
                     day_from_civil(2019, 5, 15));
    calendar_free(calendar);
}
END_TEST

START_TEST(a_holiday_on_a_sunday_takes_no_working_day)
{
    struct calendar *calendar = calendar_new();
    int32_t sunday = day_from_civil(2019, 5, 5);
    int32_t first = 0;
    int32_t last = 0;

    calendar_add(calendar, sunday, NATIONAL);
    calendar_seal(calendar);
    ck_assert_int_eq(calendar_working_days(calendar, NATIONAL, sunday - 2, sunday + 1), 1);
    ck_assert(calendar_range(calendar, &first, &last));
    ck_assert_int_eq(first, sunday);
    ck_assert_int_eq(last, sunday);
    calendar_free(calendar);
}
END_TEST

START_TEST(a_year_is_known_by_a_national_holiday_of_its_own)
{
    struct calendar *calendar = calendar_new();

    calendar_add(calendar, day_from_civil(2026, 1, 1), NATIONAL);
    calendar_add(calendar, day_from_civil(2028, 12, 31), NATIONAL); /* a Sunday */
    calendar_add(calendar, day_from_civil(2027, 6, 1), "region-a");
    calendar_seal(calendar);
    ck_assert(!calendar_knows_year(calendar, 2025));
    ck_assert(calendar_knows_year(calendar, 2026));
    ck_assert(!calendar_knows_year(calendar, 2027));
    ck_assert(calendar_knows_year(calendar, 2028));
    ck_assert(!calendar_knows_year(calendar, 2029));
    calendar_free(calendar);
}
END_TEST

START_TEST(the_range_spans_all_scopes)
{
    struct calendar *calendar = calendar_new();
    int32_t first = 0;
    int32_t last = 0;

    ck_assert(!calendar_range(calendar, &first, &last));
    calendar_add(calendar, 20, NATIONAL);
    calendar_add(calendar, 10, "region-a");
    calendar_add(calendar, 30, "region-b");
    calendar_seal(calendar);
    ck_assert(calendar_range(calendar, &first, &last));
    ck_assert_int_eq(first, 10);
    ck_assert_int_eq(last, 30);
    calendar_free(calendar);
}
END_TEST

START_TEST(without_holidays_every_week_has_5_working_days)
{
    struct calendar *calendar = calendar_new();

    calendar_seal(calendar);
    /* 400 Gregorian years are 20,871 whole weeks. */
    ck_assert_int_eq(calendar_working_days(calendar, NATIONAL, day_from_civil(1970, 1, 1),
                                           day_from_civil(2370, 1, 1)),
                     20871 * 5);
    ck_assert_int_eq(calendar_due(calendar, NATIONAL, day_from_civil(1970, 1, 1), 20871 * 5),
                     day_from_civil(2370, 1, 1));
    calendar_free(calendar);
}
END_TEST

/* --- against a plain loop over days ----------------------------------------------------------- */

#define SCOPES 3
#define SPAN 420 /* days around 1970-01-01, so that negative days are met too */
#define CASES 4000

static const char *const scopes[SCOPES] = {NATIONAL, "region-a", "region-b"};

/* Knuth's MMIX generator; the high bits are the good ones. */
static uint32_t random_below(uint64_t *state, uint32_t limit)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33) % limit;
}

/* Day 0 of the array stands for -SPAN / 2. */
struct plain {
    bool holiday[SCOPES][SPAN];
};

static bool plain_is_working(const struct plain *plain, uint32_t scope, int32_t day)
{
    int32_t at = day + SPAN / 2;
    int32_t weekday = ((day + 3) % 7 + 7) % 7;

    if (weekday >= 5)
        return false;
    return at < 0 || at >= SPAN || !(plain->holiday[0][at] || plain->holiday[scope][at]);
}

static struct calendar *random_calendar(uint64_t *state, struct plain *plain)
{
    struct calendar *calendar = calendar_new();
    uint32_t count = random_below(state, 150);

    *plain = (struct plain){0};
    for (uint32_t i = 0; i < count; i++) {
        uint32_t scope = random_below(state, SCOPES);
        uint32_t at = random_below(state, SPAN);
        plain->holiday[scope][at] = true;
        calendar_add(calendar, (int32_t)at - SPAN / 2, scopes[scope]);
    }
    calendar_seal(calendar);
    return calendar;
}

static void compare_case(const struct calendar *calendar, const struct plain *plain,
                         uint64_t *state)
{
    uint32_t scope = random_below(state, SCOPES);
    int32_t from = (int32_t)random_below(state, SPAN + 40) - SPAN / 2 - 20;
    int32_t to = from + (int32_t)random_below(state, SPAN);
    int32_t n = 0;

    ck_assert_int_eq(calendar_is_working(calendar, scopes[scope], from),
                     plain_is_working(plain, scope, from));
    for (int32_t day = from + 1; day <= to; day++) {
        if (!plain_is_working(plain, scope, day))
            continue;
        n++;
        if (day > to - 7)
            ck_assert_int_eq(calendar_due(calendar, scopes[scope], from, n), day);
    }
    ck_assert_msg(calendar_working_days(calendar, scopes[scope], from, to) == n,
                  "%s: from %d to %d there are %d", scopes[scope], from, to, n);
}

START_TEST(working_days_agree_with_a_plain_loop)
{
    struct plain plain;
    uint64_t state = 20190430;

    for (int i = 0; i < CASES / 20; i++) {
        struct calendar *calendar = random_calendar(&state, &plain);
        for (int j = 0; j < 20; j++)
            compare_case(calendar, &plain, &state);
        calendar_free(calendar);
    }
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("calendar");

    tcase_add_test(t, a_request_of_30_april_2019_is_due_on_23_may);
    tcase_add_test(t, the_day_of_receipt_is_not_counted);
    tcase_add_test(t, what_comes_on_a_friday_starts_on_monday);
    tcase_add_test(t, what_comes_on_a_holiday_starts_on_the_next_working_day);
    tcase_add_test(t, a_clock_runs_across_new_year);
    tcase_add_test(t, a_region_adds_its_holidays_to_the_national_ones);
    tcase_add_test(t, an_extension_by_as_many_days_again_runs_on_from_the_first_due_day);
    tcase_add_test(t, a_holiday_on_a_sunday_takes_no_working_day);
    tcase_add_test(t, a_year_is_known_by_a_national_holiday_of_its_own);
    tcase_add_test(t, the_range_spans_all_scopes);
    tcase_add_test(t, without_holidays_every_week_has_5_working_days);
    tcase_add_test(t, working_days_agree_with_a_plain_loop);
    return t;
}
