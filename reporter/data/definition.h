/* SPDX-License-Identifier: MIT */
#ifndef DATA_DEFINITION_H
#define DATA_DEFINITION_H

/**
 * What a listing's header declares: the controls that judge its items, and the measures over its
 * columns. Plain data, owned by the arena of the listing that declares it.
 */

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum judged { JUDGED_AT_PERIOD_END, JUDGED_IN_PERIOD };

/** Kinds of items. Findings about persons never leave `ulat explain`. */
enum item_kind {
    ITEM_AGENCY,
    ITEM_ACCOUNT,
    ITEM_POST,
    ITEM_VIOLATION,
    ITEM_MODERATION,
    ITEM_INCIDENT,
    ITEM_ASSIGNMENT, /* a post in an office, not who holds it */
    ITEM_APPROVAL,
    ITEM_DISCOVERY, /* an account found outside the registry */
    ITEM_CAMPAIGN,
    ITEM_FEEDBACK, /* persons from here */
    ITEM_DISCLOSURE,
    ITEM_OFFICER,
    ITEM_CASE,
    ITEM_KIND_COUNT,
};
extern const char *const ITEM_KINDS[]; /* NULL-terminated: "account" */
bool item_is_person(enum item_kind kind);

enum sensitivity { SENSITIVITY_NONE, SENSITIVITY_SECURITY, SENSITIVITY_PERSONNEL };
extern const char *const SENSITIVITIES[];

struct reason {
    const char *code;
    const char *sentence; /* may hold {{detail}} */
};

struct control {
    const char *id;
    const char *title;
    const char *clause; /* in our own words */
    const char *basis;
    const char *standing;   /* law, issued, proposed, policy, own */
    int32_t effective_from; /* a day */
    enum judged judged;
    enum item_kind item;
    const char *item_word;                 /* "accounts" */
    const char *outcome, *reason, *detail; /* columns; reason and detail may be NULL */
    struct reason *reasons;
    size_t reason_count;
    int64_t target; /* whole per cent */
    int64_t weight;
    bool critical;
    int32_t remedy_days; /* 0: none stated */
    bool remedy_working;
    const char *owner; /* a post */
    const char *fix;   /* how to mend a failing item */
    enum sensitivity sensitivity;
    bool counts_not_reporting; /* groups count every existing body, reporting or not */
    struct place place;
    size_t listing; /* index of the listing */
};

enum statistic {
    STATISTIC_COUNT, /* rows */
    STATISTIC_SUM,   /* of a column */
    STATISTIC_SHARE, /* ones among the rows where the column (0 or 1) is not NULL */
    STATISTIC_RATIO, /* sum of a column per sum of another, over rows that have both */
    STATISTIC_MEAN,
    STATISTIC_MEDIAN,
    STATISTIC_P90,
};
extern const char *const STATISTICS[];
bool statistic_needs_values(enum statistic statistic); /* median, p90 */

enum measure_unit {
    MEASURE_NUMBER,
    MEASURE_PERCENT,
    MEASURE_SECONDS,
    MEASURE_WORKING_DAYS,
    MEASURE_DAYS
};
extern const char *const MEASURE_UNITS[];

/** In which order the categories of a breakdown stand, and which are there without any row. */
enum category_order {
    CATEGORIES_NAMED,   /* those that the header names, in its order */
    CATEGORIES_RANGES,  /* "4-7", "61-": by their numbers; words stand behind them */
    CATEGORIES_REGIONS, /* those of table region, in its order */
    CATEGORIES_DAYS,    /* the days of the reported quarter: "2026-07-01" */
};
extern const char *const CATEGORY_ORDERS[]; /* as a header writes them behind `of` */

/** What a header says of the categories of a column. */
struct category_list {
    const char *column;
    enum category_order order;
    const char **names; /* of CATEGORIES_NAMED */
    size_t name_count;
    struct place place;
};

struct measure_definition {
    const char *id;
    const char *title;
    const char *clause_id; /* "FDB-2" */
    const char *basis;
    const char *standing;
    enum statistic statistic;
    const char *of;     /* column; NULL for count */
    const char *per;    /* column, for ratio */
    const char *where;  /* column: rows where it is 1; NULL: all */
    const char *period; /* column: which period the row counts in; default "period" */
    const char **by;    /* columns of categories, each a breakdown of its own */
    const char **by_titles;
    size_t by_count;
    const struct category_list **by_lists; /* by breakdown, NULL: categories stand as they come;
                                              NULL: all do */
    const bool *by_whole; /* by breakdown: counted of all bodies together only; NULL: none is */
    enum measure_unit unit;
    const char *unit_word; /* "messages" */
    enum item_kind item;
    enum sensitivity sensitivity;
    bool has_target;
    int64_t target;             /* whole per cent, of a share */
    const char *formula;        /* in words, printed in captions and by explain */
    const char *requires_share; /* id of a share: below the method's minimum-classified nothing is
                                   shown, and never two kinds of the first breakdown together */
    const char *within;         /* id of a measure of which this one counts a part; NULL: none */
    const char **add;           /* ids: this measure's value is theirs added up ... */
    size_t add_count;
    const char **subtract; /* ... less these */
    size_t subtract_count;
    struct place place;
    size_t listing;
};

/** What is known of the categories of a breakdown (0 for the first); NULL: they stand as they come.
 */
const struct category_list *measure_list(const struct measure_definition *measure, size_t by);

/** Whether a breakdown is of all bodies together only. */
bool measure_is_whole(const struct measure_definition *measure, size_t by);

#endif
