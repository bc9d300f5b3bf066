/* SPDX-License-Identifier: MIT */
#include "metrics/disclosure.h"

#include "base/arena.h"
#include "metrics/disclosure_set.h"
#include "metrics/results.h"

#include <stdlib.h>

#define SECONDS_PER_HOUR 3600

const char *const AUDIENCES[] = {"agency", "oversight", "public", NULL};

static void set_init(struct disclosure_set *set, const struct results *results,
                     enum audience audience)
{
    const struct disclosure_rules *rules = &results->method->disclosure;
    *set = (struct disclosure_set){
        .below = audience == AUDIENCE_OVERSIGHT ? rules->oversight_below : rules->public_below,
        .personnel_below = rules->personnel_below,
        .round_to = audience == AUDIENCE_AGENCY ? 1 : rules->round_to,
        .also_below = audience == AUDIENCE_OVERSIGHT ? rules->public_below : 0,
        .own = audience == AUDIENCE_AGENCY,
        .whole = calloc(results->measure_count * PERIODS + 1, sizeof(bool)),
    };
    if (!set->whole)
        arena_exhausted();
}

/** Oversight reads the public copy too: what is hidden from it must not be found there. */
static void hide_the_same(struct disclosure *disclosure)
{
    const struct disclosure_set *from = &disclosure->sets[AUDIENCE_OVERSIGHT];
    struct disclosure_set *to = &disclosure->sets[AUDIENCE_PUBLIC];
    for (size_t i = 0; i < from->hidden.count; i++)
        sparse_put(&to->hidden, from->hidden.order[i]);
    for (size_t i = 0; i < disclosure->results->measure_count * PERIODS; i++)
        to->whole[i] |= from->whole[i];
}

struct disclosure *disclosure_new(struct results *results)
{
    struct disclosure *disclosure = calloc(1, sizeof *disclosure);
    if (!disclosure)
        arena_exhausted();
    disclosure->results = results;
    if (!results->method->disclosure.mask)
        return disclosure;
    series_init(&disclosure->series, results);
    identities_find(&disclosure->identities, &disclosure->series, results);
    distributions_find(disclosure);
    for (enum audience a = 0; a < AUDIENCE_COUNT; a++)
        set_init(&disclosure->sets[a], results, a);
    disclosure_audit(disclosure, &disclosure->sets[AUDIENCE_AGENCY]);
    disclosure_audit(disclosure, &disclosure->sets[AUDIENCE_OVERSIGHT]);
    hide_the_same(disclosure);
    disclosure_audit(disclosure, &disclosure->sets[AUDIENCE_PUBLIC]);
    return disclosure;
}

void disclosure_free(struct disclosure *disclosure)
{
    if (!disclosure)
        return;
    for (enum audience a = 0; a < AUDIENCE_COUNT; a++) {
        sparse_finish(&disclosure->sets[a].hidden);
        free(disclosure->sets[a].whole);
    }
    sparse_finish(&disclosure->kept);
    identities_finish(&disclosure->identities);
    series_finish(&disclosure->series);
    free(disclosure);
}

struct results disclosure_see(const struct disclosure *disclosure, const struct results *results,
                              enum audience audience, size_t viewer)
{
    struct results seen = *results;
    if (results->method->disclosure.mask)
        seen.view = (struct view){disclosure, audience, viewer};
    return seen;
}

/* ---- By name ---- */

static bool is_own(const struct results *seen, size_t body)
{
    return seen->view.audience == AUDIENCE_AGENCY && body == seen->view.viewer;
}

/** Whether an agency's sensitive matters are kept back: all but its own and oversight's copies. */
static bool keeps_by_name(const struct results *seen, size_t body, enum sensitivity sensitivity)
{
    return sensitivity != SENSITIVITY_NONE && results_is_agency(seen, body) &&
           !is_own(seen, body) && seen->view.audience != AUDIENCE_OVERSIGHT;
}

bool disclosure_keeps_tally(const struct results *seen, size_t body, size_t control)
{
    const struct control *definition = seen->controls[control];
    if (keeps_by_name(seen, body, definition->sensitivity))
        return true;
    if (!item_is_person(definition->item))
        return false;
    return !is_own(seen, body) || definition->sensitivity == SENSITIVITY_PERSONNEL;
}

bool disclosure_keeps_status(const struct results *seen, size_t agency, size_t control)
{
    return keeps_by_name(seen, agency, seen->controls[control]->sensitivity);
}

/** One section could be worked out from the others and the score: all are kept back, or none. */
bool disclosure_keeps_sections(const struct results *seen, size_t agency)
{
    for (size_t c = 0; c < seen->control_count; c++)
        if (disclosure_keeps_status(seen, agency, c))
            return true;
    return false;
}

/* ---- Values ---- */

