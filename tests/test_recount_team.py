#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of the recount of the team: small databases of which every count is worked out by hand."""

import unittest
from fractions import Fraction

from manila import day
from recount_fixture import BEFORE, Database

MET, NOT_MET, NO_EVIDENCE, NOTHING = (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 0)


class Team(Database):
    def test_a_team_is_an_officer_and_somebody_who_does_the_work(self):
        self.assertEqual(self.tally("TEM-1"), NOT_MET)
        self.duty("a", "team_member", starts_on="2026-09-30")
        self.assertEqual(self.tally("TEM-1"), NOT_MET)
        self.duty("b", "social_media_officer", ends_on="2026-09-30")
        self.assertEqual(self.tally("TEM-1"), MET)
        self.assertEqual(self.tally("TEM-1", period=BEFORE), NOT_MET)
        self.connection.execute("UPDATE assignment SET role = 'legal' WHERE officer = 'a'")
        self.assertEqual(self.tally("TEM-1"), NOT_MET)
        self.duty("c", "account_administrator", account="some")
        self.assertEqual(self.tally("TEM-1"), MET)
        self.connection.execute("UPDATE assignment SET ends_on = '2026-09-29' WHERE officer = 'b'")
        self.assertEqual(self.tally("TEM-1"), NOT_MET)

    def test_an_officer_of_another_agency_is_none_of_the_team(self):
        self.duty("a", "team_member")
        self.duty("b", "social_media_officer", agency="OTHER")
        self.assertEqual(self.tally("TEM-1"), NOT_MET)

    def test_agencies_are_judged_that_exist_on_the_last_day(self):
        for name, since, until in (("A", "2026-09-30", None), ("B", "2026-10-01", None),
                                   ("C", None, "2026-09-30"), ("D", None, "2026-09-29")):
            self.put("agency", agency=name, name="", active_from=since, active_to=until)
            self.duty("smo", "social_media_officer", agency=name)
        for control in ("TEM-1", "TEM-3", "TEM-4", "TEM-5", "TEM-8", "TEM-9"):
            self.assertEqual([sum(self.tally(control, body=body)) for body in "ABCD"], [1, 0, 1, 0],
                             control)


class Qualified(Database):
    def setUp(self):
        super().setUp()
        self.duty("a", "social_media_officer")

    def brings(self, officer, **values):
        self.put("qualification", officer=officer, **values)

    def test_without_an_officer_nobody_need_qualify(self):
        self.connection.execute("UPDATE assignment SET ends_on = '2026-09-29'")
        for control in ("TEM-3", "TEM-4", "TEM-5"):
            self.assertEqual(self.tally(control), NOTHING)
        self.assertIsNone(self.measure("competencies"))

    def test_the_highest_level_on_record_by_the_end_counts(self):
        self.assertEqual(self.tally("TEM-3"), NO_EVIDENCE)
        self.brings("a", ict_months=99)
        self.assertEqual(self.tally("TEM-3"), NO_EVIDENCE)
        self.brings("a", executive_level=1)
        self.assertEqual(self.tally("TEM-3"), NOT_MET)
        self.brings("a", executive_level=3, recorded_on="2026-10-01")
        self.assertEqual(self.tally("TEM-3"), NOT_MET)
        self.brings("a", executive_level=2, recorded_on="2026-09-30")
        self.assertEqual(self.tally("TEM-3"), MET)
        self.assertEqual(self.tally("TEM-3", period=BEFORE), NOT_MET)

    def test_every_officer_must_qualify(self):
        self.brings("a", executive_level=2)
        self.duty("b", "social_media_officer")
        self.assertEqual(self.tally("TEM-3"), NO_EVIDENCE)
        self.duty("c", "social_media_officer")
        self.brings("c", executive_level=1)
        self.assertEqual(self.tally("TEM-3"), NOT_MET)

    def test_a_year_in_ict_or_in_communications_is_enough(self):
        for ict, communications, tally in (
                (12, None, MET), (None, 12, MET), (11, 12, MET), (11, 11, NOT_MET),
                (11, None, NO_EVIDENCE), (None, 11, NO_EVIDENCE), (None, None, NO_EVIDENCE)):
            self.connection.execute("DELETE FROM qualification")
            self.brings("a", ict_months=ict, communications_months=communications)
            self.assertEqual(self.tally("TEM-4"), tally, (ict, communications))

    def test_experience_may_stand_in_two_records(self):
        self.brings("a", ict_months=11)
        self.brings("a", communications_months=11)
        self.assertEqual(self.tally("TEM-4"), NOT_MET)
        self.brings("a", ict_months=6, communications_months=12)
        self.assertEqual(self.tally("TEM-4"), MET)

    def knows(self, officer, *competencies, on="2026-09-30"):
        for competency in competencies:
            self.put("competency", officer=officer, competency=competency, evidenced_on=on)

    def test_four_competencies_with_evidence_by_the_end(self):
        self.assertEqual(self.tally("TEM-5"), NO_EVIDENCE)
        self.assertEqual(self.measure("competencies"), (0, 1))
        self.knows("a", "strategy", "strategy", "community", "cooking")
        self.knows("a", "marketing", on="2026-10-01")
        self.knows("a", "technology", on=None)
        self.assertEqual(self.tally("TEM-5"), NOT_MET)
        self.assertEqual(self.measure("competencies"), (2, 1))
        self.knows("a", "marketing", "technology")
        self.assertEqual(self.tally("TEM-5"), MET)
        self.assertEqual(self.measure("competencies"), (4, 1))
        self.assertEqual(self.tally("TEM-5", period=BEFORE), NO_EVIDENCE)

    def test_the_officer_with_the_fewest_competencies_counts(self):
        self.knows("a", "strategy", "community", "marketing", "technology")
        self.duty("b", "social_media_officer")
        self.assertEqual(self.tally("TEM-5"), NO_EVIDENCE)
        self.assertEqual(self.measure("competencies"), (0, 1))
        self.knows("b", "strategy")
        self.assertEqual(self.tally("TEM-5"), NOT_MET)
        self.assertEqual(self.measure("competencies"), (1, 1))

    def test_the_mean_of_agencies_is_over_those_with_an_officer(self):
        self.knows("a", "strategy", "community", "marketing")
        for name in ("B", "C"):
            self.put("agency", agency=name, name="", **{"class": "NGA"})
        self.duty("b", "social_media_officer", agency="B")
        self.knows("b", "strategy", "community")
        self.assertEqual(self.measure("competencies", body="=mandated"), (Fraction(5, 2), 2))


