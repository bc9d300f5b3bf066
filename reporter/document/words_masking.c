/* SPDX-License-Identifier: MIT */
#include "document/words.h"

#include "base/phrase.h"
#include "document/build.h"

static const struct disclosure_rules *rules_of(const struct build *build)
{
    return &build->results->method->disclosure;
}

static int64_t threshold(const struct build *build)
{
    const struct disclosure_rules *rules = rules_of(build);
    return build->audience == AUDIENCE_OVERSIGHT ? rules->oversight_below : rules->public_below;
}

const char *words_masking(const struct build *build)
{
    const struct disclosure_rules *rules = rules_of(build);
    struct arena *arena = build->arena;
    if (!rules->mask)
        return phrase(PHRASE_MASKING_NONE);
    if (build->audience == AUDIENCE_AGENCY && build->body != SIZE_MAX)
        return phrase_filled(arena, PHRASE_MASKING_AGENCY, "personnel",
                             phrase_number(arena, rules->personnel_below), NULL);
    return phrase_filled(arena, PHRASE_MASKING_OTHERS, "below",
                         phrase_number(arena, threshold(build)), "round",
                         phrase_number(arena, rules->round_to), NULL);
}

const char *words_masking_at_length(const struct build *build)
{
    const struct disclosure_rules *rules = rules_of(build);
    struct arena *arena = build->arena;
    const char *personnel = phrase_number(arena, rules->personnel_below);
    if (!rules->mask)
        return phrase(PHRASE_MASKING_LONG_NONE);
    if (build->audience == AUDIENCE_AGENCY && build->body != SIZE_MAX)
        return phrase_filled(arena, PHRASE_MASKING_LONG_AGENCY, "personnel", personnel, NULL);
    return phrase_filled(arena,
                         build->audience == AUDIENCE_OVERSIGHT ? PHRASE_MASKING_LONG_OVERSIGHT
                                                               : PHRASE_MASKING_LONG_PUBLIC,
                         "below", phrase_number(arena, threshold(build)), "personnel", personnel,
                         "round", phrase_number(arena, rules->round_to), NULL);
}
