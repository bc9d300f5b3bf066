/* SPDX-License-Identifier: MIT */
#ifndef BASE_CALENDAR_H
#define BASE_CALENDAR_H

/**
 * Working days (DOMAIN.md section 1.4): not Saturday, not Sunday, not a holiday of the scope asked
 * for. The day of receipt is never counted. Scope "national" holds everywhere; any other scope (a
 * region's code) adds its own holidays to the national ones. Asked for NULL or for a scope without
 * holidays of its own, the national ones hold.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct calendar;

struct calendar *calendar_new(void);
void calendar_free(struct calendar *calendar); /* accepts NULL */

/** `scope` is copied. The same day twice is fine. */
void calendar_add(struct calendar *calendar, int32_t day, const char *scope);

/** To be called once, after the last calendar_add() and before any question. */
void calendar_seal(struct calendar *calendar);

bool calendar_is_working(const struct calendar *calendar, const char *scope, int32_t day);

/** The number of working days after `from` up to and including `to`; 0 where to <= from. */
int32_t calendar_working_days(const struct calendar *calendar, const char *scope, int32_t from,
                              int32_t to);

/** The n-th working day after `from` (n >= 1): the due date of a duty of n working days. */
int32_t calendar_due(const struct calendar *calendar, const char *scope, int32_t from, int32_t n);

/** Whether a national holiday is known of that year, be it on a Sunday. */
bool calendar_knows_year(const struct calendar *calendar, int year);

/** First and last day for which a holiday is known; false for an empty calendar. */
bool calendar_range(const struct calendar *calendar, int32_t *ret_first, int32_t *ret_last);

#endif
