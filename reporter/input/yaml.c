/* SPDX-License-Identifier: MIT */
#include "input/yaml.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/text.h"
#include "input/quote.h"
#include "input/yaml_fault.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

/* libyaml has no limit of its own on any of these. */
#define MOST_BYTES ((size_t)1024 * 1024)
#define MOST_LEVELS 32
#define MOST_EVENTS 100000
#define MOST_SCALAR ((size_t)64 * 1024)

struct reader {
    yaml_parser_t parser;
    yaml_event_t event; /* the one at hand */
    struct yaml_source source;
    struct arena *arena;
    struct node **open; /* what was read of all unfinished lists and maps, the innermost's last */
    size_t count;
    size_t capacity;
    size_t events;
    size_t levels;
    struct error *err;
};

static bool read_node(struct reader *reader, struct node **ret_node);

static struct place place_here(const struct reader *reader)
{
    return yaml_place(&reader->source, &reader->event.start_mark);
}

static bool refuse(struct reader *reader, const char *said, const char *hint)
{
    struct place place = place_here(reader);
    error_at(reader->err, ERROR_CONFIG, &place, "%s", said);
    error_hint(reader->err, "%s", hint);
    return false;
}

static const unsigned char *event_anchor(const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return event->data.scalar.anchor;
    case YAML_SEQUENCE_START_EVENT:
        return event->data.sequence_start.anchor;
    case YAML_MAPPING_START_EVENT:
        return event->data.mapping_start.anchor;
    default:
        return NULL;
    }
}

static const unsigned char *event_tag(const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return event->data.scalar.tag;
    case YAML_SEQUENCE_START_EVENT:
        return event->data.sequence_start.tag;
    case YAML_MAPPING_START_EVENT:
        return event->data.mapping_start.tag;
    default:
        return NULL;
    }
}

static bool next(struct reader *reader)
{
    yaml_event_delete(&reader->event);
    if (!yaml_parser_parse(&reader->parser, &reader->event))
        return yaml_fault(&reader->parser, &reader->source, reader->err);
    if (++reader->events > MOST_EVENTS)
        return refuse(reader, "the file holds too many values", "split it into several files");
    if (reader->event.type == YAML_ALIAS_EVENT)
        return refuse(reader, "references (*name) are not allowed",
                      "write the value out again; put a text that begins with '*' in quotes");
    if (event_anchor(&reader->event))
        return refuse(reader, "anchors (&name) are not allowed",
                      "put a text that begins with '&' in quotes");
    if (event_tag(&reader->event))
        return refuse(reader, "tags (!name) are not allowed",
                      "put a text that begins with '!' in quotes");
    return true;
}

static struct node *node_new(struct reader *reader, enum node_kind kind)
{
    struct node *node = ARENA_NEW(reader->arena, struct node);
    node->kind = kind;
    node->place = place_here(reader);
    return node;
}

static void push(struct reader *reader, struct node *node)
{
    reader->open =
        vector_grow(reader->open, reader->count, &reader->capacity, sizeof(*reader->open));
    reader->open[reader->count++] = node;
}

static bool read_text(struct reader *reader, struct node **ret_node)
{
    const char *value = (const char *)reader->event.data.scalar.value;
    size_t length = reader->event.data.scalar.length;
    if (length > MOST_SCALAR)
        return refuse(reader, "a text of more than 64 KiB", "shorten it");
    if (memchr(value, '\0', length))
        return refuse(reader, "a text with a NUL character (\\0) in it", "delete the \\0");
    struct node *node = node_new(reader, NODE_TEXT);
    node->text = arena_bytes(reader->arena, value, length);
    *ret_node = node;
    return true;
}

static bool enter(struct reader *reader)
{
    if (++reader->levels > MOST_LEVELS)
        return refuse(reader, "lists and maps nested more than 32 deep", "nest them less");
    return true;
}

/* Every `step`-th of the nodes that were read since `from`, beginning with the first. */
static struct node **collect(struct reader *reader, size_t from, size_t step)
{
    size_t count = (reader->count - from + step - 1) / step;
    struct node **nodes = arena_array(reader->arena, count, sizeof(struct node *));
    for (size_t i = 0; i < count; i++)
        nodes[i] = reader->open[from + i * step];
    return nodes;
}

static bool read_list(struct reader *reader, struct node **ret_node)
{
    struct node *list = node_new(reader, NODE_LIST);
    size_t from = reader->count;
    if (!enter(reader) || !next(reader))
        return false;
    while (reader->event.type != YAML_SEQUENCE_END_EVENT) {
        struct node *item;
        if (!read_node(reader, &item) || !next(reader))
            return false;
        push(reader, item);
    }
    list->count = reader->count - from;
    list->items = collect(reader, from, 1);
    reader->count = from;
    reader->levels--;
    *ret_node = list;
    return true;
}

static bool read_key(struct reader *reader, struct node **ret_key)
{
    if (reader->event.type != YAML_SCALAR_EVENT)
        return refuse(reader, "a key must be a plain word, no list or map",
                      "put a text that begins with '{' or '[' in quotes: \"{{name}}\"");
    if (!read_text(reader, ret_key))
        return false;
    if (!*(*ret_key)->text)
        return refuse(reader, "a value without a key", "write 'key: value'");
    if (strcmp((*ret_key)->text, "<<") == 0)
        return refuse(reader, "merge keys (<<) are not allowed", "write the keys out again");
    return true;
}

