/* SPDX-License-Identifier: MIT */

/* What queries/ says of accounts, on rows of which each shows one outcome. */
#include "listing_fixture.h"

static void judge(const char *rows, const char *control, const char *expected)
{
    struct fixture *fixture = fixture_open(rows);
    assert_judged(fixture, control, expected);
    fixture_close(fixture);
}

static const char LIFETIMES[] =
    "INSERT INTO account (account, agency, platform, created_on, closed_on) VALUES"
    " ('always', 'X', 'Facebook', NULL, NULL), ('closed-after', 'X', 'X', NULL, '2026-10-01'),"
    " ('closed-first', 'X', NULL, NULL, '2026-07-01'),"
    " ('closed-last', 'X', NULL, NULL, '2026-09-30'),"
    " ('closed-second', 'X', NULL, NULL, '2026-07-02'),"
    " ('created-after', 'X', NULL, '2026-10-01', NULL),"
    " ('created-last', 'X', '', '2026-09-30', NULL);";

START_TEST(a_state_is_judged_for_accounts_in_use_on_the_last_day)
{
    static const char *const LISTINGS[] = {"account-registration", "account-approval",
                                           "account-definition",   "account-administrators",
                                           "account-policy",       "account-access"};
    static const char *const ITEM[] = {"item"};
    for (size_t i = 0; i < ARRAY_LENGTH(LISTINGS); i++) {
        /* Approval is not asked of accounts without a day. */
        bool dated = strcmp(LISTINGS[i], "account-approval") == 0;
        struct text rows = {0};
        text_append(&rows, LIFETIMES);
        text_append(&rows,
                    dated ? "UPDATE account SET created_on = '2026-01-01' WHERE created_on IS NULL"
                          : "");
        struct fixture *fixture = fixture_open(text_string(&rows));
        assert_rows(fixture, fixture_listing(fixture, LISTINGS[i]), ITEM, 1,
                    "always\nclosed-after\ncreated-last\n");
        fixture_close(fixture);
        text_finish(&rows);
    }
}
END_TEST

START_TEST(content_and_privacy_are_judged_for_accounts_in_use_on_any_day_of_the_quarter)
{
    struct fixture *fixture = fixture_open(LIFETIMES);
    static const char *const CONTROLS[] = {"BLK-1", "BLK-2", "BLK-3", "BLK-4", "BLK-5", "PRV-2"};
    const char *expected = "2026-Q3 always no_evidence not_examined -\n"
                           "2026-Q3 closed-after no_evidence not_examined -\n"
                           "2026-Q3 closed-last no_evidence not_examined -\n"
                           "2026-Q3 closed-second no_evidence not_examined -\n"
                           "2026-Q3 created-last no_evidence not_examined -\n";
    for (size_t i = 0; i < ARRAY_LENGTH(CONTROLS); i++)
        assert_judged(fixture, CONTROLS[i], expected);
    fixture_close(fixture);
}
END_TEST

START_TEST(active_accounts_are_told_with_their_platform)
{
    struct fixture *fixture = fixture_open(LIFETIMES);
    const char *columns[] = {"account", "period", "platform"};
    fixture_set_times(fixture, 2, "2026-09-30", "2026-09-30");
    assert_rows(fixture, fixture_listing(fixture, "account-registration"), columns, 3,
                "always 2026-Q2 Facebook\nalways 2026-Q3 Facebook\nclosed-after 2026-Q2 X\n"
                "closed-after 2026-Q3 X\nclosed-first 2026-Q2 -\nclosed-last 2026-Q2 -\n"
                "closed-second 2026-Q2 -\ncreated-last 2026-Q3 -\n");
    fixture_close(fixture);
}
END_TEST

