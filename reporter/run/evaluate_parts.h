/* SPDX-License-Identifier: MIT */
#ifndef RUN_EVALUATE_PARTS_H
#define RUN_EVALUATE_PARTS_H

/** Inside of evaluate.c: its steps, each a file. */

#include "metrics/exemption.h"
#include "run/evaluate.h"

#include <stdbool.h>

/** All definitions of all listings: whatever is not wanted or not supplied stays unmeasured. */
void evaluate_list_definitions(struct results *results, const struct home *home);

/** Steps a listing over the source: tallies, measurements, findings and traces of its items. Two
 * rows of one item in one period are an error: of states in every period looked at, of acts in the
 * reported one. */
bool evaluate_listing(struct source *source, const struct listing *listing,
                      const struct exemptions *exemptions, struct results *results,
                      struct error *err);

/** Behind the last listing: notices of answers to findings that there are not, and of exemptions of
 * what there is not. How many is for all readers; which ones, as they name findings, is for whoever
 * runs the program (notices_add_inside). */
void evaluate_notice_strays(const struct results *results, const struct exemptions *exemptions,
                            const struct told *told, struct notices *notices);

#endif
