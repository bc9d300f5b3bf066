/* SPDX-License-Identifier: MIT */
#include "base/colour.h"
#include "check_main.h"

static void expect_contrast(const char *a, const char *b, double expected, double within)
{
    struct colour first = {0};
    struct colour second = {0};

    ck_assert(colour_parse(a, &first));
    ck_assert(colour_parse(b, &second));
    ck_assert_double_eq_tol(colour_contrast(first, second), expected, within);
    ck_assert_double_eq_tol(colour_contrast(second, first), expected, within);
}

START_TEST(colours_are_read_from_six_digits)
{
    struct colour colour = {0};

    ck_assert(colour_parse("#FF0080", &colour));
    ck_assert_double_eq(colour.red, 1);
    ck_assert_double_eq(colour.green, 0);
    ck_assert_double_eq_tol(colour.blue, 128 / 255.0, 1e-12);
    ck_assert(colour_parse("#0a0b0c", &colour));
    ck_assert_double_eq_tol(colour.green, 11 / 255.0, 1e-12);
}
END_TEST

START_TEST(what_is_no_colour_is_refused)
{
    static const char *const wrong[] = {"",         "#",       "#FFF",    "FFFFFF",  "#FFFFF",
                                        "#FFFFFFF", "#GG0000", "#FF 000", "#-10000", "red"};
    struct colour colour = {0.5, 0.5, 0.5};

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        ck_assert_msg(!colour_parse(wrong[i], &colour), "'%s'", wrong[i]);
    ck_assert_double_eq(colour.red, 0.5);
}
END_TEST

START_TEST(contrast_has_the_published_values)
{
    expect_contrast("#000000", "#FFFFFF", 21, 1e-9);
    expect_contrast("#8C1D40", "#8C1D40", 1, 1e-9);
    expect_contrast("#1A1A1A", "#FFFFFF", 17.4, 0.05);
    expect_contrast("#595959", "#FFFFFF", 7.0, 0.05);
    expect_contrast("#767676", "#FFFFFF", 4.54, 0.005);
    expect_contrast("#8C8C8C", "#FFFFFF", 3.36, 0.005);
    expect_contrast("#BFBFBF", "#FFFFFF", 1.84, 0.005);
    expect_contrast("#8C1D40", "#FFFFFF", 8.9, 0.05);
}
END_TEST

/* Chromatic pairs tell the three weights apart, which greys do not. */
START_TEST(contrast_weighs_the_three_primaries)
{
    expect_contrast("#FF0000", "#FFFFFF", 1.05 / (0.2126 + 0.05), 1e-9);
    expect_contrast("#00FF00", "#FFFFFF", 1.05 / (0.7152 + 0.05), 1e-9);
    expect_contrast("#0000FF", "#FFFFFF", 1.05 / (0.0722 + 0.05), 1e-9);
    expect_contrast("#BFE0DA", "#1A1A1A", 12.3, 0.05);
    expect_contrast("#E8912D", "#1A1A1A", 7.1, 0.05);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("colour");

    tcase_add_test(t, colours_are_read_from_six_digits);
    tcase_add_test(t, what_is_no_colour_is_refused);
    tcase_add_test(t, contrast_has_the_published_values);
    tcase_add_test(t, contrast_weighs_the_three_primaries);
    return t;
}
