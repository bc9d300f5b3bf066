/* SPDX-License-Identifier: MIT */

/* A mapping: a folder with one SELECT per contract table, in a file of the table's name. */
#include "data/connection.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"

#include <string.h>

#define MOST_MAPPING_BYTES 100000

static bool find_table(const struct contract *contract, const char *name, const char *path,
                       struct arena *arena, size_t *ret_table, struct error *err)
{
    char *table = arena_bytes(arena, name, strlen(name) - strlen(".sql"));
    *ret_table = contract_find(contract, table);
    if (*ret_table != (size_t)-1)
        return true;
    const char **words = arena_array(arena, contract->table_count, sizeof *words);
    for (size_t t = 0; t < contract->table_count; t++)
        words[t] = contract->tables[t].name;
    struct place place = {.file = path};
    error_at(err, ERROR_CONFIG, &place, "the contract has no table '%s'", table);
    const char *near = text_nearest(table, words, contract->table_count);
    if (near)
        error_hint(err, "did you mean %s.sql?", near);
    return false;
}

/** One statement without its semicolon; the view that wraps it is made of this text. */
static bool read_select(struct source *source, const char *path, struct sql_text *ret_select,
                        struct error *err)
{
    struct text text = {0};
    if (!file_read(path, MOST_MAPPING_BYTES, &text, err))
        return false;
    char *sql = arena_text(source->arena, text_string(&text));
    size_t length = strlen(sql);
    bool whole = length == text.length;
    text_finish(&text);
    if (!whole)
        return error_set(err, ERROR_CONFIG, "the mapping '%s' holds a NUL byte", path);
    while (length && strchr(" \t\r\n;", sql[length - 1]))
        sql[--length] = '\0';
    *ret_select = (struct sql_text){
        .sql = arena_printf(source->arena, "%s\n", sql), /* ends a last -- comment */
        .file = path,
        .first_line = 1,
    };
    sqlite3_stmt *statement = NULL;
    source->fence = FENCE_MAPPING;
    bool good = statement_prepare(source, ret_select, &statement, err);
    source->fence = FENCE_DOWN;
    struct place place = {path, 1, 1};
    if (good && sqlite3_bind_parameter_count(statement) > 0)
        good = error_at(err, ERROR_CONFIG, &place, "a mapping takes no parameters such as %s",
                        sqlite3_bind_parameter_name(statement, 1)
                            ? sqlite3_bind_parameter_name(statement, 1)
                            : "?");
    sqlite3_finalize(statement);
    return good;
}

bool mapping_load(struct source *source, const char *folder, struct sql_text **ret_mapped,
                  struct error *err)
{
    const struct contract *contract = source->contract;
    struct arena *arena = source->arena;
    char **names = NULL;
    size_t count = 0;
    if (!file_list(folder, ".sql", arena, &names, &count, err))
        return false;
    struct place place = {.file = folder};
    if (!count)
        return error_at(err, ERROR_CONFIG, &place, "the mapping folder holds no TABLE.sql file");
    struct sql_text *mapped = arena_array(arena, contract->table_count, sizeof *mapped);
    for (size_t i = 0; i < count; i++) {
        const char *path = path_join(arena, folder, names[i]);
        size_t table;
        if (!find_table(contract, names[i], path, arena, &table, err) ||
            !read_select(source, path, &mapped[table], err))
            return false;
    }
    *ret_mapped = mapped;
    return true;
}
