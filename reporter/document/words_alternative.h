/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_WORDS_ALTERNATIVE_H
#define DOCUMENT_WORDS_ALTERNATIVE_H

/** Inside of document/: what the kinds of figures have to say of themselves, sentence by sentence.
 * The most important comes first: an alternative text takes as many as it has room for. */

#include "document/words_series.h"

#define MOST_SENTENCES 24

struct sentences {
    const char *items[MOST_SENTENCES]; /* without full stops */
    size_t count;
};

/** NULL is passed over, and what there is no room for. */
void sentences_add(struct sentences *sentences, const char *sentence);

/** Describes a family of kinds. */
typedef void describe_function(const struct teller *teller, struct sentences *sentences);

describe_function describe_series;      /* lines and columns over quarters; else as rows */
describe_function describe_rows;        /* one value a row: bars */
describe_function describe_moves;       /* a value and that of the period before */
describe_function describe_statuses;    /* status cells */
describe_function describe_cells;       /* numbers in rows and columns */
describe_function describe_days;        /* a value a day */
describe_function describe_pareto;      /* counts, the largest first */
describe_function describe_points;      /* rates, each of its own number */
describe_function describe_bins;        /* counts by ordered bins */
describe_function describe_percentiles; /* P10, P25, median, P75, P90 */

#endif
