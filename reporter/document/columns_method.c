/* SPDX-License-Identifier: MIT */

/* Columns about what another version of the method did to bands: agencies by the band that was
 * published and the one of the same quarter now. */
#include "document/rows.h"

#include "document/build.h"
#include "document/method_change.h"

#include <string.h>

static const char *band_name(const char *band)
{
    return *band ? language_text(band) : phrase(PHRASE_BAND_NONE);
}

static struct cell published(const struct build *build, const struct row *row)
{
    (void)build;
    return cell_text(band_name(row->change->before[row->band]));
}

static struct cell version(const struct build *build, const struct row *row)
{
    (void)build;
    return cell_text(row->change->version);
}

/** The method's bands stand from the highest down: an earlier one is a higher one. */
static size_t rank_of(const struct method *method, const char *band)
{
    for (size_t b = 0; b < method->band_count; b++)
        if (strcmp(method->bands[b].name, band) == 0)
            return b;
    return method->band_count;
}

enum course { SAME = 1, HIGHER = 2, LOWER = 4 };

static int64_t count(const struct build *build, const struct row *row, unsigned courses)
{
    const struct method *method = build->results->method;
    const struct method_change *change = row->change;
    size_t before = rank_of(method, change->before[row->band]);
    int64_t agencies = 0;
    for (size_t n = 0; n < change->now_count; n++) {
        size_t now = rank_of(method, change->now[n]);
        enum course course = now == before ? SAME : now < before ? HIGHER : LOWER;
        agencies += courses & course ? change->counts[row->band * change->now_count + n] : 0;
    }
    return agencies;
}

static struct cell agencies(const struct build *build, const struct row *row)
{
    return cell_count(count(build, row, SAME | HIGHER | LOWER));
}

static struct cell same(const struct build *build, const struct row *row)
{
    return cell_count(count(build, row, SAME));
}

static struct cell higher(const struct build *build, const struct row *row)
{
    return cell_count(count(build, row, HIGHER));
}

static struct cell lower(const struct build *build, const struct row *row)
{
    return cell_count(count(build, row, LOWER));
}

const struct row_column METHOD_COLUMNS[] = {
    {"band-published", PHRASE_COLUMN_BAND_PUBLISHED, UNIT_TEXT, 0, ROW_METHOD, published,
     "by the earlier edition"},
    {"method-published", PHRASE_COLUMN_METHOD_PUBLISHED, UNIT_TEXT, 0, ROW_METHOD, version,
     "its version"},
    {"band-agencies", PHRASE_COLUMN_BAND_AGENCIES, UNIT_COUNT, 0, ROW_METHOD | ROW_SCORE, agencies,
     "published in that band"},
    {"band-same", PHRASE_COLUMN_BAND_SAME, UNIT_COUNT, 0, ROW_METHOD | ROW_SCORE, same,
     "of the same quarter, under the present method"},
    {"band-higher", PHRASE_COLUMN_BAND_HIGHER, UNIT_COUNT, 0, ROW_METHOD | ROW_SCORE, higher,
     "bodies"},
    {"band-lower", PHRASE_COLUMN_BAND_LOWER, UNIT_COUNT, 0, ROW_METHOD | ROW_SCORE, lower,
     "bodies, those without a band too"},
    {0},
};