static const struct disclosure_set *set_for(const struct results *seen, size_t body)
{
    enum audience audience = seen->view.audience;
    if (audience == AUDIENCE_AGENCY && !is_own(seen, body))
        audience = AUDIENCE_PUBLIC;
    return &seen->view.disclosure->sets[audience];
}

/** A printed value to a whole `unit`-th part: exact ones would tell how many rows there are. */
static struct fraction coarse(struct fraction exact, int64_t unit, int64_t part)
{
    int64_t times = exact.numerator * part, whole = exact.denominator * unit;
    int64_t sign = times < 0 ? -1 : 1;
    exact.numerator = sign * ((2 * sign * times + whole) / (2 * whole)) * unit;
    exact.denominator = part;
    return exact;
}

struct sight {
    const struct results *seen;
    const struct disclosure_set *set;
    struct measurement_key key;
    const struct measure_definition *measure;
};

static bool is_hidden(const struct sight *sight, enum role role)
{
    return cell_is_hidden(sight->seen->view.disclosure, sight->set, sight->key, role);
}

static int64_t rounded(const struct sight *sight, enum role role)
{
    const struct disclosure *disclosure = sight->seen->view.disclosure;
    return disclosure_round(cell_count_of(disclosure, sight->key, role),
                            set_below(disclosure, sight->set, sight->key.measure),
                            sight->set->round_to);
}

/** Whether the mask may stand for nought too: then no list may tell that there is something. */
static bool is_unlisted(const struct sight *sight, enum role role)
{
    const struct disclosure *disclosure = sight->seen->view.disclosure;
    return is_personnel_measure(disclosure, sight->key.measure) ||
           sight->set->whole[sight->key.measure * PERIODS + sight->key.period] ||
           cell_is_kept(disclosure, sight->set, sight->key) ||
           cell_is_covered(disclosure, sight->set, sight->key, role);
}

static struct fraction keep_back(bool unlisted)
{
    return (struct fraction){.withheld = true, .n_withheld = true, .unlisted = unlisted};
}

static struct fraction see_share(const struct sight *sight, struct fraction exact)
{
    bool is_ratio = sight->measure->statistic == STATISTIC_RATIO;
    if (is_hidden(sight, ROLE_BASE))
        return keep_back(is_unlisted(sight, ROLE_BASE));
    int64_t base = rounded(sight, ROLE_BASE);
    struct fraction seen = {.denominator = base, .n = is_ratio ? 0 : base, .n_withheld = is_ratio};
    if (exact.denominator == 0)
        return exact;
    if (is_hidden(sight, ROLE_ONES) || is_hidden(sight, ROLE_REST))
        seen.withheld = true;
    else
        seen.numerator = rounded(sight, ROLE_ONES);
    return seen;
}

static struct fraction see_sum(const struct sight *sight, struct fraction exact)
{
    if (is_hidden(sight, ROLE_ONES))
        return keep_back(is_unlisted(sight, ROLE_ONES));
    if (exact.n == 0)
        return exact;
    return (struct fraction){
        .numerator = rounded(sight, ROLE_ONES), .denominator = 1, .n_withheld = true};
}

static struct fraction see_rows(const struct sight *sight, struct fraction exact)
{
    if (is_hidden(sight, ROLE_BASE))
        return keep_back(is_unlisted(sight, ROLE_BASE));
    int64_t n = rounded(sight, ROLE_BASE);
    if (sight->measure->statistic == STATISTIC_COUNT)
        return (struct fraction){.numerator = n, .denominator = 1, .n = n};
    if (exact.denominator && !sight->set->own)
        exact = sight->measure->unit == MEASURE_SECONDS ? coarse(exact, SECONDS_PER_HOUR, 1)
                                                        : coarse(exact, 1, 10);
    exact.n = n;
    return exact;
}

struct fraction disclosure_value(struct results *seen, struct measurement_key key)
{
    const struct measure_definition *measure = seen->measures[key.measure];
    struct fraction exact = measurements_value(&seen->measurements, key, measure);
    struct sight sight = {seen, set_for(seen, key.body), key, measure};
    if (keeps_by_name(seen, key.body, measure->sensitivity))
        return keep_back(true);
    if (!item_is_person(measure->item) ||
        (sight.set->own && measure->sensitivity != SENSITIVITY_PERSONNEL))
        return exact;
    switch (measure->statistic) {
    case STATISTIC_SHARE:
    case STATISTIC_RATIO:
        return see_share(&sight, exact);
    case STATISTIC_SUM:
        return see_sum(&sight, exact);
    case STATISTIC_COUNT:
    case STATISTIC_MEAN:
    case STATISTIC_MEDIAN:
    case STATISTIC_P90:
        break;
    }
    return see_rows(&sight, exact);
}
