/* SPDX-License-Identifier: MIT */

/* Columns about how the scores of many bodies are spread, and how those moved that were judged in
 * both quarters. */
#include "document/rows.h"

#include "base/arena.h"
#include "document/build.h"
#include "document/members.h"
#include "metrics/peers.h"
#include "metrics/statistics.h"

#define POINTS (MILLION / 100)
#define LEAST_SPREAD 5 /* bodies: of fewer the quartiles would be single ones */

static struct cell percentile_cell(const struct build *build, const struct row *row, int percent)
{
    struct member_scores scores = members_scores(build, row, MEMBERS_WHOLE);
    if (scores.count < LEAST_SPREAD)
        return cell_marked(CELL_NOT_APPLICABLE);
    return cell_ratio(statistics_percentile(scores.values, scores.count, percent), POINTS);
}

static struct cell p10(const struct build *build, const struct row *row)
{
    return percentile_cell(build, row, 10);
}

static struct cell p25(const struct build *build, const struct row *row)
{
    return percentile_cell(build, row, 25);
}

static struct cell p75(const struct build *build, const struct row *row)
{
    return percentile_cell(build, row, 75);
}

static struct cell p90(const struct build *build, const struct row *row)
{
    return percentile_cell(build, row, 90);
}

static struct cell scored(const struct build *build, const struct row *row)
{
    return cell_count((int64_t)members_scores(build, row, MEMBERS_WHOLE).count);
}

static struct cell bin(const struct build *build, const struct row *row)
{
    return cell_text(phrase_filled(build->arena, PHRASE_SPREAD_BIN, "low",
                                   phrase_number(build->arena, row->bin), "high",
                                   phrase_number(build->arena, row->bin + BIN_POINTS), NULL));
}

/** From its lower end up to, but not with, its upper end; 100 itself is of the last. */
static struct cell in_bin(const struct build *build, const struct row *row)
{
    struct member_scores scores = members_scores(build, row, MEMBERS_WHOLE);
    int64_t low = row->bin * POINTS, high = (row->bin + BIN_POINTS) * POINTS, count = 0;
    for (size_t i = 0; i < scores.count; i++)
        count += scores.values[i] >= low && (scores.values[i] < high || high == MILLION);
    return cell_count(count);
}

static struct cell like_cell(const struct build *build, const struct row *row, size_t section,
                             size_t back)
{
    if (row->period < back)
        return cell_marked(CELL_NOT_AVAILABLE);
    struct member_scores scores = members_like_for_like(build, row, section, row->period - back);
    return scores.count
               ? cell_ratio(statistics_median_twice(scores.values, scores.count), 2 * POINTS)
               : cell_marked(CELL_NOT_APPLICABLE);
}

static struct cell like_now(const struct build *build, const struct row *row)
{
    return like_cell(build, row, MEMBERS_WHOLE, 0);
}

static struct cell like_before(const struct build *build, const struct row *row)
{
    return like_cell(build, row, MEMBERS_WHOLE, 1);
}

static struct cell section_like_now(const struct build *build, const struct row *row)
{
    return like_cell(build, row, row->section, 0);
}

static struct cell section_like_before(const struct build *build, const struct row *row)
{
    return like_cell(build, row, row->section, 1);
}

static struct cell both(const struct build *build, const struct row *row)
{
    size_t count = members_like_for_like(build, row, MEMBERS_WHOLE, row->period).count;
    return cell_count((int64_t)count);
}

static struct cell section_both(const struct build *build, const struct row *row)
{
    return cell_count((int64_t)members_like_for_like(build, row, row->section, row->period).count);
}

static struct cell rose(const struct build *build, const struct row *row)
{
    return cell_count(members_moves(build, row).rose);
}

static struct cell fell(const struct build *build, const struct row *row)
{
    return cell_count(members_moves(build, row).fell);
}

static struct cell same(const struct build *build, const struct row *row)
{
    return cell_count(members_moves(build, row).same);
}

/** Peers of the document's agency in the row's quarter. */
static struct peer_scores peers_then(const struct build *build, const struct row *row)
{
    struct peers peers;
    const struct peer_groups *groups = build->peer_groups ? build->peer_groups[row->period] : NULL;
    bool found =
        groups && row->body == build->body && peers_find(groups, row->body, build->arena, &peers);
    return found ? peers.score : (struct peer_scores){0};
}

