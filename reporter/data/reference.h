/* SPDX-License-Identifier: MIT */
#ifndef DATA_REFERENCE_H
#define DATA_REFERENCE_H

/**
 * What the program itself knows of the database: bodies, whose account is whose, who reported when,
 * exemptions, answers to findings, holidays, events, regions, channels that log. Read once through
 * the same fence as listings.
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
    const char *region;     /* NULL: central */
    int32_t active_from;    /* DAY_UNKNOWN_PAST where NULL */
    int32_t active_to;      /* DAY_UNKNOWN_FUTURE where NULL */
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

/** An agency that led an account for a time (table account_agency). */
struct lead {
    size_t account;
    size_t agency; /* (size_t)-1: of no known agency */
    int32_t from, to;
};

struct succession {
    size_t agency;
    size_t successor;
    int32_t on_date;
};

/** What an agency answered to a finding, as it stands on the as-of day. */
struct response {
    const char *finding; /* the reference as the agency gave it */
    bool accepted;
    bool contested; /* and not decided yet */
    bool withdrawn; /* contested, and the finding was withdrawn */
    bool extended;  /* until due_on */
    int32_t due_on;
};

struct region {
    const char *code; /* as messages give it */
    const char *name;
    const char *island_group; /* NULL: not recorded */
    int64_t population;       /* 0: not recorded */
};

/** A holiday or an event. */
struct dated {
    int32_t day;
    const char *scope; /* "national", a region's or an agency's code */
    const char *text;  /* NULL: not recorded */
};

/** From when to when a channel of a body was logged. */
struct coverage {
    size_t agency;
    const char *channel;
    int32_t from, to;
};

struct reference {
    struct agency *agencies; /* sorted by code */
    size_t agency_count;
    struct map *agency_index;
    size_t *account_agency; /* agency of each account, by account_index */
    struct map *account_index;
    struct lead *leads; /* dated ones, by account and first day */
    size_t lead_count;
    struct succession *successions;
    size_t succession_count;
    struct exemption *exemptions;
    size_t exemption_count;
    const char **stray_exemptions; /* of no known agency: "CONTROL/AGENCY" */
    size_t stray_exemption_count;
    struct response *responses; /* one a finding; received until the as-of day */
    size_t response_count;
    struct map *response_index;
    struct submission *submissions; /* those that count */
    size_t submission_count;
    size_t late_submissions;   /* of the reported quarter, after submitted_by: left out */
    bool submissions_supplied; /* else nobody is set aside for silence */
    size_t stray_rows;         /* accounts, names, leads, successions, submissions of no known
                                  agency */
    struct calendar *calendar;
    struct region *regions; /* by their number in the PSGC */
    size_t region_count;
    struct dated *holidays; /* by day */
    size_t holiday_count;
    struct dated *events; /* by day; none that was recorded for a day after the as-of day */
    size_t event_count;
    struct coverage *coverages; /* by agency, channel and first day */
    size_t coverage_count;
};

/** `period_end` is the reported quarter's last day: names are those of that day. Returns of that
 * quarter count until `submitted_by`, of earlier ones all that there are. Answers count until the
 * as-of day that source_set_times() set. The functions of SQL know it from then on: it must stay
 * where it is as long as rows are read. */
bool reference_load(struct source *source, int32_t period_end, int32_t submitted_by,
                    struct arena *arena, struct reference *ret_reference, struct error *err);
void reference_finish(struct reference *reference);

/** The agency whose code is exactly these bytes, or (size_t)-1. */
size_t reference_find_agency(const struct reference *reference, const char *code, size_t length);

/** The agency that led an account (by index) on a day: by table account_agency, of leads that
 * overlap the one that began last; where it has none for that day, account.agency. (size_t)-1 where
 * that is no known agency. */
size_t reference_lead(const struct reference *reference, size_t account, int32_t day);

/** The quarters that have submissions, newest first; and in databases without them the quarters of
 * feedback. */
bool reference_periods(struct source *source, struct arena *arena, int32_t **ret_periods,
                       size_t *ret_count, struct error *err);

#endif
