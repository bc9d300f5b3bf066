/* SPDX-License-Identifier: MIT */
#include "base/geometry.h"
#include "check_main.h"

static void expect_rect(struct rect rect, double x, double y, double width, double height)
{
    ck_assert_double_eq_tol(rect.x, x, 1e-9);
    ck_assert_double_eq_tol(rect.y, y, 1e-9);
    ck_assert_double_eq_tol(rect.width, width, 1e-9);
    ck_assert_double_eq_tol(rect.height, height, 1e-9);
}

START_TEST(an_inset_takes_from_all_four_sides)
{
    expect_rect(rect_inset((struct rect){10, 20, 100, 50}, 5), 15, 25, 90, 40);
    expect_rect(rect_inset((struct rect){10, 20, 100, 50}, -5), 5, 15, 110, 60);
}
END_TEST

START_TEST(an_inset_never_turns_a_rectangle_inside_out)
{
    expect_rect(rect_inset((struct rect){10, 20, 100, 50}, 30), 40, 45, 40, 0);
}
END_TEST

START_TEST(a_union_covers_both)
{
    expect_rect(rect_union((struct rect){10, 20, 30, 40}, (struct rect){0, 50, 20, 60}), 0, 20, 40,
                90);
}
END_TEST

START_TEST(an_empty_rectangle_adds_nothing)
{
    struct rect some = {10, 20, 30, 40};
    struct rect empty = {0, 0, 0, 0};
    struct rect line = {0, 20, 100, 0};

    expect_rect(rect_union(some, empty), 10, 20, 30, 40);
    expect_rect(rect_union(empty, some), 10, 20, 30, 40);
    expect_rect(rect_union(some, line), 0, 20, 100, 40);
}
END_TEST

START_TEST(containing_allows_a_hundredth_of_a_point)
{
    struct rect outer = {0, 0, 100, 100};

    ck_assert(rect_contains(outer, outer));
    ck_assert(rect_contains(outer, (struct rect){-0.009, 0, 100, 100}));
    ck_assert(!rect_contains(outer, (struct rect){-0.02, 0, 50, 50}));
    ck_assert(!rect_contains(outer, (struct rect){0, -0.02, 50, 50}));
    ck_assert(!rect_contains(outer, (struct rect){60, 0, 40.02, 50}));
    ck_assert(!rect_contains(outer, (struct rect){0, 60, 50, 40.02}));
}
END_TEST

START_TEST(touching_is_not_overlapping)
{
    struct rect a = {0, 0, 100, 100};

    ck_assert(!rect_overlaps(a, (struct rect){100, 0, 50, 50}));
    ck_assert(!rect_overlaps(a, (struct rect){99.995, 0, 50, 50}));
    ck_assert(!rect_overlaps(a, (struct rect){0, 100, 50, 50}));
    ck_assert(!rect_overlaps(a, (struct rect){50, 200, 50, 50}));
    ck_assert(!rect_overlaps(a, (struct rect){200, 50, 50, 50}));
    ck_assert(rect_overlaps(a, (struct rect){99.98, 99.98, 50, 50}));
    ck_assert(rect_overlaps((struct rect){99.98, 99.98, 50, 50}, a));
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("geometry");

    tcase_add_test(t, an_inset_takes_from_all_four_sides);
    tcase_add_test(t, an_inset_never_turns_a_rectangle_inside_out);
    tcase_add_test(t, a_union_covers_both);
    tcase_add_test(t, an_empty_rectangle_adds_nothing);
    tcase_add_test(t, containing_allows_a_hundredth_of_a_point);
    tcase_add_test(t, touching_is_not_overlapping);
    return t;
}
