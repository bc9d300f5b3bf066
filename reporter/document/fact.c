/* SPDX-License-Identifier: MIT */
#include "document/fact.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/phrase.h"
#include "base/text.h"
#include "data/listing.h"
#include "document/build.h"
#include "document/fact_source.h"
#include "document/fact_table.h"
#include "document/rows.h"
#include "document/table_build.h"
#include "document/template.h"
#include "document/terms.h"
#include "document/words.h"
#include "input/schema.h"

#include <stdlib.h>
#include <string.h>

#define LAST (PERIODS - 1)

static struct cell keep(const struct build *build, struct text *text)
{
    struct cell cell = cell_text(arena_text(build->arena, text_string(text)));
    text_finish(text);
    return cell;
}

static struct cell words(const char *text)
{
    return text ? cell_text(text) : cell_marked(CELL_NOT_AVAILABLE);
}

static struct cell long_day(const struct build *build, bool known, int32_t day)
{
    struct text text = {0};
    if (!known)
        return cell_marked(CELL_NOT_AVAILABLE);
    date_long(&text, day);
    return keep(build, &text);
}

static struct cell period_cell(const struct build *build, void (*print)(struct text *, int32_t),
                               int32_t back)
{
    struct text text = {0};
    print(&text, build->results->period - back);
    return keep(build, &text);
}

/** A column's cell for a group, or for the agency. */
static struct cell column_cell(const struct build *build, const char *word, size_t body)
{
    struct row row = {.body = body, .period = LAST};
    return row_column_find(word)->cell(build, &row);
}

static struct cell group_cell(const struct build *build, const char *word, enum group group)
{
    return column_cell(build, word, results_group(build->results, group));
}

/* One line a fact reads better than four. */
/* clang-format off */

/* Facts of the run */
static struct cell report_title(const struct build *b) { return words(b->document->title); }
static struct cell period_code(const struct build *b) { return period_cell(b, period_name, 0); }
static struct cell period_brief(const struct build *b) { return period_cell(b, period_short, 0); }
static struct cell period_long(const struct build *b) { return period_cell(b, period_title, 0); }
static struct cell period_prior(const struct build *b) { return period_cell(b, period_short, 1); }
static struct cell period_year(const struct build *b) { return period_cell(b, period_short, 4); }
static struct cell edition_name(const struct build *b) { return cell_text(edition_title(b->edition)); }
static struct cell as_of(const struct build *b) { return long_day(b, true, b->edition->as_of); }
static struct cell published_on(const struct build *b) { return long_day(b, b->edition->has_published, b->edition->published_on); }
static struct cell comment_by(const struct build *b) { return long_day(b, b->edition->has_comment_by, b->edition->comment_by); }
static struct cell next_release(const struct build *b) { return long_day(b, b->edition->has_next, b->edition->next_release); }
static struct cell deadline(const struct build *b) { return long_day(b, b->edition->has_deadline, b->edition->deadline); }
static struct cell report_source(const struct build *b) { return words(table_source(b)); }
static struct cell issuer(const struct build *b) { return words(language_text(b->edition->issuer)); }
static struct cell office(const struct build *b) { return words(language_text(b->edition->office)); }
static struct cell contact(const struct build *b) { return words(b->edition->contact); }
static struct cell signatory(const struct build *b) { return words(language_text(b->edition->signatory)); }
static struct cell reason(const struct build *b) { return words(language_text(b->edition->reason)); }
static struct cell standing(const struct build *b) { return words(language_text(b->edition->order_standing)); }
static struct cell method_version(const struct build *b) { return cell_text(b->results->method->version); }
static struct cell masking(const struct build *b) { return cell_text(words_masking(b)); }
static struct cell minimum_judged(const struct build *b) { return cell_count(b->results->method->minimum_judged); }
static struct cell cap_band(const struct build *b) { return cell_text(term_band(b, b->results->method->cap)); }
static struct cell controls(const struct build *b) { return cell_count((int64_t)b->results->control_count); }