START_TEST(eml_1_compares_the_address_with_the_agencys_domains)
{
    judge("INSERT INTO agency_domain VALUES ('X', 'x.gov.ph', NULL, NULL),"
          " ('Y', 'y.gov.ph', NULL, NULL), ('X', 'ended.ph', NULL, '2026-09-29'),"
          " ('X', 'lastday.ph', NULL, '2026-09-30'), ('X', 'future.ph', '2026-10-01', NULL),"
          " ('X', 'newborn.ph', '2026-09-30', NULL);"
          "INSERT INTO account (account, agency, email_domain) VALUES ('a-same', 'X', 'x.gov.ph'),"
          " ('b-sub', 'X', 'Mail.X.gov.ph'), ('c-alike', 'X', 'fakex.gov.ph'),"
          " ('d-foreign', 'X', 'gmail.com'), ('e-others', 'X', 'y.gov.ph'), ('f-none', 'X', NULL),"
          " ('g-ended', 'X', 'ended.ph'), ('h-lastday', 'X', 'lastday.ph'),"
          " ('i-future', 'X', 'future.ph'), ('j-newborn', 'X', 'newborn.ph'),"
          " ('k-parent', 'X', 'gov.ph'), ('l-empty', 'X', '');",
          "EML-1",
          "2026-Q3 a-same met - -\n2026-Q3 b-sub met - -\n"
          "2026-Q3 c-alike not_met foreign_domain fakex.gov.ph\n"
          "2026-Q3 d-foreign not_met foreign_domain gmail.com\n"
          "2026-Q3 e-others not_met foreign_domain y.gov.ph\n"
          "2026-Q3 f-none no_evidence not_recorded -\n"
          "2026-Q3 g-ended not_met foreign_domain ended.ph\n2026-Q3 h-lastday met - -\n"
          "2026-Q3 i-future not_met foreign_domain future.ph\n2026-Q3 j-newborn met - -\n"
          "2026-Q3 k-parent not_met foreign_domain gov.ph\n"
          "2026-Q3 l-empty no_evidence not_recorded -\n");
}
END_TEST

/* At agency X: S is Social Media Officer from 2020 to 5 September 2026, U without dates; H is its
 * head. N is Social Media Officer at Y. */
static const char OFFICERS[] =
    "INSERT INTO assignment (officer, agency, role, starts_on, ends_on) VALUES"
    " ('S', 'X', 'social_media_officer', '2020-01-01', '2026-09-05'),"
    " ('H', 'X', 'head', '2020-01-01', NULL), ('T', 'X', 'team_member', NULL, NULL),"
    " ('U', 'X', 'social_media_officer', NULL, NULL),"
    " ('N', 'Y', 'social_media_officer', NULL, NULL);";

static void judge_approval(const char *rows, const char *control, const char *expected)
{
    struct text all = {0};
    text_printf(&all, "%s%s", OFFICERS, rows);
    judge(text_string(&all), control, expected);
    text_finish(&all);
}

START_TEST(apr_1_asks_who_approved_and_whether_they_could_that_day)
{
    judge_approval(
        "INSERT INTO account (account, agency, created_on) SELECT value, 'X', '2026-09-01' FROM"
        " json_each("
        "'[\"a-smo\",\"b-lastday\",\"c-dayafter\",\"d-head\",\"e-headalone\",\"f-team\","
        "\"g-other\",\"h-since-ever\"]');"
        "INSERT INTO approval VALUES ('h-since-ever', NULL, '2010-01-01', 'approved', 'U', NULL),"
        " ('a-smo', NULL, '2020-01-01', 'approved', 'S', NULL),"
        " ('b-lastday', '2026-09-01', '2026-09-05', 'approved', 'S', NULL),"
        " ('c-dayafter', NULL, '2026-09-06', 'approved', 'S', NULL),"
        " ('d-head', NULL, '2026-09-30', 'approved', 'H', 1),"
        " ('e-headalone', NULL, '2026-09-30', 'approved', 'H', 0),"
        " ('f-team', NULL, '2026-09-04', 'approved', 'T', 1),"
        " ('g-other', NULL, '2026-09-04', 'approved', 'N', 1);",
        "APR-1",
        "2026-Q3 a-smo met - -\n2026-Q3 b-lastday met - -\n"
        "2026-Q3 c-dayafter not_met not_authorised -\n2026-Q3 d-head met - -\n"
        "2026-Q3 e-headalone not_met not_authorised -\n2026-Q3 f-team not_met not_authorised -\n"
        "2026-Q3 g-other not_met not_authorised -\n2026-Q3 h-since-ever met - -\n");
}
END_TEST

START_TEST(apr_1_tells_denied_incomplete_pending_and_missing_approvals_apart)
{
    judge_approval(
        "INSERT INTO account (account, agency, created_on) SELECT value, 'X', '2026-09-01' FROM"
        " json_each("
        "'[\"a-denied\",\"b-undated\",\"c-nobody\",\"d-pending\",\"e-none\",\"f-later\","
        "\"g-asked-later\"]');"
        "INSERT INTO approval VALUES ('a-denied', NULL, '2026-09-02', 'denied', 'S', NULL),"
        " ('b-undated', NULL, NULL, 'approved', 'S', NULL),"
        " ('c-nobody', NULL, '2026-09-02', 'approved', '', NULL),"
        " ('d-pending', '2026-09-30', NULL, NULL, NULL, NULL),"
        " ('f-later', NULL, '2026-10-01', 'approved', 'H', 1),"
        " ('g-asked-later', '2026-10-01', NULL, NULL, NULL, NULL);",
        "APR-1",
        "2026-Q3 a-denied not_met denied -\n2026-Q3 b-undated no_evidence incomplete -\n"
        "2026-Q3 c-nobody no_evidence incomplete -\n2026-Q3 d-pending not_met pending -\n"
        "2026-Q3 e-none no_evidence not_recorded -\n2026-Q3 f-later not_met pending -\n"
        "2026-Q3 g-asked-later no_evidence not_recorded -\n");
}
END_TEST

