/* SPDX-License-Identifier: MIT */
#include "check_main.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "data/writer.h"

static struct arena *arena;
static char *folder;
static char *path;
static char *contract;

static void setup(void)
{
    struct error err = {0};

    arena = arena_new();
    ck_assert(folder_make_private("/tmp", "ulat-writer-", arena, &folder, &err));
    path = path_join(arena, folder, "new.db");
    contract = source_path("queries/contract.sql");
}

static void teardown(void)
{
    struct error err = {0};

    ck_assert(folder_remove(folder, &err));
    free(contract);
    arena_free(arena);
}

static struct writer *writer_made(void)
{
    struct writer *writer = NULL;
    struct error err = {0};

    ck_assert_msg(writer_new(path, contract, &writer, &err), "%s", err.message);
    return writer;
}

/* The only value of a query, as text. */
static char *value_of(const char *sql)
{
    sqlite3 *database = NULL;
    sqlite3_stmt *statement = NULL;
    char *value;

    ck_assert_int_eq(sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    ck_assert_msg(sqlite3_prepare_v2(database, sql, -1, &statement, NULL) == SQLITE_OK, "%s",
                  sqlite3_errmsg(database));
    ck_assert_int_eq(sqlite3_step(statement), SQLITE_ROW);
    value = arena_text(arena, (const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return value;
}

static size_t files_left(void)
{
    struct error err = {0};
    char **names;
    size_t count = 0;

    ck_assert(file_list(folder, "", arena, &names, &count, &err));
    return count;
}

/* That finishing says so, in words that hold `words`, and leaves nothing behind. */
static void expect_failure(struct writer *writer, enum error_kind kind, const char *words)
{
    struct error err = {0};

    ck_assert(!writer_finish(writer, &err));
    ck_assert_int_eq(err.kind, kind);
    ck_assert_msg(strstr(err.message, words) != NULL, "%s", err.message);
    ck_assert_uint_eq(files_left(), 0);
    error_finish(&err);
}

START_TEST(an_empty_database_has_the_tables_of_the_contract)
{
    struct error err = {0};

    ck_assert(writer_finish(writer_made(), &err));
    ck_assert_uint_eq(files_left(), 1);
    ck_assert_str_eq(value_of("SELECT COUNT(*) FROM sqlite_schema WHERE name IN"
                              " ('agency', 'account', 'feedback', 'personnel_case')"),
                     "4");
    ck_assert_str_eq(value_of("PRAGMA integrity_check"), "ok");
    ck_assert_str_eq(value_of("PRAGMA page_size"), "4096");
}
END_TEST

START_TEST(values_arrive_as_they_were_written)
{
    struct writer *writer = writer_made();
    struct error err = {0};

    writer_table(writer, "post", "post account published_at reach archived_at");
    writer_text(writer, "P-1");
    writer_text(writer, "Ni\xC3\xB1"
                        "a's page");
    writer_instant(writer, 1790746800); /* 2026-09-30T05:40:00Z */
    writer_integer(writer, -7);
    writer_null(writer);
    writer_row(writer);
    writer_table(writer, "holiday", "on_date scope name");
    writer_date(writer, 20726); /* 2026-09-30 */
    writer_text(writer, "national");
    writer_text(writer, NULL);
    writer_row(writer);
    ck_assert(writer_finish(writer, &err));
    ck_assert_str_eq(value_of("SELECT account || '|' || published_at || '|' || reach || '|' || "
                              "typeof(reach) || '|' || typeof(archived_at) FROM post"),
                     "Ni\xC3\xB1"
                     "a's page|2026-09-30T13:40:00+08:00|-7|integer|null");
    ck_assert_str_eq(value_of("SELECT on_date || '|' || typeof(name) FROM holiday"),
                     "2026-09-30|null");
}
END_TEST

START_TEST(rows_go_to_the_table_named_last)
{
    struct writer *writer = writer_made();
    struct error err = {0};

    for (int i = 0; i < 3; i++) {
        writer_table(writer, "training", "agency kind held_on");
        writer_text(writer, "DEX");
        writer_text(writer, "training");
        writer_date(writer, 20000 + i);
        writer_row(writer);
        writer_table(writer, "event", "on_date label");
        writer_date(writer, 20000 + i);
        writer_text(writer, "fair");
        writer_row(writer);
    }
    ck_assert(writer_finish(writer, &err));
    ck_assert_str_eq(value_of("SELECT (SELECT COUNT(*) FROM training) || '-' || "
                              "(SELECT COUNT(*) FROM event)"),
                     "3-3");
}
END_TEST

START_TEST(an_existing_file_is_refused_and_left_alone)
{
    struct writer *writer = NULL;
    struct error err = {0};
    struct text text = {0};

    ck_assert(file_write(path, "mine", 4, &err));
    ck_assert(!writer_new(path, contract, &writer, &err));
    ck_assert_int_eq(err.kind, ERROR_CREATE);
    error_finish(&err);
    ck_assert(file_read(path, 100, &text, &err));
    ck_assert_str_eq(text_string(&text), "mine");
    ck_assert_uint_eq(files_left(), 1);
    text_finish(&text);
}
END_TEST

START_TEST(a_file_that_appears_meanwhile_is_not_replaced)
{
    struct writer *writer = writer_made();
    struct error err = {0};
    struct text text = {0};

    ck_assert(file_write(path, "mine", 4, &err));
    ck_assert(!writer_finish(writer, &err));
    ck_assert_int_eq(err.kind, ERROR_CREATE);
    error_finish(&err);
    ck_assert(file_read(path, 100, &text, &err));
    ck_assert_str_eq(text_string(&text), "mine");
    ck_assert_uint_eq(files_left(), 1);
    text_finish(&text);
}
END_TEST

START_TEST(nothing_is_seen_before_the_end)
{
    struct writer *writer = writer_made();
    struct error err = {0};

    ck_assert(!file_exists(path));
    ck_assert(writer_finish(writer, &err));
    ck_assert(file_exists(path));
}
END_TEST

START_TEST(an_unknown_column_is_reported_at_the_end)
{
    struct writer *writer = writer_made();

    writer_table(writer, "agency", "agency nickname");
    writer_text(writer, "DEX");
    writer_text(writer, "D");
    writer_row(writer);
    expect_failure(writer, ERROR_INTERNAL, "nickname");
}
END_TEST

START_TEST(a_row_with_too_few_fields_is_reported)
{
    struct writer *writer = writer_made();

    writer_table(writer, "agency", "agency name");
    writer_text(writer, "DEX");
    writer_row(writer);
    expect_failure(writer, ERROR_INTERNAL, "1 fields, not 2");
}
END_TEST

START_TEST(an_unfinished_row_is_reported)
{
    struct writer *writer = writer_made();

    writer_table(writer, "agency", "agency name");
    writer_text(writer, "DEX");
    expect_failure(writer, ERROR_INTERNAL, "unfinished");
}
END_TEST

START_TEST(the_first_failure_is_the_one_that_is_told)
{
    struct writer *writer = writer_made();

    writer_table(writer, "agency", "agency name");
    for (int i = 0; i < 2; i++) {
        writer_text(writer, "DEX");
        writer_text(writer, "Department");
        writer_row(writer);
    }
    writer_table(writer, "nowhere", "x");
    expect_failure(writer, ERROR_INTERNAL, "UNIQUE constraint failed: agency.agency");
}
END_TEST

START_TEST(a_field_without_a_table_is_reported)
{
    struct writer *writer = writer_made();

    writer_integer(writer, 1);
    expect_failure(writer, ERROR_INTERNAL, "before any table");
}
END_TEST

START_TEST(a_broken_contract_is_reported_with_its_file)
{
    struct writer *writer = NULL;
    struct error err = {0};
    char *broken = path_join(arena, folder, "broken.sql");

    ck_assert(file_write(broken, "CREATE TABEL x (y)", 18, &err));
    ck_assert(!writer_new(path, broken, &writer, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFIG);
    ck_assert_str_eq(err.file, broken);
    ck_assert_uint_eq(files_left(), 1);
    error_finish(&err);
}
END_TEST

START_TEST(a_missing_folder_or_contract_is_reported)
{
    struct writer *writer = NULL;
    struct error err = {0};

    ck_assert(!writer_new(path_join(arena, folder, "no/new.db"), contract, &writer, &err));
    ck_assert_int_eq(err.kind, ERROR_CREATE);
    error_finish(&err);
    ck_assert(!writer_new(path, path_join(arena, folder, "none.sql"), &writer, &err));
    ck_assert_int_eq(err.kind, ERROR_NO_INPUT);
    ck_assert_uint_eq(files_left(), 0);
    error_finish(&err);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("writer");

    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, an_empty_database_has_the_tables_of_the_contract);
    tcase_add_test(t, values_arrive_as_they_were_written);
    tcase_add_test(t, rows_go_to_the_table_named_last);
    tcase_add_test(t, an_existing_file_is_refused_and_left_alone);
    tcase_add_test(t, a_file_that_appears_meanwhile_is_not_replaced);
    tcase_add_test(t, nothing_is_seen_before_the_end);
    tcase_add_test(t, an_unknown_column_is_reported_at_the_end);
    tcase_add_test(t, a_row_with_too_few_fields_is_reported);
    tcase_add_test(t, an_unfinished_row_is_reported);
    tcase_add_test(t, the_first_failure_is_the_one_that_is_told);
    tcase_add_test(t, a_field_without_a_table_is_reported);
    tcase_add_test(t, a_broken_contract_is_reported_with_its_file);
    tcase_add_test(t, a_missing_folder_or_contract_is_reported);
    return t;
}