static struct cell peer_cell(const struct peer_scores *scores, int64_t value, int64_t times)
{
    return scores->count ? cell_ratio(value, times * POINTS) : cell_marked(CELL_NOT_APPLICABLE);
}

static struct cell peers_lower(const struct build *build, const struct row *row)
{
    struct peer_scores scores = peers_then(build, row);
    return peer_cell(&scores, scores.lower, 1);
}

static struct cell peers_median(const struct build *build, const struct row *row)
{
    struct peer_scores scores = peers_then(build, row);
    return peer_cell(&scores, scores.median_twice, 2);
}

static struct cell peers_upper(const struct build *build, const struct row *row)
{
    struct peer_scores scores = peers_then(build, row);
    return peer_cell(&scores, scores.upper, 1);
}

#define SET (ROW_BODY | ROW_SCORE)
#define OWN (ROW_AGENCY | ROW_SCORE)
#define BIN (ROW_BIN | ROW_SCORE)
#define SECTION (ROW_SECTION | ROW_SCORE)

const struct row_column SPREAD_COLUMNS[] = {
    {"score-p10", PHRASE_COLUMN_SCORE_P10, UNIT_SCORE, 1, SET, p10,
     "score; of five bodies or more"},
    {"score-p25", PHRASE_COLUMN_SCORE_P25, UNIT_SCORE, 1, SET, p25, "score; of five or more"},
    {"score-p75", PHRASE_COLUMN_SCORE_P75, UNIT_SCORE, 1, SET, p75, "score; of five or more"},
    {"score-p90", PHRASE_COLUMN_SCORE_P90, UNIT_SCORE, 1, SET, p90, "score; of five or more"},
    {"scored", PHRASE_COLUMN_SCORED, UNIT_COUNT, 0, SET, scored, "that were judged"},
    {"bin", PHRASE_COLUMN_BIN, UNIT_TEXT, 0, BIN, bin, "70 to 75: from 70, below 75"},
    {"in-bin", PHRASE_COLUMN_IN_BIN, UNIT_COUNT, 0, BIN, in_bin, "with such a score"},
    {"both", PHRASE_COLUMN_BOTH, UNIT_COUNT, 0, SET, both, "quarters, this and the one before"},
    {"score-like", PHRASE_COLUMN_SCORE_LIKE, UNIT_SCORE, 1, SET, like_now,
     "median of those judged in both"},
    {"score-like-before", PHRASE_COLUMN_SCORE_LIKE_BEFORE, UNIT_SCORE, 1, SET, like_before,
     "score: median of those judged in both"},
    {"band-rose", PHRASE_COLUMN_BAND_ROSE, UNIT_COUNT, 0, SET, rose, "or more, the cap left aside"},
    {"band-fell", PHRASE_COLUMN_BAND_FELL, UNIT_COUNT, 0, SET, fell, "or more, the cap left aside"},
    {"band-kept", PHRASE_COLUMN_BAND_STAYED, UNIT_COUNT, 0, SET, same, "the cap left aside"},
    {"section-like", PHRASE_COLUMN_SECTION_LIKE, UNIT_SCORE, 1, SECTION, section_like_now,
     "median of those judged in both quarters"},
    {"section-like-before", PHRASE_COLUMN_SECTION_LIKE_BEFORE, UNIT_SCORE, 1, SECTION,
     section_like_before, "score: median of those judged in both"},
    {"section-both", PHRASE_COLUMN_SECTION_BOTH, UNIT_COUNT, 0, SECTION, section_both,
     "quarters: bodies"},
    {"peers-lower", PHRASE_COLUMN_PEERS_LOWER, UNIT_SCORE, 1, OWN, peers_lower,
     "of the class and like size, in the row's quarter"},
    {"peers-median", PHRASE_COLUMN_PEERS_MEDIAN, UNIT_SCORE, 1, OWN, peers_median,
     "in the row's quarter"},
    {"peers-upper", PHRASE_COLUMN_PEERS_UPPER, UNIT_SCORE, 1, OWN, peers_upper,
     "in the row's quarter"},
    {0},
};
