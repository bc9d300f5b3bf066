/* SPDX-License-Identifier: MIT */
#ifndef BASE_CSV_H
#define BASE_CSV_H

/** Comma-separated values (RFC 4180), UTF-8, lines ended by LF when written, LF or CRLF when read.
 */

#include <stdbool.h>
#include <stddef.h>

struct text;
struct arena;
struct error;

/** Appends one field, quoted where needed; a field that a spreadsheet could take for a formula
 *  (= + - @ TAB CR LF first, also full-width or behind blanks, unless it is a number) gets a
 * leading apostrophe. */
void csv_field(struct text *text, const char *field);
void csv_separator(struct text *text);
void csv_end_row(struct text *text);

struct csv_row {
    char **fields;
    size_t count;
    size_t line;
};

struct csv {
    struct csv_row *rows; /* the first is the head */
    size_t count;
};

/** Reads all rows; every row must have as many fields as the head. Memory is the arena's. */
bool csv_parse(const char *bytes, size_t length, const char *file, struct arena *arena,
               struct csv *ret_csv, struct error *err);

/** The index of a head field, or (size_t)-1. */
size_t csv_column(const struct csv *csv, const char *name);

#endif
