/* SPDX-License-Identifier: MIT */
#ifndef DATA_CLAUSES_H
#define DATA_CLAUSES_H

/**
 * queries/clauses.yaml: the Order clause by clause. A clause is measured by the control of the same
 * id or by the measures that name it; the file says what it asks, so that readers find each clause
 * by its id.
 */

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct listings;
struct text;

enum duty { DUTY_CRITICAL, DUTY_REQUIRED, DUTY_INFORMATIVE };
extern const char *const DUTIES[]; /* NULL-terminated */

struct clause {
    const char *id;
    const char *subject; /* "Posting" */
    const char *asks;    /* in our own words */
    enum duty duty;
    const char *shows; /* id of the measure that stands for it; NULL: the control of its id */
    struct place place;
};

struct clauses {
    struct clause *items; /* in the file's order */
    size_t count;
};

/** A home without the file has no clauses. */
bool clauses_load(const char *path, struct arena *arena, struct clauses *ret_clauses,
                  struct error *err);

/** The clauses and the listings agree: every clause is the id of a control or named by a measure,
 * every `shows` is such a measure, and every clause that a measure names stands in the file.
 * Controls of an office's own need no clause. */
bool clauses_check(const struct clauses *clauses, const struct listings *listings,
                   struct error *err);

/** NULL where there is none. */
const struct clause *clauses_find(const struct clauses *clauses, const char *id);

void clauses_describe(struct text *text); /* the keys, for `ulat list keys` */

#endif
