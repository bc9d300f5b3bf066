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
                     "BLK-6 account by state critical\nPRV-1 account by act critical\n"
                     "POL-2 account by state critical\nSEC-4 account by state critical security\n"
                     "TEM-2 agency by state critical\nTEM-6 account by state\n"
                     "POP-1 agency by act critical all\n");
    text_finish(&all);
    fixture_close(fixture);
}
END_TEST

/** "feedback-on-time share of on_time where - in due_period by -" */
static void describe_measure(const struct measure_definition *measure, struct text *text)
{
    text_printf(text, "%s: %s of %s per %s where %s in %s by", measure->id,
                STATISTICS[measure->statistic], measure->of ? measure->of : "-",
                measure->per ? measure->per : "-", measure->where ? measure->where : "-",
                measure->period);
    for (size_t i = 0; i < measure->by_count; i++)
        text_printf(text, " %s", measure->by[i]);
    text_printf(text, " as %s\n", MEASURE_UNITS[measure->unit]);
}

START_TEST(each_measure_takes_its_own_columns)
{
    static const char EXPECTED[] =
        "accounts-active: count of - per - where - in period by platform as number\n"
        "disclosure-consent: share of consented per - where - in period by as percent\n"
        "disclosures-found: count of - per - where - in period by as number\n"
        "engagement-rate: ratio of engagements per reach where - in period by as percent\n"
        "feedback-answered: count of - per - where answered in period by as number\n"
        "feedback-duplicates: count of - per - where duplicate in period by as number\n"
        "feedback-on-time: share of on_time per - where - in due_period by as percent\n"
        "feedback-received: count of - per - where counted in period by kind channel as number\n"
        "feedback-required: count of - per - where required in period by as number\n"
        "feedback-response-median: median of response_seconds per - where - in period by as"
        " seconds\n"
        "feedback-response-p90: p90 of response_seconds per - where - in period by as seconds\n"
        "feedback-response-rate: share of answered per - where - in period by as percent\n"
        "feedback-spam: count of - per - where spam in period by as number\n"
        "incident-containment-mean: mean of containment per - where - in period by as seconds\n"
        "incident-containment-median: median of containment per - where - in period by as seconds\n"
        "incidents-detected: count of - per - where - in period by class severity as number\n"
        "moderation-actions: count of - per - where - in period by category action as number\n"
        "posts-published: count of - per - where - in period by as number\n"
        "violations-found: count of - per - where - in period by category as number\n";
    struct fixture *fixture = fixture_open("");
    char *lines[32] = {0};
    size_t count = 0;
    for (size_t l = 0; l < fixture->listings.count; l++) {
        const struct listing *listing = &fixture->listings.items[l];
        for (size_t i = 0; i < listing->measure_count && count < 32; i++) {
            struct text line = {0};
            describe_measure(&listing->measures[i], &line);
            lines[count++] = text_detach(&line);
        }
    }
    qsort(lines, count, sizeof lines[0], fixture_compare_lines);
    struct text all = {0};
    for (size_t i = 0; i < count; i++) {
        text_append(&all, lines[i]);
        free(lines[i]);
    }
    ck_assert_str_eq(text_string(&all), EXPECTED);
    text_finish(&all);
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
          "2026-Q3 11 not_met not_authorised -\n2026-Q3 12 no_evidence not_recorded -\n2026-Q3 13 no_evidence not_recorded -\n"
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

START_TEST(messages_are_counted_without_spam_and_duplicates)
{
    static const char *const COLUMNS[] = {"item",    "agency", "period",    "kind",    "channel",
                                          "counted", "spam",   "duplicate", "required"};
    show("INSERT INTO feedback (feedback, agency, kind, channel, requires_response, received_at,"
         " duplicate_of) VALUES ('1', 'X', 'complaint', 'page', 1, '2026-09-30T23:59:59', NULL),"
         " ('2', 'X', 'spam', 'page', 1, '2026-07-01T00:00:00', NULL),"
         " ('3', 'X', 'inquiry', '', 1, '2026-06-30T16:00:00Z', '1'),"
         " ('4', 'X', 'spam', NULL, 0, '2026-08-01', '1'),"
         " ('5', 'X', 'praise', NULL, 1, '2026-08-01', ''),"
         " ('6', 'X', NULL, NULL, 1, '2026-08-01', NULL),"
         " ('7', 'X', 'request', NULL, 0, '2026-08-01', NULL),"
         " ('8', 'X', 'request', NULL, NULL, '2026-08-01', NULL),"
         " ('9', 'X', 'request', NULL, 1, '2026-10-01T00:00:00', NULL);",
         "feedback", COLUMNS, 9,
         "1 X 2026-Q3 complaint page 1 0 0 1\n2 X 2026-Q3 spam page 0 1 0 0\n"
         "3 X 2026-Q3 inquiry - 0 0 1 0\n4 X 2026-Q3 spam - 0 1 0 0\n5 X 2026-Q3 praise - 1 0 0 0\n"
         "6 X 2026-Q3 - - 1 0 0 1\n7 X 2026-Q3 request - 1 0 0 0\n8 X 2026-Q3 request - 1 0 0 0\n");
}
END_TEST

START_TEST(a_response_is_in_time_until_the_end_of_the_fifteenth_working_day)
{
    static const char *const COLUMNS[] = {"item", "answered", "due_period", "on_time",
                                          "response_seconds"};
    /* Working days after Monday 17 August 2026: 18 to 21 August, 4 in all; to the 28th, 9; 1 to 4
     * September, 13 (31 August is none); 7 and 8 September, 15. In region I the 3rd is none either,
     * and the 9th is the day. After 9 September: 10 and 11, 2 in all; to the 18th, 7; to the 25th,
     * 12; 28 to 30, 15. So a message of the 9th falls due on 30 September, and one of the 10th on 1
     * October. */
    show("INSERT INTO agency (agency, name, region) VALUES ('X', 'X', NULL), ('R', 'R', 'I');"
         "INSERT INTO feedback (feedback, agency, requires_response, received_at,"
         " first_response_at, automatic) VALUES"
         " ('01', 'X', 1, '2026-08-17T08:00:00', '2026-09-08T23:59:59', 0),"
         " ('02', 'X', 1, '2026-08-17T08:00:00', '2026-09-09T00:00:00', NULL),"
         " ('03', 'R', 1, '2026-08-17T08:00:00', '2026-09-09T23:59:59', NULL),"
         " ('04', 'R', 1, '2026-08-17T08:00:00', '2026-09-10T00:00:00', NULL),"
         " ('05', 'lost', 1, '2026-08-17T08:00:00', '2026-08-17T08:00:01', 1),"
         " ('06', 'X', 1, '2026-08-17T08:00:00', '2026-10-01T00:00:00', NULL),"
         " ('07', 'X', 1, '2026-09-09T08:00:00', NULL, NULL),"
         " ('08', 'X', 1, '2026-09-10T08:00:00', NULL, NULL),"
         " ('09', 'X', 0, '2026-08-17T08:00:00', '2026-08-17T09:00:00', NULL),"
         " ('10', 'X', 1, '2026-08-17T08:00:00', '2026-08-17T07:59:59', NULL),"
         " ('11', 'X', 1, '2026-08-17T08:00:00', '2026-08-17T08:00:00+08:00', NULL),"
         " ('12', 'X', 1, '2026-06-22T08:00:00', '2026-06-22T09:00:00', NULL),"
         " ('13', 'X', 1, '2026-09-10T08:00:00', '2026-09-10T08:01:00', NULL),"
         " ('14', 'X', 1, '2026-08-17T08:00:00', '2026-09-08T16:00:00Z', NULL);",
         "feedback", COLUMNS, 5,
         "01 1 2026-Q3 1 1958399\n02 1 2026-Q3 0 1958400\n03 1 2026-Q3 1 2044799\n"
         "04 1 2026-Q3 0 2044800\n05 0 2026-Q3 0 -\n06 0 2026-Q3 0 -\n07 0 2026-Q3 0 -\n"
         "08 0 - - -\n09 - - - -\n10 0 2026-Q3 0 -\n11 1 2026-Q3 1 0\n12 1 2026-Q3 1 3600\n"
         "13 1 - - 60\n14 1 2026-Q3 0 1958400\n");
}
END_TEST

START_TEST(a_message_of_one_quarter_may_fall_due_in_the_next)
{
    static const char *const COLUMNS[] = {"item", "period", "due_period"};
    show("INSERT INTO feedback (feedback, agency, requires_response, received_at) VALUES"
         " ('1', 'X', 1, '2026-06-09'), ('2', 'X', 1, '2026-06-10');",
         "feedback", COLUMNS, 3, "1 2026-Q2 2026-Q2\n2 2026-Q2 2026-Q3\n");
}
END_TEST

START_TEST(moderation_counts_what_was_done_and_when)
{
    static const char *const COLUMNS[] = {"item", "account", "period", "category", "action"};
    show("INSERT INTO moderation (moderation, account, category, action, flagged_at, acted_at)"
         " VALUES ('1', 'a', 'link', 'hide', '2026-06-30', '2026-07-01T00:00:00'),"
         " ('2', 'a', '', 'delete', NULL, '2026-09-30T23:59:59'),"
         " ('3', 'a', 'link', 'none', NULL, '2026-08-01'),"
         " ('4', 'a', 'link', NULL, NULL, '2026-08-01'), ('5', 'a', 'link', 'hide', NULL, NULL),"
         " ('6', 'a', 'link', 'hide', NULL, '2026-10-01T00:00:00'),"
         " ('7', 'a', 'link', '', NULL, '2026-08-01');",
         "moderation", COLUMNS, 5, "1 a 2026-Q3 link hide\n2 a 2026-Q3 - delete\n");
}
END_TEST

START_TEST(incidents_stand_in_the_quarter_of_their_detection)
{
    static const char *const COLUMNS[] = {"item",  "agency",   "period",
                                          "class", "severity", "containment"};
    show("INSERT INTO incident (incident, agency, class, severity, occurred_at, detected_at,"
         " contained_at) VALUES"
         " ('1', 'X', 'takeover', 'high', '2026-06-30', '2026-07-01T00:00:00',"
         " '2026-07-01T01:00:00'), ('2', 'X', NULL, '', '2026-06-30T23:00:00', NULL, '2026-07-01'),"
         " ('3', 'X', 'a', 'low', NULL, NULL, NULL),"
         " ('4', 'X', 'a', 'low', NULL, '2026-09-30T23:59:59', '2026-10-01T00:00:00'),"
         " ('5', 'X', 'a', 'low', '2026-09-30', '2026-10-01T00:00:00', NULL),"
         " ('6', 'X', 'a', 'low', NULL, '2026-09-01T00:00:01', '2026-09-01T00:00:00'),"
         " ('7', 'X', 'a', 'low', NULL, '2026-09-01', '2026-09-01');",
         "incidents", COLUMNS, 6,
         "1 X 2026-Q3 takeover high 3600\n2 X 2026-Q2 - - -\n4 X 2026-Q3 a low -\n"
         "6 X 2026-Q3 a low -\n7 X 2026-Q3 a low 0\n");
}
END_TEST

START_TEST(barred_content_counts_when_it_was_found)
{
    static const char *const COLUMNS[] = {"item", "account", "period", "category"};
    show("INSERT INTO post_violation VALUES"
         " ('1', 'a', 'link', '2026-01-01', '2026-07-01', '2026-07-02'),"
         " ('1', 'a', 'other', '2026-01-01', '2026-06-30T23:59:59', NULL),"
         " ('2', 'a', 'link', NULL, '2026-10-01', NULL);",
         "violations", COLUMNS, 4, "1 a 2026-Q2 other\n1 a 2026-Q3 link\n");
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
    tcase_add_test(t, tem_2_asks_who_designated_the_officer_and_whether_they_were_head_that_day);
    tcase_add_test(t, tem_2_judges_agencies_that_exist_on_the_last_day);
    tcase_add_test(t, pop_1_judges_agencies_that_exist_on_any_day_of_the_quarter);
    tcase_add_test(t, pop_1_counts_reports_submitted_by_the_last_day_for_it);
    tcase_add_test(t, pst_1_asks_whether_the_author_was_in_office_that_day);
    tcase_add_test(t, engagement_stands_beside_the_reach_where_there_is_one);
    tcase_add_test(t, messages_are_counted_without_spam_and_duplicates);
    tcase_add_test(t, a_response_is_in_time_until_the_end_of_the_fifteenth_working_day);
    tcase_add_test(t, a_message_of_one_quarter_may_fall_due_in_the_next);
    tcase_add_test(t, moderation_counts_what_was_done_and_when);
    tcase_add_test(t, incidents_stand_in_the_quarter_of_their_detection);
    tcase_add_test(t, barred_content_counts_when_it_was_found);
    tcase_add_test(t, a_disclosure_without_a_record_of_consent_has_none);
    return t;
}