class Administrators(Database):
    def create(self, name, by="admin", on="2026-07-01", **values):
        self.account(name, created_by=by, created_on=on, **values)

    def test_an_account_is_created_by_who_administered_on_that_day(self):
        self.duty("admin", "account_administrator", starts_on="2026-07-01", ends_on="2026-07-02")
        self.duty("own", "account_administrator", account="own")
        self.duty("member", "team_member")
        self.duty("far", "account_administrator", agency="OTHER")
        self.create("first-day")
        self.create("last-day", on="2026-07-02")
        self.create("day-after", on="2026-07-03")
        self.create("own", by="own")
        self.create("of-another", by="own")
        self.create("by-member", by="member")
        self.create("by-far", by="far")
        self.create("by-nobody", by=None)
        # met: first and last day, own; no evidence: by nobody.
        self.assertEqual(self.tally("TEM-6b"), (3, 4, 1, 0))

    def test_a_creation_is_judged_once_under_the_order(self):
        self.duty("admin", "account_administrator")
        self.create("before", on="2026-06-30")
        self.create("legacy", legacy=1)
        self.create("undated", on=None)
        self.assertEqual(self.tally("TEM-6b"), NOTHING)
        self.assertEqual(self.tally("TEM-6b", period=BEFORE), MET)
        self.create("closed", on="2026-09-30", closed_on="2026-09-30")
        self.assertEqual(self.tally("TEM-6b"), MET)

    def test_every_administrator_of_an_account_has_a_year_in_ict(self):
        for name in ("one", "two", "short", "silent", "none", "other-field"):
            self.account(name)
            if name != "none":
                self.duty(name, "account_administrator", account=name, starts_on="2026-09-30")
        for officer, months in (("one", 12), ("two", 13), ("short", 11), ("left", 1)):
            self.put("qualification", officer=officer, ict_months=months)
        self.put("qualification", officer="other-field", communications_months=99)
        self.put("qualification", officer="silent", ict_months=12, recorded_on="2026-10-01")
        self.duty("left", "account_administrator", account="one", ends_on="2026-09-29")
        # met: one, two; not met: short; no evidence: silent, other field.
        self.assertEqual(self.tally("TEM-7"), (2, 1, 2, 0))
        self.duty("nobody-knows", "account_administrator", account="two")
        self.assertEqual(self.tally("TEM-7"), (1, 1, 3, 0))
        # By 30 June: "left" of one, "nobody knows" of two.
        self.assertEqual(self.tally("TEM-7", period=BEFORE), (0, 1, 1, 0))


