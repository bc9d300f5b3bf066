/* SPDX-License-Identifier: MIT */
#include "metrics/tally.h"

#include "base/arena.h"

#include <assert.h>
#include <stdlib.h>

int64_t tally_total(const struct tally *tally)
{
    return (int64_t)tally->met + tally->not_met + tally->no_evidence;
}

static uint64_t pack(struct tally_key key)
{
    assert(key.control < 1 << 16 && key.period < 1 << 8);
    return (uint64_t)key.body << 24 | (uint64_t)key.control << 8 | (uint64_t)key.period;
}

struct tally_key tallies_key(const struct tallies *tallies, size_t index)
{
    uint64_t packed = tallies->keys.order[index];
    return (struct tally_key){packed >> 24, packed >> 8 & 0xffff, packed & 0xff};
}

static struct tally *take(struct tallies *tallies, struct tally_key key)
{
    size_t before = tallies->keys.count;
    size_t index = sparse_put(&tallies->keys, pack(key));
    if (index == before) {
        tallies->items =
            vector_grow(tallies->items, index, &tallies->capacity, sizeof *tallies->items);
        tallies->items[index] = (struct tally){0};
    }
    return &tallies->items[index];
}

void tallies_finish(struct tallies *tallies)
{
    sparse_finish(&tallies->keys);
    free(tallies->items);
    *tallies = (struct tallies){0};
}

void tallies_count(struct tallies *tallies, struct tally_key key, enum outcome outcome, bool exempt)
{
    if (outcome == OUTCOME_NONE)
        return;
    struct tally *tally = take(tallies, key);
    tally->exempt += exempt;
    tally->met += !exempt && outcome == OUTCOME_MET;
    tally->not_met += !exempt && outcome == OUTCOME_NOT_MET;
    tally->no_evidence += !exempt && outcome == OUTCOME_NO_EVIDENCE;
}

void tallies_add(struct tallies *tallies, struct tally_key key, const struct tally *more)
{
    struct tally *tally = take(tallies, key);
    tally->met += more->met;
    tally->not_met += more->not_met;
    tally->no_evidence += more->no_evidence;
    tally->exempt += more->exempt;
}

struct tally tallies_find(const struct tallies *tallies, struct tally_key key)
{
    size_t index = sparse_find(&tallies->keys, pack(key));
    return index == SPARSE_NONE ? (struct tally){0} : tallies->items[index];
}
