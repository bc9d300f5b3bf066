/* SPDX-License-Identifier: MIT */
#ifndef CHART_STATUS_CELL_H
#define CHART_STATUS_CELL_H

/**
 * A status in a chart's cell: its symbol on its own fill, so that a page of cells shows where the
 * concern lies, and shape and darkness still tell them apart in grey. What does not apply is a thin
 * diagonal, what was not measured hatched.
 */

#include "base/geometry.h"
#include "document/document.h"

#include <stdbool.h>

struct canvas;
struct swatches;

/** Of cells drawn: met and judged ones (status_is_judged()), and which statuses and marks occur. */
struct status_tally {
    size_t met, judged;
    bool statuses[STATUS_COUNT];
    bool marks[CELL_NOT_APPLICABLE + 1];
};

void status_tally_add(struct status_tally *tally, const struct cell *cell);

/** What occurs, for a key: symbols with their words. */
void status_tally_key(const struct status_tally *tally, struct swatches *swatches);

void status_cell_draw(struct canvas *canvas, const struct cell *cell, struct rect rect);

#endif
