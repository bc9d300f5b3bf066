/* SPDX-License-Identifier: MIT */
#include "metrics/trend.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#define MOST_PAIRS (TREND_MOST * (TREND_MOST - 1) / 2)
#define FEWEST_FOR_TREND 6 /* below, no order of the values is rare enough */

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double trend_slope(const double *values, size_t count)
{
    double slopes[MOST_PAIRS];
    size_t pairs = 0;
    assert(count <= TREND_MOST);
    for (size_t j = 1; j < count; j++)
        for (size_t i = 0; i < j; i++)
            if (!isnan(values[i]) && !isnan(values[j]))
                slopes[pairs++] = (values[j] - values[i]) / (double)(j - i);
    if (!pairs)
        return 0;
    qsort(slopes, pairs, sizeof *slopes, compare);
    return (slopes[(pairs - 1) / 2] + slopes[pairs / 2]) / 2;
}

int64_t trend_kendall(const double *values, size_t count)
{
    int64_t s = 0;
    for (size_t j = 1; j < count; j++)
        for (size_t i = 0; i < j; i++)
            s += (values[j] > values[i]) - (values[j] < values[i]); /* nothing beside a NAN */
    return s;
}

/* How many values there are, and of each how many are alike. */
struct ties {
    size_t known;
    size_t groups;
    size_t sizes[TREND_MOST];
};

static size_t count_alike(const double *values, size_t count, size_t at, bool *ret_first)
{
    size_t alike = 0;
    *ret_first = true;
    for (size_t i = 0; i < count; i++) {
        if (values[i] != values[at])
            continue;
        *ret_first &= i >= at;
        alike++;
    }
    return alike;
}

static struct ties find_ties(const double *values, size_t count)
{
    struct ties ties = {0};
    for (size_t i = 0; i < count; i++) {
        bool first;
        size_t alike = count_alike(values, count, i, &first);
        ties.known += alike > 0; /* a NAN is not even like itself */
        if (alike && first)
            ties.sizes[ties.groups++] = alike;
    }
    return ties;
}

/* Orders by their number of inversions: of `m` things one more is put among i others in i + 1
 * places, which is a factor 1 + q + ... + q^i; alike things undo theirs. */
static void multiply(int64_t *orders, size_t terms)
{
    for (size_t k = MOST_PAIRS + 1; k-- > 0;)
        for (size_t j = 1; j < terms && j <= k; j++)
            orders[k] += orders[k - j];
}

static void divide(int64_t *orders, size_t terms)
{
    for (size_t k = 0; k <= MOST_PAIRS; k++)
        for (size_t j = 1; j < terms && j <= k; j++)
            orders[k] -= orders[k - j];
}

static double exact_probability(const struct ties *ties, int64_t s)
{
    int64_t orders[MOST_PAIRS + 1] = {1}, all = 0, far = 0;
    int64_t pairs = ties->known ? (int64_t)(ties->known * (ties->known - 1) / 2) : 0;
    for (size_t i = 2; i <= ties->known; i++)
        multiply(orders, i);
    for (size_t g = 0; g < ties->groups; g++) {
        pairs -= (int64_t)(ties->sizes[g] * (ties->sizes[g] - 1) / 2);
        for (size_t i = 2; i <= ties->sizes[g]; i++)
            divide(orders, i);
    }
    for (int64_t inversions = 0; inversions <= pairs; inversions++) {
        all += orders[inversions];
        far += llabs(pairs - 2 * inversions) >= llabs(s) ? orders[inversions] : 0;
    }
    return (double)far / (double)all;
}

double trend_probability(const double *values, size_t count)
{
    assert(count <= TREND_MOST);
    struct ties ties = find_ties(values, count);
    return exact_probability(&ties, trend_kendall(values, count));
}

/* The ends, extremes and extent of the known values. */
struct extent {
    size_t known, first, last, lowest, highest;
    double range;
};

static struct extent find_extent(const double *values, size_t count)
{
    struct extent found = {0};
    for (size_t i = 0; i < count; i++) {
        if (isnan(values[i]))
            continue;
        if (!found.known)
            found.first = found.lowest = found.highest = i;
        if (values[i] > values[found.highest])
            found.highest = i;
        if (values[i] < values[found.lowest])
            found.lowest = i;
        found.last = i;
        found.known++;
    }
    if (found.known)
        found.range = values[found.highest] - values[found.lowest];
    return found;
}

/* The deepest step back on the way from one place to another, up (sign 1) or down (-1). */
static double find_setback(const double *values, size_t from, size_t to, double sign)
{
    double best = sign * values[from], setback = 0;
    for (size_t i = from; i <= to; i++) {
        if (isnan(values[i]))
            continue;
        best = fmax(best, sign * values[i]);
        setback = fmax(setback, best - sign * values[i]);
    }
    return setback;
}

static bool turns_at(const double *values, const struct extent *extent, size_t top, double sign)
{
    double half = extent->range / 2;
    return top != extent->first && top != extent->last &&
           sign * (values[top] - values[extent->first]) >= half &&
           sign * (values[top] - values[extent->last]) >= half &&
           find_setback(values, extent->first, top, sign) < half &&
           find_setback(values, top, extent->last, -sign) < half;
}

enum trend trend_class(const double *values, size_t count, double unit)
{
    struct extent extent = find_extent(values, count);
    if (extent.known < FEWEST_FOR_TREND)
        return extent.known < 2 ? TREND_NONE : TREND_ENDS;
    if (extent.range < 2 * unit)
        return TREND_FLAT;
    double slope = trend_slope(values, count), p = trend_probability(values, count);
    double whole = fabs(slope) * (double)(extent.last - extent.first);
    if (p <= 0.05 && whole >= fmax(2 * unit, 0.4 * extent.range))
        return slope > 0 ? TREND_RISING : TREND_FALLING;
    if (turns_at(values, &extent, extent.highest, 1))
        return TREND_ROSE_THEN_FELL;
    if (turns_at(values, &extent, extent.lowest, -1))
        return TREND_FELL_THEN_ROSE;
    double between = fabs(values[extent.last] - values[extent.first]);
    bool near = between < 0.1 * extent.range && extent.range <= 10 * unit;
    return near && p > 0.1 ? TREND_FLAT : TREND_FLUCTUATED;
}

enum trend_size trend_size(double change, double unit)
{
    double size = fabs(change) / unit;
    return size < 2 ? TREND_SLIGHT : size > 10 ? TREND_SHARP : TREND_PLAIN;
}
