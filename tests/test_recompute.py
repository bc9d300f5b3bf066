#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of the recount itself: small databases of which every count is worked out by hand."""

import contextlib
import io
import pathlib
import sqlite3
import tempfile
import unittest
from fractions import Fraction
from unittest import mock

import recompute
import recount_controls
import recount_feedback
import recount_measures
from manila import Quarter, WorkingDays, day, day_of, instant
from recount_fixture import BEFORE, QUARTER, Database


class Calendar(unittest.TestCase):
    def test_the_day_of_a_timestamp_is_its_day_in_manila(self):
        # 16:00 in Greenwich is midnight in Manila.
        self.assertEqual(day("2026-09-30T15:59:59Z"), day("2026-09-30"))
        self.assertEqual(day("2026-09-30T16:00:00Z"), day("2026-10-01"))
        self.assertEqual(day("2026-09-30 23:59:59"), day("2026-09-30"))
        self.assertEqual(day("2026-09-30T23:30:00-0830"), day("2026-10-01"))

    def test_an_instant_counts_seconds_in_greenwich(self):
        self.assertEqual(instant("1970-01-01T08:00"), 0)
        self.assertEqual(instant("1970-01-02T08:00:01.999+08:00"), 86401)
        self.assertEqual(instant("1970-01-01"), -8 * 3600)
        self.assertEqual(day_of(instant("1970-01-01")), day("1970-01-01"))
        self.assertIsNone(day(None))

    def test_what_is_no_date_is_refused(self):
        for text in ("", "2026-02-29", "2026-9-30", "2026-09-30T24:00", "2026-09-30T10:60",
                     "2026-09-30T10:00:60", "30 September 2026"):
            with self.assertRaises(ValueError):
                instant(text)

    def test_a_quarter_knows_its_days_and_the_one_before(self):
        self.assertEqual(Quarter("2026-Q3").first, day("2026-07-01"))
        self.assertEqual(Quarter("2026-Q4").last, day("2026-12-31"))
        self.assertEqual(Quarter("2026-Q1").before().name, "2025-Q4")
        with self.assertRaises(ValueError):
            Quarter("2026-Q5")

    def test_fifteen_working_days_end_as_the_foi_portal_published_them(self):
        # Request #PCOO-365592301312: received Tuesday 30 April 2019, due 23 May 2019; 1 May (Labour
        # Day) and 13 May (elections) were holidays.
        holidays = WorkingDays({("national", day("2019-05-01")), ("national", day("2019-05-13"))})
        self.assertEqual(holidays.due(day("2019-04-30"), None, 15), day("2019-05-23"))

    def test_a_regions_holiday_counts_there_only(self):
        # Friday 10 July 2026; the first working day after it is Monday 13 July.
        holidays = WorkingDays({("VII", day("2026-07-13"))})
        self.assertEqual(holidays.due(day("2026-07-10"), "NCR", 1), day("2026-07-13"))
        self.assertEqual(holidays.due(day("2026-07-10"), "VII", 1), day("2026-07-14"))


