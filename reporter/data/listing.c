/* SPDX-License-Identifier: MIT */
#include "data/listing.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "base/text.h"
#include "data/connection.h"
#include "data/listing_file.h"
#include "data/listing_header.h"

#include <string.h>

size_t listing_column(const struct listing *listing, const char *name)
{
    for (size_t c = 0; name && c < listing->column_count; c++)
        if (sqlite3_stricmp(listing->columns[c], name) == 0)
            return c;
    return (size_t)-1;
}

static bool check_control(const struct listing *listing, const struct control *control,
                          struct error *err)
{
    return listing_file_need(listing, &control->place, control->id, control->outcome, err) &&
           listing_file_need(listing, &control->place, control->id, control->reason, err) &&
           listing_file_need(listing, &control->place, control->id, control->detail, err);
}

static bool check_measure(const struct listing *listing, const struct measure_definition *measure,
                          struct error *err)
{
    for (size_t i = 0; i < measure->by_count; i++)
        if (!listing_file_need(listing, &measure->place, measure->id, measure->by[i], err))
            return false;
    return listing_file_need(listing, &measure->place, measure->id, measure->of, err) &&
           listing_file_need(listing, &measure->place, measure->id, measure->per, err) &&
           listing_file_need(listing, &measure->place, measure->id, measure->where, err) &&
           listing_file_need(listing, &measure->place, measure->id, measure->period, err);
}

static bool check_definitions(const struct listing *listing, struct error *err)
{
    struct place place = listing_file_sql(listing);
    if (listing_column(listing, "agency") == (size_t)-1 &&
        listing_column(listing, "account") == (size_t)-1)
        return error_at(err, ERROR_CONFIG, &place,
                        "the query gives neither 'agency' nor 'account'");
    if (!listing_file_need(listing, &place, "every listing", "item", err) ||
        !listing_file_need(listing, &place, "every listing", "period", err))
        return false;
    for (size_t i = 0; i < listing->control_count; i++)
        if (!check_control(listing, &listing->controls[i], err))
            return false;
    for (size_t i = 0; i < listing->measure_count; i++)
        if (!check_measure(listing, &listing->measures[i], err))
            return false;
    return true;
}

bool listing_load(const char *path, struct source *empty, struct arena *arena,
                  struct listing *ret_listing, struct error *err)
{
    struct listing listing;
    struct node *header = NULL;
    if (!listing_file_read(path, arena, &listing, &header, err) ||
        !listing_header_read(header, arena, &listing, err) ||
        !listing_file_prepare(&listing, empty, arena, err) || !check_definitions(&listing, err))
        return false;
    *ret_listing = listing;
    return true;
}

static bool note_id(struct map *ids, const char *id, const struct place *place,
                    const struct place **places, struct error *err)
{
    size_t index = map_size(ids);
    if (map_add(ids, id, index)) {
        places[index] = place;
        return true;
    }
    const struct place *other = places[map_find(ids, id)];
    return error_at(err, ERROR_CONFIG, place, "the id '%s' is declared already in %s, line %zu", id,
                    path_name(other->file), other->line);
}

static bool check_ids(struct listings *listings, struct arena *arena, struct error *err)
{
    size_t total = 0;
    for (size_t l = 0; l < listings->count; l++)
        total += listings->items[l].control_count + listings->items[l].measure_count;
    const struct place **places = arena_array(arena, total + 1, sizeof *places);
    struct map *ids = map_new();
    bool good = true;
    for (size_t l = 0; good && l < listings->count; l++) {
        struct listing *listing = &listings->items[l];
        for (size_t i = 0; good && i < listing->control_count; i++) {
            listing->controls[i].listing = l;
            good = note_id(ids, listing->controls[i].id, &listing->controls[i].place, places, err);
        }
        for (size_t i = 0; good && i < listing->measure_count; i++) {
            listing->measures[i].listing = l;
            good = note_id(ids, listing->measures[i].id, &listing->measures[i].place, places, err);
        }
    }
    map_free(ids);
    return good;
}

