/* SPDX-License-Identifier: MIT */

/* The listings of queries/ as a whole, and those of agencies and events. */
#include "listing_fixture.h"

static void show(const char *rows, const char *listing, const char *const *columns, size_t count,
                 const char *expected)
{
    struct fixture *fixture = fixture_open(rows);
    assert_rows(fixture, fixture_listing(fixture, listing), columns, count, expected);
    fixture_close(fixture);
}

static void judge(const char *rows, const char *control, const char *expected)
{
    struct fixture *fixture = fixture_open(rows);
    assert_judged(fixture, control, expected);
    fixture_close(fixture);
}

static void describe_control(const struct control *control, struct text *text)
{
    text_printf(text, "%s %s by %s%s%s%s\n", control->id, ITEM_KINDS[control->item],
                control->judged == JUDGED_IN_PERIOD ? "act" : "state",
                control->critical ? " critical" : "",
                control->sensitivity == SENSITIVITY_SECURITY ? " security" : "",
                control->counts_not_reporting ? " all" : "");
}

START_TEST(the_controls_are_declared_as_the_method_needs_them)
{
    static const char *const IDS[] = {"EML-1", "APR-1", "APR-2", "DEF-10", "PST-1", "BLK-6",
                                      "PRV-1", "POL-2", "SEC-4", "TEM-2",  "TEM-6", "POP-1"};
    struct fixture *fixture = fixture_open("");
    struct text all = {0};
    for (size_t i = 0; i < ARRAY_LENGTH(IDS); i++) {
        const struct control *control = listings_control(&fixture->listings, IDS[i]);
        ck_assert_msg(control != NULL, "there is no control %s", IDS[i]);
        describe_control(control, &all);
        ck_assert_int_eq(control->effective_from, fixture_day("2018-02-05"));
        ck_assert_str_eq(control->basis, "Order");
        ck_assert_str_eq(control->standing, "proposed");
        ck_assert(control->weight >= 1 && control->weight <= 3);
        ck_assert(!control->critical || control->remedy_days > 0);
    }
    ck_assert_str_eq(text_string(&all),
                     "EML-1 account by state critical\nAPR-1 account by state critical\n"
                     "APR-2 account by act\nDEF-10 account by state\nPST-1 post by act critical\n"
                     "BLK-6 violation by state critical\nPRV-1 disclosure by act critical\n"
                     "POL-2 account by state critical\nSEC-4 account by state critical security\n"
                     "TEM-2 agency by state critical\nTEM-6 account by state\n"
                     "POP-1 agency by act critical all\n");
    text_finish(&all);
    fixture_close(fixture);
}
END_TEST

START_TEST(each_measure_takes_its_own_columns)
{
    static const char *const DECLARED[] = {
        "accounts-active count of - per - where - in period by platform as number",
        "feedback-answered count of - per - where answered in period by - as number within"
        " feedback-required",
        "feedback-response-median median of response_seconds per - where - in period by - as"
        " seconds",
        "feedback-response-p90 p90 of response_seconds per - where - in period by - as seconds",
        "feedback-spam count of - per - where spam in period by - as number",
        "incident-containment-mean mean of containment per - where - in period by - as seconds",
        "incident-containment-median median of containment per - where - in period by - as"
        " seconds",
        "incidents-detected count of - per - where - in period by class severity as number",
    };
    struct fixture *fixture = fixture_open("");
    assert_declared(fixture, DECLARED, ARRAY_LENGTH(DECLARED));
    fixture_close(fixture);
}
END_TEST

/** The columns that a measure takes, and how, without its id, its unit and of what it is a part:
 * " count of - per - where answered in period by -". */
static char *make_of_measure(const struct measure_definition *measure)
{
    struct text text = {0}, made = {0};
    describe_measure(measure, &text);
    const char *from = text_string(&text) + strlen(measure->id);
    text_append_bytes(&made, from, (size_t)(strstr(from, " as ") - from));
    text_finish(&text);
    return text_detach(&made);
}

