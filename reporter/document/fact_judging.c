/* SPDX-License-Identifier: MIT */

/* Facts about how firm a judgement is, in sentences: bounds, contests, weights, peers. */
#include "document/fact_source.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"
#include "document/build.h"
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
static void put_points(struct text *text, int64_t millionths, int64_t of)
{
    struct cell cell = cell_ratio(millionths, of * POINTS);
    cell_print(&cell, &(struct column){.unit = UNIT_SCORE, .decimals = 1}, text);
}

static const struct score *score_of(const struct build *build)
{
    return results_score(build->results, build->body, LAST);
}

static const char *band_of(const struct build *build, size_t band)
{
    return build->results->method->bands[band].name;
}

static struct cell bounds(const struct build *build)
{
    const struct score *score = score_of(build);
    struct text text = {0};
    if (score->band_uncapped == SIZE_MAX)
        return cell_text("There is no score.");
    if (score->upper == score->millionths)
        return cell_text("Nothing that the score counts lacks evidence.");
    text_append(&text, "Items without evidence count as not met; were they all met, the score "
                       "would be ");
    put_points(&text, score->upper, 1);
    text_append(&text, ".");
    return keep(build, &text);
}

static struct cell sensitivity(const struct build *build)
{
    const struct score *score = score_of(build);
    struct text text = {0};
    if (score->band_uncapped == SIZE_MAX)
        return cell_text("There is no score.");
    text_append(&text, "Were each section's weight up to a quarter higher or lower, the score "
                       "would lie between ");
    put_points(&text, score->low, 1);
    text_append(&text, " and ");
    put_points(&text, score->high, 1);
    if (score->band_low == score->band_high)
        text_printf(&text, ", the band %s in any case.", band_of(build, score->band_low));
    else
        text_printf(&text, ", the band between %s and %s.", band_of(build, score->band_low),
                    band_of(build, score->band_high));
    return keep(build, &text);
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
    struct text text = {0};
    if (count == 0)
        return cell_text("No finding is contested.");
    text_printf(&text,
                "No contest is undecided; %lld %s withdrawn after it was contested, and the item "
                "is set aside.",
                (long long)count, count == 1 ? "finding was" : "findings were");
    return keep(build, &text);
}

static struct cell contested(const struct build *build)
{
    const struct score *score = score_of(build);
    int64_t count = results_contested_all(build->results, build->body, LAST);
    struct text text = {0};
    if (count == 0)
        return decided(build);
    text_printf(&text, "%lld %s contested and not decided", (long long)count,
                count == 1 ? "finding is" : "findings are");
    if (score->band_uncapped != SIZE_MAX && score->without_contested >= 0) {
        text_append(&text, ": the score is ");
        put_points(&text, score->millionths, 1);
        text_printf(&text, " with %s and ", count == 1 ? "it" : "them");
        put_points(&text, score->without_contested, 1);
        text_printf(&text, " without %s", count == 1 ? "it" : "them");
    }
    text_append(&text, ".");
    return keep(build, &text);
}

static struct cell peers(const struct build *build)
{
    const struct peers *peers = build->peers;
    long long minimum = (long long)build->results->method->peer_minimum;
    struct text text = {0};
    if (!peers) {
        text_printf(&text,
                    "There are fewer than %lld reporting bodies of the same class and like size: "
                    "no figure of peers is given.",
                    minimum);
        return keep(build, &text);
    }
    text_printf(&text, "%zu reporting bodies of the same class and like size are peers",
                peers->count);
    if (peers->score.count) {
        text_append(&text, ": their median score is ");
        put_points(&text, peers->score.median_twice, 2);
        text_append(&text, ", the middle half lies between ");
        put_points(&text, peers->score.lower, 1);
        text_append(&text, " and ");
        put_points(&text, peers->score.upper, 1);
    }
    text_append(&text, ".");
    return keep(build, &text);
}

/** What the agency carries on: a break in its trend, never a sum. */
static struct cell succession(const struct build *build)
{
    const struct reference *reference = build->results->reference;
    int32_t first = period_starts_on(build->results->period - (PERIODS - 1));
    struct text text = {0};
    for (size_t i = 0; i < reference->succession_count; i++) {
        const struct succession *succession = &reference->successions[i];
        if (succession->successor != build->body || succession->on_date < first ||
            succession->on_date > build->results->as_of)
            continue;
        text_printf(&text, "%sIt carries on %s since ", text.length ? " " : "",
                    reference->agencies[succession->agency].code);
        date_long(&text, succession->on_date);
        text_append(&text, ": the findings that were open there count here from this body's first "
                           "telling, and scores before that day are of this body alone.");
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
    return cell_rate(share.x, share.n);
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
