/* SPDX-License-Identifier: MIT */
#ifndef TESTS_RESULTS_FIXTURE_H
#define TESTS_RESULTS_FIXTURE_H

/* clang-format off */
/**
 * Results filled by hand, 2026-Q3 reported, for templates, tables and words:
 *
 *     ALF  mandated, good: 92.5 of 100 (a quarter before 90.4), Sound
 *     BAD  mandated, failing: 61.25 (before 70.0), Low; three open findings, one critical, overdue
 *     CIT  encouraged
 *     FRE  mandated, new
 *     MUT  mandated, sent no return
 *     ODD  of a class that the method does not know; its name looks like a fact
 *
 * Controls EML-1 and APR-3 (acts; no items) of section accounts, SEC-1 (critical) of section
 * security, TEM-2 (its tables were not supplied) of section team; measures of feedback and posts.
 */
/* clang-format on */

#include "check_main.h"

#include "base/arena.h"
#include "base/calendar.h"
#include "base/date.h"
#include "base/error.h"
#include "base/file.h"
#include "base/map.h"
#include "base/text.h"
#include "document/build.h"
#include "document/document.h"
#include "document/template.h"
#include "metrics/remedy.h"
#include "metrics/results.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ALF, BAD, CIT, FRE, MUT, ODD, AGENCIES };
enum { EML_1, APR_3, SEC_1, TEM_2, CONTROLS };
enum { RECEIVED, ON_TIME, RESPONSE, POSTS, MEASURES };
enum { ACCOUNTS, SECURITY, TEAM, FEEDBACK, POST_LISTING, LISTINGS };
enum { BEFORE = PERIODS - 2, NOW = PERIODS - 1 };

static struct body_class CLASSES[] = {{"NGA", "National agencies", MANDATE_MANDATED},
                                      {"GOCC", "Corporations", MANDATE_MANDATED},
                                      {"LGU", "Local governments", MANDATE_ENCOURAGED}};
static const char *ACCOUNT_SUBJECTS[] = {"EML", "APR"}, *SECURITY_SUBJECTS[] = {"SEC"},
                  *TEAM_SUBJECTS[] = {"TEM"};
static struct section SECTIONS[] = {{"accounts", "Accounts", 3, ACCOUNT_SUBJECTS, 2},
                                    {"security", "Security", 2, SECURITY_SUBJECTS, 1},
                                    {"team", "Team", 1, TEAM_SUBJECTS, 1}};
static struct band BANDS[] = {{"High", 95}, {"Sound", 90}, {"Developing", 75}, {"Low", 0}};
static const struct method METHOD = {.version = "1",
                                     .classes = CLASSES,
                                     .class_count = 3,
                                     .sections = SECTIONS,
                                     .section_count = 3,
                                     .bands = BANDS,
                                     .band_count = 4,
                                     .cap = 2,
                                     .partly_from = 50,
                                     .minimum_judged = 60,
                                     .grace_days = 90};
static struct agency BODIES[] = {
    {.code = "ALF", .name = "Alfa Office", .class_code = "NGA"},
    {.code = "BAD", .name = "Bad Bureau", .class_code = "NGA", .region = "III"},
    {.code = "CIT", .name = "City of C", .class_code = "LGU", .region = "VI"},
    {.code = "FRE", .name = "Fresh Corporation", .class_code = "GOCC"},
    {.code = "MUT", .name = "Mute Commission", .class_code = "NGA"},
    {.code = "ODD", .name = "Odd {{period.short}} Body", .class_code = "XYZ"}};

static struct reason REASONS[] = {{"foreign_domain", "{{detail}} is not a domain of the agency"},
                                  {"not_recorded", "No address is recorded"}};
static struct control ACCOUNT_CONTROLS[] = {{.id = "EML-1",
                                             .title = "Official address",
                                             .clause = "Use an official address.",
                                             .basis = "Order",
                                             .standing = "proposed",
                                             .item_word = "accounts",
                                             .reasons = REASONS,
                                             .reason_count = 2,
                                             .target = 100,
                                             .weight = 3,
                                             .owner = "Account Administrator",
                                             .fix = "Move the account.",
                                             .listing = ACCOUNTS},
                                            {.id = "APR-3",
                                             .title = "Approved first",
                                             .judged = JUDGED_IN_PERIOD,
                                             .target = 95,
                                             .weight = 1,
                                             .basis = "Order",
                                             .standing = "proposed",
                                             .listing = ACCOUNTS}};
