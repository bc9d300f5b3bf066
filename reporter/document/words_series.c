/* SPDX-License-Identifier: MIT */
#include "document/words_series.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/number.h"
#include "base/text.h"
#include "document/build.h"

#include <math.h>
#include <string.h>

static const char *keep(const struct build *build, struct text *text)
{
    const char *kept = arena_text(build->arena, text_string(text));
    text_finish(text);
    return kept;
}

static const char *with_unit(const struct build *build, const struct column *column,
                             const char *value)
{
    if (column->unit == UNIT_HOURS)
        return phrase_filled(build->arena, PHRASE_VALUE_HOURS, "value", value, NULL);
    if (column->unit == UNIT_DAYS)
        return phrase_filled(build->arena, PHRASE_VALUE_DAYS, "value", value, NULL);
    return value;
}

static const char *mark_word(enum cell_mark mark)
{
    static const enum phrase WORDS[] = {[CELL_CONFIDENTIAL] = PHRASE_MARK_CONFIDENTIAL,
                                        [CELL_NOT_AVAILABLE] = PHRASE_MARK_NOT_AVAILABLE,
                                        [CELL_NOT_APPLICABLE] = PHRASE_MARK_NOT_APPLICABLE};
    return phrase(WORDS[mark]);
}

const char *words_cell(const struct build *build, const struct cell *cell,
                       const struct column *column)
{
    struct text text = {0};
    if (cell->kind == CELL_MARK)
        return mark_word((enum cell_mark)cell->number);
    struct cell plain = *cell;
    plain.unreliable = false; /* a sentence of its own says so */
    cell_print(&plain, column, &text);
    return with_unit(build, column, keep(build, &text));
}

const char *words_value(const struct teller *teller, size_t row, size_t column)
{
    const struct table *table = teller->figure->table;
    return words_cell(teller->build, table_cell(table, row, column), &table->columns[column]);
}

static const char *quarter(const struct teller *teller, int32_t period)
{
    struct text text = {0};
    if (!teller->at_length) {
        period_short(&text, period);
        return keep(teller->build, &text);
    }
    return words_say(teller, PHRASE_QUARTER_WORDS, "quarter",
                     words_number(teller->build, (size_t)(period % 4 + 1)), "year",
                     arena_printf(teller->build->arena, "%d", period / 4), NULL);
}

const char *words_label(const struct teller *teller, size_t row)
{
    size_t column = teller->figure->label_column;
    const struct cell *cell = table_cell(teller->figure->table, row, column);
    int32_t period;
    if (cell->kind == CELL_TEXT && period_parse(cell->text, strlen(cell->text), &period))
        return quarter(teller, period);
    return words_value(teller, row, column);
}

const char *words_target(const struct teller *teller, size_t column)
{
    const struct column *of = &teller->figure->table->columns[column];
    double target = teller->figure->target;
    struct text text = {0};
    number_decimal(&text, target, target == floor(target) ? 0 : 1);
    if (of->unit == UNIT_PERCENT)
        text_append(&text, "%");
    return with_unit(teller->build, of, keep(teller->build, &text));
}

/** The row of the turn of a series that turned. */
static size_t turn_of(const struct series_facts *facts)
{
    return facts->trend == TREND_FELL_THEN_ROSE ? facts->lowest : facts->highest;
}

static enum phrase moved(const struct teller *teller, const struct series_facts *facts, bool up)
{
    static const enum phrase ROSE[] = {[TREND_SLIGHT] = PHRASE_SERIES_ROSE_SLIGHTLY,
                                       [TREND_PLAIN] = PHRASE_SERIES_ROSE,
                                       [TREND_SHARP] = PHRASE_SERIES_ROSE_SHARPLY};
    static const enum phrase FELL[] = {[TREND_SLIGHT] = PHRASE_SERIES_FELL_SLIGHTLY,
                                       [TREND_PLAIN] = PHRASE_SERIES_FELL,
                                       [TREND_SHARP] = PHRASE_SERIES_FELL_SHARPLY};
    enum trend_size size = facts_size(teller->figure, facts);
    return up ? ROSE[size] : FELL[size];
}

