/* SPDX-License-Identifier: MIT */
#ifndef CHART_DIFFERENCE_H
#define CHART_DIFFERENCE_H

/** What changed between two cells, worked on their exact counts. */

#include "document/document.h"

#include <stdbool.h>

struct arena;

/** "+6 pts" between rates, "+1,204" between counts; "" where a value is missing or stands for so
 * few items that it is printed as a count and has no percentage to differ by. */
const char *difference_print(const struct cell *before, const struct cell *now,
                             const struct column *column, struct arena *arena);

/** Whether a change is more than what chance or one item alone may bring: between rates, by their
 *  interval; between other values, whether they differ at all. */
bool difference_is_clear(const struct cell *before, const struct cell *now);

#endif
