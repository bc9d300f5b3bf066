/* SPDX-License-Identifier: MIT */
#include "source_fixture.h"

#include "data/connection.h"

static struct source *source;
static struct listing listing;
static struct cursor *cursor;

static void setup(void)
{
    fixture_setup();
    run_sql(database, DATABASE_SQL);
    source = opened(NULL);
    listing =
        (struct listing){.name = "trial", .path = "trial.sql", .sql_line = 1, .item = ITEM_ACCOUNT};
    cursor = NULL;
}

static void teardown(void)
{
    cursor_close(cursor);
    source_close(source);
    fixture_teardown();
}

/** Opens the query; `columns` are its column's names, separated by a blank. */
static void open_query(const char *columns, const char *sql)
{
    struct error err = {0};
    listing.sql = sql;
    listing.column_count = text_split(arena, columns, ' ', &listing.columns);
    ck_assert_msg(cursor_open(source, &listing, &cursor, &err), "%s", err.message);
}

static void step(void)
{
    struct error err = {0};
    ck_assert_msg(cursor_step(cursor, &err), "%s", err.message ? err.message : "no row");
}

static void is_told(struct error *err, const char *message)
{
    ck_assert_int_eq(err->kind, ERROR_DATA);
    ck_assert_str_eq(err->message, message);
    ck_assert_str_eq(err->file, "trial.sql");
    error_finish(err);
}

START_TEST(rows_are_stepped_to_their_end_and_no_further)
{
    struct error err = {0};
    open_query("agency account item",
               "SELECT agency, account, account AS item FROM account ORDER BY 2");
    step();
    ck_assert_str_eq(cursor_agency(cursor), "DEX");
    ck_assert_str_eq(cursor_account(cursor), "dex-fb");
    ck_assert_str_eq(cursor_label(cursor), "dex-fb"); /* there is no label: the item */
    ck_assert_int_eq(cursor_row(cursor), 1);
    step();
    ck_assert_int_eq(cursor_row(cursor), 2);
    for (int i = 0; i < 3; i++) {
        ck_assert(!cursor_step(cursor, &err));
        ck_assert_int_eq(err.kind, ERROR_NONE);
        ck_assert_int_eq(cursor_row(cursor), 2);
    }
}
END_TEST

START_TEST(columns_that_are_not_there_are_null)
{
    open_query("item label x", "SELECT 7 AS item, 'Seven' AS label, NULL AS x");
    step();
    ck_assert_ptr_null(cursor_agency(cursor));
    ck_assert_ptr_null(cursor_account(cursor));
    ck_assert_str_eq(cursor_item(cursor), "7");
    ck_assert_str_eq(cursor_label(cursor), "Seven");
    ck_assert_ptr_null(cursor_text(cursor, 2));
    ck_assert_ptr_null(cursor_text(cursor, (size_t)-1));
}
END_TEST

START_TEST(outcomes_are_three_words_or_null)
{
    struct error err = {0};
    enum outcome outcome = OUTCOME_MET;
    open_query("item a b c d e",
               "SELECT 'x' AS item, 'met', 'not_met', 'no_evidence', NULL, 'Met'");
    step();
    ck_assert(cursor_outcome(cursor, 1, &outcome, &err) && outcome == OUTCOME_MET);
    ck_assert(cursor_outcome(cursor, 2, &outcome, &err) && outcome == OUTCOME_NOT_MET);
    ck_assert(cursor_outcome(cursor, 3, &outcome, &err) && outcome == OUTCOME_NO_EVIDENCE);
    ck_assert(cursor_outcome(cursor, 4, &outcome, &err) && outcome == OUTCOME_NONE);
    ck_assert(!cursor_outcome(cursor, 5, &outcome, &err));
    is_told(
        &err,
        "listing trial, account x, row 1: column e is none of met, not_met, no_evidence or NULL");
}
END_TEST

START_TEST(an_empty_outcome_is_no_outcome)
{
    struct error err = {0};
    enum outcome outcome;
    open_query("item a b", "SELECT 'x' AS item, '', 1");
    step();
    ck_assert(!cursor_outcome(cursor, 1, &outcome, &err));
    error_finish(&err);
    ck_assert(!cursor_outcome(cursor, 2, &outcome, &err));
    error_finish(&err);
}
END_TEST

START_TEST(whole_numbers_are_whole)
{
    struct error err = {0};
    int64_t value = 5;
    bool null = false;
    open_query("item a b c d", "SELECT 'x' AS item, -9223372036854775807, NULL, 2.0, '12'");
    step();
    ck_assert(cursor_integer(cursor, 1, &value, &null, &err) && value == -INT64_MAX && !null);
    ck_assert(cursor_integer(cursor, 2, &value, &null, &err) && null);
    ck_assert(!cursor_integer(cursor, 3, &value, &null, &err));
    is_told(&err, "listing trial, account x, row 1: column c is not a whole number");
    ck_assert(!cursor_integer(cursor, 4, &value, &null, &err));
    is_told(&err, "listing trial, account x, row 1: column d is not a whole number");
    ck_assert_str_eq(cursor_text(cursor, 1), "-9223372036854775807");
    ck_assert(cursor_integer(cursor, 1, &value, &null, &err) && value == -INT64_MAX && !null);
}
END_TEST

