/* SPDX-License-Identifier: MIT */

/* What queries/ says of the registry: who has accounts, and what is recorded of them. Each row
 * shows one outcome. */
#include "listing_fixture.h"

static const char AGENCIES[] = "INSERT INTO agency (agency, name, active_from, active_to) VALUES"
                               " ('a-always', '', NULL, NULL), ('b-first', '', '2026-09-30', NULL),"
                               " ('c-later', '', '2026-10-01', NULL),"
                               " ('d-last', '', NULL, '2026-09-30'),"
                               " ('e-ended', '', NULL, '2026-09-29');";

/** Each of the listings shows the same items. */
static void show_in_each(const char *rows, const char *const *listings, size_t count,
                         const char *expected)
{
    static const char *const ITEM[] = {"item"};
    struct fixture *fixture = fixture_open(rows);
    for (size_t i = 0; i < count; i++)
        assert_rows(fixture, fixture_listing(fixture, listings[i]), ITEM, 1, expected);
    fixture_close(fixture);
}

START_TEST(agencies_are_judged_that_exist_on_the_last_day)
{
    static const char *const LISTINGS[] = {"agency-accounts", "agency-registry", "agency-adoption"};
    show_in_each(AGENCIES, LISTINGS, ARRAY_LENGTH(LISTINGS), "a-always\nb-first\nd-last\n");
}
END_TEST

START_TEST(accounts_are_judged_that_are_in_use_on_the_last_day)
{
    static const char *const LISTINGS[] = {"account-use", "account-proposal", "account-plan",
                                           "account-administrators", "account-activity"};
    show_in_each("INSERT INTO account (account, agency, created_on, closed_on) VALUES"
                 " ('always', 'X', NULL, NULL), ('closed-after', 'X', NULL, '2026-10-01'),"
                 " ('closed-last', 'X', NULL, '2026-09-30'),"
                 " ('created-after', 'X', '2026-10-01', NULL),"
                 " ('created-last', 'X', '2026-09-30', NULL);",
                 LISTINGS, ARRAY_LENGTH(LISTINGS), "always\nclosed-after\ncreated-last\n");
}
END_TEST

START_TEST(pur_1_wants_an_approved_account_in_use_on_the_last_day)
{
    judge_rows("INSERT INTO agency (agency, name) VALUES ('a-approved', ''), ('b-maintained', ''),"
               " ('c-too-late', ''), ('d-denied', ''), ('e-undated', ''), ('f-closed', ''),"
               " ('g-none', ''), ('h-one-of-two', ''), ('i-maintained-late', '');"
               "INSERT INTO account (account, agency, closed_on, regularised_on) VALUES"
               " ('a', 'a-approved', NULL, NULL), ('b', 'b-maintained', NULL, '2026-09-30'),"
               " ('c', 'c-too-late', NULL, NULL), ('d', 'd-denied', NULL, NULL),"
               " ('e', 'e-undated', NULL, NULL), ('f', 'f-closed', '2026-09-30', '2020-01-01'),"
               " ('h1', 'h-one-of-two', NULL, NULL), ('h2', 'h-one-of-two', NULL, NULL),"
               " ('i', 'i-maintained-late', NULL, '2026-10-01');"
               "INSERT INTO approval (account, decided_on, decision) VALUES"
               " ('a', '2026-09-30', 'approved'), ('a', '2026-12-01', 'approved'),"
               " ('c', '2026-10-01', 'approved'), ('d', '2020-01-01', 'denied'),"
               " ('e', NULL, 'approved'), ('h2', '2020-01-01', 'approved');",
               "PUR-1",
               "2026-Q3 a-approved met - -\n2026-Q3 b-maintained met - -\n"
               "2026-Q3 c-too-late not_met unapproved -\n2026-Q3 d-denied not_met unapproved -\n"
               "2026-Q3 e-undated not_met unapproved -\n2026-Q3 f-closed not_met none -\n"
               "2026-Q3 g-none not_met none -\n2026-Q3 h-one-of-two met - -\n"
               "2026-Q3 i-maintained-late not_met unapproved -\n");
}
END_TEST

