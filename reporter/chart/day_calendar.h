/* SPDX-License-Identifier: MIT */
#ifndef CHART_DAY_CALENDAR_H
#define CHART_DAY_CALENDAR_H

/** Inside of a calendar: its plan, and the pieces around its cells. */

#include "chart/days.h"
#include "chart/label.h"
#include "chart/shading.h"
#include "chart/swatch.h"

#define DAY_GAP 1.5 /* white between neighbouring cells */

struct day_calendar {
    struct days days;
    struct shading shading;
    bool adds;            /* counts: there are totals and means */
    double left, top;     /* of the first cell */
    double width, height; /* of a cell with its gap */
    double right;         /* room at the right for the means; 0 for none */
    struct swatches key, events;
    double key_height, events_height;
};

struct rect day_rect(const struct day_calendar *calendar, size_t week, size_t weekday);

/** The names of weekdays at the left and of months above. */
void day_names_draw(struct canvas *canvas, const struct day_calendar *calendar);

/** The stepped line between days of different months. */
void day_months_draw(const struct plot *plot, const struct day_calendar *calendar);

/** Means by weekday at the right, totals by week below. */
void day_means_draw(struct canvas *canvas, const struct day_calendar *calendar);
void day_totals_draw(struct canvas *canvas, const struct day_calendar *calendar);
double day_means_width(const struct canvas *canvas, const struct day_calendar *calendar);

/** The number that an event has in the calendar, 0 for none; whether it is a holiday. */
size_t day_event(const struct figure *figure, const struct days *days, int32_t day,
                 bool *ret_holiday);

/** "1  12 Aug 2026, 321: Storm signal raised in the north" */
void day_events_list(const struct canvas *canvas, const struct days *days,
                     struct swatches *swatches);

#endif
