#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of the recount of moderation: every count is worked out by hand."""

import unittest
from fractions import Fraction

from manila import day
from recount_fixture import BEFORE, Database

SHARES = ("moderation-action-rate", "moderation-automated", "moderation-notice-rate", "appeal-rate")


class Moderation(Database):
    def setUp(self):
        super().setUp()
        self.account("a")
        self.number = 0

    def row(self, **values):
        self.number += 1
        self.put("moderation", **{"moderation": str(self.number), "account": "a"} | values)

    def act(self, action="hide", at="2026-08-01T10:00", **values):
        self.row(action=action, acted_at=at, **values)

    def test_flags_count_where_they_were_raised_whether_or_not_somebody_acted(self):
        self.row(flagged_at="2026-07-01T00:00", flagged_by="public")
        self.row(flagged_at="2026-09-30T23:59", flagged_by="public", action="hide")
        self.row(flagged_at="2026-06-30T23:59", flagged_by="staff", acted_at="2026-07-01")
        self.row(flagged_at="2026-08-01")
        self.row(flagged_by="staff")
        self.assertEqual(self.measure("moderation-flagged"), (3, 3))
        self.assertEqual(self.measure("moderation-flagged", "flagged_by=public"), (2, 2))
        self.assertEqual(self.measure("moderation-flagged", "flagged_by=not recorded"), (1, 1))
        self.assertEqual(self.measure("moderation-flagged", period=BEFORE), (1, 1))

    def test_who_looked_and_left_it_reviewed_but_did_not_act(self):
        self.act()
        self.act(action="none")
        self.act(action=None)
        self.act(at=None)
        self.act(at="2026-10-01")
        self.assertEqual(self.measure("moderation-reviewed"), (3, 3))
        self.assertEqual(self.measure("moderation-actions"), (1, 1))
        self.assertEqual(self.measure("moderation-action-rate"), (Fraction(1, 3), 3))

    def test_actions_are_told_by_category_action_source_and_subject(self):
        self.act(category="link", flagged_by="staff", subject="comment")
        self.act(action="block", category="link", flagged_by="public", subject="user")
        for category, count in (("category=link", 2), ("action=block", 1), ("flagged_by=staff", 1),
                                ("subject=user", 1)):
            self.assertEqual(self.measure("moderation-actions", category), (count, count), category)

    def test_of_actions_alone_is_told_what_was_automatic_noticed_and_founded(self):
        self.act(automated=1, notified_at="2026-09-30T23:59", policy_clause="4.1")
        self.act(automated=0, notified_at="2026-10-01T00:00", policy_clause="")
        self.act(action="block", automated=None)
        self.act(action="none", automated=1, notified_at="2026-08-02")
        self.assertEqual(self.measure("moderation-automated"), (Fraction(1, 2), 2))
        self.assertEqual(self.measure("moderation-notice-rate"), (Fraction(1, 3), 3))
        self.assertEqual(self.measure("moderation-without-clause"), (2, 2))
        self.assertEqual(self.measure("users-blocked"), (1, 1))
        self.assertEqual(self.measure("moderation-notice-rate", as_of=day("2026-10-01")),
                         (Fraction(2, 3), 3))

    def test_appeals_are_received_pending_and_decided_each_in_its_quarter(self):
        self.act(at="2026-06-01", appealed_at="2026-06-30T23:59",
                 appeal_decided_at="2026-07-01T00:59", appeal_outcome="upheld")
        self.act(appealed_at="2026-09-30", appeal_decided_at="2026-10-01",
                 appeal_outcome="reversed")
        self.act(appealed_at="2026-08-01T10:00", appeal_decided_at="2026-08-01T13:00",
                 appeal_outcome="reversed")
        self.act(appealed_at="2026-08-01T10:00", appeal_decided_at="2026-08-01T12:00")
        self.assertEqual(self.measure("appeals-received"), (3, 3))
        self.assertEqual(self.measure("appeals-pending"), (1, 1))
        self.assertEqual(self.measure("appeals-received", period=BEFORE), (1, 1))
        self.assertIsNone(self.measure("appeals-pending", period=BEFORE))
        self.assertEqual(self.measure("appeals-decided"), (3, 3))
        self.assertEqual(self.measure("appeals-decided", "appeal_outcome=reversed"), (1, 1))
        self.assertEqual(self.measure("appeals-decided", "appeal_outcome=not recorded"), (1, 1))
        self.assertEqual(self.measure("appeal-reversal-rate"), (Fraction(1, 2), 2))
        self.assertEqual(self.measure("appeal-time-median"), (7200, 3))  # 1, 3 and 2 hours

    def test_an_appeal_belongs_to_the_action_of_the_quarter(self):
        self.act(appealed_at="2026-08-02")
        self.act(appealed_at="2026-10-01")
        self.act(at="2026-06-30", appealed_at="2026-08-02")
        self.act(action="none", appealed_at="2026-08-02")
        self.assertEqual(self.measure("appeal-rate"), (Fraction(1, 2), 2))
        self.assertEqual(self.measure("appeal-rate", period=BEFORE), (1, 1))

    def test_the_time_to_a_decision_runs_from_the_flag(self):
        self.act(flagged_at="2026-08-01T09:00")
        self.act(flagged_at="2026-08-01T10:00", action="none")
        self.act(flagged_at="2026-08-01T10:01")  # backwards
        self.act()  # never flagged
        self.assertEqual(self.measure("moderation-time-median"), (1800, 2))

    def test_an_appeal_decided_before_it_came_has_no_time(self):
        self.act(appealed_at="2026-08-02", appeal_decided_at="2026-08-01", appeal_outcome="upheld")
        self.act(appeal_decided_at="2026-08-01", appeal_outcome="upheld")
        self.act(appeal_decided_at="2026-08-01", appeal_outcome="withdrawn")
        self.assertIsNone(self.measure("appeal-time-median"))
        self.assertEqual(self.measure("appeals-decided"), (3, 3))
        self.assertEqual(self.measure("appeal-reversal-rate"), (0, 2))

    def test_a_share_is_of_the_body_and_counts_are_of_all(self):
        self.put("agency", agency="B", name="", **{"class": "SUC"})
        self.account("b", agency="B")
        self.act(automated=1, notified_at="2026-08-01", appealed_at="2026-08-01")
        self.act(account="b", automated=0)
        self.act(account="gone")
        self.assertEqual(self.measure("moderation-reviewed", body="=all"), (2, 2))
        for share in SHARES[1:]:
            self.assertEqual(self.measure(share, body="=mandated"), (1, 1), share)
            self.assertEqual(self.measure(share, body="=encouraged"), (0, 1), share)
            self.assertIsNone(self.measure(share, body="=all"), share)


if __name__ == "__main__":
    unittest.main()
