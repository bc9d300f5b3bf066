/* SPDX-License-Identifier: MIT */

/* Columns about a body in a period: who it is, its state, its score. */
#include "document/rows.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"
#include "document/build.h"
#include "document/members.h"
#include "document/published.h"
#include "document/terms.h"
#include "metrics/judge.h"
#include "metrics/statistics.h"

#include <string.h>

#define POINTS (MILLION / 100)

bool row_period_of(const char *name, int32_t *ret_period)
{
    return period_parse(name, strlen(name), ret_period);
}

int32_t row_quarter(const struct build *build, const struct row *row)
{
    return build->results->period - (PERIODS - 1) + (int32_t)row->period;
}

static const struct agency *agency_of(const struct build *build, const struct row *row)
{
    return &build->results->reference->agencies[row->body];
}

static const char *text_of(const struct build *build, struct text *text)
{
    const char *kept = arena_text(build->arena, text_string(text));
    text_finish(text);
    return kept;
}

static struct cell code(const struct build *build, const struct row *row)
{
    return cell_text(results_body_code(build->results, row->body, build->arena));
}

/** Regions are data; the seat of those without one is the program's word. */
static const char *seat_title(const char *seat)
{
    return text_equal(seat, SEAT_CENTRAL) ? phrase(PHRASE_REGION_CENTRAL) : seat;
}

static struct cell name(const struct build *build, const struct row *row)
{
    if (row->seat)
        return cell_text(seat_title(row->seat));
    if (results_is_agency(build->results, row->body))
        return cell_text(agency_of(build, row)->name);
    return cell_text(results_group_title(build->results, row->body));
}

static struct cell class(const struct build *build, const struct row *row)
{
    const char *word = agency_of(build, row)->class_code;
    return word ? cell_text(word) : cell_marked(CELL_NOT_AVAILABLE);
}

static struct cell region(const struct build *build, const struct row *row)
{
    const char *word = agency_of(build, row)->region;
    return cell_text(seat_title(word ? word : SEAT_CENTRAL));
}

static struct cell period(const struct build *build, const struct row *row)
{
    struct text text = {0};
    period_name(&text, row_quarter(build, row));
    return cell_text(text_of(build, &text));
}

static struct cell edition(const struct build *build, const struct row *row)
{
    (void)row;
    return cell_text(edition_title(build->edition));
}

static struct cell state(const struct build *build, const struct row *row)
{
    const struct state *state = results_state(build->results, row->body, row->period);
    if (!state->exists)
        return cell_marked(CELL_NOT_APPLICABLE);
    if (!state->reported)
        return cell_text(state->ended ? phrase(PHRASE_STATE_ENDED)
                                      : status_word(STATUS_NOT_REPORTING));
    return cell_text(state->fresh ? status_word(STATUS_NEW) : phrase(PHRASE_STATE_REPORTING));
}

/** The agencies of a group; `counts` chooses among them. */
static int64_t count_members(const struct build *build, const struct row *row,
                             bool (*counts)(const struct state *))
{
    const struct results *results = build->results;
    int64_t count = 0;
    for (size_t a = 0; a < results->reference->agency_count; a++)
        count += members_has(build, row, a) && counts(results_state(results, a, row->period));
    return count;
}

static bool exists(const struct state *state)
{
    return state->exists;
}

static bool reports(const struct state *state)
{
    return state->exists && state->reported;
}

static bool is_silent(const struct state *state)
{
    return state->exists && !state->reported && !state->fresh && !state->ended;
}

static bool is_fresh(const struct state *state)
{
    return state->exists && state->reported && state->fresh;
}

static struct cell count_cell(const struct build *build, const struct row *row,
                              bool (*counts)(const struct state *))
{
    if (results_is_agency(build->results, row->body))
        return cell_count(counts(results_state(build->results, row->body, row->period)));
    return cell_count(count_members(build, row, counts));
}

static struct cell bodies(const struct build *build, const struct row *row)
{
    return count_cell(build, row, exists);
}

static struct cell reporting(const struct build *build, const struct row *row)
{
    return count_cell(build, row, reports);
}

static struct cell silent(const struct build *build, const struct row *row)
{
    return count_cell(build, row, is_silent);
}

