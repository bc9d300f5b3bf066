/* SPDX-License-Identifier: MIT */

/* What queries/ says of social media teams, their officers and administrators. */
#include "listing_fixture.h"

static void judge(const char *rows, const char *control, const char *expected)
{
    struct fixture *fixture = fixture_open(rows);
    assert_judged(fixture, control, expected);
    fixture_close(fixture);
}

static void show(const char *rows, const char *listing, const char *const *columns, size_t count,
                 const char *expected)
{
    struct fixture *fixture = fixture_open(rows);
    assert_rows(fixture, fixture_listing(fixture, listing), columns, count, expected);
    fixture_close(fixture);
}

START_TEST(tem_1_wants_an_officer_and_others_in_office_on_the_last_day)
{
    judge("INSERT INTO agency (agency, name) SELECT value, value FROM json_each("
          "'[\"A\",\"B\",\"C\",\"D\",\"E\",\"F\",\"G\"]');"
          "INSERT INTO assignment (officer, agency, account, role, starts_on, ends_on) VALUES"
          " ('S', 'A', NULL, 'social_media_officer', '2026-09-30', '2026-09-30'),"
          " ('T', 'A', NULL, 'team_member', '2026-09-30', '2026-09-30'),"
          " ('S', 'B', NULL, 'social_media_officer', NULL, NULL),"
          " ('P', 'B', 'b', 'account_administrator', NULL, NULL),"
          " ('S', 'C', NULL, 'social_media_officer', NULL, NULL),"
          " ('T', 'C', NULL, 'team_member', NULL, '2026-09-29'),"
          " ('L', 'C', NULL, 'legal', NULL, NULL), ('H', 'C', NULL, 'head', NULL, NULL),"
          " ('T', 'D', NULL, 'team_member', NULL, NULL),"
          " ('S', 'D', NULL, 'social_media_officer', '2026-10-01', NULL),"
          " ('H', 'F', NULL, 'head', NULL, NULL),"
          " ('S', 'G', NULL, 'social_media_officer', NULL, '2026-09-29'),"
          " ('T', 'G', NULL, 'team_member', '2026-10-01', NULL);",
          "TEM-1",
          "2026-Q3 A met - -\n2026-Q3 B met - -\n2026-Q3 C not_met incomplete -\n"
          "2026-Q3 D not_met incomplete -\n2026-Q3 E not_met none -\n2026-Q3 F not_met none -\n"
          "2026-Q3 G not_met none -\n");
}
END_TEST

/* Each agency A, B, ... with an officer a, b, ... in office; R has two, r1 and r2, and V none. */
static const char OFFICERS[] =
    "INSERT INTO agency (agency, name) SELECT value, value FROM json_each("
    "'[\"A\",\"B\",\"C\",\"D\",\"E\",\"R\",\"V\"]');"
    "INSERT INTO assignment (officer, agency, role, starts_on, ends_on)"
    " SELECT lower(agency), agency, 'social_media_officer', '2026-09-30', '2026-09-30'"
    " FROM agency WHERE agency < 'R';"
    "INSERT INTO assignment (officer, agency, role, ends_on) VALUES"
    " ('r1', 'R', 'social_media_officer', NULL), ('r2', 'R', 'social_media_officer', NULL),"
    " ('a', 'R', 'head', NULL), ('v', 'V', 'social_media_officer', '2026-09-29');";

static void judge_officers(const char *rows, const char *control, const char *expected)
{
    struct text all = {0};
    text_printf(&all, "%s%s", OFFICERS, rows);
    judge(text_string(&all), control, expected);
    text_finish(&all);
}

