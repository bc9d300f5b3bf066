/* SPDX-License-Identifier: MIT */
#include "source_fixture.h"

#include "base/calendar.h"
#include "data/connection.h"

static struct source *source;

static void setup(void)
{
    fixture_setup();
    run_sql(database, DATABASE_SQL);
    source = opened(NULL);
}

static void teardown(void)
{
    source_close(source);
    fixture_teardown();
}

/** Opens the database anew with TABLE.sql files. */
static void map(const char *table, const char *select)
{
    put_file(path_join(arena, "mapping", table), select);
    source_close(source);
    source = opened("mapping");
}

static const char ONLY[] = "only the contract's";
static const char MAY_NOT[] = "its WITH may not define";
static const char ONLY_COLUMNS[] = "only the contract's columns";
static const char ONLY_TABLES[] = "only the contract's tables";

START_TEST(the_contracts_columns_are_read)
{
    gives(source, "SELECT account AS item FROM account ORDER BY 1", "dex-fb dex-x ");
    gives(source, "SELECT \"Account\" AS item FROM [ACCOUNT] ORDER BY 1", "dex-fb dex-x ");
    gives(source, "SELECT count(*) AS item FROM feedback", "1 ");
    gives(source, "SELECT 1 AS item FROM account", "1 1 ");
    gives(source, "SELECT count(*) AS item FROM account, feedback", "2 ");
}
END_TEST

START_TEST(joins_subqueries_windows_and_compounds_are_allowed)
{
    gives(
        source,
        "SELECT a.account AS item FROM feedback AS f LEFT JOIN account AS a ON a.agency = f.agency"
        " ORDER BY 1",
        "dex-fb dex-x ");
    gives(source,
          "SELECT account AS item FROM account WHERE EXISTS (SELECT 1 FROM feedback"
          " WHERE feedback.agency = account.agency) ORDER BY 1",
          "dex-fb dex-x ");
    gives(source, "SELECT row_number() OVER (ORDER BY account) AS item FROM account", "1 2 ");
    gives(source,
          "SELECT sum(followers) OVER (ORDER BY account) AS item FROM account ORDER BY account",
          "10 30 ");
    gives(source,
          "SELECT feedback AS item FROM feedback UNION ALL SELECT account FROM account"
          " ORDER BY 1",
          "dex-fb dex-x f1 ");
    gives(source,
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3)"
          " SELECT i AS item FROM n",
          "1 2 3 ");
    gives(source,
          "WITH old AS (SELECT account FROM account WHERE legacy) SELECT account AS item FROM old",
          "dex-x ");
    gives(source, "SELECT account AS item FROM account JOIN feedback USING (agency) ORDER BY 1",
          "dex-fb dex-x ");
    gives(source, "SELECT a.account AS item FROM (account AS a JOIN feedback), period WHERE 0", "");
    gives(source,
          "SELECT item FROM (WITH v(item) AS (VALUES ('a'), ('b')) SELECT item FROM v)"
          " WHERE item IS NOT DISTINCT FROM 'a' AND item IN ('a', 'c')",
          "a ");
    gives(source,
          "SELECT account AS item, sum(followers) OVER window AS n FROM account"
          " WINDOW window AS (ORDER BY account), other AS (window)",
          "dex-fb dex-x ");
}
END_TEST

