/* SPDX-License-Identifier: MIT */
#ifndef METRICS_MEASUREMENT_H
#define METRICS_MEASUREMENT_H

/**
 * Measures by body, period and category, kept as exact sums and, for medians and percentiles, as
 * the values themselves. The value of a measure is always an exact fraction.
 */

#include "data/definition.h"
#include "metrics/sparse.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What rows added up to. */
struct measurement {
    int64_t n;           /* rows that count */
    int64_t numerator;   /* sum of values; ones of a share */
    int64_t denominator; /* sum of the ratio's other column */
    int64_t *values;     /* n of them, where the statistic needs values */
    size_t capacity;
};

/** numerator / denominator; denominator 0: no value. Of what an audience may not see, nothing is
 * left but the flags (disclosure.h). */
struct fraction {
    int64_t numerator;
    int64_t denominator;
    int64_t n;
    bool withheld;   /* there may be a value, which is kept back */
    bool n_withheld; /* the number of rows is kept back */
    bool unlisted;   /* and so is whether there is any row */
};

/** Which measurement. Breakdown 0 is the whole, breakdown b + 1 the measure's by[b]. */
struct measurement_key {
    size_t body;
    size_t measure;
    size_t period;
    size_t breakdown;
    size_t category;
};

struct measurements {
    struct sparse keys;
    struct measurement *items; /* keys.count */
    size_t capacity;
};

/** One row's contribution. */
struct contribution {
    int64_t numerator;
    int64_t denominator;
};

void measurements_finish(struct measurements *measurements);
void measurements_count(struct measurements *measurements, struct measurement_key key,
                        const struct measure_definition *measure, struct contribution row);

/** Borrowed until the next count; NULL where there is none. */
const struct measurement *measurements_find(const struct measurements *measurements,
                                            struct measurement_key key);

/** Which one items[index] is: for walks over what there is. */
struct measurement_key measurements_key(const struct measurements *measurements, size_t index);

/** Adds an agency's measurement to a group's. */
void measurements_merge(struct measurements *measurements, struct measurement_key to,
                        struct measurement_key from);

/** The statistic. A count of nothing is 0 of denominator 1; anything else without rows has
 * denominator 0. Sorts the values in place. */
struct fraction measurements_value(struct measurements *measurements, struct measurement_key key,
                                   const struct measure_definition *measure);

#endif
