/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_RANDOM_H
#define SAMPLE_RANDOM_H

/**
 * Numbers that only look random: the same seed and stream give the same row of numbers on every
 * machine (xoshiro256**, seeded by splitmix64; whole numbers only). Each agency has a stream of its
 * own, so that one more agency changes nothing in those before it. Two draws never stand among the
 * arguments of one call: compilers differ in which they make first.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct random {
    uint64_t state[4];
};

void random_init(struct random *random, uint64_t seed, uint64_t stream);
uint64_t random_next(struct random *random);

/** 0 to count - 1; count > 0. */
int64_t random_below(struct random *random, int64_t count);

/** Both ends included; `low` where high < low. */
int64_t random_between(struct random *random, int64_t low, int64_t high);

/** True in `permille` of 1,000 cases. */
bool random_chance(struct random *random, int64_t permille);

/** A value with a heavy tail: half of them lie above `typical`, one in a thousand above 500 times
 *  it; none above `most`. */
int64_t random_tail(struct random *random, int64_t typical, int64_t most);

/** The index drawn by its weight. */
size_t random_weighted(struct random *random, const int *weights, size_t count);

/** A member of an array. */
#define RANDOM_PICK(random, array) ((array)[random_below((random), (int64_t)ARRAY_LENGTH(array))])

#endif