static struct cell fresh(const struct build *build, const struct row *row)
{
    return count_cell(build, row, is_fresh);
}

/** Of those that a return was expected of: no body that ended in the quarter, and no new one. */
static struct cell response(const struct build *build, const struct row *row)
{
    bool mixed = row->body == results_group(build->results, GROUP_ALL); /* they share no rate */
    if (results_is_agency(build->results, row->body) || mixed)
        return cell_marked(CELL_NOT_APPLICABLE);
    int64_t reported = count_members(build, row, reports);
    return cell_rate_of_many(reported, reported + count_members(build, row, is_silent));
}

static struct cell median_cell(const struct build *build, const struct row *row, size_t section)
{
    struct member_scores scores = members_scores(build, row, section);
    return scores.count
               ? cell_ratio(statistics_median_twice(scores.values, scores.count), 2 * POINTS)
               : cell_marked(CELL_NOT_APPLICABLE);
}

struct cell row_section_cell(const struct build *build, size_t section, const struct row *row)
{
    if (!results_is_agency(build->results, row->body))
        return median_cell(build, row, section);
    int64_t value = results_score(build->results, row->body, row->period)->sections[section];
    if (results_keeps_sections(build->results, row->body))
        return cell_marked(CELL_CONFIDENTIAL);
    return value < 0 ? cell_marked(CELL_NOT_APPLICABLE) : cell_ratio(value, POINTS);
}

static struct cell score(const struct build *build, const struct row *row)
{
    if (!results_is_agency(build->results, row->body))
        return median_cell(build, row, MEMBERS_WHOLE);
    const struct score *score = results_score(build->results, row->body, row->period);
    return score->band_uncapped == SIZE_MAX ? cell_marked(CELL_NOT_APPLICABLE)
                                            : cell_ratio(score->millionths, POINTS);
}

static struct cell score_before(const struct build *build, const struct row *row)
{
    if (row->period == 0)
        return cell_marked(CELL_NOT_AVAILABLE);
    struct row before = *row;
    before.period--;
    return score(build, &before);
}

/** What was published for the row's quarter, where an earlier edition is known. */
static struct cell score_published(const struct build *build, const struct row *row)
{
    const char *body = results_body_code(build->results, row->body, build->arena);
    struct cell quarter = period(build, row);
    const struct published_value *value =
        published_find(build->published, body, quarter.text, "score", "score", "");
    return value && value->denominator ? cell_ratio(value->numerator * 100, value->denominator)
                                       : cell_marked(CELL_NOT_AVAILABLE);
}

static struct cell band_cell(const struct build *build, const struct row *row, size_t band)
{
    if (band != SIZE_MAX)
        return cell_text(term_band(build, band));
    const struct state *state = results_state(build->results, row->body, row->period);
    return cell_text(state->exists && state->reported && !state->fresh ? phrase(PHRASE_BAND_NONE)
                                                                       : NULL);
}

static struct cell band(const struct build *build, const struct row *row)
{
    return band_cell(build, row, results_score(build->results, row->body, row->period)->band);
}

static struct cell band_uncapped(const struct build *build, const struct row *row)
{
    return band_cell(build, row,
                     results_score(build->results, row->body, row->period)->band_uncapped);
}

/** Only mandated bodies with a band have a cap and due dates. */
static bool is_banded(const struct build *build, const struct row *row)
{
    const struct score *score = results_score(build->results, row->body, row->period);
    return score->has_score && score->band_uncapped != SIZE_MAX;
}

static struct cell capped(const struct build *build, const struct row *row)
{
    if (!is_banded(build, row))
        return cell_marked(CELL_NOT_APPLICABLE);
    return cell_text(term_yes(results_score(build->results, row->body, row->period)->capped));
}

static struct cell judged(const struct build *build, const struct row *row)
{
    const struct score *score = results_score(build->results, row->body, row->period);
    return score->has_score ? cell_ratio(score->judged, POINTS) : cell_marked(CELL_NOT_APPLICABLE);
}

/** Controls of an agency with one of the statuses given as bits. */
static int64_t count_controls(const struct build *build, const struct row *row, unsigned statuses,
                              bool critical_only)
{
    int64_t count = 0;
    for (size_t c = 0; c < build->results->control_count; c++) {
        enum status status = judge_control(build->results, row->body, c, row->period);
        count +=
            (statuses >> status & 1) && (!critical_only || build->results->controls[c]->critical);
    }
    return count;
}

