/* SPDX-License-Identifier: MIT */

/* What adds up to what among the counts of persons, for the audit. Measures that hang together
 * (series_family) are audited together, a quarter at a time unless quarters hang together too. */
#include "metrics/disclosure_build.h"

#include "base/arena.h"
#include "metrics/results.h"

#include <assert.h>
#include <stdlib.h>

enum sum_kind { SUM_OF_BODIES, SUM_OF_CATEGORIES };

/** The relation in which a whole is the sum of its parts, made when the first part comes. */
static size_t take_sum(struct building *building, size_t whole, enum sum_kind kind,
                       struct measurement_key part)
{
    size_t before = building->sums.count;
    uint64_t apart = kind == SUM_OF_CATEGORIES ? part.measure << 4 | part.breakdown : 0;
    size_t sum = sparse_put(&building->sums, (uint64_t)whole << 20 | apart << 1 | kind);
    if (sum == before) {
        size_t relation = audit_relate(&building->audit, false);
        assert(relation == sum); /* sums come before all other relations */
        audit_term(&building->audit, relation, whole, 1);
        building->parts =
            vector_grow(building->parts, sum, &building->part_capacity, sizeof *building->parts);
        building->parts[sum] = 0;
    }
    return sum;
}

static void add_part(struct building *building, size_t whole, enum sum_kind kind, size_t part)
{
    size_t sum = take_sum(building, whole, kind, building->owners[part]);
    building->parts[sum]++;
    audit_term(&building->audit, sum, part, -1);
}

/** Bodies to groups, by cell: equal counts add up once. */
static void relate_bodies(struct building *building)
{
    size_t count = building->cells.count;
    for (size_t c = 0; c < count && !building->set->own; c++) {
        struct measurement_key key = building->owners[c];
        key.body = disclosure_parent(building->disclosure->results, key.body, key.period);
        size_t whole =
            key.body == SIZE_MAX ? SIZE_MAX : building_find_cell(building, key, building->roles[c]);
        if (whole != SIZE_MAX)
            add_part(building, whole, SUM_OF_BODIES, c);
    }
}

/** How many parts a sum would have if each had a row. */
static int64_t count_expected(const struct building *building, uint64_t name)
{
    const struct results *results = building->disclosure->results;
    if ((name & 1) == SUM_OF_CATEGORIES) {
        size_t measure = name >> 5 & 0x7fff, breakdown = name >> 1 & 0xf;
        return (int64_t)results->categories[measure][breakdown - 1].count;
    }
    struct measurement_key key = building->owners[name >> 20];
    size_t group = key.body - results->reference->agency_count;
    return building->members[group * PERIODS + key.period];
}

/** Members without a row count nought; in personnel matters that is kept back as well, so they are
 *  guarded too: together, as one is like the other. */
static void add_absent(struct building *building)
{
    size_t sums = building->sums.count;
    for (size_t s = 0; s < sums; s++) {
        uint64_t name = building->sums.order[s];
        size_t whole = (size_t)(name >> 20);
        struct measurement_key key = building->owners[whole];
        if (!is_personnel_measure(building->disclosure, key.measure))
            continue;
        int64_t absent = count_expected(building, name) - building->parts[s];
        if (absent <= 0)
            continue;
        int64_t most = set_below(building->disclosure, building->set, key.measure) - 1;
        struct audit_cell rest = {.rank = whole,
                                  .hidden = true,
                                  .marked = {0, most * absent},
                                  .guarded = true,
                                  .need = most,
                                  .spare = most * (absent - 1)};
        audit_term(&building->audit, s, audit_add(&building->audit, rest), -1);
    }
}

static void relate_categories(struct building *building, struct measurement_key key)
{
    const struct disclosure *disclosure = building->disclosure;
    enum role role = persons_main(disclosure->results->measures[key.measure]);
    struct measurement_key all = key;
    all.breakdown = all.category = 0;
    size_t part = building_find_cell(building, key, role),
           whole = building_find_cell(building, all, role);
    if (part == SIZE_MAX || whole == SIZE_MAX)
        return;
    size_t sum = take_sum(building, whole, SUM_OF_CATEGORIES, key);
    building->parts[sum]++;
    audit_term(&building->audit, sum, part, -1);
}

