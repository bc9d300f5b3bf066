/* SPDX-License-Identifier: MIT */

/* What queries/ says of incidents, and of what was done about the public's comments. */
#include "listing_fixture.h"

static void show(const char *rows, const char *listing, const char *const *columns, size_t count,
                 const char *expected)
{
    struct fixture *fixture = fixture_open(rows);
    assert_rows(fixture, fixture_listing(fixture, listing), columns, count, expected);
    fixture_close(fixture);
}

static const char FLAGS[] =
    "INSERT INTO moderation (moderation, account, category, action, flagged_at, acted_at)"
    " VALUES ('1', 'a', 'link', 'hide', '2026-06-30', '2026-07-01T00:00:00'),"
    " ('2', 'a', '', 'delete', NULL, '2026-09-30T23:59:59'),"
    " ('3', 'a', 'link', 'none', NULL, '2026-08-01'),"
    " ('4', 'a', 'link', NULL, NULL, '2026-08-01'),"
    " ('5', 'a', 'link', 'hide', '2026-09-30T23:59:59', NULL),"
    " ('6', 'a', 'link', 'hide', '2026-09-30', '2026-10-01T00:00:00'),"
    " ('7', 'a', 'link', '', NULL, '2026-08-01'), ('8', 'a', 'link', 'hide', NULL, NULL),"
    " ('9', 'a', 'link', 'hide', '2026-10-01T00:00:00', '2026-10-02');";

START_TEST(a_flag_counts_when_it_was_raised_and_an_action_when_it_was_taken)
{
    static const char *const COLUMNS[] = {"item",           "account",      "category",
                                          "flagged_period", "acted_period", "acted"};
    show(FLAGS, "moderation", COLUMNS, 6,
         "1 a link 2026-Q2 2026-Q3 1\n2 a - - 2026-Q3 1\n3 a link - 2026-Q3 0\n"
         "4 a link - 2026-Q3 0\n5 a link 2026-Q3 - 1\n6 a link 2026-Q3 - 1\n"
         "7 a link - 2026-Q3 0\n");
}
END_TEST

START_TEST(what_was_said_of_an_action_counts_of_actions_only)
{
    static const char *const COLUMNS[] = {"item",           "automated", "notified",
                                          "without_clause", "blocked",   "appealed"};
    show("INSERT INTO moderation (moderation, account, action, acted_at, automated, policy_clause,"
         " notified_at, appealed_at) VALUES"
         " ('1', 'a', 'block', '2026-08-01', 1, '3', '2026-09-30T23:59:59', '2026-09-30'),"
         " ('2', 'a', 'hide', '2026-08-01', 0, NULL, '2026-10-01T00:00:00', '2026-10-01'),"
         " ('3', 'a', 'hide', '2026-08-01', NULL, '', NULL, NULL),"
         " ('4', 'a', 'none', '2026-08-01', 1, NULL, '2026-08-01', '2026-08-01');",
         "moderation", COLUMNS, 6, "1 1 1 0 1 1\n2 0 0 1 0 0\n3 - 0 1 0 0\n4 - - 0 0 -\n");
}
END_TEST

START_TEST(an_appeal_counts_when_it_was_received_and_again_when_it_was_decided)
{
    static const char *const COLUMNS[] = {"item",    "appealed_period", "decided_period",
                                          "pending", "reversed",        "appeal_seconds"};
    show("INSERT INTO moderation (moderation, account, action, acted_at, appealed_at,"
         " appeal_decided_at, appeal_outcome) VALUES"
         " ('1', 'a', 'hide', '2026-06-01', '2026-06-30T23:00:00', '2026-07-01T00:00:01',"
         " 'reversed'), ('2', 'a', 'hide', '2026-08-01', '2026-09-30', '2026-10-01', 'upheld'),"
         " ('3', 'a', 'hide', '2026-08-01', '2026-09-01', '2026-09-01', 'upheld'),"
         " ('4', 'a', 'hide', '2026-08-01', '2026-09-02', '2026-09-01', NULL),"
         " ('5', 'a', 'hide', '2026-08-01', '2026-10-01', NULL, NULL);",
         "moderation", COLUMNS, 6,
         "1 2026-Q2 2026-Q3 0 1 3601\n2 2026-Q3 - 1 0 -\n3 2026-Q3 2026-Q3 0 0 0\n"
         "4 2026-Q3 2026-Q3 0 - -\n5 - - 1 - -\n");
}
END_TEST

