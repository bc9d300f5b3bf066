/* SPDX-License-Identifier: MIT */
#include "metrics/disclosure_set.h"

#include "base/arena.h"
#include "metrics/results.h"

#include <stdlib.h>

/* A distribution over fewer than this is kept back where one category has more than nine tenths. */
#define FEW_PERSONS 20

size_t disclosure_parent(const struct results *results, size_t body, size_t period)
{
    size_t agencies = results->reference->agency_count;
    if (body < agencies) {
        if (!results_state(results, body, period)->exists)
            return SIZE_MAX;
        size_t class = results->classes[body];
        return class == SIZE_MAX ? results_group(results, GROUP_UNKNOWN)
                                 : results_group(results, GROUP_CLASSES) + class;
    }
    size_t group = body - agencies;
    if (group == GROUP_ALL)
        return SIZE_MAX;
    if (group < GROUP_CLASSES)
        return results_group(results, GROUP_ALL);
    enum mandate mandate = results->method->classes[group - GROUP_CLASSES].mandate;
    return results_group(results, mandate == MANDATE_MANDATED ? GROUP_MANDATED : GROUP_ENCOURAGED);
}

bool is_personnel_measure(const struct disclosure *disclosure, size_t measure)
{
    return disclosure->results->measures[measure]->sensitivity == SENSITIVITY_PERSONNEL;
}

int64_t set_below(const struct disclosure *disclosure, const struct disclosure_set *set,
                  size_t measure)
{
    return is_personnel_measure(disclosure, measure) ? set->personnel_below : set->below;
}

int64_t cell_count_of(const struct disclosure *disclosure, struct measurement_key key,
                      enum role role)
{
    const struct measurement *found = measurements_find(&disclosure->results->measurements, key);
    if (!found)
        return 0;
    return persons_of(disclosure->results->measures[key.measure], found).counts[role];
}

static bool is_small(const struct disclosure *disclosure, const struct disclosure_set *set,
                     size_t measure, int64_t count)
{
    if (count == 0)
        return is_personnel_measure(disclosure, measure);
    return llabs(count) < set_below(disclosure, set, measure);
}

bool cell_is_primary(const struct disclosure *disclosure, const struct disclosure_set *set,
                     struct measurement_key key, enum role role)
{
    return is_small(disclosure, set, key.measure, cell_count_of(disclosure, key, role));
}

static bool group_above_is_primary(const struct disclosure *disclosure,
                                   const struct disclosure_set *set, struct measurement_key key,
                                   enum role role)
{
    while (!set->own) {
        key.body = disclosure_parent(disclosure->results, key.body, key.period);
        if (key.body == SIZE_MAX)
            return false;
        if (cell_is_primary(disclosure, set, key, role))
            return true;
    }
    return false;
}

bool cell_is_covered(const struct disclosure *disclosure, const struct disclosure_set *set,
                     struct measurement_key key, enum role role)
{
    const struct measure_definition *measure = disclosure->results->measures[key.measure];
    if (group_above_is_primary(disclosure, set, key, role))
        return true;
    if (role != ROLE_BASE && measure->statistic != STATISTIC_SUM)
        return cell_is_primary(disclosure, set, key, ROLE_BASE) ||
               cell_is_covered(disclosure, set, key, ROLE_BASE);
    if (!key.breakdown)
        return false;
    key.breakdown = key.category = 0;
    return cell_is_primary(disclosure, set, key, role) ||
           cell_is_covered(disclosure, set, key, role);
}

bool cell_is_kept(const struct disclosure *disclosure, const struct disclosure_set *set,
                  struct measurement_key key)
{
    if (set->own || !key.breakdown)
        return false;
    return key.body < disclosure->results->reference->agency_count ||
           sparse_find(&disclosure->kept, distribution_key(key)) != SPARSE_NONE;
}

bool cell_is_hidden(const struct disclosure *disclosure, const struct disclosure_set *set,
                    struct measurement_key key, enum role role)
{
    const struct series *series = &disclosure->series;
    int64_t count = cell_count_of(disclosure, key, role);
    if (set->whole[key.measure * PERIODS + key.period] || cell_is_kept(disclosure, set, key) ||
        is_small(disclosure, set, key.measure, count))
        return true;
    uint64_t cell = series_cell(series, series_of(series, key, role), key.body, key.period);
    return sparse_find(&set->hidden, cell) != SPARSE_NONE ||
           (count == 0 && cell_is_covered(disclosure, set, key, role));
}

/* ---- Distributions ---- */

uint64_t distribution_key(struct measurement_key key)
{
    return (uint64_t)key.body << 24 | (uint64_t)key.measure << 8 | (uint64_t)key.period << 4 |
           (uint64_t)key.breakdown;
}

/** By distribution: its largest category; by whole (breakdown 0): how many agencies contribute. */
struct extents {
    struct sparse keys;
    int64_t *values;
    size_t capacity;
};

static int64_t *extent(struct extents *extents, struct measurement_key key)
{
    size_t before = extents->keys.count;
    size_t index = sparse_put(&extents->keys, distribution_key(key));
    if (index == before) {
        extents->values =
            vector_grow(extents->values, index, &extents->capacity, sizeof *extents->values);
        extents->values[index] = 0;
    }
    return &extents->values[index];
}

static void count_contributor(const struct disclosure *disclosure, struct extents *extents,
                              struct measurement_key key)
{
    while ((key.body = disclosure_parent(disclosure->results, key.body, key.period)) != SIZE_MAX)
        ++*extent(extents, key);
}

static void measure_extents(const struct disclosure *disclosure, struct extents *extents)
{
    const struct results *results = disclosure->results;
    const struct measurements *measurements = &results->measurements;
    size_t agencies = results->reference->agency_count;
    for (size_t i = 0; i < measurements->keys.count; i++) {
        struct measurement_key key = measurements_key(measurements, i);
        if (disclosure->series.first[key.measure] == SIZE_MAX)
            continue;
        const struct measure_definition *measure = results->measures[key.measure];
        int64_t count = persons_of(measure, &measurements->items[i]).counts[persons_main(measure)];
        if (key.body < agencies && !key.breakdown && count > 0) {
            count_contributor(disclosure, extents, key);
        } else if (key.body >= agencies && key.breakdown) {
            int64_t *most = extent(extents, key);
            *most = count > *most ? count : *most;
        }
    }
}

static bool tells_too_much(const struct disclosure *disclosure, struct extents *extents,
                           struct measurement_key key, int64_t most)
{
    struct measurement_key all = key;
    all.breakdown = all.category = 0;
    int64_t contributors = *extent(extents, all);
    int64_t whole =
        cell_count_of(disclosure, all, persons_main(disclosure->results->measures[key.measure]));
    return contributors == 1 || most >= whole || (whole < FEW_PERSONS && 10 * most > 9 * whole);
}

void distributions_find(struct disclosure *disclosure)
{
    const struct measurements *measurements = &disclosure->results->measurements;
    size_t agencies = disclosure->results->reference->agency_count;
    struct extents extents = {0};
    measure_extents(disclosure, &extents);
    for (size_t i = 0; i < measurements->keys.count; i++) {
        struct measurement_key key = measurements_key(measurements, i);
        if (disclosure->series.first[key.measure] == SIZE_MAX || key.body < agencies ||
            !key.breakdown)
            continue;
        if (tells_too_much(disclosure, &extents, key, *extent(&extents, key)))
            sparse_put(&disclosure->kept, distribution_key(key));
    }
    sparse_finish(&extents.keys);
    free(extents.values);
}
