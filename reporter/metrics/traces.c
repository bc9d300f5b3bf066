/* SPDX-License-Identifier: MIT */
#include "metrics/traces.h"

static uint64_t hash_key(struct item_key key)
{
    return hash_of((uint64_t)key.agency << 16 | (uint64_t)key.control, key.item);
}

void traces_note(struct traces *traces, struct item_key key, int32_t quarters_ago, bool met)
{
    struct hash_set *findings[] = {&traces->found_now, &traces->found_before};
    if (!met)
        hash_set_add(quarters_ago > 1 ? &traces->found_earlier : findings[quarters_ago],
                     hash_key(key));
    else if (quarters_ago == 0)
        hash_set_add(&traces->met_now, hash_key(key));
}

static void forget_listing(struct traces *traces)
{
    hash_set_finish(&traces->met_now);
    hash_set_finish(&traces->found_now);
    hash_set_finish(&traces->found_before);
    hash_set_finish(&traces->found_earlier);
}

void traces_settle(struct traces *traces)
{
    const struct hash_set *before = &traces->found_before, *now = &traces->found_now;
    for (size_t i = 0; i < before->capacity; i++)
        if (before->slots[i] && hash_set_has(&traces->met_now, before->slots[i]))
            hash_set_add(&traces->met_again, before->slots[i]);
    for (size_t i = 0; i < now->capacity; i++)
        if (now->slots[i] && !hash_set_has(before, now->slots[i]) &&
            hash_set_has(&traces->found_earlier, now->slots[i]))
            hash_set_add(&traces->reopened, now->slots[i]);
    forget_listing(traces);
}

bool traces_met_again(const struct traces *traces, struct item_key key)
{
    return hash_set_has(&traces->met_again, hash_key(key));
}

bool traces_reopened(const struct traces *traces, struct item_key key)
{
    return hash_set_has(&traces->reopened, hash_key(key));
}

void traces_finish(struct traces *traces)
{
    forget_listing(traces);
    hash_set_finish(&traces->met_again);
    hash_set_finish(&traces->reopened);
}
