/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_WORDS_H
#define DOCUMENT_WORDS_H

/** Sentences from facts: headlines, changes, alternative texts. Every number in them is a cell's.
 */

struct build;
struct figure;

/** The agency's quarter in one sentence; mandated, encouraged, new and not judged told apart. */
const char *words_headline(const struct build *build);

/** The section that fell most and what is due first, or that there is neither. */
const char *words_next(const struct build *build);

/** "up 2.1 points on Q2 2026 (85.2)"; "no score the quarter before". */
const char *words_score_change(const struct build *build);

/** How counts of persons are masked in this copy, in a few words for the cover. */
const char *words_masking(const struct build *build);

/** The same in sentences, with what [c] means. */
const char *words_masking_at_length(const struct build *build);

/** A figure's alternative text from its table, at most 250 characters: what it is, what it does,
 * its highest and lowest value, where the data stand. */
const char *words_alternative(const struct build *build, const struct figure *figure);

/** The same facts for everybody to read below the figure, without what it is and at any length. */
const char *words_at_length(const struct build *build, const struct figure *figure);

/** A figure's title made from its first series and figure->says, at most 15 words; figure->says
 * with the span of time where the data do not say one thing. */
const char *words_title(const struct build *build, const struct figure *figure);

#endif
