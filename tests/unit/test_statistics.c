/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "metrics/statistics.h"

#include <math.h>

START_TEST(the_median_is_the_middle_or_the_mean_of_the_middle_two)
{
    int64_t one[] = {-5}, odd[] = {9, 1, 4}, even[] = {8, 1, 3, 100};
    ck_assert_int_eq(statistics_median_twice(one, 1), -10);
    ck_assert_int_eq(statistics_median_twice(odd, 3), 8);
    ck_assert_int_eq(statistics_median_twice(even, 4), 11); /* (3 + 8) / 2 = 5.5 */
}
END_TEST

/* Differences near 2^63 must not overflow in the comparison. */
START_TEST(far_apart_values_are_sorted)
{
    int64_t values[] = {INT64_MAX, INT64_MIN, 0};
    ck_assert_int_eq(statistics_median_twice(values, 3), 0);
}
END_TEST

/* Nearest rank, as in the textbook example 15 20 35 40 50: 30 % is the 2nd, 40 % the 2nd, 50 % the
 * 3rd, 100 % the 5th. For ten values 90 % is exactly the 9th; for eleven the ceil(9.9) = 10th. */
START_TEST(the_percentile_is_the_nearest_rank)
{
    int64_t values[] = {50, 15, 40, 20, 35};
    ck_assert_int_eq(statistics_percentile(values, 5, 30), 20);
    ck_assert_int_eq(statistics_percentile(values, 5, 40), 20);
    ck_assert_int_eq(statistics_percentile(values, 5, 50), 35);
    ck_assert_int_eq(statistics_percentile(values, 5, 100), 50);
    int64_t numbers[] = {11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
    ck_assert_int_eq(statistics_percentile(numbers + 1, 10, 90), 9);
    ck_assert_int_eq(statistics_percentile(numbers, 11, 90), 10);
    int64_t one[] = {7};
    ck_assert_int_eq(statistics_percentile(one, 1, 1), 7);
}
END_TEST

/* Widths in points as published with the visual specification. */
START_TEST(wilson_is_as_wide_as_published)
{
    const struct {
        int64_t x, n;
        double points;
    } cases[] = {{4, 5, 59}, {9, 10, 39}, {18, 20, 27}, {72, 80, 13}, {720, 800, 4}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        double low, high;
        statistics_wilson(cases[i].x, cases[i].n, &low, &high);
        ck_assert_double_eq_tol(round(100 * (high - low)), cases[i].points, 1e-9);
    }
}
END_TEST

/* Newcombe 1998 (Statistics in Medicine 17, 857-872), table I, method 3: 81/263 .2553 to .3662;
 * 15/148 .0624 to .1605; 0/20 0 to .1611; 1/29 .0061 to .1718. */
START_TEST(wilson_has_the_published_limits)
{
    const struct {
        int64_t x, n;
        double low, high;
    } cases[] = {
        {81, 263, .2553, .3662}, {15, 148, .0624, .1605}, {0, 20, 0, .1611}, {1, 29, .0061, .1718}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        double low, high;
        statistics_wilson(cases[i].x, cases[i].n, &low, &high);
        ck_assert_double_eq_tol(low, cases[i].low, .00005);
        ck_assert_double_eq_tol(high, cases[i].high, .00005);
    }
}
END_TEST

START_TEST(wilson_stays_between_nought_and_one)
{
    double low, high;
    statistics_wilson(0, 3, &low, &high);
    ck_assert(low >= 0 && low < 1e-12 && high < 1);
    statistics_wilson(3, 3, &low, &high);
    ck_assert(high <= 1 && high > 1 - 1e-12 && low > 0);
}
END_TEST

/* Newcombe 1998 (Statistics in Medicine 17, 873-890), table II, method 10, rows (a), (b) and (h).
 */
START_TEST(newcombe_has_the_published_limits)
{
    const struct {
        struct share first, second;
        double low, high;
    } cases[] = {{{48, 80}, {56, 70}, .0524, .3339},
                 {{3, 10}, {9, 10}, .1705, .8090},
                 {{0, 10}, {10, 10}, .6075, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        double low, high;
        statistics_newcombe(cases[i].first, cases[i].second, &low, &high);
        ck_assert_double_eq_tol(low, cases[i].low, .00005);
        ck_assert_double_eq_tol(high, cases[i].high, .00005);
    }
}
END_TEST

START_TEST(a_change_is_one_whose_interval_leaves_out_nought)
{
    ck_assert(statistics_changed(48, 80, 56, 70));
    ck_assert(statistics_changed(56, 70, 48, 80));
    ck_assert(!statistics_changed(48, 80, 48, 80));
    ck_assert(!statistics_changed(4, 5, 3, 5));
    ck_assert(!statistics_changed(0, 5, 0, 7));
    ck_assert(statistics_changed(0, 50, 50, 50));
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("statistics");
    tcase_add_test(t, the_median_is_the_middle_or_the_mean_of_the_middle_two);
    tcase_add_test(t, far_apart_values_are_sorted);
    tcase_add_test(t, the_percentile_is_the_nearest_rank);
    tcase_add_test(t, wilson_is_as_wide_as_published);
    tcase_add_test(t, wilson_has_the_published_limits);
    tcase_add_test(t, wilson_stays_between_nought_and_one);
    tcase_add_test(t, newcombe_has_the_published_limits);
    tcase_add_test(t, a_change_is_one_whose_interval_leaves_out_nought);
    return t;
}
