/* SPDX-License-Identifier: MIT */
#include "document/words.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"
#include "document/build.h"
#include "document/rows.h"
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

static void print(const struct cell *cell, enum column_unit unit, int decimals, struct text *text)
{
    struct column column = {.unit = unit, .decimals = decimals};
    cell_print(cell, &column, text);
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

/** Where the quarter before was published with another figure, both are told (USERS.md rule 12). */
static void say_published(const struct build *build, const struct cell *before, struct text *text)
{
    struct row row = {.body = build->body == SIZE_MAX
                                  ? results_group(build->results, GROUP_MANDATED)
                                  : build->body,
                      .period = LAST - 1};
    struct cell then = row_column_find("score-published")->cell(build, &row);
    if (then.kind != CELL_RATIO || words_tenths(&then) == words_tenths(before))
        return;
    text_append(text, "; published then as ");
    print(&then, UNIT_SCORE, 1, text);
}

const char *words_score_change(const struct build *build)
{
    struct cell now = score_cell(build, LAST), before = score_cell(build, LAST - 1);
    struct text text = {0};
    if (now.kind != CELL_RATIO || before.kind != CELL_RATIO)
        return "no comparable score the quarter before";
    int64_t change = words_tenths(&now) - words_tenths(&before);
    if (change == 0)
        text_append(&text, "unchanged from ");
    else
        text_printf(&text, "%s %lld.%lld points on ", change > 0 ? "up" : "down",
                    (long long)(llabs(change) / 10), (long long)(llabs(change) % 10));
    period_short(&text, build->results->period - 1);
    text_append(&text, " (");
    print(&before, UNIT_SCORE, 1, &text);
    say_published(build, &before, &text);
    text_append(&text, ")");
    return keep(build, &text);
}

static void say_adoption(const struct build *build, struct text *text)
{
    int64_t adopted = 0, all = 0;
    for (size_t c = 0; c < build->results->control_count; c++) {
        enum status status = judge_control(build->results, build->body, c, LAST);
        adopted += status == STATUS_ADOPTED;
        all += status == STATUS_ADOPTED || status == STATUS_NOT_ADOPTED;
    }
    text_printf(text, "%lld of %lld practices of the Order are adopted.", (long long)adopted,
                (long long)all);
}

static void say_score(const struct build *build, struct text *text)
{
    const struct score *score = results_score(build->results, build->body, LAST);
    struct cell cell = score_cell(build, LAST);
    text_append(text, "Score ");
    print(&cell, UNIT_SCORE, 1, text);
    text_printf(text, " of 100, %s: band %s", words_score_change(build),
                build->results->method->bands[score->band].name);
    if (score->capped)
        text_printf(
            text, ", held there by %lld critical finding%s past the due date (without the cap: %s)",
            (long long)build->results->overdue_critical[build->body],
            build->results->overdue_critical[build->body] == 1 ? "" : "s",
            build->results->method->bands[score->band_uncapped].name);
    text_append(text, ".");
    words_headline_more(build, text);
}

const char *words_headline(const struct build *build)
{
    const struct results *results = build->results;
    const struct state *state = results_state(results, build->body, LAST);
    struct text text = {0};
    if (!state->reported)
        text_append(&text, "It did not report for the quarter: it is listed and not judged.");
    else if (state->fresh)
        text_append(&text, "New: in its grace period, not judged yet.");
    else if (results_mandate(results, build->body) == MANDATE_UNKNOWN)
        text_append(&text, "Its class is not known: it is listed and not judged.");
    else if (results_mandate(results, build->body) == MANDATE_ENCOURAGED)
        say_adoption(build, &text);
    else if (results_score(results, build->body, LAST)->band == SIZE_MAX)
        text_append(&text, "Too little could be judged for a band.");
    else
        say_score(build, &text);
    return keep(build, &text);
}
