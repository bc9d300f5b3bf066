/* SPDX-License-Identifier: MIT */

/* Columns about open findings by their age. */
#include "document/rows.h"

#include "base/phrase.h"
#include "document/build.h"

static const enum phrase NAMES[AGE_COUNT] = {
    [AGE_CONTESTED] = PHRASE_AGE_CONTESTED, [AGE_NOT_DUE] = PHRASE_AGE_NOT_DUE,
    [AGE_TO_30] = PHRASE_AGE_TO_30,         [AGE_TO_90] = PHRASE_AGE_TO_90,
    [AGE_TO_180] = PHRASE_AGE_TO_180,       [AGE_OLDER] = PHRASE_AGE_OLDER,
};

static struct cell name(const struct build *build, const struct row *row)
{
    (void)build;
    return cell_text(phrase(NAMES[row->age]));
}

static struct cell findings(const struct build *build, const struct row *row)
{
    return cell_count(build->results->ages[row->age].findings);
}

static struct cell critical(const struct build *build, const struct row *row)
{
    return cell_count(build->results->ages[row->age].critical);
}

static struct cell bodies(const struct build *build, const struct row *row)
{
    return cell_count(build->results->ages[row->age].bodies);
}

static struct cell share(const struct build *build, const struct row *row)
{
    int64_t all = 0;
    for (size_t age = 0; age < AGE_COUNT; age++)
        all += build->results->ages[age].findings;
    return cell_rate(build->results->ages[row->age].findings, all);
}

#define AGE (ROW_AGE | ROW_SCORE)

const struct row_column AGEING_COLUMNS[] = {
    {"age", PHRASE_COLUMN_AGE, UNIT_TEXT, 0, AGE, name, "1 to 30, 31 to 90, ..."},
    {"age-findings", PHRASE_COLUMN_AGE_FINDINGS, UNIT_COUNT, 0, AGE, findings,
     "of mandated bodies; none on persons"},
    {"age-share", PHRASE_COLUMN_AGE_SHARE, UNIT_PERCENT, 0, AGE, share, "of all open findings"},
    {"age-critical", PHRASE_COLUMN_AGE_CRITICAL, UNIT_COUNT, 0, AGE, critical, "findings"},
    {"age-bodies", PHRASE_COLUMN_AGE_BODIES, UNIT_COUNT, 0, AGE, bodies,
     "with at least one of them"},
    {0},
};
