/* SPDX-License-Identifier: MIT */

/* The listing of messages of the public against the clocks of the law. */
#include "listing_fixture.h"

/* Days of 2026 without work: weekends, Monday 31 August, and in region I Thursday 3 September. So
 * of Monday 17 August the 3rd working day is Thursday 20 August, the 6th Tuesday 25 August. The
 * 15th: 18 to 21 August, 4 in all; to the 28th, 9; 1 to 4 September, 13; 7 and 8 September, 15. In
 * region I it is the 9th. */
#define MONDAY "'2026-08-17T08:00:00'"

static const char AGENCIES[] =
    "INSERT INTO agency (agency, name, region) VALUES ('X', 'X', NULL), ('R', 'R', 'I');";

static const char LETTERS[] = /* one clock for all */
    "INSERT INTO clock (clock, duration, unit, basis, effective_from)"
    " VALUES ('C', 15, 'working_days', 'RA 6713', '1989-03-25');";

static char *joined(struct arena *arena, const char *clocks, const char *rows)
{
    return arena_printf(arena, "%s%s%s", AGENCIES, clocks, rows);
}

/** "item agency judged_on due in_time late open_past_due" of each message and clock. */
static void show_clocks(const char *clocks, const char *rows, const char *expected)
{
    static const char *const COLUMNS[] = {"item",    "agency", "judged_on",    "due",
                                          "in_time", "late",   "open_past_due"};
    struct arena *arena = arena_new();
    show_rows(joined(arena, clocks, rows), "feedback-clocks", COLUMNS, ARRAY_LENGTH(COLUMNS),
              expected);
    arena_free(arena);
}

START_TEST(a_response_is_in_time_until_the_end_of_the_fifteenth_working_day)
{
    /* After 9 September: 10 and 11, 2 in all; to the 18th, 7; to the 25th, 12; 28 to 30, 15. So a
     * message of the 9th falls due on 30 September, and one of the 10th on 1 October. */
    show_clocks(LETTERS,
                "INSERT INTO feedback (feedback, agency, requires_response, received_at,"
                " first_response_at, automatic) VALUES"
                " ('01', 'X', 1, " MONDAY ", '2026-09-08T23:59:59', 0),"
                " ('02', 'X', 1, " MONDAY ", '2026-09-09T00:00:00', NULL),"
                " ('03', 'R', 1, " MONDAY ", '2026-09-09T23:59:59', NULL),"
                " ('04', 'R', 1, " MONDAY ", '2026-09-10T00:00:00', NULL),"
                " ('05', 'lost', 1, " MONDAY ", '2026-08-17T08:00:01', 1),"
                " ('06', 'X', 1, " MONDAY ", '2026-10-01T00:00:00', NULL),"
                " ('07', 'X', 1, '2026-09-09T08:00:00', NULL, NULL),"
                " ('08', 'X', 1, '2026-09-10T08:00:00', NULL, NULL),"
                " ('09', 'X', 0, " MONDAY ", '2026-08-17T09:00:00', NULL),"
                " ('10', 'X', 1, " MONDAY ", '2026-08-17T07:59:59', NULL),"
                " ('11', 'X', 1, " MONDAY ", '2026-08-17T08:00:00+08:00', NULL),"
                " ('12', 'X', 1, '2026-06-22T08:00:00', '2026-06-22T09:00:00', NULL),"
                " ('13', 'X', 1, '2026-09-10T08:00:00', '2026-09-10T08:01:00', NULL),"
                " ('14', 'X', 1, " MONDAY ", '2026-09-08T16:00:00Z', NULL);",
                "01/C X 2026-09-08 1 1 0 0\n02/C X 2026-09-08 1 0 1 0\n"
                "03/C R 2026-09-09 1 1 0 0\n04/C R 2026-09-09 1 0 1 0\n"
                "05/C lost 2026-09-08 1 0 0 1\n06/C X 2026-09-08 1 0 0 1\n"
                "07/C X 2026-09-30 1 0 0 1\n08/C X 2026-10-01 0 - 0 0\n"
                "10/C X 2026-09-08 1 0 0 1\n11/C X 2026-09-08 1 1 0 0\n"
                "12/C X 2026-07-13 1 1 0 0\n13/C X 2026-10-01 0 - 0 0\n"
                "14/C X 2026-09-08 1 0 1 0\n");
}
END_TEST

