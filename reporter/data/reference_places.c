/* SPDX-License-Identifier: MIT */

/* Places and days: regions, holidays, events, and on which channels bodies log. */
#include "data/reference_reading.h"

#include "base/arena.h"
#include "base/calendar.h"
#include "base/map.h"

bool reference_read_region(struct reading *reading, sqlite3_stmt *row)
{
    struct reference *reference = reading->reference;
    reference->regions = vector_grow(reference->regions, reference->region_count,
                                     &reading->capacity, sizeof *reference->regions);
    int64_t population = sqlite3_column_int64(row, 4);
    reference->regions[reference->region_count++] = (struct region){
        .code = reading_text(reading, row, 0),
        .name = reading_text(reading, row, 1),
        .island_group = reading_text(reading, row, 3),
        .population = population > 0 ? population : 0,
    };
    return true;
}

static struct dated read_dated(const struct reading *reading, sqlite3_stmt *row)
{
    const char *scope = reading_text(reading, row, 1);
    return (struct dated){.day = reading_day(row, 0, 0),
                          .scope = scope && *scope ? scope : "national",
                          .text = reading_text(reading, row, 2)};
}

bool reference_read_holiday(struct reading *reading, sqlite3_stmt *row)
{
    struct reference *reference = reading->reference;
    calendar_add(reference->calendar, reading_day(row, 0, 0),
                 (const char *)sqlite3_column_text(row, 1));
    reference->holidays = vector_grow(reference->holidays, reference->holiday_count,
                                      &reading->capacity, sizeof *reference->holidays);
    reference->holidays[reference->holiday_count++] = read_dated(reading, row);
    return true;
}

/** An event of a day after the as-of day is not known yet. */
bool reference_read_event(struct reading *reading, sqlite3_stmt *row)
{
    struct reference *reference = reading->reference;
    struct dated event = read_dated(reading, row);
    if (event.day > reading->source->clockwork.as_of)
        return true;
    reference->events = vector_grow(reference->events, reference->event_count, &reading->capacity,
                                    sizeof *reference->events);
    reference->events[reference->event_count++] = event;
    return true;
}

bool reference_read_coverage(struct reading *reading, sqlite3_stmt *row)
{
    struct reference *reference = reading->reference;
    size_t agency = reading_agency(reading, row, 0);
    if (agency == MAP_NONE) {
        reference->stray_rows++;
        return true;
    }
    reference->coverages = vector_grow(reference->coverages, reference->coverage_count,
                                       &reading->capacity, sizeof *reference->coverages);
    reference->coverages[reference->coverage_count++] = (struct coverage){
        .agency = agency,
        .channel = reading_text(reading, row, 1),
        .from = reading_day(row, 2, DAY_UNKNOWN_PAST),
        .to = reading_day(row, 3, DAY_UNKNOWN_FUTURE),
    };
    return true;
}
