/* SPDX-License-Identifier: MIT */
#include "run/evaluate.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/map.h"
#include "base/text.h"
#include "data/cursor.h"
#include "data/source.h"
#include "metrics/exemption.h"
#include "metrics/judge.h"
#include "metrics/remedy.h"
#include "run/home.h"

#include <stdlib.h>
#include <string.h>

/** A control as its listing is stepped: its index in the results, and its columns (SIZE_MAX: none).
 */
struct judging {
    const struct control *control;
    size_t index;
    size_t outcome, reason, detail;
};

struct measuring {
    const struct measure_definition *measure;
    size_t index;
    size_t where, of, per, period;
    size_t *by;
};

/** A listing as it is stepped. Columns are looked up once: rows come by the million. */
struct pass {
    const struct evaluation_options *options;
    const struct listing *listing;
    struct results *results;
    const struct exemptions *exemptions;
    struct cursor *cursor;
    size_t period; /* column */
    struct judging *controls;
    struct measuring *measures;
    struct error *err;
};

size_t evaluate_agency(const struct reference *reference, const struct cursor *cursor)
{
    const char *agency = cursor_agency(cursor);
    if (agency)
        return map_find(reference->agency_index, agency);
    size_t account = map_find(reference->account_index, cursor_account(cursor));
    return account == MAP_NONE ? MAP_NONE : reference->account_agency[account];
}

/** "controls EML-1, APR-2 and measures accounts-active" */
static void name_definitions(const struct listing *listing, const char *readers, struct text *text)
{
    for (size_t i = 0; i < listing->control_count; i++)
        text_printf(text, "%s%s", text->length ? ", " : "", listing->controls[i].id);
    for (size_t i = 0; i < listing->measure_count; i++)
        text_printf(text, "%s%s", text->length ? ", " : "", listing->measures[i].id);
    if (readers)
        text_printf(text, " (reports: %s)", readers);
}

static bool fail_column(const struct contract_table *table, const char *column,
                        const struct listing *listing, const char *readers, struct error *err)
{
    struct text names = {0};
    name_definitions(listing, readers, &names);
    error_set(err, ERROR_DATA, "table %s has no column %s, which %s (listing %s) need", table->name,
              column, text_string(&names), listing->name);
    text_finish(&names);
    return error_hint(err, "add it (in a mapping: NULL AS %s); NULL means: not recorded", column);
}

static bool find_missing(struct source *source, const struct home *home,
                         const struct listing *listing, const char *readers, size_t *ret_table,
                         struct error *err)
{
    *ret_table = SIZE_MAX;
    for (size_t i = 0; i < listing->read_count && *ret_table == SIZE_MAX; i++)
        if (!source_is_filled(source, listing->reads[i].table))
            *ret_table = listing->reads[i].table;
    for (size_t i = 0; i < listing->read_count && *ret_table == SIZE_MAX; i++) {
        size_t table = listing->reads[i].table, column = listing->reads[i].column;
        if (column != SIZE_MAX && !source_supplies_column(source, table, column))
            return fail_column(&home->contract.tables[table],
                               home->contract.tables[table].columns[column].name, listing, readers,
                               err);
    }
    return true;
}

bool evaluate_missing(struct source *source, const struct home *home, const struct listing *listing,
                      size_t *ret_table, struct error *err)
{
    return find_missing(source, home, listing, NULL, ret_table, err);
}

static int period_index(const struct results *results, int32_t period)
{
    int32_t index = period - (results->period - (PERIODS - 1));
    return index < 0 || index >= PERIODS ? -1 : (int)index;
}

/** Every reason that is printed has its sentence in the header. The word itself is not repeated: it
 *  may be anything. */
static bool check_reason(const struct pass *pass, const struct judging *judging)
{
    const struct control *control = judging->control;
    const char *code = cursor_text(pass->cursor, judging->reason);
    for (size_t i = 0; code && i < control->reason_count; i++)
        if (strcmp(control->reasons[i].code, code) == 0)
            return true;
    return !code ||
           error_at(pass->err, ERROR_DATA, &control->place,
                    "listing %s, item %s: column %s gives %s a reason that has no "
                    "sentence under 'reasons'",
                    pass->listing->name, cursor_item(pass->cursor), control->reason, control->id);
}

/** Findings are kept of the reported quarter and, for states, of the one before; never of persons.
 */