/** What must be classified for a measure to be shown: a share of the same listing. */
static bool check_required(const struct listings *listings,
                           const struct measure_definition *measure, struct error *err)
{
    const char *id = measure->requires_share;
    const struct measure_definition *other = id ? listings_measure(listings, id) : NULL;
    return !id ||
           (other && other->statistic == STATISTIC_SHARE && other->listing == measure->listing) ||
           error_at(err, ERROR_CONFIG, &measure->place,
                    "measure '%s': 'requires' names '%s', which is no share of the same listing",
                    measure->id, id);
}

/** The measures that a measure is reckoned from or is a part of. */
static bool adds_up(const struct measure_definition *measure)
{
    return measure->statistic == STATISTIC_COUNT || measure->statistic == STATISTIC_SUM;
}

static bool check_relation(const struct listings *listings,
                           const struct measure_definition *measure, const char *key,
                           const char *id, struct error *err)
{
    const struct measure_definition *other = id ? listings_measure(listings, id) : NULL;
    if (id && (!other || strcmp(id, measure->id) == 0))
        return error_at(err, ERROR_CONFIG, &measure->place,
                        "measure '%s': '%s' names '%s', which is no other measure", measure->id,
                        key, id);
    return !id || (adds_up(measure) && adds_up(other)) ||
           error_at(err, ERROR_CONFIG, &measure->place,
                    "measure '%s': '%s' goes between counts and sums only, and '%s' or '%s' is "
                    "neither",
                    measure->id, key, measure->id, id);
}

static bool check_relations(const struct listings *listings,
                            const struct measure_definition *measure, struct error *err)
{
    if (!check_required(listings, measure, err) ||
        !check_relation(listings, measure, "within", measure->within, err))
        return false;
    for (size_t i = 0; i < measure->add_count; i++)
        if (!check_relation(listings, measure, "add", measure->add[i], err))
            return false;
    for (size_t i = 0; i < measure->subtract_count; i++)
        if (!check_relation(listings, measure, "subtract", measure->subtract[i], err))
            return false;
    return true;
}

static bool check_all_relations(const struct listings *listings, struct error *err)
{
    for (size_t l = 0; l < listings->count; l++)
        for (size_t i = 0; i < listings->items[l].measure_count; i++)
            if (!check_relations(listings, &listings->items[l].measures[i], err))
                return false;
    return true;
}

bool listings_load(const char *folder, struct source *empty, struct arena *arena,
                   struct listings *ret_listings, struct error *err)
{
    char **names = NULL;
    size_t count = 0;
    if (!file_list(folder, ".sql", arena, &names, &count, err))
        return false;
    struct listings listings = {.items = arena_array(arena, count + 1, sizeof(struct listing))};
    for (size_t i = 0; i < count; i++) {
        if (strcmp(names[i], "contract.sql") == 0)
            continue;
        if (!listing_load(path_join(arena, folder, names[i]), empty, arena,
                          &listings.items[listings.count], err))
            return false;
        listings.count++;
    }
    if (!check_ids(&listings, arena, err) || !check_all_relations(&listings, err) ||
        !clauses_load(path_join(arena, folder, "clauses.yaml"), arena, &listings.clauses, err))
        return false;
    *ret_listings = listings;
    return true;
}

const struct control *listings_control(const struct listings *listings, const char *id)
{
    for (size_t l = 0; l < listings->count; l++)
        for (size_t i = 0; i < listings->items[l].control_count; i++)
            if (strcmp(listings->items[l].controls[i].id, id) == 0)
                return &listings->items[l].controls[i];
    return NULL;
}

const struct measure_definition *listings_measure(const struct listings *listings, const char *id)
{
    for (size_t l = 0; l < listings->count; l++)
        for (size_t i = 0; i < listings->items[l].measure_count; i++)
            if (strcmp(listings->items[l].measures[i].id, id) == 0)
                return &listings->items[l].measures[i];
    return NULL;
}