static void relate_share(struct building *building, struct measurement_key key)
{
    size_t base = building_find_cell(building, key, ROLE_BASE),
           ones = building_find_cell(building, key, ROLE_ONES),
           rest = building_find_cell(building, key, ROLE_REST);
    if (base == SIZE_MAX || ones == SIZE_MAX || rest == SIZE_MAX)
        return;
    size_t relation = audit_relate(&building->audit, false);
    audit_term(&building->audit, relation, base, 1);
    audit_term(&building->audit, relation, ones, -1);
    audit_term(&building->audit, relation, rest, -1);
}

static size_t put_named(struct building *building, size_t body, size_t period,
                        struct series_name name)
{
    struct measurement_key key = {body, name.measure, period, name.breakdown, name.category};
    return building_put_cell(building, key, name.role);
}

/** The identities of which a count of this measurement is the whole. Cells come before relations:
 *  first they are made, then related. */
static void take_identities(struct building *building, struct measurement_key key, bool relate)
{
    const struct identities *identities = &building->disclosure->identities;
    for (enum role role = 0; role < ROLE_COUNT; role++) {
        uint32_t of = series_of(&building->disclosure->series, key, role);
        size_t next = identities->first[of * (size_t)PERIODS + key.period];
        for (; next != SIZE_MAX; next = identities->items[next].next) {
            const struct identity *identity = &identities->items[next];
            const size_t cells[] = {put_named(building, key.body, key.period, identity->whole),
                                    put_named(building, key.body, key.period, identity->parts[0]),
                                    put_named(building, key.body, key.period, identity->parts[1])};
            size_t relation = relate ? audit_relate(&building->audit, false) : 0;
            for (size_t i = 0; relate && i < ARRAY_LENGTH(cells); i++)
                audit_term(&building->audit, relation, cells[i], i ? -1 : 1);
        }
    }
}

static size_t find_main(struct building *building, struct measurement_key key, size_t measure,
                        bool make)
{
    const struct disclosure *disclosure = building->disclosure;
    key.measure = measure;
    if (measure == SIZE_MAX || disclosure->series.first[measure] == SIZE_MAX ||
        (building->set->own && !is_personnel_measure(disclosure, measure)))
        return SIZE_MAX;
    enum role role = persons_main(disclosure->results->measures[measure]);
    return make ? building_put_cell(building, key, role) : building_find_cell(building, key, role);
}

static void relate_within(struct building *building, struct measurement_key key)
{
    const struct results *results = building->disclosure->results;
    const struct measure_definition *measure = results->measures[key.measure];
    if (!measure->within)
        return;
    size_t part = find_main(building, key, key.measure, false);
    size_t whole = find_main(building, key, results_measure(results, measure->within), false);
    if (part == SIZE_MAX || whole == SIZE_MAX || part == whole)
        return;
    size_t relation = audit_relate(&building->audit, true);
    audit_term(&building->audit, relation, part, 1);
    audit_term(&building->audit, relation, whole, -1);
}

/** The measures of a declared equation; false where one of them counts no persons. */
#define MOST_TERMS 16
static bool equation_cells(struct building *building, struct measurement_key key, bool make,
                           size_t *cells)
{
    const struct results *results = building->disclosure->results;
    const struct measure_definition *measure = results->measures[key.measure];
    size_t count = 0;
    if (measure->add_count > MOST_TERMS || measure->subtract_count > MOST_TERMS)
        return false;
    cells[count] = find_main(building, key, key.measure, make);
    for (size_t i = 0; i < measure->add_count; i++)
        cells[++count] = find_main(building, key, results_measure(results, measure->add[i]), make);
    for (size_t i = 0; i < measure->subtract_count; i++)
        cells[++count] =
            find_main(building, key, results_measure(results, measure->subtract[i]), make);
    for (size_t i = 0; i <= count; i++)
        if (cells[i] == SIZE_MAX)
            return false;
    return true;
}

static void relate_equation(struct building *building, struct measurement_key key)
{
    const struct measure_definition *measure = building->disclosure->results->measures[key.measure];
    size_t count = measure->add_count + measure->subtract_count;
    size_t cells[2 * MOST_TERMS + 1];
    if (count && equation_cells(building, key, false, cells)) {
        size_t relation = audit_relate(&building->audit, false);
        audit_term(&building->audit, relation, cells[0], 1);
        for (size_t i = 1; i <= count; i++)
            audit_term(&building->audit, relation, cells[i], i <= measure->add_count ? -1 : 1);
    }
}

