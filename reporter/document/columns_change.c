/* SPDX-License-Identifier: MIT */

/* Columns that tell in words what changed since the quarter before: of a measure by its value, of a
 * control by its items. */
#include "document/rows.h"

#include "document/build.h"
#include "document/change.h"
#include "document/words_series.h"
#include "metrics/trend.h"

#include <math.h>

static struct cell cell_of(const struct build *build, const char *word, const struct row *row)
{
    return row_column_find(word)->cell(build, row);
}

static enum phrase moved(const struct cell *before, const struct cell *now,
                         const struct column *column, bool up)
{
    static const enum phrase ROSE[] = {[TREND_SLIGHT] = PHRASE_CHANGE_ROSE_SLIGHTLY,
                                       [TREND_PLAIN] = PHRASE_CHANGE_ROSE,
                                       [TREND_SHARP] = PHRASE_CHANGE_ROSE_SHARPLY};
    static const enum phrase FELL[] = {[TREND_SLIGHT] = PHRASE_CHANGE_FELL_SLIGHTLY,
                                       [TREND_PLAIN] = PHRASE_CHANGE_FELL,
                                       [TREND_SHARP] = PHRASE_CHANGE_FELL_SHARPLY};
    double difference = cell_value(now) - cell_value(before);
    double larger = fmax(fabs(cell_value(now)), fabs(cell_value(before)));
    enum trend_size size = trend_size(difference, change_unit(column, larger));
    return up ? ROSE[size] : FELL[size];
}

static enum phrase change_phrase(const struct cell *before, const struct cell *now,
                                 const struct column *column)
{
    enum change_kind change = change_between(before, now, column);
    switch (change) {
    case CHANGE_UP:
    case CHANGE_DOWN:
        return moved(before, now, column, change == CHANGE_UP);
    case CHANGE_NONE:
        return PHRASE_CHANGE_NONE;
    case CHANGE_UNCLEAR:
        return PHRASE_CHANGE_UNCLEAR;
    case CHANGE_UNKNOWN:
        break;
    }
    return PHRASE_CHANGE_UNKNOWN;
}

static struct cell measure_change(const struct build *build, const struct row *row)
{
    struct cell now = cell_of(build, "value", row), before = cell_of(build, "value-before", row);
    struct column column = {0};
    column.unit = row_measure_unit(build, row->measure, &column.decimals);
    return cell_text(phrase_filled(build->arena, change_phrase(&before, &now, &column), "before",
                                   words_cell(build, &before, &column), "now",
                                   words_cell(build, &now, &column), NULL));
}

/** "3 newly met", or nothing where there is nothing to count. */
static const char *item_words(const struct build *build, enum phrase said, struct cell count)
{
    if (count.kind != CELL_COUNT || count.number == 0)
        return NULL;
    return phrase_filled(build->arena, said, "n", words_number(build, (size_t)count.number), NULL);
}

/** Items newly met, newly not met, found again, still open: a control is a census, which neither
 * rises nor falls. */
static struct cell control_change(const struct build *build, const struct row *row)
{
    static const struct {
        const char *column;
        enum phrase said;
    } PARTS[] = {{"mended", PHRASE_ITEMS_MET},
                 {"appeared", PHRASE_ITEMS_NOT_MET},
                 {"reopened", PHRASE_ITEMS_REOPENED},
                 {"stayed", PHRASE_ITEMS_OPEN},
                 {"left", PHRASE_ITEMS_LEFT}};
    bool acts = build->results->controls[row->control]->judged == JUDGED_IN_PERIOD;
    const char *list = NULL;
    struct cell kept = cell_of(build, PARTS[1].column, row);
    if (kept.kind == CELL_MARK)
        return kept;
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        enum phrase said = PARTS[i].said;
        if (said == PHRASE_ITEMS_NOT_MET && acts)
            said = PHRASE_ITEMS_FOUND;
        const char *next = item_words(build, said, cell_of(build, PARTS[i].column, row));
        if (next)
            list = list ? phrase_filled(build->arena, PHRASE_LIST_AND, "list", list, "next", next,
                                        NULL)
                        : next;
    }
    return cell_text(list ? list : phrase(PHRASE_ITEMS_NONE));
}

const struct row_column CHANGE_COLUMNS[] = {
    {"measure-change", PHRASE_COLUMN_MEASURE_CHANGE, UNIT_TEXT, 0, ROW_MEASURE, measure_change,
     "since the quarter before, in words"},
    {"control-change", PHRASE_COLUMN_CONTROL_CHANGE, UNIT_TEXT, 0, ROW_CONTROL, control_change,
     "since the quarter before, in items"},
    {0},
};
