/* SPDX-License-Identifier: MIT */
#include "chart/scale.h"

#include <assert.h>
#include <math.h>

#define MOST_EMPTY 0.15 /* of the height may stay empty above the data */
#define CROP_BELOW 0.39 /* of the data's range stays free below it: 0.39 / 1.39 of the height */
#define FUZZ 1e-9       /* so that a tick on the axis's end counts */

static int64_t power_of_ten(int exponent)
{
    int64_t value = 1;
    assert(exponent >= 0 && exponent <= 18);
    while (exponent-- > 0)
        value *= 10;
    return value;
}

static int64_t factor(double error)
{
    if (error >= sqrt(50))
        return 10;
    if (error >= sqrt(10))
        return 5;
    return error >= sqrt(2) ? 2 : 1;
}

struct step step_nice(double lo, double hi, double count)
{
    assert(lo < hi && count > 0);
    double raw = (hi - lo) / count;
    int power = (int)floor(log10(raw));
    int64_t f = factor(raw / pow(10, power));

    if (power >= 0)
        return (struct step){.times = f * power_of_ten(power), .parts = 1};
    return (struct step){.times = 1, .parts = power_of_ten(-power) / f}; /* f divides 10 */
}

double step_value(struct step step, int64_t index)
{
    return step.parts > 1 ? (double)index / (double)step.parts : (double)(index * step.times);
}

int step_decimals(struct step step)
{
    int decimals = 0;
    while (power_of_ten(decimals) < step.parts)
        decimals++;
    return decimals;
}

static double in_steps(struct step step, double value)
{
    return value * (double)step.parts / (double)step.times;
}

static int64_t tick_from(struct step step, double lo)
{
    return (int64_t)ceil(in_steps(step, lo) - FUZZ);
}

static int64_t tick_to(struct step step, double hi)
{
    return (int64_t)floor(in_steps(step, hi) + FUZZ);
}

static double tick_below(struct step step, double value)
{
    return step_value(step, tick_to(step, value));
}

static double tick_above(struct step step, double value)
{
    return step_value(step, tick_from(step, value));
}

double scale_count(double length, double spacing)
{
    return fmin(fmax(round(length / spacing), 3), 6);
}

static struct step step_for(struct domain domain, double lo, double hi, double count)
{
    struct step step = step_nice(lo, hi, count);
    if (domain.whole && step.parts > 1)
        return (struct step){.times = 1, .parts = 1};
    return step;
}

/* The next tick above the data, unless that leaves too much of the height empty. */
static double top(struct domain domain, struct step step, double lo)
{
    double next = tick_above(step, domain.hi);

    if (domain.has_most)
        next = fmin(next, fmax(domain.most, domain.hi));
    return (next - domain.hi) / (next - lo) > MOST_EMPTY ? domain.hi : next;
}

static struct scale finish(double lo, double hi, struct step step)
{
    return (struct scale){.lo = lo,
                          .hi = hi,
                          .step = step,
                          .first = tick_from(step, lo),
                          .last = tick_to(step, hi),
                          .cropped = lo > 0 || hi < 0};
}

/* 1 becomes 2, 2 becomes 5, 5 becomes 10; of parts the other way. */
static struct step step_coarser(struct step step)
{
    int64_t leading = step.parts > 1 ? step.parts : step.times;
    while (leading >= 10)
        leading /= 10;
    if (step.parts > 1)
        step.parts = leading == 5 ? step.parts * 2 / 5 : step.parts / 2;
    else
        step.times = leading == 2 ? step.times / 2 * 5 : step.times * 2;
    return step;
}

struct scale scale_coarser(struct scale scale)
{
    scale.step = step_coarser(scale.step);
    scale.first = tick_from(scale.step, scale.lo);
    scale.last = tick_to(scale.step, scale.hi);
    return scale;
}

struct scale scale_from_zero(struct domain domain, double count)
{
    double lo = fmin(domain.lo, 0);
    domain.hi = fmax(domain.hi, 0);
    if (domain.hi <= lo)
        domain.hi = 1;
    struct step step = step_for(domain, lo, domain.hi, count);
    if (lo < 0)
        lo = tick_below(step, lo);
    return finish(lo, top(domain, step, lo), step);
}

struct scale scale_for_lines(struct domain domain, double count)
{
    double range = domain.hi - domain.lo;
    if (range <= 0 || domain.lo <= 0.5 * range)
        return scale_from_zero(domain, count);

    double lo = domain.lo - CROP_BELOW * range;
    struct step step = step_for(domain, lo, domain.hi, count);
    lo = tick_below(step, lo);
    if (lo <= 0)
        return scale_from_zero(domain, count);
    return finish(lo, top(domain, step, lo), step);
}

double scale_position(const struct scale *scale, double value, double from, double to)
{
    return from + (value - scale->lo) / (scale->hi - scale->lo) * (to - from);
}
