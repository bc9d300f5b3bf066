/* SPDX-License-Identifier: MIT */
#include "cli/explain.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "document/build.h"
#include "document/rows.h"
#include "metrics/judge.h"
#include "run/run.h"

#include <stdlib.h>

/** One number as the reports print it: from the same cell. */
static void put_cell(const struct cell *cell, const struct column *column, struct text *text)
{
    static const char *const AFTER[] = {[UNIT_HOURS] = " hours", [UNIT_DAYS] = " days"};
    cell_print(cell, column, text);
    bool named = column->unit == UNIT_HOURS || column->unit == UNIT_DAYS;
    if (named && cell->kind != CELL_MARK)
        text_append(text, AFTER[column->unit]);
}

static bool same_tally(const struct tally *a, const struct tally *b)
{
    return a->met == b->met && a->not_met == b->not_met && a->no_evidence == b->no_evidence &&
           a->exempt == b->exempt;
}

static bool fail_sum(struct error *err, const char *id)
{
    error_set(err, ERROR_INTERNAL, "the items of %s do not add up to what the reports would print",
              id);
    return error_hint(err, "this is a mistake of the program: please report it");
}

/** "met from 100%: 4 x 100 = 400, 100 x 5 = 500: not reached"; whether it is. */
static bool put_threshold(struct text *text, const char *what, int64_t percent, int64_t items,
                          int64_t total)
{
    bool reached = items * 100 >= percent * total;
    text_printf(text, "    %s from %lld%%: %lld x 100 = %lld, %lld x %lld = %lld: %s\n", what,
                (long long)percent, (long long)items, (long long)items * 100, (long long)percent,
                (long long)total, (long long)(percent * total),
                reached ? "reached" : "not reached");
    return reached;
}

/** In the order in which the method asks, up to the one that decides. */
static void put_thresholds(struct text *text, const struct tally *tally,
                           const struct control *control, int64_t partly_from)
{
    int64_t total = tally_total(tally), met = tally->met;
    if (put_threshold(text, "met", control->target, met, total))
        return;
    if (tally->no_evidence && put_threshold(text, "met, were all without evidence met,",
                                            control->target, met + tally->no_evidence, total))
        return;
    put_threshold(text, "partly met", partly_from, met, total);
}

/** Why a status does not come from the counts; NULL where it does. */
static const char *status_reason(enum status status)
{
    switch (status) {
    case STATUS_NONE:
        return "no day of the agency's life falls into the quarter";
    case STATUS_NOT_MEASURED:
        return "a table that the listing needs was not supplied or has no row";
    case STATUS_NOT_REPORTING:
        return "the agency made no submission for the quarter, so it is not judged";
    case STATUS_NEW:
        return "the agency is in its grace period, so it is not judged yet";
    case STATUS_EXEMPT:
        return "all its items are exempt";
    case STATUS_NOT_APPLICABLE:
        return "the agency has no item that is to be judged, or it ended in the quarter";
    case STATUS_MET:
    case STATUS_PARTLY:
    case STATUS_NOT_MET:
    case STATUS_NO_EVIDENCE:
    case STATUS_ADOPTED:
    case STATUS_NOT_ADOPTED:
    case STATUS_COUNT:
        break;
    }
    return NULL;
}

static void put_status(const struct results *results, size_t agency, size_t control,
                       const struct tally *tally, struct text *text)
{
    enum status status = judge_control(results, agency, control, PERIODS - 1);
    const char *reason = status_reason(status);
    text_printf(text, "  Status: %s\n", status == STATUS_NONE ? "none" : status_word(status));
    if (reason)
        text_printf(text, "    %s\n", reason);
    else
        put_thresholds(text, tally, results->controls[control], results->method->partly_from);
    if (status == STATUS_ADOPTED || status == STATUS_NOT_ADOPTED)
        text_append(text, "    the Order only encourages bodies of this class: met is called "
                          "adopted, all else not yet\n");
}

static bool sum_control(struct items *items, struct session *session, const struct subject *subject,
                        size_t agency, struct text *text, struct error *err)
{
    const struct results *results = &session->results;
    size_t control = results_control(results, subject->control->id);
    struct tally tally = results_tally(results, agency, control, PERIODS - 1);
    const struct column column = {.unit = UNIT_PERCENT};
    if (!same_tally(&tally, &items->tally))
        return fail_sum(err, subject->control->id);
    text_printf(text, "  %u met + %u not met + %u without evidence = %lld", tally.met,
                tally.not_met, tally.no_evidence, (long long)tally_total(&tally));
    if (tally.exempt)
        text_printf(text, "; %u exempt, left out", tally.exempt);
    text_append(text, "\n  Rate: ");
    struct cell rate = cell_rate(tally.met, tally_total(&tally));
    put_cell(&rate, &column, text);
    text_append(text, "\n");
    put_status(results, agency, control, &tally, text);
    return true;
}

/** Which of the sorted values a median or percentile is. */
static void put_positions(const struct items *items, const struct measure_definition *measure,
                          struct text *text)
{
    const struct measurement *sum = items->sum.items;
    size_t n = items->count;
    text_printf(text, "  of %zu %s in order, ", n, n == 1 ? "value" : "values");
    if (measure->statistic == STATISTIC_P90) {
        size_t rank = (n * 9 + 9) / 10;
        text_printf(text, "number %zu (nine tenths of %zu, rounded up): %lld\n", rank, n,
                    (long long)sum->values[rank - 1]);
        return;
    }
    size_t low = (n - 1) / 2, high = n / 2;
    if (low == high)
        text_printf(text, "the middle one, number %zu: %lld\n", low + 1,
                    (long long)sum->values[low]);
    else
        text_printf(text, "the middle two, numbers %zu and %zu: (%lld + %lld) / 2\n", low + 1,
                    high + 1, (long long)sum->values[low], (long long)sum->values[high]);
}

static void put_value(struct session *session, size_t agency, size_t measure, struct text *text)
{
    const struct build build = {.results = &session->results};
    const struct row row = {.body = agency, .period = PERIODS - 1, .measure = measure};
    struct column column = {0};
    column.unit = row_measure_unit(&build, measure, &column.decimals);
    struct cell cell = row_measure_cell(&build, measure, &row);
    put_cell(&cell, &column, text);
}

static bool sum_measure(struct items *items, struct session *session, const struct subject *subject,
                        size_t agency, struct text *text, struct error *err)
{
    const struct measure_definition *measure = subject->measure;
    size_t index = results_measure(&session->results, measure->id);
    struct fraction own = measurements_value(&items->sum, (struct measurement_key){0}, measure);
    struct fraction reported = results_value(
        &session->results,
        (struct measurement_key){.body = agency, .measure = index, .period = PERIODS - 1});
    if (own.numerator != reported.numerator || own.denominator != reported.denominator ||
        own.n != reported.n)
        return fail_sum(err, measure->id);
    if (items->count && statistic_needs_values(measure->statistic))
        put_positions(items, measure, text);
    text_printf(text, "  %lld / %lld = ", (long long)own.numerator, (long long)own.denominator);
    put_value(session, agency, index, text);
    text_printf(text, ", n = %lld\n", (long long)own.n);
    return true;
}

bool explain_sum(struct items *items, struct session *session, const struct subject *subject,
                 size_t agency, struct text *text, struct error *err)
{
    text_append(text, "\nArithmetic\n");
    return subject->control ? sum_control(items, session, subject, agency, text, err)
                            : sum_measure(items, session, subject, agency, text, err);
}
