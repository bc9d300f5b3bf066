/* SPDX-License-Identifier: MIT */
#ifndef CHART_ECDF_STEPS_H
#define CHART_ECDF_STEPS_H

/**
 * How many items lie at or below each value: of single values (a row each), or of counts by ordered
 * bins, whose upper edges are the values. Bins without edges are numbered: 1 is behind the first.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct figure;

struct step_at {
    double value;
    int64_t count; /* at or below it */
};

struct steps {
    struct step_at *items; /* by rising value */
    size_t count;
    int64_t total;   /* an open last bin included, which has no step */
    bool known;      /* false where a bin's count is not known: then no share is */
    size_t left_out; /* single values that are not known */
};

/** Whether the rows are bins: they have edges, or their values are counts. */
bool steps_are_bins(const struct figure *figure);

/** Whether the bins have edges. */
bool steps_have_edges(const struct figure *figure);

struct steps steps_make(const struct figure *figure, struct arena *arena);

/** How many lie at or below a value; -1 where the bins do not say. */
int64_t steps_within(const struct steps *steps, const struct figure *figure, double value);

#endif
