/* SPDX-License-Identifier: MIT */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

/** What a command was asked for, on stdout, and the aligned columns of it. */

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct error;
struct text;

/** Writes all of it. A reader that closed the pipe has had what it wanted: that is no error. */
bool output_text(const struct text *text, struct error *err);

/** Rows of `columns` cells each, set in columns by output_columns(). Zero but for `arena` and
 * `columns` is empty. */
struct output_table {
    struct arena *arena;
    size_t columns;
    const char **cells;
    size_t count;
    size_t capacity;
};

/** The next cell; NULL is an empty one. It is cleaned (text_clean) and copied. */
void output_cell(struct output_table *table, const char *cell);

/** Appends the rows, each behind `indent` blanks; frees the table. */
void output_columns(struct output_table *table, int indent, struct text *text);

/** Appends `string` in lines of at most `width` characters, broken at blanks, each line behind
 *  `indent` blanks but the first, whose place the caller has come to. */
void output_wrapped(const char *string, size_t indent, size_t width, struct text *text);

#endif
