/* SPDX-License-Identifier: MIT */

/* Columns about how firm a judgement is: its bounds, what agencies contest, how far the weights
 * carry it, and how peers stand. */
#include "document/rows.h"

#include "base/arena.h"
#include "document/build.h"
#include "document/terms.h"
#include "metrics/peers.h"

#define POINTS (MILLION / 100)

static const struct score *score_of(const struct build *build, const struct row *row)
{
    return results_score(build->results, row->body, row->period);
}

/** Scores of bodies without a band are not shown. */
static struct cell points(const struct build *build, const struct row *row, int64_t millionths)
{
    return score_of(build, row)->band_uncapped == SIZE_MAX || millionths < 0
               ? cell_marked(CELL_NOT_APPLICABLE)
               : cell_ratio(millionths, POINTS);
}

static struct cell score_upper(const struct build *build, const struct row *row)
{
    return points(build, row, score_of(build, row)->upper);
}

static struct cell score_low(const struct build *build, const struct row *row)
{
    return points(build, row, score_of(build, row)->low);
}

static struct cell score_high(const struct build *build, const struct row *row)
{
    return points(build, row, score_of(build, row)->high);
}

static struct cell band_name(const struct build *build, size_t band)
{
    return band == SIZE_MAX ? cell_marked(CELL_NOT_APPLICABLE) : cell_text(term_band(build, band));
}

static struct cell band_low(const struct build *build, const struct row *row)
{
    return band_name(build, score_of(build, row)->band_low);
}

static struct cell band_high(const struct build *build, const struct row *row)
{
    return band_name(build, score_of(build, row)->band_high);
}

static struct cell without_contested(const struct build *build, const struct row *row)
{
    const struct score *score = score_of(build, row);
    return score->has_contested ? points(build, row, score->without_contested)
                                : cell_marked(CELL_NOT_APPLICABLE);
}

static struct cell contested_by(const struct build *build, const struct row *row)
{
    return cell_count(results_contested_all(build->results, row->body, row->period));
}

static struct cell contested(const struct build *build, const struct row *row)
{
    if (results_keeps_tally(build->results, row->body, row->control))
        return cell_marked(CELL_CONFIDENTIAL);
    return cell_count(results_contested(build->results, row->body, row->control, row->period));
}

/** Peers are those of the document's agency. */
static struct cell peers_meet(const struct build *build, const struct row *row)
{
    const struct peer_control *control =
        build->peers && row->body == build->body ? &build->peers->controls[row->control] : NULL;
    return control && control->judged ? cell_rate((int64_t)control->meet, (int64_t)control->judged)
                                      : cell_marked(CELL_NOT_APPLICABLE);
}

static struct cell peers_section(const struct build *build, const struct row *row)
{
    const struct peer_scores *section =
        build->peers && row->body == build->body ? &build->peers->sections[row->section] : NULL;
    return section && section->count ? cell_ratio(section->median_twice, 2 * POINTS)
                                     : cell_marked(CELL_NOT_APPLICABLE);
}

static struct cell peers_quarter(const struct build *build, const struct row *row, bool upper)
{
    const struct peer_scores *section =
        build->peers && row->body == build->body ? &build->peers->sections[row->section] : NULL;
    return section && section->count ? cell_ratio(upper ? section->upper : section->lower, POINTS)
                                     : cell_marked(CELL_NOT_APPLICABLE);
}

static struct cell peers_section_lower(const struct build *build, const struct row *row)
{
    return peers_quarter(build, row, false);
}

static struct cell peers_section_upper(const struct build *build, const struct row *row)
{
    return peers_quarter(build, row, true);
}

static struct cell answer(const struct build *build, const struct row *row)
{
    const struct open_finding *finding = row->finding;
    if (finding->contested)
        return cell_text(phrase(PHRASE_ANSWER_CONTESTED));
    if (finding->extended)
        return cell_text(phrase(PHRASE_ANSWER_EXTENDED));
    if (finding->moved_from)
        return cell_text(
            phrase_filled(build->arena, PHRASE_ANSWER_LEFT, "agency", finding->moved_from, NULL));
    return cell_text(finding->accepted ? phrase(PHRASE_ANSWER_ACCEPTED) : NULL);
}

static struct cell moved_from(const struct build *build, const struct row *row)
{
    (void)build;
    return cell_text(row->finding->moved_from);
}

#define SCORE (ROW_AGENCY | ROW_SCORE)

const struct row_column JUDGING_COLUMNS[] = {
    {"score-upper", PHRASE_COLUMN_SCORE_UPPER, UNIT_SCORE, 1, SCORE, score_upper,
     "its upper bound"},
    {"score-low", PHRASE_COLUMN_SCORE_LOW, UNIT_SCORE, 1, SCORE, score_low,
     "were the sections' weights up to a quarter other"},
    {"score-high", PHRASE_COLUMN_SCORE_HIGH, UNIT_SCORE, 1, SCORE, score_high,
     "were the sections' weights up to a quarter other"},
    {"band-low", PHRASE_COLUMN_BAND_LOW, UNIT_TEXT, 0, SCORE, band_low, "at the lowest score"},
    {"band-high", PHRASE_COLUMN_BAND_HIGH, UNIT_TEXT, 0, SCORE, band_high, "at the highest score"},
    {"score-uncontested", PHRASE_COLUMN_SCORE_UNCONTESTED, UNIT_SCORE, 1, SCORE, without_contested,
     "contested findings left out"},
    {"contested-all", PHRASE_COLUMN_CONTESTED_ALL, UNIT_COUNT, 0, SCORE, contested_by,
     "of all controls, not decided"},
    {"contested", PHRASE_COLUMN_CONTESTED, UNIT_COUNT, 0, ROW_CONTROL, contested,
     "items whose finding is contested and not decided"},
    {"peers-meet", PHRASE_COLUMN_PEERS_MEET, UNIT_PERCENT, 0, ROW_CONTROL | ROW_AGENCY, peers_meet,
     "bodies of the class and like size"},
    {"section-peers", PHRASE_COLUMN_SECTION_PEERS, UNIT_SCORE, 1, ROW_SECTION | SCORE,
     peers_section, "bodies of the class and like size"},
    {"section-peers-lower", PHRASE_COLUMN_SECTION_PEERS_LOWER, UNIT_SCORE, 1, ROW_SECTION | SCORE,
     peers_section_lower, "bodies of the class and like size"},
    {"section-peers-upper", PHRASE_COLUMN_SECTION_PEERS_UPPER, UNIT_SCORE, 1, ROW_SECTION | SCORE,
     peers_section_upper, "bodies of the class and like size"},
    {"answer", PHRASE_COLUMN_ANSWER, UNIT_TEXT, 0, ROW_FINDING, answer,
     "contested, extended, accepted, or left by another body"},
    {"moved-from", PHRASE_COLUMN_MOVED_FROM, UNIT_TEXT, 0, ROW_FINDING, moved_from,
     "the body that was told before this one took it over"},
    {0},
};
