/* SPDX-License-Identifier: MIT */
#include "base/date.h"

#include <stdio.h>
#include <string.h>

#include "base/phrase.h"
#include "base/text.h"

#define QUARTERS 4
#define NAME_LENGTH 7
#define DIGITS_ROOM 12 /* of an int */

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
    char quarter[DIGITS_ROOM];
    char year[DIGITS_ROOM];

    snprintf(quarter, sizeof quarter, "%d", quarter_of(period));
    snprintf(year, sizeof year, "%d", year_of(period));
    phrase_say(text, PHRASE_PERIOD_SHORT, "quarter", quarter, "year", year, NULL);
}

void period_title(struct text *text, int32_t period)
{
    char quarter[DIGITS_ROOM];
    char year[DIGITS_ROOM];
    enum phrase months = (enum phrase)((int)PHRASE_MONTHS_1 + quarter_of(period) - 1);

    snprintf(quarter, sizeof quarter, "%d", quarter_of(period));
    snprintf(year, sizeof year, "%d", year_of(period));
    phrase_say(text, PHRASE_PERIOD_TITLE, "quarter", quarter, "year", year, "months",
               phrase(months), NULL);
}
