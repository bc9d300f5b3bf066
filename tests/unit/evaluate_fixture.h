/* SPDX-License-Identifier: MIT */
#ifndef TESTS_EVALUATE_FIXTURE_H
#define TESTS_EVALUATE_FIXTURE_H

/**
 * A database of two bodies and a test's own rows, evaluated over the listings of queries/ or over
 * one of the test's own. DEX is mandated, BSM encouraged; 2026-Q3 is reported, as of its last day.
 */

#include "listing_fixture.h"

#include "base/map.h"
#include "data/reference.h"
#include "metrics/judge.h"
#include "metrics/remedy.h"
#include "run/evaluate.h"
#include "run/home.h"

#include <stdio.h>

enum { NOW = PERIODS - 1, BEFORE = PERIODS - 2 };

static const char BODIES[] =
    "INSERT INTO agency (agency, name, class) VALUES ('DEX', 'Department', 'NGA'), ('BSM', 'Town', "
    "'LGU');"
    "INSERT INTO agency_domain (agency, domain) VALUES ('DEX', 'dex.example.ph');";

static struct fixture *fixture;
static struct home home;
static struct reference reference;
static struct results results;
static struct notices notices;
static struct told told;

/* A row that no listing takes in each register, as one without a row counts as not supplied. */
#define FILLERS                                                                                    \
    "INSERT INTO account (account, agency, closed_on) VALUES ('filler', 'DEX', '1990-01-01');"     \
    "INSERT INTO assignment (officer, agency, role) VALUES ('none', 'NONE', 'none');"              \
    "INSERT INTO agency_domain (agency, domain) VALUES ('NONE', 'none.example');"                  \
    "INSERT INTO access_check (account, checked_on) VALUES ('absent', '1990-01-01');"

/** A database with the two bodies and `rows`. */
static inline void open_with(const char *rows)
{
    struct error err = {0};
    struct arena *texts = arena_new();
    char *path = source_path("templates/method.yaml");
    fixture = fixture_open(arena_printf(texts, "%s%s%s", BODIES, FILLERS, rows));
    fixture_set_times(fixture, PERIODS, "2026-09-30", "2026-09-30");
    home = (struct home){.contract = fixture->contract, .listings = fixture->listings};
    told = (struct told){.today = fixture_day("2026-09-30")};
    fixture_check(method_load(path, fixture->arena, &home.method, &err), &err);
    int32_t end = fixture_day("2026-09-30");
    fixture_check(reference_load(fixture->source, end, end, fixture->arena, &reference, &err),
                  &err);
    free(path);
    arena_free(texts);
}

static inline bool try_evaluate(const bool *wanted, struct error *err)
{
    struct evaluation_options options = {.work_folder = fixture->folder,
                                         .wanted = wanted,
                                         .as_of = fixture_day("2026-09-30"),
                                         .told = &told};
    ck_assert(period_parse("2026-Q3", 7, &options.period));
    return evaluate(fixture->source, &home, &reference, &options, fixture->arena, &notices,
                    &results, err);
}

static inline void evaluate_all(void)
{
    struct error err = {0};
    fixture_check(try_evaluate(NULL, &err), &err);
}

static inline void setup(void)
{
    results = (struct results){0};
    notices = (struct notices){0};
}

static inline void teardown(void)
{
    results_finish(&results);
    notices_finish(&notices);
    reference_finish(&reference);
    fixture_close(fixture);
}

/** A listing of the test's own, over the tables of the contract, in place of all others. */
static inline void use_listing(const char *text)
{
    struct error err = {0};
    char *path = path_join(fixture->arena, fixture->folder, "own.sql");
    remove(path);
    fixture_check(file_write(path, text, strlen(text), &err), &err);
    home.listings = (struct listings){
        .items = arena_array(fixture->arena, 1, sizeof(struct listing)), .count = 1};
    fixture_check(listing_load(path, fixture->empty, fixture->arena, home.listings.items, &err),
                  &err);
}

