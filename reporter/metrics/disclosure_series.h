/* SPDX-License-Identifier: MIT */
#ifndef METRICS_DISCLOSURE_SERIES_H
#define METRICS_DISCLOSURE_SERIES_H

/**
 * The counts of persons behind the measures: each measurement has up to three (its base, the ones
 * among them, the rest), and over bodies and quarters they make series. Two series that count the
 * same everywhere are the same to whoever knows what they mean: a share of answered messages tells
 * the number of answered ones. They are found by their numbers, so no list of them has to be kept.
 */

#include "metrics/measurement.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct results;

enum role { ROLE_BASE, ROLE_ONES, ROLE_REST, ROLE_COUNT };

/** What a measurement counts; a sum has no base, a count neither ones nor a rest. */
struct persons {
    bool has[ROLE_COUNT];
    int64_t counts[ROLE_COUNT];
};

struct persons persons_of(const struct measure_definition *measure,
                          const struct measurement *measurement);

/** The count that stands for a measure where measures are added or compared. */
enum role persons_main(const struct measure_definition *measure);

struct series {
    size_t measure_count;
    size_t *first;   /* by measure: its first series; SIZE_MAX: it counts no persons */
    size_t **offset; /* by measure and breakdown: of its first category, in entries */
    size_t count;
    uint32_t *same; /* [series * PERIODS + period]: towards the one that stands for all of the same
                       counts, which may be of another quarter: what is open at a quarter's end is
                       open at the start of the next */
    bool *negative; /* by series: has counts below nothing, and is no count of persons */
    size_t *family; /* by measure: towards the measure that stands for all that hang together */
    bool *joint;    /* by such a measure: its quarters hang together too */
};

void series_init(struct series *series, const struct results *results);
void series_finish(struct series *series);

/** A series as readers meet it. */
struct series_name {
    size_t measure, breakdown, category;
    enum role role;
};

/** In that quarter, of every body, `whole` is `parts` together: what was not in time was late or is
 *  still open. Found by the numbers, too. */
struct identity {
    struct series_name whole;
    struct series_name parts[2];
    size_t period;
    size_t next; /* of the same whole and quarter; SIZE_MAX: none */
};

struct identities {
    size_t *first; /* [series * PERIODS + period]: the first one of this whole; SIZE_MAX: none */
    struct identity *items;
    size_t count, capacity;
};

void identities_find(struct identities *identities, const struct series *series,
                     const struct results *results);
void identities_finish(struct identities *identities);

/** The series of a role of a measurement; the measure counts persons. */
uint32_t series_of(const struct series *series, struct measurement_key key, enum role role);

/** The name under which a cell of the series is known: the same for equal counts. */
uint64_t series_cell(const struct series *series, uint32_t of, size_t body, size_t period);

/** What stands for a series in a quarter. */
uint32_t series_root(const struct series *series, uint32_t of, size_t period);
size_t series_family(const struct series *series, size_t measure);

#endif
