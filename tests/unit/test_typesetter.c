/* SPDX-License-Identifier: MIT */
#include "render/text.h"

#include "base/error.h"
#include "check_main.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const struct font BODY = {WEIGHT_REGULAR, 10, 14, false};
static const struct font TABULAR = {WEIGHT_REGULAR, 10, 14, true};
static const struct font STRONG = {WEIGHT_SEMIBOLD, 10, 14, false};

static struct typesetter *typesetter;
static const struct measure *measure;

static void start(void)
{
    struct error err = {0};
    char *path = source_path("assets/fonts.conf");

    ck_assert_msg(typesetter_new(path, "Inter", &typesetter, &err), "%s", err.message);
    measure = typesetter_measure(typesetter);
    free(path);
}

static void stop(void)
{
    typesetter_free(typesetter);
}

/* Lines follow each other without a gap, cover the text, and keep to the width. */
static void assert_lines(struct lines lines, const char *text, double width)
{
    size_t at = 0;

    ck_assert_uint_ge(lines.count, 1);
    for (size_t i = 0; i < lines.count; i++) {
        ck_assert_uint_eq(lines.items[i].from, at);
        ck_assert_ptr_eq(lines.items[i].text, text);
        ck_assert_ptr_nonnull(lines.items[i].handle);
        ck_assert_double_le(lines.items[i].width, width + 0.01);
        at = lines.items[i].to;
    }
    ck_assert_uint_eq(at, strlen(text));
}

START_TEST(tabular_figures_are_of_one_width)
{
    double ones = measure_width(measure, "1111111111", TABULAR);
    double zeros = measure_width(measure, "0000000000", TABULAR);

    ck_assert_double_eq_tol(ones, zeros, 0.01);
    /* Ten of them at 9 points are 58.29 wide (measured apart from this program). */
    ck_assert_double_eq_tol(zeros, 58.29 / 9 * 10, 0.02);
}
END_TEST

START_TEST(running_figures_are_proportional)
{
    ck_assert_double_eq_tol(measure_width(measure, "1111111111", BODY), 41.8 / 9 * 10, 0.1);
    ck_assert_double_eq_tol(measure_width(measure, "0000000000", BODY), 56.3 / 9 * 10, 0.1);
}
END_TEST

START_TEST(width_grows_with_the_size_without_rounding)
{
    struct font large = BODY;

    large.size = 100;
    ck_assert_double_eq_tol(measure_width(measure, "by agency", large),
                            10 * measure_width(measure, "by agency", BODY), 0.2);
}
END_TEST

START_TEST(semibold_is_wider_than_regular)
{
    ck_assert_double_gt(measure_width(measure, "agency", STRONG),
                        measure_width(measure, "agency", BODY) + 0.5);
}
END_TEST

START_TEST(no_characters_melt_into_one_glyph)
{
    /* Inter would make an arrow of "->" and a multiplication sign of the x, each of another width.
     */
    ck_assert_double_eq_tol(measure_width(measure, "->", BODY),
                            measure_width(measure, "-", BODY) + measure_width(measure, ">", BODY),
                            0.5);
    ck_assert_double_eq_tol(
        measure_width(measure, "3x4", TABULAR),
        measure_width(measure, "34", TABULAR) + measure_width(measure, "x", TABULAR), 0.5);
}
END_TEST

START_TEST(every_line_has_the_ascent_and_descent_of_its_font)
{
    /* Inter's hhea table: ascender 0.96875 em, descender 0.2412 em. */
    struct lines lines = measure_lines(measure, "x", BODY, 0);

    ck_assert_double_eq_tol(lines.items[0].ascent, 9.69, 0.02);
    ck_assert_double_eq_tol(lines.items[0].descent, 2.41, 0.02);
}
END_TEST

START_TEST(empty_text_is_one_line_of_no_width)
{
    for (int width = 0; width <= 100; width += 100) {
        struct lines lines = measure_lines(measure, "", BODY, width);
        ck_assert_uint_eq(lines.count, 1);
        assert_lines(lines, lines.items[0].text, 0);
        ck_assert_double_eq(lines.items[0].width, 0);
    }
}
END_TEST

START_TEST(no_width_means_one_line)
{
    const char *text = "All the accounts of all agencies in one quite long line of text";

    ck_assert_uint_eq(measure_lines(measure, text, BODY, 0).count, 1);
    ck_assert_uint_eq(measure_lines(measure, text, BODY, -5).count, 1);
}
END_TEST

START_TEST(text_wraps_at_spaces_within_the_width)
{
    const char *text = "Official accounts must be registered under an address of the agency's own "
                       "domain, and each has a designated administrator.";

    for (double width = 80; width < 400; width += 7.3) {
        struct lines lines = measure_lines(measure, text, BODY, width);
        assert_lines(lines, text, width);
        for (size_t i = 0; i + 1 < lines.count; i++)
            ck_assert_int_eq(text[lines.items[i].to - 1], ' ');
    }
    ck_assert_uint_gt(measure_lines(measure, text, BODY, 80).count, 6);
}
END_TEST

