/* SPDX-License-Identifier: MIT */

/* Scores, their bands, and how far they could move. */
#include "base/arena.h"
#include "metrics/judge.h"
#include "metrics/rounding.h"
#include "metrics/sensitivity.h"

#include <string.h>

/** How items without evidence and contested ones are taken. */
enum reading {
    AS_IS,             /* both as not met */
    ALL_MET,           /* those without evidence as met */
    WITHOUT_CONTESTED, /* contested ones left out */
};

/** The weights of one section as they add up. */
struct weighing {
    int64_t credit; /* weight times billionths */
    int64_t weight; /* of controls with items */
    int64_t asked;  /* of all that apply, measured or not */
    int64_t judged; /* of those, with evidence */
};

/** What all scores are reckoned with: found and made once. */
struct scoring {
    struct results *results;
    size_t *section_of;        /* [control] */
    struct weighing *sections; /* of the body and period at hand */
    struct weighted *parts;    /* the same, for the sensitivity */
};

/** A control's share of the credit, in billionths. */
static int64_t credit_of(const struct results *results, const struct control *control,
                         const struct tally *tally)
{
    if (!item_is_person(control->item))
        return rounding_share(tally->met * (int64_t)BILLION, tally_total(tally));
    enum status status = judge_tally(tally, control->target, results->method->partly_from);
    if (status == STATUS_MET)
        return BILLION;
    return status == STATUS_PARTLY ? BILLION / 2 : 0;
}

int64_t judge_credit(const struct results *results, size_t agency, size_t control, size_t period)
{
    struct tally tally =
        tallies_find(&results->tallies, (struct tally_key){agency, control, period});
    return tally_total(&tally) ? credit_of(results, results->controls[control], &tally) : 0;
}

static struct tally read_tally(const struct results *results, struct tally_key key,
                               enum reading reading)
{
    struct tally tally = tallies_find(&results->tallies, key);
    if (reading == ALL_MET) {
        tally.met += tally.no_evidence;
        tally.no_evidence = 0;
    } else if (reading == WITHOUT_CONTESTED) {
        struct tally contested = tallies_find(&results->contested, key);
        tally.not_met -= contested.not_met;
        tally.no_evidence -= contested.no_evidence;
    }
    return tally;
}

static void weigh(const struct results *results, struct tally_key key, enum reading reading,
                  struct weighing *section)
{
    const struct control *control = results->controls[key.control];
    enum status status = judge_control(results, key.body, key.control, key.period);
    if (status == STATUS_NOT_MEASURED)
        section->asked += control->weight;
    if (status != STATUS_MET && status != STATUS_PARTLY && status != STATUS_NOT_MET &&
        status != STATUS_NO_EVIDENCE)
        return;
    struct tally tally = read_tally(results, key, reading);
    if (!tally_total(&tally))
        return;
    section->asked += control->weight;
    section->weight += control->weight;
    section->judged += status == STATUS_NO_EVIDENCE ? 0 : control->weight;
    section->credit += control->weight * credit_of(results, control, &tally);
}

static void weigh_all(const struct scoring *scoring, size_t agency, size_t period,
                      enum reading reading)
{
    const struct results *results = scoring->results;
    memset(scoring->sections, 0, results->method->section_count * sizeof *scoring->sections);
    if (results_mandate(results, agency) != MANDATE_MANDATED)
        return;
    for (size_t c = 0; c < results->control_count; c++)
        weigh(results, (struct tally_key){agency, c, period}, reading,
              &scoring->sections[scoring->section_of[c]]);
}

/** The weighted mean of the sections, in billionths; a section without weight takes no part. -1
 * where none has any. */
static int64_t mean_of(const struct scoring *scoring)
{
    const struct method *method = scoring->results->method;
    int64_t credit = 0, weight = 0;
    for (size_t s = 0; s < method->section_count; s++) {
        const struct weighing *section = &scoring->sections[s];
        if (!section->weight)
            continue;
        credit += method->sections[s].weight * rounding_share(section->credit, section->weight);
        weight += method->sections[s].weight;
    }
    return weight ? rounding_share(credit, weight) : -1;
}

static void add_up(const struct scoring *scoring, struct score *score)
{
    const struct method *method = scoring->results->method;
    int64_t judged = 0, asked = 0;
    for (size_t s = 0; s < method->section_count; s++) {
        const struct weighing *section = &scoring->sections[s];
        if (section->asked) {
            asked += method->sections[s].weight;
            judged += method->sections[s].weight *
                      rounding_share(section->judged * BILLION, section->asked);
        }
        score->sections[s] =
            section->weight ? rounding_millionths(rounding_share(section->credit, section->weight))
                            : -1;
    }
    int64_t mean = mean_of(scoring);
    score->has_score = mean >= 0;
    score->millionths = mean >= 0 ? rounding_millionths(mean) : 0;
    score->judged = asked ? rounding_millionths(rounding_share(judged, asked)) : 0;
}