class Agencies(Database):
    def test_an_officer_is_designated_by_who_was_head_on_the_first_day(self):
        self.duty("head", "head", ends_on="2026-05-01")
        self.duty("smo", "social_media_officer", starts_on="2026-05-01", designation_ref="SO 1",
                  designated_by="head")
        self.assertEqual(self.tally("TEM-2"), (1, 0, 0, 0))
        self.connection.execute("UPDATE assignment SET starts_on = '2026-05-02'"
                                " WHERE officer = 'smo'")
        self.assertEqual(self.tally("TEM-2"), (0, 1, 0, 0))  # the head had left
        self.connection.execute("UPDATE assignment SET starts_on = NULL")
        self.assertEqual(self.tally("TEM-2"), (0, 0, 1, 0))  # no order of a known day
        self.connection.execute("UPDATE assignment SET ends_on = '2026-09-29'")
        self.assertEqual(self.tally("TEM-2"), (0, 1, 0, 0))  # vacant
        self.assertEqual(self.tally("TEM-2", period=BEFORE), (0, 0, 1, 0))

    def test_an_order_without_who_gave_it_is_no_evidence(self):
        self.duty("smo", "social_media_officer", starts_on="2026-05-01", designation_ref="SO 1")
        self.assertEqual(self.tally("TEM-2"), (0, 0, 1, 0))

    def test_a_body_abolished_before_the_end_has_no_officer_to_name_but_a_return_to_send(self):
        self.connection.execute("UPDATE agency SET active_to = '2026-07-01'")
        self.assertEqual(self.tally("TEM-2"), (0, 0, 0, 0))
        self.assertEqual(self.tally("POP-1"), (0, 1, 0, 0))
        # A group counts neither who ended in the quarter nor who is in its grace period.
        self.assertEqual(self.tally("POP-1", "=mandated"), (0, 0, 0, 0))
        self.connection.execute("UPDATE agency SET active_to = NULL, active_from = '2026-09-30'")
        self.assertEqual(self.tally("POP-1", "=mandated"), (0, 0, 0, 0))
        self.assertEqual(self.tally("POP-1", period=BEFORE), (0, 0, 0, 0))
        self.connection.execute("UPDATE agency SET active_to = '2026-06-30', active_from = NULL")
        self.assertEqual(self.tally("POP-1"), (0, 0, 0, 0))
        self.assertEqual(self.tally("TEM-2", period=BEFORE), (0, 1, 0, 0))

    def test_nothing_is_judged_before_the_order(self):
        self.account("a")
        results = recompute.recount(self.connection, "2018-Q1")
        self.assertEqual(results["DEX", "2018-Q1", "control", "TEM-6", ""], (0, 1, 0, 0))
        self.assertNotIn(("DEX", "2017-Q4", "control", "TEM-6", ""), results)
        self.assertEqual(results["DEX", "2017-Q4", "measure", "accounts-active", ""], (1, 1))

    def test_a_return_counts_up_to_its_last_day(self):
        self.put("submission", agency="DEX", period=QUARTER, submitted_at="2026-10-15T23:59")
        self.put("submission", agency="DEX", period=BEFORE)
        self.assertEqual(self.tally("POP-1"), (1, 0, 0, 0))
        self.assertEqual(self.tally("POP-1", submitted_by=day("2026-10-15")), (1, 0, 0, 0))
        self.assertEqual(self.tally("POP-1", submitted_by=day("2026-10-14")), (0, 1, 0, 0))
        self.assertEqual(self.tally("POP-1", period=BEFORE, submitted_by=day("2026-10-14")),
                         (1, 0, 0, 0))

    def test_a_deadline_is_of_the_reported_quarter(self):
        self.put("submission", agency="DEX", period=BEFORE, submitted_at="2026-10-20")
        for known, tally in (("2026-10-20", (1, 0, 0, 0)), ("2026-10-19", (0, 1, 0, 0))):
            self.assertEqual(self.tally("POP-1", period=BEFORE, as_of=day(known),
                                        submitted_by=day("2026-10-15")), tally)

    def test_an_account_is_its_lead_s_of_the_day(self):
        self.put("agency", agency="BSM", name="BSM", **{"class": "LGU"})
        self.account("a")
        self.put("account_agency", account="a", agency="BSM", role="lead", valid_from="2026-07-01")
        self.put("account_agency", account="a", agency="BSM", role="partner",
                 valid_from="2026-01-01")
        self.assertEqual(self.tally("TEM-6"), (0, 0, 0, 0))
        self.assertEqual(self.tally("TEM-6", "BSM"), (0, 1, 0, 0))
        self.assertEqual(self.tally("TEM-6", period=BEFORE), (0, 1, 0, 0))

    def test_a_finding_that_was_withdrawn_is_set_aside_in_all_quarters(self):
        self.account("a")
        self.put("response", finding="TEM-6/DEX/a", kind="contest", received_on="2026-09-01",
                 decision="withdrawn", decided_on="2026-09-30")
        self.assertEqual(self.tally("TEM-6"), (0, 0, 0, 1))
        self.assertEqual(self.tally("TEM-6", period=BEFORE), (0, 0, 0, 1))
        self.connection.execute("UPDATE response SET decided_on = '2026-10-01'")
        self.assertEqual(self.tally("TEM-6"), (0, 1, 0, 0))

    def test_an_exemption_holds_from_its_grant_until_before_its_expiry(self):
        self.account("a")
        self.account("b")
        self.put("exemption", agency="DEX", control="TEM-6", item="a", granted_on="2026-09-30")
        self.assertEqual(self.tally("TEM-6"), (0, 1, 0, 1))
        self.assertEqual(self.tally("TEM-6", period=BEFORE), (0, 2, 0, 0))
        self.put("exemption", agency="DEX", control="TEM-6", granted_on="2026-01-01",
                 expires_on="2026-09-30")
        self.assertEqual(self.tally("TEM-6"), (0, 1, 0, 1))
        self.assertEqual(self.tally("TEM-6", period=BEFORE), (0, 0, 0, 2))

    def bodies(self):
        """With DEX six bodies, of an account without administrator each: TEM-6 not met."""
        for code, kind, start in (("GIC", "GICP", None), ("UNI", "SUC", None), ("ODD", None, None),
                                  ("NEW", "NGA", "2026-07-03"), ("OLD", "NGA", "2026-07-02")):
            self.put("agency", agency=code, name=code, active_from=start, **{"class": kind})
        for code in ("DEX", "GIC", "UNI", "ODD", "NEW", "OLD", "LOST"):
            self.account(code, agency=code)

    def test_groups_leave_out_new_bodies_and_those_of_unknown_class(self):
        # 30 September is the 89th day after 3 July (still new) and the 90th after 2 July.
        self.bodies()
        self.assertEqual(self.tally("TEM-6", "=mandated"), (0, 3, 0, 0))    # DEX, GIC, OLD
        self.assertEqual(self.tally("TEM-6", "=class:NGA"), (0, 2, 0, 0))   # DEX, OLD
        self.assertEqual(self.tally("TEM-6", "=encouraged"), (0, 1, 0, 0))  # UNI
        self.assertEqual(self.tally("TEM-6", "NEW"), (0, 1, 0, 0))
        for body in ("=all", "=unknown", "LOST"):
            self.assertEqual(self.tally("TEM-6", body), (0, 0, 0, 0))

    def test_groups_leave_out_bodies_that_did_not_report_once_any_did(self):
        self.bodies()
        self.put("submission", agency="GIC", period=QUARTER)
        self.assertEqual(self.tally("TEM-6", "=mandated"), (0, 1, 0, 0))
        self.assertEqual(self.tally("TEM-6", "=mandated", period=BEFORE), (0, 0, 0, 0))
        # Of the return itself the silent are counted too, but for NEW: DEX, GIC, OLD.
        self.assertEqual(self.tally("POP-1", "=mandated"), (1, 2, 0, 0))

    def test_measures_of_groups_take_all_bodies_that_exist(self):
        self.bodies()
        self.put("submission", agency="GIC", period=QUARTER)
        self.assertEqual(self.measure("accounts-active", body="=mandated"), (4, 4))
        self.assertEqual(self.measure("accounts-active", body="=unknown"), (1, 1))
        self.assertEqual(self.measure("accounts-active", body="=all"), (6, 6))
        # In Q2 neither NEW nor OLD was there, though their accounts were.
        self.assertEqual(self.measure("accounts-active", body="=all", period=BEFORE), (4, 4))
        self.assertEqual(self.measure("accounts-active", body="NEW", period=BEFORE), (1, 1))
        self.assertIsNone(self.measure("accounts-active", body="LOST"))


