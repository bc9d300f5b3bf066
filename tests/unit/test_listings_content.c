/* SPDX-License-Identifier: MIT */

/* What queries/ says of posts, of what is barred and private on them, and of policies. */
#include "listing_fixture.h"

static const char *const POSTS =
    "INSERT INTO account (account, agency) VALUES ('x', 'X');"
    "INSERT INTO assignment (officer, agency, role) VALUES ('H', 'X', 'head');";

static void judge_posts(const char *rows, const char *control, const char *expected)
{
    struct text all = {0};
    text_printf(&all, "%s%s", POSTS, rows);
    judge_rows(text_string(&all), control, expected);
    text_finish(&all);
}

START_TEST(pst_2_wants_the_author_on_record)
{
    judge_posts("INSERT INTO post (post, account, published_at, author) VALUES"
                " ('1', 'x', '2026-07-01T00:00:00', 'nobody'), ('2', 'x', '2026-09-30', NULL),"
                " ('3', 'x', '2026-09-30', ''), ('4', 'x', '2026-10-01T00:00:00', NULL);",
                "PST-2",
                "2026-Q3 1 met - -\n2026-Q3 2 not_met not_recorded -\n"
                "2026-Q3 3 not_met not_recorded -\n");
}
END_TEST

START_TEST(pst_3_compares_approval_and_publication_as_instants)
{
    judge_posts("INSERT INTO post (post, account, published_at, approval_required, approved_by,"
                " approved_at) VALUES"
                " ('01', 'x', '2026-08-01T08:00:00', NULL, 'H', '2026-08-01T08:00:00'),"
                " ('02', 'x', '2026-08-01T08:00:00', 1, 'H', '2026-08-01T08:00:01'),"
                " ('03', 'x', '2026-08-01T08:00:00', 1, 'H', '2026-08-01T00:00:00Z'),"
                " ('04', 'x', '2026-08-01T08:00:00', 1, 'H', '2026-08-01T00:00:01Z'),"
                " ('05', 'x', '2026-08-01T08:00:00', 1, NULL, '2026-08-01T08:00:01'),"
                " ('06', 'x', '2026-08-01T08:00:00', 1, '', '2026-07-31'),"
                " ('07', 'x', '2026-08-01T08:00:00', 1, 'H', NULL),"
                " ('08', 'x', '2026-08-01T08:00:00', NULL, '', NULL),"
                " ('09', 'x', '2026-08-01T08:00:00', 0, NULL, NULL),"
                " ('10', 'x', '2026-08-01T08:00:00', 0, 'H', '2026-08-02'),"
                /* Approved after the day of the data: that is not known yet. */
                " ('11', 'x', '2026-08-01T08:00:00', 1, 'H', '2026-10-01'),"
                " ('12', 'x', '2026-08-01T08:00:00', 1, NULL, '2026-10-01');",
                "PST-3",
                "2026-Q3 01 met - -\n2026-Q3 02 not_met after -\n2026-Q3 03 met - -\n"
                "2026-Q3 04 not_met after -\n2026-Q3 05 not_met after -\n"
                "2026-Q3 06 no_evidence approver_not_recorded -\n"
                "2026-Q3 07 no_evidence undated -\n2026-Q3 08 not_met not_approved -\n"
                "2026-Q3 09 - - -\n2026-Q3 10 - - -\n2026-Q3 11 no_evidence undated -\n"
                "2026-Q3 12 not_met not_approved -\n");
}
END_TEST

START_TEST(cnt_4_allows_three_kinds_of_content)
{
    judge_posts("INSERT INTO post (post, account, published_at, category) VALUES"
                " ('1', 'x', '2026-08-01', 'statement'), ('2', 'x', '2026-08-01', 'advisory'),"
                " ('3', 'x', '2026-08-01', 'original'), ('4', 'x', '2026-08-01', 'other'),"
                " ('5', 'x', '2026-08-01', 'meme'), ('6', 'x', '2026-08-01', NULL),"
                " ('7', 'x', '2026-08-01', '');",
                "CNT-4",
                "2026-Q3 1 met - -\n2026-Q3 2 met - -\n2026-Q3 3 met - -\n"
                "2026-Q3 4 not_met outside other\n2026-Q3 5 not_met outside meme\n"
                "2026-Q3 6 no_evidence not_classified -\n"
                "2026-Q3 7 no_evidence not_classified -\n");
}
END_TEST

