/* SPDX-License-Identifier: MIT */
#include "metrics/remedy.h"

#include "base/arena.h"
#include "base/calendar.h"
#include "base/date.h"
#include "base/map.h"
#include "metrics/results.h"

#include <stdlib.h>
#include <string.h>

const char *remedy_reference(const struct control *control, const char *agency, const char *item,
                             struct arena *arena)
{
    return arena_printf(arena, "%s/%s/%s", control->id, agency, item);
}

int32_t remedy_told_on(const struct told *told, const char *reference)
{
    const struct telling *telling = told_find(told, reference);
    return telling ? telling->told_on : told->today;
}

bool remedy_due_on(const struct control *control, const struct calendar *calendar, int32_t told_on,
                   int32_t *ret_due)
{
    if (!control->remedy_days)
        return false;
    *ret_due = control->remedy_working
                   ? calendar_due(calendar, "national", told_on, control->remedy_days)
                   : told_on + control->remedy_days;
    return true;
}

bool remedy_has_clock(const struct results *results, size_t agency)
{
    const struct state *state = results_state(results, agency, PERIODS - 1);
    return results_mandate(results, agency) == MANDATE_MANDATED && state->exists &&
           state->reported && !state->fresh;
}

/** Critical and overdue, critical, weight, due date, then the reference: a total order. */
struct ranked {
    struct open_finding *finding;
    const struct control *control;
};

static int compare_ranked(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    int urgent_x = x->control->critical * (1 + x->finding->overdue);
    int urgent_y = y->control->critical * (1 + y->finding->overdue);
    if (urgent_x != urgent_y)
        return urgent_y - urgent_x;
    if (x->control->weight != y->control->weight)
        return x->control->weight < y->control->weight ? 1 : -1;
    int32_t due_x = x->finding->has_due ? x->finding->due_on : INT32_MAX;
    int32_t due_y = y->finding->has_due ? y->finding->due_on : INT32_MAX;
    if (due_x != due_y)
        return due_x < due_y ? -1 : 1;
    return strcmp(x->finding->reference, y->finding->reference);
}

static void sort(const struct results *results, struct open_findings *open, struct arena *arena)
{
    struct ranked *ranked = arena_array(arena, open->count + 1, sizeof *ranked);
    struct open_finding *sorted = arena_array(arena, open->count + 1, sizeof *sorted);
    for (size_t i = 0; i < open->count; i++)
        ranked[i] =
            (struct ranked){&open->items[i], results->controls[open->items[i].finding.control]};
    if (open->count)
        qsort(ranked, open->count, sizeof *ranked, compare_ranked);
    for (size_t i = 0; i < open->count; i++)
        sorted[i] = *ranked[i].finding;
    open->items = sorted;
}

/** A body whose duties the agency took over, and the quarter of it. */
struct predecessor {
    size_t agency;
    int32_t gone_in;
};

/** What is described: the findings of one agency. */
struct reviewing {
    const struct results *results;
    const struct told *told;
    struct predecessor *predecessors;
    size_t predecessor_count;
    struct arena *arena;
};

/** The bodies before a body, and those before them: a chain is followed as far as it goes. */
static void find_predecessors(struct reviewing *reviewing, size_t agency)
{
    const struct reference *reference = reviewing->results->reference;
    size_t most = reference->succession_count;
    struct predecessor *found = arena_array(reviewing->arena, most + 2, sizeof *found);
    size_t count = 1;
    found[0].agency = agency;
    for (size_t next = 0; next < count; next++) {
        for (size_t i = 0; i < most; i++) {
            const struct succession *succession = &reference->successions[i];
            bool known = succession->on_date > reviewing->results->as_of;
            for (size_t k = 0; k < count; k++)
                known = known || found[k].agency == succession->agency;
            if (succession->successor == found[next].agency && !known)
                found[count++] =
                    (struct predecessor){succession->agency, period_of_day(succession->on_date)};
        }
    }
    reviewing->predecessors = found + 1;
    reviewing->predecessor_count = count - 1;
}

