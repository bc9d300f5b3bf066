/* SPDX-License-Identifier: MIT */
#ifndef METRICS_TOLD_H
#define METRICS_TOLD_H

/**
 * What earlier editions told the agencies: the findings.csv of the folder given with --previous
 * (run/memory.h reads it, run/record.h writes the next).
 *
 * A finding that an edition no longer has stays there as cleared, so that it is known as reopened
 * when it comes again.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct map;

enum telling_state { TELLING_OPEN, TELLING_REOPENED, TELLING_CLEARED };
extern const char *const TELLING_STATES[]; /* NULL-terminated: "open", "reopened", "cleared" */

#define SINCE_UNKNOWN INT32_MIN
#define QUARTERS_REMEMBERED 8 /* for which a cleared finding is kept */

struct telling {
    const char *reference;
    int32_t told_on; /* the first edition that told it */
    bool has_due;
    int32_t due_on;
    enum telling_state state;
    int32_t since; /* first quarter of that state; SINCE_UNKNOWN in files that did not say */
};

struct told {
    struct map *references; /* reference to index of `items`; NULL: no earlier edition */
    struct telling *items;
    size_t count;
    int32_t today; /* this edition's day: published, else as-of */
};

/** NULL where no earlier edition told it. */
const struct telling *told_find(const struct told *told, const char *reference);

/** The day from which the time for a finding's repair runs: what was remembered, else today. For
 * one that had been cleared in an earlier quarter it runs anew, unless the quarter before had it
 * (`stayed`): then it never was. `telling` may be NULL. */
int32_t told_day(const struct told *told, const struct telling *telling, int32_t period,
                 bool stayed);

/** Whether a finding of the quarter, which the one before did not have, was told of an earlier
 * quarter. An earlier edition of this same quarter is none. */
bool told_earlier(const struct telling *telling, int32_t period);

#endif
