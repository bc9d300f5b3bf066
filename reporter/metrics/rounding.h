/* SPDX-License-Identifier: MIT */
#ifndef METRICS_ROUNDING_H
#define METRICS_ROUNDING_H

/** Scores are reckoned in billionths and kept in millionths. */

#include <stdint.h>

#define BILLION 1000000000

/** `part` billionths of `whole`, to the nearest; all of it only where nothing lacks. */
int64_t rounding_share(int64_t part, int64_t whole);

/** A score passes three roundings, which together cost it at most one and a half billionths: what
 * is exactly 95 % must not come out as 94.9999 %. */
int64_t rounding_millionths(int64_t billionths);

#endif
