/* SPDX-License-Identifier: MIT */

/* The table `response`: what agencies answered to their findings, folded to one entry a finding. */
#include "data/reference_reading.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/map.h"
#include "base/text.h"

/** Every kind, with the decisions that there can be of it. */
enum kind { ACCEPT, CONTEST, EXTENSION, KIND_COUNT };
static const char *const KINDS[] = {"accept", "contest", "extension"};
static const char *const GRANTING[] = {NULL, "withdrawn", "granted"};
static const char *const REFUSING[] = {NULL, "upheld", "refused"};

static bool fail(const struct reading *reading, const char *column, const char *expected)
{
    return error_set(reading->err, ERROR_DATA, "table response, column %s: %s is expected", column,
                     expected);
}

static bool read_kind(const struct reading *reading, sqlite3_stmt *row, enum kind *ret_kind)
{
    const char *word = (const char *)sqlite3_column_text(row, 1);
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        if (text_equal(word, KINDS[kind])) {
            *ret_kind = (enum kind)kind;
            return true;
        }
    }
    return fail(reading, "kind", "accept, contest or extension");
}

/** What was decided until the as-of day; `ret_decided` is false where nothing was. */
static bool read_decision(const struct reading *reading, sqlite3_stmt *row, enum kind kind,
                          bool *ret_decided, bool *ret_granted)
{
    const char *word = (const char *)sqlite3_column_text(row, 3);
    int32_t day = reading_day(row, 4, DAY_UNKNOWN_FUTURE);
    *ret_decided = *ret_granted = false;
    if (!word || !*word || kind == ACCEPT)
        return true;
    bool grants = text_equal(word, GRANTING[kind]);
    if (!grants && !text_equal(word, REFUSING[kind]))
        return fail(reading, "decision",
                    kind == CONTEST ? "of a contest upheld, withdrawn or NULL"
                                    : "of an extension granted, refused or NULL");
    *ret_decided = day <= reading->source->clockwork.as_of;
    *ret_granted = *ret_decided && grants;
    return true;
}

static struct response *take(struct reading *reading, const char *finding)
{
    struct reference *reference = reading->reference;
    size_t index = map_find(reference->response_index, finding);
    if (index != MAP_NONE)
        return &reference->responses[index];
    index = reference->response_count++;
    reference->responses =
        vector_grow(reference->responses, index, &reading->capacity, sizeof *reference->responses);
    reference->responses[index] = (struct response){.finding = arena_text(reading->arena, finding)};
    map_add(reference->response_index, reference->responses[index].finding, index);
    return &reference->responses[index];
}

/** Rows come in the order in which they were received: the last contest stands, but for a finding
 * that was withdrawn, and the last extension that was granted. */
bool reference_read_response(struct reading *reading, sqlite3_stmt *row)
{
    enum kind kind = ACCEPT;
    bool decided = false, granted = false;
    if (!read_kind(reading, row, &kind) || !read_decision(reading, row, kind, &decided, &granted))
        return false;
    if (reading_day(row, 2, DAY_UNKNOWN_FUTURE) > reading->source->clockwork.as_of)
        return true;
    struct response *response = take(reading, (const char *)sqlite3_column_text(row, 0));
    int32_t due_on = reading_day(row, 5, DAY_UNKNOWN_FUTURE);
    if (kind == ACCEPT)
        response->accepted = true;
    if (kind == CONTEST) {
        response->contested = !decided;
        response->withdrawn = response->withdrawn || granted;
    }
    if (kind == EXTENSION && granted && due_on != DAY_UNKNOWN_FUTURE) {
        response->extended = true;
        response->due_on = due_on;
    }
    return true;
}
