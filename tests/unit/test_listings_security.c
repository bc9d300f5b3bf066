/* SPDX-License-Identifier: MIT */

/* What queries/ says of how accounts are accessed and whether incidents are recovered from. */
#include "listing_fixture.h"

static void judge(const char *rows, const char *control, const char *expected)
{
    struct fixture *fixture = fixture_open(rows);
    assert_judged(fixture, control, expected);
    fixture_close(fixture);
}

static void judge_access(const char *accounts, const char *checks, const char *control,
                         const char *expected)
{
    struct text all = {0};
    text_printf(&all,
                "INSERT INTO account (account, agency) SELECT value, 'X' FROM json_each('%s');"
                "INSERT INTO access_check (account, checked_on, mfa, password_policy, role_review,"
                " recovery_contacts, offboarding, secure_computer, secure_browser, secure_network)"
                " VALUES %s;",
                accounts, checks);
    judge(text_string(&all), control, expected);
    text_finish(&all);
}

START_TEST(sec_1_wants_all_five_protocols_and_names_the_missing_ones)
{
    judge_access("[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\"]",
                 "('a', '2026-09-30', 1, 1, 1, 1, 1, 0, 0, 0),"
                 " ('b', '2026-09-30', 0, 0, 0, 0, 0, 1, 1, 1),"
                 " ('c', '2026-09-30', 1, 1, 0, 1, NULL, 1, 1, 1),"
                 " ('d', '2026-09-30', 1, NULL, 1, 1, 1, 1, 1, 1),"
                 " ('f', '2026-10-01', 1, 1, 1, 1, 1, 1, 1, 1)",
                 "SEC-1",
                 "2026-Q3 a met - -\n"
                 "2026-Q3 b not_met missing second factor, password policy, review of roles,"
                 " recovery contacts, procedure for who leaves\n"
                 "2026-Q3 c not_met missing review of roles\n"
                 "2026-Q3 d no_evidence not_attested -\n2026-Q3 e no_evidence not_attested -\n"
                 "2026-Q3 f no_evidence not_attested -\n");
}
END_TEST

START_TEST(sec_1_takes_the_worst_answers_of_the_latest_day)
{
    judge_access("[\"a\",\"b\",\"c\"]",
                 "('a', '2026-09-29', 0, 0, 0, 0, 0, 0, 0, 0),"
                 " ('a', '2026-09-30', 1, 1, 1, 1, 1, 1, 1, 1),"
                 " ('a', '2026-10-01', 0, 0, 0, 0, 0, 0, 0, 0),"
                 " ('b', '2026-09-30', 1, 1, 1, 1, 1, 1, 1, 1),"
                 " ('b', '2026-09-30', 1, 1, 1, 0, 1, 1, 1, 1),"
                 " ('c', '2026-09-30', 1, 1, 1, 1, 1, 1, 1, 1),"
                 " ('c', '2026-09-30', 1, 1, 1, 1, NULL, 1, 1, 1)",
                 "SEC-1",
                 "2026-Q3 a met - -\n2026-Q3 b not_met missing recovery contacts\n"
                 "2026-Q3 c no_evidence not_attested -\n");
}
END_TEST

START_TEST(sec_2_and_sec_3_take_their_own_column)
{
    static const char CHECKS[] = "('a', '2026-09-30', 0, 0, 0, 0, 0, 1, 0, 0),"
                                 " ('b', '2026-09-30', 1, 1, 1, 1, 1, 0, 1, 1),"
                                 " ('c', '2026-09-30', 1, 1, 1, 1, 1, NULL, NULL, 1),"
                                 " ('d', '2026-09-30', 1, 1, 1, 1, 1, 1, 1, 1),"
                                 " ('d', '2026-09-30', 1, 1, 1, 1, 1, NULL, 0, 1)";
    static const char ACCOUNTS[] = "[\"a\",\"b\",\"c\",\"d\",\"e\"]";
    judge_access(ACCOUNTS, CHECKS, "SEC-2",
                 "2026-Q3 a met - -\n2026-Q3 b not_met not_secure -\n"
                 "2026-Q3 c no_evidence not_attested -\n2026-Q3 d no_evidence not_attested -\n"
                 "2026-Q3 e no_evidence not_attested -\n");
    judge_access(ACCOUNTS, CHECKS, "SEC-3",
                 "2026-Q3 a not_met not_secure -\n2026-Q3 b met - -\n"
                 "2026-Q3 c no_evidence not_attested -\n2026-Q3 d not_met not_secure -\n"
                 "2026-Q3 e no_evidence not_attested -\n");
}
END_TEST

/* 30 September less 180 days: 30 in September, 31 in August and July, 30 in June, 31 in May make
 * 153 back to 30 April; 27 more give 3 April. */
