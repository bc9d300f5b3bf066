/* SPDX-License-Identifier: MIT */

/* Facts about what changed, and what is best and worst: of the agency, or of government. */
#include "document/fact_source.h"

#include "base/arena.h"
#include "base/number.h"
#include "base/text.h"
#include "document/build.h"
#include "document/members.h"
#include "document/rows.h"
#include "document/words.h"
#include "document/words_series.h"

#include <math.h>
#include <stdlib.h>

#define LAST (PERIODS - 1)

static size_t body_of(const struct build *build)
{
    return build->body != SIZE_MAX ? build->body : results_group(build->results, GROUP_MANDATED);
}

static const char *print(const struct build *build, const struct cell *cell,
                         const struct column *column)
{
    return words_cell(build, cell, column);
}

static const struct column SCORE = {.unit = UNIT_SCORE, .decimals = 1};
static const struct column RATE = {.unit = UNIT_PERCENT};

static struct cell section_cell(const struct build *build, size_t section, size_t period)
{
    struct row row = {.body = body_of(build), .period = period};
    return row_section_cell(build, section, &row);
}

/** "Security (61.2)"; among equals the first. */
static struct cell extreme_section(const struct build *build, bool highest)
{
    const struct method *method = build->results->method;
    size_t found = SIZE_MAX;
    double best = 0;
    for (size_t s = 0; s < method->section_count; s++) {
        struct cell cell = section_cell(build, s, LAST);
        double value = highest ? cell_value(&cell) : -cell_value(&cell);
        if (isnan(value) || (found != SIZE_MAX && value <= best))
            continue;
        found = s;
        best = value;
    }
    if (found == SIZE_MAX)
        return cell_text(phrase(PHRASE_NAMED_NONE));
    struct cell cell = section_cell(build, found, LAST);
    return cell_text(phrase_filled(build->arena, PHRASE_NAMED, "name",
                                   language_text(method->sections[found].title), "value",
                                   print(build, &cell, &SCORE), NULL));
}

/** Of one body any control; of all bodies those with enough items for a percentage. */
static bool is_comparable(const struct build *build, const struct cell *cell)
{
    return cell->kind == CELL_RATE && (build->body != SIZE_MAX || cell->denominator >= 10);
}

static struct cell extreme_control(const struct build *build, bool highest)
{
    const struct results *results = build->results;
    struct row row = {.body = body_of(build), .period = LAST};
    struct cell best = {0};
    size_t found = SIZE_MAX;
    for (size_t c = 0; c < results->control_count; c++) {
        struct cell cell = row_control_cell(build, c, &row);
        if (!is_comparable(build, &cell))
            continue;
        double ahead = found == SIZE_MAX ? 1 : cell_value(&cell) - cell_value(&best);
        if (found != SIZE_MAX && (highest ? ahead <= 0 : ahead >= 0))
            continue;
        found = c;
        best = cell;
    }
    if (found == SIZE_MAX)
        return cell_text(phrase(PHRASE_NAMED_NONE));
    return cell_text(phrase_filled(build->arena, PHRASE_NAMED, "name",
                                   language_text(results->controls[found]->title), "value",
                                   print(build, &best, &RATE), NULL));
}

const char *words_section_move(const struct build *build, bool up)
{
    const struct method *method = build->results->method;
    size_t found = SIZE_MAX;
    int64_t most = 0;
    for (size_t s = 0; s < method->section_count; s++) {
        struct cell now = section_cell(build, s, LAST), before = section_cell(build, s, LAST - 1);
        if (now.kind != CELL_RATIO || before.kind != CELL_RATIO)
            continue;
        int64_t change = words_tenths(&now) - words_tenths(&before);
        if ((up ? change : -change) <= most)
            continue;
        found = s;
        most = llabs(change);
    }
    if (found == SIZE_MAX)
        return NULL;
    struct cell points = cell_ratio(most, 10), now = section_cell(build, found, LAST),
                before = section_cell(build, found, LAST - 1);
    return phrase_filled(build->arena, up ? PHRASE_SECTION_UP : PHRASE_SECTION_DOWN, "name",
                         language_text(method->sections[found].title), "points",
                         print(build, &points, &SCORE), "before", print(build, &before, &SCORE),
                         "now", print(build, &now, &SCORE), NULL);
}

