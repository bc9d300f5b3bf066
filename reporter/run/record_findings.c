/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/csv.h"
#include "base/date.h"
#include "base/text.h"
#include "metrics/remedy.h"
#include "metrics/results.h"
#include "run/record.h"

#include <stdlib.h>
#include <string.h>

struct entries {
    struct telling *items;
    size_t count;
    size_t capacity;
    struct arena *arena;
};

static void keep(struct entries *entries, struct telling telling)
{
    entries->items =
        vector_grow(entries->items, entries->count, &entries->capacity, sizeof *entries->items);
    telling.reference = arena_text(entries->arena, telling.reference);
    entries->items[entries->count++] = telling;
}

/** The quarter since which a finding is open: remembered, as far as it never was cleared. An act is
 * of its own quarter. */
static int32_t open_since(const struct results *results, const struct told *told,
                          const struct open_finding *finding)
{
    const struct telling *before = told_find(told, finding->reference);
    bool act = results->controls[finding->finding.control]->judged == JUDGED_IN_PERIOD;
    if (act || !finding->stayed)
        return results->period;
    bool remembered = before && before->state != TELLING_CLEARED &&
                      before->since != SINCE_UNKNOWN && before->since < results->period;
    return remembered ? before->since : results->period - 1;
}

/** Each agency's findings are read into an arena of their own: only what is written is kept. */
static bool collect(const struct results *results, const struct told *told, size_t agency,
                    struct entries *entries, struct error *err)
{
    struct arena *arena = arena_new();
    struct open_findings open = {0};
    bool good = remedy_open(results, told, agency, arena, &open, NULL, err);
    for (size_t i = 0; good && i < open.count; i++) {
        const struct open_finding *finding = &open.items[i];
        keep(entries, (struct telling){
                          .reference = finding->reference,
                          .told_on = finding->told_on,
                          .has_due = finding->has_due,
                          .due_on = finding->due_on,
                          .state = finding->reopened ? TELLING_REOPENED : TELLING_OPEN,
                          .since = open_since(results, told, finding),
                      });
    }
    arena_free(arena);
    return good;
}

/** What becomes of a telling that is no finding now. */
enum fate {
    PASSED_ON, /* this run did not look at it */
    CLEARED,
    FORGOTTEN, /* an act is told of its own quarter, and never mended */
};

static enum fate fate_of(const struct results *results, const char *reference, struct arena *arena)
{
    struct finding_name name;
    finding_name_parse(results->reference, reference, arena, &name);
    size_t control = name.control ? results_control(results, name.control) : SIZE_MAX;
    if (control == SIZE_MAX || name.agency == SIZE_MAX)
        return CLEARED; /* gone */
    const struct state *state = results_state(results, name.agency, PERIODS - 1);
    bool left_out = results->control_left_out && results->control_left_out[control];
    if (!state->exists || state->ended)
        return CLEARED; /* its successor's, if anybody's */
    if (!results->control_measured[control] || left_out || !state->reported || state->fresh)
        return PASSED_ON;
    return results->controls[control]->judged == JUDGED_IN_PERIOD ? FORGOTTEN : CLEARED;
}

static int compare_entries(const void *a, const void *b)
{
    const struct telling *x = a, *y = b;
    return strcmp(x->reference, y->reference);
}

static void sort(struct entries *entries)
{
    if (entries->count)
        qsort(entries->items, entries->count, sizeof *entries->items, compare_entries);
}

/** Keeps a telling that is no finding now, as long as it is to be remembered. */
static void remember(const struct results *results, struct telling telling, struct entries *entries,
                     struct arena *arena)
{
    enum fate fate = fate_of(results, telling.reference, arena);
    if (fate == CLEARED && telling.state != TELLING_CLEARED) {
        telling.state = TELLING_CLEARED;
        telling.since = results->period;
        telling.has_due = false;
    }
    bool old =
        telling.state == TELLING_CLEARED && results->period - telling.since >= QUARTERS_REMEMBERED;
    if (fate != FORGOTTEN && !old)
        keep(entries, telling);
}

/** The entries are sorted before and after. */
static void pass_on(const struct results *results, const struct told *told, struct entries *entries)
{
    size_t open = entries->count;
    struct arena *arena = arena_new();
    for (size_t i = 0; i < told->count; i++) {
        const struct telling *telling = &told->items[i];
        if (!open || !bsearch(telling, entries->items, open, sizeof *telling, compare_entries))
            remember(results, *telling, entries, arena);
    }
    arena_free(arena);
    sort(entries);
}

static void write_entry(const struct telling *entry, struct text *text)
{
    csv_field(text, entry->reference);
    csv_separator(text);
    date_iso(text, entry->told_on);
    csv_separator(text);
    if (entry->has_due)
        date_iso(text, entry->due_on);
    csv_separator(text);
    if (entry->since != SINCE_UNKNOWN) {
        csv_field(text, TELLING_STATES[entry->state]);
        csv_separator(text);
        period_name(text, entry->since);
    } else {
        csv_separator(text);
    }
    csv_end_row(text);
}

bool record_findings(const struct results *results, const struct told *told, struct text *text,
                     struct error *err)
{
    struct entries entries = {.arena = arena_new()};
    bool good = true;
    for (size_t a = 0; good && a < results->reference->agency_count; a++)
        good = !remedy_has_clock(results, a) || collect(results, told, a, &entries, err);
    if (good) {
        sort(&entries);
        pass_on(results, told, &entries);
        text_append(text, "reference,first_told_on,due_on,state,since\n");
        for (size_t i = 0; i < entries.count; i++)
            write_entry(&entries.items[i], text);
    }
    free(entries.items);
    arena_free(entries.arena);
    return good;
}
