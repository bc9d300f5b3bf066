/* SPDX-License-Identifier: MIT */
#include "metrics/reconcile.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/phrase.h"
#include "base/text.h"
#include "metrics/quality.h"
#include "metrics/results.h"

#include <stdint.h>

/* The program's own checks: their rows are measures of an agency in a quarter. */
static const struct quality_check SUMS = {
    .rows = {.name = "reconcile-sum",
             .title = "Measures that are not the sum they should be",
             .item = ITEM_AGENCY},
    .severity = SEVERITY_STOPS_AGENCY,
    .sentence = "it is not what its parts add up to",
};
static const struct quality_check PARTS = {
    .rows = {.name = "reconcile-part",
             .title = "Measures that are more than what they are a part of",
             .item = ITEM_AGENCY},
    .severity = SEVERITY_STOPS_AGENCY,
    .sentence = "it is more than the whole",
};

const struct quality_check *const RECONCILE_CHECKS[] = {&SUMS, &PARTS, NULL};

/** A measure and those that it must agree with, by index. */
struct identity {
    size_t measure;
    size_t *add; /* as many as the definition names */
    size_t *subtract;
};

struct reconciling {
    struct results *results;
    struct quality *quality;
    size_t sums, parts; /* the checks' numbers */
};

static bool find_measured(const struct results *results, const char *id, size_t *ret_measure)
{
    *ret_measure = id ? results_measure(results, id) : SIZE_MAX;
    return *ret_measure != SIZE_MAX && results->measure_measured[*ret_measure];
}

/** False where one of the parts was not measured. */
static bool find_all(const struct results *results, const char **ids, size_t count,
                     size_t *measures)
{
    for (size_t i = 0; i < count; i++)
        if (!find_measured(results, ids[i], &measures[i]))
            return false;
    return true;
}

static int64_t value_of(const struct reconciling *reconciling, size_t agency, size_t measure,
                        size_t period)
{
    return results_value(reconciling->results,
                         (struct measurement_key){agency, measure, period, 0, 0})
        .numerator;
}

static void note(const struct reconciling *reconciling, size_t check, size_t agency,
                 const struct measure_definition *measure, size_t period)
{
    struct text item = {0}, quarter = {0};
    period_name(&quarter, reconciling->results->period - (PERIODS - 1) + (int32_t)period);
    phrase_say(&item, PHRASE_QUALITY_ITEM, "measure", measure->id, "period", text_string(&quarter),
               NULL);
    quality_add(reconciling->quality, check, agency,
                (struct flaw_example){text_string(&item), NULL});
    text_finish(&item);
    text_finish(&quarter);
}

static void check_sum(const struct reconciling *reconciling, const struct identity *identity,
                      size_t agency, size_t period)
{
    const struct measure_definition *measure = reconciling->results->measures[identity->measure];
    int64_t rest = value_of(reconciling, agency, identity->measure, period);
    for (size_t i = 0; i < measure->add_count; i++)
        rest -= value_of(reconciling, agency, identity->add[i], period);
    for (size_t i = 0; i < measure->subtract_count; i++)
        rest += value_of(reconciling, agency, identity->subtract[i], period);
    if (rest != 0)
        note(reconciling, reconciling->sums, agency, measure, period);
}

static void check_sums(const struct reconciling *reconciling, const struct identity *identity)
{
    for (size_t a = 0; a < reconciling->results->reference->agency_count; a++)
        for (size_t p = PERIODS; p-- > 0;) /* the newest are named first */
            check_sum(reconciling, identity, a, p);
}

/** Where one of the others was not measured, nothing can be said. */
static void reconcile_sum(const struct reconciling *reconciling, size_t m)
{
    const struct results *results = reconciling->results;
    const struct measure_definition *measure = results->measures[m];
    struct identity identity = {
        .measure = m,
        .add = arena_array(results->arena, measure->add_count + 1, sizeof(size_t)),
        .subtract = arena_array(results->arena, measure->subtract_count + 1, sizeof(size_t)),
    };
    if (find_all(results, measure->add, measure->add_count, identity.add) &&
        find_all(results, measure->subtract, measure->subtract_count, identity.subtract))
        check_sums(reconciling, &identity);
}

/** A part of which an agency has no row is 0, and so no more than its whole: only what there is
 *  needs to be looked at. */
static void reconcile_parts(const struct reconciling *reconciling, const size_t *wholes)
{
    const struct results *results = reconciling->results;
    size_t count = results->measurements.keys.count;
    for (size_t i = 0; i < count; i++) {
        struct measurement_key key = measurements_key(&results->measurements, i);
        if (key.breakdown == 0 && key.body < results->reference->agency_count &&
            wholes[key.measure] != SIZE_MAX &&
            value_of(reconciling, key.body, key.measure, key.period) >
                value_of(reconciling, key.body, wholes[key.measure], key.period))
            note(reconciling, reconciling->parts, key.body, results->measures[key.measure],
                 key.period);
    }
}

void reconcile(struct results *results, struct quality *quality)
{
    const struct reconciling reconciling = {
        .results = results,
        .quality = quality,
        .sums = quality_begin(quality, &SUMS),
        .parts = quality_begin(quality, &PARTS),
    };
    size_t *wholes = arena_array(results->arena, results->measure_count + 1, sizeof *wholes);
    for (size_t m = 0; m < results->measure_count; m++) {
        const struct measure_definition *measure = results->measures[m];
        if (!find_measured(results, measure->within, &wholes[m]))
            wholes[m] = SIZE_MAX;
        if (results->measure_measured[m] && (measure->add_count || measure->subtract_count))
            reconcile_sum(&reconciling, m);
    }
    reconcile_parts(&reconciling, wholes);
}
