/* SPDX-License-Identifier: MIT */
#ifndef INPUT_SCHEMA_VALUES_H
#define INPUT_SCHEMA_VALUES_H

/** How single values are written. Checking and access read them by the same functions. */

#include <stdbool.h>
#include <stdint.h>

bool value_is_id(const char *given);
bool value_yes_no(const char *given, bool *ret_yes);
bool value_percent(const char *given, int64_t *ret_percent);

/** 1 to 9999 days; "1 working day" is fine too. */
bool value_days(const char *given, int32_t *ret_days, bool *ret_working);

#endif
