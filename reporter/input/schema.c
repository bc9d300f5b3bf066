/* SPDX-License-Identifier: MIT */
#include "input/schema.h"

#include "base/arena.h"
#include "base/text.h"
#include "input/quote.h"
#include "input/schema_scalar.h"
#include "input/schema_values.h"

#include <stdlib.h>
#include <string.h>

/* Where in the file a map stands, for messages: "a table block", "a template". */
struct where {
    const char *name;
    const char *kind;
};

static bool check_map(const struct node *map, const struct schema_key *keys, struct where where,
                      struct error *err);
static bool check_value(const struct node *node, const struct schema_key *key, struct error *err);

static const char *article(const char *name)
{
    return *name && strchr("aeioAEIO", *name) ? "an" : "a";
}

static const struct schema_key *key_find(const struct schema_key *keys, const char *name)
{
    for (; keys->name; keys++) {
        if (strcmp(keys->name, name) == 0)
            return keys;
    }
    return NULL;
}

static bool hint_at_keys(const char *given, const struct schema_key *keys, struct error *err)
{
    const char **names = NULL;
    size_t count = 0;
    size_t capacity = 0;
    for (; keys->name; keys++) {
        names = vector_grow(names, count, &capacity, sizeof(*names));
        names[count++] = keys->name;
    }
    schema_hint(given, names, count, err);
    free(names);
    return false;
}

bool schema_unknown(const struct node *node, const char *what, const char *const *words,
                    size_t count, struct error *err)
{
    const char *given = node->kind == NODE_TEXT ? node->text : "";
    error_at(err, ERROR_CONFIG, &node->place, "unknown %s '%s'", what, quote(given).text);
    return schema_hint(given, words, count, err);
}

static bool unknown_key(const struct node *key, const struct schema_key *keys, struct where where,
                        struct error *err)
{
    error_at(err, ERROR_CONFIG, &key->place, "unknown key '%s' in %s %s%s", quote(key->text).text,
             article(where.name), where.name, where.kind);
    return hint_at_keys(key->text, keys, err);
}

static bool missing_key(const struct node *map, const struct schema_key *key, struct where where,
                        struct error *err)
{
    error_at(err, ERROR_CONFIG, &map->place, "key '%s' is missing in %s %s%s", key->name,
             article(where.name), where.name, where.kind);
    return key->help ? error_hint(err, "add '%s': %s", key->name, key->help) : false;
}

/* "contents:" with nothing behind it is a map without keys. */
static bool is_map(const struct node *node)
{
    return node->kind == NODE_MAP || (node->kind == NODE_TEXT && !*node->text);
}

static bool check_map(const struct node *map, const struct schema_key *keys, struct where where,
                      struct error *err)
{
    for (size_t i = 0; i < map->count; i++) {
        const struct schema_key *key = key_find(keys, map->keys[i]->text);
        if (!key)
            return unknown_key(map->keys[i], keys, where, err);
        if (!check_value(map->items[i], key, err))
            return false;
    }
    for (; keys->name; keys++) {
        if (keys->required && !node_find(map, keys->name))
            return missing_key(map, keys, where, err);
    }
    return true;
}

static bool check_id(const struct node *name, const char *of, struct error *err)
{
    if (value_is_id(name->text))
        return true;
    error_at(err, ERROR_CONFIG, &name->place, "'%s' in '%s' is not a name", quote(name->text).text,
             of);
    return error_hint(err, "use letters, digits, '_' and '-', beginning with a letter");
}

static bool check_named(const struct node *node, const struct schema_key *key, struct error *err)
{
    bool free_keys = key->type == SCHEMA_PAIRS;
    if (node->kind != NODE_MAP)
        return schema_mistyped(node, key->name,
                               free_keys ? "a map of texts to texts" : "a map of names to texts",
                               err);
    for (size_t i = 0; i < node->count; i++) {
        const struct schema_key entry = {.name = node->keys[i]->text, .type = SCHEMA_TEXT};
        if ((!free_keys && !check_id(node->keys[i], key->name, err)) ||
            !schema_check_scalar(node->items[i], &entry, SCHEMA_TEXT, err))
            return false;
    }
    return true;
}

static bool check_named_maps(const struct node *node, const struct schema_key *key,
                             struct error *err)
{
    if (node->kind != NODE_MAP)
        return schema_mistyped(node, key->name, "a map of names to maps", err);
    for (size_t i = 0; i < node->count; i++) {
        const struct node *item = node->items[i];
        if (!check_id(node->keys[i], key->name, err))
            return false;
        if (!is_map(item))
            return schema_mistyped(item, node->keys[i]->text, "a map of keys", err);
        if (!check_map(item, key->of, (struct where){key->name, " entry"}, err))
            return false;
    }
    return true;
}

