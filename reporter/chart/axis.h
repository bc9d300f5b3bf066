/* SPDX-License-Identifier: MIT */
#ifndef CHART_AXIS_H
#define CHART_AXIS_H

/**
 * The axes of line and column charts: gridlines with their values at the left, and slots below.
 */

#include "base/geometry.h"
#include "chart/label.h"
#include "chart/scale.h"
#include "chart/series.h"

struct arena;
struct paint;
struct text;

#define AXIS_GAP 6.0  /* between the value labels and the plot */
#define AXIS_TICK 4.0 /* length of a tick below the axis */
#define AXIS_HEAD 6.0 /* above the plot: half of the top label */

struct frame {
    struct rect plot; /* inside the axes */
    struct scale scale;
    struct slots slots;
    double pad; /* from the plot's side edges to the first and last slot's middle */
};

/** The y of a value. */
double frame_y(const struct frame *frame, double value);

/** The middle of a slot. A single slot stands at the right for lines (pad > 0), else in the
 *  middle. */
double frame_x(const struct frame *frame, size_t slot);

/** The distance between slots. */
double frame_slot(const struct frame *frame);

/** A tick's value; the unit stands once, at the last one. */
const char *axis_tick_text(const struct scale *scale, int64_t tick, enum column_unit unit,
                           struct arena *arena);

/** Room that the value labels need at the left, the gap included. */
double axis_values_width(const struct canvas *canvas, const struct scale *scale,
                         enum column_unit unit);

/** "85%", "3 d": a number with its unit, as it stands on an axis; counts have none. */
const char *axis_with_unit(const char *number, enum column_unit unit, struct arena *arena);

void axis_gridlines(struct canvas *canvas, const struct frame *frame);
void axis_values(struct canvas *canvas, const struct frame *frame, enum column_unit unit);

/** The heavy line at zero; none where the axis is cropped. */
void axis_baseline(struct canvas *canvas, const struct frame *frame);

/** Room that the slots' labels need below the plot. */
double axis_slots_height(void);

/** Ticks (where asked for) and labels: quarters with their years below, or wrapped categories. */
void axis_slots(struct canvas *canvas, const struct frame *frame, bool ticks);

/** To the quarter point, so that hairlines print alike. */
double axis_snap(double y);

#endif
