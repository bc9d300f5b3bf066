/* SPDX-License-Identifier: MIT */
#include "cli/explain.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include "data/cursor.h"
#include "data/listing.h"
#include "metrics/exemption.h"
#include "run/evaluate.h"
#include "run/run.h"

#include <stdlib.h>
#include <string.h>

#define ITEM_COLUMNS 4 /* and the number before them, where the order counts */

/** The listing as it is stepped for one agency and quarter. */
struct walk {
    struct items *items;
    const struct session *session;
    const struct subject *subject;
    const struct exemptions *exemptions;
    const struct responses *responses;
    struct cursor *cursor;
    size_t agency;
    struct error *err;
};

void items_init(struct items *items, struct arena *arena)
{
    *items = (struct items){.arena = arena};
}

void items_finish(struct items *items)
{
    measurements_finish(&items->sum);
    free(items->list);
    *items = (struct items){0};
}

static const char *text_of(const struct walk *walk, const char *column)
{
    return column ? cursor_text(walk->cursor, listing_column(walk->subject->listing, column))
                  : NULL;
}

static void keep(struct walk *walk, const struct item *item)
{
    struct items *items = walk->items;
    const char *key = cursor_item(walk->cursor), *label = cursor_label(walk->cursor);
    items->list = vector_grow(items->list, items->count, &items->capacity, sizeof *items->list);
    struct item *kept = &items->list[items->count++];
    *kept = *item;
    kept->item = arena_text(items->arena, key);
    kept->label = text_equal(key, label) ? NULL : arena_text(items->arena, label);
}

/** The sentence of the row's reason, its {{detail}} filled in; the code where it has no sentence.
 */
static const char *reason_of(const struct walk *walk)
{
    static const char SLOT[] = "{{detail}}";
    const struct control *control = walk->subject->control;
    const char *reason = text_of(walk, control->reason), *sentence = reason;
    if (!reason)
        return NULL;
    for (size_t i = 0; i < control->reason_count; i++)
        if (text_equal(control->reasons[i].code, reason))
            sentence = control->reasons[i].sentence;
    const char *slot = strstr(sentence, SLOT), *detail = text_of(walk, control->detail);
    if (!slot)
        return arena_text(walk->items->arena, sentence);
    return arena_printf(walk->items->arena, "%.*s%s%s", (int)(slot - sentence), sentence,
                        detail ? detail : "(not recorded)", slot + strlen(SLOT));
}

static void count(struct tally *tally, const struct item *item)
{
    tally->exempt += item->exempt;
    tally->met += !item->exempt && item->outcome == OUTCOME_MET;
    tally->not_met += !item->exempt && item->outcome == OUTCOME_NOT_MET;
    tally->no_evidence += !item->exempt && item->outcome == OUTCOME_NO_EVIDENCE;
}

/** Set aside by an exemption, or by a contest after which the finding was withdrawn. */
static bool is_exempt(const struct walk *walk, int32_t day)
{
    const char *control = walk->subject->control->id, *item = cursor_item(walk->cursor);
    const struct answered *answered = responses_find(walk->responses, walk->agency, control, item);
    return (answered && answered->response->withdrawn) ||
           exemptions_hold(walk->exemptions, walk->agency, control, item, day);
}

static bool take_control(struct walk *walk, struct judged_day day)
{
    const struct control *control = walk->subject->control;
    struct item item = {0};
    if (!cursor_outcome(walk->cursor, listing_column(walk->subject->listing, control->outcome),
                        &item.outcome, walk->err))
        return false;
    if (item.outcome == OUTCOME_NONE || evaluate_is_before(control, walk->session->period, day)) {
        walk->items->not_applicable++;
        return true;
    }
    item.exempt = is_exempt(walk, day.day);
    item.why = reason_of(walk);
    count(&walk->items->tally, &item);
    keep(walk, &item);
    return true;
}

/** A column's whole number; false in `ret_there` for NULL, or where an earlier one was not there.
 */
static bool read_number(struct walk *walk, const char *column, int64_t *ret_value, bool *ret_there)
{
    bool null = false;
    if (!column || !*ret_there)
        return true;
    size_t index = listing_column(walk->subject->listing, column);
    if (!cursor_integer(walk->cursor, index, ret_value, &null, walk->err))
        return false;
    *ret_there = !null;
    return true;
}

static bool take_measure(struct walk *walk)
{
    const struct measure_definition *measure = walk->subject->measure;
    struct item item = {.row = {.numerator = 1}};
    int64_t where = 1;
    bool there = true;
    if (!read_number(walk, measure->where, &where, &there))
        return false;
    there = there && where;
    if (!read_number(walk, measure->of, &item.row.numerator, &there) ||
        !read_number(walk, measure->per, &item.row.denominator, &there))
        return false;
    if (!there) {
        walk->items->not_applicable++;
        return true;
    }
    measurements_count(&walk->items->sum, (struct measurement_key){0}, measure, item.row);
    keep(walk, &item);
    return true;
}

