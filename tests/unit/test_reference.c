/* SPDX-License-Identifier: MIT */
#include "listing_fixture.h"

#include "base/map.h"
#include "data/reference.h"

static const char BODIES[] =
    "INSERT INTO agency (agency, name, class) VALUES ('BSM', 'Town', 'LGU'), ('DEX', 'Department',"
    " 'NGA'), ('DTW', 'Other', 'NGA');"
    "INSERT INTO account (account, agency) VALUES ('a', 'DEX'), ('b', 'DEX'), ('c', 'MIST');";

static struct fixture *fixture;
static struct reference reference;
static struct error err;

enum { BSM, DEX, DTW };

static void setup(void)
{
    err = (struct error){0};
    reference = (struct reference){0};
    fixture = NULL;
}

static void teardown(void)
{
    reference_finish(&reference);
    error_finish(&err);
    fixture_close(fixture);
}

/** As of 30 September 2026, returns until the 15th of October. */
static bool load(const char *rows)
{
    struct arena *texts = arena_new();
    fixture = fixture_open(arena_printf(texts, "%s%s", BODIES, rows));
    arena_free(texts);
    return reference_load(fixture->source, fixture_day("2026-09-30"), fixture_day("2026-10-15"),
                          fixture->arena, &reference, &err);
}

static const struct response *answer(const char *finding)
{
    size_t index = map_find(reference.response_index, finding);
    ck_assert_msg(index != MAP_NONE, "no answer to %s", finding);
    return &reference.responses[index];
}

START_TEST(a_contest_stands_until_it_is_decided)
{
    fixture_check(load("INSERT INTO response (finding, kind, received_on, decision, decided_on)"
                       " VALUES ('open', 'contest', '2026-09-30', NULL, NULL),"
                       " ('upheld', 'contest', '2026-08-01', 'upheld', '2026-09-30'),"
                       " ('withdrawn', 'contest', '2026-08-01', 'withdrawn', '2026-09-30'),"
                       " ('later', 'contest', '2026-08-01', 'withdrawn', '2026-10-01'),"
                       " ('undated', 'contest', '2026-08-01', 'withdrawn', NULL),"
                       " ('early', 'contest', '2026-10-01', NULL, NULL)"),
                  &err);
    ck_assert(answer("open")->contested && !answer("open")->withdrawn);
    ck_assert(!answer("upheld")->contested && !answer("upheld")->withdrawn);
    ck_assert(!answer("withdrawn")->contested && answer("withdrawn")->withdrawn);
    ck_assert(answer("later")->contested && !answer("later")->withdrawn);
    ck_assert(answer("undated")->contested && !answer("undated")->withdrawn);
    ck_assert_uint_eq(map_find(reference.response_index, "early"), MAP_NONE);
    ck_assert_uint_eq(reference.response_count, 5);
}
END_TEST

/* In the table the later row stands first. */
START_TEST(of_several_contests_the_last_stands)
{
    fixture_check(load("INSERT INTO response (finding, kind, received_on, decision, decided_on)"
                       " VALUES ('x', 'contest', '2026-08-02', NULL, NULL),"
                       " ('x', 'contest', '2026-08-01', 'upheld', '2026-08-01'),"
                       " ('y', 'contest', '2026-08-02', 'upheld', '2026-08-03'),"
                       " ('y', 'contest', '2026-08-01', NULL, NULL)"),
                  &err);
    ck_assert(answer("x")->contested);
    ck_assert(!answer("y")->contested);
}
END_TEST

START_TEST(extensions_that_were_granted_and_acceptance_are_kept)
{
    fixture_check(
        load("INSERT INTO response (finding, kind, received_on, decision, decided_on, new_due_on)"
             " VALUES ('x', 'extension', '2026-08-01', 'granted', '2026-08-02', '2026-11-01'),"
             " ('x', 'extension', '2026-09-01', 'granted', '2026-09-02', '2026-12-01'),"
             " ('x', 'extension', '2026-09-03', 'refused', '2026-09-04', '2027-12-01'),"
             " ('x', 'accept', '2026-07-01', NULL, NULL, NULL),"
             " ('y', 'extension', '2026-08-01', 'granted', '2026-10-02', '2026-11-01')"),
        &err);
    ck_assert(answer("x")->extended && answer("x")->accepted && !answer("x")->contested);
    ck_assert_int_eq(answer("x")->due_on, fixture_day("2026-12-01"));
    ck_assert(!answer("y")->extended && !answer("y")->accepted);
}
END_TEST

START_TEST(a_kind_or_decision_that_is_none_is_an_error)
{
    ck_assert(!load("INSERT INTO response (finding, kind, received_on)"
                    " VALUES ('x', 'Contest', '2026-08-01')"));
    ck_assert_str_eq(err.message, "table response, column kind: accept, contest or extension is "
                                  "expected");
    error_finish(&err);
    fixture_close(fixture);
    ck_assert(!load("INSERT INTO response (finding, kind, received_on, decision)"
                    " VALUES ('x', 'contest', '2026-08-01', 'granted')"));
    ck_assert_str_eq(err.message, "table response, column decision: of a contest upheld, withdrawn "
                                  "or NULL is expected");
}
END_TEST

static size_t lead_of(const char *account, const char *day)
{
    return reference_lead(&reference, map_find(reference.account_index, account), fixture_day(day));
}

/* DTW leads a in 2025; from May 2026 on BSM does, and for a week in June DTW again, begun later.
 * Between them DEX leads it, which account.agency says. */