static bool check_scalars(const struct node *node, const struct schema_key *key, struct error *err)
{
    enum schema_type type = key->type == SCHEMA_WORDS ? SCHEMA_WORD : SCHEMA_TEXT;
    if (node->kind == NODE_TEXT)
        return schema_check_scalar(node, key, type, err);
    if (node->kind == NODE_MAP)
        return schema_mistyped(node, key->name, "a list of texts", err);
    for (size_t i = 0; i < node->count; i++) {
        if (!schema_check_scalar(node->items[i], key, type, err))
            return false;
    }
    return true;
}

static bool check_maps(const struct node *node, const struct schema_key *key, struct error *err)
{
    if (node->kind != NODE_LIST)
        return schema_mistyped(node, key->name, "a list ('- ...')", err);
    for (size_t i = 0; i < node->count; i++) {
        const struct node *item = node->items[i];
        if (item->kind != NODE_MAP) {
            schema_mistyped(item, key->name, "a list of maps", err);
            return error_hint(err, "write each item as '- key: value'");
        }
        if (!check_map(item, key->of, (struct where){key->name, " item"}, err))
            return false;
    }
    return true;
}

static bool unknown_variant(const struct node *tag, const struct schema_key *key, struct error *err)
{
    error_at(err, ERROR_CONFIG, &tag->place, "unknown block '%s' in '%s'", quote(tag->text).text,
             key->name);
    return hint_at_keys(tag->text, key->of, err);
}

/* "- contents" without its colon, or something that is no block at all. */
static bool not_a_variant(const struct node *item, const struct schema_key *key, struct error *err)
{
    if (item->kind != NODE_TEXT || !*item->text)
        return schema_mistyped(item, key->name, "a list of blocks ('- heading: Text')", err);
    if (!key_find(key->of, item->text))
        return unknown_variant(item, key, err);
    error_at(err, ERROR_CONFIG, &item->place, "a colon is missing behind '%s'", item->text);
    return error_hint(err, "write '- %s:'", item->text);
}

/* Nearly always the block's own keys stand too far to the left:
 *     - table:
 *       title: Accounts
 */
static bool too_many_tags(const struct node *item, const struct schema_key *key, struct error *err)
{
    if (item->count == 0)
        return schema_mistyped(item, key->name, "a list of blocks ('- heading: Text')", err);
    const char *tag = item->keys[0]->text;
    error_at(err, ERROR_CONFIG, &item->keys[1]->place, "'%s' cannot stand beside '%s'",
             quote(item->keys[1]->text).text, quote(tag).text);
    return error_hint(err,
                      "indent it by two more spaces if it belongs to '%s'; "
                      "begin a block of its own with '- '",
                      quote(tag).text);
}

static bool check_variant(const struct node *item, const struct schema_key *key, struct error *err)
{
    if (item->kind != NODE_MAP)
        return not_a_variant(item, key, err);
    const struct schema_key *variant =
        item->count > 0 ? key_find(key->of, item->keys[0]->text) : NULL;
    if (item->count > 0 && !variant)
        return unknown_variant(item->keys[0], key, err);
    if (item->count != 1)
        return too_many_tags(item, key, err);
    const struct node *value = item->items[0];
    if (variant->type == SCHEMA_MAP && is_map(value))
        return check_map(value, variant->of, (struct where){variant->name, " block"}, err);
    return check_value(value, variant, err);
}

static bool check_variants(const struct node *node, const struct schema_key *key, struct error *err)
{
    if (node->kind != NODE_LIST)
        return schema_mistyped(node, key->name, "a list of blocks ('- heading: Text')", err);
    for (size_t i = 0; i < node->count; i++) {
        if (!check_variant(node->items[i], key, err))
            return false;
    }
    return true;
}

static bool check_value(const struct node *node, const struct schema_key *key, struct error *err)
{
    if (schema_is_scalar(key->type))
        return schema_check_scalar(node, key, key->type, err);
    switch (key->type) {
    case SCHEMA_MAP:
        if (!is_map(node))
            return schema_mistyped(node, key->name, "a map of keys", err);
        return check_map(node, key->of, (struct where){key->name, " map"}, err);
    case SCHEMA_NAMED:
    case SCHEMA_PAIRS:
        return check_named(node, key, err);
    case SCHEMA_NAMED_MAPS:
        return check_named_maps(node, key, err);
    case SCHEMA_MAPS:
        return check_maps(node, key, err);
    case SCHEMA_VARIANTS:
        return check_variants(node, key, err);
    default:
        return check_scalars(node, key, err);
    }
}

bool schema_check(const struct node *map, const struct schema_key *keys, const char *what,
                  struct error *err)
{
    if (map->kind != NODE_MAP) {
        error_at(err, ERROR_CONFIG, &map->place, "%s %s must be a map of keys", article(what),
                 what);
        return error_hint(err, "write 'key: value' lines");
    }
    return check_map(map, keys, (struct where){what, ""}, err);
}
