/* SPDX-License-Identifier: MIT */
#include "data/cursor.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/interrupt.h"
#include "base/text.h"
#include "data/connection.h"
#include "data/listing.h"

#include <stdlib.h>
#include <string.h>

const char *const OUTCOMES[] = {"", "met", "not_met", "no_evidence", NULL};

struct cursor {
    struct source *source;
    const struct listing *listing;
    sqlite3_stmt *statement;
    size_t agency, account, item, label; /* columns, (size_t)-1 where absent */
    int64_t row;
    int64_t steps_left;
    bool done;
};

static bool bind_day(struct cursor *cursor, const char *name, int32_t day)
{
    int index = sqlite3_bind_parameter_index(cursor->statement, name);
    if (!index)
        return true;
    struct text text = {0};
    date_iso(&text, day);
    int code =
        sqlite3_bind_text(cursor->statement, index, text_string(&text), -1, SQLITE_TRANSIENT);
    text_finish(&text);
    return code == SQLITE_OK;
}

static bool bind(struct cursor *cursor)
{
    const struct clockwork *clockwork = &cursor->source->clockwork;
    return bind_day(cursor, ":as_of", clockwork->as_of) &&
           bind_day(cursor, ":submitted_by", clockwork->submitted_by);
}

bool cursor_open(struct source *source, const struct listing *listing, struct cursor **ret_cursor,
                 struct error *err)
{
    struct sql_text text = {listing->sql, listing->path, listing->sql_line, listing->sql_column};
    sqlite3_stmt *statement = NULL;
    if (!statement_prepare(source, &text, &statement, err))
        return false;
    struct cursor *cursor = calloc(1, sizeof *cursor);
    if (!cursor)
        arena_exhausted();
    *cursor = (struct cursor){
        .source = source,
        .listing = listing,
        .statement = statement,
        .steps_left = source->step_limit,
        .agency = listing_column(listing, "agency"),
        .account = listing_column(listing, "account"),
        .item = listing_column(listing, "item"),
        .label = listing_column(listing, "label"),
    };
    if (!bind(cursor)) {
        cursor_close(cursor);
        return connection_error(source, err, "cannot bind a parameter");
    }
    *ret_cursor = cursor;
    return true;
}

void cursor_close(struct cursor *cursor)
{
    if (!cursor)
        return;
    sqlite3_finalize(cursor->statement);
    free(cursor);
}

bool cursor_error(const struct cursor *cursor, struct error *err, const char *format, ...)
{
    const struct listing *listing = cursor->listing;
    struct place place = {listing->path, listing->sql_line, listing->sql_column};
    const char *item = item_is_person(listing->item) ? NULL : cursor_item(cursor);
    struct text what = {0};
    va_list arguments;
    va_start(arguments, format);
    text_vprintf(&what, format, arguments);
    va_end(arguments);
    error_at(err, ERROR_DATA, &place, "listing %s, %s %s%s%lld: %s", listing->name,
             ITEM_KINDS[listing->item], item ? item : "", item ? ", row " : "row ",
             (long long)cursor->row, text_string(&what));
    text_finish(&what);
    return false;
}

static bool fail(const struct cursor *cursor, struct error *err, const char *what,
                 const char *column)
{
    return cursor_error(cursor, err, "column %s %s", column, what);
}

/** What SQLite says of a statement that failed, as an error that names the listing. */
static bool fail_step(const struct cursor *cursor, int code, struct error *err)
{
    struct place place = {.file = cursor->listing->path};
    switch (code & 0xff) {
    case SQLITE_ERROR:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
        return error_at(err, ERROR_DATA, &place, "listing %s, row %lld: %s", cursor->listing->name,
                        (long long)cursor->row, sqlite3_errmsg(cursor->source->db));
    case SQLITE_INTERRUPT:
        return error_at(err, ERROR_CONFIG, &place,
                        "listing %s was stopped after %lld steps; does a recursive WITH never end?",
                        cursor->listing->name, (long long)cursor->source->step_limit);
    default:
        return connection_error(cursor->source, err, "reading broke off");
    }
}

bool cursor_step(struct cursor *cursor, struct error *err)
{
    if (cursor->done || !interrupt_check(err))
        return false;
    struct source *source = cursor->source;
    source->steps_left = cursor->steps_left;
    int code = sqlite3_step(cursor->statement);
    cursor->steps_left = source->steps_left;
    cursor->done = code != SQLITE_ROW;
    if (code == SQLITE_DONE)
        return false;
    cursor->row++;
    if (code != SQLITE_ROW)
        return fail_step(cursor, code, err);
    if (!cursor_item(cursor))
        return fail(cursor, err, "is NULL: every row needs its item", "item");
    return true;
}

const char *cursor_text(const struct cursor *cursor, size_t column)
{
    if (column == (size_t)-1)
        return NULL;
    return (const char *)sqlite3_column_text(cursor->statement, (int)column);
}

const char *cursor_agency(const struct cursor *cursor)
{
    return cursor_text(cursor, cursor->agency);
}

const char *cursor_account(const struct cursor *cursor)
{
    return cursor_text(cursor, cursor->account);
}

const char *cursor_item(const struct cursor *cursor)
{
    return cursor_text(cursor, cursor->item);
}

const char *cursor_label(const struct cursor *cursor)
{
    const char *label = cursor_text(cursor, cursor->label);
    return label ? label : cursor_item(cursor);
}

int64_t cursor_row(const struct cursor *cursor)
{
    return cursor->row;
}

bool cursor_period(struct cursor *cursor, size_t column, int32_t *ret_period, struct error *err)
{
    const char *text = cursor_text(cursor, column);
    if (!text)
        return false;
    return period_parse(text, strlen(text), ret_period) ||
           fail(cursor, err, "is not a quarter such as 2026-Q3", cursor->listing->columns[column]);
}

bool cursor_day(struct cursor *cursor, size_t column, int32_t *ret_day, struct error *err)
{
    const char *text = cursor_text(cursor, column);
    int64_t instant;
    if (!text)
        return false;
    if (!instant_parse(text, strlen(text), &instant))
        return fail(cursor, err, "is not a day such as 2026-09-30",
                    cursor->listing->columns[column]);
    *ret_day = day_of_instant(instant);
    return true;
}

bool cursor_outcome(struct cursor *cursor, size_t column, enum outcome *ret_outcome,
                    struct error *err)
{
    const char *text = cursor_text(cursor, column);
    *ret_outcome = OUTCOME_NONE;
    if (!text)
        return true;
    for (int i = OUTCOME_MET; OUTCOMES[i]; i++) {
        if (strcmp(text, OUTCOMES[i]) == 0) {
            *ret_outcome = (enum outcome)i;
            return true;
        }
    }
    return fail(cursor, err, "is none of met, not_met, no_evidence or NULL",
                cursor->listing->columns[column]);
}

bool cursor_integer(struct cursor *cursor, size_t column, int64_t *ret_value, bool *ret_null,
                    struct error *err)
{
    int type = sqlite3_column_type(cursor->statement, (int)column);
    *ret_null = type == SQLITE_NULL;
    *ret_value = 0;
    if (type == SQLITE_NULL)
        return true;
    if (type != SQLITE_INTEGER)
        return fail(cursor, err, "is not a whole number", cursor->listing->columns[column]);
    *ret_value = sqlite3_column_int64(cursor->statement, (int)column);
    return true;
}
