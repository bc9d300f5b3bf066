/* SPDX-License-Identifier: MIT */
#include "data/listing.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "base/text.h"
#include "data/connection.h"
#include "data/listing_header.h"
#include "input/schema.h"
#include "input/yaml.h"

#include <stdlib.h>
#include <string.h>

#define MOST_LISTING_BYTES 100000

/* What the program binds: the as-of day, and the last day on which a return counts as submitted. */
static const char *const PARAMETERS[] = {":as_of", ":submitted_by"};

static size_t count_lines(const char *from, const char *to)
{
    size_t lines = 0;
    for (; from < to; from++)
        lines += *from == '\n';
    return lines;
}

/** Splits the text into its header comment and the SQL behind it. */
static bool split(struct listing *listing, struct node **ret_header, struct arena *arena,
                  struct error *err)
{
    const char *text = listing->text;
    const char *open = text + (text_starts(text, "\xEF\xBB\xBF") ? 3 : 0); /* as Notepad writes */
    open += strspn(open, " \t\r\n");
    const char *close = strstr(open, "*/");
    struct place place = {listing->path, 1, 1};
    if (strncmp(open, "/*", 2) != 0 || !close)
        return error_at(err, ERROR_CONFIG, &place,
                        "a listing begins with its header, a YAML comment between /* and */");
    const char *header = open + 2;
    listing->sql = close + 2 + strspn(close + 2, " \t\r\n");
    struct place begin = statement_place(&(struct sql_text){.sql = text, .first_line = 1},
                                         (size_t)(listing->sql - text));
    listing->sql_line = begin.line;
    listing->sql_column = begin.column;
    return yaml_parse(header, (size_t)(close - header), listing->path,
                      1 + count_lines(text, header), arena, ret_header, err);
}

size_t listing_column(const struct listing *listing, const char *name)
{
    for (size_t c = 0; name && c < listing->column_count; c++)
        if (sqlite3_stricmp(listing->columns[c], name) == 0)
            return c;
    return (size_t)-1;
}

static bool read_columns(struct listing *listing, sqlite3_stmt *statement, struct arena *arena,
                         struct error *err)
{
    struct place place = {listing->path, listing->sql_line, listing->sql_column};
    size_t count = (size_t)sqlite3_column_count(statement);
    listing->columns = arena_array(arena, count, sizeof *listing->columns);
    for (size_t i = 0; i < count; i++) {
        const char *name = sqlite3_column_name(statement, (int)i);
        if (listing_column(listing, name) != (size_t)-1)
            return error_at(err, ERROR_CONFIG, &place, "the query gives two columns named '%s'",
                            name);
        listing->columns[listing->column_count++] = arena_text(arena, name);
    }
    return true;
}

static bool check_parameters(const struct listing *listing, sqlite3_stmt *statement,
                             struct error *err)
{
    struct place place = {listing->path, listing->sql_line, listing->sql_column};
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); i++) {
        const char *name = sqlite3_bind_parameter_name(statement, i);
        if (name && (strcmp(name, PARAMETERS[0]) == 0 || strcmp(name, PARAMETERS[1]) == 0))
            continue;
        error_at(err, ERROR_CONFIG, &place, "the query has the unknown parameter %s",
                 name ? name : "?");
        return error_hint(err, "the parameters are %s and %s", PARAMETERS[0], PARAMETERS[1]);
    }
    return true;
}

static bool need_column(const struct listing *listing, const struct place *place, const char *id,
                        const char *column, struct error *err)
{
    if (!column || listing_column(listing, column) != (size_t)-1)
        return true;
    error_at(err, ERROR_CONFIG, place, "%s names the column '%s', which the query does not give",
             id, column);
    const char *near =
        text_nearest(column, (const char *const *)listing->columns, listing->column_count);
    return near ? error_hint(err, "did you mean '%s'?", near) : false;
}

static bool check_control(const struct listing *listing, const struct control *control,
                          struct error *err)
{
    return need_column(listing, &control->place, control->id, control->outcome, err) &&
           need_column(listing, &control->place, control->id, control->reason, err) &&
           need_column(listing, &control->place, control->id, control->detail, err);
}

