/* SPDX-License-Identifier: MIT */
#include "metrics/told.h"

#include "base/date.h"
#include "base/map.h"

const char *const TELLING_STATES[] = {"open", "reopened", "cleared", NULL};

const struct telling *told_find(const struct told *told, const char *reference)
{
    size_t index = told->references ? map_find(told->references, reference) : MAP_NONE;
    return index == MAP_NONE ? NULL : &told->items[index];
}

int32_t told_day(const struct told *told, const struct telling *telling, int32_t period,
                 bool stayed)
{
    if (!telling)
        return told->today;
    bool anew = telling->state == TELLING_CLEARED && telling->since < period && !stayed;
    return anew ? told->today : telling->told_on;
}

bool told_earlier(const struct telling *telling, int32_t period)
{
    if (!telling)
        return false;
    if (telling->state != TELLING_OPEN)
        return true;
    /* A quarter's editions are made at its end or later. */
    return telling->since == SINCE_UNKNOWN ? telling->told_on < period_ends_before(period) - 1
                                           : telling->since < period;
}
