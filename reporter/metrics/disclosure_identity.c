/* SPDX-License-Identifier: MIT */
#include "metrics/disclosure_series.h"

#include "base/arena.h"
#include "base/map.h"
#include "metrics/results.h"

#include <stdlib.h>

/** A series that takes part: those of one label are compared, the wholes or a category by name. */
struct entry {
    struct series_name name;
    size_t family;
    size_t label;
    const uint64_t *sums; /* by period */
};

struct entries {
    struct entry *items;
    size_t count, capacity;
};

static void *filled(size_t count, size_t size)
{
    void *memory = calloc(count + 1, size);
    if (!memory)
        arena_exhausted();
    return memory;
}

/** Odd, so that no count is lost; unlike those of other bodies. */
static uint64_t factor(size_t body)
{
    uint64_t key = (uint64_t)body + 1;
    key *= 0xff51afd7ed558ccdULL;
    key ^= key >> 33;
    key *= 0xc4ceb9fe1a85ec53ULL;
    return (key ^ key >> 33) | 1;
}

/** By series and quarter: sums over bodies of count times factor. They add up as the counts do. */
static uint64_t *sum_up(const struct series *series, const struct results *results)
{
    const struct measurements *measurements = &results->measurements;
    uint64_t *sums = filled(series->count * PERIODS, sizeof *sums);
    for (size_t i = 0; i < measurements->keys.count; i++) {
        struct measurement_key key = measurements_key(measurements, i);
        if (series->first[key.measure] == SIZE_MAX)
            continue;
        struct persons persons =
            persons_of(results->measures[key.measure], &measurements->items[i]);
        for (enum role role = 0; role < ROLE_COUNT; role++)
            if (persons.has[role])
                sums[series_of(series, key, role) * (size_t)PERIODS + key.period] +=
                    factor(key.body) * (uint64_t)persons.counts[role];
    }
    return sums;
}

/* ---- Who is compared ---- */

static void add_entries(struct entries *entries, const struct series *series, const uint64_t *sums,
                        struct series_name name, size_t label)
{
    struct measurement_key key = {
        .measure = name.measure, .breakdown = name.breakdown, .category = name.category};
    for (name.role = 0; name.role < ROLE_COUNT; name.role++) {
        uint32_t of = series_of(series, key, name.role);
        if (series->negative[of])
            continue;
        entries->items =
            vector_grow(entries->items, entries->count, &entries->capacity, sizeof *entries->items);
        entries->items[entries->count++] = (struct entry){name, series_family(series, name.measure),
                                                          label, &sums[of * (size_t)PERIODS]};
    }
}

static size_t label_of(struct map *labels, struct arena *arena, const char *by, const char *name)
{
    const char *label = arena_printf(arena, "%s=%s", by, name);
    map_add(labels, label, map_size(labels) + 1); /* label 0: the wholes */
    return map_find(labels, label);
}

static void list_entries(struct entries *entries, const struct series *series,
                         const struct results *results, const uint64_t *sums)
{
    struct arena *arena = arena_new();
    struct map *labels = map_new();
    for (size_t m = 0; m < results->measure_count; m++) {
        const struct measure_definition *measure = results->measures[m];
        if (series->first[m] == SIZE_MAX)
            continue;
        add_entries(entries, series, sums, (struct series_name){.measure = m}, 0);
        for (size_t b = 0; b < measure->by_count; b++)
            for (size_t k = 0; k < results->categories[m][b].count; k++) {
                size_t label =
                    label_of(labels, arena, measure->by[b], results->categories[m][b].names[k]);
                add_entries(entries, series, sums,
                            (struct series_name){.measure = m, .breakdown = b + 1, .category = k},
                            label);
            }
    }
    map_free(labels);
    arena_free(arena);
}

static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    if (x->family != y->family)
        return x->family < y->family ? -1 : 1;
    if (x->label != y->label)
        return x->label < y->label ? -1 : 1;
    return x->sums < y->sums ? -1 : x->sums > y->sums;
}

/* ---- Which add up ---- */

static void add_identity(struct identities *identities, const struct series *series,
                         const struct entry *const parts[3], size_t period)
{
    struct series_name whole = parts[0]->name;
    struct measurement_key key = {
        .measure = whole.measure, .breakdown = whole.breakdown, .category = whole.category};
    size_t *first =
        &identities->first[series_of(series, key, whole.role) * (size_t)PERIODS + period];
    identities->items = vector_grow(identities->items, identities->count, &identities->capacity,
                                    sizeof *identities->items);
    identities->items[identities->count] =
        (struct identity){whole, {parts[1]->name, parts[2]->name}, period, *first};
    *first = identities->count++;
}

/** A share's own three are no news. */
static bool is_news(const struct entry *whole, const struct entry *a, const struct entry *b)
{
    return whole != a && whole != b &&
           (whole->name.measure != a->name.measure || whole->name.measure != b->name.measure);
}

/** Series that count the same take part once; nought adds nothing. */
static size_t list_unlike(const struct entry *entries, size_t count, size_t period,
                          const struct entry **ret_unlike)
{
    size_t unlike = 0;
    for (size_t i = 0; i < count; i++) {
        bool seen = entries[i].sums[period] == 0;
        for (size_t k = 0; k < unlike && !seen; k++)
            seen = ret_unlike[k]->sums[period] == entries[i].sums[period];
        if (!seen)
            ret_unlike[unlike++] = &entries[i];
    }
    return unlike;
}

/** Pairs of parts against all wholes of a label. Labels have few series: three a measure. */
static void match_label(struct identities *identities, const struct series *series,
                        const struct entry *entries, size_t all, size_t period)
{
    const struct entry **unlike = filled(all, sizeof *unlike);
    size_t count = list_unlike(entries, all, period, unlike);
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count; k++)
            for (size_t w = 0; w < count; w++) {
                const struct entry *const parts[] = {unlike[w], unlike[i], unlike[k]};
                if (parts[0]->sums[period] == parts[1]->sums[period] + parts[2]->sums[period] &&
                    is_news(parts[0], parts[1], parts[2]))
                    add_identity(identities, series, parts, period);
            }
    free(unlike);
}

void identities_find(struct identities *identities, const struct series *series,
                     const struct results *results)
{
    struct entries entries = {0};
    size_t nodes = series->count * PERIODS;
    uint64_t *sums = sum_up(series, results);
    identities->first = filled(nodes, sizeof *identities->first);
    for (size_t node = 0; node < nodes; node++)
        identities->first[node] = SIZE_MAX;
    list_entries(&entries, series, results, sums);
    if (entries.count)
        qsort(entries.items, entries.count, sizeof *entries.items, compare_entries);
    for (size_t from = 0, end; from < entries.count; from = end) {
        const struct entry *first = &entries.items[from];
        for (end = from; end < entries.count && entries.items[end].family == first->family &&
                         entries.items[end].label == first->label;)
            end++;
        for (size_t p = 0; p < PERIODS; p++)
            match_label(identities, series, first, end - from, p);
    }
    free(entries.items);
    free(sums);
}

void identities_finish(struct identities *identities)
{
    free(identities->first);
    free(identities->items);
    *identities = (struct identities){0};
}