START_TEST(apr_1_takes_the_request_that_speaks_best_for_the_account)
{
    judge_approval(
        "INSERT INTO account (account, agency, created_on) VALUES ('a', 'X', '2026-09-01'),"
        " ('b', 'X', '2026-09-01'), ('c', 'X', '2026-09-01'), ('d', 'X', '2026-09-01');"
        "INSERT INTO approval VALUES ('a', NULL, '2026-08-01', 'denied', 'S', NULL),"
        " ('a', NULL, '2026-09-01', 'approved', 'S', NULL),"
        " ('b', NULL, '2026-09-04', 'approved', 'T', NULL),"
        " ('b', NULL, '2026-08-01', 'denied', 'S', NULL),"
        " ('c', NULL, NULL, 'approved', NULL, NULL),"
        " ('c', NULL, '2026-08-01', 'denied', 'S', NULL), ('d', NULL, NULL, NULL, NULL, NULL),"
        " ('d', NULL, NULL, 'approved', NULL, NULL);",
        "APR-1",
        "2026-Q3 a met - -\n2026-Q3 b not_met not_authorised -\n2026-Q3 c not_met denied -\n"
        "2026-Q3 d no_evidence incomplete -\n");
}
END_TEST

START_TEST(apr_1_passes_over_accounts_older_than_the_rule)
{
    judge("INSERT INTO account (account, agency, created_on, legacy) VALUES"
          " ('a', 'X', '2018-02-04', 0), ('b', 'X', '2018-02-05', NULL),"
          " ('c', 'X', '2020-01-01', 1), ('d', 'X', NULL, NULL);",
          "APR-1", "2026-Q3 b no_evidence not_recorded -\n");
}
END_TEST

START_TEST(apr_2_is_judged_once_in_the_quarter_of_the_act)
{
    judge("INSERT INTO account (account, agency, created_on, legacy) VALUES"
          " ('a-sameday', 'X', '2026-09-30', 0), ('b-late', 'X', '2026-06-30', 0),"
          " ('c-undated', 'X', '2026-02-01', NULL), ('d-old', 'X', '2018-02-04', 0),"
          " ('e-legacy', 'X', '2026-08-01', 1), ('f-denied', 'X', '2026-08-01', 0),"
          " ('g-unborn', 'X', '2026-10-01', 0), ('h-unknown', 'X', '2026-08-01', 0),"
          " ('i-second', 'X', '2026-05-10', 0), ('j-lastday', 'X', '2026-09-29', 0);"
          "INSERT INTO approval VALUES ('a-sameday', NULL, '2026-09-30', 'approved', NULL, NULL),"
          " ('b-late', NULL, '2026-07-01', 'approved', NULL, NULL),"
          " ('c-undated', NULL, NULL, 'approved', NULL, NULL),"
          " ('d-old', NULL, '2018-02-01', 'approved', NULL, NULL),"
          " ('e-legacy', NULL, '2026-07-01', 'approved', NULL, NULL),"
          " ('f-denied', NULL, '2026-07-01', 'denied', NULL, NULL),"
          " ('g-unborn', NULL, '2026-09-01', 'approved', NULL, NULL),"
          " ('h-unknown', NULL, '2026-10-01', 'approved', NULL, NULL),"
          " ('i-second', NULL, '2026-08-01', 'approved', NULL, NULL),"
          " ('i-second', NULL, '2026-05-01', 'approved', NULL, NULL),"
          " ('i-second', NULL, NULL, 'approved', NULL, NULL),"
          " ('j-lastday', NULL, '2026-09-30', 'approved', NULL, NULL);",
          "APR-2",
          "2026-Q1 c-undated no_evidence undated -\n2026-Q2 i-second met - -\n"
          "2026-Q3 a-sameday met - -\n2026-Q3 b-late not_met after_creation 1\n"
          "2026-Q3 j-lastday not_met after_creation 1\n");
}
END_TEST

