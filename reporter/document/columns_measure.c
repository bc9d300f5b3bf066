/* SPDX-License-Identifier: MIT */

/* Columns about a measure, or one category of its breakdown, for a body in a period. */
#include "document/rows.h"

#include "base/arena.h"
#include "base/phrase.h"
#include "base/text.h"
#include "document/build.h"
#include "metrics/category.h"

#include <inttypes.h>
#include <string.h>

#define SECONDS_PER_HOUR 3600

static struct fraction value_of(const struct build *build, const struct row *row)
{
    return results_value(build->results,
                         (struct measurement_key){row->body, row->measure, row->period,
                                                  row->breakdown, row->category});
}

static const struct measure_definition *measure_of(const struct build *build, const struct row *row)
{
    return build->results->measures[row->measure];
}

enum column_unit row_measure_unit(const struct build *build, size_t measure, int *ret_decimals)
{
    const struct measure_definition *definition = build->results->measures[measure];
    bool whole = definition->statistic == STATISTIC_COUNT || definition->statistic == STATISTIC_SUM;
    *ret_decimals = whole ? 0 : 1;
    switch (definition->unit) {
    case MEASURE_PERCENT:
        return definition->statistic == STATISTIC_SHARE ? UNIT_PERCENT : UNIT_NUMBER;
    case MEASURE_SECONDS:
        return UNIT_HOURS;
    case MEASURE_WORKING_DAYS:
    case MEASURE_DAYS:
        return UNIT_DAYS;
    case MEASURE_NUMBER:
        break;
    }
    return whole ? UNIT_COUNT : UNIT_NUMBER;
}

/** Supplied at all, and in the row's quarter: not logging is not zero. */
static bool is_logged(const struct results *results, const struct row *row)
{
    return results->measure_measured[row->measure] &&
           (!results->measure_since || row->period >= results->measure_since[row->measure]);
}

/** Whether more than one kind of the measure's first breakdown has rows: methods of telling
 * sentiment, which do not add up. */
static bool is_mixed(const struct build *build, const struct row *row)
{
    struct results *results = build->results;
    size_t kinds = 0;
    if (!measure_of(build, row)->by_count)
        return false;
    for (size_t k = 0; k < results->categories[row->measure][0].count; k++) {
        struct fraction value = results_value(
            results, (struct measurement_key){row->body, row->measure, row->period, 1, k});
        kinds += value.n > 0 || value.withheld;
    }
    return kinds > 1;
}

/** A measure that rests on classified rows is shown where enough of them are. */
static bool is_classified(const struct build *build, const struct row *row)
{
    const char *id = measure_of(build, row)->requires_share;
    if (!id)
        return true;
    struct fraction share = results_value(
        build->results, (struct measurement_key){.body = row->body,
                                                 .measure = results_measure(build->results, id),
                                                 .period = row->period});
    return !share.withheld && share.denominator &&
           share.numerator * 100 >=
               build->results->method->minimum_classified * share.denominator &&
           (row->breakdown || !is_mixed(build, row));
}

bool row_measure_is_sampled(const struct build *build, const struct row *row)
{
    return !results_is_agency(build->results, row->body) ||
           item_is_person(measure_of(build, row)->item);
}

/** A share is a rate, which prints counts below ten rows. */
static struct cell value_cell(const struct build *build, const struct row *row)
{
    const struct measure_definition *measure = measure_of(build, row);
    if (!is_logged(build->results, row) || row->day > build->results->as_of)
        return cell_marked(CELL_NOT_AVAILABLE); /* a day that is still to come has no number */
    if (row->body < build->results->reference->agency_count &&
        !results_state(build->results, row->body, row->period)->exists)
        return cell_marked(CELL_NOT_APPLICABLE); /* there was no such body: that is no zero */
    if (!results_may_share(build->results, row->body, row->measure))
        return cell_marked(CELL_NOT_APPLICABLE);
    struct fraction value = value_of(build, row);
    if (value.withheld)
        return cell_marked(CELL_CONFIDENTIAL);
    if (value.denominator == 0)
        return cell_marked(CELL_NOT_APPLICABLE);
    if (!is_classified(build, row))
        return cell_marked(CELL_NOT_AVAILABLE);
    if (measure->statistic == STATISTIC_COUNT || measure->statistic == STATISTIC_SUM)
        return cell_count(value.numerator);
    if (measure->unit == MEASURE_SECONDS)
        return cell_ratio(value.numerator, value.denominator * SECONDS_PER_HOUR);
    if (measure->unit != MEASURE_PERCENT)
        return cell_ratio(value.numerator, value.denominator);
    if (measure->statistic != STATISTIC_SHARE)
        return cell_ratio(value.numerator * 100, value.denominator);
    return row_measure_is_sampled(build, row)
               ? cell_rate_of_many(value.numerator, value.denominator)
               : cell_rate(value.numerator, value.denominator);
}

struct cell row_category_cell(const struct build *build, const struct row *row)
{
    return value_cell(build, row);
}

