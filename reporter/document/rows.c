/* SPDX-License-Identifier: MIT */
#include "document/rows.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "document/build.h"
#include "document/members.h"
#include "document/method_change.h"
#include "document/published.h"
#include "document/revision.h"
#include "input/schema.h"
#include "metrics/judge.h"

#include <stdlib.h>
#include <string.h>

#define LAST (PERIODS - 1)

struct row *row_append(const struct build *build, struct row_list *list, size_t room)
{
    if (!list->items)
        list->items = arena_array(build->arena, room + 1, sizeof *list->items);
    struct row *row = &list->items[list->count++];
    *row = (struct row){.period = LAST};
    return row;
}

/** Whether a list of the block names the id; an absent list names all. */
static bool is_named(const struct node *block, const char *key, const char *id)
{
    const struct node *list = node_find(block, key);
    if (!list)
        return true;
    if (list->kind == NODE_TEXT)
        return strcmp(list->text, id) == 0;
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i]->text, id) == 0)
            return true;
    return false;
}

static bool is_changed(const struct build *build, size_t control)
{
    const struct results *results = build->results;
    const struct change *change = &results->changes[build->body * results->control_count + control];
    return change->appeared + change->cleared > 0;
}

static bool control_fits(const struct build *build, const char *state, size_t control)
{
    if (!state || strcmp(state, "any") == 0 || build->body == SIZE_MAX)
        return true;
    enum status status = judge_control(build->results, build->body, control, LAST);
    bool failing = status == STATUS_NOT_MET || status == STATUS_PARTLY ||
                   status == STATUS_NO_EVIDENCE || status == STATUS_NOT_ADOPTED;
    bool changed = status != STATUS_NEW && is_changed(build, control);
    if (strcmp(state, "not-met") == 0)
        return failing;
    if (strcmp(state, "open-or-changed") == 0)
        return failing || changed;
    return strcmp(state, "changed") == 0 && changed;
}

static bool list_controls(const struct build *build, const struct query *query,
                          struct row_list *ret_rows, struct error *err)
{
    (void)err;
    const struct results *results = build->results;
    const char *state = node_text(query->node, "state", NULL);
    for (size_t c = 0; c < results->control_count; c++) {
        if (!is_named(query->node, "controls", results->controls[c]->id) ||
            !control_fits(build, state, c))
            continue;
        struct row *row = row_append(build, ret_rows, results->control_count);
        row->body = query->group;
        row->control = c;
    }
    return true;
}

static bool agency_fits(const struct results *results, const char *word, size_t agency)
{
    const struct state *state = results_state(results, agency, LAST);
    if (!state->exists)
        return false;
    if (!word || strcmp(word, "any") == 0)
        return true;
    if (strcmp(word, "not-reporting") == 0)
        return !state->reported && !state->fresh && !state->ended;
    if (strcmp(word, "new") == 0)
        return state->reported && state->fresh;
    return state->reported && !state->fresh;
}

static bool list_agencies(const struct build *build, const struct query *query,
                          struct row_list *ret_rows, struct error *err)
{
    (void)err;
    const struct results *results = build->results;
    size_t agencies = results->reference->agency_count;
    const char *state = node_text(query->node, "state", NULL);
    for (size_t a = 0; a < agencies; a++) {
        if (!members_of_group(results, query->group, a) || !agency_fits(results, state, a))
            continue;
        struct row *row = row_append(build, ret_rows, agencies);
        row->body = a;
        row->measure = query->measure;
    }
    return true;
}

static bool list_classes(const struct build *build, const struct query *query,
                         struct row_list *ret_rows, struct error *err)
{
    (void)err;
    const struct results *results = build->results;
    size_t wanted = query->group - results->reference->agency_count;
    for (size_t k = 0; k < results->method->class_count; k++) {
        enum mandate mandate = results->method->classes[k].mandate;
        bool fits = wanted == GROUP_ALL ||
                    (wanted == GROUP_MANDATED && mandate == MANDATE_MANDATED) ||
                    (wanted == GROUP_ENCOURAGED && mandate == MANDATE_ENCOURAGED);
        if (!fits)
            continue;
        struct row *row = row_append(build, ret_rows, results->method->class_count);
        row->body = results_group(results, GROUP_CLASSES) + k;
        row->measure = query->measure;
    }
    return true;
}

/** Eight quarters, oldest first. */
static bool list_periods(const struct build *build, const struct query *query,
                         struct row_list *ret_rows, struct error *err)
{
    (void)err;
    for (size_t p = 1; p < PERIODS; p++) {
        struct row *row = row_append(build, ret_rows, PERIODS);
        row->body = query->group;
        row->period = p;
        row->measure = query->measure;
    }
    return true;
}

static bool list_measures(const struct build *build, const struct query *query,
                          struct row_list *ret_rows, struct error *err)
{
    (void)err;
    const struct results *results = build->results;
    for (size_t m = 0; m < results->measure_count; m++) {
        if (!results->measure_measured[m] ||
            !is_named(query->node, "measures", results->measures[m]->id))
            continue;
        struct row *row = row_append(build, ret_rows, results->measure_count);
        row->body = query->group;
        row->measure = m;
    }
    return true;
}

