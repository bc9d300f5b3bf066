/* SPDX-License-Identifier: MIT */
#ifndef METRICS_FUNNEL_H
#define METRICS_FUNNEL_H

/**
 * Control limits of a funnel chart: how far the rate of a body of n items may lie from that of all
 * by chance alone (Spiegelhalter 2005). Fractions are 0 to 1.
 */

#include "metrics/statistics.h"

#include <stddef.h>
#include <stdint.h>

struct arena;

struct funnel {
    double centre;  /* the items of all bodies together */
    double between; /* variance between bodies beyond chance (over-dispersion), on the arcsine scale
                       sqrt(p) = sin a; 0 where chance explains the spread */
};

enum funnel_level { FUNNEL_95, FUNNEL_998 };

/** Needs at least one share; all n > 0. */
struct funnel funnel_fit(const struct share *shares, size_t count, struct arena *arena);

/** The limits at n > 0 items. Few expected items: exact binomial quantiles, interpolated; many: the
 *  normal approximation; with variance between bodies: on the arcsine scale. */
void funnel_limits(const struct funnel *funnel, int64_t n, enum funnel_level level, double *ret_low,
                   double *ret_high);

/** Beyond a limit of its own n. */
bool funnel_is_outside(const struct funnel *funnel, struct share share, enum funnel_level level);

/** The q-quantile (0 < q < 1) of the share of n items with the chance p, interpolated between whole
 *  items and not cut at 0 and 1: (r - (P(X <= r) - q) / P(X = r)) / n for the smallest r with
 *  P(X <= r) >= q. n * min(p, 1 - p) up to some hundreds. */
double binomial_quantile(int64_t n, double p, double q);

#endif
