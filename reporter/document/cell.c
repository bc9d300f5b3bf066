/* SPDX-License-Identifier: MIT */
#include "document/document.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/date.h"
#include "base/number.h"
#include "base/phrase.h"
#include "base/text.h"

/* Below so many items a percentage says more than is known. */
#define FEWEST_FOR_PERCENT 10
/* Below so many bodies or persons a rate is of low reliability. */
#define FEWEST_FOR_RELIABLE 30

static const char *const MARKS[] = {
    [CELL_CONFIDENTIAL] = "[c]",
    [CELL_NOT_AVAILABLE] = "[x]",
    [CELL_NOT_APPLICABLE] = "[z]",
};

struct cell cell_text(const char *text)
{
    return (struct cell){.kind = text ? CELL_TEXT : CELL_BLANK, .text = text};
}

struct cell cell_count(int64_t count)
{
    return (struct cell){.kind = CELL_COUNT, .number = count};
}

struct cell cell_rate(int64_t numerator, int64_t denominator)
{
    if (denominator == 0)
        return cell_marked(CELL_NOT_APPLICABLE);
    assert(numerator >= 0 && numerator <= denominator);
    return (struct cell){.kind = CELL_RATE, .number = numerator, .denominator = denominator};
}

struct cell cell_rate_of_many(int64_t numerator, int64_t denominator)
{
    struct cell cell = cell_rate(numerator, denominator);
    cell.unreliable = cell.kind == CELL_RATE && denominator >= FEWEST_FOR_PERCENT &&
                      denominator < FEWEST_FOR_RELIABLE;
    return cell;
}

struct cell cell_ratio(int64_t numerator, int64_t denominator)
{
    if (denominator == 0)
        return cell_marked(CELL_NOT_APPLICABLE);
    assert(denominator > 0);
    return (struct cell){.kind = CELL_RATIO, .number = numerator, .denominator = denominator};
}

struct cell cell_date(int32_t day)
{
    return (struct cell){.kind = CELL_DATE, .number = day};
}

struct cell cell_status(enum status status)
{
    return (struct cell){.kind = CELL_STATUS, .number = status};
}

struct cell cell_series(const double *values, size_t count)
{
    return (struct cell){.kind = CELL_SERIES, .values = values, .number = (int64_t)count};
}

struct cell cell_marked(enum cell_mark mark)
{
    return (struct cell){.kind = CELL_MARK, .number = mark};
}

bool cell_is_percent(const struct cell *rate)
{
    return rate->denominator >= FEWEST_FOR_PERCENT;
}

bool cell_is_few(const struct cell *cell)
{
    return cell->kind == CELL_RATE && !cell_is_percent(cell);
}

bool cell_has_value(const struct cell *cell)
{
    return (cell->kind == CELL_STATUS && cell->number != STATUS_NONE) || isfinite(cell_value(cell));
}

static void print_counts(const struct cell *cell, struct text *text)
{
    struct text met = {0}, items = {0};
    number_count(&met, cell->number);
    number_count(&items, cell->denominator);
    phrase_say(text, PHRASE_CELL_OF, "number", text_string(&met), "all", text_string(&items), NULL);
    text_finish(&met);
    text_finish(&items);
}

static void print_rate(const struct cell *cell, struct text *text)
{
    if (!cell_is_percent(cell)) {
        print_counts(cell, text);
        return;
    }
    number_percent(text, cell->number, cell->denominator,
                   number_percent_decimals(cell->denominator));
    text_append(text, "%");
    if (cell->unreliable) {
        text_append(text, " ");
        text_append(text, phrase(PHRASE_CELL_UNRELIABLE));
    }
}

static void print_number(const struct cell *cell, const struct column *column, struct text *text)
{
    bool full = cell->number >= 100 * cell->denominator;
    if (cell->kind == CELL_COUNT)
        number_count(text, cell->number);
    else if (column->unit == UNIT_SCORE && column->decimals == 1 && !full &&
             20 * cell->number + cell->denominator >= 2000 * cell->denominator)
        text_append(text, "99.9"); /* a full score is never rounded up to */
    else
        number_ratio(text, cell->number, cell->denominator, column->decimals);
}

/* A change carries its sign, but what rounds to nothing has none. */
static void print_change(const struct cell *cell, const struct column *column, struct text *text)
{
    struct text number = {0};

    print_number(cell, column, &number);
    if (cell->number > 0 && strpbrk(text_string(&number), "123456789"))
        text_append(text, "+");
    text_append(text, text_string(&number));
    text_finish(&number);
}

void cell_print(const struct cell *cell, const struct column *column, struct text *text)
{
    switch (cell->kind) {
    case CELL_BLANK:
        break;
    case CELL_TEXT:
        text_append(text, cell->text);
        break;
    case CELL_COUNT:
    case CELL_RATIO:
        if (column->unit == UNIT_POINTS)
            print_change(cell, column, text);
        else
            print_number(cell, column, text);
        break;
    case CELL_RATE:
        print_rate(cell, text);
        break;
    case CELL_DATE:
        date_short(text, (int32_t)cell->number);
        break;
    case CELL_STATUS:
        text_append(text, status_word((enum status)cell->number));
        break;
    case CELL_MARK:
        text_append(text, MARKS[cell->number]);
        break;
    case CELL_SERIES:
        break; /* drawn */
    }
}

double cell_value(const struct cell *cell)
{
    switch (cell->kind) {
    case CELL_COUNT:
        return (double)cell->number;
    case CELL_RATE:
        return 100.0 * (double)cell->number / (double)cell->denominator;
    case CELL_RATIO:
        return (double)cell->number / (double)cell->denominator;
    case CELL_BLANK:
    case CELL_TEXT:
    case CELL_DATE:
    case CELL_STATUS:
    case CELL_MARK:
    case CELL_SERIES:
        return NAN;
    }
    return NAN;
}
