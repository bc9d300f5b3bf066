/* SPDX-License-Identifier: MIT */

/* What follows the score in an agency's headline: the next band; and what is to be done next. */
#include "document/words.h"

#include "document/words_series.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"
#include "document/build.h"

#define LAST (PERIODS - 1)

static void add(struct text *text, const char *sentence)
{
    if (text->length)
        text_append(text, " ");
    text_append(text, sentence);
}

/** The tenths of a point that the printed score is short of a band. */
static int64_t missing_to(const struct band *band, const struct score *score)
{
    struct cell cell = cell_ratio(score->millionths, MILLION / 100);
    return 10 * band->from - words_tenths(&cell);
}

/** By the score alone: where the cap holds the band down, more points do not help. */
void words_next_band(const struct build *build, struct text *text)
{
    const struct score *score = results_score(build->results, build->body, LAST);
    if (score->capped || score->band_uncapped == SIZE_MAX || score->band_uncapped == 0)
        return;
    const struct band *next = &build->results->method->bands[score->band_uncapped - 1];
    struct cell from = cell_count(next->from);
    if (missing_to(next, score) > 0) /* 89.97 prints as 90.0: nothing to tell */
        add(text,
            phrase_filled(build->arena, PHRASE_HEADLINE_TO_BAND, "band", language_text(next->name),
                          "from", words_cell(build, &from, &(struct column){.unit = UNIT_COUNT}),
                          NULL));
}

/** The finding whose time ran out first, else the one whose time runs out next. */
static const struct open_finding *find_due(const struct build *build)
{
    const struct open_finding *found = NULL;
    for (size_t i = 0; i < build->open.count; i++) {
        const struct open_finding *finding = &build->open.items[i];
        if (!finding->has_due || finding->contested || (found && found->due_on <= finding->due_on))
            continue;
        found = finding;
    }
    return found;
}

static void say_due(const struct build *build, struct text *text)
{
    const struct open_finding *due = find_due(build);
    if (!due)
        return;
    const struct control *control = build->results->controls[due->finding.control];
    struct text date = {0};
    date_long(&date, due->due_on);
    add(text,
        phrase_filled(build->arena, due->overdue ? PHRASE_HEADLINE_OVERDUE : PHRASE_HEADLINE_DUE,
                      "date", text_string(&date), "control", control->id, NULL));
    text_finish(&date);
}

const char *words_next(const struct build *build)
{
    const char *worst = words_section_move(build, false);
    struct text text = {0};
    if (worst)
        add(&text, phrase_filled(build->arena, PHRASE_HEADLINE_WORST, "section", worst, NULL));
    say_due(build, &text);
    if (!text.length)
        add(&text, phrase(PHRASE_HEADLINE_QUIET));
    const char *kept = arena_text(build->arena, text_string(&text));
    text_finish(&text);
    return kept;
}
