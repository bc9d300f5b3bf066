/* SPDX-License-Identifier: MIT */
#include "run/record.h"

#include "base/arena.h"
#include "base/csv.h"
#include "base/date.h"
#include "base/text.h"
#include "document/published.h"
#include "metrics/judge.h"
#include "metrics/remedy.h"
#include "metrics/results.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const char HEAD[] = "body,period,kind,id,category,met,not_met,no_evidence,exempt,status,"
                           "numerator,denominator,n,published,method\n";

/** One category of a measure, as it is named in the file. */
struct category {
    const char *name; /* "kind=complaint" */
    size_t breakdown;
    size_t index;
};

struct writing {
    struct results *results;
    const struct published *published;
    struct arena *arena;
    struct text *text;
    size_t *controls;             /* by id */
    struct category **categories; /* by measure, sorted */
    size_t *category_counts;
    size_t body;
    const char *code; /* the body's, as in the file */
    size_t period;
    const char *quarter;
};

static int compare_controls(const void *a, const void *b, void *context)
{
    const struct results *results = context;
    return strcmp(results->controls[*(const size_t *)a]->id,
                  results->controls[*(const size_t *)b]->id);
}

static void sort_controls(struct writing *writing)
{
    size_t count = writing->results->control_count;
    writing->controls = arena_array(writing->arena, count + 1, sizeof *writing->controls);
    for (size_t c = 0; c < count; c++)
        writing->controls[c] = c;
    qsort_r(writing->controls, count, sizeof *writing->controls, compare_controls,
            writing->results);
}

