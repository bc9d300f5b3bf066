/* SPDX-License-Identifier: MIT */
#include "metrics/measurement.h"

#include "base/arena.h"
#include "metrics/statistics.h"

#include <assert.h>
#include <stdlib.h>

static uint64_t pack(struct measurement_key key)
{
    assert(key.measure < 1 << 12 && key.period < 1 << 4 && key.breakdown < 1 << 4 &&
           key.category < 1 << 16);
    return (uint64_t)key.body << 36 | (uint64_t)key.measure << 24 | (uint64_t)key.period << 20 |
           (uint64_t)key.breakdown << 16 | (uint64_t)key.category;
}

struct measurement_key measurements_key(const struct measurements *measurements, size_t index)
{
    uint64_t packed = measurements->keys.order[index];
    return (struct measurement_key){.body = packed >> 36,
                                    .measure = packed >> 24 & 0xfff,
                                    .period = packed >> 20 & 0xf,
                                    .breakdown = packed >> 16 & 0xf,
                                    .category = packed & 0xffff};
}

const struct measurement *measurements_find(const struct measurements *measurements,
                                            struct measurement_key key)
{
    size_t index = sparse_find(&measurements->keys, pack(key));
    return index == SPARSE_NONE ? NULL : &measurements->items[index];
}

static size_t take(struct measurements *measurements, struct measurement_key key)
{
    size_t before = measurements->keys.count;
    size_t index = sparse_put(&measurements->keys, pack(key));
    if (index == before) {
        measurements->items = vector_grow(measurements->items, index, &measurements->capacity,
                                          sizeof *measurements->items);
        measurements->items[index] = (struct measurement){0};
    }
    return index;
}

static void keep_value(struct measurement *measurement, int64_t value)
{
    measurement->values = vector_grow(measurement->values, (size_t)measurement->n,
                                      &measurement->capacity, sizeof *measurement->values);
    measurement->values[measurement->n] = value;
}

void measurements_finish(struct measurements *measurements)
{
    for (size_t i = 0; i < measurements->keys.count; i++)
        free(measurements->items[i].values);
    free(measurements->items);
    sparse_finish(&measurements->keys);
    *measurements = (struct measurements){0};
}

void measurements_count(struct measurements *measurements, struct measurement_key key,
                        const struct measure_definition *measure, struct contribution row)
{
    size_t index = take(measurements, key); /* may move the items */
    struct measurement *measurement = &measurements->items[index];
    if (statistic_needs_values(measure->statistic))
        keep_value(measurement, row.numerator);
    measurement->n++;
    measurement->numerator += row.numerator;
    measurement->denominator += row.denominator;
}

void measurements_merge(struct measurements *measurements, struct measurement_key to,
                        struct measurement_key from)
{
    size_t source = sparse_find(&measurements->keys, pack(from));
    if (source == SPARSE_NONE)
        return;
    size_t target = take(measurements, to); /* may move the items */
    const struct measurement *more = &measurements->items[source];
    struct measurement *sum = &measurements->items[target];
    if (more->values) {
        for (int64_t i = 0; i < more->n; i++) {
            keep_value(sum, more->values[i]);
            sum->n++;
        }
    } else {
        sum->n += more->n;
    }
    sum->numerator += more->numerator;
    sum->denominator += more->denominator;
}

static struct fraction value_of(int64_t numerator, int64_t denominator, int64_t n)
{
    return (struct fraction){.numerator = numerator, .denominator = denominator, .n = n};
}

struct fraction measurements_value(struct measurements *measurements, struct measurement_key key,
                                   const struct measure_definition *measure)
{
    size_t index = sparse_find(&measurements->keys, pack(key));
    bool counts = measure->statistic == STATISTIC_COUNT;
    if (index == SPARSE_NONE)
        return (struct fraction){.denominator = counts};
    struct measurement *m = &measurements->items[index];
    size_t n = (size_t)m->n;
    switch (measure->statistic) {
    case STATISTIC_COUNT:
        return value_of(m->n, 1, m->n);
    case STATISTIC_SUM:
        return value_of(m->numerator, 1, m->n);
    case STATISTIC_SHARE:
    case STATISTIC_MEAN:
        return value_of(m->numerator, m->n, m->n);
    case STATISTIC_RATIO:
        return value_of(m->numerator, m->denominator, m->n);
    case STATISTIC_MEDIAN:
        return value_of(statistics_median_twice(m->values, n), 2, m->n);
    case STATISTIC_P90:
        return value_of(statistics_percentile(m->values, n, 90), 1, m->n);
    }
    return (struct fraction){0};
}
