/* SPDX-License-Identifier: MIT */
#ifndef TESTS_SOURCE_FIXTURE_H
#define TESTS_SOURCE_FIXTURE_H

/**
 * A private folder with a database of a few tables, and listings run over it. The contract here is
 * a small one of its own; the user's tables hold more than it: the words of citizens, and a table
 * of secrets.
 */

#include "check_main.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "data/contract.h"
#include "data/cursor.h"
#include "data/listing.h"
#include "data/source.h"

static struct arena *arena;
static char *folder;
static char *database;
static struct contract contract;

static const char CONTRACT_SQL[] = "CREATE TABLE account ( -- an account\n"
                                   "    account TEXT PRIMARY KEY NOT NULL,\n"
                                   "    agency TEXT NOT NULL,\n"
                                   "    created_on DATE,\n"
                                   "    legacy BOOLEAN,\n"
                                   "    followers INTEGER,\n"
                                   "    score REAL\n"
                                   ");\n"
                                   "CREATE TABLE feedback ( -- events: a message\n"
                                   "    feedback TEXT NOT NULL,\n"
                                   "    agency TEXT NOT NULL,\n"
                                   "    received_at TIMESTAMP\n"
                                   ");\n"
                                   "CREATE TABLE region ( -- a region\n"
                                   "    region TEXT,\n"
                                   "    population INTEGER\n"
                                   ");\n";

static const char DATABASE_SQL[] =
    "CREATE TABLE account (account, agency, created_on, legacy, followers, score, password);"
    "INSERT INTO account VALUES ('dex-fb', 'DEX', '2026-01-05', 0, 10, 1.5, 'hunter2'),"
    " ('dex-x', 'DEX', NULL, 1, 20, NULL, 'hunter3');"
    "CREATE TABLE feedback (feedback, agency, received_at, body);"
    "INSERT INTO feedback VALUES ('f1', 'DEX', '2026-08-03T09:00:00+08:00', 'my private words');"
    "CREATE TABLE secret (word);"
    "INSERT INTO secret VALUES ('opensesame');"
    "CREATE VIEW recent AS SELECT feedback, agency, received_at, body FROM feedback;";

static inline char *put_file(const char *name, const char *text)
{
    struct error err = {0};
    char *path = path_join(arena, folder, name);
    ck_assert_msg(file_write(path, text, strlen(text), &err), "%s", err.message);
    return path;
}

static inline void run_sql(const char *path, const char *sql)
{
    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
}

static inline void fixture_setup(void)
{
    struct error err = {0};
    arena = arena_new();
    ck_assert(folder_make_private("/tmp", "ulat-source-", arena, &folder, &err));
    ck_assert(folder_make(path_join(arena, folder, "work"), &err));
    ck_assert(folder_make(path_join(arena, folder, "mapping"), &err));
    database = path_join(arena, folder, "data.db");
    contract = (struct contract){0};
    ck_assert(contract_load(put_file("contract.sql", CONTRACT_SQL), arena, &contract, &err));
}

static inline void fixture_teardown(void)
{
    struct error err = {0};
    ck_assert(folder_remove(folder, &err));
    arena_free(arena);
}

static inline bool try_open(const char *mapping, struct source **ret_source, struct error *err)
{
    const struct source_options options = {
        .path = database,
        .mapping = mapping ? path_join(arena, folder, mapping) : NULL,
        .work_folder = path_join(arena, folder, "work"),
    };
    return source_open(&options, &contract, arena, ret_source, err);
}

static inline struct source *opened(const char *mapping)
{
    struct error err = {0};
    struct source *source = NULL;
    ck_assert_msg(try_open(mapping, &source, &err), "%s", err.message);
    return source;
}

static inline void assert_has(const char *text, const char *part)
{
    ck_assert_msg(text && strstr(text, part), "'%s' does not hold '%s'", text ? text : "", part);
}

static inline void assert_lacks(const char *text, const char *part)
{
    ck_assert_msg(!text || !strstr(text, part), "'%s' holds '%s'", text ? text : "", part);
}

static inline void open_fails(const char *mapping, enum error_kind kind, const char *part)
{
    struct error err = {0};
    struct source *source = NULL;
    ck_assert(!try_open(mapping, &source, &err));
    assert_has(err.message, part);
    ck_assert_int_eq(err.kind, kind);
    error_finish(&err);
}

/** Runs `sql` as a listing whose only column is `item`; gives the items with a space behind each.
 */
static inline bool try_items(struct source *source, const char *sql, struct text *ret_items,
                             struct error *err)
{
    char *columns[] = {(char[]){"item"}};
    const struct listing listing = {.name = "trial",
                                    .path = "trial.sql",
                                    .sql = sql,
                                    .sql_line = 1,
                                    .item = ITEM_ACCOUNT,
                                    .columns = columns,
                                    .column_count = 1};
    struct cursor *cursor = NULL;
    if (!cursor_open(source, &listing, &cursor, err))
        return false;
    while (cursor_step(cursor, err)) {
        text_append(ret_items, cursor_item(cursor));
        text_append(ret_items, " ");
    }
    cursor_close(cursor);
    return err->kind == ERROR_NONE;
}

static inline void gives(struct source *source, const char *sql, const char *expected)
{
    struct error err = {0};
    struct text items = {0};
    ck_assert_msg(try_items(source, sql, &items, &err), "%s: %s", sql, err.message);
    ck_assert_msg(strcmp(text_string(&items), expected) == 0, "%s gives '%s' and not '%s'", sql,
                  text_string(&items), expected);
    text_finish(&items);
}

/** The SQL fails, and neither the rows nor the message hold what is not for listings. */
static inline void fails(struct source *source, const char *sql, enum error_kind kind,
                         const char *part)
{
    struct error err = {0};
    struct text items = {0};
    ck_assert_msg(!try_items(source, sql, &items, &err), "%s passed and gave '%s'", sql,
                  text_string(&items));
    const char *message = err.message ? err.message : "";
    ck_assert_msg(strstr(message, part), "%s: '%s' and not '%s'", sql, message, part);
    ck_assert_msg(err.kind == kind, "%s: kind %d", sql, (int)err.kind);
    assert_lacks(message, "private words");
    assert_lacks(message, "opensesame");
    assert_lacks(message, "map_");
    ck_assert_str_eq(text_string(&items), "");
    error_finish(&err);
    text_finish(&items);
}

static inline void refuses(struct source *source, const char *sql, const char *part)
{
    fails(source, sql, ERROR_CONFIG, part);
}

#endif
