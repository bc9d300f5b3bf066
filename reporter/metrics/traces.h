/* SPDX-License-Identifier: MIT */
#ifndef METRICS_TRACES_H
#define METRICS_TRACES_H

/**
 * How items fared from quarter to quarter, as far as changes are told of them (remedy.h): of an
 * item that was a finding in the quarter before whether it meets the control now, and of one that
 * became a finding now whether it was one in earlier quarters. Only states leave traces.
 *
 * While a listing is stepped all of its items are noted; traces_settle() keeps those two answers
 * and forgets the rest.
 */

#include "metrics/hash_set.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct item_key {
    size_t agency;
    size_t control;
    const char *item;
};

/** Zero-initialised is empty. */
struct traces {
    struct hash_set met_again; /* findings of the quarter before that are met now */
    struct hash_set reopened;  /* findings now, not in the quarter before, but earlier */
    struct hash_set met_now, found_now, found_before, found_earlier; /* of the listing at hand */
};

/** A row that is counted, met or a finding, so many quarters before the reported one. */
void traces_note(struct traces *traces, struct item_key key, int32_t quarters_ago, bool met);
void traces_settle(struct traces *traces);

bool traces_met_again(const struct traces *traces, struct item_key key);
bool traces_reopened(const struct traces *traces, struct item_key key);

void traces_finish(struct traces *traces);

#endif