START_TEST(sec_5_wants_an_attestation_of_the_last_180_days)
{
    judge_access("[\"a\",\"b\",\"c\",\"d\",\"e\"]",
                 "('a', '2026-04-04', 0, 0, 0, 0, 0, 0, 0, 0),"
                 " ('b', '2026-04-03', 1, 1, 1, 1, 1, 1, 1, 1),"
                 " ('c', '2026-10-01', 1, 1, 1, 1, 1, 1, 1, 1),"
                 " ('d', '2026-04-04', 1, 1, 1, 1, 1, 1, 1, 1),"
                 " ('d', '2020-01-01', 1, 1, 1, 1, 1, 1, 1, 1)",
                 "SEC-5",
                 "2026-Q3 a met - -\n2026-Q3 b not_met old 2026-04-03\n"
                 "2026-Q3 c no_evidence not_attested -\n2026-Q3 d met - -\n"
                 "2026-Q3 e no_evidence not_attested -\n");
}
END_TEST

START_TEST(each_quarter_is_judged_by_the_attestation_that_was_the_latest_then)
{
    struct fixture *fixture =
        fixture_open("INSERT INTO account (account, agency) VALUES ('a', 'X');"
                     "INSERT INTO access_check (account, checked_on, secure_computer) VALUES"
                     " ('a', '2026-03-31', 0), ('a', '2026-06-30', 1), ('a', '2026-07-01', 0);");
    fixture_set_times(fixture, 3, "2026-09-30", "2026-09-30");
    assert_judged(fixture, "SEC-2",
                  "2026-Q1 a not_met not_secure -\n2026-Q2 a met - -\n"
                  "2026-Q3 a not_met not_secure -\n");
    fixture_close(fixture);
}
END_TEST

START_TEST(sec_6_wants_no_incident_open_and_security_examined)
{
    judge("INSERT INTO agency (agency, name) SELECT value, value FROM json_each("
          "'[\"A\",\"B\",\"C\",\"D\",\"E\",\"F\",\"G\",\"H\",\"I\"]');"
          "INSERT INTO review VALUES ('A', NULL, 'security', '2026-07-01', NULL, 'inspected'),"
          " ('B', 'b', 'security', '2026-09-30', NULL, 'inspected'),"
          " ('C', NULL, 'security', '2026-09-01', NULL, 'inspected'),"
          " ('D', NULL, 'security', '2026-09-01', NULL, 'inspected'),"
          " ('E', NULL, 'security', '2026-06-30', NULL, 'inspected'),"
          " ('F', NULL, 'security', '2026-10-01', NULL, 'inspected'),"
          " ('G', NULL, 'content', '2026-09-01', NULL, 'inspected'),"
          " ('I', NULL, 'security', '2026-09-01', NULL, 'inspected');"
          "INSERT INTO incident (incident, agency, occurred_at, detected_at, recovered_at) VALUES"
          " ('1', 'A', NULL, '2026-09-01', '2026-09-30T23:59:59'),"
          " ('2', 'B', NULL, '2026-10-01T00:00:00', NULL),"
          " ('3', 'C', NULL, '2026-09-30T23:59:59', NULL),"
          " ('4', 'C', NULL, '2025-01-01', '2026-10-01T00:00:00'),"
          " ('5', 'D', '2026-09-01', NULL, NULL),"
          " ('6', 'H', '2026-09-30', '2026-10-01', NULL), ('7', 'I', NULL, NULL, NULL);",
          "SEC-6",
          "2026-Q3 A met - -\n2026-Q3 B met - -\n2026-Q3 C not_met open 2\n"
          "2026-Q3 D not_met open 1\n2026-Q3 E no_evidence not_examined -\n"
          "2026-Q3 F no_evidence not_examined -\n2026-Q3 G no_evidence not_examined -\n"
          "2026-Q3 H no_evidence not_examined -\n2026-Q3 I met - -\n");
}
END_TEST

START_TEST(sec_6_judges_each_quarter_by_what_was_open_when_it_ended)
{
    struct fixture *fixture = fixture_open(
        "INSERT INTO agency (agency, name, active_to) VALUES ('A', 'A', NULL),"
        " ('B', 'B', '2026-09-29');"
        "INSERT INTO review VALUES ('A', NULL, 'security', '2026-08-01', NULL, 'inspected');"
        "INSERT INTO incident (incident, agency, detected_at, recovered_at) VALUES"
        " ('1', 'A', '2026-06-30', '2026-07-01');");
    fixture_set_times(fixture, 2, "2026-09-30", "2026-09-30");
    assert_judged(fixture, "SEC-6",
                  "2026-Q2 A not_met open 1\n2026-Q2 B no_evidence not_examined -\n"
                  "2026-Q3 A met - -\n");
    fixture_close(fixture);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("listings of security");
    tcase_add_test(t, sec_1_wants_all_five_protocols_and_names_the_missing_ones);
    tcase_add_test(t, sec_1_takes_the_worst_answers_of_the_latest_day);
    tcase_add_test(t, sec_2_and_sec_3_take_their_own_column);
    tcase_add_test(t, sec_5_wants_an_attestation_of_the_last_180_days);
    tcase_add_test(t, each_quarter_is_judged_by_the_attestation_that_was_the_latest_then);
    tcase_add_test(t, sec_6_wants_no_incident_open_and_security_examined);
    tcase_add_test(t, sec_6_judges_each_quarter_by_what_was_open_when_it_ended);
    return t;
}
