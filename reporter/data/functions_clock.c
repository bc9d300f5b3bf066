/* SPDX-License-Identifier: MIT */

/* The functions of SQL for the clocks of the law: working days of a scope, hours of the calendar.
 */
#include "data/functions.h"

#include "base/calendar.h"
#include "base/date.h"
#include "data/connection.h"

#include <string.h>

#define HOUR 3600
#define DAY (24 * HOUR)

static const struct calendar *calendar_of(sqlite3_context *context)
{
    return function_clockwork(context)->calendar;
}

static const char *take_scope(int count, sqlite3_value **values, int at)
{
    const char *scope = count > at ? (const char *)sqlite3_value_text(values[at]) : NULL;
    return scope ? scope : "national";
}

/** How long a duty lasts: at least 1 of something. */
static bool take_duration(sqlite3_context *context, sqlite3_value *value, const char *function,
                          int32_t *ret_duration)
{
    return function_number(context, value, function, ret_duration) &&
           (*ret_duration >= 1 ||
            function_fail(context, function, "a number of working days or hours of at least 1"));
}

void clock_hours_after(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    int64_t from;
    int32_t hours;
    if (function_instant(context, values[0], "hours_after", &from) &&
        function_number(context, values[1], "hours_after", &hours))
        function_give_instant(context, "hours_after", from + (int64_t)hours * HOUR);
}

void clock_working_days(sqlite3_context *context, int count, sqlite3_value **values)
{
    int32_t from, to;
    const struct calendar *calendar = calendar_of(context);
    if (calendar && function_day(context, values[0], "working_days", &from) &&
        function_day(context, values[1], "working_days", &to))
        sqlite3_result_int(context,
                           calendar_working_days(calendar, take_scope(count, values, 2), from, to));
}

void clock_due_on(sqlite3_context *context, int count, sqlite3_value **values)
{
    int32_t from, days;
    const struct calendar *calendar = calendar_of(context);
    if (calendar && function_day(context, values[0], "due_on", &from) &&
        take_duration(context, values[1], "due_on", &days))
        function_give_day(context, "due_on",
                          calendar_due(calendar, take_scope(count, values, 2), from, days));
}

void clock_due_at(sqlite3_context *context, int count, sqlite3_value **values)
{
    int64_t from;
    int32_t duration;
    const struct calendar *calendar = calendar_of(context);
    const char *unit = (const char *)sqlite3_value_text(values[2]);
    if (!calendar || !unit || !function_instant(context, values[0], "due_at", &from) ||
        !take_duration(context, values[1], "due_at", &duration))
        return;
    if (strcmp(unit, "hours") == 0) {
        function_give_instant(context, "due_at", from + (int64_t)duration * HOUR);
    } else if (strcmp(unit, "working_days") == 0) {
        int32_t day =
            calendar_due(calendar, take_scope(count, values, 3), day_of_instant(from), duration);
        function_give_instant(context, "due_at", instant_of_day(day) + DAY - 1);
    } else {
        function_fail(context, "due_at", "a unit of clocks, working_days or hours");
    }
}