START_TEST(periods_are_quarters)
{
    struct error err = {0};
    int32_t period = 0;
    open_query("item a b c", "SELECT 'x' AS item, '2026-Q3', NULL, '2026-Q5'");
    step();
    ck_assert(cursor_period(cursor, 1, &period, &err));
    ck_assert_int_eq(period, 4 * 2026 + 2);
    ck_assert(!cursor_period(cursor, 2, &period, &err));
    ck_assert_int_eq(err.kind, ERROR_NONE);
    ck_assert(!cursor_period(cursor, 3, &period, &err));
    is_told(&err, "listing trial, account x, row 1: column c is not a quarter such as 2026-Q3");
}
END_TEST

START_TEST(an_item_of_null_is_told_with_its_row)
{
    struct error err = {0};
    open_query("item", "SELECT 'a' AS item UNION ALL SELECT NULL");
    step();
    ck_assert(!cursor_step(cursor, &err));
    is_told(&err, "listing trial, account row 2: column item is NULL: every row needs its item");
    ck_assert(!cursor_step(cursor, &err));
}
END_TEST

START_TEST(a_persons_key_is_not_in_messages)
{
    struct error err = {0};
    enum outcome outcome;
    listing.item = ITEM_FEEDBACK;
    open_query("item a", "SELECT 'juan@example.ph' AS item, 'perhaps'");
    step();
    ck_assert(!cursor_outcome(cursor, 1, &outcome, &err));
    is_told(&err,
            "listing trial, feedback row 1: column a is none of met, not_met, no_evidence or NULL");
}
END_TEST

START_TEST(a_failure_in_the_middle_names_the_listing_and_row)
{
    struct error err = {0};
    open_query("item", "SELECT 'a' AS item UNION ALL SELECT period_of('my private words')");
    step();
    ck_assert(!cursor_step(cursor, &err));
    is_told(&err,
            "listing trial, row 2: period_of() was given a value that is not a date or timestamp");
    ck_assert(!cursor_step(cursor, &err));
    ck_assert_int_eq(err.kind, ERROR_NONE);
}
END_TEST

START_TEST(an_overflow_is_told)
{
    struct error err = {0};
    open_query("item",
               "SELECT sum(x) AS item FROM (SELECT 9223372036854775807 AS x UNION ALL SELECT 1)");
    ck_assert(!cursor_step(cursor, &err));
    is_told(&err, "listing trial, row 1: integer overflow");
}
END_TEST

START_TEST(two_cursors_are_stepped_side_by_side)
{
    struct error err = {0};
    struct listing other = listing;
    struct cursor *second = NULL;
    open_query("item", "SELECT account AS item FROM account ORDER BY 1");
    other.sql = "SELECT feedback AS item FROM feedback";
    other.columns = listing.columns;
    other.column_count = 1;
    ck_assert(cursor_open(source, &other, &second, &err));
    step();
    ck_assert(cursor_step(second, &err));
    ck_assert_str_eq(cursor_item(second), "f1");
    ck_assert_str_eq(cursor_item(cursor), "dex-fb");
    cursor_close(second);
    step();
    ck_assert_str_eq(cursor_item(cursor), "dex-x");
}
END_TEST

#define ENDLESS "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT 1 - i FROM n) "

START_TEST(an_endless_listing_is_stopped)
{
    source->step_limit = 1000000;
    fails(source, ENDLESS "SELECT sum(i) AS item FROM n", ERROR_CONFIG,
          "listing trial was stopped after 1000000 steps");
    gives(source, "SELECT count(*) AS item FROM account", "2 ");
}
END_TEST

/* Its rows come one by one: the limit is on all of them together. */
START_TEST(an_endless_listing_of_rows_is_stopped)
{
    struct error err = {0};
    struct text items = {0};
    source->step_limit = 1000000;
    ck_assert(!try_items(source, ENDLESS "SELECT i AS item FROM n", &items, &err));
    assert_has(err.message, "listing trial was stopped after 1000000 steps");
    error_finish(&err);
    text_finish(&items);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("cursor");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, rows_are_stepped_to_their_end_and_no_further);
    tcase_add_test(t, columns_that_are_not_there_are_null);
    tcase_add_test(t, outcomes_are_three_words_or_null);
    tcase_add_test(t, an_empty_outcome_is_no_outcome);
    tcase_add_test(t, whole_numbers_are_whole);
    tcase_add_test(t, periods_are_quarters);
    tcase_add_test(t, an_item_of_null_is_told_with_its_row);
    tcase_add_test(t, a_persons_key_is_not_in_messages);
    tcase_add_test(t, a_failure_in_the_middle_names_the_listing_and_row);
    tcase_add_test(t, an_overflow_is_told);
    tcase_add_test(t, two_cursors_are_stepped_side_by_side);
    tcase_add_test(t, an_endless_listing_is_stopped);
    tcase_add_test(t, an_endless_listing_of_rows_is_stopped);
    return t;
}