class Events(Database):
    def post(self, post, at, author="writer", **values):
        self.put("post", post=post, account="a", published_at=at, author=author, **values)

    def test_a_post_needs_an_author_in_office_on_its_day_in_manila(self):
        self.account("a")
        self.duty("writer", "team_member", starts_on="2026-07-02", account="a")
        self.duty("guest", "team_member", account="another")
        self.duty("guard", "watchman")
        self.post("1", "2026-07-01T16:00:00Z")           # 2 July in Manila: met
        self.post("2", "2026-07-01T15:59:59Z")           # 1 July: not met
        self.post("3", "2026-08-01T10:00", "guest")      # not met
        self.post("4", "2026-08-01T10:00", "guard")      # not met
        self.post("5", "2026-08-01T10:00", None)         # no evidence
        self.post("6", "2026-10-01T00:00")               # Q4
        self.assertEqual(self.tally("PST-1"), (1, 3, 1, 0))
        self.assertEqual(self.measure("posts-published"), (5, 5))

    def test_engagement_is_pooled_over_posts_with_a_reach(self):
        self.account("a")
        self.post("1", "2026-08-01", reach=100, reactions=5, comments=2, shares=1, clicks=2)
        self.post("2", "2026-08-02", reach=300, shares=4)
        self.post("3", "2026-08-03", reach=0, reactions=9)
        self.post("4", "2026-08-04", reactions=9)
        # (5 + 2 + 1 + 2 + 4) of (100 + 300), two posts
        self.assertEqual(self.measure("engagement-rate"), (Fraction(14, 400), 2))
        self.assertIsNone(self.measure("engagement-rate", body="=all"))

    def test_moderation_counts_actions_that_were_taken(self):
        self.account("a")
        for number, (action, at) in enumerate((("hide", "2026-07-01T00:00"), ("none", "2026-07-02"),
                                               (None, "2026-07-02"), ("block", None))):
            self.put("moderation", moderation=str(number), account="a", action=action, acted_at=at)
        self.assertEqual(self.measure("moderation-actions"), (1, 1))
        self.assertEqual(self.measure("moderation-actions", "action=hide"), (1, 1))
        self.assertEqual(self.measure("moderation-actions", "category=not recorded"), (1, 1))

    def incident(self, name, detected, contained, **values):
        self.put("incident", incident=name, agency="DEX", detected_at=detected,
                 contained_at=contained, **values)

    def test_incidents_count_from_their_detection(self):
        self.incident("1", "2026-08-01T10:00:00", "2026-08-01T10:00:00", severity="low")
        self.incident("2", "2026-09-30T10:00:00", "2026-09-30T10:00:25")  # known on the as-of day
        self.incident("3", "2026-08-03T10:00:00", "2026-08-03T09:59:59")  # a fault: no time
        self.incident("4", "2026-09-30T10:00:00", "2026-10-01T10:00:00")  # not yet known
        self.incident("5", None, "2026-08-01T10:00:00", occurred_at="2026-06-30T12:00")
        self.assertEqual(self.measure("incidents-detected"), (4, 4))
        self.assertEqual(self.measure("incidents-detected", "severity=low"), (1, 1))
        self.assertEqual(self.measure("incidents-detected", "class=not recorded", period=BEFORE),
                         (1, 1))
        self.assertEqual(self.measure("incident-containment-mean"), (Fraction(25, 2), 2))
        self.assertEqual(self.measure("incident-containment-median"), (Fraction(25, 2), 2))


