/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include "base/error.h"

START_TEST(error_set_returns_false_and_formats)
{
    struct error err = {0};

    ck_assert(!error_set(&err, ERROR_CONFIG, "unknown key '%s'", "titel"));
    ck_assert_int_eq(err.kind, ERROR_CONFIG);
    ck_assert_str_eq(err.message, "unknown key 'titel'");
    ck_assert_ptr_null(err.file);
    ck_assert_ptr_null(err.hint);
    error_finish(&err);
}
END_TEST

START_TEST(error_first_failure_wins)
{
    struct error err = {0};
    struct place place = {.file = "other.yaml", .line = 9, .column = 9};

    error_set(&err, ERROR_DATA, "first");
    ck_assert(!error_set(&err, ERROR_IO, "second"));
    ck_assert(!error_at(&err, ERROR_IO, &place, "third"));
    ck_assert_int_eq(err.kind, ERROR_DATA);
    ck_assert_str_eq(err.message, "first");
    ck_assert_ptr_null(err.file);
    ck_assert_uint_eq(err.line, 0);
    error_finish(&err);
}
END_TEST

START_TEST(error_at_keeps_a_copy_of_the_place)
{
    struct error err = {0};
    char file[] = "method.yaml";
    struct place place = {.file = file, .line = 12, .column = 5};

    ck_assert(!error_at(&err, ERROR_CONFIG, &place, "%d bands", 0));
    file[0] = 'x';
    ck_assert_str_eq(err.message, "0 bands");
    ck_assert_str_eq(err.file, "method.yaml");
    ck_assert_uint_eq(err.line, 12);
    ck_assert_uint_eq(err.column, 5);
    error_finish(&err);
}
END_TEST

START_TEST(error_at_takes_no_place)
{
    struct error err = {0};
    struct place nameless = {.line = 3};

    ck_assert(!error_at(&err, ERROR_CONFIG, NULL, "broken"));
    ck_assert_ptr_null(err.file);
    error_finish(&err);
    ck_assert(!error_at(&err, ERROR_CONFIG, &nameless, "broken"));
    ck_assert_ptr_null(err.file);
    ck_assert_uint_eq(err.line, 3);
    error_finish(&err);
}
END_TEST

START_TEST(error_keeps_the_first_hint)
{
    struct error err = {0};

    ck_assert(!error_hint(&err, "too early"));
    ck_assert_ptr_null(err.hint);
    error_set(&err, ERROR_USAGE, "unknown command");
    ck_assert(!error_hint(&err, "did you mean '%s'?", "build"));
    error_hint(&err, "or another");
    ck_assert_str_eq(err.hint, "did you mean 'build'?");
    error_finish(&err);
}
END_TEST

START_TEST(error_can_be_used_again_once_finished)
{
    struct error err = {0};

    error_set(&err, ERROR_IO, "first");
    error_finish(&err);
    ck_assert_int_eq(err.kind, ERROR_NONE);
    ck_assert_ptr_null(err.message);
    error_set(&err, ERROR_BUSY, "second");
    ck_assert_str_eq(err.message, "second");
    error_finish(&err);
}
END_TEST

/* sysexits.h, and 2 for the command line. */
START_TEST(error_exit_codes_are_those_of_sysexits)
{
    static const struct {
        enum error_kind kind;
        int code;
    } cases[] = {{ERROR_NONE, 0},        {ERROR_USAGE, 2},   {ERROR_DATA, 65}, {ERROR_NO_INPUT, 66},
                 {ERROR_INTERNAL, 70},   {ERROR_CREATE, 73}, {ERROR_IO, 74},   {ERROR_BUSY, 75},
                 {ERROR_PERMISSION, 77}, {ERROR_CONFIG, 78}};

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        ck_assert_int_eq(error_exit_code(cases[i].kind), cases[i].code);
}
END_TEST

START_TEST(notices_keep_repeated_sentences_once_and_in_order)
{
    struct notices notices = {0};

    for (int i = 0; i < 40; i++)
        notices_add(&notices, "%d rows left out", i % 20);
    ck_assert_uint_eq(notices.count, 20);
    ck_assert_str_eq(notices.items[0], "0 rows left out");
    ck_assert_str_eq(notices.items[19], "19 rows left out");
    notices_finish(&notices);
    ck_assert_uint_eq(notices.count, 0);
    ck_assert_ptr_null(notices.items);
}
END_TEST

START_TEST(notices_that_name_a_finding_stand_apart)
{
    struct notices notices = {0};
    notices_add(&notices, "one");
    notices_add_inside(&notices, "%s/%s", "EML-1", "DEX");
    notices_add_inside(&notices, "one");
    notices_add_inside(&notices, "EML-1/DEX");
    ck_assert_uint_eq(notices.count, 1);
    ck_assert_uint_eq(notices.inside_count, 2);
    ck_assert_str_eq(notices.inside[0], "EML-1/DEX");
    notices_finish(&notices);
    ck_assert_ptr_null(notices.inside);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("error");

    tcase_add_test(t, error_set_returns_false_and_formats);
    tcase_add_test(t, error_first_failure_wins);
    tcase_add_test(t, error_at_keeps_a_copy_of_the_place);
    tcase_add_test(t, error_at_takes_no_place);
    tcase_add_test(t, error_keeps_the_first_hint);
    tcase_add_test(t, error_can_be_used_again_once_finished);
    tcase_add_test(t, error_exit_codes_are_those_of_sysexits);
    tcase_add_test(t, notices_keep_repeated_sentences_once_and_in_order);
    tcase_add_test(t, notices_that_name_a_finding_stand_apart);
    return t;
}
