/* SPDX-License-Identifier: MIT */
#include "metrics/sparse.h"

#include "base/arena.h"

#include <stdlib.h>

#define FIRST_SLOTS 1024

/** The finaliser of MurmurHash3: neighbouring keys land far apart. */
static size_t hash(uint64_t key)
{
    key ^= key >> 33;
    key *= 0xff51afd7ed558ccdULL;
    key ^= key >> 33;
    key *= 0xc4ceb9fe1a85ec53ULL;
    key ^= key >> 33;
    return (size_t)key;
}

/** The slot that holds the key, or the free one where it would go. */
static size_t slot_of(const struct sparse *sparse, uint64_t key)
{
    size_t slot = hash(key) & (sparse->slots - 1);
    while (sparse->keys[slot] != 0 && sparse->keys[slot] != key + 1)
        slot = (slot + 1) & (sparse->slots - 1);
    return slot;
}

static void *zeroed(size_t count, size_t size)
{
    void *memory = calloc(count, size);
    if (!memory)
        arena_exhausted();
    return memory;
}

static void grow(struct sparse *sparse)
{
    struct sparse bigger = *sparse;
    bigger.slots = sparse->slots ? 2 * sparse->slots : FIRST_SLOTS;
    bigger.keys = zeroed(bigger.slots, sizeof *bigger.keys);
    bigger.indices = zeroed(bigger.slots, sizeof *bigger.indices);
    for (size_t i = 0; i < sparse->count; i++) {
        size_t slot = slot_of(&bigger, sparse->order[i]);
        bigger.keys[slot] = sparse->order[i] + 1;
        bigger.indices[slot] = (uint32_t)i;
    }
    free(sparse->keys);
    free(sparse->indices);
    *sparse = bigger;
}

void sparse_finish(struct sparse *sparse)
{
    free(sparse->keys);
    free(sparse->indices);
    free(sparse->order);
    *sparse = (struct sparse){0};
}

size_t sparse_put(struct sparse *sparse, uint64_t key)
{
    if (sparse->slots == 0 || 4 * (sparse->count + 1) > 3 * sparse->slots)
        grow(sparse);
    size_t slot = slot_of(sparse, key);
    if (!sparse->keys[slot]) {
        sparse->order =
            vector_grow(sparse->order, sparse->count, &sparse->capacity, sizeof *sparse->order);
        sparse->order[sparse->count] = key;
        sparse->keys[slot] = key + 1;
        sparse->indices[slot] = (uint32_t)sparse->count++;
    }
    return sparse->indices[slot];
}

size_t sparse_find(const struct sparse *sparse, uint64_t key)
{
    if (sparse->slots == 0)
        return SPARSE_NONE;
    size_t slot = slot_of(sparse, key);
    return sparse->keys[slot] ? sparse->indices[slot] : SPARSE_NONE;
}
