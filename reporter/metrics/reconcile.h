/* SPDX-License-Identifier: MIT */
#ifndef METRICS_RECONCILE_H
#define METRICS_RECONCILE_H

/**
 * Arithmetic that must hold between measures, checked exactly for every agency and quarter: a
 * measure that declares `add` and `subtract` is the others' sum (a backlog: what was open, and what
 * came in, less what was closed), and a measure `within` another is no more than it.
 *
 * What does not hold is put down as flaws of the agency, which stop its reports: its numbers
 * contradict one another. Definitions of which a part was not measured are passed over.
 */

struct quality;
struct results;

/** The two checks, for whoever lists what readers can read: NULL-terminated. */
struct quality_check;
extern const struct quality_check *const RECONCILE_CHECKS[];

void reconcile(struct results *results, struct quality *quality);

#endif
