/* SPDX-License-Identifier: MIT */
#include "metrics/judge.h"

#include "base/arena.h"
#include "base/date.h"
#include "metrics/statistics.h"

#include <stdlib.h>
#include <string.h>

enum status judge_tally(const struct tally *tally, int64_t target, int64_t partly_from)
{
    int64_t total = tally_total(tally);
    if (total == 0)
        return tally->exempt ? STATUS_EXEMPT : STATUS_NOT_APPLICABLE;
    int64_t met = tally->met, possible = met + tally->no_evidence;
    if (met * 100 >= target * total)
        return STATUS_MET;
    if (possible * 100 >= target * total)
        return STATUS_NO_EVIDENCE;
    return met * 100 >= partly_from * total ? STATUS_PARTLY : STATUS_NOT_MET;
}

enum status judge_control(const struct results *results, size_t agency, size_t control,
                          size_t period)
{
    const struct state *state = results_state(results, agency, period);
    const struct control *definition = results->controls[control];
    int32_t quarter = results->period - (PERIODS - 1) + (int32_t)period;
    if (!state->exists)
        return STATUS_NONE;
    if (!results->control_measured[control])
        return STATUS_NOT_MEASURED;
    if (state->fresh)
        return STATUS_NEW;
    if (!state->reported)
        return STATUS_NOT_REPORTING;
    if (period_ends_before(quarter) <= definition->effective_from ||
        results_mandate(results, agency) == MANDATE_UNKNOWN)
        return STATUS_NOT_APPLICABLE;
    struct tally tally = results_tally(results, agency, control, period);
    enum status status = judge_tally(&tally, definition->target, results->method->partly_from);
    if (results_mandate(results, agency) != MANDATE_ENCOURAGED)
        return status;
    if (status == STATUS_MET)
        return STATUS_ADOPTED;
    bool judged =
        status == STATUS_PARTLY || status == STATUS_NOT_MET || status == STATUS_NO_EVIDENCE;
    return judged ? STATUS_NOT_ADOPTED : status;
}

/** For every agency and period whether it submitted. */
static void note_submissions(struct results *results)
{
    const struct reference *reference = results->reference;
    int32_t first = results->period - (PERIODS - 1);
    for (size_t i = 0; i < reference->submission_count; i++) {
        const struct submission *submission = &reference->submissions[i];
        if (submission->period >= first && submission->period <= results->period)
            results->states[submission->agency * PERIODS + (size_t)(submission->period - first)]
                .reported = true;
    }
}

void judge_states(struct results *results)
{
    const struct reference *reference = results->reference;
    results->states =
        arena_array(results->arena, reference->agency_count * PERIODS + 1, sizeof(struct state));
    results->classes =
        arena_array(results->arena, reference->agency_count + 1, sizeof *results->classes);
    for (size_t a = 0; a < reference->agency_count; a++) {
        const struct agency *agency = &reference->agencies[a];
        results->classes[a] = method_class(results->method, agency->class_code);
        for (size_t p = 0; p < PERIODS; p++) {
            int32_t quarter = results->period - (PERIODS - 1) + (int32_t)p;
            int32_t starts = period_starts_on(quarter), last = period_ends_before(quarter) - 1;
            results->states[a * PERIODS + p] = (struct state){
                .exists = agency->active_from <= last && agency->active_to >= starts,
                .ended = agency->active_to < last,
                .reported = !reference->submissions_supplied,
                .fresh = agency->active_from != DAY_UNKNOWN_PAST && agency->active_from <= last &&
                         last - agency->active_from < results->method->grace_days,
            };
        }
    }
    note_submissions(results);
}

/** The groups to which an agency's numbers are added: its mandate's, its class's, all. */
static size_t groups_of(const struct results *results, size_t agency, size_t groups[3])
{
    enum mandate mandate = results_mandate(results, agency);
    size_t count = 0;
    groups[count++] = results_group(results, GROUP_ALL);
    if (mandate == MANDATE_UNKNOWN) {
        groups[count++] = results_group(results, GROUP_UNKNOWN);
        return count;
    }
    groups[count++] =
        results_group(results, mandate == MANDATE_MANDATED ? GROUP_MANDATED : GROUP_ENCOURAGED);
    groups[count++] = results->reference->agency_count + GROUP_CLASSES + results->classes[agency];
    return count;
}