/** Never zero for a body that is not judged: new, or without a return. */
static struct cell judged_count(const struct build *build, const struct row *row, int64_t count)
{
    const struct state *state = results_state(build->results, row->body, row->period);
    bool judged = state->exists && state->reported && !state->fresh;
    return judged ? cell_count(count) : cell_marked(CELL_NOT_APPLICABLE);
}

static struct cell controls_met(const struct build *build, const struct row *row)
{
    return judged_count(build, row,
                        count_controls(build, row, 1u << STATUS_MET | 1u << STATUS_ADOPTED, false));
}

static struct cell controls_not_met(const struct build *build, const struct row *row)
{
    return judged_count(build, row,
                        count_controls(build, row,
                                       1u << STATUS_NOT_MET | 1u << STATUS_PARTLY |
                                           1u << STATUS_NO_EVIDENCE | 1u << STATUS_NOT_ADOPTED,
                                       false));
}

static struct cell critical_not_met(const struct build *build, const struct row *row)
{
    return judged_count(
        build, row, count_controls(build, row, 1u << STATUS_NOT_MET | 1u << STATUS_PARTLY, true));
}

static struct cell overdue_critical(const struct build *build, const struct row *row)
{
    if (!is_banded(build, row))
        return cell_marked(CELL_NOT_APPLICABLE);
    return cell_count(build->results->overdue_critical[row->body]);
}

static struct cell band_name(const struct build *build, const struct row *row)
{
    const struct method *method = build->results->method;
    return cell_text(row->band < method->band_count ? term_band(build, row->band)
                                                    : phrase(PHRASE_BAND_NONE_ROW));
}

static struct cell band_from(const struct build *build, const struct row *row)
{
    const struct method *method = build->results->method;
    return row->band < method->band_count ? cell_count(method->bands[row->band].from)
                                          : cell_marked(CELL_NOT_APPLICABLE);
}

/** Mandated agencies that were judged, in the row's band or in all. */
static int64_t count_in_band(const struct build *build, const struct row *row, bool with_cap,
                             bool all)
{
    const struct results *results = build->results;
    int64_t count = 0;
    size_t band = row->band < results->method->band_count ? row->band : SIZE_MAX;
    for (size_t a = 0; a < results->reference->agency_count; a++) {
        const struct state *state = results_state(results, a, row->period);
        const struct score *score = results_score(results, a, row->period);
        bool judged = results_mandate(results, a) == MANDATE_MANDATED && state->exists &&
                      state->reported && !state->fresh;
        count += judged && (all || (with_cap ? score->band : score->band_uncapped) == band);
    }
    return count;
}

static struct cell in_band(const struct build *build, const struct row *row)
{
    return cell_count(count_in_band(build, row, true, false));
}

static struct cell in_band_share(const struct build *build, const struct row *row)
{
    return cell_rate_of_many(count_in_band(build, row, true, false),
                             count_in_band(build, row, true, true));
}

static struct cell in_band_uncapped(const struct build *build, const struct row *row)
{
    return cell_count(count_in_band(build, row, false, false));
}

static struct cell in_band_before(const struct build *build, const struct row *row)
{
    struct row before = *row;
    before.period--;
    return cell_count(count_in_band(build, &before, false, false));
}