START_TEST(acc_2_counts_accounts_found_and_still_open_and_else_wants_a_search)
{
    judge_rows(
        "INSERT INTO agency (agency, name) VALUES ('a-open', ''), ('b-resolved', ''),"
        " ('c-resolved-late', ''), ('d-found-later', ''), ('e-searched', ''), ('f-first', ''),"
        " ('g-before', ''), ('h-after', ''), ('i-content', ''), ('j-undated', '');"
        "INSERT INTO discovery (discovery, agency, found_on, outcome, resolved_on) VALUES"
        " (1, 'a-open', '2026-09-30', NULL, NULL), (2, 'a-open', '2020-01-01', '', '2020-01-02'),"
        " (3, 'b-resolved', '2026-08-01', 'taken_down', '2026-09-30'),"
        " (4, 'c-resolved-late', '2026-08-01', 'regularised', '2026-10-01'),"
        " (5, 'd-found-later', '2026-10-01', NULL, NULL),"
        " (6, 'j-undated', '2026-08-01', 'regularised', NULL);"
        "INSERT INTO review (agency, account, subject, examined_on, source) SELECT agency, NULL,"
        " 'registry', '2026-09-30', 'inspected' FROM agency WHERE agency < 'f';"
        "INSERT INTO review (agency, account, subject, examined_on, source) VALUES"
        " ('f-first', 'some', 'registry', '2026-07-01', 'automatic'),"
        " ('g-before', NULL, 'registry', '2026-06-30', 'inspected'),"
        " ('h-after', NULL, 'registry', '2026-10-01', 'inspected'),"
        " ('i-content', NULL, 'content', '2026-08-01', 'inspected'),"
        " ('j-undated', '', 'registry', '2026-08-01', 'inspected');",
        "ACC-2",
        "2026-Q3 a-open not_met open 2\n2026-Q3 b-resolved met - -\n"
        "2026-Q3 c-resolved-late not_met open 1\n2026-Q3 d-found-later met - -\n"
        "2026-Q3 e-searched met - -\n2026-Q3 f-first met - -\n"
        "2026-Q3 g-before no_evidence not_examined -\n"
        "2026-Q3 h-after no_evidence not_examined -\n"
        "2026-Q3 i-content no_evidence not_examined -\n2026-Q3 j-undated met - -\n");
}
END_TEST

START_TEST(adoption_counts_from_its_day)
{
    static const char *const COLUMNS[] = {"item", "adopted", "region"};
    show_rows("INSERT INTO agency (agency, name, region, adopted_on) VALUES"
              " ('a-before', '', 'I', '2026-09-29'), ('b-on', '', '', '2026-09-30'),"
              " ('c-after', '', NULL, '2026-10-01'), ('d-never', '', 'NCR', NULL);",
              "agency-adoption", COLUMNS, 3,
              "a-before 1 I\nb-on 1 -\nc-after 0 -\nd-never 0 NCR\n");
}
END_TEST

START_TEST(fdb_1_wants_the_account_open_to_feedback)
{
    judge_rows(
        "INSERT INTO account (account, agency, feedback_open) VALUES ('a', 'X', 1),"
        " ('b', 'X', 0), ('c', 'X', NULL);",
        "FDB-1",
        "2026-Q3 a met - -\n2026-Q3 b not_met closed -\n2026-Q3 c no_evidence not_recorded -\n");
}
END_TEST

START_TEST(acc_1_wants_what_an_account_represents_and_for_whom_or_what)
{
    judge_rows(
        "INSERT INTO account (account, agency, represents, purpose, target_audience) VALUES"
        " ('a', 'X', 'unit', 'news', NULL), ('b', 'X', 'program', '', 'farmers'),"
        " ('c', 'X', '', NULL, 'farmers'), ('d', 'X', 'unit', '', NULL), ('e', 'X', NULL, '', "
        "'');",
        "ACC-1",
        "2026-Q3 a met - -\n2026-Q3 b met - -\n2026-Q3 c not_met missing what it represents\n"
        "2026-Q3 d not_met missing its audience or purpose\n"
        "2026-Q3 e not_met missing what it represents and its audience or purpose\n");
}
END_TEST

