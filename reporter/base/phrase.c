/* SPDX-License-Identifier: MIT */
#include "base/phrase.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

#include <assert.h>
#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

#define MOST_NAMES 12

static const struct {
    const char *key;
    const char *english;
} PHRASES[PHRASE_COUNT] = {
#define PHRASE(id, key, english) [PHRASE_##id] = {key, english},
#include "base/phrases.def"
#undef PHRASE
};

static const struct language *current;

void language_use(const struct language *language)
{
    current = language;
}

const char *language_tag(void)
{
    return current ? current->tag : "en";
}

const char *language_text(const char *english)
{
    const char *translated = current && english ? current->text(current->self, english) : NULL;
    return translated ? translated : english;
}

const char *phrase_key(enum phrase phrase)
{
    assert((unsigned)phrase < PHRASE_COUNT);
    return PHRASES[phrase].key;
}

const char *phrase_english(enum phrase phrase)
{
    assert((unsigned)phrase < PHRASE_COUNT);
    return PHRASES[phrase].english;
}

const char *phrase(enum phrase phrase)
{
    const char *english = phrase_english(phrase);
    const char *translated = current ? current->phrases[phrase] : NULL;
    return translated ? translated : english;
}

/* The next {name} from `at` on; false where there is none. */
static bool next_name(const char *at, const char **ret_open, size_t *ret_length)
{
    const char *open = strchr(at, '{');
    const char *close = open ? strchr(open, '}') : NULL;
    if (!close)
        return false;
    *ret_open = open;
    *ret_length = (size_t)(close - open - 1);
    return true;
}

static bool has_name(const char *pattern, const char *name, size_t length)
{
    const char *open;
    size_t found;
    for (const char *at = pattern; next_name(at, &open, &found); at = open + found + 2)
        if (found == length && memcmp(open + 1, name, length) == 0)
            return true;
    return false;
}

bool phrase_names_known(const char *english, const char *translation, const char **ret_name,
                        size_t *ret_length)
{
    const char *open;
    size_t length;
    for (const char *at = translation; next_name(at, &open, &length); at = open + length + 2) {
        if (has_name(english, open + 1, length))
            continue;
        *ret_name = open + 1;
        *ret_length = length;
        return false;
    }
    return true;
}

struct filling {
    const char *name;
    const char *value;
};

static const char *value_of(const struct filling *fillings, size_t count, const char *name,
                            size_t length)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(fillings[i].name) == length && memcmp(fillings[i].name, name, length) == 0)
            return fillings[i].value;
    return NULL;
}

static void fill(struct text *text, const char *pattern, const struct filling *fillings,
                 size_t count)
{
    const char *at = pattern;
    const char *open;
    size_t length;
    for (; next_name(at, &open, &length); at = open + length + 2) {
        const char *value = value_of(fillings, count, open + 1, length);
        assert(value && "a phrase names what it is not given");
        text_append_bytes(text, at, (size_t)(open - at));
        if (value)
            text_append(text, value);
        else
            text_append_bytes(text, open, length + 2);
    }
    text_append(text, at);
}

void phrase_vsay(struct text *text, enum phrase said, va_list arguments)
{
    struct filling fillings[MOST_NAMES];
    size_t count = 0;

    for (const char *name; (name = va_arg(arguments, const char *));) {
        assert(count < MOST_NAMES);
        fillings[count++] = (struct filling){name, va_arg(arguments, const char *)};
    }
    fill(text, phrase(said), fillings, count);
}

void phrase_say(struct text *text, enum phrase said, ...)
{
    va_list arguments;

    va_start(arguments, said);
    phrase_vsay(text, said, arguments);
    va_end(arguments);
}

const char *phrase_filled(struct arena *arena, enum phrase said, ...)
{
    struct text text = {0};
    va_list arguments;

    va_start(arguments, said);
    phrase_vsay(&text, said, arguments);
    va_end(arguments);
    const char *filled = arena_text(arena, text_string(&text));
    text_finish(&text);
    return filled;
}

void notices_say(struct notices *notices, enum phrase said, ...)
{
    struct text text = {0};
    va_list arguments;

    va_start(arguments, said);
    phrase_vsay(&text, said, arguments);
    va_end(arguments);
    notices_add(notices, "%s", text_string(&text));
    text_finish(&text);
}

enum phrase phrase_plural(int64_t count, enum phrase one, enum phrase many)
{
    return count == 1 ? one : many;
}

const char *phrase_number(struct arena *arena, int64_t number)
{
    return arena_printf(arena, "%" PRId64, number);
}
