/* SPDX-License-Identifier: MIT */
#ifndef DATA_REFERENCE_H
#define DATA_REFERENCE_H

/**
 * What the program itself knows of the database: bodies, whose account is whose, who reported when,
 * exemptions, holidays, regions. Read once through the same fence as listings.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct calendar;
struct error;
struct map;
struct source;

#define DAY_UNKNOWN_PAST INT32_MIN
#define DAY_UNKNOWN_FUTURE INT32_MAX

struct agency {
    const char *code;
    const char *name;       /* at the reported quarter's end */
    const char *class_code; /* NULL: not recorded */
    const char *region;  /* NULL: central */
    int32_t active_from; /* DAY_UNKNOWN_PAST where NULL */
    int32_t active_to;   /* DAY_UNKNOWN_FUTURE where NULL */
};

struct exemption {
    size_t agency;
    const char *control;
    const char *item; /* NULL: all */
    int32_t granted_on;
    int32_t expires_on; /* DAY_UNKNOWN_FUTURE where NULL */
};

struct submission {
    size_t agency;
    int32_t period;
};

struct reference {
    struct agency *agencies; /* sorted by code */
    size_t agency_count;
    struct map *agency_index;
    size_t *account_agency; /* agency of each account, by account_index */
    struct map *account_index;
    struct exemption *exemptions;
    size_t exemption_count;
    struct submission *submissions; /* those that count: on or before submitted_by */
    size_t submission_count;
    size_t late_submissions;   /* left out */
    bool submissions_supplied; /* else nobody is set aside for silence */
    size_t stray_rows;         /* accounts, exemptions, submissions of no known agency */
    struct calendar *calendar;
};

/** `period_end` is the reported quarter's last day: names are those of that day. */
bool reference_load(struct source *source, int32_t period_end, int32_t submitted_by,
                    struct arena *arena, struct reference *ret_reference, struct error *err);
void reference_finish(struct reference *reference);

/** The quarters that have submissions, newest first; and in databases without them the quarters of
 * feedback. */
bool reference_periods(struct source *source, struct arena *arena, int32_t **ret_periods,
                       size_t *ret_count, struct error *err);

#endif
