/* SPDX-License-Identifier: MIT */
#include "results_fixture.h"

#include "document/published.h"

#define COLUMNS                                                                                    \
    "body,period,kind,id,category,met,not_met,no_evidence,exempt,status,numerator,"                \
    "denominator,n,published,method\n"

static struct published load(const char *content)
{
    struct published published;
    fixture_write("results.csv", content);
    bool good = published_load(fixture.folder, fixture.arena, &published, &fixture.err);
    ck_assert_msg(good, "%s", fixture.err.message);
    return published;
}

static void assert_refused(const char *content, size_t line, const char *message)
{
    struct published published;
    struct error err = {0};
    char *path = fixture_write("results.csv", content);
    ck_assert(!published_load(fixture.folder, fixture.arena, &published, &err));
    ck_assert_str_eq(err.message, message);
    ck_assert_int_eq(err.kind, ERROR_DATA);
    ck_assert_str_eq(err.file, path);
    ck_assert_uint_eq(err.line, line);
    ck_assert_ptr_null(published.index);
    error_finish(&err);
}

START_TEST(what_was_published_is_found_again)
{
    struct published published =
        load(COLUMNS "=mandated,2026-Q2,control,EML-1,,9,2,1,0,partly_met,9,12,12,,1\n"
                     "ALF,2026-Q2,measure,received,kind=inquiry,,,,,,5,1,5,,1\n"
                     "ALF,2026-Q2,score,score,,,,,,Sound,904000,1000000,,,1\n");
    const struct published_value *value =
        published_find(&published, "=mandated", "2026-Q2", "control", "EML-1", "");
    ck_assert_uint_eq(published.count, 3);
    ck_assert_int_eq(value->numerator, 9);
    ck_assert_int_eq(value->denominator, 12);
    ck_assert_str_eq(value->status, "partly_met");
    value = published_find(&published, "ALF", "2026-Q2", "measure", "received", "kind=inquiry");
    ck_assert_int_eq(value->numerator, 5);
    value = published_find(&published, "ALF", "2026-Q2", "score", "score", "");
    ck_assert_int_eq(value->numerator, 904000);
    ck_assert_ptr_null(published_find(&published, "ALF", "2026-Q1", "score", "score", ""));
    ck_assert_ptr_null(published_find(&published, "ALF", "2026-Q2", "measure", "received", ""));
    published_finish(&published);
}
END_TEST

START_TEST(without_an_earlier_edition_nothing_is_found)
{
    ck_assert_ptr_null(published_find(NULL, "ALF", "2026-Q2", "score", "score", ""));
}
END_TEST

START_TEST(columns_are_found_by_name_in_any_order)
{
    struct published published =
        load("published,denominator,numerator,status,category,id,kind,period,body\n"
             ",4,3,met,,EML-1,control,2026-Q2,ALF\n");
    const struct published_value *value =
        published_find(&published, "ALF", "2026-Q2", "control", "EML-1", "");
    ck_assert_int_eq(value->numerator, 3);
    ck_assert_int_eq(value->denominator, 4);
    published_finish(&published);
}
END_TEST

START_TEST(a_missing_column_is_told)
{
    assert_refused("body,period,kind,id,category,status,published,numerator\n", 1,
                   "the column 'denominator' is missing");
}
END_TEST

START_TEST(a_number_that_is_none_is_told_with_its_line)
{
    const char *head = "body,period,kind,id,category,status,published,numerator,denominator\n"
                       "ALF,2026-Q2,control,EML-1,,met,,3,4\n";
    assert_refused(arena_printf(fixture.arena, "%sALF,2026-Q2,control,SEC-1,,met,,3,4.5\n", head),
                   3, "numerator and denominator must be whole numbers");
    assert_refused(arena_printf(fixture.arena, "%sALF,2026-Q2,control,SEC-1,,met,,,4\n", head), 3,
                   "numerator and denominator must be whole numbers");
}
END_TEST

START_TEST(a_rate_that_cannot_be_is_told_with_its_line)
{
    const char *head = "body,period,kind,id,category,status,published,numerator,denominator\n";
    const char *message = "a denominator is at least 0, a control's numerator between 0 and it";
    const char *const rows[] = {"ALF,2026-Q2,control,EML-1,,met,,5,4\n",
                                "ALF,2026-Q2,control,EML-1,,met,,-1,4\n",
                                "ALF,2026-Q2,measure,posts,,,,5,-4\n"};
    for (size_t i = 0; i < ARRAY_LENGTH(rows); i++)
        assert_refused(arena_printf(fixture.arena, "%s%s", head, rows[i]), 2, message);
    struct published published =
        load(arena_printf(fixture.arena, "%sALF,2026-Q2,measure,posts,,,,5,1\n", head));
    ck_assert_uint_eq(published.count, 1);
    published_finish(&published);
}
END_TEST

START_TEST(a_folder_without_results_is_told)
{
    struct published published;
    struct error err = {0};
    ck_assert(!published_load(fixture.folder, fixture.arena, &published, &err));
    ck_assert_int_eq(err.kind, ERROR_NO_INPUT);
    error_finish(&err);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("published");
    tcase_add_checked_fixture(t, fixture_setup, fixture_teardown);
    tcase_add_test(t, what_was_published_is_found_again);
    tcase_add_test(t, without_an_earlier_edition_nothing_is_found);
    tcase_add_test(t, columns_are_found_by_name_in_any_order);
    tcase_add_test(t, a_missing_column_is_told);
    tcase_add_test(t, a_number_that_is_none_is_told_with_its_line);
    tcase_add_test(t, a_rate_that_cannot_be_is_told_with_its_line);
    tcase_add_test(t, a_folder_without_results_is_told);
    return t;
}
