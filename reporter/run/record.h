/* SPDX-License-Identifier: MIT */
#ifndef RUN_RECORD_H
#define RUN_RECORD_H

/**
 * What a run leaves for the next ones, as CSV: the numbers (results.csv) and the open findings
 * (findings.csv). Groups are written as "=mandated": an agency's code that begins so gets an
 * apostrophe, as any field that a spreadsheet could take for a formula.
 *
 * results.csv: bodies (agencies by code, then groups), periods, kinds, ids and categories in order.
 * Controls and measures stand there for the reported quarter and the one before, scores for every
 * quarter of the run.
 */

#include <stdbool.h>

struct error;
struct published;
struct results;
struct text;
struct told;

#define RECORD_RESULTS "results.csv"

/** Appends the whole file. `published` may be NULL. Not const: medians sort their values. */
void record_results(struct results *results, const struct published *published, struct text *text);

/** Appends the whole file, by reference: a row for every open finding of the reported quarter (with
 * the first quarter since which it is open), and one for each that earlier editions told and that
 * is cleared since, for eight quarters; acts are told of their quarter alone. What this run could
 * not look at (the agency sent no return, the control was not measured) is passed on as it was
 * told. */
bool record_findings(const struct results *results, const struct told *told, struct text *text,
                     struct error *err);

#endif
