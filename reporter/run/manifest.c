/* SPDX-License-Identifier: MIT */
#include "run/manifest.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "draw/style.h"
#include "document/template.h"
#include "render/versions.h"
#include "run/batch.h"
#include "run/memory.h"
#include "run/publish.h"
#include "run/record.h"
#include "run/run.h"

#include <stdlib.h>
#include <string.h>

/** A file that shapes what comes out. */
struct input {
    const char *kind;
    const char *name;
    char digest[DIGEST_SIZE];
};

struct inputs {
    struct input *items;
    size_t count;
    size_t capacity;
    struct arena *arena;
    struct error *err;
};

static struct input *add_input(struct inputs *inputs, const char *kind, const char *path)
{
    inputs->items =
        vector_grow(inputs->items, inputs->count, &inputs->capacity, sizeof *inputs->items);
    struct input *input = &inputs->items[inputs->count++];
    *input = (struct input){.kind = kind, .name = path_name(path)};
    return input;
}

static bool add_file(struct inputs *inputs, const char *kind, const char *path)
{
    return digest_file(path, add_input(inputs, kind, path)->digest, inputs->err);
}

/** Of a file that was given on the command line, or was not. */
static bool add_given(struct inputs *inputs, const char *kind, const char *path)
{
    return !path || add_file(inputs, kind, path);
}

static bool add_home(struct inputs *inputs, const struct home *home, const char *logo)
{
    struct arena *arena = inputs->arena;
    return add_file(inputs, "contract", home->contract.path) &&
           add_file(inputs, "fonts", home_file(home, "assets", "fonts.conf", arena)) &&
           add_file(inputs, "method", home_file(home, "templates", "method.yaml", arena)) &&
           add_file(inputs, "theme", home_file(home, "templates", "theme.yaml", arena)) &&
           add_given(inputs, "logo", logo ? home_file(home, "assets", logo, arena) : NULL);
}

/** As they were read, not as they may stand on the disk by now. */
static void add_listings(struct inputs *inputs, const struct listings *listings)
{
    for (size_t l = 0; l < listings->count; l++) {
        const struct listing *listing = &listings->items[l];
        digest_bytes(listing->text, strlen(listing->text),
                     add_input(inputs, "listing", listing->path)->digest);
    }
}

static void add_checks(struct inputs *inputs, const struct checks *checks)
{
    for (size_t i = 0; i < checks->count; i++) {
        const struct listing *rows = &checks->items[i].rows;
        digest_bytes(rows->text, strlen(rows->text),
                     add_input(inputs, "check", rows->path)->digest);
    }
}

static bool add_templates(struct inputs *inputs, const struct batch *batch)
{
    for (size_t t = 0; t < batch->template_count; t++)
        if (!add_file(inputs, "template", batch->templates[t].path))
            return false;
    return true;
}