START_TEST(long_paragraph_wraps_the_same_as_its_parts)
{
    /* Far longer than what is laid out at once; every line but the last is as full as can be. */
    char text[6001] = "";
    for (int i = 0; i < 600; i++)
        memcpy(text + i * 10, i % 3 ? "feedback, " : "an office ", 11);
    struct lines lines = measure_lines(measure, text, BODY, 300);

    assert_lines(lines, text, 300);
    for (size_t i = 0; i + 1 < lines.count; i++) {
        char longer[400] = "";
        const char *next = strchr(text + lines.items[i].to, ' ');
        memcpy(longer, text + lines.items[i].from, (size_t)(next - text) - lines.items[i].from);
        ck_assert_double_gt(measure_width(measure, longer, BODY), 300);
    }
}
END_TEST

START_TEST(width_without_the_trailing_space)
{
    ck_assert_double_eq_tol(measure_width(measure, "agency   ", BODY),
                            measure_width(measure, "agency", BODY), 0.001);
}
END_TEST

START_TEST(measured_text_fits_its_own_width)
{
    static const char *const texts[] = {"Tanggapan ng Sekretaryo", "To be assessed",
                                        "1,234 of 5,678", "AV Ta. Yes: 100%"};

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        double width = measure_width(measure, texts[i], TABULAR);
        double reckoned = width * 3 / 7 * 7 / 3 - 0.0015;
        ck_assert_uint_eq(measure_lines(measure, texts[i], TABULAR, reckoned).count, 1);
    }
}
END_TEST

START_TEST(word_longer_than_the_line_is_broken_inside)
{
    const char *text = "@opisyal_na_account_ng_tanggapan_ng_pangulo";
    struct lines lines = measure_lines(measure, text, BODY, 50);

    ck_assert_uint_gt(lines.count, 3);
    assert_lines(lines, text, 50);
}
END_TEST

START_TEST(hundred_thousand_characters_without_a_space_take_no_second)
{
    size_t length = 100000;
    char *text = malloc(length + 1);
    memset(text, 'x', length);
    text[length] = '\0';

    clock_t begun = clock();
    struct lines lines = measure_lines(measure, text, BODY, 300);
    double seconds = (double)(clock() - begun) / CLOCKS_PER_SEC;
    assert_lines(lines, text, 300);
    ck_assert_uint_gt(lines.count, 1000);
    ck_assert_double_lt(seconds, 1);
    free(text);
}
END_TEST

START_TEST(same_text_gives_the_same_lines_again)
{
    char first[] = "Regional Office of the Department";
    char second[] = "Regional Office of the Department";
    struct lines a = measure_lines(measure, first, BODY, 80);
    struct lines b = measure_lines(measure, second, BODY, 80);

    assert_lines(a, first, 80);
    assert_lines(b, second, 80);
    ck_assert_uint_eq(a.count, b.count);
    ck_assert_double_eq(a.items[0].width, b.items[0].width);
    /* Another width, font or text is another thing. */
    ck_assert_uint_ne(measure_lines(measure, first, BODY, 200).count, a.count);
    ck_assert_double_ne(measure_width(measure, first, STRONG), measure_width(measure, first, BODY));
}
END_TEST

START_TEST(missing_glyph_is_reported_once_with_its_code_point)
{
    struct notices notices = {0};
    const char *text = "Tokyo \xE6\x97\xA5\xE6\x9C\xAC \xE6\x97\xA5";

    struct lines lines = measure_lines(measure, text, BODY, 0);
    assert_lines(lines, text, 500);
    ck_assert(!typesetter_report(typesetter, "DEX scorecard", &notices));
    ck_assert_uint_eq(notices.count, 1);
    ck_assert_ptr_nonnull(strstr(notices.items[0], "DEX scorecard"));
    ck_assert_ptr_nonnull(strstr(notices.items[0], "U+65E5, U+672C;"));
    notices_finish(&notices);
}
END_TEST

START_TEST(clear_forgets_the_missing_glyphs)
{
    struct notices notices = {0};

    measure_lines(measure, "\xE6\x97\xA5", BODY, 0);
    typesetter_clear(typesetter);
    ck_assert(typesetter_report(typesetter, "report", &notices));
    ck_assert_uint_eq(notices.count, 0);
    measure_lines(measure, "\xE6\x97\xA5", BODY, 0);
    ck_assert(!typesetter_report(typesetter, "report", &notices));
    notices_finish(&notices);
}
END_TEST

START_TEST(characters_of_our_reports_are_all_there)
{
    struct notices notices = {0};

    /* minus, peso, n with tilde, dashes, quotes, ellipsis, bullet, no-break and thin space, times,
     * at least */
    measure_lines(measure,
                  "\u2212 \u20B1 \u00F1\u00D1 \u2013\u2014 \u2018\u2019\u201C\u201D \u2026 \u2022 "
                  "\u00A0\u202F\u2009 \u00D7 \u2265\u2264 \u00B1 \u00A7 \u00B7",
                  BODY, 0);
    ck_assert(typesetter_report(typesetter, "report", &notices));
}
END_TEST