START_TEST(tem_3_wants_every_officer_at_the_second_level)
{
    static const char ROWS[] =
        "INSERT INTO qualification VALUES ('a', 1, 0, 0, '2020-01-01'),"
        " ('a', 2, 0, 0, '2026-09-30'), ('b', 1, 99, 99, NULL), ('b', 3, 0, 0, '2026-10-01'),"
        " ('c', NULL, 99, 99, '2020-01-01'), ('e', 3, 0, 0, NULL), ('r1', 2, 0, 0, NULL),"
        " ('v', 2, 99, 99, NULL);";
    static const char EXPECTED[] =
        "2026-Q3 A met - -\n2026-Q3 B not_met level -\n2026-Q3 C no_evidence not_recorded -\n"
        "2026-Q3 D no_evidence not_recorded -\n2026-Q3 E met - -\n";
    struct text rows = {0}, expected = {0};
    text_printf(&expected, "%s2026-Q3 R no_evidence not_recorded -\n", EXPECTED);
    judge_officers(ROWS, "TEM-3", text_string(&expected));
    text_clear(&expected);
    text_printf(&rows, "%sINSERT INTO qualification VALUES ('r2', 0, 0, 0, NULL);", ROWS);
    text_printf(&expected, "%s2026-Q3 R not_met level -\n", EXPECTED);
    judge_officers(text_string(&rows), "TEM-3", text_string(&expected));
    text_finish(&rows);
    text_finish(&expected);
}
END_TEST

START_TEST(tem_4_wants_a_year_in_one_of_two_fields)
{
    judge_officers("INSERT INTO qualification VALUES ('a', 2, 12, NULL, NULL),"
                   " ('b', 2, NULL, 12, NULL), ('c', 2, 11, 11, NULL), ('d', 2, 11, NULL, NULL),"
                   " ('e', 2, 11, 5, '2026-09-30'), ('e', 2, 5, 12, '2026-10-01'),"
                   " ('r1', 2, 12, 0, NULL), ('r2', 2, 0, 11, NULL);",
                   "TEM-4",
                   "2026-Q3 A met - -\n2026-Q3 B met - -\n2026-Q3 C not_met experience -\n"
                   "2026-Q3 D no_evidence not_recorded -\n2026-Q3 E not_met experience -\n"
                   "2026-Q3 R not_met experience -\n");
    judge_officers("INSERT INTO qualification VALUES ('a', 2, 3, NULL, NULL),"
                   " ('a', 2, NULL, 4, NULL), ('b', 2, 5, 14, '2026-09-30');",
                   "TEM-4",
                   "2026-Q3 A not_met experience -\n2026-Q3 B met - -\n"
                   "2026-Q3 C no_evidence not_recorded -\n2026-Q3 D no_evidence not_recorded -\n"
                   "2026-Q3 E no_evidence not_recorded -\n2026-Q3 R no_evidence not_recorded -\n");
}
END_TEST

static const char COMPETENCIES[] =
    "INSERT INTO competency VALUES ('a', 'strategy', '2020-01-01'),"
    " ('a', 'community', '2020-01-01'), ('a', 'marketing', '2020-01-01'),"
    " ('a', 'technology', '2026-09-30'), ('b', 'strategy', '2020-01-01'),"
    " ('b', 'strategy', '2020-01-01'), ('b', 'community', '2020-01-01'),"
    " ('b', 'marketing', NULL), ('b', 'technology', '2026-10-01'), ('c', 'driving', '2020-01-01'),"
    " ('r1', 'marketing', '2020-01-01'), ('r1', 'strategy', '2020-01-01'),"
    " ('r1', 'technology', '2020-01-01');";

START_TEST(tem_5_wants_four_competencies_and_names_the_missing_ones)
{
    judge_officers(COMPETENCIES, "TEM-5",
                   "2026-Q3 A met - -\n2026-Q3 B not_met missing marketing, technology\n"
                   "2026-Q3 C no_evidence not_recorded -\n2026-Q3 D no_evidence not_recorded -\n"
                   "2026-Q3 E no_evidence not_recorded -\n2026-Q3 R not_met missing community\n");
}
END_TEST

START_TEST(the_officer_with_the_fewest_competencies_counts)
{
    static const char *const COLUMNS[] = {"item", "competencies", "missing"};
    struct text rows = {0};
    text_printf(&rows, "%s%sINSERT INTO competency VALUES ('r2', 'strategy', '2020-01-01');",
                OFFICERS, COMPETENCIES);
    show(text_string(&rows), "agency-competencies", COLUMNS, 3,
         "A 4 -\nB 2 marketing, technology\nC 0 -\nD 0 -\nE 0 -\n"
         "R 1 community, marketing, technology\n");
    text_finish(&rows);
}
END_TEST

