/* SPDX-License-Identifier: MIT */

/* Columns with the ends of Wilson's 95 % interval of rates across bodies or of persons, in per
 * cent. A control's own items are a census and have none; nor has a rate of fewer than ten. */
#include "document/rows.h"

#include "document/build.h"
#include "metrics/statistics.h"

#include <math.h>

#define THOUSANDTHS 1000

static struct cell end_of(const struct cell *rate, bool upper)
{
    double low, high;
    if (rate->kind == CELL_MARK)
        return *rate;
    if (rate->kind != CELL_RATE || !cell_is_percent(rate))
        return cell_marked(CELL_NOT_APPLICABLE);
    statistics_wilson(rate->number, rate->denominator, &low, &high);
    double percent = 100 * (upper ? high : low);
    return cell_ratio((int64_t)floor(percent * THOUSANDTHS + 0.5), THOUSANDTHS);
}

static struct cell column_end(const struct build *build, const struct row *row, const char *word,
                              bool upper)
{
    struct cell rate = row_column_find(word)->cell(build, row);
    return end_of(&rate, upper);
}

static struct cell value_end(const struct build *build, const struct row *row, bool upper)
{
    return row_measure_is_sampled(build, row) ? column_end(build, row, "value", upper)
                                              : cell_marked(CELL_NOT_APPLICABLE);
}

/* clang-format off */
static struct cell response_lower(const struct build *b, const struct row *r) { return column_end(b, r, "response", false); }
static struct cell response_upper(const struct build *b, const struct row *r) { return column_end(b, r, "response", true); }
static struct cell share_lower(const struct build *b, const struct row *r) { return column_end(b, r, "in-band-share", false); }
static struct cell share_upper(const struct build *b, const struct row *r) { return column_end(b, r, "in-band-share", true); }
static struct cell value_lower(const struct build *b, const struct row *r) { return value_end(b, r, false); }
static struct cell value_upper(const struct build *b, const struct row *r) { return value_end(b, r, true); }
/* clang-format on */

const struct row_column INTERVAL_COLUMNS[] = {
    {"response-lower", PHRASE_COLUMN_RESPONSE_LOWER, UNIT_PERCENT, 1, ROW_BODY, response_lower,
     "lower end of the 95 % interval"},
    {"response-upper", PHRASE_COLUMN_RESPONSE_UPPER, UNIT_PERCENT, 1, ROW_BODY, response_upper,
     "upper end"},
    {"in-band-share-lower", PHRASE_COLUMN_IN_BAND_SHARE_LOWER, UNIT_PERCENT, 1,
     ROW_BAND | ROW_SCORE, share_lower, "lower end of the 95 % interval"},
    {"in-band-share-upper", PHRASE_COLUMN_IN_BAND_SHARE_UPPER, UNIT_PERCENT, 1,
     ROW_BAND | ROW_SCORE, share_upper, "upper end"},
    {"value-lower", PHRASE_COLUMN_VALUE_LOWER, UNIT_PERCENT, 1, ROW_MEASURE, value_lower,
     "lower end of the 95 % interval of a share of persons or across bodies"},
    {"value-upper", PHRASE_COLUMN_VALUE_UPPER, UNIT_PERCENT, 1, ROW_MEASURE, value_upper,
     "upper end"},
    {0},
};
