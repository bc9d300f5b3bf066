/* SPDX-License-Identifier: MIT */
#include "document/table_build.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"
#include "document/build.h"
#include "document/fact.h"
#include "document/figure_form.h"
#include "document/rows.h"
#include "document/template.h"
#include "document/words.h"
#include "input/schema.h"

#include <string.h>

/** The columns of the sections or of the categories, whose table block it is. */
static size_t add_columns(const struct build *build, const struct node *of, bool sections,
                          const struct table *table, size_t *columns)
{
    size_t count = 0;
    const struct method *method = build->results->method;
    for (size_t s = 0; sections && s < method->section_count; s++)
        columns[count++] = table_column(table, method->sections[s].id);
    const struct measure_definition *measure =
        sections ? NULL : listings_measure(build->results->listings, node_text(of, "measure", ""));
    for (size_t b = 0; measure && b < measure->by_count; b++) {
        const struct category_list *list = measure_list(measure, b);
        if (strcmp(measure->by[b], node_text(of, "by", "")) != 0)
            continue;
        for (size_t k = 0; k < list->name_count; k++)
            columns[count++] = table_column(table, list->names[k]);
    }
    return count;
}

static void read_values(const struct build *build, const struct node *block, struct figure *figure)
{
    const char **words;
    size_t count = node_texts(block, "values", build->arena, &words);
    size_t *columns =
        arena_array(build->arena, count + figure->table->column_count, sizeof *columns);
    const struct node *of = template_table(build->template, node_text(block, "table", NULL));
    for (size_t i = 0; i < count; i++) {
        bool sections = strcmp(words[i], "sections") == 0;
        if (sections || strcmp(words[i], "categories") == 0)
            figure->value_count +=
                add_columns(build, of, sections, figure->table, &columns[figure->value_count]);
        else
            columns[figure->value_count++] = table_column(figure->table, words[i]);
    }
    figure->value_columns = columns;
}

/** FIGURE_NO_COLUMN where the template names none. */
static size_t read_column(const struct node *block, const char *key, const struct table *table)
{
    const char *word = node_text(block, key, NULL);
    return word ? table_column(table, word) : FIGURE_NO_COLUMN;
}

static void read_columns(const struct node *block, struct figure *figure)
{
    figure->before_column = read_column(block, "before", figure->table);
    figure->count_column = read_column(block, "count", figure->table);
    figure->lower_column = read_column(block, "lower", figure->table);
    figure->upper_column = read_column(block, "upper", figure->table);
    figure->group_column = read_column(block, "group", figure->table);
}

static void read_limits(const struct build *build, const struct node *block, struct figure *figure)
{
    const struct node *list = node_find(block, "limits");
    size_t count = list ? list->count : 0;
    struct figure_limit *limits = arena_array(build->arena, count, sizeof *limits);
    for (size_t i = 0; i < count; i++)
        limits[i] =
            (struct figure_limit){node_decimal(list->items[i], "at", 0),
                                  fact_fill(build, node_text(list->items[i], "label", NULL))};
    figure->limits = limits;
    figure->limit_count = count;
}

static void add_event(struct figure *figure, struct figure_event *events, const char *at,
                      const char *text, bool is_holiday)
{
    if (text)
        events[figure->event_count++] =
            (struct figure_event){.at = at, .text = text, .is_holiday = is_holiday};
}

/** What happened on the days of the quarter, and which of them were holidays. */
static void read_events(const struct build *build, const struct node *block, struct figure *figure)
{
    int32_t first = period_starts_on(build->results->period);
    int32_t behind = period_ends_before(build->results->period);
    struct row row = {.body = build->body == SIZE_MAX ? results_group(build->results, GROUP_ALL)
                                                      : build->body};
    if (!node_yes(block, "events", false))
        return;
    struct figure_event *events =
        arena_array(build->arena, 2 * (size_t)(behind - first), sizeof *events);
    for (row.day = first; row.day < behind; row.day++) {
        struct text at = {0};
        date_iso(&at, row.day);
        const char *day = arena_text(build->arena, text_string(&at));
        add_event(figure, events, day, row_event(build, &row), false);
        add_event(figure, events, day, row_holiday(build, &row), true);
        text_finish(&at);
    }
    figure->events = events;
}

/** What the data say, once the columns are known. */
static void say(const struct build *build, const struct node *block, struct figure *figure)
{
    figure->says = fact_fill(build, node_text(block, "says", NULL));
    if (figure_title_is_made(block))
        figure->title = words_title(build, figure);
    figure->alt = fact_fill(build, node_text(block, "alt", NULL));
    if (!figure->alt)
        figure->alt = words_alternative(build, figure);
    if (!node_yes(block, "in-words", false))
        return;
    const char *words = words_at_length(build, figure);
    figure->note = figure->note ? arena_printf(build->arena, "%s %s", words, figure->note) : words;
}

struct figure *figure_build(const struct build *build, const struct node *block,
                            const struct table *table)
{
    struct figure *figure = ARENA_NEW(build->arena, struct figure);
    *figure = (struct figure){
        .id = node_text(block, "id", NULL),
        .kind = (enum figure_kind)node_word(block, "kind", FIGURE_KINDS, 0),
        .title = fact_fill(build, node_text(block, "title", NULL)),
        .subtitle = node_find(block, "subtitle")
                        ? fact_fill(build, node_text(block, "subtitle", NULL))
                        : table->subtitle, /* filled already: never twice */
        .source = node_yes(block, "source", true) ? table->source : NULL,
        .note = fact_fill(build, node_text(block, "note", NULL)),
        .table = table,
        .label_column = table_column(table, node_text(block, "label", NULL)),
        .has_target = node_find(block, "target") != NULL,
        .target = node_decimal(block, "target", 0),
        .target_label = fact_fill(build, node_text(block, "target-label", NULL)),
        .row_limit = (size_t)node_integer(block, "limit", 0),
        .height = (double)node_integer(block, "height", 170),
    };
    figure->subject = fact_fill(build, node_text(block, "subject", NULL));
    figure->provisional = build->edition->draft;
    read_values(build, block, figure);
    read_columns(block, figure);
    read_limits(build, block, figure);
    read_events(build, block, figure);
    say(build, block, figure);
    return figure;
}
