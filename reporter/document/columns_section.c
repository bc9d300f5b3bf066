/* SPDX-License-Identifier: MIT */

/* Columns about a section of an agency's score: its controls counted by their status. */
#include "document/rows.h"

#include "document/build.h"
#include "metrics/judge.h"

static struct cell title(const struct build *build, const struct row *row)
{
    return cell_text(language_text(build->results->method->sections[row->section].title));
}

static struct cell weight(const struct build *build, const struct row *row)
{
    return cell_count(build->results->method->sections[row->section].weight);
}

static struct cell score(const struct build *build, const struct row *row)
{
    return row_section_cell(build, row->section, row);
}

static struct cell score_before(const struct build *build, const struct row *row)
{
    struct row earlier = *row;
    earlier.period--;
    return row->period == 0 ? cell_marked(CELL_NOT_AVAILABLE) : score(build, &earlier);
}

/** The section's controls of which the status is one of two. */
static struct cell count(const struct build *build, const struct row *row, enum status one,
                         enum status other)
{
    const struct results *results = build->results;
    int64_t controls = 0;
    for (size_t c = 0; c < results->control_count; c++) {
        if (method_section(results->method, results->controls[c]->id) != row->section)
            continue;
        enum status status = judge_control(results, row->body, c, row->period);
        controls += status == one || status == other;
    }
    return cell_count(controls);
}

static struct cell met(const struct build *build, const struct row *row)
{
    return count(build, row, STATUS_MET, STATUS_ADOPTED);
}

static struct cell partly(const struct build *build, const struct row *row)
{
    return count(build, row, STATUS_PARTLY, STATUS_PARTLY);
}

static struct cell not_met(const struct build *build, const struct row *row)
{
    return count(build, row, STATUS_NOT_MET, STATUS_NOT_ADOPTED);
}

static struct cell no_evidence(const struct build *build, const struct row *row)
{
    return count(build, row, STATUS_NO_EVIDENCE, STATUS_NO_EVIDENCE);
}

static struct cell exempt(const struct build *build, const struct row *row)
{
    return count(build, row, STATUS_EXEMPT, STATUS_EXEMPT);
}

static struct cell aside(const struct build *build, const struct row *row)
{
    return count(build, row, STATUS_NOT_APPLICABLE, STATUS_NOT_MEASURED);
}

#define SECTION (ROW_SECTION | ROW_AGENCY)
#define ANY ROW_SECTION /* of groups too */

const struct row_column SECTION_COLUMNS[] = {
    {"section-title", PHRASE_COLUMN_SECTION_TITLE, UNIT_TEXT, 0, ANY, title, "of the score"},
    {"section-weight", PHRASE_COLUMN_SECTION_WEIGHT, UNIT_COUNT, 0, ANY, weight, "in the score"},
    {"section-score", PHRASE_COLUMN_SECTION_SCORE, UNIT_SCORE, 1, ANY | ROW_SCORE, score,
     "of the section; of groups the median"},
    {"section-before", PHRASE_COLUMN_SECTION_BEFORE, UNIT_SCORE, 1, ANY | ROW_SCORE, score_before,
     "score of the section"},
    {"section-met", PHRASE_COLUMN_SECTION_MET, UNIT_COUNT, 0, SECTION | ROW_SCORE, met,
     "controls met or adopted"},
    {"section-partly", PHRASE_COLUMN_SECTION_PARTLY, UNIT_COUNT, 0, SECTION | ROW_SCORE, partly,
     "controls"},
    {"section-not-met", PHRASE_COLUMN_SECTION_NOT_MET, UNIT_COUNT, 0, SECTION | ROW_SCORE, not_met,
     "controls not met or not yet adopted"},
    {"section-no-evidence", PHRASE_COLUMN_SECTION_NO_EVIDENCE, UNIT_COUNT, 0, SECTION | ROW_SCORE,
     no_evidence, "controls"},
    {"section-exempt", PHRASE_COLUMN_SECTION_EXEMPT, UNIT_COUNT, 0, SECTION | ROW_SCORE, exempt,
     "controls"},
    {"section-aside", PHRASE_COLUMN_SECTION_ASIDE, UNIT_COUNT, 0, SECTION | ROW_SCORE, aside,
     "controls that do not apply or are not measured"},
    {0},
};