class Vacancy(Database):
    def vacant(self, *terms, **options):
        self.connection.execute("DELETE FROM assignment")
        for starts_on, ends_on in terms:
            self.duty("x", "social_media_officer", starts_on=starts_on, ends_on=ends_on)
        days = self.measure("smo-vacant-days", **options)
        self.assertEqual(self.tally("TEM-8", **options), MET if days == (0, 1) else NOT_MET)
        return days[0]

    def test_the_days_without_an_officer_are_counted(self):
        self.assertEqual(self.vacant(), 92)
        self.assertEqual(self.vacant((None, None)), 0)
        self.assertEqual(self.vacant(("2026-07-01", "2026-09-30")), 0)
        self.assertEqual(self.vacant(("2026-07-02", "2026-09-29")), 2)
        self.assertEqual(self.vacant(("2026-01-01", "2026-07-01"), ("2026-09-30", None)), 90)
        self.assertEqual(self.vacant(("2026-01-01", "2026-08-10"), ("2026-08-01", None)), 0)
        self.assertEqual(self.vacant(("2026-10-01", None)), 92)
        self.assertEqual(self.vacant(("2026-07-01", None), period=BEFORE), 91)

    def test_an_agency_has_no_vacancy_before_it_began(self):
        self.connection.execute("UPDATE agency SET active_from = '2026-09-01'")
        self.assertEqual(self.vacant(), 30)
        self.assertEqual(self.vacant(("2026-09-01", None)), 0)

    def test_the_days_of_all_agencies_add_up(self):
        self.put("agency", agency="B", name="", **{"class": "SUC"})
        self.duty("b", "social_media_officer", agency="B", starts_on="2026-07-11")
        self.assertEqual(self.measure("smo-vacant-days", body="=all"), (102, 2))
        self.assertEqual(self.measure("smo-vacant-days", body="=encouraged"), (10, 1))


class Duties(Database):
    def review(self, period="2026-Q3", **duties):
        for duty, evidenced in duties.items():
            self.put("duty_review", agency="DEX", period=period, duty=duty, evidenced=evidenced)

    def test_four_duties_have_evidence(self):
        self.assertEqual(self.tally("TEM-9"), NO_EVIDENCE)
        self.assertIsNone(self.measure("duties-evidenced"))
        self.review(order=1, objectives=1, approach=1)
        self.assertEqual(self.tally("TEM-9"), NO_EVIDENCE)
        self.assertEqual(self.measure("duties-evidenced"), (3, 1))
        self.review(media=1)
        self.assertEqual(self.tally("TEM-9"), MET)
        self.assertEqual(self.measure("duties-evidenced"), (4, 1))
        self.assertEqual(self.tally("TEM-9", period=BEFORE), NO_EVIDENCE)

    def test_one_duty_without_evidence_is_enough_to_fail(self):
        self.review(order=1, objectives=0)
        self.assertEqual(self.tally("TEM-9"), NOT_MET)
        self.assertEqual(self.measure("duties-evidenced"), (1, 1))

    def test_several_answers_on_a_duty_are_as_good_as_the_worst(self):
        self.review(order=1, objectives=1, approach=1, media=1)
        self.review(order=None)
        self.assertEqual(self.tally("TEM-9"), NO_EVIDENCE)
        self.assertEqual(self.measure("duties-evidenced"), (3, 1))
        self.review(order=0)
        self.assertEqual(self.tally("TEM-9"), NOT_MET)


class Campaigns(Database):
    def test_a_campaign_counts_in_the_quarter_of_its_first_day(self):
        for number, (starts_on, planned) in enumerate(
                (("2026-07-01", 1), ("2026-09-30", 0), ("2026-08-01", None), ("2026-06-30", 1),
                 (None, 1))):
            self.put("campaign", campaign=str(number), agency="DEX", starts_on=starts_on,
                     planned=planned)
        self.assertEqual(self.measure("campaigns"), (3, 3))
        self.assertEqual(self.measure("campaigns-planned"), (Fraction(1, 3), 3))
        self.assertEqual(self.measure("campaigns", period=BEFORE), (1, 1))


class Exempt(Database):
    def test_an_exemption_sets_a_vacancy_aside(self):
        self.put("exemption", agency="DEX", control="TEM-8", granted_on="2026-09-30")
        self.assertEqual(self.tally("TEM-8"), (0, 0, 0, 1))
        self.assertEqual(self.tally("TEM-8", as_of=day("2026-10-15")), (0, 0, 0, 1))


if __name__ == "__main__":
    unittest.main()
