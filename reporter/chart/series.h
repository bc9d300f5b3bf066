/* SPDX-License-Identifier: MIT */
#ifndef CHART_SERIES_H
#define CHART_SERIES_H

/**
 * What a figure draws of its table: rows, values, labels, and the slots of its category axis.
 */

#include "chart/scale.h"
#include "document/document.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/** Rows drawn: up to the figure's limit, and never the total. */
size_t series_rows(const struct figure *figure);

/** NAN where there is no value. */
double series_value(const struct figure *figure, size_t row, size_t series);

/** The value as readers see it in the table ("87%", "[x]"), "no data" for a blank. */
const char *series_print(const struct figure *figure, size_t row, size_t series,
                         struct arena *arena);

/** A cell of one of the figure's other columns (before, count, lower, upper): NULL where the figure
 *  names none. */
const struct cell *series_beside(const struct figure *figure, size_t row, size_t column);

/** Its value; NAN where there is none. */
double series_number(const struct figure *figure, size_t row, size_t column);

/** As readers see it in the table; "" where the figure names no such column. */
const char *series_text(const struct figure *figure, size_t row, size_t column,
                        struct arena *arena);

/** How many items stand behind a row's value: "20", or "18 of 20" where the column holds rates. */
const char *series_count(const struct figure *figure, size_t row, struct arena *arena);

/** The heading of any of the figure's columns. */
const char *series_heading(const struct figure *figure, size_t column);
const char *series_name(const struct figure *figure, size_t series);
const char *series_label(const struct figure *figure, size_t row, struct arena *arena);

/** The unit of the value axis. */
enum column_unit series_unit(const struct figure *figure);

/** Whether a row, or a series of lines, is the one that the figure is about. */
bool series_is_subject(const struct figure *figure, const char *label);

/** Whether every value is a whole count, whatever unit the column is said to have. */
bool series_is_counts(const struct figure *figure);

/** The range of all values, those before them, their intervals and the target; false where
 *  there is no value at all. */
bool series_domain(const struct figure *figure, struct domain *ret_domain);

#define SLOT_EMPTY ((size_t)-1)

/** Equally spaced places along the category axis. With periods, every quarter from the first to the
 *  last has one, whether the table has its row or not. */
struct slots {
    size_t *rows; /* of each slot, or SLOT_EMPTY */
    size_t count;
    bool periods;
    int32_t first; /* the first slot's period */
};

struct slots series_slots(const struct figure *figure, struct arena *arena);

/** NAN for an empty slot. */
double slot_value(const struct figure *figure, const struct slots *slots, size_t slot,
                  size_t series);

#endif
