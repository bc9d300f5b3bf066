/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_METHOD_CHANGE_H
#define DOCUMENT_METHOD_CHANGE_H

/**
 * What a new version of the method does to bands: where the edition given with --previous was made
 * under another version, the band of every agency as it was published then against the band of the
 * same quarter as computed now.
 *
 * Caps are known of the reported quarter alone. Where the published quarter is an earlier one, the
 * bands of now are without caps, and a band that was capped then may seem to have risen.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct published;
struct results;

struct method_change {
    const char *version; /* of the method then */
    size_t period;       /* the published quarter, numbered as in the results */
    bool has_caps;       /* it is the reported one */
    const char **before; /* bands as published, by name; the last is "": no band */
    size_t before_count;
    const char **now; /* bands of the method now; the last is "": no band */
    size_t now_count;
    int64_t *counts; /* [before * now_count + now] agencies */
};

/** False where the method is the same, nothing was published of agencies' scores, or the quarter is
 * not one of the run's. Only agencies with a published score are counted: the others were not
 * judged. */
bool method_change_count(const struct results *results, const struct published *published,
                         struct arena *arena, struct method_change *ret_change);

#endif
