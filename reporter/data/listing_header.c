/* SPDX-License-Identifier: MIT */

/* The header of a listing: the tables of its keys, and definitions made of them. */
#include "data/listing_header.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"
#include "data/listing.h"
#include "input/schema.h"

#include <string.h>

const char *const ITEM_KINDS[] = {"agency",   "account",    "post",     "violation", "moderation",
                                  "incident", "assignment", "approval", "discovery", "campaign",
                                  "feedback", "disclosure", "officer",  "case",      NULL};
static const char *const ITEM_WORDS[] = {
    "agencies",  "accounts",    "posts",     "violations",     "actions",
    "incidents", "assignments", "approvals", "accounts found", "campaigns",
    "messages",  "disclosures", "officers",  "cases"};
const char *const SENSITIVITIES[] = {"none", "security", "personnel", NULL};
const char *const STATISTICS[] = {"count", "sum", "share", "ratio", "mean", "median", "p90", NULL};
const char *const MEASURE_UNITS[] = {"number", "percent", "seconds", "working_days", "days", NULL};
static const char *const JUDGED[] = {"at period end", "in period", NULL};
static const char *const STANDINGS[] = {"law", "issued", "proposed", "policy", "own", NULL};

bool item_is_person(enum item_kind kind)
{
    return kind >= ITEM_FEEDBACK;
}

bool statistic_needs_values(enum statistic statistic)
{
    return statistic == STATISTIC_MEDIAN || statistic == STATISTIC_P90;
}

static const struct schema_key CONTROL[] = {
    {.name = "id", .type = SCHEMA_ID, .required = true, .help = "its id, such as EML-1"},
    {.name = "title", .type = SCHEMA_TEXT, .required = true, .help = "what readers see"},
    {.name = "clause", .type = SCHEMA_TEXT, .help = "the clause in our own words"},
    {.name = "basis", .type = SCHEMA_TEXT, .required = true, .help = "where the duty stands"},
    {.name = "standing",
     .type = SCHEMA_WORD,
     .words = STANDINGS,
     .required = true,
     .help = "of the basis"},
    {.name = "effective-from",
     .type = SCHEMA_DATE,
     .required = true,
     .help = "nothing before it is judged"},
    {.name = "outcome",
     .type = SCHEMA_TEXT,
     .required = true,
     .help = "column: met, not_met, no_evidence or NULL"},
    {.name = "reason", .type = SCHEMA_TEXT, .help = "column: the code of a reason"},
    {.name = "detail",
     .type = SCHEMA_TEXT,
     .help = "column: fills {{detail}} in the reason's sentence"},
    {.name = "reasons", .type = SCHEMA_NAMED, .help = "code and sentence of each reason"},
    {.name = "target",
     .type = SCHEMA_PERCENT,
     .required = true,
     .help = "share of items that must be met"},
    {.name = "weight",
     .type = SCHEMA_INTEGER,
     .least = 0,
     .most = 100,
     .required = true,
     .help = "in its section's score"},
    {.name = "critical", .type = SCHEMA_YES_NO, .help = "an overdue failure caps the band"},
    {.name = "remedy", .type = SCHEMA_DAYS, .help = "time to mend: 30 working days"},
    {.name = "owner", .type = SCHEMA_TEXT, .required = true, .help = "the post that mends it"},
    {.name = "fix", .type = SCHEMA_TEXT, .required = true, .help = "how to mend a failing item"},
    {.name = "sensitivity",
     .type = SCHEMA_WORD,
     .words = SENSITIVITIES,
     .help = "none, security or personnel"},
    {.name = "counts-not-reporting",
     .type = SCHEMA_YES_NO,
     .help = "groups count bodies that did not report too"},
    {0},
};

