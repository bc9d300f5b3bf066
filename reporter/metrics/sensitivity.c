/* SPDX-License-Identifier: MIT */
#include "metrics/sensitivity.h"

#include "metrics/rounding.h"

#include <stdlib.h>

/* Quarters of a weight: its ends are three and five of them. */
#define LESS 3
#define MORE 5

static int compare(const void *a, const void *b)
{
    const struct weighted *x = a, *y = b;
    return x->value < y->value ? -1 : x->value > y->value;
}

/** The mean where the parts before the cut have `before` quarters of their weight, the others
 * `after`. */
static int64_t mean_at(const struct weighted *parts, size_t count, size_t cut, int before,
                       int after)
{
    int64_t sum = 0, weight = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t share = parts[i].weight * (i < cut ? before : after);
        sum += parts[i].value * share;
        weight += share;
    }
    return rounding_share(sum, weight);
}

struct range sensitivity_range(struct weighted *parts, size_t count)
{
    qsort(parts, count, sizeof *parts, compare);
    struct range range = {BILLION, 0};
    for (size_t cut = 0; cut <= count; cut++) {
        int64_t low = mean_at(parts, count, cut, MORE, LESS);
        int64_t high = mean_at(parts, count, cut, LESS, MORE);
        range.low = low < range.low ? low : range.low;
        range.high = high > range.high ? high : range.high;
    }
    return range;
}