/* Facts of government */
static struct cell mandated(const struct build *b) { return group_cell(b, "bodies", GROUP_MANDATED); }
static struct cell encouraged(const struct build *b) { return group_cell(b, "bodies", GROUP_ENCOURAGED); }
static struct cell unknown(const struct build *b) { return group_cell(b, "bodies", GROUP_UNKNOWN); }
static struct cell all(const struct build *b) { return group_cell(b, "bodies", GROUP_ALL); }
static struct cell mandated_reporting(const struct build *b) { return group_cell(b, "reporting", GROUP_MANDATED); }
static struct cell mandated_silent(const struct build *b) { return group_cell(b, "not-reporting", GROUP_MANDATED); }
static struct cell mandated_new(const struct build *b) { return group_cell(b, "new", GROUP_MANDATED); }
static struct cell encouraged_reporting(const struct build *b) { return group_cell(b, "reporting", GROUP_ENCOURAGED); }
static struct cell all_reporting(const struct build *b) { return group_cell(b, "reporting", GROUP_ALL); }
static struct cell response(const struct build *b) { return group_cell(b, "response", GROUP_MANDATED); }
static struct cell median(const struct build *b) { return group_cell(b, "score", GROUP_MANDATED); }

/* clang-format on */

static struct cell capped(const struct build *b)
{
    int64_t count = 0;
    for (size_t a = 0; a < b->results->reference->agency_count; a++)
        count += results_score(b->results, a, LAST)->capped;
    return cell_count(count);
}

static struct cell overdue(const struct build *b)
{
    int64_t count = 0;
    for (size_t a = 0; a < b->results->reference->agency_count; a++)
        count += results_state(b->results, a, LAST)->exists ? b->results->overdue_critical[a] : 0;
    return cell_count(count);
}

/* clang-format off */
static struct cell score_change(const struct build *b) { return cell_text(words_score_change(b)); }

/* Facts of the agency */
static struct cell agency(const struct build *b, const char *word) { return column_cell(b, word, b->body); }
static struct cell agency_code(const struct build *b) { return agency(b, "code"); }
static struct cell agency_name(const struct build *b) { return agency(b, "name"); }
static struct cell agency_region(const struct build *b) { return agency(b, "region"); }
static struct cell score_value(const struct build *b) { return agency(b, "score"); }
static struct cell score_uncapped(const struct build *b) { return agency(b, "band-uncapped"); }
static struct cell judged_share(const struct build *b) { return agency(b, "judged"); }
static struct cell met(const struct build *b) { return agency(b, "controls-met"); }
static struct cell not_met(const struct build *b) { return agency(b, "controls-not-met"); }
static struct cell headline(const struct build *b) { return cell_text(words_headline(b)); }
/* clang-format on */

static struct cell score_band(const struct build *b)
{
    struct cell band = agency(b, "band");
    return band.kind == CELL_BLANK ? cell_text(phrase(PHRASE_BAND_NONE_YET)) : band;
}

static struct cell agency_class(const struct build *b)
{
    size_t class = b->results->classes[b->body];
    return class == SIZE_MAX ? cell_text(phrase(PHRASE_CLASS_UNKNOWN))
                             : cell_text(language_text(b->results->method->classes[class].title));
}

static struct cell findings_open(const struct build *b)
{
    return cell_count((int64_t)b->open.count);
}

static struct cell findings_overdue(const struct build *b)
{
    int64_t count = 0;
    for (size_t i = 0; i < b->open.count; i++)
        count += b->open.items[i].overdue;
    return cell_count(count);
}

static struct cell change_total(const struct build *b, bool appeared)
{
    const struct results *results = b->results;
    int64_t count = 0;
    if (results_state(results, b->body, LAST)->fresh)
        return cell_count(0); /* nothing is found against a new body yet */
    for (size_t c = 0; c < results->control_count; c++) {
        const struct change *change = &results->changes[b->body * results->control_count + c];
        count += appeared ? change->appeared : change->cleared;
    }
    return cell_count(count);
}

/* clang-format off */
static struct cell findings_appeared(const struct build *b) { return change_total(b, true); }
static struct cell findings_cleared(const struct build *b) { return change_total(b, false); }

