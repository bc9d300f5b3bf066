/* SPDX-License-Identifier: MIT */
#include "cli/list_strings.h"

#include "base/arena.h"
#include "base/text.h"
#include "input/language.h"
#include "run/strings.h"

#include <string.h>

static void put_cell(struct text *text, struct arena *arena, const char *cell, const char *end)
{
    text_append(text, cell ? text_clean(arena, cell, strlen(cell), NULL) : "");
    text_append(text, end);
}

static void put_line(struct text *text, struct arena *arena, const char *const cells[4])
{
    for (size_t i = 0; i < 4; i++)
        put_cell(text, arena, cells[i], i < 3 ? "\t" : "\n");
}

static const char *mark_of(const struct language_file *file, const char *translation)
{
    return !file ? "-" : translation ? "done" : "missing";
}

static void put_phrases(const struct language_file *file, struct arena *arena, struct text *text)
{
    for (size_t i = 0; i < PHRASE_COUNT; i++) {
        const char *translation = file ? file->phrases[i] : NULL;
        const char *const cells[] = {mark_of(file, translation), phrase_key((enum phrase)i),
                                     phrase_english((enum phrase)i), translation};
        put_line(text, arena, cells);
    }
}

static void put_texts(const struct strings *strings, const struct language_file *file,
                      struct arena *arena, struct text *text)
{
    for (size_t i = 0; i < strings->count; i++) {
        const struct string_found *found = &strings->items[i];
        const char *translation = file ? language_find(file, found->english) : NULL;
        const char *const cells[] = {mark_of(file, translation), found->from, found->english,
                                     translation};
        put_line(text, arena, cells);
    }
}

static bool stands(const struct strings *strings, const char *english)
{
    for (size_t i = 0; i < strings->count; i++)
        if (strcmp(strings->items[i].english, english) == 0)
            return true;
    return false;
}

static void put_others(const struct strings *strings, const struct language_file *file,
                       struct arena *arena, struct text *text)
{
    for (size_t i = 0; file && i < file->text_count; i++) {
        const struct translation *other = &file->texts[i];
        const char *const cells[] = {"other", file->name, other->english, other->text};
        if (!stands(strings, other->english))
            put_line(text, arena, cells);
    }
}

bool list_strings(const struct home *home, const char *language, struct arena *arena,
                  struct text *text, struct error *err)
{
    struct language_file *file = NULL;
    struct strings strings;
    if ((language && !language_read(language, arena, &file, err)) ||
        !strings_collect(home, arena, &strings, err))
        return false;
    put_phrases(file, arena, text);
    put_texts(&strings, file, arena, text);
    put_others(&strings, file, arena, text);
    strings_finish(&strings);
    return true;
}