static const char DEFINED[] =
    "INSERT INTO account (account, agency, handle, platform, target_audience, duration_to) VALUES"
    " ('a', 'X', '@a', 'Facebook', 'citizens', '2027-12-31');"
    "INSERT INTO assignment (officer, agency, account, role, starts_on, ends_on) VALUES"
    " ('P', 'X', 'a', 'account_administrator', '2026-09-30', '2026-09-30');"
    "INSERT INTO content_plan VALUES ('a', '2026-09-30', '2026-09-30', 1, 1, 1, 1, 1);";

static void judge_definition(const char *change, const char *expected)
{
    struct text all = {0};
    text_printf(&all, "%s%s", DEFINED, change);
    judge(text_string(&all), "DEF-10", expected);
    text_finish(&all);
}

START_TEST(def_10_is_met_when_all_nine_parts_are_there_on_the_last_day)
{
    judge_definition("", "2026-Q3 a met - -\n");
    judge_definition("UPDATE account SET duration_to = NULL, duration_indefinite = 1",
                     "2026-Q3 a"
                     " met - -\n");
}
END_TEST

START_TEST(def_10_names_each_missing_part)
{
    judge_definition("UPDATE account SET handle = '', target_audience = NULL, duration_to = NULL",
                     "2026-Q3 a not_met incomplete handle, target audience, duration\n");
    judge_definition("UPDATE account SET platform = NULL;"
                     " UPDATE assignment SET ends_on = '2026-09-29'",
                     "2026-Q3 a not_met incomplete platform, administrator\n");
    judge_definition("UPDATE assignment SET account = NULL;"
                     " UPDATE content_plan SET moderation_policy = NULL",
                     "2026-Q3 a not_met incomplete administrator, participation and moderation"
                     " policies\n");
    judge_definition("UPDATE content_plan SET effective_to = '2026-09-29'",
                     "2026-Q3 a not_met incomplete content plan, creation and publishing process,"
                     " participation and moderation policies, records management\n");
}
END_TEST

START_TEST(def_10_takes_each_part_from_any_plan_in_force_but_no_part_in_halves)
{
    judge_definition("UPDATE content_plan SET records_management = 0;"
                     "INSERT INTO content_plan VALUES ('a', NULL, NULL, 0, 0, 0, 0, 1);",
                     "2026-Q3 a met - -\n");
    judge_definition("UPDATE content_plan SET creation_process = 0;"
                     "INSERT INTO content_plan VALUES ('a', NULL, NULL, 1, 0, 0, 0, 0);",
                     "2026-Q3 a not_met incomplete creation and publishing process\n");
}
END_TEST

START_TEST(def_10_takes_what_is_not_recorded_as_missing)
{
    judge_definition("UPDATE content_plan SET creation_process = NULL, participation_policy = "
                     "NULL, records_management = NULL",
                     "2026-Q3 a not_met incomplete creation and publishing process, participation "
                     "and moderation policies, records management\n");
    judge_definition("UPDATE content_plan SET publishing_approval = NULL; UPDATE assignment SET "
                     "starts_on = NULL",
                     "2026-Q3 a not_met incomplete creation and publishing process\n");
}
END_TEST

START_TEST(def_10_judges_each_quarter_by_the_plans_of_its_own_last_day)
{
    struct fixture *fixture = fixture_open(DEFINED);
    fixture_set_times(fixture, 2, "2026-09-30", "2026-09-30");
    assert_judged(
        fixture, "DEF-10",
        "2026-Q2 a not_met incomplete administrator, content plan, creation and publishing "
        "process, participation and moderation policies, records management\n2026-Q3 a met - -\n");
    fixture_close(fixture);
}
END_TEST

START_TEST(tem_6_wants_an_administrator_of_this_account_in_office_on_the_last_day)
{
    judge("INSERT INTO account (account, agency) VALUES ('a', 'X'), ('b', 'X'), ('c', 'X'),"
          " ('d', 'X'), ('e', 'X');"
          "INSERT INTO assignment (officer, agency, account, role, starts_on, ends_on) VALUES"
          " ('P', 'X', 'a', 'account_administrator', NULL, NULL),"
          " ('P', 'X', 'b', 'account_administrator', NULL, '2026-09-29'),"
          " ('P', 'X', 'c', 'account_administrator', '2026-09-30', '2026-09-30'),"
          " ('P', 'X', 'd', 'team_member', NULL, NULL),"
          " ('P', 'X', NULL, 'account_administrator', NULL, NULL),"
          " ('P', 'X', 'e', 'account_administrator', '2026-10-01', NULL);",
          "TEM-6",
          "2026-Q3 a met - -\n2026-Q3 b not_met none -\n2026-Q3 c met - -\n"
          "2026-Q3 d not_met none -\n2026-Q3 e not_met none -\n");
}
END_TEST

