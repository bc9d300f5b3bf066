/* SPDX-License-Identifier: MIT */
#ifndef DATA_FUNCTIONS_H
#define DATA_FUNCTIONS_H

/**
 * Inside of data/: what the functions of SQL have in common. Ours give NULL for NULL. What cannot
 * be read as a date is an error that names the function, never the value: it may be a citizen's.
 */

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

struct clockwork;

const struct clockwork *function_clockwork(sqlite3_context *context);

/** Makes the result an error: "FUNCTION() was given a value that is not EXPECTED". Returns false.
 */
bool function_fail(sqlite3_context *context, const char *function, const char *expected);

/** Take an argument: false for NULL (the result is left NULL) and for what is none (the result is
 * an error). A number is a whole one from -100,000 to 100,000. */
bool function_instant(sqlite3_context *context, sqlite3_value *value, const char *function,
                      int64_t *ret_instant);
bool function_day(sqlite3_context *context, sqlite3_value *value, const char *function,
                  int32_t *ret_day);
bool function_number(sqlite3_context *context, sqlite3_value *value, const char *function,
                     int32_t *ret_number);

/** Give a result: "2026-09-30", "2026-09-30T13:40:00+08:00"; an error beyond the years 1900 to
 * 9999. */
void function_give_day(sqlite3_context *context, const char *function, int32_t day);
void function_give_instant(sqlite3_context *context, const char *function, int64_t instant);

/* The clocks of the law, functions_clock.c. A scope is "national" or a region's code; NULL or none
 * is national. */

/** hours_after(timestamp, n): n hours of the calendar later, whatever days they fall on. */
void clock_hours_after(sqlite3_context *context, int count, sqlite3_value **values);
/** working_days(from, to [, scope]): those after `from`, up to and with `to`. */
void clock_working_days(sqlite3_context *context, int count, sqlite3_value **values);
/** due_on(from, n [, scope]): the n-th working day after `from`. */
void clock_due_on(sqlite3_context *context, int count, sqlite3_value **values);
/** due_at(from, n, unit [, scope]): the last second in time for a duty of n "working_days" or
 *  "hours": the end of the n-th working day after `from`, or n hours later to the second. */
void clock_due_at(sqlite3_context *context, int count, sqlite3_value **values);

#endif
