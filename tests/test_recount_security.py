#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of the recount of security and incidents: every count is worked out by hand."""

import unittest
from fractions import Fraction

from manila import day
from recount_fixture import BEFORE, Database

HOUR = 3600


class Access(Database):
    def check(self, account, on, **answers):
        self.put("access_check", account=account, checked_on=on, **answers)

    def protocols(self, account, on="2026-09-30", **answers):
        self.check(account, on, **{"mfa": 1, "password_policy": 1, "role_review": 1,
                                   "recovery_contacts": 1, "offboarding": 1} | answers)

    def accounts(self, *names):
        for name in names:
            self.account(name)

    def test_all_five_protocols_are_attested(self):
        self.accounts("all", "one-missing", "one-silent", "missing-and-silent", "never", "later")
        self.protocols("all")
        self.protocols("one-missing", offboarding=0)
        self.protocols("one-silent", role_review=None)
        self.protocols("missing-and-silent", mfa=0, role_review=None)
        self.protocols("later", on="2026-10-01")
        # met: all; not met: two with a missing one; no evidence: silent, never, later.
        self.assertEqual(self.tally("SEC-1"), (1, 2, 3, 0))

    def test_each_protocol_is_needed(self):
        self.accounts("a")
        self.protocols("a")
        for name in ("mfa", "password_policy", "role_review", "recovery_contacts", "offboarding"):
            self.connection.execute(f"UPDATE access_check SET {name} = 0")
            self.assertEqual(self.tally("SEC-1"), (0, 1, 0, 0), name)
            self.connection.execute(f"UPDATE access_check SET {name} = 1")
        self.assertEqual(self.tally("SEC-1"), (1, 0, 0, 0))

    def test_several_attestations_of_a_day_are_as_good_as_the_worst(self):
        self.accounts("agree", "differ", "hesitate", "mended")
        for account, answers in (("agree", (1, 1)), ("differ", (1, 0)), ("hesitate", (1, None))):
            for answer in answers:
                self.check(account, "2026-08-01", secure_computer=answer, secure_browser=answer)
        self.check("mended", "2026-06-30", secure_computer=0, secure_browser=0)
        self.check("mended", "2026-07-01", secure_computer=1, secure_browser=1)
        for control in ("SEC-2", "SEC-3"):
            self.assertEqual(self.tally(control), (2, 1, 1, 0), control)
            self.assertEqual(self.tally(control, period=BEFORE), (0, 1, 3, 0), control)

    def test_a_computer_is_no_browser_and_no_network(self):
        self.accounts("a")
        self.check("a", "2026-08-01", secure_computer=1, secure_browser=0)
        self.assertEqual(self.tally("SEC-2"), (1, 0, 0, 0))
        self.assertEqual(self.tally("SEC-3"), (0, 1, 0, 0))
        self.assertEqual(self.tally("SEC-4"), (0, 0, 1, 0))

    def test_an_attestation_is_recent_for_180_days(self):
        # 180 days before 30 September 2026 is 3 April.
        self.accounts("edge", "old", "never", "both")
        self.check("edge", "2026-04-04")
        self.check("old", "2026-04-03")
        self.check("both", "2020-01-01")
        self.check("both", "2026-09-30")
        self.assertEqual(self.tally("SEC-5"), (2, 1, 1, 0))