START_TEST(an_act_is_judged_on_its_day_in_manila)
{
    static const char *const COLUMNS[] = {"item", "period", "judged_on"};
    struct text rows = {0};
    text_printf(&rows, "%s%s", POSTS,
                "INSERT INTO post (post, account, published_at) VALUES"
                " ('1', 'x', '2026-06-30T15:59:59Z'), ('2', 'x', '2026-06-30T16:00:00Z');"
                "INSERT INTO private_disclosure (disclosure, account, disclosed_at) VALUES"
                " ('1', 'x', '2026-06-30T16:00:00Z');"
                "INSERT INTO post_violation (post, account, category, found_at) VALUES"
                " ('1', 'x', 'link', '2026-06-30T16:00:00Z');");
    struct fixture *fixture = fixture_open(text_string(&rows));
    assert_rows(fixture, fixture_listing(fixture, "posts"), COLUMNS, 3,
                "1 2026-Q2 2026-06-30\n2 2026-Q3 2026-07-01\n");
    assert_rows(fixture, fixture_listing(fixture, "disclosures"), COLUMNS, 3,
                "1 2026-Q3 2026-07-01\n");
    assert_rows(fixture, fixture_listing(fixture, "disclosures-assessed"), COLUMNS, 3,
                "1 2026-Q3 2026-07-01\n");
    assert_rows(fixture, fixture_listing(fixture, "violations"), COLUMNS, 3,
                "1/link 2026-Q3 2026-07-01\n");
    assert_rows(fixture, fixture_listing(fixture, "account-privacy"), COLUMNS, 3,
                "x 2026-Q3 2026-09-30\n");
    fixture_close(fixture);
    text_finish(&rows);
}
END_TEST

START_TEST(posts_are_told_by_category_and_purpose)
{
    static const char *const COLUMNS[] = {"item",      "category",      "transparency",
                                          "statement", "advisory",      "original",
                                          "purpose",   "participatory", "participants"};
    show_rows("INSERT INTO post (post, account, published_at, category, purpose, participants)"
              " VALUES ('1', 'x', '2026-08-01', 'statement', 'poll', 7),"
              " ('2', 'x', '2026-08-01', 'advisory', 'consultation', NULL),"
              " ('3', 'x', '2026-08-01', 'original', 'question_and_answer', 0),"
              " ('4', 'x', '2026-08-01', 'other', 'service', 3),"
              " ('5', 'x', '2026-08-01', '', '', NULL),"
              " ('6', 'x', '2026-08-01', NULL, NULL, NULL);",
              "posts", COLUMNS, 9,
              "1 statement 1 1 0 0 poll 1 7\n2 advisory 1 0 1 0 consultation 1 -\n"
              "3 original 0 0 0 1 question_and_answer 1 0\n4 other 0 0 0 0 service 0 3\n"
              "5 - 0 0 0 0 - 0 -\n6 - 0 0 0 0 - 0 -\n");
}
END_TEST

START_TEST(engagement_stands_beside_what_it_is_divided_by)
{
    static const char *const COLUMNS[] = {"item",        "engagements", "reach", "without_reach",
                                          "impressions", "views",       "shares"};
    show_rows("INSERT INTO post (post, account, published_at, reach, impressions, reactions,"
              " comments, shares, clicks, views) VALUES"
              " ('1', 'x', '2026-08-01', 100, 200, 1, 20, 300, 4000, 50000),"
              " ('2', 'x', '2026-08-01', 0, 0, 5, NULL, NULL, 1, 0),"
              " ('3', 'x', '2026-08-01', NULL, NULL, NULL, NULL, NULL, NULL, NULL);",
              "posts", COLUMNS, 7, "1 4321 100 0 200 50000 300\n2 6 - 1 - - -\n3 - - 1 - - -\n");
}
END_TEST

START_TEST(a_post_is_barred_once_that_is_found)
{
    static const char *const COLUMNS[] = {"item", "period", "barred"};
    show_rows("INSERT INTO post (post, account, published_at) VALUES"
              " ('1', 'x', '2026-08-01'), ('2', 'x', '2026-08-01'), ('3', 'x', '2026-06-30');"
              "INSERT INTO post_violation (post, account, category, found_at, removed_at) VALUES"
              " ('1', 'x', 'link', '2026-09-30T23:59:59', NULL),"
              " ('1', 'x', 'other', '2026-08-02', NULL), ('2', 'x', 'link', '2026-10-01', NULL),"
              " ('3', 'x', 'other', '2026-08-01', '2026-08-02');",
              "posts-barred", COLUMNS, 3, "1 2026-Q3 1\n2 2026-Q3 0\n3 2026-Q2 1\n");
}
END_TEST

