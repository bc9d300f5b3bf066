/* SPDX-License-Identifier: MIT */
#include "render/line_cache.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_CAPACITY ((size_t)1024)

static uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t length)
{
    const unsigned char *at = bytes;

    for (size_t i = 0; i < length; i++)
        hash = (hash ^ at[i]) * UINT64_C(1099511628211); /* FNV-1a */
    return hash;
}

static uint64_t key_hash(const struct line_key *key)
{
    uint64_t hash = hash_bytes(UINT64_C(14695981039346656037), key->text, key->length);

    hash = hash_bytes(hash, &key->face, sizeof key->face);
    return hash_bytes(hash, &key->width, sizeof key->width);
}

static bool key_equal(const struct line_key *a, const struct line_key *b)
{
    return a->length == b->length && a->face == b->face && a->width == b->width &&
           memcmp(a->text, b->text, a->length) == 0;
}

/* The entry of the key, or the free slot where it would stand. Some slot is always free. */
static size_t slot_find(const struct line_cache *cache, const struct line_key *key, uint64_t hash)
{
    size_t at = (size_t)hash & (cache->capacity - 1);

    while (cache->slots[at].key.text &&
           (cache->slots[at].hash != hash || !key_equal(&cache->slots[at].key, key)))
        at = (at + 1) & (cache->capacity - 1);
    return at;
}

const struct lines *line_cache_find(const struct line_cache *cache, const struct line_key *key)
{
    if (cache->count == 0)
        return NULL;
    const struct line_entry *entry = &cache->slots[slot_find(cache, key, key_hash(key))];
    return entry->key.text ? &entry->lines : NULL;
}

static void resize(struct line_cache *cache, size_t wanted)
{
    struct line_cache old = *cache;
    size_t capacity = 0;

    cache->slots = vector_grow(NULL, wanted - 1, &capacity, sizeof *cache->slots);
    cache->capacity = wanted;
    memset(cache->slots, 0, wanted * sizeof *cache->slots);
    for (size_t i = 0; i < old.capacity; i++) {
        const struct line_entry *entry = &old.slots[i];
        if (entry->key.text)
            cache->slots[slot_find(cache, &entry->key, entry->hash)] = *entry;
    }
    free(old.slots);
}

void line_cache_add(struct line_cache *cache, const struct line_key *key, struct lines lines)
{
    if (cache->count >= cache->capacity / 2)
        resize(cache, cache->capacity ? cache->capacity * 2 : FIRST_CAPACITY);
    uint64_t hash = key_hash(key);
    struct line_entry *entry = &cache->slots[slot_find(cache, key, hash)];
    if (!entry->key.text)
        cache->count++;
    *entry = (struct line_entry){*key, hash, lines};
}

void line_cache_clear(struct line_cache *cache)
{
    free(cache->slots);
    *cache = (struct line_cache){0};
}