START_TEST(an_account_has_the_lead_of_the_day)
{
    fixture_check(load("INSERT INTO account_agency (account, agency, role, valid_from, valid_to)"
                       " VALUES ('a', 'BSM', 'lead', '2026-05-01', NULL),"
                       " ('a', 'DTW', 'lead', '2026-06-01', '2026-06-07'),"
                       " ('a', 'DTW', 'lead', NULL, '2025-12-31'),"
                       " ('a', 'DTW', 'partner', '2026-01-01', NULL),"
                       " ('b', 'BSM', 'lead', NULL, NULL),"
                       " ('absent', 'BSM', 'lead', '2020-01-01', NULL)"),
                  &err);
    ck_assert_uint_eq(lead_of("a", "2025-12-31"), DTW);
    ck_assert_uint_eq(lead_of("a", "2026-01-01"), DEX);
    ck_assert_uint_eq(lead_of("a", "2026-04-30"), DEX);
    ck_assert_uint_eq(lead_of("a", "2026-05-01"), BSM);
    ck_assert_uint_eq(lead_of("a", "2026-06-01"), DTW);
    ck_assert_uint_eq(lead_of("a", "2026-06-07"), DTW);
    ck_assert_uint_eq(lead_of("a", "2026-06-08"), BSM);
    ck_assert_uint_eq(lead_of("b", "2026-06-08"), DEX); /* a row without a day says nothing */
    ck_assert_uint_eq(lead_of("c", "2026-06-08"), SIZE_MAX);
    ck_assert_uint_eq(reference.stray_rows, 1); /* c's agency */
}
END_TEST

START_TEST(a_lead_of_no_known_agency_leaves_the_account_to_nobody)
{
    fixture_check(load("INSERT INTO account_agency (account, agency, role, valid_from)"
                       " VALUES ('a', 'MIST', 'lead', '2026-05-01')"),
                  &err);
    ck_assert_uint_eq(lead_of("a", "2026-04-30"), DEX);
    ck_assert_uint_eq(lead_of("a", "2026-05-01"), SIZE_MAX);
    ck_assert_uint_eq(reference.stray_rows, 2);
}
END_TEST

START_TEST(successions_are_read_with_their_day)
{
    fixture_check(load("INSERT INTO agency_succession (agency, successor, kind, on_date)"
                       " VALUES ('DTW', 'DEX', 'merged', '2026-07-01'),"
                       " ('MIST', 'DEX', 'merged', '2026-07-01')"),
                  &err);
    ck_assert_uint_eq(reference.succession_count, 1);
    ck_assert_uint_eq(reference.successions[0].agency, DTW);
    ck_assert_uint_eq(reference.successions[0].successor, DEX);
    ck_assert_int_eq(reference.successions[0].on_date, fixture_day("2026-07-01"));
}
END_TEST

/* The deadline is of the reported quarter: what came too late for an earlier one is known by now,
 * unless it came after the as-of day. */
START_TEST(a_deadline_holds_for_the_reported_quarter_alone)
{
    fixture_check(load("INSERT INTO submission (agency, period, submitted_at) VALUES"
                       " ('DEX', '2026-Q3', '2026-10-15T23:59:59'),"
                       " ('DTW', '2026-Q3', '2026-10-16T00:00:00'),"
                       " ('BSM', '2026-Q2', '2026-09-01T00:00:00'),"
                       " ('BSM', '2026-Q1', '2027-01-01T00:00:00')"), /* after any as-of day */
                  &err);
    ck_assert_uint_eq(reference.submission_count, 2);
    ck_assert_uint_eq(reference.submissions[0].agency, BSM);
    ck_assert_uint_eq(reference.submissions[1].agency, DEX);
    ck_assert_uint_eq(reference.late_submissions, 1);
}
END_TEST

START_TEST(exemptions_of_no_known_agency_are_named)
{
    fixture_check(load("INSERT INTO exemption (agency, control, item, granted_on) VALUES"
                       " ('DEX', 'EML-1', 'a', '2026-01-01'),"
                       " ('MIST', 'EML-1', 'a', '2026-01-01')"),
                  &err);
    ck_assert_uint_eq(reference.exemption_count, 1);
    ck_assert_uint_eq(reference.stray_exemption_count, 1);
    ck_assert_str_eq(reference.stray_exemptions[0], "EML-1/MIST");
    ck_assert_uint_eq(reference.stray_rows, 1); /* of account c */
}
END_TEST

START_TEST(an_agency_is_found_by_its_whole_code)
{
    fixture_check(load(""), &err);
    ck_assert_uint_eq(reference_find_agency(&reference, "DEX/a", 3), DEX);
    ck_assert_uint_eq(reference_find_agency(&reference, "DEX", 2), SIZE_MAX);
    ck_assert_uint_eq(reference_find_agency(&reference, "DEXX", 4), SIZE_MAX);
    ck_assert_uint_eq(reference_find_agency(&reference, "BSM", 3), BSM);
    ck_assert_uint_eq(reference_find_agency(&reference, "DTW", 3), DTW);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("reference");
    tcase_add_checked_fixture(t, setup, teardown);
    tcase_add_test(t, a_contest_stands_until_it_is_decided);
    tcase_add_test(t, of_several_contests_the_last_stands);
    tcase_add_test(t, extensions_that_were_granted_and_acceptance_are_kept);
    tcase_add_test(t, a_kind_or_decision_that_is_none_is_an_error);
    tcase_add_test(t, an_account_has_the_lead_of_the_day);
    tcase_add_test(t, a_lead_of_no_known_agency_leaves_the_account_to_nobody);
    tcase_add_test(t, successions_are_read_with_their_day);
    tcase_add_test(t, a_deadline_holds_for_the_reported_quarter_alone);
    tcase_add_test(t, exemptions_of_no_known_agency_are_named);
    tcase_add_test(t, an_agency_is_found_by_its_whole_code);
    return t;
}
