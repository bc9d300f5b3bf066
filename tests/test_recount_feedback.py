#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of the recount of messages and of their clocks: every count is worked out by hand."""

import unittest
from fractions import Fraction

import recompute
from manila import day
from recount_fixture import BEFORE, QUARTER, Database

HALF = Fraction(1, 2)


class Messages(Database):
    """DEX as in the fixture, and GOV, to which messages are referred."""

    def setUp(self):
        super().setUp()
        self.put("agency", agency="GOV", name="Government of Examples", **{"class": "GOCC"})

    def message(self, feedback, received="2026-07-06T09:00", answer=None, **values):
        self.put("feedback", **{"feedback": feedback, "agency": "DEX", "kind": "complaint",
                                "requires_response": 1, "received_at": received,
                                "first_response_at": answer} | values)

    def refer(self, feedback, at, **values):
        self.message(feedback, **{"referred_to": "GOV", "referred_at": at} | values)

    def clock(self, name="15 days", duration=15, unit="working_days", basis="RA 6713", **values):
        self.put("clock", **{"clock": name, "duration": duration, "unit": unit, "basis": basis,
                             "ends_with": "response", "effective_from": "1989-03-25"} | values)

    def assert_measures(self, expected, **where):
        for measure, value in expected.items():
            found = self.measure(measure, **where)
            self.assertEqual(found and found[0], value, measure)