class OpenIncidents(Database):
    def setUp(self):
        super().setUp()
        self.connection.execute("DELETE FROM agency")
        self.number = 0

    def judged(self, *, examined=None, subject="security", **incident):
        """Another agency with one incident, if any, and one review, if any."""
        self.number += 1
        agency = f"A{self.number}"
        self.put("agency", agency=agency, name="", **{"class": "NGA"})
        if incident:
            self.put("incident", incident=str(self.number), agency=agency, **incident)
        if examined:
            self.put("review", agency=agency, subject=subject, examined_on=examined,
                     source="inspected")
        return self.tally("SEC-6", body=agency)

    def test_an_incident_that_is_not_recovered_at_the_end_is_open(self):
        met, open_, unknown = (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0)
        on = "2026-09-30"
        self.assertEqual(self.judged(examined=on), met)
        self.assertEqual(self.judged(examined=on, detected_at="2026-09-30T23:59"), open_)
        self.assertEqual(self.judged(examined=on, occurred_at="2020-01-01"), open_)
        self.assertEqual(self.judged(examined=on, detected_at="2026-10-01"), met)
        self.assertEqual(self.judged(examined=on, occurred_at="2026-09-01",
                                     detected_at="2026-10-01"), met)
        self.assertEqual(self.judged(examined=on, detected_at="2026-08-01",
                                     recovered_at="2026-09-30T23:59"), met)
        self.assertEqual(self.judged(examined=on, detected_at="2026-08-01",
                                     recovered_at="2026-10-01T00:00"), open_)
        self.assertEqual(self.judged(detected_at="2026-08-01"), open_)
        self.assertEqual(self.judged(examined=on, severity="low"), met)  # never detected
        self.assertEqual(self.judged(), unknown)

    def test_without_incident_somebody_examined_the_agency_in_the_quarter(self):
        self.assertEqual(self.judged(examined="2026-07-01"), (1, 0, 0, 0))
        self.assertEqual(self.judged(examined="2026-06-30"), (0, 0, 1, 0))
        self.assertEqual(self.judged(examined="2026-10-01"), (0, 0, 1, 0))
        self.assertEqual(self.judged(examined="2026-07-01", subject="content"), (0, 0, 1, 0))

    def test_a_review_of_one_account_is_one_of_the_agency(self):
        self.put("agency", agency="DEX", name="", **{"class": "NGA"})
        self.put("review", agency="DEX", account="a", subject="security", examined_on="2026-08-01",
                 source="automatic")
        self.assertEqual(self.tally("SEC-6"), (1, 0, 0, 0))

    def test_an_agency_is_judged_that_exists_on_the_last_day(self):
        for name, since, until in (("A", "2026-09-30", None), ("B", "2026-10-01", None),
                                   ("C", None, "2026-09-30"), ("D", None, "2026-09-29")):
            self.put("agency", agency=name, name="", active_from=since, active_to=until,
                     **{"class": "NGA"})
        self.assertEqual([sum(self.tally("SEC-6", body=body)) for body in "ABCD"], [1, 0, 1, 0])


