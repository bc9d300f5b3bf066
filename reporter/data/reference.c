/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/calendar.h"
#include "base/date.h"
#include "base/error.h"
#include "base/map.h"
#include "base/text.h"
#include "data/reference_reading.h"

#include <stdlib.h>
#include <string.h>

typedef bool row_reader(struct reading *reading, sqlite3_stmt *row);

const char *reading_text(const struct reading *reading, sqlite3_stmt *row, int column)
{
    const char *text = (const char *)sqlite3_column_text(row, column);
    if (!text)
        return NULL;
    return text_clean(reading->arena, text, (size_t)sqlite3_column_bytes(row, column), NULL);
}

int32_t reading_day(sqlite3_stmt *row, int column, int32_t otherwise)
{
    const char *text = (const char *)sqlite3_column_text(row, column);
    int64_t instant;
    if (!text || !instant_parse(text, strlen(text), &instant))
        return otherwise;
    return day_of_instant(instant);
}

size_t reading_agency(const struct reading *reading, sqlite3_stmt *row, int column)
{
    return map_find(reading->reference->agency_index,
                    (const char *)sqlite3_column_text(row, column));
}

static bool supplied(const struct source *source, const char *table)
{
    return source_supplies(source, contract_find(source->contract, table));
}

/** What is read of a table: all its columns must be there, as silence on one would bend every
 * number. */
struct want {
    const char *table;
    const char *columns; /* separated by ", " */
    const char *order;
    row_reader *read;
};

static bool has_columns(const struct reading *reading, const struct want *want, size_t table)
{
    char **columns;
    const struct contract_table *contract = &reading->source->contract->tables[table];
    size_t count = text_split(reading->arena, want->columns, ',', &columns);
    for (size_t i = 0; i < count; i++) {
        const char *column = columns[i] + (columns[i][0] == ' ');
        if (source_supplies_column(reading->source, table, contract_find_column(contract, column)))
            continue;
        error_set(reading->err, ERROR_DATA, "table %s has no column %s, which every report needs",
                  want->table, column);
        return error_hint(reading->err,
                          "add it (in a mapping: NULL AS %s); NULL means: not recorded", column);
    }
    return true;
}

/** Steps the rows of a table in their order; does nothing where it is not supplied. */
static bool each_row(struct reading *reading, const struct want *want)
{
    struct source *source = reading->source;
    size_t table = contract_find(source->contract, want->table);
    sqlite3_stmt *statement = NULL;
    if (!supplied(source, want->table))
        return true;
    reading->capacity = 0;
    const char *sql = arena_printf(reading->arena, "SELECT %s FROM %s ORDER BY %s", want->columns,
                                   want->table, want->order);
    if (!has_columns(reading, want, table) || !source_check_values(source, table, reading->err) ||
        !connection_prepare(source, sql, &statement, reading->err))
        return false;
    int code = SQLITE_DONE;
    bool good = true;
    while (good && (code = sqlite3_step(statement)) == SQLITE_ROW)
        good = want->read(reading, statement);
    if (good && code != SQLITE_DONE)
        good = connection_error(source, reading->err, "cannot read a table");
    sqlite3_finalize(statement);
    return good;
}

static bool read_agency(struct reading *reading, sqlite3_stmt *row)
{
    struct reference *reference = reading->reference;
    reference->agencies = vector_grow(reference->agencies, reference->agency_count,
                                      &reading->capacity, sizeof *reference->agencies);
    struct agency *agency = &reference->agencies[reference->agency_count];
    *agency = (struct agency){
        .code = reading_text(reading, row, 0),
        .name = reading_text(reading, row, 1),
        .class_code = reading_text(reading, row, 2),
        .region = reading_text(reading, row, 3),
        .active_from = reading_day(row, 4, DAY_UNKNOWN_PAST),
        .active_to = reading_day(row, 5, DAY_UNKNOWN_FUTURE),
    };
    if (!map_add(reference->agency_index, agency->code, reference->agency_count))
        return error_set(reading->err, ERROR_DATA, "table agency holds the code '%s' twice",
                         agency->code);
    reference->agency_count++;
    return true;
}

