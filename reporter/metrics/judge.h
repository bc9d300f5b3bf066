/* SPDX-License-Identifier: MIT */
#ifndef METRICS_JUDGE_H
#define METRICS_JUDGE_H

/**
 * From tallies to statuses, scores, bands and caps (templates/method.yaml). All thresholds are
 * compared on exact integers, never on rounded text.
 *
 * In a score a control counts with its share of items met. Where its items are persons it counts by
 * its status alone: met 1, partly met 1/2, not met and no evidence 0. A share would betray a count
 * of persons that is too small to be printed.
 */

#include "metrics/results.h"
#include "metrics/statistics.h"

/** Statuses of a control from its counts alone:
 *  met            met * 100 >= target * total;
 *  no evidence    only the lack of evidence keeps it from being met;
 *  partly met     met * 100 >= partly_from * total;
 *  not met        otherwise. No items: exempt if some were exempt, else not applicable. */
enum status judge_tally(const struct tally *tally, int64_t target, int64_t partly_from);

/** The status of an agency's control in a period, with its state: not reporting, new, not measured,
 * adopted. */
enum status judge_control(const struct results *results, size_t agency, size_t control,
                          size_t period);

/** The states of all agencies: which exist, reported, are new. */
void judge_states(struct results *results);

/** Adds the agencies' tallies and measurements up to the groups'. To be called once. */
void judge_groups(struct results *results);

/** Scores and bands of every agency and period, with their bounds (struct score). Caps hold in the
 * reported period, for agencies with overdue critical findings (results->overdue_critical). */
void judge_scores(struct results *results);

/** What a control with items adds to a score, per unit of its weight, in billionths. */
int64_t judge_credit(const struct results *results, size_t agency, size_t control, size_t period);

/** Of the bodies that have a band in the reported period those whose band is capped. */
void judge_capped(const struct results *results, struct share *ret_share);

/** Per cent of the score that would be gained if every item of the control were met, in millionths.
 */
int64_t judge_effect(const struct results *results, size_t agency, size_t control);

/** Twice the median score of reporting, judged agencies of a mandate in a period, in millionths;
 * -1: none. */
int64_t judge_median_score_twice(const struct results *results, enum mandate mandate, size_t period,
                                 size_t *ret_count);

#endif
