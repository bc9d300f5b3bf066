/* SPDX-License-Identifier: MIT */

/* Columns about a control for a body in a period. */
#include "document/rows.h"

#include "base/arena.h"
#include "base/text.h"
#include "document/build.h"
#include "document/terms.h"
#include "metrics/judge.h"

static const struct control *control_of(const struct build *build, const struct row *row)
{
    return build->results->controls[row->control];
}

static struct tally tally_of(const struct build *build, const struct row *row)
{
    return results_tally(build->results, row->body, row->control, row->period);
}

/** Where an agency is not judged (no return, new, nothing supplied) its counts are not shown. */
static bool is_shown(const struct build *build, const struct row *row)
{
    if (!build->results->control_measured[row->control])
        return false;
    if (!results_is_agency(build->results, row->body))
        return true;
    enum status status = judge_control(build->results, row->body, row->control, row->period);
    return status != STATUS_NONE && status != STATUS_NOT_REPORTING && status != STATUS_NEW;
}

/** The audience may not see the counts: what tells of them is kept back. */
static bool is_kept(const struct build *build, const struct row *row)
{
    return results_keeps_tally(build->results, row->body, row->control);
}

struct cell row_control_cell(const struct build *build, size_t control, const struct row *row)
{
    struct row of = *row;
    of.control = control;
    if (!is_shown(build, &of))
        return cell_marked(CELL_NOT_AVAILABLE);
    if (is_kept(build, &of))
        return cell_marked(CELL_CONFIDENTIAL);
    struct tally tally = tally_of(build, &of);
    return cell_rate(tally.met, tally_total(&tally));
}

static struct cell rate(const struct build *build, const struct row *row)
{
    return row_control_cell(build, row->control, row);
}

static struct cell shown_count(const struct build *build, const struct row *row, int64_t count)
{
    if (!is_shown(build, row))
        return cell_marked(CELL_NOT_AVAILABLE);
    return is_kept(build, row) ? cell_marked(CELL_CONFIDENTIAL) : cell_count(count);
}

static struct cell id(const struct build *build, const struct row *row)
{
    return cell_text(control_of(build, row)->id);
}

static struct cell title(const struct build *build, const struct row *row)
{
    return cell_text(language_text(control_of(build, row)->title));
}

static struct cell clause(const struct build *build, const struct row *row)
{
    return cell_text(language_text(control_of(build, row)->clause));
}

static struct cell basis(const struct build *build, const struct row *row)
{
    const struct control *control = control_of(build, row);
    return cell_text(arena_printf(build->arena, "%s (%s)", language_text(control->basis),
                                  language_text(control->standing)));
}

static struct cell section(const struct build *build, const struct row *row)
{
    const struct method *method = build->results->method;
    size_t section = method_section(method, control_of(build, row)->id);
    return cell_text(language_text(method->sections[section].title));
}

static struct cell met(const struct build *build, const struct row *row)
{
    return shown_count(build, row, tally_of(build, row).met);
}

static struct cell not_met(const struct build *build, const struct row *row)
{
    return shown_count(build, row, tally_of(build, row).not_met);
}

static struct cell no_evidence(const struct build *build, const struct row *row)
{
    return shown_count(build, row, tally_of(build, row).no_evidence);
}

static struct cell exempt(const struct build *build, const struct row *row)
{
    return shown_count(build, row, tally_of(build, row).exempt);
}

static struct cell items(const struct build *build, const struct row *row)
{
    struct tally tally = tally_of(build, row);
    return shown_count(build, row, tally_total(&tally));
}

/** The rate if all unknown items were met. The rate itself takes them as not met. */
static struct cell upper(const struct build *build, const struct row *row)
{
    if (!is_shown(build, row))
        return cell_marked(CELL_NOT_AVAILABLE);
    if (is_kept(build, row))
        return cell_marked(CELL_CONFIDENTIAL);
    struct tally tally = tally_of(build, row);
    return cell_rate((int64_t)tally.met + tally.no_evidence, tally_total(&tally));
}

