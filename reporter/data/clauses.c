/* SPDX-License-Identifier: MIT */
#include "data/clauses.h"

#include "base/arena.h"
#include "base/file.h"
#include "data/listing.h"
#include "input/schema.h"
#include "input/yaml.h"

#include <string.h>

const char *const DUTIES[] = {"critical", "required", "informative", NULL};

static const struct schema_key CLAUSE[] = {
    {.name = "id", .type = SCHEMA_ID, .required = true, .help = "of its control or its measures"},
    {.name = "asks", .type = SCHEMA_TEXT, .required = true, .help = "what it asks, in our words"},
    {.name = "duty",
     .type = SCHEMA_WORD,
     .words = DUTIES,
     .required = true,
     .help = "critical, required or informative"},
    {.name = "shows", .type = SCHEMA_TEXT, .help = "the measure that stands for it"},
    {0},
};

static const struct schema_key SUBJECT[] = {
    {.name = "id", .type = SCHEMA_ID, .required = true, .help = "letters before the dash"},
    {.name = "title", .type = SCHEMA_TEXT, .required = true, .help = "what readers see"},
    {.name = "clauses", .type = SCHEMA_MAPS, .of = CLAUSE, .required = true, .help = "in order"},
    {0},
};

static const struct schema_key CLAUSES[] = {
    {.name = "subjects", .type = SCHEMA_MAPS, .of = SUBJECT, .required = true, .help = "in order"},
    {0},
};

void clauses_describe(struct text *text)
{
    schema_describe(CLAUSES, 0, text);
}

/** The id begins with its subject's letters and stands there once. */
static bool check_id(const struct clauses *clauses, const struct clause *clause,
                     const char *subject, struct error *err)
{
    size_t length = strlen(subject);
    if (strncmp(clause->id, subject, length) != 0 || clause->id[length] != '-')
        return error_at(err, ERROR_CONFIG, &clause->place,
                        "clause '%s' stands under the subject '%s': expected an id such as '%s-1'",
                        clause->id, subject, subject);
    const struct clause *earlier = clauses_find(clauses, clause->id);
    return !earlier || error_at(err, ERROR_CONFIG, &clause->place,
                                "clause '%s' stands there already, in line %zu", clause->id,
                                earlier->place.line);
}

static bool read_subject(const struct node *subject, struct clauses *clauses, struct error *err)
{
    const struct node *list = node_find(subject, "clauses");
    for (size_t i = 0; i < list->count; i++) {
        const struct node *node = list->items[i];
        struct clause clause = {
            .id = node_text(node, "id", NULL),
            .subject = node_text(subject, "title", NULL),
            .asks = node_text(node, "asks", NULL),
            .duty = (enum duty)node_word(node, "duty", DUTIES, 0),
            .shows = node_text(node, "shows", NULL),
            .place = node->place,
        };
        if (!check_id(clauses, &clause, node_text(subject, "id", NULL), err))
            return false;
        clauses->items[clauses->count++] = clause;
    }
    return true;
}

bool clauses_load(const char *path, struct arena *arena, struct clauses *ret_clauses,
                  struct error *err)
{
    struct node *root = NULL;
    *ret_clauses = (struct clauses){0};
    if (!file_exists(path))
        return true;
    if (!yaml_read(path, arena, &root, err) || !schema_check(root, CLAUSES, "list of clauses", err))
        return false;
    const struct node *subjects = node_find(root, "subjects");
    size_t total = 0;
    for (size_t i = 0; i < subjects->count; i++)
        total += node_find(subjects->items[i], "clauses")->count;
    ret_clauses->items = arena_array(arena, total + 1, sizeof(struct clause));
    for (size_t i = 0; i < subjects->count; i++)
        if (!read_subject(subjects->items[i], ret_clauses, err))
            return false;
    return true;
}

const struct clause *clauses_find(const struct clauses *clauses, const char *id)
{
    for (size_t i = 0; id && i < clauses->count; i++)
        if (strcmp(clauses->items[i].id, id) == 0)
            return &clauses->items[i];
    return NULL;
}

static bool is_measured(const struct listings *listings, const char *id)
{
    for (size_t l = 0; l < listings->count; l++)
        for (size_t i = 0; i < listings->items[l].measure_count; i++) {
            const char *clause = listings->items[l].measures[i].clause_id;
            if (clause && strcmp(clause, id) == 0)
                return true;
        }
    return false;
}

static bool check_clause(const struct clause *clause, const struct listings *listings,
                         struct error *err)
{
    const struct measure_definition *shown =
        clause->shows ? listings_measure(listings, clause->shows) : NULL;
    if (clause->shows && (!shown || !shown->clause_id || strcmp(shown->clause_id, clause->id) != 0))
        return error_at(err, ERROR_CONFIG, &clause->place,
                        "clause '%s' shows '%s', which is no measure of that clause", clause->id,
                        clause->shows);
    if (!clause->shows && !listings_control(listings, clause->id))
        return error_at(err, ERROR_CONFIG, &clause->place,
                        is_measured(listings, clause->id)
                            ? "clause '%s' has measures: 'shows' must name the one that stands "
                              "for it"
                            : "clause '%s' is no control, and no measure names it",
                        clause->id);
    return true;
}

static bool check_measure(const struct clauses *clauses, const struct measure_definition *measure,
                          struct arena *arena, struct error *err)
{
    if (!measure->clause_id || clauses_find(clauses, measure->clause_id))
        return true;
    const char **ids = arena_array(arena, clauses->count + 1, sizeof *ids);
    for (size_t i = 0; i < clauses->count; i++)
        ids[i] = clauses->items[i].id;
    struct node node = {.kind = NODE_TEXT, .text = measure->clause_id, .place = measure->place};
    return schema_unknown(&node, "clause", ids, clauses->count, err);
}

bool clauses_check(const struct clauses *clauses, const struct listings *listings,
                   struct error *err)
{
    struct arena *arena = arena_new();
    bool good = true;
    for (size_t i = 0; good && i < clauses->count; i++)
        good = check_clause(&clauses->items[i], listings, err);
    for (size_t l = 0; good && clauses->count && l < listings->count; l++)
        for (size_t i = 0; good && i < listings->items[l].measure_count; i++)
            good = check_measure(clauses, &listings->items[l].measures[i], arena, err);
    arena_free(arena);
    return good;
}
