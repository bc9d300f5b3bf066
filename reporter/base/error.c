/* SPDX-License-Identifier: MIT */
#include "base/error.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

static char *text_of(const char *format, va_list arguments)
{
    struct text text = {0};

    text_vprintf(&text, format, arguments);
    return text_detach(&text);
}

static char *copy_of(const char *string)
{
    struct text text = {0};

    if (!string)
        return NULL;
    text_append(&text, string);
    return text_detach(&text);
}

static void record_place(struct error *err, const struct place *place)
{
    if (!place)
        return;
    err->file = copy_of(place->file);
    err->line = place->line;
    err->column = place->column;
}

bool error_set(struct error *err, enum error_kind kind, const char *format, ...)
{
    va_list arguments;

    if (err->kind != ERROR_NONE)
        return false;
    va_start(arguments, format);
    err->message = text_of(format, arguments);
    va_end(arguments);
    err->kind = kind;
    return false;
}

bool error_at(struct error *err, enum error_kind kind, const struct place *place,
              const char *format, ...)
{
    va_list arguments;

    if (err->kind != ERROR_NONE)
        return false;
    va_start(arguments, format);
    err->message = text_of(format, arguments);
    va_end(arguments);
    err->kind = kind;
    record_place(err, place);
    return false;
}

bool error_hint(struct error *err, const char *format, ...)
{
    va_list arguments;

    if (err->kind == ERROR_NONE || err->hint)
        return false;
    va_start(arguments, format);
    err->hint = text_of(format, arguments);
    va_end(arguments);
    return false;
}

void error_finish(struct error *err)
{
    free(err->message);
    free(err->hint);
    free(err->file);
    *err = (struct error){0};
}

int error_exit_code(enum error_kind kind)
{
    switch (kind) {
    case ERROR_NONE:
        return 0;
    case ERROR_USAGE:
        return 2;
    case ERROR_DATA:
        return 65;
    case ERROR_NO_INPUT:
        return 66;
    case ERROR_INTERNAL:
        return 70;
    case ERROR_CREATE:
        return 73;
    case ERROR_IO:
        return 74;
    case ERROR_BUSY:
        return 75;
    case ERROR_PERMISSION:
        return 77;
    case ERROR_CONFIG:
        return 78;
    case ERROR_INTERRUPTED:
        return 130;
    }
    return 70;
}

/** Takes the sentence over, unless it is there already. */
static void keep(char *sentence, char ***items, size_t *count, size_t *capacity)
{
    for (size_t i = 0; i < *count; i++) {
        if (strcmp((*items)[i], sentence) == 0) {
            free(sentence);
            return;
        }
    }
    *items = vector_grow(*items, *count, capacity, sizeof **items);
    (*items)[(*count)++] = sentence;
}

void notices_add(struct notices *notices, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    keep(text_of(format, arguments), &notices->items, &notices->count, &notices->capacity);
    va_end(arguments);
}

void notices_add_inside(struct notices *notices, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    keep(text_of(format, arguments), &notices->inside, &notices->inside_count,
         &notices->inside_capacity);
    va_end(arguments);
}

void notices_finish(struct notices *notices)
{
    for (size_t i = 0; i < notices->count; i++)
        free(notices->items[i]);
    for (size_t i = 0; i < notices->inside_count; i++)
        free(notices->inside[i]);
    free(notices->items);
    free(notices->inside);
    *notices = (struct notices){0};
}
