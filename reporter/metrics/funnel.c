/* SPDX-License-Identifier: MIT */
#include "metrics/funnel.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>

#define FEW_EXPECTED 200 /* items: below, the normal approximation is off by what can be seen */
#define WINSORISED 0.1   /* of the bodies at each end: outliers must not widen their own limits */

static const double DEVIATES[] = {
    [FUNNEL_95] = 1.959963984540054, [FUNNEL_998] = 3.090232306167813};
static const double TAILS[] = {[FUNNEL_95] = 0.025, [FUNNEL_998] = 0.001};

/* By multiplication only, which gives the same on every machine. */
static double power(double base, int64_t exponent)
{
    double value = 1;
    for (; exponent > 0; exponent /= 2, base *= base)
        if (exponent % 2)
            value *= base;
    return value;
}

/* P(Y = y + 1) from P(Y = y). */
static double next(double chance, int64_t n, double p, int64_t y)
{
    return chance * (double)(n - y) / (double)(y + 1) * p / (1 - p);
}

static double quantile_of_few(int64_t n, double p, double q)
{
    double chance = power(1 - p, n);
    double sum = chance;
    int64_t r = 0;

    while (sum < q && r < n) {
        chance = next(chance, n, p, r++);
        sum += chance;
    }
    return ((double)r - (sum - q) / chance) / (double)n;
}

/* The same counted from the other end, where few items are missing: y = n - r is the largest with
 * P(Y >= y) >= q. */
static double quantile_of_most(int64_t n, double p, double q)
{
    double missing = 1 - p;
    double chance = power(p, n);
    double above = 1; /* P(Y >= y) */
    int64_t y = 0;

    while (y < n && above - chance >= q) {
        above -= chance;
        chance = next(chance, n, missing, y++);
    }
    return ((double)(n - y) - (above - q) / chance) / (double)n;
}

double binomial_quantile(int64_t n, double p, double q)
{
    if (p <= 0 || p >= 1)
        return p;
    return p <= 0.5 ? quantile_of_few(n, p, q) : quantile_of_most(n, p, q);
}

static double arc(double fraction)
{
    return asin(sqrt(fraction));
}

static double from_arc(double angle)
{
    double sine = sin(fmax(0, fmin(angle, asin(1))));
    return sine * sine;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Between the order statistics (type 7). */
static double quantile(const double *sorted, size_t count, double q)
{
    double place = q * (double)(count - 1);
    size_t below = (size_t)floor(place);
    size_t above = below + 1 < count ? below + 1 : below;
    return sorted[below] + (place - (double)below) * (sorted[above] - sorted[below]);
}

/* How far each body stands from all, in standard errors; the outermost drawn in. The sum of
 * squares. */
static double spread(const struct share *shares, size_t count, double centre, struct arena *arena)
{
    double *z = arena_array(arena, count, sizeof *z);
    double sum = 0;

    for (size_t i = 0; i < count; i++) {
        double n = (double)shares[i].n;
        z[i] = (arc((double)shares[i].x / n) - arc(centre)) * 2 * sqrt(n);
    }
    qsort(z, count, sizeof *z, compare);
    double least = quantile(z, count, WINSORISED);
    double most = quantile(z, count, 1 - WINSORISED);
    for (size_t i = 0; i < count; i++) {
        double drawn_in = fmax(least, fmin(z[i], most));
        sum += drawn_in * drawn_in;
    }
    return sum;
}

static double variance_between(const struct share *shares, size_t count, double squares)
{
    double weights = 0;
    double weights_squared = 0;

    for (size_t i = 0; i < count; i++) {
        double weight = 4 * (double)shares[i].n;
        weights += weight;
        weights_squared += weight * weight;
    }
    double degrees = (double)count - 1;
    return squares > degrees ? (squares - degrees) / (weights - weights_squared / weights) : 0;
}

struct funnel funnel_fit(const struct share *shares, size_t count, struct arena *arena)
{
    struct share all = {0, 0};

    for (size_t i = 0; i < count; i++) {
        all.x += shares[i].x;
        all.n += shares[i].n;
    }
    struct funnel funnel = {.centre = (double)all.x / (double)all.n};
    if (count > 1)
        funnel.between =
            variance_between(shares, count, spread(shares, count, funnel.centre, arena));
    return funnel;
}

static double limit(const struct funnel *funnel, int64_t n, enum funnel_level level, int side)
{
    double p = funnel->centre;
    double deviate = side * DEVIATES[level];
    double count = (double)n;

    if (funnel->between > 0)
        return from_arc(arc(p) + deviate * sqrt(1 / (4 * count) + funnel->between));
    if (count * fmin(p, 1 - p) < FEW_EXPECTED)
        return binomial_quantile(n, p, side < 0 ? TAILS[level] : 1 - TAILS[level]);
    return p + deviate * sqrt(p * (1 - p) / count);
}

void funnel_limits(const struct funnel *funnel, int64_t n, enum funnel_level level, double *ret_low,
                   double *ret_high)
{
    *ret_low = fmax(0, limit(funnel, n, level, -1));
    *ret_high = fmin(1, limit(funnel, n, level, 1));
}

bool funnel_is_outside(const struct funnel *funnel, struct share share, enum funnel_level level)
{
    double low;
    double high;
    double rate = (double)share.x / (double)share.n;

    funnel_limits(funnel, share.n, level, &low, &high);
    return rate < low || rate > high;
}