class Volume(Messages):
    def test_messages_are_counted_by_what_they_are(self):
        self.message("plain", region="VII", language="ceb", program="p")
        self.message("kindless", kind=None, requires_response=None, channel="form")
        self.message("praise", kind="praise", campaign="c")
        self.message("spam", kind="spam", duplicate_of="plain")
        self.message("again", duplicate_of="plain")
        self.message("old", received="2026-06-30T23:59")
        self.assertEqual(self.measure("feedback-received"), (3, 3))
        for category, count in (("kind=not recorded", 1), ("channel=not recorded", 2),
                                ("region=VII", 1), ("language=ceb", 1), ("program=p", 1),
                                ("campaign=c", 1), ("campaign=not recorded", 2)):
            self.assertEqual(self.measure("feedback-received", category), (count, count), category)
        self.assertEqual(self.measure("feedback-spam"), (1, 1))
        self.assertEqual(self.measure("feedback-duplicates"), (1, 1))
        self.assertEqual(self.measure("feedback-required"), (1, 1))
        self.assertEqual(self.measure("feedback-received", period=BEFORE), (1, 1))

    def test_suggestions_are_told_by_what_became_of_them(self):
        for number, disposition in enumerate(("adopted", "referred", "declined", "shelved", None)):
            self.message(str(number), kind="suggestion", disposition=disposition)
        self.message("other", disposition="adopted")
        self.message("again", kind="suggestion", disposition="adopted", duplicate_of="0")
        self.assertEqual(self.measure("suggestions-disposed"), (Fraction(3, 5), 5))
        self.assertEqual(self.measure("suggestions"), (5, 5))
        self.assertEqual(self.measure("suggestions", "disposition=adopted"), (1, 1))
        self.assertEqual(self.measure("suggestions", "disposition=not recorded"), (1, 1))

    def test_sentiment_is_told_by_method_and_language(self):
        for number, sentiment in enumerate(("positive", "negative", "negative", "neutral",
                                            "mixed")):
            self.message(str(number), sentiment=sentiment, sentiment_method="m", language="fil")
        self.message("none", sentiment_method="m", language="en", requires_response=0)
        self.message("spam", kind="spam", sentiment="positive")
        self.assertEqual(self.measure("sentiment-classified"), (Fraction(5, 6), 6))
        self.assertEqual(self.measure("sentiment-classified", "language=en"), (0, 1))
        self.assertEqual(self.measure("sentiment", "sentiment=negative"), (2, 2))
        self.assertEqual(self.measure("sentiment", "sentiment=not recorded"), (1, 1))
        # (1 - 2 + 0) of four
        self.assertEqual(self.measure("sentiment-net"), (Fraction(-1, 4), 4))
        self.assertEqual(self.measure("sentiment-net", "sentiment_method=m"), (Fraction(-1, 4), 4))

    def test_satisfaction_goes_from_one_to_five(self):
        for number, satisfaction in enumerate((1, 5, 5, 0, 6, None)):
            self.message(str(number), satisfaction=satisfaction)
        self.assertEqual(self.measure("satisfaction-mean"), (Fraction(11, 3), 3))
        self.assertEqual(self.measure("satisfaction-ratings"), (3, 3))
        self.assertEqual(self.measure("satisfaction-ratings", "rating=5_highest"), (2, 2))
        self.assertEqual(self.measure("satisfaction-ratings", "rating=1_lowest"), (1, 1))

    def test_days_are_those_of_manila_and_of_all_bodies_together(self):
        self.put("agency", agency="LATE", name="Not there yet", active_from="2027-01-01")
        self.message("one", received="2026-07-05T15:59:59Z")
        self.message("two", received="2026-07-05T16:00:00Z")
        self.message("three", received="2026-07-06T09:00", agency="GOV")
        self.message("spam", received="2026-07-06T09:00", kind="spam")
        self.message("never", received="2026-07-06T09:00", agency="LATE")
        self.refer("sent on", at="2026-07-08T09:00", received="2026-07-07T09:00")
        for day, count in (("05", (1, 1)), ("06", (2, 2)), ("07", (1, 1)), ("08", None)):
            category = f"day=2026-07-{day}"
            self.assertEqual(self.measure("feedback-received", category, "=all"), count, day)
            self.assertIsNone(self.measure("feedback-received", category), day)
            self.assertIsNone(self.measure("feedback-received", category, "=mandated"), day)

    def cover(self, channel, first, last, agency="DEX"):
        self.put("channel_coverage", agency=agency, channel=channel, logged_from=first,
                 logged_to=last)

    def test_a_channel_logs_in_each_quarter_of_which_it_logged_a_day(self):
        self.cover("page", None, "2026-07-01")
        self.cover("page", "2026-08-01", None)
        self.cover("form", "2026-09-30", None)
        self.cover("form", None, "2026-04-01", agency="GOV")
        self.assertEqual(self.measure("channels-logging"), (2, 2))
        self.assertEqual(self.measure("channels-logging", "channel=page"), (1, 1))
        self.assertEqual(self.measure("channels-logging", period=BEFORE), (1, 1))
        self.assertEqual(self.measure("channels-logging", "channel=form", "GOV", BEFORE), (1, 1))
        self.assertEqual(self.measure("channels-logging", "since=2026"), (1, 1))
        self.assertEqual(self.measure("channels-logging", "since=not recorded"), (1, 1))
        self.assertIsNone(self.measure("channels-logging-throughout"))
        self.assertEqual(self.measure("channels-logging-throughout", "channel=page", period=BEFORE),
                         (1, 1))
        self.assertEqual(self.measure("bodies-logging"), (1, 1))
        self.assertEqual(self.measure("bodies-logging", body="=all", period=BEFORE), (2, 2))

    def test_like_is_compared_with_like_where_both_quarters_were_logged_whole(self):
        self.cover("page", "2026-04-01", "2026-09-30")    # this quarter and the one before
        self.cover("form", "2026-04-02", None)            # not all of the quarter before
        self.cover("mail", "2025-07-01", None)            # a year before, too
        self.cover("chat", "2025-07-01", "2026-09-29")    # not all of this quarter
        for number, (channel, received) in enumerate((
                ("page", "2026-07-01"), ("page", "2026-06-30"), ("page", "2026-04-01"),
                ("form", "2026-07-01"), ("form", "2026-06-30"), ("mail", "2026-07-01"),
                ("mail", "2025-09-30"), ("mail", "2025-07-01"), ("mail", "2025-10-01"),
                ("chat", "2026-07-01"), (None, "2026-07-01"))):
            self.message(str(number), received, channel=channel)
        self.message("spam", "2026-07-01", channel="page", kind="spam")
        self.assertEqual(self.measure("feedback-like-for-like"), (2, 2))
        self.assertEqual(self.measure("feedback-like-for-like-before"), (2, 2))
        self.assertEqual(self.measure("feedback-like-for-like-year"), (1, 1))
        self.assertEqual(self.measure("feedback-like-for-like-year-before"), (2, 2))


