/* SPDX-License-Identifier: MIT */
#include "base/number.h"

#include <assert.h>
#include <glib.h>
#include <math.h>
#include <string.h>

#include "base/phrase.h"
#include "base/text.h"

#define MINUS "\u2212"
#define MOST_DECIMALS 6
#define SIGNIFICANT 17 /* digits that tell any double from its neighbours */
#define LONGEST 320    /* digits of the greatest double (309), decimals, a carry and the end */

/* 64-bit counts times a power of ten need more than 64 bits. */
__extension__ typedef unsigned __int128 wide;

static uint64_t magnitude(int64_t value)
{
    return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

static wide power_of_ten(int exponent)
{
    wide power = 1;

    assert(exponent >= 0 && exponent <= MOST_DECIMALS + 2);
    for (int i = 0; i < exponent; i++)
        power *= 10;
    return power;
}

/* num/den to the nearest integer, halves up. */
static wide divide_rounded(wide num, wide den)
{
    return num / den + (num % den >= den - num % den ? 1 : 0);
}

bool number_parse(const char *string, int64_t *ret_value)
{
    bool negative = string[0] == '-';
    const char *digit = string + (negative ? 1 : 0);
    uint64_t most = negative ? (uint64_t)INT64_MAX + 1 : (uint64_t)INT64_MAX;
    uint64_t value = 0;

    if (*digit == '\0')
        return false;
    for (; *digit != '\0'; digit++) {
        if (!g_ascii_isdigit(*digit))
            return false;
        uint64_t next = (uint64_t)(*digit - '0');
        if (value > (most - next) / 10)
            return false;
        value = value * 10 + next;
    }
    /* One less and one more: the least integer has no positive counterpart. */
    *ret_value = negative && value > 0 ? -(int64_t)(value - 1) - 1 : (int64_t)value;
    return true;
}

bool number_parse_decimal(const char *string, double *ret_value)
{
    static const char digits[] = "0123456789";
    const char *at = string + (string[0] == '-' ? 1 : 0);
    size_t whole = strspn(at, digits);

    if (whole == 0)
        return false;
    at += whole;
    if (*at == '.') {
        size_t fraction = strspn(at + 1, digits);
        if (fraction == 0)
            return false;
        at += 1 + fraction;
    }
    if (*at != '\0')
        return false;
    double value = g_ascii_strtod(string, NULL);
    if (!isfinite(value))
        return false;
    *ret_value = value;
    return true;
}

/* `digits` without a point, the last `decimals` of them behind it. */
static void append_digits(struct text *text, bool negative, const char *digits, int decimals)
{
    size_t whole = strlen(digits) - (size_t)decimals;
    bool zero = digits[strspn(digits, "0")] == '\0';

    if (negative && !zero)
        text_append(text, MINUS);
    for (size_t i = 0; i < whole; i++) {
        if (i > 0 && (whole - i) % 3 == 0)
            text_append(text, ",");
        text_append_bytes(text, digits + i, 1);
    }
    if (decimals > 0) {
        text_append(text, ".");
        text_append(text, digits + whole);
    }
}

/* `scaled` counts units of the last decimal. */
static void append_scaled(struct text *text, bool negative, wide scaled, int decimals)
{
    char digits[48];
    size_t at = sizeof digits;

    digits[--at] = '\0';
    for (int place = 0; scaled > 0 || place <= decimals; place++) {
        digits[--at] = (char)('0' + (int)(scaled % 10));
        scaled /= 10;
    }
    append_digits(text, negative, digits + at, decimals);
}

void number_count(struct text *text, int64_t value)
{
    append_scaled(text, value < 0, magnitude(value), 0);
}

/*
 * The fewest digits (15 to 17) that read back as the same number, and the power of ten of the
 * first. Rounding starts from these: 0.35 is then a half, as the reader and the workbook take it,
 * though the binary number lies a hair below.
 */
static int significant_digits(double value, char digits[SIGNIFICANT + 1])
{
    static const char *const formats[] = {"%.14e", "%.15e", "%.16e"};
    char buffer[32];

    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        g_ascii_formatd(buffer, sizeof buffer, formats[i], value);
        if (g_ascii_strtod(buffer, NULL) == value)
            break;
    }
    char *exponent = strchr(buffer, 'e');
    size_t count = (size_t)(exponent - buffer) - 1; /* without the point */
    digits[0] = buffer[0];
    memcpy(digits + 1, buffer + 2, count - 1);
    digits[count] = '\0';
    return (int)g_ascii_strtoll(exponent + 1, NULL, 10);
}

