/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "metrics/trend.h"

#include <math.h>

#define CLASS(...)                                                                                 \
    trend_class((const double[]){__VA_ARGS__},                                                     \
                sizeof((const double[]){__VA_ARGS__}) / sizeof(double), 1)

/* Pairs of 1, 3, 2, 10: slopes 2, 1/2, 3, -1, 7/2, 8; sorted -1, 1/2, 2, 3, 7/2, 8; the middle two
 * give 5/2, where least squares would be 2.6. */
START_TEST(theil_sen_is_the_median_of_the_slopes_of_all_pairs)
{
    const double values[] = {1, 3, 2, 10};
    ck_assert_double_eq_tol(trend_slope(values, 4), 2.5, 1e-12);
    const double outlier[] = {0, 1, 2, 3, 4, 500};
    ck_assert_double_eq_tol(trend_slope(outlier, 6), 1, 1e-12);
    ck_assert_double_eq(trend_slope(values, 1), 0);
}
END_TEST

/* 2, gap, 6, 4: slopes (6-2)/2 = 2, (4-2)/3 = 2/3, (4-6)/1 = -2: the middle is 2/3. */
START_TEST(a_gap_keeps_its_place_in_time)
{
    const double values[] = {2, NAN, 6, 4};
    ck_assert_double_eq_tol(trend_slope(values, 4), 2.0 / 3, 1e-12);
    ck_assert_int_eq(trend_kendall(values, 4), 1);
}
END_TEST

START_TEST(kendalls_s_counts_pairs_that_rise_less_pairs_that_fall)
{
    const double rising[] = {1, 2, 3, 4, 5}, falling[] = {4, 3, 2, 1}, mixed[] = {1, 3, 2, 4};
    const double tied[] = {1, 2, 2, 3};
    ck_assert_int_eq(trend_kendall(rising, 5), 10);
    ck_assert_int_eq(trend_kendall(falling, 4), -6);
    ck_assert_int_eq(trend_kendall(mixed, 4), 4);
    ck_assert_int_eq(trend_kendall(tied, 4), 5);
}
END_TEST

/* n = 4: 24 orders with 0 to 6 inversions: 1 3 5 6 5 3 1, that is S = 6 4 2 0 -2 -4 -6. One-sided
 * probabilities of the published table (Hollander and Wolfe, table A.30; Kendall 1970, appendix 1):
 * n = 4, S = 6: .042, S = 4: .167; n = 5, S = 10: .0083, S = 8: .042; n = 6, S = 9: .068,
 * S = 11: .028; n = 8, S = 16: .031, S = 14: .054; n = 10, S = 21: .036. */
START_TEST(its_probability_is_exact_for_few_values)
{
    const double four[] = {1, 2, 3, 4}, swapped[] = {2, 1, 3, 4}, five[] = {1, 2, 3, 4, 5},
                 five_swapped[] = {5, 4, 3, 1, 2}, six[] = {2, 3, 1, 4, 5, 6},
                 eight[] = {4, 3, 2, 1, 5, 6, 7, 8}, less[] = {4, 3, 2, 5, 1, 6, 7, 8},
                 ten[] = {5, 4, 3, 2, 6, 1, 8, 7, 9, 10}, one[] = {7};
    ck_assert_double_eq_tol(trend_probability(four, 4), 2.0 / 24, 1e-12);
    ck_assert_double_eq_tol(trend_probability(swapped, 4), 8.0 / 24, 1e-12);
    ck_assert_double_eq_tol(trend_probability(five, 5), 2.0 / 120, 1e-12);
    ck_assert_double_eq_tol(trend_probability(five_swapped, 5), 10.0 / 120, 1e-12);
    ck_assert_int_eq(trend_kendall(six, 6), 11);
    ck_assert_double_eq_tol(trend_probability(six, 6), 2 * .028, .001);
    ck_assert_int_eq(trend_kendall(eight, 8), 16);
    ck_assert_double_eq_tol(trend_probability(eight, 8), 2 * .031, .001);
    ck_assert_int_eq(trend_kendall(less, 8), 14);
    ck_assert_double_eq_tol(trend_probability(less, 8), 2 * .054, .001);
    ck_assert_int_eq(trend_kendall(ten, 10), 21);
    ck_assert_double_eq_tol(trend_probability(ten, 10), 2 * .036, .001);
    ck_assert_double_eq(trend_probability(one, 1), 1);
}
END_TEST

/* 1, 1, 2: three orders, 112 121 211, with S = 2, 0, -2: two of three are as far as 2. 1, 1, 2, 2:
 * six orders, S = 4 2 0 0 -2 -4: two of six. All alike: S is always 0. */