static struct cell before(const struct build *build, const struct row *row)
{
    if (row->period == 0)
        return cell_marked(CELL_NOT_AVAILABLE);
    struct row earlier = *row;
    earlier.period--;
    return rate(build, &earlier);
}

static struct cell status_at(const struct build *build, const struct row *row, size_t period)
{
    if (results_keeps_status(build->results, row->body, row->control))
        return cell_marked(CELL_CONFIDENTIAL);
    return cell_status(judge_control(build->results, row->body, row->control, period));
}

static struct cell status(const struct build *build, const struct row *row)
{
    return status_at(build, row, row->period);
}

static struct cell status_before(const struct build *build, const struct row *row)
{
    if (row->period == 0)
        return cell_marked(CELL_NOT_AVAILABLE);
    return status_at(build, row, row->period - 1);
}

static struct cell target(const struct build *build, const struct row *row)
{
    return cell_text(
        arena_printf(build->arena, "%lld%%", (long long)control_of(build, row)->target));
}

static struct cell weight(const struct build *build, const struct row *row)
{
    return cell_count(control_of(build, row)->weight);
}

static struct cell critical(const struct build *build, const struct row *row)
{
    return cell_text(term_yes(control_of(build, row)->critical));
}

static struct cell owner(const struct build *build, const struct row *row)
{
    return cell_text(language_text(control_of(build, row)->owner));
}

static struct cell item_word(const struct build *build, const struct row *row)
{
    return cell_text(language_text(control_of(build, row)->item_word));
}

static const struct change *change_of(const struct build *build, const struct row *row)
{
    const struct results *results = build->results;
    return &results->changes[row->body * results->control_count + row->control];
}

/** Acts are judged once: what is found of them is new, and neither clears nor stays. */
static struct cell change_cell(const struct build *build, const struct row *row, int64_t count)
{
    bool has_change = control_of(build, row)->judged == JUDGED_AT_PERIOD_END &&
                      row->period == PERIODS - 1 && is_shown(build, row);
    return has_change ? shown_count(build, row, count) : cell_marked(CELL_NOT_APPLICABLE);
}

static struct cell appeared(const struct build *build, const struct row *row)
{
    return row->period == PERIODS - 1 ? shown_count(build, row, change_of(build, row)->appeared)
                                      : cell_marked(CELL_NOT_APPLICABLE);
}

static struct cell cleared(const struct build *build, const struct row *row)
{
    return change_cell(build, row, change_of(build, row)->cleared);
}

static struct cell stayed(const struct build *build, const struct row *row)
{
    return change_cell(build, row, change_of(build, row)->stayed);
}

static struct cell mended(const struct build *build, const struct row *row)
{
    return change_cell(build, row, change_of(build, row)->met);
}

static struct cell left(const struct build *build, const struct row *row)
{
    return change_cell(build, row, change_of(build, row)->left);
}

static struct cell reopened(const struct build *build, const struct row *row)
{
    return change_cell(build, row, change_of(build, row)->reopened);
}

/** Points of the score that the agency gains when the whole control is met. */
static struct cell effect(const struct build *build, const struct row *row)
{
    /* no points where there is no score */
    if (results_score(build->results, row->body, row->period)->band_uncapped == SIZE_MAX)
        return cell_marked(CELL_NOT_APPLICABLE);
    if (results_keeps_status(build->results, row->body, row->control))
        return cell_marked(CELL_CONFIDENTIAL);
    return cell_ratio(judge_effect(build->results, row->body, row->control), MILLION / 100);
}

