/* SPDX-License-Identifier: MIT */
#ifndef TESTS_LISTING_FIXTURE_H
#define TESTS_LISTING_FIXTURE_H

/**
 * A small database made of the contract and a few rows, with the listings of queries/ to step
 * over it.
 *
 *     struct fixture *fixture =
 *         fixture_open("INSERT INTO account (account, agency) VALUES ('a', 'X')");
 *     assert_judged(fixture, "TEM-6", "2026-Q3 a not_met none -\n");
 *     fixture_close(fixture);
 *
 * Where the rows register no agency at all, the agencies of the accounts are registered.
 *
 * The reported quarter is 2026-Q3, alone, and the data are those of its last day;
 * fixture_set_times() changes that.
 */

#include "check_main.h"

#include "base/arena.h"
#include "base/calendar.h"
#include "base/date.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "data/contract.h"
#include "data/cursor.h"
#include "data/listing.h"
#include "data/reference.h"
#include "data/source.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

struct fixture {
    struct arena *arena;
    struct contract contract;
    struct listings listings;
    struct source *empty;
    struct source *source;
    struct calendar *calendar;
    struct reference reference; /* from the first listing on */
    char *folder;
    struct error err;
};

static inline void fixture_check(bool good, const struct error *err)
{
    ck_assert_msg(good, "%s:%zu: %s (%s)", err->file ? err->file : "", err->line,
                  err->message ? err->message : "failed", err->hint ? err->hint : "");
}

static inline int32_t fixture_day(const char *iso)
{
    int32_t day = 0;
    ck_assert_msg(date_parse(iso, strlen(iso), &day), "%s is no date", iso);
    return day;
}

static inline void fixture_set_times(struct fixture *fixture, int count, const char *as_of,
                                     const char *submitted_by)
{
    struct source_times times = {
        .count = count, .as_of = fixture_day(as_of), .submitted_by = fixture_day(submitted_by)};
    ck_assert(period_parse("2026-Q3", strlen("2026-Q3"), &times.last));
    fixture_check(source_set_times(fixture->source, &times, &fixture->err), &fixture->err);
}

static inline void fixture_run(sqlite3 *db, const char *sql)
{
    char *message = NULL;
    ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, &message) == SQLITE_OK, "%s", message);
}

static inline char *fixture_write(struct fixture *fixture, const char *contract, const char *rows)
{
    struct text sql = {0};
    sqlite3 *db = NULL;
    char *path = path_join(fixture->arena, fixture->folder, "rows.db");
    fixture_check(file_read(contract, 1000000, &sql, &fixture->err), &fixture->err);
    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    fixture_run(db, text_string(&sql));
    fixture_run(db, rows);
    fixture_run(db, "INSERT INTO agency (agency, name) SELECT DISTINCT agency, agency FROM account"
                    " WHERE NOT EXISTS (SELECT 1 FROM agency)");
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
    text_finish(&sql);
    return path;
}

static inline void fixture_load(struct fixture *fixture, const char *contract)
{
    char *queries = source_path("queries");
    bool good =
        contract_load(contract, fixture->arena, &fixture->contract, &fixture->err) &&
        source_open_empty(&fixture->contract, fixture->arena, &fixture->empty, &fixture->err) &&
        listings_load(queries, fixture->empty, fixture->arena, &fixture->listings, &fixture->err);
    fixture_check(good, &fixture->err);
    free(queries);
}

/** Monday to Friday without 31 August 2026; in region I without 3 September too. */
static inline struct calendar *fixture_calendar(void)
{
    struct calendar *calendar = calendar_new();
    calendar_add(calendar, fixture_day("2026-08-31"), "national");
    calendar_add(calendar, fixture_day("2026-09-03"), "I");
    calendar_seal(calendar);
    return calendar;
}

static inline struct fixture *fixture_open(const char *rows)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    ck_assert_ptr_nonnull(fixture);
    const char *temporary = getenv("TMPDIR");
    char *contract = source_path("queries/contract.sql");
    fixture->arena = arena_new();
    fixture_load(fixture, contract);
    fixture_check(folder_make_private(temporary ? temporary : "/tmp", "ulat-listings-",
                                      fixture->arena, &fixture->folder, &fixture->err),
                  &fixture->err);
    struct source_options options = {.path = fixture_write(fixture, contract, rows),
                                     .work_folder = fixture->folder};
    fixture_check(
        source_open(&options, &fixture->contract, fixture->arena, &fixture->source, &fixture->err),
        &fixture->err);
    fixture->calendar = fixture_calendar();
    source_set_calendar(fixture->source, fixture->calendar);
    fixture_set_times(fixture, 1, "2026-09-30", "2026-09-30");
    free(contract);
    return fixture;
}

static inline void fixture_close(struct fixture *fixture)
{
    reference_finish(&fixture->reference);
    source_close(fixture->source);
    source_close(fixture->empty);
    folder_remove(fixture->folder, &fixture->err);
    calendar_free(fixture->calendar);
    arena_free(fixture->arena);
    error_finish(&fixture->err);
    free(fixture);
}

static inline const struct listing *fixture_listing(const struct fixture *fixture, const char *name)
{
    for (size_t i = 0; i < fixture->listings.count; i++)
        if (strcmp(fixture->listings.items[i].name, name) == 0)
            return &fixture->listings.items[i];
    ck_abort_msg("there is no listing %s", name);
    return NULL;
}