class Command(Database):
    """An agency without officers and one message, and the file that says so of two controls and the
    measures of messages."""

    def setUp(self):
        super().setUp()
        controls = {name: recount_controls.CONTROLS[name] for name in ("TEM-2", "TEM-6")}
        for patch in (mock.patch.object(recount_controls, "CONTROLS", controls),
                      mock.patch.object(recount_measures, "GATHERERS",
                                        (recount_feedback.gather_feedback,))):
            patch.start()
            self.addCleanup(patch.stop)
        tables = {row["name"] for row in self.connection.execute("SELECT * FROM sqlite_master")
                  if row["type"] == "table"}
        for table in tables - {"agency", "account", "assignment", "feedback"}:
            self.connection.execute(f"DROP TABLE {table}")
        self.put("feedback", feedback="1", agency="DEX", kind="spam",
                 received_at="2026-08-01T10:00:00")
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.database = pathlib.Path(self.folder.name) / "ulat.db"
        self.results = pathlib.Path(self.folder.name) / "results.csv"
        # TEM-2: no officer in either quarter, of DEX and its two groups; TEM-6: no account.
        self.lines = [",".join(recompute.COLUMNS)]
        for body in ("DEX", "=mandated", "=class:NGA"):
            for period in (QUARTER, BEFORE):
                self.lines.append(f"{body},{period},control,TEM-2,,0,1,0,0,not_met,0,1,1,,1")
        self.lines.append("DEX,2026-Q3,control,TEM-6,,0,0,0,0,not_applicable,0,0,0,,1")
        for body in ("DEX", "=mandated", "=class:NGA", "=all"):
            self.lines.append(f"{body},2026-Q3,measure,feedback-spam,,,,,,,2,2,1,,1")
        # All that could be judged is not met, and too little for a band.
        for period in (QUARTER, BEFORE):
            self.lines.append(f"DEX,{period},score,score,,,,,,,0,1000000,,,1")

    def run_command(self):
        copy = sqlite3.connect(self.database)
        self.connection.commit()
        self.connection.backup(copy)
        copy.close()
        self.results.write_text("\n".join(self.lines) + "\n", encoding="utf-8")
        with contextlib.redirect_stdout(io.StringIO()) as output:
            status = recompute.main([str(self.database), str(self.results), "--period", QUARTER])
        return status, output.getvalue()

    def test_equal_values_are_counted_however_their_fractions_are_written(self):
        # Six tallies of four counts, one empty, four measures of value and rows, two scores:
        # 24 + 4 + 8 + 2.
        self.assertEqual(self.run_command(), (0, "38 values compared, all equal\n"))

    def differs(self, message):
        status, output = self.run_command()
        self.assertEqual(status, 1)
        self.assertIn(message, output)

    def test_a_wrong_count_is_a_difference(self):
        self.lines[1] = "DEX,2026-Q3,control,TEM-2,,1,0,0,0,met,1,1,1,,1"
        self.differs("DEX 2026-Q3 control TEM-2: 0, 1, 0, 0 recounted, 1, 0, 0, 0 in the file")

    def test_a_fraction_that_does_not_follow_from_its_counts_is_a_difference(self):
        self.lines[1] = "DEX,2026-Q3,control,TEM-2,,0,1,0,0,not_met,1,1,1,,1"
        self.differs("0, 1, 0, 0 recounted, 0, 1, 0, 0, 1, 1 in the file")

    def test_a_missing_row_is_a_difference(self):
        del self.lines[1]
        self.differs("DEX 2026-Q3 control TEM-2: 0, 1, 0, 0 recounted, nothing in the file")

    def test_a_row_too_many_is_a_difference(self):
        self.lines.append("DEX,2026-Q3,measure,feedback-spam,kind=spam,,,,,,1,1,1,,1")
        self.differs("feedback-spam kind=spam: nothing recounted, 1, 1 in the file")

    def test_a_row_that_stands_twice_is_a_difference(self):
        self.lines.append(self.lines[1])
        self.differs("the row stands there twice")

    def test_a_wrong_number_of_rows_behind_a_measure_is_a_difference(self):
        self.lines[-3] = "=all,2026-Q3,measure,feedback-spam,,,,,,,1,1,2,,1"
        self.differs("=all 2026-Q3 measure feedback-spam: 1, 1 recounted, 1, 2 in the file")

    def test_a_wrong_score_and_a_wrong_band_are_differences(self):
        self.lines[-1] = "DEX,2026-Q2,score,score,,,,,,,1,1000000,,,1"
        self.differs("DEX 2026-Q2 score: (0, 0, 1000000, '') recounted, (1, 1000000, '') in the")
        self.lines[-1] = "DEX,2026-Q2,score,score,,,,,,Low,0,1000000,,,1"
        self.differs("DEX 2026-Q2 score: (0, 0, 1000000, '') recounted, (0, 1000000, 'Low') in the")
        del self.lines[-1]
        self.differs("DEX 2026-Q2 score: (0, 0, 1000000, '') recounted, None in the file")

    def test_what_is_no_number_is_a_difference(self):
        self.lines[-3] = "=all,2026-Q3,measure,feedback-spam,,,,,,,one,1,1,,1"
        self.differs("a count is not a number")

    def test_a_share_of_nothing_among_some_is_not_an_empty_measure(self):
        none_of_four = {"numerator": "0", "denominator": "4", "n": "4"}
        self.assertEqual(recompute.measure_values(none_of_four), (Fraction(0), 4))
        self.assertEqual(recompute.measure_values(none_of_four | {"n": "0"}), ())

    def test_nothing_compared_is_a_failure(self):
        self.connection.execute("DELETE FROM agency")
        self.lines = self.lines[:1]
        self.assertEqual(self.run_command(),
                         (1, "0 values compared: neither the database nor the file holds any\n"))

    def test_at_most_twenty_differences_are_printed(self):
        self.lines += [f"X{number},2026-Q3,measure,feedback-spam,,,,,,,1,1,1,,1"
                       for number in range(30)]
        output = self.run_command()[1].splitlines()
        self.assertEqual(len(output), 21)
        self.assertEqual(output[-1], "30 differences in 98 values compared")


if __name__ == "__main__":
    unittest.main()
