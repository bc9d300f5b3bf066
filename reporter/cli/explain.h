/* SPDX-License-Identifier: MIT */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

/**
 * The parts of `ulat explain`: what a control or measure means; the items of one agency in one
 * quarter; how they add up to what the reports print.
 */

#include "cli/output.h"
#include "metrics/measurement.h"
#include "metrics/tally.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct control;
struct error;
struct home;
struct listing;
struct session;
struct text;

/** What is explained: a control or a measure, never both. */
struct subject {
    const struct control *control;
    const struct measure_definition *measure;
    const struct listing *listing;
};

/** An error with the nearest id where nothing has this one. */
bool subject_find(const struct home *home, const char *id, struct arena *arena,
                  struct subject *ret_subject, struct error *err);

/** Title, clause, basis, standing, target, ..., and the SQL. */
void explain_meaning(const struct subject *subject, const struct home *home, struct arena *arena,
                     struct text *text);

/** An item of the agency in the quarter. */
struct item {
    const char *item;
    const char *label; /* NULL: the item's own */
    enum outcome outcome;
    bool exempt;
    const char *why; /* the reason's sentence; NULL: none */
    struct contribution row;
};

/** The items, stepped apart from the run's own pass, and what they add up to. */
struct items {
    struct arena *arena;
    struct item *list;
    size_t count;
    size_t capacity;
    struct tally tally;      /* of a control */
    size_t not_applicable;   /* rows of the agency in the quarter that the subject passes over */
    struct measurements sum; /* of a measure, under the key of zeros */
};

void items_init(struct items *items, struct arena *arena);
void items_finish(struct items *items);

/** Steps the subject's listing over the session's source, which is still open. */
bool items_step(struct items *items, struct session *session, const struct subject *subject,
                size_t agency, struct error *err);

/** The items as a table: what fails first; the values of a median or percentile numbered in order.
 */
void items_print(struct items *items, const struct subject *subject, struct text *text);

/** The arithmetic, from the session's results. False (ERROR_INTERNAL) where the items do not add up
 * to them. */
bool explain_sum(struct items *items, struct session *session, const struct subject *subject,
                 size_t agency, struct text *text, struct error *err);

/** An agency's score, section by section. False (ERROR_INTERNAL) where it does not add up. All
 * listings with controls were evaluated. */
bool explain_score(struct session *session, size_t agency, struct text *text, struct error *err);

/** The subject over all agencies, and the groups that they add up to. */
void explain_groups(struct session *session, const struct subject *subject, struct text *text);

#endif