START_TEST(a_message_counts_where_it_was_received_and_where_it_falls_due)
{
    static const char *const COLUMNS[] = {"item", "received_period", "period", "not_yet_due"};
    struct arena *arena = arena_new();
    show_rows(
        joined(arena, LETTERS,
               "INSERT INTO feedback (feedback, agency, requires_response, received_at,"
               " first_response_at) VALUES ('1', 'X', 1, '2026-06-09', NULL),"
               " ('2', 'X', 1, '2026-06-10', NULL), ('3', 'X', 1, '2026-09-10', NULL),"
               " ('4', 'X', 1, '2026-09-10', '2026-09-11'), ('5', 'X', 1, '2026-10-01', NULL);"),
        "feedback-clocks", COLUMNS, 4,
        "1/C 2026-Q2 2026-Q2 0\n2/C 2026-Q2 2026-Q3 0\n3/C 2026-Q3 2026-Q4 1\n"
        "4/C 2026-Q3 2026-Q4 0\n");
    arena_free(arena);
}
END_TEST

START_TEST(fdb_3_judges_the_clocks_of_ra_6713_that_have_run_out)
{
    struct arena *arena = arena_new();
    struct fixture *fixture = fixture_open(
        joined(arena,
               "INSERT INTO clock (clock, duration, unit, basis, effective_from) VALUES"
               " ('C', 15, 'working_days', 'RA 6713', '1989-03-25'), ('D', 72, 'hours', 'EO 6', "
               "'2016-10-14');",
               "INSERT INTO feedback (feedback, agency, requires_response, received_at,"
               " first_response_at, referred_to, referred_at) VALUES"
               " ('1', 'X', 1, " MONDAY ", '2026-09-08', NULL, NULL),"
               " ('2', 'X', 1, " MONDAY ", '2026-09-09', NULL, NULL),"
               " ('3', 'X', 1, " MONDAY ", NULL, NULL, NULL),"
               " ('4', 'X', 1, '2026-09-10', NULL, NULL, NULL),"
               " ('5', 'X', 1, " MONDAY ", NULL, 'R', '2026-09-11');"));
    /* The second half of 5 falls due in October. */
    assert_judged(fixture, "FDB-3",
                  "2026-Q3 1/C met - -\n2026-Q3 1/D - - -\n2026-Q3 2/C not_met late -\n"
                  "2026-Q3 2/D - - -\n2026-Q3 3/C not_met open -\n2026-Q3 3/D - - -\n"
                  "2026-Q3 4/D - - -\n2026-Q3 5/C not_met late -\n2026-Q3 5/D - - -\n"
                  "2026-Q3 5/D/referred - - -\n2026-Q4 4/C - - -\n2026-Q4 5/C/referred - - -\n");
    fixture_close(fixture);
    arena_free(arena);
}
END_TEST

/* To R. 1: in the last second of X's time. R has 15 days from 8 September: 9 to 11, 3 in all; to
 * the 18th, 8; to the 25th, 13; 28 and 29, 15. 2: a second later. 3: X had answered; R's time from
 * 21 August: to the 28th, 5; 1, 2 and 4 September, 8; to the 11th, 13; 14 and 15, 15. 4: R
 * answered. */
START_TEST(a_referral_stops_the_senders_clock_and_starts_the_receivers)
{
    show_clocks(LETTERS,
                "INSERT INTO feedback (feedback, agency, requires_response, received_at,"
                " first_response_at, referred_to, referred_at) VALUES"
                " ('1', 'X', 1, " MONDAY ", NULL, 'R', '2026-09-08T23:59:59'),"
                " ('2', 'X', 1, " MONDAY ", NULL, 'R', '2026-09-09T00:00:00'),"
                " ('3', 'X', 1, " MONDAY ", '2026-08-20', 'R', '2026-08-21T09:00:00'),"
                " ('4', 'X', 1, " MONDAY ", '2026-08-21T09:00:00', 'R', '2026-08-21T09:00:00'),"
                " ('5', 'X', 1, " MONDAY ", '2026-08-20', 'R', '2026-09-09T09:00:00');",
                "1/C/referred R 2026-09-29 1 0 0 1\n2/C X 2026-09-08 1 0 1 0\n"
                "2/C/referred R 2026-09-30 1 0 0 1\n3/C X 2026-09-08 1 1 0 0\n"
                "3/C/referred R 2026-09-15 1 0 0 1\n4/C/referred R 2026-09-15 1 1 0 0\n"
                "5/C X 2026-09-08 1 1 0 0\n5/C/referred R 2026-09-30 1 0 0 1\n");
}
END_TEST

