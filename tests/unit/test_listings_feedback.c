/* SPDX-License-Identifier: MIT */

/* The listings of messages of the public: volume and answers, backlog, channels. */
#include "listing_fixture.h"

#define MONDAY "'2026-08-17T08:00:00'"

/* --- volume and answers ----------------------------------------------------------------------- */

START_TEST(messages_are_counted_without_spam_and_duplicates)
{
    static const char *const COLUMNS[] = {"item",    "agency", "period",    "kind",    "channel",
                                          "counted", "spam",   "duplicate", "required"};
    show_rows(
        "INSERT INTO feedback (feedback, agency, kind, channel, requires_response, received_at,"
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

START_TEST(an_answer_is_known_not_automatic_and_not_before_its_message)
{
    static const char *const COLUMNS[] = {"item",     "answered",         "open",
                                          "resolved", "response_seconds", "resolution_seconds"};
    show_rows("INSERT INTO feedback (feedback, agency, requires_response, received_at,"
              " first_response_at, automatic, resolved_at) VALUES"
              " ('1', 'X', 1, " MONDAY ", '2026-08-17T08:00:00', 0, '2026-08-18T08:00:01'),"
              " ('2', 'X', 1, " MONDAY ", '2026-08-17T08:00:01', 1, NULL),"
              " ('3', 'X', 1, " MONDAY ", '2026-08-17T07:59:59', NULL, '2026-08-17T07:59:59'),"
              " ('4', 'X', 1, " MONDAY ", '2026-10-01T00:00:00', NULL, '2026-10-01T00:00:00'),"
              " ('5', 'X', 1, " MONDAY ", '2026-08-17T00:02:00Z', NULL, '2026-09-30T23:59:59'),"
              " ('6', 'X', 0, " MONDAY ", '2026-08-17T09:00:00', NULL, '2026-08-17T09:00:00'),"
              " ('7', 'X', 1, " MONDAY ", NULL, NULL, NULL);",
              "feedback", COLUMNS, 6,
              "1 1 0 1 0 86401\n2 0 1 0 - -\n3 0 1 0 - -\n4 0 1 0 - -\n5 1 0 1 120 3859199\n"
              "6 - - - - -\n7 0 1 0 - -\n");
}
END_TEST

/* What X referred to R on 21 August. 1: R answered. 2: X had answered before. 3: at the very second
 * of the referral the answer is R's. 4 and 5 are no referrals, to itself and before the receipt. 6:
 * on the day after the data. 7 was spam; 8 needs no answer. 9 was referred in the quarter after the
 * one in which it was received. */
START_TEST(a_referred_message_is_received_once_and_answered_by_who_took_it_over)
{
    static const char *const COLUMNS[] = {
        "item",      "agency",   "period",   "counted",          "taken_over",
        "passed_on", "required", "answered", "response_seconds", "referred_period"};
    show_rows("INSERT INTO feedback (feedback, agency, kind, requires_response, received_at,"
              " first_response_at, referred_to, referred_at) VALUES"
              " ('1', 'X', NULL, 1, " MONDAY ", '2026-08-21T08:00:09', 'R', '2026-08-21T08:00:00'),"
              " ('2', 'X', NULL, 1, " MONDAY ", '2026-08-21T07:59:59', 'R', '2026-08-21T08:00:00'),"
              " ('3', 'X', NULL, 1, " MONDAY ", '2026-08-21T08:00:00', 'R', '2026-08-21T08:00:00'),"
              " ('4', 'X', NULL, 1, " MONDAY ", NULL, 'X', '2026-08-21T08:00:00'),"
              " ('5', 'X', NULL, 1, " MONDAY ", NULL, 'R', '2026-08-17T07:59:59'),"
              " ('6', 'X', NULL, 1, " MONDAY ", NULL, 'R', '2026-10-01T00:00:00'),"
              " ('7', 'X', 'spam', 1, " MONDAY ", NULL, 'R', '2026-08-21T08:00:00'),"
              " ('8', 'X', NULL, 0, " MONDAY ", NULL, 'R', '2026-08-21T08:00:00'),"
              " ('9', 'X', NULL, 1, '2026-06-30', NULL, 'R', '2026-07-01T00:00:00');",
              "feedback", COLUMNS, ARRAY_LENGTH(COLUMNS),
              "1 X 2026-Q3 1 0 1 0 - - 2026-Q3\n1/referred R 2026-Q3 0 1 0 1 1 9 -\n"
              "2 X 2026-Q3 1 0 1 0 - - 2026-Q3\n2/referred R 2026-Q3 0 1 0 1 0 - -\n"
              "3 X 2026-Q3 1 0 1 0 - - 2026-Q3\n3/referred R 2026-Q3 0 1 0 1 1 0 -\n"
              "4 X 2026-Q3 1 0 0 1 0 - -\n5 X 2026-Q3 1 0 0 1 0 - -\n6 X 2026-Q3 1 0 0 1 0 - -\n"
              "7 X 2026-Q3 0 0 0 0 - - 2026-Q3\n7/referred R 2026-Q3 0 0 0 0 - - -\n"
              "8 X 2026-Q3 1 0 1 0 - - 2026-Q3\n8/referred R 2026-Q3 0 1 0 0 - - -\n"
              "9 X 2026-Q2 1 0 1 0 - - 2026-Q3\n9/referred R 2026-Q3 0 1 0 1 0 - -\n");
}
END_TEST

START_TEST(requests_suggestions_and_opinions_have_columns_of_their_own)
{
    static const char *const COLUMNS[] = {"item",
                                          "request_resolved",
                                          "suggestion",
                                          "disposed",
                                          "sentiment_known",
                                          "sentiment_score",
                                          "satisfaction",
                                          "rated",
                                          "rating"};
    show_rows("INSERT INTO feedback (feedback, agency, kind, requires_response, received_at,"
              " resolved_at, disposition, sentiment, satisfaction, duplicate_of) VALUES"
              " ('1', 'X', 'request', 0, " MONDAY ", '2026-08-18', NULL, 'positive', 5, NULL),"
              " ('2', 'X', 'request', 1, " MONDAY ", '2026-10-01', NULL, 'negative', 1, NULL),"
              " ('3', 'X', 'suggestion', 0, " MONDAY ", NULL, 'declined', 'neutral', 6, NULL),"
              " ('4', 'X', 'suggestion', 0, " MONDAY ", NULL, 'noted', 'mixed', 0, NULL),"
              " ('5', 'X', 'suggestion', 0, " MONDAY ", NULL, NULL, '', NULL, NULL),"
              " ('6', 'X', 'suggestion', 0, " MONDAY ", NULL, 'adopted', 'positive', 5, '1'),"
              " ('7', 'X', 'praise', 0, " MONDAY ", '2026-08-18', 'adopted', NULL, NULL, NULL);",
              "feedback", COLUMNS, ARRAY_LENGTH(COLUMNS),
              "1 1 0 - 1 1 5 1 5_highest\n2 0 0 - 1 -1 1 1 1_lowest\n3 - 1 1 1 0 - 0 6\n"
              "4 - 1 0 1 - - 0 0\n5 - 1 0 0 - - 0 -\n6 - 0 - - - - 0 5_highest\n"
              "7 - 0 - 0 - - 0 -\n");
}
END_TEST

/* --- backlog ---------------------------------------------------------------------------------- */

/* 1: answered in its quarter. 2: in the next. 3: never. 4: before it came, so never. 5: referred in
 * the next quarter, to R, who answered. 6: answered after the data's day. 7 came after it. 8 needs
 * no answer. X: begins Q2 with none, 6 came in, 1 went out, 5 were left; in Q3 two went out, and 3
 * were left. */
static const char WAITING[] =
    "INSERT INTO feedback (feedback, agency, requires_response, received_at, first_response_at,"
    " referred_to, referred_at) VALUES"
    " ('1', 'X', 1, '2026-04-01', '2026-06-30T23:59:59', NULL, NULL),"
    " ('2', 'X', 1, '2026-06-30T15:59:59Z', '2026-06-30T16:00:00Z', NULL, NULL),"
    " ('3', 'X', 1, '2026-05-01', NULL, NULL, NULL),"
    " ('4', 'X', 1, '2026-05-01', '2026-04-30', NULL, NULL),"
    " ('5', 'X', 1, '2026-05-01', '2026-08-01', 'R', '2026-07-31'),"
    " ('6', 'X', 1, '2026-05-01', '2026-10-01', NULL, NULL),"
    " ('7', 'X', 1, '2026-10-01', NULL, NULL, NULL),"
    " ('8', 'X', 0, '2026-05-01', NULL, NULL, NULL);";

START_TEST(what_is_left_over_is_brought_over_and_came_in_less_what_went_out)
{
    static const char *const COLUMNS[] = {"period",  "item",     "agency",   "brought_over",
                                          "came_in", "went_out", "left_over"};
    struct fixture *fixture = fixture_open(WAITING);
    fixture_set_times(fixture, 2, "2026-09-30", "2026-09-30");
    assert_rows(fixture, fixture_listing(fixture, "feedback-backlog"), COLUMNS, 7,
                "2026-Q2 1 X 0 1 1 0\n2026-Q2 2 X 0 1 0 1\n2026-Q2 3 X 0 1 0 1\n"
                "2026-Q2 4 X 0 1 0 1\n2026-Q2 5 X 0 1 0 1\n2026-Q2 6 X 0 1 0 1\n"
                "2026-Q3 2 X 1 0 1 0\n2026-Q3 3 X 1 0 0 1\n2026-Q3 4 X 1 0 0 1\n"
                "2026-Q3 5 X 1 0 1 0\n2026-Q3 5/referred R 0 1 1 0\n2026-Q3 6 X 1 0 0 1\n");
    fixture_close(fixture);
}
END_TEST

START_TEST(what_waits_since_before_the_first_quarter_is_still_waiting)
{
    static const char *const COLUMNS[] = {"item", "brought_over", "left_over"};
    show_rows(WAITING, "feedback-backlog", COLUMNS, 3,
              "2 1 0\n3 1 1\n4 1 1\n5 1 0\n5/referred 0 0\n6 1 1\n");
}
END_TEST

START_TEST(an_answer_before_the_referral_closes_and_one_after_it_is_the_others)
{
    static const char *const COLUMNS[] = {"item", "went_out", "left_over"};
    show_rows("INSERT INTO feedback (feedback, agency, kind, requires_response, received_at,"
              " first_response_at, automatic, referred_to, referred_at, duplicate_of) VALUES"
              " ('1', 'X', NULL, 1, " MONDAY ", '2026-08-18', NULL, 'R', '2026-08-19', NULL),"
              " ('2', 'X', NULL, 1, " MONDAY ", '2026-08-19', NULL, 'R', '2026-08-19', ''),"
              " ('3', 'X', NULL, 1, " MONDAY ", '2026-08-18', 1, NULL, NULL, NULL),"
              " ('4', 'X', 'praise', 1, " MONDAY ", NULL, NULL, NULL, NULL, NULL),"
              " ('5', 'X', NULL, 1, " MONDAY ", NULL, NULL, NULL, NULL, '1');",
              "feedback-backlog", COLUMNS, 3,
              "1 1 0\n1/referred 0 1\n2 1 0\n2/referred 1 0\n3 0 1\n");
}
END_TEST

/* Without work: weekends, 31 August and, in region I, 3 September. Up to Wednesday 30 September:
 * three days from the 28th on, four from the 25th, eight from the 21st. From 27 to 30 August one
 * day, from the 2nd of September on 21: 2 to 4, 7 to 11, 14 to 18, 21 to 25, 28 to 30. */
START_TEST(what_waits_is_as_old_as_the_working_days_behind_it)
{
    static const char *const COLUMNS[] = {"item", "left_over", "age"};
    show_rows("INSERT INTO agency (agency, name, region) VALUES ('X', 'X', NULL), ('R', 'R', 'I');"
              "INSERT INTO feedback (feedback, agency, requires_response, received_at,"
              " first_response_at) VALUES"
              " ('1', 'X', 1, '2026-09-30', NULL), ('2', 'X', 1, '2026-09-25', NULL),"
              " ('3', 'X', 1, '2026-09-24', NULL), ('4', 'X', 1, '2026-09-18', NULL),"
              " ('5', 'X', 1, '2026-09-01', NULL), ('6', 'R', 1, '2026-09-01', NULL),"
              " ('7', 'X', 1, '2026-09-01', '2026-09-02'), ('8', 'X', 1, '2025-01-01', NULL);",
              "feedback-backlog", COLUMNS, 3,
              "1 1 0-3\n2 1 0-3\n3 1 4-7\n4 1 8-15\n5 1 21-60\n6 1 16-20\n7 0 -\n8 1 121-\n");
}
END_TEST

/* --- channels --------------------------------------------------------------------------------- */

START_TEST(a_channel_logs_on_any_day_of_the_quarter)
{
    static const char *const COLUMNS[] = {"agency", "period", "item", "channel"};
    show_rows("INSERT INTO channel_coverage VALUES ('X', 'page', NULL, NULL),"
              " ('X', 'email', '2026-09-30', NULL), ('X', 'form', '2026-10-01', NULL),"
              " ('X', 'line', NULL, '2026-07-01'), ('X', 'desk', NULL, '2026-06-30'),"
              " ('R', 'page', '2026-07-02', '2026-07-03'), ('R', 'page', '2026-08-02', NULL);",
              "feedback-channels", COLUMNS, 4,
              "R 2026-Q3 R/page page\nX 2026-Q3 X/email email\nX 2026-Q3 X/line line\n"
              "X 2026-Q3 X/page page\n");
}
END_TEST

START_TEST(a_channel_tells_since_when_and_whether_all_the_time_and_a_body_once)
{
    static const char *const COLUMNS[] = {"item", "since", "throughout", "first_of_body"};
    show_rows("INSERT INTO channel_coverage VALUES ('X', 'page', '2025-03-01', '2026-08-01'),"
              " ('X', 'page', '2024-03-01', '2026-07-01'), ('X', 'email', '2026-07-01', NULL),"
              " ('X', 'form', NULL, '2026-09-30'), ('R', 'page', '2026-07-02', NULL);",
              "feedback-channels", COLUMNS, 4,
              "R/page 2026 0 1\nX/email 2026 1 1\nX/form - 1 0\nX/page 2024 0 0\n");
}
END_TEST

/* The page logged from the first day of the second quarter of 2026, the line from 2025 to the end
 * of the second quarter and, put down apart, on. The form missed one day. */
START_TEST(like_is_compared_with_like)
{
    static const char *const COLUMNS[] = {
        "item",        "as_before",    "as_a_year_before", "in_next",
        "next_period", "in_next_year", "next_year_period"};
    struct fixture *fixture = fixture_open(
        "INSERT INTO channel_coverage VALUES ('X', 'page', '2026-04-01', NULL),"
        " ('X', 'form', '2026-04-02', NULL), ('X', 'line', '2025-07-01', '2026-06-30'),"
        " ('X', 'line', '2026-07-01', '2026-09-30');"
        "INSERT INTO feedback (feedback, agency, kind, channel, received_at, duplicate_of) VALUES"
        " ('1', 'X', NULL, 'page', '2026-07-01', NULL), ('2', 'X', NULL, 'form', '2026-07-01', ''),"
        " ('3', 'X', NULL, 'line', '2026-07-01', NULL), ('4', 'X', NULL, NULL, '2026-07-01', ''),"
        " ('5', 'X', 'spam', 'page', '2026-07-01', ''), ('6', 'X', '', 'page', '2026-07-01', '1'),"
        " ('7', 'X', NULL, 'line', '2025-09-30', ''), ('8', 'X', NULL, 'page', '2026-04-01', ''),"
        " ('9', 'X', NULL, 'line', '2025-12-31', ''), ('a', 'R', NULL, 'page', '2026-07-01', ''),"
        " ('b', 'X', NULL, 'line', '2026-06-30', '');");
    fixture_set_times(fixture, 5, "2026-09-30", "2026-09-30");
    assert_rows(fixture, fixture_listing(fixture, "feedback-like-for-like"), COLUMNS, 7,
                "1 1 0 0 2026-Q4 0 2027-Q3\n2 0 0 0 2026-Q4 0 2027-Q3\n3 1 1 0 2026-Q4 0 2027-Q3\n"
                "4 - - - - - -\n7 0 0 1 2025-Q4 1 2026-Q3\n8 0 0 1 2026-Q3 0 2027-Q2\n"
                "9 1 0 1 2026-Q1 0 2026-Q4\na - - - - - -\nb 1 0 1 2026-Q3 0 2027-Q2\n");
    fixture_close(fixture);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("listings_feedback");
    tcase_add_test(t, messages_are_counted_without_spam_and_duplicates);
    tcase_add_test(t, an_answer_is_known_not_automatic_and_not_before_its_message);
    tcase_add_test(t, a_referred_message_is_received_once_and_answered_by_who_took_it_over);
    tcase_add_test(t, requests_suggestions_and_opinions_have_columns_of_their_own);
    tcase_add_test(t, what_is_left_over_is_brought_over_and_came_in_less_what_went_out);
    tcase_add_test(t, what_waits_since_before_the_first_quarter_is_still_waiting);
    tcase_add_test(t, an_answer_before_the_referral_closes_and_one_after_it_is_the_others);
    tcase_add_test(t, what_waits_is_as_old_as_the_working_days_behind_it);
    tcase_add_test(t, a_channel_logs_on_any_day_of_the_quarter);
    tcase_add_test(t, a_channel_tells_since_when_and_whether_all_the_time_and_a_body_once);
    tcase_add_test(t, like_is_compared_with_like);
    return t;
}
