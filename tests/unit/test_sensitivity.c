/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "metrics/rounding.h"
#include "metrics/sensitivity.h"

/* Values 1 (weight 3) and 0 (weight 1). Highest: the first at 5/4, the second at 3/4 of its weight:
 * 15 / (15 + 3) = 5/6. Lowest: 9 / (9 + 5) = 9/14 = 0.642857142857... */
START_TEST(two_parts_move_against_each_other)
{
    struct weighted parts[] = {{BILLION, 3}, {0, 1}};
    struct range range = sensitivity_range(parts, 2);
    ck_assert_int_eq(range.high, 833333333);
    ck_assert_int_eq(range.low, 642857143);
}
END_TEST

/* Values 1, 0.6, 0.1, all of weight 4: the ends are 3 and 5. Highest: with one heavy part
 * (5 + 3 x 0.6 + 3 x 0.1) / 11 = 7.1/11 = 0.6454..., with two (5 + 3 + 0.3) / 13 = 8.3/13 =
 * 0.63846...; so the cut is behind the first. Lowest: (3 + 3 x 0.6 + 5 x 0.1) / 11 = 5.3/11 =
 * 0.4818..., with two heavy (3 + 3 + 0.5) / 13 = 0.5. */
START_TEST(the_cut_that_moves_most_is_found)
{
    struct weighted parts[] = {{600000000, 4}, {100000000, 4}, {BILLION, 4}};
    struct range range = sensitivity_range(parts, 3);
    ck_assert_int_eq(range.high, 645454545);
    ck_assert_int_eq(range.low, 481818182);
}
END_TEST

/* Values 1, 0.9, 0: two heavy (5 + 4.5) / 13 = 0.730769..., one heavy (5 + 2.7) / 11 = 0.7. */
START_TEST(more_than_one_part_may_be_heavy)
{
    struct weighted parts[] = {{0, 4}, {BILLION, 4}, {900000000, 4}};
    ck_assert_int_eq(sensitivity_range(parts, 3).high, 730769231);
}
END_TEST

START_TEST(equal_parts_and_a_single_one_do_not_move)
{
    struct weighted equal[] = {{750000000, 1}, {750000000, 100}, {750000000, 7}};
    struct range range = sensitivity_range(equal, 3);
    ck_assert_int_eq(range.low, 750000000);
    ck_assert_int_eq(range.high, 750000000);
    struct weighted one[] = {{333333333, 2}};
    range = sensitivity_range(one, 1);
    ck_assert_int_eq(range.low, 333333333);
    ck_assert_int_eq(range.high, 333333333);
}
END_TEST

START_TEST(a_part_without_weight_moves_nothing)
{
    struct weighted parts[] = {{BILLION, 5}, {0, 0}};
    struct range range = sensitivity_range(parts, 2);
    ck_assert_int_eq(range.low, BILLION);
    ck_assert_int_eq(range.high, BILLION);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("sensitivity");
    tcase_add_test(t, two_parts_move_against_each_other);
    tcase_add_test(t, the_cut_that_moves_most_is_found);
    tcase_add_test(t, more_than_one_part_may_be_heavy);
    tcase_add_test(t, equal_parts_and_a_single_one_do_not_move);
    tcase_add_test(t, a_part_without_weight_moves_nothing);
    return t;
}
