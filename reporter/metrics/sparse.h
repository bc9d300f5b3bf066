/* SPDX-License-Identifier: MIT */
#ifndef METRICS_SPARSE_H
#define METRICS_SPARSE_H

/**
 * From a 64-bit key to an index, by open addressing: tallies exist only for the bodies, periods and
 * controls that have rows (dense ones would take half a gigabyte for 44,000 agencies).
 */

#include <stddef.h>
#include <stdint.h>

#define SPARSE_NONE ((size_t)-1)

/** Zero-initialised is empty. */
struct sparse {
    uint64_t *keys; /* slot: key + 1, 0 for free */
    uint32_t *indices;
    size_t slots;    /* a power of two */
    uint64_t *order; /* by index: the keys, as they came */
    size_t capacity; /* of order */
    size_t count;
};

void sparse_finish(struct sparse *sparse);

/** The key's index; a new key gets the index `count` had before. */
size_t sparse_put(struct sparse *sparse, uint64_t key);

/** The key's index, or SPARSE_NONE. UINT64_MAX is no key. */
size_t sparse_find(const struct sparse *sparse, uint64_t key);

#endif
