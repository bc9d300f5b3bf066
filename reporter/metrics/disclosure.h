/* SPDX-License-Identifier: MIT */
#ifndef METRICS_DISCLOSURE_H
#define METRICS_DISCLOSURE_H

/**
 * Which counts of persons an audience may see: decided here, before any document exists, so that
 * nothing below can leak. A person is an item of a listing whose kind of items
 * are persons; accounts, posts and agencies are never masked.
 *
 * - Counts below the audience's threshold are kept back; nothing at all is shown as 0, but in
 *   personnel matters, where it is kept back too. Other counts are rounded, each by itself.
 * - A share is kept back where its base, the ones or the rest are; what is computed from rows
 *   (means, medians) where the number of rows is.
 * - Where a group's count is kept back, so are the noughts below it: they would tell who is in it.
 * - Categories of a single agency are kept back, those of a group with one contributor too, and
 *   those of a group nearly all of which is in one category.
 * - What adds up is audited (disclosure_audit.h): further counts are kept back until no difference
 *   of published ones tells more than the mask does.
 * - Security and personnel matters of an agency are told by name to itself and to oversight only.
 *
 *     struct disclosure *disclosure = disclosure_new(&results);      // once, for all audiences
 *     struct results seen = disclosure_see(disclosure, &results, AUDIENCE_PUBLIC, NO_VIEWER);
 *     ... results_value(&seen, key), results_tally(&seen, ...) ...
 *     disclosure_free(disclosure);                                   // behind the last of them
 *
 * `seen` is a view: it owns nothing, and the exact results stay as they are.
 */

#include "metrics/audience.h"
#include "metrics/measurement.h"

#include <stdbool.h>
#include <stddef.h>

struct disclosure;
struct results;
struct tally_key;

#define NO_VIEWER ((size_t)-1)

struct disclosure *disclosure_new(struct results *results);
void disclosure_free(struct disclosure *disclosure); /* accepts NULL */

/** The results as an audience may see them; with audience agency, as the agency `viewer` may: its
 *  own data exact, all else as the public. */
struct results disclosure_see(const struct disclosure *disclosure, const struct results *results,
                              enum audience audience, size_t viewer);

/** For results.c: what stands in place of the exact value, and whether a tally or a status is kept
 *  back. Views only. */
struct fraction disclosure_value(struct results *seen, struct measurement_key key);
bool disclosure_keeps_tally(const struct results *seen, size_t body, size_t control);
bool disclosure_keeps_status(const struct results *seen, size_t agency, size_t control);
bool disclosure_keeps_sections(const struct results *seen, size_t agency);

#endif