START_TEST(a_decision_takes_from_the_flag_on)
{
    static const char *const COLUMNS[] = {"item", "decision_seconds"};
    show("INSERT INTO moderation (moderation, account, action, flagged_at, acted_at) VALUES"
         " ('1', 'a', 'none', '2026-08-01T10:00:00', '2026-08-01T02:01:00Z'),"
         " ('2', 'a', 'hide', '2026-08-01T10:00:00', '2026-08-01T09:59:59'),"
         " ('3', 'a', 'hide', NULL, '2026-08-01'), ('4', 'a', 'hide', '2026-08-01', NULL),"
         " ('5', 'a', 'hide', '2026-09-30', '2026-10-01');",
         "moderation", COLUMNS, 2, "1 60\n2 -\n3 -\n4 -\n5 -\n");
}
END_TEST

START_TEST(incidents_stand_in_the_quarter_of_their_detection)
{
    static const char *const COLUMNS[] = {"item",     "agency",     "period",  "class",
                                          "severity", "still_open", "undated", "reviewed"};
    show("INSERT INTO incident (incident, agency, class, severity, occurred_at, detected_at,"
         " recovered_at, reviewed_at) VALUES"
         " ('1', 'X', 'takeover', 'high', '2026-06-30', '2026-07-01T00:00:00', '2026-07-01', NULL),"
         " ('2', 'X', NULL, '', '2026-06-30T23:00:00', NULL, '2026-10-01', '2026-09-30'),"
         " ('3', 'X', 'a', 'low', NULL, NULL, NULL, NULL),"
         " ('4', 'X', 'a', 'low', NULL, '2026-09-30T23:59:59', NULL, '2026-10-01'),"
         " ('5', 'X', 'a', 'low', '2026-09-30', '2026-10-01T00:00:00', NULL, NULL);",
         "incidents", COLUMNS, 8,
         "1 X 2026-Q3 takeover high 0 0 0\n2 X 2026-Q2 - - 1 0 1\n4 X 2026-Q3 a low 1 1 0\n");
}
END_TEST

START_TEST(an_incident_is_repeated_within_365_days_of_one_before)
{
    static const char *const COLUMNS[] = {"item", "repeated"};
    show(
        "INSERT INTO incident (incident, agency, account, class, occurred_at, detected_at) VALUES"
        " ('01', 'X', 'a', 'link', NULL, '2025-07-01T10:00:00'),"
        " ('02', 'X', 'a', 'link', NULL, '2026-07-01T10:00:00'),"
        " ('03', 'X', 'b', 'link', NULL, '2025-07-01'), ('04', 'X', 'b', 'link', NULL, "
        "'2026-07-02'),"
        " ('05', 'X', 'b', 'other', NULL, '2026-07-03'),"
        " ('06', 'X', 'c', 'link', NULL, '2026-07-03'),"
        " ('07', 'X', 'd', 'link', NULL, '2026-08-01'), ('08', 'X', 'd', 'link', NULL, "
        "'2026-08-01'),"
        " ('09', 'X', 'd', 'link', '2026-08-01T00:00:01', NULL),"
        " ('10', 'X', 'e', NULL, NULL, '2026-08-01'), ('11', 'X', 'e', NULL, NULL, '2026-08-02'),"
        " ('12', 'X', '', 'link', NULL, '2026-08-01'), ('13', 'X', '', 'link', NULL, '2026-08-02'),"
        " ('14', 'X', NULL, 'link', NULL, '2026-08-01'),"
        " ('15', 'X', NULL, 'link', NULL, '2026-08-02');",
        "incidents", COLUMNS, 2,
        "01 0\n02 1\n03 0\n04 0\n05 0\n06 0\n07 0\n08 0\n09 1\n10 0\n11 0\n12 0\n13 0\n14 0\n"
        "15 0\n");
}
END_TEST

START_TEST(each_time_runs_from_its_own_beginning)
{
    static const char *const COLUMNS[] = {"item",        "period",   "detection", "acknowledgement",
                                          "containment", "recovery", "dwell"};
    show("INSERT INTO incident (incident, agency, occurred_at, detected_at, acknowledged_at,"
         " contained_at, recovered_at) VALUES"
         " ('1', 'X', '2026-08-01T00:00:00', '2026-08-01T00:00:01', '2026-08-01T00:00:11',"
         " '2026-08-01T00:01:41', '2026-08-01T00:16:41'),"
         " ('2', 'X', '2026-08-01', NULL, '2026-08-01', '2026-08-02', '2026-08-02'),"
         " ('3', 'X', NULL, '2026-08-02', '2026-08-01', '2026-08-01', '2026-08-01'),"
         " ('4', 'X', '2026-08-03', '2026-08-02', '2026-10-01', '2026-10-01', '2026-10-01'),"
         " ('5', 'X', '2026-06-01', '2026-10-01', NULL, NULL, NULL),"
         " ('6', 'X', '2026-08-01', '2026-08-01', '2026-08-01', '2026-08-01', '2026-08-01'),"
         " ('7', 'X', '2026-08-03', NULL, NULL, '2026-08-02', NULL);",
         "incident-times", COLUMNS, 7,
         "1 2026-Q3 1 10 100 1000 101\n2 2026-Q3 - - - - 86400\n3 2026-Q3 - - - - -\n"
         "4 2026-Q3 - - - - -\n6 2026-Q3 0 0 0 0 0\n"
         "7 2026-Q3 - - - - -\n");
}
END_TEST

