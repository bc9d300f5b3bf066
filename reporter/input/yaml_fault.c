/* SPDX-License-Identifier: MIT */
#include "input/yaml_fault.h"

#include "base/arena.h"

#include <string.h>

/* libyaml names what it looked for; staff need to know what to write. `at_context` means that the
 * fault lies where the construct began (an unclosed quotation is noticed at the end of the file).
 */
struct saying {
    const char *problem;
    bool at_context;
    const char *said;
    const char *hint;
};

static const struct saying SAYINGS[] = {
    {"could not find expected ':'", true, "a key without a colon behind it",
     "write 'key: value'; a line that carries on the text above it must be indented further"},
    {"found unexpected end of stream", true, "a quotation mark that is never closed",
     "end the text with the same quotation mark"},
    {"found unexpected document indicator", true, "a quotation mark that is never closed",
     "end the text with the same quotation mark"},
    {"did not find expected key", false, "expected a key here",
     "indent the line like those it belongs to; nothing may follow a closed quotation"},
    {"did not find expected '-' indicator", false, "expected a list item ('- ') here",
     "indent the line like those it belongs to"},
    {"did not find expected ',' or '}'", true, "a map in braces that is not written right",
     "separate its keys by commas, close it by '}', and quote values that hold a colon or comma"},
    {"did not find expected ',' or ']'", true, "a list in brackets that is not written right",
     "separate its items by commas, close it by ']', and quote items that hold a colon or comma"},
    {"block sequence entries are not allowed in this context", false, "a list cannot begin here",
     "begin each '- ' on a line of its own; put a text that begins with '- ' in quotes"},
    {"found unknown escape character", false, "a backslash that means nothing here",
     "put the text in single quotes, or write the backslash twice"},
    {"did not find expected hexdecimal number", false, "a backslash that means nothing here",
     "put the text in single quotes, or write the backslash twice"},
    {"did not find expected comment or line break", false, "text right behind '|' or '>'",
     "begin the text on the next line, or put it in quotes if it begins with '|' or '>'"},
    {"did not find expected alphabetic or numeric character", true,
     "a text cannot begin with '*' or '&'", "put it in quotes"},
    {"did not find expected node content", false, "expected a value here",
     "put a text that begins with a punctuation mark in quotes"},
    {"found a tab character where an indentation space is expected", false, "a tab",
     "indent with spaces"},
    {"found a tab character that violates indentation", false, "a tab", "indent with spaces"},
    {"found unexpected ':'", false, "a colon in a value", "put the value in quotes"},
    {"could not find expected directive name", true, "a line cannot begin with '%'",
     "put the text in quotes"},
    {"mapping keys are not allowed in this context", false, "a text cannot begin with '? '",
     "put it in quotes"},
    {"did not find expected <document start>", false,
     "this does not belong to what stands above it",
     "indent the line like those it belongs to; nothing may follow a closed quotation"},
};

struct place yaml_place(const struct yaml_source *source, const yaml_mark_t *mark)
{
    return (struct place){source->file, source->first_line + mark->line, mark->column + 1};
}

static bool is_line_end(const struct yaml_source *source, size_t at)
{
    char here = source->bytes[at];
    bool pair = here == '\r' && at + 1 < source->length && source->bytes[at + 1] == '\n';
    return here == '\n' || (here == '\r' && !pair);
}

