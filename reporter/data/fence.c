/* SPDX-License-Identifier: MIT */

/*
 * The fence: a listing can read the contract's columns and nothing else.
 *
 * For every supplied table T two temporary views stand one on the other:
 *
 *     map_<nonce>_T   the table of the user's database, or the mapping's SELECT
 *     T               the contract's columns of map_<nonce>_T
 *
 * The authorizer lets a column be read in the temporary schema (that is: of T), or while SQLite
 * expands one of our own map_<nonce>_ views, or a view or WITH name that these were seen to read
 * when they were made. SQLite reports that context by name, and a common table expression of a
 * listing can take any name: without the random part, WITH feedback AS (SELECT body FROM main.t)
 * would pass as our view. The names without a random part a listing may not define: scan.c, the
 * second lock, sees to that. The nonce never reaches an output byte or a message.
 */
#include "data/connection.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

static bool is_same(const char *a, const char *b)
{
    return a && b && sqlite3_stricmp(a, b) == 0;
}

static bool is_ours(const struct source *source, const char *name)
{
    return name && strncmp(name, source->nonce, strlen(source->nonce)) == 0;
}

static bool refuse(struct source *source, const char *format, const char *a, const char *b)
{
    if (!source->refusal) {
        struct text why = {0};
        text_append(&why, "it may not ");
        /* The formats are constants of this file with two %s. */
        char *words = sqlite3_mprintf(format, a ? a : "", b ? b : "");
        text_append(&why, words ? words : "do that");
        sqlite3_free(words);
        source->refusal = text_detach(&why);
    }
    return false;
}

static bool has_name(char *const *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (is_same(names[i], name))
            return true;
    return false;
}

bool fence_knows(const struct source *source, const char *name)
{
    return has_name(source->main_names, source->main_name_count, name) ||
           has_name(source->contexts, source->context_count, name);
}

static bool is_of_sqlite(const char *table)
{
    return sqlite3_strnicmp(table, "sqlite_", 7) == 0 || sqlite3_strnicmp(table, "pragma_", 7) == 0;
}

static void record(struct source *source, const char *table, const char *column)
{
    size_t t = contract_find(source->contract, table);
    if (!source->recorder || t == (size_t)-1)
        return;
    struct reads *reads = source->recorder;
    size_t c = contract_find_column(&source->contract->tables[t], column);
    for (size_t i = 0; i < reads->count; i++)
        if (reads->items[i].table == t && reads->items[i].column == c)
            return;
    reads->items = vector_grow(reads->items, reads->count, &reads->capacity, sizeof *reads->items);
    reads->items[reads->count++] = (struct read){t, c};
}

/** While a mapping is tried: the views and WITH names through which it reads. */
static void note_context(struct source *source, const char *context)
{
    if (!context || is_ours(source, context) ||
        has_name(source->contexts, source->context_count, context))
        return;
    source->contexts = vector_grow(source->contexts, source->context_count,
                                   &source->context_capacity, sizeof *source->contexts);
    source->contexts[source->context_count++] = arena_text(source->arena, context);
}

static bool may_map(struct source *source, const char *table, const char *context)
{
    note_context(source, context);
    return !is_of_sqlite(table) || refuse(source, "read %s%s: it is SQLite's own", table, "");
}

static bool may_read(struct source *source, const char *table, const char *column,
                     const char *schema, const char *context)
{
    if (is_ours(source, context) ||
        (context && has_name(source->contexts, source->context_count, context)))
        return true;
    /* A table of which no column is read comes with an empty column, and without the context of the
       views it stands in: which tables a listing names is for scan.c to say. */
    bool nameless = !column || !*column;
    if (is_of_sqlite(table) || (!nameless && !is_same(schema, "temp")))
        return refuse(source, "read %s.%s: only the contract's columns", table, column);
    record(source, table, column);
    return true;
}

static bool may_do(struct source *source, int action, const char *a, const char *b,
                   const char *schema, const char *context)
{
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
        return true;
    case SQLITE_READ:
        return source->fence == FENCE_MAPPING ? may_map(source, a, context)
                                              : may_read(source, a, b, schema, context);
    case SQLITE_FUNCTION:
        return functions_allowed(b) || refuse(source, "call the function %s()%s", b, "");
    default:
        return refuse(source, "do anything but SELECT%s%s", "", "");
    }
}

static int authorize(void *self, int action, const char *a, const char *b, const char *schema,
                     const char *context)
{
    struct source *source = self;
    if (source->fence == FENCE_DOWN || may_do(source, action, a, b, schema, context))
        return SQLITE_OK;
    return SQLITE_DENY;
}

static bool make_nonce(struct source *source, struct error *err)
{
    unsigned char random[16];
    if (getrandom(random, sizeof random, 0) != (ssize_t)sizeof random)
        return error_set(err, ERROR_INTERNAL, "the system gives no random bytes");
    char *to = source->nonce;
    memcpy(to, "map_", 4);
    for (size_t i = 0; i < sizeof random; i++)
        sqlite3_snprintf(3, to + 4 + 2 * i, "%02x", random[i]);
    memcpy(to + 4 + 2 * sizeof random, "_", 2);
    return true;
}