static const struct fact_source FACTS[] = {
    {"report.title", FACT_RUN, UNIT_TEXT, 0, report_title, "the report's title"},
    {"report.source", FACT_RUN, UNIT_TEXT, 0, report_source, "where tables come from"},
    {"period.name", FACT_RUN, UNIT_TEXT, 0, period_code, "2026-Q3"},
    {"period.short", FACT_RUN, UNIT_TEXT, 0, period_brief, "Q3 2026"},
    {"period.title", FACT_RUN, UNIT_TEXT, 0, period_long, "Quarter 3 2026, July to September"},
    {"period.before", FACT_RUN, UNIT_TEXT, 0, period_prior, "Q2 2026"},
    {"period.year-before", FACT_RUN, UNIT_TEXT, 0, period_year, "Q3 2025"},
    {"edition.name", FACT_RUN, UNIT_TEXT, 0, edition_name, "draft 1, final"},
    {"edition.as-of", FACT_RUN, UNIT_TEXT, 0, as_of, "30 September 2026"},
    {"edition.published-on", FACT_RUN, UNIT_TEXT, 0, published_on, "a day"},
    {"edition.comment-by", FACT_RUN, UNIT_TEXT, 0, comment_by, "a day"},
    {"edition.next-release", FACT_RUN, UNIT_TEXT, 0, next_release, "a day"},
    {"edition.deadline", FACT_RUN, UNIT_TEXT, 0, deadline, "of submissions"},
    {"edition.issuer", FACT_RUN, UNIT_TEXT, 0, issuer, "who issues it"},
    {"edition.office", FACT_RUN, UNIT_TEXT, 0, office, "the office in charge"},
    {"edition.contact", FACT_RUN, UNIT_TEXT, 0, contact, "where to write"},
    {"edition.signatory", FACT_RUN, UNIT_TEXT, 0, signatory, "the post that signs"},
    {"edition.reason", FACT_RUN, UNIT_TEXT, 0, reason, "of a revision"},
    {"order.standing", FACT_RUN, UNIT_TEXT, 0, standing, "of the Order"},
    {"method.masking", FACT_RUN, UNIT_TEXT, 0, masking, "kept back below 5, others rounded to 5"},
    {"method.version", FACT_RUN, UNIT_TEXT, 0, method_version, "of method.yaml"},
    {"method.minimum-judged", FACT_RUN, UNIT_COUNT, 0, minimum_judged, "per cent of the weight"},
    {"method.cap", FACT_RUN, UNIT_TEXT, 0, cap_band, "the best band of a capped body"},
    {"method.controls", FACT_ALL_CONTROLS, UNIT_COUNT, 0, controls, "how many there are"},
    {"bodies.mandated", FACT_RUN, UNIT_COUNT, 0, mandated, "that exist"},
    {"bodies.encouraged", FACT_RUN, UNIT_COUNT, 0, encouraged, "that exist"},
    {"bodies.unknown", FACT_RUN, UNIT_COUNT, 0, unknown, "of unknown class"},
    {"bodies.all", FACT_RUN, UNIT_COUNT, 0, all, "that exist"},
    {"reporting.mandated", FACT_RUN, UNIT_COUNT, 0, mandated_reporting, "bodies that reported"},
    {"reporting.encouraged", FACT_RUN, UNIT_COUNT, 0, encouraged_reporting, "bodies that reported"},
    {"reporting.all", FACT_RUN, UNIT_COUNT, 0, all_reporting, "bodies that reported"},
    {"reporting.rate", FACT_RUN, UNIT_PERCENT, 0, response, "of mandated bodies"},
    {"not-reporting.mandated", FACT_RUN, UNIT_COUNT, 0, mandated_silent, "bodies"},
    {"new.mandated", FACT_RUN, UNIT_COUNT, 0, mandated_new, "bodies in their grace period"},
    {"score.median", FACT_ALL_CONTROLS, UNIT_SCORE, 1, median, "of mandated bodies"},
    {"score.change", FACT_ALL_CONTROLS, UNIT_TEXT, 0, score_change, "up 2.1 points on Q2 2026 (85.2)"},
    {"capped.count", FACT_ALL_CONTROLS, UNIT_COUNT, 0, capped, "agencies whose band is capped"},
    {"overdue.count", FACT_ALL_CONTROLS, UNIT_COUNT, 0, overdue, "critical findings past their due date"},
    {"agency.code", FACT_AGENCY, UNIT_TEXT, 0, agency_code, "its code"},
    {"agency.name", FACT_AGENCY, UNIT_TEXT, 0, agency_name, "its name at the quarter's end"},
    {"agency.class", FACT_AGENCY, UNIT_TEXT, 0, agency_class, "title of its class"},
    {"agency.region", FACT_AGENCY, UNIT_TEXT, 0, agency_region, "its region, or central"},
    {"agency.headline", FACT_AGENCY | FACT_ALL_CONTROLS, UNIT_TEXT, 0, headline, "its quarter in a sentence"},
    {"score.value", FACT_AGENCY | FACT_ALL_CONTROLS, UNIT_SCORE, 1, score_value, "of 100"},
    {"score.band", FACT_AGENCY | FACT_ALL_CONTROLS, UNIT_TEXT, 0, score_band, "with the cap"},
    {"score.band-uncapped", FACT_AGENCY | FACT_ALL_CONTROLS, UNIT_TEXT, 0, score_uncapped, "by score alone"},
    {"score.judged", FACT_AGENCY | FACT_ALL_CONTROLS, UNIT_SCORE, 0, judged_share, "per cent of the weight judged"},
    {"controls.met", FACT_AGENCY | FACT_ALL_CONTROLS, UNIT_COUNT, 0, met, "or adopted"},
    {"controls.not-met", FACT_AGENCY | FACT_ALL_CONTROLS, UNIT_COUNT, 0, not_met, "partly met and no evidence too"},
    {"findings.open", FACT_AGENCY | FACT_ALL_CONTROLS, UNIT_COUNT, 0, findings_open, "in the quarter"},
    {"findings.overdue", FACT_AGENCY | FACT_ALL_CONTROLS, UNIT_COUNT, 0, findings_overdue, "past their due date"},
    {"findings.new", FACT_AGENCY | FACT_ALL_CONTROLS, UNIT_COUNT, 0, findings_appeared, "since the quarter before"},
    {"findings.cleared", FACT_AGENCY | FACT_ALL_CONTROLS, UNIT_COUNT, 0, findings_cleared, "since the quarter before"},
    {0},
};
/* clang-format on */