static struct control SECURITY_CONTROLS[] = {{.id = "SEC-1",
                                              .title = "Second factor",
                                              .basis = "Law",
                                              .standing = "law",
                                              .target = 100,
                                              .weight = 2,
                                              .critical = true,
                                              .remedy_days = 10,
                                              .listing = SECURITY}};
static struct control TEAM_CONTROLS[] = {{.id = "TEM-2",
                                          .title = "Officer named",
                                          .basis = "Order",
                                          .standing = "own",
                                          .target = 100,
                                          .weight = 1,
                                          .listing = TEAM}};
static const struct control *CONTROL_LIST[] = {&ACCOUNT_CONTROLS[0], &ACCOUNT_CONTROLS[1],
                                               &SECURITY_CONTROLS[0], &TEAM_CONTROLS[0]};

static const char *BY[] = {"kind"}, *BY_TITLES[] = {"Kind of message"};
static struct measure_definition FEEDBACK_MEASURES[] = {{.id = "received",
                                                         .title = "Messages received",
                                                         .statistic = STATISTIC_COUNT,
                                                         .by = BY,
                                                         .by_titles = BY_TITLES,
                                                         .by_count = 1,
                                                         .unit_word = "messages",
                                                         .formula = "a count",
                                                         .listing = FEEDBACK},
                                                        {.id = "on-time",
                                                         .title = "Answered in time",
                                                         .statistic = STATISTIC_SHARE,
                                                         .unit = MEASURE_PERCENT,
                                                         .unit_word = "messages",
                                                         .formula = "a share",
                                                         .listing = FEEDBACK},
                                                        {.id = "response",
                                                         .title = "Time to answer",
                                                         .statistic = STATISTIC_MEDIAN,
                                                         .unit = MEASURE_SECONDS,
                                                         .formula = "a median",
                                                         .clause_id = "FDB-2",
                                                         .listing = FEEDBACK}};
static struct measure_definition POST_MEASURES[] = {{.id = "posts",
                                                     .title = "Posts",
                                                     .statistic = STATISTIC_COUNT,
                                                     .formula = "a count",
                                                     .listing = POST_LISTING}};
static const struct measure_definition *MEASURE_LIST[] = {
    &FEEDBACK_MEASURES[0], &FEEDBACK_MEASURES[1], &FEEDBACK_MEASURES[2], &POST_MEASURES[0]};

static struct listing LISTING_ITEMS[] = {
    {.name = "accounts", .controls = ACCOUNT_CONTROLS, .control_count = 2},
    {.name = "security", .controls = SECURITY_CONTROLS, .control_count = 1},
    {.name = "team", .controls = TEAM_CONTROLS, .control_count = 1},
    {.name = "feedback", .measures = FEEDBACK_MEASURES, .measure_count = 3},
    {.name = "posts", .measures = POST_MEASURES, .measure_count = 1}};
static const struct listings LISTING_LIST = {.items = LISTING_ITEMS, .count = LISTINGS};

struct results_fixture {
    struct arena *arena;
    char *folder;
    struct reference reference;
    struct results results;
    struct edition edition;
    struct told told;
    struct template template;
    struct build build;
    struct error err;
};
static struct results_fixture fixture;

static inline int32_t fixture_day(const char *iso)
{
    int32_t day = 0;
    ck_assert(date_parse(iso, strlen(iso), &day));
    return day;
}

static inline size_t fixture_group(enum group group)
{
    return results_group(&fixture.results, group);
}

static inline void fixture_tally(size_t body, size_t control, size_t period, struct tally tally)
{
    tallies_add(&fixture.results.tallies, (struct tally_key){body, control, period}, &tally);
}

