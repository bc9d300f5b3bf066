/* SPDX-License-Identifier: MIT */
#include "metrics/statistics.h"

#include <math.h>
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

int64_t statistics_median_twice(int64_t *values, size_t n)
{
    qsort(values, n, sizeof *values, compare);
    return n % 2 ? 2 * values[n / 2] : values[n / 2 - 1] + values[n / 2];
}

int64_t statistics_percentile(int64_t *values, size_t n, int percent)
{
    qsort(values, n, sizeof *values, compare);
    size_t rank = ((size_t)percent * n + 99) / 100;
    return values[rank - 1];
}

void statistics_wilson(int64_t x, int64_t n, double *ret_low, double *ret_high)
{
    const double z = 1.959963984540054;
    double count = (double)n, p = (double)x / count, square = z * z;
    double scale = 1 + square / count;
    double centre = (p + square / (2 * count)) / scale;
    double half = z * sqrt(p * (1 - p) / count + square / (4 * count * count)) / scale;
    *ret_low = fmax(0, centre - half);
    *ret_high = fmin(1, centre + half);
}

/** Not hypot(): only sqrt() has the same result on every machine. */
static double length(double a, double b)
{
    return sqrt(a * a + b * b);
}

void statistics_newcombe(struct share first, struct share second, double *ret_low, double *ret_high)
{
    double low1, high1, low2, high2;
    double p1 = (double)first.x / (double)first.n, p2 = (double)second.x / (double)second.n;
    statistics_wilson(first.x, first.n, &low1, &high1);
    statistics_wilson(second.x, second.n, &low2, &high2);
    *ret_low = (p2 - p1) - length(p2 - low2, high1 - p1);
    *ret_high = (p2 - p1) + length(high2 - p2, p1 - low1);
}

bool statistics_changed(int64_t x1, int64_t n1, int64_t x2, int64_t n2)
{
    double low, high;
    statistics_newcombe((struct share){x1, n1}, (struct share){x2, n2}, &low, &high);
    return low > 0 || high < 0;
}