START_TEST(dur_1_is_asked_of_accounts_with_an_end_and_is_met_up_to_that_day)
{
    judge_rows("INSERT INTO account (account, agency, duration_to, duration_indefinite) VALUES"
               " ('a', 'X', '2026-10-01', NULL), ('b', 'X', '2026-09-30', 0),"
               " ('c', 'X', '2026-09-29', 1), ('d', 'X', NULL, 1), ('e', 'X', NULL, NULL);",
               "DUR-1",
               "2026-Q3 a met - -\n2026-Q3 b met - -\n2026-Q3 c not_met past_end 2026-09-29\n"
               "2026-Q3 d - - -\n2026-Q3 e - - -\n");
}
END_TEST

START_TEST(each_part_that_a_proponent_defines_is_judged_by_itself)
{
    static const char ROWS[] =
        "INSERT INTO account (account, agency, handle, platform, target_audience, duration_to,"
        " duration_indefinite) VALUES ('a', 'X', '@a', 'Facebook', 'all', NULL, 1),"
        " ('b', 'X', '', '', '', '2026-01-01', 0), ('c', 'X', NULL, NULL, NULL, NULL, 0),"
        " ('d', 'X', '@d', 'X', 'all', NULL, NULL);";
    static const char EXPECTED[] = "2026-Q3 a met - -\n2026-Q3 b not_met not_defined -\n"
                                   "2026-Q3 c not_met not_defined -\n2026-Q3 d met - -\n";
    struct fixture *fixture = fixture_open(ROWS);
    assert_judged(fixture, "DEF-1", EXPECTED);
    assert_judged(fixture, "DEF-2", EXPECTED);
    assert_judged(fixture, "DEF-4", EXPECTED);
    assert_judged(fixture, "DEF-5",
                  "2026-Q3 a met - -\n2026-Q3 b met - -\n2026-Q3 c not_met not_defined -\n"
                  "2026-Q3 d not_met not_defined -\n");
    fixture_close(fixture);
}
END_TEST

START_TEST(def_3_wants_an_administrator_of_this_account_in_office_on_the_last_day)
{
    judge_rows(
        "INSERT INTO account (account, agency) VALUES ('a', 'X'), ('b', 'X'), ('c', 'X'),"
        " ('d', 'X'), ('e', 'X');"
        "INSERT INTO assignment (officer, agency, account, role, starts_on, ends_on) VALUES"
        " ('P', 'X', 'a', 'account_administrator', '2026-09-30', '2026-09-30'),"
        " ('P', 'X', 'b', 'account_administrator', NULL, '2026-09-29'),"
        " ('P', 'X', 'c', 'account_administrator', '2026-10-01', NULL),"
        " ('P', 'X', 'd', 'team_member', NULL, NULL),"
        " ('P', 'X', NULL, 'account_administrator', NULL, NULL);",
        "DEF-3",
        "2026-Q3 a met - -\n2026-Q3 b not_met not_defined -\n2026-Q3 c not_met not_defined -\n"
        "2026-Q3 d not_met not_defined -\n2026-Q3 e not_met not_defined -\n");
}
END_TEST

START_TEST(def_6_wants_a_plan_in_force_on_the_last_day)
{
    judge_rows("INSERT INTO account (account, agency) VALUES ('a', 'X'), ('b', 'X'), ('c', 'X'),"
               " ('d', 'X'), ('e', 'X'), ('f', 'X');"
               "INSERT INTO content_plan (account, effective_from, effective_to) VALUES"
               " ('a', '2026-09-30', '2026-09-30'), ('b', NULL, NULL), ('c', NULL, '2026-09-29'),"
               " ('c', '2026-10-01', NULL), ('d', '2026-10-01', NULL), ('f', NULL, '2026-09-29'),"
               " ('f', '2026-01-01', NULL);",
               "DEF-6",
               "2026-Q3 a met - -\n2026-Q3 b met - -\n2026-Q3 c not_met expired -\n"
               "2026-Q3 d not_met none -\n2026-Q3 e not_met none -\n2026-Q3 f met - -\n");
}
END_TEST

/* Plans of accounts a to h: of all parts; of none; silent; half of each pair is missing; half is
 * silent; two that complete each other; ended; none at all. */
