/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/arena.h"
#include "metrics/funnel.h"

/* Expected values were worked with exact fractions, apart from this program. */

START_TEST(quantiles_lie_between_whole_items)
{
    static const double levels[] = {0.001, 0.025, 0.975, 0.999};
    static const struct {
        int64_t n;
        double p;
        double expected[4];
    } cases[] = {
        {10, 0.8, {0.3024639602, 0.4705061171, 0.9767169356, 0.9990686774}},
        {8, 0.2, {-0.1242549419, -0.1063735485, 0.4602355957, 0.6502162388}},
        {30, 0.9, {0.6782849779, 0.7651392398, 0.9803418126, 0.9992136725}},
        {900, 0.01, {0.0009140528, 0.0034740265, 0.0164614569, 0.0211015483}},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++)
        for (size_t level = 0; level < 4; level++)
            ck_assert_double_eq_tol(binomial_quantile(cases[i].n, cases[i].p, levels[level]),
                                    cases[i].expected[level], 1e-9);
}
END_TEST

START_TEST(few_items_have_exact_limits_cut_at_nought_and_all)
{
    struct funnel funnel = {.centre = 0.2};
    double low;
    double high;
    funnel_limits(&funnel, 8, FUNNEL_95, &low, &high); /* 1.6 expected */
    ck_assert_double_eq(low, 0);
    ck_assert_double_eq_tol(high, 0.4602355957, 1e-9);
}
END_TEST

/* 0.5 -/+ 1.959964 * sqrt(0.25 / 10000) and -/+ 3.090232 * 0.005. */
START_TEST(many_items_have_normal_limits)
{
    struct funnel funnel = {.centre = 0.5};
    double low;
    double high;
    funnel_limits(&funnel, 10000, FUNNEL_95, &low, &high);
    ck_assert_double_eq_tol(low, 0.49020018, 1e-7);
    ck_assert_double_eq_tol(high, 0.50979982, 1e-7);
    funnel_limits(&funnel, 10000, FUNNEL_998, &low, &high);
    ck_assert_double_eq_tol(low, 0.48454884, 1e-7);
    ck_assert_double_eq_tol(high, 0.51545116, 1e-7);
}
END_TEST

START_TEST(spread_beyond_chance_widens_the_limits)
{
    static const struct share shares[] = {{12, 20},  {30, 60}, {45, 50},
                                          {70, 100}, {3, 15},  {90, 200}};
    struct arena *arena = arena_new();
    struct funnel funnel = funnel_fit(shares, ARRAY_LENGTH(shares), arena);
    double low;
    double high;

    ck_assert_double_eq_tol(funnel.centre, 250.0 / 445, 1e-12);
    ck_assert_double_eq_tol(funnel.between, 0.0321860560610, 1e-12);
    funnel_limits(&funnel, 50, FUNNEL_95, &low, &high);
    ck_assert_double_eq_tol(low, 0.2046225003, 1e-9);
    ck_assert_double_eq_tol(high, 0.8853117632, 1e-9);
    arena_free(arena);
}
END_TEST

START_TEST(equal_rates_are_explained_by_chance)
{
    static const struct share shares[] = {{12, 20}, {30, 50}, {60, 100}};
    struct arena *arena = arena_new();
    struct funnel funnel = funnel_fit(shares, ARRAY_LENGTH(shares), arena);
    ck_assert_double_eq(funnel.between, 0);
    ck_assert(!funnel_is_outside(&funnel, shares[0], FUNNEL_95));
    arena_free(arena);
}
END_TEST

/* With 0.8 and ten items the 95% limits are 47.05% and 97.67%, the lower of 99.8% is 30.2%. */
START_TEST(outside_is_beyond_the_limit_of_its_own_size)
{
    struct funnel funnel = {.centre = 0.8};
    ck_assert(!funnel_is_outside(&funnel, (struct share){5, 10}, FUNNEL_95));
    ck_assert(funnel_is_outside(&funnel, (struct share){4, 10}, FUNNEL_95));
    ck_assert(!funnel_is_outside(&funnel, (struct share){4, 10}, FUNNEL_998));
    ck_assert(funnel_is_outside(&funnel, (struct share){3, 10}, FUNNEL_998));
    ck_assert(funnel_is_outside(&funnel, (struct share){10, 10}, FUNNEL_95));
}
END_TEST

START_TEST(certain_rates_have_no_width)
{
    static const struct share shares[] = {{7, 7}, {30, 30}};
    struct arena *arena = arena_new();
    struct funnel funnel = funnel_fit(shares, ARRAY_LENGTH(shares), arena);
    double low;
    double high;
    funnel_limits(&funnel, 7, FUNNEL_998, &low, &high);
    ck_assert_double_eq(low, 1);
    ck_assert_double_eq(high, 1);
    arena_free(arena);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("funnel");
    tcase_add_test(t, quantiles_lie_between_whole_items);
    tcase_add_test(t, few_items_have_exact_limits_cut_at_nought_and_all);
    tcase_add_test(t, many_items_have_normal_limits);
    tcase_add_test(t, spread_beyond_chance_widens_the_limits);
    tcase_add_test(t, equal_rates_are_explained_by_chance);
    tcase_add_test(t, outside_is_beyond_the_limit_of_its_own_size);
    tcase_add_test(t, certain_rates_have_no_width);
    return t;
}