/** Evaluates only the listing of that name. */
static inline void evaluate_listing_of(const char *name)
{
    struct error err = {0};
    bool *wanted = arena_array(fixture->arena, home.listings.count, sizeof *wanted);
    wanted[fixture_listing(fixture, name) - fixture->listings.items] = true;
    fixture_check(try_evaluate(wanted, &err), &err);
}

static inline size_t agency(const char *code)
{
    size_t index = 0;
    while (strcmp(reference.agencies[index].code, code) != 0)
        index++;
    return index;
}

static inline void assert_tally(const char *control, size_t period, struct tally expected)
{
    struct tally tally =
        results_tally(&results, agency("DEX"), results_control(&results, control), period);
    ck_assert_msg(tally.met == expected.met && tally.not_met == expected.not_met &&
                      tally.no_evidence == expected.no_evidence && tally.exempt == expected.exempt,
                  "%s: %u met, %u not met, %u no evidence, %u exempt", control, tally.met,
                  tally.not_met, tally.no_evidence, tally.exempt);
}

static inline int64_t counted(const char *measure, size_t period)
{
    struct measurement_key key = {agency("DEX"), results_measure(&results, measure), period, 0, 0};
    return results_value(&results, key).n;
}

static inline struct control *loaded_control(const char *id)
{
    for (size_t l = 0; l < home.listings.count; l++)
        for (size_t i = 0; i < home.listings.items[l].control_count; i++)
            if (strcmp(home.listings.items[l].controls[i].id, id) == 0)
                return &home.listings.items[l].controls[i];
    ck_abort_msg("there is no control %s", id);
    return NULL;
}

static inline bool noticed(const char *words)
{
    for (size_t i = 0; i < notices.count; i++)
        if (strstr(notices.items[i], words))
            return true;
    return false;
}

#define CONTROL(judged)                                                                            \
    "/*\n"                                                                                         \
    "title: Accounts\n"                                                                            \
    "judged: " judged "\n"                                                                         \
    "item: account\n"                                                                              \
    "controls:\n"                                                                                  \
    "  - id: ACC-1\n"                                                                              \
    "    title: Handle\n"                                                                          \
    "    basis: Order\n"                                                                           \
    "    standing: proposed\n"                                                                     \
    "    effective-from: 2018-02-05\n"                                                             \
    "    outcome: outcome\n"                                                                       \
    "    target: 100%\n"                                                                           \
    "    weight: 1\n"                                                                              \
    "    owner: Head\n"                                                                            \
    "    fix: Mend it.\n"                                                                          \
    "measures:\n"                                                                                  \
    "  - {id: rows, title: Rows, statistic: count, formula: rows}\n"                               \
    "*/\n"

/* A state: met where the account has a handle. */
#define STATE                                                                                      \
    CONTROL("at period end")                                                                       \
    "SELECT account, account AS item, period, iif(handle IS NULL, 'not_met', 'met') AS outcome\n"  \
    "FROM account JOIN period ON created_on < ends_before"

/* An act, done on the day of creation. */
#define ACT                                                                                        \
    CONTROL("in period")                                                                           \
    "SELECT account, account AS item, period_of(created_on) AS period, created_on AS judged_on,\n" \
    "       iif(handle IS NULL, 'not_met', 'met') AS outcome FROM account\n"                       \
    "WHERE created_on IS NOT NULL"

#define MESSAGES                                                                                   \
    "/*\n"                                                                                         \
    "title: Messages\n"                                                                            \
    "judged: in period\n"                                                                          \
    "item: feedback\n"                                                                             \
    "measures:\n"                                                                                  \
    "  - {id: received, title: Received, statistic: count, formula: rows}\n"                       \
    "  - {id: resolved, title: Resolved, statistic: count, formula: rows, period: resolved_in}\n"  \
    "*/\n"

#endif