START_TEST(an_extension_in_time_doubles_the_time_once)
{
    show_clocks(
        "INSERT INTO clock (kind, clock, duration, unit, extendable, effective_from) VALUES"
        " ('request', 'C', 3, 'working_days', 1, '2018-06-17'),"
        " ('inquiry', 'H', 2, 'hours', 1, '2018-06-17'),"
        " ('complaint', 'N', 3, 'working_days', 0, '2018-06-17');",
        "INSERT INTO feedback (feedback, agency, kind, requires_response, received_at,"
        " first_response_at, extended_at) VALUES"
        " ('1', 'X', 'request', 1, " MONDAY ", '2026-08-25T23:59:59', '2026-08-20T23:59:59'),"
        " ('2', 'X', 'request', 1, " MONDAY ", '2026-08-25T23:59:59', '2026-08-21T00:00:00'),"
        " ('3', 'X', 'request', 1, " MONDAY ", '2026-08-26', '2026-08-20'),"
        " ('4', 'X', 'inquiry', 1, " MONDAY ", '2026-08-17T12:00:00', '2026-08-17T10:00:00'),"
        " ('5', 'X', 'inquiry', 1, " MONDAY ", '2026-08-17T12:00:00', '2026-08-17T10:00:01'),"
        " ('6', 'X', 'complaint', 1, " MONDAY ", '2026-08-21', '2026-08-18');",
        "1/C X 2026-08-25 1 1 0 0\n2/C X 2026-08-20 1 0 1 0\n3/C X 2026-08-25 1 0 1 0\n"
        "4/H X 2026-08-17 1 1 0 0\n5/H X 2026-08-17 1 0 1 0\n6/N X 2026-08-20 1 0 1 0\n");
}
END_TEST

/* Three days of the calendar, over a weekend, to the second. */
START_TEST(seventy_two_hours_are_hours_of_the_calendar)
{
    show_clocks("INSERT INTO clock (clock, duration, unit, effective_from)"
                " VALUES ('H', 72, 'hours', '2016-10-14');",
                "INSERT INTO feedback (feedback, agency, requires_response, received_at,"
                " first_response_at) VALUES"
                " ('1', 'X', 1, '2026-08-21T18:30:15', '2026-08-24T18:30:15'),"
                " ('2', 'X', 1, '2026-08-21T18:30:15', '2026-08-24T18:30:16'),"
                " ('3', 'X', 1, '2026-08-21T18:30:15Z', '2026-08-25T02:30:15'),"
                " ('4', 'X', 1, '2026-09-27T23:59:59', NULL),"
                " ('5', 'X', 1, '2026-09-28T00:00:00', NULL);",
                "1/H X 2026-08-24 1 1 0 0\n2/H X 2026-08-24 1 0 1 0\n3/H X 2026-08-25 1 1 0 0\n"
                "4/H X 2026-09-30 1 0 0 1\n5/H X 2026-10-01 0 - 0 0\n");
}
END_TEST

START_TEST(a_clock_runs_for_its_kind_channel_and_complexity_while_it_holds)
{
    show_clocks("INSERT INTO clock (kind, channel, complexity, clock, duration, unit,"
                " effective_from, effective_to) VALUES"
                " (NULL, '', NULL, 'all', 1, 'working_days', '2026-08-17', '2026-08-18'),"
                " ('request', '', 'simple', 'simple', 3, 'working_days', '2018-06-17', NULL),"
                " ('complaint', '8888', '', 'line', 72, 'hours', '2016-10-14', NULL);",
                "INSERT INTO feedback (feedback, agency, kind, channel, complexity,"
                " requires_response, received_at) VALUES"
                " ('1', 'X', NULL, NULL, NULL, 1, '2026-08-16T15:59:59Z'),"
                " ('2', 'X', NULL, NULL, NULL, 1, '2026-08-16T16:00:00Z'),"
                " ('3', 'X', NULL, NULL, NULL, 1, '2026-08-18T23:59:59'),"
                " ('4', 'X', NULL, NULL, NULL, 1, '2026-08-19'),"
                " ('5', 'X', 'request', 'page', 'simple', 1, '2026-08-19'),"
                " ('6', 'X', 'request', 'page', NULL, 1, '2026-08-19'),"
                " ('7', 'X', 'complaint', '8888', 'simple', 1, '2026-08-17'),"
                " ('8', 'X', 'complaint', NULL, NULL, 1, '2026-08-19'),"
                " ('9', 'X', 'praise', '8888', NULL, 1, '2026-08-17');",
                "2/all X 2026-08-18 1 0 0 1\n3/all X 2026-08-19 1 0 0 1\n"
                "5/simple X 2026-08-24 1 0 0 1\n7/all X 2026-08-18 1 0 0 1\n"
                "7/line X 2026-08-20 1 0 0 1\n");
}
END_TEST