static bool add_mapping(struct inputs *inputs, const char *folder)
{
    char **names;
    size_t count = 0;
    if (folder && !file_list(folder, ".sql", inputs->arena, &names, &count, inputs->err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!add_file(inputs, "mapping", path_join(inputs->arena, folder, names[i])))
            return false;
    return true;
}

static bool add_previous(struct inputs *inputs, const char *folder)
{
    return !folder ||
           (add_file(inputs, "previous", path_join(inputs->arena, folder, RECORD_RESULTS)) &&
            add_file(inputs, "previous", path_join(inputs->arena, folder, MEMORY_FILE)));
}

static int compare_inputs(const void *a, const void *b)
{
    const struct input *x = a, *y = b;
    int order = strcmp(x->kind, y->kind);
    return order ? order : strcmp(x->name, y->name);
}

static bool list_inputs(struct inputs *inputs, const struct run_options *options,
                        const struct batch *batch)
{
    const struct session *session = batch->session;
    struct input *database = add_input(inputs, "database", options->db);
    memcpy(database->digest, session->digest, sizeof database->digest);
    add_listings(inputs, &session->home.listings);
    add_checks(inputs, &session->home.checks);
    if (!add_home(inputs, &session->home, batch->theme->logo) || !add_templates(inputs, batch) ||
        !add_mapping(inputs, options->mapping) ||
        !add_given(inputs, "edition", session->edition.path) ||
        !add_given(inputs, "language", options->language) ||
        !add_previous(inputs, options->previous))
        return false;
    qsort(inputs->items, inputs->count, sizeof *inputs->items, compare_inputs);
    return true;
}

/* ---- JSON ---- */

/** `"name": "value"`, with what comes before it. */
static void put_pair(struct text *text, const char *before, const char *name, const char *value)
{
    text_append(text, before);
    text_append_json(text, name);
    text_append(text, ": ");
    text_append_json(text, value);
}

static void put_date(struct text *text, const char *before, const char *name, int32_t day)
{
    struct text date = {0};
    date_iso(&date, day);
    put_pair(text, before, name, text_string(&date));
    text_finish(&date);
}

static void begin_list(struct text *text, const char *name)
{
    text_printf(text, ",\n  \"%s\": [", name);
}

/** An item's beginning: the comma behind the one before it, and a new line. */
static void begin_item(struct text *text, bool is_first)
{
    text_append(text, is_first ? "\n    " : ",\n    ");
}

static void end_list(struct text *text, bool is_empty)
{
    text_append(text, is_empty ? "]" : "\n  ]");
}

static void put_run(struct text *text, const struct run_options *options,
                    const struct session *session)
{
    struct text period = {0};
    period_name(&period, session->period);
    put_pair(text, "{\n  ", "program", "ulat");
    put_pair(text, ",\n  ", "version", ULAT_VERSION);
    put_pair(text, ",\n  ", "period", text_string(&period));
    put_pair(text, ",\n  ", "edition", session->edition.name);
    put_pair(text, ",\n  ", "replaces", session->edition.replaces);
    put_date(text, ",\n  ", "as_of", session->edition.as_of);
    put_pair(text, ",\n  ", "method", session->home.method.version);
    put_pair(text, ",\n  ", "only", options->only);
    put_pair(text, ",\n  ", "audience", options->audience);
    text_finish(&period);
}

static void put_libraries(struct text *text, struct arena *arena)
{
    struct library_version *versions;
    size_t count = versions_list(arena, &versions);
    text_append(text, ",\n  \"libraries\": {");
    for (size_t i = 0; i < count; i++)
        put_pair(text, i ? ",\n    " : "\n    ", versions[i].name, versions[i].version);
    text_append(text, "\n  }");
}

static void put_inputs(struct text *text, const struct inputs *inputs)
{
    begin_list(text, "inputs");
    for (size_t i = 0; i < inputs->count; i++) {
        begin_item(text, i == 0);
        put_pair(text, "{", "kind", inputs->items[i].kind);
        put_pair(text, ", ", "name", inputs->items[i].name);
        put_pair(text, ", ", "sha256", inputs->items[i].digest);
        text_append(text, "}");
    }
    end_list(text, inputs->count == 0);
}

static void put_files(struct text *text, const struct publication *publication)
{
    begin_list(text, "files");
    for (size_t i = 0; i < publication->count; i++) {
        const struct publication_file *file = &publication->files[i];
        begin_item(text, i == 0);
        put_pair(text, "{", "path", file->path);
        put_pair(text, ", ", "audience", file->audience);
        text_printf(text, ", \"bytes\": %zu", file->bytes);
        put_pair(text, ", ", "sha256", file->digest);
        text_append(text, "}");
    }
    end_list(text, publication->count == 0);
}

/** Whose code could not be part of a file's name, and what stands there instead. */
static void put_names(struct text *text, const struct batch *batch)
{
    const struct reference *reference = &batch->session->reference;
    bool is_first = true;
    begin_list(text, "renamed");
    for (size_t a = 0; a < reference->agency_count; a++) {
        if (strcmp(batch->codes[a], reference->agencies[a].code) == 0 ||
            !batch_includes(batch->session, a))
            continue;
        begin_item(text, is_first);
        put_pair(text, "{", "agency", reference->agencies[a].code);
        put_pair(text, ", ", "file_code", batch->codes[a]);
        text_append(text, "}");
        is_first = false;
    }
    end_list(text, is_first);
}

static void put_failures(struct text *text, const struct batch *batch)
{
    begin_list(text, "failures");
    for (size_t i = 0; i < batch->failure_count; i++) {
        begin_item(text, i == 0);
        put_pair(text, "{", "subject", batch->failures[i].subject);
        put_pair(text, ", ", "message", batch->failures[i].message);
        text_append(text, "}");
    }
    end_list(text, batch->failure_count == 0);
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void put_notices(struct text *text, const struct notices *notices, struct arena *arena)
{
    char **sorted = arena_array(arena, notices->count + 1, sizeof *sorted);
    if (notices->count) {
        memcpy(sorted, notices->items, notices->count * sizeof *sorted);
        qsort(sorted, notices->count, sizeof *sorted, compare_texts);
    }
    begin_list(text, "notices");
    for (size_t i = 0; i < notices->count; i++) {
        begin_item(text, i == 0);
        text_append_json(text, sorted[i]);
    }
    end_list(text, notices->count == 0);
}

bool manifest_write(const struct run_options *options, const struct batch *batch, struct text *text,
                    struct error *err)
{
    struct inputs inputs = {.arena = arena_new(), .err = err};
    bool good = list_inputs(&inputs, options, batch);
    if (good) {
        put_run(text, options, batch->session);
        put_libraries(text, inputs.arena);
        put_inputs(text, &inputs);
        put_files(text, batch->publication);
        put_names(text, batch);
        put_failures(text, batch);
        put_notices(text, batch->session->notices, inputs.arena);
        text_append(text, "\n}\n");
    }
    free(inputs.items);
    arena_free(inputs.arena);
    return good;
}
