/* SPDX-License-Identifier: MIT */
#include "input/schema.h"

#include "base/text.h"
#include "input/schema_scalar.h"

/* The tables that are being described, the innermost first: a block that holds blocks would else
 * be described without end. */
struct chain {
    const struct schema_key *keys;
    const struct chain *outer;
};

static const char *const COLLECTIONS[] = {
    [SCHEMA_MAP] = "a map",
    [SCHEMA_NAMED] = "a map of names to texts",
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

static bool is_in(const struct chain *chain, const struct schema_key *keys)
{
    for (; chain; chain = chain->outer) {
        if (chain->keys == keys)
            return true;
    }
    return false;
}

static void describe(const struct chain *chain, int indent, struct text *text)
{
    for (const struct schema_key *key = chain->keys; key->name; key++) {
        bool again = key->of && is_in(chain, key->of);
        text_printf(text, "%*s%s: ", indent, "", key->name);
        describe_type(key, text);
        text_append(text, again ? AGAIN[key->type] : "");
        text_append(text, key->required ? " (required)" : "");
        text_printf(text, "%s%s\n", key->help ? " - " : "", key->help ? key->help : "");
        if (key->of && !again)
            describe(&(struct chain){key->of, chain}, indent + 2, text);
    }
}

void schema_describe(const struct schema_key *keys, int indent, struct text *text)
{
    describe(&(struct chain){keys, NULL}, indent, text);
}
