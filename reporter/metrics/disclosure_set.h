/* SPDX-License-Identifier: MIT */
#ifndef METRICS_DISCLOSURE_SET_H
#define METRICS_DISCLOSURE_SET_H

/**
 * What is kept back from one audience: by rule, which the counts themselves tell, and beyond it the
 * cells that the audit hid. Between the disclosure_*.c only.
 */

#include "metrics/audience.h"
#include "metrics/disclosure_series.h"
#include "metrics/sparse.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct results;

struct disclosure_set {
    int64_t below;
    int64_t personnel_below;
    int64_t round_to;
    int64_t also_below;   /* readers have the copy with this threshold too; 0: they do not */
    bool own;             /* the agencies' own copies: only personnel matters are masked */
    struct sparse hidden; /* by the audit: series_cell() */
    bool *whole;          /* [measure * PERIODS + period]: all of it is kept back */
};

struct disclosure {
    struct results *results; /* the exact ones */
    struct series series;
    struct identities identities;
    struct sparse kept; /* distributions that would tell too much: distribution_key() */
    struct disclosure_set sets[AUDIENCE_COUNT];
};

uint64_t distribution_key(struct measurement_key key);

/** Fills disclosure->kept. */
void distributions_find(struct disclosure *disclosure);

/** The body to which another's counts are added: class, mandate, all. SIZE_MAX: none. */
size_t disclosure_parent(const struct results *results, size_t body, size_t period);

int64_t set_below(const struct disclosure *disclosure, const struct disclosure_set *set,
                  size_t measure);
bool is_personnel_measure(const struct disclosure *disclosure, size_t measure);

/** The exact count of a role; 0 where there is no row. */
int64_t cell_count_of(const struct disclosure *disclosure, struct measurement_key key,
                      enum role role);

/** Too small to be shown by itself. */
bool cell_is_primary(const struct disclosure *disclosure, const struct disclosure_set *set,
                     struct measurement_key key, enum role role);

/** Something above it is too small to be shown: a nought here would tell where the rest is. */
bool cell_is_covered(const struct disclosure *disclosure, const struct disclosure_set *set,
                     struct measurement_key key, enum role role);

/** A category that is kept back whatever it counts. */
bool cell_is_kept(const struct disclosure *disclosure, const struct disclosure_set *set,
                  struct measurement_key key);

bool cell_is_hidden(const struct disclosure *disclosure, const struct disclosure_set *set,
                    struct measurement_key key, enum role role);

/** Runs the audit of all measures and quarters for a set: fills `hidden` and `whole`. */
void disclosure_audit(struct disclosure *disclosure, struct disclosure_set *set);

#endif