static void assert_differs(const struct measure_definition *one,
                           const struct measure_definition *other)
{
    char *made = make_of_measure(one), *like = make_of_measure(other);
    ck_assert_msg(strcmp(made, like) != 0, "%s and %s both are%s", one->id, other->id, made);
    free(made);
    free(like);
}

/* A header copied for the next measure, and its column forgotten, would count the same twice. */
START_TEST(no_two_measures_of_a_listing_take_the_same_columns)
{
    struct fixture *fixture = fixture_open("");
    size_t compared = 0;
    for (size_t l = 0; l < fixture->listings.count; l++) {
        const struct listing *listing = &fixture->listings.items[l];
        for (size_t i = 0; i < listing->measure_count; i++)
            for (size_t j = 0; j < i; j++, compared++)
                assert_differs(&listing->measures[i], &listing->measures[j]);
    }
    ck_assert_uint_gt(compared, 100);
    fixture_close(fixture);
}
END_TEST

START_TEST(tem_2_asks_who_designated_the_officer_and_whether_they_were_head_that_day)
{
    judge("INSERT INTO agency (agency, name) SELECT value, value FROM json_each("
          "'[\"A\",\"B\",\"C\",\"D\",\"E\",\"F\",\"G\",\"I\",\"J\"]');"
          "INSERT INTO assignment (officer, agency, role, designated_by, designation_ref,"
          " starts_on, ends_on) VALUES ('H', 'A', 'head', NULL, NULL, '2026-01-01', '2026-03-01'),"
          " ('S', 'A', 'social_media_officer', 'H', '1', '2026-03-01', '2026-09-30'),"
          " ('H', 'B', 'head', NULL, NULL, '2026-01-01', '2026-03-01'),"
          " ('S', 'B', 'social_media_officer', 'H', '1', '2026-03-02', NULL),"
          " ('S', 'C', 'social_media_officer', 'H', '', '2026-02-01', NULL),"
          " ('H', 'D', 'head', NULL, NULL, NULL, NULL),"
          " ('S', 'D', 'social_media_officer', 'H', '1', NULL, NULL),"
          " ('S', 'E', 'social_media_officer', 'H', '1', '2026-02-01', '2026-09-29'),"
          " ('H', 'G', 'head', NULL, NULL, '2026-09-30', NULL),"
          " ('T', 'G', 'social_media_officer', NULL, NULL, NULL, NULL),"
          " ('S', 'G', 'social_media_officer', 'H', '1', '2026-09-30', NULL),"
          " ('S', 'I', 'social_media_officer', NULL, '1', '2026-09-30', NULL),"
          " ('H', 'J', 'head', NULL, NULL, NULL, NULL),"
          " ('S', 'J', 'social_media_officer', 'H', '1', '2026-10-01', NULL);",
          "TEM-2",
          "2026-Q3 A met - -\n2026-Q3 B not_met not_by_head -\n2026-Q3 C no_evidence no_order -\n"
          "2026-Q3 D no_evidence no_order -\n2026-Q3 E not_met vacant -\n"
          "2026-Q3 F not_met vacant -\n2026-Q3 G met - -\n2026-Q3 I no_evidence no_order -\n"
          "2026-Q3 J not_met vacant -\n");
}
END_TEST

static const char AGENCIES[] =
    "INSERT INTO agency (agency, name, active_from, active_to) VALUES ('A', 'A', NULL, NULL),"
    " ('B', 'B', '2026-09-30', NULL), ('C', 'C', '2026-10-01', NULL),"
    " ('D', 'D', NULL, '2026-06-30'), ('E', 'E', NULL, '2026-07-01'),"
    " ('F', 'F', NULL, '2026-09-29'), ('G', 'G', NULL, '2026-09-30');";

START_TEST(tem_2_judges_agencies_that_exist_on_the_last_day)
{
    judge(AGENCIES, "TEM-2",
          "2026-Q3 A not_met vacant -\n2026-Q3 B not_met vacant -\n2026-Q3 G not_met vacant -\n");
}
END_TEST