/** The name that was in force on the period's last day replaces the one of today. */
static bool read_name(struct reading *reading, sqlite3_stmt *row)
{
    struct reference *reference = reading->reference;
    size_t index = reading_agency(reading, row, 0);
    if (index == MAP_NONE) {
        reference->stray_rows++;
        return true;
    }
    if (reading_day(row, 2, DAY_UNKNOWN_PAST) <= reading->period_end &&
        reading_day(row, 3, DAY_UNKNOWN_FUTURE) >= reading->period_end)
        reference->agencies[index].name = reading_text(reading, row, 1);
    return true;
}

static bool read_account(struct reading *reading, sqlite3_stmt *row)
{
    struct reference *reference = reading->reference;
    size_t index = reading_agency(reading, row, 1);
    size_t account = map_size(reference->account_index);
    reference->account_agency = vector_grow(reference->account_agency, account, &reading->capacity,
                                            sizeof *reference->account_agency);
    const char *key = arena_text(reading->arena, (const char *)sqlite3_column_text(row, 0));
    if (!map_add(reference->account_index, key, account))
        return error_set(reading->err, ERROR_DATA, "table account holds the account '%s' twice",
                         key);
    reference->account_agency[account] = index;
    reference->stray_rows += index == MAP_NONE;
    return true;
}

static void note_stray_exemption(struct reading *reading, sqlite3_stmt *row)
{
    struct reference *reference = reading->reference;
    size_t count = reference->stray_exemption_count;
    reference->stray_exemptions =
        vector_grow(reference->stray_exemptions, count, &reading->stray_capacity,
                    sizeof *reference->stray_exemptions);
    reference->stray_exemptions[reference->stray_exemption_count++] = arena_printf(
        reading->arena, "%s/%s", reading_text(reading, row, 1), reading_text(reading, row, 0));
}

static bool read_exemption(struct reading *reading, sqlite3_stmt *row)
{
    struct reference *reference = reading->reference;
    size_t index = reading_agency(reading, row, 0);
    if (index == MAP_NONE) {
        note_stray_exemption(reading, row);
        return true;
    }
    reference->exemptions = vector_grow(reference->exemptions, reference->exemption_count,
                                        &reading->capacity, sizeof *reference->exemptions);
    const char *item = (const char *)sqlite3_column_text(row, 2);
    reference->exemptions[reference->exemption_count++] = (struct exemption){
        .agency = index,
        .control = reading_text(reading, row, 1),
        .item = item && *item ? arena_text(reading->arena, item) : NULL,
        .granted_on = reading_day(row, 3, DAY_UNKNOWN_FUTURE),
        .expires_on = reading_day(row, 4, DAY_UNKNOWN_FUTURE),
    };
    return true;
}

static bool read_submission(struct reading *reading, sqlite3_stmt *row)
{
    struct reference *reference = reading->reference;
    size_t index = reading_agency(reading, row, 0);
    const char *period = (const char *)sqlite3_column_text(row, 1);
    struct submission submission = {.agency = index};
    reference->submissions_supplied = true;
    if (!period || !period_parse(period, strlen(period), &submission.period))
        return error_set(reading->err, ERROR_DATA,
                         "table submission, column period: a quarter such as 2026-Q3 is expected");
    if (index == MAP_NONE) {
        reference->stray_rows++;
        return true;
    }
    int32_t day = reading_day(row, 2, DAY_UNKNOWN_PAST);
    bool reported = submission.period == period_of_day(reading->period_end);
    if (reported && day > reading->submitted_by) {
        reference->late_submissions++;
        return true;
    }
    if (!reported && day > reading->source->clockwork.as_of)
        return true; /* not known yet */
    reference->submissions = vector_grow(reference->submissions, reference->submission_count,
                                         &reading->capacity, sizeof *reference->submissions);
    reference->submissions[reference->submission_count++] = submission;
    return true;
}

