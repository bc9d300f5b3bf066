/* SPDX-License-Identifier: MIT */
#include "data/listing_file.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "data/connection.h"
#include "data/listing.h"
#include "input/yaml.h"

#include <stdlib.h>
#include <string.h>

#define MOST_LISTING_BYTES 100000

/* What the program binds: the as-of day, and the last day on which a return counts as submitted. */
static const char *const PARAMETERS[] = {":as_of", ":submitted_by"};

static size_t count_lines(const char *from, const char *to)
{
    size_t lines = 0;
    for (; from < to; from++)
        lines += *from == '\n';
    return lines;
}

/** Splits the text into its header comment and the SQL behind it. */
static bool split(struct listing *listing, struct node **ret_header, struct arena *arena,
                  struct error *err)
{
    const char *text = listing->text;
    const char *open = text + (text_starts(text, "\xEF\xBB\xBF") ? 3 : 0); /* as Notepad writes */
    open += strspn(open, " \t\r\n");
    const char *close = strstr(open, "*/");
    struct place place = {listing->path, 1, 1};
    if (strncmp(open, "/*", 2) != 0 || !close)
        return error_at(err, ERROR_CONFIG, &place,
                        "a listing begins with its header, a YAML comment between /* and */");
    const char *header = open + 2;
    listing->sql = close + 2 + strspn(close + 2, " \t\r\n");
    struct place begin = statement_place(&(struct sql_text){.sql = text, .first_line = 1},
                                         (size_t)(listing->sql - text));
    listing->sql_line = begin.line;
    listing->sql_column = begin.column;
    return yaml_parse(header, (size_t)(close - header), listing->path,
                      1 + count_lines(text, header), arena, ret_header, err);
}

bool listing_file_read(const char *path, struct arena *arena, struct listing *ret_listing,
                       struct node **ret_header, struct error *err)
{
    struct text text = {0};
    if (!file_read(path, MOST_LISTING_BYTES, &text, err))
        return false;
    struct listing listing = {.path = arena_text(arena, path),
                              .text = arena_text(arena, text_string(&text))};
    bool whole = strlen(listing.text) == text.length;
    text_finish(&text);
    if (!whole)
        return error_set(err, ERROR_CONFIG, "the listing '%s' holds a NUL byte", path);
    const char *name = path_name(listing.path);
    listing.name = arena_bytes(arena, name, strlen(name) - strlen(".sql"));
    if (!split(&listing, ret_header, arena, err))
        return false;
    *ret_listing = listing;
    return true;
}

struct place listing_file_sql(const struct listing *listing)
{
    return (struct place){listing->path, listing->sql_line, listing->sql_column};
}

static bool read_columns(struct listing *listing, sqlite3_stmt *statement, struct arena *arena,
                         struct error *err)
{
    struct place place = listing_file_sql(listing);
    size_t count = (size_t)sqlite3_column_count(statement);
    listing->columns = arena_array(arena, count, sizeof *listing->columns);
    for (size_t i = 0; i < count; i++) {
        const char *name = sqlite3_column_name(statement, (int)i);
        if (listing_column(listing, name) != (size_t)-1)
            return error_at(err, ERROR_CONFIG, &place, "the query gives two columns named '%s'",
                            name);
        listing->columns[listing->column_count++] = arena_text(arena, name);
    }
    return true;
}

static bool check_parameters(const struct listing *listing, sqlite3_stmt *statement,
                             struct error *err)
{
    struct place place = listing_file_sql(listing);
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); i++) {
        const char *name = sqlite3_bind_parameter_name(statement, i);
        if (name && (strcmp(name, PARAMETERS[0]) == 0 || strcmp(name, PARAMETERS[1]) == 0))
            continue;
        error_at(err, ERROR_CONFIG, &place, "the query has the unknown parameter %s",
                 name ? name : "?");
        return error_hint(err, "the parameters are %s and %s", PARAMETERS[0], PARAMETERS[1]);
    }
    return true;
}

bool listing_file_need(const struct listing *listing, const struct place *place, const char *who,
                       const char *column, struct error *err)
{
    if (!column || listing_column(listing, column) != (size_t)-1)
        return true;
    error_at(err, ERROR_CONFIG, place, "%s names the column '%s', which the query does not give",
             who, column);
    const char *near =
        text_nearest(column, (const char *const *)listing->columns, listing->column_count);
    return near ? error_hint(err, "did you mean '%s'?", near) : false;
}

bool listing_file_prepare(struct listing *listing, struct source *empty, struct arena *arena,
                          struct error *err)
{
    struct reads reads = {0};
    struct sql_text text = {listing->sql, listing->path, listing->sql_line, listing->sql_column};
    sqlite3_stmt *statement = NULL;
    empty->recorder = &reads;
    bool good = statement_prepare(empty, &text, &statement, err);
    empty->recorder = NULL;
    good = good && check_parameters(listing, statement, err) &&
           read_columns(listing, statement, arena, err);
    listing->reads = arena_array(arena, reads.count + 1, sizeof *listing->reads);
    listing->read_count = reads.count;
    for (size_t i = 0; i < reads.count; i++)
        listing->reads[i] = (struct table_read){reads.items[i].table, reads.items[i].column};
    free(reads.items);
    sqlite3_finalize(statement);
    return good;
}
