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
struct cursor;
struct error;
struct home;
struct notices;
struct source;
struct told;

/** The agency of the cursor's row, or SIZE_MAX where it is of no known agency. */
size_t evaluate_agency(const struct reference *reference, const struct cursor *cursor);

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
