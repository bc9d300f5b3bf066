/* SPDX-License-Identifier: MIT */
#ifndef CLI_METER_H
#define CLI_METER_H

/**
 * How far a run is, on one line of a terminal's stderr; without a terminal nothing is said. The
 * line is written anew only where it would read otherwise, so no clock is needed.
 */

#include "run/progress.h"

#include <stdbool.h>
#include <stddef.h>

#define METER_WORDS 48

struct meter {
    struct progress progress; /* for run_options */
    bool on;
    bool shown;
    char doing[METER_WORDS]; /* a copy: the teller's may be gone by the next time */
    size_t percent;
};

void meter_init(struct meter *meter, bool quiet);

/** Takes the line away; to be called before any message. */
void meter_clear(struct meter *meter);

#endif
