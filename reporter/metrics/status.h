/* SPDX-License-Identifier: MIT */
#ifndef METRICS_STATUS_H
#define METRICS_STATUS_H

/**
 * The distinct statuses of a control for one body and period: never merged, never
 * zero, never a hundred.
 */

#include <stdbool.h>

enum status {
    STATUS_NONE, /* no such body in that period: before its creation, after its abolition */
    STATUS_MET,
    STATUS_PARTLY,
    STATUS_NOT_MET,
    STATUS_NO_EVIDENCE,
    STATUS_EXEMPT,
    STATUS_NOT_APPLICABLE, /* no item of that kind */
    STATUS_NOT_MEASURED,   /* the tables were not supplied */
    STATUS_NOT_REPORTING,  /* no submission for the period */
    STATUS_NEW,            /* in its grace period */
    STATUS_ADOPTED,        /* encouraged bodies: in place of met */
    STATUS_NOT_ADOPTED,    /* encouraged bodies: in place of partly met, not met, no evidence */
    STATUS_COUNT,
};

/** Met, or adopted. */
bool status_is_met(enum status status);

/** Something was asked and an answer found or found missing: what shares of met statuses are of. */
bool status_is_judged(enum status status);

/** The code used in results.csv and as key of the language file: "not_met". */
const char *status_code(enum status status);

/** The code back to the status; STATUS_COUNT where it is none. */
enum status status_from_code(const char *code);

/** The word readers see in English: "not met". */
const char *status_word(enum status status);

/** The letter beside the symbol: M P N I X - . */
const char *status_letter(enum status status);

#endif
