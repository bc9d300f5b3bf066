#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of the recount of content, policies and cases: every count is worked out by hand."""

import unittest
from fractions import Fraction

from manila import day
from recount_fixture import BEFORE, Database

LATER = day("2026-10-05")


class Posts(Database):
    def setUp(self):
        super().setUp()
        self.account("a")
        self.posts = 0

    def post(self, at="2026-08-01T09:00", **values):
        self.posts += 1
        self.put("post", **{"post": str(self.posts), "account": "a", "published_at": at} | values)

    def test_a_post_has_an_author_and_an_allowed_category(self):
        self.post(author="one", category="statement")
        self.post(author="", category="other")
        self.post(category="original")
        self.post(category="")
        self.post(at="2026-06-30T23:59", author="one", category="advisory")
        self.post(account="lost")
        self.assertEqual(self.tally("PST-2"), (1, 3, 0, 0))
        self.assertEqual(self.tally("CNT-4"), (2, 1, 1, 0))
        self.assertEqual(self.tally("CNT-4", period=BEFORE), (1, 0, 0, 0))

    def test_a_post_is_approved_by_somebody_before_it_is_published(self):
        at = "2026-08-01T09:00:00"
        self.post(at, approved_by="h", approved_at="2026-08-01T01:00:00Z")  # met: the same second
        self.post(at, approved_by="h", approved_at="2026-08-01T09:00:01")  # not met: after
        self.post(at, approved_at="2026-08-01T09:00:01")  # not met: after, by whomever
        self.post(at, approved_at="2026-07-31")  # no evidence: by whom
        self.post(at, approved_by="h")  # no evidence: when
        self.post(at, approved_by="h", approved_at="2026-10-01")  # the same: not known yet
        self.post(at)  # not met
        self.post(at, approval_required=1)  # not met
        self.post(at, approval_required=0)  # does not apply
        self.assertEqual(self.tally("PST-3"), (1, 4, 3, 0))
        self.assertEqual(self.tally("PST-3", as_of=LATER), (1, 5, 2, 0))

    def test_posts_by_what_they_are(self):
        self.post(category="statement", purpose="poll", participants=10)
        self.post(category="advisory", purpose="consultation", participants=5)
        self.post(category="original", purpose="question_and_answer")
        self.post(purpose="service", participants=100)
        self.assertEqual(self.measure("posts-published", "purpose=poll"), (1, 1))
        self.assertEqual(self.measure("posts-published", "category=not recorded"), (1, 1))
        self.assertEqual(self.measure("posts-transparency"), (Fraction(1, 2), 4))
        for name in ("posts-statements", "posts-advisories", "posts-originals"):
            self.assertEqual(self.measure(name), (Fraction(1, 4), 4), name)
        self.assertEqual(self.measure("posts-participatory"), (3, 3))
        self.assertEqual(self.measure("posts-participatory", "purpose=consultation"), (1, 1))
        self.assertEqual(self.measure("participants"), (15, 2))

    def test_each_ratio_has_its_own_posts(self):
        self.post(reach=100, impressions=200, views=50, reactions=3, shares=2)
        self.post(reach=0, impressions=0, views=0, clicks=7)
        self.post(impressions=300, views=10, comments=5)
        self.post(reach=40)
        self.assertEqual(self.measure("engagement-rate"), (Fraction(5, 100), 1))
        self.assertEqual(self.measure("engagement-by-impressions"), (Fraction(10, 500), 2))
        self.assertEqual(self.measure("video-engagement"), (Fraction(10, 60), 2))
        self.assertEqual(self.measure("virality"), (Fraction(2, 200), 1))
        self.assertEqual(self.measure("posts-without-reach"), (2, 2))

    def test_a_violating_post_is_one_whenever_it_was_found(self):
        for _ in range(3):
            self.post()
        for post, found in (("1", "2026-09-30"), ("1", "2026-08-02"), ("2", "2026-10-05")):
            self.put("post_violation", post=post, account="a", category="link", found_at=found)
        self.assertEqual(self.measure("posts-violating"), (Fraction(1, 3), 3))
        self.assertEqual(self.measure("posts-violating", as_of=LATER), (Fraction(2, 3), 3))


