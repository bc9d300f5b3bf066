/* SPDX-License-Identifier: MIT */
#include "document/words.h"

#include "base/arena.h"
#include "document/build.h"

static const struct disclosure_rules *rules_of(const struct build *build)
{
    return &build->results->method->disclosure;
}

static long long threshold(const struct build *build)
{
    const struct disclosure_rules *rules = rules_of(build);
    return build->audience == AUDIENCE_OVERSIGHT ? rules->oversight_below : rules->public_below;
}

const char *words_masking(const struct build *build)
{
    const struct disclosure_rules *rules = rules_of(build);
    if (!rules->mask)
        return "not masked: exact, for the office only";
    if (build->audience == AUDIENCE_AGENCY && build->body != SIZE_MAX)
        return arena_printf(build->arena, "exact; personnel cases kept back below %lld",
                            (long long)rules->personnel_below);
    return arena_printf(build->arena, "kept back below %lld, others rounded to %lld",
                        threshold(build), (long long)rules->round_to);
}

const char *words_masking_at_length(const struct build *build)
{
    const struct disclosure_rules *rules = rules_of(build);
    if (!rules->mask)
        return "Counts of persons (people who wrote, officers, cases) are not masked in this copy: "
               "it "
               "is for the office only.";
    if (build->audience == AUDIENCE_AGENCY && build->body != SIZE_MAX)
        return arena_printf(build->arena,
                            "[c] means confidential: kept back is a small count of persons. In the "
                            "agency's own copy that is a personnel case count below %lld, nought "
                            "too; its other numbers are exact, and those of groups as the public "
                            "has them.",
                            (long long)rules->personnel_below);
    return arena_printf(
        build->arena,
        "[c] means confidential: kept back is a small count of persons (people who wrote, "
        "officers, "
        "cases; never accounts or posts), or one from which a small one could be worked out%s. "
        "Kept "
        "back are counts below %lld, of personnel cases below %lld and nought too. Other counts of "
        "persons are rounded to the nearest %lld, each by itself, totals too: they may not add up. "
        "Shares are of the rounded counts; means and medians are rounded.",
        build->audience == AUDIENCE_OVERSIGHT ? ""
                                              : ", or a security or personnel matter of one body",
        threshold(build), (long long)rules->personnel_below, (long long)rules->round_to);
}
