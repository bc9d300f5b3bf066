/* SPDX-License-Identifier: MIT */
#ifndef DATA_SOURCE_H
#define DATA_SOURCE_H

/**
 * A read-only database behind the fence: one read transaction, from which listings can read the
 * contract's columns and nothing else (fence.h). The user's file is never written to.
 *
 * What is checked when it is opened: a regular file, no symbolic link, SQLite's header, whole
 * pages, not locked, quick_check; then which contract tables and columns it supplies. A -wal beside
 * it is read by way of a private copy.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct calendar;
struct contract;
struct error;
struct reference;
struct source;
struct text;

struct source_options {
    const char *path;        /* the database */
    const char *mapping;     /* folder of TABLE.sql files, or NULL */
    const char *work_folder; /* private: SQLite's temporary files, a copy where one is needed */
    bool full_check;         /* integrity_check in place of quick_check (`ulat check`) */
};

/** The contract and the arena must outlive the source. */
bool source_open(const struct source_options *options, const struct contract *contract,
                 struct arena *arena, struct source **ret_source, struct error *err);

/** A source over the contract itself, without rows: listings are checked against it. */
bool source_open_empty(const struct contract *contract, struct arena *arena,
                       struct source **ret_source, struct error *err);

void source_close(struct source *source); /* accepts NULL */

/** SHA-256 of the database file as read. */
const char *source_digest(const struct source *source);

/** Whether a contract table (by index) is there, itself or mapped. */
bool source_supplies(const struct source *source, size_t table);
/** A table that is there but has no row says as little as one that is not; but for tables of what
 * was found (contract.h). */
bool source_is_filled(struct source *source, size_t table);
bool source_supplies_column(const struct source *source, size_t table, size_t column);

/** What the functions of SQL know (functions.h): holidays, who led which account, as-of day,
 *  periods. Borrowed. */
void source_set_calendar(struct source *source, const struct calendar *calendar);
void source_set_reference(struct source *source, const struct reference *reference);

/** The functions of our own that listings and mappings may call, a line each. */
void functions_describe(struct text *text);

struct source_times {
    int32_t last;         /* the reported quarter */
    int count;            /* quarters, with the ones before it */
    int32_t as_of;        /* a day: for known() and :as_of */
    int32_t submitted_by; /* a day: for :submitted_by */
};

/** Supplies the relation `period` (period, starts_on, ends_before) and the parameters. */
bool source_set_times(struct source *source, const struct source_times *times, struct error *err);

/** Reads all values of the supplied columns of one table and checks their types; an error names
 *  table, column and the row's key (never a value). */
bool source_check_values(struct source *source, size_t table, struct error *err);

/** Rows in a supplied table. */
bool source_count(struct source *source, size_t table, int64_t *ret_count, struct error *err);

#endif