const struct row_column BODY_COLUMNS[] = {
    {"code", PHRASE_COLUMN_CODE, UNIT_TEXT, 0, ROW_BODY, code, "of the body"},
    {"name", PHRASE_COLUMN_NAME, UNIT_TEXT, 0, ROW_BODY, name, "of the body at the quarter's end"},
    {"class", PHRASE_COLUMN_CLASS, UNIT_TEXT, 0, ROW_AGENCY, class, "of the agency"},
    {"region", PHRASE_COLUMN_REGION, UNIT_TEXT, 0, ROW_AGENCY, region, "of the agency"},
    {"period", PHRASE_COLUMN_PERIOD, UNIT_PERIOD, 0, ROW_PERIOD, period, "2026-Q3"},
    {"edition", PHRASE_COLUMN_EDITION, UNIT_TEXT, 0, ROW_BODY, edition, "draft, final, ..."},
    {"state", PHRASE_COLUMN_STATE, UNIT_TEXT, 0, ROW_AGENCY, state,
     "reporting, not reporting, new"},
    {"bodies", PHRASE_COLUMN_BODIES, UNIT_COUNT, 0, ROW_BODY, bodies, "that exist in the quarter"},
    {"reporting", PHRASE_COLUMN_REPORTING, UNIT_COUNT, 0, ROW_BODY, reporting,
     "bodies that reported"},
    {"not-reporting", PHRASE_COLUMN_NOT_REPORTING, UNIT_COUNT, 0, ROW_BODY, silent, "bodies"},
    {"new", PHRASE_COLUMN_NEW, UNIT_COUNT, 0, ROW_BODY, fresh, "bodies in their grace period"},
    {"response", PHRASE_COLUMN_RESPONSE, UNIT_PERCENT, 0, ROW_BODY, response,
     "reported of those that were to"},
    {"score", PHRASE_COLUMN_SCORE, UNIT_SCORE, 1, ROW_BODY | ROW_SCORE, score,
     "of 100; of groups the median"},
    {"score-before", PHRASE_COLUMN_SCORE_BEFORE, UNIT_SCORE, 1, ROW_BODY | ROW_SCORE, score_before,
     "of 100"},
    {"score-published", PHRASE_COLUMN_SCORE_PUBLISHED, UNIT_SCORE, 1, ROW_BODY, score_published,
     "in an earlier edition"},
    {"band", PHRASE_COLUMN_BAND, UNIT_TEXT, 0, ROW_AGENCY | ROW_SCORE, band, "with the cap"},
    {"band-uncapped", PHRASE_COLUMN_BAND_UNCAPPED, UNIT_TEXT, 0, ROW_AGENCY | ROW_SCORE,
     band_uncapped, "by score alone"},
    {"capped", PHRASE_COLUMN_CAPPED, UNIT_TEXT, 0, ROW_AGENCY | ROW_SCORE, capped, "yes or no"},
    {"judged", PHRASE_COLUMN_JUDGED, UNIT_SCORE, 0, ROW_AGENCY | ROW_SCORE, judged,
     "with evidence"},
    {"controls-met", PHRASE_COLUMN_CONTROLS_MET, UNIT_COUNT, 0, ROW_AGENCY | ROW_SCORE,
     controls_met, "or adopted"},
    {"controls-not-met", PHRASE_COLUMN_CONTROLS_NOT_MET, UNIT_COUNT, 0, ROW_AGENCY | ROW_SCORE,
     controls_not_met, "partly met and without evidence too"},
    {"critical-not-met", PHRASE_COLUMN_CRITICAL_NOT_MET, UNIT_COUNT, 0, ROW_AGENCY | ROW_SCORE,
     critical_not_met, "critical controls not or partly met"},
    {"overdue-critical", PHRASE_COLUMN_OVERDUE_CRITICAL, UNIT_COUNT, 0, ROW_AGENCY | ROW_SCORE,
     overdue_critical, "past their due date"},
    {"band-name", PHRASE_COLUMN_BAND_NAME, UNIT_TEXT, 0, ROW_BAND, band_name, "of the method"},
    {"band-from", PHRASE_COLUMN_BAND_FROM, UNIT_COUNT, 0, ROW_BAND, band_from, "its lowest score"},
    {"in-band", PHRASE_COLUMN_IN_BAND, UNIT_COUNT, 0, ROW_BAND | ROW_SCORE, in_band,
     "with the cap"},
    {"in-band-share", PHRASE_COLUMN_IN_BAND_SHARE, UNIT_PERCENT, 0, ROW_BAND | ROW_SCORE,
     in_band_share, "of those judged"},
    {"in-band-uncapped", PHRASE_COLUMN_IN_BAND_UNCAPPED, UNIT_COUNT, 0, ROW_BAND | ROW_SCORE,
     in_band_uncapped, "agencies"},
    {"in-band-before", PHRASE_COLUMN_IN_BAND_BEFORE, UNIT_COUNT, 0, ROW_BAND | ROW_SCORE,
     in_band_before, "agencies"},
    {0},
};