class Incidents(Database):
    def setUp(self):
        super().setUp()
        self.number = 0

    def incident(self, **values):
        self.number += 1
        self.put("incident", **{"incident": str(self.number), "agency": "DEX"} | values)

    def test_times_run_from_their_own_first_moment(self):
        self.incident(occurred_at="2026-08-01T10:00", detected_at="2026-08-01T12:00",
                      acknowledged_at="2026-08-01T13:00", contained_at="2026-08-01T15:00",
                      recovered_at="2026-08-02T12:00")
        hours = {"detection": 2, "acknowledgement": 1, "containment": 3, "recovery": 24}
        for name, count in hours.items():
            for statistic in ("mean", "median"):
                self.assertEqual(self.measure(f"incident-{name}-{statistic}"), (count * HOUR, 1))
        self.assertEqual(self.measure("incident-dwell-median"), (5 * HOUR, 1))

    def test_mean_and_median_differ(self):
        for recovered in ("11:00", "12:00", "16:00"):  # 1, 2 and 6 hours
            self.incident(detected_at="2026-08-01T10:00", recovered_at=f"2026-08-01T{recovered}")
        self.assertEqual(self.measure("incident-recovery-mean"), (3 * HOUR, 3))
        self.assertEqual(self.measure("incident-recovery-median"), (2 * HOUR, 3))

    def test_a_time_backwards_or_with_an_unknown_end_is_left_out(self):
        self.incident(detected_at="2026-08-01T10:00", recovered_at="2026-08-01T09:59",
                      contained_at="2026-10-01T00:00", acknowledged_at="2026-08-01T10:00")
        self.assertIsNone(self.measure("incident-recovery-mean"))
        self.assertIsNone(self.measure("incident-containment-mean"))
        self.assertIsNone(self.measure("incident-dwell-median"))
        self.assertEqual(self.measure("incident-acknowledgement-mean"), (0, 1))

    def test_an_incident_never_detected_counts_where_it_occurred(self):
        self.incident(occurred_at="2026-06-30T23:00", contained_at="2026-07-01T01:00")
        self.assertEqual(self.measure("incident-dwell-median", period=BEFORE), (2 * HOUR, 1))
        self.assertEqual(self.measure("incidents-detected", period=BEFORE), (1, 1))
        self.incident(severity="low")  # neither: in no quarter
        self.assertIsNone(self.measure("incidents-detected"))

    def test_open_unknown_and_reviewed_incidents_are_parts_of_those_detected(self):
        self.incident(detected_at="2026-08-01", recovered_at="2026-09-30T23:59",
                      reviewed_at="2026-09-30")
        self.incident(detected_at="2026-08-01", recovered_at="2026-10-01", occurred_at="2026-07-01",
                      reviewed_at="2026-10-01")
        self.incident(detected_at="2026-08-01", recovered_at=None)
        self.assertEqual(self.measure("incidents-open"), (2, 2))
        self.assertEqual(self.measure("incidents-occurrence-unknown"), (2, 2))
        self.assertEqual(self.measure("incidents-reviewed"), (Fraction(1, 3), 3))
        self.assertEqual(self.measure("incidents-open", as_of=day("2026-10-01")), (1, 1))

    def like(self, at, **values):
        self.incident(**{"account": "a", "class": "takeover", "detected_at": at} | values)

    def test_an_incident_is_repeated_within_a_year_on_the_account_and_of_the_class(self):
        self.like("2025-08-01T10:00")
        self.like("2026-08-01T10:00")  # 365 days after: repeated
        self.assertEqual(self.measure("incidents-repeated"), (1, 1))
        self.like("2026-08-01T10:00", account="b")
        self.like("2026-08-02T10:00", **{"class": "loss"})
        self.assertEqual(self.measure("incidents-repeated"), (Fraction(1, 3), 3))

    def test_an_incident_does_not_repeat_what_came_after_or_long_before_or_at_once(self):
        self.like("2025-07-31T10:00")
        self.like("2026-08-01T10:00")  # 366 days after
        self.like("2026-08-01T10:00")
        self.assertEqual(self.measure("incidents-repeated"), (0, 2))
        self.like("2026-08-01T10:01")
        self.assertEqual(self.measure("incidents-repeated"), (Fraction(1, 3), 3))

    def test_an_incident_of_no_account_or_class_repeats_none(self):
        for values in ({"account": None}, {"class": None}):
            self.like("2026-08-01", **values)
            self.like("2026-08-02", **values)
        self.assertEqual(self.measure("incidents-repeated"), (0, 4))

    def breach(self, npc, subjects, **values):
        self.incident(**{"detected_at": "2026-08-01T10:00", "personal_data": 1,
                         "npc_notified_at": npc, "subjects_notified_at": subjects} | values)

    def test_a_breach_is_told_to_both_in_72_hours(self):
        limit, late = "2026-08-04T10:00:00", "2026-08-04T10:00:01"
        self.breach(limit, limit)
        for notices in ((late, limit), (limit, late), (None, limit), (limit, None)):
            self.breach(*notices)
        self.breach(limit, limit, personal_data=0)
        self.breach(limit, limit, personal_data=None)
        self.breach(limit, limit, detected_at=None, occurred_at="2026-08-01T10:00")
        self.assertEqual(self.measure("breach-notice-on-time"), (Fraction(1, 5), 5))

    def test_a_breach_counts_once_the_day_of_its_limit_is_there(self):
        self.breach(None, None, detected_at="2026-09-27T23:59")  # 30 September
        self.breach(None, None, detected_at="2026-09-28T00:00")  # 1 October
        self.assertEqual(self.measure("breach-notice-on-time"), (0, 1))
        self.assertEqual(self.measure("breach-notice-on-time", as_of=day("2026-10-01")), (0, 2))

    def test_the_rate_is_of_the_accounts_in_use_at_the_end(self):
        for name in ("a", "b", "c"):
            self.account(name)
        self.account("closed", closed_on="2026-09-30")
        for account, at in (("a", "2026-07-01T00:00"), ("a", "2026-09-30T23:59"),
                            ("a", "2026-06-30T23:59"), ("closed", "2026-08-01"),
                            (None, "2026-08-01")):
            self.incident(account=account, detected_at=at)
        self.assertEqual(self.measure("incident-rate"), (Fraction(200, 3), 3))
        self.assertEqual(self.measure("incident-rate", period=BEFORE), (25, 4))


if __name__ == "__main__":
    unittest.main()
