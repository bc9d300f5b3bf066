/* SPDX-License-Identifier: MIT */
#include "document/build.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/phrase.h"
#include "base/text.h"
#include "document/block.h"
#include "document/build_block.h"
#include "document/fact.h"
#include "document/methods.h"
#include "document/rows.h"
#include "document/table_build.h"
#include "document/template.h"
#include "document/tile_build.h"
#include "input/schema.h"
#include "metrics/peers.h"

#include <math.h>
#include <string.h>

static const enum phrase AUDIENCE_TITLES[] = {PHRASE_AUDIENCE_AGENCY, PHRASE_AUDIENCE_OVERSIGHT,
                                              PHRASE_AUDIENCE_PUBLIC};

static const char *keep(const struct build *build, struct text *text)
{
    const char *kept = arena_text(build->arena, text_string(text));
    text_finish(text);
    return kept;
}

static void add_look(struct block *block, const struct node *content)
{
    static const int SPANS[] = {6, 8, 12};
    if (node_find(content, "span"))
        block->span = SPANS[node_word(content, "span", BLOCK_SPANS, 2)];
    block->landscape = node_yes(content, "landscape", false);
    block->floats = node_yes(content, "float", false);
}

struct block *block_append(struct build *build, enum block_kind kind)
{
    struct block *block = &build->document->blocks[build->document->block_count++];
    *block = (struct block){.kind = kind};
    return block;
}

static void add_paragraph(struct build *build, enum paragraph_style style, const char *text)
{
    struct block *block = block_append(build, BLOCK_PARAGRAPH);
    block->style = style;
    block->text = text;
}

static bool add_heading(struct build *build, const struct node *content, struct error *err)
{
    (void)err;
    struct block *block = block_append(build, BLOCK_HEADING);
    block->level = (int)node_integer(content, "level", 1);
    block->annex = node_yes(content, "annex", false);
    block->text = fact_fill(build, node_text(content, "text", NULL));
    return true;
}

static bool add_lead(struct build *build, const struct node *content, struct error *err)
{
    (void)err;
    add_paragraph(build, PARAGRAPH_LEAD, fact_fill(build, content->text));
    return true;
}

static bool add_text(struct build *build, const struct node *content, struct error *err)
{
    (void)err;
    add_paragraph(build, PARAGRAPH_BODY, fact_fill(build, content->text));
    return true;
}

static bool add_note(struct build *build, const struct node *content, struct error *err)
{
    (void)err;
    add_paragraph(build, PARAGRAPH_NOTE, fact_fill(build, content->text));
    return true;
}

static bool add_bullets(struct build *build, const struct node *content, struct error *err)
{
    (void)err;
    if (content->kind == NODE_TEXT) {
        add_paragraph(build, PARAGRAPH_BULLET, fact_fill(build, content->text));
        return true;
    }
    for (size_t i = 0; i < content->count; i++)
        add_paragraph(build, PARAGRAPH_BULLET, fact_fill(build, content->items[i]->text));
    return true;
}

static bool add_terms(struct build *build, const struct node *content, struct error *err)
{
    (void)err;
    struct fact *facts = arena_array(build->arena, content->count + 1, sizeof *facts);
    for (size_t i = 0; i < content->count; i++)
        facts[i] = (struct fact){fact_fill(build, node_text(content->items[i], "term", NULL)),
                                 fact_fill(build, node_text(content->items[i], "meaning", NULL))};
    struct block *block = block_append(build, BLOCK_FACTS);
    block->facts = facts;
    block->fact_count = content->count;
    return true;
}

static bool add_tiles(struct build *build, const struct node *content, struct error *err)
{
    (void)err;
    struct block *block = block_append(build, BLOCK_TILES);
    block->tiles = tiles_build(build, content, &block->tile_count);
    return true;
}

static const struct table *find_table(const struct build *build, const char *id)
{
    for (size_t i = 0; i < build->document->table_count; i++)
        if (strcmp(build->document->tables[i]->id, id) == 0)
            return build->document->tables[i];
    return NULL;
}

