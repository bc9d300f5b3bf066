/* SPDX-License-Identifier: MIT */
#include "metrics/findings.h"

#include "base/arena.h"
#include "base/error.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A record is its fixed part and then its four texts, each with its NUL. Absent texts have length
 * 0. */
struct record {
    uint64_t agency;
    uint32_t control;
    int32_t period;
    uint32_t outcome;
    uint32_t lengths[4]; /* item, label, reason, detail; with the NUL */
};

struct entry {
    uint64_t offset;
    uint32_t agency;
    uint32_t size;
};

struct findings {
    FILE *file;
    struct entry *entries; /* sorted by agency, then offset, once sealed */
    size_t count;
    size_t capacity;
    uint64_t size;
};

static bool fail(struct error *err, const char *doing)
{
    return error_set(err, ERROR_IO, "cannot %s the findings' temporary file: %s", doing,
                     strerror(errno));
}

bool findings_new(const char *work_folder, struct findings **ret_findings, struct error *err)
{
    struct arena *arena = arena_new();
    char *path = arena_printf(arena, "%s/findings.XXXXXX", work_folder);
    int descriptor = mkstemp(path);
    FILE *file = descriptor >= 0 ? fdopen(descriptor, "w+b") : NULL;
    if (descriptor >= 0)
        unlink(path);
    if (descriptor >= 0 && !file)
        close(descriptor);
    arena_free(arena);
    if (!file)
        return fail(err, "create");
    struct findings *findings = calloc(1, sizeof *findings);
    if (!findings)
        arena_exhausted();
    findings->file = file;
    *ret_findings = findings;
    return true;
}

void findings_free(struct findings *findings)
{
    if (!findings)
        return;
    fclose(findings->file);
    free(findings->entries);
    free(findings);
}

static void note(struct findings *findings, const struct finding *finding, uint32_t size)
{
    findings->entries = vector_grow(findings->entries, findings->count, &findings->capacity,
                                    sizeof *findings->entries);
    findings->entries[findings->count++] =
        (struct entry){findings->size, (uint32_t)finding->agency, size};
    findings->size += size;
}

bool findings_add(struct findings *findings, const struct finding *finding, struct error *err)
{
    const char *texts[] = {finding->item, finding->label, finding->reason, finding->detail};
    struct record record = {
        .agency = finding->agency,
        .control = (uint32_t)finding->control,
        .period = finding->period,
        .outcome = (uint32_t)finding->outcome,
    };
    size_t size = sizeof record;
    for (size_t i = 0; i < ARRAY_LENGTH(texts); i++) {
        record.lengths[i] = texts[i] ? (uint32_t)strlen(texts[i]) + 1 : 0;
        size += record.lengths[i];
    }
    bool good = fwrite(&record, sizeof record, 1, findings->file) == 1;
    for (size_t i = 0; good && i < ARRAY_LENGTH(texts); i++)
        good = !texts[i] || fwrite(texts[i], record.lengths[i], 1, findings->file) == 1;
    if (!good)
        return fail(err, "write");
    note(findings, finding, (uint32_t)size);
    return true;
}

static int compare(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    if (x->agency != y->agency)
        return x->agency < y->agency ? -1 : 1;
    return x->offset < y->offset ? -1 : x->offset > y->offset;
}

bool findings_seal(struct findings *findings, struct error *err)
{
    if (fflush(findings->file) != 0)
        return fail(err, "write");
    if (findings->count)
        qsort(findings->entries, findings->count, sizeof *findings->entries, compare);
    return true;
}

/** The first entry of an agency, or where it would be. */
static size_t lower_bound(const struct findings *findings, size_t agency)
{
    size_t low = 0, high = findings->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (findings->entries[middle].agency < agency)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void decode(const char *bytes, struct finding *finding)
{
    struct record record;
    memcpy(&record, bytes, sizeof record);
    const char **texts[] = {&finding->item, &finding->label, &finding->reason, &finding->detail};
    const char *text = bytes + sizeof record;
    for (size_t i = 0; i < ARRAY_LENGTH(texts); i++) {
        *texts[i] = record.lengths[i] ? text : NULL;
        text += record.lengths[i];
    }
    finding->agency = record.agency;
    finding->control = record.control;
    finding->period = record.period;
    finding->outcome = (enum outcome)record.outcome;
}

bool findings_read(const struct findings *findings, size_t agency, struct arena *arena,
                   struct finding_list *ret_list, struct error *err)
{
    size_t first = lower_bound(findings, agency), last = lower_bound(findings, agency + 1);
    struct finding_list list = {arena_array(arena, last - first + 1, sizeof *list.items),
                                last - first};
    for (size_t i = 0; i < list.count; i++) {
        const struct entry *entry = &findings->entries[first + i];
        char *bytes = arena_array(arena, entry->size, 1);
        if (pread(fileno(findings->file), bytes, entry->size, (off_t)entry->offset) !=
            (ssize_t)entry->size)
            return fail(err, "read");
        decode(bytes, &list.items[i]);
    }
    *ret_list = list;
    return true;
}
