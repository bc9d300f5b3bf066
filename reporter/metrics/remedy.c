/* SPDX-License-Identifier: MIT */
#include "metrics/remedy.h"

#include "base/arena.h"
#include "base/calendar.h"
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
    size_t index = told->references ? map_find(told->references, reference) : MAP_NONE;
    return index == MAP_NONE ? told->today : told->days[index];
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

static struct open_finding describe(const struct results *results, const struct told *told,
                                    const struct finding *finding, struct arena *arena)
{
    const struct control *control = results->controls[finding->control];
    struct open_finding open = {.finding = *finding};
    open.reference = remedy_reference(control, results->reference->agencies[finding->agency].code,
                                      finding->item, arena);
    open.told_on = remedy_told_on(told, open.reference);
    open.has_due = remedy_has_clock(results, finding->agency) &&
                   remedy_due_on(control, results->reference->calendar, open.told_on, &open.due_on);
    open.overdue = open.has_due && open.due_on < results->as_of;
    return open;
}

static void note_change(struct change *changes, size_t control, int64_t cleared, int64_t appeared,
                        int64_t stayed)
{
    if (!changes)
        return;
    changes[control].cleared += cleared;
    changes[control].appeared += appeared;
    changes[control].stayed += stayed;
}

/** The findings of the quarter before, by reference; those met again are removed from `cleared`. */
static size_t *index_previous(const struct results *results, const struct finding_list *list,
                              struct map *previous, struct arena *arena)
{
    size_t *controls = arena_array(arena, list->count + 1, sizeof *controls), count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct finding *finding = &list->items[i];
        if (finding->period == results->period)
            continue;
        const char *key = arena_printf(arena, "%zu/%s", finding->control, finding->item);
        if (map_add(previous, key, count))
            controls[count++] = finding->control;
    }
    return controls;
}

static void compare_quarters(const struct results *results, const struct told *told,
                             const struct finding_list *list, struct open_findings *open,
                             struct change *changes, struct arena *arena)
{
    struct map *previous = map_new();
    size_t *controls = index_previous(results, list, previous, arena);
    bool *met_again = arena_array(arena, list->count + 1, sizeof *met_again);
    for (size_t i = 0; i < list->count; i++) {
        const struct finding *finding = &list->items[i];
        if (finding->period != results->period)
            continue;
        struct open_finding entry = describe(results, told, finding, arena);
        size_t before =
            map_find(previous, arena_printf(arena, "%zu/%s", finding->control, finding->item));
        entry.stayed = before != MAP_NONE;
        if (entry.stayed)
            met_again[before] = true;
        /* An act is judged once: what is found of it is always new. */
        bool state = results->controls[finding->control]->judged == JUDGED_AT_PERIOD_END;
        note_change(changes, finding->control, 0, !state || !entry.stayed, state && entry.stayed);
        open->items[open->count++] = entry;
    }
    for (size_t i = 0; i < map_size(previous); i++)
        if (!met_again[i])
            note_change(changes, controls[i], 1, 0, 0);
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
    compare_quarters(results, told, &list, &open, ret_changes, arena);
    sort(results, &open, arena);
    *ret_open = open;
    return true;
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
        const struct change *change = &results->changes[agency * count + c];
        for (size_t g = 0; g < ARRAY_LENGTH(groups); g++)
            note_change(&results->changes[groups[g] * count], c, change->cleared, change->appeared,
                        change->stayed);
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
    for (size_t a = 0; a < agencies; a++) {
        struct arena *arena = arena_new();
        struct open_findings open;
        bool good = remedy_open(results, told, a, arena, &open, &results->changes[a * count], err);
        if (good)
            results->overdue_critical[a] = count_overdue_critical(results, &open);
        arena_free(arena);
        if (!good)
            return false;
        add_to_groups(results, a);
    }
    return true;
}
