/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/csv.h"
#include "base/date.h"
#include "base/text.h"
#include "metrics/remedy.h"
#include "metrics/results.h"
#include "run/record.h"

#include <stdlib.h>
#include <string.h>

/** What the file keeps of a finding. */
struct entry {
    const char *reference;
    int32_t told_on;
    int32_t due_on;
    bool has_due;
};

struct entries {
    struct entry *items;
    size_t count;
    size_t capacity;
    struct arena *arena;
};

/** Each agency's findings are read into an arena of their own: only what is written is kept. */
static bool collect(const struct results *results, const struct told *told, size_t agency,
                    struct entries *entries, struct error *err)
{
    struct arena *arena = arena_new();
    struct open_findings open = {0};
    bool good = remedy_open(results, told, agency, arena, &open, NULL, err);
    for (size_t i = 0; good && i < open.count; i++) {
        const struct open_finding *finding = &open.items[i];
        entries->items =
            vector_grow(entries->items, entries->count, &entries->capacity, sizeof *entries->items);
        entries->items[entries->count++] =
            (struct entry){arena_text(entries->arena, finding->reference), finding->told_on,
                           finding->due_on, finding->has_due};
    }
    arena_free(arena);
    return good;
}

static int compare_entries(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    return strcmp(x->reference, y->reference);
}

static void write_entry(const struct entry *entry, struct text *text)
{
    csv_field(text, entry->reference);
    csv_separator(text);
    date_iso(text, entry->told_on);
    csv_separator(text);
    if (entry->has_due)
        date_iso(text, entry->due_on);
    csv_end_row(text);
}

/** Findings of one reference (an item listed twice) have the same days: one row stands for them. */
static void write_entries(const struct entries *entries, struct text *text)
{
    text_append(text, "reference,first_told_on,due_on\n");
    for (size_t i = 0; i < entries->count; i++)
        if (i == 0 || compare_entries(&entries->items[i - 1], &entries->items[i]) != 0)
            write_entry(&entries->items[i], text);
}

bool record_findings(const struct results *results, const struct told *told, struct text *text,
                     struct error *err)
{
    struct entries entries = {.arena = arena_new()};
    bool good = true;
    for (size_t a = 0; good && a < results->reference->agency_count; a++)
        good = !remedy_has_clock(results, a) || collect(results, told, a, &entries, err);
    if (good) {
        if (entries.count)
            qsort(entries.items, entries.count, sizeof *entries.items, compare_entries);
        write_entries(&entries, text);
    }
    free(entries.items);
    arena_free(entries.arena);
    return good;
}