START_TEST(pop_1_judges_agencies_that_exist_on_any_day_of_the_quarter)
{
    judge(AGENCIES, "POP-1",
          "2026-Q3 A not_met not_submitted -\n2026-Q3 B not_met not_submitted -\n"
          "2026-Q3 E not_met not_submitted -\n2026-Q3 F not_met not_submitted -\n"
          "2026-Q3 G not_met not_submitted -\n");
}
END_TEST

START_TEST(pop_1_counts_reports_submitted_by_the_last_day_for_it)
{
    struct fixture *fixture = fixture_open(
        "INSERT INTO agency (agency, name) VALUES ('A', 'A'), ('B', 'B'), ('C', 'C'), ('D', 'D'),"
        " ('E', 'E');"
        "INSERT INTO submission VALUES ('A', '2026-Q3', '2026-10-15T23:59:59'),"
        " ('B', '2026-Q3', '2026-10-16T00:00:00'), ('C', '2026-Q3', NULL),"
        " ('D', '2026-Q2', '2026-07-01'), ('E', '2026-Q3', '2026-10-15T16:00:00Z'),"
        " ('E', '2026-Q3', '2026-10-20');");
    fixture_set_times(fixture, 1, "2026-10-31", "2026-10-15");
    assert_judged(fixture, "POP-1",
                  "2026-Q3 A met - -\n2026-Q3 B not_met not_submitted -\n2026-Q3 C met - -\n"
                  "2026-Q3 D not_met not_submitted -\n2026-Q3 E not_met not_submitted -\n");
    /* The last day for reports may lie after the day of the data: a quarter is reported when it is
     * over. */
    fixture_set_times(fixture, 1, "2026-09-30", "2026-10-16");
    assert_judged(fixture, "POP-1",
                  "2026-Q3 A met - -\n2026-Q3 B met - -\n2026-Q3 C met - -\n"
                  "2026-Q3 D not_met not_submitted -\n2026-Q3 E met - -\n");
    fixture_close(fixture);
}
END_TEST

START_TEST(pst_1_asks_whether_the_author_was_in_office_that_day)
{
    judge("INSERT INTO account (account, agency) VALUES ('x', 'X'), ('x2', 'X'), ('y', 'Y');"
          "INSERT INTO assignment (officer, agency, account, role, starts_on, ends_on) VALUES"
          " ('T', 'X', NULL, 'team_member', '2026-08-01', '2026-08-31'),"
          " ('A', 'X', 'x', 'account_administrator', NULL, NULL),"
          " ('L', 'X', '', 'legal', NULL, NULL), ('H', 'X', NULL, 'head', NULL, NULL),"
          " ('S', 'X', NULL, 'social_media_officer', NULL, NULL),"
          " ('Z', 'X', NULL, 'driver', NULL, NULL), ('H', 'X', NULL, 'legal', NULL, NULL);"
          "INSERT INTO post (post, account, published_at, author) VALUES"
          " ('01', 'x', '2026-07-31T23:59:59', 'T'), ('02', 'x', '2026-08-01T00:00:00', 'T'),"
          " ('03', 'x2', '2026-08-31T23:59:59', 'T'), ('04', 'x', '2026-08-31T16:00:00Z', 'T'),"
          " ('05', 'x', '2026-08-10', 'A'), ('06', 'x2', '2026-08-10', 'A'),"
          " ('07', 'x2', '2026-08-10', 'L'), ('08', 'x', '2026-08-10', 'H'),"
          " ('09', 'y', '2026-08-10', 'H'), ('10', 'x', '2026-08-10', 'S'),"
          " ('11', 'x', '2026-08-10', 'Z'), ('12', 'x', '2026-08-10', NULL),"
          " ('13', 'x', '2026-08-10', ''), ('14', 'x', '2026-08-10', 'nobody'),"
          " ('15', 'lost', '2026-08-10', 'H'), ('16', 'x', '2026-06-30', 'H'),"
          " ('17', 'x', '2026-10-01', 'H');",
          "PST-1",
          "2026-Q2 16 met - -\n2026-Q3 01 not_met not_authorised -\n2026-Q3 02 met - -\n"
          "2026-Q3 03 met - -\n2026-Q3 04 not_met not_authorised -\n2026-Q3 05 met - -\n"
          "2026-Q3 06 not_met not_authorised -\n2026-Q3 07 met - -\n2026-Q3 08 met - -\n"
          "2026-Q3 09 not_met not_authorised -\n2026-Q3 10 met - -\n"
          "2026-Q3 11 not_met not_authorised -\n2026-Q3 12 no_evidence not_recorded -\n2026-Q3 13 "
          "no_evidence not_recorded -\n"
          "2026-Q3 14 not_met not_authorised -\n2026-Q3 15 not_met not_authorised -\n");
}
END_TEST