/** Whether some category of the breakdown may hide a nought: then none is told. */
static bool has_unlisted(const struct build *build, const struct row *row)
{
    struct row of = *row;
    size_t count = build->results->categories[row->measure][row->breakdown - 1].count;
    for (of.category = 0; of.category < count; of.category++)
        if (value_of(build, &of).unlisted)
            return true;
    return false;
}

/** The category of that name in another measure's breakdown of that name. */
static struct cell same_category_cell(const struct build *build, struct row of, const char *by,
                                      const char *name)
{
    const struct measure_definition *measure = measure_of(build, &of);
    struct row all = of;
    for (size_t b = 0; b < measure->by_count; b++)
        if (strcmp(measure->by[b], by) == 0)
            of.breakdown = b + 1;
    const struct categories *categories = &build->results->categories[of.measure][of.breakdown - 1];
    for (of.category = 0; of.category < categories->count; of.category++)
        if (strcmp(categories->names[of.category], name) == 0)
            return value_cell(build, &of);
    struct cell whole = value_cell(build, &all);
    if (whole.kind == CELL_MARK)
        return whole;
    if (has_unlisted(build, &of))
        return cell_marked(CELL_CONFIDENTIAL);
    return measure->statistic == STATISTIC_COUNT ? cell_count(0) : cell_marked(CELL_NOT_APPLICABLE);
}

struct cell row_measure_cell(const struct build *build, size_t measure, const struct row *row)
{
    struct row of = *row;
    of.measure = measure;
    of.breakdown = of.category = 0;
    if (!row->breakdown)
        return value_cell(build, &of);
    return same_category_cell(
        build, of, measure_of(build, row)->by[row->breakdown - 1],
        build->results->categories[row->measure][row->breakdown - 1].names[row->category]);
}

static struct cell at(const struct build *build, const struct row *row, size_t quarters_back)
{
    if (row->period < quarters_back)
        return cell_marked(CELL_NOT_AVAILABLE);
    struct row then = *row;
    then.period -= quarters_back;
    return value_cell(build, &then);
}

static struct cell value(const struct build *build, const struct row *row)
{
    return at(build, row, 0);
}

static struct cell value_before(const struct build *build, const struct row *row)
{
    return at(build, row, 1);
}

static struct cell value_year_before(const struct build *build, const struct row *row)
{
    return at(build, row, 4);
}

static struct cell n(const struct build *build, const struct row *row)
{
    if (!build->results->measure_measured[row->measure])
        return cell_marked(CELL_NOT_AVAILABLE);
    struct fraction value = value_of(build, row);
    return value.n_withheld ? cell_marked(CELL_CONFIDENTIAL) : cell_count(value.n);
}

static struct cell id(const struct build *build, const struct row *row)
{
    return cell_text(measure_of(build, row)->id);
}

static struct cell title(const struct build *build, const struct row *row)
{
    return cell_text(language_text(measure_of(build, row)->title));
}

static struct cell clause(const struct build *build, const struct row *row)
{
    const char *clause = measure_of(build, row)->clause_id;
    return clause ? cell_text(clause) : cell_marked(CELL_NOT_APPLICABLE);
}

static struct cell formula(const struct build *build, const struct row *row)
{
    return cell_text(language_text(measure_of(build, row)->formula));
}

static struct cell unit(const struct build *build, const struct row *row)
{
    const struct measure_definition *measure = measure_of(build, row);
    switch (measure->unit) {
    case MEASURE_PERCENT: /* a share prints its own sign, or counts */
        return cell_text(measure->statistic == STATISTIC_SHARE ? NULL : "%");
    case MEASURE_SECONDS:
        return cell_text(phrase(PHRASE_UNIT_HOURS));
    case MEASURE_WORKING_DAYS:
        return cell_text(phrase(PHRASE_UNIT_WORKING_DAYS));
    case MEASURE_DAYS:
        return cell_text(phrase(PHRASE_UNIT_DAYS));
    case MEASURE_NUMBER:
        break;
    }
    return cell_text(language_text(measure->unit_word));
}

/** Codes are words for machines: their underscores are blanks for readers. */
const char *row_words(const struct build *build, const char *code)
{
    if (text_equal(code, CATEGORY_MISSING) || text_equal(code, CATEGORY_OTHER))
        return phrase(text_equal(code, CATEGORY_OTHER) ? PHRASE_CATEGORY_OTHER
                                                       : PHRASE_CATEGORY_MISSING);
    char *words = arena_text(build->arena, code);
    for (char *c = words; *c; c++)
        if (*c == '_')
            *c = ' ';
    return language_text(words);
}

