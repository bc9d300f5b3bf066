/* SPDX-License-Identifier: MIT */
#ifndef METRICS_EXEMPTION_H
#define METRICS_EXEMPTION_H

/**
 * Which items are set aside. An exemption holds on a day when it was granted on or before it and
 * expires after it: for a state that day is the quarter's last, for an act the act's own, where it
 * is known. The program applies exemptions; a listing never does.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct reference;

struct exemptions {
    const struct reference *reference;
    size_t *first; /* by agency: index of its first entry in `order`, and one more at the end */
    size_t *order; /* indices of reference->exemptions, by agency */
    bool *came;    /* by exemption: an item that it names was asked for, whenever it holds */
};

void exemptions_init(struct exemptions *exemptions, const struct reference *reference);
void exemptions_finish(struct exemptions *exemptions);

/** Whether `item` of `control` of the agency (by index) is set aside on a day; notes that the item
 * came. */
bool exemptions_hold(const struct exemptions *exemptions, size_t agency, const char *control,
                     const char *item, int32_t day);

#endif