static bool keep_finding(const struct pass *pass, const struct judging *judging, size_t agency,
                         int32_t period, enum outcome outcome)
{
    const struct results *results = pass->results;
    const struct control *control = judging->control;
    bool wanted = period == results->period ||
                  (control->judged == JUDGED_AT_PERIOD_END && period == results->period - 1);
    if (!wanted || item_is_person(control->item))
        return true;
    if (!check_reason(pass, judging))
        return false;
    struct finding finding = {
        .agency = agency,
        .control = judging->index,
        .period = period,
        .outcome = outcome,
        .item = cursor_item(pass->cursor),
        .label = cursor_label(pass->cursor),
        .reason = cursor_text(pass->cursor, judging->reason),
        .detail = cursor_text(pass->cursor, judging->detail),
    };
    return findings_add(results->findings, &finding, pass->err);
}

static bool judge_row(struct pass *pass, const struct judging *judging, size_t agency,
                      int32_t period)
{
    struct results *results = pass->results;
    const struct control *control = judging->control;
    enum outcome outcome;
    if (!cursor_outcome(pass->cursor, judging->outcome, &outcome, pass->err))
        return false;
    if (outcome == OUTCOME_NONE || period_ends_before(period) <= control->effective_from)
        return true;
    if (agency == MAP_NONE) {
        results->unassigned[judging->index]++;
        return true;
    }
    bool exempt =
        exemptions_hold(pass->exemptions, agency, control->id, cursor_item(pass->cursor), period);
    struct tally_key key = {agency, judging->index, (size_t)period_index(results, period)};
    tallies_count(&results->tallies, key, outcome, exempt);
    return exempt || outcome == OUTCOME_MET || keep_finding(pass, judging, agency, period, outcome);
}

static bool judge_controls(struct pass *pass, size_t agency)
{
    int32_t period;
    if (!cursor_period(pass->cursor, pass->period, &period, pass->err))
        return pass->err->kind == ERROR_NONE;
    if (period_index(pass->results, period) < 0)
        return true;
    for (size_t i = 0; i < pass->listing->control_count; i++)
        if (!judge_row(pass, &pass->controls[i], agency, period))
            return false;
    return true;
}

/** What the row adds to a measure; false in `ret_counts` where it adds nothing. */
static bool read_contribution(struct pass *pass, const struct measuring *measuring,
                              struct contribution *ret_row, bool *ret_counts)
{
    bool null = false;
    int64_t where = 1;
    *ret_row = (struct contribution){1, 0};
    if (measuring->where != SIZE_MAX &&
        !cursor_integer(pass->cursor, measuring->where, &where, &null, pass->err))
        return false;
    *ret_counts = where && !null;
    if (!*ret_counts || measuring->of == SIZE_MAX)
        return true;
    if (!cursor_integer(pass->cursor, measuring->of, &ret_row->numerator, &null, pass->err))
        return false;
    *ret_counts = !null;
    if (!*ret_counts || measuring->per == SIZE_MAX)
        return true;
    if (!cursor_integer(pass->cursor, measuring->per, &ret_row->denominator, &null, pass->err))
        return false;
    *ret_counts = !null;
    return true;
}

static void count_categories(struct pass *pass, const struct measuring *measuring,
                             struct measurement_key key, struct contribution row)
{
    struct results *results = pass->results;
    for (size_t b = 0; b < measuring->measure->by_count; b++) {
        const char *name = cursor_text(pass->cursor, measuring->by[b]);
        key.breakdown = b + 1;
        key.category = categories_take(&results->categories[key.measure][b], name, results->arena);
        measurements_count(&results->measurements, key, measuring->measure, row);
    }
}

/** `ret_stray` becomes true where the row would count, but belongs to no known agency. */
/** A quarter before the first row of all was not logged: not logging is not zero. */
static void note_logging(struct results *results, size_t measure, int32_t period)
{
    int32_t first = results->period - (PERIODS - 1);
    size_t since = period < first ? 0 : (size_t)(period - first);
    if (since < results->measure_since[measure])
        results->measure_since[measure] = since;
}

static bool measure_row(struct pass *pass, const struct measuring *measuring, size_t agency,
                        bool *ret_stray)
{
    struct results *results = pass->results;
    struct contribution row;
    bool counts;
    int32_t period;
    if (!cursor_period(pass->cursor, measuring->period, &period, pass->err))
        return pass->err->kind == ERROR_NONE;
    note_logging(results, measuring->index, period);
    if (period_index(results, period) < 0)
        return true;
    if (!read_contribution(pass, measuring, &row, &counts))
        return false;
    if (!counts)
        return true;
    if (agency == MAP_NONE) {
        *ret_stray = true;
        return true;
    }
    struct measurement_key key = {agency, measuring->index, (size_t)period_index(results, period),
                                  0, 0};
    measurements_count(&results->measurements, key, measuring->measure, row);
    count_categories(pass, measuring, key, row);
    return true;
}

