/* SPDX-License-Identifier: MIT */
#include "chart/difference.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/phrase.h"
#include "base/text.h"
#include "metrics/statistics.h"

#include <math.h>

#define FEWEST_FOR_PERCENT 10 /* a rate of fewer items is printed as a count */

static bool are_rates(const struct cell *a, const struct cell *b)
{
    return a->kind == CELL_RATE && b->kind == CELL_RATE;
}

static struct share fraction_of(const struct cell *cell)
{
    return (struct share){cell->number, cell->kind == CELL_COUNT ? 1 : cell->denominator};
}

/* now - before, times `times`; false where it cannot be held exactly. */
static bool subtract(struct share before, struct share now, int64_t times, struct share *ret_left)
{
    int64_t a, b;
    return !__builtin_mul_overflow(now.x, before.n, &a) &&
           !__builtin_mul_overflow(before.x, now.n, &b) &&
           !__builtin_sub_overflow(a, b, &ret_left->x) &&
           !__builtin_mul_overflow(ret_left->x, times, &ret_left->x) &&
           !__builtin_mul_overflow(now.n, before.n, &ret_left->n);
}

static int decimals_of(const struct cell *before, const struct cell *now,
                       const struct column *column)
{
    if (!are_rates(before, now))
        return before->kind == CELL_COUNT && now->kind == CELL_COUNT ? 0 : column->decimals;
    int first = number_percent_decimals(before->denominator);
    int second = number_percent_decimals(now->denominator);
    return first < second ? first : second; /* no more exact than the coarser of the two */
}

static bool has_percent(const struct cell *cell)
{
    return cell->kind != CELL_RATE || cell->denominator >= FEWEST_FOR_PERCENT;
}

const char *difference_print(const struct cell *before, const struct cell *now,
                             const struct column *column, struct arena *arena)
{
    struct column points = {.unit = UNIT_POINTS, .decimals = decimals_of(before, now, column)};
    struct text number = {0};
    struct text text = {0};
    struct share left;

    if (isnan(cell_value(before)) || isnan(cell_value(now)) || !has_percent(before) ||
        !has_percent(now) ||
        !subtract(fraction_of(before), fraction_of(now), are_rates(before, now) ? 100 : 1, &left))
        return "";
    struct cell cell = cell_ratio(left.x, left.n);
    cell_print(&cell, &points, &number);
    if (are_rates(before, now))
        phrase_say(&text, PHRASE_CHART_IN_POINTS, "value", text_string(&number), NULL);
    else
        text_append(&text, text_string(&number));
    const char *copy = arena_text(arena, text_string(&text));
    text_finish(&number);
    text_finish(&text);
    return copy;
}

bool difference_is_clear(const struct cell *before, const struct cell *now)
{
    if (are_rates(before, now))
        return statistics_changed(before->number, before->denominator, now->number,
                                  now->denominator);
    return cell_value(before) != cell_value(now);
}
