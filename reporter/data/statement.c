/* SPDX-License-Identifier: MIT */

/* One SELECT of a file that staff edit, prepared; its mistakes are told with line and column. */
#include "data/connection.h"

#include "base/error.h"

#include <stdlib.h>
#include <string.h>

/** Where the SQL itself begins; 0 where there is none. */
static size_t first_word(const char *sql)
{
    size_t blanks = strspn(sql, " \t\r\n");
    return sql[blanks] ? blanks : 0;
}

struct place statement_place(const struct sql_text *text, size_t offset)
{
    struct place place = {text->file, text->first_line,
                          text->first_column ? text->first_column : 1};
    for (size_t i = 0; i < offset && text->sql[i]; i++) {
        place.column += (text->sql[i] & 0xC0) != 0x80; /* a character, not its later bytes */
        if (text->sql[i] == '\n') {
            place.line++;
            place.column = 1;
        }
    }
    return place;
}

/** What follows the statement must be blanks and comments only. */
static bool is_end(const char *tail)
{
    while (*tail) {
        if (strncmp(tail, "--", 2) == 0)
            tail += strcspn(tail, "\n");
        else if (strncmp(tail, "/*", 2) == 0 && strstr(tail, "*/"))
            tail = strstr(tail, "*/") + 2;
        else if (strchr(" \t\r\n;", *tail))
            tail++;
        else
            return false;
    }
    return true;
}

static bool fail(struct source *source, const struct sql_text *text, struct error *err)
{
    int offset = sqlite3_error_offset(source->db);
    struct place place = statement_place(text, offset < 0 ? first_word(text->sql) : (size_t)offset);
    int code = sqlite3_errcode(source->db);
    if (source->refusal)
        return error_at(err, ERROR_CONFIG, &place, "this SQL is refused: %s", source->refusal);
    if (code == SQLITE_ERROR || code == SQLITE_AUTH || code == SQLITE_TOOBIG)
        return error_at(err, ERROR_CONFIG, &place, "%s", sqlite3_errmsg(source->db));
    return connection_error(source, err, "cannot prepare a query");
}

static bool check(sqlite3_stmt *statement, const struct sql_text *text, const char *tail,
                  struct error *err)
{
    struct place place = statement_place(text, first_word(text->sql));
    if (!statement)
        return error_at(err, ERROR_CONFIG, &place, "there is no SQL here: one SELECT is expected");
    if (!is_end(tail)) {
        place = statement_place(text, (size_t)(tail - text->sql) + first_word(tail));
        return error_at(err, ERROR_CONFIG, &place,
                        "a second statement begins here: only one SELECT"
                        " may stand in the file");
    }
    if (!sqlite3_stmt_readonly(statement) || sqlite3_stmt_isexplain(statement) ||
        sqlite3_column_count(statement) == 0)
        return error_at(err, ERROR_CONFIG, &place, "only a SELECT may stand here");
    return true;
}

bool statement_prepare(struct source *source, const struct sql_text *text,
                       sqlite3_stmt **ret_statement, struct error *err)
{
    const char *tail = text->sql;
    sqlite3_stmt *statement = NULL;
    free(source->refusal);
    source->refusal = NULL;
    int code = sqlite3_prepare_v2(source->db, text->sql, -1, &statement, &tail);
    bool good = code == SQLITE_OK ? check(statement, text, tail, err) : fail(source, text, err);
    good = good && (source->fence != FENCE_UP || scan_tables(source, text, err));
    if (!good) {
        sqlite3_finalize(statement);
        return false;
    }
    *ret_statement = statement;
    return true;
}