/** Some tables and figures suit a government of few bodies, some one of many. */
static bool fits_bodies(const struct build *build, const struct node *content)
{
    struct row row = {.body = results_group(build->results, GROUP_MANDATED), .period = PERIODS - 1};
    int64_t bodies = row_column_find("bodies")->cell(build, &row).number;
    return bodies > node_integer(content, "above-bodies", -1) &&
           bodies <= node_integer(content, "up-to-bodies", INT64_MAX);
}

/** Numbered tables are printed; the others stand in the workbook only, or had no rows. */
static bool add_table(struct build *build, const struct node *content, struct error *err)
{
    (void)err;
    const struct table *table = find_table(build, node_text(content, "id", ""));
    const char *empty = node_text(content, "empty", NULL);
    if (table->number) {
        struct block *block = block_append(build, BLOCK_TABLE);
        block->table = table;
        block->row_limit = (size_t)node_integer(content, "limit", 0);
        add_look(block, content);
    } else if (empty && node_yes(content, "page", true) && fits_bodies(build, content)) {
        add_paragraph(build, PARAGRAPH_BODY, fact_fill(build, empty));
    }
    return true;
}

static bool has_value(const struct figure *figure)
{
    for (size_t r = 0; r < figure->table->row_count; r++)
        for (size_t i = 0; i < figure->value_count; i++)
            if (cell_has_value(table_cell(figure->table, r, figure->value_columns[i])))
                return true;
    return false;
}

static bool add_figure(struct build *build, const struct node *content, struct error *err)
{
    (void)err;
    struct document *document = build->document;
    const struct table *table = find_table(build, node_text(content, "table", ""));
    if (table->row_count == 0 || !fits_bodies(build, content))
        return true;
    struct figure *figure = figure_build(build, content, table);
    const char *empty = node_text(content, "empty", NULL);
    if (empty && !has_value(figure)) {
        add_paragraph(build, PARAGRAPH_BODY, fact_fill(build, empty));
        return true;
    }
    document->figures[document->figure_count++] = figure;
    figure->number = (int)document->figure_count;
    struct block *block = block_append(build, BLOCK_FIGURE);
    block->figure = figure;
    add_look(block, content);
    return true;
}

/** All tables before any block, so that a figure may stand before the table that it draws. */
static bool build_tables(struct build *build, struct error *err)
{
    struct document *document = build->document;
    int number = 0;
    for (size_t i = 0; i < build->template->block_count; i++) {
        const struct node *content = build->template->blocks[i]->items[0];
        struct table *table;
        if (strcmp(block_tag(build->template->blocks[i]), "table") != 0)
            continue;
        if (!table_build(build, content, &table, err))
            return false;
        bool printed = node_yes(content, "page", true) && fits_bodies(build, content) &&
                       (table->row_count > 0 || !node_find(content, "empty"));
        table->number = printed ? ++number : 0;
        document->tables[document->table_count++] = table;
    }
    return true;
}

static bool add_cover(struct build *build, const struct node *content, struct error *err)
{
    (void)content;
    (void)err;
    block_append(build, BLOCK_COVER);
    return true;
}

static bool add_contents(struct build *build, const struct node *content, struct error *err)
{
    (void)content;
    (void)err;
    block_append(build, BLOCK_CONTENTS);
    return true;
}

static bool add_page_break(struct build *build, const struct node *content, struct error *err)
{
    (void)content;
    (void)err;
    block_append(build, BLOCK_PAGE_BREAK);
    return true;
}

static bool add_sentences(struct build *build, struct sentences sentences,
                          enum paragraph_style style)
{
    for (size_t i = 0; i < sentences.count; i++)
        add_paragraph(build, style, sentences.items[i]);
    return true;
}

static bool add_methods(struct build *build, const struct node *content, struct error *err)
{
    (void)content;
    (void)err;
    return add_sentences(build, methods_sentences(build), PARAGRAPH_BODY);
}

