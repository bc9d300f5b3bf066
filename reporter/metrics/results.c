/* SPDX-License-Identifier: MIT */
#include "metrics/results.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "metrics/disclosure.h"

#include <stdlib.h>
#include <string.h>

static const char *const GROUP_CODES[] = {"=mandated", "=encouraged", "=unknown", "=all"};
static const enum phrase GROUP_TITLES[] = {PHRASE_GROUP_MANDATED, PHRASE_GROUP_ENCOURAGED,
                                           PHRASE_GROUP_UNKNOWN, PHRASE_GROUP_ALL};

size_t results_body_count(const struct results *results)
{
    return results->reference->agency_count + GROUP_CLASSES + results->method->class_count;
}

size_t results_group(const struct results *results, enum group group)
{
    return results->reference->agency_count + (size_t)group;
}

enum mandate results_mandate(const struct results *results, size_t agency)
{
    size_t class = results->classes[agency];
    return class == SIZE_MAX ? MANDATE_UNKNOWN : results->method->classes[class].mandate;
}

bool results_is_agency(const struct results *results, size_t body)
{
    return body < results->reference->agency_count;
}

const char *results_group_title(const struct results *results, size_t body)
{
    size_t group = body - results->reference->agency_count;
    if (group < GROUP_CLASSES)
        return phrase(GROUP_TITLES[group]);
    return language_text(results->method->classes[group - GROUP_CLASSES].title);
}

const char *results_body_code(const struct results *results, size_t body, struct arena *arena)
{
    size_t agencies = results->reference->agency_count;
    if (body < agencies)
        return results->reference->agencies[body].code;
    size_t group = body - agencies;
    if (group < GROUP_CLASSES)
        return GROUP_CODES[group];
    return arena_printf(arena, "=class:%s", results->method->classes[group - GROUP_CLASSES].code);
}

const struct state *results_state(const struct results *results, size_t agency, size_t period)
{
    return &results->states[agency * PERIODS + period];
}

const struct score *results_score(const struct results *results, size_t agency, size_t period)
{
    return &results->scores[agency * PERIODS + period];
}

size_t results_control(const struct results *results, const char *id)
{
    for (size_t c = 0; c < results->control_count; c++)
        if (strcmp(results->controls[c]->id, id) == 0)
            return c;
    return SIZE_MAX;
}

size_t results_measure(const struct results *results, const char *id)
{
    for (size_t m = 0; m < results->measure_count; m++)
        if (strcmp(results->measures[m]->id, id) == 0)
            return m;
    return SIZE_MAX;
}

struct tally results_tally(const struct results *results, size_t body, size_t control,
                           size_t period)
{
    if (results_keeps_tally(results, body, control))
        return (struct tally){0};
    return tallies_find(&results->tallies, (struct tally_key){body, control, period});
}

bool results_keeps_tally(const struct results *results, size_t body, size_t control)
{
    return results->view.disclosure && disclosure_keeps_tally(results, body, control);
}

bool results_keeps_status(const struct results *results, size_t agency, size_t control)
{
    return results->view.disclosure && disclosure_keeps_status(results, agency, control);
}

bool results_keeps_sections(const struct results *results, size_t agency)
{
    return results->view.disclosure && disclosure_keeps_sections(results, agency);
}

int64_t results_contested(const struct results *results, size_t body, size_t control, size_t period)
{
    struct tally tally =
        tallies_find(&results->contested, (struct tally_key){body, control, period});
    return tally_total(&tally);
}

int64_t results_contested_all(const struct results *results, size_t body, size_t period)
{
    int64_t count = 0;
    for (size_t c = 0; c < results->control_count; c++)
        count += results_contested(results, body, c, period);
    return count;
}

struct fraction results_value(struct results *results, struct measurement_key key)
{
    if (results->view.disclosure)
        return disclosure_value(results, key);
    return measurements_value(&results->measurements, key, results->measures[key.measure]);
}

bool results_may_share(const struct results *results, size_t body, size_t measure)
{
    enum statistic statistic = results->measures[measure]->statistic;
    return body != results_group(results, GROUP_ALL) || statistic == STATISTIC_COUNT ||
           statistic == STATISTIC_SUM;
}

bool results_counts(const struct results *results, size_t agency, size_t control, size_t period)
{
    const struct state *state = results_state(results, agency, period);
    if (results->controls[control]->counts_not_reporting)
        return state->exists && !state->fresh && !state->ended;
    return state->exists && state->reported && !state->fresh;
}

static void finish_categories(struct results *results)
{
    for (size_t m = 0; m < results->measure_count; m++)
        for (size_t b = 0; b < results->measures[m]->by_count; b++)
            categories_finish(&results->categories[m][b]);
}

void results_finish(struct results *results)
{
    if (results->categories)
        finish_categories(results);
    tallies_finish(&results->tallies);
    tallies_finish(&results->contested);
    traces_finish(&results->traces);
    measurements_finish(&results->measurements);
    findings_free(results->findings);
    *results = (struct results){0};
}
