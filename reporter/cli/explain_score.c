/* SPDX-License-Identifier: MIT */

/* An agency's score, from its controls by section to the band that reports print. */
#include "cli/explain.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "document/document.h"
#include "metrics/judge.h"
#include "metrics/rounding.h"
#include "run/run.h"

#define LAST (PERIODS - 1)
#define POINTS (MILLION / 100)

/** The score as it adds up here, held to the results' own at the end. */
struct sum {
    int64_t credit;
    int64_t weight;
};

static void put_points(struct text *text, int64_t millionths)
{
    struct cell cell = cell_ratio(millionths, POINTS);
    cell_print(&cell, &(struct column){.unit = UNIT_SCORE, .decimals = 1}, text);
}

static const char *points_text(int64_t millionths, struct arena *arena)
{
    struct text text = {0};
    put_points(&text, millionths);
    const char *kept = arena_text(arena, text_string(&text));
    text_finish(&text);
    return kept;
}

static bool counts(enum status status)
{
    return status == STATUS_MET || status == STATUS_PARTLY || status == STATUS_NOT_MET ||
           status == STATUS_NO_EVIDENCE;
}

/** "EML-1  met  5 of 5  100.0  weight 3"; a control that takes no part says why by its status. */
static void put_control(const struct results *results, size_t agency, size_t control,
                        struct output_table *table, struct sum *section)
{
    struct arena *arena = table->arena;
    const struct control *definition = results->controls[control];
    enum status status = judge_control(results, agency, control, LAST);
    struct tally tally = results_tally(results, agency, control, LAST);
    bool part = counts(status);
    int64_t credit = part ? judge_credit(results, agency, control, LAST) : 0;
    output_cell(table, definition->id);
    output_cell(table, status_word(status));
    output_cell(table,
                part ? arena_printf(arena, "%u of %lld", tally.met, (long long)tally_total(&tally))
                     : "");
    output_cell(table, part ? points_text(rounding_millionths(credit), arena) : "takes no part");
    output_cell(table, arena_printf(arena, "weight %lld", (long long)definition->weight));
    section->credit += part ? definition->weight * credit : 0;
    section->weight += part ? definition->weight : 0;
}

static void put_section(const struct results *results, size_t agency, size_t section,
                        struct arena *arena, struct sum *whole, struct text *text)
{
    const struct section *definition = &results->method->sections[section];
    struct output_table table = {.arena = arena, .columns = 5};
    struct sum sum = {0};
    for (size_t c = 0; c < results->control_count; c++)
        if (method_section(results->method, results->controls[c]->id) == section)
            put_control(results, agency, c, &table, &sum);
    text_printf(text, "%s (weight %lld)\n", definition->title, (long long)definition->weight);
    output_columns(&table, 4, text);
    if (!sum.weight) {
        text_append(text, "    nothing is judged: the section takes no part\n");
        return;
    }
    int64_t share = rounding_share(sum.credit, sum.weight);
    text_append(text, "    weighted mean: ");
    put_points(text, rounding_millionths(share));
    text_append(text, "\n");
    whole->credit += definition->weight * share;
    whole->weight += definition->weight;
}

static const char *band_name(const struct results *results, size_t band)
{
    return band == SIZE_MAX ? "none" : results->method->bands[band].name;
}

static void put_band(const struct results *results, const struct score *score, struct text *text)
{
    text_printf(text, "  Judged: ");
    put_points(text, score->judged);
    text_printf(text, "%% of the weight; a band needs %lld%%\n",
                (long long)results->method->minimum_judged);
    text_printf(text, "  Band: %s", band_name(results, score->band));
    if (score->capped)
        text_printf(text, "; without the cap for critical findings past their due date: %s",
                    band_name(results, score->band_uncapped));
    text_append(text, "\n");
}

static void put_firmness(const struct score *score, struct text *text)
{
    text_append(text, "  Were all items without evidence met: ");
    put_points(text, score->upper);
    if (score->has_contested && score->without_contested >= 0) {
        text_append(text, "\n  Without contested findings: ");
        put_points(text, score->without_contested);
    }
    text_append(text, "\n  Were each section's weight up to a quarter other: ");
    put_points(text, score->low);
    text_append(text, " to ");
    put_points(text, score->high);
    text_append(text, "\n");
}

bool explain_score(struct session *session, size_t agency, struct text *text, struct error *err)
{
    const struct results *results = &session->results;
    const struct score *score = results_score(results, agency, LAST);
    struct sum whole = {0};
    if (!score->has_score) {
        text_append(text,
                    "  no score: the agency is not bound by the Order, did not report, is new, "
                    "or nothing of it could be judged\n");
        return true;
    }
    for (size_t s = 0; s < results->method->section_count; s++)
        put_section(results, agency, s, session->arena, &whole, text);
    int64_t millionths = rounding_millionths(rounding_share(whole.credit, whole.weight));
    if (millionths != score->millionths)
        return error_set(err, ERROR_INTERNAL,
                         "the sections do not add up to the score that the reports would print");
    text_append(text, "\nArithmetic\n  Weighted mean of the sections: ");
    put_points(text, millionths);
    text_append(text, " of 100\n");
    put_band(results, score, text);
    put_firmness(score, text);
    return true;
}