static struct measurement_key equation_key(uint64_t name)
{
    return (struct measurement_key){
        .body = name >> 24, .measure = name >> 8 & 0xffff, .period = name >> 4 & 0xf};
}

/** A declared equation holds for a body where any of its measures has rows. */
static void put_equations(struct building *building, struct measurement_key key)
{
    const struct results *results = building->disclosure->results;
    const struct series *series = &building->disclosure->series;
    size_t cells[2 * MOST_TERMS + 1];
    size_t family = series_family(series, key.measure);
    for (size_t m = 0; !key.breakdown && m < results->measure_count; m++) {
        const struct measure_definition *measure = results->measures[m];
        size_t before = building->equations.count;
        if (measure->add_count + measure->subtract_count == 0 || series_family(series, m) != family)
            continue;
        key.measure = m;
        sparse_put(&building->equations, distribution_key(key));
        if (building->equations.count > before)
            equation_cells(building, key, true, cells);
    }
}

/* ---- The audit ---- */

static void relate(struct building *building, const uint32_t *items, size_t count)
{
    const struct measurements *measurements = &building->disclosure->results->measurements;
    relate_bodies(building);
    for (size_t i = 0; i < count; i++) {
        struct measurement_key key = measurements_key(measurements, items[i]);
        if (key.breakdown && building_takes_part(building, key))
            relate_categories(building, key);
    }
    add_absent(building);
    for (size_t i = 0; i < count; i++) {
        struct measurement_key key = measurements_key(measurements, items[i]);
        relate_share(building, key);
        if (building_takes_part(building, key))
            take_identities(building, key, true);
        if (!key.breakdown)
            relate_within(building, key);
    }
    for (size_t i = 0; i < building->equations.count; i++)
        relate_equation(building, equation_key(building->equations.order[i]));
}

/** All measures that have the count; false where they were kept back already. */
static bool keep_whole(const struct building *building, struct disclosure_set *set, size_t cell,
                       bool family_too)
{
    const struct series *series = &building->disclosure->series;
    struct measurement_key key = building->owners[cell];
    uint32_t root = series_root(series, series_of(series, key, building->roles[cell]), key.period);
    size_t family = series_family(series, key.measure);
    bool changed = false;
    for (size_t m = 0; m < series->measure_count; m++) {
        bool *whole = &set->whole[m * PERIODS + key.period];
        if (series->first[m] == SIZE_MAX || series_family(series, m) != family || *whole)
            continue;
        bool same = family_too || m == key.measure;
        for (enum role role = 0; role < ROLE_COUNT; role++)
            same |=
                series_root(series, series_of(series, (struct measurement_key){.measure = m}, role),
                            key.period) == root;
        changed |= same;
        *whole = same;
    }
    return changed;
}

/** Takes over what was hidden. False where a count stays exposed. */
static bool take_over(const struct building *building, struct disclosure_set *set)
{
    bool good = true;
    for (size_t c = 0; c < building->audit.cell_count; c++) {
        const struct audit_cell *cell = &building->audit.cells[c];
        if (cell->hidden && cell->may_hide)
            sparse_put(&set->hidden, building->cells.order[c]);
        if (!cell->exposed)
            continue;
        size_t owner = c < building->cells.count ? c : (size_t)cell->rank;
        good &=
            !(keep_whole(building, set, owner, false) || keep_whole(building, set, owner, true));
    }
    return good;
}

static void finish(struct building *building)
{
    audit_finish(&building->audit);
    sparse_finish(&building->cells);
    sparse_finish(&building->sums);
    sparse_finish(&building->equations);
    free(building->owners);
    free(building->roles);
    free(building->parts);
}

bool building_audit(const struct disclosure *disclosure, struct disclosure_set *set,
                    const int64_t *members, const uint32_t *items, size_t count)
{
    const struct measurements *measurements = &disclosure->results->measurements;
    struct building building = {.disclosure = disclosure, .set = set, .members = members};
    for (size_t i = 0; i < count; i++) {
        struct measurement_key key = measurements_key(measurements, items[i]);
        if (!building_put(&building, key, &measurements->items[items[i]]))
            continue;
        put_equations(&building, key);
        take_identities(&building, key, false);
    }
    relate(&building, items, count);
    audit_run(&building.audit);
    bool good = take_over(&building, set);
    finish(&building);
    return good;
}
