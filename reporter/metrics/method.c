/* SPDX-License-Identifier: MIT */
#include "metrics/method.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "data/listing.h"
#include "input/schema.h"
#include "input/yaml.h"

#include <string.h>

static const char *const MANDATES[] = {"mandated", "encouraged", NULL};

static const struct schema_key CLASS[] = {
    {.name = "title", .type = SCHEMA_TEXT, .required = true, .help = "what readers see"},
    {.name = "standing",
     .type = SCHEMA_WORD,
     .words = MANDATES,
     .required = true,
     .help = "mandated or encouraged by the Order"},
    {0},
};

static const struct schema_key SECTION[] = {
    {.name = "id", .type = SCHEMA_ID, .required = true, .help = "a short name"},
    {.name = "title", .type = SCHEMA_TEXT, .required = true, .help = "what readers see"},
    {.name = "weight",
     .type = SCHEMA_INTEGER,
     .least = 0,
     .most = 100,
     .required = true,
     .help = "in the score"},
    {.name = "subjects",
     .type = SCHEMA_TEXTS,
     .required = true,
     .help = "letters before the dash of its controls' ids"},
    {0},
};

static const struct schema_key BAND[] = {
    {.name = "name", .type = SCHEMA_TEXT, .required = true, .help = "what readers see"},
    {.name = "from", .type = SCHEMA_PERCENT, .required = true, .help = "its lowest score"},
    {0},
};

/* Without the key: eight peers (fewer are never told), and sizes to 2, to 9, and from 10. */
#define PEER_MINIMUM 8
static const int64_t PEER_SIZES[] = {3, 10};

static const struct schema_key PEERS[] = {
    {.name = "minimum",
     .type = SCHEMA_INTEGER,
     .least = PEER_MINIMUM,
     .most = 1000,
     .help = "peers, below which no figure of them is given; 8 if not said"},
    {.name = "sizes",
     .type = SCHEMA_TEXTS,
     .help = "active accounts from which a group of larger bodies begins; 3 and 10 if not said"},
    {0},
};

static const struct schema_key METHOD[] = {
    {.name = "version", .type = SCHEMA_TEXT, .required = true, .help = "printed in every report"},
    {.name = "effective-from",
     .type = SCHEMA_DATE,
     .required = true,
     .help = "since when it holds"},
    {.name = "classes",
     .type = SCHEMA_NAMED_MAPS,
     .of = CLASS,
     .required = true,
     .help = "classes of bodies"},
    {.name = "sections",
     .type = SCHEMA_MAPS,
     .of = SECTION,
     .required = true,
     .help = "sections of the score"},
    {.name = "bands",
     .type = SCHEMA_MAPS,
     .of = BAND,
     .required = true,
     .help = "from the highest down; the last from 0%"},
    {.name = "cap",
     .type = SCHEMA_TEXT,
     .required = true,
     .help = "best band with a critical finding past its due date"},
    {.name = "partly-met-from",
     .type = SCHEMA_PERCENT,
     .required = true,
     .help = "share of items met"},
    {.name = "minimum-classified",
     .type = SCHEMA_PERCENT,
     .help = "of messages, for their sentiment to be shown; 70% if absent"},
    {.name = "minimum-judged",
     .type = SCHEMA_PERCENT,
     .required = true,
     .help = "share of the weight; below it there is no band"},
    {.name = "grace-days",
     .type = SCHEMA_INTEGER,
     .least = 0,
     .most = 3660,
     .required = true,
     .help = "younger bodies are new"},
    {.name = "peers", .type = SCHEMA_MAP, .of = PEERS, .help = "who is compared with whom"},
    {.name = "disclosure",
     .type = SCHEMA_MAP,
     .of = DISCLOSURE_KEYS,
     .help = "which counts of persons are kept back from whom"},
    {0},
};

void method_describe(struct text *text)
{
    schema_describe(METHOD, 0, text);
}

static void read_classes(const struct node *classes, struct arena *arena, struct method *method)
{
    method->class_count = classes->count;
    method->classes = arena_array(arena, classes->count + 1, sizeof *method->classes);
    for (size_t i = 0; i < classes->count; i++)
        method->classes[i] = (struct body_class){
            .code = classes->keys[i]->text,
            .title = node_text(classes->items[i], "title", NULL),
            .mandate = node_word(classes->items[i], "standing", MANDATES, 0) == 0
                           ? MANDATE_MANDATED
                           : MANDATE_ENCOURAGED,
        };
}

