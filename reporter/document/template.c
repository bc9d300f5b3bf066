/* SPDX-License-Identifier: MIT */
#include "document/template.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "data/listing.h"
#include "document/block.h"
#include "document/document.h"
#include "document/fact.h"
#include "document/figure_form.h"
#include "document/rows.h"
#include "document/template_breakdown.h"
#include "input/schema.h"
#include "input/yaml.h"

#include <string.h>

static const char *const SUBJECTS[] = {"agency", NULL};
static const char *const OUTPUTS[] = {"pdf", "xlsx", NULL};

static const struct schema_key TEMPLATE[] = {
    {.name = "title", .type = SCHEMA_TEXT, .required = true, .help = "of the report"},
    {.name = "short-title", .type = SCHEMA_TEXT, .required = true, .help = "in running heads"},
    {.name = "audience",
     .type = SCHEMA_WORDS,
     .words = AUDIENCES,
     .required = true,
     .help = "for whom it is, one or more; each gets a copy in a folder of its own"},
    {.name = "for-each",
     .type = SCHEMA_WORD,
     .words = SUBJECTS,
     .help = "agency: one document an agency"},
    {.name = "compact",
     .type = SCHEMA_YES_NO,
     .help = "yes: less air between blocks, for reports that must fit few pages"},
    {.name = "outputs", .type = SCHEMA_WORDS, .words = OUTPUTS, .help = "pdf and xlsx if absent"},
    {.name = "body",
     .type = SCHEMA_VARIANTS,
     .of = BLOCK_KEYS,
     .required = true,
     .help = "the blocks, in the order in which they are read"},
    {0},
};

void template_describe(struct text *text)
{
    schema_describe(TEMPLATE, 0, text);
}

/** What checking a template needs and notes. */
struct checking {
    const struct listings *listings;
    struct template *template;
    struct fact_scope scope;
    struct arena *arena;
    struct error *err;
};

static void want_all_controls(struct checking *checking)
{
    for (size_t l = 0; l < checking->listings->count; l++)
        if (checking->listings->items[l].control_count)
            checking->template->wanted[l] = true;
}

static void want_all_measures(struct checking *checking)
{
    for (size_t l = 0; l < checking->listings->count; l++)
        if (checking->listings->items[l].measure_count)
            checking->template->wanted[l] = true;
}

static size_t list_controls(const struct listings *listings, struct arena *arena,
                            const char ***ret_ids)
{
    size_t count = 0, total = 0;
    for (size_t l = 0; l < listings->count; l++)
        total += listings->items[l].control_count;
    *ret_ids = arena_array(arena, total + 1, sizeof **ret_ids);
    for (size_t l = 0; l < listings->count; l++)
        for (size_t i = 0; i < listings->items[l].control_count; i++)
            (*ret_ids)[count++] = listings->items[l].controls[i].id;
    return count;
}

static size_t list_measures(const struct listings *listings, struct arena *arena,
                            const char ***ret_ids)
{
    size_t count = 0, total = 0;
    for (size_t l = 0; l < listings->count; l++)
        total += listings->items[l].measure_count;
    *ret_ids = arena_array(arena, total + 1, sizeof **ret_ids);
    for (size_t l = 0; l < listings->count; l++)
        for (size_t i = 0; i < listings->items[l].measure_count; i++)
            (*ret_ids)[count++] = listings->items[l].measures[i].id;
    return count;
}

static bool check_control(struct checking *checking, const struct node *node)
{
    const struct control *control = listings_control(checking->listings, node->text);
    if (control) {
        checking->template->wanted[control->listing] = true;
        return true;
    }
    const char **ids;
    size_t count = list_controls(checking->listings, checking->arena, &ids);
    return schema_unknown(node, "control", ids, count, checking->err);
}

static bool check_measure(struct checking *checking, const struct node *node,
                          const struct measure_definition **ret_measure)
{
    const struct measure_definition *measure = listings_measure(checking->listings, node->text);
    if (measure) {
        checking->template->wanted[measure->listing] = true;
        if (ret_measure)
            *ret_measure = measure;
        return true;
    }
    const char **ids;
    size_t count = list_measures(checking->listings, checking->arena, &ids);
    return schema_unknown(node, "measure", ids, count, checking->err);
}

