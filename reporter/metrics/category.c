/* SPDX-License-Identifier: MIT */
#include "metrics/category.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

void categories_finish(struct categories *categories)
{
    map_free(categories->index);
    free(categories->names);
    *categories = (struct categories){0};
}

static size_t add(struct categories *categories, const char *name, struct arena *arena)
{
    categories->names = vector_grow(categories->names, categories->count, &categories->capacity,
                                    sizeof *categories->names);
    const char *kept = text_clean(arena, name, strlen(name), NULL);
    categories->names[categories->count] = kept;
    map_add(categories->index, arena_text(arena, name), categories->count);
    return categories->count++;
}

size_t categories_take(struct categories *categories, const char *name, struct arena *arena)
{
    if (!categories->index)
        categories->index = map_new();
    const char *key = name && *name ? name : CATEGORY_MISSING;
    size_t index = map_find(categories->index, key);
    if (index != MAP_NONE)
        return index;
    if (categories->count < MOST_CATEGORIES)
        return add(categories, key, arena);
    index = map_find(categories->index, CATEGORY_OTHER);
    return index != MAP_NONE ? index : add(categories, CATEGORY_OTHER, arena);
}