class Violations(Database):
    def violation(self, post, found, removed=None, **values):
        self.put("post_violation", **{"post": post, "account": "a", "category": "link",
                                      "found_at": found, "removed_at": removed} | values)

    def test_each_category_has_its_control(self):
        for number, category in enumerate(("blackmail", "pornographic", "malicious", "link",
                                           "opinion"), 1):
            self.account(f"a{number}")
            self.violation("p", "2026-08-01", account=f"a{number}", category=category)
            self.put("review", agency="DEX", account=f"a{number}", subject="content",
                     examined_on="2026-08-01", source="inspected")
            self.put("review", agency="DEX", account=f"a{number}", subject="privacy",
                     examined_on="2026-05-01", source="inspected")
        for number in range(1, 6):
            self.assertEqual(self.tally(f"BLK-{number}"), (4, 1, 0, 0))
            self.assertEqual(self.tally(f"BLK-{number}", period=BEFORE), (0, 0, 5, 0))

    def test_a_violation_is_an_item_while_it_is_up(self):
        self.account("a")
        self.violation("1", "2026-09-30T23:59", None)                   # Q3 not met
        self.violation("2", "2026-06-30", "2026-07-01T00:00")           # Q2 not met, Q3 met
        self.violation("3", "2026-06-01", "2026-06-30T23:59")           # Q2 met
        self.violation("4", "2026-08-01", "2026-10-01T00:00")           # Q3 not met
        self.violation("5", "2026-08-01", "2026-09-30", category="other")  # Q3 met
        self.violation("6", "2026-10-01")                               # not found yet
        self.violation("7", "2026-08-01", account="lost")
        self.violation("2", "2026-06-30", "2026-07-05", category="opinion")  # an item of its own
        self.assertEqual(self.tally("BLK-6"), (3, 2, 0, 0))
        self.assertEqual(self.tally("BLK-6", period=BEFORE), (1, 2, 0, 0))
        self.assertEqual(self.measure("violations-still-up"), (2, 2))
        self.assertEqual(self.measure("violations-still-up", "category=opinion", period=BEFORE),
                         (1, 1))

    def test_the_same_post_and_category_twice_is_one_item_and_two_rows(self):
        self.account("a")
        self.violation("1", "2026-08-01", "2026-08-02", personnel_case="c")
        self.violation("1", "2026-08-03", None)
        self.violation("1", "2026-08-04", None, personnel_case="c")
        self.assertEqual(self.tally("BLK-6"), (0, 1, 0, 0))
        self.assertEqual(self.tally("SAN-6"), (0, 1, 0, 0))
        self.assertEqual(self.measure("violations-still-up"), (2, 2))

    def test_the_time_to_a_removal_runs_from_the_publication(self):
        self.account("a")
        for number, (published, removed) in enumerate((
                ("2026-08-01T00:00:00", "2026-08-01T00:00:10"),
                ("2026-08-01T00:00:00", "2026-08-01T00:00:30"), (None, "2026-08-02"),
                ("2026-08-02", "2026-08-01T23:59:59"), ("2026-08-01", "2026-10-01"))):
            self.violation(str(number), "2026-09-30", removed, published_at=published)
        self.assertEqual(self.measure("violation-removal-median"), (Fraction(20), 2))
        self.assertEqual(self.measure("violation-removal-median", as_of=LATER), (Fraction(30), 3))

    def test_a_violation_leads_to_a_case_or_to_a_word_that_none_follows(self):
        self.account("a")
        self.violation("1", "2026-07-01", personnel_case="c")
        self.violation("2", "2026-09-30", no_action_on="2026-09-30")
        self.violation("3", "2026-08-01", no_action_on="2026-10-01")
        self.violation("4", "2026-08-01", personnel_case="")
        self.violation("5", "2026-06-30")
        self.assertEqual(self.tally("SAN-6"), (2, 2, 0, 0))
        self.assertEqual(self.tally("SAN-6", as_of=LATER), (3, 1, 0, 0))
        self.assertEqual(self.tally("SAN-6", period=BEFORE), (0, 1, 0, 0))


class Privacy(Database):
    def setUp(self):
        super().setUp()
        self.account("a")
        self.disclosures = 0

    def disclosure(self, at="2026-08-01", **values):
        self.disclosures += 1
        self.put("private_disclosure", disclosure=str(self.disclosures), account="a",
                 disclosed_at=at, **values)

    def test_each_disclosure_needs_consent_and_each_account_too(self):
        self.disclosure(consent_recorded=1)
        self.disclosure(consent_recorded=0)
        self.disclosure()
        self.disclosure(at="2026-06-30T23:59", consent_recorded=1)
        self.assertEqual(self.tally("PRV-1"), (1, 1, 1, 0))
        self.assertEqual(self.tally("PRV-2"), (0, 1, 0, 0))
        self.assertEqual(self.tally("PRV-1", period=BEFORE), (1, 0, 0, 0))
        self.assertEqual(self.tally("PRV-2", period=BEFORE), (0, 0, 1, 0))
        for subject, evidence in (("content", (0, 0, 1, 0)), ("privacy", (1, 0, 0, 0))):
            self.put("review", agency="DEX", account="a", subject=subject, examined_on="2026-05-01",
                     source="inspected")
            self.assertEqual(self.tally("PRV-2", period=BEFORE), evidence, subject)

    def breach(self, name, detected, npc=None, subjects=None, personal=1):
        self.put("incident", incident=name, agency="DEX", detected_at=detected,
                 personal_data=personal, npc_notified_at=npc, subjects_notified_at=subjects)
        self.disclosure(incident=name, consent_recorded=0)

    def test_a_disclosure_is_assessed_and_a_breach_told_within_72_hours(self):
        at, limit, late = "2026-09-01T08:00:00", "2026-09-04T08:00:00", "2026-09-04T08:00:01"
        self.disclosure(incident="none-such")  # not met: no such incident
        self.disclosure()  # not met
        self.disclosure(consent_recorded=1)  # does not apply
        self.breach("harmless", at, personal=0)  # met
        self.breach("unclear", at, personal=None)  # no evidence
        self.breach("undated", None, limit, limit)  # no evidence
        self.breach("told", at, limit, "2026-09-04T00:00:00Z")  # met
        self.breach("late", at, limit, late)  # not met
        self.breach("half", at, limit)  # not met
        self.breach("fresh", "2026-09-28T00:00:00", "2026-09-28")  # until 1 October: not yet due
        self.breach("stale", "2026-09-27T23:59:59", "2026-09-28")  # not met
        self.assertEqual(self.tally("PRV-3"), (2, 5, 2, 0))
        self.assertEqual(self.tally("PRV-3", as_of=day("2026-10-01")), (2, 6, 2, 0))