static enum phrase compare_ends(const struct teller *teller, const struct series_facts *facts)
{
    switch (facts->ends) {
    case CHANGE_UP:
    case CHANGE_DOWN:
        return moved(teller, facts, facts->ends == CHANGE_UP);
    case CHANGE_UNCLEAR:
        return PHRASE_SERIES_UNCLEAR;
    case CHANGE_NONE:
        return PHRASE_SERIES_SAME;
    case CHANGE_UNKNOWN:
        break;
    }
    return PHRASE_SERIES_ONE;
}

static enum phrase course_of(const struct teller *teller, const struct series_facts *facts)
{
    if (!facts->known)
        return PHRASE_SERIES_EMPTY;
    if (facts->is_census)
        return facts->known == 1 ? PHRASE_SERIES_ONE : PHRASE_SERIES_WAS;
    switch (facts->trend) {
    case TREND_RISING:
    case TREND_FALLING:
        return moved(teller, facts, facts->trend == TREND_RISING);
    case TREND_ROSE_THEN_FELL:
        return PHRASE_SERIES_ROSE_THEN_FELL;
    case TREND_FELL_THEN_ROSE:
        return PHRASE_SERIES_FELL_THEN_ROSE;
    case TREND_FLAT:
        return facts->ends == CHANGE_NONE ? PHRASE_SERIES_SAME : PHRASE_SERIES_FLAT;
    case TREND_FLUCTUATED:
        return facts->swing == CHANGE_UNCLEAR ? PHRASE_SERIES_STEADY : PHRASE_SERIES_FLUCTUATED;
    case TREND_NONE:
    case TREND_ENDS:
        break;
    }
    return compare_ends(teller, facts);
}

const char *words_course(const struct teller *teller, const struct series_facts *facts,
                         const char *what)
{
    if (!facts->known)
        return words_say(teller, PHRASE_SERIES_EMPTY, "what", what, NULL);
    size_t turn = turn_of(facts), column = facts->column;
    return words_say(
        teller, course_of(teller, facts), "what", what, "first",
        words_value(teller, facts->first, column), "from", words_label(teller, facts->first),
        "last", words_value(teller, facts->last, column), "to", words_label(teller, facts->last),
        "turn", words_value(teller, turn, column), "at", words_label(teller, turn), "highest",
        words_value(teller, facts->highest, column), "lowest",
        words_value(teller, facts->lowest, column), NULL);
}

const char *words_step(const struct teller *teller, const struct series_facts *facts)
{
    static const enum phrase STEPS[] = {[CHANGE_NONE] = PHRASE_SERIES_STEP_SAME,
                                        [CHANGE_UNCLEAR] = PHRASE_SERIES_STEP_UNCLEAR,
                                        [CHANGE_UP] = PHRASE_SERIES_STEP_UP,
                                        [CHANGE_DOWN] = PHRASE_SERIES_STEP_DOWN};
    if (facts->step == CHANGE_UNKNOWN)
        return NULL;
    bool was = facts->is_census && facts->step != CHANGE_NONE;
    return words_say(teller, was ? PHRASE_SERIES_STEP_WAS : STEPS[facts->step], "before",
                     words_value(teller, facts->previous, facts->column), "from",
                     words_label(teller, facts->previous), NULL);
}

const char *words_extremes(const struct teller *teller, const struct series_facts *facts)
{
    if (facts->known < 2 || facts->highest == facts->lowest)
        return NULL;
    return words_say(teller, PHRASE_SERIES_EXTREMES, "highest",
                     words_value(teller, facts->highest, facts->column), "top",
                     words_label(teller, facts->highest), "lowest",
                     words_value(teller, facts->lowest, facts->column), "bottom",
                     words_label(teller, facts->lowest), NULL);
}

const char *words_met(const struct teller *teller, const struct series_facts *facts)
{
    if (!facts->has_met || !facts->known)
        return NULL;
    return words_say(teller, facts->is_time ? PHRASE_SERIES_MET : PHRASE_SERIES_MET_ROWS, "target",
                     words_target(teller, facts->column), "met",
                     words_number(teller->build, facts->met), "all",
                     words_number(teller->build, facts->known), NULL);
}

const char *words_number(const struct build *build, size_t number)
{
    struct text text = {0};
    number_count(&text, (int64_t)number);
    return keep(build, &text);
}