static const char BARRED[] =
    "INSERT INTO account (account, agency) SELECT value, 'X' FROM json_each("
    "'[\"a-up\",\"b-removed\",\"c-next\",\"d-found-later\",\"e-clean\",\"f-early\","
    "\"g-late\",\"h-privacy\",\"i-midnight\",\"j-removed\"]');"
    "INSERT INTO post_violation (post, account, category, found_at, removed_at) VALUES"
    " ('1', 'a-up', 'link', '2025-01-01', NULL), ('2', 'a-up', 'link', '2026-09-30T23:59:59', "
    "NULL),"
    " ('2', 'a-up', 'opinion', '2026-09-30T23:59:59', NULL),"
    " ('3', 'b-removed', 'link', '2026-09-01', '2026-09-30T23:00:00'),"
    " ('4', 'c-next', 'link', '2026-09-01', '2026-10-01T00:00:00'),"
    " ('5', 'd-found-later', 'link', '2026-10-01T00:00:00', NULL),"
    " ('6', 'i-midnight', 'link', '2026-09-30T16:00:00Z', NULL),"
    " ('7', 'j-removed', 'link', '2026-09-01', '2026-09-30T16:00:00Z'),"
    " ('8', 'e-clean', 'other', '2026-09-01', NULL),"
    " ('9', 'nobodys', 'link', '2026-09-01', NULL);"
    "INSERT INTO review VALUES ('X', 'a-up', 'content', '2026-09-01', NULL, 'inspected'),"
    " ('X', 'b-removed', 'content', '2026-07-01', NULL, 'inspected'),"
    " ('X', 'e-clean', 'content', '2026-09-30', NULL, 'inspected'),"
    " ('X', 'f-early', 'content', '2026-06-30', NULL, 'inspected'),"
    " ('X', 'g-late', 'content', '2026-10-01', NULL, 'inspected'),"
    " ('X', 'h-privacy', 'privacy', '2026-09-01', NULL, 'inspected');";

START_TEST(blk_4_counts_the_links_still_up_when_the_quarter_ends)
{
    judge_rows(BARRED, "BLK-4",
               "2026-Q3 a-up not_met still_up 2\n2026-Q3 b-removed met - -\n"
               "2026-Q3 c-next not_met still_up 1\n"
               "2026-Q3 d-found-later no_evidence not_examined -\n"
               "2026-Q3 e-clean met - -\n2026-Q3 f-early no_evidence not_examined -\n"
               "2026-Q3 g-late no_evidence not_examined -\n"
               "2026-Q3 h-privacy no_evidence not_examined -\n"
               "2026-Q3 i-midnight no_evidence not_examined -\n"
               "2026-Q3 j-removed not_met still_up 1\n");
}
END_TEST

START_TEST(blk_1_to_5_each_look_at_one_category)
{
    static const char *const CONTROLS[] = {"BLK-1", "BLK-2", "BLK-3", "BLK-4", "BLK-5"};
    static const char *const EXPECTED[] = {
        "2026-Q3 blackmail not_met still_up 1\n2026-Q3 link met - -\n2026-Q3 malicious met - -\n"
        "2026-Q3 opinion met - -\n2026-Q3 pornographic met - -\n",
        "2026-Q3 blackmail met - -\n2026-Q3 link met - -\n2026-Q3 malicious met - -\n"
        "2026-Q3 opinion met - -\n2026-Q3 pornographic not_met still_up 1\n",
        "2026-Q3 blackmail met - -\n2026-Q3 link met - -\n"
        "2026-Q3 malicious not_met still_up 1\n2026-Q3 opinion met - -\n"
        "2026-Q3 pornographic met - -\n",
        "2026-Q3 blackmail met - -\n2026-Q3 link not_met still_up 1\n"
        "2026-Q3 malicious met - -\n2026-Q3 opinion met - -\n2026-Q3 pornographic met - -\n",
        "2026-Q3 blackmail met - -\n2026-Q3 link met - -\n2026-Q3 malicious met - -\n"
        "2026-Q3 opinion not_met still_up 1\n2026-Q3 pornographic met - -\n"};
    struct fixture *fixture = fixture_open(
        "INSERT INTO account (account, agency) SELECT value, 'X' FROM json_each("
        "'[\"blackmail\",\"pornographic\",\"malicious\",\"link\",\"opinion\"]');"
        "INSERT INTO review SELECT 'X', account, 'content', '2026-09-01', NULL, 'i' FROM account;"
        "INSERT INTO post_violation (post, account, category, found_at)"
        " SELECT '1', account, account, '2026-08-01' FROM account;");
    for (size_t c = 0; c < ARRAY_LENGTH(CONTROLS); c++)
        assert_judged(fixture, CONTROLS[c], EXPECTED[c]);
    fixture_close(fixture);
}
END_TEST