START_TEST(pol_2_wants_a_dated_moderation_policy_in_force_on_the_last_day)
{
    judge("INSERT INTO account (account, agency) VALUES ('a', 'A'), ('b', 'B'), ('c', 'C'),"
          " ('d', 'D'), ('e', 'E'), ('f1', 'F'), ('f2', 'F'), ('g', 'G'), ('h', 'H');"
          "INSERT INTO policy (agency, account, kind, effective_from, effective_to) VALUES"
          " ('A', NULL, 'moderation', '2026-09-30', '2026-09-30'),"
          " ('B', NULL, 'moderation', NULL, NULL),"
          " ('C', NULL, 'moderation', '2020-01-01', '2026-09-29'),"
          " ('D', NULL, 'participation', '2020-01-01', NULL),"
          " ('E', NULL, 'moderation', '2026-10-01', NULL),"
          " ('F', 'f1', 'moderation', '2020-01-01', NULL),"
          " ('G', '', 'moderation', '2020-01-01', NULL),"
          " ('H', NULL, 'moderation', '2019-01-01', '2020-01-01'),"
          " ('H', 'h', 'moderation', NULL, '2026-09-30');",
          "POL-2",
          "2026-Q3 a met - -\n2026-Q3 b no_evidence undated -\n2026-Q3 c not_met expired -\n"
          "2026-Q3 d not_met none -\n2026-Q3 e not_met none -\n2026-Q3 f1 met - -\n"
          "2026-Q3 f2 not_met none -\n2026-Q3 g met - -\n2026-Q3 h no_evidence undated -\n");
}
END_TEST

START_TEST(sec_4_takes_the_attestations_of_the_latest_day)
{
    judge("INSERT INTO account (account, agency) VALUES ('a', 'X'), ('b', 'X'), ('c', 'X'),"
          " ('d', 'X'), ('e', 'X'), ('f', 'X'), ('g', 'X'), ('h', 'X');"
          "INSERT INTO access_check (account, checked_on, secure_network) VALUES"
          " ('a', '2026-09-30', 1), ('a', '2026-09-29', 0), ('a', '2026-10-01', 0),"
          " ('b', '2026-09-30', 1), ('b', '2026-09-30', 0), ('c', '2026-09-30', 1),"
          " ('c', '2026-09-30', NULL), ('d', '2026-09-30', NULL), ('d', '2026-09-01', 1),"
          " ('f', '2026-10-01', 1), ('g', '2026-09-30', NULL), ('g', '2026-09-30', 0),"
          " ('h', '2026-01-01', 1);",
          "SEC-4",
          "2026-Q3 a met - -\n2026-Q3 b not_met not_secure -\n"
          "2026-Q3 c no_evidence not_attested -\n2026-Q3 d no_evidence not_attested -\n"
          "2026-Q3 e no_evidence not_attested -\n2026-Q3 f no_evidence not_attested -\n"
          "2026-Q3 g not_met not_secure -\n2026-Q3 h met - -\n");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("listings of accounts");
    tcase_add_test(t, a_state_is_judged_for_accounts_in_use_on_the_last_day);
    tcase_add_test(t, content_and_privacy_are_judged_for_accounts_in_use_on_any_day_of_the_quarter);
    tcase_add_test(t, active_accounts_are_told_with_their_platform);
    tcase_add_test(t, eml_1_compares_the_address_with_the_agencys_domains);
    tcase_add_test(t, apr_1_asks_who_approved_and_whether_they_could_that_day);
    tcase_add_test(t, apr_1_tells_denied_incomplete_pending_and_missing_approvals_apart);
    tcase_add_test(t, apr_1_takes_the_request_that_speaks_best_for_the_account);
    tcase_add_test(t, apr_1_passes_over_accounts_older_than_the_rule);
    tcase_add_test(t, apr_2_is_judged_once_in_the_quarter_of_the_act);
    tcase_add_test(t, def_10_is_met_when_all_nine_parts_are_there_on_the_last_day);
    tcase_add_test(t, def_10_names_each_missing_part);
    tcase_add_test(t, def_10_takes_each_part_from_any_plan_in_force_but_no_part_in_halves);
    tcase_add_test(t, def_10_takes_what_is_not_recorded_as_missing);
    tcase_add_test(t, def_10_judges_each_quarter_by_the_plans_of_its_own_last_day);
    tcase_add_test(t, tem_6_wants_an_administrator_of_this_account_in_office_on_the_last_day);
    tcase_add_test(t, pol_2_wants_a_dated_moderation_policy_in_force_on_the_last_day);
    tcase_add_test(t, sec_4_takes_the_attestations_of_the_latest_day);
    return t;
}
