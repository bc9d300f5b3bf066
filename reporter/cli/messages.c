/* SPDX-License-Identifier: MIT */
#include "cli/messages.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST_SOURCE_BYTES ((size_t)1 << 20)
#define LINE_CHARACTERS 96 /* of a source line at most */
#define LEAD_CHARACTERS 48 /* before the caret, where the line is longer */

static const char BOLD[] = "\x1b[1m", RED[] = "\x1b[1;31m", YELLOW[] = "\x1b[33m",
                  PLAIN[] = "\x1b[0m";

/** A message on its way: where it goes, and the memory for what is cleaned. */
struct message {
    struct text *text;
    struct arena *arena;
    bool colour;
};

static void put(const struct message *message, const char *colour, const char *string)
{
    const char *clean = text_clean(message->arena, string, strlen(string), NULL);
    if (message->colour && colour)
        text_printf(message->text, "%s%s%s", colour, clean, PLAIN);
    else
        text_append(message->text, clean);
}

static void put_place(const struct message *message, const struct error *err)
{
    struct text place = {0};
    text_append(&place, err->file);
    if (err->line)
        text_printf(&place, ":%zu", err->line);
    if (err->line && err->column)
        text_printf(&place, ":%zu", err->column);
    text_append(&place, ":");
    put(message, BOLD, text_string(&place));
    text_append(message->text, " ");
    text_finish(&place);
}

/** The bytes of line `number`, without its end; false where there are fewer lines. */
static bool find_line(const struct text *file, size_t number, const char **ret_line,
                      size_t *ret_length)
{
    static const char MARK[] = "\xEF\xBB\xBF"; /* the byte order mark counts as no column */
    const char *line = text_string(file), *end = line + file->length;
    if (text_starts(line, MARK))
        line += strlen(MARK);
    for (size_t at = 1; at < number; at++) {
        line = memchr(line, '\n', (size_t)(end - line));
        if (!line)
            return false;
        line++;
    }
    const char *stop = memchr(line, '\n', (size_t)(end - line));
    *ret_line = line;
    *ret_length = (size_t)((stop ? stop : end) - line);
    if (*ret_length && line[*ret_length - 1] == '\r')
        --*ret_length;
    return true;
}

/** Where the n-th character (from 0) of UTF-8 text begins, or its end. */
static size_t offset_of(const char *bytes, size_t length, size_t n)
{
    size_t at = 0;
    for (; at < length && n > 0; n--) {
        at++;
        while (at < length && ((unsigned char)bytes[at] & 0xC0) == 0x80)
            at++;
    }
    return at;
}

/** A long line is shown from somewhat before its caret. */
static void put_line(const struct message *message, const struct error *err, const char *line,
                     size_t length)
{
    size_t prefix = offset_of(line, length, err->column ? err->column - 1 : 0);
    const char *before = text_clean(message->arena, line, prefix, NULL);
    const char *clean = text_clean(message->arena, line, length, NULL);
    size_t caret = text_length(before), all = text_length(clean), bytes = strlen(clean);
    size_t from = all > LINE_CHARACTERS && caret > LEAD_CHARACTERS ? caret - LEAD_CHARACTERS : 0;
    bool cut = all - from > LINE_CHARACTERS;
    size_t start = offset_of(clean, bytes, from);
    size_t stop = offset_of(clean, bytes, from + LINE_CHARACTERS);
    text_printf(message->text, "%5zu | %s%.*s%s\n", err->line, from ? "…" : "", (int)(stop - start),
                clean + start, cut ? "…" : "");
    if (!err->column)
        return;
    text_printf(message->text, "      | %*s", (int)(caret - from + (from ? 1 : 0)), "");
    put(message, RED, "^");
    text_append(message->text, "\n");
}

static void put_source(const struct message *message, const struct error *err)
{
    struct error unreadable = {0};
    struct text file = {0};
    const char *line;
    size_t length;
    if (file_read(err->file, MOST_SOURCE_BYTES, &file, &unreadable) &&
        find_line(&file, err->line, &line, &length))
        put_line(message, err, line, length);
    error_finish(&unreadable);
    text_finish(&file);
}

void message_format(const struct error *err, bool colour, struct text *text)
{
    struct message message = {.text = text, .arena = arena_new(), .colour = colour};
    text_append(text, "ulat: ");
    if (err->file)
        put_place(&message, err);
    put(&message, NULL, err->message ? err->message : "");
    text_append(text, "\n");
    if (err->file && err->line)
        put_source(&message, err);
    if (err->hint) {
        text_append(text, "  hint: ");
        put(&message, NULL, err->hint);
        text_append(text, "\n");
    }
    arena_free(message.arena);
}

bool message_terminal(void)
{
    const char *kind = getenv("TERM");
    return isatty(STDERR_FILENO) && kind && *kind && strcmp(kind, "dumb") != 0;
}

/** https://no-color.org: any value but the empty one. */
static bool use_colour(void)
{
    const char *never = getenv("NO_COLOR");
    return message_terminal() && !(never && *never);
}

static void send(struct text *text)
{
    /* There is nowhere left to say that stderr itself fails. */
    (void)!fwrite(text_string(text), 1, text->length, stderr);
    text_finish(text);
}

void message_error(const struct error *err)
{
    struct text text = {0};
    message_format(err, use_colour(), &text);
    send(&text);
}

static void put_warnings(struct message *message, char *const *sentences, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        text_append(message->text, "ulat: ");
        put(message, YELLOW, "warning:");
        text_append(message->text, " ");
        put(message, NULL, sentences[i]);
        text_append(message->text, "\n");
    }
}

void message_notices(const struct notices *notices)
{
    struct text text = {0};
    struct message message = {.text = &text, .arena = arena_new(), .colour = use_colour()};
    put_warnings(&message, notices->items, notices->count);
    put_warnings(&message, notices->inside, notices->inside_count);
    arena_free(message.arena);
    send(&text);
}

void message_line(const char *what)
{
    struct text text = {0};
    struct message message = {.text = &text, .arena = arena_new()};
    text_append(&text, "ulat: ");
    put(&message, NULL, what);
    text_append(&text, "\n");
    arena_free(message.arena);
    send(&text);
}