START_TEST(blk_6_judges_each_finding_until_the_quarter_of_its_removal)
{
    struct fixture *fixture = fixture_open(
        "INSERT INTO post_violation (post, account, category, found_at, removed_at) VALUES"
        " ('1', 'a', 'link', '2025-01-01', NULL),"
        " ('2', 'a', 'link', '2026-06-30T23:59:59', '2026-07-01T00:00:00'),"
        " ('3', 'a', 'other', '2026-09-30T23:59:59', '2026-09-30T23:59:59'),"
        " ('4', 'a', 'link', '2026-09-01', '2026-10-01T00:00:00'),"
        " ('5', 'a', 'link', '2026-10-01T00:00:00', NULL),"
        " ('6', 'a', 'link', '2026-01-01', '2026-06-30T23:59:59'),"
        " ('7', 'a', 'link', '2026-08-01', NULL), ('7', 'a', 'opinion', '2026-08-01', "
        "'2026-08-02')");
    fixture_set_times(fixture, 2, "2026-09-30", "2026-09-30");
    assert_judged(fixture, "BLK-6",
                  "2026-Q2 1/link not_met still_up link\n2026-Q2 2/link not_met still_up link\n"
                  "2026-Q2 6/link met - -\n2026-Q3 1/link not_met still_up link\n"
                  "2026-Q3 2/link met - -\n2026-Q3 3/other met - -\n"
                  "2026-Q3 4/link not_met still_up link\n2026-Q3 7/link not_met still_up link\n"
                  "2026-Q3 7/opinion met - -\n");
    fixture_close(fixture);
}
END_TEST

START_TEST(a_post_found_twice_of_a_category_is_one_item_and_two_findings)
{
    static const char *const UP[] = {"item", "taken_down", "category", "still_up"};
    static const char *const ACTED[] = {"item", "acted_on", "category", "judged_on"};
    struct fixture *fixture =
        fixture_open("INSERT INTO post_violation VALUES"
                     " ('1', 'a', 'link', NULL, '2026-08-01', '2026-08-02', 'C', NULL),"
                     " ('1', 'a', 'link', NULL, '2026-08-05', NULL, NULL, NULL),"
                     " ('2', 'a', 'link', NULL, '2026-08-05', NULL, NULL, NULL),"
                     " ('2', 'a', 'link', NULL, '2026-08-06', NULL, NULL, NULL)");
    assert_rows(fixture, fixture_listing(fixture, "violations-removed"), UP, 4,
                "1/link not_met link 0\n1/link/2 - link 1\n2/link not_met link 1\n"
                "2/link/2 - link 1\n");
    assert_rows(fixture, fixture_listing(fixture, "violations"), ACTED, 4,
                "1/link not_met link 2026-08-01\n1/link/2 - link 2026-08-05\n"
                "2/link not_met link 2026-08-05\n2/link/2 - link 2026-08-06\n");
    fixture_close(fixture);
}
END_TEST

START_TEST(removal_is_timed_from_publication)
{
    static const char *const COLUMNS[] = {"item", "seconds_up"};
    show_rows("INSERT INTO post_violation (post, account, category, published_at, found_at,"
              " removed_at) VALUES"
              " ('1', 'a', 'link', '2026-08-01T08:00:00', '2026-08-02', '2026-08-01T09:00:00'),"
              " ('2', 'a', 'link', '2026-08-01T08:00:00', '2026-08-02', '2026-08-01T08:00:00'),"
              " ('3', 'a', 'link', '2026-08-01T08:00:00', '2026-08-02', '2026-08-01T07:59:59'),"
              " ('4', 'a', 'link', NULL, '2026-08-02', '2026-08-03'),"
              " ('5', 'a', 'link', '2026-08-01T08:00:00', '2026-08-02', NULL),"
              " ('6', 'a', 'link', '2026-08-01T08:00:00', '2026-08-02', '2026-10-01');",
              "violations", COLUMNS, 2,
              "1/link 3600\n2/link 0\n3/link -\n4/link -\n5/link -\n6/link -\n");
}
END_TEST

