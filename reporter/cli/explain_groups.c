/* SPDX-License-Identifier: MIT */

/* A control or measure over all bodies: which agencies count in which group's number. */
#include "cli/explain.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "metrics/judge.h"
#include "run/run.h"

#define LAST (PERIODS - 1)

static const char *number(struct arena *arena, int64_t value)
{
    return arena_printf(arena, "%lld", (long long)value);
}

static void put_tally(struct output_table *table, const struct tally *tally)
{
    output_cell(table, number(table->arena, tally->met));
    output_cell(table, number(table->arena, tally->not_met));
    output_cell(table, number(table->arena, tally->no_evidence));
    output_cell(table, number(table->arena, tally->exempt));
}

static void put_fraction(struct output_table *table, struct fraction value)
{
    output_cell(table, number(table->arena, value.numerator));
    output_cell(table, number(table->arena, value.denominator));
    output_cell(table, number(table->arena, value.n));
    output_cell(table, "");
}

/** What the subject counts of a body; false where that is nothing. */
static bool put_body(struct output_table *table, struct results *results,
                     const struct subject *subject, size_t body, const char *last)
{
    struct tally tally = {0};
    struct fraction value = {0};
    if (subject->control)
        tally = results_tally(results, body, results_control(results, subject->control->id), LAST);
    else
        value = results_value(results, (struct measurement_key){.body = body,
                                                                .measure = results_measure(
                                                                    results, subject->measure->id),
                                                                .period = LAST});
    if (!tally_total(&tally) && !tally.exempt && !value.n)
        return false;
    output_cell(table, results_body_code(results, body, table->arena));
    if (subject->control)
        put_tally(table, &tally);
    else
        put_fraction(table, value);
    output_cell(table, last);
    return true;
}

/** Why an agency's numbers are added to its groups' or not. */
static const char *part_of(const struct results *results, const struct subject *subject,
                           size_t agency)
{
    const struct state *state = results_state(results, agency, LAST);
    if (!state->exists)
        return "not counted: no day of its life falls into the quarter";
    if (results_mandate(results, agency) == MANDATE_UNKNOWN)
        return subject->control ? "not counted: class not known" : "unknown class";
    if (subject->control &&
        !results_counts(results, agency, results_control(results, subject->control->id), LAST))
        return state->fresh ? "not counted: new" : "not counted: did not report";
    return results_mandate(results, agency) == MANDATE_MANDATED ? "mandated" : "encouraged";
}

static void put_heads(struct output_table *table, const struct subject *subject, const char *first,
                      const char *last)
{
    static const char *const CONTROL[] = {"Met", "Not met", "No evidence", "Exempt"};
    static const char *const MEASURE[] = {"Numerator", "Denominator", "n", ""};
    output_cell(table, first);
    for (size_t i = 0; i < ARRAY_LENGTH(CONTROL); i++)
        output_cell(table, subject->control ? CONTROL[i] : MEASURE[i]);
    output_cell(table, last);
}

void explain_groups(struct session *session, const struct subject *subject, struct text *text)
{
    struct results *results = &session->results;
    size_t agencies = results->reference->agency_count, bodies = results_body_count(results);
    struct output_table members = {.arena = session->arena, .columns = 6};
    struct output_table groups = {.arena = session->arena, .columns = 6};
    put_heads(&members, subject, "Agency", "Counts in");
    for (size_t a = 0; a < agencies; a++)
        put_body(&members, results, subject, a, part_of(results, subject, a));
    put_heads(&groups, subject, "Group", "");
    for (size_t g = agencies; g < bodies; g++)
        put_body(&groups, results, subject, g, results_group_title(results, g));
    output_columns(&members, 2, text);
    text_append(text, "\nGroups\n");
    output_columns(&groups, 2, text);
}
