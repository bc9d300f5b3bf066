/* SPDX-License-Identifier: MIT */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

/**
 * Numbers to text and back, always with point and comma whatever the locale, and exactly.
 *
 * Rules of printing (DOMAIN.md section 4, arithmetic rules): halves round away from zero; a rate is
 * rounded from its exact fraction, never prints 100 % unless numerator = denominator, nor 0 %
 * unless the numerator is 0 (then ">99" or "<1", or ">99.9", "<0.1" with one decimal). Minus is
 * U+2212.
 */

#include <stdbool.h>
#include <stdint.h>

struct text;

/** The whole of `string` as a decimal integer; false for anything else. */
bool number_parse(const char *string, int64_t *ret_value);

/** The whole of `string` as a plain decimal ("0.25", "-3"); false for exponents, nan, junk. */
bool number_parse_decimal(const char *string, double *ret_value);

/** 12345 as "12,345". */
void number_count(struct text *text, int64_t value);

/** With `decimals` (0 to 6) decimals and thousands commas. `value` must be finite. It is rounded as
 *  its shortest decimal reads: 0.35 with one decimal is "0.4", as in a workbook. */
void number_decimal(struct text *text, double value, int decimals);

/** num/den as a percentage without the sign: "87" or "87.3". den > 0, 0 <= num <= den. */
void number_percent(struct text *text, int64_t num, int64_t den, int decimals);

/** (num/den) rounded to `decimals`, exactly, away from zero at halves: 7/8, 1 gives "0.9". den > 0.
 */
void number_ratio(struct text *text, int64_t num, int64_t den, int decimals);

/** The decimals of a percentage of n items: 0 below 1,000, else 1. */
int number_percent_decimals(int64_t n);

/** A span of time: 71 h below three days, else "3 d 23 h" ("3 d" where no hour is over); minutes
 * below two hours ("95 min"); "<1 min" for what would round to none. */
void number_duration(struct text *text, int64_t seconds);

#endif