static void add_tally(struct results *results, struct tally_key from)
{
    size_t groups[3], count = groups_of(results, from.body, groups);
    if (results_mandate(results, from.body) == MANDATE_UNKNOWN ||
        !results_counts(results, from.body, from.control, from.period))
        return;
    struct tally tally = tallies_find(&results->tallies, from);
    for (size_t g = 1; g < count; g++) /* not to all: mandated and encouraged share no rate */
        tallies_add(&results->tallies, (struct tally_key){groups[g], from.control, from.period},
                    &tally);
}

static void add_measurement(struct results *results, struct measurement_key from)
{
    size_t groups[3], count = groups_of(results, from.body, groups);
    if (!results_state(results, from.body, from.period)->exists)
        return;
    for (size_t g = 0; g < count; g++) {
        struct measurement_key to = from;
        to.body = groups[g];
        measurements_merge(&results->measurements, to, from);
    }
}

/* What there is of agencies, not agencies times definitions times categories: most of that is
 * empty. The groups' own come behind it. */
void judge_groups(struct results *results)
{
    size_t tallies = results->tallies.keys.count;
    size_t measurements = results->measurements.keys.count;
    for (size_t i = 0; i < tallies; i++)
        add_tally(results, tallies_key(&results->tallies, i));
    for (size_t i = 0; i < measurements; i++)
        add_measurement(results, measurements_key(&results->measurements, i));
}

#define BILLION 1000000000

/** `part` billionths of `whole`, to the nearest; all of it only where nothing lacks. */
static int64_t share_of(int64_t part, int64_t whole)
{
    int64_t share = (part + whole / 2) / whole;
    return share == BILLION && part < whole * BILLION ? BILLION - 1 : share;
}

/** A score passes three roundings, which together cost it at most one and a half billionths: what
 * is exactly 95 % must not come out as 94.9999 %. */
static int64_t to_millionths(int64_t billionths)
{
    int64_t millionths = (billionths + 2) / 1000;
    return millionths >= MILLION && billionths < BILLION ? MILLION - 1 : millionths;
}

/** The weights of one section as they add up. */
struct weighing {
    int64_t credit; /* weight times billionths */
    int64_t weight; /* of controls with items */
    int64_t asked;    /* of all that apply, measured or not */
    int64_t judged; /* of those, with evidence */
};

static void weigh(const struct results *results, size_t agency, size_t period, size_t control,
                  struct weighing *section)
{
    enum status status = judge_control(results, agency, control, period);
    int64_t weight = results->controls[control]->weight;
    if (status == STATUS_NOT_MEASURED)
        section->asked += weight;
    if (status != STATUS_MET && status != STATUS_PARTLY && status != STATUS_NOT_MET &&
        status != STATUS_NO_EVIDENCE)
        return;
    struct tally tally = results_tally(results, agency, control, period);
    section->asked += weight;
    section->weight += weight;
    section->judged += status == STATUS_NO_EVIDENCE ? 0 : weight;
    section->credit += weight * share_of(tally.met * (int64_t)BILLION, tally_total(&tally));
}

/** What all scores are reckoned with: found and made once. */
struct scoring {
    struct results *results;
    size_t *section_of;        /* [control] */
    struct weighing *sections; /* of the body and period at hand */
};

static void weigh_all(const struct scoring *scoring, size_t agency, size_t period)
{
    const struct results *results = scoring->results;
    memset(scoring->sections, 0, results->method->section_count * sizeof *scoring->sections);
    if (results_mandate(results, agency) != MANDATE_MANDATED)
        return;
    for (size_t c = 0; c < results->control_count; c++)
        weigh(results, agency, period, c, &scoring->sections[scoring->section_of[c]]);
}