static const char *find_origin(const struct reviewing *reviewing, const struct finding *finding)
{
    const struct results *results = reviewing->results;
    const struct control *control = results->controls[finding->control];
    for (size_t i = 0; i < reviewing->predecessor_count; i++) {
        const struct predecessor *before = &reviewing->predecessors[i];
        const char *code = results->reference->agencies[before->agency].code;
        const struct telling *telling = told_find(
            reviewing->told, remedy_reference(control, code, finding->item, reviewing->arena));
        /* What it mended in an earlier quarter it did not leave behind. */
        if (telling && (telling->state != TELLING_CLEARED || telling->since >= before->gone_in))
            return code;
    }
    return NULL;
}

static void note_answers(const struct reviewing *reviewing, struct open_finding *open)
{
    const struct results *results = reviewing->results;
    const struct finding *finding = &open->finding;
    const struct answered *answered =
        responses_find(&results->responses, finding->agency,
                       results->controls[finding->control]->id, finding->item);
    if (!answered)
        return;
    const struct response *response = answered->response;
    open->accepted = response->accepted;
    open->contested = response->contested;
    /* One that ended before the finding was told was granted for an earlier one of this name. */
    open->extended = response->extended && response->due_on >= open->told_on &&
                     remedy_has_clock(results, finding->agency);
    if (open->extended) {
        open->has_due = true;
        open->due_on = response->due_on;
    }
}

/** What was told of it. An act that comes again under its name in another quarter is another one.
 */
static const struct telling *find_telling(const struct reviewing *reviewing,
                                          const struct control *control, const char *reference)
{
    const struct telling *telling = told_find(reviewing->told, reference);
    bool another = telling && control->judged == JUDGED_IN_PERIOD &&
                   telling->since != SINCE_UNKNOWN && telling->since != reviewing->results->period;
    return another ? NULL : telling;
}

/** `found_before`: the quarter before has the finding too, as its rows read today. */
static struct open_finding describe(const struct reviewing *reviewing,
                                    const struct finding *finding, bool found_before)
{
    const struct results *results = reviewing->results;
    const struct control *control = results->controls[finding->control];
    const char *code = results->reference->agencies[finding->agency].code;
    struct open_finding open = {.finding = *finding, .stayed = found_before};
    open.reference = remedy_reference(control, code, finding->item, reviewing->arena);
    const struct telling *telling = find_telling(reviewing, control, open.reference);
    open.moved_from = find_origin(reviewing, finding);
    bool new_to_successor = open.moved_from && !telling;
    open.stayed = found_before && !new_to_successor;
    struct item_key key = {finding->agency, finding->control, finding->item};
    open.reopened =
        control->judged == JUDGED_AT_PERIOD_END && !open.stayed && !new_to_successor &&
        (traces_reopened(&results->traces, key) || told_earlier(telling, results->period));
    open.told_on = told_day(reviewing->told, telling, results->period, open.stayed);
    open.has_due = remedy_has_clock(results, finding->agency) &&
                   remedy_due_on(control, results->reference->calendar, open.told_on, &open.due_on);
    note_answers(reviewing, &open);
    open.overdue = open.has_due && open.due_on < results->as_of && !open.contested;
    return open;
}

/** An act is judged once: what is found of it is always new. */
static void count_open(const struct results *results, const struct open_finding *open,
                       struct change *changes)
{
    size_t control = open->finding.control;
    bool stayed = open->stayed && results->controls[control]->judged == JUDGED_AT_PERIOD_END;
    if (!changes)
        return;
    changes[control].stayed += stayed;
    changes[control].appeared += !stayed;
    changes[control].reopened += open->reopened;
}

static void count_cleared(const struct results *results, const struct finding *before,
                          struct change *changes)
{
    struct item_key key = {before->agency, before->control, before->item};
    bool met = traces_met_again(&results->traces, key);
    if (!changes)
        return;
    changes[before->control].cleared++;
    changes[before->control].met += met;
    changes[before->control].left += !met;
}

/** The findings of the quarter before, by control and item. */
static void index_previous(const struct results *results, const struct finding_list *list,
                           struct map *previous, struct arena *arena)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct finding *finding = &list->items[i];
        if (finding->period != results->period)
            map_add(previous, arena_printf(arena, "%zu/%s", finding->control, finding->item), i);
    }
}