/* A response does not stop it, and a referral does only where nothing was resolved before. */
START_TEST(a_clock_may_ask_for_the_resolution)
{
    show_clocks("INSERT INTO clock (clock, duration, unit, ends_with, effective_from)"
                " VALUES ('C', 3, 'working_days', 'resolution', '2018-06-17');",
                "INSERT INTO feedback (feedback, agency, requires_response, received_at,"
                " first_response_at, automatic, resolved_at, referred_to, referred_at) VALUES"
                " ('1', 'X', 1, " MONDAY ", '2026-08-18', 0, '2026-08-20T23:59:59', NULL, NULL),"
                " ('2', 'X', 1, " MONDAY ", '2026-08-18', 0, '2026-08-21', NULL, NULL),"
                " ('3', 'X', 1, " MONDAY ", '2026-08-18', 0, NULL, NULL, NULL),"
                " ('4', 'X', 1, " MONDAY ", '2026-08-18', 1, '2026-08-20', NULL, NULL),"
                " ('5', 'X', 1, " MONDAY ", '2026-08-18', 0, NULL, 'R', '2026-08-19'),"
                " ('6', 'X', 1, " MONDAY ", NULL, 0, '2026-08-18', 'R', '2026-08-19');",
                "1/C X 2026-08-20 1 1 0 0\n2/C X 2026-08-20 1 0 1 0\n3/C X 2026-08-20 1 0 0 1\n"
                "4/C X 2026-08-20 1 1 0 0\n5/C/referred R 2026-08-24 1 0 0 1\n"
                "6/C X 2026-08-20 1 1 0 0\n6/C/referred R 2026-08-24 1 0 0 1\n");
}
END_TEST

/* Of Monday 17 August Friday is the 4th working day, Saturday the 22nd is of the 5th. The 36 hours
 * of H end at 20:00 on the 18th. */
START_TEST(the_time_taken_is_told_in_ranges_that_end_where_the_clocks_do)
{
    static const char *const COLUMNS[] = {"item",       "answer_due", "request_due",
                                          "urgent_due", "days_taken", "hours_taken"};
    struct arena *arena = arena_new();
    show_rows(joined(arena,
                     "INSERT INTO clock (clock, duration, unit, basis, kind, effective_from) VALUES"
                     " ('A', 15, 'working_days', 'RA 6713', 'inquiry', '1989-03-25'),"
                     " ('R', 4, 'working_days', 'RA 11032', 'request', '2018-06-17'),"
                     " ('H', 36, 'hours', 'EO 6', 'complaint', '2016-10-14');",
                     "INSERT INTO feedback (feedback, agency, kind, requires_response, received_at,"
                     " first_response_at) VALUES"
                     " ('1', 'X', 'inquiry', 1, " MONDAY ", '2026-08-17T23:00'),"
                     " ('2', 'X', 'inquiry', 1, " MONDAY ", '2026-08-18T00:00'),"
                     " ('3', 'X', 'inquiry', 1, " MONDAY ", '2026-08-21T23:59:59'),"
                     " ('4', 'X', 'inquiry', 1, " MONDAY ", '2026-08-22T08:00'),"
                     " ('5', 'X', 'inquiry', 1, " MONDAY ", '2026-08-25T08:00'),"
                     " ('6', 'X', 'inquiry', 1, '2026-06-01', '2026-09-30'),"
                     " ('7', 'X', 'request', 1, " MONDAY ", NULL),"
                     " ('8', 'X', 'complaint', 1, " MONDAY ", '2026-08-18T20:00:00'),"
                     " ('9', 'X', 'complaint', 1, " MONDAY ", '2026-08-18T20:00:01');"),
              "feedback-clocks", COLUMNS, ARRAY_LENGTH(COLUMNS),
              "1/A 1 0 0 0-1 -\n2/A 1 0 0 0-1 -\n3/A 1 0 0 2-4 -\n4/A 1 0 0 5-5 -\n"
              "5/A 1 0 0 6-10 -\n6/A 1 0 0 61- -\n7/R 0 1 0 still open -\n"
              "8/H 0 0 1 - 25-36\n9/H 0 0 1 - 37-48\n");
    arena_free(arena);
}
END_TEST

TCase *tests(void)
{
    TCase *t = tcase_create("listings_clocks");
    tcase_add_test(t, a_response_is_in_time_until_the_end_of_the_fifteenth_working_day);
    tcase_add_test(t, a_message_counts_where_it_was_received_and_where_it_falls_due);
    tcase_add_test(t, fdb_3_judges_the_clocks_of_ra_6713_that_have_run_out);
    tcase_add_test(t, a_referral_stops_the_senders_clock_and_starts_the_receivers);
    tcase_add_test(t, an_extension_in_time_doubles_the_time_once);
    tcase_add_test(t, seventy_two_hours_are_hours_of_the_calendar);
    tcase_add_test(t, a_clock_runs_for_its_kind_channel_and_complexity_while_it_holds);
    tcase_add_test(t, a_clock_may_ask_for_the_resolution);
    tcase_add_test(t, the_time_taken_is_told_in_ranges_that_end_where_the_clocks_do);
    return t;
}
