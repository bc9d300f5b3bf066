/* SPDX-License-Identifier: MIT */
#include "metrics/judge.h"

#include "base/arena.h"
#include "base/date.h"
#include "metrics/statistics.h"

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
    if (!state->reported) /* of a body that ended no return was expected any more */
        return state->ended ? STATUS_NOT_APPLICABLE : STATUS_NOT_REPORTING;
    if (period_ends_before(quarter) <= definition->effective_from ||
        results_mandate(results, agency) == MANDATE_UNKNOWN)
        return STATUS_NOT_APPLICABLE;
    struct tally tally =
        tallies_find(&results->tallies, (struct tally_key){agency, control, period});
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

/** Adds an agency's tally to its groups' where it counts in them. */
static void add_tally(struct results *results, struct tallies *tallies, struct tally_key from)
{
    size_t groups[3], count = groups_of(results, from.body, groups);
    if (results_mandate(results, from.body) == MANDATE_UNKNOWN ||
        !results_counts(results, from.body, from.control, from.period))
        return;
    struct tally tally = tallies_find(tallies, from);
    for (size_t g = 1; g < count; g++) /* not to all: mandated and encouraged share no rate */
        tallies_add(tallies, (struct tally_key){groups[g], from.control, from.period}, &tally);
}

static void add_measurement(struct results *results, struct measurement_key from)
{
    size_t groups[3], count;
    if (!results_is_agency(results, from.body) || /* of all bodies together from the start */
        !results_state(results, from.body, from.period)->exists)
        return;
    count = groups_of(results, from.body, groups);
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
    size_t tallies = results->tallies.keys.count, contested = results->contested.keys.count;
    size_t measurements = results->measurements.keys.count;
    for (size_t i = 0; i < tallies; i++)
        add_tally(results, &results->tallies, tallies_key(&results->tallies, i));
    for (size_t i = 0; i < contested; i++)
        add_tally(results, &results->contested, tallies_key(&results->contested, i));
    for (size_t i = 0; i < measurements; i++)
        add_measurement(results, measurements_key(&results->measurements, i));
}

void judge_capped(const struct results *results, struct share *ret_share)
{
    *ret_share = (struct share){0};
    for (size_t a = 0; a < results->reference->agency_count; a++) {
        const struct score *score = results_score(results, a, PERIODS - 1);
        ret_share->n += score->band != SIZE_MAX;
        ret_share->x += score->capped;
    }
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