static void compare_quarters(const struct reviewing *reviewing, const struct finding_list *list,
                             struct open_findings *open, struct change *changes)
{
    const struct results *results = reviewing->results;
    struct map *previous = map_new();
    bool *found_again = arena_array(reviewing->arena, list->count + 1, sizeof *found_again);
    index_previous(results, list, previous, reviewing->arena);
    for (size_t i = 0; i < list->count; i++) {
        const struct finding *finding = &list->items[i];
        if (finding->period != results->period)
            continue;
        size_t before = map_find(
            previous, arena_printf(reviewing->arena, "%zu/%s", finding->control, finding->item));
        if (before != MAP_NONE)
            found_again[before] = true;
        struct open_finding *entry = &open->items[open->count++];
        *entry = describe(reviewing, finding, before != MAP_NONE);
        count_open(results, entry, changes);
    }
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].period != results->period && !found_again[i])
            count_cleared(results, &list->items[i], changes);
    map_free(previous);
}

bool remedy_open(const struct results *results, const struct told *told, size_t agency,
                 struct arena *arena, struct open_findings *ret_open, struct change *ret_changes,
                 struct error *err)
{
    struct finding_list list;
    if (!findings_read(results->findings, agency, arena, &list, err))
        return false;
    struct open_findings open = {arena_array(arena, list.count + 1, sizeof *open.items), 0};
    if (ret_changes)
        memset(ret_changes, 0, results->control_count * sizeof *ret_changes);
    struct reviewing reviewing = {.results = results, .told = told, .arena = arena};
    find_predecessors(&reviewing, agency);
    compare_quarters(&reviewing, &list, &open, ret_changes);
    sort(results, &open, arena);
    *ret_open = open;
    return true;
}

static void add_change(struct change *sum, const struct change *more)
{
    sum->cleared += more->cleared;
    sum->met += more->met;
    sum->left += more->left;
    sum->appeared += more->appeared;
    sum->reopened += more->reopened;
    sum->stayed += more->stayed;
}

static void add_to_groups(struct results *results, size_t agency)
{
    size_t count = results->control_count;
    enum mandate mandate = results_mandate(results, agency);
    if (mandate == MANDATE_UNKNOWN)
        return;
    size_t groups[] = {
        results_group(results, mandate == MANDATE_MANDATED ? GROUP_MANDATED : GROUP_ENCOURAGED),
        results_group(results, GROUP_CLASSES) + results->classes[agency],
    };
    for (size_t c = 0; c < count; c++) {
        if (!results_counts(results, agency, c, PERIODS - 1))
            continue;
        for (size_t g = 0; g < ARRAY_LENGTH(groups); g++)
            add_change(&results->changes[groups[g] * count + c],
                       &results->changes[agency * count + c]);
    }
}

static int64_t count_overdue_critical(const struct results *results,
                                      const struct open_findings *open)
{
    int64_t count = 0;
    for (size_t i = 0; i < open->count; i++)
        count += open->items[i].overdue && open->items[i].finding.outcome == OUTCOME_NOT_MET &&
                 results->controls[open->items[i].finding.control]->critical;
    return count;
}

bool remedy_review(struct results *results, const struct told *told, struct error *err)
{
    size_t agencies = results->reference->agency_count, count = results->control_count;
    results->changes =
        arena_array(results->arena, results_body_count(results) * count + 1, sizeof(struct change));
    results->overdue_critical = arena_array(results->arena, agencies + 1, sizeof(int64_t));
    results->ages = arena_array(results->arena, AGE_COUNT, sizeof *results->ages);
    for (size_t a = 0; a < agencies; a++) {
        struct arena *arena = arena_new();
        struct open_findings open;
        bool good = remedy_open(results, told, a, arena, &open, &results->changes[a * count], err);
        if (good)
            results->overdue_critical[a] = count_overdue_critical(results, &open);
        if (good && remedy_has_clock(results, a))
            ageing_add(results, &open, results->ages);
        arena_free(arena);
        if (!good)
            return false;
        add_to_groups(results, a);
    }
    return true;
}