START_TEST(columns_outside_the_contract_are_refused)
{
    refuses(source, "SELECT body AS item FROM main.feedback", ONLY_COLUMNS);
    refuses(source, "SELECT feedback AS item FROM main.feedback", ONLY_COLUMNS);
    refuses(source, "SELECT f.BODY AS item FROM MAIN.\"Feedback\" AS f", ONLY_COLUMNS);
    refuses(source, "SELECT word AS item FROM secret", ONLY_COLUMNS);
    refuses(source, "SELECT word AS item FROM [SECRET]", ONLY_COLUMNS);
    refuses(source, "SELECT body AS item FROM recent", ONLY_COLUMNS);
    refuses(source, "SELECT body AS item FROM main.recent", ONLY_COLUMNS);
    refuses(source, "SELECT (SELECT body FROM main.feedback) AS item", ONLY_COLUMNS);
    refuses(source, "SELECT x AS item FROM (SELECT body AS x FROM main.feedback)", ONLY_COLUMNS);
    refuses(source,
            "SELECT account AS item FROM account WHERE 'x' IN (SELECT body FROM main.feedback)",
            ONLY_COLUMNS);
    refuses(source, "SELECT 1 AS item UNION SELECT body FROM main.feedback", ONLY_COLUMNS);
    refuses(source, "SELECT 1 AS item ORDER BY (SELECT body FROM main.feedback)", ONLY_COLUMNS);
    refuses(source, "SELECT max(body) OVER () AS item FROM main.feedback", ONLY_COLUMNS);
    refuses(source, "SELECT rowid AS item FROM main.feedback", ONLY_COLUMNS);
    refuses(source, "SELECT _rowid_ AS item FROM secret", ONLY_COLUMNS);
    refuses(source, "SELECT oid AS item FROM secret", ONLY_COLUMNS);
    refuses(source, "SELECT * FROM secret", ONLY_COLUMNS);
    refuses(source, "SELECT 'x' IN secret AS item", ONLY);
    refuses(source, "SELECT 'x' NOT IN main.secret AS item", ONLY);
    refuses(source, "SELECT body AS item FROM feedback", "no such column");
    refuses(source, "SELECT \"no such column\" AS item FROM feedback", "no such column");
}
END_TEST

/* SQLite asks its authorizer about no column that is only compared in this way. */
START_TEST(values_cannot_be_guessed_by_joining)
{
    refuses(source, "SELECT account AS item FROM account JOIN main.feedback USING (agency)",
            "main.feedback: only the contract's tables");
    refuses(source, "SELECT 1 AS item FROM (SELECT 'opensesame' AS word) JOIN secret USING (word)",
            ONLY_TABLES);
    refuses(source, "SELECT 1 AS item FROM (SELECT 'opensesame' AS word) NATURAL JOIN \"secret\"",
            ONLY_TABLES);
    refuses(source, "SELECT 1 AS item FROM (SELECT 'x' AS word) AS window, secret", ONLY_TABLES);
    refuses(source, "SELECT 1 AS item FROM (SELECT 'x' AS word) w FULL JOIN (secret) USING (word)",
            ONLY_TABLES);
    refuses(source,
            "SELECT 1 AS item \xEF\xBB\xBF"
            "FROM (SELECT 'x' AS word) AS w JOIN/**/secret USING (word)",
            ONLY_TABLES);
    refuses(
        source,
        "SELECT 1 AS item FROM (SELECT 'x' AS word) AS \"a\"\" WHERE \" JOIN secret USING (word)",
        ONLY_TABLES);
    refuses(source, "SELECT 1 AS item FROM (account AS a), (feedback AS f, secret AS s)", ONLY);
    refuses(source, "SELECT account AS item FROM account JOIN temp.feedback USING (agency)",
            ONLY_TABLES);
}
END_TEST

/* A WITH name holds inside its own query only: outside, the same name is the user's table. */
START_TEST(a_with_name_may_not_be_that_of_a_table)
{
    refuses(source, "WITH feedback AS (SELECT account FROM account) SELECT 1 AS item FROM feedback",
            MAY_NOT);
    refuses(source,
            "SELECT (WITH secret AS (SELECT 1 AS w) SELECT w FROM secret) AS item FROM secret",
            MAY_NOT);
    refuses(source,
            "WITH a AS (SELECT 1), Secret(w) AS MATERIALIZED (SELECT 1) SELECT 1 AS item FROM a",
            MAY_NOT);
    refuses(source, "WITH RECURSIVE \"period\" AS (SELECT 1) SELECT 1 AS item", MAY_NOT);
    refuses(source, "WITH json_each AS (SELECT 1) SELECT 1 AS item", MAY_NOT);
}
END_TEST

START_TEST(a_forged_context_is_refused)
{
    refuses(source,
            "WITH feedback AS (SELECT body FROM main.feedback) SELECT body AS item FROM feedback",
            ONLY_COLUMNS);
    refuses(source,
            "WITH recent AS (SELECT body FROM main.feedback) SELECT body AS item FROM recent",
            ONLY_COLUMNS);
    refuses(
        source,
        "WITH Recent AS MATERIALIZED (SELECT word FROM secret) SELECT word AS item FROM \"recent\"",
        ONLY_COLUMNS);
    refuses(source, "WITH map_ AS (SELECT word FROM secret) SELECT word AS item FROM map_",
            ONLY_COLUMNS);
    refuses(source,
            "WITH account AS (SELECT count(*) AS n FROM secret) SELECT n AS item FROM account",
            "its WITH may not define 'account'");
}
END_TEST