static int compare_keys(const void *a, const void *b)
{
    const struct node *left = *(struct node *const *)a;
    const struct node *right = *(struct node *const *)b;
    int order = strcmp(left->text, right->text);
    if (order == 0)
        order = (left->place.line > right->place.line) - (left->place.line < right->place.line);
    if (order == 0)
        order =
            (left->place.column > right->place.column) - (left->place.column < right->place.column);
    return order;
}

/* Sorted, because comparing each key with each would make a file of 50,000 keys a matter of
 * seconds. */
static bool check_twice(struct reader *reader, const struct node *map)
{
    if (map->count < 2)
        return true;
    struct node **sorted = arena_array(reader->arena, map->count, sizeof(struct node *));
    memcpy(sorted, map->keys, map->count * sizeof(*sorted));
    qsort(sorted, map->count, sizeof(*sorted), compare_keys);
    for (size_t i = 1; i < map->count; i++) {
        const struct node *first = sorted[i - 1];
        const struct node *again = sorted[i];
        if (strcmp(first->text, again->text) != 0)
            continue;
        error_at(reader->err, ERROR_CONFIG, &again->place,
                 "key '%s' stands here on line %zu for the second time; the first is on line %zu",
                 quote(again->text).text, again->place.line, first->place.line);
        return error_hint(reader->err, "delete one of the two");
    }
    return true;
}

static bool read_map(struct reader *reader, struct node **ret_node)
{
    struct node *map = node_new(reader, NODE_MAP);
    size_t from = reader->count;
    if (!enter(reader) || !next(reader))
        return false;
    while (reader->event.type != YAML_MAPPING_END_EVENT) {
        struct node *key;
        struct node *value;
        if (!read_key(reader, &key) || !next(reader) || !read_node(reader, &value) || !next(reader))
            return false;
        push(reader, key);
        push(reader, value);
    }
    map->count = (reader->count - from) / 2;
    map->keys = collect(reader, from, 2);
    map->items = collect(reader, from + (map->count > 0), 2);
    reader->count = from;
    reader->levels--;
    *ret_node = map;
    return check_twice(reader, map);
}

static bool read_node(struct reader *reader, struct node **ret_node)
{
    switch (reader->event.type) {
    case YAML_SCALAR_EVENT:
        return read_text(reader, ret_node);
    case YAML_SEQUENCE_START_EVENT:
        return read_list(reader, ret_node);
    case YAML_MAPPING_START_EVENT:
        return read_map(reader, ret_node);
    default:
        error_set(reader->err, ERROR_INTERNAL, "unexpected YAML event %d", (int)reader->event.type);
        return false;
    }
}

static bool read_document(struct reader *reader, struct node **ret_root)
{
    if (!next(reader) || !next(reader)) /* the stream's start; a document's start or the end */
        return false;
    if (reader->event.type == YAML_STREAM_END_EVENT) {
        *ret_root = node_new(reader, NODE_MAP);
        return true;
    }
    struct node *root;
    if (!next(reader) || !read_node(reader, &root) || !next(reader) || !next(reader))
        return false;
    if (reader->event.type != YAML_STREAM_END_EVENT)
        return refuse(reader, "a second document ('---') begins here",
                      "put it into a file of its own");
    bool empty = root->kind == NODE_TEXT && !*root->text; /* "---" and nothing behind it */
    *ret_root = empty ? node_new(reader, NODE_MAP) : root;
    return true;
}

static struct yaml_source source_of(const char *bytes, size_t length)
{
    /* A byte order mark would count as a column of the first line. */
    size_t mark = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    return (struct yaml_source){.bytes = bytes + mark, .length = length - mark};
}

bool yaml_parse(const char *bytes, size_t length, const char *file, size_t first_line,
                struct arena *arena, struct node **ret_root, struct error *err)
{
    struct reader reader = {.source = source_of(bytes, length), .arena = arena, .err = err};
    reader.source.file = arena_text(arena, file);
    reader.source.first_line = first_line;
    if (!yaml_parser_initialize(&reader.parser))
        return error_set(err, ERROR_INTERNAL, "out of memory while reading %s", file);
    /* Without this libyaml would take UTF-16 too, and its marks would not be ours. */
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)reader.source.bytes,
                                 reader.source.length);
    bool done = read_document(&reader, ret_root);
    yaml_event_delete(&reader.event);
    yaml_parser_delete(&reader.parser);
    free(reader.open);
    return done;
}

bool yaml_read(const char *path, struct arena *arena, struct node **ret_root, struct error *err)
{
    struct text text = {0};
    bool done = file_read(path, MOST_BYTES, &text, err) &&
                yaml_parse(text_string(&text), text.length, path, 1, arena, ret_root, err);
    text_finish(&text);
    return done;
}

const struct node *node_find(const struct node *map, const char *key)
{
    if (!map || map->kind != NODE_MAP)
        return NULL;
    for (size_t i = 0; i < map->count; i++) {
        if (strcmp(map->keys[i]->text, key) == 0)
            return map->items[i];
    }
    return NULL;
}
