/* SPDX-License-Identifier: MIT */
#ifndef CHART_SCALE_H
#define CHART_SCALE_H

/**
 * Linear scales with round ticks, worked in integers so that no tick reads
 * 0.30000004. Pure arithmetic.
 */

#include <stdbool.h>
#include <stdint.h>

/** A step of 1, 2 or 5 times a power of ten: `times` / `parts`, one of which is 1. */
struct step {
    int64_t times;
    int64_t parts;
};

/** The step that gives about `count` ticks between lo and hi; lo < hi. */
struct step step_nice(double lo, double hi, double count);
double step_value(struct step step, int64_t index);
int step_decimals(struct step step); /* that its ticks need in print */

/** How many ticks suit a length: one for each `spacing` points, 3 to 6. */
double scale_count(double length, double spacing);

struct domain {
    double lo, hi; /* of the data and the target; lo <= hi */
    bool has_most;
    double most; /* what the unit cannot exceed: 100 for per cent */
    bool whole;  /* counts: no ticks between whole numbers */
};

struct scale {
    double lo, hi; /* the axis's ends; lo < hi */
    struct step step;
    int64_t first, last; /* tick indices, for step_value() */
    bool cropped;        /* the axis does not reach zero, and the figure must say so */
};

/** For bars: zero is always on the axis. */
struct scale scale_from_zero(struct domain domain, double count);

/** For lines: zero is on the axis unless the data lie far from it; then the axis is cropped with
 *  about a quarter of the height free below the lowest value. */
struct scale scale_for_lines(struct domain domain, double count);

/** The same axis with fewer ticks: steps of the next of 1, 2 or 5 times a power of ten. */
struct scale scale_coarser(struct scale scale);

/** Where a value stands between `from` (the axis's lo) and `to` (its hi). */
double scale_position(const struct scale *scale, double value, double from, double to);

#endif
