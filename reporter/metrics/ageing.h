/* SPDX-License-Identifier: MIT */
#ifndef METRICS_AGEING_H
#define METRICS_AGEING_H

/**
 * How old the open findings of all mandated bodies are: by the days past their due date. Findings
 * on persons (messages, disclosures, cases) are left out, for these are counts of persons.
 */

#include <stddef.h>
#include <stdint.h>

struct open_findings;
struct results;

enum age {
    AGE_CONTESTED, /* and not decided: nothing runs */
    AGE_NOT_DUE,   /* also those without a time for repair */
    AGE_TO_30,     /* 1 to 30 days past the due date */
    AGE_TO_90,
    AGE_TO_180,
    AGE_OLDER,
    AGE_COUNT,
};

struct ageing {
    int64_t findings;
    int64_t critical; /* of them */
    int64_t bodies;   /* that have at least one */
};

/** Adds one body's open findings to `ages` (AGE_COUNT of them). */
void ageing_add(const struct results *results, const struct open_findings *open,
                struct ageing *ages);

#endif
