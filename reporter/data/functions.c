/* SPDX-License-Identifier: MIT */

/*
 * The functions that listings and mappings may call: a closed list of SQLite's own that neither
 * read the clock nor eat memory, and ours. Those for the clocks of the law are in
 * functions_clock.c.
 */
#include "data/functions.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include "base/map.h"
#include "data/connection.h"
#include "data/reference.h"

#include <string.h>

static const char *const SQLITE_FUNCTIONS[] = {
    "abs",    "avg",        "coalesce", "count", "dense_rank", "first_value", "glob",
    "ifnull", "iif",        "instr",    "lag",   "last_value", "lead",        "length",
    "like",   "lower",      "ltrim",    "max",   "min",        "nullif",      "rank",
    "round",  "row_number", "rtrim",    "sign",  "substr",     "substring",   "sum",
    "total",  "trim",       "typeof",   "upper", "unicode",
};

bool function_fail(sqlite3_context *context, const char *function, const char *expected)
{
    char *message = sqlite3_mprintf("%s() was given a value that is not %s", function, expected);
    sqlite3_result_error(context, message, -1);
    sqlite3_free(message);
    return false;
}

const struct clockwork *function_clockwork(sqlite3_context *context)
{
    return &((const struct source *)sqlite3_user_data(context))->clockwork;
}

bool function_instant(sqlite3_context *context, sqlite3_value *value, const char *function,
                      int64_t *ret_instant)
{
    if (sqlite3_value_type(value) == SQLITE_NULL)
        return false;
    const char *text = (const char *)sqlite3_value_text(value);
    size_t length = (size_t)sqlite3_value_bytes(value);
    return (sqlite3_value_type(value) == SQLITE_TEXT && instant_parse(text, length, ret_instant)) ||
           function_fail(context, function, "a date or timestamp");
}

bool function_day(sqlite3_context *context, sqlite3_value *value, const char *function,
                  int32_t *ret_day)
{
    int64_t instant;
    if (!function_instant(context, value, function, &instant))
        return false;
    *ret_day = day_of_instant(instant);
    return true;
}

bool function_number(sqlite3_context *context, sqlite3_value *value, const char *function,
                     int32_t *ret_number)
{
    if (sqlite3_value_type(value) == SQLITE_NULL)
        return false;
    int64_t number = sqlite3_value_int64(value);
    if (sqlite3_value_type(value) != SQLITE_INTEGER || number < -100000 || number > 100000)
        return function_fail(context, function, "a whole number from -100,000 to 100,000");
    *ret_number = (int32_t)number;
    return true;
}

static void give_text(sqlite3_context *context, struct text *text)
{
    sqlite3_result_text(context, text_string(text), (int)text->length, SQLITE_TRANSIENT);
    text_finish(text);
}

/** A day that no date can be written for would be taken for damage of the data later on. */
static bool is_writable(sqlite3_context *context, const char *function, int32_t day)
{
    return (day >= day_from_civil(1900, 1, 1) && day <= day_from_civil(9999, 12, 31)) ||
           function_fail(context, function, "within the years 1900 to 9999, counted on");
}

void function_give_day(sqlite3_context *context, const char *function, int32_t day)
{
    if (!is_writable(context, function, day))
        return;
    struct text text = {0};
    date_iso(&text, day);
    give_text(context, &text);
}

void function_give_instant(sqlite3_context *context, const char *function, int64_t instant)
{
    if (!is_writable(context, function, day_of_instant(instant)))
        return;
    struct text text = {0};
    instant_iso(&text, instant);
    give_text(context, &text);
}

/** period_of(timestamp): the quarter in which it fell, "2026-Q3". */
static void period_of(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    int32_t day;
    if (!function_day(context, values[0], "period_of", &day))
        return;
    int32_t period = period_of_day(day);
    char name[] = "0000-Q0";
    int year = period / 4;
    name[0] = (char)('0' + year / 1000);
    name[1] = (char)('0' + year / 100 % 10);
    name[2] = (char)('0' + year / 10 % 10);
    name[3] = (char)('0' + year % 10);
    name[6] = (char)('1' + period % 4);
    sqlite3_result_text(context, name, 7, SQLITE_TRANSIENT);
}

/** day_of(timestamp): its date in the Philippines. */
static void day_of(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    int32_t day;
    if (function_day(context, values[0], "day_of", &day))
        function_give_day(context, "day_of", day);
}

/** known(timestamp): itself, or NULL where it lies after the as-of day: not yet recorded then. */
static void known(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    int32_t day;
    if (function_day(context, values[0], "known", &day) &&
        day <= function_clockwork(context)->as_of)
        sqlite3_result_value(context, values[0]);
}

/** seconds_between(from, to): negative where `to` is earlier. */
static void seconds_between(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    int64_t from, to;
    if (function_instant(context, values[0], "seconds_between", &from) &&
        function_instant(context, values[1], "seconds_between", &to))
        sqlite3_result_int64(context, to - from);
}

/** days_between(from, to): calendar days. */
static void days_between(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    int32_t from, to;
    if (function_day(context, values[0], "days_between", &from) &&
        function_day(context, values[1], "days_between", &to))
        sqlite3_result_int(context, to - from);
}

/** day_add(date, n): n calendar days later. */
static void day_add(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    int32_t day, days;
    if (function_day(context, values[0], "day_add", &day) &&
        function_number(context, values[1], "day_add", &days))
        function_give_day(context, "day_add", day + days);
}

/** lead_of(account, day): the agency whose account it was on the day, as rows of a listing are
 *  given to agencies (reference_lead()). NULL for an account or a lead that no register knows. */
