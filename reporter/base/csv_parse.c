/* SPDX-License-Identifier: MIT */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/csv.h"
#include "base/error.h"
#include "base/text.h"

struct parser {
    const char *at;
    const char *end;
    size_t line;
    const char *file;
    struct arena *arena;
    struct text field;
    char **fields; /* of the row being read */
    size_t count;
    size_t capacity;
    struct csv_row *rows;
    size_t row_count;
    size_t row_capacity;
    struct error *err;
};

static bool fail(const struct parser *parser, const char *what)
{
    struct place place = {.file = parser->file, .line = parser->line};

    return error_at(parser->err, ERROR_DATA, &place, "%s", what);
}

static void take(struct parser *parser)
{
    if (*parser->at == '\n')
        parser->line++;
    text_append_bytes(&parser->field, parser->at++, 1);
}

/* Stands behind the opening quote. */
static bool read_quoted(struct parser *parser)
{
    size_t opened = parser->line;

    while (parser->at < parser->end) {
        if (*parser->at != '"') {
            take(parser);
        } else if (parser->at + 1 < parser->end && parser->at[1] == '"') {
            parser->at++;
            take(parser);
        } else {
            parser->at++;
            return true;
        }
    }
    parser->line = opened;
    return fail(parser, "a quoted field has no closing quote");
}

static bool is_field_end(const struct parser *parser)
{
    return parser->at == parser->end || strchr(",\r\n", *parser->at);
}

static bool read_field(struct parser *parser)
{
    text_clear(&parser->field);
    if (parser->at < parser->end && *parser->at == '"') {
        parser->at++;
        if (!read_quoted(parser))
            return false;
        if (!is_field_end(parser))
            return fail(parser, "text follows the closing quote of a field");
    }
    while (!is_field_end(parser)) {
        if (*parser->at == '"')
            return fail(parser, "a quote stands within a field that is not quoted");
        take(parser);
    }
    parser->fields =
        vector_grow(parser->fields, parser->count, &parser->capacity, sizeof *parser->fields);
    parser->fields[parser->count++] =
        arena_bytes(parser->arena, text_string(&parser->field), parser->field.length);
    return true;
}

/* Steps over LF, CRLF or the end of the file. */
static bool read_line_end(struct parser *parser)
{
    if (parser->at == parser->end)
        return true;
    if (*parser->at == '\r')
        parser->at++;
    if (parser->at == parser->end || *parser->at != '\n')
        return fail(parser, "a carriage return stands without a line feed");
    parser->at++;
    parser->line++;
    return true;
}

static bool keep_row(struct parser *parser, size_t line)
{
    struct csv_row row = {.count = parser->count, .line = line};
    struct place place = {.file = parser->file, .line = line};

    if (parser->row_count > 0 && row.count != parser->rows[0].count)
        return error_at(parser->err, ERROR_DATA, &place, "the row has %zu fields, the head has %zu",
                        row.count, parser->rows[0].count);
    row.fields = arena_array(parser->arena, row.count, sizeof *row.fields);
    memcpy(row.fields, parser->fields, row.count * sizeof *row.fields);
    parser->rows =
        vector_grow(parser->rows, parser->row_count, &parser->row_capacity, sizeof *parser->rows);
    parser->rows[parser->row_count++] = row;
    return true;
}

static bool read_row(struct parser *parser)
{
    size_t line = parser->line;

    parser->count = 0;
    if (!read_field(parser))
        return false;
    while (parser->at < parser->end && *parser->at == ',') {
        parser->at++;
        if (!read_field(parser))
            return false;
    }
    return keep_row(parser, line) && read_line_end(parser);
}

/* What would make a field something else than a string of valid UTF-8. */
static bool check_encoding(struct parser *parser)
{
    const char *bad;

    if (g_utf8_validate_len(parser->at, (gsize)(parser->end - parser->at), &bad))
        return true;
    for (const char *c = parser->at; c < bad; c++)
        parser->line += *c == '\n';
    return fail(parser, *bad ? "the text is not valid UTF-8" : "there is a NUL byte in the text");
}

static bool read_rows(struct parser *parser)
{
    if (!check_encoding(parser))
        return false;
    if (parser->end - parser->at >= 3 && memcmp(parser->at, "\xef\xbb\xbf", 3) == 0)
        parser->at += 3; /* spreadsheets put a byte order mark there */
    if (parser->at == parser->end)
        return fail(parser, "the table is empty: it needs a head");
    while (parser->at < parser->end) {
        if (!read_row(parser))
            return false;
    }
    return true;
}

static void hand_over(const struct parser *parser, struct csv *ret_csv)
{
    ret_csv->count = parser->row_count;
    ret_csv->rows = arena_array(parser->arena, parser->row_count, sizeof *parser->rows);
    for (size_t i = 0; i < parser->row_count; i++)
        ret_csv->rows[i] = parser->rows[i];
}

bool csv_parse(const char *bytes, size_t length, const char *file, struct arena *arena,
               struct csv *ret_csv, struct error *err)
{
    struct parser parser = {
        .at = bytes, .end = bytes + length, .line = 1, .file = file, .arena = arena, .err = err};
    bool done = read_rows(&parser);

    if (done)
        hand_over(&parser, ret_csv);
    text_finish(&parser.field);
    free(parser.fields);
    free(parser.rows);
    return done;
}
