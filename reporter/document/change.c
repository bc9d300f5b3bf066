/* SPDX-License-Identifier: MIT */
#include "document/change.h"

#include "base/text.h"
#include "metrics/statistics.h"

#include <math.h>
#include <string.h>

static bool print_alike(const struct cell *a, const struct cell *b, const struct column *column)
{
    struct text one = {0}, other = {0};
    cell_print(a, column, &one);
    cell_print(b, column, &other);
    bool alike = strcmp(text_string(&one), text_string(&other)) == 0;
    text_finish(&one);
    text_finish(&other);
    return alike;
}

enum change_kind change_between(const struct cell *before, const struct cell *now,
                                const struct column *column)
{
    double difference = cell_value(now) - cell_value(before);
    if (isnan(difference))
        return CHANGE_UNKNOWN;
    if (print_alike(before, now, column))
        return CHANGE_NONE;
    bool rates = before->kind == CELL_RATE && now->kind == CELL_RATE;
    if (rates &&
        !statistics_changed(before->number, before->denominator, now->number, now->denominator))
        return difference == 0 ? CHANGE_NONE : CHANGE_UNCLEAR; /* 1 of 2 and 2 of 4 */
    return difference > 0 ? CHANGE_UP : CHANGE_DOWN;
}

double change_unit(const struct column *column, double size)
{
    if (column->unit == UNIT_PERCENT || column->unit == UNIT_SCORE || column->unit == UNIT_POINTS)
        return 1;
    return size == 0 ? 1 : fabs(size) / 100;
}
