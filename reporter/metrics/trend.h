/* SPDX-License-Identifier: MIT */
#ifndef METRICS_TREND_H
#define METRICS_TREND_H

/**
 * What a short series of numbers does: its slope, whether a trend is more than chance, its shape.
 *
 * Values stand at equal steps, at most TREND_MOST of them; NAN is a gap that keeps its place. Only
 * +, -, *, / are used, so that every machine comes to the same class.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TREND_MOST 20 /* 20! is the last factorial that 64 bits hold */

/** Theil-Sen: the median of the slopes of all pairs of values, per step; 0 below two values. */
double trend_slope(const double *values, size_t count);

/** Kendall's S: pairs that rise less pairs that fall, over all pairs in time. */
int64_t trend_kendall(const double *values, size_t count);

/** The two-sided probability that the values in random order give an S at least as far from 0:
 * exact, with ties too, by counting the orders by their inversions. */
double trend_probability(const double *values, size_t count);

enum trend {
    TREND_NONE, /* fewer than two values */
    TREND_ENDS, /* fewer than six: only the first and the last are to be compared */
    TREND_FLAT,
    TREND_RISING,
    TREND_FALLING,
    TREND_ROSE_THEN_FELL,
    TREND_FELL_THEN_ROSE,
    TREND_FLUCTUATED,
};

/** The class of a series. `unit` is the smallest difference worth a word: a point of a score or a
 * rate. Flat: the values lie within two units, or the ends are near to each other, the values not
 * far apart and no trend; rising or falling: Kendall's p is at most 0.05 and Theil-Sen's slope
 * makes up 0.4 of the range and two units; rose then fell: two legs, each at least half the range,
 * neither broken by half of it. All else fluctuated. */
enum trend trend_class(const double *values, size_t count, double unit);

/** The words for how far: below 2 units slightly, above 10 sharply. */
enum trend_size { TREND_SLIGHT, TREND_PLAIN, TREND_SHARP };
enum trend_size trend_size(double change, double unit);

#endif
