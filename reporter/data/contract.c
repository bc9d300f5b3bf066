/* SPDX-License-Identifier: MIT */
#include "data/contract.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"

#include <sqlite3.h>
#include <string.h>

#define MOST_CONTRACT_BYTES (1 << 20)

static const struct {
    const char *declared;
    enum contract_type type;
    const char *word;
} TYPES[] = {
    {"TEXT", CONTRACT_TEXT, "text"},
    {"INTEGER", CONTRACT_INTEGER, "a whole number"},
    {"REAL", CONTRACT_REAL, "a number"},
    {"BOOLEAN", CONTRACT_BOOLEAN, "0 or 1"},
    {"DATE", CONTRACT_DATE, "a date such as 2026-09-30"},
    {"TIMESTAMP", CONTRACT_TIMESTAMP, "a timestamp such as 2026-09-30T13:40:00+08:00"},
};

const char *contract_type_word(enum contract_type type)
{
    for (size_t i = 0; i < ARRAY_LENGTH(TYPES); i++)
        if (TYPES[i].type == type)
            return TYPES[i].word;
    return "a value";
}

size_t contract_find(const struct contract *contract, const char *table)
{
    for (size_t t = 0; t < contract->table_count; t++)
        if (sqlite3_stricmp(contract->tables[t].name, table) == 0)
            return t;
    return (size_t)-1;
}

size_t contract_find_column(const struct contract_table *table, const char *column)
{
    for (size_t c = 0; c < table->column_count; c++)
        if (sqlite3_stricmp(table->columns[c].name, column) == 0)
            return c;
    return (size_t)-1;
}

static bool type_parse(const char *declared, enum contract_type *ret_type)
{
    for (size_t i = 0; i < ARRAY_LENGTH(TYPES); i++) {
        if (sqlite3_stricmp(TYPES[i].declared, declared) == 0) {
            *ret_type = TYPES[i].type;
            return true;
        }
    }
    return false;
}

/** The comment behind the first bracket of a CREATE TABLE, which SQLite keeps as it was written. */
static void read_purpose(struct contract_table *table, const char *sql, struct arena *arena)
{
    const char *comment = sql ? strstr(sql, "( --") : NULL;
    if (!comment) {
        table->purpose = "";
        return;
    }
    comment += strlen("( --");
    char *purpose = arena_bytes(arena, comment, strcspn(comment, "\n"));
    while (*purpose == ' ')
        purpose++;
    table->events = text_starts(purpose, "events: ");
    table->finds = text_starts(purpose, "finds: ");
    table->purpose = purpose;
    if (table->events || table->finds)
        table->purpose += strcspn(purpose, " ") + 1;
}

static bool read_columns(sqlite3 *db, struct contract_table *table, struct arena *arena,
                         struct error *err)
{
    sqlite3_stmt *statement = NULL;
    const char *sql = "SELECT name, type, \"notnull\", count(*) OVER () FROM pragma_table_info(?)";
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
        return error_set(err, ERROR_INTERNAL, "cannot read the contract: %s", sqlite3_errmsg(db));
    sqlite3_bind_text(statement, 1, table->name, -1, SQLITE_STATIC);
    bool good = true;
    while (good && sqlite3_step(statement) == SQLITE_ROW) {
        if (!table->columns)
            table->columns = arena_array(arena, (size_t)sqlite3_column_int(statement, 3),
                                         sizeof *table->columns);
        struct contract_column *column = &table->columns[table->column_count++];
        column->name = arena_text(arena, (const char *)sqlite3_column_text(statement, 0));
        column->required = sqlite3_column_int(statement, 2);
        const char *declared = (const char *)sqlite3_column_text(statement, 1);
        if (!type_parse(declared, &column->type))
            good = error_set(err, ERROR_CONFIG,
                             "the contract's column %s.%s has the unknown type '%s'", table->name,
                             column->name, declared);
    }
    sqlite3_finalize(statement);
    return good;
}

static bool read_tables(sqlite3 *db, struct arena *arena, struct contract *contract,
                        struct error *err)
{
    sqlite3_stmt *statement = NULL;
    const char *sql = "SELECT name, sql, count(*) OVER () FROM sqlite_schema WHERE type = 'table'"
                      " ORDER BY rowid";
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
        return error_set(err, ERROR_INTERNAL, "cannot read the contract: %s", sqlite3_errmsg(db));
    bool good = true;
    while (good && sqlite3_step(statement) == SQLITE_ROW) {
        if (!contract->tables)
            contract->tables = arena_array(arena, (size_t)sqlite3_column_int(statement, 2),
                                           sizeof *contract->tables);
        struct contract_table *table = &contract->tables[contract->table_count++];
        table->name = arena_text(arena, (const char *)sqlite3_column_text(statement, 0));
        read_purpose(table, (const char *)sqlite3_column_text(statement, 1), arena);
        good = read_columns(db, table, arena, err);
    }
    sqlite3_finalize(statement);
    return good;
}

bool contract_load(const char *path, struct arena *arena, struct contract *ret_contract,
                   struct error *err)
{
    struct text sql = {0};
    if (!file_read(path, MOST_CONTRACT_BYTES, &sql, err))
        return false;
    struct contract contract = {.path = arena_text(arena, path)};
    sqlite3 *db = NULL;
    bool good = sqlite3_open(":memory:", &db) == SQLITE_OK &&
                sqlite3_exec(db, text_string(&sql), NULL, NULL, NULL) == SQLITE_OK;
    if (!good) {
        struct place place = {.file = path};
        error_at(err, ERROR_CONFIG, &place, "the contract is not valid SQL: %s",
                 sqlite3_errmsg(db));
    }
    good = good && read_tables(db, arena, &contract, err);
    if (good && !contract.table_count)
        good = error_set(err, ERROR_CONFIG, "the contract '%s' declares no table", path);
    sqlite3_close(db);
    text_finish(&sql);
    if (good)
        *ret_contract = contract;
    return good;
}
