/* SPDX-License-Identifier: MIT */
#ifndef RUN_EVALUATE_H
#define RUN_EVALUATE_H

/**
 * From the database to results: every wanted listing is stepped once, for all bodies and periods,
 * and every control and measure over it takes the row as it passes. Then the database is closed and
 * judged.
 */

#include "data/reference.h"
#include "metrics/results.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct control;
struct cursor;
struct error;
struct home;
struct listing;
struct notices;
struct source;
struct told;

/** Whose the cursor's row is, read once: an agency, or an account, whose agency changes by day.
 * Both SIZE_MAX: nobody's. */
struct owner {
    size_t agency;
    size_t account;
};
struct owner evaluate_owner(const struct reference *reference, const struct cursor *cursor);

/** The agency of the cursor's row as its account is registered today, or SIZE_MAX where it is of no
 * known agency: for rows that belong to no day. */
size_t evaluate_agency(const struct reference *reference, const struct cursor *cursor);

/** The owner's agency on a day, or SIZE_MAX. */
size_t evaluate_lead(const struct reference *reference, struct owner owner, int32_t day);

/** The day on which a row is judged: of acts the one in the column judged_on; where that is not
 * known, and of states, the quarter's last. */
struct judged_day {
    int32_t day;
    bool known; /* of acts: and not only the quarter */
};

/** The column judged_on of a listing of acts, or SIZE_MAX. */
size_t evaluate_day_column(const struct listing *listing);
bool evaluate_day(struct cursor *cursor, size_t column, int32_t period, struct judged_day *ret_day,
                  struct error *err);

/** Whether a row comes before its control's clause: by the day, or by the whole quarter where that
 * is all that is known. */
bool evaluate_is_before(const struct control *control, int32_t period, struct judged_day day);

/** Which of the contract's tables a listing needs that the source does not supply: its index, or
 *  SIZE_MAX. A supplied table that lacks a needed column is an error that names both and the
 * listing's controls. */
bool evaluate_missing(struct source *source, const struct home *home, const struct listing *listing,
                      size_t *ret_table, struct error *err);

struct evaluation_options {
    const char *work_folder; /* private */
    int32_t period;
    int32_t as_of;
    const bool *wanted; /* by listing; NULL: all */
    const struct told *told;
    const char *const
        *readers; /* by listing: the reports that ask for it, for messages; NULL: not told */
};

/** `reference` is loaded by the caller from the same source. On success `ret_results` is whole; the
 *  source may then be closed. results_finish() frees it. */
bool evaluate(struct source *source, const struct home *home, const struct reference *reference,
              const struct evaluation_options *options, struct arena *arena,
              struct notices *notices, struct results *ret_results, struct error *err);

#endif
