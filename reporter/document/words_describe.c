/* SPDX-License-Identifier: MIT */

/* What there is to say of figures with a series of quarters, or with one value a row. */
#include "document/words_alternative.h"

#include "base/arena.h"
#include "document/build.h"

#include <string.h>

#define TOP 3

static struct series_facts facts_of(const struct teller *teller, size_t value)
{
    const struct figure *figure = teller->figure;
    return series_facts_find(teller->build, figure, figure->value_columns[value]);
}

/** The column's heading, without the unit in brackets that its values have already. */
static const char *name_of(const struct teller *teller, size_t value)
{
    const struct figure *figure = teller->figure;
    const struct column *column = &figure->table->columns[figure->value_columns[value]];
    const char *bracket = strstr(column->heading, " (");
    if (!bracket || (column->unit != UNIT_HOURS && column->unit != UNIT_DAYS))
        return column->heading;
    return arena_bytes(teller->build->arena, column->heading, (size_t)(bracket - column->heading));
}

static const char *missing(const struct teller *teller, const struct series_facts *facts)
{
    if (!facts->missing || !facts->known)
        return NULL;
    return words_say(teller, PHRASE_SERIES_MISSING, "missing",
                     words_number(teller->build, facts->missing), "all",
                     words_number(teller->build, facts->rows), NULL);
}

static const char *unreliable(const struct series_facts *facts)
{
    return facts->unreliable ? phrase(PHRASE_SERIES_UNRELIABLE) : NULL;
}

static const char *year_before(const struct teller *teller, const struct series_facts *facts)
{
    if (facts->year_before == SERIES_NONE)
        return NULL;
    return words_say(teller, PHRASE_SERIES_YEAR_BEFORE, "before",
                     words_value(teller, facts->year_before, facts->column), NULL);
}

static void describe_one_course(const struct teller *teller, struct sentences *sentences)
{
    struct series_facts facts = facts_of(teller, 0);
    sentences_add(sentences, words_course(teller, &facts, name_of(teller, 0)));
    sentences_add(sentences, words_step(teller, &facts));
    sentences_add(sentences, words_extremes(teller, &facts));
    sentences_add(sentences, words_met(teller, &facts));
    sentences_add(sentences, missing(teller, &facts));
    sentences_add(sentences, year_before(teller, &facts));
    sentences_add(sentences, unreliable(&facts));
}

static const char *value_at(const struct teller *teller, size_t row, size_t column)
{
    return words_say(teller, PHRASE_ALT_ROW, "label", words_label(teller, row), "value",
                     words_value(teller, row, column), NULL);
}

static const char *list_rows(const struct teller *teller, size_t column, const size_t *rows,
                             size_t count)
{
    const char *list = value_at(teller, rows[0], column);
    for (size_t i = 1; i < count; i++)
        list = words_say(teller, PHRASE_LIST_AND, "list", list, "next",
                         value_at(teller, rows[i], column), NULL);
    return list;
}

/** The three highest and the lowest row; never a row twice. */
static const char *rank_rows(const struct teller *teller, const struct series_facts *facts,
                             const char *what)
{
    size_t highest[TOP];
    const char *known = words_number(teller->build, facts->known);
    if (!facts->known)
        return words_say(teller, PHRASE_SERIES_EMPTY, "what", what, NULL);
    if (facts->known == 1)
        return words_say(teller, PHRASE_ALT_ONE_ROW, "what", what, "value",
                         words_value(teller, facts->first, facts->column), "label",
                         words_label(teller, facts->first), NULL);
    if (facts->highest == facts->lowest)
        return words_say(teller, PHRASE_ALT_ALL_ALIKE, "what", what, "value",
                         words_value(teller, facts->first, facts->column), "all", known, NULL);
    size_t most = facts->known > TOP ? TOP : facts->known - 1;
    size_t count = facts_order(teller->figure, facts->column, true, highest, most);
    return words_say(teller, PHRASE_ALT_ROWS, "what", what, "all", known, "top",
                     list_rows(teller, facts->column, highest, count), "bottom",
                     value_at(teller, facts->lowest, facts->column), NULL);
}

/** The row that stands out, by thirds of the order. */
static const char *place_subject(const struct teller *teller, const struct series_facts *facts)
{
    static const enum phrase THIRDS[] = {PHRASE_ALT_SUBJECT_UPPER, PHRASE_ALT_SUBJECT_MIDDLE,
                                         PHRASE_ALT_SUBJECT_LOWER};
    const struct figure *figure = teller->figure;
    size_t subject = facts_row(figure, figure->subject);
    if (subject == SERIES_NONE || facts->known < 6)
        return NULL;
    size_t above = facts_above(figure, facts->column, subject);
    if (above == SERIES_NONE)
        return NULL;
    return words_say(teller, THIRDS[3 * above / facts->known], "label",
                     words_label(teller, subject), "value",
                     words_value(teller, subject, facts->column), NULL);
}

void describe_rows(const struct teller *teller, struct sentences *sentences)
{
    for (size_t i = 0; i < teller->figure->value_count; i++) {
        struct series_facts facts = facts_of(teller, i);
        sentences_add(sentences, rank_rows(teller, &facts, name_of(teller, i)));
        if (i > 0)
            continue;
        sentences_add(sentences, place_subject(teller, &facts));
        sentences_add(sentences, words_met(teller, &facts));
        sentences_add(sentences, missing(teller, &facts));
        sentences_add(sentences, unreliable(&facts));
    }
}

void describe_series(const struct teller *teller, struct sentences *sentences)
{
    const struct figure *figure = teller->figure;
    if (figure->table->columns[figure->label_column].unit != UNIT_PERIOD) {
        describe_rows(teller, sentences);
        return;
    }
    if (figure->value_count == 1) {
        describe_one_course(teller, sentences);
        return;
    }
    for (size_t i = 0; i < figure->value_count; i++) {
        struct series_facts facts = facts_of(teller, i);
        sentences_add(sentences, words_course(teller, &facts, name_of(teller, i)));
    }
}

/** How many rows went up, went down, or did neither clearly. */
struct moves {
    size_t up, down, still, all;
};

static struct moves count_moves(const struct figure *figure)
{
    struct moves moves = {0};
    size_t now = figure->value_columns[0], before = figure->before_column;
    for (size_t r = 0; r < facts_rows(figure); r++) {
        enum change_kind change =
            change_between(table_cell(figure->table, r, before), table_cell(figure->table, r, now),
                           &figure->table->columns[now]);
        moves.up += change == CHANGE_UP;
        moves.down += change == CHANGE_DOWN;
        moves.still += change == CHANGE_NONE || change == CHANGE_UNCLEAR;
        moves.all += change != CHANGE_UNKNOWN;
    }
    return moves;
}

void describe_moves(const struct teller *teller, struct sentences *sentences)
{
    const struct figure *figure = teller->figure;
    struct series_facts facts = facts_of(teller, 0);
    if (figure->before_column != FIGURE_NO_COLUMN && !facts.is_census) {
        struct moves moves = count_moves(figure);
        const struct build *build = teller->build;
        sentences_add(sentences,
                      words_say(teller, PHRASE_ALT_MOVES, "up", words_number(build, moves.up),
                                "down", words_number(build, moves.down), "still",
                                words_number(build, moves.still), "all",
                                words_number(build, moves.all), NULL));
    }
    describe_rows(teller, sentences);
}
