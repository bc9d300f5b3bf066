/* SPDX-License-Identifier: MIT */
#include "source_fixture.h"

static void setup(void)
{
    fixture_setup();
    run_sql(database, DATABASE_SQL);
}

/** A mapping of one file fails at this place. */
static void map_fails(const char *name, const char *sql, const char *part, size_t line,
                      size_t column)
{
    struct error err = {0};
    struct source *source = NULL;
    char *path = put_file(path_join(arena, "mapping", name), sql);
    ck_assert_msg(!try_open("mapping", &source, &err), "%s passed", sql);
    ck_assert_msg(strstr(err.message, part), "%s: '%s'", sql, err.message);
    ck_assert_int_eq(err.kind, ERROR_CONFIG);
    ck_assert_msg(err.file && strcmp(err.file, path) == 0, "%s: no place", err.message);
    ck_assert_msg(err.line == line && err.column == column, "%s: %zu:%zu", sql, err.line,
                  err.column);
    error_finish(&err);
    ck_assert_int_eq(remove(path), 0);
}

static struct source *mapped(const char *name, const char *sql)
{
    put_file(path_join(arena, "mapping", name), sql);
    return opened("mapping");
}

START_TEST(a_table_is_presented_under_the_contracts_name)
{
    struct source *source =
        mapped("region.sql", "SELECT word AS region, 7 AS population, 1 AS more\n"
                             "FROM secret; -- all of it\n");
    gives(source, "SELECT region || population AS item FROM region", "opensesame7 ");
    ck_assert(source_supplies(source, 2));
    ck_assert(!source_supplies(source, 0)); /* account is in the database, but not mapped */
    source_close(source);
}
END_TEST

START_TEST(the_files_name_may_be_in_any_case)
{
    struct source *source = mapped("REGION.sql", "/* ours */ VALUES ('NCR', 5)");
    ck_assert(source_supplies(source, 2));
    ck_assert(!source_supplies_column(source, 2, 0)); /* column1 is none of the contract's */
    gives(source, "SELECT count(*) AS item FROM region", "1 ");
    source_close(source);
}
END_TEST

START_TEST(missing_columns_are_null)
{
    struct source *source = mapped("account.sql", "SELECT account, agency FROM main.account");
    ck_assert(source_supplies_column(source, 0, 0));
    ck_assert(!source_supplies_column(source, 0, 2));
    gives(source, "SELECT account AS item FROM account WHERE created_on IS NULL ORDER BY 1",
          "dex-fb dex-x ");
    source_close(source);
}
END_TEST

START_TEST(a_file_for_no_table_is_told_with_the_nearest)
{
    struct error err = {0};
    struct source *source = NULL;
    map_fails("acount.sql", "SELECT 1", "the contract has no table 'acount'", 0, 0);
    put_file("mapping/acount.sql", "SELECT 1");
    ck_assert(!try_open("mapping", &source, &err));
    assert_has(err.hint, "did you mean account.sql?");
    error_finish(&err);
}
END_TEST

START_TEST(mistakes_are_told_with_line_and_column)
{
    map_fails("account.sql", "SELECT account\nFROM acount", "no such table: acount", 1, 1);
    map_fails("account.sql", "SELECT account,\n  '\xC3\xA9', handel\nFROM main.account",
              "no such column", 2, 8);
    map_fails("account.sql", "SELECT account\nFROM main.account\n  WHER 1",
              "near \"1\": syntax error", 3, 8);
    map_fails("account.sql", "SELECT 'oops FROM main.account", "unrecognized token", 1, 8);
    map_fails("account.sql", "SELECT (1", "incomplete input", 1, 1);
    map_fails("account.sql", "SELECT 1;\n\nSELECT 2", "a second statement begins here", 3, 1);
    map_fails("account.sql", "", "there is no SQL here", 1, 1);
    map_fails("account.sql", "-- nothing\n/* at all */ ;\n", "there is no SQL here", 1, 1);
}
END_TEST

START_TEST(only_a_select_may_stand_in_a_mapping)
{
    map_fails("account.sql", "PRAGMA table_info(account)", "do anything but SELECT", 1, 1);
    map_fails("account.sql", "DELETE FROM account RETURNING account", "do anything but SELECT", 1,
              1);
    map_fails("account.sql", "ATTACH 'x.db' AS x", "do anything but SELECT", 1, 1);
    map_fails("account.sql", "CREATE TEMP TABLE t AS SELECT 1", "do anything but SELECT", 1, 1);
    map_fails("account.sql", "\n EXPLAIN SELECT 1", "only a SELECT may stand here", 2, 2);
    map_fails("account.sql", "VACUUM INTO 'x.db'", "SELECT", 1, 1);
    map_fails("account.sql", "SELECT sql AS account FROM sqlite_schema", "it is SQLite's own", 1,
              1);
    map_fails("account.sql", "SELECT date('now') AS account", "the function date()", 1, 8);
}
END_TEST

START_TEST(a_parameter_in_a_mapping_is_told)
{
    map_fails("account.sql", "SELECT account FROM main.account WHERE created_on <= :as_of",
              "a mapping takes no parameters", 1, 1);
}
END_TEST

START_TEST(a_mapping_that_reads_its_own_name_is_told)
{
    struct error err = {0};
    struct source *source = NULL;
    put_file("mapping/account.sql", "SELECT account, agency FROM account");
    ck_assert(!try_open("mapping", &source, &err));
    assert_has(err.hint, "in the mapping of account, write main.NAME");
    assert_lacks(err.message, "map_");
    ck_assert_int_eq(err.kind, ERROR_CONFIG);
    error_finish(&err);
}
END_TEST

START_TEST(a_folder_without_mappings_is_told)
{
    open_fails("mapping", ERROR_CONFIG, "holds no TABLE.sql file");
    open_fails("nowhere", ERROR_NO_INPUT, "nowhere");
}
END_TEST

START_TEST(other_forms_of_dates_can_be_mapped)
{
    struct source *source = mapped(
        "account.sql", "SELECT account, agency,"
                       " iso_date('01/31/2026', 'MM/DD/YYYY') AS created_on FROM main.account");
    gives(source, "SELECT DISTINCT created_on AS item FROM account", "2026-01-31 ");
    source_close(source);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("mapping");
    tcase_add_checked_fixture(t, setup, fixture_teardown);
    tcase_add_test(t, a_table_is_presented_under_the_contracts_name);
    tcase_add_test(t, the_files_name_may_be_in_any_case);
    tcase_add_test(t, missing_columns_are_null);
    tcase_add_test(t, a_file_for_no_table_is_told_with_the_nearest);
    tcase_add_test(t, mistakes_are_told_with_line_and_column);
    tcase_add_test(t, only_a_select_may_stand_in_a_mapping);
    tcase_add_test(t, a_parameter_in_a_mapping_is_told);
    tcase_add_test(t, a_mapping_that_reads_its_own_name_is_told);
    tcase_add_test(t, a_folder_without_mappings_is_told);
    tcase_add_test(t, other_forms_of_dates_can_be_mapped);
    return t;
}
