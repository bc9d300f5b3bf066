/* SPDX-License-Identifier: MIT */
#ifndef METRICS_DISCLOSURE_BUILD_H
#define METRICS_DISCLOSURE_BUILD_H

/** The audit of measures that hang together, as it is put together. Between the disclosure_*.c. */

#include "metrics/disclosure_audit.h"
#include "metrics/disclosure_set.h"

struct building {
    const struct disclosure *disclosure;
    const struct disclosure_set *set;
    const int64_t *members; /* [group * PERIODS + period]: bodies of which it is the sum */
    struct audit audit;
    struct sparse cells;            /* series_cell() to index in the audit */
    struct measurement_key *owners; /* by cell: a measurement that has it, */
    enum role *roles;               /* and which of its counts it is */
    size_t owner_capacity, role_capacity;
    struct sparse sums; /* what adds up to a cell, by name, to relation */
    int64_t *parts;     /* by such a sum: how many parts it has */
    size_t part_capacity;
    struct sparse equations; /* declared ones: distribution_key() of measure and body */
};

/** Whether readers see the measurement at all. */
bool building_takes_part(const struct building *building, struct measurement_key key);

/** Adds the cells of a measurement, if readers see it at all. False: they do not. */
bool building_put(struct building *building, struct measurement_key key,
                  const struct measurement *measurement);

/** The cell, made if it is not there. */
size_t building_put_cell(struct building *building, struct measurement_key key, enum role role);

/** SIZE_MAX: no such cell takes part. */
size_t building_find_cell(const struct building *building, struct measurement_key key,
                          enum role role);

/** Audits the measurements with these indices; false where something was kept back whole because
 *  nothing smaller helped: to be done again. */
bool building_audit(const struct disclosure *disclosure, struct disclosure_set *set,
                    const int64_t *members, const uint32_t *items, size_t count);

#endif
