/* SPDX-License-Identifier: MIT */

/* Columns about a region, a day, or a channel that logs. */
#include "document/rows.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/phrase.h"
#include "base/text.h"
#include "document/build.h"

#include <string.h>

#define PEOPLE 100000
#define LONGEST_LABEL 50 /* bytes of what stands beside a day */

static struct cell known(const char *text)
{
    return text ? cell_text(text) : cell_marked(CELL_NOT_AVAILABLE);
}

/* ---- Regions ---- */

/** What messages name and table region does not is no region. */
static struct cell region_name(const struct build *build, const struct row *row)
{
    (void)build;
    return row->region ? known(row->region->name) : cell_marked(CELL_NOT_APPLICABLE);
}

static struct cell island_group(const struct build *build, const struct row *row)
{
    (void)build;
    return row->region ? known(row->region->island_group) : cell_marked(CELL_NOT_APPLICABLE);
}

static struct cell population(const struct build *build, const struct row *row)
{
    (void)build;
    if (!row->region)
        return cell_marked(CELL_NOT_APPLICABLE);
    return row->region->population ? cell_count(row->region->population)
                                   : cell_marked(CELL_NOT_AVAILABLE);
}

/** Of what is printed of the count, so that it tells no more than the count does. */
static struct cell per_people(const struct build *build, const struct row *row)
{
    struct cell count = row_category_cell(build, row), people = population(build, row);
    if (people.kind == CELL_MARK)
        return people;
    return count.kind == CELL_COUNT ? cell_ratio(count.number * PEOPLE, people.number) : count;
}

/* ---- Days ---- */

static struct cell date(const struct build *build, const struct row *row)
{
    (void)build;
    return cell_date(row->day);
}

static struct cell weekday(const struct build *build, const struct row *row)
{
    static const enum phrase NAMES[] = {PHRASE_MONDAY,   PHRASE_TUESDAY, PHRASE_WEDNESDAY,
                                        PHRASE_THURSDAY, PHRASE_FRIDAY,  PHRASE_SATURDAY,
                                        PHRASE_SUNDAY};
    (void)build;
    return cell_text(phrase(NAMES[day_of_week(row->day)]));
}

static bool is_region(const struct reference *reference, const char *code)
{
    for (size_t r = 0; r < reference->region_count; r++)
        if (text_equal(reference->regions[r].code, code))
            return true;
    return false;
}

/** What concerns the body: an agency's own, its region's and the nation's; of many bodies what
 * concerns the nation or a region. */
static bool concerns(const struct build *build, const struct row *row, const struct dated *dated)
{
    const struct reference *reference = build->results->reference;
    if (dated->day != row->day)
        return false;
    if (strcmp(dated->scope, "national") == 0)
        return true;
    if (!results_is_agency(build->results, row->body))
        return is_region(reference, dated->scope);
    const struct agency *agency = &reference->agencies[row->body];
    return text_equal(agency->region, dated->scope) || strcmp(agency->code, dated->scope) == 0;
}

/** Cut between words, never within one. */
static const char *clip(const struct build *build, const char *label)
{
    size_t length = strlen(label);
    if (length <= LONGEST_LABEL)
        return label;
    for (length = LONGEST_LABEL - strlen("\u2026"); length > 1 && label[length] != ' ';)
        length--;
    return arena_printf(build->arena, "%.*s\u2026", (int)length, label);
}

/** All of a day in one text; that of a region names it. */
static struct cell join(const struct build *build, const struct row *row, const struct dated *items,
                        size_t count)
{
    struct text text = {0};
    for (size_t i = 0; i < count; i++) {
        if (!items[i].text || !concerns(build, row, &items[i]))
            continue;
        text_append(&text, text.length ? "; " : "");
        text_append(&text, items[i].text);
        if (strcmp(items[i].scope, "national") != 0)
            text_printf(&text, " (%s)", items[i].scope);
    }
    const char *label = clip(build, arena_text(build->arena, text_string(&text)));
    text_finish(&text);
    return cell_text(*label ? label : NULL);
}

static struct cell holiday(const struct build *build, const struct row *row)
{
    const struct reference *reference = build->results->reference;
    return join(build, row, reference->holidays, reference->holiday_count);
}

static struct cell event(const struct build *build, const struct row *row)
{
    const struct reference *reference = build->results->reference;
    return join(build, row, reference->events, reference->event_count);
}

const char *row_event(const struct build *build, const struct row *row)
{
    return event(build, row).text;
}

const char *row_holiday(const struct build *build, const struct row *row)
{
    const struct reference *reference = build->results->reference;
    for (size_t i = 0; i < reference->holiday_count; i++) {
        const struct dated *dated = &reference->holidays[i];
        bool national = strcmp(dated->scope, "national") == 0;
        if (concerns(build, row, dated) &&
            (national || results_is_agency(build->results, row->body)))
            return dated->text ? dated->text : "";
    }
    return NULL;
}

/* ---- Channels ---- */

static struct cell channel(const struct build *build, const struct row *row)
{
    return cell_text(row_words(build, row->coverage->channel));
}

static struct cell limit(int32_t day, int32_t unknown)
{
    return day == unknown ? cell_marked(CELL_NOT_AVAILABLE) : cell_date(day);
}

static struct cell logged_from(const struct build *build, const struct row *row)
{
    (void)build;
    return limit(row->coverage->from, DAY_UNKNOWN_PAST);
}

/** Without a last day it still logs. */
static struct cell logged_to(const struct build *build, const struct row *row)
{
    (void)build;
    return row->coverage->to == DAY_UNKNOWN_FUTURE ? cell_marked(CELL_NOT_APPLICABLE)
                                                   : cell_date(row->coverage->to);
}

const struct row_column PLACE_COLUMNS[] = {
    {"region-name", PHRASE_COLUMN_REGION_NAME, UNIT_TEXT, 0, ROW_REGION, region_name, "in full"},
    {"island-group", PHRASE_COLUMN_ISLAND_GROUP, UNIT_TEXT, 0, ROW_REGION, island_group,
     "of the region"},
    {"population", PHRASE_COLUMN_POPULATION, UNIT_COUNT, 0, ROW_REGION, population,
     "of the region"},
    {"per-100000", PHRASE_COLUMN_PER_100000, UNIT_NUMBER, 1, ROW_REGION, per_people,
     "the measure's value, divided by the region's population"},
    {"date", PHRASE_COLUMN_DATE, UNIT_DATE, 0, ROW_DAY, date, "of the quarter"},
    {"weekday", PHRASE_COLUMN_WEEKDAY, UNIT_TEXT, 0, ROW_DAY, weekday, "of the day"},
    {"holiday", PHRASE_COLUMN_HOLIDAY, UNIT_TEXT, 0, ROW_DAY, holiday, "of the nation or a region"},
    {"event", PHRASE_COLUMN_EVENT, UNIT_TEXT, 0, ROW_DAY, event,
     "what table event says of the day"},
    {"channel", PHRASE_COLUMN_CHANNEL, UNIT_TEXT, 0, ROW_COVERAGE, channel,
     "on which the body logs"},
    {"logged-from", PHRASE_COLUMN_LOGGED_FROM, UNIT_DATE, 0, ROW_COVERAGE, logged_from,
     "first day on record"},
    {"logged-to", PHRASE_COLUMN_LOGGED_TO, UNIT_DATE, 0, ROW_COVERAGE, logged_to,
     "last day; [z] where it still logs"},
    {0},
};
