/* SPDX-License-Identifier: MIT */
#ifndef CHART_TRACK_H
#define CHART_TRACK_H

/**
 * Where the lines of a chart run, so that they can be drawn in pieces and texts can keep off them.
 */

#include "base/geometry.h"

#include <stdbool.h>
#include <stddef.h>

struct frame;
struct plot;

struct tracks {
    const struct plot *plot;
    const struct frame *frame;
    const bool *cut; /* of each slot: a break stands before it, no line runs into it */
};

/** The point of a series in a slot; false where it has no value. */
bool track_point(const struct tracks *tracks, size_t slot, size_t series, struct point *ret_point);

/** Whether a line joins a slot with the one before it. */
bool track_joins(const struct tracks *tracks, size_t slot, size_t series);

/** The last slot in which a series has a value, or SLOT_EMPTY. */
size_t track_last(const struct tracks *tracks, size_t series);

/** Whether any line or point of the chart runs through a box. */
bool tracks_hit(const struct tracks *tracks, struct rect box);

#endif
