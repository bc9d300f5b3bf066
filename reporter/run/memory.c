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

/** What is read: the columns behind NEEDED may be missing. */
enum { REFERENCE, TOLD_ON, NEEDED, DUE_ON = NEEDED, STATE, SINCE, COLUMNS };
static const char *const NAMES[] = {"reference", "first_told_on", "due_on", "state", "since"};

struct reading {
    const char *path;
    size_t columns[COLUMNS]; /* (size_t)-1: the file has none */
    struct told *told;
    struct error *err;
};

/** "" where the file does not have the column. */
static const char *field(const struct reading *reading, const struct csv_row *row, int column)
{
    size_t index = reading->columns[column];
    return index == (size_t)-1 ? "" : row->fields[index];
}

static bool fail(const struct reading *reading, const struct csv_row *row, const char *what)
{
    struct place place = {.file = reading->path, .line = row->line};
    return error_at(reading->err, ERROR_DATA, &place, "%s", what);
}

static bool read_days(const struct reading *reading, const struct csv_row *row,
                      struct telling *telling)
{
    const char *told = field(reading, row, TOLD_ON), *due = field(reading, row, DUE_ON);
    if (!date_parse(told, strlen(told), &telling->told_on))
        return fail(reading, row, "first_told_on must be a date such as 2026-09-30");
    telling->has_due = *due != '\0';
    return !telling->has_due || date_parse(due, strlen(due), &telling->due_on) ||
           fail(reading, row, "due_on must be a date such as 2026-09-30, or nothing");
}

static bool read_state(const struct reading *reading, const struct csv_row *row,
                       struct telling *telling)
{
    const char *word = field(reading, row, STATE), *since = field(reading, row, SINCE);
    telling->state = TELLING_OPEN;
    telling->since = SINCE_UNKNOWN;
    if (!*word && !*since)
        return true;
    int state = 0;
    while (TELLING_STATES[state] && strcmp(word, TELLING_STATES[state]) != 0)
        state++;
    if (!TELLING_STATES[state])
        return fail(reading, row, "state must be open, reopened or cleared");
    telling->state = (enum telling_state)state;
    return period_parse(since, strlen(since), &telling->since) ||
           fail(reading, row, "since must be a quarter such as 2026-Q3");
}

/** Of two rows of one finding the first stands, with the earlier day. */
static bool read_row(const struct reading *reading, const struct csv_row *row)
{
    struct told *told = reading->told;
    struct telling telling = {.reference = field(reading, row, REFERENCE)};
    if (!*telling.reference)
        return fail(reading, row, "the finding has no reference");
    if (!read_days(reading, row, &telling) || !read_state(reading, row, &telling))
        return false;
    size_t index = map_find(told->references, telling.reference);
    if (index == MAP_NONE) {
        map_add(told->references, telling.reference, told->count);
        told->items[told->count++] = telling;
    } else if (telling.told_on < told->items[index].told_on) {
        told->items[index].told_on = telling.told_on;
    }
    return true;
}

static bool read_rows(const struct csv *csv, const char *path, struct arena *arena,
                      struct told *told, struct error *err)
{
    struct reading reading = {.path = path, .told = told, .err = err};
    struct place place = {.file = path, .line = 1};
    for (int i = 0; i < COLUMNS; i++) {
        reading.columns[i] = csv_column(csv, NAMES[i]);
        if (i < NEEDED && reading.columns[i] == (size_t)-1)
            return error_at(err, ERROR_DATA, &place, "the column '%s' is missing", NAMES[i]);
    }
    told->items = arena_array(arena, csv->count, sizeof *told->items);
    for (size_t i = 1; i < csv->count; i++)
        if (!read_row(&reading, &csv->rows[i]))
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
    told.today = ret_told->today;
    *ret_told = told;
    return true;
}

void memory_finish(struct told *told)
{
    map_free(told->references);
    told->references = NULL;
    told->items = NULL;
    told->count = 0;
}