START_TEST(rows_of_other_tables_cannot_be_counted)
{
    refuses(source, "SELECT count(*) AS item FROM secret", ONLY_TABLES);
    refuses(source, "SELECT count(*) AS item FROM main.secret", ONLY_TABLES);
    refuses(source, "SELECT count(*) AS item FROM main.feedback", ONLY_TABLES);
    refuses(source, "SELECT 1 AS item WHERE EXISTS (SELECT 1 FROM main.secret)", ONLY_TABLES);
    refuses(source, "SELECT EXISTS (SELECT 1 FROM secret) AS item", ONLY_TABLES);
    refuses(source, "SELECT account AS item FROM account, secret", ONLY_TABLES);
    refuses(source, "SELECT account AS item FROM account LEFT JOIN secret", ONLY_TABLES);
    refuses(source, "SELECT count(*) AS item FROM recent", ONLY);
    refuses(source, "SELECT count(*) AS item FROM (SELECT 1 FROM secret)", ONLY_TABLES);
    refuses(source, "SELECT count(*) AS item FROM (SELECT word FROM secret)", ONLY_COLUMNS);
}
END_TEST

START_TEST(sqlites_own_tables_are_refused)
{
    static const char *const NAMES[] = {
        "sqlite_schema",      "main.sqlite_schema", "sqlite_master",     "temp.sqlite_schema",
        "sqlite_temp_schema", "sqlite_temp_master", "main.sqlite_master"};
    for (size_t i = 0; i < ARRAY_LENGTH(NAMES); i++) {
        refuses(source, arena_printf(arena, "SELECT sql AS item FROM %s", NAMES[i]), ONLY_COLUMNS);
        refuses(source, arena_printf(arena, "SELECT name AS item FROM %s", NAMES[i]), ONLY_COLUMNS);
        refuses(source, arena_printf(arena, "SELECT count(*) AS item FROM %s", NAMES[i]),
                "only the contract's");
    }
}
END_TEST

START_TEST(table_valued_functions_are_refused)
{
    refuses(source, "SELECT name AS item FROM pragma_table_info('secret')", "it may not");
    refuses(source, "SELECT count(*) AS item FROM pragma_table_info('secret')", "it may not");
    refuses(source, "SELECT name AS item FROM pragma_table_list", "it may not");
    refuses(source, "SELECT count(*) AS item FROM pragma_database_list", "it may not");
    refuses(source, "SELECT file AS item FROM pragma_database_list()", "it may not");
    refuses(source, "SELECT value AS item FROM json_each('[1]')", "it may not");
    refuses(source, "SELECT 1 AS item FROM json_each('[1]')", "it may not");
    refuses(source, "SELECT key AS item FROM json_tree('[1]')", "it may not");
    refuses(source, "SELECT 1 AS item FROM dbstat", "it may not");
    refuses(source, "SELECT data AS item FROM sqlite_dbpage", "");
}
END_TEST

START_TEST(only_a_select_may_stand)
{
    refuses(source, "ATTACH 'other.db' AS other", "do anything but SELECT");
    refuses(source, "DETACH main", "do anything but SELECT");
    refuses(source, "PRAGMA table_info(secret)", "do anything but SELECT");
    refuses(source, "PRAGMA writable_schema = ON", "do anything but SELECT");
    refuses(source, "VACUUM INTO 'copy.db'", "SELECT");
    refuses(source, "VACUUM", "SELECT");
    refuses(source, "CREATE TEMP TABLE t (a)", "do anything but SELECT");
    refuses(source, "CREATE TEMP VIEW account AS SELECT 1", "do anything but SELECT");
    refuses(source, "INSERT INTO temp.period VALUES ('2026-Q3', '', '')", "do anything but SELECT");
    refuses(source, "DELETE FROM secret RETURNING word AS item", "do anything but SELECT");
    refuses(source, "WITH x AS (SELECT 1) DELETE FROM secret", "do anything but SELECT");
    refuses(source, "DROP VIEW temp.feedback", "do anything but SELECT");
    refuses(source, "BEGIN", "do anything but SELECT");
    refuses(source, "COMMIT", "do anything but SELECT");
    refuses(source, "ANALYZE", "do anything but SELECT");
    refuses(source, "EXPLAIN SELECT account AS item FROM account", "only a SELECT");
    refuses(source, "EXPLAIN QUERY PLAN SELECT account AS item FROM account", "only a SELECT");
    refuses(source, "SELECT account AS item FROM account; SELECT 1", "a second statement");
}
END_TEST

