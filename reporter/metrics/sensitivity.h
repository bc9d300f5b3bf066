/* SPDX-License-Identifier: MIT */
#ifndef METRICS_SENSITIVITY_H
#define METRICS_SENSITIVITY_H

/**
 * How far a weighted mean can move when every weight moves by up to a quarter up or down, each on
 * its own. In the extremes every weight is at one of its ends: the highest mean gives the greater
 * weights to the greatest values, so that it is enough to try each cut of the sorted values.
 */

#include <stddef.h>
#include <stdint.h>

struct weighted {
    int64_t value; /* billionths */
    int64_t weight;
};

struct range {
    int64_t low, high; /* billionths */
};

/** Sorts the parts. Their weights are not negative and not all zero. */
struct range sensitivity_range(struct weighted *parts, size_t count);

#endif
