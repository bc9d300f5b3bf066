/* SPDX-License-Identifier: MIT */

/* What queries/ says of policies, of civil servants and of cases against them. */
#include "listing_fixture.h"

/* A policy is looked for at the agency that leads the account, which must be a known one. */
#define REGISTER "INSERT INTO agency (agency, name) SELECT DISTINCT agency, agency FROM account;"

START_TEST(pol_1_wants_a_dated_participation_policy_in_force_on_the_last_day)
{
    judge_rows("INSERT INTO account (account, agency) VALUES ('a', 'A'), ('b', 'B'), ('c', 'C'),"
               " ('d', 'D'), ('e', 'E'), ('f1', 'F'), ('f2', 'F'), ('g', 'G');" REGISTER
               "INSERT INTO policy (agency, account, kind, effective_from, effective_to) VALUES"
               " ('A', NULL, 'participation', '2026-09-30', '2026-09-30'),"
               " ('B', NULL, 'participation', NULL, NULL),"
               " ('C', NULL, 'participation', '2020-01-01', '2026-09-29'),"
               " ('D', NULL, 'moderation', '2020-01-01', NULL),"
               " ('E', NULL, 'participation', '2026-10-01', NULL),"
               " ('F', 'f1', 'participation', '2020-01-01', NULL),"
               " ('G', '', 'participation', '2019-01-01', '2020-01-01'),"
               " ('G', 'g', 'participation', NULL, '2026-09-30');",
               "POL-1",
               "2026-Q3 a met - -\n2026-Q3 b no_evidence undated -\n2026-Q3 c not_met expired -\n"
               "2026-Q3 d not_met none -\n2026-Q3 e not_met none -\n2026-Q3 f1 met - -\n"
               "2026-Q3 f2 not_met none -\n2026-Q3 g no_evidence undated -\n");
}
END_TEST

/* a: two policies in force share the parts; b: nothing stated, and what counts stands in policies
 * not in force or of another kind; c: undated but in force; d: no policy in force. */
static const char PARTS[] =
    "INSERT INTO account (account, agency) VALUES ('a', 'A'), ('b', 'B'), ('c', 'C'), ('d', "
    "'D');" REGISTER
    "INSERT INTO policy (agency, account, kind, form, responsible, contact, effective_from,"
    " effective_to) VALUES ('A', NULL, 'moderation', 'none', '', NULL, '2020-01-01', NULL),"
    " ('A', 'a', 'moderation', NULL, 'Team', 'team@a.example.ph', '2020-01-01', '2026-09-30'),"
    " ('B', NULL, 'moderation', 'sometimes', '', '', '2020-01-01', NULL),"
    " ('B', NULL, 'moderation', 'pre', 'Team', 'team@b.example.ph', '2026-10-01', NULL),"
    " ('B', NULL, 'moderation', 'pre', 'Team', 'team@b.example.ph', NULL, '2026-09-29'),"
    " ('B', NULL, 'participation', 'pre', 'Team', 'team@b.example.ph', '2020-01-01', NULL),"
    " ('B', 'x', 'moderation', 'pre', 'Team', 'team@b.example.ph', '2020-01-01', NULL),"
    " ('C', NULL, 'moderation', 'reactive', 'Team', 'team@c.example.ph', NULL, NULL),"
    " ('D', NULL, 'moderation', 'post', 'Team', 'team@d.example.ph', '2020-01-01', '2026-09-29');";

START_TEST(pol_3_to_5_ask_for_each_part_of_a_moderation_policy_in_force)
{
    static const char *const CONTROLS[] = {"POL-3", "POL-4", "POL-5"};
    struct fixture *fixture = fixture_open(PARTS);
    for (size_t i = 0; i < ARRAY_LENGTH(CONTROLS); i++)
        assert_judged(fixture, CONTROLS[i],
                      "2026-Q3 a met - -\n2026-Q3 b not_met not_stated -\n2026-Q3 c met - -\n"
                      "2026-Q3 d - - -\n");
    fixture_close(fixture);
}
END_TEST

