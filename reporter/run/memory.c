/* SPDX-License-Identifier: MIT */
#include "run/memory.h"

#include "base/arena.h"
#include "base/csv.h"
#include "base/date.h"
#include "base/error.h"
#include "base/file.h"
#include "base/map.h"
#include "base/text.h"

#include <string.h>

#define MOST_FINDINGS_BYTES ((size_t)1 << 30)

static bool read_row(const struct csv_row *row, const size_t columns[2], const char *path,
                     struct told *told, struct error *err)
{
    struct place place = {.file = path, .line = row->line};
    const char *reference = row->fields[columns[0]], *text = row->fields[columns[1]];
    int32_t day;
    if (!*reference)
        return error_at(err, ERROR_DATA, &place, "the finding has no reference");
    if (!date_parse(text, strlen(text), &day))
        return error_at(err, ERROR_DATA, &place, "first_told_on must be a date such as 2026-09-30");
    size_t index = map_find(told->references, reference);
    if (index == MAP_NONE) {
        told->days[map_size(told->references)] = day;
        map_add(told->references, reference, map_size(told->references));
    } else if (day < told->days[index]) {
        told->days[index] = day;
    }
    return true;
}

static bool read_rows(const struct csv *csv, const char *path, struct arena *arena,
                      struct told *told, struct error *err)
{
    static const char *const NAMES[] = {"reference", "first_told_on"};
    struct place place = {.file = path, .line = 1};
    size_t columns[ARRAY_LENGTH(NAMES)];
    for (size_t i = 0; i < ARRAY_LENGTH(NAMES); i++) {
        columns[i] = csv_column(csv, NAMES[i]);
        if (columns[i] == (size_t)-1)
            return error_at(err, ERROR_DATA, &place, "the column '%s' is missing", NAMES[i]);
    }
    told->days = arena_array(arena, csv->count, sizeof *told->days);
    for (size_t i = 1; i < csv->count; i++)
        if (!read_row(&csv->rows[i], columns, path, told, err))
            return false;
    return true;
}

bool memory_load(const char *folder, struct arena *arena, struct told *ret_told, struct error *err)
{
    const char *path = path_join(arena, folder, MEMORY_FILE);
    struct text text = {0};
    struct csv csv;
    struct told told = {.references = map_new()};
    bool good = file_read(path, MOST_FINDINGS_BYTES, &text, err) &&
                csv_parse(text_string(&text), text.length, path, arena, &csv, err) &&
                read_rows(&csv, path, arena, &told, err);
    text_finish(&text);
    if (!good) {
        memory_finish(&told);
        return false;
    }
    ret_told->references = told.references;
    ret_told->days = told.days;
    return true;
}

void memory_finish(struct told *told)
{
    map_free(told->references);
    told->references = NULL;
    told->days = NULL;
}
