/* SPDX-License-Identifier: MIT */
#include "base/date.h"

#include <string.h>

#include "base/text.h"

#define QUARTERS 4
#define NAME_LENGTH 7

static int year_of(int32_t period)
{
    return period / QUARTERS;
}

static int quarter_of(int32_t period)
{
    return period % QUARTERS + 1;
}

bool period_parse(const char *string, size_t length, int32_t *ret_period)
{
    char new_year[] = "YYYY-01-01"; /* date_parse() knows which years are valid */
    int32_t day = 0;

    if (length != NAME_LENGTH || memcmp(string + 4, "-Q", 2) != 0)
        return false;
    memcpy(new_year, string, 4);
    if (!date_parse(new_year, sizeof new_year - 1, &day) || string[6] < '1' || string[6] > '4')
        return false;
    *ret_period = period_of_day(day) + (string[6] - '1');
    return true;
}

int32_t period_of_day(int32_t day)
{
    int year = 0;
    int month = 0;
    int in_month = 0;

    day_to_civil(day, &year, &month, &in_month);
    return QUARTERS * year + (month - 1) / 3;
}

int32_t period_starts_on(int32_t period)
{
    return day_from_civil(year_of(period), 3 * quarter_of(period) - 2, 1);
}

int32_t period_ends_before(int32_t period)
{
    return period_starts_on(period + 1);
}

void period_name(struct text *text, int32_t period)
{
    text_printf(text, "%04d-Q%d", year_of(period), quarter_of(period));
}

void period_short(struct text *text, int32_t period)
{
    text_printf(text, "Q%d %d", quarter_of(period), year_of(period));
}

void period_title(struct text *text, int32_t period)
{
    static const char *const months[QUARTERS] = {
        "January to March",
        "April to June",
        "July to September",
        "October to December",
    };
    int quarter = quarter_of(period);

    text_printf(text, "Quarter %d %d, %s", quarter, year_of(period), months[quarter - 1]);
}