static bool load(struct reading *reading)
{
    if (!supplied(reading->source, "agency"))
        return error_set(reading->err, ERROR_DATA,
                         "the database has no table agency: without it nothing can be reported");
    static const struct want WANTS[] = {
        {"agency", "agency, name, class, region, active_from, active_to", "agency", read_agency},
        {"agency_name", "agency, name, valid_from, valid_to", "agency, valid_from, name",
         read_name},
        {"account", "account, agency", "account", read_account},
        {"account_agency", "account, agency, role, valid_from, valid_to", "1, 4, 2, 5, 3",
         reference_read_lead},
        {"agency_succession", "agency, successor, on_date", "1, 2, 3", reference_read_succession},
        {"exemption", "agency, control, item, granted_on, expires_on", "1, 2, 3, 4",
         read_exemption},
        {"response", "finding, kind, received_on, decision, decided_on, new_due_on",
         "received_on, decided_on, finding, kind, decision, new_due_on", reference_read_response},
        {"submission", "agency, period, submitted_at", "1, 2, 3", read_submission},
        {"holiday", "on_date, scope, name", "1, 2, 3", reference_read_holiday},
        {"event", "on_date, scope, label", "1, 2, 3", reference_read_event},
        {"region", "region, name, psgc, island_group, population", "psgc IS NULL, psgc, region",
         reference_read_region},
        {"channel_coverage", "agency, channel, logged_from, logged_to", "1, 2, 3, 4",
         reference_read_coverage},
    };
    bool good = true;
    for (size_t i = 0; good && i < ARRAY_LENGTH(WANTS); i++)
        good = each_row(reading, &WANTS[i]);
    calendar_seal(reading->reference->calendar);
    reference_sort_leads(reading->reference);
    return good;
}

bool reference_load(struct source *source, int32_t period_end, int32_t submitted_by,
                    struct arena *arena, struct reference *ret_reference, struct error *err)
{
    *ret_reference = (struct reference){
        .agency_index = map_new(),
        .account_index = map_new(),
        .response_index = map_new(),
        .calendar = calendar_new(),
    };
    struct reading reading = {
        .source = source,
        .arena = arena,
        .reference = ret_reference,
        .period_end = period_end,
        .submitted_by = submitted_by,
        .err = err,
    };
    if (load(&reading)) {
        source_set_calendar(source, ret_reference->calendar);
        source_set_reference(source, ret_reference);
        return true;
    }
    reference_finish(ret_reference);
    return false;
}

void reference_finish(struct reference *reference)
{
    map_free(reference->agency_index);
    map_free(reference->account_index);
    map_free(reference->response_index);
    calendar_free(reference->calendar);
    free(reference->agencies);
    free(reference->account_agency);
    free(reference->leads);
    free(reference->successions);
    free(reference->exemptions);
    free(reference->stray_exemptions);
    free(reference->responses);
    free(reference->submissions);
    free(reference->regions);
    free(reference->holidays);
    free(reference->events);
    free(reference->coverages);
    *reference = (struct reference){0};
}

/** Distinct quarters that a query gives, appended where they are not there yet. */
static bool read_periods(struct source *source, const char *sql, struct arena *arena,
                         int32_t **ret_periods, size_t *ret_count, struct error *err)
{
    sqlite3_stmt *statement = NULL;
    if (!connection_prepare(source, sql, &statement, err))
        return false;
    size_t capacity = 0, count = 0;
    int32_t *periods = NULL;
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        const char *text = (const char *)sqlite3_column_text(statement, 0);
        int32_t period;
        if (!text || !period_parse(text, strlen(text), &period))
            continue;
        periods = vector_grow(periods, count, &capacity, sizeof *periods);
        periods[count++] = period;
    }
    *ret_periods = arena_array(arena, count + 1, sizeof **ret_periods);
    if (count)
        memcpy(*ret_periods, periods, count * sizeof *periods);
    *ret_count = count;
    free(periods);
    bool good = code == SQLITE_DONE || connection_error(source, err, "cannot list the quarters");
    sqlite3_finalize(statement);
    return good;
}

bool reference_periods(struct source *source, struct arena *arena, int32_t **ret_periods,
                       size_t *ret_count, struct error *err)
{
    *ret_periods = NULL;
    *ret_count = 0;
    if (supplied(source, "submission") &&
        !read_periods(source, "SELECT DISTINCT period FROM submission ORDER BY period DESC", arena,
                      ret_periods, ret_count, err))
        return false;
    if (*ret_count || !supplied(source, "feedback"))
        return true;
    return read_periods(source,
                        "SELECT DISTINCT period_of(received_at) FROM feedback ORDER BY 1 DESC",
                        arena, ret_periods, ret_count, err);
}