static bool add_notes(struct build *build, const struct node *content, struct error *err)
{
    (void)content;
    (void)err;
    return add_sentences(build, notes_sentences(build), PARAGRAPH_BULLET);
}

static const struct {
    const char *tag;
    bool (*add)(struct build *build, const struct node *content, struct error *err);
} ADDERS[] = {
    {"cover", add_cover},       {"contents", add_contents},
    {"heading", add_heading},   {"lead", add_lead},
    {"text", add_text},         {"note", add_note},
    {"bullets", add_bullets},   {"terms", add_terms},
    {"tiles", add_tiles},       {"table", add_table},
    {"figure", add_figure},     {"methods", add_methods},
    {"notes", add_notes},       {"page-break", add_page_break},
    {"columns", columns_build},
};

static bool add_block(struct build *build, const struct node *block, struct error *err)
{
    for (size_t i = 0; i < ARRAY_LENGTH(ADDERS); i++)
        if (strcmp(ADDERS[i].tag, block_tag(block)) == 0)
            return ADDERS[i].add(build, block->items[0], err);
    return error_at(err, ERROR_INTERNAL, &block->place, "no builder for the block '%s'",
                    block_tag(block));
}

bool blocks_build(struct build *build, const struct node *body, struct error *err)
{
    for (size_t i = 0; i < body->count; i++)
        if (!add_block(build, body->items[i], err))
            return false;
    return true;
}

static void add_fact(const struct build *build, struct fact **facts, size_t *count,
                     const char *label, const char *name)
{
    struct cell cell;
    struct column column;
    struct text text = {0};
    if (!fact_cell(build, name, &cell, &column) || cell.kind == CELL_MARK)
        return;
    cell_print(&cell, &column, &text);
    (*facts)[(*count)++] = (struct fact){label, keep(build, &text)};
}

static void add_cover_facts(struct build *build)
{
    static const struct {
        enum phrase label;
        const char *fact;
    } LINES[] = {
        {PHRASE_COVER_EDITION, "edition.name"},
        {PHRASE_COVER_AS_OF, "edition.as-of"},
        {PHRASE_COVER_PUBLISHED, "edition.published-on"},
        {PHRASE_COVER_COMMENTS, "edition.comment-by"},
        {PHRASE_COVER_NEXT, "edition.next-release"},
        {PHRASE_COVER_OFFICE, "edition.office"},
        {PHRASE_COVER_CONTACT, "edition.contact"},
        {PHRASE_COVER_SIGNED, "edition.signatory"},
        {PHRASE_COVER_REASON, "edition.reason"},
        {PHRASE_COVER_STANDING, "order.standing"},
        {PHRASE_COVER_METHOD, "method.version"},
        {PHRASE_COVER_MASKING, "method.masking"},
    };
    struct document *document = build->document;
    document->cover_facts = arena_array(build->arena, ARRAY_LENGTH(LINES) + 1, sizeof(struct fact));
    for (size_t i = 0; i < ARRAY_LENGTH(LINES); i++)
        add_fact(build, &document->cover_facts, &document->cover_fact_count, phrase(LINES[i].label),
                 LINES[i].fact);
    document->cover_facts[document->cover_fact_count++] = (struct fact){
        phrase(PHRASE_COVER_DATABASE),
        arena_printf(build->arena, "%s, SHA-256 %.12s", build->source_name, build->source_digest)};
}

