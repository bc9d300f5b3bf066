/* SPDX-License-Identifier: MIT */
#include "document/words.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/phrase.h"
#include "base/text.h"
#include "document/build.h"
#include "document/rows.h"
#include "document/terms.h"
#include "document/words_series.h"
#include "metrics/judge.h"

#include <stdlib.h>

#define LAST (PERIODS - 1)

static const char *keep(const struct build *build, struct text *text)
{
    const char *kept = arena_text(build->arena, text_string(text));
    text_finish(text);
    return kept;
}

static const char *print(const struct build *build, const struct cell *score)
{
    struct column column = {.unit = UNIT_SCORE, .decimals = 1};
    struct text text = {0};
    cell_print(score, &column, &text);
    return keep(build, &text);
}

static struct cell score_cell(const struct build *build, size_t period)
{
    struct row row = {.body = build->body == SIZE_MAX
                                  ? results_group(build->results, GROUP_MANDATED)
                                  : build->body,
                      .period = period};
    return row_column_find("score")->cell(build, &row);
}

int64_t words_tenths(const struct cell *cell)
{
    int64_t rounded = (20 * cell->number + cell->denominator) / (2 * cell->denominator);
    return rounded == 1000 && cell->number < 100 * cell->denominator ? 999 : rounded;
}

/** The score of the quarter before; where it was published with another figure, both are told. */
static const char *say_before(const struct build *build, const struct cell *before)
{
    struct row row = {.body = build->body == SIZE_MAX
                                  ? results_group(build->results, GROUP_MANDATED)
                                  : build->body,
                      .period = LAST - 1};
    struct cell then = row_column_find("score-published")->cell(build, &row);
    const char *score = print(build, before);
    if (then.kind != CELL_RATIO || words_tenths(&then) == words_tenths(before))
        return score;
    return phrase_filled(build->arena, PHRASE_SCORE_BEFORE, "before", score, "then",
                         print(build, &then), NULL);
}

const char *words_score_change(const struct build *build)
{
    struct cell now = score_cell(build, LAST), before = score_cell(build, LAST - 1);
    struct text period = {0};
    if (now.kind != CELL_RATIO || before.kind != CELL_RATIO)
        return phrase(PHRASE_SCORE_NOT_COMPARABLE);
    int64_t change = words_tenths(&now) - words_tenths(&before), size = llabs(change);
    enum phrase said = change == 0  ? PHRASE_SCORE_UNCHANGED
                       : change > 0 ? PHRASE_SCORE_UP
                                    : PHRASE_SCORE_DOWN;
    period_short(&period, build->results->period - 1);
    return phrase_filled(
        build->arena, said, "points",
        arena_printf(build->arena, "%lld.%lld", (long long)(size / 10), (long long)(size % 10)),
        "period", keep(build, &period), "before", say_before(build, &before), NULL);
}

static void say_adoption(const struct build *build, struct text *text)
{
    int64_t adopted = 0, all = 0;
    for (size_t c = 0; c < build->results->control_count; c++) {
        enum status status = judge_control(build->results, build->body, c, LAST);
        adopted += status == STATUS_ADOPTED;
        all += status == STATUS_ADOPTED || status == STATUS_NOT_ADOPTED;
    }
    phrase_say(text, PHRASE_HEADLINE_ADOPTION, "adopted", phrase_number(build->arena, adopted),
               "all", phrase_number(build->arena, all), NULL);
}

static void say_score(const struct build *build, struct text *text)
{
    const struct score *score = results_score(build->results, build->body, LAST);
    struct cell cell = score_cell(build, LAST);
    int64_t overdue = build->results->overdue_critical[build->body];
    enum phrase said = !score->capped ? PHRASE_HEADLINE_SCORE
                                      : phrase_plural(overdue, PHRASE_HEADLINE_CAPPED_ONE,
                                                      PHRASE_HEADLINE_CAPPED_MANY);
    phrase_say(text, said, "score", print(build, &cell), "change", words_score_change(build),
               "band", term_band(build, score->band), "count", phrase_number(build->arena, overdue),
               "uncapped", term_band(build, score->band_uncapped), NULL);
    words_next_band(build, text);
}

const char *words_headline(const struct build *build)
{
    const struct results *results = build->results;
    const struct state *state = results_state(results, build->body, LAST);
    struct text text = {0};
    if (!state->reported)
        text_append(&text, phrase(PHRASE_HEADLINE_SILENT));
    else if (state->fresh)
        text_append(&text, phrase(PHRASE_HEADLINE_NEW));
    else if (results_mandate(results, build->body) == MANDATE_UNKNOWN)
        text_append(&text, phrase(PHRASE_HEADLINE_UNKNOWN));
    else if (results_mandate(results, build->body) == MANDATE_ENCOURAGED)
        say_adoption(build, &text);
    else if (results_score(results, build->body, LAST)->band == SIZE_MAX)
        text_append(&text, phrase(PHRASE_HEADLINE_LITTLE));
    else
        say_score(build, &text);
    return keep(build, &text);
}
