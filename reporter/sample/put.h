/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_PUT_H
#define SAMPLE_PUT_H

/** Fields that may be missing: DAY_NONE, INSTANT_NONE, FLAG_UNKNOWN and COUNT_NONE write NULL. */

#include <stdint.h>

struct writer;

#define COUNT_NONE INT64_MIN

enum flag { FLAG_NO, FLAG_YES, FLAG_UNKNOWN };

void put_day(struct writer *writer, int32_t day);
void put_instant(struct writer *writer, int64_t instant);
void put_flag(struct writer *writer, enum flag flag);
void put_count(struct writer *writer, int64_t count);
void put_period(struct writer *writer, int32_t period);       /* 2026-Q3 */
void put_officer(struct writer *writer, const char *officer); /* "" writes NULL */

/** "P-0000123" of prefix "P". */
void put_key(struct writer *writer, const char *prefix, int64_t number);

#endif
