/* SPDX-License-Identifier: MIT */

/* Columns about a clause of the Order, and how a body stands with it: by the control of its id, or
 * by the measure that stands for it. */
#include "document/rows.h"

#include "base/arena.h"
#include "base/text.h"
#include "document/build.h"

static struct cell id(const struct build *build, const struct row *row)
{
    (void)build;
    return cell_text(row->clause->id);
}

static struct cell subject(const struct build *build, const struct row *row)
{
    (void)build;
    return cell_text(language_text(row->clause->subject));
}

static struct cell asks(const struct build *build, const struct row *row)
{
    (void)build;
    return cell_text(language_text(row->clause->asks));
}

static struct cell duty(const struct build *build, const struct row *row)
{
    (void)build;
    return cell_text(language_text(DUTIES[row->clause->duty]));
}

/** What is counted for it. */
static struct cell measured(const struct build *build, const struct row *row)
{
    const struct results *results = build->results;
    if (row->control != SIZE_MAX)
        return cell_text(language_text(results->controls[row->control]->title));
    return cell_text(
        row->measure == SIZE_MAX ? NULL : language_text(results->measures[row->measure]->title));
}

static const char *print(const struct build *build, const struct cell *cell, struct column column)
{
    struct text text = {0};
    cell_print(cell, &column, &text);
    const char *printed = arena_text(build->arena, text_string(&text));
    text_finish(&text);
    return printed;
}

/** "87% of 1,234 accounts": a rate with what it is of; "4 of 5 accounts" below ten. */
static struct cell say_items(const struct build *build, const struct cell *value,
                             struct column column, const char *word)
{
    const char *number = print(build, value, column), *items = language_text(word);
    struct cell all = cell_count(value->denominator);
    if (value->kind != CELL_RATE || value->denominator < 10)
        return cell_text(phrase_filled(build->arena, PHRASE_CLAUSE_ITEMS, "number", number, "items",
                                       items, NULL));
    return cell_text(phrase_filled(build->arena, PHRASE_CLAUSE_SHARE, "share", number, "all",
                                   print(build, &all, (struct column){.unit = UNIT_COUNT}), "items",
                                   items, NULL));
}

static struct cell control_stands(const struct build *build, const struct row *row)
{
    struct cell rate = row_control_cell(build, row->control, row);
    if (rate.kind != CELL_RATE)
        return rate;
    return say_items(build, &rate, (struct column){.unit = UNIT_PERCENT},
                     build->results->controls[row->control]->item_word);
}

static struct cell measure_stands(const struct build *build, const struct row *row)
{
    struct cell value = row_measure_cell(build, row->measure, row);
    const struct measure_definition *measure = build->results->measures[row->measure];
    struct column column = {0};
    column.unit = row_measure_unit(build, row->measure, &column.decimals);
    if (value.kind == CELL_MARK || value.kind == CELL_BLANK)
        return value;
    value.unreliable = false; /* what it is of stands behind it, and no key of [u] below a text */
    const char *number = print(build, &value, column);
    if (column.unit == UNIT_HOURS || column.unit == UNIT_DAYS)
        return cell_text(phrase_filled(
            build->arena, column.unit == UNIT_HOURS ? PHRASE_CLAUSE_HOURS : PHRASE_CLAUSE_DAYS,
            "number", number, NULL));
    if (value.kind == CELL_RATE || value.kind == CELL_COUNT)
        return say_items(build, &value, column, measure->unit_word);
    return cell_text(measure->unit == MEASURE_PERCENT ? arena_printf(build->arena, "%s%%", number)
                                                      : number);
}

static struct cell stands(const struct build *build, const struct row *row)
{
    if (row->control != SIZE_MAX)
        return control_stands(build, row);
    return row->measure == SIZE_MAX ? cell_marked(CELL_NOT_AVAILABLE) : measure_stands(build, row);
}

static struct cell before(const struct build *build, const struct row *row)
{
    struct row earlier = *row;
    earlier.period--;
    return row->period == 0 ? cell_marked(CELL_NOT_AVAILABLE) : stands(build, &earlier);
}

static struct cell encouraged(const struct build *build, const struct row *row)
{
    struct row of = *row;
    of.body = results_group(build->results, GROUP_ENCOURAGED);
    return stands(build, &of);
}

const struct row_column CLAUSE_COLUMNS[] = {
    {"clause-id", PHRASE_COLUMN_CLAUSE_ID, UNIT_TEXT, 0, ROW_CLAUSE, id, "its id, such as EML-1"},
    {"clause-subject", PHRASE_COLUMN_CLAUSE_SUBJECT, UNIT_TEXT, 0, ROW_CLAUSE, subject,
     "what it is about"},
    {"clause-asks", PHRASE_COLUMN_CLAUSE_ASKS, UNIT_TEXT, 0, ROW_CLAUSE, asks, "in our own words"},
    {"clause-duty", PHRASE_COLUMN_CLAUSE_DUTY, UNIT_TEXT, 0, ROW_CLAUSE, duty,
     "critical, required or informative"},
    {"clause-measured", PHRASE_COLUMN_CLAUSE_MEASURED, UNIT_TEXT, 0, ROW_CLAUSE, measured,
     "the control or the measure that stands for it"},
    {"clause-stands", PHRASE_COLUMN_CLAUSE_STANDS, UNIT_TEXT, 0, ROW_CLAUSE, stands,
     "of the rows' bodies"},
    {"clause-before", PHRASE_COLUMN_CLAUSE_BEFORE, UNIT_TEXT, 0, ROW_CLAUSE, before,
     "of the rows' bodies"},
    {"clause-encouraged", PHRASE_COLUMN_CLAUSE_ENCOURAGED, UNIT_TEXT, 0, ROW_CLAUSE, encouraged,
     "how it stands with bodies that the Order encourages"},
    {0},
};