static inline int fixture_compare_lines(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/** Opens a listing's rows; lead_of() knows what it knows in a run. */
static inline struct cursor *fixture_step(struct fixture *fixture, const struct listing *listing)
{
    struct cursor *cursor = NULL;
    int32_t end = fixture_day("2026-09-30");
    if (!fixture->reference.account_index) {
        fixture_check(reference_load(fixture->source, end, end, fixture->arena, &fixture->reference,
                                     &fixture->err),
                      &fixture->err);
        source_set_calendar(fixture->source, fixture->calendar);
    }
    fixture_check(cursor_open(fixture->source, listing, &cursor, &fixture->err), &fixture->err);
    return cursor;
}

/** Compares a listing's rows, each the wanted columns with a blank between them ("-" for NULL), in
 *  the order of the alphabet. */
static inline void assert_rows(struct fixture *fixture, const struct listing *listing,
                               const char *const *columns, size_t count, const char *expected)
{
    char *lines[64] = {0};
    size_t line_count = 0;
    struct cursor *cursor = fixture_step(fixture, listing);
    while (cursor_step(cursor, &fixture->err)) {
        struct text line = {0};
        if (!cursor_text(cursor, listing_column(listing, "period")))
            continue; /* recorded after the as-of day: the program counts it apart */
        for (size_t i = 0; i < count; i++) {
            const char *value = cursor_text(cursor, listing_column(listing, columns[i]));
            text_printf(&line, "%s%s", i ? " " : "", value ? value : "-");
        }
        ck_assert_uint_lt(line_count, 64);
        lines[line_count++] = text_detach(&line);
    }
    fixture_check(fixture->err.kind == ERROR_NONE, &fixture->err);
    cursor_close(cursor);
    qsort(lines, line_count, sizeof lines[0], fixture_compare_lines);
    struct text all = {0};
    for (size_t i = 0; i < line_count; i++) {
        text_printf(&all, "%s\n", lines[i]);
        free(lines[i]);
    }
    ck_assert_str_eq(text_string(&all), expected);
    text_finish(&all);
}

/** Every reason that a listing gives must have its sentence. */
static inline void assert_reasons_known(struct fixture *fixture, const struct listing *listing,
                                        const struct control *control)
{
    struct cursor *cursor = fixture_step(fixture, listing);
    while (cursor_step(cursor, &fixture->err)) {
        const char *reason = cursor_text(cursor, listing_column(listing, control->reason));
        bool found = !reason;
        for (size_t i = 0; !found && i < control->reason_count; i++)
            found = strcmp(reason, control->reasons[i].code) == 0;
        ck_assert_msg(found, "%s has no sentence for the reason %s", control->id, reason);
        enum outcome outcome;
        fixture_check(cursor_outcome(cursor, listing_column(listing, control->outcome), &outcome,
                                     &fixture->err),
                      &fixture->err);
        ck_assert_msg((outcome == OUTCOME_NOT_MET || outcome == OUTCOME_NO_EVIDENCE) ==
                          (reason != NULL),
                      "%s: a reason stands beside what is not met, and only there", control->id);
    }
    cursor_close(cursor);
}

/** Compares "period item outcome reason detail" of each row of a control. */
static inline void assert_judged(struct fixture *fixture, const char *id, const char *expected)
{
    const struct control *control = listings_control(&fixture->listings, id);
    ck_assert_msg(control != NULL, "there is no control %s", id);
    const struct listing *listing = &fixture->listings.items[control->listing];
    const char *columns[] = {"period", "item", control->outcome, control->reason, control->detail};
    assert_rows(fixture, listing, columns, 5, expected);
    assert_reasons_known(fixture, listing, control);
}

/** assert_judged() over rows of their own. */
static inline void judge_rows(const char *rows, const char *control, const char *expected)
{
    struct fixture *fixture = fixture_open(rows);
    assert_judged(fixture, control, expected);
    fixture_close(fixture);
}

/** assert_rows() over rows of their own. */
static inline void show_rows(const char *rows, const char *listing, const char *const *columns,
                             size_t count, const char *expected)
{
    struct fixture *fixture = fixture_open(rows);
    assert_rows(fixture, fixture_listing(fixture, listing), columns, count, expected);
    fixture_close(fixture);
}

/** "feedback-response-rate share of answered per - where - in period by - as percent" */
static inline void describe_measure(const struct measure_definition *measure, struct text *text)
{
    text_printf(text, "%s %s of %s per %s where %s in %s by", measure->id,
                STATISTICS[measure->statistic], measure->of ? measure->of : "-",
                measure->per ? measure->per : "-", measure->where ? measure->where : "-",
                measure->period);
    for (size_t i = 0; i < measure->by_count; i++)
        text_printf(text, " %s", measure->by[i]);
    text_printf(text, "%s as %s", measure->by_count ? "" : " -", MEASURE_UNITS[measure->unit]);
    if (measure->within)
        text_printf(text, " within %s", measure->within);
}

/** Each line says how a measure is declared; its first word is the measure's id. */
static inline void assert_declared(const struct fixture *fixture, const char *const *lines,
                                   size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct text id = {0}, text = {0};
        text_append_bytes(&id, lines[i], strcspn(lines[i], " "));
        const struct measure_definition *measure =
            listings_measure(&fixture->listings, text_string(&id));
        ck_assert_msg(measure != NULL, "there is no measure %s", text_string(&id));
        describe_measure(measure, &text);
        ck_assert_str_eq(text_string(&text), lines[i]);
        text_finish(&text);
        text_finish(&id);
    }
}

#endif
