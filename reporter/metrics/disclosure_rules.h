/* SPDX-License-Identifier: MIT */
#ifndef METRICS_DISCLOSURE_RULES_H
#define METRICS_DISCLOSURE_RULES_H

/**
 * The method's thresholds for counts of persons, and how a single count is printed under them.
 */

#include "input/schema.h"

#include <stdbool.h>
#include <stdint.h>

struct disclosure_rules {
    bool mask; /* false: nothing is kept back or rounded */
    int64_t public_below;
    int64_t oversight_below;
    int64_t personnel_below; /* for every audience; nought is kept back too */
    int64_t round_to;
};

extern const struct schema_key DISCLOSURE_KEYS[];

/** NULL, and keys that are not there: mask below 10 (oversight 5, personnel 10), round to 5. */
struct disclosure_rules disclosure_rules_read(const struct node *node);

/** What is printed for a count that is not kept back: the nearest multiple of `round_to` (a half
 * up), but never one below the threshold. Below nothing as above it. */
int64_t disclosure_round(int64_t count, int64_t below, int64_t round_to);

/** The counts, 1 and more, for which the same would be printed. */
void disclosure_range(int64_t count, int64_t below, int64_t round_to, int64_t *ret_low,
                      int64_t *ret_high);

#endif