START_TEST(offsets_are_those_of_the_given_text_where_characters_were_replaced)
{
    /* Four bytes become three, and two become three: no offset may shift. */
    const char *text = "\U0001F600\u0627 ok \U0001F600\u0627 ok \U0001F600\u0627 ok";
    struct lines lines = measure_lines(measure, text, BODY, 45);

    ck_assert_uint_eq(lines.count, 3);
    assert_lines(lines, text, 45);
    ck_assert_uint_eq(lines.items[1].from, 10);
    ck_assert_uint_eq(lines.items[2].from, 20);
}
END_TEST

START_TEST(invalid_bytes_and_line_breaks_do_no_harm)
{
    const char *text = "one\xFF two\nthree\tfour \xE2\x82";
    struct lines lines = measure_lines(measure, text, BODY, 0);

    ck_assert_uint_eq(lines.count, 1);
    assert_lines(lines, text, 300);
    ck_assert_double_gt(lines.items[0].width, measure_width(measure, "one two three four", BODY));
}
END_TEST

START_TEST(unknown_family_names_the_package)
{
    struct error err = {0};
    struct typesetter *none;
    char *path = source_path("assets/fonts.conf");

    /* On this machine or not: the file of ours does not list it. */
    ck_assert(!typesetter_new(path, "DejaVu Sans", &none, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFIG);
    ck_assert_ptr_nonnull(strstr(err.message, "DejaVu Sans"));
    ck_assert_ptr_nonnull(strstr(err.hint, "fonts-inter"));
    ck_assert_ptr_null(none);
    error_finish(&err);
    free(path);
}
END_TEST

START_TEST(missing_configuration_is_an_error_and_not_the_system_fonts)
{
    struct error err = {0};
    struct typesetter *none;

    ck_assert(!typesetter_new("no/such/fonts.conf", "Inter", &none, &err));
    ck_assert_int_eq(err.kind, ERROR_NO_INPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "no/such/fonts.conf"));
    error_finish(&err);
}
END_TEST

START_TEST(environment_changes_nothing)
{
    struct error err = {0};
    char *path = source_path("assets/fonts.conf");
    struct typesetter *other;

    setenv("FONTCONFIG_SYSROOT", "/nowhere", 1);
    setenv("FONTCONFIG_FILE", "/nowhere/fonts.conf", 1);
    setenv("HOME", "/proc", 1);
    ck_assert_msg(typesetter_new(path, "Inter", &other, &err), "%s", err.message);
    double width = measure_width(typesetter_measure(other), "0000000000", TABULAR);
    ck_assert_double_eq_tol(width, 58.29 / 9 * 10, 0.02);
    typesetter_free(other);
    free(path);
}
END_TEST

TCase *tests(void)
{
    TCase *tests = tcase_create("typesetter");

    tcase_add_checked_fixture(tests, start, stop);
    tcase_add_test(tests, tabular_figures_are_of_one_width);
    tcase_add_test(tests, running_figures_are_proportional);
    tcase_add_test(tests, width_grows_with_the_size_without_rounding);
    tcase_add_test(tests, semibold_is_wider_than_regular);
    tcase_add_test(tests, no_characters_melt_into_one_glyph);
    tcase_add_test(tests, every_line_has_the_ascent_and_descent_of_its_font);
    tcase_add_test(tests, empty_text_is_one_line_of_no_width);
    tcase_add_test(tests, no_width_means_one_line);
    tcase_add_test(tests, text_wraps_at_spaces_within_the_width);
    tcase_add_test(tests, long_paragraph_wraps_the_same_as_its_parts);
    tcase_add_test(tests, width_without_the_trailing_space);
    tcase_add_test(tests, measured_text_fits_its_own_width);
    tcase_add_test(tests, word_longer_than_the_line_is_broken_inside);
    tcase_add_test(tests, hundred_thousand_characters_without_a_space_take_no_second);
    tcase_add_test(tests, same_text_gives_the_same_lines_again);
    tcase_add_test(tests, missing_glyph_is_reported_once_with_its_code_point);
    tcase_add_test(tests, clear_forgets_the_missing_glyphs);
    tcase_add_test(tests, characters_of_our_reports_are_all_there);
    tcase_add_test(tests, offsets_are_those_of_the_given_text_where_characters_were_replaced);
    tcase_add_test(tests, invalid_bytes_and_line_breaks_do_no_harm);
    tcase_add_test(tests, unknown_family_names_the_package);
    tcase_add_test(tests, missing_configuration_is_an_error_and_not_the_system_fonts);
    tcase_add_test(tests, environment_changes_nothing);
    return tests;
}
