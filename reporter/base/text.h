/* SPDX-License-Identifier: MIT */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

/**
 * Growing UTF-8 text, cleaning of text that comes from outside, and the nearest valid word.
 */

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;

/** Zero-initialised is empty. `data` is always NUL-terminated once anything was appended. */
struct text {
    char *data;
    size_t length;
    size_t capacity;
};

void text_finish(struct text *text);
void text_clear(struct text *text); /* keeps the memory */
void text_append(struct text *text, const char *string);
void text_append_bytes(struct text *text, const char *bytes, size_t length);
void text_printf(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_vprintf(struct text *text, const char *format, va_list arguments);

/** Appends `string` as a JSON string literal with its quotes. NULL gives null. */
void text_append_json(struct text *text, const char *string);

/** Appends `string` for XML, between tags or within double quotes. */
void text_append_xml(struct text *text, const char *string);

/** Never NULL: "" for an empty text. */
const char *text_string(const struct text *text);

/** Hands the bytes to the caller, who frees them with free(); the text is empty afterwards. */
char *text_detach(struct text *text);

/**
 * Text from a database or file made safe for a page, a cell, a log line (LIBRARIES: section 4):
 * valid UTF-8 in NFC; invalid bytes become U+FFFD; control characters, bidi controls, zero-width
 * characters, private-use and non-characters are dropped; line breaks (CRLF is one) and tabs become
 * spaces; of a pile of combining marks the first 30 stay.
 * `ret_changed` (may be NULL) says whether anything but NFC had to be done.
 */
char *text_clean(struct arena *arena, const char *bytes, size_t length, bool *ret_changed);

/** Code points in valid UTF-8. */
size_t text_length(const char *string);

/** The word of `words` closest to `given` (edit distance, at most a third of its length, case
 *  ignored), or NULL where none is near. */
const char *text_nearest(const char *given, const char *const *words, size_t count);

bool text_starts(const char *string, const char *prefix);
bool text_equal(const char *a, const char *b); /* NULL equals NULL only */

/** Splits at each separator character, in a copy of the arena's. Returns the count. */
size_t text_split(struct arena *arena, const char *string, char separator, char ***ret_parts);

#endif
