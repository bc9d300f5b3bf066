/* SPDX-License-Identifier: MIT */

/* The cells of an audit: what readers know of each count of persons from what is printed. */
#include "metrics/disclosure_build.h"

#include "base/arena.h"
#include "metrics/results.h"

static struct audit_range at_least(int64_t low)
{
    return (struct audit_range){low, AUDIT_MOST};
}

static struct audit_range printed_range(const struct building *building, size_t measure,
                                        int64_t count)
{
    const struct disclosure_set *set = building->set;
    int64_t below = set_below(building->disclosure, set, measure);
    struct audit_range range = {0, 0};
    if (count == 0)
        return range;
    disclosure_range(count, below, set->round_to, &range.low, &range.high);
    if (set->also_below <= below || is_personnel_measure(building->disclosure, measure))
        return range;
    if (count >= set->also_below)
        range.low = range.low > set->also_below ? range.low : set->also_below;
    else
        range.high = range.high < set->also_below ? range.high : set->also_below - 1;
    return range;
}

/** What has to stay possible of a count that is too small: every small one. */
static struct audit_range small_range(const struct building *building, size_t measure)
{
    bool personnel = is_personnel_measure(building->disclosure, measure);
    return (struct audit_range){!personnel,
                                set_below(building->disclosure, building->set, measure) - 1};
}

static void describe_hidden(const struct building *building, struct measurement_key key,
                            enum role role, bool primary, struct audit_cell *cell)
{
    const struct disclosure *disclosure = building->disclosure;
    const struct disclosure_set *set = building->set;
    uint64_t name = series_cell(&disclosure->series, series_of(&disclosure->series, key, role),
                                key.body, key.period);
    cell->hidden = true;
    cell->marked = at_least(0);
    if (primary) {
        cell->guarded = true;
        cell->marked = small_range(building, key.measure);
        cell->need = cell->marked.high;
        if (cell_is_covered(disclosure, set, key, role))
            cell->marked.low = 0;
    } else if (sparse_find(&set->hidden, name) != SPARSE_NONE && cell->size > 0) {
        cell->marked = at_least(set_below(disclosure, set, key.measure));
    }
}

/** The rest of a share is never printed, and the ones are not where any of the three is small. */
static bool is_unprinted(const struct building *building, struct measurement_key key,
                         enum role role)
{
    const struct disclosure *disclosure = building->disclosure;
    const struct disclosure_set *set = building->set;
    if (role == ROLE_REST || cell_is_hidden(disclosure, set, key, role))
        return true;
    if (role == ROLE_BASE || disclosure->results->measures[key.measure]->statistic == STATISTIC_SUM)
        return false;
    return cell_is_hidden(disclosure, set, key, ROLE_BASE) ||
           cell_is_hidden(disclosure, set, key, ROLE_REST);
}

static struct audit_cell describe(const struct building *building, struct measurement_key key,
                                  enum role role)
{
    const struct disclosure *disclosure = building->disclosure;
    int64_t count = cell_count_of(disclosure, key, role);
    bool primary = cell_is_primary(disclosure, building->set, key, role);
    struct audit_cell cell = {
        .size = count,
        .rank = (uint64_t)key.body << 32 | series_of(&disclosure->series, key, role),
        .printed = printed_range(building, key.measure, count),
        .marked = at_least(set_below(disclosure, building->set, key.measure)),
        .may_hide = count > 0,
    };
    if (primary || is_unprinted(building, key, role)) {
        cell.may_hide = false;
        describe_hidden(building, key, role, primary, &cell);
    }
    return cell;
}

static uint64_t name_cell(const struct building *building, struct measurement_key key,
                          enum role role)
{
    const struct series *series = &building->disclosure->series;
    return series_cell(series, series_of(series, key, role), key.body, key.period);
}

size_t building_find_cell(const struct building *building, struct measurement_key key,
                          enum role role)
{
    return sparse_find(&building->cells, name_cell(building, key, role));
}

/** Of two measures that count the same, one printing it is enough; of two marks the one that tells
 *  more counts. */
static void merge(struct audit_cell *there, const struct audit_cell *more)
{
    if (!there->hidden)
        return;
    if (!more->hidden || (more->guarded && !there->guarded)) {
        *there = *more;
        return;
    }
    if (more->guarded == there->guarded && more->marked.low > there->marked.low)
        there->marked.low = more->marked.low;
}

size_t building_put_cell(struct building *building, struct measurement_key key, enum role role)
{
    size_t before = building->cells.count;
    size_t index = sparse_put(&building->cells, name_cell(building, key, role));
    struct audit_cell cell = describe(building, key, role);
    if (index < before) {
        merge(&building->audit.cells[index], &cell);
        return index;
    }
    audit_add(&building->audit, cell);
    building->owners =
        vector_grow(building->owners, index, &building->owner_capacity, sizeof *building->owners);
    building->roles =
        vector_grow(building->roles, index, &building->role_capacity, sizeof *building->roles);
    building->owners[index] = key;
    building->roles[index] = role;
    return index;
}

bool building_takes_part(const struct building *building, struct measurement_key key)
{
    const struct results *results = building->disclosure->results;
    bool agency = key.body < results->reference->agency_count;
    if (building->set->own)
        return agency && is_personnel_measure(building->disclosure, key.measure);
    if (!agency)
        return true;
    return !key.breakdown && results_state(results, key.body, key.period)->exists;
}

static bool has_role(const struct building *building, const struct measurement *measurement,
                     struct measurement_key key, enum role role)
{
    const struct series *series = &building->disclosure->series;
    bool counts =
        persons_of(building->disclosure->results->measures[key.measure], measurement).has[role];
    bool negative = series->negative[series_of(series, key, ROLE_ONES)] ||
                    series->negative[series_of(series, key, ROLE_REST)];
    return counts && (role == ROLE_BASE || !negative);
}

bool building_put(struct building *building, struct measurement_key key,
                  const struct measurement *measurement)
{
    if (!building_takes_part(building, key))
        return false;
    for (enum role role = 0; role < ROLE_COUNT; role++)
        if (has_role(building, measurement, key, role))
            building_put_cell(building, key, role);
    return true;
}