START_TEST(alike_values_are_counted_as_one_order)
{
    const double three[] = {1, 1, 2}, four[] = {1, 1, 2, 2}, alike[] = {5, 5, 5};
    ck_assert_double_eq_tol(trend_probability(three, 3), 2.0 / 3, 1e-12);
    ck_assert_double_eq_tol(trend_probability(four, 4), 2.0 / 6, 1e-12);
    ck_assert_double_eq(trend_probability(alike, 3), 1);
}
END_TEST

/* 2 / 20! is the least probability of all. */
START_TEST(the_longest_series_does_not_overflow)
{
    double values[TREND_MOST];
    for (size_t i = 0; i < TREND_MOST; i++)
        values[i] = (double)i;
    ck_assert_double_eq_tol(trend_probability(values, TREND_MOST) * 2432902008176640000.0, 2, 1e-9);
}
END_TEST

START_TEST(short_series_are_compared_at_their_ends_only)
{
    ck_assert_int_eq(CLASS(10, 20, 30, 40, 50), TREND_ENDS);
    ck_assert_int_eq(CLASS(10, NAN, 20, 30, 40, 50), TREND_ENDS);
    ck_assert_int_eq(CLASS(10, NAN), TREND_NONE);
    ck_assert_int_eq(CLASS(NAN, NAN, NAN), TREND_NONE);
}
END_TEST

START_TEST(a_series_rises_or_falls_where_its_order_is_no_chance)
{
    ck_assert_int_eq(CLASS(60, 62, 61, 64, 66, 67), TREND_RISING); /* S = 13 of 15, p = .017 */
    ck_assert_int_eq(CLASS(90, 84, 80, 71, 73, 60), TREND_FALLING);
    /* S = 7 of 15: p = .27 */
    ck_assert_int_eq(CLASS(60, 64, 62, 66, 61, 67), TREND_FLUCTUATED);
    /* in perfect order, but all of it is one jump: the slope makes up none of the range */
    ck_assert_int_eq(CLASS(10, 10.1, 10.2, 10.3, 10.4, 40), TREND_FLUCTUATED);
}
END_TEST

START_TEST(less_than_two_units_are_flat)
{
    ck_assert_int_eq(CLASS(80, 80.3, 80.6, 80.9, 81.2, 81.5), TREND_FLAT);
    ck_assert_int_eq(CLASS(80, 80, 80, 80, 80, 80), TREND_FLAT);
    ck_assert_int_eq(CLASS(80, 83, 79, 84, 78, 80.1), TREND_FLAT); /* ends as it began */
    ck_assert_int_eq(CLASS(80, 95, 60, 95, 60, 80.1), TREND_FLUCTUATED);
}
END_TEST

START_TEST(a_turn_has_two_legs_of_half_the_range)
{
    ck_assert_int_eq(CLASS(50, 60, 70, 80, 70, 60, 52), TREND_ROSE_THEN_FELL);
    ck_assert_int_eq(CLASS(80, 70, 60, 50, 62, 71, 79), TREND_FELL_THEN_ROSE);
    /* falls back by 12 of 30 after its top: not half */
    ck_assert_int_eq(CLASS(50, 60, 50, 70, 80, 72, 68), TREND_FLUCTUATED);
    /* the way up is broken by 20 of 30 */
    ck_assert_int_eq(CLASS(50, 70, 50, 80, 70, 60, 52), TREND_FLUCTUATED);
}
END_TEST

START_TEST(how_far_has_three_words)
{
    ck_assert_int_eq(trend_size(1.9, 1), TREND_SLIGHT);
    ck_assert_int_eq(trend_size(-2, 1), TREND_PLAIN);
    ck_assert_int_eq(trend_size(10, 1), TREND_PLAIN);
    ck_assert_int_eq(trend_size(-10.1, 1), TREND_SHARP);
    ck_assert_int_eq(trend_size(30, 20), TREND_SLIGHT);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("trend");
    tcase_add_test(t, theil_sen_is_the_median_of_the_slopes_of_all_pairs);
    tcase_add_test(t, a_gap_keeps_its_place_in_time);
    tcase_add_test(t, kendalls_s_counts_pairs_that_rise_less_pairs_that_fall);
    tcase_add_test(t, its_probability_is_exact_for_few_values);
    tcase_add_test(t, alike_values_are_counted_as_one_order);
    tcase_add_test(t, the_longest_series_does_not_overflow);
    tcase_add_test(t, short_series_are_compared_at_their_ends_only);
    tcase_add_test(t, a_series_rises_or_falls_where_its_order_is_no_chance);
    tcase_add_test(t, less_than_two_units_are_flat);
    tcase_add_test(t, a_turn_has_two_legs_of_half_the_range);
    tcase_add_test(t, how_far_has_three_words);
    return t;
}
