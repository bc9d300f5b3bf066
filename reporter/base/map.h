/* SPDX-License-Identifier: MIT */
#ifndef BASE_MAP_H
#define BASE_MAP_H

/**
 * From a text key to an index (a code to a row of an array). Keys are borrowed: they must outlive
 * the map (arena memory does). Built on GLib's hash table.
 */

#include <stdbool.h>
#include <stddef.h>

struct map;

#define MAP_NONE ((size_t)-1)

struct map *map_new(void);
void map_free(struct map *map); /* accepts NULL */

/** False, and nothing changed, where the key is there already. */
bool map_add(struct map *map, const char *key, size_t index);

/** The index, or MAP_NONE. `key` may be NULL. */
size_t map_find(const struct map *map, const char *key);

size_t map_size(const struct map *map);

#endif
