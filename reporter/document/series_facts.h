/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_SERIES_FACTS_H
#define DOCUMENT_SERIES_FACTS_H

/**
 * What there is to say of one column of a figure: which of its cells are the first, the last, the
 * highest, and what they do together. Facts name rows, never numbers, so that every number in a
 * text is a cell of the table and prints as the table prints it.
 */

#include "document/change.h"
#include "document/document.h"
#include "metrics/trend.h"

#define SERIES_NONE ((size_t)-1)

struct build;

struct series_facts {
    size_t column;
    size_t rows;                         /* drawn: no total, no more than the figure's limit */
    size_t known;                        /* rows with a value */
    size_t missing;                      /* the others */
    size_t first, last, highest, lowest; /* rows; SERIES_NONE without values */
    size_t previous;                     /* the row before the last known one, if it has a value */
    size_t year_before;                  /* four quarters before it, if it has a value */
    double unit;                         /* the difference worth a word (change.h) */
    bool is_time;                        /* the rows are quarters */
    bool unreliable;                     /* some rate of it is */
    bool is_census;                      /* of a control: it is never said to rise or fall */
    size_t met; /* rows at or above the figure's target: of rates and scores only */
    bool has_met;
    enum trend trend;       /* of quarters; TREND_NONE of other rows */
    enum change_kind ends;  /* from the first to the last */
    enum change_kind step;  /* from the previous to the last */
    enum change_kind swing; /* from the lowest to the highest */
};

struct series_facts series_facts_find(const struct build *build, const struct figure *figure,
                                      size_t column);

/** How far it is from the first to the last. */
enum trend_size facts_size(const struct figure *figure, const struct series_facts *facts);

/** The drawn rows of a figure. */
size_t facts_rows(const struct figure *figure);

/** Up to `most` rows of a column, the highest value first, or the lowest; ties keep their order.
 * Returns how many. */
size_t facts_order(const struct figure *figure, size_t column, bool highest, size_t *ret_rows,
                   size_t most);

/** The first drawn row of that label, or SERIES_NONE; `label` may be NULL. */
size_t facts_row(const struct figure *figure, const char *label);

/** How many drawn rows have a higher value than this one; SERIES_NONE where it has none. */
size_t facts_above(const struct figure *figure, size_t column, size_t row);

#endif
