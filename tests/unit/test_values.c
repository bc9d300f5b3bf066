/* SPDX-License-Identifier: MIT */
#include "source_fixture.h"

static const char TABLES[] =
    "CREATE TABLE account (account, agency, created_on, legacy, followers, score, password);"
    "INSERT INTO account (account, agency) VALUES ('good', 'DEX');"
    "CREATE TABLE feedback (feedback, agency, received_at);";

/** Sets one column of a second row; gives the error's message, or "" where the value is believed.
 */
static char *checked(size_t table, const char *column, const char *value, char **ret_hint)
{
    struct error err = {0};
    const char *name = contract.tables[table].name;
    remove(database);
    run_sql(database, TABLES);
    run_sql(database, arena_printf(arena,
                                   "INSERT INTO %s (%s, agency) VALUES ('second', 'DEX');"
                                   "UPDATE %s SET %s = %s WHERE %s = 'second'",
                                   name, name, name, column, value, name));
    struct source *source = opened(NULL);
    bool good = source_check_values(source, table, &err);
    char *message = arena_text(arena, good ? "" : err.message);
    ck_assert(good || err.kind == ERROR_DATA);
    if (ret_hint)
        *ret_hint = arena_text(arena, err.hint);
    error_finish(&err);
    source_close(source);
    return message;
}

static void believed(size_t table, const char *column, const char *value)
{
    char *message = checked(table, column, value, NULL);
    ck_assert_msg(!*message, "%s = %s: %s", column, value, message);
}

static void doubted(const char *column, const char *value, const char *expected, const char *found)
{
    char *message = checked(0, column, value, NULL);
    assert_has(message,
               arena_printf(arena, "table account, column %s, row 2 of the table: ", column));
    assert_has(message, arena_printf(arena, "%s is expected", expected));
    assert_has(message, arena_printf(arena, "there is %s", found));
    assert_lacks(message, "12abc");
}

START_TEST(values_of_the_right_type_are_believed)
{
    believed(0, "agency", "'DEX'");
    believed(0, "agency", "17");
    believed(0, "created_on", "'2024-02-29'");
    believed(0, "created_on", "NULL");
    believed(0, "legacy", "1");
    believed(0, "followers", "-9007199254740993");
    believed(0, "score", "0.5");
    believed(0, "score", "3");
    believed(1, "received_at", "'2026-08-03T09:00:00+08:00'");
    believed(1, "received_at", "'2026-08-03'");
    believed(0, "password", "x'00'"); /* not of the contract */
}
END_TEST

START_TEST(text_in_a_number_column_is_doubted)
{
    doubted("followers", "'12abc'", "a whole number", "some other text");
    doubted("followers", "'12'", "a whole number", "some other text");
    doubted("followers", "1.0", "a whole number", "a number with decimals");
    doubted("score", "'12abc'", "a number", "some other text");
    doubted("score", "'1.5'", "a number", "some other text");
    doubted("score", "9e999", "a number", "a number with decimals");
    doubted("score", "x'31'", "a number", "bytes");
}
END_TEST

START_TEST(dates_that_cannot_be_are_doubted)
{
    doubted("created_on", "'2026-02-29'", "a date such as 2026-09-30", "some other text");
    doubted("created_on", "'2026-13-01'", "a date such as 2026-09-30", "some other text");
    doubted("created_on", "'01/02/2026'", "a date such as 2026-09-30", "some other text");
    doubted("created_on", "'2026-09-30T10:00:00'", "a date such as 2026-09-30", "some other text");
    doubted("created_on", "20260930", "a date such as 2026-09-30", "a whole number");
    doubted("created_on", "'2026-09-30' || char(0) || 'x'", "a date such as 2026-09-30",
            "some other text");
    assert_has(checked(1, "received_at", "1700000000", NULL), "a timestamp such as");
    assert_has(checked(1, "received_at", "'2026-08-03T25:00:00'", NULL),
               "table feedback, column received_at");
}
END_TEST

START_TEST(booleans_are_nought_or_one)
{
    doubted("legacy", "2", "0 or 1", "a whole number");
    doubted("legacy", "'yes'", "0 or 1", "some other text");
    doubted("legacy", "1.0", "0 or 1", "a number with decimals");
}
END_TEST

START_TEST(empty_text_gets_advice)
{
    char *hint = NULL;
    assert_has(checked(0, "created_on", "''", &hint), "there is empty text");
    assert_has(hint, "UPDATE account SET created_on = NULL WHERE created_on = ''");
}
END_TEST

START_TEST(required_values_may_not_be_missing)
{
    doubted("agency", "NULL", "text", "no value");
    doubted("agency", "1.5", "text", "a number with decimals");
    doubted("agency", "x'ff'", "text", "bytes");
}
END_TEST

START_TEST(columns_that_are_not_supplied_are_not_doubted)
{
    struct error err = {0};
    run_sql(database, "CREATE TABLE account (account); INSERT INTO account VALUES ('a')");
    struct source *source = opened(NULL);
    ck_assert_msg(source_check_values(source, 0, &err), "%s", err.message);
    source_close(source);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("values");
    tcase_add_checked_fixture(t, fixture_setup, fixture_teardown);
    tcase_add_test(t, values_of_the_right_type_are_believed);
    tcase_add_test(t, text_in_a_number_column_is_doubted);
    tcase_add_test(t, dates_that_cannot_be_are_doubted);
    tcase_add_test(t, booleans_are_nought_or_one);
    tcase_add_test(t, empty_text_gets_advice);
    tcase_add_test(t, required_values_may_not_be_missing);
    tcase_add_test(t, columns_that_are_not_supplied_are_not_doubted);
    return t;
}
