/* SPDX-License-Identifier: MIT */
#include "document/words_alternative.h"

#include "base/arena.h"
#include "base/text.h"
#include "document/build.h"
#include "document/words.h"

#include <string.h>

#define MOST_CHARACTERS 250

/* By the word of a template, so that a kind that is added elsewhere is found here or is "Chart". */
static const struct {
    const char *kind;
    enum phrase name;
    describe_function *describe;
} KINDS[] = {
    {"line", PHRASE_ALT_LINE, describe_series},
    {"column", PHRASE_ALT_COLUMN, describe_series},
    {"multiples", PHRASE_ALT_MULTIPLES, describe_series},
    {"bar", PHRASE_ALT_BAR, describe_rows},
    {"bullet", PHRASE_ALT_BULLET, describe_rows},
    {"regions", PHRASE_ALT_REGIONS, describe_rows},
    {"pareto", PHRASE_ALT_PARETO, describe_pareto},
    {"diverging", PHRASE_ALT_DIVERGING, describe_cells},
    {"dumbbell", PHRASE_ALT_DUMBBELL, describe_moves},
    {"grid", PHRASE_ALT_GRID, describe_statuses},
    {"strip", PHRASE_ALT_STRIP, describe_statuses},
    {"heat", PHRASE_ALT_HEAT, describe_cells},
    {"calendar", PHRASE_ALT_CALENDAR, describe_days},
    {"funnel", PHRASE_ALT_FUNNEL, describe_points},
    {"ecdf", PHRASE_ALT_ECDF, describe_bins},
    {"histogram", PHRASE_ALT_HISTOGRAM, describe_bins},
    {"percentiles", PHRASE_ALT_PERCENTILES, describe_percentiles},
};

void sentences_add(struct sentences *sentences, const char *sentence)
{
    if (sentence && *sentence && sentences->count < MOST_SENTENCES)
        sentences->items[sentences->count++] = sentence;
}

static size_t find_kind(const struct figure *figure)
{
    size_t k = 0;
    while (k < ARRAY_LENGTH(KINDS) && strcmp(KINDS[k].kind, FIGURE_KINDS[figure->kind]) != 0)
        k++;
    return k;
}

static struct sentences describe(const struct teller *teller)
{
    struct sentences sentences = {0};
    size_t kind = find_kind(teller->figure);
    (kind < ARRAY_LENGTH(KINDS) ? KINDS[kind].describe : describe_series)(teller, &sentences);
    return sentences;
}

/** What it shows, and over which quarters. */
static const char *name_it(const struct teller *teller)
{
    const struct figure *figure = teller->figure;
    const char *what = figure->says ? figure->says : figure->title;
    size_t rows = facts_rows(figure);
    if (figure->table->columns[figure->label_column].unit == UNIT_PERIOD && rows > 1)
        what = words_say(teller, PHRASE_ALT_SPAN, "what", what, "from", words_label(teller, 0),
                         "to", words_label(teller, rows - 1), NULL);
    size_t kind = find_kind(figure);
    return phrase_filled(teller->build->arena,
                         kind < ARRAY_LENGTH(KINDS) ? KINDS[kind].name : PHRASE_ALT_OTHER, "what",
                         what, NULL);
}

static const char *where_data_are(const struct teller *teller)
{
    const struct table *table = teller->figure->table;
    if (table->number)
        return words_say(teller, PHRASE_ALT_DATA, "number",
                         words_number(teller->build, (size_t)table->number), NULL);
    return table->in_workbook ? phrase(PHRASE_ALT_DATA_WORKBOOK) : "";
}

/** The bytes of its first `most` characters, back to the end of a word. */
static size_t cut(const char *text, size_t most)
{
    size_t bytes = 0, characters = 0, blank = 0;
    for (; text[bytes]; bytes++) {
        if (((unsigned char)text[bytes] & 0xC0) != 0x80 && characters++ == most)
            return blank ? blank : bytes;
        if (text[bytes] == ' ')
            blank = bytes;
    }
    return bytes;
}

static void end(struct text *text)
{
    size_t length = text->length;
    text_append(text, length && strchr(".!?", text_string(text)[length - 1]) ? " " : ". ");
}

static const char *keep(const struct build *build, struct text *text)
{
    while (text->length && text->data[text->length - 1] == ' ')
        text->data[--text->length] = '\0';
    const char *kept = arena_text(build->arena, text_string(text));
    text_finish(text);
    return kept;
}

const char *words_alternative(const struct build *build, const struct figure *figure)
{
    struct teller teller = {build, figure, true};
    struct sentences sentences = describe(&teller);
    const char *name = name_it(&teller), *data = where_data_are(&teller);
    size_t room = MOST_CHARACTERS - text_length(data) - 2;
    struct text text = {0};
    text_append_bytes(&text, name, cut(name, room));
    end(&text);
    for (size_t i = 0; i < sentences.count; i++) {
        if (text_length(text_string(&text)) + text_length(sentences.items[i]) > room)
            continue; /* a shorter one may still fit */
        text_append(&text, sentences.items[i]);
        end(&text);
    }
    text_append(&text, data);
    return keep(build, &text);
}

const char *words_at_length(const struct build *build, const struct figure *figure)
{
    struct teller teller = {build, figure, false};
    struct sentences sentences = describe(&teller);
    struct text text = {0};
    for (size_t i = 0; i < sentences.count; i++) {
        text_append(&text, sentences.items[i]);
        end(&text);
    }
    return keep(build, &text);
}
