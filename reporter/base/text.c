/* SPDX-License-Identifier: MIT */
#include "base/text.h"

#include <assert.h>
#include <glib.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

void text_finish(struct text *text)
{
    free(text->data);
    *text = (struct text){0};
}

void text_clear(struct text *text)
{
    text->length = 0;
    if (text->data)
        text->data[0] = '\0';
}

/* Makes room for `more` bytes and the NUL. */
static void reserve(struct text *text, size_t more)
{
    size_t length;

    if (__builtin_add_overflow(text->length, more, &length))
        length = SIZE_MAX; /* vector_grow() ends the program */
    text->data = vector_grow(text->data, length, &text->capacity, 1);
}

void text_append_bytes(struct text *text, const char *bytes, size_t length)
{
    reserve(text, length);
    if (length > 0)
        memcpy(text->data + text->length, bytes, length);
    text->length += length;
    text->data[text->length] = '\0';
}

void text_append(struct text *text, const char *string)
{
    text_append_bytes(text, string, strlen(string));
}

void text_vprintf(struct text *text, const char *format, va_list arguments)
{
    va_list again;
    int length;

    va_copy(again, arguments);
    length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    assert(length >= 0);
    reserve(text, (size_t)length);
    vsnprintf(text->data + text->length, (size_t)length + 1, format, arguments);
    text->length += (size_t)length;
}

void text_printf(struct text *text, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    text_vprintf(text, format, arguments);
    va_end(arguments);
}

void text_append_xml(struct text *text, const char *string)
{
    for (const char *at = string; *at; at++) {
        switch (*at) {
        case '&':
            text_append(text, "&amp;");
            break;
        case '<':
            text_append(text, "&lt;");
            break;
        case '>':
            text_append(text, "&gt;");
            break;
        case '"':
            text_append(text, "&quot;");
            break;
        default:
            text_append_bytes(text, at, 1);
        }
    }
}

const char *text_string(const struct text *text)
{
    return text->data ? text->data : "";
}

char *text_detach(struct text *text)
{
    char *data;

    text_append_bytes(text, NULL, 0);
    data = text->data;
    *text = (struct text){0};
    return data;
}

static void append_json_ascii(struct text *text, char byte)
{
    static const char escaped[] = "\"\\\b\f\n\r\t";
    static const char letters[] = "\"\\bfnrt";
    const char *found = strchr(escaped, byte);

    if (found)
        text_printf(text, "\\%c", letters[found - escaped]);
    else if (byte < ' ' || byte == 0x7f)
        text_printf(text, "\\u%04x", (unsigned)byte);
    else
        text_append_bytes(text, &byte, 1);
}

void text_append_json(struct text *text, const char *string)
{
    if (!string) {
        text_append(text, "null");
        return;
    }
    text_append(text, "\"");
    while (*string) {
        gunichar c = g_utf8_get_char_validated(string, -1);

        if (c < 0x80) {
            append_json_ascii(text, *string++);
        } else if (c > 0x10ffff) {
            text_append(text, "\xef\xbf\xbd"); /* U+FFFD: JSON must be valid UTF-8 */
            string++;
        } else {
            const char *next = g_utf8_next_char(string);

            text_append_bytes(text, string, (size_t)(next - string));
            string = next;
        }
    }
    text_append(text, "\"");
}

size_t text_length(const char *string)
{
    return (size_t)g_utf8_strlen(string, -1);
}

bool text_starts(const char *string, const char *prefix)
{
    return strncmp(string, prefix, strlen(prefix)) == 0;
}

bool text_equal(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

size_t text_split(struct arena *arena, const char *string, char separator, char ***ret_parts)
{
    char *copy = arena_text(arena, string);
    size_t count = 1;
    size_t used = 0;
    char **parts;

    for (const char *c = copy; *c; c++)
        count += *c == separator;
    parts = arena_array(arena, count, sizeof *parts);
    parts[used++] = copy;
    for (char *c = copy; used < count; c++) {
        if (*c != separator)
            continue;
        *c = '\0';
        parts[used++] = c + 1;
    }
    *ret_parts = parts;
    return count;
}