static struct cell section_move(const struct build *build, bool up)
{
    const char *words = words_section_move(build, up);
    return cell_text(words ? words : phrase(PHRASE_NAMED_NONE));
}

/** The score over the quarters as a series of its own, which the words of figures tell. */
static struct cell score_trend(const struct build *build)
{
    struct column *columns = arena_array(build->arena, 2, sizeof *columns);
    struct cell *cells = arena_array(build->arena, 2 * (PERIODS - 1), sizeof *cells);
    columns[0] = (struct column){.id = "period", .heading = "", .unit = UNIT_PERIOD};
    columns[1] = (struct column){.id = "score", .heading = "", .unit = UNIT_SCORE, .decimals = 1};
    for (size_t p = 1; p < PERIODS; p++) {
        struct row row = {.body = body_of(build), .period = p};
        cells[2 * p - 2] = row_column_find("period")->cell(build, &row);
        cells[2 * p - 1] = row_column_find("score")->cell(build, &row);
    }
    const struct table table = {
        .columns = columns, .column_count = 2, .cells = cells, .row_count = PERIODS - 1};
    const struct figure figure = {.table = &table};
    struct teller teller = {build, &figure, false};
    struct series_facts facts = series_facts_find(build, &figure, 1);
    return cell_text(
        words_course(&teller, &facts,
                     phrase(build->body == SIZE_MAX ? PHRASE_THE_MEDIAN_SCORE : PHRASE_THE_SCORE)));
}

static struct member_moves band_moves(const struct build *build)
{
    struct row row = {.body = results_group(build->results, GROUP_MANDATED), .period = LAST};
    return members_moves(build, &row);
}

/* clang-format off */
static struct cell weakest(const struct build *b) { return extreme_section(b, false); }
static struct cell strongest(const struct build *b) { return extreme_section(b, true); }
static struct cell least_met(const struct build *b) { return extreme_control(b, false); }
static struct cell most_met(const struct build *b) { return extreme_control(b, true); }
static struct cell improved(const struct build *b) { return section_move(b, true); }
static struct cell worsened(const struct build *b) { return section_move(b, false); }
static struct cell next(const struct build *b) { return cell_text(words_next(b)); }
static struct cell bands_rose(const struct build *b) { return cell_count(band_moves(b).rose); }
static struct cell bands_fell(const struct build *b) { return cell_count(band_moves(b).fell); }
static struct cell bands_same(const struct build *b) { return cell_count(band_moves(b).same); }
/* clang-format on */

#define ALL FACT_ALL_CONTROLS

const struct fact_source CHANGE_FACTS[] = {
    {"score.trend", ALL, UNIT_TEXT, 0, score_trend, "a sentence: the score over eight quarters"},
    {"bands.rose", ALL, UNIT_COUNT, 0, bands_rose, "bodies in a better band than a quarter before"},
    {"bands.fell", ALL, UNIT_COUNT, 0, bands_fell, "bodies in a worse one; both without the cap"},
    {"bands.same", ALL, UNIT_COUNT, 0, bands_same, "bodies in the same band"},
    {"agency.next", ALL | FACT_AGENCY, UNIT_TEXT, 0, next,
     "its largest fall and what is due first"},
    {"section.weakest", ALL, UNIT_TEXT, 0, weakest, "Security (61.2): the lowest score"},
    {"section.strongest", ALL, UNIT_TEXT, 0, strongest, "the highest score"},
    {"section.worsened", ALL, UNIT_TEXT, 0, worsened, "Team, down 3.1 points (64.3 to 61.2)"},
    {"section.improved", ALL, UNIT_TEXT, 0, improved, "Team, up 3.1 points (61.2 to 64.3)"},
    {"control.weakest", ALL, UNIT_TEXT, 0, least_met, "the control met least, with its rate"},
    {"control.strongest", ALL, UNIT_TEXT, 0, most_met, "the control met most, with its rate"},
    {0},
};
