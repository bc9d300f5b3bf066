/* SPDX-License-Identifier: MIT */
#include "document/revision.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "document/build.h"
#include "document/published.h"
#include "metrics/judge.h"

#include <string.h>

#define LAST (PERIODS - 1)

__extension__ typedef __int128 wide;

/** A figure as results.csv has it, and how to print it. */
struct figure_of {
    int64_t numerator;
    int64_t denominator; /* 0: no value */
    bool counted;        /* numerator of denominator items */
    bool whole;          /* a count */
    int64_t scale;       /* what is printed is the fraction times `scale`, per `unit_size` */
    int64_t unit_size;
};

static size_t find_body(const struct results *results, const char *code, struct arena *arena)
{
    for (size_t body = results->reference->agency_count; body < results_body_count(results); body++)
        if (strcmp(results_body_code(results, body, arena), code) == 0)
            return body;
    return SIZE_MAX;
}

static bool compute_control(const struct build *build, const struct row *row,
                            struct figure_of *figure)
{
    size_t control = results_control(build->results, row->published->id);
    if (control == SIZE_MAX || !build->results->control_measured[control] ||
        results_keeps_tally(build->results, row->body, control))
        return false;
    struct tally tally = results_tally(build->results, row->body, control, row->period);
    *figure = (struct figure_of){tally.met, tally_total(&tally), true, false, 1, 1};
    return true;
}

/** results.csv is masked as for oversight: what it says of persons is nobody else's to read. */
static bool sees_published(const struct build *build)
{
    return !build->results->view.disclosure || build->audience == AUDIENCE_OVERSIGHT;
}

/** Measures of classes are left out: answers that came since change them all, every quarter. */
static bool compute_measure(const struct build *build, const struct row *row,
                            struct figure_of *figure)
{
    size_t measure = results_measure(build->results, row->published->id);
    if (measure == SIZE_MAX || row->body >= results_group(build->results, GROUP_CLASSES) ||
        !build->results->measure_measured[measure] ||
        !results_may_share(build->results, row->body, measure))
        return false;
    const struct measure_definition *definition = build->results->measures[measure];
    struct fraction value = results_value(
        build->results, (struct measurement_key){row->body, measure, row->period, 0, 0});
    if (value.withheld || (item_is_person(definition->item) && !sees_published(build)))
        return false;
    *figure = (struct figure_of){
        .numerator = value.numerator,
        .denominator = value.denominator,
        .counted = definition->statistic == STATISTIC_SHARE,
        .whole = definition->statistic == STATISTIC_COUNT || definition->statistic == STATISTIC_SUM,
        .scale = definition->unit == MEASURE_PERCENT ? 100 : 1,
        .unit_size = definition->unit == MEASURE_SECONDS ? 3600 : 1,
    };
    return true;
}

static bool compute_score(const struct build *build, const struct row *row,
                          struct figure_of *figure)
{
    size_t count;
    if (row->body != results_group(build->results, GROUP_MANDATED))
        return false;
    int64_t twice = judge_median_score_twice(build->results, MANDATE_MANDATED, row->period, &count);
    *figure = (struct figure_of){twice, count ? 2 * (int64_t)MILLION : 0, false, false, 100, 1};
    return true;
}

/** What the row's figure comes to now; false where it is not computed in this run. */
static bool compute(const struct build *build, const struct row *row, struct figure_of *figure)
{
    const char *kind = row->published->kind;
    if (strcmp(kind, "control") == 0)
        return compute_control(build, row, figure);
    if (strcmp(kind, "measure") == 0)
        return compute_measure(build, row, figure);
    return strcmp(kind, "score") == 0 && compute_score(build, row, figure);
}

/** Counts are compared as counts, other figures as fractions, which may stand unreduced. */
static bool differs(const struct published_value *then, const struct figure_of *now)
{
    if (now->counted || now->whole || !now->denominator || !then->denominator)
        return then->numerator != now->numerator || then->denominator != now->denominator;
    return (wide)then->numerator * now->denominator != (wide)now->numerator * then->denominator;
}

static bool place(const struct build *build, const struct published_value *value, struct row *row)
{
    const struct results *results = build->results;
    int32_t period;
    *row = (struct row){.published = value};
    if (value->withheld || value->body[0] != '=' || *value->category ||
        !row_period_of(value->period, &period) || period <= results->period - PERIODS ||
        period > results->period)
        return false;
    row->period = (size_t)(period - (results->period - LAST));
    row->body = find_body(results, value->body, build->arena);
    return row->body != SIZE_MAX;
}

bool revisions_list(const struct build *build, const struct query *query, struct row_list *ret_rows,
                    struct error *err)
{
    (void)query;
    (void)err;
    size_t count = build->published ? build->published->count : 0;
    ret_rows->items = arena_array(build->arena, count + 1, sizeof *ret_rows->items);
    for (size_t i = 0; i < count; i++) {
        struct row row;
        struct figure_of now;
        if (place(build, &build->published->values[i], &row) && compute(build, &row, &now) &&
            differs(row.published, &now))
            ret_rows->items[ret_rows->count++] = row;
    }
    return true;
}

/** With counts, or to two decimals: "72%" then and "72%" now would say nothing. */
static const char *take(const struct build *build, struct text *text)
{
    const char *taken = arena_text(build->arena, text_string(text));
    text_finish(text);
    return taken;
}

static struct cell print(const struct build *build, const struct figure_of *figure)
{
    struct text text = {0};
    if (!figure->denominator)
        return cell_marked(CELL_NOT_APPLICABLE);
    if (figure->counted || figure->whole)
        number_count(&text, figure->numerator);
    else
        number_ratio(&text, figure->numerator * figure->scale,
                     figure->denominator * figure->unit_size, 2);
    const char *number = take(build, &text);
    if (!figure->counted)
        return cell_text(number);
    number_count(&text, figure->denominator);
    return cell_text(phrase_filled(build->arena, PHRASE_CELL_OF, "number", number, "all",
                                   take(build, &text), NULL));
}

static struct cell computed(const struct build *build, const struct row *row)
{
    struct figure_of figure = {0};
    compute(build, row, &figure);
    return print(build, &figure);
}

static struct cell published(const struct build *build, const struct row *row)
{
    struct figure_of figure = {0};
    compute(build, row, &figure);
    figure.numerator = row->published->numerator;
    figure.denominator = row->published->denominator;
    return print(build, &figure);
}

static struct cell id(const struct build *build, const struct row *row)
{
    (void)build;
    bool score = strcmp(row->published->kind, "score") == 0;
    return cell_text(score ? phrase(PHRASE_REVISION_SCORE) : row->published->id);
}

const struct row_column REVISION_COLUMNS[] = {
    {"figure", PHRASE_COLUMN_FIGURE, UNIT_TEXT, 0, ROW_REVISION, id,
     "a control, a measure, the median score"},
    {"published", PHRASE_COLUMN_PUBLISHED, UNIT_TEXT, 0, ROW_REVISION, published,
     "in the earlier edition"},
    {"computed", PHRASE_COLUMN_COMPUTED, UNIT_TEXT, 0, ROW_REVISION, computed,
     "from the same quarter's rows"},
    {0},
};
