/* SPDX-License-Identifier: MIT */
#ifndef METRICS_EXEMPTION_H
#define METRICS_EXEMPTION_H

/**
 * Which items are set aside. An exemption holds for a period when it was granted on or before the
 * period's last day and expires after it. The program applies exemptions; a listing never does.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct reference;

struct exemptions {
    const struct reference *reference;
    size_t *first; /* by agency: index of its first entry in `order`, and one more at the end */
    size_t *order; /* indices of reference->exemptions, by agency */
};

void exemptions_init(struct exemptions *exemptions, const struct reference *reference);
void exemptions_finish(struct exemptions *exemptions);

/** `item` of `control` of the agency (by index) in the period. */
bool exemptions_hold(const struct exemptions *exemptions, size_t agency, const char *control,
                     const char *item, int32_t period);

#endif
