/* SPDX-License-Identifier: MIT */
#include "base/date.h"

#include <assert.h>
#include <stdio.h>

#include "base/phrase.h"
#include "base/text.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 9999
#define DATE_LENGTH 10
#define DAY_SECONDS 86400
#define DIGITS_ROOM 12          /* of an int */
#define MOST_OFFSET (14 * 3600) /* no place keeps a time further from UTC */

static int64_t floor_divide(int64_t value, int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

static int64_t floor_modulo(int64_t value, int64_t by)
{
    return value - by * floor_divide(value, by);
}

/* What is still to be read. */
struct cursor {
    const char *at;
    const char *end;
};

static bool take(struct cursor *cursor, char wanted)
{
    if (cursor->at == cursor->end || *cursor->at != wanted)
        return false;
    cursor->at++;
    return true;
}

static bool take_digit(struct cursor *cursor, int *ret_digit)
{
    if (cursor->at == cursor->end || *cursor->at < '0' || *cursor->at > '9')
        return false;
    *ret_digit = *cursor->at++ - '0';
    return true;
}

static bool take_number(struct cursor *cursor, int digits, int *ret_value)
{
    int value = 0;
    int digit = 0;

    for (int i = 0; i < digits; i++) {
        if (!take_digit(cursor, &digit))
            return false;
        value = value * 10 + digit;
    }
    *ret_value = value;
    return true;
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

static bool take_date(struct cursor *cursor, int32_t *ret_day)
{
    int year = 0;
    int month = 0;
    int day = 0;

    if (!take_number(cursor, 4, &year) || !take(cursor, '-') || !take_number(cursor, 2, &month) ||
        !take(cursor, '-') || !take_number(cursor, 2, &day))
        return false;
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 ||
        day > days_in_month(year, month))
        return false;
    *ret_day = day_from_civil(year, month, day);
    return true;
}

bool date_parse(const char *string, size_t length, int32_t *ret_day)
{
    struct cursor cursor = {string, string + length};
    int32_t day = 0;

    if (!take_date(&cursor, &day) || cursor.at != cursor.end)
        return false;
    *ret_day = day;
    return true;
}

static bool take_fraction(struct cursor *cursor)
{
    int digit = 0;

    if (!take(cursor, '.'))
        return true;
    if (!take_digit(cursor, &digit))
        return false;
    while (take_digit(cursor, &digit))
        ;
    return true;
}

static bool take_time(struct cursor *cursor, int *ret_seconds)
{
    int hour = 0;
    int minute = 0;
    int second = 0;

    if (!take_number(cursor, 2, &hour) || !take(cursor, ':') || !take_number(cursor, 2, &minute))
        return false;
    if (take(cursor, ':') && (!take_number(cursor, 2, &second) || !take_fraction(cursor)))
        return false;
    *ret_seconds = hour * 3600 + minute * 60 + second;
    return hour < 24 && minute < 60 && second < 60;
}

/* Seconds east of UTC; Manila's where nothing is said. */
static bool take_zone(struct cursor *cursor, int *ret_offset)
{
    int hour = 0;
    int minute = 0;

    *ret_offset = DATE_MANILA_OFFSET;
    if (cursor->at == cursor->end)
        return true;
    *ret_offset = 0;
    if (take(cursor, 'Z'))
        return true;
    bool west = take(cursor, '-');
    if ((!west && !take(cursor, '+')) || !take_number(cursor, 2, &hour))
        return false;
    take(cursor, ':');
    if (!take_number(cursor, 2, &minute))
        return false;
    int offset = hour * 3600 + minute * 60;
    *ret_offset = west ? -offset : offset;
    return minute < 60 && offset <= MOST_OFFSET;
}

/* A zone may carry the last hours of 9999 into the next year. */
static bool in_range(int64_t instant)
{
    return instant >= instant_of_day(day_from_civil(FIRST_YEAR, 1, 1)) &&
           instant < instant_of_day(day_from_civil(LAST_YEAR + 1, 1, 1));
}

bool instant_parse(const char *string, size_t length, int64_t *ret_instant)
{
    struct cursor cursor = {string, string + length};
    int32_t day = 0;
    int seconds = 0;
    int offset = DATE_MANILA_OFFSET;

    if (!take_date(&cursor, &day))
        return false;
    if (cursor.at != cursor.end) {
        if (!take(&cursor, 'T') && !take(&cursor, ' '))
            return false;
        if (!take_time(&cursor, &seconds) || !take_zone(&cursor, &offset))
            return false;
    }
    int64_t instant = (int64_t)day * DAY_SECONDS + seconds - offset;
    if (cursor.at != cursor.end || !in_range(instant))
        return false;
    *ret_instant = instant;
    return true;
}

bool instant_has_time(const char *string, size_t length)
{
    int64_t instant = 0;

    return length > DATE_LENGTH && instant_parse(string, length, &instant);
}

int32_t day_of_instant(int64_t instant)
{
    return (int32_t)floor_divide(instant + DATE_MANILA_OFFSET, DAY_SECONDS);
}

int64_t instant_of_day(int32_t day)
{
    return (int64_t)day * DAY_SECONDS - DATE_MANILA_OFFSET;
}

/*
 * Years are taken to begin in March, so that the leap day comes last and the months' lengths follow
 * one straight line; 400 years are 146,097 days. Day 719,468 of that count is 1970-01-01.
 */
#define ERA_YEARS 400
#define ERA_DAYS 146097
#define EPOCH 719468

int32_t day_from_civil(int year, int month, int day)
{
    assert(month >= 1 && month <= 12);
    int march_month = (month + 9) % 12;
    int64_t march_year = (int64_t)year - (month <= 2 ? 1 : 0);
    int64_t era = floor_divide(march_year, ERA_YEARS);
    int64_t year_of_era = march_year - era * ERA_YEARS;
    int64_t day_of_year = (153 * march_month + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

    return (int32_t)(era * ERA_DAYS + day_of_era - EPOCH);
}

void day_to_civil(int32_t day, int *ret_year, int *ret_month, int *ret_day)
{
    int64_t shifted = (int64_t)day + EPOCH;
    int64_t era = floor_divide(shifted, ERA_DAYS);
    int64_t in_era = shifted - era * ERA_DAYS;
    /* What the leap days of 4, 100 and 400 years add is taken out first. */
    int64_t year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    int64_t in_year = in_era - (365 * year + year / 4 - year / 100);
    int64_t march_month = (5 * in_year + 2) / 153;

    *ret_month = (int)(march_month < 10 ? march_month + 3 : march_month - 9);
    *ret_day = (int)(in_year - (153 * march_month + 2) / 5) + 1;
    *ret_year = (int)(year + era * ERA_YEARS) + (*ret_month <= 2 ? 1 : 0);
}

int day_of_week(int32_t day)
{
    return (int)floor_modulo((int64_t)day + 3, 7); /* 1970-01-01 was a Thursday */
}

/* Listings write days by the million, and printf would take most of their time. */
static void put_digits(char *to, int width, int number)
{
    for (int i = width; i-- > 0; number /= 10)
        to[i] = (char)('0' + number % 10);
}

void date_iso(struct text *text, int32_t day)
{
    char iso[] = "0000-00-00";
    int year = 0;
    int month = 0;
    int in_month = 0;

    day_to_civil(day, &year, &month, &in_month);
    if (year < 0 || year > 9999) {
        text_printf(text, "%04d-%02d-%02d", year, month, in_month);
        return;
    }
    put_digits(iso, 4, year);
    put_digits(iso + 5, 2, month);
    put_digits(iso + 8, 2, in_month);
    text_append_bytes(text, iso, sizeof iso - 1);
}

static void say_date(struct text *text, int32_t date, enum phrase pattern, enum phrase january)
{
    char day[DIGITS_ROOM];
    char year[DIGITS_ROOM];
    int in_year = 0;
    int month = 0;
    int in_month = 0;

    day_to_civil(date, &in_year, &month, &in_month);
    snprintf(day, sizeof day, "%d", in_month);
    snprintf(year, sizeof year, "%d", in_year);
    phrase_say(text, pattern, "day", day, "month", phrase((enum phrase)((int)january + month - 1)),
               "year", year, NULL);
}

void date_long(struct text *text, int32_t day)
{
    say_date(text, day, PHRASE_DATE_LONG, PHRASE_MONTH_JANUARY);
}

void date_short(struct text *text, int32_t day)
{
    say_date(text, day, PHRASE_DATE_SHORT, PHRASE_MONTH_JAN);
}

void instant_iso(struct text *text, int64_t instant)
{
    int second = (int)floor_modulo(instant + DATE_MANILA_OFFSET, DAY_SECONDS);

    date_iso(text, day_of_instant(instant));
    text_printf(text, "T%02d:%02d:%02d+08:00", second / 3600, second / 60 % 60, second % 60);
}
