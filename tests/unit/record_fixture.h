/* SPDX-License-Identifier: MIT */
#ifndef TESTS_RECORD_FIXTURE_H
#define TESTS_RECORD_FIXTURE_H

/**
 * Results filled by hand: two agencies (BSM, a local government that is encouraged; DEX, mandated),
 * two controls in an order that is not their ids', one measure with a breakdown, 2026-Q3 reported.
 */

#include "check_main.h"

#include "base/arena.h"
#include "base/calendar.h"
#include "base/date.h"
#include "base/error.h"
#include "base/text.h"
#include "metrics/judge.h"
#include "metrics/remedy.h"
#include "metrics/results.h"

#include <string.h>

enum { BSM, DEX, AGENCIES };
enum { TEM_2, EML_1, CONTROLS }; /* sections put TEM before EML here */
enum { BEFORE = PERIODS - 2, NOW = PERIODS - 1 };

static struct body_class CLASSES[] = {{"NGA", "National", MANDATE_MANDATED},
                                      {"LGU", "Local", MANDATE_ENCOURAGED}};
static struct band BANDS[] = {{"High", 95}, {"Low", 0}};
static const struct method METHOD = {.version = "1",
                                     .classes = CLASSES,
                                     .class_count = 2,
                                     .bands = BANDS,
                                     .band_count = 2,
                                     .partly_from = 50};
static struct agency BODIES[] = {{.code = "BSM", .class_code = "LGU"},
                                 {.code = "DEX", .class_code = "NGA"}};
static const struct control TEM = {
    .id = "TEM-2", .target = 100, .weight = 1, .critical = true, .remedy_days = 10};
static const struct control EML = {.id = "EML-1", .target = 100, .weight = 1};
static const struct control *CONTROL_LIST[] = {&TEM, &EML};
static const char *BY[] = {"kind"};
static const struct measure_definition FEEDBACK = {
    .id = "feedback-received", .statistic = STATISTIC_COUNT, .by = BY, .by_count = 1};
static const struct measure_definition SHARE = {.id = "on-time", .statistic = STATISTIC_SHARE};
static const struct measure_definition *MEASURE_LIST[] = {&FEEDBACK, &SHARE};

static struct arena *arena;
static struct reference reference;
static struct results results;

static inline void results_setup(void)
{
    struct error err = {0};
    arena = arena_new();
    reference = (struct reference){
        .agencies = BODIES, .agency_count = AGENCIES, .calendar = calendar_new()};
    calendar_seal(reference.calendar);
    results = (struct results){.arena = arena,
                               .method = &METHOD,
                               .reference = &reference,
                               .controls = CONTROL_LIST,
                               .control_count = CONTROLS,
                               .measures = MEASURE_LIST,
                               .measure_count = 2};
    ck_assert(period_parse("2026-Q3", 7, &results.period));
    ck_assert(date_parse("2026-09-30", 10, &results.as_of));
    results.control_measured = arena_array(arena, CONTROLS, sizeof(bool));
    results.control_measured[TEM_2] = true;
    results.states = arena_array(arena, AGENCIES * PERIODS, sizeof(struct state));
    for (size_t i = 0; i < AGENCIES * PERIODS; i++)
        results.states[i] = (struct state){.exists = true, .reported = true};
    results.scores = arena_array(arena, AGENCIES * PERIODS, sizeof(struct score));
    results.classes = arena_array(arena, AGENCIES, sizeof(size_t));
    results.classes[BSM] = 1;
    results.categories = arena_array(arena, 2, sizeof *results.categories);
    results.categories[0] = arena_array(arena, 1, sizeof **results.categories);
    ck_assert_msg(findings_new("/tmp", &results.findings, &err), "%s", err.message);
}

static inline void results_teardown(void)
{
    calendar_free(reference.calendar);
    results_finish(&results);
    arena_free(arena);
}

static inline void count_outcomes(size_t body, size_t period, struct tally tally)
{
    tallies_add(&results.tallies, (struct tally_key){body, TEM_2, period}, &tally);
}

static inline void count_messages(size_t body, size_t period, const char *kind, int times)
{
    size_t category = categories_take(&results.categories[0][0], kind, arena);
    for (int i = 0; i < times; i++) {
        struct contribution one = {1, 0};
        measurements_count(&results.measurements, (struct measurement_key){body, 0, period, 0, 0},
                           &FEEDBACK, one);
        measurements_count(&results.measurements,
                           (struct measurement_key){body, 0, period, 1, category}, &FEEDBACK, one);
    }
}

static inline void add_finding(size_t agency, size_t control, const char *item)
{
    struct error err = {0};
    struct finding finding = {.agency = agency,
                              .control = control,
                              .period = results.period,
                              .outcome = OUTCOME_NOT_MET,
                              .item = item,
                              .label = item};
    ck_assert_msg(findings_add(results.findings, &finding, &err), "%s", err.message);
}

#endif
