/* SPDX-License-Identifier: MIT */
#ifndef DATA_CURSOR_H
#define DATA_CURSOR_H

/**
 * Stepping a listing over a database, row by row. Build and explain share it.
 *
 * Values are checked as they pass: outcomes, reasons, whole numbers, periods. An error names the
 * listing and the item (a row number where the items are persons), never another value.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cursor;
struct error;
struct listing;
struct source;

enum outcome { OUTCOME_NONE, OUTCOME_MET, OUTCOME_NOT_MET, OUTCOME_NO_EVIDENCE };
extern const char *const OUTCOMES[]; /* "", "met", "not_met", "no_evidence" */

/** Both must outlive the cursor. */
bool cursor_open(struct source *source, const struct listing *listing, struct cursor **ret_cursor,
                 struct error *err);
void cursor_close(struct cursor *cursor); /* accepts NULL */

/** True while there is a row; false at the end (err untouched) or on failure (err set). */
bool cursor_step(struct cursor *cursor, struct error *err);

/* Of the current row; texts are borrowed until the next step, NULL where NULL. */
const char *cursor_agency(const struct cursor *cursor); /* NULL: the listing gives `account` */
const char *cursor_account(const struct cursor *cursor);
const char *cursor_item(const struct cursor *cursor);
const char *cursor_label(const struct cursor *cursor); /* the item where there is no label */
const char *cursor_text(const struct cursor *cursor, size_t column);
int64_t cursor_row(const struct cursor *cursor); /* from 1 */

/** Parses the period in a column; false with err untouched for NULL. */
bool cursor_period(struct cursor *cursor, size_t column, int32_t *ret_period, struct error *err);

/** Parses the day in a column; false with err untouched for NULL. */
bool cursor_day(struct cursor *cursor, size_t column, int32_t *ret_day, struct error *err);

/** A control's outcome; false and err set for a word that is none. */
bool cursor_outcome(struct cursor *cursor, size_t column, enum outcome *ret_outcome,
                    struct error *err);

/** A whole number; `ret_null` for NULL; false and err set for anything else. */
bool cursor_integer(struct cursor *cursor, size_t column, int64_t *ret_value, bool *ret_null,
                    struct error *err);

/** What is wrong with the current row: "listing NAME, account dex-x, row 12: ...", with the
 * listing's file and line. Always returns false. */
bool cursor_error(const struct cursor *cursor, struct error *err, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
