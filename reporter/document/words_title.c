/* SPDX-License-Identifier: MIT */
#include "document/words.h"

#include "document/build.h"
#include "document/words_series.h"

#include <math.h>

#define MOST_WORDS 15

static size_t count_words(const char *text)
{
    size_t words = 0;
    for (const char *c = text; *c; c++)
        words += *c != ' ' && (c == text || c[-1] == ' ');
    return words;
}

/** "rose slightly to", "fell sharply to"; a series that went back in the last quarter is told from
 * its beginning on, for its end would sound like the last step. */
static enum phrase moved(const struct figure *figure, const struct series_facts *facts, bool up)
{
    static const enum phrase ROSE[] = {[TREND_SLIGHT] = PHRASE_TITLE_ROSE_SLIGHTLY,
                                       [TREND_PLAIN] = PHRASE_TITLE_ROSE,
                                       [TREND_SHARP] = PHRASE_TITLE_ROSE_SHARPLY};
    static const enum phrase FELL[] = {[TREND_SLIGHT] = PHRASE_TITLE_FELL_SLIGHTLY,
                                       [TREND_PLAIN] = PHRASE_TITLE_FELL,
                                       [TREND_SHARP] = PHRASE_TITLE_FELL_SHARPLY};
    if (facts->step == (up ? CHANGE_DOWN : CHANGE_UP))
        return up ? PHRASE_SERIES_ROSE : PHRASE_SERIES_FELL;
    return up ? ROSE[facts_size(figure, facts)] : FELL[facts_size(figure, facts)];
}

/** What the series does; PHRASE_ALT_SPAN where that is not clear enough for a title. */
static enum phrase message_of(const struct figure *figure, const struct series_facts *facts)
{
    switch (facts->trend) {
    case TREND_RISING:
    case TREND_FALLING:
        return moved(figure, facts, facts->trend == TREND_RISING);
    case TREND_ENDS:
        if (facts->ends == CHANGE_UP || facts->ends == CHANGE_DOWN)
            return moved(figure, facts, facts->ends == CHANGE_UP);
        return facts->ends == CHANGE_NONE ? PHRASE_TITLE_FLAT : PHRASE_ALT_SPAN;
    case TREND_FLAT:
        return PHRASE_TITLE_FLAT;
    case TREND_ROSE_THEN_FELL:
        return PHRASE_TITLE_ROSE_THEN_FELL;
    case TREND_FELL_THEN_ROSE:
        return PHRASE_TITLE_FELL_THEN_ROSE;
    case TREND_NONE:
    case TREND_FLUCTUATED:
        break;
    }
    return PHRASE_ALT_SPAN;
}

static const char *say_course(const struct teller *teller, const struct series_facts *facts,
                              enum phrase message)
{
    size_t turn = facts->trend == TREND_FELL_THEN_ROSE ? facts->lowest : facts->highest;
    return words_say(
        teller, message, "what", teller->figure->says, "first",
        words_value(teller, facts->first, facts->column), "from", words_label(teller, facts->first),
        "last", words_value(teller, facts->last, facts->column), "to",
        words_label(teller, facts->last), "turn", words_value(teller, turn, facts->column), NULL);
}

static const char *against_target(const struct teller *teller, const struct series_facts *facts,
                                  const char *title)
{
    const struct figure *figure = teller->figure;
    double value = cell_value(table_cell(figure->table, facts->last, facts->column));
    if (!figure->has_target)
        return title;
    return words_say(teller,
                     value > figure->target   ? PHRASE_TITLE_ABOVE
                     : value < figure->target ? PHRASE_TITLE_BELOW
                                              : PHRASE_TITLE_AT,
                     "title", title, "target", words_target(teller, facts->column), NULL);
}

static const char *title_of_quarters(const struct teller *teller, const struct series_facts *facts)
{
    enum phrase message = facts->is_census ? PHRASE_ALT_SPAN : message_of(teller->figure, facts);
    const char *title = say_course(teller, facts, message);
    const char *whole = message == PHRASE_ALT_SPAN ? title : against_target(teller, facts, title);
    return count_words(whole) <= MOST_WORDS ? whole : title;
}

static const char *name_row(const struct teller *teller, size_t row, size_t column)
{
    return words_say(teller, PHRASE_ALT_ROW, "label", words_label(teller, row), "value",
                     words_value(teller, row, column), NULL);
}

static const char *title_of_rows(const struct teller *teller, const struct series_facts *facts)
{
    return words_say(teller, PHRASE_TITLE_ROWS, "what", teller->figure->says, "top",
                     name_row(teller, facts->highest, facts->column), "bottom",
                     name_row(teller, facts->lowest, facts->column), NULL);
}

const char *words_title(const struct build *build, const struct figure *figure)
{
    struct teller teller = {build, figure, false};
    struct series_facts facts = series_facts_find(build, figure, figure->value_columns[0]);
    const char *title = figure->says;
    if (facts.is_time && facts.known > 1)
        title = title_of_quarters(&teller, &facts);
    else if (!facts.is_time && facts.known > 1 && facts.highest != facts.lowest)
        title = title_of_rows(&teller, &facts);
    return count_words(title) <= MOST_WORDS ? title : figure->says;
}