static bool list_names(struct source *source, const char *sql, char ***ret_names, size_t *ret_count,
                       struct error *err)
{
    sqlite3_stmt *statement = NULL;
    size_t capacity = 0;
    if (!connection_prepare(source, sql, &statement, err))
        return false;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        *ret_names = vector_grow(*ret_names, *ret_count, &capacity, sizeof **ret_names);
        (*ret_names)[(*ret_count)++] =
            arena_text(source->arena, (const char *)sqlite3_column_text(statement, 0));
    }
    sqlite3_finalize(statement);
    return true;
}

/** Names that a listing might reach for without a schema: the user's objects and SQLite's modules.
 */
static bool list_objects(struct source *source, struct error *err)
{
    return list_names(source,
                      "SELECT name FROM main.sqlite_schema WHERE type IN ('table', 'view')"
                      " UNION SELECT name FROM pragma_module_list",
                      &source->main_names, &source->main_name_count, err);
}

/** The columns that map_<nonce>_T has; what the contract knows of them is marked as supplied. */
static bool note_columns(struct source *source, size_t t, struct error *err)
{
    const struct contract_table *table = &source->contract->tables[t];
    sqlite3_stmt *statement = NULL;
    char *sql = sqlite3_mprintf("SELECT * FROM temp.\"%s%s\" LIMIT 0", source->nonce, table->name);
    source->fence = FENCE_MAPPING;
    bool good = connection_prepare(source, sql, &statement, err);
    source->fence = FENCE_DOWN;
    sqlite3_free(sql);
    if (!good)
        return false;
    source->supplied[t] =
        arena_array(source->arena, table->column_count, sizeof *source->supplied[t]);
    for (int i = 0; i < sqlite3_column_count(statement); i++) {
        size_t c = contract_find_column(table, sqlite3_column_name(statement, i));
        if (c != (size_t)-1)
            source->supplied[t][c] = true;
    }
    sqlite3_finalize(statement);
    return true;
}

static bool make_outer_view(struct source *source, size_t t, struct error *err)
{
    const struct contract_table *table = &source->contract->tables[t];
    struct text sql = {0};
    text_printf(&sql, "CREATE TEMP VIEW \"%s\" AS SELECT ", table->name);
    for (size_t c = 0; c < table->column_count; c++) {
        const char *name = table->columns[c].name;
        text_append(&sql, c ? ", " : "");
        if (source->supplied[t][c])
            text_printf(&sql, "m.\"%s\" AS \"%s\"", name, name);
        else
            text_printf(&sql, "NULL AS \"%s\"", name);
    }
    text_printf(&sql, " FROM temp.\"%s%s\" AS m", source->nonce, table->name);
    bool good = connection_run(source, text_string(&sql), err);
    text_finish(&sql);
    return good;
}

static bool make_views(struct source *source, size_t t, const char *select, struct error *err)
{
    const struct contract_table *table = &source->contract->tables[t];
    struct text sql = {0};
    text_printf(&sql, "CREATE TEMP VIEW \"%s%s\" AS ", source->nonce, table->name);
    if (select)
        text_append(&sql, select);
    else
        text_printf(&sql, "SELECT * FROM main.\"%s\"", table->name);
    bool good = connection_run(source, text_string(&sql), err) && note_columns(source, t, err) &&
                make_outer_view(source, t, err);
    text_finish(&sql);
    return good;
}

/** A name without a schema that was the user's table when the mapping was read is one of our views
 *  now that all of them stand. */
static bool try_view(struct source *source, const char *table, struct error *err)
{
    sqlite3_stmt *statement = NULL;
    char *sql = sqlite3_mprintf("SELECT * FROM temp.\"%w\"", table);
    source->fence = FENCE_UP;
    bool good = connection_prepare(source, sql, &statement, err);
    source->fence = FENCE_DOWN;
    sqlite3_free(sql);
    sqlite3_finalize(statement);
    return good;
}

static bool try_views(struct source *source, const struct sql_text *mapped, struct error *err)
{
    for (size_t t = 0; t < source->contract->table_count; t++) {
        const char *table = source->contract->tables[t].name;
        if (mapped[t].sql && !try_view(source, table, err)) {
            err->kind = ERROR_CONFIG;
            return error_hint(err, "in the mapping of %s, write main.NAME for a table of your own",
                              table);
        }
    }
    return true;
}

void fence_install(struct source *source)
{
    sqlite3_set_authorizer(source->db, authorize, source);
    source->fence = FENCE_DOWN;
}

bool fence_raise(struct source *source, const struct sql_text *mapped, struct error *err)
{
    const struct contract *contract = source->contract;
    source->supplied = arena_array(source->arena, contract->table_count, sizeof *source->supplied);
    if (!make_nonce(source, err) || !list_objects(source, err))
        return false;
    for (size_t t = 0; t < contract->table_count; t++) {
        const char *select = mapped ? mapped[t].sql : NULL;
        bool there = select || (!mapped && has_name(source->main_names, source->main_name_count,
                                                    contract->tables[t].name));
        if (there && !make_views(source, t, select, err))
            return false;
    }
    if ((mapped && !try_views(source, mapped, err)) ||
        !connection_run(source,
                        "CREATE TEMP TABLE period (period TEXT, starts_on TEXT, ends_before TEXT)",
                        err))
        return false;
    source->fence = FENCE_UP;
    return true;
}
