/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "chart/label.h"
#include "chart/scale.h"

#include <math.h>

#define NEAR 1e-9

/* Worked by hand from d3's rule: the raw step's mantissa against the roots of 2, 10 and 50. */
START_TEST(step_is_one_two_or_five_times_a_power_of_ten)
{
    static const struct {
        double lo, hi, count;
        int64_t times, parts;
    } cases[] = {
        {0, 10, 5, 2, 1},     /* raw 2 */
        {0, 100, 5, 20, 1},   /* raw 20 */
        {-10, 10, 5, 5, 1},   /* raw 4: above the root of 10 */
        {0, 1400, 4, 500, 1}, /* raw 350 */
        {85.3, 97, 5, 2, 1},  /* raw 2.34 */
        {0, 80, 10, 10, 1},   /* raw 8: above the root of 50, so ten times 1 */
        {0, 1, 10, 1, 10},    /* raw 0.1 */
        {0, 1, 3, 1, 2},      /* raw 0.333: 0.5 */
        {0, 0.49, 10, 1, 20}, /* raw 0.049: 0.05 */
        {0, 8, 10, 1, 1},     /* raw 0.8: 1, not 10 tenths */
        {0, 13, 10, 1, 1},    /* raw 1.3: below the root of 2 */
        {0, 15, 10, 2, 1},    /* raw 1.5: above it */
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct step step = step_nice(cases[i].lo, cases[i].hi, cases[i].count);
        ck_assert_int_eq(step.times, cases[i].times);
        ck_assert_int_eq(step.parts, cases[i].parts);
    }
}
END_TEST

START_TEST(ticks_are_exact_decimals)
{
    struct step step = step_nice(0, 1, 10);
    ck_assert(step_value(step, 3) == 0.3); /* three times 0.1 is 0.30000000000000004 */
    ck_assert_int_eq(step_decimals(step), 1);
    ck_assert_int_eq(step_decimals((struct step){1, 20}), 2);
    ck_assert_int_eq(step_decimals((struct step){500, 1}), 0);
}
END_TEST

START_TEST(tick_count_follows_the_length_between_three_and_six)
{
    ck_assert_double_eq_tol(scale_count(10, 28), 3, NEAR);
    ck_assert_double_eq_tol(scale_count(140, 28), 5, NEAR);
    ck_assert_double_eq_tol(scale_count(1000, 28), 6, NEAR);
}
END_TEST

START_TEST(bars_start_at_zero)
{
    struct scale scale = scale_from_zero((struct domain){.lo = 90, .hi = 97}, 5);
    ck_assert_double_eq_tol(scale.lo, 0, NEAR);
    ck_assert(!scale.cropped);
    ck_assert_int_eq(scale.first, 0);
    ck_assert_double_eq_tol(scale.hi, 100, NEAR); /* 3 of 100 empty */
}
END_TEST

START_TEST(negative_bars_keep_zero_on_the_axis)
{
    struct scale scale = scale_from_zero((struct domain){.lo = -7, .hi = -2}, 4);
    ck_assert_double_eq_tol(scale.lo, -8, NEAR); /* raw 1.75: steps of 2 */
    ck_assert_double_eq_tol(scale.hi, 0, NEAR);
    ck_assert(!scale.cropped);
}
END_TEST

START_TEST(all_zero_still_makes_an_axis)
{
    struct scale scale = scale_from_zero((struct domain){.lo = 0, .hi = 0}, 4);
    ck_assert_double_eq_tol(scale.lo, 0, NEAR);
    ck_assert_double_eq_tol(scale.hi, 1, NEAR);
}
END_TEST

START_TEST(counts_have_no_ticks_between_whole_numbers)
{
    struct scale scale = scale_from_zero((struct domain){.lo = 0, .hi = 2, .whole = true}, 6);
    ck_assert_int_eq(scale.step.times, 1);
    ck_assert_int_eq(scale.step.parts, 1);
    ck_assert_int_eq(scale.last, 2);
}
END_TEST

START_TEST(top_does_not_empty_more_than_a_seventh)
{
    /* Steps of 20; the next tick above 62 is 80, which leaves 18 of 80 empty: 22 %. */
    struct scale scale = scale_from_zero((struct domain){.lo = 0, .hi = 62}, 4);
    ck_assert_double_eq_tol(scale.hi, 62, NEAR);
    ck_assert_int_eq(scale.last, 3);
}
END_TEST

