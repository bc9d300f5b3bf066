/* SPDX-License-Identifier: MIT */
#include "run/strings.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/text.h"
#include "document/rows.h"
#include "document/template.h"
#include "metrics/reconcile.h"
#include "run/home.h"
#include "run/reports.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct collection {
    struct strings strings;
    struct map *seen;
    const char *from;
};

static void take(struct collection *collection, const char *english)
{
    struct strings *strings = &collection->strings;
    if (!english || !*english || !map_add(collection->seen, english, strings->count))
        return;
    strings->items =
        vector_grow(strings->items, strings->count, &strings->capacity, sizeof *strings->items);
    strings->items[strings->count++] = (struct string_found){collection->from, english};
}

/* The keys of a template under which readers' texts stand. A figure's label is the word of a
 * column, and a fact alone has nothing to translate. */
static const char *const READ[] = {"text",        "lead",         "note",    "bullets", "title",
                                   "short-title", "label",        "unit",    "foot",    "notes",
                                   "source",      "empty",        "sheet",   "alt",     "subtitle",
                                   "term",        "target-label", "meaning", "says",    "headings"};

static bool is_read(const char *key)
{
    for (size_t i = 0; i < ARRAY_LENGTH(READ); i++)
        if (strcmp(READ[i], key) == 0)
            return true;
    return false;
}

/** Nothing but facts: "{{score.contested}} {{score.bounds}}". */
static bool is_facts(const char *text)
{
    for (const char *open; (open = strstr(text, "{{")); text = strstr(open, "}}") + 2)
        for (; text < open; text++)
            if (isalpha((unsigned char)*text))
                return false;
    while (*text && !isalpha((unsigned char)*text))
        text++;
    return !*text;
}

/** What is for the program: a column, "auto", "no". */
static bool is_word(const char *text)
{
    return row_column_find(text) || text_equal(text, "auto") || text_equal(text, "no");
}

static void take_node(struct collection *collection, const struct node *node, bool read)
{
    if (node->kind == NODE_TEXT) {
        if (read && !is_word(node->text) && !is_facts(node->text))
            take(collection, node->text);
        return;
    }
    for (size_t i = 0; i < node->count; i++)
        take_node(collection, node->items[i],
                  read || (node->kind == NODE_MAP && is_read(node->keys[i]->text)));
}

static bool take_templates(struct collection *collection, const struct home *home,
                           struct arena *arena, struct error *err)
{
    const char **names;
    size_t count;
    if (!reports_names(home, arena, &names, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct template template;
        const char *path =
            home_file(home, "templates", arena_printf(arena, "%s.yaml", names[i]), arena);
        if (!template_load(path, &home->listings, arena, &template, err))
            return false;
        collection->from = arena_printf(arena, "template %s", names[i]);
        take(collection, template.title);
        take(collection, template.short_title);
        take_node(collection, template.body, false);
    }
    return true;
}

static void take_method(struct collection *collection, const struct method *method)
{
    collection->from = "method";
    for (size_t i = 0; i < method->class_count; i++)
        take(collection, method->classes[i].title);
    for (size_t i = 0; i < method->section_count; i++)
        take(collection, method->sections[i].title);
    for (size_t i = 0; i < method->band_count; i++)
        take(collection, method->bands[i].name);
}

static void take_clauses(struct collection *collection, const struct clauses *clauses)
{
    collection->from = "clauses";
    for (size_t i = 0; DUTIES[i]; i++)
        take(collection, DUTIES[i]);
    for (size_t i = 0; i < clauses->count; i++) {
        take(collection, clauses->items[i].subject);
        take(collection, clauses->items[i].asks);
    }
}

static void take_control(struct collection *collection, const struct control *control)
{
    take(collection, control->title);
    take(collection, control->clause);
    take(collection, control->basis);
    take(collection, control->standing);
    take(collection, control->item_word);
    take(collection, control->owner);
    take(collection, control->fix);
    for (size_t i = 0; i < control->reason_count; i++)
        take(collection, control->reasons[i].sentence);
}

static void take_measure(struct collection *collection, const struct measure_definition *measure)
{
    take(collection, measure->title);
    take(collection, measure->formula);
    take(collection, measure->unit_word);
    for (size_t i = 0; i < measure->by_count; i++)
        take(collection, measure->by_titles[i]);
}

static void take_listings(struct collection *collection, const struct listings *listings,
                          struct arena *arena)
{
    for (size_t l = 0; l < listings->count; l++) {
        const struct listing *listing = &listings->items[l];
        collection->from = arena_printf(arena, "listing %s", listing->name);
        for (size_t i = 0; i < listing->control_count; i++)
            take_control(collection, &listing->controls[i]);
        for (size_t i = 0; i < listing->measure_count; i++)
            take_measure(collection, &listing->measures[i]);
    }
}

static void take_check(struct collection *collection, const struct quality_check *check)
{
    take(collection, check->rows.title);
    take(collection, check->sentence);
    for (size_t i = 0; i < check->detail_count; i++)
        take(collection, check->details[i].sentence);
}

static void take_checks(struct collection *collection, const struct checks *checks)
{
    collection->from = "checks";
    for (size_t i = 0; i < checks->count; i++)
        take_check(collection, &checks->items[i]);
    for (size_t i = 0; RECONCILE_CHECKS[i]; i++)
        take_check(collection, RECONCILE_CHECKS[i]);
}

bool strings_collect(const struct home *home, struct arena *arena, struct strings *ret_strings,
                     struct error *err)
{
    struct collection collection = {.seen = map_new()};
    bool good = take_templates(&collection, home, arena, err);
    take_method(&collection, &home->method);
    take_clauses(&collection, &home->listings.clauses);
    take_listings(&collection, &home->listings, arena);
    take_checks(&collection, &home->checks);
    map_free(collection.seen);
    *ret_strings = collection.strings;
    if (!good)
        strings_finish(ret_strings);
    return good;
}

void strings_finish(struct strings *strings)
{
    free(strings->items);
    *strings = (struct strings){0};
}