/** EML-1: mandated 12 of 12 and 3 of 12, encouraged 2 of 4. SEC-1: mandated 2 of 2 and 0 of 3. */
static inline void fixture_fill_tallies(void)
{
    const struct tally good = {.met = 12}, bad = {.met = 3, .not_met = 6, .no_evidence = 3};
    fixture_tally(ALF, EML_1, NOW, good);
    fixture_tally(ALF, EML_1, BEFORE, (struct tally){.met = 10, .not_met = 2});
    fixture_tally(BAD, EML_1, NOW, bad);
    fixture_tally(CIT, EML_1, NOW, (struct tally){.met = 2, .not_met = 2});
    fixture_tally(FRE, EML_1, NOW, (struct tally){.met = 1});
    fixture_tally(MUT, EML_1, NOW, (struct tally){.met = 1, .not_met = 1});
    fixture_tally(fixture_group(GROUP_MANDATED), EML_1, NOW, good);
    fixture_tally(fixture_group(GROUP_MANDATED), EML_1, NOW, bad);
    fixture_tally(fixture_group(GROUP_ENCOURAGED), EML_1, NOW,
                  (struct tally){.met = 2, .not_met = 2});
    fixture_tally(ALF, SEC_1, NOW, (struct tally){.met = 2});
    fixture_tally(BAD, SEC_1, NOW, (struct tally){.not_met = 3, .exempt = 1});
    fixture_tally(fixture_group(GROUP_MANDATED), SEC_1, NOW,
                  (struct tally){.met = 2, .not_met = 3, .exempt = 1});
}

static inline void fixture_measure(size_t body, size_t measure, size_t period,
                                   struct contribution row, int times)
{
    struct measurement_key key = {body, measure, period, 0, 0};
    for (int i = 0; i < times; i++)
        measurements_count(&fixture.results.measurements, key, MEASURE_LIST[measure], row);
}

static inline void fixture_messages(size_t body, size_t period, const char *kind, int times)
{
    size_t category =
        categories_take(&fixture.results.categories[RECEIVED][0], kind, fixture.arena);
    struct measurement_key key = {body, RECEIVED, period, 1, category};
    for (int i = 0; i < times; i++)
        measurements_count(&fixture.results.measurements, key, MEASURE_LIST[RECEIVED],
                           (struct contribution){1, 0});
    fixture_measure(body, RECEIVED, period, (struct contribution){1, 0}, times);
}

/** Received: ALF 3 complaints, 5 inquiries; BAD 2 inquiries; CIT a complaint. In time: mandated 9
 * of 12. */
static inline void fixture_fill_measures(void)
{
    const struct contribution yes = {1, 1}, no = {0, 1};
    size_t mandated = fixture_group(GROUP_MANDATED), all = fixture_group(GROUP_ALL);
    fixture_messages(ALF, NOW, "complaint", 3);
    fixture_messages(ALF, NOW, "inquiry", 5);
    fixture_messages(ALF, BEFORE, "complaint", 4);
    fixture_messages(BAD, NOW, "inquiry", 2);
    fixture_messages(CIT, NOW, "complaint", 1);
    fixture_messages(mandated, NOW, "complaint", 3);
    fixture_messages(mandated, NOW, "inquiry", 7);
    fixture_messages(mandated, BEFORE, "complaint", 4);
    fixture_messages(all, NOW, "complaint", 4);
    fixture_messages(all, NOW, "inquiry", 7);
    fixture_measure(ALF, ON_TIME, NOW, yes, 6);
    fixture_measure(ALF, ON_TIME, NOW, no, 2);
    fixture_measure(mandated, ON_TIME, NOW, yes, 9);
    fixture_measure(mandated, ON_TIME, NOW, no, 3);
    fixture_measure(all, ON_TIME, NOW, yes, 10);
    fixture_measure(all, ON_TIME, NOW, no, 3);
    fixture_measure(ALF, RESPONSE, NOW, (struct contribution){3600, 0}, 1);
    fixture_measure(ALF, RESPONSE, NOW, (struct contribution){9000, 0}, 1);
    fixture_measure(ALF, RESPONSE, NOW, (struct contribution){72000, 0}, 1);
}

static inline void fixture_score(size_t agency, size_t period, int64_t millionths, size_t band)
{
    struct score *score = &fixture.results.scores[agency * PERIODS + period];
    score->has_score = true;
    score->millionths = millionths;
    score->judged = 900000;
    score->band = score->band_uncapped = band;
    score->sections[0] = millionths;
    score->sections[1] = agency == ALF ? 1000000 : 0;
}