START_TEST(a_breach_is_notified_within_72_hours_to_the_second)
{
    static const char *const COLUMNS[] = {"item", "notified"};
    show("INSERT INTO incident (incident, agency, personal_data, occurred_at, detected_at,"
         " npc_notified_at, subjects_notified_at) VALUES"
         " ('1', 'X', 1, NULL, '2026-08-01T10:00:00', '2026-08-04T10:00:00',"
         " '2026-08-04T02:00:00Z'),"
         " ('2', 'X', 1, NULL, '2026-08-01T10:00:00', '2026-08-04T10:00:01', '2026-08-02'),"
         " ('3', 'X', 1, NULL, '2026-08-01T10:00:00', '2026-08-02', '2026-08-04T10:00:01'),"
         " ('4', 'X', 1, NULL, '2026-08-01T10:00:00', '2026-08-02', NULL),"
         " ('5', 'X', 0, NULL, '2026-08-01T10:00:00', '2026-08-02', '2026-08-02'),"
         " ('6', 'X', NULL, NULL, '2026-08-01T10:00:00', '2026-08-02', '2026-08-02'),"
         " ('7', 'X', 1, '2026-08-01', NULL, '2026-08-02', '2026-08-02'),"
         " ('8', 'X', 1, NULL, '2026-09-27T23:59:59', NULL, NULL),"
         " ('9', 'X', 1, NULL, '2026-09-28T00:00:00', '2026-09-28', '2026-09-28');",
         "incident-times", COLUMNS, 2, "1 1\n2 0\n3 0\n4 0\n5 -\n6 -\n7 -\n8 0\n9 -\n");
}
END_TEST

START_TEST(incidents_are_counted_for_the_accounts_in_use)
{
    static const char *const COLUMNS[] = {"period", "item", "hundredfold", "accounts"};
    struct fixture *fixture = fixture_open(
        "INSERT INTO account (account, agency, closed_on) VALUES ('a', 'X', NULL),"
        " ('b', 'X', NULL), ('c', 'X', '2026-09-30');"
        "INSERT INTO incident (incident, agency, account, occurred_at, detected_at) VALUES"
        " ('1', 'X', 'a', NULL, '2026-07-01'), ('2', 'X', 'a', '2026-09-30T23:59:59', NULL),"
        " ('3', 'X', 'a', NULL, '2026-06-30'), ('4', 'X', 'c', NULL, '2026-08-01'),"
        " ('5', 'X', 'b', '2026-09-30', '2026-10-01'), ('6', 'X', NULL, NULL, '2026-08-01');");
    fixture_set_times(fixture, 2, "2026-09-30", "2026-09-30");
    assert_rows(fixture, fixture_listing(fixture, "account-incidents"), COLUMNS, 4,
                "2026-Q2 a 100 1\n2026-Q2 b 0 1\n2026-Q2 c 0 1\n2026-Q3 a 200 1\n"
                "2026-Q3 b 0 1\n");
    fixture_close(fixture);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("listings of incidents and moderation");
    tcase_add_test(t, a_flag_counts_when_it_was_raised_and_an_action_when_it_was_taken);
    tcase_add_test(t, what_was_said_of_an_action_counts_of_actions_only);
    tcase_add_test(t, an_appeal_counts_when_it_was_received_and_again_when_it_was_decided);
    tcase_add_test(t, a_decision_takes_from_the_flag_on);
    tcase_add_test(t, incidents_stand_in_the_quarter_of_their_detection);
    tcase_add_test(t, an_incident_is_repeated_within_365_days_of_one_before);
    tcase_add_test(t, each_time_runs_from_its_own_beginning);
    tcase_add_test(t, a_breach_is_notified_within_72_hours_to_the_second);
    tcase_add_test(t, incidents_are_counted_for_the_accounts_in_use);
    return t;
}
