/* SPDX-License-Identifier: MIT */

/* Every measurement into the audit in which it belongs: by family of measures, and by quarter
 * unless the family's quarters hang together. */
#include "metrics/disclosure_build.h"

#include "base/arena.h"
#include "metrics/results.h"

#include <stdlib.h>

struct buckets {
    size_t count;
    size_t *from; /* by bucket, and one more: its items */
    uint32_t *items;
};

static void *zeroed(size_t count, size_t size)
{
    void *memory = calloc(count + 2, size);
    if (!memory)
        arena_exhausted();
    return memory;
}

/** SIZE_MAX: it counts no persons. */
static size_t bucket_of(const struct disclosure *disclosure, size_t item)
{
    const struct series *series = &disclosure->series;
    struct measurement_key key = measurements_key(&disclosure->results->measurements, item);
    if (series->first[key.measure] == SIZE_MAX)
        return SIZE_MAX;
    size_t family = series_family(series, key.measure);
    return family * PERIODS + (series->joint[family] ? 0 : key.period);
}

/** A counting sort: from[b + 1] counts, then it is where the next item of bucket b goes. */
static void fill_buckets(const struct disclosure *disclosure, struct buckets *buckets)
{
    size_t items = disclosure->results->measurements.keys.count;
    buckets->count = disclosure->results->measure_count * PERIODS;
    buckets->from = zeroed(buckets->count, sizeof *buckets->from);
    buckets->items = zeroed(items, sizeof *buckets->items);
    size_t *next = buckets->from + 1;
    for (size_t i = 0; i < items; i++) {
        size_t bucket = bucket_of(disclosure, i);
        if (bucket != SIZE_MAX)
            next[bucket + 1]++;
    }
    for (size_t b = 1; b <= buckets->count; b++)
        next[b] += next[b - 1];
    for (size_t i = 0; i < items; i++) {
        size_t bucket = bucket_of(disclosure, i);
        if (bucket != SIZE_MAX)
            buckets->items[next[bucket]++] = (uint32_t)i;
    }
}

/** Of each group and quarter the bodies that it adds up; of groups, those with any body. */
static int64_t *count_members(const struct results *results)
{
    size_t agencies = results->reference->agency_count;
    size_t groups = results_body_count(results) - agencies;
    int64_t *members = zeroed(groups * PERIODS, sizeof *members);
    for (size_t p = 0; p < PERIODS; p++) {
        for (size_t a = 0; a < agencies; a++) {
            size_t parent = disclosure_parent(results, a, p);
            if (parent != SIZE_MAX)
                members[(parent - agencies) * PERIODS + p]++;
        }
        for (size_t g = groups; g-- > 0;) { /* classes stand behind their mandates, */
            size_t parent = disclosure_parent(results, agencies + g, p);
            bool filled = members[g * PERIODS + p] > 0; /* and all behind them */
            if (g >= GROUP_CLASSES && filled)
                members[(parent - agencies) * PERIODS + p]++;
        }
        for (size_t g = 0; g < GROUP_ALL; g++)
            members[GROUP_ALL * PERIODS + p] += members[g * PERIODS + p] > 0;
    }
    return members;
}

void disclosure_audit(struct disclosure *disclosure, struct disclosure_set *set)
{
    struct buckets buckets = {0};
    int64_t *members = count_members(disclosure->results);
    fill_buckets(disclosure, &buckets);
    for (size_t b = 0; b < buckets.count; b++) {
        const uint32_t *items = buckets.items + buckets.from[b];
        size_t count = buckets.from[b + 1] - buckets.from[b];
        while (count && !building_audit(disclosure, set, members, items, count))
            continue; /* each time more is kept back whole: this ends */
    }
    free(members);
    free(buckets.from);
    free(buckets.items);
}