START_TEST(prv_1_asks_each_disclosure_for_its_consent)
{
    judge_rows("INSERT INTO private_disclosure (disclosure, account, disclosed_at,"
               " consent_recorded) VALUES ('1', 'a', '2026-07-01', 1), ('2', 'a', '2026-07-01', 0),"
               " ('3', 'a', '2026-07-01', NULL), ('4', 'a', '2026-06-30T23:59:59', 0),"
               " ('5', 'a', '2026-10-01', 0);",
               "PRV-1",
               "2026-Q2 4 not_met no_consent -\n2026-Q3 1 met - -\n"
               "2026-Q3 2 not_met no_consent -\n2026-Q3 3 no_evidence not_recorded -\n");
}
END_TEST

START_TEST(prv_2_asks_each_account_for_disclosures_without_recorded_consent)
{
    judge_rows("INSERT INTO account (account, agency) SELECT value, 'X' FROM json_each("
               "'[\"a-none\",\"b-consent\",\"c-earlier\",\"d-unexamined\",\"e-midnight\"]');"
               "INSERT INTO private_disclosure (disclosure, account, disclosed_at,"
               " consent_recorded) VALUES ('1', 'a-none', '2026-09-30T23:59:59', NULL),"
               " ('2', 'a-none', '2026-08-01', 1), ('3', 'b-consent', '2026-08-01', 1),"
               " ('4', 'c-earlier', '2026-06-30T23:59:59', 0),"
               " ('5', 'e-midnight', '2026-09-30T16:00:00Z', 0);"
               "INSERT INTO review VALUES ('X', 'a-none', 'privacy', '2026-09-01', NULL, 'i'),"
               " ('X', 'b-consent', 'privacy', '2026-09-30', NULL, 'i'),"
               " ('X', 'c-earlier', 'privacy', '2026-07-01', NULL, 'i'),"
               " ('X', 'd-unexamined', 'content', '2026-07-01', NULL, 'i');",
               "PRV-2",
               "2026-Q3 a-none not_met no_consent -\n2026-Q3 b-consent met - -\n"
               "2026-Q3 c-earlier met - -\n2026-Q3 d-unexamined no_evidence not_examined -\n"
               "2026-Q3 e-midnight no_evidence not_examined -\n");
}
END_TEST

START_TEST(prv_2_judges_each_quarter_by_its_own_disclosures)
{
    struct fixture *fixture =
        fixture_open("INSERT INTO account (account, agency) VALUES ('now', 'X'), ('then', 'X');"
                     "INSERT INTO private_disclosure (disclosure, account, disclosed_at) VALUES"
                     " ('1', 'now', '2026-07-01T00:00:00'), ('2', 'then', '2026-06-30T23:59:59');");
    fixture_set_times(fixture, 2, "2026-09-30", "2026-09-30");
    assert_judged(fixture, "PRV-2",
                  "2026-Q2 now no_evidence not_examined -\n2026-Q2 then not_met no_consent -\n"
                  "2026-Q3 now not_met no_consent -\n2026-Q3 then no_evidence not_examined -\n");
    fixture_close(fixture);
}
END_TEST

