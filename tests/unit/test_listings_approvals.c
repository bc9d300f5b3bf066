/* SPDX-License-Identifier: MIT */

/* What queries/ says of the approvals of accounts. Each row shows one outcome. */
#include "listing_fixture.h"

START_TEST(apr_3_is_asked_of_accounts_older_than_the_order)
{
    judge_rows(
        "INSERT INTO account (account, agency, created_on, legacy, closed_on) VALUES"
        " ('a-old', 'X', '2018-02-04', NULL, NULL), ('b-new', 'X', '2018-02-05', 0, NULL),"
        " ('c-legacy', 'X', '2018-02-05', 1, NULL), ('d-undated', 'X', NULL, NULL, NULL),"
        " ('e-legacy', 'X', NULL, 1, NULL), ('f-closed', 'X', NULL, 1, '2026-09-30');",
        "APR-3",
        "2026-Q3 a-old not_met not_regularised -\n2026-Q3 c-legacy not_met not_regularised -\n"
        "2026-Q3 e-legacy not_met not_regularised -\n");
}
END_TEST

START_TEST(apr_3_wants_an_approval_by_the_last_day)
{
    judge_rows("INSERT INTO account (account, agency, legacy, regularised_on) SELECT value, 'X', 1,"
               " CASE value WHEN 'a' THEN '2026-09-30' WHEN 'b' THEN '2026-10-01' END"
               " FROM json_each('[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\"]');"
               "INSERT INTO approval (account, requested_on, decided_on, decision) VALUES"
               " ('c', NULL, '2026-09-30', 'approved'), ('c', NULL, NULL, NULL),"
               " ('d', '2026-09-30', '2026-10-01', 'approved'), ('e', '2026-10-01', NULL, NULL),"
               " ('f', NULL, NULL, NULL), ('g', NULL, '2026-09-01', 'denied'),"
               " ('h', '2026-09-30', NULL, NULL), ('h', NULL, '2026-01-01', 'denied');",
               "APR-3",
               "2026-Q3 a met - -\n2026-Q3 b not_met not_regularised -\n2026-Q3 c met - -\n"
               "2026-Q3 d not_met pending -\n2026-Q3 e not_met not_regularised -\n"
               "2026-Q3 f not_met pending -\n2026-Q3 g not_met not_regularised -\n"
               "2026-Q3 h not_met pending -\n");
}
END_TEST

/* H is head of X to 1 September 2026; B is head and Social Media Officer at once; N is head of Y;
 * T is in the team of X. */
static const char HEADS[] = "INSERT INTO account (account, agency) VALUES ('a', 'X');"
                            "INSERT INTO assignment (officer, agency, role, ends_on) VALUES"
                            " ('H', 'X', 'head', '2026-09-01'), ('B', 'X', 'head', NULL),"
                            " ('B', 'X', 'social_media_officer', '2026-09-15'),"
                            " ('N', 'Y', 'head', NULL), ('T', 'X', 'team_member', NULL);";

static void judge_by_head(const char *approvals, const char *expected)
{
    struct text rows = {0};
    text_printf(&rows,
                "%sINSERT INTO approval (account, decided_on, decision, decided_by,"
                " endorsed_by_smo) VALUES %s",
                HEADS, approvals);
    judge_rows(text_string(&rows), "APR-4", expected);
    text_finish(&rows);
}

START_TEST(apr_4_is_judged_where_the_head_approved_as_head_alone)
{
    judge_by_head("('a', '2026-08-01', 'approved', 'H', 1), ('a', '2026-08-02', 'approved', 'H', "
                  "0), ('a', '2026-08-03', 'approved', 'H', NULL),"
                  " ('a', '2026-08-04', 'denied', 'H', 0), ('a', '2026-08-05', 'approved', 'N', 0),"
                  " ('a', '2026-08-06', 'approved', 'T', 0), ('a', NULL, 'approved', 'B', 0),"
                  " ('a', '2026-08-07', 'approved', '', 0)",
                  "2026-Q3 a/2026-08-01 met - -\n2026-Q3 a/2026-08-02 not_met not_endorsed -\n"
                  "2026-Q3 a/2026-08-03 no_evidence not_recorded -\n");
}
END_TEST

START_TEST(apr_4_looks_at_the_day_of_the_decision)
{
    judge_by_head("('a', '2026-09-01', 'approved', 'H', 1), ('a', '2026-09-02', 'approved', 'H', "
                  "1), ('a', '2026-09-15', 'approved', 'B', 0), ('a', '2026-09-16', 'approved', "
                  "'B', 0), ('a', '2026-09-30', 'approved', 'B', 1),"
                  " ('a', '2026-10-01', 'approved', 'B', 1), ('a', '2026-06-30', 'approved', 'H', "
                  "1)",
                  "2026-Q2 a/2026-06-30 met - -\n2026-Q3 a/2026-09-01 met - -\n"
                  "2026-Q3 a/2026-09-16 not_met not_endorsed -\n2026-Q3 a/2026-09-30 met - -\n");
}
END_TEST