static inline void fixture_fill_scores(void)
{
    struct results *results = &fixture.results;
    results->scores = arena_array(fixture.arena, AGENCIES * PERIODS, sizeof(struct score));
    for (size_t i = 0; i < AGENCIES * PERIODS; i++) {
        results->scores[i].band = results->scores[i].band_uncapped = SIZE_MAX;
        results->scores[i].sections = arena_array(fixture.arena, 3, sizeof(int64_t));
        for (size_t s = 0; s < 3; s++)
            results->scores[i].sections[s] = -1;
    }
    fixture_score(ALF, NOW, 925000, 1);
    fixture_score(ALF, BEFORE, 904000, 1);
    fixture_score(BAD, NOW, 612500, 3);
    fixture_score(BAD, BEFORE, 700000, 3);
}

static inline void fixture_finding(size_t control, int32_t period, const char *item,
                                   const char *reason, const char *detail)
{
    struct finding finding = {.agency = BAD,
                              .control = control,
                              .period = period,
                              .outcome = OUTCOME_NOT_MET,
                              .item = item,
                              .label = item,
                              .reason = reason,
                              .detail = detail};
    ck_assert(findings_add(fixture.results.findings, &finding, &fixture.err));
}

static inline void fixture_fill_findings(void)
{
    struct results *results = &fixture.results;
    size_t bodies = results_body_count(results);
    ck_assert(findings_new(fixture.folder, &results->findings, &fixture.err));
    fixture_finding(EML_1, results->period, "bad-page", "foreign_domain", "mail {{edition.name}}");
    fixture_finding(EML_1, results->period, "bad-video", "not_recorded", NULL);
    fixture_finding(EML_1, results->period - 1, "bad-video", "not_recorded", NULL);
    fixture_finding(SEC_1, results->period, "bad-desk", NULL, NULL);
    ck_assert(findings_seal(results->findings, &fixture.err));
    results->changes = arena_array(fixture.arena, bodies * CONTROLS, sizeof(struct change));
    results->changes[BAD * CONTROLS + EML_1] = (struct change){.appeared = 1, .stayed = 1};
    results->overdue_critical = arena_array(fixture.arena, AGENCIES, sizeof(int64_t));
    results->overdue_critical[BAD] = 1;
    results->unassigned = arena_array(fixture.arena, CONTROLS + 1, sizeof(int64_t));
    fixture.told.references = map_new();
    fixture.told.items = arena_array(fixture.arena, 1, sizeof(struct telling));
    fixture.told.items[0] = (struct telling){.reference = "SEC-1/BAD/bad-desk",
                                             .told_on = fixture_day("2026-07-01"),
                                             .since = SINCE_UNKNOWN};
    fixture.told.count = 1;
    fixture.told.today = fixture_day("2026-10-20");
    map_add(fixture.told.references, "SEC-1/BAD/bad-desk", 0);
}

static inline void fixture_fill_states(void)
{
    static const size_t CLASS_OF[AGENCIES] = {0, 0, 2, 1, 0, SIZE_MAX};
    struct results *results = &fixture.results;
    results->states = arena_array(fixture.arena, AGENCIES * PERIODS, sizeof(struct state));
    results->classes = arena_array(fixture.arena, AGENCIES, sizeof(size_t));
    for (size_t a = 0; a < AGENCIES; a++) {
        results->classes[a] = CLASS_OF[a];
        for (size_t p = 0; p < PERIODS; p++)
            results->states[a * PERIODS + p] = (struct state){.exists = true, .reported = true};
    }
    results->states[MUT * PERIODS + NOW].reported = false;
    results->states[FRE * PERIODS + NOW].fresh = true;
    results->states[FRE * PERIODS + BEFORE].exists = false;
}