class Policies(Database):
    def policy(self, account=None, kind="moderation", **values):
        self.put("policy", **{"agency": "DEX", "account": account, "kind": kind,
                              "effective_from": "2026-01-01"} | values)

    def test_a_participation_policy_is_as_a_moderation_policy(self):
        for name in ("own", "undated", "other", "expired"):
            self.account(name)
        self.policy("own", "participation")
        self.policy("undated", "participation", effective_from=None)
        self.policy("other", "moderation")
        self.policy("expired", "participation", effective_to="2026-09-29")
        self.assertEqual(self.tally("POL-1"), (1, 2, 1, 0))
        self.assertEqual(self.tally("POL-2"), (1, 3, 0, 0))

    def test_what_a_policy_states_may_stand_in_any_that_is_in_force(self):
        for name in ("bare", "whole", "halves", "strange", "none"):
            self.account(name)
        self.policy("bare", effective_from=None, form="")
        self.policy("whole", form="none", responsible="Team", contact="team@dex.example.ph")
        self.policy("halves", form="pre", responsible="")
        self.policy("halves", contact="here")
        self.policy("strange", form="now and then")
        self.policy("none", "participation", form="pre", responsible="Team", contact="here")
        self.assertEqual(self.tally("POL-3"), (2, 2, 0, 0))
        self.assertEqual(self.tally("POL-4"), (1, 3, 0, 0))
        self.assertEqual(self.tally("POL-5"), (2, 2, 0, 0))

    def test_a_policy_is_published_and_was_reviewed_within_the_year(self):
        # Within the year: after 30 September 2025.
        for name, values in (("new", {"effective_from": "2025-10-01"}),
                             ("year-old", {"effective_from": "2025-09-30"}),
                             ("reviewed", {"effective_from": None, "reviewed_on": "2025-10-01"}),
                             ("reviewed-once", {"reviewed_on": "2025-09-30"}),
                             ("undated", {"effective_from": None})):
            self.account(name)
            self.policy(name, url="https://dex.example.ph/policy", **values)
        self.account("hidden")
        self.policy("hidden", url="")
        self.account("without")
        self.assertEqual(self.tally("POL-6"), (2, 4, 0, 0))

    def test_personal_use_may_not_be_banned(self):
        bans = {"DEX": (), "BANS": (0, 1), "LETS": (0, None), "SILENT": (None,)}
        for agency, answers in bans.items():
            if agency != "DEX":
                self.put("agency", agency=agency, name=agency)
            for answer in answers:
                self.policy(kind="personal_use", agency=agency, bans_personal_use=answer)
            expected = {"BANS": (0, 1, 0, 0), "LETS": (1, 0, 0, 0)}.get(agency, (0, 0, 1, 0))
            self.assertEqual(self.tally("CIV-2", agency), expected, agency)
        # Any policy at all shows that there is none on personal use.
        self.policy(effective_from="2026-09-30", effective_to="2026-09-30")
        self.assertEqual(self.tally("CIV-2"), (1, 0, 0, 0))
        self.assertEqual(self.tally("CIV-2", period=BEFORE), (0, 0, 1, 0))
        self.policy(kind="personal_use", bans_personal_use=1, effective_to="2026-09-29")
        self.assertEqual(self.tally("CIV-2"), (1, 0, 0, 0))
        self.assertEqual(self.tally("CIV-2", period=BEFORE), (0, 1, 0, 0))

    def test_staff_are_reminded_once_a_year(self):
        self.put("training", agency="DEX", kind="training", held_on="2025-07-01")
        self.assertEqual(self.tally("CIV-3"), (0, 1, 0, 0))
        self.assertEqual(self.tally("CIV-3", period=BEFORE), (1, 0, 0, 0))  # 364 days before
        self.put("training", agency="DEX", kind="reminder", held_on="2025-09-30")
        self.assertEqual(self.tally("CIV-3"), (0, 1, 0, 0))  # 365 days before
        self.put("training", agency="DEX", kind="reminder", held_on="2025-10-01")
        self.assertEqual(self.tally("CIV-3"), (1, 0, 0, 0))
        self.connection.execute("DELETE FROM training")
        self.policy(kind="reminder", effective_from="2026-09-30")
        self.assertEqual(self.tally("CIV-3"), (1, 0, 0, 0))
        self.assertEqual(self.tally("CIV-3", period=BEFORE), (0, 1, 0, 0))