/** Each scalar of a list, or the one scalar. */
static bool check_each(struct checking *checking, const struct node *list,
                       bool (*check)(struct checking *, const struct node *))
{
    if (!list)
        return true;
    if (list->kind == NODE_TEXT)
        return check(checking, list);
    for (size_t i = 0; i < list->count; i++)
        if (!check(checking, list->items[i]))
            return false;
    return true;
}

static bool check_one_measure(struct checking *checking, const struct node *node)
{
    return check_measure(checking, node, NULL);
}

static bool check_repeats(struct checking *checking, const struct node *list)
{
    for (size_t i = 1; i < block_entries(list); i++)
        for (size_t k = 0; k < i; k++)
            if (strcmp(block_entry(list, i)->text, block_entry(list, k)->text) == 0)
                return error_at(checking->err, ERROR_CONFIG, &block_entry(list, i)->place,
                                "the column '%s' stands there already", block_entry(list, i)->text);
    return true;
}

static bool check_column(struct checking *checking, const struct node *word, unsigned has)
{
    const struct row_column *column = row_column_find(word->text);
    if (column && (column->needs & ~(has | ROW_SCORE)) == 0) {
        if (column->needs & ROW_SCORE)
            want_all_controls(checking);
        return true;
    }
    const char *words[128];
    size_t count = row_columns_for(has, words);
    return schema_unknown(word, "column for these rows", words, count, checking->err);
}

static bool check_column_list(struct checking *checking, const struct node *columns, unsigned has)
{
    for (size_t i = 0; i < block_entries(columns); i++)
        if (!check_column(checking, block_entry(columns, i), has))
            return false;
    return check_repeats(checking, columns);
}

static bool check_columns(struct checking *checking, const struct node *table, unsigned has)
{
    return check_column_list(checking, node_find(table, "columns"), has) &&
           check_column_list(checking, node_find(table, "workbook-columns"), has);
}

static bool check_kind(struct checking *checking, const struct node *table,
                       const struct row_kind **ret_kind)
{
    const struct node *rows = node_find(table, "rows");
    *ret_kind = row_kind_find(rows->text);
    if (*ret_kind)
        return true;
    const char *words[32];
    size_t count = 0;
    for (; ROW_KINDS[count].word; count++)
        words[count] = ROW_KINDS[count].word;
    return schema_unknown(rows, "kind of rows", words, count, checking->err);
}

/** Columns that stand behind the others: controls, measures, sections for each row's body. */
static bool check_extra_columns(struct checking *checking, const struct node *table,
                                const struct row_kind *kind)
{
    const char *const keys[] = {"show-controls", "show-measures", "sections", "show-categories"};
    for (size_t i = 0; i < ARRAY_LENGTH(keys); i++) {
        const struct node *node = node_find(table, keys[i]);
        bool beside = i == 1 && kind->has & ROW_CATEGORY; /* the same category of each */
        if (node && !beside &&
            kind->has & (ROW_CONTROL | ROW_MEASURE | ROW_FINDING | ROW_REVISION | ROW_BAND |
                         ROW_CLAUSE | ROW_SECTION | ROW_METHOD))
            return error_at(checking->err, ERROR_CONFIG, &node->place,
                            "'%s' stands beside rows of agencies, classes and periods only",
                            keys[i]);
    }
    if (node_yes(table, "sections", false))
        want_all_controls(checking);
    return check_each(checking, node_find(table, keys[0]), check_control) &&
           check_repeats(checking, node_find(table, keys[0])) &&
           check_each(checking, node_find(table, keys[1]), check_one_measure) &&
           check_repeats(checking, node_find(table, keys[1])) &&
           template_check_beside(table, kind, checking->listings, checking->err);
}

/** Which rows are chosen: agencies by their return, an agency's controls by their status. */
static bool check_state(struct checking *checking, const struct node *table, unsigned has)
{
    static const char *const AGENCIES[] = {"any", "reporting", "not-reporting", "new"};
    static const char *const CONTROLS[] = {"any", "not-met", "changed", "open-or-changed"};
    const struct node *state = node_find(table, "state");
    const char *rows = node_text(table, "rows", "");
    bool controls = strcmp(rows, "controls") == 0 && has & ROW_AGENCY;
    if (!state)
        return true;
    if (!controls && strcmp(rows, "agencies") != 0)
        return error_at(checking->err, ERROR_CONFIG, &state->place,
                        "'state' chooses among agencies, or among the controls of an agency");
    const char *const *words = controls ? CONTROLS : AGENCIES;
    size_t count = controls ? ARRAY_LENGTH(CONTROLS) : ARRAY_LENGTH(AGENCIES);
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], state->text) == 0)
            return true;
    return schema_unknown(state, "state of these rows", words, count, checking->err);
}

