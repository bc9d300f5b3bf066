/* SPDX-License-Identifier: MIT */
#include "run/evaluate_parts.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/map.h"
#include "base/text.h"
#include "data/cursor.h"
#include "metrics/hash_set.h"

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
    const struct listing *listing;
    struct results *results;
    const struct exemptions *exemptions;
    struct cursor *cursor;
    struct hash_set seen; /* items with their period */
    size_t period;        /* columns */
    size_t judged_on;
    struct judging *controls;
    struct measuring *measures;
    struct error *err;
};

/** The row at hand, as far as its controls are concerned. */
struct judged_row {
    size_t agency;
    int32_t period;
    struct judged_day day;
};

struct owner evaluate_owner(const struct reference *reference, const struct cursor *cursor)
{
    const char *agency = cursor_agency(cursor);
    if (agency)
        return (struct owner){map_find(reference->agency_index, agency), MAP_NONE};
    return (struct owner){MAP_NONE, map_find(reference->account_index, cursor_account(cursor))};
}

size_t evaluate_agency(const struct reference *reference, const struct cursor *cursor)
{
    struct owner owner = evaluate_owner(reference, cursor);
    return owner.account == MAP_NONE ? owner.agency : reference->account_agency[owner.account];
}

size_t evaluate_lead(const struct reference *reference, struct owner owner, int32_t day)
{
    return owner.account == MAP_NONE ? owner.agency : reference_lead(reference, owner.account, day);
}

size_t evaluate_day_column(const struct listing *listing)
{
    return listing->judged == JUDGED_IN_PERIOD ? listing_column(listing, "judged_on") : SIZE_MAX;
}

bool evaluate_day(struct cursor *cursor, size_t column, int32_t period, struct judged_day *ret_day,
                  struct error *err)
{
    *ret_day = (struct judged_day){.day = period_ends_before(period) - 1};
    ret_day->known = column != SIZE_MAX && cursor_day(cursor, column, &ret_day->day, err);
    return err->kind == ERROR_NONE;
}