START_TEST(pol_3_knows_five_forms)
{
    judge_rows("INSERT INTO account (account, agency) SELECT value, value FROM"
               " json_each('[\"automated\",\"none\",\"post\",\"pre\",\"reactive\",\"\"]');" REGISTER
               "INSERT INTO policy (agency, kind, form) SELECT agency, 'moderation', agency"
               " FROM account;",
               "POL-3",
               "2026-Q3  not_met not_stated -\n2026-Q3 automated met - -\n2026-Q3 none met - -\n"
               "2026-Q3 post met - -\n2026-Q3 pre met - -\n2026-Q3 reactive met - -\n");
}
END_TEST

START_TEST(pol_6_wants_an_address_and_a_review_within_365_days)
{
    /* 365 days before 30 September 2026 was 30 September 2025. */
    judge_rows("INSERT INTO account (account, agency) SELECT value, value FROM"
               " json_each('[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\"]');" REGISTER
               "INSERT INTO policy (agency, kind, url, effective_from, effective_to, reviewed_on)"
               " VALUES ('a', 'moderation', 'u', '2020-01-01', NULL, '2025-10-01'),"
               " ('b', 'moderation', 'u', '2020-01-01', NULL, '2025-09-30'),"
               " ('c', 'moderation', 'u', '2025-10-01', NULL, NULL),"
               " ('d', 'moderation', '', '2026-01-01', NULL, '2026-01-01'),"
               " ('e', 'moderation', 'u', NULL, NULL, NULL),"
               " ('f', 'moderation', NULL, '2026-01-01', NULL, NULL),"
               " ('f', 'moderation', 'u', '2020-01-01', NULL, NULL),"
               " ('g', 'moderation', 'u', '2026-01-01', '2026-09-29', NULL),"
               " ('h', 'moderation', 'u', '2026-01-01', NULL, '2025-01-01'),"
               /* Reviewed after the day of the data: that is not known yet. */
               " ('i', 'moderation', 'u', '2020-01-01', NULL, '2026-10-01');",
               "POL-6",
               "2026-Q3 a met - -\n2026-Q3 b not_met not_reviewed -\n2026-Q3 c met - -\n"
               "2026-Q3 d not_met not_published -\n2026-Q3 e not_met not_reviewed -\n"
               "2026-Q3 f not_met not_reviewed -\n2026-Q3 g - - -\n"
               "2026-Q3 h not_met not_reviewed -\n2026-Q3 i not_met not_reviewed -\n");
}
END_TEST

START_TEST(civ_2_finds_agencies_that_ban_personal_use)
{
    judge_rows("INSERT INTO agency (agency, name) SELECT value, value FROM"
               " json_each('[\"A\",\"B\",\"C\",\"D\",\"E\",\"F\",\"G\",\"H\",\"I\"]');"
               "UPDATE agency SET active_to = '2026-09-29' WHERE agency = 'I';"
               "INSERT INTO policy (agency, kind, bans_personal_use, effective_from, effective_to)"
               " VALUES ('A', 'personal_use', 0, NULL, NULL), ('A', 'personal_use', 1, NULL, NULL),"
               " ('B', 'personal_use', NULL, '2026-09-30', '2026-09-30'),"
               " ('C', 'personal_use', NULL, NULL, NULL), ('C', 'personal_use', 0, NULL, NULL),"
               " ('D', 'personal_use', 1, NULL, '2026-09-29'),"
               " ('E', 'moderation', NULL, '2026-09-30', NULL),"
               " ('F', 'moderation', NULL, '2026-10-01', NULL),"
               " ('F', 'personal_use', 1, '2026-10-01', NULL), ('H', 'moderation', 1, NULL, NULL),"
               " ('I', 'personal_use', 1, NULL, NULL);",
               "CIV-2",
               "2026-Q3 A not_met banned -\n2026-Q3 B no_evidence not_recorded -\n"
               "2026-Q3 C met - -\n2026-Q3 D met - -\n2026-Q3 E met - -\n"
               "2026-Q3 F no_evidence not_recorded -\n2026-Q3 G no_evidence not_recorded -\n"
               "2026-Q3 H met - -\n");
}
END_TEST