class Answers(Messages):
    def test_only_known_answers_by_persons_are_answers(self):
        self.message("answered", answer="2026-09-30T23:59")
        self.message("after", answer="2026-10-01T00:00")     # after the as-of day
        self.message("machine", answer="2026-07-06T09:01", automatic=1)
        self.message("silent")
        self.assert_measures({"feedback-answered": 1, "feedback-open": 3,
                              "feedback-response-rate": Fraction(1, 4)})
        self.assertEqual(self.measure("feedback-response-rate", as_of=day("2026-10-01")),
                         (HALF, 4))

    def test_the_median_and_the_ninth_tenth_of_response_times(self):
        # 0, 10, ... 50 seconds: median (20 + 30) / 2; 0.9 * 6 = 5.4, so the sixth value. An
        # answer before its question is none.
        for seconds in range(0, 60, 10):
            self.message(f"m{seconds}", answer=f"2026-07-06T09:00:{seconds:02}")
        self.message("odd", answer="2026-07-06T08:59:59")
        self.assertEqual(self.measure("feedback-response-median"), (Fraction(25), 6))
        self.assertEqual(self.measure("feedback-response-p90"), (Fraction(50), 6))
        self.assertEqual(self.measure("feedback-answered"), (6, 6))

    def test_a_groups_median_is_over_all_its_values(self):
        # DEX 10, 20, 30; GOV 1: together 1, 10, 20, 30, median 15.
        for seconds in (10, 20, 30):
            self.message(f"m{seconds}", answer=f"2026-07-06T09:00:{seconds}")
        self.message("other", answer="2026-07-06T09:00:01", agency="GOV")
        self.assertEqual(self.measure("feedback-response-median", body="=mandated"),
                         (Fraction(15), 4))
        self.assertEqual(self.measure("feedback-received", body="=all"), (4, 4))
        self.assertIsNone(self.measure("feedback-response-median", body="=all"))

    def test_resolutions_are_timed_apart_from_answers(self):
        self.message("done", answer="2026-07-06T09:00:10", resolved_at="2026-07-06T09:00:40")
        self.message("odd", resolved_at="2026-07-06T08:59:59")
        self.message("free", kind="request", requires_response=0, resolved_at="2026-07-07")
        self.message("open", kind="request", resolved_at="2026-10-01")
        self.assertEqual(self.measure("feedback-resolution-rate"), (Fraction(1, 3), 3))
        self.assertEqual(self.measure("feedback-resolution-median"), (40, 1))
        self.assertEqual(self.measure("requests-resolved"), (HALF, 2))


class Referrals(Messages):
    def test_a_referred_message_is_counted_where_it_came_in_and_answered_where_it_went(self):
        self.refer("r", "2026-07-07T09:00:00", answer="2026-07-07T09:00:30", kind="request",
                   resolved_at="2026-07-08")
        self.assert_measures({"feedback-received": 1, "feedback-referred-out": 1,
                              "feedback-referred-in": None, "feedback-required": None,
                              "requests-resolved": None})
        self.assert_measures({"feedback-received": None, "feedback-referred-in": 1,
                              "feedback-required": 1, "feedback-answered": 1,
                              "feedback-response-median": 30, "requests-resolved": 1}, body="GOV")

    def test_the_moment_of_the_referral_is_already_the_receivers(self):
        self.refer("same", "2026-07-07T09:00:00", answer="2026-07-07T09:00:00")
        self.refer("before", "2026-07-07T09:00:00", answer="2026-07-07T08:59:59")
        self.refer("at-once", "2026-07-06T09:00", answer="2026-07-06T09:00")
        self.assert_measures({"feedback-required": 3, "feedback-response-rate": Fraction(2, 3)},
                             body="GOV")

    def test_it_counts_in_the_quarter_in_which_it_was_referred(self):
        self.refer("r", "2026-07-01T00:00", received="2026-06-30T10:00")
        self.assert_measures({"feedback-received": 1, "feedback-referred-out": None}, period=BEFORE)
        self.assert_measures({"feedback-received": None, "feedback-referred-out": 1})
        self.assert_measures({"feedback-referred-in": 1, "feedback-required": 1}, body="GOV")

    def test_what_is_no_referral_stays_with_its_agency(self):
        self.refer("later", "2026-10-01T00:00")
        self.refer("slip", "2026-07-06T08:59:59")
        self.refer("itself", "2026-07-07", referred_to="DEX")
        self.refer("nowhere", "2026-07-07", referred_to="")
        self.refer("undated", None)
        self.assert_measures({"feedback-required": 5, "feedback-referred-out": None})
        self.refer("spam", "2026-07-07", kind="spam")
        self.assert_measures({"feedback-referred-in": None}, body="GOV")


