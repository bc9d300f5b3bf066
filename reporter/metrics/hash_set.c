/* SPDX-License-Identifier: MIT */
#include "metrics/hash_set.h"

#include "base/arena.h"

#include <stdlib.h>

#define FIRST_SLOTS 64

/** The finaliser of MurmurHash3. */
static uint64_t mix(uint64_t hash)
{
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdULL;
    hash ^= hash >> 33;
    hash *= 0xc4ceb9fe1a85ec53ULL;
    return hash ^ hash >> 33;
}

/* FNV-1a over the text, begun with the mixed number. */
uint64_t hash_of(uint64_t number, const char *text)
{
    uint64_t hash = mix(number + 0xcbf29ce484222325ULL);
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 0x100000001b3ULL;
    return mix(hash);
}

/** 0 marks a free slot, so that hash shares one with 1. */
static size_t slot_of(const struct hash_set *set, uint64_t hash)
{
    size_t slot = (size_t)hash & (set->capacity - 1);
    while (set->slots[slot] != 0 && set->slots[slot] != hash)
        slot = (slot + 1) & (set->capacity - 1);
    return slot;
}

static void grow(struct hash_set *set)
{
    struct hash_set bigger = {.capacity = set->capacity ? 2 * set->capacity : FIRST_SLOTS,
                              .count = set->count};
    bigger.slots = calloc(bigger.capacity, sizeof *bigger.slots);
    if (!bigger.slots)
        arena_exhausted();
    for (size_t i = 0; i < set->capacity; i++)
        if (set->slots[i])
            bigger.slots[slot_of(&bigger, set->slots[i])] = set->slots[i];
    free(set->slots);
    *set = bigger;
}

bool hash_set_add(struct hash_set *set, uint64_t hash)
{
    hash += hash == 0;
    if (4 * (set->count + 1) > 3 * set->capacity)
        grow(set);
    size_t slot = slot_of(set, hash);
    if (set->slots[slot])
        return false;
    set->slots[slot] = hash;
    set->count++;
    return true;
}

bool hash_set_has(const struct hash_set *set, uint64_t hash)
{
    hash += hash == 0;
    return set->capacity && set->slots[slot_of(set, hash)];
}

void hash_set_finish(struct hash_set *set)
{
    free(set->slots);
    *set = (struct hash_set){0};
}