START_TEST(apr_4_lists_an_account_once_a_day_by_its_least_endorsed_approval)
{
    judge_by_head("('a', '2026-08-01', 'approved', 'H', 1), ('a', '2026-08-01', 'approved', 'H', "
                  "NULL), ('a', '2026-08-02', 'approved', 'H', NULL),"
                  " ('a', '2026-08-02', 'approved', 'H', 0), ('a', '2026-08-02', 'approved', 'H', "
                  "1), ('a', '2026-08-03', 'approved', 'H', 1),"
                  " ('a', '2026-08-03', 'approved', 'H', 1)",
                  "2026-Q3 a/2026-08-01 no_evidence not_recorded -\n"
                  "2026-Q3 a/2026-08-02 not_met not_endorsed -\n2026-Q3 a/2026-08-03 met - -\n");
}
END_TEST

START_TEST(an_act_tells_its_day)
{
    static const char *const COLUMNS[] = {"item", "period", "judged_on"};
    static const char APPROVED[] =
        "INSERT INTO account (account, agency, created_on) VALUES ('a', 'X', '2026-05-01'),"
        " ('b', 'X', '2026-08-02'), ('c', 'X', '2026-08-03');"
        "INSERT INTO assignment (officer, agency, role) VALUES ('H', 'X', 'head');"
        "INSERT INTO approval (account, decided_on, decision, decided_by) VALUES"
        " ('a', '2026-07-01', 'approved', 'H'), ('b', '2026-08-01', 'approved', NULL),"
        " ('c', NULL, 'approved', 'H');";
    show_rows(APPROVED, "approval-before-creation", COLUMNS, 3,
              "a 2026-Q3 2026-07-01\nb 2026-Q3 2026-08-02\nc 2026-Q3 2026-08-03\n");
    show_rows(APPROVED, "approvals-by-head", COLUMNS, 3, "a/2026-07-01 2026-Q3 2026-07-01\n");
    show_rows("INSERT INTO agency (agency, name) VALUES ('A', '')", "agency-reporting", COLUMNS, 3,
              "A 2026-Q3 2026-09-30\n");
}
END_TEST

START_TEST(a_decision_is_counted_in_its_quarter_with_the_days_that_it_took)
{
    static const char *const COLUMNS[] = {"period", "item", "decision", "days"};
    show_rows("INSERT INTO approval (account, requested_on, decided_on, decision) VALUES"
              " ('a', '2026-06-30', '2026-06-30', 'approved'), ('b', '2026-06-30', '2026-07-01', "
              "'denied'), ('c', '2026-09-30', '2026-09-29', 'approved'),"
              " ('d', NULL, '2026-09-30', ''), ('e', '2026-09-01', '2026-10-01', 'approved'),"
              " ('f', '2026-09-01', NULL, 'approved');",
              "approvals", COLUMNS, 4,
              "2026-Q2 a/2026-06-30 approved 0\n2026-Q3 b/2026-07-01 denied 1\n"
              "2026-Q3 c/2026-09-29 approved -\n2026-Q3 d/2026-09-30 - -\n");
}
END_TEST

START_TEST(a_request_is_pending_until_the_day_of_its_decision)
{
    /* 30 days before 30 September is 31 August. */
    static const char *const COLUMNS[] = {"item", "long_open"};
    show_rows("INSERT INTO account (account, agency, closed_on) VALUES ('a', 'X', '2020-01-01');"
              "INSERT INTO approval (account, requested_on, decided_on) VALUES"
              " ('a', '2026-08-30', NULL), ('b', '2026-08-31', '2026-10-01'),"
              " ('c', '2026-08-31', '2026-09-30'), ('d', '2026-09-30', NULL),"
              " ('e', '2026-10-01', NULL), ('f', NULL, NULL);",
              "approvals-pending", COLUMNS, 2, "a/2026-08-30 1\nb/2026-08-31 0\nd/2026-09-30 0\n");
}
END_TEST

START_TEST(requests_of_one_account_and_day_are_items_of_their_own)
{
    static const char *const ITEM[] = {"item"};
    static const char ROWS[] =
        "INSERT INTO account (account, agency) VALUES ('a', 'X');"
        "INSERT INTO approval (account, requested_on, decided_on, decision) VALUES"
        " ('a', '2026-08-01', NULL, NULL), ('a', '2026-08-01', NULL, NULL),"
        " ('a', '2026-08-02', NULL, NULL), ('a', '2026-09-01', '2026-09-02', 'denied'),"
        " ('a', '2026-09-02', '2026-09-02', 'approved');";
    show_rows(ROWS, "approvals-pending", ITEM, 1, "a/2026-08-01\na/2026-08-01/2\na/2026-08-02\n");
    show_rows(ROWS, "approvals", ITEM, 1, "a/2026-09-02\na/2026-09-02/2\n");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("listings of approvals");
    tcase_add_test(t, apr_3_is_asked_of_accounts_older_than_the_order);
    tcase_add_test(t, apr_3_wants_an_approval_by_the_last_day);
    tcase_add_test(t, apr_4_is_judged_where_the_head_approved_as_head_alone);
    tcase_add_test(t, apr_4_looks_at_the_day_of_the_decision);
    tcase_add_test(t, apr_4_lists_an_account_once_a_day_by_its_least_endorsed_approval);
    tcase_add_test(t, an_act_tells_its_day);
    tcase_add_test(t, a_decision_is_counted_in_its_quarter_with_the_days_that_it_took);
    tcase_add_test(t, a_request_is_pending_until_the_day_of_its_decision);
    tcase_add_test(t, requests_of_one_account_and_day_are_items_of_their_own);
    return t;
}
