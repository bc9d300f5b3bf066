/* SPDX-License-Identifier: MIT */
#include "metrics/disclosure_series.h"

#include "base/arena.h"
#include "metrics/results.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct persons persons_of(const struct measure_definition *measure,
                          const struct measurement *measurement)
{
    int64_t n = measurement->n, ones = measurement->numerator;
    switch (measure->statistic) {
    case STATISTIC_SUM:
        return (struct persons){{false, true, false}, {0, ones, 0}};
    case STATISTIC_SHARE:
        return (struct persons){{true, true, true}, {n, ones, n - ones}};
    case STATISTIC_RATIO:
        n = measurement->denominator;
        return (struct persons){{true, true, true}, {n, ones, n - ones}};
    case STATISTIC_COUNT:
    case STATISTIC_MEAN:
    case STATISTIC_MEDIAN:
    case STATISTIC_P90:
        break;
    }
    return (struct persons){{true, false, false}, {n, 0, 0}};
}

enum role persons_main(const struct measure_definition *measure)
{
    return measure->statistic == STATISTIC_SUM ? ROLE_ONES : ROLE_BASE;
}

static void *zeroed(size_t count, size_t size)
{
    void *memory = calloc(count + 1, size);
    if (!memory)
        arena_exhausted();
    return memory;
}

uint32_t series_of(const struct series *series, struct measurement_key key, enum role role)
{
    size_t entry =
        key.breakdown ? series->offset[key.measure][key.breakdown - 1] + key.category : 0;
    return (uint32_t)(series->first[key.measure] + entry * ROLE_COUNT + role);
}

static uint32_t root_of(const struct series *series, size_t node)
{
    while (series->same[node] != node)
        node = series->same[node];
    return (uint32_t)node;
}

uint32_t series_root(const struct series *series, uint32_t of, size_t period)
{
    return root_of(series, of * (size_t)PERIODS + period);
}

size_t series_family(const struct series *series, size_t measure)
{
    while (series->family[measure] != measure)
        measure = series->family[measure];
    return measure;
}

uint64_t series_cell(const struct series *series, uint32_t of, size_t body, size_t period)
{
    uint32_t root = series_root(series, of, period);
    assert(root < 1 << 28);
    return (uint64_t)body << 28 | root;
}

/* ---- Numbering ---- */

static void number(struct series *series, const struct results *results)
{
    for (size_t m = 0; m < results->measure_count; m++) {
        const struct measure_definition *measure = results->measures[m];
        size_t entries = 1;
        series->first[m] = SIZE_MAX;
        series->family[m] = m;
        if (!item_is_person(measure->item))
            continue;
        series->first[m] = series->count;
        series->offset[m] = zeroed(measure->by_count, sizeof(size_t));
        for (size_t b = 0; b < measure->by_count; b++) {
            series->offset[m][b] = entries;
            entries += results->categories[m][b].count;
        }
        series->count += entries * ROLE_COUNT;
    }
}

/* ---- What counts the same ---- */

static uint64_t scatter(uint64_t key)
{
    key ^= key >> 33;
    key *= 0xff51afd7ed558ccdULL;
    key ^= key >> 33;
    key *= 0xc4ceb9fe1a85ec53ULL;
    return key ^ key >> 33;
}

/** Such sums over the bodies of a quarter are nearly surely unlike for unlike counts. */
static uint64_t print_of(size_t body, int64_t count)
{
    return scatter(scatter(body + 1) ^ (uint64_t)count * 0x9e3779b97f4a7c15ULL);
}

/** `prints` is by series and quarter. */
static void take_prints(struct series *series, const struct results *results, uint64_t *prints)
{
    const struct measurements *measurements = &results->measurements;
    for (size_t i = 0; i < measurements->keys.count; i++) {
        struct measurement_key key = measurements_key(measurements, i);
        if (series->first[key.measure] == SIZE_MAX)
            continue;
        struct persons persons =
            persons_of(results->measures[key.measure], &measurements->items[i]);
        for (enum role role = 0; role < ROLE_COUNT; role++) {
            uint32_t of = series_of(series, key, role);
            if (!persons.has[role])
                continue;
            series->negative[of] |= persons.counts[role] < 0;
            if (persons.counts[role] != 0)
                prints[of * (size_t)PERIODS + key.period] +=
                    print_of(key.body, persons.counts[role]);
        }
    }
}

static bool is_personnel(const struct results *results, size_t measure)
{
    return results->measures[measure]->sensitivity == SENSITIVITY_PERSONNEL;
}

static void join_families(struct series *series, size_t a, size_t b)
{
    a = series_family(series, a);
    b = series_family(series, b);
    if (a != b)
        series->family[a > b ? a : b] = a < b ? a : b;
}

static void join_nodes(struct series *series, size_t a, size_t b)
{
    a = root_of(series, a);
    b = root_of(series, b);
    if (a != b)
        series->same[a > b ? a : b] = (uint32_t)(a < b ? a : b);
}

/** Joins two series in the quarters in which they count the same; false where they never do. */
static bool match_series(struct series *series, const uint64_t *prints, uint32_t a, uint32_t b)
{
    bool any = false;
    for (size_t p = 0; p < PERIODS; p++) {
        size_t x = a * (size_t)PERIODS + p, y = b * (size_t)PERIODS + p;
        if (!prints[x] || prints[x] != prints[y])
            continue;
        join_nodes(series, x, y);
        any = true;
    }
    return any;
}