START_TEST(civ_3_wants_a_training_within_365_days_or_a_standing_reminder)
{
    judge_rows(
        "INSERT INTO agency (agency, name) SELECT value, value FROM"
        " json_each('[\"A\",\"B\",\"C\",\"D\",\"E\",\"F\",\"G\"]');"
        "INSERT INTO training (agency, kind, held_on) VALUES ('A', 'training', '2025-10-01'),"
        " ('B', 'reminder', '2025-09-30'), ('C', 'reminder', '2026-09-30'),"
        " ('D', 'training', '2026-10-01');"
        "INSERT INTO policy (agency, kind, effective_from, effective_to) VALUES"
        " ('E', 'reminder', '2026-09-30', '2026-09-30'),"
        " ('F', 'reminder', '2020-01-01', '2026-09-29'), ('G', 'moderation', NULL, NULL);",
        "CIV-3",
        "2026-Q3 A met - -\n2026-Q3 B not_met none -\n2026-Q3 C met - -\n"
        "2026-Q3 D not_met none -\n2026-Q3 E met - -\n2026-Q3 F not_met none -\n"
        "2026-Q3 G not_met none -\n");
}
END_TEST

START_TEST(san_2_wants_the_steps_before_the_present_stage)
{
    judge_rows("INSERT INTO personnel_case (personnel_case, agency, under_raccs, complained_on,"
               " investigated_on, charged_on, decided_on) VALUES"
               " ('01', 'X', 1, '2026-01-01', '2026-02-01', '2026-03-01', '2026-07-01'),"
               " ('02', 'X', 1, '2026-01-01', '2026-02-01', NULL, '2026-09-30'),"
               " ('03', 'X', 1, '2026-01-01', '2026-02-01', '2026-08-02', '2026-08-01'),"
               " ('04', 'X', 1, '2026-01-01', NULL, '2026-02-01', NULL),"
               " ('05', 'X', 1, '2026-09-30', NULL, NULL, NULL),"
               " ('06', 'X', 1, '2026-01-01', '2026-10-01', '2026-09-30', '2026-10-01'),"
               " ('07', 'X', 1, '2026-01-01', NULL, '2026-10-01', NULL),"
               " ('08', 'X', 1, '2026-01-01', NULL, NULL, '2026-06-30'),"
               " ('09', 'X', 1, '2026-10-01', NULL, NULL, NULL),"
               " ('10', 'X', 1, NULL, NULL, NULL, NULL), ('11', 'X', 0, '2026-01-01', NULL,"
               " '2026-02-01', NULL), ('12', 'X', NULL, '2026-01-01', NULL, NULL, '2026-08-01'),"
               " ('13', 'X', 1, '2026-01-01', '2026-08-01', '2026-08-01', '2026-08-01');",
               "SAN-2",
               "2026-Q3 01 met - -\n2026-Q3 02 not_met undated -\n2026-Q3 03 not_met undated -\n"
               "2026-Q3 04 not_met undated -\n2026-Q3 05 met - -\n2026-Q3 06 not_met undated -\n"
               "2026-Q3 07 met - -\n2026-Q3 11 - - -\n2026-Q3 12 - - -\n2026-Q3 13 met - -\n");
}
END_TEST

