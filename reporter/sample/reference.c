/* SPDX-License-Identifier: MIT */
#include "sample/reference.h"

#include "base/arena.h"
#include "base/date.h"
#include "data/writer.h"
#include "sample/bodies.h"
#include "sample/put.h"
#include "sample/world.h"

static void holiday_write(struct writer *writer, int32_t day, const char *scope, const char *name)
{
    writer_date(writer, day);
    writer_text(writer, scope);
    writer_text(writer, name);
    writer_row(writer);
}

/* The holidays of fixed date; those that move are proclaimed year by year and left out here. */
static void year_write(struct writer *writer, int year)
{
    static const struct {
        int month;
        int day;
        const char *name;
    } fixed[] = {
        {1, 1, "New Year's Day"},
        {4, 9, "Araw ng Kagitingan"},
        {5, 1, "Labor Day"},
        {6, 12, "Independence Day"},
        {8, 21, "Ninoy Aquino Day"},
        {11, 1, "All Saints' Day"},
        {11, 30, "Bonifacio Day"},
        {12, 8, "Feast of the Immaculate Conception"},
        {12, 25, "Christmas Day"},
        {12, 30, "Rizal Day"},
        {12, 31, "Last day of the year"},
    };

    for (size_t i = 0; i < ARRAY_LENGTH(fixed); i++)
        holiday_write(writer, day_from_civil(year, fixed[i].month, fixed[i].day), "national",
                      fixed[i].name);
}

static void holidays_write(const struct world *world)
{
    struct writer *writer = world->writer;
    int first, last, month, day;

    writer_table(writer, "holiday", "on_date scope name");
    day_to_civil(world->first_day, &first, &month, &day);
    day_to_civil(world->last_day, &last, &month, &day);
    for (int year = first - 1; year <= last + 1; year++)
        year_write(writer, year);
    for (int32_t i = 0; i < 2; i++)
        holiday_write(writer, world_quarter_starts(world, LAST_QUARTER) + 22 + i, "NCR",
                      "Suspension of work, typhoon");
    holiday_write(writer, world_quarter_starts(world, LAST_QUARTER - 1) + 50, "V",
                  "Suspension of work, typhoon");
}

static const struct clock {
    const char *kind; /* NULL: any, as below */
    const char *channel;
    const char *complexity;
    const char *clock;
    const char *unit;
    int duration;
    const char *ends_with;
    bool extendable;
    const char *basis;
    int year, month, day;
} clocks[] = {
    {NULL, NULL, NULL, "RA 6713, 15 working days", "working_days", 15, "response", false, "RA 6713",
     1989, 3, 25},
    {"complaint", "8888", NULL, "EO 6, 72 hours", "hours", 72, "response", false, "EO 6 s.2016",
     2016, 10, 14},
    {"request", NULL, "simple", "RA 11032, 3 working days", "working_days", 3, "resolution", true,
     "RA 11032", 2018, 6, 17},
    {"request", NULL, "complex", "RA 11032, 7 working days", "working_days", 7, "resolution", true,
     "RA 11032", 2018, 6, 17},
    {"request", NULL, "highly_technical", "RA 11032, 20 working days", "working_days", 20,
     "resolution", true, "RA 11032", 2018, 6, 17},
};

static void clocks_write(struct writer *writer)
{
    writer_table(writer, "clock",
                 "kind channel complexity clock duration unit ends_with extendable basis"
                 " effective_from");
    for (size_t i = 0; i < ARRAY_LENGTH(clocks); i++) {
        const struct clock *clock = &clocks[i];

        writer_text(writer, clock->kind);
        writer_text(writer, clock->channel);
        writer_text(writer, clock->complexity);
        writer_text(writer, clock->clock);
        writer_integer(writer, clock->duration);
        writer_text(writer, clock->unit);
        writer_text(writer, clock->ends_with);
        put_flag(writer, clock->extendable ? FLAG_YES : FLAG_NO);
        writer_text(writer, clock->basis);
        writer_date(writer, day_from_civil(clock->year, clock->month, clock->day));
        writer_row(writer);
    }
}

static void standings_write(struct writer *writer)
{
    static const struct {
        const char *basis;
        const char *standing;
        int year, month, day;
    } standings[] = {
        {"Order", "proposed", 2018, 2, 5},       {"RA 6713", "law", 1989, 3, 25},
        {"RA 10173", "law", 2012, 9, 8},         {"RA 11032", "law", 2018, 6, 17},
        {"EO 6 s.2016", "issued", 2016, 10, 14},
    };

    writer_table(writer, "standing", "basis standing effective_from");
    for (size_t i = 0; i < ARRAY_LENGTH(standings); i++) {
        writer_text(writer, standings[i].basis);
        writer_text(writer, standings[i].standing);
        writer_date(writer,
                    day_from_civil(standings[i].year, standings[i].month, standings[i].day));
        writer_row(writer);
    }
}

static void events_write(const struct world *world)
{
    static const struct {
        int quarter;
        int day;
        const char *scope;
        const char *label;
        size_t from; /* in samples of so many bodies */
    } events[] = {
        {1, 40, "national", "Lantern festival", 0},
        {3, 20, "V", "Typhoon, landfall", 0},
        {4, 61, "national", "New permit system opens", 0},
        {6, 33, "DTW", "Tide tables delayed", 2},
        {8, 22, "NCR", "Typhoon, heavy rain", 0},
        {8, 47, "DEX", "Open house", 1},
        {8, 70, "national", "Start of the school year of the academies", 0},
    };
    struct writer *writer = world->writer;

    writer_table(writer, "event", "on_date scope label");
    for (size_t i = 0; i < ARRAY_LENGTH(events); i++) {
        if (world->body_count < events[i].from)
            continue;
        writer_date(writer, world_quarter_starts(world, events[i].quarter) + events[i].day);
        writer_text(writer, events[i].scope);
        writer_text(writer, events[i].label);
        writer_row(writer);
    }
}

void reference_write(const struct world *world)
{
    regions_write(world->writer);
    holidays_write(world);
    clocks_write(world->writer);
    standings_write(world->writer);
    events_write(world);
}
