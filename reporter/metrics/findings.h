/* SPDX-License-Identifier: MIT */
#ifndef METRICS_FINDINGS_H
#define METRICS_FINDINGS_H

/**
 * The items that do not meet a control, in the reported quarter and (for states) in the one before,
 * kept in a private unlinked file and read back an agency at a time. Findings about persons are
 * never put here.
 */

#include "data/cursor.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct error;
struct findings;

struct finding {
    size_t agency;
    size_t control;
    int32_t period;
    enum outcome outcome; /* not met or no evidence */
    const char *item;
    const char *label;
    const char *reason; /* code; NULL: none */
    const char *detail; /* NULL: none */
};

struct finding_list {
    struct finding *items; /* in the order in which they came */
    size_t count;
};

bool findings_new(const char *work_folder, struct findings **ret_findings, struct error *err);
void findings_free(struct findings *findings); /* accepts NULL */

bool findings_add(struct findings *findings, const struct finding *finding, struct error *err);

/** To be called once, behind the last findings_add(). */
bool findings_seal(struct findings *findings, struct error *err);

/** An agency's findings; texts are the arena's. */
bool findings_read(const struct findings *findings, size_t agency, struct arena *arena,
                   struct finding_list *ret_list, struct error *err);

#endif