START_TEST(open_cases_stand_at_a_stage)
{
    static const char *const COLUMNS[] = {"item", "stage", "open", "open_long", "offence"};
    show_rows("INSERT INTO personnel_case (personnel_case, agency, offence, complained_on,"
              " investigated_on, charged_on, decided_on) VALUES"
              " ('1', 'X', 'light', '2025-09-30', '2026-10-01', NULL, NULL),"
              " ('2', 'X', 'grave', '2025-09-29', '2026-09-30', NULL, '2026-10-01'),"
              " ('3', 'X', '', '2020-01-01', NULL, '2026-09-30', '2026-09-30'),"
              " ('4', 'X', NULL, '2026-09-30', NULL, '2026-09-30', NULL);",
              "cases-open", COLUMNS, 5,
              "1 complaint 1 0 light\n2 investigation 1 1 grave\n3 charge 0 0 -\n4 charge 1 0 -\n");
}
END_TEST

START_TEST(cases_count_when_each_step_happened)
{
    static const char *const COLUMNS[] = {
        "item",           "complained_period", "investigated_period",
        "decided_period", "appealed_period",   "referred_period"};
    show_rows("INSERT INTO personnel_case (personnel_case, agency, complained_on, investigated_on,"
              " decided_on, appealed_on, referred_on) VALUES"
              " ('1', 'X', '2026-03-31', '2026-04-01', '2026-07-01', '2026-09-30', '2026-06-30'),"
              " ('2', 'X', '2026-09-30', '2026-10-01', NULL, NULL, NULL),"
              " ('3', 'X', '2026-10-01', NULL, NULL, NULL, NULL),"
              " ('4', 'X', NULL, NULL, '2026-08-01', NULL, NULL),"
              " ('5', 'X', NULL, NULL, NULL, NULL, NULL);",
              "cases", COLUMNS, 6,
              "1 2026-Q1 2026-Q2 2026-Q3 2026-Q3 2026-Q2\n2 2026-Q3 - - - -\n"
              "4 - - 2026-Q3 - -\n");
}
END_TEST

START_TEST(days_of_cases_are_calendar_days_and_never_negative)
{
    static const char *const COLUMNS[] = {"item", "days_to_decision", "days_to_investigation"};
    show_rows("INSERT INTO personnel_case (personnel_case, agency, complained_on, investigated_on,"
              " decided_on) VALUES ('1', 'X', '2026-07-01', '2026-07-01', '2026-08-01'),"
              " ('2', 'X', '2026-07-02', '2026-07-01', '2026-07-01'),"
              " ('3', 'X', '2026-07-02', '2026-07-12', NULL),"
              " ('4', 'X', '2026-07-02', NULL, '2026-10-01');",
              "cases", COLUMNS, 3, "1 31 0\n2 - -\n3 - 10\n4 - -\n");
}
END_TEST

START_TEST(cases_are_told_by_statute_and_engagement)
{
    static const char *const COLUMNS[] = {"item",    "under_ra6713", "contract_staff", "offence",
                                          "conduct", "outcome",      "penalty"};
    show_rows("INSERT INTO personnel_case (personnel_case, agency, complained_on, statute,"
              " engagement, offence, conduct, outcome, penalty) VALUES"
              " ('1', 'X', '2026-07-01', 'RA 6713', 'cos', 'light', 'other', 'warned', 'fine'),"
              " ('2', 'X', '2026-07-01', 'RACCS', 'jo', '', '', '', ''),"
              " ('3', 'X', '2026-07-01', NULL, NULL, NULL, NULL, NULL, NULL),"
              " ('4', 'X', '2026-07-01', 'RA 67130', 'career', NULL, NULL, NULL, NULL);",
              "cases", COLUMNS, 7,
              "1 1 1 light other warned fine\n2 0 1 - - - -\n3 0 0 - - - -\n4 0 0 - - - -\n");
}
END_TEST