static bool take_row(struct pass *pass)
{
    size_t agency = evaluate_agency(pass->results->reference, pass->cursor);
    bool stray = false;
    pass->results->later[pass->listing - pass->results->listings->items] +=
        cursor_text(pass->cursor, pass->period) == NULL;
    if (pass->listing->control_count && !judge_controls(pass, agency))
        return false;
    for (size_t i = 0; i < pass->listing->measure_count; i++)
        if (!measure_row(pass, &pass->measures[i], agency, &stray))
            return false;
    pass->results->unassigned[pass->results->control_count] += stray; /* once for all measures */
    return true;
}

static struct judging find_control(const struct pass *pass, const struct control *control)
{
    return (struct judging){
        .control = control,
        .index = results_control(pass->results, control->id),
        .outcome = listing_column(pass->listing, control->outcome),
        .reason = listing_column(pass->listing, control->reason),
        .detail = listing_column(pass->listing, control->detail),
    };
}

static struct measuring find_measure(const struct pass *pass,
                                     const struct measure_definition *measure, struct arena *arena)
{
    struct measuring found = {
        .measure = measure,
        .index = results_measure(pass->results, measure->id),
        .where = listing_column(pass->listing, measure->where),
        .of = listing_column(pass->listing, measure->of),
        .per = listing_column(pass->listing, measure->per),
        .period = listing_column(pass->listing, measure->period),
        .by = arena_array(arena, measure->by_count + 1, sizeof *found.by),
    };
    for (size_t b = 0; b < measure->by_count; b++)
        found.by[b] = listing_column(pass->listing, measure->by[b]);
    return found;
}

static void find_definitions(struct pass *pass, struct arena *arena)
{
    const struct listing *listing = pass->listing;
    pass->period = listing_column(listing, "period");
    pass->controls = arena_array(arena, listing->control_count + 1, sizeof *pass->controls);
    pass->measures = arena_array(arena, listing->measure_count + 1, sizeof *pass->measures);
    for (size_t i = 0; i < listing->control_count; i++)
        pass->controls[i] = find_control(pass, &listing->controls[i]);
    for (size_t i = 0; i < listing->measure_count; i++)
        pass->measures[i] = find_measure(pass, &listing->measures[i], arena);
}

static bool step_listing(struct source *source, struct pass *pass)
{
    find_definitions(pass, pass->results->arena);
    if (!cursor_open(source, pass->listing, &pass->cursor, pass->err))
        return false;
    bool good = true;
    while (good && cursor_step(pass->cursor, pass->err))
        good = take_row(pass);
    cursor_close(pass->cursor);
    return good && pass->err->kind == ERROR_NONE;
}

static int compare_controls(const void *a, const void *b, void *method)
{
    const struct control *x = *(const struct control *const *)a;
    const struct control *y = *(const struct control *const *)b;
    size_t section_x = method_section(method, x->id), section_y = method_section(method, y->id);
    if (section_x != section_y)
        return section_x < section_y ? -1 : 1;
    return strverscmp(x->id, y->id);
}

static int compare_measures(const void *a, const void *b)
{
    const struct measure_definition *x = *(const struct measure_definition *const *)a;
    const struct measure_definition *y = *(const struct measure_definition *const *)b;
    return strcmp(x->id, y->id);
}

/** All definitions of all listings: whatever is not wanted or not supplied stays unmeasured. */
static void list_definitions(struct results *results, const struct home *home, struct arena *arena)
{
    const struct listings *listings = &home->listings;
    size_t controls = 0, measures = 0;
    for (size_t l = 0; l < listings->count; l++) {
        controls += listings->items[l].control_count;
        measures += listings->items[l].measure_count;
    }
    results->controls = arena_array(arena, controls + 1, sizeof *results->controls);
    results->measures = arena_array(arena, measures + 1, sizeof *results->measures);
    for (size_t l = 0; l < listings->count; l++) {
        for (size_t i = 0; i < listings->items[l].control_count; i++)
            results->controls[results->control_count++] = &listings->items[l].controls[i];
        for (size_t i = 0; i < listings->items[l].measure_count; i++)
            results->measures[results->measure_count++] = &listings->items[l].measures[i];
    }
    qsort_r(results->controls, controls, sizeof *results->controls, compare_controls,
            (void *)(uintptr_t)&home->method);
    qsort(results->measures, measures, sizeof *results->measures, compare_measures);
    results->control_left_out = arena_array(arena, controls + 1, sizeof(bool));
    results->control_measured = arena_array(arena, controls + 1, sizeof(bool));
    results->measure_measured = arena_array(arena, measures + 1, sizeof(bool));
    results->measure_since = arena_array(arena, measures + 1, sizeof(size_t));
    for (size_t m = 0; m < measures; m++)
        results->measure_since[m] = PERIODS;
    results->unassigned = arena_array(arena, controls + 2, sizeof(int64_t));
    results->later = arena_array(arena, listings->count + 1, sizeof(int64_t));
    results->categories = arena_array(arena, measures + 1, sizeof *results->categories);
    for (size_t m = 0; m < measures; m++)
        results->categories[m] =
            arena_array(arena, results->measures[m]->by_count + 1, sizeof **results->categories);
}

