/* SPDX-License-Identifier: MIT */
#ifndef DOCUMENT_WORDS_SERIES_H
#define DOCUMENT_WORDS_SERIES_H

/** Inside of document/: sentences about a figure's series, for titles and alternative texts. Every
 * number in them is a cell of the figure's table, as the table prints it. All texts are the build
 * arena's. */

#include "document/series_facts.h"

#include "base/phrase.h"

struct build;
struct text;

struct teller {
    const struct build *build;
    const struct figure *figure;
    bool at_length; /* quarters in full: for those who hear it */
};

/** "72.5 hours", "4 of 5", "confidential". */
const char *words_value(const struct teller *teller, size_t row, size_t column);

/** The same of any cell. */
const char *words_cell(const struct build *build, const struct cell *cell,
                       const struct column *column);

/** The row's label: "Q3 2026", or at length "quarter 3 of 2026". */
const char *words_label(const struct teller *teller, size_t row);

/** The target, in the unit of a column. */
const char *words_target(const struct teller *teller, size_t column);

/** How a series of quarters went, without its full stop. `what` names it. */
const char *words_course(const struct teller *teller, const struct series_facts *facts,
                         const char *what);

/** From the quarter before to the last one. NULL where there is nothing to say. */
const char *words_step(const struct teller *teller, const struct series_facts *facts);

/** "Highest ... in ..., lowest ... in ...", NULL without two different values. */
const char *words_extremes(const struct teller *teller, const struct series_facts *facts);

/** How often the target was met; NULL without one. */
const char *words_met(const struct teller *teller, const struct series_facts *facts);

/** A phrase with its names filled in, kept: words_say(teller, PHRASE_X, "name", value, NULL). */
#define words_say(teller, said, ...) phrase_filled((teller)->build->arena, said, __VA_ARGS__)

/** The section whose printed score went up or down most since the quarter before, of the agency or
 * of government: "Team, down 3.1 points (64.3 to 61.2)"; NULL where none did. */
const char *words_section_move(const struct build *build, bool up);

/** Behind the score: how far the next band is. */
void words_next_band(const struct build *build, struct text *text);

/** A score rounded exactly as it is printed, so that readers can redo a difference. */
int64_t words_tenths(const struct cell *score);

/** With its commas: "1,006". */
const char *words_number(const struct build *build, size_t number);

#endif