START_TEST(engagement_stands_beside_the_reach_where_there_is_one)
{
    static const char *const COLUMNS[] = {"item", "account", "engagements", "reach"};
    show("INSERT INTO post (post, account, published_at, reach, reactions, comments, shares,"
         " clicks, views) VALUES ('1', 'x', '2026-08-01', 100, 1, 20, 300, 4000, 50000),"
         " ('2', 'x', '2026-08-01', 0, 5, NULL, NULL, 1, 1),"
         " ('3', 'x', '2026-08-01', NULL, NULL, NULL, NULL, NULL, 9);",
         "posts", COLUMNS, 4, "1 x 4321 100\n2 x 6 -\n3 x - -\n");
}
END_TEST

START_TEST(barred_content_counts_when_it_was_found)
{
    static const char *const COLUMNS[] = {"item", "account", "period", "category"};
    show("INSERT INTO post_violation (post, account, category, published_at, found_at, removed_at)"
         " VALUES"
         " ('1', 'a', 'link', '2026-01-01', '2026-07-01', '2026-07-02'),"
         " ('1', 'a', 'other', '2026-01-01', '2026-06-30T23:59:59', NULL),"
         " ('2', 'a', 'link', NULL, '2026-10-01', NULL);",
         "violations", COLUMNS, 4, "1/link a 2026-Q3 link\n1/other a 2026-Q2 other\n");
}
END_TEST

START_TEST(a_disclosure_without_a_record_of_consent_has_none)
{
    static const char *const COLUMNS[] = {"item", "account", "period", "consented"};
    show("INSERT INTO private_disclosure (disclosure, account, disclosed_at, consent_recorded)"
         " VALUES ('1', 'a', '2026-07-01', 1), ('2', 'a', '2026-07-01', 0),"
         " ('3', 'a', '2026-06-30', NULL), ('4', 'a', '2026-10-01', 1);",
         "disclosures", COLUMNS, 4, "1 a 2026-Q3 1\n2 a 2026-Q3 0\n3 a 2026-Q2 0\n");
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("listings");
    tcase_add_test(t, the_controls_are_declared_as_the_method_needs_them);
    tcase_add_test(t, each_measure_takes_its_own_columns);
    tcase_add_test(t, no_two_measures_of_a_listing_take_the_same_columns);
    tcase_add_test(t, tem_2_asks_who_designated_the_officer_and_whether_they_were_head_that_day);
    tcase_add_test(t, tem_2_judges_agencies_that_exist_on_the_last_day);
    tcase_add_test(t, pop_1_judges_agencies_that_exist_on_any_day_of_the_quarter);
    tcase_add_test(t, pop_1_counts_reports_submitted_by_the_last_day_for_it);
    tcase_add_test(t, pst_1_asks_whether_the_author_was_in_office_that_day);
    tcase_add_test(t, engagement_stands_beside_the_reach_where_there_is_one);
    tcase_add_test(t, barred_content_counts_when_it_was_found);
    tcase_add_test(t, a_disclosure_without_a_record_of_consent_has_none);
    return t;
}
