/* SPDX-License-Identifier: MIT */
#ifndef TESTS_JUDGED_FIXTURE_H
#define TESTS_JUDGED_FIXTURE_H

/**
 * Results before they are judged: six bodies, four controls in two sections (accounts weighs 3,
 * team 2), three measures, 2026-Q3 reported. Tests fill in tallies and then judge. All is copied
 * afresh for each test, so a test may change a weight or a day.
 */

#include "check_main.h"

#include "base/arena.h"
#include "base/calendar.h"
#include "base/date.h"
#include "base/error.h"
#include "metrics/judge.h"
#include "metrics/remedy.h"
#include "metrics/results.h"

#include <string.h>

enum {
    BSM,
    DEX,
    DTW,
    NEW,
    OLD,
    ZZZ,
    AGENCIES
}; /* BSM encouraged, NEW created in the quarter, ZZZ no class */
enum { APR, EML, POP, TEM, CONTROLS };
enum { MESSAGES, ON_TIME, SECONDS, MEASURES };
enum { NOW = PERIODS - 1, BEFORE = PERIODS - 2 };
enum { HIGH, SOUND, DEVELOPING, LOW };

static struct arena *arena;
static struct body_class classes[2];
static struct section sections[2];
static struct band bands[4];
static struct method method;
static struct agency agencies[AGENCIES];
static struct submission submissions[AGENCIES];
static struct control controls[CONTROLS];
static const struct control *control_list[CONTROLS];
static struct measure_definition measures[MEASURES];
static const struct measure_definition *measure_table[MEASURES];
static struct reference reference;
static struct results results;

static inline int32_t day(const char *iso)
{
    int32_t result = 0;
    ck_assert_msg(date_parse(iso, strlen(iso), &result), "%s is no day", iso);
    return result;
}

static inline void set_method(void)
{
    static const char *accounts[] = {"EML", "APR"}, *team[] = {"TEM", "POP"};
    classes[0] = (struct body_class){"NGA", "National", MANDATE_MANDATED};
    classes[1] = (struct body_class){"LGU", "Local", MANDATE_ENCOURAGED};
    sections[0] = (struct section){"accounts", "Accounts", 3, accounts, 2};
    sections[1] = (struct section){"team", "Team", 2, team, 2};
    bands[HIGH] = (struct band){"High", 95};
    bands[SOUND] = (struct band){"Sound", 90};
    bands[DEVELOPING] = (struct band){"Developing", 75};
    bands[LOW] = (struct band){"Low", 0};
    method = (struct method){.version = "1",
                             .classes = classes,
                             .class_count = 2,
                             .sections = sections,
                             .section_count = 2,
                             .bands = bands,
                             .band_count = 4,
                             .cap = DEVELOPING,
                             .partly_from = 50,
                             .minimum_judged = 60,
                             .grace_days = 90};
}

static inline void set_bodies(void)
{
    static const char *const codes[AGENCIES] = {"BSM", "DEX", "DTW", "NEW", "OLD", "ZZZ"};
    for (size_t a = 0; a < AGENCIES; a++) {
        agencies[a] = (struct agency){.code = codes[a],
                                      .class_code = "NGA",
                                      .active_from = DAY_UNKNOWN_PAST,
                                      .active_to = DAY_UNKNOWN_FUTURE};
        submissions[a] = (struct submission){a, results.period};
    }
    agencies[BSM].class_code = "LGU";
    agencies[ZZZ].class_code = NULL;
    agencies[NEW].active_from = day("2026-07-03");
    agencies[OLD].active_to = day("2026-06-30");
    reference = (struct reference){.agencies = agencies,
                                   .agency_count = AGENCIES,
                                   .submissions = submissions,
                                   .submission_count = AGENCIES,
                                   .submissions_supplied = true,
                                   .calendar = calendar_new()};
}

static inline void set_definitions(void)
{
    static const char *const ids[CONTROLS] = {"APR-1", "EML-1", "POP-1", "TEM-2"};
    static const enum statistic statistics[MEASURES] = {STATISTIC_COUNT, STATISTIC_SHARE,
                                                        STATISTIC_MEDIAN};
    for (size_t c = 0; c < CONTROLS; c++) {
        controls[c] = (struct control){
            .id = ids[c], .target = 100, .weight = 1, .effective_from = day("2018-02-05")};
        control_list[c] = &controls[c];
    }
    controls[EML].weight = 3;
    controls[EML].critical = true;
    controls[POP].counts_not_reporting = true;
    for (size_t m = 0; m < MEASURES; m++) {
        measures[m] = (struct measure_definition){.id = "measure", .statistic = statistics[m]};
        measure_table[m] = &measures[m];
    }
}

static inline void judged_setup(void)
{
    struct error err = {0};
    arena = arena_new();
    results = (struct results){.arena = arena,
                               .method = &method,
                               .reference = &reference,
                               .controls = control_list,
                               .control_count = CONTROLS,
                               .measures = measure_table,
                               .measure_count = MEASURES};
    ck_assert(period_parse("2026-Q3", 7, &results.period));
    results.as_of = day("2026-09-30");
    results.control_measured = arena_array(arena, CONTROLS, sizeof(bool));
    memset(results.control_measured, true, CONTROLS * sizeof(bool));
    results.overdue_critical = arena_array(arena, AGENCIES, sizeof(int64_t));
    ck_assert_msg(findings_new("/tmp", &results.findings, &err), "%s", err.message);
    set_method();
    set_bodies();
    set_definitions();
}

static inline void judged_teardown(void)
{
    calendar_free(reference.calendar);
    results_finish(&results);
    arena_free(arena);
}

static inline void fill(size_t body, size_t control, struct tally tally)
{
    tallies_add(&results.tallies, (struct tally_key){body, control, NOW}, &tally);
}

#endif
