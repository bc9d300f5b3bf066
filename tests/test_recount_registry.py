#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of the recount of the registry: small databases of which every count is worked out by
hand."""

import unittest
from fractions import Fraction

from manila import day
from recount_fixture import BEFORE, Database


class Approvals(Database):
    def approval(self, account, **values):
        self.put("approval", **{"account": account, "decision": "approved"} | values)

    def test_an_agency_has_its_purpose_with_one_approved_account(self):
        self.assertEqual(self.tally("PUR-1"), (0, 1, 0, 0))  # no account
        self.account("a")
        self.assertEqual(self.tally("PUR-1"), (0, 1, 0, 0))  # not approved
        self.approval("a", decided_on="2026-10-01")
        self.approval("a")
        self.approval("a", decision="denied", decided_on="2026-01-01")
        self.assertEqual(self.tally("PUR-1", as_of=day("2026-10-15")), (0, 1, 0, 0))
        self.approval("a", decided_on="2026-09-30")
        self.assertEqual(self.tally("PUR-1"), (1, 0, 0, 0))
        self.assertEqual(self.tally("PUR-1", period=BEFORE), (0, 1, 0, 0))

    def test_a_closed_account_is_no_purpose_and_a_regularised_one_is(self):
        self.account("a", closed_on="2026-09-30", regularised_on="2020-01-01")
        self.assertEqual(self.tally("PUR-1"), (0, 1, 0, 0))
        self.account("b", regularised_on="2026-09-30")
        self.assertEqual(self.tally("PUR-1"), (1, 0, 0, 0))

    def test_accounts_older_than_the_order_need_approval_to_be_kept(self):
        self.account("legacy", created_on="2020-01-01", legacy=1)
        self.account("older", created_on="2018-02-04", regularised_on="2026-09-30")
        self.account("newer", created_on="2018-02-05")
        self.account("undated")
        # At the end of Q2 neither legacy nor older is regularised.
        self.assertEqual(self.tally("APR-3"), (1, 1, 0, 0))
        self.assertEqual(self.tally("APR-3", period=BEFORE), (0, 2, 0, 0))
        self.approval("legacy", decided_on="2026-09-30")
        self.assertEqual(self.tally("APR-3"), (2, 0, 0, 0))

    def test_the_heads_approval_wants_endorsement_once_an_account_and_day(self):
        self.duty("H", "head", ends_on="2026-08-31")
        self.duty("B", "head")
        self.duty("B", "social_media_officer")
        for name in "abcdef":
            self.account(name)
        self.approval("a", decided_by="H", decided_on="2026-08-31", endorsed_by_smo=1)
        self.approval("b", decided_by="H", decided_on="2026-08-01", endorsed_by_smo=1)
        self.approval("b", decided_by="H", decided_on="2026-08-01", endorsed_by_smo=0)
        self.approval("b", decided_by="H", decided_on="2026-08-02")
        self.approval("c", decided_by="H", decided_on="2026-08-01", endorsed_by_smo=1)
        self.approval("c", decided_by="H", decided_on="2026-08-01")
        self.approval("d", decided_by="H", decided_on="2026-09-01")  # no longer head
        self.approval("e", decided_by="B", decided_on="2026-08-01")  # Social Media Officer too
        self.approval("f", decided_by="H", decided_on="2026-08-01", decision="denied")
        # met a; not met b of the 1st; no evidence b of the 2nd and c.
        self.assertEqual(self.tally("APR-4"), (1, 1, 2, 0))
        self.put("exemption", agency="DEX", control="APR-4", item="b/2026-08-01",
                 granted_on="2026-01-01")
        self.assertEqual(self.tally("APR-4"), (1, 0, 2, 1))

    def test_a_decision_counts_when_it_was_made_and_takes_its_days(self):
        self.account("a")
        self.approval("a", requested_on="2026-06-30", decided_on="2026-07-01")  # 1 day
        self.approval("a", requested_on="2026-07-01", decided_on="2026-07-11", decision="denied")
        self.approval("a", requested_on="2026-07-02", decided_on="2026-07-01")  # a slip
        self.approval("a", decided_on="2026-09-30", decision=None)
        self.approval("a", decided_on="2026-10-01")
        self.assertEqual(self.measure("approvals-decided"), (4, 4))
        self.assertEqual(self.measure("approvals-decided", "decision=approved"), (2, 2))
        self.assertEqual(self.measure("approvals-decided", "decision=not recorded"), (1, 1))
        self.assertEqual(self.measure("approval-turnaround-median"), (Fraction(11, 2), 2))

    def test_requests_wait_until_they_are_decided(self):
        self.account("a", closed_on="2020-01-01")
        self.approval("a", decision=None, requested_on="2026-08-30")  # 31 days before the end
        self.approval("a", requested_on="2026-08-31", decided_on="2026-10-01")
        self.approval("a", requested_on="2026-06-30", decided_on="2026-09-30")
        self.approval("a", decision=None)
        self.approval("lost", decision=None, requested_on="2026-01-01")
        self.assertEqual(self.measure("approvals-pending"), (2, 2))
        self.assertEqual(self.measure("approvals-pending-long"), (1, 1))
        self.assertEqual(self.measure("approvals-pending", period=BEFORE), (1, 1))
        self.assertIsNone(self.measure("approvals-pending-long", period=BEFORE))


class Definitions(Database):
    def test_an_account_says_what_it_stands_for_and_is_open(self):
        self.account("a", represents="agency", purpose="news", feedback_open=1,
                     duration_to="2026-09-30")
        self.account("b", represents="unit", target_audience="all", feedback_open=0,
                     duration_to="2026-09-29")
        self.account("c", purpose="news", target_audience="all", duration_indefinite=1)
        self.account("d", represents="unit", handle="@d", platform="X", purpose="")
        self.assertEqual(self.tally("ACC-1"), (2, 2, 0, 0))
        self.assertEqual(self.tally("FDB-1"), (1, 1, 2, 0))
        self.assertEqual(self.tally("DEF-1"), (1, 3, 0, 0))
        self.assertEqual(self.tally("DEF-2"), (1, 3, 0, 0))
        self.assertEqual(self.tally("DEF-4"), (2, 2, 0, 0))
        self.assertEqual(self.tally("DEF-5"), (3, 1, 0, 0))
        self.assertEqual(self.tally("DUR-1"), (1, 1, 0, 0))

    def test_an_administrator_is_defined_for_the_account_itself(self):
        self.account("a")
        self.account("b")
        self.duty("P", "account_administrator", account="a", ends_on="2026-09-30")
        self.duty("P", "account_administrator")
        self.duty("P", "team_member", account="b")
        self.assertEqual(self.tally("DEF-3"), (1, 1, 0, 0))

    def plan(self, account, **values):
        self.put("content_plan", account=account, **values)

    def test_the_parts_of_a_plan_are_asked_where_one_is_in_force(self):
        for name in "abcde":
            self.account(name)
        self.plan("a", effective_from="2026-09-30", effective_to="2026-09-30", creation_process=1,
                  publishing_approval=0, participation_policy=1, records_management=0)
        self.plan("a", publishing_approval=1)
        self.plan("b", effective_to="2026-09-29", creation_process=1)
        self.plan("c", creation_process=0, participation_policy=1, moderation_policy=1)
        self.plan("d", effective_from="2026-10-01")
        self.plan("e", records_management=1, creation_process=1)
        self.assertEqual(self.tally("DEF-6"), (3, 2, 0, 0))
        self.assertEqual(self.tally("DEF-7"), (1, 1, 1, 0))  # a, c, e
        self.assertEqual(self.tally("DEF-8"), (1, 0, 2, 0))  # c; a and e do not say
        self.assertEqual(self.tally("DEF-9"), (1, 1, 1, 0))  # e, a, c

    def test_nine_parts_are_counted(self):
        self.account("a", handle="@a", platform="X", target_audience="all", duration_indefinite=1)
        self.duty("P", "account_administrator", account="a")
        self.plan("a", creation_process=1, publishing_approval=1, participation_policy=1,
                  moderation_policy=1, records_management=1)
        self.account("b", handle="@b")
        self.plan("b", creation_process=1)  # the plan is a part, half a process is none
        self.assertEqual(self.measure("definition-parts"), (Fraction(11, 2), 2))
        self.assertEqual(self.tally("DEF-10"), (1, 1, 0, 0))

    def discovery(self, name, found_on, **values):
        self.put("discovery", **{"discovery": name, "agency": "DEX", "found_on": found_on} | values)

    def test_what_was_found_outside_the_registry_is_open_until_it_is_settled(self):
        self.put("review", agency="DEX", subject="registry", examined_on="2026-09-30",
                 source="inspected")
        self.discovery("1", "2026-10-01")
        self.discovery("2", "2026-09-01", outcome="taken_down", resolved_on="2026-09-30")
        self.discovery("3", "2026-05-01", outcome="regularised")
        self.assertEqual(self.tally("ACC-2"), (1, 0, 0, 0))
        self.assertEqual(self.tally("ACC-2", period=BEFORE), (0, 0, 1, 0))
        self.discovery("4", "2026-09-30", outcome="taken_down", resolved_on="2026-10-01")
        self.assertEqual(self.tally("ACC-2"), (0, 1, 0, 0))

    def test_discoveries_are_counted_and_what_became_of_them(self):
        self.discovery("1", "2026-07-01", platform="X", outcome="taken_down",
                       resolved_on="2026-09-30")
        self.discovery("2", "2026-09-30", platform="", outcome="regularised",
                       resolved_on="2026-10-01")
        self.discovery("3", "2026-08-01", outcome="other")
        self.discovery("4", "2026-10-01")
        self.assertEqual(self.measure("discoveries-found"), (3, 3))
        self.assertEqual(self.measure("discoveries-found", "platform=not recorded"), (2, 2))
        self.assertEqual(self.measure("discoveries-resolved"), (Fraction(1, 3), 3))

    def test_new_accounts_are_created_with_an_official_address(self):
        self.put("agency_domain", agency="DEX", domain="dex.example.ph", valid_from="2026-08-01")
        made = "2026-08-01"
        self.account("a", created_on=made, created_email_domain="Mail.Dex.example.ph")
        self.account("b", created_on="2026-07-31", created_email_domain="dex.example.ph")
        self.account("c", created_on=made, created_email_domain="mydex.example.ph")
        self.account("d", created_on=made)
        self.account("e", created_on=made, created_email_domain="dex.example.ph", legacy=1)
        self.assertEqual(self.measure("accounts-created-official"), (Fraction(1, 3), 3))


class Leads(Database):
    """OLD's account became DEX's on 15 August, and the register names DEX alone since."""

    def setUp(self):
        super().setUp()
        self.put("agency", agency="OLD", name="Old", **{"class": "NGA"})
        self.account("a", created_on="2026-04-01", created_by="T", email_domain="old.example",
                     created_email_domain="old.example")
        self.put("account_agency", account="a", agency="OLD", role="lead",
                 valid_from="2026-04-01", valid_to="2026-08-14")
        self.put("account_agency", account="a", agency="DEX", role="lead", valid_from="2026-08-15")

    def approve(self, on, officer):
        self.put("approval", account="a", decided_on=on, decision="approved", decided_by=officer)

    def test_a_state_is_judged_by_what_the_lead_has_at_the_quarters_end(self):
        self.put("agency_domain", agency="OLD", domain="old.example")
        self.put("policy", agency="OLD", kind="moderation", effective_from="2020-01-01")
        self.approve("2026-05-01", "H")
        for control in ("EML-1", "POL-2", "PUR-1"):
            self.assertEqual(self.tally(control, "OLD", BEFORE), (1, 0, 0, 0))
        self.assertEqual(self.tally("EML-1"), (0, 1, 0, 0))
        self.assertEqual(self.tally("POL-2"), (0, 1, 0, 0))
        self.assertEqual(self.tally("PUR-1"), (1, 0, 0, 0))
        self.assertEqual(self.tally("PUR-1", period=BEFORE), (0, 1, 0, 0))

    def test_an_act_is_judged_by_what_the_lead_had_on_its_day(self):
        self.put("agency_domain", agency="OLD", domain="old.example")
        for role in ("social_media_officer", "account_administrator"):
            self.duty("T", role, agency="OLD")
        self.approve("2026-03-30", "T")  # before it was created nobody led it yet
        self.assertEqual(self.tally("TEM-6b", "OLD", BEFORE), (1, 0, 0, 0))
        self.assertEqual(self.tally("APR-1"), (1, 0, 0, 0))
        self.assertEqual(self.measure("accounts-created-official", body="OLD", period=BEFORE),
                         (Fraction(1), 1))
        self.connection.execute("UPDATE assignment SET agency = 'DEX'")
        self.assertEqual(self.tally("TEM-6b", "OLD", BEFORE), (0, 1, 0, 0))
        self.assertEqual(self.tally("APR-1"), (0, 1, 0, 0))

    def test_a_post_is_published_by_the_team_of_its_days_lead(self):
        self.duty("T", "team_member", agency="OLD")
        self.put("post", post="1", account="a", author="T", published_at="2026-08-14T23:59")
        self.put("post", post="2", account="a", author="T", published_at="2026-08-15T00:00")
        self.assertEqual(self.tally("PST-1", "OLD"), (1, 0, 0, 0))
        self.assertEqual(self.tally("PST-1"), (0, 1, 0, 0))

    def test_the_head_who_approves_is_the_leads(self):
        self.duty("H", "head")
        self.approve("2026-08-14", "H")
        self.approve("2026-08-15", "H")
        self.assertEqual(self.tally("APR-4", "OLD"), (0, 0, 0, 0))
        self.assertEqual(self.tally("APR-4"), (0, 0, 1, 0))

    def test_an_account_counts_for_who_led_it_then(self):
        self.put("approval", account="a", requested_on="2026-05-01", decided_on="2026-08-14",
                 decision="approved", decided_by="H")
        self.duty("H", "head", agency="OLD")
        for measure in ("accounts-posting", "posts-per-week", "definition-parts"):
            self.assertEqual(self.measure(measure)[1], 1)
            self.assertIsNone(self.measure(measure, period=BEFORE))
            self.assertEqual(self.measure(measure, body="OLD", period=BEFORE)[1], 1)
        self.assertEqual(self.measure("approvals-pending", body="OLD", period=BEFORE), (1, 1))
        self.assertEqual(self.measure("accounts-created-official", body="OLD", period=BEFORE)[1], 1)
        # The quarter's end says whose a measure is, the day of the act whose a finding is.
        self.assertEqual(self.measure("approvals-decided"), (1, 1))
        self.assertEqual(self.tally("APR-4", body="OLD"), (0, 0, 1, 0))


class Activity(Database):
    def post(self, name, published_at, **values):
        self.put("post", post=name, account="a", published_at=published_at, **values)

    def test_posting_is_told_of_every_account_in_use(self):
        self.account("a")
        self.account("b")
        self.account("c", closed_on="2026-09-30")
        self.post("1", "2026-07-01T00:00:00")
        self.post("2", "2026-09-30T23:59:59")
        self.post("3", "2026-10-01T00:00:00")
        self.post("4", "2026-06-30T23:59:59")
        self.assertEqual(self.measure("accounts-posting"), (Fraction(1, 2), 2))
        # 92 days, of two accounts.
        self.assertEqual(self.measure("posts-per-week"), (Fraction(14, 184), 2))

    def followers(self, on, count, account="a"):
        self.put("audience", account=account, sampled_on=on, followers=count)

    def test_engagement_stands_beside_the_followers_of_both_ends(self):
        self.account("a", created_on="2026-06-30")
        self.post("1", "2026-08-01", reactions=1, comments=2, shares=None, clicks=3, views=99)
        self.post("2", "2026-08-02", shares=5)
        self.post("3", "2026-08-03", views=7)
        self.followers("2026-06-29", 1)
        self.followers("2026-06-30", 100)
        self.followers("2026-07-01", 1)
        self.followers("2026-09-30", 300)
        self.followers("2026-10-01", 1)
        self.assertEqual(self.measure("engagement-by-followers"), (Fraction(11, 200), 1))
        self.assertEqual(self.measure("amplification"), (Fraction(5, 200), 1))
        self.assertEqual(self.measure("applause"), (Fraction(1, 200), 1))
        self.assertEqual(self.measure("audience-growth"), (2, 1))

    def test_followers_are_not_known_from_long_before_and_growth_not_of_the_new(self):
        # 92 days before 1 July 2026 is 31 March.
        self.account("a")
        self.followers("2026-03-30", 100)
        self.followers("2026-09-30", 300)
        self.assertIsNone(self.measure("audience-growth"))
        self.followers("2026-03-31", 100)
        self.followers("2026-04-01", None)  # says nothing
        self.assertEqual(self.measure("audience-growth"), (2, 1))
        self.account("new", created_on="2026-07-01")
        self.followers("2026-06-30", 100, account="new")
        self.followers("2026-07-01", 100, account="new")
        self.assertEqual(self.measure("audience-growth"), (2, 1))
        self.assertIsNone(self.measure("applause"))  # no post at all


class Bodies(Database):
    def test_adoption_is_told_of_bodies_there_at_the_end(self):
        for name, adopted, values in (("B", "2026-09-30", {"region": "I"}),
                                      ("C", "2026-10-01", {"region": "I"}), ("D", None, {}),
                                      ("E", "2026-01-01", {"active_to": "2026-09-29"})):
            self.put("agency", agency=name, name=name, adopted_on=adopted, **{"class": "LGU"},
                     **values)
        self.assertEqual(self.measure("bodies-adopted", body="=encouraged"), (Fraction(1, 3), 3))
        self.assertEqual(self.measure("bodies-adopted", "region=I", body="=encouraged"),
                         (Fraction(1, 2), 2))
        self.assertEqual(self.measure("bodies-adopted"), (0, 1))

    def test_staff_is_told_of_the_quarter_it_was_counted_for(self):
        self.put("staff", agency="DEX", period="2026-Q3", headcount=200, trained=50)
        self.put("staff", agency="DEX", period="2026-Q2", headcount=100, participating=10)
        self.assertEqual(self.measure("staff-headcount"), (200, 1))
        self.assertEqual(self.measure("staff-trained"), (Fraction(1, 4), 1))
        self.assertIsNone(self.measure("staff-participating"))
        self.assertEqual(self.measure("staff-participating", period=BEFORE), (Fraction(1, 10), 1))


if __name__ == "__main__":
    unittest.main()
