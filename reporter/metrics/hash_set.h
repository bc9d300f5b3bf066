/* SPDX-License-Identifier: MIT */
#ifndef METRICS_HASH_SET_H
#define METRICS_HASH_SET_H

/**
 * A set of 64-bit hashes, some 11 to 22 bytes an entry: what has been seen of items by the million,
 * without their keys. Two of ten million items share a hash with a chance of one in four hundred
 * thousand.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Zero-initialised is empty. */
struct hash_set {
    uint64_t *slots; /* 0: free */
    size_t capacity; /* a power of two */
    size_t count;
};

/** The hash of a text under a number (a period, an agency and a control). */
uint64_t hash_of(uint64_t number, const char *text);

/** True where it was not there yet. */
bool hash_set_add(struct hash_set *set, uint64_t hash);
bool hash_set_has(const struct hash_set *set, uint64_t hash);
void hash_set_finish(struct hash_set *set);

#endif