const struct row_column CONTROL_COLUMNS[] = {
    {"control", PHRASE_COLUMN_CONTROL, UNIT_TEXT, 0, ROW_CONTROL, id, "its id, such as EML-1"},
    {"title", PHRASE_COLUMN_TITLE, UNIT_TEXT, 0, ROW_CONTROL, title, "of the control"},
    {"clause", PHRASE_COLUMN_CLAUSE, UNIT_TEXT, 0, ROW_CONTROL, clause, "in our own words"},
    {"basis", PHRASE_COLUMN_BASIS, UNIT_TEXT, 0, ROW_CONTROL, basis, "where the duty stands"},
    {"section", PHRASE_COLUMN_SECTION, UNIT_TEXT, 0, ROW_CONTROL, section, "of the score"},
    {"item", PHRASE_COLUMN_ITEM, UNIT_TEXT, 0, ROW_CONTROL, item_word,
     "what is judged: accounts, posts"},
    {"rate", PHRASE_COLUMN_RATE, UNIT_PERCENT, 0, ROW_CONTROL, rate,
     "share of items; counts below ten"},
    {"rate-before", PHRASE_COLUMN_RATE_BEFORE, UNIT_PERCENT, 0, ROW_CONTROL, before,
     "share of items"},
    {"upper", PHRASE_COLUMN_UPPER, UNIT_PERCENT, 0, ROW_CONTROL, upper, "upper bound of the rate"},
    {"items", PHRASE_COLUMN_ITEMS, UNIT_COUNT, 0, ROW_CONTROL, items,
     "items: the rate's denominator"},
    {"met", PHRASE_COLUMN_MET, UNIT_COUNT, 0, ROW_CONTROL, met, "the rate's numerator"},
    {"not-met", PHRASE_COLUMN_NOT_MET, UNIT_COUNT, 0, ROW_CONTROL, not_met, "items"},
    {"no-evidence", PHRASE_COLUMN_NO_EVIDENCE, UNIT_COUNT, 0, ROW_CONTROL, no_evidence, "items"},
    {"exempt", PHRASE_COLUMN_EXEMPT, UNIT_COUNT, 0, ROW_CONTROL, exempt, "items"},
    {"target", PHRASE_COLUMN_TARGET, UNIT_TEXT, 0, ROW_CONTROL, target, "share of items"},
    {"weight", PHRASE_COLUMN_WEIGHT, UNIT_COUNT, 0, ROW_CONTROL, weight, "in its section"},
    {"critical", PHRASE_COLUMN_CRITICAL, UNIT_TEXT, 0, ROW_CONTROL, critical, "yes or no"},
    {"owner", PHRASE_COLUMN_OWNER, UNIT_TEXT, 0, ROW_CONTROL, owner, "the post that mends it"},
    {"status", PHRASE_COLUMN_STATUS, UNIT_STATUS, 0, ROW_CONTROL | ROW_AGENCY, status,
     "of the agency"},
    {"status-before", PHRASE_COLUMN_STATUS_BEFORE, UNIT_STATUS, 0, ROW_CONTROL | ROW_AGENCY,
     status_before, "a quarter ago"},
    {"appeared", PHRASE_COLUMN_APPEARED, UNIT_COUNT, 0, ROW_CONTROL, appeared,
     "since the quarter before"},
    {"cleared", PHRASE_COLUMN_CLEARED, UNIT_COUNT, 0, ROW_CONTROL, cleared,
     "findings of the quarter before"},
    {"stayed", PHRASE_COLUMN_STAYED, UNIT_COUNT, 0, ROW_CONTROL, stayed,
     "findings of both quarters"},
    {"mended", PHRASE_COLUMN_MENDED, UNIT_COUNT, 0, ROW_CONTROL, mended,
     "findings of the quarter before, met now"},
    {"left", PHRASE_COLUMN_LEFT, UNIT_COUNT, 0, ROW_CONTROL, left,
     "findings of the quarter before: closed, exempt or withdrawn since"},
    {"reopened", PHRASE_COLUMN_REOPENED, UNIT_COUNT, 0, ROW_CONTROL, reopened,
     "new findings that were findings in an earlier quarter"},
    {"effect", PHRASE_COLUMN_EFFECT, UNIT_SCORE, 1, ROW_CONTROL | ROW_AGENCY | ROW_SCORE, effect,
     "of the score, if all items were met"},
    {0},
};