bool evaluate_is_before(const struct control *control, int32_t period, struct judged_day day)
{
    return day.known ? day.day < control->effective_from
                     : period_ends_before(period) <= control->effective_from;
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
static bool keep_finding(const struct pass *pass, const struct judging *judging,
                         const struct judged_row *row, enum outcome outcome)
{
    const struct results *results = pass->results;
    const struct control *control = judging->control;
    bool wanted = row->period == results->period ||
                  (control->judged == JUDGED_AT_PERIOD_END && row->period == results->period - 1);
    if (!wanted || item_is_person(control->item))
        return true;
    if (!check_reason(pass, judging))
        return false;
    struct finding finding = {
        .agency = row->agency,
        .control = judging->index,
        .period = row->period,
        .outcome = outcome,
        .item = cursor_item(pass->cursor),
        .label = cursor_label(pass->cursor),
        .reason = cursor_text(pass->cursor, judging->reason),
        .detail = cursor_text(pass->cursor, judging->detail),
    };
    return findings_add(results->findings, &finding, pass->err);
}

/** Changes are told of states. What nobody was told of, because the agency made no return then,
 * cannot have been closed. */
static bool leaves_trace(const struct results *results, const struct control *control,
                         const struct tally_key *key)
{
    return control->judged == JUDGED_AT_PERIOD_END && !item_is_person(control->item) &&
           (key->period + 2 >= PERIODS || results_state(results, key->body, key->period)->reported);
}

/** What the agency answered sets the item aside or marks it as contested. */
static void count_row(struct pass *pass, const struct judging *judging,
                      const struct judged_row *row, enum outcome outcome, bool *ret_exempt)
{
    struct results *results = pass->results;
    const struct control *control = judging->control;
    const char *item = cursor_item(pass->cursor);
    struct answered *answered = responses_find(&results->responses, row->agency, control->id, item);
    bool exempt = exemptions_hold(pass->exemptions, row->agency, control->id, item, row->day.day) ||
                  (answered && answered->response->withdrawn);
    struct tally_key key = {row->agency, judging->index,
                            (size_t)period_index(results, row->period)};
    tallies_count(&results->tallies, key, outcome, exempt);
    if (answered && outcome != OUTCOME_MET) {
        answered->came = true;
        if (answered->response->contested && !exempt)
            tallies_count(&results->contested, key, outcome, false);
    }
    if (!exempt && leaves_trace(results, control, &key))
        traces_note(&results->traces, (struct item_key){row->agency, judging->index, item},
                    results->period - row->period, outcome == OUTCOME_MET);
    *ret_exempt = exempt;
}

static bool judge_row(struct pass *pass, const struct judging *judging,
                      const struct judged_row *row)
{
    struct results *results = pass->results;
    enum outcome outcome;
    bool exempt;
    if (!cursor_outcome(pass->cursor, judging->outcome, &outcome, pass->err))
        return false;
    if (outcome == OUTCOME_NONE || evaluate_is_before(judging->control, row->period, row->day))
        return true;
    if (row->agency == MAP_NONE) {
        results->unassigned[judging->index]++;
        return true;
    }
    count_row(pass, judging, row, outcome, &exempt);
    return exempt || outcome == OUTCOME_MET || keep_finding(pass, judging, row, outcome);
}

static bool fail_repeat(const struct pass *pass, int32_t period)
{
    struct text name = {0};
    period_name(&name, period);
    cursor_error(pass->cursor, pass->err, "two rows of one item in %s; it must have one a quarter",
                 text_string(&name));
    text_finish(&name);
    return false;
}

static bool check_repeat(struct pass *pass, int32_t period)
{
    bool looked_at = pass->listing->judged == JUDGED_AT_PERIOD_END
                         ? period_index(pass->results, period) >= 0
                         : period == pass->results->period;
    return !looked_at ||
           hash_set_add(&pass->seen, hash_of((uint64_t)period, cursor_item(pass->cursor))) ||
           fail_repeat(pass, period);
}

static bool judge_controls(struct pass *pass, struct owner owner)
{
    struct judged_row row;
    if (!cursor_period(pass->cursor, pass->period, &row.period, pass->err))
        return pass->err->kind == ERROR_NONE;
    if (!check_repeat(pass, row.period))
        return false;
    if (period_index(pass->results, row.period) < 0 || !pass->listing->control_count)
        return true;
    if (!evaluate_day(pass->cursor, pass->judged_on, row.period, &row.day, pass->err))
        return false;
    row.agency = evaluate_lead(pass->results->reference, owner, row.day.day);
    for (size_t i = 0; i < pass->listing->control_count; i++)
        if (!judge_row(pass, &pass->controls[i], &row))
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
    size_t agency = key.body;
    for (size_t b = 0; b < measuring->measure->by_count; b++) {
        bool whole = measure_is_whole(measuring->measure, b);
        if (whole && !results_state(results, agency, key.period)->exists)
            continue; /* as judge_groups() adds only bodies that there were */
        const char *name = cursor_text(pass->cursor, measuring->by[b]);
        key.body = whole ? results_group(results, GROUP_ALL) : agency;
        key.breakdown = b + 1;
        key.category = categories_take(&results->categories[key.measure][b], name, results->arena);
        measurements_count(&results->measurements, key, measuring->measure, row);
    }
}

/** A quarter before the first row of all was not logged: not logging is not zero. */
static void note_logging(struct results *results, size_t measure, int32_t period)
{
    int32_t first = results->period - (PERIODS - 1);
    size_t since = period < first ? 0 : (size_t)(period - first);
    if (since < results->measure_since[measure])
        results->measure_since[measure] = since;
}

/** A measure over the listing's own period belongs to whom its controls do. */
static bool find_measured(struct pass *pass, const struct measuring *measuring, struct owner owner,
                          int32_t period, size_t *ret_agency)
{
    struct judged_day day;
    size_t column = measuring->period == pass->period ? pass->judged_on : SIZE_MAX;
    if (owner.account == MAP_NONE) {
        *ret_agency = owner.agency;
        return true;
    }
    if (!evaluate_day(pass->cursor, column, period, &day, pass->err))
        return false;
    *ret_agency = evaluate_lead(pass->results->reference, owner, day.day);
    return true;
}

/** `ret_stray` becomes true where the row would count, but belongs to no known agency. */
static bool measure_row(struct pass *pass, const struct measuring *measuring, struct owner owner,
                        bool *ret_stray)
{
    struct results *results = pass->results;
    struct contribution row;
    bool counts;
    int32_t period;
    size_t agency;
    if (!cursor_period(pass->cursor, measuring->period, &period, pass->err))
        return pass->err->kind == ERROR_NONE;
    note_logging(results, measuring->index, period);
    if (period_index(results, period) < 0)
        return true;
    if (!read_contribution(pass, measuring, &row, &counts) ||
        !find_measured(pass, measuring, owner, period, &agency))
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
    struct owner owner = evaluate_owner(pass->results->reference, pass->cursor);
    bool stray = false;
    pass->results->later[pass->listing - pass->results->listings->items] +=
        cursor_text(pass->cursor, pass->period) == NULL;
    if (!judge_controls(pass, owner))
        return false;
    for (size_t i = 0; i < pass->listing->measure_count; i++)
        if (!measure_row(pass, &pass->measures[i], owner, &stray))
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
    pass->judged_on = evaluate_day_column(listing);
    pass->controls = arena_array(arena, listing->control_count + 1, sizeof *pass->controls);
    pass->measures = arena_array(arena, listing->measure_count + 1, sizeof *pass->measures);
    for (size_t i = 0; i < listing->control_count; i++)
        pass->controls[i] = find_control(pass, &listing->controls[i]);
    for (size_t i = 0; i < listing->measure_count; i++)
        pass->measures[i] = find_measure(pass, &listing->measures[i], arena);
}

bool evaluate_listing(struct source *source, const struct listing *listing,
                      const struct exemptions *exemptions, struct results *results,
                      struct error *err)
{
    struct pass pass = {
        .listing = listing, .results = results, .exemptions = exemptions, .err = err};
    find_definitions(&pass, results->arena);
    if (!cursor_open(source, listing, &pass.cursor, err))
        return false;
    bool good = true;
    while (good && cursor_step(pass.cursor, err))
        good = take_row(&pass);
    cursor_close(pass.cursor);
    hash_set_finish(&pass.seen);
    traces_settle(&results->traces);
    return good && err->kind == ERROR_NONE;
}