START_TEST(functions_outside_the_list_are_refused)
{
    static const char *const CALLS[] = {"load_extension('x')",
                                        "printf('%900000000d', 1)",
                                        "format('%d', 1)",
                                        "randomblob(9)",
                                        "random()",
                                        "zeroblob(9)",
                                        "hex('a')",
                                        "quote('a')",
                                        "replace('a', 'a', 'b')",
                                        "char(65)",
                                        "date('now')",
                                        "datetime('now')",
                                        "strftime('%s', 'now')",
                                        "julianday('now')",
                                        "unixepoch()",
                                        "CURRENT_TIMESTAMP",
                                        "CURRENT_DATE",
                                        "json('{}')",
                                        "json_extract('{}', '$')",
                                        "'{}' -> '$'",
                                        "sqlite_version()",
                                        "sqlite_source_id()",
                                        "sqlite_compileoption_get(1)",
                                        "changes()",
                                        "last_insert_rowid()",
                                        "total_changes()",
                                        "fts3_tokenizer('simple')",
                                        "group_concat(account)",
                                        "likelihood(1, 0.5)",
                                        "sqlite_offset(account)"};
    for (size_t i = 0; i < ARRAY_LENGTH(CALLS); i++)
        refuses(source, arena_printf(arena, "SELECT %s AS item FROM account", CALLS[i]), "");
    refuses(source, "SELECT PRINTF('x') AS item", "it may not call the function printf()");
    refuses(source, "SELECT date('now') AS item", "it may not call the function date()");
}
END_TEST

START_TEST(an_error_of_a_function_holds_no_value)
{
    struct calendar *calendar = calendar_new();
    calendar_seal(calendar);
    map("feedback.sql", "SELECT body AS feedback, agency, received_at FROM main.feedback");
    source_set_calendar(source, calendar);
    fails(source, "SELECT due_on(feedback, 3) AS item FROM feedback", ERROR_DATA,
          "trial, row 1: due_on() was given a value that is not a date or timestamp");
    fails(source, "SELECT period_of(feedback) AS item FROM feedback", ERROR_DATA,
          "period_of() was given a value that is not a date or timestamp");
    fails(source, "SELECT day_add(feedback, 1) AS item FROM feedback", ERROR_DATA, "day_add()");
    fails(source, "SELECT 1 AS item FROM feedback WHERE feedback LIKE 'x' ESCAPE feedback",
          ERROR_DATA, "trial, row 1: ESCAPE expression");
    calendar_free(calendar);
}
END_TEST

START_TEST(a_mapping_reads_what_a_listing_cannot)
{
    map("feedback.sql", "SELECT word AS feedback, 'DEX' AS agency FROM secret");
    gives(source, "SELECT count(*) AS item FROM feedback", "1 ");
    gives(source, "SELECT feedback AS item FROM feedback", "opensesame ");
    refuses(source, "SELECT word AS item FROM secret", ONLY_COLUMNS);
    refuses(source, "SELECT body AS item FROM main.feedback", ONLY_COLUMNS);
    refuses(source, "WITH feedback AS (SELECT word FROM secret) SELECT word AS item FROM feedback",
            ONLY_COLUMNS);
    refuses(source, "SELECT word AS item FROM feedback", "no such column");
}
END_TEST

START_TEST(a_table_that_the_mapping_lacks_is_not_the_users_own)
{
    map("feedback.sql", "SELECT feedback, agency FROM main.feedback");
    refuses(source, "SELECT password AS item FROM account", ONLY_COLUMNS);
    refuses(source, "SELECT account AS item FROM account", ONLY_COLUMNS);
    refuses(source, "SELECT count(*) AS item FROM account", ONLY_TABLES);
    refuses(source, "SELECT EXISTS (SELECT 1 FROM account) AS item", ONLY_TABLES);
}
END_TEST