static const char *const FORMATS[] = {"lower"};
static const char *const CONTROL_PARTS[] = {"title", "rate",   "rate-before", "met",
                                            "items", "target", "change"};
static const char *const MEASURE_PARTS[] = {
    "measure-title", "value", "value-before", "value-year-before", "n", "unit", "change"};

static const struct fact_source *const FACT_FILES[] = {FACTS, JUDGING_FACTS, CHANGE_FACTS};

static const struct fact_source *find_fact(const char *name)
{
    for (size_t f = 0; f < ARRAY_LENGTH(FACT_FILES); f++)
        for (const struct fact_source *fact = FACT_FILES[f]; fact->name; fact++)
            if (strcmp(fact->name, name) == 0)
                return fact;
    return NULL;
}

static bool is_word(const char *word, const char *const *words_of, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words_of[i], word) == 0)
            return true;
    return false;
}

/** "control.EML-1.rate" into its three parts; false for another form. */
static bool split(const char *name, char parts[3][64])
{
    const char *first = strchr(name, '.'), *last = strrchr(name, '.');
    if (!first || first == last || first - name >= 64 || last - first > 64 || strlen(last) > 64)
        return false;
    memcpy(parts[0], name, (size_t)(first - name));
    parts[0][first - name] = '\0';
    memcpy(parts[1], first + 1, (size_t)(last - first - 1));
    parts[1][last - first - 1] = '\0';
    memcpy(parts[2], last + 1, strlen(last));
    return true;
}

/** The listing of "control" or "measure" ID, or SIZE_MAX. */
static size_t find_listing(const struct listings *listings, bool is_control, const char *id)
{
    const struct control *control = is_control ? listings_control(listings, id) : NULL;
    const struct measure_definition *measure = is_control ? NULL : listings_measure(listings, id);
    return control ? control->listing : measure ? measure->listing : SIZE_MAX;
}