static void lead_of(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    const struct reference *reference = function_clockwork(context)->reference;
    const char *key = (const char *)sqlite3_value_text(values[0]);
    int32_t day;
    if (!reference || !key || !function_day(context, values[1], "lead_of", &day))
        return;
    size_t account = map_find(reference->account_index, key);
    size_t agency = account == MAP_NONE ? MAP_NONE : reference_lead(reference, account, day);
    if (agency != MAP_NONE)
        sqlite3_result_text(context, reference->agencies[agency].code, -1, SQLITE_TRANSIENT);
}

/** Copies the digits of `text` that stand where `form` has `letter`. */
static bool pick(const char *text, const char *form, char letter, char *to, size_t size)
{
    size_t length = 0;
    for (size_t i = 0; form[i] && text[i]; i++) {
        if (form[i] != letter)
            continue;
        if (text[i] < '0' || text[i] > '9' || length + 1 >= size)
            return false;
        to[length++] = text[i];
    }
    to[length] = '\0';
    return length + 1 == size;
}

/** The separators of text and form must be the same. */
static bool fits(const char *text, const char *form)
{
    if (strlen(text) != strlen(form))
        return false;
    for (size_t i = 0; form[i]; i++)
        if (!strchr("YMD", form[i]) && form[i] != text[i])
            return false;
    return true;
}

/** Four Y, two M, two D, and whatever stands between them. */
static bool is_form(const char *form)
{
    size_t years = 0, months = 0, days = 0;
    for (; form && *form; form++) {
        years += *form == 'Y';
        months += *form == 'M';
        days += *form == 'D';
    }
    return years == 4 && months == 2 && days == 2;
}

/** iso_date(text, form): a date in another form ("MM/DD/YYYY") as 2026-09-30; NULL where the text
 * is not of that form, so that a mapping can try one form after another with coalesce(). */
static void iso_date(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    const char *text = (const char *)sqlite3_value_text(values[0]);
    const char *form = (const char *)sqlite3_value_text(values[1]);
    char year[5], month[3], day[3], iso[11];
    int32_t parsed;
    if (!is_form(form)) {
        sqlite3_result_error(context, "iso_date() was given a form that is not like 'MM/DD/YYYY'",
                             -1);
        return;
    }
    if (!text || !fits(text, form) || !pick(text, form, 'Y', year, sizeof year) ||
        !pick(text, form, 'M', month, sizeof month) || !pick(text, form, 'D', day, sizeof day))
        return;
    sqlite3_snprintf(sizeof iso, iso, "%s-%s-%s", year, month, day);
    if (date_parse(iso, strlen(iso), &parsed))
        sqlite3_result_text(context, iso, -1, SQLITE_TRANSIENT);
    else
        function_fail(context, "iso_date", "a day that exists");
}

static const struct {
    const char *name;
    int arguments;
    void (*call)(sqlite3_context *, int, sqlite3_value **);
    const char *help; /* "arguments: what it gives"; NULL: said of the entry before */
} OUR_FUNCTIONS[] = {
    {"period_of", 1, period_of, "timestamp: the quarter in which it fell, such as 2026-Q3"},
    {"day_of", 1, day_of, "timestamp: its date in the Philippines"},
    {"known", 1, known, "timestamp: itself, or NULL where it lies after the as-of day"},
    {"seconds_between", 2, seconds_between, "from, to: negative where the second is earlier"},
    {"days_between", 2, days_between, "from, to: days of the calendar"},
    {"day_add", 2, day_add, "date, n: n days of the calendar later"},
    {"lead_of", 2, lead_of,
     "account, day: the agency whose account it was on that day, by the dated leads of "
     "account_agency, else by account.agency"},
    {"hours_after", 2, clock_hours_after, "timestamp, n: n hours of the calendar later"},
    {"working_days", 2, clock_working_days,
     "from, to [, scope]: those after the first day, up to and with the second"},
    {"working_days", 3, clock_working_days, NULL},
    {"due_on", 2, clock_due_on, "from, n [, scope]: the n-th working day after that day"},
    {"due_on", 3, clock_due_on, NULL},
    {"due_at", 3, clock_due_at,
     "from, n, unit [, scope]: the last second in time for a duty of n working_days or hours"},
    {"due_at", 4, clock_due_at, NULL},
    {"iso_date", 2, iso_date,
     "text, form: a date of a form such as 'MM/DD/YYYY' as 2026-09-30; NULL where it is not of "
     "that form"},
};

void functions_describe(struct text *text)
{
    for (size_t i = 0; i < ARRAY_LENGTH(OUR_FUNCTIONS); i++) {
        const char *help = OUR_FUNCTIONS[i].help;
        const char *arguments_end = help ? strchr(help, ':') : NULL;
        if (arguments_end)
            text_printf(text, "%s(%.*s)%s\n", OUR_FUNCTIONS[i].name, (int)(arguments_end - help),
                        help, arguments_end);
    }
}

bool functions_allowed(const char *name)
{
    for (size_t i = 0; name && i < ARRAY_LENGTH(SQLITE_FUNCTIONS); i++)
        if (sqlite3_stricmp(name, SQLITE_FUNCTIONS[i]) == 0)
            return true;
    for (size_t i = 0; name && i < ARRAY_LENGTH(OUR_FUNCTIONS); i++)
        if (sqlite3_stricmp(name, OUR_FUNCTIONS[i].name) == 0)
            return true;
    return false;
}

bool functions_register(struct source *source, struct error *err)
{
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    for (size_t i = 0; i < ARRAY_LENGTH(OUR_FUNCTIONS); i++)
        if (sqlite3_create_function_v2(source->db, OUR_FUNCTIONS[i].name,
                                       OUR_FUNCTIONS[i].arguments, flags, source,
                                       OUR_FUNCTIONS[i].call, NULL, NULL, NULL) != SQLITE_OK)
            return connection_error(source, err, "cannot set up the functions of SQL");
    return true;
}
