/* SPDX-License-Identifier: MIT */
#include "document/published.h"

#include "base/arena.h"
#include "base/csv.h"
#include "base/error.h"
#include "base/file.h"
#include "base/map.h"
#include "base/number.h"
#include "base/text.h"

#include <string.h>

#define MOST_RESULTS_BYTES ((size_t)1 << 30)

/** The head fields of results.csv that are read back; the last may be missing. */
enum {
    BODY,
    PERIOD,
    KIND,
    ID,
    CATEGORY,
    STATUS,
    NUMERATOR,
    DENOMINATOR,
    PUBLISHED,
    METHOD,
    FIELD_COUNT
};
static const char *const FIELDS[] = {"body",   "period",    "kind",        "id",        "category",
                                     "status", "numerator", "denominator", "published", "method"};

static const char *make_key(struct arena *arena, const char *const parts[5])
{
    return arena_printf(arena, "%s|%s|%s|%s|%s", parts[0], parts[1], parts[2], parts[3], parts[4]);
}

static bool find_columns(const struct csv *csv, const char *path, size_t columns[FIELD_COUNT],
                         struct error *err)
{
    struct place place = {.file = path, .line = 1};
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        columns[i] = csv_column(csv, FIELDS[i]);
        if (columns[i] == (size_t)-1 && i != METHOD)
            return error_at(err, ERROR_DATA, &place, "the column '%s' is missing", FIELDS[i]);
    }
    return true;
}

static bool read_value(const struct csv_row *row, const size_t columns[FIELD_COUNT],
                       const char *path, struct published_value *value, struct error *err)
{
    struct place place = {.file = path, .line = row->line};
    *value = (struct published_value){
        .body = row->fields[columns[BODY]],
        .period = row->fields[columns[PERIOD]],
        .kind = row->fields[columns[KIND]],
        .id = row->fields[columns[ID]],
        .category = row->fields[columns[CATEGORY]],
        .status = row->fields[columns[STATUS]],
        .method = columns[METHOD] == (size_t)-1 ? "" : row->fields[columns[METHOD]],
    };
    value->withheld = text_equal(row->fields[columns[NUMERATOR]], PUBLISHED_WITHHELD);
    if (value->withheld)
        return true;
    if (!number_parse(row->fields[columns[NUMERATOR]], &value->numerator) ||
        !number_parse(row->fields[columns[DENOMINATOR]], &value->denominator))
        return error_at(err, ERROR_DATA, &place, "numerator and denominator must be whole numbers");
    bool rate = strcmp(value->kind, "control") == 0;
    bool good = value->denominator >= 0 &&
                (!rate || (value->numerator >= 0 && value->numerator <= value->denominator));
    return good || error_at(err, ERROR_DATA, &place,
                            "a denominator is at least 0, a control's numerator between 0 and it");
}

static bool read_values(const struct csv *csv, const char *path, struct arena *arena,
                        struct published *published, struct error *err)
{
    size_t columns[FIELD_COUNT];
    if (!find_columns(csv, path, columns, err))
        return false;
    published->values = arena_array(arena, csv->count + 1, sizeof *published->values);
    for (size_t i = 1; i < csv->count; i++) {
        struct published_value *value = &published->values[published->count];
        if (!read_value(&csv->rows[i], columns, path, value, err))
            return false;
        const char *parts[] = {value->body, value->period, value->kind, value->id, value->category};
        if (map_add(published->index, make_key(arena, parts), published->count))
            published->count++;
    }
    return true;
}

bool published_load(const char *folder, struct arena *arena, struct published *ret_published,
                    struct error *err)
{
    const char *path = path_join(arena, folder, "results.csv");
    struct text text = {0};
    struct csv csv;
    *ret_published = (struct published){.folder = folder, .index = map_new()};
    bool good = file_read(path, MOST_RESULTS_BYTES, &text, err) &&
                csv_parse(text_string(&text), text.length, path, arena, &csv, err) &&
                read_values(&csv, path, arena, ret_published, err);
    text_finish(&text);
    if (!good)
        published_finish(ret_published);
    return good;
}

void published_finish(struct published *published)
{
    map_free(published->index);
    *published = (struct published){0};
}

const struct published_value *published_find(const struct published *published, const char *body,
                                             const char *period, const char *kind, const char *id,
                                             const char *category)
{
    if (!published)
        return NULL;
    struct arena *arena = arena_new();
    const char *parts[] = {body, period, kind, id, category};
    size_t index = map_find(published->index, make_key(arena, parts));
    arena_free(arena);
    return index == MAP_NONE ? NULL : &published->values[index];
}