/** How the rows are put in order and added up. The sections' columns are known to the method only.
 */
static bool check_order(struct checking *checking, const struct node *table, unsigned has)
{
    const struct node *sort = node_find(table, "sort"), *total = node_find(table, "total");
    if (sort && !node_yes(table, "sections", false) && !figure_table_has(table, sort->text))
        return error_at(checking->err, ERROR_CONFIG, &sort->place,
                        "the table '%s' has no column '%s'", node_text(table, "id", ""),
                        sort->text);
    if (node_yes(table, "total", false) && !(has & ROW_TOTAL))
        return error_at(checking->err, ERROR_CONFIG, &total->place,
                        "rows: %s do not add up to a total", node_text(table, "rows", ""));
    return true;
}

/* Rows of bodies and quarters: they have the measure that the block names, if it names one. */
#define TAKES_MEASURE (ROW_BODY | ROW_AGENCY | ROW_PERIOD | ROW_TOTAL)

/** What a row of the table has. In an agency's report that is the agency, unless the rows are of
 * groups. */
static unsigned find_has(const struct checking *checking, const struct node *table,
                         const struct row_kind *kind)
{
    bool groups = node_find(table, "bodies") || kind->has & ROW_REVISION ||
                  strcmp(kind->word, "classes") == 0;
    bool measured = node_find(table, "measure") && kind->has == (kind->has & TAKES_MEASURE);
    return kind->has | (measured ? ROW_MEASURE : 0) |
           (checking->template->each_agency && !groups ? ROW_AGENCY : 0);
}

static bool check_table(struct checking *checking, const struct node *table)
{
    const struct row_kind *kind;
    const struct measure_definition *measure = NULL;
    const struct node *measure_node = node_find(table, "measure");
    if (!check_kind(checking, table, &kind))
        return false;
    unsigned has = find_has(checking, table, kind);
    if (kind->has & ROW_FINDING && !checking->template->each_agency)
        return error_at(checking->err, ERROR_CONFIG, &node_find(table, "rows")->place,
                        "findings are listed in reports 'for-each: agency' only");
    if (measure_node && !check_measure(checking, measure_node, &measure))
        return false;
    if (!template_check_breakdown(table, kind, measure, checking->err))
        return false;
    if (kind->has & (ROW_CONTROL | ROW_FINDING) && !node_find(table, "controls"))
        want_all_controls(checking);
    if (kind->has & ROW_CLAUSE) {
        want_all_controls(checking);
        want_all_measures(checking);
    }
    if (kind->has & ROW_MEASURE && !(kind->has & ROW_CATEGORY) && !node_find(table, "measures"))
        want_all_measures(checking);
    return check_each(checking, node_find(table, "controls"), check_control) &&
           check_each(checking, node_find(table, "measures"), check_one_measure) &&
           check_columns(checking, table, has) && check_extra_columns(checking, table, kind) &&
           check_state(checking, table, has) && check_order(checking, table, has);
}

static bool check_figure(struct checking *checking, const struct node *figure)
{
    const struct node *of = node_find(figure, "table");
    const struct node *table = template_table(checking->template, of->text);
    if (!table)
        return error_at(checking->err, ERROR_CONFIG, &of->place, "no table block has the id '%s'",
                        of->text);
    return figure_form_check(figure, table, checking->err);
}

static bool check_tiles(struct checking *checking, const struct node *tiles)
{
    for (size_t i = 0; i < tiles->count; i++) {
        const struct node *tile = tiles->items[i];
        const struct node *control = node_find(tile, "control");
        const struct node *measure = node_find(tile, "measure");
        const struct node *fact = node_find(tile, "fact");
        if ((control != NULL) + (measure != NULL) + (fact != NULL) != 1)
            return error_at(checking->err, ERROR_CONFIG, &tile->place,
                            "a tile shows one of 'control', 'measure' and 'fact'");
        if ((control && !check_control(checking, control)) ||
            (measure && !check_measure(checking, measure, NULL)) ||
            (fact && !fact_check_name(fact, fact->text, &checking->scope, checking->err)))
            return false;
    }
    return true;
}

