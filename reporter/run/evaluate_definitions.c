/* SPDX-License-Identifier: MIT */
#include "run/evaluate_parts.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"
#include "metrics/method.h"
#include "metrics/results.h"
#include "run/home.h"

#include <stdlib.h>
#include <string.h>

static int compare_controls(const void *a, const void *b, void *method)
{
    const struct control *x = *(const struct control *const *)a;
    const struct control *y = *(const struct control *const *)b;
    size_t section_x = method_section(method, x->id), section_y = method_section(method, y->id);
    if (section_x != section_y)
        return section_x < section_y ? -1 : 1;
    return strverscmp(x->id, y->id);
}

static int compare_measures(const void *a, const void *b)
{
    const struct measure_definition *x = *(const struct measure_definition *const *)a;
    const struct measure_definition *y = *(const struct measure_definition *const *)b;
    return strcmp(x->id, y->id);
}

/** The days of the reported quarter. */
static void take_days(struct results *results, struct categories *categories)
{
    struct text name = {0};
    for (int32_t day = period_starts_on(results->period); day < period_ends_before(results->period);
         day++) {
        text_clear(&name);
        date_iso(&name, day);
        categories_take(categories, text_string(&name), results->arena);
    }
    text_finish(&name);
}

/** Categories that are there without any row, in their order: a nought among them is a count. */
static void take_known(struct results *results, const struct category_list *list,
                       struct categories *categories)
{
    for (size_t i = 0; i < list->name_count; i++)
        categories_take(categories, list->names[i], results->arena);
    if (list->order == CATEGORIES_DAYS)
        take_days(results, categories);
    for (size_t r = 0; list->order == CATEGORIES_REGIONS && r < results->reference->region_count;
         r++)
        categories_take(categories, results->reference->regions[r].code, results->arena);
}

static void make_categories(struct results *results, size_t measure)
{
    const struct measure_definition *definition = results->measures[measure];
    results->categories[measure] =
        arena_array(results->arena, definition->by_count + 1, sizeof **results->categories);
    for (size_t b = 0; b < definition->by_count; b++)
        if (measure_list(definition, b))
            take_known(results, measure_list(definition, b), &results->categories[measure][b]);
}

/** What is counted by definition, nothing yet. */
static void make_room(struct results *results)
{
    struct arena *arena = results->arena;
    size_t controls = results->control_count, measures = results->measure_count;
    results->control_left_out = arena_array(arena, controls + 1, sizeof(bool));
    results->control_measured = arena_array(arena, controls + 1, sizeof(bool));
    results->measure_measured = arena_array(arena, measures + 1, sizeof(bool));
    results->measure_since = arena_array(arena, measures + 1, sizeof(size_t));
    for (size_t m = 0; m < measures; m++)
        results->measure_since[m] = PERIODS;
    results->unassigned = arena_array(arena, controls + 2, sizeof(int64_t));
    results->later = arena_array(arena, results->listings->count + 1, sizeof(int64_t));
    results->categories = arena_array(arena, measures + 1, sizeof *results->categories);
    for (size_t m = 0; m < measures; m++)
        make_categories(results, m);
}

void evaluate_list_definitions(struct results *results, const struct home *home)
{
    const struct listings *listings = &home->listings;
    struct arena *arena = results->arena;
    size_t controls = 0, measures = 0;
    for (size_t l = 0; l < listings->count; l++) {
        controls += listings->items[l].control_count;
        measures += listings->items[l].measure_count;
    }
    results->controls = arena_array(arena, controls + 1, sizeof *results->controls);
    results->measures = arena_array(arena, measures + 1, sizeof *results->measures);
    for (size_t l = 0; l < listings->count; l++) {
        for (size_t i = 0; i < listings->items[l].control_count; i++)
            results->controls[results->control_count++] = &listings->items[l].controls[i];
        for (size_t i = 0; i < listings->items[l].measure_count; i++)
            results->measures[results->measure_count++] = &listings->items[l].measures[i];
    }
    qsort_r(results->controls, controls, sizeof *results->controls, compare_controls,
            (void *)(uintptr_t)&home->method);
    qsort(results->measures, measures, sizeof *results->measures, compare_measures);
    make_room(results);
}
