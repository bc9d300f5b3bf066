/* SPDX-License-Identifier: MIT */
#ifndef BASE_DATE_H
#define BASE_DATE_H

/**
 * Days, instants and quarters, without the machine's clock, time zone or locale.
 *
 * A day is a count of days since 1970-01-01 (proleptic Gregorian). An instant is seconds since
 * 1970-01-01T00:00:00Z. A timestamp without a zone is Philippine time (UTC+8, no daylight saving),
 * and the day of an instant is its day there. A period is a quarter: 4 * year + quarter - 1.
 * Valid years are 1900 to 9999. Everything strict: 2024-02-31 is not a date.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text;

#define DATE_MANILA_OFFSET 28800 /* eight hours, in seconds */

/** Exactly "YYYY-MM-DD". */
bool date_parse(const char *string, size_t length, int32_t *ret_day);

/** "YYYY-MM-DD", or with "T" or " " and "HH:MM", "HH:MM:SS", "HH:MM:SS.fff", and then nothing, "Z",
 *  "+HH:MM", "-HH:MM" or "+HHMM". A date alone is its midnight in Manila. Fractions are cut off. */
bool instant_parse(const char *string, size_t length, int64_t *ret_instant);

/** True where the string holds a time of day, and not only a date. */
bool instant_has_time(const char *string, size_t length);

int32_t day_of_instant(int64_t instant);
int64_t instant_of_day(int32_t day); /* its midnight in Manila */
int32_t day_from_civil(int year, int month, int day);
/** To three places: no two of them may be the same. */
void day_to_civil(int32_t day, int *ret_year, int *ret_month, int *ret_day);
int day_of_week(int32_t day); /* 0 Monday to 6 Sunday */

void date_iso(struct text *text, int32_t day);        /* 2026-09-30 */
void date_long(struct text *text, int32_t day);       /* 30 September 2026 */
void date_short(struct text *text, int32_t day);      /* 30 Sep 2026 */
void instant_iso(struct text *text, int64_t instant); /* 2026-09-30T13:40:00+08:00 */

/** Exactly "YYYY-Qn". */
bool period_parse(const char *string, size_t length, int32_t *ret_period);
int32_t period_of_day(int32_t day);
int32_t period_starts_on(int32_t period);
int32_t period_ends_before(int32_t period);           /* the first day after it */
void period_name(struct text *text, int32_t period);  /* 2026-Q3 */
void period_short(struct text *text, int32_t period); /* Q3 2026 */
void period_title(struct text *text, int32_t period); /* Quarter 3 2026, July to September */

#endif