static bool take_row(struct walk *walk)
{
    const struct subject *subject = walk->subject;
    const struct reference *reference = &walk->session->reference;
    const char *column = subject->control ? "period" : subject->measure->period;
    bool dated = strcmp(column, "period") == 0;
    size_t day_column = dated ? evaluate_day_column(subject->listing) : SIZE_MAX;
    struct judged_day day;
    int32_t period;
    if (!cursor_period(walk->cursor, listing_column(subject->listing, column), &period, walk->err))
        return walk->err->kind == ERROR_NONE;
    if (period != walk->session->period)
        return true;
    if (!evaluate_day(walk->cursor, day_column, period, &day, walk->err))
        return false;
    struct owner owner = evaluate_owner(reference, walk->cursor);
    if (evaluate_lead(reference, owner, day.day) != walk->agency)
        return true;
    return subject->control ? take_control(walk, day) : take_measure(walk);
}

bool items_step(struct items *items, struct session *session, const struct subject *subject,
                size_t agency, struct error *err)
{
    struct exemptions exemptions;
    struct responses responses;
    struct walk walk = {
        .items = items,
        .session = session,
        .subject = subject,
        .exemptions = &exemptions,
        .responses = &responses,
        .agency = agency,
        .err = err,
    };
    if (!cursor_open(session->source, subject->listing, &walk.cursor, err))
        return false;
    exemptions_init(&exemptions, &session->reference);
    responses_index(&session->reference, session->arena, &responses);
    bool good = true;
    while (good && cursor_step(walk.cursor, err))
        good = take_row(&walk);
    exemptions_finish(&exemptions);
    cursor_close(walk.cursor);
    return good && err->kind == ERROR_NONE;
}

/** What fails, then what lacks evidence, what is exempt, what is met. */
static int rank(const struct item *item)
{
    if (item->exempt)
        return 2;
    return item->outcome == OUTCOME_NOT_MET ? 0 : item->outcome == OUTCOME_NO_EVIDENCE ? 1 : 3;
}

static int compare(const void *a, const void *b)
{
    const struct item *x = a, *y = b;
    if (rank(x) != rank(y))
        return rank(x) - rank(y);
    return strverscmp(x->item, y->item);
}

/** As a median or percentile orders them. */
static int compare_values(const void *a, const void *b)
{
    const struct item *x = a, *y = b;
    if (x->row.numerator != y->row.numerator)
        return x->row.numerator < y->row.numerator ? -1 : 1;
    return strverscmp(x->item, y->item);
}

static void put_outcome(struct output_table *table, const struct item *item)
{
    static const char *const WORDS[] = {"", "met", "not met", "no evidence"};
    output_cell(table, item->exempt
                           ? arena_printf(table->arena, "exempt (%s)", WORDS[item->outcome])
                           : WORDS[item->outcome]);
    output_cell(table, item->why);
}

static void put_numbers(struct output_table *table, const struct measure_definition *measure,
                        const struct item *item)
{
    output_cell(table, measure->of
                           ? arena_printf(table->arena, "%lld", (long long)item->row.numerator)
                           : "");
    output_cell(table, measure->per
                           ? arena_printf(table->arena, "%lld", (long long)item->row.denominator)
                           : "");
}

static void put_heads(struct output_table *table, const struct subject *subject, bool labels)
{
    if (table->columns > ITEM_COLUMNS)
        output_cell(table, "No.");
    output_cell(table, "Item");
    output_cell(table, labels ? "Label" : "");
    output_cell(table, subject->control ? "Outcome" : subject->measure->of);
    output_cell(table, subject->control ? "Why" : subject->measure->per);
}

static void put_item(struct output_table *table, const struct subject *subject,
                     const struct item *item, size_t number)
{
    if (table->columns > ITEM_COLUMNS)
        output_cell(table, arena_printf(table->arena, "%zu", number));
    output_cell(table, item->item);
    output_cell(table, item->label);
    if (subject->control)
        put_outcome(table, item);
    else
        put_numbers(table, subject->measure, item);
}

static void print_rows(const struct items *items, const struct subject *subject, bool ordered,
                       struct text *text)
{
    struct output_table table = {.arena = items->arena, .columns = ITEM_COLUMNS + ordered};
    bool labels = false;
    for (size_t i = 0; i < items->count; i++)
        labels = labels || items->list[i].label;
    put_heads(&table, subject, labels);
    for (size_t i = 0; i < items->count; i++)
        put_item(&table, subject, &items->list[i], i + 1);
    output_columns(&table, 2, text);
}

void items_print(struct items *items, const struct subject *subject, struct text *text)
{
    bool ordered = subject->measure && statistic_needs_values(subject->measure->statistic);
    if (items->count) {
        qsort(items->list, items->count, sizeof *items->list, ordered ? compare_values : compare);
        print_rows(items, subject, ordered, text);
    } else {
        text_append(text, "  no items\n");
    }
    if (items->not_applicable)
        text_printf(text, "  and %zu %s of the listing that it does not count\n",
                    items->not_applicable, items->not_applicable == 1 ? "row" : "rows");
}