/** Categories of the same name, of breakdowns of the same name, of two equal wholes. */
static void match_categories(struct series *series, const struct results *results,
                             const uint64_t *prints, size_t a, size_t b)
{
    const struct measure_definition *x = results->measures[a], *y = results->measures[b];
    for (size_t i = 0; i < x->by_count; i++)
        for (size_t k = 0; k < y->by_count; k++) {
            const struct categories *of_x = &results->categories[a][i],
                                    *of_y = &results->categories[b][k];
            for (size_t c = 0; strcmp(x->by[i], y->by[k]) == 0 && c < of_x->count; c++)
                for (size_t d = 0; d < of_y->count; d++) {
                    uint32_t s =
                        series_of(series, (struct measurement_key){0, a, 0, i + 1, c}, ROLE_BASE);
                    uint32_t t =
                        series_of(series, (struct measurement_key){0, b, 0, k + 1, d}, ROLE_BASE);
                    if (strcmp(of_x->names[c], of_y->names[d]) == 0)
                        match_series(series, prints, s, t);
                }
        }
}

/** The wholes of two measures, whatever they count: base, ones or rest. */
static void match_wholes(struct series *series, const struct results *results,
                         const uint64_t *prints, size_t a, size_t b)
{
    for (enum role of_a = 0; of_a < ROLE_COUNT; of_a++)
        for (enum role of_b = 0; of_b < ROLE_COUNT; of_b++) {
            uint32_t s = series_of(series, (struct measurement_key){.measure = a}, of_a);
            uint32_t t = series_of(series, (struct measurement_key){.measure = b}, of_b);
            if (!match_series(series, prints, s, t))
                continue;
            join_families(series, a, b);
            if (of_a == ROLE_BASE && of_b == ROLE_BASE)
                match_categories(series, results, prints, a, b);
        }
}

/** A part that is one category of its whole. */
static void match_part(struct series *series, const struct results *results, const uint64_t *prints,
                       size_t part, size_t whole)
{
    uint32_t s = series_of(series, (struct measurement_key){.measure = part}, ROLE_BASE);
    for (size_t b = 0; b < results->measures[whole]->by_count; b++)
        for (size_t k = 0; k < results->categories[whole][b].count; k++) {
            uint32_t t =
                series_of(series, (struct measurement_key){0, whole, 0, b + 1, k}, ROLE_BASE);
            match_series(series, prints, s, t);
        }
}

/** What was open at a quarter's start is what was open at the end of the one before. */
static void match_opening(struct series *series, const struct results *results,
                          const uint64_t *prints, size_t closing, size_t opening)
{
    uint32_t end = series_of(series, (struct measurement_key){.measure = closing},
                             persons_main(results->measures[closing]));
    uint32_t start = series_of(series, (struct measurement_key){.measure = opening},
                               persons_main(results->measures[opening]));
    for (size_t p = 1; p < PERIODS; p++) {
        size_t before = end * (size_t)PERIODS + p - 1, at = start * (size_t)PERIODS + p;
        if (!prints[at] || prints[at] != prints[before])
            continue;
        join_nodes(series, at, before);
        series->joint[closing] = true;
    }
}

static bool counts_persons(const struct series *series, size_t measure)
{
    return measure != SIZE_MAX && series->first[measure] != SIZE_MAX;
}

static void match_declared(struct series *series, const struct results *results,
                           const uint64_t *prints, size_t measure)
{
    const struct measure_definition *definition = results->measures[measure];
    size_t whole = definition->within ? results_measure(results, definition->within) : SIZE_MAX;
    if (counts_persons(series, whole)) {
        join_families(series, measure, whole);
        match_part(series, results, prints, measure, whole);
    }
    for (size_t i = 0; i < definition->add_count + definition->subtract_count; i++) {
        bool adds = i < definition->add_count;
        size_t other = results_measure(
            results, adds ? definition->add[i] : definition->subtract[i - definition->add_count]);
        if (!counts_persons(series, other))
            continue;
        join_families(series, measure, other);
        if (adds)
            match_opening(series, results, prints, measure, other);
    }
}

static void match(struct series *series, const struct results *results, const uint64_t *prints)
{
    for (size_t a = 0; a < results->measure_count; a++)
        for (size_t b = a + 1; counts_persons(series, a) && b < results->measure_count; b++)
            if (counts_persons(series, b) && is_personnel(results, a) == is_personnel(results, b))
                match_wholes(series, results, prints, a, b);
    for (size_t m = 0; m < results->measure_count; m++)
        if (counts_persons(series, m))
            match_declared(series, results, prints, m);
    for (size_t m = 0; m < results->measure_count; m++)
        series->joint[series_family(series, m)] |= series->joint[m];
}

void series_init(struct series *series, const struct results *results)
{
    size_t measures = results->measure_count;
    *series = (struct series){
        .measure_count = measures,
        .first = zeroed(measures, sizeof(size_t)),
        .offset = zeroed(measures, sizeof(size_t *)),
        .family = zeroed(measures, sizeof(size_t)),
        .joint = zeroed(measures, sizeof(bool)),
    };
    number(series, results);
    series->same = zeroed(series->count * PERIODS, sizeof(uint32_t));
    series->negative = zeroed(series->count, sizeof(bool));
    for (size_t node = 0; node < series->count * PERIODS; node++)
        series->same[node] = (uint32_t)node;
    uint64_t *prints = zeroed(series->count * PERIODS, sizeof *prints);
    take_prints(series, results, prints);
    match(series, results, prints);
    free(prints);
}

void series_finish(struct series *series)
{
    for (size_t m = 0; series->offset && m < series->measure_count; m++)
        free(series->offset[m]);
    free(series->first);
    free(series->offset);
    free(series->same);
    free(series->negative);
    free(series->family);
    free(series->joint);
    *series = (struct series){0};
}