static size_t band_at(const struct method *method, int64_t millionths)
{
    size_t band = 0;
    while (millionths * 100 < method->bands[band].from * MILLION)
        band++;
    return band;
}

static bool has_band(const struct method *method, const struct score *score)
{
    return score->has_score && score->judged * 100 >= method->minimum_judged * MILLION;
}

/** Of the sections as they were weighed last. */
static void move_weights(const struct scoring *scoring, struct score *score)
{
    const struct method *method = scoring->results->method;
    size_t count = 0;
    for (size_t s = 0; s < method->section_count; s++) {
        const struct weighing *section = &scoring->sections[s];
        if (section->weight && method->sections[s].weight)
            scoring->parts[count++] = (struct weighted){
                rounding_share(section->credit, section->weight), method->sections[s].weight};
    }
    struct range range = sensitivity_range(scoring->parts, count);
    score->low = rounding_millionths(range.low);
    score->high = rounding_millionths(range.high);
}

static bool is_contested(const struct results *results, size_t agency, size_t period)
{
    for (size_t c = 0; results->contested.keys.count && c < results->control_count; c++)
        if (results_contested(results, agency, c, period) > 0)
            return true;
    return false;
}

/** The other readings of the same rows; to be called behind add_up(). */
static void find_bounds(const struct scoring *scoring, size_t agency, size_t period,
                        struct score *score)
{
    move_weights(scoring, score);
    weigh_all(scoring, agency, period, ALL_MET);
    score->upper = rounding_millionths(mean_of(scoring));
    score->without_contested = score->millionths;
    score->has_contested = is_contested(scoring->results, agency, period);
    if (!score->has_contested)
        return;
    weigh_all(scoring, agency, period, WITHOUT_CONTESTED);
    int64_t mean = mean_of(scoring);
    score->without_contested = mean < 0 ? -1 : rounding_millionths(mean);
}

static void find_bands(const struct results *results, size_t agency, size_t period,
                       struct score *score)
{
    const struct method *method = results->method;
    score->band = score->band_uncapped = score->band_low = score->band_high = SIZE_MAX;
    if (!has_band(method, score))
        return;
    bool caps = period == PERIODS - 1 && results->overdue_critical[agency] > 0;
    size_t *bands[] = {&score->band, &score->band_low, &score->band_high};
    *bands[0] = score->band_uncapped = band_at(method, score->millionths);
    *bands[1] = band_at(method, score->low);
    *bands[2] = band_at(method, score->high);
    score->capped = caps && score->band < method->cap;
    for (size_t i = 0; i < ARRAY_LENGTH(bands); i++)
        if (caps && *bands[i] < method->cap)
            *bands[i] = method->cap;
}

static void judge_score(const struct scoring *scoring, size_t agency, size_t period)
{
    struct results *results = scoring->results;
    struct score *score = &results->scores[agency * PERIODS + period];
    score->sections =
        arena_array(results->arena, results->method->section_count + 1, sizeof(int64_t));
    weigh_all(scoring, agency, period, AS_IS);
    add_up(scoring, score);
    if (score->has_score)
        find_bounds(scoring, agency, period, score);
    find_bands(results, agency, period, score);
}

void judge_scores(struct results *results)
{
    size_t agencies = results->reference->agency_count, controls = results->control_count;
    size_t sections = results->method->section_count;
    struct scoring scoring = {
        .results = results,
        .section_of = arena_array(results->arena, controls + 1, sizeof *scoring.section_of),
        .sections = arena_array(results->arena, sections + 1, sizeof *scoring.sections),
        .parts = arena_array(results->arena, sections + 1, sizeof *scoring.parts),
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
    const struct control *definition = results->controls[control];
    size_t section = method_section(method, definition->id);
    struct weighing sections = {0};
    int64_t weights = 0;
    for (size_t c = 0; c < results->control_count; c++)
        if (method_section(method, results->controls[c]->id) == section)
            weigh(results, (struct tally_key){agency, c, PERIODS - 1}, AS_IS, &sections);
    const struct score *score = results_score(results, agency, PERIODS - 1);
    for (size_t s = 0; s < method->section_count; s++)
        weights += score->sections[s] >= 0 ? method->sections[s].weight : 0;
    struct tally tally =
        tallies_find(&results->tallies, (struct tally_key){agency, control, PERIODS - 1});
    if (!sections.weight || !weights || !tally_total(&tally))
        return 0;
    int64_t missing = MILLION - credit_of(results, definition, &tally) / (BILLION / MILLION);
    return method->sections[section].weight * (definition->weight * missing / sections.weight) /
           weights;
}