START_TEST(tem_6b_asks_whether_an_administrator_created_the_account)
{
    judge("INSERT INTO account (account, agency, created_on, created_by, legacy) VALUES"
          " ('a', 'X', '2026-09-30', 'P', 0), ('b', 'X', '2026-07-01', 'Q', NULL),"
          " ('c', 'X', '2026-06-30', 'P', 0), ('d', 'X', '2026-08-01', 'A', 0),"
          " ('e', 'X', '2026-08-01', NULL, 0), ('f', 'X', '2026-08-01', '', 0),"
          " ('g', 'Y', '2026-08-01', 'P', 0), ('h', 'X', '2026-08-01', 'S', 0),"
          " ('i', 'X', '2018-02-04', 'P', 0), ('j', 'X', '2026-08-01', 'P', 1),"
          " ('k', 'X', '2026-10-01', 'P', 0), ('l', 'X', NULL, 'P', 0),"
          " ('m', 'X', '2026-08-01', 'P', 0), ('n', 'X', '2026-08-02', 'P', 0);"
          "INSERT INTO assignment (officer, agency, account, role, starts_on, ends_on) VALUES"
          " ('P', 'X', 'a', 'account_administrator', '2026-09-30', '2026-09-30'),"
          " ('P', 'X', '', 'account_administrator', NULL, '2026-08-01'),"
          " ('Q', 'X', 'other', 'account_administrator', NULL, NULL),"
          " ('S', 'X', NULL, 'social_media_officer', NULL, NULL),"
          " ('A', 'X', NULL, 'account_administrator', NULL, NULL);",
          "TEM-6b",
          "2026-Q2 c met - -\n2026-Q3 a met - -\n2026-Q3 b not_met not_administrator -\n"
          "2026-Q3 d met - -\n2026-Q3 e no_evidence not_recorded -\n"
          "2026-Q3 f no_evidence not_recorded -\n2026-Q3 g not_met not_administrator -\n"
          "2026-Q3 h not_met not_administrator -\n2026-Q3 m met - -\n"
          "2026-Q3 n not_met not_administrator -\n");
}
END_TEST

START_TEST(an_account_is_judged_on_the_day_of_its_creation)
{
    static const char *const COLUMNS[] = {"item", "judged_on", "period"};
    show("INSERT INTO account (account, agency, created_on) VALUES ('a', 'X', '2018-02-05');",
         "account-creator", COLUMNS, 3, "a 2018-02-05 2018-Q1\n");
}
END_TEST

START_TEST(tem_7_wants_a_year_of_every_administrator)
{
    judge("INSERT INTO account (account, agency) SELECT value, 'X' FROM json_each("
          "'[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\"]');"
          "INSERT INTO assignment (officer, agency, account, role, ends_on) VALUES"
          " ('P', 'X', 'a', 'account_administrator', '2026-09-30'),"
          " ('Q', 'X', 'b', 'account_administrator', NULL),"
          " ('N', 'X', 'c', 'account_administrator', NULL),"
          " ('P', 'X', 'd', 'account_administrator', NULL),"
          " ('Q', 'X', 'd', 'account_administrator', NULL),"
          " ('P', 'X', 'e', 'account_administrator', NULL),"
          " ('N', 'X', 'e', 'account_administrator', NULL),"
          " ('P', 'X', 'f', 'account_administrator', '2026-09-29'),"
          " ('P', 'X', NULL, 'account_administrator', NULL),"
          " ('U', 'X', 'g', 'account_administrator', NULL),"
          " ('W', 'X', 'h', 'account_administrator', NULL);"
          "INSERT INTO qualification VALUES ('P', NULL, 12, NULL, '2026-09-30'),"
          " ('Q', 3, 11, 99, NULL), ('N', 3, NULL, 99, NULL),"
          " ('U', NULL, 3, NULL, '2020-01-01'), ('U', NULL, 12, NULL, '2026-10-01'),"
          " ('W', NULL, 3, NULL, '2026-10-01');",
          "TEM-7",
          "2026-Q3 a met - -\n2026-Q3 b not_met experience -\n"
          "2026-Q3 c no_evidence not_recorded -\n2026-Q3 d not_met experience -\n"
          "2026-Q3 e no_evidence not_recorded -\n2026-Q3 g not_met experience -\n"
          "2026-Q3 h no_evidence not_recorded -\n");
}
END_TEST

