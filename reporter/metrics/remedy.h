/* SPDX-License-Identifier: MIT */
#ifndef METRICS_REMEDY_H
#define METRICS_REMEDY_H

/**
 * When a finding is due, what the agency answered to it, and how findings changed since the quarter
 * before.
 *
 * A finding is named by its reference, CONTROL/AGENCY/ITEM, which stays the same from edition to
 * edition. The time for its repair runs from the first edition that told the agency (told.h),
 * or to the day that was granted. A finding that is contested and not decided is not
 * overdue. What a body left to its successor is new to the successor.
 */

#include "metrics/findings.h"
#include "metrics/told.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct calendar;
struct change;
struct control;
struct error;
struct results;

/** What there is to say of one finding of the reported quarter. */
struct open_finding {
    struct finding finding;
    const char *reference;
    int32_t told_on;
    bool has_due;
    int32_t due_on;
    bool overdue;   /* due before this edition's as-of day */
    bool stayed;    /* was a finding in the quarter before too */
    bool reopened;  /* was none then, but was in an earlier quarter, or was told in one */
    bool contested; /* and not decided yet */
    bool accepted;
    bool extended;          /* due_on is the day that was granted */
    const char *moved_from; /* the code of the body before this one that was told the same of the
                               same item; NULL: none */
};

struct open_findings {
    struct open_finding *items; /* critical and overdue, critical, then weight, due date (none:
                                   last), control, item */
    size_t count;
};

const char *remedy_reference(const struct control *control, const char *agency, const char *item,
                             struct arena *arena);

/** The first telling of a reference: remembered, or this edition's day. */
int32_t remedy_told_on(const struct told *told, const char *reference);

/** Whether time runs for an agency's findings: it is bound by the Order (encouraged bodies have no
 * due dates), it reported, so that it is told, and it is past its grace
 * period. */
bool remedy_has_clock(const struct results *results, size_t agency);

/** Day by which a control's finding told on a day is to be mended; false where the control sets no
 * time. */
bool remedy_due_on(const struct control *control, const struct calendar *calendar, int32_t told_on,
                   int32_t *ret_due);

/** An agency's open findings of the reported quarter, in the order in which they are to be read,
 * and how each control changed (`ret_changes`: control_count entries, may be NULL). */
bool remedy_open(const struct results *results, const struct told *told, size_t agency,
                 struct arena *arena, struct open_findings *ret_open, struct change *ret_changes,
                 struct error *err);

/** For all agencies: results->changes (agencies and groups), results->overdue_critical and
 * results->ages. Only agencies that are judged (they reported and are not new) count in groups. */
bool remedy_review(struct results *results, const struct told *told, struct error *err);

#endif