class Backlog(Messages):
    def test_what_is_open_at_the_start_and_comes_in_is_closed_or_open_at_the_end(self):
        self.message("old", "2026-06-01T10:00", "2026-06-30T23:59")
        self.message("start", "2026-06-30T23:59", "2026-07-01T00:00")
        self.message("still", "2026-01-01T10:00")
        self.message("quick", "2026-07-01T00:00", "2026-09-30T23:59")
        self.message("end", "2026-09-30T23:59", "2026-10-01T00:00")
        self.message("slip", "2026-09-01T10:00", "2026-09-01T09:59")
        self.message("praise", kind="praise")
        self.refer("away", "2026-08-01T10:00", received="2026-07-31T10:00")
        self.assert_measures({"backlog-start": 2, "backlog-received": 4, "backlog-closed": 3,
                              "backlog-end": 3})
        self.assert_measures({"backlog-start": 1, "backlog-received": 2, "backlog-closed": 1,
                              "backlog-end": 2}, period=BEFORE)
        self.assert_measures({"backlog-start": None, "backlog-received": 1, "backlog-closed": None,
                              "backlog-end": 1}, body="GOV")


    def test_what_waits_is_as_old_as_the_working_days_behind_its_receipt(self):
        # 30 September 2026 is a Wednesday, 25 September a Friday, 9 September three weeks before.
        self.put("holiday", on_date="2026-09-28", scope="national")
        for number, received in enumerate(("2026-09-25", "2026-09-23", "2026-09-22", "2026-09-08",
                                           "2026-01-05", "2026-09-30")):
            self.message(str(number), received=f"{received}T10:00")
        for ages, count in (("0-3", 2), ("4-7", 2), ("8-15", 1), ("121-", 1)):
            self.assertEqual(self.measure("backlog-end", f"age={ages}"), (count, count), ages)


