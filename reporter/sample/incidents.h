/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_INCIDENTS_H
#define SAMPLE_INCIDENTS_H

/** Table incident. */

#include <stdint.h>

struct account;
struct scene;

void incidents_write(struct scene *scene);

/** What became of the assessment of something disclosed without consent. */
enum assessment {
    ASSESSED_IN_TIME, /* a breach, notified within 72 hours */
    ASSESSED_LATE,
    ASSESSED_UNTOLD, /* a breach, and nobody was notified */
    ASSESSED_NO_BREACH,
    ASSESSED_UNKNOWN, /* whether personal data were lost */
};

/** Returns the incident's number. */
int64_t breach_write(struct scene *scene, const struct account *account, int64_t disclosed,
                     enum assessment assessment);

#endif