static const struct schema_key MEASURE[] = {
    {.name = "id",
     .type = SCHEMA_ID,
     .required = true,
     .help = "its id, such as feedback-received"},
    {.name = "title", .type = SCHEMA_TEXT, .required = true, .help = "what readers see"},
    {.name = "clause",
     .type = SCHEMA_TEXT,
     .help = "id of the clause that it measures, such as FDB-2"},
    {.name = "basis", .type = SCHEMA_TEXT, .help = "where the duty or definition stands"},
    {.name = "standing", .type = SCHEMA_WORD, .words = STANDINGS, .help = "of the basis"},
    {.name = "statistic",
     .type = SCHEMA_WORD,
     .words = STATISTICS,
     .required = true,
     .help = "what is computed"},
    {.name = "of", .type = SCHEMA_TEXT, .help = "column of the values; not for count"},
    {.name = "per", .type = SCHEMA_TEXT, .help = "column of the denominator, for ratio"},
    {.name = "where", .type = SCHEMA_TEXT, .help = "column: only rows where it is 1"},
    {.name = "period", .type = SCHEMA_TEXT, .help = "column: the quarter in which the row counts"},
    {.name = "by", .type = SCHEMA_NAMED, .help = "columns of categories, each with its title"},
    {.name = "by-whole",
     .type = SCHEMA_NAMED,
     .help = "the same, counted of all bodies together only: days, say"},
    {.name = "unit", .type = SCHEMA_WORD, .words = MEASURE_UNITS, .help = "of the value"},
    {.name = "unit-word", .type = SCHEMA_TEXT, .help = "what is counted: messages"},
    {.name = "target", .type = SCHEMA_PERCENT, .help = "for a share"},
    {.name = "formula", .type = SCHEMA_TEXT, .required = true, .help = "in words, for captions"},
    {.name = "requires",
     .type = SCHEMA_TEXT,
     .help = "a share that must reach the method's minimum-classified for this to be shown"},
    {.name = "within", .type = SCHEMA_TEXT, .help = "the measure of which this one counts a part"},
    {.name = "add", .type = SCHEMA_TEXTS, .help = "measures that added up give this one ..."},
    {.name = "subtract", .type = SCHEMA_TEXTS, .help = "... less these"},
    {.name = "sensitivity",
     .type = SCHEMA_WORD,
     .words = SENSITIVITIES,
     .help = "none, security or personnel"},
    {0},
};

static const struct schema_key CATEGORIES[] = {
    {.name = "column", .type = SCHEMA_TEXT, .required = true, .help = "of the query"},
    {.name = "are", .type = SCHEMA_TEXTS, .help = "the categories themselves, in their order"},
    {.name = "of",
     .type = SCHEMA_WORD,
     .words = CATEGORY_ORDERS,
     .help = "ranges such as 4-7 or 61-, the regions, or the days of the quarter"},
    {0},
};

static const struct schema_key HEADER[] = {
    {.name = "title", .type = SCHEMA_TEXT, .required = true, .help = "what the listing lists"},
    {.name = "judged",
     .type = SCHEMA_WORD,
     .words = JUDGED,
     .required = true,
     .help = "states or acts"},
    {.name = "item",
     .type = SCHEMA_WORD,
     .words = ITEM_KINDS,
     .required = true,
     .help = "what a row is"},
    {.name = "controls",
     .type = SCHEMA_MAPS,
     .of = CONTROL,
     .help = "the controls that judge the items"},
    {.name = "measures",
     .type = SCHEMA_MAPS,
     .of = MEASURE,
     .help = "the measures over the columns"},
    {.name = "categories",
     .type = SCHEMA_MAPS,
     .of = CATEGORIES,
     .help = "of columns that measures are broken down by: their order"},
    {0},
};

void listing_describe(struct text *text)
{
    schema_describe(HEADER, 0, text);
}

static void read_reasons(const struct node *reasons, struct arena *arena, struct control *control)
{
    if (!reasons)
        return;
    control->reasons = arena_array(arena, reasons->count, sizeof *control->reasons);
    control->reason_count = reasons->count;
    for (size_t i = 0; i < reasons->count; i++)
        control->reasons[i] = (struct reason){reasons->keys[i]->text, reasons->items[i]->text};
}

static void read_control(const struct node *node, struct arena *arena, struct control *control)
{
    *control = (struct control){
        .id = node_text(node, "id", NULL),
        .title = node_text(node, "title", NULL),
        .clause = node_text(node, "clause", node_text(node, "title", NULL)),
        .basis = node_text(node, "basis", NULL),
        .standing = node_text(node, "standing", NULL),
        .outcome = node_text(node, "outcome", NULL),
        .reason = node_text(node, "reason", NULL),
        .detail = node_text(node, "detail", NULL),
        .target = node_percent(node, "target", 100),
        .weight = node_integer(node, "weight", 1),
        .critical = node_yes(node, "critical", false),
        .owner = node_text(node, "owner", NULL),
        .fix = node_text(node, "fix", NULL),
        .sensitivity = (enum sensitivity)node_word(node, "sensitivity", SENSITIVITIES, 0),
        .counts_not_reporting = node_yes(node, "counts-not-reporting", false),
        .place = node->place,
    };
    node_date(node, "effective-from", &control->effective_from);
    node_days(node, "remedy", &control->remedy_days, &control->remedy_working);
    read_reasons(node_find(node, "reasons"), arena, control);
}