static bool check_measure(const struct listing *listing, const struct measure_definition *measure,
                          struct error *err)
{
    for (size_t i = 0; i < measure->by_count; i++)
        if (!need_column(listing, &measure->place, measure->id, measure->by[i], err))
            return false;
    return need_column(listing, &measure->place, measure->id, measure->of, err) &&
           need_column(listing, &measure->place, measure->id, measure->per, err) &&
           need_column(listing, &measure->place, measure->id, measure->where, err) &&
           need_column(listing, &measure->place, measure->id, measure->period, err);
}

static bool check_definitions(const struct listing *listing, struct error *err)
{
    struct place place = {listing->path, listing->sql_line, listing->sql_column};
    if (listing_column(listing, "agency") == (size_t)-1 &&
        listing_column(listing, "account") == (size_t)-1)
        return error_at(err, ERROR_CONFIG, &place,
                        "the query gives neither 'agency' nor 'account'");
    if (!need_column(listing, &place, "every listing", "item", err) ||
        !need_column(listing, &place, "every listing", "period", err))
        return false;
    for (size_t i = 0; i < listing->control_count; i++)
        if (!check_control(listing, &listing->controls[i], err))
            return false;
    for (size_t i = 0; i < listing->measure_count; i++)
        if (!check_measure(listing, &listing->measures[i], err))
            return false;
    return true;
}

/** Prepares the query against the contract, where every table is there and none has a row. */
static bool check(struct listing *listing, struct source *empty, struct arena *arena,
                  struct error *err)
{
    struct reads reads = {0};
    struct sql_text text = {listing->sql, listing->path, listing->sql_line, listing->sql_column};
    sqlite3_stmt *statement = NULL;
    empty->recorder = &reads;
    bool good = statement_prepare(empty, &text, &statement, err);
    empty->recorder = NULL;
    good = good && check_parameters(listing, statement, err) &&
           read_columns(listing, statement, arena, err) && check_definitions(listing, err);
    listing->reads = arena_array(arena, reads.count + 1, sizeof *listing->reads);
    listing->read_count = reads.count;
    for (size_t i = 0; i < reads.count; i++)
        listing->reads[i] = (struct table_read){reads.items[i].table, reads.items[i].column};
    free(reads.items);
    sqlite3_finalize(statement);
    return good;
}

bool listing_load(const char *path, struct source *empty, struct arena *arena,
                  struct listing *ret_listing, struct error *err)
{
    struct text text = {0};
    if (!file_read(path, MOST_LISTING_BYTES, &text, err))
        return false;
    struct listing listing = {.path = arena_text(arena, path),
                              .text = arena_text(arena, text_string(&text))};
    bool whole = strlen(listing.text) == text.length;
    text_finish(&text);
    if (!whole)
        return error_set(err, ERROR_CONFIG, "the listing '%s' holds a NUL byte", path);
    const char *name = path_name(listing.path);
    listing.name = arena_bytes(arena, name, strlen(name) - strlen(".sql"));
    struct node *header = NULL;
    if (!split(&listing, &header, arena, err) ||
        !listing_header_read(header, arena, &listing, err) || !check(&listing, empty, arena, err))
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

/** The measures that a measure is reckoned from or is a part of. */
static bool check_relation(const struct listings *listings,
                           const struct measure_definition *measure, const char *key,
                           const char *id, struct error *err)
{
    if (!id || (strcmp(id, measure->id) != 0 && listings_measure(listings, id)))
        return true;
    return error_at(err, ERROR_CONFIG, &measure->place,
                    "measure '%s': '%s' names '%s', which is no other measure", measure->id, key,
                    id);
}

static bool check_relations(const struct listings *listings,
                            const struct measure_definition *measure, struct error *err)
{
    if (!check_relation(listings, measure, "within", measure->within, err))
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
    if (!check_ids(&listings, arena, err) || !check_all_relations(&listings, err))
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
