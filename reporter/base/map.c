/* SPDX-License-Identifier: MIT */
#include "base/map.h"

#include <glib.h>

struct map {
    GHashTable *table;
};

struct map *map_new(void)
{
    struct map *map = g_new0(struct map, 1);

    map->table = g_hash_table_new(g_str_hash, g_str_equal);
    return map;
}

void map_free(struct map *map)
{
    if (!map)
        return;
    g_hash_table_destroy(map->table);
    g_free(map);
}

bool map_add(struct map *map, const char *key, size_t index)
{
    if (g_hash_table_contains(map->table, key))
        return false;
    /* GLib takes the key as its own only where it is told to free it. */
    g_hash_table_insert(map->table, (gpointer)key, GSIZE_TO_POINTER(index));
    return true;
}

size_t map_find(const struct map *map, const char *key)
{
    gpointer index;

    if (!key || !g_hash_table_lookup_extended(map->table, key, NULL, &index))
        return MAP_NONE;
    return GPOINTER_TO_SIZE(index);
}

size_t map_size(const struct map *map)
{
    return g_hash_table_size(map->table);
}
