/* SPDX-License-Identifier: MIT */
#ifndef METRICS_RESPONSES_H
#define METRICS_RESPONSES_H

/**
 * Agencies' answers, found by the finding that they name. A printed reference is CONTROL/AGENCY/
 * ITEM; an item may hold slashes.
 */

#include "data/reference.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;

/** A reference taken apart; the agency's index is SIZE_MAX where it is none of the register. */
struct finding_name {
    const char *control;
    size_t agency;
    const char *item; /* NULL with the agency unknown */
};

/** Copies what it needs into the arena. False where it is not made of three parts. */
bool finding_name_parse(const struct reference *reference, const char *text, struct arena *arena,
                        struct finding_name *ret_name);

struct answered {
    struct finding_name name;
    const struct response *response;
    bool came; /* a row that does not meet the control named this item */
};

struct responses {
    struct answered *items; /* by agency, control, item */
    size_t count;
};

/** Those whose agency is known. The arena's; the reference must stay. */
void responses_index(const struct reference *reference, struct arena *arena,
                     struct responses *ret_responses);

/** NULL where the agency answered nothing to it. */
struct answered *responses_find(const struct responses *responses, size_t agency,
                                const char *control, const char *item);

#endif
