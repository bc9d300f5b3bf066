/* SPDX-License-Identifier: MIT */
#include "metrics/peers.h"

#include "base/arena.h"
#include "metrics/judge.h"
#include "metrics/results.h"

#include <stdlib.h>

#define SIZE_MEASURE "accounts-active"

/** Values of a group's members, sorted. */
struct values {
    int64_t *items;
    size_t count;
};

struct peer_group {
    size_t count;
    struct values score;
    struct values *sections;
    struct peer_control *controls;
};

/* One group a class and size. An agency that is no peer of others has a group too: theirs are its
 * peers. */
struct peer_groups {
    struct results *results;
    size_t period;
    size_t size_count;
    struct peer_group *groups;
    size_t *group_of; /* [agency] SIZE_MAX: of no known class */
    bool *member;     /* [agency] counts among the peers of others */
};

static size_t size_of(const struct peer_groups *groups, size_t measure, size_t agency)
{
    const struct method *method = groups->results->method;
    if (measure == SIZE_MAX || !groups->results->measure_measured ||
        !groups->results->measure_measured[measure])
        return 0;
    struct measurement_key key = {agency, measure, groups->period, 0, 0};
    int64_t accounts = results_value(groups->results, key).numerator;
    size_t size = 0;
    while (size < method->peer_size_count && accounts >= method->peer_sizes[size])
        size++;
    return size;
}

static bool is_member(const struct peer_groups *groups, size_t agency)
{
    const struct results *results = groups->results;
    const struct state *state = results_state(results, agency, groups->period);
    if (!state->exists || !state->reported || state->fresh)
        return false;
    return results_mandate(results, agency) == MANDATE_ENCOURAGED ||
           results_score(results, agency, groups->period)->band != SIZE_MAX;
}

static void place_agencies(struct peer_groups *groups)
{
    const struct results *results = groups->results;
    size_t measure = results_measure(results, SIZE_MEASURE);
    for (size_t a = 0; a < results->reference->agency_count; a++) {
        groups->group_of[a] = SIZE_MAX;
        if (results_mandate(results, a) == MANDATE_UNKNOWN)
            continue;
        groups->group_of[a] =
            results->classes[a] * groups->size_count + size_of(groups, measure, a);
        groups->member[a] = is_member(groups, a);
        groups->groups[groups->group_of[a]].count += groups->member[a];
    }
}

static void make_room(const struct results *results, struct peer_group *group, struct arena *arena)
{
    size_t sections = results->method->section_count;
    group->score.items = arena_array(arena, group->count + 1, sizeof(int64_t));
    group->sections = arena_array(arena, sections + 1, sizeof *group->sections);
    for (size_t s = 0; s < sections; s++)
        group->sections[s].items = arena_array(arena, group->count + 1, sizeof(int64_t));
    group->controls = arena_array(arena, results->control_count + 1, sizeof *group->controls);
}

/** Adds a member; an encouraged body has controls, but no score. */
static void add_member(const struct peer_groups *groups, size_t agency, struct peer_group *group)
{
    const struct results *results = groups->results;
    const struct score *score = results_score(results, agency, groups->period);
    if (results_mandate(results, agency) == MANDATE_MANDATED) {
        group->score.items[group->score.count++] = score->millionths;
        for (size_t s = 0; s < results->method->section_count; s++)
            if (score->sections[s] >= 0)
                group->sections[s].items[group->sections[s].count++] = score->sections[s];
    }
    for (size_t c = 0; c < results->control_count && groups->period == PERIODS - 1; c++) {
        enum status status = judge_control(results, agency, c, groups->period);
        group->controls[c].meet += status_is_met(status);
        group->controls[c].judged += status_is_judged(status);
    }
}

static int compare(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return x < y ? -1 : x > y;
}

static void sort(struct values *values)
{
    if (values->count)
        qsort(values->items, values->count, sizeof *values->items, compare);
}