START_TEST(a_mapping_reads_the_users_views)
{
    map("feedback.sql", "SELECT feedback, agency, received_at FROM recent WHERE body IS NOT NULL");
    gives(source, "SELECT feedback AS item FROM feedback", "f1 ");
    gives(source, "SELECT count(*) AS item FROM feedback", "1 ");
    gives(source, "SELECT feedback AS item FROM feedback -- the recent ones", "f1 ");
    refuses(source,
            "WITH recent AS (SELECT body FROM main.feedback) SELECT body AS item FROM recent",
            MAY_NOT);
    refuses(source,
            "WITH recent(b) AS (SELECT body FROM main.feedback) SELECT b AS item FROM recent",
            MAY_NOT);
    refuses(source,
            "WITH \"RECENT\" /* x */ AS NOT MATERIALIZED (SELECT word FROM secret)"
            " SELECT word AS item FROM recent, feedback",
            MAY_NOT);
    refuses(source, "WITH [recent] AS (SELECT word FROM secret) SELECT word AS item FROM recent",
            MAY_NOT);
    refuses(source, "WITH 'recent' AS (SELECT word FROM secret) SELECT word AS item FROM recent",
            MAY_NOT);
    refuses(source, "WITH `recent` AS (SELECT word FROM secret) SELECT word AS item FROM recent",
            MAY_NOT);
    refuses(source, "WITH recent AS (SELECT 1 FROM secret) SELECT count(*) AS item FROM recent",
            "its WITH may not define 'recent'");
    refuses(source, "SELECT body AS item FROM recent", ONLY_COLUMNS);
}
END_TEST

START_TEST(a_views_name_with_quotes_in_it_cannot_be_forged)
{
    source_close(source);
    run_sql(database, "CREATE VIEW \"a\"\"b\" AS SELECT feedback, agency FROM feedback");
    source = opened(NULL);
    refuses(
        source,
        "WITH \"a\"\"b\" AS (SELECT body FROM main.feedback) SELECT body AS item FROM \"a\"\"b\"",
        ONLY_COLUMNS);
    refuses(source,
            "WITH 'a\"b' AS (SELECT body FROM main.feedback) SELECT body AS item FROM [a\"b]",
            ONLY_COLUMNS);
    map("feedback.sql", "SELECT feedback, agency FROM \"a\"\"b\"");
    gives(source, "SELECT feedback AS item FROM feedback", "f1 ");
}
END_TEST

START_TEST(the_users_views_may_have_the_contracts_names)
{
    source_close(source);
    run_sql(database, "CREATE VIEW region AS SELECT word AS region, 5 AS population FROM secret");
    source = opened(NULL);
    gives(source, "SELECT population AS item FROM region", "5 ");
    gives(source, "SELECT region AS item FROM region", "opensesame ");
    gives(source, "SELECT count(*) AS item FROM region", "1 ");
    refuses(source, "SELECT word AS item FROM main.region", "");
    refuses(source, "SELECT region AS item FROM main.region", ONLY_COLUMNS);
    refuses(source, "WITH region AS (SELECT word FROM secret) SELECT word AS item FROM region",
            MAY_NOT);
}
END_TEST

START_TEST(views_upon_views_are_read)
{
    source_close(source);
    run_sql(database, "CREATE VIEW newer AS WITH x AS (SELECT * FROM recent) SELECT * FROM x"
                      " UNION ALL SELECT word, 'DEX', NULL, NULL FROM secret");
    source = opened(NULL);
    map("feedback.sql", "SELECT feedback, agency FROM newer");
    gives(source, "SELECT feedback AS item FROM feedback ORDER BY 1", "f1 opensesame ");
    gives(source, "SELECT count(*) AS item FROM feedback", "2 ");
    refuses(source, "WITH newer AS (SELECT body FROM main.feedback) SELECT body AS item FROM newer",
            MAY_NOT);
}
END_TEST

START_TEST(a_mapping_may_have_common_table_expressions)
{
    map("feedback.sql", "WITH f AS (SELECT feedback, agency FROM main.feedback WHERE body <> '')\n"
                        "SELECT f.feedback, f.agency FROM f JOIN secret AS s ON s.word <> ''");
    gives(source, "SELECT f.feedback AS item FROM feedback AS f", "f1 ");
    gives(source, "SELECT count(*) AS item FROM feedback", "1 ");
    refuses(source, "WITH f AS (SELECT body FROM main.feedback) SELECT body AS item FROM f",
            MAY_NOT);
    refuses(source, "WITH f(b) AS (SELECT word FROM secret) SELECT b AS item FROM f", MAY_NOT);
    refuses(source,
            "WITH F AS (SELECT body FROM main.feedback) SELECT body AS item FROM f, feedback",
            MAY_NOT);
}
END_TEST

