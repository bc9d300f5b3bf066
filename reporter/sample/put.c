/* SPDX-License-Identifier: MIT */
#include "sample/put.h"

#include <stdio.h>

#include "base/date.h"
#include "base/text.h"
#include "data/writer.h"
#include "sample/world.h"

void put_day(struct writer *writer, int32_t day)
{
    if (day == DAY_NONE)
        writer_null(writer);
    else
        writer_date(writer, day);
}

void put_instant(struct writer *writer, int64_t instant)
{
    if (instant == INSTANT_NONE)
        writer_null(writer);
    else
        writer_instant(writer, instant);
}

void put_flag(struct writer *writer, enum flag flag)
{
    if (flag == FLAG_UNKNOWN)
        writer_null(writer);
    else
        writer_integer(writer, flag == FLAG_YES);
}

void put_count(struct writer *writer, int64_t count)
{
    if (count == COUNT_NONE)
        writer_null(writer);
    else
        writer_integer(writer, count);
}

void put_period(struct writer *writer, int32_t period)
{
    struct text name = {0};

    period_name(&name, period);
    writer_text(writer, text_string(&name));
    text_finish(&name);
}

void put_officer(struct writer *writer, const char *officer)
{
    writer_text(writer, officer[0] ? officer : NULL);
}

void put_key(struct writer *writer, const char *prefix, int64_t number)
{
    char key[40];

    snprintf(key, sizeof key, "%s-%07lld", prefix, (long long)number);
    writer_text(writer, key);
}
