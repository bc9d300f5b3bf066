/* SPDX-License-Identifier: MIT */
#ifndef RUN_QUALITY_H
#define RUN_QUALITY_H

/**
 * The checks of data quality over a database: which of them concern a run, their rows stepped once,
 * and what follows of what they find. Warnings are printed; an error stops the reports of its
 * agency (batch_make) or the run.
 */

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct error;
struct home;
struct quality_check;
struct session;
struct source;

/** Why a check cannot be run over a source: the table or column that is not supplied; NULL: it can.
 *  A table without rows is fine. */
const char *quality_missing(const struct source *source, const struct home *home,
                            const struct quality_check *check, struct arena *arena);

/** Whether a check concerns what is wanted (by listing; NULL: all). What the program itself reads
 *  of a database, and no listing does, concerns every run. */
bool quality_concerns(const struct home *home, const struct quality_check *check,
                      const bool *wanted);

/** Steps the checks that concern the run into session->quality. The source must still be open. */
bool quality_inspect(struct session *session, const bool *wanted, struct error *err);

/** After session_evaluate(): do the measures add up? */
void quality_reconcile(struct session *session);

/** Without the holidays of a year its due dates would be wrong: an error for the years of the
 *  reported quarter and of the as-of day, a notice where due dates run into another. Nothing where
 *  no table of holidays was supplied. */
bool quality_holidays(const struct session *session, struct error *err);

/** False where a check that stops the run found something. */
bool quality_permits(const struct session *session, struct error *err);

/** Adds a notice for each check that found something, in numbers of all agencies. */
void quality_notice(const struct session *session);

#endif
