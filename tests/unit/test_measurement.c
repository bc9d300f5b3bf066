/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "metrics/measurement.h"

static struct measurements measurements;

static void empty(void)
{
    measurements = (struct measurements){0};
}

static void finish(void)
{
    measurements_finish(&measurements);
}

static const struct measurement_key KEY = {.body = 3, .measure = 1, .period = 8};

static void count(struct measurement_key key, enum statistic statistic, int64_t value, int64_t per)
{
    struct measure_definition measure = {.statistic = statistic};
    measurements_count(&measurements, key, &measure, (struct contribution){value, per});
}

static struct fraction fraction(int64_t numerator, int64_t denominator, int64_t n)
{
    return (struct fraction){.numerator = numerator, .denominator = denominator, .n = n};
}

static void assert_value(struct measurement_key key, enum statistic statistic,
                         struct fraction expected)
{
    struct measure_definition measure = {.statistic = statistic};
    struct fraction value = measurements_value(&measurements, key, &measure);
    ck_assert_int_eq(value.numerator, expected.numerator);
    ck_assert_int_eq(value.denominator, expected.denominator);
    ck_assert_int_eq(value.n, expected.n);
}

START_TEST(without_rows_a_count_is_nought_and_all_else_has_no_value)
{
    assert_value(KEY, STATISTIC_COUNT, fraction(0, 1, 0));
    const enum statistic others[] = {STATISTIC_SUM,  STATISTIC_SHARE,  STATISTIC_RATIO,
                                     STATISTIC_MEAN, STATISTIC_MEDIAN, STATISTIC_P90};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        assert_value(KEY, others[i], fraction(0, 0, 0));
}
END_TEST

START_TEST(counts_and_sums_are_whole)
{
    count(KEY, STATISTIC_SUM, 40, 0);
    count(KEY, STATISTIC_SUM, 2, 0);
    assert_value(KEY, STATISTIC_COUNT, fraction(2, 1, 2));
    assert_value(KEY, STATISTIC_SUM, fraction(42, 1, 2));
}
END_TEST

START_TEST(a_share_is_ones_of_rows_and_a_mean_sum_of_rows)
{
    count(KEY, STATISTIC_SHARE, 1, 0);
    count(KEY, STATISTIC_SHARE, 0, 0);
    count(KEY, STATISTIC_SHARE, 1, 0);
    assert_value(KEY, STATISTIC_SHARE, fraction(2, 3, 3));
    assert_value(KEY, STATISTIC_MEAN, fraction(2, 3, 3));
}
END_TEST

/* Sums are pooled, rates are not averaged: 10 of 1000 and 10 of 10 are 20 of 1010 and not 50.5 %.
 */
START_TEST(a_ratio_pools_the_sums)
{
    count(KEY, STATISTIC_RATIO, 10, 1000);
    count(KEY, STATISTIC_RATIO, 10, 10);
    assert_value(KEY, STATISTIC_RATIO, fraction(20, 1010, 2));
}
END_TEST

/* 7, 1, 10, 4: the middle two are 4 and 7, the median 5.5 = 11 / 2. With 2 more: 1 2 4 7 10, so 4.
 */
START_TEST(the_median_is_of_the_values_in_order_and_can_be_asked_for_between)
{
    const int64_t values[] = {7, 1, 10, 4};
    for (size_t i = 0; i < 4; i++)
        count(KEY, STATISTIC_MEDIAN, values[i], 0);
    assert_value(KEY, STATISTIC_MEDIAN, fraction(11, 2, 4));
    count(KEY, STATISTIC_MEDIAN, 2, 0);
    assert_value(KEY, STATISTIC_MEDIAN, fraction(8, 2, 5));
}
END_TEST

/* 20 values 20, 19, ... 1: the ceil(0.9 * 20) = 18th smallest is 18. */
START_TEST(the_ninetieth_percentile_is_the_nearest_rank)
{
    for (int64_t value = 20; value >= 1; value--)
        count(KEY, STATISTIC_P90, value, 0);
    assert_value(KEY, STATISTIC_P90, fraction(18, 1, 20));
}
END_TEST

START_TEST(every_part_of_a_key_tells_apart)
{
    const struct measurement_key keys[] = {
        {0, 0, 0, 0, 0},
        {1, 0, 0, 0, 0},
        {0, 1, 0, 0, 0},
        {0, 0, 1, 0, 0},
        {0, 0, 0, 1, 0},
        {0, 0, 0, 0, 1},
        {50013, 4095, 8, 15, 1000},
    };
    enum { KEYS = sizeof keys / sizeof keys[0] };
    for (int64_t i = 0; i < KEYS; i++)
        count(keys[i], STATISTIC_SUM, i + 1, 0);
    for (int64_t i = 0; i < KEYS; i++) {
        assert_value(keys[i], STATISTIC_SUM, fraction(i + 1, 1, 1));
        struct measurement_key key = measurements_key(&measurements, (size_t)i);
        ck_assert_uint_eq(key.body, keys[i].body);
        ck_assert_uint_eq(key.measure, keys[i].measure);
        ck_assert_uint_eq(key.period, keys[i].period);
        ck_assert_uint_eq(key.breakdown, keys[i].breakdown);
        ck_assert_uint_eq(key.category, keys[i].category);
    }
}
END_TEST

/* {10, 20} and {90}: the median of all three is 20, not the mean of the medians 15 and 90. */
START_TEST(merging_keeps_values_sums_and_the_source)
{
    struct measurement_key other = KEY, group = KEY, empty_one = KEY;
    other.body = 4;
    group.body = 100;
    empty_one.body = 5;
    count(KEY, STATISTIC_MEDIAN, 20, 1);
    count(KEY, STATISTIC_MEDIAN, 10, 1);
    count(other, STATISTIC_MEDIAN, 90, 1);
    measurements_merge(&measurements, group, KEY);
    measurements_merge(&measurements, group, other);
    measurements_merge(&measurements, group, empty_one);
    assert_value(group, STATISTIC_MEDIAN, fraction(40, 2, 3));
    assert_value(group, STATISTIC_SUM, fraction(120, 1, 3));
    assert_value(group, STATISTIC_RATIO, fraction(120, 3, 3));
    assert_value(KEY, STATISTIC_MEDIAN, fraction(30, 2, 2));
}
END_TEST

START_TEST(merging_without_values_adds_rows)
{
    struct measurement_key group = KEY;
    group.body = 100;
    count(KEY, STATISTIC_SHARE, 1, 0);
    count(KEY, STATISTIC_SHARE, 0, 0);
    measurements_merge(&measurements, group, KEY);
    measurements_merge(&measurements, group, KEY);
    assert_value(group, STATISTIC_SHARE, fraction(2, 4, 4));
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("measurement");
    tcase_add_checked_fixture(t, empty, finish);
    tcase_add_test(t, without_rows_a_count_is_nought_and_all_else_has_no_value);
    tcase_add_test(t, counts_and_sums_are_whole);
    tcase_add_test(t, a_share_is_ones_of_rows_and_a_mean_sum_of_rows);
    tcase_add_test(t, a_ratio_pools_the_sums);
    tcase_add_test(t, the_median_is_of_the_values_in_order_and_can_be_asked_for_between);
    tcase_add_test(t, the_ninetieth_percentile_is_the_nearest_rank);
    tcase_add_test(t, every_part_of_a_key_tells_apart);
    tcase_add_test(t, merging_keeps_values_sums_and_the_source);
    tcase_add_test(t, merging_without_values_adds_rows);
    return t;
}