static const char *range_words(const struct build *build, struct row_range range)
{
    struct text text = {0};
    const char *from = arena_printf(build->arena, "%" PRId64, range.from);
    const char *to = arena_printf(build->arena, "%" PRId64, range.to);
    if (range.from == range.to)
        text_append(&text, from);
    else
        phrase_say(&text,
                   range.to == INT64_MAX ? PHRASE_RANGE_MORE
                   : range.from == 0     ? PHRASE_RANGE_UP_TO
                                         : PHRASE_RANGE_TO,
                   "from", from, "to", to, NULL);
    const char *words = arena_text(build->arena, text_string(&text));
    text_finish(&text);
    return words;
}

const char *row_category_words(const struct build *build, size_t measure, size_t breakdown,
                               size_t category)
{
    const char *name = build->results->categories[measure][breakdown - 1].names[category];
    const struct category_list *list =
        measure_list(build->results->measures[measure], breakdown - 1);
    struct row_range range;
    if (list && list->order == CATEGORIES_RANGES && row_range_of(name, &range))
        return range_words(build, range);
    return row_words(build, name);
}

static struct cell category(const struct build *build, const struct row *row)
{
    return cell_text(row_category_words(build, row->measure, row->breakdown, row->category));
}

/** The number to which a range reaches. */
static struct cell up_to(const struct build *build, const struct row *row)
{
    struct row_range range;
    const char *name =
        build->results->categories[row->measure][row->breakdown - 1].names[row->category];
    if (!row_range_of(name, &range) || range.to == INT64_MAX)
        return cell_marked(CELL_NOT_APPLICABLE);
    return cell_count(range.to);
}

/** The category's part of the measure's whole, for counts. */
struct cell row_share_cell(const struct build *build, const struct row *row)
{
    struct row all = *row;
    all.breakdown = all.category = 0;
    struct fraction part = value_of(build, row), whole = value_of(build, &all);
    return part.n_withheld || whole.n_withheld ? cell_marked(CELL_CONFIDENTIAL)
                                               : cell_rate(part.n, whole.n);
}

/** The category together with all that stand before it, of the printed counts: it tells no more
 *  than they do. */
static struct cell cumulative(const struct build *build, const struct row *row)
{
    struct row all = *row, of = *row;
    all.breakdown = all.category = 0;
    struct fraction whole = value_of(build, &all), mine = value_of(build, row);
    bool withheld = whole.n_withheld || mine.n_withheld;
    int64_t sum = mine.n;
    size_t count = build->results->categories[row->measure][row->breakdown - 1].count;
    for (of.category = 0; of.category < count; of.category++) {
        if (!row_comes_before(build, row, of.category))
            continue;
        struct fraction before = value_of(build, &of);
        withheld |= before.n_withheld;
        sum += before.n;
    }
    /* Rounded parts may add up to more than their rounded whole. */
    return withheld ? cell_marked(CELL_CONFIDENTIAL)
                    : cell_rate(sum < whole.n ? sum : whole.n, whole.n);
}

const struct row_column MEASURE_COLUMNS[] = {
    {"measure", PHRASE_COLUMN_MEASURE, UNIT_TEXT, 0, ROW_MEASURE, id, "such as feedback-received"},
    {"measure-title", PHRASE_COLUMN_MEASURE_TITLE, UNIT_TEXT, 0, ROW_MEASURE, title,
     "what is measured"},
    {"measure-clause", PHRASE_COLUMN_MEASURE_CLAUSE, UNIT_TEXT, 0, ROW_MEASURE, clause,
     "such as FDB-2"},
    {"formula", PHRASE_COLUMN_FORMULA, UNIT_TEXT, 0, ROW_MEASURE, formula, "in words"},
    {"unit", PHRASE_COLUMN_UNIT, UNIT_TEXT, 0, ROW_MEASURE, unit, "of the value"},
    {"category", PHRASE_COLUMN_CATEGORY, UNIT_TEXT, 0, ROW_CATEGORY, category, "of the breakdown"},
    {"share", PHRASE_COLUMN_SHARE, UNIT_PERCENT, 0, ROW_CATEGORY, row_share_cell,
     "of the measure's rows"},
    {"cumulative-share", PHRASE_COLUMN_CUMULATIVE_SHARE, UNIT_PERCENT, 0, ROW_CATEGORY, cumulative,
     "of the category and all that stand before it in the breakdown's own order"},
    {"up-to", PHRASE_COLUMN_UP_TO, UNIT_COUNT, 0, ROW_CATEGORY, up_to,
     "the number to which a range reaches"},
    {"value", PHRASE_COLUMN_VALUE, UNIT_NUMBER, 1, ROW_MEASURE, value, "of the measure"},
    {"value-before", PHRASE_COLUMN_VALUE_BEFORE, UNIT_NUMBER, 1, ROW_MEASURE, value_before,
     "its value"},
    {"value-year-before", PHRASE_COLUMN_VALUE_YEAR_BEFORE, UNIT_NUMBER, 1, ROW_MEASURE,
     value_year_before, "the same quarter a year ago"},
    {"n", PHRASE_COLUMN_N, UNIT_COUNT, 0, ROW_MEASURE, n, "number of rows"},
    {0},
};