static void mark_left_out(struct results *results, const struct listing *listing)
{
    for (size_t i = 0; i < listing->control_count; i++)
        results->control_left_out[results_control(results, listing->controls[i].id)] = true;
}

static void mark_measured(struct results *results, const struct listing *listing)
{
    for (size_t i = 0; i < listing->control_count; i++)
        results->control_measured[results_control(results, listing->controls[i].id)] = true;
    for (size_t i = 0; i < listing->measure_count; i++)
        results->measure_measured[results_measure(results, listing->measures[i].id)] = true;
}

static void notice_missing(const struct home *home, const struct listing *listing,
                           const char *readers, size_t table, struct notices *notices)
{
    struct text names = {0};
    name_definitions(listing, readers, &names);
    notices_add(notices, "not measured, as table %s was not supplied or has no row: %s",
                home->contract.tables[table].name, text_string(&names));
    text_finish(&names);
}

/** Tables of states are small: their values are all checked before anything is counted. */
static bool check_tables(struct source *source, const struct home *home,
                         const struct listing *listing, bool *checked, struct error *err)
{
    for (size_t i = 0; i < listing->read_count; i++) {
        size_t table = listing->reads[i].table;
        if (checked[table] || home->contract.tables[table].events)
            continue;
        checked[table] = true;
        if (!source_check_values(source, table, err))
            return false;
    }
    return true;
}

static bool step_all(struct source *source, const struct home *home,
                     const struct evaluation_options *options, struct pass *pass,
                     struct notices *notices)
{
    bool *checked =
        arena_array(pass->results->arena, home->contract.table_count + 1, sizeof *checked);
    for (size_t l = 0; l < home->listings.count; l++) {
        size_t missing;
        pass->listing = &home->listings.items[l];
        if (options->wanted && !options->wanted[l]) {
            mark_left_out(pass->results, pass->listing);
            continue;
        }
        const char *readers = options->readers ? options->readers[l] : NULL;
        if (!find_missing(source, home, pass->listing, readers, &missing, pass->err))
            return false;
        if (missing != SIZE_MAX) {
            notice_missing(home, pass->listing, readers, missing, notices);
            continue;
        }
        if (!check_tables(source, home, pass->listing, checked, pass->err) ||
            !step_listing(source, pass))
            return false;
        mark_measured(pass->results, pass->listing);
    }
    return true;
}

static bool evaluate_rows(struct source *source, const struct home *home,
                          const struct evaluation_options *options, struct notices *notices,
                          struct results *results, struct error *err)
{
    struct exemptions exemptions;
    exemptions_init(&exemptions, results->reference);
    struct pass pass = {
        .options = options,
        .results = results,
        .exemptions = &exemptions,
        .err = err,
    };
    bool good = findings_new(options->work_folder, &results->findings, err) &&
                step_all(source, home, options, &pass, notices) &&
                findings_seal(results->findings, err);
    exemptions_finish(&exemptions);
    return good;
}

bool evaluate(struct source *source, const struct home *home, const struct reference *reference,
              const struct evaluation_options *options, struct arena *arena,
              struct notices *notices, struct results *ret_results, struct error *err)
{
    *ret_results = (struct results){
        .arena = arena,
        .method = &home->method,
        .reference = reference,
        .listings = &home->listings,
        .period = options->period,
        .as_of = options->as_of,
    };
    list_definitions(ret_results, home, arena);
    if (!evaluate_rows(source, home, options, notices, ret_results, err)) {
        results_finish(ret_results);
        return false;
    }
    judge_states(ret_results);
    if (!remedy_review(ret_results, options->told, err)) {
        results_finish(ret_results);
        return false;
    }
    judge_groups(ret_results);
    judge_scores(ret_results);
    return true;
}