class Cases(Database):
    def setUp(self):
        super().setUp()
        self.cases = 0

    def case(self, complained, investigated=None, charged=None, decided=None, **values):
        self.cases += 1
        self.put("personnel_case", **{"personnel_case": str(self.cases), "agency": "DEX",
                                      "under_raccs": 1, "complained_on": complained,
                                      "investigated_on": investigated, "charged_on": charged,
                                      "decided_on": decided} | values)

    def test_a_case_under_the_rules_takes_its_steps(self):
        self.case("2026-05-01")  # both quarters met
        self.case("2026-05-01", None, "2026-09-30")  # Q2 met, Q3 not met
        self.case("2026-05-01", "2026-10-01", "2026-09-30")  # the same
        self.case("2026-05-01", "2026-06-30", "2026-07-01", "2026-07-01")  # both met
        self.case("2026-05-01", "2026-06-30", "2026-07-02", "2026-07-01")  # Q2 met, Q3 not met
        self.case("2026-05-01", None, "2026-05-01", "2026-06-30")  # Q2 not met
        self.case("2026-09-30", decided="2026-10-01")  # Q3 met
        self.case("2026-10-01")
        self.case(None)
        self.case("2026-05-01", None, "2026-06-01", under_raccs=0)
        self.assertEqual(self.tally("SAN-2"), (3, 3, 0, 0))
        self.assertEqual(self.tally("SAN-2", period=BEFORE), (5, 1, 0, 0))

    def test_cases_are_counted_by_what_they_are_about_and_how_they_end(self):
        self.case("2026-07-01", offence="light", conduct="excessive_use", decided="2026-09-30",
                  outcome="sanctioned", penalty="fine", statute="RA 6713", engagement="career",
                  appealed_on="2026-09-30", referred_on="2026-09-30")
        self.case("2026-07-11", offence="grave", decided="2026-09-29", outcome="terminated",
                  statute="RACCS", engagement="jo", appealed_on="2026-10-01")
        self.case("2026-06-30", "2026-07-10", decided="2026-10-01", statute="RA 6713",
                  engagement="cos")
        for measure, category, count in (
                ("cases-complained", "", 2), ("cases-complained", "offence=grave", 1),
                ("cases-by-conduct", "conduct=not recorded", 1),
                ("cases-by-conduct", "conduct=excessive_use", 1), ("cases-decided", "", 2),
                ("cases-decided", "outcome=sanctioned", 1), ("cases-decided", "penalty=fine", 1),
                ("cases-decided", "offence=light", 1), ("cases-appealed", "", 1),
                ("cases-ra6713", "penalty=fine", 1), ("cases-ra6713", "", 1),
                ("cases-referred", "", 1), ("cases-contract", "outcome=terminated", 1),
                ("cases-contract", "", 1), ("cases-open", "stage=investigation", 1),
                ("cases-open", "", 1)):
            self.assertEqual(self.measure(measure, category), (count, count), measure + category)
        self.assertEqual(self.measure("case-days-median"), (Fraction(91 + 80, 2), 2))
        self.assertEqual(self.measure("cases-investigated-days-median"), (Fraction(10), 1))

    def test_an_open_case_stands_at_a_stage_and_may_be_old(self):
        self.case("2025-09-29")  # 366 days at the end: old
        self.case("2025-09-30", "2026-10-01")  # 365 days
        self.case("2026-05-01", "2026-09-30", "2026-10-01")
        self.case("2026-05-01", None, "2026-06-30")
        for category, count in (("", 4), ("stage=complaint", 2), ("stage=investigation", 1),
                                ("stage=charge", 1), ("offence=not recorded", 4)):
            self.assertEqual(self.measure("cases-open", category), (count, count), category)
        self.assertEqual(self.measure("cases-open", "stage=complaint", period=BEFORE), (3, 3))
        self.assertEqual(self.measure("cases-open-long"), (1, 1))


if __name__ == "__main__":
    unittest.main()
