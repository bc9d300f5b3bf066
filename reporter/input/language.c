/* SPDX-License-Identifier: MIT */
#include "input/language.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "input/quote.h"
#include "input/schema.h"

#include <stdlib.h>
#include <string.h>

static const struct schema_key KEYS[] = {
    {.name = "language",
     .type = SCHEMA_ID,
     .required = true,
     .help = "its tag (BCP 47), such as fil"},
    {.name = "name", .type = SCHEMA_TEXT, .required = true, .help = "what it is called"},
    {.name = "phrases",
     .type = SCHEMA_PAIRS,
     .help = "the program's own phrases by their keys: ulat list strings"},
    {.name = "texts",
     .type = SCHEMA_PAIRS,
     .help = "texts of templates, listings and the method by their English"},
    {0}};

void language_describe(struct text *text)
{
    schema_describe(KEYS, 0, text);
}

static bool fail_key(const struct node *key, struct error *err)
{
    const char *keys[PHRASE_COUNT];
    for (size_t i = 0; i < PHRASE_COUNT; i++)
        keys[i] = phrase_key((enum phrase)i);
    return schema_unknown(key, "phrase", keys, PHRASE_COUNT, err);
}

static size_t find_phrase(const char *key)
{
    size_t i = 0;
    while (i < PHRASE_COUNT && strcmp(phrase_key((enum phrase)i), key) != 0)
        i++;
    return i;
}

static bool read_phrase(const struct node *key, const struct node *value,
                        struct language_file *file, struct error *err)
{
    const char *name;
    size_t length, found = find_phrase(key->text);
    if (found == PHRASE_COUNT)
        return fail_key(key, err);
    const char *english = phrase_english((enum phrase)found);
    if (!phrase_names_known(english, value->text, &name, &length)) {
        error_at(err, ERROR_CONFIG, &value->place, "the English of '%s' does not name {%.*s}",
                 key->text, (int)length, name);
        return error_hint(err, "the English is: %s", english);
    }
    file->phrases[found] = value->text;
    return true;
}

static bool read_phrases(const struct node *map, struct language_file *file, struct error *err)
{
    for (size_t i = 0; map && i < map->count; i++)
        if (!read_phrase(map->keys[i], map->items[i], file, err))
            return false;
    return true;
}

/** The next "{{name|format}}": where it opens, and the length of what names it. */
static bool next_fact(const char *at, const char **ret_name, size_t *ret_length)
{
    const char *open = strstr(at, "{{");
    if (!open)
        return false;
    *ret_name = open + 2;
    *ret_length = strcspn(open + 2, "|}");
    return true;
}

static bool has_fact(const char *english, const char *name, size_t length)
{
    const char *found;
    size_t found_length;
    for (const char *at = english; next_fact(at, &found, &found_length); at = found)
        if (found_length == length && memcmp(found, name, length) == 0)
            return true;
    return false;
}

static size_t count_of(const char *text, const char *brace)
{
    size_t count = 0;
    for (; (text = strstr(text, brace)); text += 2)
        count++;
    return count;
}

/** A format after a bar is one that the English has. */
static bool check_format(const struct node *value, const char *english, const char *name,
                         size_t length, struct error *err)
{
    if (name[length] != '|')
        return true;
    size_t whole = strcspn(name, "}") - length;
    const char *format = strndup(name + length, whole);
    bool known = strstr(english, format) != NULL;
    if (!known)
        error_at(err, ERROR_CONFIG, &value->place, "the English has no format '%s'",
                 quote(format + 1).text);
    free((char *)(uintptr_t)format);
    return known;
}

static bool check_facts(const struct node *english, const struct node *value, struct error *err)
{
    const char *name;
    size_t length;
    if (count_of(value->text, "{{") != count_of(value->text, "}}"))
        return error_at(err, ERROR_CONFIG, &value->place, "'{{' and '}}' do not stand in pairs");
    for (const char *at = value->text; next_fact(at, &name, &length); at = name) {
        if (!has_fact(english->text, name, length)) {
            error_at(err, ERROR_CONFIG, &value->place, "the English does not name {{%.*s}}",
                     (int)length, name);
            return error_hint(err, "the English is: %s", quote(english->text).text);
        }
        if (!check_format(value, english->text, name, length, err))
            return false;
    }
    return true;
}

static int compare(const void *a, const void *b)
{
    const struct translation *x = a, *y = b;
    return strcmp(x->english, y->english);
}

static bool read_texts(const struct node *map, struct arena *arena, struct language_file *file,
                       struct error *err)
{
    if (!map)
        return true;
    file->texts = arena_array(arena, map->count + 1, sizeof *file->texts);
    for (size_t i = 0; i < map->count; i++) {
        if (!check_facts(map->keys[i], map->items[i], err))
            return false;
        file->texts[file->text_count++] =
            (struct translation){map->keys[i]->text, map->items[i]->text};
    }
    qsort(file->texts, file->text_count, sizeof *file->texts, compare);
    return true;
}

const char *language_find(const struct language_file *file, const char *english)
{
    const struct translation wanted = {english, NULL};
    const struct translation *found =
        file->text_count
            ? bsearch(&wanted, file->texts, file->text_count, sizeof *file->texts, compare)
            : NULL;
    return found ? found->text : NULL;
}

static const char *find_text(void *self, const char *english)
{
    return language_find(self, english);
}

bool language_read(const char *path, struct arena *arena, struct language_file **ret_file,
                   struct error *err)
{
    struct node *root = NULL;
    struct language_file *file = ARENA_NEW(arena, struct language_file);
    if (!yaml_read(path, arena, &root, err) || !schema_check(root, KEYS, "language file", err) ||
        !read_phrases(node_find(root, "phrases"), file, err) ||
        !read_texts(node_find(root, "texts"), arena, file, err))
        return false;
    file->name = node_text(root, "name", NULL);
    file->language = (struct language){
        .tag = node_text(root, "language", NULL),
        .phrases = file->phrases,
        .self = file,
        .text = find_text,
    };
    *ret_file = file;
    return true;
}
