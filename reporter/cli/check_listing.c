/* SPDX-License-Identifier: MIT */
#include "cli/check_listing.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/map.h"
#include "base/text.h"
#include "cli/output.h"
#include "data/cursor.h"
#include "run/evaluate.h"
#include "run/run.h"

#include <stdint.h>
#include <stdlib.h>

void strays_init(struct strays *strays)
{
    *strays = (struct strays){.arena = arena_new(), .index = map_new()};
}

void strays_finish(struct strays *strays)
{
    map_free(strays->index);
    free(strays->items);
    arena_free(strays->arena);
    *strays = (struct strays){0};
}

static void note(struct strays *strays, const struct cursor *cursor)
{
    const char *agency = cursor_agency(cursor), *account = cursor_account(cursor);
    struct text what = {0};
    text_printf(&what, "%s %s", agency ? "agency" : "account",
                agency    ? agency
                : account ? account
                          : "(none)");
    size_t index = map_find(strays->index, text_string(&what));
    if (index != MAP_NONE) {
        strays->items[index].rows++;
    } else if (strays->count == MOST_STRAYS) {
        strays->more++;
    } else {
        const char *name = arena_text(strays->arena, text_string(&what));
        map_add(strays->index, name, strays->count);
        strays->items =
            vector_grow(strays->items, strays->count, &strays->capacity, sizeof *strays->items);
        strays->items[strays->count++] = (struct stray){name, 1};
    }
    text_finish(&what);
}

void strays_say(struct strays *strays, struct text *text)
{
    struct output_table table = {.arena = strays->arena, .columns = 2};
    if (!strays->count)
        return;
    text_append(text, "Rows of no known agency\n");
    for (size_t i = 0; i < strays->count; i++) {
        output_cell(&table, strays->items[i].what);
        output_cell(&table, arena_printf(strays->arena, "%zu", strays->items[i].rows));
    }
    if (strays->more) {
        output_cell(&table, "others");
        output_cell(&table, arena_printf(strays->arena, "%zu", strays->more));
    }
    output_columns(&table, 2, text);
}

static bool check_reason(const struct cursor *cursor, const struct listing *listing,
                         const struct control *control, struct error *err)
{
    const char *reason = cursor_text(cursor, listing_column(listing, control->reason));
    if (!reason)
        return true;
    for (size_t i = 0; i < control->reason_count; i++)
        if (text_equal(control->reasons[i].code, reason))
            return true;
    return error_at(err, ERROR_CONFIG, &control->place,
                    "%s gives a reason that has no sentence: %s", control->id, reason);
}

static bool check_controls(struct cursor *cursor, const struct listing *listing, struct error *err)
{
    for (size_t i = 0; i < listing->control_count; i++) {
        const struct control *control = &listing->controls[i];
        enum outcome outcome;
        if (!cursor_outcome(cursor, listing_column(listing, control->outcome), &outcome, err) ||
            (control->reason && !check_reason(cursor, listing, control, err)))
            return false;
    }
    return true;
}

static bool check_integer(struct cursor *cursor, const struct listing *listing, const char *column,
                          struct error *err)
{
    int64_t value;
    bool null;
    return !column || cursor_integer(cursor, listing_column(listing, column), &value, &null, err);
}

static bool check_period(struct cursor *cursor, const struct listing *listing, const char *column,
                         struct error *err)
{
    int32_t period;
    return cursor_period(cursor, listing_column(listing, column), &period, err) ||
           err->kind == ERROR_NONE;
}

static bool check_measures(struct cursor *cursor, const struct listing *listing, struct error *err)
{
    for (size_t i = 0; i < listing->measure_count; i++) {
        const struct measure_definition *measure = &listing->measures[i];
        if (!check_integer(cursor, listing, measure->where, err) ||
            !check_integer(cursor, listing, measure->of, err) ||
            !check_integer(cursor, listing, measure->per, err) ||
            !check_period(cursor, listing, measure->period, err))
            return false;
    }
    return true;
}

static bool step(struct session *session, const struct listing *listing, struct strays *strays,
                 struct error *err)
{
    struct cursor *cursor = NULL;
    if (!cursor_open(session->source, listing, &cursor, err))
        return false;
    bool good = true;
    while (good && cursor_step(cursor, err)) {
        if (evaluate_agency(&session->reference, cursor) == SIZE_MAX)
            note(strays, cursor);
        good = check_controls(cursor, listing, err) && check_measures(cursor, listing, err) &&
               check_period(cursor, listing, "period", err);
    }
    cursor_close(cursor);
    return good && err->kind == ERROR_NONE;
}

bool check_listing(struct session *session, const struct listing *listing, struct strays *strays,
                   struct error *err)
{
    size_t missing;
    return evaluate_missing(session->source, &session->home, listing, &missing, err) &&
           (missing != SIZE_MAX || step(session, listing, strays, err));
}
