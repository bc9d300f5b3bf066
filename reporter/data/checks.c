/* SPDX-License-Identifier: MIT */
#include "data/checks.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/phrase.h"
#include "base/text.h"
#include "data/contract.h"
#include "data/listing_file.h"
#include "input/schema.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char DETAIL[] = "{{detail}}";
static const char *const SEVERITY_WORDS[] = {"warning", "error", NULL};
static const char *const STOPS[] = {"agency", "run", NULL};
/* What a check may give: what it finds leaves the database, so nothing else can be in it. */
static const char *const COLUMNS[] = {"agency", "account", "item", "detail"};

static const struct schema_key HEADER[] = {
    {.name = "title",
     .type = SCHEMA_TEXT,
     .required = true,
     .help = "what the rows are, in the plural"},
    {.name = "severity",
     .type = SCHEMA_WORD,
     .words = SEVERITY_WORDS,
     .required = true,
     .help = "warning: the rows are left out of a number; error: numbers would be wrong"},
    {.name = "stops",
     .type = SCHEMA_WORD,
     .words = STOPS,
     .help = "of an error: the agency's own reports, or the whole run"},
    {.name = "item",
     .type = SCHEMA_WORD,
     .words = ITEM_KINDS,
     .required = true,
     .help = "what a row is; persons are only counted"},
    {.name = "touches",
     .type = SCHEMA_TEXTS,
     .required = true,
     .help = "controls, measures, or tables: all that reads them"},
    {.name = "sentence",
     .type = SCHEMA_TEXT,
     .required = true,
     .help = "what is wrong with an item; may hold {{detail}}"},
    {.name = "details",
     .type = SCHEMA_NAMED,
     .help = "codes of the column detail, each with its words"},
    {0},
};

void checks_describe(struct text *text)
{
    schema_describe(HEADER, 0, text);
}

const char *severity_title(enum severity severity)
{
    static const char *const TITLES[] = {"warning", "error, stops the agency",
                                         "error, stops the run"};
    return TITLES[severity];
}

static bool read_severity(const struct node *root, struct quality_check *check, struct error *err)
{
    bool is_error = node_word(root, "severity", SEVERITY_WORDS, 0) == 1;
    bool has_stops = node_find(root, "stops") != NULL;
    if (is_error && !has_stops)
        return error_at(err, ERROR_CONFIG, &root->place,
                        "a check whose severity is error needs 'stops': agency or run");
    if (!is_error && has_stops)
        return error_at(err, ERROR_CONFIG, &root->place, "a warning stops nothing: no 'stops'");
    check->severity =
        (enum severity)(is_error ? SEVERITY_STOPS_AGENCY + (int)node_word(root, "stops", STOPS, 0)
                                 : SEVERITY_WARNING);
    return true;
}

static void read_details(const struct node *details, struct arena *arena,
                         struct quality_check *check)
{
    if (!details)
        return;
    check->detail_count = details->count;
    check->details = arena_array(arena, details->count + 1, sizeof *check->details);
    for (size_t i = 0; i < details->count; i++)
        check->details[i] = (struct reason){details->keys[i]->text, details->items[i]->text};
}

static bool read_header(const struct node *root, struct arena *arena, struct quality_check *check,
                        struct error *err)
{
    if (!schema_check(root, HEADER, "check's header", err) || !read_severity(root, check, err))
        return false;
    check->rows.title = node_text(root, "title", NULL);
    check->rows.item = (enum item_kind)node_word(root, "item", ITEM_KINDS, 0);
    check->touch_count = node_texts(root, "touches", arena, &check->touches);
    check->sentence = node_text(root, "sentence", NULL);
    check->place = root->place;
    check->touches_place = node_find(root, "touches")->place;
    read_details(node_find(root, "details"), arena, check);
    return true;
}

static bool is_known(const char *column)
{
    for (size_t i = 0; i < ARRAY_LENGTH(COLUMNS); i++)
        if (strcmp(column, COLUMNS[i]) == 0)
            return true;
    return false;
}

static bool check_columns(const struct listing *rows, struct error *err)
{
    struct place place = listing_file_sql(rows);
    if (listing_column(rows, "agency") == SIZE_MAX && listing_column(rows, "account") == SIZE_MAX)
        return error_at(err, ERROR_CONFIG, &place,
                        "the query gives neither 'agency' nor 'account'");
    if (!listing_file_need(rows, &place, "every check", "item", err))
        return false;
    for (size_t c = 0; c < rows->column_count; c++) {
        if (is_known(rows->columns[c]))
            continue;
        error_at(err, ERROR_CONFIG, &place, "a check may not give the column '%s'",
                 rows->columns[c]);
        return error_hint(err, "its columns are agency or account, item, and detail (a code)");
    }
    return true;
}