START_TEST(prv_3_wants_an_assessment_and_both_notices_within_72_hours)
{
    /* Detected at 8:00 on 1 September: the 72 hours end at 8:00 on the 4th. Detected on 28
     * September: they have not run out on 30 September, those of the 27th have. */
    judge_rows(
        "INSERT INTO incident (incident, agency, detected_at, personal_data,"
        " npc_notified_at, subjects_notified_at) VALUES"
        " ('none', 'X', NULL, 0, NULL, NULL), ('unsaid', 'X', '2026-09-01', NULL, NULL, NULL),"
        " ('undated', 'X', NULL, 1, '2026-09-01', '2026-09-01'),"
        " ('in-time', 'X', '2026-09-01T08:00:00', 1, '2026-09-01', '2026-09-04T08:00:00'),"
        " ('late', 'X', '2026-09-01T08:00:00', 1, '2026-09-04T08:00:01', '2026-09-02'),"
        " ('half', 'X', '2026-09-27T23:59:59', 1, '2026-09-28', NULL),"
        " ('early', 'X', '2026-09-28T00:00:00', 1, '2026-09-28', NULL),"
        " ('unknown', 'X', '2026-09-01', 1, '2026-09-02', '2026-10-01'),"
        " ('tomorrow', 'X', '2026-10-01', 1, NULL, NULL);"
        "INSERT INTO private_disclosure (disclosure, account, disclosed_at,"
        " consent_recorded, incident) VALUES ('01', 'a', '2026-07-01', 0, 'none'),"
        " ('02', 'a', '2026-07-01', NULL, 'unsaid'), ('03', 'a', '2026-07-01', 0, 'undated'),"
        " ('04', 'a', '2026-07-01', 0, 'in-time'), ('05', 'a', '2026-07-01', 0, 'late'),"
        " ('06', 'a', '2026-07-01', 0, 'half'), ('07', 'a', '2026-07-01', 0, 'early'),"
        " ('08', 'a', '2026-07-01', 0, 'unknown'), ('09', 'a', '2026-07-01', 0, 'tomorrow'),"
        " ('10', 'a', '2026-07-01', 0, NULL), ('11', 'a', '2026-07-01', 0, 'nowhere'),"
        " ('12', 'a', '2026-07-01', 1, NULL), ('13', 'a', '2026-07-01', NULL, '');",
        "PRV-3",
        "2026-Q3 01 met - -\n2026-Q3 02 no_evidence not_recorded -\n"
        "2026-Q3 03 no_evidence not_recorded -\n2026-Q3 04 met - -\n"
        "2026-Q3 05 not_met late -\n2026-Q3 06 not_met not_notified -\n2026-Q3 07 - - -\n"
        "2026-Q3 08 not_met not_notified -\n2026-Q3 09 no_evidence not_recorded -\n"
        "2026-Q3 10 not_met not_assessed -\n2026-Q3 11 not_met not_assessed -\n"
        "2026-Q3 13 not_met not_assessed -\n");
}
END_TEST

START_TEST(measures_of_content_take_their_own_columns)
{
    static const char *const DECLARED[] = {
        "posts-published count of - per - where - in period by purpose category as number",
        "posts-transparency share of transparency per - where - in period by - as percent",
        "posts-statements share of statement per - where - in period by - as percent",
        "posts-advisories share of advisory per - where - in period by - as percent",
        "posts-originals share of original per - where - in period by - as percent",
        "posts-participatory count of - per - where participatory in period by purpose as number"
        " within posts-published",
        "participants sum of participants per - where participatory in period by - as number",
        "engagement-rate ratio of engagements per reach where - in period by - as percent",
        "engagement-by-impressions ratio of engagements per impressions where - in period by - as"
        " percent",
        "video-engagement ratio of engagements per views where - in period by - as percent",
        "virality ratio of shares per impressions where - in period by - as percent",
        "posts-without-reach count of - per - where without_reach in period by - as number within"
        " posts-published",
        "posts-violating share of barred per - where - in period by - as percent",
        "violations-found count of - per - where - in period by category as number",
        "violation-removal-median median of seconds_up per - where - in period by - as seconds",
        "violations-still-up count of - per - where still_up in period by category as number",
        "disclosures-found count of - per - where - in period by - as number",
        "disclosure-consent share of consented per - where - in period by - as percent",
    };
    struct fixture *fixture = fixture_open("");
    assert_declared(fixture, DECLARED, ARRAY_LENGTH(DECLARED));
    fixture_close(fixture);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("listings of content");
    tcase_add_test(t, pst_2_wants_the_author_on_record);
    tcase_add_test(t, pst_3_compares_approval_and_publication_as_instants);
    tcase_add_test(t, cnt_4_allows_three_kinds_of_content);
    tcase_add_test(t, an_act_is_judged_on_its_day_in_manila);
    tcase_add_test(t, posts_are_told_by_category_and_purpose);
    tcase_add_test(t, engagement_stands_beside_what_it_is_divided_by);
    tcase_add_test(t, a_post_is_barred_once_that_is_found);
    tcase_add_test(t, blk_4_counts_the_links_still_up_when_the_quarter_ends);
    tcase_add_test(t, blk_1_to_5_each_look_at_one_category);
    tcase_add_test(t, blk_6_judges_each_finding_until_the_quarter_of_its_removal);
    tcase_add_test(t, a_post_found_twice_of_a_category_is_one_item_and_two_findings);
    tcase_add_test(t, removal_is_timed_from_publication);
    tcase_add_test(t, prv_1_asks_each_disclosure_for_its_consent);
    tcase_add_test(t, prv_2_asks_each_account_for_disclosures_without_recorded_consent);
    tcase_add_test(t, prv_2_judges_each_quarter_by_its_own_disclosures);
    tcase_add_test(t, prv_3_wants_an_assessment_and_both_notices_within_72_hours);
    tcase_add_test(t, measures_of_content_take_their_own_columns);
    return t;
}