struct peer_groups *peers_group(struct results *results, size_t period, struct arena *arena)
{
    size_t agencies = results->reference->agency_count;
    struct peer_groups *groups = ARENA_NEW(arena, struct peer_groups);
    *groups = (struct peer_groups){
        .results = results,
        .period = period,
        .size_count = results->method->peer_size_count + 1,
        .group_of = arena_array(arena, agencies + 1, sizeof *groups->group_of),
        .member = arena_array(arena, agencies + 1, sizeof *groups->member),
    };
    size_t count = results->method->class_count * groups->size_count;
    groups->groups = arena_array(arena, count + 1, sizeof *groups->groups);
    place_agencies(groups);
    for (size_t g = 0; g < count; g++)
        if (groups->groups[g].count)
            make_room(results, &groups->groups[g], arena);
    for (size_t a = 0; a < agencies; a++)
        if (groups->member[a])
            add_member(groups, a, &groups->groups[groups->group_of[a]]);
    for (size_t g = 0; g < count; g++) {
        sort(&groups->groups[g].score);
        for (size_t s = 0; groups->groups[g].count && s < results->method->section_count; s++)
            sort(&groups->groups[g].sections[s]);
    }
    return groups;
}

/** Where a value stands that is left out; behind the end for -1, which is none. */
static size_t place_of(const struct values *values, int64_t own)
{
    const int64_t *found =
        own < 0 ? NULL : bsearch(&own, values->items, values->count, sizeof own, compare);
    return found ? (size_t)(found - values->items) : values->count;
}

/** Order statistics of the values without `own`, which is one of them, or -1. */
static struct peer_scores summarise(const struct values *values, int64_t own, size_t minimum)
{
    size_t n = values->count - (own >= 0), hole = place_of(values, own);
    if (n < minimum || n == 0)
        return (struct peer_scores){0};
    size_t places[] = {(n + 3) / 4 - 1, (n - 1) / 2, n / 2, (3 * n + 3) / 4 - 1};
    int64_t at[ARRAY_LENGTH(places)];
    for (size_t i = 0; i < ARRAY_LENGTH(places); i++)
        at[i] = values->items[places[i] + (places[i] >= hole)];
    return (struct peer_scores){n, at[0], at[1] + at[2], at[3]};
}

/** Takes the agency itself out of its group's counts. */
static struct peer_control leave_out(const struct peer_groups *groups, size_t agency,
                                     size_t control, size_t minimum)
{
    struct peer_control counts = groups->groups[groups->group_of[agency]].controls[control];
    if (groups->member[agency] && groups->period == PERIODS - 1) {
        enum status status = judge_control(groups->results, agency, control, groups->period);
        counts.meet -= status_is_met(status);
        counts.judged -= status_is_judged(status);
    }
    return counts.judged < minimum ? (struct peer_control){0} : counts;
}

bool peers_find(const struct peer_groups *groups, size_t agency, struct arena *arena,
                struct peers *ret_peers)
{
    const struct results *results = groups->results;
    const struct method *method = results->method;
    size_t minimum = (size_t)method->peer_minimum, index = groups->group_of[agency];
    *ret_peers = (struct peers){0};
    if (index == SIZE_MAX || groups->groups[index].count == 0)
        return false;
    const struct peer_group *group = &groups->groups[index];
    const struct score *score = results_score(results, agency, groups->period);
    bool scored = groups->member[agency] && group->score.count > 0;
    struct peers peers = {.count = group->count - groups->member[agency]};
    if (peers.count < minimum || peers.count == 0)
        return false;
    peers.score = summarise(&group->score, scored ? score->millionths : -1, minimum);
    peers.sections = arena_array(arena, method->section_count + 1, sizeof *peers.sections);
    for (size_t s = 0; s < method->section_count; s++)
        peers.sections[s] =
            summarise(&group->sections[s], scored ? score->sections[s] : -1, minimum);
    peers.controls = arena_array(arena, results->control_count + 1, sizeof *peers.controls);
    for (size_t c = 0; c < results->control_count; c++)
        peers.controls[c] = leave_out(groups, agency, c, minimum);
    *ret_peers = peers;
    return true;
}
