/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_MEMBERS_H
#define DOCUMENT_MEMBERS_H

/**
 * Inside of document/: the agencies that a row about many of them speaks of, and the scores of
 * those that were judged.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct build;
struct results;
struct row;

/** Whether an agency belongs to a group of bodies, `group` being the group's body number. */
bool members_of_group(const struct results *results, size_t group, size_t agency);

/** Whether an agency is one of the row's: of its group and, where the row names a seat, of it. */
bool members_has(const struct build *build, const struct row *row, size_t agency);

/** Scores in millionths, `count` of them; the arena's. */
struct member_scores {
    int64_t *values;
    size_t count;
};

/** The row's members with a band in its period: their score, or one section of it. Bodies of
 * different standing never share a median: of a group that mixes them there are none. */
struct member_scores members_scores(const struct build *build, const struct row *row,
                                    size_t section);

/** The same of members that had a band in the period before as well: how they stand in `period`,
 * which is the row's or the one before. */
struct member_scores members_like_for_like(const struct build *build, const struct row *row,
                                           size_t section, size_t period);

/** How many of them rose or fell by a band since, the cap left aside. */
struct member_moves {
    int64_t rose, fell, same;
};
struct member_moves members_moves(const struct build *build, const struct row *row);

#define MEMBERS_WHOLE ((size_t)-1) /* the score itself, no section */

#endif
