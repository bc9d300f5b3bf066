/* SPDX-License-Identifier: MIT */
#ifndef INPUT_YAML_H
#define INPUT_YAML_H

/**
 * YAML text to a tree of nodes that know where they stand in the file (libyaml's scanner, our
 * tree).
 *
 * A strict subset: one document; maps with plain text keys, lists and scalars. Anchors, aliases,
 * tags, merge keys, duplicate keys, a second document, NUL, more than 32 levels, 100,000 events or
 * 64 KiB in a scalar are errors with file:line:column. All scalars are text: what `no` or `010`
 * mean is for the schema to say (schema.h). Text is UTF-8.
 */

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum node_kind { NODE_TEXT, NODE_LIST, NODE_MAP };

struct node {
    enum node_kind kind;
    struct place place;
    const char *text;    /* NODE_TEXT: never NULL */
    size_t count;        /* NODE_LIST, NODE_MAP */
    struct node **items; /* list items; values of a map */
    struct node **keys;  /* NODE_MAP: count text nodes, in the file's order */
};

/** Parses `length` bytes. `first_line` is the number of the file's line on which they begin (1 for
 * a whole file). An empty document gives an empty map. Memory is the arena's. */
bool yaml_parse(const char *bytes, size_t length, const char *file, size_t first_line,
                struct arena *arena, struct node **ret_root, struct error *err);

/** file_read() (at most 1 MiB) and yaml_parse(). */
bool yaml_read(const char *path, struct arena *arena, struct node **ret_root, struct error *err);

/** The value under `key` of a map, or NULL. NULL or what is no map has no keys. */
const struct node *node_find(const struct node *map, const char *key);

#endif
