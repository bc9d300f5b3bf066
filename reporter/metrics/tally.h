/* SPDX-License-Identifier: MIT */
#ifndef METRICS_TALLY_H
#define METRICS_TALLY_H

/**
 * Outcome counts of every control, by body and period. A body is an agency (its index) or, behind
 * them, a group of agencies. Exempt items are counted apart, whatever their outcome.
 */

#include "data/cursor.h"
#include "metrics/sparse.h"

#include <stddef.h>
#include <stdint.h>

struct tally {
    uint32_t met;
    uint32_t not_met;
    uint32_t no_evidence;
    uint32_t exempt;
};

/** met + not_met + no_evidence: the denominator of a rate. */
int64_t tally_total(const struct tally *tally);

struct tallies {
    struct sparse keys;
    struct tally *items; /* keys.count */
    size_t capacity;
};

/** Which tally: indices of the body, the control, and the period within the run (0 the oldest). */
struct tally_key {
    size_t body;
    size_t control;
    size_t period;
};

void tallies_finish(struct tallies *tallies);
void tallies_count(struct tallies *tallies, struct tally_key key, enum outcome outcome,
                   bool exempt);
void tallies_add(struct tallies *tallies, struct tally_key key, const struct tally *more);

/** Which one items[index] is: for walks over what there is. */
struct tally_key tallies_key(const struct tallies *tallies, size_t index);

/** All zero where no row was counted. */
struct tally tallies_find(const struct tallies *tallies, struct tally_key key);

#endif