static bool check_definition(const struct node *node, char parts[3][64],
                             const struct fact_scope *scope, struct error *err)
{
    bool control = strcmp(parts[0], "control") == 0;
    size_t listing = find_listing(scope->listings, control, parts[1]);
    if (listing == SIZE_MAX)
        return error_at(err, ERROR_CONFIG, &node->place, "unknown %s '%s' in a text", parts[0],
                        parts[1]);
    scope->wanted[listing] = true;
    const char *const *words_of = control ? CONTROL_PARTS : MEASURE_PARTS;
    size_t count = control ? ARRAY_LENGTH(CONTROL_PARTS) : ARRAY_LENGTH(MEASURE_PARTS);
    if (is_word(parts[2], words_of, count))
        return true;
    struct node word = *node;
    word.text = parts[2];
    return schema_unknown(&word, "part of a fact", words_of, count, err);
}

/** A score needs every control, whatever else the template shows. */
static void want_all_controls(const struct fact_scope *scope)
{
    for (size_t l = 0; l < scope->listings->count; l++)
        scope->wanted[l] |= scope->listings->items[l].control_count > 0;
}

bool fact_check_name(const struct node *node, const char *name, const struct fact_scope *scope,
                     struct error *err)
{
    char parts[3][64];
    const struct fact_source *fact = find_fact(name);
    if (fact && fact->of & FACT_ALL_CONTROLS)
        want_all_controls(scope);
    if (fact && fact->of & FACT_AGENCY && !scope->each_agency)
        return error_at(err, ERROR_CONFIG, &node->place,
                        "the fact '%s' belongs to reports 'for-each: agency'", name);
    if (fact)
        return true;
    if (fact_table_is(name))
        return fact_table_check(node, name, scope->template, err);
    if (split(name, parts) &&
        (strcmp(parts[0], "control") == 0 || strcmp(parts[0], "measure") == 0))
        return check_definition(node, parts, scope, err);
    const char *names[128];
    size_t count = 0;
    for (size_t f = 0; f < ARRAY_LENGTH(FACT_FILES); f++)
        for (fact = FACT_FILES[f]; fact->name && count < ARRAY_LENGTH(names); fact++)
            names[count++] = fact->name;
    struct node word = *node;
    word.text = name;
    return schema_unknown(&word, "fact", names, count, err);
}

/** The next "{{name|format}}" of a text: its bounds and its parts. False: none. */
struct slot {
    const char *open, *end;
    char name[128];
    char style[16];
};

static bool next_slot(const char *text, struct slot *slot)
{
    slot->open = strstr(text, "{{");
    const char *close = slot->open ? strstr(slot->open, "}}") : NULL;
    if (!close)
        return false;
    slot->end = close + 2;
    size_t length = (size_t)(close - slot->open - 2);
    const char *bar = memchr(slot->open + 2, '|', length);
    size_t name = bar ? (size_t)(bar - slot->open - 2) : length;
    size_t style = bar ? length - name - 1 : 0;
    name = name < sizeof slot->name ? name : sizeof slot->name - 1;
    style = style < sizeof slot->style ? style : sizeof slot->style - 1;
    memcpy(slot->name, slot->open + 2, name);
    slot->name[name] = '\0';
    memcpy(slot->style, bar ? bar + 1 : "", style);
    slot->style[style] = '\0';
    return true;
}

/** A brace lost at the front would print the rest of the fact as it stands. */
static bool check_unopened(const struct node *node, const char *from, const char *to,
                           struct error *err)
{
    const char *close = strstr(from, "}}");
    return !close || close >= to ||
           error_at(err, ERROR_CONFIG, &node->place, "'}}' has no '{{' before it");
}