static inline void fixture_fill_results(void)
{
    struct results *results = &fixture.results;
    *results = (struct results){.arena = fixture.arena,
                                .method = &METHOD,
                                .reference = &fixture.reference,
                                .listings = &LISTING_LIST,
                                .as_of = fixture_day("2026-09-30"),
                                .controls = CONTROL_LIST,
                                .control_count = CONTROLS,
                                .measures = MEASURE_LIST,
                                .measure_count = MEASURES};
    ck_assert(period_parse("2026-Q3", 7, &results->period));
    results->control_measured = arena_array(fixture.arena, CONTROLS, sizeof(bool));
    results->measure_measured = arena_array(fixture.arena, MEASURES, sizeof(bool));
    for (size_t c = 0; c < CONTROLS; c++)
        results->control_measured[c] = c != TEM_2;
    for (size_t m = 0; m < MEASURES; m++)
        results->measure_measured[m] = m != POSTS;
    results->categories = arena_array(fixture.arena, MEASURES, sizeof *results->categories);
    results->categories[RECEIVED] = arena_array(fixture.arena, 1, sizeof(struct categories));
    fixture_fill_states();
    fixture_fill_tallies();
    fixture_fill_measures();
    fixture_fill_scores();
    fixture_fill_findings();
}

static inline void fixture_setup(void)
{
    const char *temporary = getenv("TMPDIR");
    fixture = (struct results_fixture){.arena = arena_new()};
    ck_assert(folder_make_private(temporary ? temporary : "/tmp", "ulat-results-", fixture.arena,
                                  &fixture.folder, &fixture.err));
    fixture.reference = (struct reference){.agencies = BODIES,
                                           .agency_count = AGENCIES,
                                           .submissions_supplied = true,
                                           .calendar = calendar_new()};
    calendar_seal(fixture.reference.calendar);
    fixture_fill_results();
    fixture.edition = (struct edition){.has_period = true,
                                       .period = fixture.results.period,
                                       .name = "draft 1",
                                       .slug = "draft1",
                                       .draft = true,
                                       .as_of = fixture.results.as_of,
                                       .issuer = "The Department"};
    fixture.build = (struct build){.results = &fixture.results,
                                   .edition = &fixture.edition,
                                   .template = &fixture.template,
                                   .told = &fixture.told,
                                   .source_name = "rows.db",
                                   .source_digest = "0123456789abcdef",
                                   .arena = fixture.arena,
                                   .body = SIZE_MAX};
}

static inline void fixture_teardown(void)
{
    struct error err = {0};
    folder_remove(fixture.folder, &err);
    error_finish(&err);
    error_finish(&fixture.err);
    map_free(fixture.told.references);
    calendar_free(fixture.reference.calendar);
    results_finish(&fixture.results);
    arena_free(fixture.arena);
}

static inline char *fixture_write(const char *name, const char *content)
{
    char *path = path_join(fixture.arena, fixture.folder, name);
    remove(path);
    ck_assert(file_write(path, content, strlen(content), &fixture.err));
    return path;
}

#define HEAD "title: Report\nshort-title: Short\naudience: oversight\n"
#define HEAD_AGENCY HEAD "for-each: agency\n"

/** Loads a template that must be good. */
static inline void fixture_load(const char *content)
{
    char *path = fixture_write("given.yaml", content);
    bool good = template_load(path, &LISTING_LIST, fixture.arena, &fixture.template, &fixture.err);
    ck_assert_msg(good, "%zu:%zu: %s (%s)", fixture.err.line, fixture.err.column,
                  fixture.err.message, fixture.err.hint);
}

/** The document of a template for an agency, or for government (SIZE_MAX). */
static inline struct document *fixture_document(size_t body, const char *content)
{
    struct document *document = NULL;
    fixture_load(content);
    fixture.build.body = body;
    fixture.build.audience = AUDIENCE_AGENCY;
    while (!fixture.template.audiences[fixture.build.audience])
        fixture.build.audience++;
    bool good = build_document(&fixture.build, &document, &fixture.err);
    ck_assert_msg(good, "%s", fixture.err.message);
    return document;
}

/** The table as text: a line of headings, then a line a row, cells as they are printed. */
static inline const char *fixture_print(const struct table *table)
{
    struct text text = {0};
    for (size_t c = 0; c < table->column_count; c++)
        text_printf(&text, "%s%s", c ? " | " : "", table->columns[c].heading);
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t c = 0; c < table->column_count; c++) {
            text_append(&text, c ? " | " : "\n");
            cell_print(table_cell(table, r, c), &table->columns[c], &text);
        }
    const char *kept = arena_text(fixture.arena, text_string(&text));
    text_finish(&text);
    return kept;
}

#endif