/* The third quarter has 31 + 31 + 30 = 92 days. */
static const char TENURES[] =
    "INSERT INTO agency (agency, name, active_from, active_to) VALUES ('A', 'A', NULL, NULL),"
    " ('B', 'B', NULL, NULL), ('C', 'C', NULL, NULL), ('D', 'D', NULL, NULL),"
    " ('E', 'E', '2026-09-29', NULL), ('F', 'F', '2026-09-30', NULL), ('G', 'G', NULL, NULL),"
    " ('H', 'H', '2026-10-01', NULL), ('I', 'I', NULL, '2026-09-29'), ('J', 'J', NULL, NULL);"
    "INSERT INTO assignment (officer, agency, role, starts_on, ends_on) VALUES"
    " ('1', 'A', 'social_media_officer', NULL, '2026-07-31'),"
    " ('2', 'A', 'social_media_officer', '2026-08-01', NULL),"
    " ('1', 'B', 'social_media_officer', '2026-07-02', '2026-09-29'),"
    " ('2', 'B', 'social_media_officer', '2026-08-01', '2026-08-31'),"
    " ('3', 'B', 'social_media_officer', '2026-08-15', '2026-09-10'),"
    " ('1', 'D', 'social_media_officer', '2020-01-01', '2026-06-30'),"
    " ('2', 'D', 'social_media_officer', '2026-10-01', NULL),"
    " ('3', 'D', 'account_administrator', NULL, NULL),"
    " ('1', 'E', 'social_media_officer', '2026-09-30', NULL),"
    " ('1', 'G', 'social_media_officer', '2026-07-01', '2026-07-10'),"
    " ('2', 'G', 'social_media_officer', '2026-07-05', '2026-07-07'),"
    " ('3', 'G', 'social_media_officer', '2026-07-21', '2026-09-30'),"
    " ('4', 'G', 'social_media_officer', '2026-08-10', '2026-08-01'),"
    " ('1', 'J', 'social_media_officer', '2026-09-30', '2026-07-01');";

START_TEST(tem_8_counts_the_days_on_which_nobody_was_in_office)
{
    judge(TENURES, "TEM-8",
          "2026-Q3 A met - 0\n2026-Q3 B not_met vacant 2\n2026-Q3 C not_met vacant 92\n"
          "2026-Q3 D not_met vacant 92\n2026-Q3 E not_met vacant 1\n2026-Q3 F not_met vacant 1\n"
          "2026-Q3 G not_met vacant 10\n2026-Q3 J not_met vacant 92\n");
}
END_TEST

START_TEST(tem_8_judges_each_quarter_on_its_last_day)
{
    static const char *const COLUMNS[] = {"period", "item", "judged_on", "vacant_days"};
    struct fixture *fixture =
        fixture_open("INSERT INTO agency (agency, name) VALUES ('A', 'A');"
                     "INSERT INTO assignment (officer, agency, role, starts_on, ends_on) VALUES"
                     " ('1', 'A', 'social_media_officer', '2026-06-30', '2026-07-01');");
    fixture_set_times(fixture, 2, "2026-09-30", "2026-09-30");
    /* 91 days from April to June. */
    assert_rows(fixture, fixture_listing(fixture, "agency-vacancy"), COLUMNS, 4,
                "2026-Q2 A 2026-06-30 90\n2026-Q3 A 2026-09-30 91\n");
    fixture_close(fixture);
}
END_TEST

