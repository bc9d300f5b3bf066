/* SPDX-License-Identifier: MIT */

/* Rows of a measure's breakdown: its categories, of which some are regions and some days. */
#include "document/rows.h"

#include "base/arena.h"
#include "base/date.h"
#include "document/build.h"
#include "document/members.h"

#include <stdlib.h>

#define LAST (PERIODS - 1)

static const struct categories *categories_of(const struct build *build, const struct query *query)
{
    return &build->results->categories[query->measure][query->breakdown - 1];
}

static struct row category_row(const struct query *query, size_t category)
{
    return (struct row){.body = query->group,
                        .period = LAST,
                        .measure = query->measure,
                        .breakdown = query->breakdown,
                        .category = category};
}

/** Whether the category had rows so many quarters ago: the table shows those columns too. */
static bool has_rows(const struct build *build, struct row row, size_t quarters_back)
{
    struct measurement_key key = {row.body, row.measure, LAST - quarters_back, row.breakdown,
                                  row.category};
    struct fraction value = results_value(build->results, key);
    return value.n > 0 || value.withheld || value.n_withheld;
}

static bool has_any_rows(const struct build *build, struct row row)
{
    return has_rows(build, row, 0) || has_rows(build, row, 1) || has_rows(build, row, 4);
}

/** How many of the categories are there without any row: they came first. */
static size_t count_known(const struct build *build, const struct category_list *list)
{
    int32_t period = build->results->period;
    if (!list || list->order == CATEGORIES_RANGES)
        return 0;
    if (list->order == CATEGORIES_REGIONS)
        return build->results->reference->region_count;
    if (list->order == CATEGORIES_DAYS)
        return (size_t)(period_ends_before(period) - period_starts_on(period));
    return list->name_count;
}

bool row_range_of(const char *name, struct row_range *ret_range)
{
    char *end;
    long long from = strtoll(name, &end, 10), to = from;
    if (end == name || from < 0)
        return false;
    if (*end == '-') {
        const char *behind = end + 1;
        to = strtoll(behind, &end, 10);
        if (end == behind)
            to = INT64_MAX;
    }
    *ret_range = (struct row_range){from, to};
    return *end == '\0' && to >= from;
}

/** Words stand behind all ranges. */
static int64_t position(const struct categories *categories, size_t category)
{
    struct row_range range;
    return row_range_of(categories->names[category], &range) ? range.from : INT64_MAX;
}

bool row_comes_before(const struct build *build, const struct row *row, size_t other)
{
    const struct category_list *list =
        measure_list(build->results->measures[row->measure], row->breakdown - 1);
    const struct categories *categories =
        &build->results->categories[row->measure][row->breakdown - 1];
    if (!list || list->order != CATEGORIES_RANGES)
        return other < row->category;
    int64_t mine = position(categories, row->category), others = position(categories, other);
    return others < mine || (others == mine && other < row->category);
}

static int compare_ranges(const void *a, const void *b, void *context)
{
    const struct row *x = a, *y = b;
    return row_comes_before(context, x, y->category)   ? 1
           : row_comes_before(context, y, x->category) ? -1
                                                       : 0;
}

bool categories_list(const struct build *build, const struct query *query,
                     struct row_list *ret_rows, struct error *err)
{
    (void)err;
    const struct category_list *list =
        measure_list(build->results->measures[query->measure], query->breakdown - 1);
    size_t count = categories_of(build, query)->count, known = count_known(build, list);
    for (size_t k = 0; k < count; k++) {
        struct row row = category_row(query, k);
        if (k < known || has_any_rows(build, row))
            *row_append(build, ret_rows, count) = row;
    }
    if (list && list->order == CATEGORIES_RANGES && ret_rows->count)
        qsort_r(ret_rows->items, ret_rows->count, sizeof *ret_rows->items, compare_ranges,
                (void *)(uintptr_t)build);
    return true;
}

bool ranges_list(const struct build *build, const struct query *query, struct row_list *ret_rows,
                 struct error *err)
{
    const struct categories *categories = categories_of(build, query);
    size_t kept = 0;
    if (!categories_list(build, query, ret_rows, err))
        return false;
    for (size_t i = 0; i < ret_rows->count; i++)
        if (position(categories, ret_rows->items[i].category) != INT64_MAX)
            ret_rows->items[kept++] = ret_rows->items[i];
    ret_rows->count = kept;
    return true;
}

bool regions_list(const struct build *build, const struct query *query, struct row_list *ret_rows,
                  struct error *err)
{
    const struct reference *reference = build->results->reference;
    if (!categories_list(build, query, ret_rows, err))
        return false;
    for (size_t i = 0; i < ret_rows->count; i++)
        if (ret_rows->items[i].category < reference->region_count)
            ret_rows->items[i].region = &reference->regions[ret_rows->items[i].category];
    return true;
}

bool days_list(const struct build *build, const struct query *query, struct row_list *ret_rows,
               struct error *err)
{
    (void)err;
    int32_t first = period_starts_on(build->results->period);
    int32_t behind = period_ends_before(build->results->period);
    for (int32_t day = first; day < behind; day++) {
        struct row *row = row_append(build, ret_rows, (size_t)(behind - first));
        *row = category_row(query, (size_t)(day - first));
        row->day = day;
    }
    return true;
}

/** The channels of the group's bodies that log in the reported quarter. */
bool coverage_list(const struct build *build, const struct query *query, struct row_list *ret_rows,
                   struct error *err)
{
    (void)err;
    const struct reference *reference = build->results->reference;
    for (size_t i = 0; i < reference->coverage_count; i++) {
        const struct coverage *coverage = &reference->coverages[i];
        if (coverage->from >= period_ends_before(build->results->period) ||
            coverage->to < period_starts_on(build->results->period) ||
            !members_of_group(build->results, query->group, coverage->agency) ||
            !results_state(build->results, coverage->agency, LAST)->exists)
            continue;
        struct row *row = row_append(build, ret_rows, reference->coverage_count);
        row->body = coverage->agency;
        row->coverage = coverage;
    }
    return true;
}
