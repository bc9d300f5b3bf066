/* SPDX-License-Identifier: MIT */

/* By what the measures of a header are broken down, and in which order the categories stand. */
#include "data/listing_header.h"

#include "base/arena.h"
#include "base/error.h"
#include "data/listing.h"
#include "input/schema.h"

#include <string.h>

const char *const CATEGORY_ORDERS[] = {"ranges", "regions", "days", NULL}; /* behind `are` */

const struct category_list *measure_list(const struct measure_definition *measure, size_t by)
{
    return measure->by_lists ? measure->by_lists[by] : NULL;
}

bool measure_is_whole(const struct measure_definition *measure, size_t by)
{
    return measure->by_whole && measure->by_whole[by];
}

/* ---- Categories ---- */

static bool read_categories(const struct node *node, struct arena *arena,
                            struct category_list *list, struct error *err)
{
    const struct node *of = node_find(node, "of"), *are = node_find(node, "are");
    *list = (struct category_list){
        .column = node_text(node, "column", NULL), .order = CATEGORIES_NAMED, .place = node->place};
    if ((of == NULL) == (are == NULL))
        return error_at(err, ERROR_CONFIG, &node->place,
                        "the categories of '%s' stand behind 'are', or are said with 'of'",
                        list->column);
    list->name_count = node_texts(node, "are", arena, &list->names);
    if (of)
        list->order =
            (enum category_order)(CATEGORIES_NAMED + 1 + node_word(node, "of", CATEGORY_ORDERS, 0));
    return true;
}

static const struct category_list *find_list(const struct listing *listing, const char *column)
{
    for (size_t i = 0; i < listing->category_count; i++)
        if (strcmp(listing->categories[i].column, column) == 0)
            return &listing->categories[i];
    return NULL;
}

bool listing_categories_read(const struct node *node, struct arena *arena, struct listing *listing,
                             struct error *err)
{
    size_t count = node ? node->count : 0;
    listing->categories = arena_array(arena, count + 1, sizeof *listing->categories);
    listing->category_count = 0;
    for (size_t i = 0; i < count; i++) {
        struct category_list list;
        if (!read_categories(node->items[i], arena, &list, err))
            return false;
        if (find_list(listing, list.column))
            return error_at(err, ERROR_CONFIG, &list.place,
                            "the categories of '%s' are said already", list.column);
        listing->categories[listing->category_count++] = list;
    }
    return true;
}

static bool is_used(const struct listing *listing, const struct category_list *list)
{
    for (size_t m = 0; m < listing->measure_count; m++)
        for (size_t b = 0; b < listing->measures[m].by_count; b++)
            if (measure_list(&listing->measures[m], b) == list)
                return true;
    return false;
}

bool listing_categories_used(const struct listing *listing, struct error *err)
{
    for (size_t i = 0; i < listing->category_count; i++)
        if (!is_used(listing, &listing->categories[i]))
            return error_at(err, ERROR_CONFIG, &listing->categories[i].place,
                            "no measure is broken down by '%s'", listing->categories[i].column);
    return true;
}

/* ---- Breakdowns ---- */

/** Mandated and encouraged bodies share counts and sums, and no rate. */
static bool check_whole(const struct measure_definition *measure, const struct node *whole,
                        struct error *err)
{
    bool adds_up = measure->statistic == STATISTIC_COUNT || measure->statistic == STATISTIC_SUM;
    return !whole || adds_up ||
           error_at(err, ERROR_CONFIG, &whole->place,
                    "measure '%s': only counts and sums are broken down 'by-whole'", measure->id);
}

bool listing_breakdowns_read(const struct node *node, const struct listing *listing,
                             struct arena *arena, struct measure_definition *measure,
                             struct error *err)
{
    const struct node *const maps[] = {node_find(node, "by"), node_find(node, "by-whole")};
    size_t count = (maps[0] ? maps[0]->count : 0) + (maps[1] ? maps[1]->count : 0), b = 0;
    measure->by = arena_array(arena, count + 1, sizeof *measure->by);
    measure->by_titles = arena_array(arena, count + 1, sizeof *measure->by_titles);
    measure->by_lists = arena_array(arena, count + 1, sizeof *measure->by_lists);
    bool *whole = arena_array(arena, count + 1, sizeof *whole);
    for (size_t m = 0; m < ARRAY_LENGTH(maps); m++)
        for (size_t i = 0; maps[m] && i < maps[m]->count; i++, b++) {
            measure->by[b] = maps[m]->keys[i]->text;
            measure->by_titles[b] = maps[m]->items[i]->text;
            measure->by_lists[b] = find_list(listing, measure->by[b]);
            whole[b] = m == 1;
        }
    measure->by_count = count;
    measure->by_whole = whole;
    return check_whole(measure, maps[1], err);
}
