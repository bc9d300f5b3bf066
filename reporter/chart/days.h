/* SPDX-License-Identifier: MIT */
#ifndef CHART_DAYS_H
#define CHART_DAYS_H

/**
 * A figure's rows as days in whole ISO weeks, Monday to Sunday, and what their values add up to.
 */

#include "document/document.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

#define WEEKDAYS 7
#define DAYS_MOST_WEEKS 54 /* a year, whatever its first weekday */

struct days {
    int32_t first, last; /* days with a row */
    int32_t monday;      /* of the first week */
    size_t weeks;        /* 0: no row is a day */
    size_t *rows;        /* weeks * WEEKDAYS of them; SLOT_EMPTY where no row is of that day */
    size_t left_out;     /* rows that are no day, a day twice, or beyond the last week */
    bool missing;        /* between the first and the last day some have no row */
};

/** Labels are dates, or texts such as "2026-07-01". */
struct days days_read(const struct figure *figure, struct arena *arena);

/** The day of a place in the weeks, and whether it lies between the first and the last. */
int32_t days_at(const struct days *days, size_t week, size_t weekday);
bool days_holds(const struct days *days, int32_t day);

/** The cell of a day; NULL where no row is of that day. */
const struct cell *days_cell(const struct figure *figure, const struct days *days, int32_t day);

/** A label or an event's place as a day. */
bool day_read(const struct cell *cell, int32_t *ret_day);

struct day_sum {
    double sum;
    size_t count;    /* days with a value */
    bool incomplete; /* a day between the first and the last has none */
};

/** Over a week, or over all of one weekday. Only counts add up. */
struct day_sum days_week(const struct figure *figure, const struct days *days, size_t week);
struct day_sum days_weekday(const struct figure *figure, const struct days *days, size_t weekday);

#endif