static const char PLANS[] =
    "INSERT INTO account (account, agency) VALUES ('a', 'X'), ('b', 'X'), ('c', 'X'), ('d', 'X'),"
    " ('e', 'X'), ('f', 'X'), ('g', 'X'), ('h', 'X');"
    "INSERT INTO content_plan VALUES ('a', NULL, NULL, 1, 1, 1, 1, 1),"
    " ('b', NULL, NULL, 0, 0, 0, 0, 0), ('b', NULL, '2026-09-29', 1, 1, 1, 1, 1), ('c', NULL, "
    "NULL, NULL, NULL, NULL, NULL, NULL),"
    " ('d', NULL, NULL, NULL, 0, 0, 1, 0), ('e', NULL, NULL, 1, NULL, NULL, 1, 1),"
    " ('f', NULL, NULL, 0, 1, 1, 0, NULL), ('f', '2026-09-30', NULL, 1, NULL, 0, 1, 0),"
    " ('f', NULL, '2026-09-29', 1, 1, 1, 1, 1), ('g', NULL, '2026-09-29', 1, 1, 1, 1, 1);";

START_TEST(def_7_wants_creation_and_publishing_in_the_plans_in_force)
{
    judge_rows(PLANS, "DEF-7",
               "2026-Q3 a met - -\n"
               "2026-Q3 b not_met missing how content is created and how publishing is approved\n"
               "2026-Q3 c no_evidence not_recorded -\n"
               "2026-Q3 d not_met missing how publishing is approved\n"
               "2026-Q3 e no_evidence not_recorded -\n2026-Q3 f met - -\n2026-Q3 g - - -\n"
               "2026-Q3 h - - -\n");
}
END_TEST

START_TEST(def_8_wants_both_policies_in_the_plans_in_force)
{
    judge_rows(
        PLANS, "DEF-8",
        "2026-Q3 a met - -\n"
        "2026-Q3 b not_met missing a participation policy and a moderation policy\n"
        "2026-Q3 c no_evidence not_recorded -\n2026-Q3 d not_met missing a participation policy\n"
        "2026-Q3 e no_evidence not_recorded -\n2026-Q3 f met - -\n2026-Q3 g - - -\n"
        "2026-Q3 h - - -\n");
}
END_TEST

START_TEST(def_9_wants_records_management_in_the_plans_in_force)
{
    judge_rows(
        PLANS, "DEF-9",
        "2026-Q3 a met - -\n2026-Q3 b not_met missing -\n"
        "2026-Q3 c no_evidence not_recorded -\n2026-Q3 d not_met missing -\n2026-Q3 e met - -\n"
        "2026-Q3 f not_met missing -\n2026-Q3 g - - -\n2026-Q3 h - - -\n");
}
END_TEST

START_TEST(the_parts_of_a_definition_are_counted)
{
    static const char *const COLUMNS[] = {"item", "parts"};
    show_rows(
        "INSERT INTO account (account, agency, handle, platform, target_audience, duration_to)"
        " VALUES ('a', 'X', '@a', 'Facebook', 'all', '2026-12-31'), ('b', 'X', '', NULL, '', "
        "NULL),"
        " ('c', 'X', '@c', NULL, NULL, NULL);"
        "INSERT INTO assignment (officer, agency, account, role) VALUES"
        " ('P', 'X', 'a', 'account_administrator');"
        "INSERT INTO content_plan VALUES ('a', NULL, NULL, 1, 1, 1, 1, 1),"
        " ('c', NULL, NULL, 1, 0, 1, NULL, 1);",
        "account-definition", COLUMNS, 2, "a 9\nb 0\nc 3\n");
}
END_TEST