START_TEST(values_are_checked_and_rows_counted_behind_the_users_views)
{
    struct error err = {0};
    int64_t rows = 0;
    map("feedback.sql", "SELECT feedback, agency, received_at FROM recent WHERE body <> ''");
    ck_assert_msg(source_check_values(source, 1, &err), "%s", err.message);
    ck_assert_msg(source_count(source, 1, &rows, &err), "%s", err.message);
    ck_assert_int_eq(rows, 1);
}
END_TEST

START_TEST(the_functions_of_a_mapping_are_those_of_listings)
{
    struct error err = {0};
    put_file("mapping/feedback.sql", "SELECT\n  printf('%d', 1) AS feedback FROM secret");
    source_close(source);
    source = NULL;
    ck_assert(!try_open("mapping", &source, &err));
    assert_has(err.message, "it may not call the function printf()");
    assert_has(err.file, "mapping/feedback.sql");
    ck_assert_int_eq(err.kind, ERROR_CONFIG);
    error_finish(&err);
}
END_TEST

START_TEST(an_endless_mapping_is_stopped)
{
    struct error err = {0};
    int64_t rows = 0;
    map("region.sql", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT 1 - i FROM n)\n"
                      "SELECT i AS population FROM n");
    source->step_limit = 1000000;
    ck_assert(!source_count(source, 2, &rows, &err));
    assert_has(err.message, "stopped after 1000000 steps");
    error_finish(&err);
}
END_TEST

START_TEST(the_contract_itself_is_fenced_in_the_same_way)
{
    struct error err = {0};
    struct source *empty = NULL;
    ck_assert_msg(source_open_empty(&contract, arena, &empty, &err), "%s", err.message);
    gives(empty, "SELECT count(*) AS item FROM feedback", "0 ");
    refuses(empty, "SELECT feedback AS item FROM main.feedback", ONLY_COLUMNS);
    refuses(empty, "SELECT name AS item FROM sqlite_schema", ONLY_COLUMNS);
    refuses(
        empty,
        "WITH feedback AS (SELECT agency FROM main.feedback) SELECT agency AS item FROM feedback",
        ONLY_COLUMNS);
    refuses(empty, "PRAGMA table_info(feedback)", "do anything but SELECT");
    source_close(empty);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("fence");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, the_contracts_columns_are_read);
    tcase_add_test(t, joins_subqueries_windows_and_compounds_are_allowed);
    tcase_add_test(t, columns_outside_the_contract_are_refused);
    tcase_add_test(t, values_cannot_be_guessed_by_joining);
    tcase_add_test(t, a_with_name_may_not_be_that_of_a_table);
    tcase_add_test(t, a_forged_context_is_refused);
    tcase_add_test(t, rows_of_other_tables_cannot_be_counted);
    tcase_add_test(t, sqlites_own_tables_are_refused);
    tcase_add_test(t, table_valued_functions_are_refused);
    tcase_add_test(t, only_a_select_may_stand);
    tcase_add_test(t, functions_outside_the_list_are_refused);
    tcase_add_test(t, an_error_of_a_function_holds_no_value);
    tcase_add_test(t, a_mapping_reads_what_a_listing_cannot);
    tcase_add_test(t, a_table_that_the_mapping_lacks_is_not_the_users_own);
    tcase_add_test(t, a_mapping_reads_the_users_views);
    tcase_add_test(t, a_views_name_with_quotes_in_it_cannot_be_forged);
    tcase_add_test(t, the_users_views_may_have_the_contracts_names);
    tcase_add_test(t, views_upon_views_are_read);
    tcase_add_test(t, a_mapping_may_have_common_table_expressions);
    tcase_add_test(t, values_are_checked_and_rows_counted_behind_the_users_views);
    tcase_add_test(t, the_functions_of_a_mapping_are_those_of_listings);
    tcase_add_test(t, an_endless_mapping_is_stopped);
    tcase_add_test(t, the_contract_itself_is_fenced_in_the_same_way);
    return t;
}