START_TEST(per_cent_never_passes_a_hundred)
{
    /* Cropped at 94 by steps of 1; without the limit the top would be 100 at most, too. */
    struct domain domain = {.lo = 30, .hi = 99.5, .has_most = true, .most = 100};
    struct scale scale = scale_for_lines(domain, 3);
    ck_assert_double_eq_tol(scale.hi, 100, NEAR);
    domain = (struct domain){.lo = 0, .hi = 97, .has_most = true, .most = 98};
    ck_assert_double_eq_tol(scale_from_zero(domain, 5).hi, 98, NEAR);
}
END_TEST

START_TEST(lines_near_zero_include_it)
{
    /* 30 <= half of (99 - 30) */
    struct scale scale = scale_for_lines((struct domain){.lo = 30, .hi = 99}, 5);
    ck_assert_double_eq_tol(scale.lo, 0, NEAR);
    ck_assert(!scale.cropped);
}
END_TEST

START_TEST(lines_far_from_zero_crop_with_a_quarter_free_below)
{
    /* 88 - 0.39 * 8 = 84.88; (96 - 84.88) / 5 = 2.224 makes steps of 2; the tick below is 84. */
    struct scale scale = scale_for_lines((struct domain){.lo = 88, .hi = 96}, 5);
    ck_assert(scale.cropped);
    ck_assert_double_eq_tol(scale.lo, 84, NEAR);
    ck_assert_double_eq_tol(scale.hi, 96, NEAR);
    ck_assert_double_ge((88 - scale.lo) / (scale.hi - scale.lo), 0.25);
}
END_TEST

START_TEST(equal_values_do_not_crop)
{
    struct scale scale = scale_for_lines((struct domain){.lo = 87, .hi = 87}, 5);
    ck_assert(!scale.cropped);
    ck_assert_double_eq_tol(scale.lo, 0, NEAR);
}
END_TEST

START_TEST(values_stand_in_proportion)
{
    struct scale scale = scale_from_zero((struct domain){.lo = 0, .hi = 100}, 5);
    ck_assert_double_eq_tol(scale_position(&scale, 25, 200, 100), 175, NEAR);
}
END_TEST

START_TEST(labels_that_are_apart_stay_where_they_are)
{
    double wanted[] = {20, 50, 80};
    double heights[] = {10, 10, 10};
    double centres[3];
    label_spread(3, wanted, heights, 0, 100, centres);
    for (int i = 0; i < 3; i++)
        ck_assert_double_eq_tol(centres[i], wanted[i], NEAR);
}
END_TEST

START_TEST(labels_too_close_move_apart_evenly)
{
    /* Both want 50 and are 10 high: 45 and 55 move each by 5. */
    double wanted[] = {50, 50};
    double heights[] = {10, 10};
    double centres[2];
    label_spread(2, wanted, heights, 0, 100, centres);
    ck_assert_double_eq_tol(centres[0], 45, NEAR);
    ck_assert_double_eq_tol(centres[1], 55, NEAR);
}
END_TEST

START_TEST(labels_stay_between_the_ends)
{
    double wanted[] = {-4, 2, 99};
    double heights[] = {10, 20, 10};
    double centres[3];
    label_spread(3, wanted, heights, 0, 100, centres);
    ck_assert_double_eq_tol(centres[0], 5, NEAR);  /* 0 to 10 */
    ck_assert_double_eq_tol(centres[1], 20, NEAR); /* 10 to 30 */
    ck_assert_double_eq_tol(centres[2], 95, NEAR); /* 90 to 100 */
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("scale");
    tcase_add_test(t, step_is_one_two_or_five_times_a_power_of_ten);
    tcase_add_test(t, ticks_are_exact_decimals);
    tcase_add_test(t, tick_count_follows_the_length_between_three_and_six);
    tcase_add_test(t, bars_start_at_zero);
    tcase_add_test(t, negative_bars_keep_zero_on_the_axis);
    tcase_add_test(t, all_zero_still_makes_an_axis);
    tcase_add_test(t, counts_have_no_ticks_between_whole_numbers);
    tcase_add_test(t, top_does_not_empty_more_than_a_seventh);
    tcase_add_test(t, per_cent_never_passes_a_hundred);
    tcase_add_test(t, lines_near_zero_include_it);
    tcase_add_test(t, lines_far_from_zero_crop_with_a_quarter_free_below);
    tcase_add_test(t, equal_values_do_not_crop);
    tcase_add_test(t, values_stand_in_proportion);
    tcase_add_test(t, labels_that_are_apart_stay_where_they_are);
    tcase_add_test(t, labels_too_close_move_apart_evenly);
    tcase_add_test(t, labels_stay_between_the_ends);
    return t;
}