static void add_metadata(struct build *build)
{
    struct document *document = build->document;
    const struct fact facts[] = {
        {phrase(PHRASE_METADATA_REPORT), document->title},
        {phrase(PHRASE_METADATA_SUBJECT), document->subject},
        {phrase(PHRASE_METADATA_PERIOD), document->period},
        {phrase(PHRASE_METADATA_EDITION), document->edition},
        {phrase(PHRASE_METADATA_AUDIENCE), document->audience},
        {phrase(PHRASE_METADATA_AS_OF), document->data_as_of},
        {phrase(PHRASE_METADATA_METHOD), build->results->method->version},
        {phrase(PHRASE_METADATA_DATABASE), build->source_name},
        {phrase(PHRASE_METADATA_DIGEST), build->source_digest},
        {phrase(PHRASE_METADATA_PROGRAM), "ulat " ULAT_VERSION},
    };
    document->metadata = arena_array(build->arena, ARRAY_LENGTH(facts), sizeof(struct fact));
    memcpy(document->metadata, facts, sizeof facts);
    document->metadata_count = ARRAY_LENGTH(facts);
}

static const char *capitalised(const struct build *build, const char *word)
{
    char *copy = arena_text(build->arena, word);
    if (*copy >= 'a' && *copy <= 'z')
        *copy = (char)(*copy - 'a' + 'A');
    return copy;
}

static void describe(struct build *build)
{
    struct document *document = build->document;
    struct text period = {0}, as_of = {0};
    period_title(&period, build->results->period);
    date_long(&as_of, build->edition->as_of);
    const char *subject = build->body == SIZE_MAX
                              ? phrase(PHRASE_SUBJECT_GOVERNMENT)
                              : build->results->reference->agencies[build->body].name;
    document->title = fact_fill(build, build->template->title);
    document->short_title = fact_fill(build, build->template->short_title);
    document->subject = subject;
    document->about_agency = build->body != SIZE_MAX;
    document->period = keep(build, &period);
    document->edition = capitalised(build, edition_title(build->edition));
    document->draft = build->edition->draft;
    document->audience = phrase(AUDIENCE_TITLES[build->audience]);
    document->issuer = language_text(build->edition->issuer);
    document->logo = build->logo;
    document->compact = build->template->compact;
    document->data_as_of =
        phrase_filled(build->arena, PHRASE_DATA_AS_OF, "day", keep(build, &as_of), NULL);
    document->language = language_tag();
    document->keywords = phrase(PHRASE_KEYWORDS);
    document->created = edition_day(build->edition);
}

static void make_room(struct build *build)
{
    const struct template *template = build->template;
    struct document *document = build->document;
    document->blocks =
        arena_array(build->arena, blocks_most(build, template->body), sizeof(struct block));
    document->tables = arena_array(build->arena, template->block_count + 1, sizeof(struct table *));
    document->figures =
        arena_array(build->arena, template->block_count + 1, sizeof(struct figure *));
}

/** What is told of an agency to itself and to oversight only is not listed elsewhere. */
static void drop_kept_findings(struct build *build)
{
    size_t kept = 0;
    for (size_t i = 0; i < build->open.count; i++)
        if (!results_keeps_status(build->results, build->body,
                                  build->open.items[i].finding.control))
            build->open.items[kept++] = build->open.items[i];
    build->open.count = kept;
}

static void find_peers(struct build *build)
{
    struct peers *peers = ARENA_NEW(build->arena, struct peers);
    bool found = build->body != SIZE_MAX && build->peer_groups &&
                 peers_find(build->peer_groups[PERIODS - 1], build->body, build->arena, peers);
    build->peers = found ? peers : NULL;
}

bool build_document(struct build *build, struct document **ret_document, struct error *err)
{
    build->document = ARENA_NEW(build->arena, struct document);
    if (build->body != SIZE_MAX && !remedy_open(build->results, build->told, build->body,
                                                build->arena, &build->open, NULL, err))
        return false;
    if (build->body != SIZE_MAX && results_state(build->results, build->body, PERIODS - 1)->fresh)
        build->open.count = 0; /* in its grace period nothing is found against it yet */
    drop_kept_findings(build);
    find_peers(build);
    describe(build);
    make_room(build);
    add_cover_facts(build);
    add_metadata(build);
    if (!build_tables(build, err))
        return false;
    if (!blocks_build(build, build->template->body, err))
        return false;
    *ret_document = build->document;
    return true;
}
