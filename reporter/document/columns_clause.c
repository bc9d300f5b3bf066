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
    return cell_text(row->clause->subject);
}

static struct cell asks(const struct build *build, const struct row *row)
{
    (void)build;
    return cell_text(row->clause->asks);
}

static struct cell duty(const struct build *build, const struct row *row)
{
    (void)build;
    return cell_text(DUTIES[row->clause->duty]);
}

/** What is counted for it. */
static struct cell measured(const struct build *build, const struct row *row)
{
    const struct results *results = build->results;
    if (row->control != SIZE_MAX)
        return cell_text(results->controls[row->control]->title);
    return cell_text(row->measure == SIZE_MAX ? NULL : results->measures[row->measure]->title);
}

/** "87% of 1,234 accounts": a rate with what it is of. */
static void add_items(struct text *text, const struct cell *rate, int64_t n, const char *word)
{
    if (rate->kind == CELL_RATE && rate->denominator >= 10) {
        struct cell items = cell_count(n);
        text_append(text, " of ");
        cell_print(&items, &(struct column){.unit = UNIT_COUNT}, text);
    }
    text_printf(text, " %s", word);
}

static struct cell finish(const struct build *build, struct text *text)
{
    const char *said = arena_text(build->arena, text_string(text));
    text_finish(text);
    return cell_text(said);
}

static struct cell control_stands(const struct build *build, const struct row *row)
{
    struct cell rate = row_control_cell(build, row->control, row);
    struct text text = {0};
    if (rate.kind != CELL_RATE)
        return rate;
    cell_print(&rate, &(struct column){.unit = UNIT_PERCENT}, &text);
    add_items(&text, &rate, rate.denominator, build->results->controls[row->control]->item_word);
    return finish(build, &text);
}

static struct cell measure_stands(const struct build *build, const struct row *row)
{
    struct cell value = row_measure_cell(build, row->measure, row);
    struct column column = {0};
    struct text text = {0};
    column.unit = row_measure_unit(build, row->measure, &column.decimals);
    if (value.kind == CELL_MARK || value.kind == CELL_BLANK)
        return value;
    cell_print(&value, &column, &text);
    const struct measure_definition *measure = build->results->measures[row->measure];
    if (column.unit == UNIT_HOURS || column.unit == UNIT_DAYS)
        text_append(&text, column.unit == UNIT_HOURS ? " hours" : " days");
    else if (value.kind == CELL_RATE || value.kind == CELL_COUNT)
        add_items(&text, &value, value.denominator, measure->unit_word);
    else if (measure->unit == MEASURE_PERCENT)
        text_append(&text, "%");
    return finish(build, &text);
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
    {"clause-id", "Clause", UNIT_TEXT, 0, ROW_CLAUSE, id, "its id, such as EML-1"},
    {"clause-subject", "Subject", UNIT_TEXT, 0, ROW_CLAUSE, subject, "what it is about"},
    {"clause-asks", "What the Order asks", UNIT_TEXT, 0, ROW_CLAUSE, asks, "in our own words"},
    {"clause-duty", "Duty", UNIT_TEXT, 0, ROW_CLAUSE, duty, "critical, required or informative"},
    {"clause-measured", "What is counted", UNIT_TEXT, 0, ROW_CLAUSE, measured,
     "the control or the measure that stands for it"},
    {"clause-stands", "How it stands", UNIT_TEXT, 0, ROW_CLAUSE, stands, "of the rows' bodies"},
    {"clause-before", "Quarter before", UNIT_TEXT, 0, ROW_CLAUSE, before, "of the rows' bodies"},
    {"clause-encouraged", "Encouraged bodies", UNIT_TEXT, 0, ROW_CLAUSE, encouraged,
     "how it stands with bodies that the Order encourages"},
    {0},
};