static const char **read_ids(const struct node *list, struct arena *arena, size_t *ret_count)
{
    *ret_count = 0;
    if (!list)
        return NULL;
    size_t count = list->kind == NODE_LIST ? list->count : 1;
    const char **ids = arena_array(arena, count, sizeof *ids);
    for (size_t i = 0; i < count; i++)
        ids[i] = list->kind == NODE_LIST ? list->items[i]->text : list->text;
    *ret_count = count;
    return ids;
}

static enum measure_unit default_unit(enum statistic statistic)
{
    return statistic == STATISTIC_SHARE ? MEASURE_PERCENT : MEASURE_NUMBER;
}

static bool read_measure(const struct node *node, const struct listing *listing,
                         struct arena *arena, struct measure_definition *measure, struct error *err)
{
    enum statistic statistic = (enum statistic)node_word(node, "statistic", STATISTICS, 0);
    *measure = (struct measure_definition){
        .id = node_text(node, "id", NULL),
        .title = node_text(node, "title", NULL),
        .clause_id = node_text(node, "clause", NULL),
        .basis = node_text(node, "basis", NULL),
        .standing = node_text(node, "standing", NULL),
        .statistic = statistic,
        .of = node_text(node, "of", NULL),
        .per = node_text(node, "per", NULL),
        .where = node_text(node, "where", NULL),
        .period = node_text(node, "period", "period"),
        .unit = (enum measure_unit)node_word(node, "unit", MEASURE_UNITS, default_unit(statistic)),
        .unit_word = node_text(node, "unit-word", NULL),
        .formula = node_text(node, "formula", NULL),
        .within = node_text(node, "within", NULL),
        .requires_share = node_text(node, "requires", NULL),
        .has_target = node_find(node, "target") != NULL,
        .target = node_percent(node, "target", 0),
        .sensitivity = (enum sensitivity)node_word(node, "sensitivity", SENSITIVITIES, 0),
        .place = node->place,
    };
    if (!listing_breakdowns_read(node, listing, arena, measure, err))
        return false;
    measure->add = read_ids(node_find(node, "add"), arena, &measure->add_count);
    measure->subtract = read_ids(node_find(node, "subtract"), arena, &measure->subtract_count);
    if ((statistic == STATISTIC_COUNT) != (measure->of == NULL))
        return error_at(err, ERROR_CONFIG, &node->place,
                        statistic == STATISTIC_COUNT
                            ? "measure '%s' counts rows: it takes no 'of'"
                            : "measure '%s' needs 'of', the column of its values",
                        measure->id);
    if ((statistic == STATISTIC_RATIO) != (measure->per != NULL))
        return error_at(
            err, ERROR_CONFIG, &node->place,
            statistic == STATISTIC_RATIO
                ? "measure '%s' is a ratio: it needs 'per', the column of its denominator"
                : "measure '%s' is no ratio: it takes no 'per'",
            measure->id);
    return true;
}

static bool read_definitions(const struct node *root, struct arena *arena, struct listing *listing,
                             struct error *err)
{
    const struct node *controls = node_find(root, "controls");
    const struct node *measures = node_find(root, "measures");
    listing->control_count = controls ? controls->count : 0;
    listing->measure_count = measures ? measures->count : 0;
    listing->controls = arena_array(arena, listing->control_count + 1, sizeof(struct control));
    listing->measures =
        arena_array(arena, listing->measure_count + 1, sizeof(struct measure_definition));
    for (size_t i = 0; i < listing->control_count; i++) {
        read_control(controls->items[i], arena, &listing->controls[i]);
        listing->controls[i].judged = listing->judged;
        listing->controls[i].item = listing->item;
        listing->controls[i].item_word = ITEM_WORDS[listing->item];
    }
    for (size_t i = 0; i < listing->measure_count; i++) {
        if (!read_measure(measures->items[i], listing, arena, &listing->measures[i], err))
            return false;
        listing->measures[i].item = listing->item;
        if (!listing->measures[i].unit_word)
            listing->measures[i].unit_word = ITEM_WORDS[listing->item];
    }
    return true;
}

bool listing_header_read(const struct node *root, struct arena *arena, struct listing *listing,
                         struct error *err)
{
    if (!schema_check(root, HEADER, "listing's header", err))
        return false;
    listing->title = node_text(root, "title", NULL);
    listing->judged = (enum judged)node_word(root, "judged", JUDGED, 0);
    listing->item = (enum item_kind)node_word(root, "item", ITEM_KINDS, 0);
    return listing_categories_read(node_find(root, "categories"), arena, listing, err) &&
           read_definitions(root, arena, listing, err) && listing_categories_used(listing, err);
}