START_TEST(san_6_wants_a_case_or_a_decision_that_none_follows)
{
    judge_rows("INSERT INTO post_violation VALUES"
               " ('1', 'a', 'link', NULL, '2026-07-01', NULL, 'C-1', NULL),"
               " ('2', 'a', 'link', NULL, '2026-07-01', NULL, '', '2026-09-30'),"
               " ('3', 'a', 'link', NULL, '2026-07-01', NULL, '', '2026-10-01'),"
               " ('4', 'a', 'link', NULL, '2026-07-01', NULL, NULL, NULL),"
               " ('4', 'a', 'other', NULL, '2026-06-30T23:59:59', NULL, NULL, NULL),"
               " ('5', 'a', 'link', NULL, '2026-10-01', NULL, NULL, NULL);",
               "SAN-6",
               "2026-Q2 4/other not_met not_acted -\n2026-Q3 1/link met - -\n"
               "2026-Q3 2/link met - -\n2026-Q3 3/link not_met not_acted -\n"
               "2026-Q3 4/link not_met not_acted -\n");
}
END_TEST

START_TEST(measures_of_cases_take_their_own_columns)
{
    static const char *const DECLARED[] = {
        "cases-complained count of - per - where - in complained_period by offence conduct as"
        " number",
        "cases-by-conduct count of - per - where - in complained_period by conduct as number within"
        " cases-complained",
        "cases-open count of - per - where open in period by stage offence as number",
        "cases-open-long count of - per - where open_long in period by - as number within"
        " cases-open",
        "cases-decided count of - per - where - in decided_period by outcome penalty offence as"
        " number",
        "cases-appealed count of - per - where - in appealed_period by - as number",
        "case-days-median median of days_to_decision per - where - in decided_period by - as days",
        "cases-investigated-days-median median of days_to_investigation per - where - in"
        " investigated_period by - as days",
        "cases-ra6713 count of - per - where under_ra6713 in decided_period by penalty as number"
        " within cases-decided",
        "cases-referred count of - per - where - in referred_period by - as number",
        "cases-contract count of - per - where contract_staff in decided_period by outcome as"
        " number within cases-decided",
    };
    struct fixture *fixture = fixture_open("");
    assert_declared(fixture, DECLARED, ARRAY_LENGTH(DECLARED));
    for (size_t i = 0; i < ARRAY_LENGTH(DECLARED); i++) {
        struct text id = {0};
        text_append_bytes(&id, DECLARED[i], strcspn(DECLARED[i], " "));
        ck_assert_int_eq(listings_measure(&fixture->listings, text_string(&id))->sensitivity,
                         SENSITIVITY_PERSONNEL);
        text_finish(&id);
    }
    ck_assert_int_eq(listings_control(&fixture->listings, "SAN-2")->sensitivity,
                     SENSITIVITY_PERSONNEL);
    ck_assert_int_eq(listings_control(&fixture->listings, "SAN-6")->sensitivity,
                     SENSITIVITY_PERSONNEL);
    fixture_close(fixture);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("listings of personnel");
    tcase_add_test(t, pol_1_wants_a_dated_participation_policy_in_force_on_the_last_day);
    tcase_add_test(t, pol_3_to_5_ask_for_each_part_of_a_moderation_policy_in_force);
    tcase_add_test(t, pol_3_knows_five_forms);
    tcase_add_test(t, pol_6_wants_an_address_and_a_review_within_365_days);
    tcase_add_test(t, civ_2_finds_agencies_that_ban_personal_use);
    tcase_add_test(t, civ_3_wants_a_training_within_365_days_or_a_standing_reminder);
    tcase_add_test(t, san_2_wants_the_steps_before_the_present_stage);
    tcase_add_test(t, open_cases_stand_at_a_stage);
    tcase_add_test(t, cases_count_when_each_step_happened);
    tcase_add_test(t, days_of_cases_are_calendar_days_and_never_negative);
    tcase_add_test(t, cases_are_told_by_statute_and_engagement);
    tcase_add_test(t, san_6_wants_a_case_or_a_decision_that_none_follows);
    tcase_add_test(t, measures_of_cases_take_their_own_columns);
    return t;
}