static const char REVIEWS[] =
    "INSERT INTO agency (agency, name) SELECT value, value FROM json_each("
    "'[\"A\",\"B\",\"C\",\"D\",\"E\",\"F\",\"G\"]');"
    "INSERT INTO duty_review SELECT 'A', '2026-Q3', value, 1 FROM json_each("
    "'[\"order\",\"objectives\",\"approach\",\"media\"]');"
    "INSERT INTO duty_review VALUES ('B', '2026-Q3', 'order', 0),"
    " ('B', '2026-Q3', 'objectives', 0), ('B', '2026-Q3', 'approach', 0),"
    " ('B', '2026-Q3', 'media', 0), ('C', '2026-Q3', 'order', 1),"
    " ('C', '2026-Q3', 'objectives', 1), ('C', '2026-Q3', 'approach', 1),"
    " ('D', '2026-Q3', 'order', 1), ('D', '2026-Q3', 'order', 0),"
    " ('D', '2026-Q3', 'objectives', 1), ('D', '2026-Q3', 'approach', NULL),"
    " ('D', '2026-Q3', 'media', 1), ('E', '2026-Q2', 'order', 0),"
    " ('F', '2026-Q3', 'order', 1), ('F', '2026-Q3', 'objectives', 1),"
    " ('F', '2026-Q3', 'approach', 1), ('F', '2026-Q3', 'media', 1),"
    " ('F', '2026-Q3', 'media', NULL);";

START_TEST(tem_9_wants_four_duties_in_evidence)
{
    judge(REVIEWS, "TEM-9",
          "2026-Q3 A met - -\n"
          "2026-Q3 B not_met missing the Order, objectives, approach, other media\n"
          "2026-Q3 C no_evidence not_reviewed -\n2026-Q3 D not_met missing the Order\n"
          "2026-Q3 E no_evidence not_reviewed -\n2026-Q3 F no_evidence not_reviewed -\n"
          "2026-Q3 G no_evidence not_reviewed -\n");
}
END_TEST

START_TEST(duties_in_evidence_are_counted_of_agencies_with_a_review)
{
    static const char *const COLUMNS[] = {"item", "evidenced"};
    show(REVIEWS, "agency-duties", COLUMNS, 2, "A 4\nB 0\nC 3\nD 2\nE -\nF 3\nG -\n");
}
END_TEST

START_TEST(a_campaign_counts_in_the_quarter_of_its_first_day)
{
    static const char *const COLUMNS[] = {"item", "agency", "period", "planned"};
    show(
        "INSERT INTO campaign (campaign, agency, starts_on, planned) VALUES"
        " ('1', 'X', '2026-07-01', 1), ('2', 'X', '2026-09-30', 0), ('3', 'X', '2026-06-30', NULL),"
        " ('4', 'X', '2026-10-01', 1), ('5', 'X', NULL, 1);",
        "campaigns", COLUMNS, 4, "1 X 2026-Q3 1\n2 X 2026-Q3 0\n3 X 2026-Q2 0\n");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("listings of teams");
    tcase_add_test(t, tem_1_wants_an_officer_and_others_in_office_on_the_last_day);
    tcase_add_test(t, tem_3_wants_every_officer_at_the_second_level);
    tcase_add_test(t, tem_4_wants_a_year_in_one_of_two_fields);
    tcase_add_test(t, tem_5_wants_four_competencies_and_names_the_missing_ones);
    tcase_add_test(t, the_officer_with_the_fewest_competencies_counts);
    tcase_add_test(t, tem_6b_asks_whether_an_administrator_created_the_account);
    tcase_add_test(t, an_account_is_judged_on_the_day_of_its_creation);
    tcase_add_test(t, tem_7_wants_a_year_of_every_administrator);
    tcase_add_test(t, tem_8_counts_the_days_on_which_nobody_was_in_office);
    tcase_add_test(t, tem_8_judges_each_quarter_on_its_last_day);
    tcase_add_test(t, tem_9_wants_four_duties_in_evidence);
    tcase_add_test(t, duties_in_evidence_are_counted_of_agencies_with_a_review);
    tcase_add_test(t, a_campaign_counts_in_the_quarter_of_its_first_day);
    return t;
}
