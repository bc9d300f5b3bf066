/* SPDX-License-Identifier: MIT */
#include "sample/random.h"

#include <assert.h>

static uint64_t splitmix(uint64_t *state)
{
    uint64_t z = *state += 0x9E3779B97F4A7C15u;

    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static uint64_t rotate(uint64_t value, int by)
{
    return (value << by) | (value >> (64 - by));
}

void random_init(struct random *random, uint64_t seed, uint64_t stream)
{
    uint64_t mixed = stream;
    uint64_t state = seed ^ splitmix(&mixed);

    for (size_t i = 0; i < 4; i++)
        random->state[i] = splitmix(&state);
}

uint64_t random_next(struct random *random)
{
    uint64_t *s = random->state;
    uint64_t result = rotate(s[1] * 5, 7) * 9;
    uint64_t shifted = s[1] << 17;

    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = rotate(s[3], 45);
    return result;
}

int64_t random_below(struct random *random, int64_t count)
{
    assert(count > 0);
    return (int64_t)(random_next(random) % (uint64_t)count);
}

int64_t random_between(struct random *random, int64_t low, int64_t high)
{
    return high <= low ? low : low + random_below(random, high - low + 1);
}

bool random_chance(struct random *random, int64_t permille)
{
    return random_below(random, 1000) < permille;
}

int64_t random_tail(struct random *random, int64_t typical, int64_t most)
{
    int64_t value = typical * 32768 / (1 + random_below(random, 65536));

    return value > most ? most : value;
}

size_t random_weighted(struct random *random, const int *weights, size_t count)
{
    int64_t total = 0;
    int64_t drawn;
    size_t i = 0;

    for (size_t k = 0; k < count; k++)
        total += weights[k];
    drawn = random_below(random, total);
    while (drawn >= weights[i])
        drawn -= weights[i++];
    return i;
}