class Clocks(Messages):
    def test_the_time_taken_ends_with_the_working_day_by_whose_end_it_was_done(self):
        self.clock()
        # Received on a Monday: Friday is the fourth working day behind it, the weekend of the fifth.
        for number, answer in enumerate(("2026-07-06T23:00", "2026-07-07T08:00", "2026-07-10T23:59",
                                         "2026-07-11T00:00", "2026-07-13T23:00",
                                         "2026-07-14T00:00", None)):
            self.message(str(number), answer=answer)
        self.assertEqual(self.measure("answer-days"), (7, 7))
        for taken, count in (("0-1", 2), ("2-5", 3), ("6-10", 1), ("still open", 1)):
            self.assertEqual(self.measure("answer-days", f"days_taken={taken}"), (count, count))

    def test_ranges_end_where_the_clocks_do(self):
        self.clock("simple", 3, basis="RA 11032", ends_with="resolution", kind="request")
        self.clock("soon", 36, "hours", basis="EO 6", kind="complaint")
        self.message("request", kind="request", resolved_at="2026-07-09T17:00")
        self.message("slow", kind="request", resolved_at="2026-07-10T17:00")
        self.message("hot", answer="2026-07-07T21:00:00")
        self.message("cold", answer="2026-07-07T21:00:01")
        self.assertEqual(self.measure("request-days", "days_taken=2-3"), (1, 1))
        self.assertEqual(self.measure("request-days", "days_taken=4-5"), (1, 1))
        self.assertEqual(self.measure("urgent-hours", "hours_taken=25-36"), (1, 1))
        self.assertEqual(self.measure("urgent-hours", "hours_taken=37-48"), (1, 1))
        self.assertIsNone(self.measure("answer-days"))

    def test_the_clock_ends_as_the_foi_portal_published_it(self):
        # Request #PCOO-365592301312: received Tuesday 30 April 2019 at 13:40, due 23 May 2019;
        # 1 May (Labour Day) and 13 May (elections) were holidays.
        self.clock()
        self.put("holiday", on_date="2019-05-01", scope="national")
        self.put("holiday", on_date="2019-05-13", scope="national")
        self.message("in-time", "2019-04-30T13:40", "2019-05-23T23:59:59")
        self.message("late", "2019-04-30T13:40", "2019-05-24T00:00:00")
        for as_of, expected in (("2019-05-22", {}), ("2019-05-23", {"open": 1, "met": 1}),
                                ("2019-05-24", {"late": 1, "met": 1})):
            results = recompute.recount(self.connection, "2019-Q2", day(as_of))
            found = {name: results.get(("DEX", "2019-Q2", "measure", measure, ""), (0, 0))[0]
                     for name, measure in (("late", "clock-late"), ("open", "clock-open-past-due"))}
            tally = results.get(("DEX", "2019-Q2", "control", "FDB-3", ""), (0, 0, 0, 0))
            self.assertEqual(found, {"late": expected.get("late", 0),
                                     "open": expected.get("open", 0)}, as_of)
            self.assertEqual(tally, (expected.get("met", 0), int(bool(expected)), 0, 0), as_of)

    def test_timeliness_belongs_to_the_quarter_of_the_due_day(self):
        # Without holidays 15 working days are three weeks. Received Tuesday 9 June: due Tuesday
        # 30 June (Q2); Wednesday 10 June: due 1 July (Q3). Received 9 September: due 30 September;
        # 10 September: due 1 October, not yet due.
        self.clock()
        self.message("q2", "2026-06-09T23:00", "2026-06-30T23:59")
        self.message("on-time", "2026-06-10T01:00", "2026-07-01T23:59")
        self.message("late", "2026-06-10T01:00", "2026-07-02T00:00")
        self.message("silent", "2026-09-09T10:00")
        self.message("not-due", "2026-09-10T10:00", "2026-09-11T10:00")
        self.message("open", "2026-09-10T10:00")
        self.assertEqual(self.measure("feedback-on-time"), (Fraction(1, 3), 3))
        self.assertEqual(self.measure("feedback-on-time", period=BEFORE), (Fraction(1), 1))
        self.assertEqual(self.tally("FDB-3"), (1, 2, 0, 0))
        self.assert_measures({"clock-due": 3, "clock-late": 1, "clock-open-past-due": 1,
                              "clock-not-yet-due": 1, "clock-on-time": Fraction(1, 3)})
        self.assertEqual(self.measure("clock-due", "clock=15 days"), (3, 3))

    def test_a_regions_holiday_moves_the_due_day_of_its_agencies(self):
        self.clock()
        self.put("holiday", on_date="2026-06-24", scope="VII")
        self.message("edge", "2026-06-09T10:00", "2026-07-01T10:00")
        self.assertEqual(self.measure("feedback-on-time", period=BEFORE), (Fraction(0), 1))
        self.connection.execute("UPDATE agency SET region = 'VII'")
        self.assertEqual(self.measure("feedback-on-time"), (Fraction(1), 1))

    def test_hours_run_through_nights_and_holidays_from_the_moment_of_receipt(self):
        self.clock("72 hours", 72, "hours", "EO 6")
        self.message("edge", "2026-07-03T10:00:00", "2026-07-06T10:00:00")
        self.message("late", "2026-07-03T10:00:00", "2026-07-06T10:00:01")
        self.message("open", "2026-09-27T23:59")       # due on the as-of day, at 23:59
        self.message("next", "2026-09-28T00:00")       # due on 1 October
        self.assert_measures({"clock-due": 3, "clock-on-time": Fraction(1, 3), "clock-late": 1,
                              "clock-open-past-due": 1, "clock-not-yet-due": 1,
                              "feedback-on-time": None})
        self.assertEqual(self.tally("FDB-3"), (0, 0, 0, 0))

    def test_a_clock_starts_for_its_kind_channel_and_complexity_while_it_holds(self):
        self.clock("a", kind="request", channel="page", complexity="simple",
                   effective_from="2026-07-06", effective_to="2026-07-07")
        self.clock("b", kind="", effective_from="2026-07-07")
        same = {"kind": "request", "channel": "page", "complexity": "simple"}
        self.message("first", "2026-07-06T00:00", **same)
        self.message("last", "2026-07-07T23:59", **same)
        self.message("before", "2026-07-05T23:59", **same)
        self.message("after", "2026-07-08T00:00", **same)
        for name in same:
            self.message(name, "2026-07-06T10:00", **same | {name: None})
        self.message("free", "2026-07-07", **same | {"requires_response": 0})
        self.assertEqual(self.measure("clock-due", "clock=a"), (2, 2))
        self.assertEqual(self.measure("clock-due", "clock=b"), (2, 2))

    def test_a_resolution_ends_the_clock_that_waits_for_it(self):
        self.clock("simple", 3, basis="RA 11032", ends_with="resolution")
        self.clock("any", 3, basis="other", ends_with=None)
        # Monday 6 July: due Thursday 9 July.
        self.message("a", answer="2026-07-06T10:00", resolved_at="2026-07-09T23:59")
        self.message("b", answer="2026-07-06T10:00", resolved_at="2026-07-10T00:00")
        self.message("c", answer="2026-07-06T10:00")
        self.message("d", resolved_at="2026-07-09T10:00")
        self.assertEqual(self.measure("requests-on-time"), (HALF, 4))
        self.assertEqual(self.measure("requests-on-time", "clock=simple"), (HALF, 4))
        self.assertEqual(self.measure("clock-late", "clock=simple"), (1, 1))
        self.assertEqual(self.measure("clock-on-time", "clock=any"), (Fraction(3, 4), 4))
        self.assertEqual(self.measure("clock-open-past-due", "clock=any"), (1, 1))

    def test_an_extension_in_time_gives_the_time_once_more(self):
        self.clock("days", 3, extendable=1)
        self.clock("hours", 24, "hours", extendable=1)
        self.clock("fixed", 3, extendable=0)
        # Monday 6 July at 9:00: three working days end on 9 July, six on 14 July.
        late = {"answer": "2026-07-14T23:59"}
        self.message("last", extended_at="2026-07-09T23:59", **late)
        self.message("lapsed", extended_at="2026-07-10T00:00", **late)
        self.assertEqual(self.measure("clock-on-time", "clock=days"), (HALF, 2))
        self.assertEqual(self.measure("clock-on-time", "clock=fixed"), (Fraction(0), 2))
        self.message("second", answer="2026-07-08T09:00:00", extended_at="2026-07-07T09:00:00")
        self.message("missed", answer="2026-07-08T09:00:00", extended_at="2026-07-07T09:00:01")
        self.assertEqual(self.measure("clock-on-time", "clock=hours"), (Fraction(1, 4), 4))

    def test_a_referral_in_time_takes_the_clock_along(self):
        self.clock("days", 3)
        # Monday 6 July, 9:00: due 9 July. Referred on the 9th: due on the 14th at GOV, on the 10th:
        # on the 15th.
        self.refer("in-time", "2026-07-09T23:59", answer="2026-07-14T23:59")
        self.refer("late", "2026-07-10T00:00", answer="2026-07-16T00:00")
        self.refer("answered", "2026-07-09T10:00", answer="2026-07-09T09:00")
        self.refer("same", "2026-07-08T10:00", answer="2026-07-08T10:00")
        self.assert_measures({"clock-due": 2, "clock-on-time": HALF, "clock-late": 1})
        self.assertEqual(self.tally("FDB-3"), (1, 1, 0, 0))
        self.assert_measures({"clock-due": 4, "clock-on-time": HALF, "clock-late": 1,
                              "clock-open-past-due": 1}, body="GOV")
        self.assertEqual(self.tally("FDB-3", "GOV"), (2, 2, 0, 0))

    def test_a_referral_at_the_last_second_of_the_hours_is_in_time(self):
        self.clock("hours", 24, "hours")
        self.refer("last", "2026-07-07T09:00:00")
        self.assert_measures({"clock-due": None})
        self.refer("late", "2026-07-07T09:00:01")
        self.assert_measures({"clock-due": 1, "clock-late": 1})

    def test_one_clock_of_one_message_can_be_exempt(self):
        self.clock("days", 3)
        self.refer("r", "2026-07-09T10:00")
        self.message("m")
        for agency, item in (("DEX", "m/days"), ("GOV", "r/days/referred")):
            self.put("exemption", agency=agency, control="FDB-3", item=item,
                     granted_on="2026-07-01")
            self.assertEqual(self.tally("FDB-3", agency), (0, 0, 0, 1), agency)

    def test_the_quarter_before_has_clocks_of_its_own(self):
        self.clock("days", 3)
        self.message("q2", "2026-04-06T10:00", "2026-04-06T11:00")
        self.assertEqual(self.tally("FDB-3", period=BEFORE), (1, 0, 0, 0))
        self.assertEqual(self.tally("FDB-3", period=QUARTER), (0, 0, 0, 0))


if __name__ == "__main__":
    unittest.main()
