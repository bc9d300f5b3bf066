/* SPDX-License-Identifier: MIT */
#ifndef METRICS_STATISTICS_H
#define METRICS_STATISTICS_H

/** Order statistics and intervals, on exact integers where the result is exact. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** x of n. */
struct share {
    int64_t x;
    int64_t n;
};

/** Twice the median, so that it stays whole: for even n the sum of the middle two. Sorts. n > 0. */
int64_t statistics_median_twice(int64_t *values, size_t n);

/** Nearest rank: the ceil(percent / 100 * n)-th smallest. Sorts. n > 0, percent 1 to 100. */
int64_t statistics_percentile(int64_t *values, size_t n, int percent);

/** Wilson's 95 % interval of x of n, as fractions 0 to 1. n > 0. */
void statistics_wilson(int64_t x, int64_t n, double *ret_low, double *ret_high);

/** Newcombe's 95 % interval of the difference x2/n2 - x1/n1. n1, n2 > 0. */
void statistics_newcombe(struct share first, struct share second, double *ret_low,
                         double *ret_high);

/** True where Newcombe's interval of x2/n2 - x1/n1 excludes 0. */
bool statistics_changed(int64_t x1, int64_t n1, int64_t x2, int64_t n2);

#endif