static bool list_findings(const struct build *build, const struct query *query,
                          struct row_list *ret_rows, struct error *err)
{
    (void)err;
    const struct results *results = build->results;
    for (size_t i = 0; i < build->open.count; i++) {
        const struct open_finding *finding = &build->open.items[i];
        if (!is_named(query->node, "controls", results->controls[finding->finding.control]->id))
            continue;
        struct row *row = row_append(build, ret_rows, build->open.count);
        row->body = build->body;
        row->control = finding->finding.control;
        row->finding = finding;
    }
    return true;
}

/** One control's open findings: the most urgent one stands for them. */
struct fix {
    struct row row;
    int urgency;    /* 2 critical and overdue, 1 critical, 0 */
    int64_t effect; /* on the score */
};

/** Critical and overdue, then critical, then effect on the score. */
static int compare_fixes(const void *a, const void *b)
{
    const struct fix *x = a, *y = b;
    if (x->urgency != y->urgency)
        return y->urgency - x->urgency;
    if (x->effect != y->effect)
        return x->effect < y->effect ? 1 : -1;
    return x->row.control < y->row.control ? -1 : x->row.control > y->row.control;
}

static bool list_fixes(const struct build *build, const struct query *query,
                       struct row_list *ret_rows, struct error *err)
{
    (void)query;
    (void)err;
    const struct results *results = build->results;
    struct fix *fixes = arena_array(build->arena, results->control_count + 1, sizeof *fixes);
    bool *seen = arena_array(build->arena, results->control_count + 1, sizeof *seen);
    size_t count = 0;
    for (size_t i = 0; i < build->open.count; i++) {
        const struct open_finding *finding = &build->open.items[i]; /* the most urgent first */
        size_t control = finding->finding.control;
        if (seen[control])
            continue;
        seen[control] = true;
        fixes[count++] = (struct fix){
            .row = {.body = build->body, .period = LAST, .control = control, .finding = finding},
            .urgency = results->controls[control]->critical * (1 + finding->overdue),
            .effect = judge_effect(results, build->body, control),
        };
    }
    qsort(fixes, count, sizeof *fixes, compare_fixes);
    for (size_t i = 0; i < count; i++)
        *row_append(build, ret_rows, count) = fixes[i].row;
    return true;
}

/** A row an agency, quarter (the reported one and the one before) and control: for people who
 * pivot. */
static bool list_data(const struct build *build, const struct query *query,
                      struct row_list *ret_rows, struct error *err)
{
    (void)err;
    const struct results *results = build->results;
    size_t agencies = results->reference->agency_count;
    size_t first = build->body == SIZE_MAX ? 0 : build->body;
    size_t last = build->body == SIZE_MAX ? agencies : build->body + 1;
    size_t room = (last - first) * 2 * results->control_count;
    for (size_t a = first; a < last; a++) {
        for (size_t p = LAST - 1; p <= LAST; p++) {
            if (!results_state(results, a, p)->exists)
                continue;
            for (size_t c = 0; c < results->control_count; c++) {
                if (!is_named(query->node, "controls", results->controls[c]->id))
                    continue;
                struct row *row = row_append(build, ret_rows, room);
                *row = (struct row){.body = a, .period = p, .control = c};
            }
        }
    }
    return true;
}

/** The method's bands, and behind them "no band". */
static bool list_bands(const struct build *build, const struct query *query,
                       struct row_list *ret_rows, struct error *err)
{
    (void)err;
    size_t bands = build->results->method->band_count;
    for (size_t b = 0; b <= bands; b++) {
        struct row *row = row_append(build, ret_rows, bands + 1);
        row->body = query->group;
        row->band = b;
    }
    return true;
}

static bool list_clauses(const struct build *build, const struct query *query,
                         struct row_list *ret_rows, struct error *err)
{
    (void)err;
    const struct results *results = build->results;
    const struct clauses *clauses = &results->listings->clauses;
    for (size_t i = 0; i < clauses->count; i++) {
        struct row *row = row_append(build, ret_rows, clauses->count);
        const char *shows = clauses->items[i].shows;
        row->body = query->group;
        row->clause = &clauses->items[i];
        row->control = shows ? SIZE_MAX : results_control(results, row->clause->id);
        row->measure = shows ? results_measure(results, shows) : SIZE_MAX;
    }
    return true;
}

/** The bands as an earlier edition published them, if its method was another. */
static bool list_method_change(const struct build *build, const struct query *query,
                               struct row_list *ret_rows, struct error *err)
{
    (void)err;
    struct method_change *change = ARENA_NEW(build->arena, struct method_change);
    if (!build->published ||
        !method_change_count(build->results, build->published, build->arena, change))
        return true;
    for (size_t b = 0; b < change->before_count; b++) {
        struct row *row = row_append(build, ret_rows, change->before_count);
        row->body = query->group;
        row->period = change->period;
        row->band = b;
        row->change = change;
    }
    return true;
}