static void carry(char *digits, size_t length)
{
    size_t at = length - 1;

    while (digits[at] == '9')
        digits[at--] = '0';
    digits[at]++;
}

/* The first `keep` digits, rounded, with zeros before them so that one stands before the point. */
static const char *round_digits(const char *significant, int keep, int decimals,
                                char buffer[LONGEST])
{
    size_t given = strlen(significant);
    size_t count = (size_t)MAX(keep, 0);
    size_t length = 1 + MAX(count, (size_t)decimals + 1); /* the first is for the carry */

    memset(buffer, '0', length);
    buffer[length] = '\0';
    memcpy(buffer + length - count, significant, MIN(count, given));
    if (keep >= 0 && count < given && significant[count] >= '5')
        carry(buffer, length);
    return buffer[0] == '0' ? buffer + 1 : buffer;
}

void number_decimal(struct text *text, double value, int decimals)
{
    char significant[SIGNIFICANT + 1];
    char buffer[LONGEST];

    assert(isfinite(value));
    assert(decimals >= 0 && decimals <= MOST_DECIMALS);
    int keep = significant_digits(fabs(value), significant) + 1 + decimals;
    append_digits(text, value < 0, round_digits(significant, keep, decimals, buffer), decimals);
}

void number_percent(struct text *text, int64_t num, int64_t den, int decimals)
{
    assert(den > 0 && num >= 0 && num <= den);
    wide hundred = power_of_ten(2 + decimals);
    wide scaled = divide_rounded((wide)num * hundred, (wide)den);

    if (scaled == 0 && num > 0) {
        text_append(text, "<");
        scaled = 1;
    } else if (scaled == hundred && num < den) {
        text_append(text, ">");
        scaled = hundred - 1;
    }
    append_scaled(text, false, scaled, decimals);
}

void number_ratio(struct text *text, int64_t num, int64_t den, int decimals)
{
    assert(den > 0);
    wide scaled = divide_rounded(magnitude(num) * power_of_ten(decimals), (wide)den);

    append_scaled(text, num < 0, scaled, decimals);
}

int number_percent_decimals(int64_t n)
{
    return n < 1000 ? 0 : 1;
}

static void append_unit(struct text *text, uint64_t value, enum phrase unit)
{
    struct text number = {0};

    append_scaled(&number, false, value, 0);
    phrase_say(text, unit, "number", text_string(&number), NULL);
    text_finish(&number);
}

/* The unit is chosen after rounding, so that nothing prints as 120 min or 72 h. */
void number_duration(struct text *text, int64_t seconds)
{
    uint64_t span = magnitude(seconds);
    uint64_t minutes = (uint64_t)divide_rounded(span, 60);
    uint64_t hours = (uint64_t)divide_rounded(span, 3600);

    if (seconds < 0 && minutes > 0)
        text_append(text, MINUS);
    if (seconds > 0 && minutes == 0) {
        text_append(text, phrase(PHRASE_DURATION_UNDER_MINUTE));
    } else if (minutes < 120) {
        append_unit(text, minutes, PHRASE_DURATION_MINUTES);
    } else if (hours < 72) {
        append_unit(text, hours, PHRASE_DURATION_HOURS);
    } else {
        append_unit(text, hours / 24, PHRASE_DURATION_DAYS);
        if (hours % 24 > 0) {
            text_append(text, " ");
            append_unit(text, hours % 24, PHRASE_DURATION_HOURS);
        }
    }
}