START_TEST(an_account_is_created_officially_under_a_domain_of_that_day)
{
    static const char *const COLUMNS[] = {"period", "item", "official"};
    show_rows(
        "INSERT INTO agency_domain VALUES ('X', 'x.gov.ph', '2026-08-01', '2026-08-31'),"
        " ('Y', 'y.gov.ph', NULL, NULL);"
        "INSERT INTO account (account, agency, created_on, legacy, created_email_domain) VALUES"
        " ('a-eve', 'X', '2026-07-31', 0, 'x.gov.ph'), ('b-first', 'X', '2026-08-01', NULL, "
        "'X.gov.ph'), ('c-last', 'X', '2026-08-31', 0, 'mail.x.gov.ph'),"
        " ('d-after', 'X', '2026-09-01', 0, 'x.gov.ph'), ('e-alike', 'X', '2026-08-01', 0, "
        "'notx.gov.ph'), ('f-others', 'X', '2026-08-01', 0, 'y.gov.ph'),"
        " ('g-legacy', 'X', '2026-08-01', 1, 'x.gov.ph'), ('h-silent', 'X', '2026-08-01', 0, ''),"
        " ('i-old', 'Y', '2018-02-04', 0, 'y.gov.ph'), ('j-new', 'Y', '2018-02-05', 0, "
        "'y.gov.ph'), ('k-future', 'Y', '2026-10-01', 0, 'y.gov.ph');",
        "account-creation", COLUMNS, 3,
        "2018-Q1 j-new 1\n2026-Q3 a-eve 0\n2026-Q3 b-first 1\n2026-Q3 c-last 1\n"
        "2026-Q3 d-after 0\n2026-Q3 e-alike 0\n2026-Q3 f-others 0\n");
}
END_TEST

START_TEST(a_discovery_is_resolved_once_it_is_regularised_or_taken_down)
{
    static const char *const COLUMNS[] = {"period", "item", "platform", "resolved"};
    show_rows(
        "INSERT INTO discovery VALUES ('a', 'X', 'Facebook', '2026-07-01', 'taken_down', NULL),"
        " ('b', 'X', '', '2026-09-30', 'regularised', '2026-09-30'),"
        " ('c', 'X', NULL, '2026-09-30', 'regularised', '2026-10-01'),"
        " ('d', 'X', 'X', '2026-06-30', NULL, '2026-07-01'),"
        " ('e', 'X', 'X', '2026-09-30', 'other', NULL), ('f', 'X', 'X', '2026-10-01', NULL, "
        "NULL);",
        "discoveries", COLUMNS, 4,
        "2026-Q2 d X 0\n2026-Q3 a Facebook 1\n2026-Q3 b - 1\n2026-Q3 c - 0\n2026-Q3 e X 0\n");
}
END_TEST

START_TEST(staff_are_counted_as_the_agency_reported_them)
{
    static const char *const COLUMNS[] = {"period", "item", "headcount", "trained",
                                          "participating"};
    show_rows("INSERT INTO staff VALUES ('X', '2026-Q3', 40, 10, 0), ('X', '2026-Q2', 39, NULL, 1),"
              " ('Y', '2026-Q3', NULL, 2, 3);",
              "staff", COLUMNS, 5,
              "2026-Q2 X/2026-Q2 39 - 1\n2026-Q3 X/2026-Q3 40 10 0\n2026-Q3 Y/2026-Q3 - 2 3\n");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("listings of the registry");
    tcase_add_test(t, agencies_are_judged_that_exist_on_the_last_day);
    tcase_add_test(t, accounts_are_judged_that_are_in_use_on_the_last_day);
    tcase_add_test(t, pur_1_wants_an_approved_account_in_use_on_the_last_day);
    tcase_add_test(t, acc_2_counts_accounts_found_and_still_open_and_else_wants_a_search);
    tcase_add_test(t, adoption_counts_from_its_day);
    tcase_add_test(t, fdb_1_wants_the_account_open_to_feedback);
    tcase_add_test(t, acc_1_wants_what_an_account_represents_and_for_whom_or_what);
    tcase_add_test(t, dur_1_is_asked_of_accounts_with_an_end_and_is_met_up_to_that_day);
    tcase_add_test(t, each_part_that_a_proponent_defines_is_judged_by_itself);
    tcase_add_test(t, def_3_wants_an_administrator_of_this_account_in_office_on_the_last_day);
    tcase_add_test(t, def_6_wants_a_plan_in_force_on_the_last_day);
    tcase_add_test(t, def_7_wants_creation_and_publishing_in_the_plans_in_force);
    tcase_add_test(t, def_8_wants_both_policies_in_the_plans_in_force);
    tcase_add_test(t, def_9_wants_records_management_in_the_plans_in_force);
    tcase_add_test(t, the_parts_of_a_definition_are_counted);
    tcase_add_test(t, an_account_is_created_officially_under_a_domain_of_that_day);
    tcase_add_test(t, a_discovery_is_resolved_once_it_is_regularised_or_taken_down);
    tcase_add_test(t, staff_are_counted_as_the_agency_reported_them);
    return t;
}