static bool list_sections(const struct build *build, const struct query *query,
                          struct row_list *ret_rows, struct error *err)
{
    (void)err;
    size_t sections = build->results->method->section_count;
    for (size_t s = 0; s < sections; s++) {
        struct row *row = row_append(build, ret_rows, sections);
        row->body = query->group;
        row->section = s;
    }
    return true;
}

const struct row_kind ROW_KINDS[] = {
    {"controls", ROW_BODY | ROW_PERIOD | ROW_CONTROL, list_controls, "a row a control"},
    {"agencies", ROW_BODY | ROW_AGENCY | ROW_PERIOD | ROW_TOTAL, list_agencies, "a row an agency"},
    {"classes", ROW_BODY | ROW_PERIOD | ROW_TOTAL, list_classes, "a row a class of bodies"},
    {"periods", ROW_BODY | ROW_PERIOD, list_periods, "a row a quarter, eight of them"},
    {"measures", ROW_BODY | ROW_PERIOD | ROW_MEASURE, list_measures, "a row a measure"},
    {"categories", ROW_BODY | ROW_PERIOD | ROW_MEASURE | ROW_CATEGORY | ROW_TOTAL, categories_list,
     "a row a category of the measure's breakdown"},
    {"ranges", ROW_BODY | ROW_PERIOD | ROW_MEASURE | ROW_CATEGORY | ROW_TOTAL, ranges_list,
     "a row a range of the measure's breakdown, what is none left out"},
    {"regions", ROW_BODY | ROW_PERIOD | ROW_MEASURE | ROW_CATEGORY | ROW_REGION | ROW_TOTAL,
     regions_list, "a row a region, of a measure broken down by regions"},
    {"days", ROW_BODY | ROW_PERIOD | ROW_MEASURE | ROW_CATEGORY | ROW_DAY | ROW_TOTAL, days_list,
     "a row a day of the quarter, of a measure broken down by days"},
    {"coverage", ROW_BODY | ROW_AGENCY | ROW_PERIOD | ROW_COVERAGE, coverage_list,
     "a row a channel of a body that logs messages in the quarter"},
    {"bands", ROW_BODY | ROW_PERIOD | ROW_BAND, list_bands, "a row a band of the method"},
    {"findings", ROW_BODY | ROW_AGENCY | ROW_PERIOD | ROW_CONTROL | ROW_FINDING, list_findings,
     "a row an open finding of the agency"},
    {"fixes", ROW_BODY | ROW_AGENCY | ROW_PERIOD | ROW_CONTROL | ROW_FINDING, list_fixes,
     "a row a control with open findings, the most urgent first"},
    {"clauses", ROW_BODY | ROW_PERIOD | ROW_CLAUSE, list_clauses, "a row a clause of the Order"},
    {"sections", ROW_BODY | ROW_PERIOD | ROW_SECTION, list_sections,
     "a row a section of the score"},
    {"seats", ROW_BODY | ROW_PERIOD, seats_list, "a row a region, by the seats of the bodies"},
    {"ages", ROW_BODY | ROW_PERIOD | ROW_AGE, ages_list,
     "a row an age of open findings, by days past their due date"},
    {"score-bins", ROW_BODY | ROW_PERIOD | ROW_BIN, bins_list,
     "a row five points of score, from the lowest that occurs"},
    {"method-change", ROW_BODY | ROW_PERIOD | ROW_METHOD, list_method_change,
     "a row a band as published under another version of the method"},
    {"data", ROW_BODY | ROW_AGENCY | ROW_PERIOD | ROW_CONTROL, list_data,
     "a row an agency, quarter and control"},
    {"revisions", ROW_BODY | ROW_PERIOD | ROW_REVISION, revisions_list,
     "a row a published figure that came out otherwise now"},
    {0},
};

const struct row_kind *row_kind_find(const char *word)
{
    for (const struct row_kind *kind = ROW_KINDS; kind->word; kind++)
        if (strcmp(kind->word, word) == 0)
            return kind;
    return NULL;
}

static const struct row_column *const COLUMN_FILES[] = {
    BODY_COLUMNS,   CONTROL_COLUMNS, MEASURE_COLUMNS, FINDING_COLUMNS, REVISION_COLUMNS,
    CLAUSE_COLUMNS, SECTION_COLUMNS, JUDGING_COLUMNS, METHOD_COLUMNS,  SPREAD_COLUMNS,
    AGEING_COLUMNS, CHANGE_COLUMNS,  PLACE_COLUMNS,   INTERVAL_COLUMNS};

const struct row_column *row_column_find(const char *word)
{
    for (size_t f = 0; f < ARRAY_LENGTH(COLUMN_FILES); f++)
        for (const struct row_column *column = COLUMN_FILES[f]; column->word; column++)
            if (strcmp(column->word, word) == 0)
                return column;
    return NULL;
}

size_t row_columns_for(unsigned has, const char **ret_words)
{
    size_t count = 0;
    for (size_t f = 0; f < ARRAY_LENGTH(COLUMN_FILES); f++)
        for (const struct row_column *column = COLUMN_FILES[f]; column->word && count < 128;
             column++)
            if ((column->needs & ~(has | ROW_SCORE)) == 0)
                ret_words[count++] = column->word;
    return count;
}