static bool check_section_ids(const struct method *method, const struct node *sections,
                              struct error *err)
{
    for (size_t s = 0; s < method->section_count; s++)
        for (size_t k = 0; k < s; k++)
            if (strcmp(method->sections[s].id, method->sections[k].id) == 0)
                return error_at(err, ERROR_CONFIG, &sections->items[s]->place,
                                "the section '%s' stands there twice", method->sections[s].id);
    return true;
}

/** A subject in two sections would make the order in the file decide. */
static bool check_subjects(const struct method *method, const struct node *sections,
                           struct error *err)
{
    for (size_t s = 0; s < method->section_count; s++) {
        const struct section *section = &method->sections[s];
        for (size_t i = 0; i < section->subject_count; i++) {
            for (size_t k = 0; k < i; k++)
                if (strcmp(section->subjects[i], section->subjects[k]) == 0)
                    return error_at(err, ERROR_CONFIG, &sections->items[s]->place,
                                    "subject '%s' stands in the section '%s' twice",
                                    section->subjects[i], section->id);
            size_t first = method_section(method, section->subjects[i]);
            if (strchr(section->subjects[i], '-'))
                return error_at(err, ERROR_CONFIG, &sections->items[s]->place,
                                "subject '%s' holds a dash; it must be the letters before it",
                                section->subjects[i]);
            if (first != s)
                return error_at(err, ERROR_CONFIG, &sections->items[s]->place,
                                "subject '%s' stands in the sections '%s' and '%s'",
                                section->subjects[i], method->sections[first].id, section->id);
        }
    }
    return true;
}

static bool read_sections(const struct node *sections, struct arena *arena, struct method *method,
                          struct error *err)
{
    int64_t sum = 0;
    method->section_count = sections->count;
    method->sections = arena_array(arena, sections->count + 1, sizeof *method->sections);
    for (size_t i = 0; i < sections->count; i++) {
        struct section *section = &method->sections[i];
        section->id = node_text(sections->items[i], "id", NULL);
        section->title = node_text(sections->items[i], "title", NULL);
        section->weight = node_integer(sections->items[i], "weight", 0);
        section->subject_count =
            node_texts(sections->items[i], "subjects", arena, &section->subjects);
        sum += section->weight;
    }
    if (sum == 0)
        return error_at(err, ERROR_CONFIG, &sections->place,
                        "the sections' weights are all zero: no score would come out");
    return check_section_ids(method, sections, err) && check_subjects(method, sections, err);
}

static bool read_bands(const struct node *bands, struct arena *arena, struct method *method,
                       struct error *err)
{
    method->band_count = bands->count;
    method->bands = arena_array(arena, bands->count + 1, sizeof *method->bands);
    for (size_t i = 0; i < bands->count; i++) {
        struct band *band = &method->bands[i];
        band->name = node_text(bands->items[i], "name", NULL);
        band->from = node_percent(bands->items[i], "from", 0);
        if (i && band->from >= band[-1].from)
            return error_at(err, ERROR_CONFIG, &bands->items[i]->place,
                            "band '%s' does not begin below the band before it", band->name);
        for (size_t k = 0; k < i; k++)
            if (strcmp(method->bands[k].name, band->name) == 0)
                return error_at(err, ERROR_CONFIG, &bands->items[i]->place,
                                "the band '%s' stands there twice", band->name);
    }
    return (bands->count && method->bands[bands->count - 1].from == 0) ||
           error_at(err, ERROR_CONFIG, &bands->place, "the last band must begin at 0%%");
}

static bool read_cap(const struct node *root, struct arena *arena, struct method *method,
                     struct error *err)
{
    const struct node *cap = node_find(root, "cap");
    const char **names = arena_array(arena, method->band_count + 1, sizeof *names);
    for (size_t i = 0; i < method->band_count; i++) {
        names[i] = method->bands[i].name;
        if (strcmp(names[i], cap->text) == 0) {
            method->cap = i;
            return true;
        }
    }
    return schema_unknown(cap, "band", names, method->band_count, err);
}