static bool is_lead(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

static struct place place_of_offset(const struct yaml_source *source, size_t offset)
{
    struct place place = {source->file, source->first_line, 1};
    for (size_t i = 0; i < offset && i < source->length; i++) {
        if (is_line_end(source, i)) {
            place.line++;
            place.column = 1;
        } else if (is_lead(source->bytes[i])) {
            place.column++;
        }
    }
    return place;
}

/* The line's bytes from its start up to the mark; `ret_from` is where they start. */
static size_t line_before(const struct yaml_source *source, const yaml_mark_t *mark,
                          size_t *ret_from)
{
    size_t at = 0;
    for (size_t line = 0; at < source->length && line < mark->line; at++)
        line += is_line_end(source, at);
    *ret_from = at;
    for (size_t column = 0; at < source->length && column < mark->column; column++) {
        at++;
        while (at < source->length && !is_lead(source->bytes[at]))
            at++;
    }
    return at - *ret_from;
}

/* A letter of an older encoding looks like the first byte of a longer character; libyaml then
 * points at the byte behind it. */
static size_t character_start(const yaml_parser_t *parser, const struct yaml_source *source)
{
    size_t at = parser->problem_offset;
    if (strcmp(parser->problem, "invalid trailing UTF-8 octet") != 0)
        return at;
    while (at > 0 && !is_lead(source->bytes[--at]))
        continue;
    return at;
}

static bool reader_fault(const yaml_parser_t *parser, const struct yaml_source *source,
                         struct error *err)
{
    /* libyaml gives reader errors no line: its mark is line 1 wherever they stand. */
    struct place place = place_of_offset(source, character_start(parser, source));
    if (strcmp(parser->problem, "control characters are not allowed") != 0) {
        error_at(err, ERROR_CONFIG, &place, "the file is not UTF-8 text");
        return error_hint(err, "save it again with the encoding UTF-8");
    }
    error_at(err, ERROR_CONFIG, &place, "a control character (code %d) in the text",
             parser->problem_value);
    return error_hint(err, "delete it and type the text again");
}

/* Both "title: Report: Q1" and a line indented too far end in the same complaint. */
static bool colon_fault(const yaml_parser_t *parser, const struct yaml_source *source,
                        struct error *err)
{
    struct place place = yaml_place(source, &parser->problem_mark);
    size_t from;
    size_t length = line_before(source, &parser->problem_mark, &from);
    if (memmem(source->bytes + from, length, ": ", 2)) {
        error_at(err, ERROR_CONFIG, &place, "a colon in a value");
        return error_hint(err, "put the value in quotes: title: \"Report: Q1\"");
    }
    error_at(err, ERROR_CONFIG, &place, "a key cannot stand here");
    return error_hint(err, "indent the line like those it belongs to");
}

static bool character_fault(const yaml_parser_t *parser, const struct yaml_source *source,
                            struct error *err)
{
    struct place place = yaml_place(source, &parser->problem_mark);
    size_t from;
    size_t at = line_before(source, &parser->problem_mark, &from);
    char given = from + at < source->length ? source->bytes[from + at] : ' ';
    if (given == '\t') {
        error_at(err, ERROR_CONFIG, &place, "a tab");
        return error_hint(err, "indent with spaces");
    }
    error_at(err, ERROR_CONFIG, &place, "a text cannot begin with '%c'", given);
    return error_hint(err, "put it in quotes");
}

static bool other_fault(const yaml_parser_t *parser, const struct yaml_source *source,
                        struct error *err)
{
    for (size_t i = 0; i < ARRAY_LENGTH(SAYINGS); i++) {
        const struct saying *saying = &SAYINGS[i];
        if (strcmp(saying->problem, parser->problem) != 0)
            continue;
        bool at_context = saying->at_context && parser->context;
        struct place place =
            yaml_place(source, at_context ? &parser->context_mark : &parser->problem_mark);
        error_at(err, ERROR_CONFIG, &place, "%s", saying->said);
        return error_hint(err, "%s", saying->hint);
    }
    struct place place = yaml_place(source, &parser->problem_mark);
    return error_at(err, ERROR_CONFIG, &place, "this cannot be read as YAML: %s", parser->problem);
}

bool yaml_fault(const yaml_parser_t *parser, const struct yaml_source *source, struct error *err)
{
    if (parser->error == YAML_MEMORY_ERROR || !parser->problem)
        return error_set(err, ERROR_INTERNAL, "out of memory while reading %s", source->file);
    if (parser->error == YAML_READER_ERROR)
        return reader_fault(parser, source, err);
    if (strcmp(parser->problem, "mapping values are not allowed in this context") == 0)
        return colon_fault(parser, source, err);
    if (strcmp(parser->problem, "found character that cannot start any token") == 0)
        return character_fault(parser, source, err);
    return other_fault(parser, source, err);
}
