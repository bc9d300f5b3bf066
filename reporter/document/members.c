/* SPDX-License-Identifier: MIT */
#include "document/members.h"

#include "base/arena.h"
#include "base/text.h"
#include "document/build.h"
#include "document/rows.h"

bool members_of_group(const struct results *results, size_t group, size_t agency)
{
    size_t number = group - results->reference->agency_count;
    enum mandate mandate = results_mandate(results, agency);
    switch (number) {
    case GROUP_MANDATED:
        return mandate == MANDATE_MANDATED;
    case GROUP_ENCOURAGED:
        return mandate == MANDATE_ENCOURAGED;
    case GROUP_UNKNOWN:
        return mandate == MANDATE_UNKNOWN;
    case GROUP_ALL:
        return true;
    default:
        return results->classes[agency] == number - GROUP_CLASSES;
    }
}

bool members_has(const struct build *build, const struct row *row, size_t agency)
{
    const char *region = build->results->reference->agencies[agency].region;
    return members_of_group(build->results, row->body, agency) &&
           (!row->seat || text_equal(row->seat, region ? region : SEAT_CENTRAL));
}

/* Of millionths; -1: none. */
static int64_t value_of(const struct results *results, size_t agency, size_t section, size_t period)
{
    const struct score *score = results_score(results, agency, period);
    if (score->band_uncapped == SIZE_MAX)
        return -1;
    return section == MEMBERS_WHOLE ? score->millionths : score->sections[section];
}

static bool is_mixed(const struct build *build, const struct row *row)
{
    size_t number = row->body - build->results->reference->agency_count;
    return number != GROUP_MANDATED && number < GROUP_CLASSES;
}

static struct member_scores gather(const struct build *build, const struct row *row, size_t section,
                                   size_t period, bool both)
{
    const struct results *results = build->results;
    size_t agencies = results->reference->agency_count;
    struct member_scores scores = {0};
    if (is_mixed(build, row) || (both && row->period == 0))
        return scores;
    scores.values = arena_array(build->arena, agencies + 1, sizeof *scores.values);
    for (size_t a = 0; a < agencies; a++) {
        int64_t value = value_of(results, a, section, period);
        bool counts = value >= 0 && members_has(build, row, a);
        if (counts && both)
            counts = value_of(results, a, section, row->period) >= 0 &&
                     value_of(results, a, section, row->period - 1) >= 0;
        if (counts)
            scores.values[scores.count++] = value;
    }
    return scores;
}

struct member_scores members_scores(const struct build *build, const struct row *row,
                                    size_t section)
{
    return gather(build, row, section, row->period, false);
}

struct member_scores members_like_for_like(const struct build *build, const struct row *row,
                                           size_t section, size_t period)
{
    return gather(build, row, section, period, true);
}

struct member_moves members_moves(const struct build *build, const struct row *row)
{
    const struct results *results = build->results;
    struct member_moves moves = {0};
    if (is_mixed(build, row) || row->period == 0)
        return moves;
    for (size_t a = 0; a < results->reference->agency_count; a++) {
        size_t now = results_score(results, a, row->period)->band_uncapped;
        size_t before = results_score(results, a, row->period - 1)->band_uncapped;
        if (now == SIZE_MAX || before == SIZE_MAX || !members_has(build, row, a))
            continue;
        moves.rose += now < before; /* the highest band is the first */
        moves.fell += now > before;
        moves.same += now == before;
    }
    return moves;
}
