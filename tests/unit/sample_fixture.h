/* SPDX-License-Identifier: MIT */
#ifndef TESTS_SAMPLE_FIXTURE_H
#define TESTS_SAMPLE_FIXTURE_H

/**
 * Sample databases in a folder that goes with samples_close(), and questions to them in SQL.
 *
 *     samples_open();
 *     char *path = sample_made("one.db", 1, 1);
 *     expect(path, "SELECT group_concat(agency) FROM agency", "DEX");
 *     samples_close();
 */

#include "check_main.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "sample/sample.h"

#define PERIOD (4 * 2026 + 2) /* 2026-Q3: its last day is 2026-09-30 */

static struct arena *arena;
static char *folder;
static char *contract;

static inline char *sample_made(const char *name, int64_t agencies, uint64_t seed)
{
    struct sample_options options = {agencies, seed, PERIOD, contract};
    char *path = path_join(arena, folder, name);
    struct error err = {0};

    ck_assert_msg(sample_write(path, &options, &err), "%s", err.message);
    return path;
}

static inline void samples_open(void)
{
    struct error err = {0};

    arena = arena_new();
    ck_assert(folder_make_private("/tmp", "ulat-sample-", arena, &folder, &err));
    contract = source_path("queries/contract.sql");
}

static inline void samples_close(void)
{
    struct error err = {0};

    folder_remove(folder, &err);
    error_finish(&err);
    free(contract);
    arena_free(arena);
}

/* The first value of a query, as text; "" for NULL. */
static inline const char *ask(const char *path, const char *sql)
{
    sqlite3 *database = NULL;
    sqlite3_stmt *statement = NULL;
    const char *value;

    ck_assert_int_eq(sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    ck_assert_msg(sqlite3_prepare_v2(database, sql, -1, &statement, NULL) == SQLITE_OK, "%s in %s",
                  sqlite3_errmsg(database), sql);
    ck_assert_msg(sqlite3_step(statement) == SQLITE_ROW, "no row: %s", sql);
    value = arena_text(arena, (const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return value ? value : "";
}

static inline void expect(const char *path, const char *sql, const char *wanted)
{
    const char *got = ask(path, sql);

    ck_assert_msg(strcmp(got, wanted) == 0, "'%s', not '%s': %s", got, wanted, sql);
}

static inline void expect_none(const char *path, const char *from)
{
    expect(path, arena_printf(arena, "SELECT COUNT(*) FROM %s", from), "0");
}

static inline long count(const char *path, const char *from)
{
    return atol(ask(path, arena_printf(arena, "SELECT COUNT(*) FROM %s", from)));
}

#endif