static bool read_peers(const struct node *peers, struct arena *arena, struct method *method,
                       struct error *err)
{
    const char **texts = NULL;
    const struct node *sizes = peers ? node_find(peers, "sizes") : NULL;
    size_t count = sizes ? node_texts(peers, "sizes", arena, &texts) : ARRAY_LENGTH(PEER_SIZES);
    method->peer_minimum = peers ? node_integer(peers, "minimum", PEER_MINIMUM) : PEER_MINIMUM;
    method->peer_sizes = arena_array(arena, count + 1, sizeof *method->peer_sizes);
    method->peer_size_count = count;
    for (size_t i = 0; i < count; i++) {
        int64_t *size = &method->peer_sizes[i];
        *size = texts ? 0 : PEER_SIZES[i];
        if (texts && (!number_parse(texts[i], size) || *size <= (i ? size[-1] : 0)))
            return error_at(err, ERROR_CONFIG,
                            sizes->kind == NODE_LIST ? &sizes->items[i]->place : &sizes->place,
                            "sizes must be whole numbers above 0, each above the one before it");
    }
    return true;
}

bool method_load(const char *path, struct arena *arena, struct method *ret_method,
                 struct error *err)
{
    struct node *root = NULL;
    if (!yaml_read(path, arena, &root, err) || !schema_check(root, METHOD, "method", err))
        return false;
    struct method method = {
        .version = node_text(root, "version", NULL),
        .partly_from = node_percent(root, "partly-met-from", 0),
        .minimum_judged = node_percent(root, "minimum-judged", 0),
        .minimum_classified = node_percent(root, "minimum-classified", 70),
        .grace_days = (int32_t)node_integer(root, "grace-days", 0),
        .disclosure = disclosure_rules_read(node_find(root, "disclosure")),
    };
    node_date(root, "effective-from", &method.effective_from);
    read_classes(node_find(root, "classes"), arena, &method);
    if (!read_sections(node_find(root, "sections"), arena, &method, err) ||
        !read_bands(node_find(root, "bands"), arena, &method, err) ||
        !read_cap(root, arena, &method, err) ||
        !read_peers(node_find(root, "peers"), arena, &method, err))
        return false;
    *ret_method = method;
    return true;
}

size_t method_class(const struct method *method, const char *code)
{
    for (size_t i = 0; code && i < method->class_count; i++)
        if (strcmp(method->classes[i].code, code) == 0)
            return i;
    return (size_t)-1;
}

size_t method_section(const struct method *method, const char *control_id)
{
    size_t length = strcspn(control_id, "-");
    for (size_t s = 0; s < method->section_count; s++)
        for (size_t i = 0; i < method->sections[s].subject_count; i++)
            if (strlen(method->sections[s].subjects[i]) == length &&
                strncmp(method->sections[s].subjects[i], control_id, length) == 0)
                return s;
    return (size_t)-1;
}

static bool check_section(const struct method *method, const struct control *control,
                          struct error *err)
{
    if (method_section(method, control->id) != (size_t)-1)
        return true;
    error_at(err, ERROR_CONFIG, &control->place, "control '%s' belongs to no section of the method",
             control->id);
    return error_hint(err, "add '%.*s' to the subjects of a section in method.yaml",
                      (int)strcspn(control->id, "-"), control->id);
}

/** A section whose controls all weigh nothing would be left out of every score in silence. */
static bool check_weights(const struct method *method, size_t section,
                          const struct listings *listings, struct error *err)
{
    const struct control *first = NULL;
    for (size_t l = 0; l < listings->count; l++) {
        for (size_t i = 0; i < listings->items[l].control_count; i++) {
            const struct control *control = &listings->items[l].controls[i];
            if (method_section(method, control->id) != section)
                continue;
            if (control->weight)
                return true;
            first = first ? first : control;
        }
    }
    return !first || error_at(err, ERROR_CONFIG, &first->place,
                              "the weights of all controls of the section '%s' are zero",
                              method->sections[section].id);
}

bool method_check(const struct method *method, const struct listings *listings, struct error *err)
{
    for (size_t l = 0; l < listings->count; l++)
        for (size_t i = 0; i < listings->items[l].control_count; i++)
            if (!check_section(method, &listings->items[l].controls[i], err))
                return false;
    for (size_t s = 0; s < method->section_count; s++)
        if (!check_weights(method, s, listings, err))
            return false;
    return true;
}
