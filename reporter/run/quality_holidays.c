/* SPDX-License-Identifier: MIT */
#include "base/calendar.h"
#include "base/date.h"
#include "base/error.h"
#include "base/phrase.h"
#include "run/quality.h"
#include "run/run.h"

/* The longest that the law gives to every message, RA 6713, where no control of the home gives
 * more. */
#define LEAST_WORKING_DAYS 15

static int year_of(int32_t day)
{
    int year, month, day_of_month;
    day_to_civil(day, &year, &month, &day_of_month);
    return year;
}

static int32_t longest_remedy(const struct listings *listings)
{
    int32_t longest = LEAST_WORKING_DAYS;
    for (size_t l = 0; l < listings->count; l++)
        for (size_t i = 0; i < listings->items[l].control_count; i++) {
            const struct control *control = &listings->items[l].controls[i];
            if (control->remedy_working && control->remedy_days > longest)
                longest = control->remedy_days;
        }
    return longest;
}

static bool need_year(const struct calendar *calendar, int year, struct error *err)
{
    if (calendar_knows_year(calendar, year))
        return true;
    error_set(err, ERROR_DATA,
              "table holiday has no national holiday of %d: due dates would be wrong", year);
    return error_hint(err, "add that year's holidays, or leave the table out");
}

bool quality_holidays(const struct session *session, struct error *err)
{
    const struct calendar *calendar = session->reference.calendar;
    int32_t first, last, as_of = session->edition.as_of, today = session->told.today;
    if (!calendar_range(calendar, &first, &last))
        return true;
    if (!need_year(calendar, year_of(period_starts_on(session->period)), err) ||
        !need_year(calendar, year_of(as_of), err))
        return false;
    int until = year_of(calendar_due(calendar, NULL, today > as_of ? today : as_of,
                                     longest_remedy(&session->home.listings)));
    for (int year = year_of(as_of) + 1; year <= until; year++)
        if (!calendar_knows_year(calendar, year))
            notices_say(session->notices, PHRASE_NOTICE_HOLIDAYS, "year",
                        phrase_number(session->arena, year), NULL);
    return true;
}
