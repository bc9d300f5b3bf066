#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of the recount of accounts: small databases of which every count is worked out by hand."""

import unittest
from fractions import Fraction

from manila import day
from recount_fixture import BEFORE, Database


class Accounts(Database):
    def test_the_edge_days_of_an_accounts_life(self):
        # At the end of Q3: a, b and d; c is closed on the very day, e is not yet there. At the end
        # of Q2: a and c.
        self.account("a")
        self.account("b", created_on="2026-09-30", platform="Facebook")
        self.account("c", closed_on="2026-09-30")
        self.account("d", created_on="2026-07-01", closed_on="2026-10-01", platform="Facebook")
        self.account("e", created_on="2026-10-01")
        self.assertEqual(self.measure("accounts-active"), (3, 3))
        self.assertEqual(self.measure("accounts-active", "platform=Facebook"), (2, 2))
        self.assertEqual(self.measure("accounts-active", "platform=not recorded"), (1, 1))
        self.assertEqual(self.measure("accounts-active", period=BEFORE), (2, 2))

    def test_every_account_there_on_the_last_day_is_judged(self):
        self.account("last-day", created_on="2026-09-30")
        for control in ("EML-1", "APR-1", "DEF-10", "BLK-4", "PRV-2", "POL-2", "SEC-4", "TEM-6"):
            self.assertEqual(sum(self.tally(control)), 1, control)
            self.assertEqual(sum(self.tally(control, period=BEFORE)), 0, control)

    def test_an_address_is_official_under_a_domain_valid_at_the_end(self):
        # met: the domain itself and a subdomain; not: a longer name, another agency's domain, one
        # that ended the day before; no evidence: none recorded.
        self.put("agency_domain", agency="DEX", domain="dex.example.ph")
        self.put("agency_domain", agency="DEX", domain="old.example", valid_to="2026-09-29")
        self.put("agency_domain", agency="OTHER", domain="other.example.ph")
        for number, domain in enumerate(
                ["dex.example.ph", "mail.dex.example.ph", "notdex.example.ph", "other.example.ph",
                 "old.example", None]):
            self.account(f"a{number}", email_domain=domain)
        self.assertEqual(self.tally("EML-1"), (2, 3, 1, 0))
        self.assertEqual(self.tally("EML-1", period=BEFORE), (3, 2, 1, 0))

    def approval(self, account, **values):
        self.put("approval", **{"account": account, "decision": "approved"} | values)

    def approved_accounts(self, *names):
        for name in names:
            self.account(name, created_on="2026-01-05")

    def test_an_approval_needs_a_decision_of_who_was_in_office(self):
        self.duty("smo", "social_media_officer", ends_on="2026-08-01")
        self.duty("head", "head")
        self.approved_accounts("met", "head", "bare-head", "against", "too-late", "undated", "none")
        self.approval("met", decided_on="2026-08-01", decided_by="smo")  # the last day in office
        self.approval("head", decided_on="2026-09-30", decided_by="head", endorsed_by_smo=1)
        self.approval("bare-head", decided_on="2026-08-02", decided_by="head")  # not met
        self.approval("against", decided_on="2026-08-02", decided_by="head", endorsed_by_smo=0)
        self.approval("too-late", decided_on="2026-08-02", decided_by="smo")  # not met
        self.approval("undated", decided_by="smo")  # no evidence, as "none"
        self.assertEqual(self.tally("APR-1"), (2, 3, 2, 0))
        # By 30 June the five dated decisions are pending: not met.
        self.assertEqual(self.tally("APR-1", period=BEFORE), (0, 5, 2, 0))

    def test_a_denial_weighs_more_than_an_incomplete_approval_and_that_more_than_a_request(self):
        self.approved_accounts("denied", "incomplete", "pending", "asked", "asked-later")
        self.approval("denied", decided_by="smo")
        self.approval("denied", decision="denied", decided_on="2026-03-01")
        self.approval("incomplete", decided_on="2026-03-01")
        self.approval("incomplete", decision=None)
        self.approval("pending", decision=None)
        self.approval("asked", decision=None, requested_on="2026-09-30")
        self.approval("asked-later", decision=None, requested_on="2026-10-01")  # no row by the end
        # not met: denied, pending, asked; no evidence: incomplete, asked later.
        self.assertEqual(self.tally("APR-1"), (0, 3, 2, 0))

    def test_only_accounts_created_under_the_order_need_approval(self):
        self.account("first", created_on="2018-02-05")
        self.account("older", created_on="2018-02-04")
        self.account("legacy", created_on="2026-01-05", legacy=1)
        self.account("undated")
        self.assertEqual(self.tally("APR-1"), (0, 0, 1, 0))

    def test_a_first_approval_is_judged_once_in_the_quarter_of_the_act(self):
        self.account("before", created_on="2026-09-30")  # Q3, met: approved on the day
        self.approval("before", decided_on="2026-09-30")
        self.approval("before", decided_on="2026-10-02")
        self.account("after", created_on="2026-05-01")  # Q2, approved in Q3: not met in Q3
        self.approval("after", decided_on="2026-07-01")
        self.account("long-ago", created_on="2026-06-30")  # Q2, met
        self.approval("long-ago", decided_on="2026-01-01")
        self.approval("long-ago", decided_on="2026-07-05")
        self.account("twice", created_on="2026-02-01")  # Q2, not met: the first approval counts
        self.approval("twice", decided_on="2026-06-30")
        self.approval("twice", decided_on="2026-07-02")
        self.account("undated", created_on="2026-06-01")  # Q2, no evidence
        self.approval("undated")
        self.account("future", created_on="2026-08-01")  # approved after the as-of day: no item
        self.approval("future", decided_on="2026-10-01")
        self.account("denied", created_on="2026-08-01")  # never approved: no item
        self.approval("denied", decision="denied", decided_on="2026-08-01")
        self.assertEqual(self.tally("APR-2"), (1, 1, 0, 0))
        self.assertEqual(self.tally("APR-2", period=BEFORE), (1, 1, 1, 0))
        # As of 1 October the future approval is known, but it belongs to Q4.
        self.assertEqual(self.tally("APR-2", as_of=day("2026-10-01")), (1, 1, 0, 0))

    def whole_account(self, name, **values):
        self.account(name, **{"handle": "@dex", "platform": "X", "target_audience": "all",
                              "duration_indefinite": 1} | values)
        self.duty("admin", "account_administrator", account=name)
        self.put("content_plan", account=name, creation_process=1, publishing_approval=1,
                 participation_policy=1, moderation_policy=1)
        self.put("content_plan", account=name, records_management=1)

    def test_a_definition_needs_all_nine_parts_from_any_plan_in_force(self):
        self.whole_account("whole")
        self.whole_account("dated", duration_indefinite=0, duration_to="2027-01-01")
        self.whole_account("endless", duration_indefinite=None)
        self.whole_account("unnamed", handle="")
        self.whole_account("unaimed", target_audience=None)
        self.whole_account("unplaced", platform="")
        self.whole_account("unending", duration_indefinite=0)
        self.account("bare")
        self.assertEqual(self.tally("DEF-10"), (2, 6, 0, 0))

    def test_an_accounts_administrator_is_part_of_its_definition_at_the_end(self):
        self.whole_account("a")
        self.connection.execute("UPDATE assignment SET starts_on = '2026-09-30'")
        self.assertEqual(self.tally("DEF-10"), (1, 0, 0, 0))
        self.assertEqual(self.tally("DEF-10", period=BEFORE), (0, 1, 0, 0))

    def test_each_step_of_a_plan_is_needed(self):
        self.whole_account("a")
        for part in ("creation_process", "publishing_approval", "participation_policy",
                     "moderation_policy", "records_management"):
            self.connection.execute(f"UPDATE content_plan SET {part} = 1 - {part}")
            self.assertEqual(self.tally("DEF-10"), (0, 1, 0, 0), part)
            self.connection.execute(f"UPDATE content_plan SET {part} = 1 - {part}")
        self.assertEqual(self.tally("DEF-10"), (1, 0, 0, 0))

    def test_a_part_of_a_definition_comes_from_one_plan_in_force(self):
        self.whole_account("halves")
        self.connection.execute("UPDATE content_plan SET publishing_approval = 0")
        self.put("content_plan", account="halves", publishing_approval=1)
        self.assertEqual(self.tally("DEF-10"), (0, 1, 0, 0))
        self.connection.execute("UPDATE content_plan SET publishing_approval = 1")
        self.assertEqual(self.tally("DEF-10"), (1, 0, 0, 0))
        self.connection.execute("UPDATE content_plan SET effective_to = '2026-09-29'"
                                " WHERE records_management = 1")
        self.assertEqual(self.tally("DEF-10"), (0, 1, 0, 0))

    def test_an_administrator_is_in_office_up_to_the_last_day(self):
        self.account("kept")
        self.duty("one", "account_administrator", account="kept", ends_on="2026-09-30")
        self.account("left")
        self.duty("two", "account_administrator", account="left", ends_on="2026-09-29")
        self.account("general")
        self.duty("three", "account_administrator")  # for no account
        self.assertEqual(self.tally("TEM-6"), (1, 2, 0, 0))
        self.assertEqual(self.tally("TEM-6", period=BEFORE), (2, 1, 0, 0))

    def test_a_moderation_policy_is_in_force_dated_expired_or_none(self):
        for name in ("own", "undated", "expired", "other-kind"):
            self.account(name)
        self.put("policy", agency="DEX", account="own", kind="moderation",
                 effective_from="2026-09-30")
        self.put("policy", agency="DEX", account="undated", kind="moderation")
        self.put("policy", agency="DEX", account="expired", kind="moderation",
                 effective_from="2025-01-01", effective_to="2026-09-29")
        self.put("policy", agency="DEX", account="other-kind", kind="participation",
                 effective_from="2025-01-01")
        self.assertEqual(self.tally("POL-2"), (1, 2, 1, 0))
        # An agency's policy holds for all its accounts.
        self.put("policy", agency="DEX", kind="moderation", effective_from="2026-08-01")
        self.assertEqual(self.tally("POL-2"), (4, 0, 0, 0))

    def check(self, account, on, secure):
        self.put("access_check", account=account, checked_on=on, secure_network=secure)

    def test_only_the_latest_checks_of_a_network_count(self):
        for name in ("secure", "mended", "one-bad", "one-silent", "never", "later"):
            self.account(name)
        self.check("secure", "2026-09-30", 1)
        self.check("mended", "2026-05-01", 0)       # Q2: not met
        self.check("mended", "2026-09-01", 1)       # Q3: met
        self.check("one-bad", "2026-09-01", 1)
        self.check("one-bad", "2026-09-01", 0)      # not met
        self.check("one-silent", "2026-09-01", 1)
        self.check("one-silent", "2026-09-01", None)  # no evidence
        self.check("later", "2026-10-01", 1)        # no evidence yet
        self.assertEqual(self.tally("SEC-4"), (2, 1, 3, 0))
        self.assertEqual(self.tally("SEC-4", period=BEFORE), (0, 1, 5, 0))

    def test_a_violation_counts_until_it_is_removed(self):
        for name in ("up", "removed", "removed-late", "examined", "silent"):
            self.account(name)
        self.account("closed-first-day", closed_on="2026-07-01")  # not active in Q3
        self.account("closed-second-day", closed_on="2026-07-02")  # active in Q3, not examined
        for account, removed in (("up", None), ("removed", "2026-09-30T23:59:00"),
                                 ("removed-late", "2026-10-01")):
            self.put("post_violation", post="p", account=account, category="link",
                     found_at="2026-09-30T23:59", removed_at=removed)
        for account, on in (("removed", "2026-07-01"), ("examined", "2026-09-30"),
                            ("silent", "2026-06-30")):
            self.put("review", agency="DEX", account=account, subject="content", examined_on=on,
                     source="inspected")
        # met: removed, examined; not met: up, removed late; no evidence: silent, closed on the
        # second day.
        self.assertEqual(self.tally("BLK-4"), (2, 2, 2, 0))
        self.assertEqual(self.measure("violations-found", "category=link"), (3, 3))

    def test_a_disclosure_needs_consent(self):
        for name in ("asked", "unasked", "refused", "before", "silent"):
            self.account(name)
        for number, (account, at, consent) in enumerate((
                ("asked", "2026-07-01T00:00", 1), ("unasked", "2026-09-30T15:59Z", None),
                ("refused", "2026-08-01", 0), ("before", "2026-06-30T23:59", 0))):
            self.put("private_disclosure", disclosure=str(number), account=account,
                     disclosed_at=at, consent_recorded=consent)
        for account in ("asked", "unasked", "refused", "before"):
            self.put("review", agency="DEX", account=account, subject="privacy",
                     examined_on="2026-08-01", source="inspected")
        self.assertEqual(self.tally("PRV-2"), (2, 2, 1, 0))
        self.assertEqual(self.measure("disclosures-found"), (3, 3))
        self.assertEqual(self.measure("disclosure-consent"), (Fraction(1, 3), 3))


if __name__ == "__main__":
    unittest.main()