/** The score of weighed sections; a section without weight takes no part. */
static void add_up(const struct method *method, const struct weighing *sections,
                   struct score *score)
{
    int64_t credit = 0, weight = 0, judged = 0, asked = 0;
    for (size_t s = 0; s < method->section_count; s++) {
        score->sections[s] = -1;
        if (sections[s].asked) {
            asked += method->sections[s].weight;
            judged += method->sections[s].weight *
                      share_of(sections[s].judged * BILLION, sections[s].asked);
        }
        if (!sections[s].weight)
            continue;
        int64_t share = share_of(sections[s].credit, sections[s].weight);
        score->sections[s] = to_millionths(share);
        credit += method->sections[s].weight * share;
        weight += method->sections[s].weight;
    }
    score->has_score = weight > 0;
    score->millionths = weight ? to_millionths(share_of(credit, weight)) : 0;
    score->judged = asked ? to_millionths(share_of(judged, asked)) : 0;
}

static size_t band_of(const struct method *method, const struct score *score)
{
    if (!score->has_score || score->judged * 100 < method->minimum_judged * MILLION)
        return SIZE_MAX;
    size_t band = 0;
    while (score->millionths * 100 < method->bands[band].from * MILLION)
        band++;
    return band;
}

static void judge_score(const struct scoring *scoring, size_t agency, size_t period)
{
    struct results *results = scoring->results;
    const struct method *method = results->method;
    struct score *score = &results->scores[agency * PERIODS + period];
    score->sections = arena_array(results->arena, method->section_count + 1, sizeof(int64_t));
    weigh_all(scoring, agency, period);
    add_up(method, scoring->sections, score);
    score->band = score->band_uncapped = band_of(method, score);
    if (period == PERIODS - 1 && score->band != SIZE_MAX && results->overdue_critical[agency] > 0 &&
        score->band < method->cap) {
        score->band = method->cap;
        score->capped = true;
    }
}

void judge_scores(struct results *results)
{
    size_t agencies = results->reference->agency_count, controls = results->control_count;
    struct scoring scoring = {
        .results = results,
        .section_of = arena_array(results->arena, controls + 1, sizeof *scoring.section_of),
        .sections = arena_array(results->arena, results->method->section_count + 1,
                                sizeof *scoring.sections),
    };
    for (size_t c = 0; c < controls; c++)
        scoring.section_of[c] = method_section(results->method, results->controls[c]->id);
    results->scores = arena_array(results->arena, agencies * PERIODS + 1, sizeof(struct score));
    for (size_t a = 0; a < agencies; a++)
        for (size_t p = 0; p < PERIODS; p++)
            judge_score(&scoring, a, p);
}

int64_t judge_effect(const struct results *results, size_t agency, size_t control)
{
    const struct method *method = results->method;
    size_t section = method_section(method, results->controls[control]->id);
    struct weighing sections = {0};
    int64_t weights = 0;
    for (size_t c = 0; c < results->control_count; c++)
        if (method_section(method, results->controls[c]->id) == section)
            weigh(results, agency, PERIODS - 1, c, &sections);
    const struct score *score = results_score(results, agency, PERIODS - 1);
    for (size_t s = 0; s < method->section_count; s++)
        weights += score->sections[s] >= 0 ? method->sections[s].weight : 0;
    struct tally tally = results_tally(results, agency, control, PERIODS - 1);
    if (!sections.weight || !weights || !tally_total(&tally))
        return 0;
    int64_t missing = MILLION - tally.met * (int64_t)MILLION / tally_total(&tally);
    return method->sections[section].weight *
           (results->controls[control]->weight * missing / sections.weight) / weights;
}

int64_t judge_median_score_twice(const struct results *results, enum mandate mandate, size_t period,
                                 size_t *ret_count)
{
    size_t agencies = results->reference->agency_count, count = 0;
    int64_t *values = arena_array(results->arena, agencies + 1, sizeof *values);
    for (size_t a = 0; a < agencies; a++) {
        const struct score *score = results_score(results, a, period);
        if (results_mandate(results, a) == mandate && score->has_score &&
            score->band_uncapped != SIZE_MAX)
            values[count++] = score->millionths;
    }
    *ret_count = count;
    return count ? statistics_median_twice(values, count) : -1;
}