/** Every text of a block, wherever it stands, may hold facts. */
static bool check_texts(struct checking *checking, const struct node *node)
{
    if (node->kind == NODE_TEXT)
        return fact_check(node, &checking->scope, checking->err);
    for (size_t i = 0; i < node->count; i++)
        if (!check_texts(checking, node->items[i]))
            return false;
    return true;
}

static bool check_block(struct checking *checking, const struct node *block)
{
    const char *tag = block_tag(block);
    const struct node *content = block->items[0];
    if (!check_texts(checking, content))
        return false;
    if (strcmp(tag, "table") == 0)
        return check_table(checking, content);
    if (strcmp(tag, "figure") == 0)
        return check_figure(checking, content);
    if (strcmp(tag, "tiles") == 0)
        return check_tiles(checking, content);
    if (strcmp(tag, "methods") == 0)
        want_all_controls(checking);
    return true;
}

static bool check_ids(struct checking *checking)
{
    for (size_t i = 0; i < checking->template->block_count; i++) {
        const struct node *block = checking->template->blocks[i];
        const struct node *id =
            strcmp(block_tag(block), "table") == 0 ? node_find(block->items[0], "id") : NULL;
        if (id && template_table(checking->template, id->text) != block->items[0])
            return error_at(checking->err, ERROR_CONFIG, &id->place,
                            "another table has the id '%s' already", id->text);
    }
    return true;
}

static void read_outputs(const struct node *root, struct arena *arena, struct template *template)
{
    const char **outputs;
    size_t count = node_texts(root, "outputs", arena, &outputs);
    template->pdf = template->xlsx = count == 0;
    for (size_t i = 0; i < count; i++) {
        template->pdf |= strcmp(outputs[i], "pdf") == 0;
        template->xlsx |= strcmp(outputs[i], "xlsx") == 0;
    }
}

/** What an agency's own copy shows is exact: it must be of that agency alone. */
static bool read_audiences(const struct node *root, struct arena *arena, struct template *template,
                           struct error *err)
{
    const char **words;
    size_t count = node_texts(root, "audience", arena, &words);
    for (size_t i = 0; i < count; i++)
        for (size_t a = 0; AUDIENCES[a]; a++)
            template->audiences[a] |= strcmp(words[i], AUDIENCES[a]) == 0;
    if (count == 0)
        return error_at(err, ERROR_CONFIG, &node_find(root, "audience")->place,
                        "a report is for at least one audience");
    return true;
}

bool template_load(const char *path, const struct listings *listings, struct arena *arena,
                   struct template *ret_template, struct error *err)
{
    struct node *root = NULL;
    if (!yaml_read(path, arena, &root, err) || !schema_check(root, TEMPLATE, "template", err))
        return false;
    const char *name = path_name(path);
    struct template template = {
        .name = arena_bytes(arena, name, strlen(name) - strlen(".yaml")),
        .path = arena_text(arena, path),
        .title = node_text(root, "title", NULL),
        .short_title = node_text(root, "short-title", NULL),
        .each_agency = node_find(root, "for-each") != NULL,
        .compact = node_yes(root, "compact", false),
        .body = node_find(root, "body"),
        .wanted = arena_array(arena, listings->count + 1, sizeof(bool)),
    };
    template_gather(&template, arena);
    read_outputs(root, arena, &template);
    if (!read_audiences(root, arena, &template, err))
        return false;
    struct checking checking = {
        .listings = listings,
        .template = &template,
        .scope = {listings, template.each_agency, template.wanted, &template},
        .arena = arena,
        .err = err,
    };
    if (!check_texts(&checking, node_find(root, "title")) ||
        !check_texts(&checking, node_find(root, "short-title")) || !check_ids(&checking))
        return false;
    for (size_t i = 0; i < template.block_count; i++)
        if (!check_block(&checking, template.blocks[i]))
            return false;
    if (!template_check_look(&template, err))
        return false;
    *ret_template = template;
    return true;
}