bool fact_check(const struct node *node, const struct fact_scope *scope, struct error *err)
{
    struct slot slot;
    const char *text = node->text;
    for (; next_slot(text, &slot); text = slot.end) {
        if (!check_unopened(node, text, slot.open, err) ||
            !fact_check_name(node, slot.name, scope, err))
            return false;
        if (*slot.style && !is_word(slot.style, FORMATS, ARRAY_LENGTH(FORMATS)))
            return error_at(err, ERROR_CONFIG, &node->place,
                            "unknown format '%s' of the fact '%s'; there is: lower", slot.style,
                            slot.name);
    }
    if (strstr(text, "{{"))
        return error_at(err, ERROR_CONFIG, &node->place, "'{{' is not closed by '}}'");
    return check_unopened(node, text, text + strlen(text), err);
}

/** The columns' names, but for one that controls and measures each have in words of their own. */
static const char *column_of_part(char parts[3][64])
{
    if (strcmp(parts[2], "change") != 0)
        return parts[2];
    return strcmp(parts[0], "control") == 0 ? "control-change" : "measure-change";
}

static bool definition_cell(const struct build *build, const char *name, struct cell *ret_cell,
                            struct column *ret_column)
{
    char parts[3][64];
    if (!split(name, parts))
        return false;
    size_t group = results_group(build->results, GROUP_MANDATED);
    struct row row = {.body = build->body == SIZE_MAX ? group : build->body, .period = LAST};
    const struct row_column *column = row_column_find(column_of_part(parts));
    if (strcmp(parts[0], "control") == 0) {
        row.control = results_control(build->results, parts[1]);
    } else {
        row.measure = results_measure(build->results, parts[1]);
        if (build->body == SIZE_MAX) /* volumes are told of all bodies, rates of the mandated */
            row.body = results_may_share(build->results, results_group(build->results, GROUP_ALL),
                                         row.measure)
                           ? results_group(build->results, GROUP_ALL)
                           : group;
    }
    *ret_cell = column->cell(build, &row);
    *ret_column = (struct column){.unit = column->unit, .decimals = column->decimals};
    return true;
}

bool fact_cell(const struct build *build, const char *name, struct cell *ret_cell,
               struct column *ret_column)
{
    const struct fact_source *fact = find_fact(name);
    if (!fact && fact_table_is(name)) {
        fact_table_cell(build, name, ret_cell, ret_column);
        return true;
    }
    if (!fact)
        return definition_cell(build, name, ret_cell, ret_column);
    *ret_cell = fact->cell(build);
    *ret_column = (struct column){.unit = fact->unit, .decimals = fact->decimals};
    return true;
}

static void fill_slot(const struct build *build, const struct slot *slot, struct text *text)
{
    struct cell cell;
    struct column column;
    struct text value = {0};
    if (fact_cell(build, slot->name, &cell, &column))
        cell_print(&cell, &column, &value);
    if (strcmp(slot->style, "lower") == 0 && value.length && value.data[0] >= 'A' &&
        value.data[0] <= 'Z')
        value.data[0] = (char)(value.data[0] - 'A' + 'a');
    text_append(text, text_string(&value));
    text_finish(&value);
}

const char *fact_fill(const struct build *build, const char *text)
{
    struct slot slot;
    struct text filled = {0};
    text = language_text(text);
    if (!text || !strstr(text, "{{"))
        return text;
    for (; next_slot(text, &slot); text = slot.end) {
        text_append_bytes(&filled, text, (size_t)(slot.open - text));
        fill_slot(build, &slot, &filled);
    }
    text_append(&filled, text);
    const char *kept = arena_text(build->arena, text_string(&filled));
    text_finish(&filled);
    return kept;
}

void fact_describe(struct text *text)
{
    for (size_t f = 0; f < ARRAY_LENGTH(FACT_FILES); f++)
        for (const struct fact_source *fact = FACT_FILES[f]; fact->name; fact++)
            text_printf(text, "%-24s %s%s\n", fact->name, fact->help,
                        fact->of & FACT_AGENCY ? " (of an agency)" : "");
    text_append(text,
                "control.ID.PART          PART: title rate rate-before met items target change\n"
                "measure.ID.PART          PART: measure-title value value-before "
                "value-year-before n unit change\n"
                "most.TABLE.BY.COLUMN     of the row with the greatest BY; least: the least\n"
                "at.TABLE.COLUMN.LABEL    of the row whose first cell reads LABEL\n");
}
