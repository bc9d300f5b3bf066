/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include <string.h>

#include "base/arena.h"
#include "base/csv.h"
#include "base/error.h"
#include "base/text.h"

static struct arena *arena;
static struct error err;

static void setup(void)
{
    arena = arena_new();
    err = (struct error){0};
}

static void teardown(void)
{
    error_finish(&err);
    arena_free(arena);
}

static void assert_field(const char *field, const char *expected)
{
    struct text text = {0};

    csv_field(&text, field);
    ck_assert_str_eq(text_string(&text), expected);
    text_finish(&text);
}

static bool parse(const char *bytes, struct csv *ret_csv)
{
    return csv_parse(bytes, strlen(bytes), "results.csv", arena, ret_csv, &err);
}

static void assert_refused(const char *bytes, size_t length, size_t line, const char *said)
{
    struct csv csv;

    ck_assert(!csv_parse(bytes, length, "results.csv", arena, &csv, &err));
    ck_assert_int_eq(err.kind, ERROR_DATA);
    ck_assert_str_eq(err.file, "results.csv");
    ck_assert_uint_eq(err.line, line);
    ck_assert_ptr_nonnull(strstr(err.message, said));
    error_finish(&err);
}

#define REFUSED(bytes, line, said) assert_refused((bytes), sizeof(bytes) - 1, (line), (said))

START_TEST(fields_are_quoted_where_needed)
{
    assert_field("", "");
    assert_field("plain text", "plain text");
    assert_field("a,b", "\"a,b\"");
    assert_field("say \"no\"", "\"say \"\"no\"\"\"");
    assert_field("two\nlines", "\"two\nlines\"");
    assert_field("a\rb", "\"a\rb\"");
}
END_TEST

/* OWASP, CSV injection. */
START_TEST(formulas_get_an_apostrophe)
{
    assert_field("=1+1", "'=1+1");
    assert_field("+cmd", "'+cmd");
    assert_field("-2+3", "'-2+3");
    assert_field("@SUM(A1)", "'@SUM(A1)");
    assert_field("\tx", "'\tx");
    assert_field("\r=1", "\"'\r=1\"");
    assert_field("  =1", "'  =1");
    assert_field("=1,2", "\"'=1,2\"");
    assert_field("\xef\xbc\x9d"
                 "1",
                 "'\xef\xbc\x9d"
                 "1");
    assert_field("-", "'-");
}
END_TEST

START_TEST(numbers_are_no_formulas)
{
    assert_field("-5", "-5");
    assert_field("+5", "+5");
    assert_field("-0.25", "-0.25");
    assert_field("-5.", "'-5.");
    assert_field("-5e3", "'-5e3");
    assert_field("-.5", "'-.5");
    assert_field("a=b", "a=b");
}
END_TEST

START_TEST(rows_read_back_as_written)
{
    static const char *const fields[] = {"a \"b\", c", "", "two\nlines", "Ni\xc3\xb1o"};
    struct text text = {0};
    struct csv csv;

    for (int row = 0; row < 2; row++) {
        for (size_t i = 0; i < 4; i++) {
            if (i > 0)
                csv_separator(&text);
            csv_field(&text, fields[i]);
        }
        csv_end_row(&text);
    }
    ck_assert(parse(text_string(&text), &csv));
    ck_assert_uint_eq(csv.count, 2);
    ck_assert_uint_eq(csv.rows[1].count, 4);
    for (size_t i = 0; i < 4; i++)
        ck_assert_str_eq(csv.rows[1].fields[i], fields[i]);
    ck_assert_uint_eq(csv.rows[1].line, 3);
    text_finish(&text);
}
END_TEST

START_TEST(lines_may_end_in_crlf_or_not_at_all)
{
    struct csv csv;

    ck_assert(parse("a,b\r\n1,2\n3,", &csv));
    ck_assert_uint_eq(csv.count, 3);
    ck_assert_str_eq(csv.rows[0].fields[1], "b");
    ck_assert_str_eq(csv.rows[1].fields[1], "2");
    ck_assert_str_eq(csv.rows[2].fields[0], "3");
    ck_assert_str_eq(csv.rows[2].fields[1], "");
    ck_assert_uint_eq(csv.rows[2].line, 3);
}
END_TEST

START_TEST(byte_order_mark_is_no_part_of_the_head)
{
    struct csv csv;

    ck_assert(parse("\xef\xbb\xbf"
                    "a,b\n",
                    &csv));
    ck_assert_str_eq(csv.rows[0].fields[0], "a");
    ck_assert_uint_eq(csv.count, 1);
}
END_TEST

START_TEST(columns_are_found_by_name)
{
    struct csv csv;
    struct csv none = {0};

    ck_assert(parse("id,value\n1,2\n", &csv));
    ck_assert_uint_eq(csv_column(&csv, "id"), 0);
    ck_assert_uint_eq(csv_column(&csv, "value"), 1);
    ck_assert_uint_eq(csv_column(&csv, "Value"), (size_t)-1);
    ck_assert_uint_eq(csv_column(&none, "id"), (size_t)-1);
}
END_TEST

START_TEST(broken_tables_are_refused_with_their_line)
{
    REFUSED("", 1, "empty");
    REFUSED("a,b\n1,2\n3\n", 3, "1 fields, the head has 2");
    REFUSED("a,b\n1,2,3\n", 2, "3 fields, the head has 2");
    REFUSED("a,b\n\"1\n\n,2\n", 2, "no closing quote");
    REFUSED("a,b\n\"1\"x,2\n", 2, "follows the closing quote");
    REFUSED("a,b\n1\"x\",2\n", 2, "not quoted");
    REFUSED("a,b\r1,2\n", 1, "carriage return");
    REFUSED("a,b\n1,\xff\n", 2, "UTF-8");
    REFUSED("a,b\n1,x\0y\n", 2, "NUL");
    REFUSED("a,b\n1,\xc3", 2, "UTF-8");
}
END_TEST

START_TEST(many_rows_and_columns_are_kept)
{
    struct text text = {0};
    struct csv csv;

    for (int row = 0; row < 300; row++) {
        for (int column = 0; column < 40; column++)
            text_printf(&text, "%s%d", column ? "," : "", row * 100 + column);
        csv_end_row(&text);
    }
    ck_assert(parse(text_string(&text), &csv));
    ck_assert_uint_eq(csv.count, 300);
    ck_assert_str_eq(csv.rows[0].fields[0], "0");
    ck_assert_str_eq(csv.rows[299].fields[39], "29939");
    text_finish(&text);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("csv");

    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, fields_are_quoted_where_needed);
    tcase_add_test(t, formulas_get_an_apostrophe);
    tcase_add_test(t, numbers_are_no_formulas);
    tcase_add_test(t, rows_read_back_as_written);
    tcase_add_test(t, lines_may_end_in_crlf_or_not_at_all);
    tcase_add_test(t, byte_order_mark_is_no_part_of_the_head);
    tcase_add_test(t, columns_are_found_by_name);
    tcase_add_test(t, broken_tables_are_refused_with_their_line);
    tcase_add_test(t, many_rows_and_columns_are_kept);
    return t;
}
