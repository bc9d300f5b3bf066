/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_ROWS_H
#define DOCUMENT_ROWS_H

/**
 * What a template's table can list, and what it can say of each row.
 *
 * A row points at some of: a body, a period, a control, a measure, a category, a finding. A kind of
 * rows
 * ("agencies", "controls", ...) says which of them its rows have; a column needs some of them and
 * gives a cell. So a column fits every kind of rows that has what it needs. To add a column: an
 * entry in one of the columns_*.c; to add a kind of rows: an entry in rows.c.
 */

#include "base/phrase.h"
#include "document/document.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct build;
struct clause;
struct coverage;
struct region;
struct method_change;
struct error;
struct node;
struct open_finding;
struct published_value;

enum row_has {
    ROW_BODY = 1,   /* any body; every row has one */
    ROW_AGENCY = 2, /* a body that is an agency */
    ROW_PERIOD = 4, /* every row has one */
    ROW_CONTROL = 8,
    ROW_MEASURE = 16,
    ROW_CATEGORY = 32,
    ROW_FINDING = 64,
    ROW_REVISION = 256,
    ROW_BAND = 512,
    ROW_SCORE = 1024, /* of a column: judges all controls together, so all must have been read */
    ROW_CLAUSE = 4096,
    ROW_SECTION = 8192,
    ROW_AGE = 32768,
    ROW_BIN = 65536,       /* of scores */
    ROW_METHOD = 16384,    /* a band as it was published under another method */
    ROW_REGION = 131072,   /* categories that are regions, */
    ROW_DAY = 262144,      /* or days */
    ROW_COVERAGE = 524288, /* a channel of a body that logs */
    ROW_TOTAL = 2048,      /* of rows: they add up to a last one */
};

struct row {
    size_t body;
    size_t period;  /* index in the results */
    size_t control; /* of a clause: SIZE_MAX where a measure stands for it */
    size_t measure; /* of a clause: SIZE_MAX where a control does */
    size_t section;
    size_t breakdown;
    size_t category;
    size_t band;
    size_t age;                  /* enum age */
    int64_t bin;                 /* of scores: its lower end, points */
    const char *seat;            /* of the bodies that it speaks of; NULL: anywhere */
    int32_t day;                 /* of ROW_DAY */
    const struct region *region; /* of ROW_REGION; NULL where table region has none of the name */
    const struct coverage *coverage;
    const struct clause *clause;
    const struct method_change *change; /* with `band`, the index of the published band */
    const struct open_finding *finding;
    const struct published_value *published;
};

struct row_list {
    struct row *items;
    size_t count;
};

#define SEAT_CENTRAL "central" /* of bodies without a region */
#define BIN_POINTS 5           /* of scores in a row of bins */

/** A table block of a template, as the kinds and columns read it. */
struct query {
    const struct node *node; /* the block */
    size_t group;            /* of bodies, for agencies; the body of rows that name none */
    size_t measure;          /* SIZE_MAX: none */
    size_t breakdown;
};

struct row_kind {
    const char *word;
    unsigned has; /* of enum row_has */
    bool (*list)(const struct build *build, const struct query *query, struct row_list *ret_rows,
                 struct error *err);
    const char *help;
};
extern const struct row_kind ROW_KINDS[]; /* word NULL ends it */

/** Appends a row of the reported period to a list that has room for `room` in all. */
struct row *row_append(const struct build *build, struct row_list *list, size_t room);

/* Kinds that stand in files of their own. */
bool categories_list(const struct build *build, const struct query *query,
                     struct row_list *ret_rows, struct error *err);
bool ranges_list(const struct build *build, const struct query *query, struct row_list *ret_rows,
                 struct error *err);
bool regions_list(const struct build *build, const struct query *query, struct row_list *ret_rows,
                  struct error *err);
bool days_list(const struct build *build, const struct query *query, struct row_list *ret_rows,
               struct error *err);
bool coverage_list(const struct build *build, const struct query *query, struct row_list *ret_rows,
                   struct error *err);
bool seats_list(const struct build *build, const struct query *query, struct row_list *ret_rows,
                struct error *err);
bool ages_list(const struct build *build, const struct query *query, struct row_list *ret_rows,
               struct error *err);
bool bins_list(const struct build *build, const struct query *query, struct row_list *ret_rows,
               struct error *err);

const struct row_kind *row_kind_find(const char *word);

struct row_column {
    const char *word;
    enum phrase heading;
    enum column_unit unit;
    int decimals;
    unsigned needs;
    struct cell (*cell)(const struct build *build, const struct row *row);
    const char *help;
};

/** The columns of all files; NULL for an unknown word. */
const struct row_column *row_column_find(const char *word);
/** All columns that rows with `has` can show; NULL-terminated words in `ret_words` (room for 128).
 */
size_t row_columns_for(unsigned has, const char **ret_words);

extern const struct row_column BODY_COLUMNS[], CONTROL_COLUMNS[], MEASURE_COLUMNS[],
    FINDING_COLUMNS[], CLAUSE_COLUMNS[], SECTION_COLUMNS[], JUDGING_COLUMNS[], METHOD_COLUMNS[],
    SPREAD_COLUMNS[], AGEING_COLUMNS[], CHANGE_COLUMNS[], PLACE_COLUMNS[], INTERVAL_COLUMNS[];

/** A control's rate, a measure's value, a section's score for the row's body and period. */
struct cell row_control_cell(const struct build *build, size_t control, const struct row *row);
struct cell row_measure_cell(const struct build *build, size_t measure, const struct row *row);
struct cell row_section_cell(const struct build *build, size_t section, const struct row *row);

/** The value of the row's own measure and category. */
struct cell row_category_cell(const struct build *build, const struct row *row);

/** A category's part of the measure's whole. */
struct cell row_share_cell(const struct build *build, const struct row *row);

/** A category as readers see it: codes are words for machines, ranges "4-7" and "61-". */
const char *row_words(const struct build *build, const char *code);
const char *row_category_words(const struct build *build, size_t measure, size_t breakdown,
                               size_t category);

/** A category that is a range, "4-7", "61-" or "2026"; false for words. Without an end `to` is
 * INT64_MAX. */
struct row_range {
    int64_t from, to;
};
bool row_range_of(const char *name, struct row_range *ret_range);

/** Whether another category of the row's breakdown stands before the row's. */
bool row_comes_before(const struct build *build, const struct row *row, size_t other);

/** What happened on the row's day, at most 50 bytes; NULL: nothing that is on record. */
const char *row_event(const struct build *build, const struct row *row);

/** The row's day as a holiday of all that the row is about: of the nation, or of an agency's
 * region; NULL: it is none. */
const char *row_holiday(const struct build *build, const struct row *row);

/** "2026-Q3" to its number. */
bool row_period_of(const char *name, int32_t *ret_period);
int32_t row_quarter(const struct build *build, const struct row *row);

/** Whether chance moves the row's measure: it is of many bodies, or of persons. What one body did
 * itself is counted in full. */
bool row_measure_is_sampled(const struct build *build, const struct row *row);

/** The unit and decimals in which a measure is shown. */
enum column_unit row_measure_unit(const struct build *build, size_t measure, int *ret_decimals);

#endif
