/* SPDX-License-Identifier: MIT */

/* Facts about how firm a judgement is, in sentences: bounds, contests, weights, peers. */
#include "document/fact_source.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/phrase.h"
#include "base/text.h"
#include "document/build.h"
#include "document/terms.h"
#include "metrics/judge.h"
#include "metrics/peers.h"

#define LAST (PERIODS - 1)
#define POINTS (MILLION / 100)

static struct cell keep(const struct build *build, struct text *text)
{
    struct cell cell = cell_text(arena_text(build->arena, text_string(text)));
    text_finish(text);
    return cell;
}

/** A score as the tables print it. */
static const char *points(const struct build *build, int64_t millionths, int64_t of)
{
    struct cell cell = cell_ratio(millionths, of * POINTS);
    struct text text = {0};
    cell_print(&cell, &(struct column){.unit = UNIT_SCORE, .decimals = 1}, &text);
    return keep(build, &text).text;
}

static const struct score *score_of(const struct build *build)
{
    return results_score(build->results, build->body, LAST);
}

static struct cell bounds(const struct build *build)
{
    const struct score *score = score_of(build);
    if (score->band_uncapped == SIZE_MAX)
        return cell_text(phrase(PHRASE_SCORE_NONE));
    if (score->upper == score->millionths)
        return cell_text(phrase(PHRASE_SCORE_ALL_KNOWN));
    return cell_text(phrase_filled(build->arena, PHRASE_SCORE_UPPER, "score",
                                   points(build, score->upper, 1), NULL));
}

static struct cell sensitivity(const struct build *build)
{
    const struct score *score = score_of(build);
    if (score->band_uncapped == SIZE_MAX)
        return cell_text(phrase(PHRASE_SCORE_NONE));
    enum phrase said = score->band_low == score->band_high ? PHRASE_SCORE_WEIGHTS_SAME
                                                           : PHRASE_SCORE_WEIGHTS_BANDS;
    return cell_text(phrase_filled(build->arena, said, "low", points(build, score->low, 1), "high",
                                   points(build, score->high, 1), "lower-band",
                                   term_band(build, score->band_low), "higher-band",
                                   term_band(build, score->band_high), NULL));
}

static int64_t withdrawn_of(const struct results *results, size_t agency)
{
    int64_t count = 0;
    for (size_t i = 0; i < results->responses.count; i++) {
        const struct answered *answered = &results->responses.items[i];
        count += answered->name.agency == agency && answered->response->withdrawn;
    }
    return count;
}

/** What was contested and decided for the agency. */
static struct cell decided(const struct build *build)
{
    int64_t count = withdrawn_of(build->results, build->body);
    if (count == 0)
        return cell_text(phrase(PHRASE_CONTESTED_NONE));
    return cell_text(phrase_filled(
        build->arena, phrase_plural(count, PHRASE_CONTESTED_PAST_ONE, PHRASE_CONTESTED_PAST_MANY),
        "count", phrase_number(build->arena, count), NULL));
}

static struct cell contested(const struct build *build)
{
    const struct score *score = score_of(build);
    int64_t count = results_contested_all(build->results, build->body, LAST);
    if (count == 0)
        return decided(build);
    const char *number = phrase_number(build->arena, count);
    if (score->band_uncapped == SIZE_MAX || score->without_contested < 0)
        return cell_text(phrase_filled(
            build->arena, phrase_plural(count, PHRASE_CONTESTED_ONE, PHRASE_CONTESTED_MANY),
            "count", number, NULL));
    return cell_text(phrase_filled(
        build->arena, phrase_plural(count, PHRASE_CONTESTED_SCORE_ONE, PHRASE_CONTESTED_SCORE_MANY),
        "count", number, "with", points(build, score->millionths, 1), "without",
        points(build, score->without_contested, 1), NULL));
}

static struct cell peers(const struct build *build)
{
    const struct peers *peers = build->peers;
    struct arena *arena = build->arena;
    if (!peers)
        return cell_text(phrase_filled(arena, PHRASE_PEERS_FEW, "minimum",
                                       phrase_number(arena, build->results->method->peer_minimum),
                                       NULL));
    const char *count = phrase_number(arena, (int64_t)peers->count);
    if (!peers->score.count)
        return cell_text(phrase_filled(arena, PHRASE_PEERS_COUNT, "count", count, NULL));
    return cell_text(phrase_filled(arena, PHRASE_PEERS_SCORES, "count", count, "median",
                                   points(build, peers->score.median_twice, 2), "lower",
                                   points(build, peers->score.lower, 1), "upper",
                                   points(build, peers->score.upper, 1), NULL));
}

/** What the agency carries on: a break in its trend, never a sum. */
static struct cell succession(const struct build *build)
{
    const struct reference *reference = build->results->reference;
    int32_t first = period_starts_on(build->results->period - (PERIODS - 1));
    struct text text = {0};
    for (size_t i = 0; i < reference->succession_count; i++) {
        const struct succession *succession = &reference->successions[i];
        struct text day = {0};
        if (succession->successor != build->body || succession->on_date < first ||
            succession->on_date > build->results->as_of)
            continue;
        date_long(&day, succession->on_date);
        text_append(&text, text.length ? " " : "");
        phrase_say(&text, PHRASE_SUCCESSION, "agency", reference->agencies[succession->agency].code,
                   "day", text_string(&day), NULL);
        text_finish(&day);
    }
    return keep(build, &text);
}

/** Bodies of which the band depends on the weights. */
static struct cell moving(const struct build *build)
{
    int64_t count = 0;
    for (size_t a = 0; a < build->results->reference->agency_count; a++) {
        const struct score *score = results_score(build->results, a, LAST);
        count += score->band != SIZE_MAX && score->band_low != score->band_high;
    }
    return cell_count(count);
}

static struct cell contested_all(const struct build *build)
{
    int64_t count = 0;
    for (size_t a = 0; a < build->results->reference->agency_count; a++)
        count += results_contested_all(build->results, a, LAST);
    return cell_count(count);
}

static struct cell capped_share(const struct build *build)
{
    struct share share;
    judge_capped(build->results, &share);
    return cell_rate_of_many(share.x, share.n);
}

#define ALL FACT_ALL_CONTROLS
#define OF_AGENCY (FACT_AGENCY | FACT_ALL_CONTROLS)

const struct fact_source JUDGING_FACTS[] = {
    {"score.bounds", OF_AGENCY, UNIT_TEXT, 0, bounds, "a sentence: were all unknown met"},
    {"score.sensitivity", OF_AGENCY, UNIT_TEXT, 0, sensitivity, "a sentence: were weights other"},
    {"score.contested", OF_AGENCY, UNIT_TEXT, 0, contested, "a sentence: the score both ways"},
    {"agency.succession", FACT_AGENCY, UNIT_TEXT, 0, succession,
     "a sentence: the bodies that it carries on; nothing where there are none"},
    {"peers.sentence", OF_AGENCY, UNIT_TEXT, 0, peers, "a sentence: scores of its peers"},
    {"sensitivity.moving", ALL, UNIT_COUNT, 0, moving, "bodies whose band depends on the weights"},
    {"contested.count", ALL, UNIT_COUNT, 0, contested_all, "findings contested and not decided"},
    {"capped.share", ALL, UNIT_PERCENT, 0, capped_share, "of the bodies with a band"},
    {0},
};