/** Two categories that read the same stay in the order in which they came. */
static int compare_categories(const void *a, const void *b)
{
    const struct category *x = a, *y = b;
    int order = strcmp(x->name, y->name);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

static void sort_categories(struct writing *writing, size_t measure)
{
    struct results *results = writing->results;
    const struct measure_definition *definition = results->measures[measure];
    size_t total = 0, count = 0;
    for (size_t b = 0; b < definition->by_count; b++)
        total += results->categories[measure][b].count;
    struct category *list = arena_array(writing->arena, total + 1, sizeof *list);
    for (size_t b = 0; b < definition->by_count; b++)
        for (size_t k = 0; k < results->categories[measure][b].count; k++)
            list[count++] =
                (struct category){arena_printf(writing->arena, "%s=%s", definition->by[b],
                                               results->categories[measure][b].names[k]),
                                  b + 1, k};
    qsort(list, count, sizeof *list, compare_categories);
    writing->categories[measure] = list;
    writing->category_counts[measure] = count;
}

static void begin_row(struct writing *writing, const char *kind, const char *id,
                      const char *category)
{
    text_printf(writing->text, "%s,%s,%s,", writing->code, writing->quarter, kind);
    csv_field(writing->text, id);
    csv_separator(writing->text);
    csv_field(writing->text, category);
    csv_separator(writing->text);
}

static void end_row(struct writing *writing)
{
    csv_field(writing->text, writing->results->method->version);
    csv_end_row(writing->text);
}

static bool is_encouraged(const struct results *results, size_t group)
{
    if (group == results_group(results, GROUP_ENCOURAGED))
        return true;
    size_t first = results_group(results, GROUP_CLASSES);
    return group >= first && results->method->classes[group - first].mandate == MANDATE_ENCOURAGED;
}

static enum status group_status(const struct results *results, size_t group, size_t control,
                                const struct tally *tally)
{
    enum status status =
        judge_tally(tally, results->controls[control]->target, results->method->partly_from);
    if (!is_encouraged(results, group) || tally_total(tally) == 0)
        return status;
    return status == STATUS_MET ? STATUS_ADOPTED : STATUS_NOT_ADOPTED;
}

static void write_control(struct writing *writing, size_t control)
{
    const struct results *results = writing->results;
    bool is_agency = writing->body < results->reference->agency_count;
    struct tally tally = tallies_find(&results->tallies,
                                      (struct tally_key){writing->body, control, writing->period});
    if (results->control_left_out && results->control_left_out[control])
        return;
    bool always = is_agency && writing->period == PERIODS - 1 &&
                  results_state(results, writing->body, writing->period)->exists;
    if (!always && tally_total(&tally) + tally.exempt == 0)
        return;
    enum status status = is_agency ? judge_control(results, writing->body, control, writing->period)
                                   : group_status(results, writing->body, control, &tally);
    begin_row(writing, "control", results->controls[control]->id, "");
    if (results_keeps_tally(results, writing->body, control)) {
        text_printf(writing->text, "c,c,c,c,%s,c,c,c,,", status_code(status));
        end_row(writing);
        return;
    }
    text_printf(writing->text, "%" PRIu32 ",%" PRIu32 ",%" PRIu32 ",%" PRIu32 ",%s,", tally.met,
                tally.not_met, tally.no_evidence, tally.exempt, status_code(status));
    text_printf(writing->text, "%" PRIu32 ",%" PRId64 ",%" PRId64 ",,", tally.met,
                tally_total(&tally), tally_total(&tally));
    end_row(writing);
}

static void write_number(struct writing *writing, bool withheld, int64_t number)
{
    if (withheld)
        text_append(writing->text, PUBLISHED_WITHHELD);
    else
        text_printf(writing->text, "%" PRId64, number);
    csv_separator(writing->text);
}

/** False where no row is behind the value: nothing was written. */
static bool write_value(struct writing *writing, struct measurement_key key, const char *category)
{
    struct fraction value = results_value(writing->results, key);
    if (value.unlisted) /* its row would tell that there is something */
        return true;
    if (value.n == 0 && !value.withheld && !value.n_withheld)
        return false;
    begin_row(writing, "measure", writing->results->measures[key.measure]->id, category);
    text_append(writing->text, ",,,,,");
    write_number(writing, value.withheld, value.numerator);
    write_number(writing, value.withheld && value.n_withheld, value.denominator);
    write_number(writing, value.n_withheld, value.n);
    csv_separator(writing->text);
    end_row(writing);
    return true;
}

static void write_measure(struct writing *writing, size_t measure)
{
    struct measurement_key key = {writing->body, measure, writing->period, 0, 0};
    if (!results_may_share(writing->results, writing->body, measure) ||
        !write_value(writing, key, ""))
        return;
    for (size_t i = 0; i < writing->category_counts[measure]; i++) {
        const struct category *category = &writing->categories[measure][i];
        key.breakdown = category->breakdown;
        key.category = category->index;
        write_value(writing, key, category->name);
    }
}

/** A score row: an agency's score, or the median of the mandated bodies'. */
struct score_row {
    int64_t numerator;
    int64_t denominator;
    const char *band;
};

/** What was published before has the denominator of its own row: the same kind of body, the same.
 */
static void write_score_row(struct writing *writing, const struct score_row *row)
{
    const char *code = results_body_code(writing->results, writing->body, writing->arena);
    const struct published_value *before =
        published_find(writing->published, code, writing->quarter, "score", "score", "");
    begin_row(writing, "score", "score", "");
    text_append(writing->text, ",,,,");
    csv_field(writing->text, row->band);
    text_printf(writing->text, ",%" PRId64 ",%" PRId64 ",,", row->numerator, row->denominator);
    if (before)
        text_printf(writing->text, "%" PRId64, before->numerator);
    csv_separator(writing->text);
    end_row(writing);
}

static void write_score(struct writing *writing)
{
    const struct results *results = writing->results;
    struct score_row row = {.denominator = MILLION, .band = ""};
    if (writing->body < results->reference->agency_count) {
        const struct score *score = results_score(results, writing->body, writing->period);
        if (!score->has_score)
            return;
        row.numerator = score->millionths;
        row.band = score->band == SIZE_MAX ? "" : results->method->bands[score->band].name;
    } else {
        size_t count;
        row.denominator = 2 * (int64_t)MILLION;
        row.numerator =
            writing->body == results_group(results, GROUP_MANDATED)
                ? judge_median_score_twice(results, MANDATE_MANDATED, writing->period, &count)
                : -1;
        if (row.numerator < 0)
            return;
    }
    write_score_row(writing, &row);
}

static const char *name_quarter(const struct writing *writing, size_t period)
{
    struct text name = {0};
    period_name(&name, writing->results->period - (PERIODS - 1) + (int32_t)period);
    const char *copy = arena_text(writing->arena, text_string(&name));
    text_finish(&name);
    return copy;
}

static const char *name_body(const struct writing *writing)
{
    const char *code = results_body_code(writing->results, writing->body, writing->arena);
    if (writing->body >= writing->results->reference->agency_count)
        return code;
    struct text field = {0};
    csv_field(&field, code);
    const char *copy = arena_text(writing->arena, text_string(&field));
    text_finish(&field);
    return copy;
}

static void write_body(struct writing *writing, const char *const *quarters)
{
    const struct results *results = writing->results;
    writing->code = name_body(writing);
    for (size_t p = 0; p < PERIODS; p++) {
        writing->period = p;
        writing->quarter = quarters[p];
        for (size_t c = 0; p >= PERIODS - 2 && c < results->control_count; c++)
            write_control(writing, writing->controls[c]);
        for (size_t m = 0; p >= PERIODS - 2 && m < results->measure_count; m++)
            write_measure(writing, m);
        write_score(writing);
    }
}

void record_results(struct results *results, const struct published *published, struct text *text)
{
    struct arena *arena = arena_new();
    struct writing writing = {
        .results = results,
        .published = published,
        .arena = arena,
        .text = text,
        .categories = arena_array(arena, results->measure_count + 1, sizeof(struct category *)),
        .category_counts = arena_array(arena, results->measure_count + 1, sizeof(size_t)),
    };
    const char *quarters[PERIODS];
    for (size_t p = 0; p < PERIODS; p++)
        quarters[p] = name_quarter(&writing, p);
    sort_controls(&writing);
    for (size_t m = 0; m < results->measure_count; m++)
        sort_categories(&writing, m);
    text_append(text, HEAD);
    for (writing.body = 0; writing.body < results_body_count(results); writing.body++)
        write_body(&writing, quarters);
    arena_free(arena);
}
