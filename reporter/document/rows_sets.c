/* SPDX-License-Identifier: MIT */

/* Rows that each speak of many bodies or many findings: regions, ages, scores. */
#include "document/rows.h"

#include "base/arena.h"
#include "base/text.h"
#include "document/build.h"
#include "document/members.h"

#include <stdlib.h>
#include <string.h>

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The seats of the group's bodies, each once, by name; "central" is the first. */
static size_t gather_seats(const struct build *build, size_t group, const char **seats)
{
    const struct results *results = build->results;
    size_t count = 0, kept = 0;
    for (size_t a = 0; a < results->reference->agency_count; a++) {
        const char *region = results->reference->agencies[a].region;
        if (members_of_group(results, group, a) && results_state(results, a, PERIODS - 1)->exists &&
            region)
            seats[count++] = region;
    }
    if (count > 0)
        qsort(seats, count, sizeof *seats, compare_names);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || strcmp(seats[kept - 1], seats[i]) != 0)
            seats[kept++] = seats[i];
    return kept;
}

bool seats_list(const struct build *build, const struct query *query, struct row_list *ret_rows,
                struct error *err)
{
    (void)err;
    size_t agencies = build->results->reference->agency_count;
    const char **seats = arena_array(build->arena, agencies + 1, sizeof *seats);
    size_t count = gather_seats(build, query->group, seats);
    for (size_t i = 0; i <= count; i++) {
        struct row *row = row_append(build, ret_rows, count + 1);
        row->body = query->group;
        row->seat = i == 0 ? SEAT_CENTRAL : seats[i - 1];
    }
    return true;
}

bool ages_list(const struct build *build, const struct query *query, struct row_list *ret_rows,
               struct error *err)
{
    (void)err;
    for (size_t age = 0; age < AGE_COUNT; age++) {
        struct row *row = row_append(build, ret_rows, AGE_COUNT);
        row->body = query->group;
        row->age = age;
    }
    return true;
}

bool bins_list(const struct build *build, const struct query *query, struct row_list *ret_rows,
               struct error *err)
{
    (void)err;
    struct row of = {.body = query->group, .period = PERIODS - 1};
    struct member_scores scores = members_scores(build, &of, MEMBERS_WHOLE);
    int64_t lowest = MILLION;
    for (size_t i = 0; i < scores.count; i++)
        lowest = scores.values[i] < lowest ? scores.values[i] : lowest;
    int64_t first = lowest * 100 / MILLION / BIN_POINTS * BIN_POINTS;
    for (int64_t bin = first; scores.count > 0 && bin < 100; bin += BIN_POINTS) {
        struct row *row = row_append(build, ret_rows, 100 / BIN_POINTS);
        row->body = query->group;
        row->bin = bin;
    }
    return true;
}