/** A detail without words would print whatever stands in the database. */
static bool check_details(const struct quality_check *check, struct error *err)
{
    bool told = strstr(check->sentence, DETAIL) != NULL;
    if (told && !listing_file_need(&check->rows, &check->place, "{{detail}} in the sentence",
                                   "detail", err))
        return false;
    if (check->detail != SIZE_MAX && !check->detail_count)
        return error_at(err, ERROR_CONFIG, &check->place,
                        "the query gives 'detail': its codes and their words must stand under "
                        "'details'");
    return true;
}

bool check_load(const char *path, struct source *empty, struct arena *arena,
                struct quality_check *ret_check, struct error *err)
{
    struct quality_check check = {0};
    struct node *header = NULL;
    if (!listing_file_read(path, arena, &check.rows, &header, err) ||
        !read_header(header, arena, &check, err) ||
        !listing_file_prepare(&check.rows, empty, arena, err) || !check_columns(&check.rows, err))
        return false;
    check.detail = listing_column(&check.rows, "detail");
    if (!check_details(&check, err))
        return false;
    *ret_check = check;
    return true;
}

bool checks_load(const char *folder, struct source *empty, struct arena *arena,
                 struct checks *ret_checks, struct error *err)
{
    char **names = NULL;
    size_t count = 0;
    *ret_checks = (struct checks){0};
    if (!file_is_folder(folder))
        return true;
    if (!file_list(folder, ".sql", arena, &names, &count, err))
        return false;
    struct checks checks = {arena_array(arena, count + 1, sizeof *checks.items), count};
    for (size_t i = 0; i < count; i++)
        if (!check_load(path_join(arena, folder, names[i]), empty, arena, &checks.items[i], err))
            return false;
    *ret_checks = checks;
    return true;
}

static bool is_touched(const char *touch, const struct contract *contract,
                       const struct listing *listing)
{
    size_t table = contract_find(contract, touch);
    for (size_t i = 0; table != SIZE_MAX && i < listing->read_count; i++)
        if (listing->reads[i].table == table)
            return true;
    for (size_t i = 0; i < listing->control_count; i++)
        if (strcmp(listing->controls[i].id, touch) == 0)
            return true;
    for (size_t i = 0; i < listing->measure_count; i++)
        if (strcmp(listing->measures[i].id, touch) == 0)
            return true;
    return false;
}

bool check_touches(const struct quality_check *check, const struct contract *contract,
                   const struct listing *listing)
{
    for (size_t i = 0; i < check->touch_count; i++)
        if (is_touched(check->touches[i], contract, listing))
            return true;
    return false;
}

static bool fail_touch(const struct quality_check *check, const char *touch,
                       const struct contract *contract, struct error *err)
{
    const char **words = calloc(contract->table_count + 1, sizeof *words);
    for (size_t t = 0; words && t < contract->table_count; t++)
        words[t] = contract->tables[t].name;
    const char *near = words ? text_nearest(touch, words, contract->table_count) : NULL;
    free(words);
    error_at(err, ERROR_CONFIG, &check->touches_place,
             "'touches' names '%s', which is no control, no measure and no table", touch);
    return near ? error_hint(err, "did you mean '%s'?", near) : false;
}

bool check_touches_known(const struct quality_check *check, const struct contract *contract,
                         const struct listings *listings, struct error *err)
{
    for (size_t i = 0; i < check->touch_count; i++) {
        const char *touch = check->touches[i];
        if (contract_find(contract, touch) == SIZE_MAX && !listings_control(listings, touch) &&
            !listings_measure(listings, touch))
            return fail_touch(check, touch, contract, err);
    }
    return true;
}

const char *check_detail(const struct quality_check *check, const char *code)
{
    for (size_t i = 0; code && i < check->detail_count; i++)
        if (strcmp(check->details[i].code, code) == 0)
            return check->details[i].sentence;
    return NULL;
}

const char *check_say(const struct quality_check *check, const char *code, struct arena *arena)
{
    const char *words = language_text(check_detail(check, code));
    const char *sentence = language_text(check->sentence);
    const char *at = strstr(sentence, DETAIL);
    if (!at)
        return sentence;
    return arena_printf(arena, "%.*s%s%s", (int)(at - sentence), sentence, words ? words : "?",
                        at + strlen(DETAIL));
}
