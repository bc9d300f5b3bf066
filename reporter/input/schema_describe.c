/* SPDX-License-Identifier: MIT */
#include "input/schema.h"

#include "base/text.h"
#include "input/schema_scalar.h"

#include <assert.h>

#define MOST_TABLES 128

/* The tables described so far. None is described twice: a block that holds blocks would else be
 * described without end, and a long table again wherever it is used. */
struct seen {
    const struct schema_key *tables[MOST_TABLES];
    size_t count;
};

static const char *const COLLECTIONS[] = {
    [SCHEMA_MAP] = "a map",
    [SCHEMA_NAMED] = "a map of names to texts",
    [SCHEMA_PAIRS] = "a map of texts to texts",
    [SCHEMA_NAMED_MAPS] = "a map of names to maps",
    [SCHEMA_TEXTS] = "a text or a list of texts",
    [SCHEMA_MAPS] = "a list of maps",
    [SCHEMA_VARIANTS] = "a list of blocks, each one of",
};

/* What follows the type where the keys of `of` stand above already. */
static const char *const AGAIN[] = {
    [SCHEMA_MAP] = " with the keys above",
    [SCHEMA_NAMED_MAPS] = " with the keys above",
    [SCHEMA_MAPS] = " with the keys above",
    [SCHEMA_VARIANTS] = " those above",
};

static void describe_type(const struct schema_key *key, struct text *text)
{
    if (schema_is_scalar(key->type)) {
        schema_expected(key, key->type, text);
    } else if (key->type == SCHEMA_WORDS) {
        schema_expected(key, SCHEMA_WORD, text);
        text_append(text, ", or a list of them");
    } else {
        text_append(text, COLLECTIONS[key->type]);
    }
}

static bool is_seen(const struct seen *seen, const struct schema_key *keys)
{
    for (size_t i = 0; i < seen->count; i++) {
        if (seen->tables[i] == keys)
            return keys->name != NULL; /* one without keys says nothing, however often */
    }
    return false;
}

static void describe(const struct schema_key *keys, int indent, struct seen *seen,
                     struct text *text)
{
    assert(seen->count < MOST_TABLES);
    seen->tables[seen->count++] = keys;
    for (const struct schema_key *key = keys; key->name; key++) {
        bool again = key->of && is_seen(seen, key->of);
        text_printf(text, "%*s%s: ", indent, "", key->name);
        describe_type(key, text);
        text_append(text, again ? AGAIN[key->type] : "");
        text_append(text, key->required ? " (required)" : "");
        text_printf(text, "%s%s\n", key->help ? " - " : "", key->help ? key->help : "");
        if (key->of && key->of->name && !again)
            describe(key->of, indent + 2, seen, text);
    }
}

void schema_describe(const struct schema_key *keys, int indent, struct text *text)
{
    struct seen seen = {0};
    describe(keys, indent, &seen, text);
}
