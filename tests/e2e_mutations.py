#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Would the recount notice? Each mistake below is made in a listing of a home of its own, one at a
time, and the recount must name the control or measure that it falsifies. The rows are a sample's,
many of them moved to the borders (borders.py), where a mistake of a day or of an unknown shows.

A mistake whose text is not found (or stands there more than once) fails: whoever rewrites a listing
writes its mistake anew. Rules that a home cannot change are broken on the recount's side.
"""

import collections
import contextlib
import unittest
from unittest import mock

import recompute
from borders import move_to_borders
from e2e import ROOT, EndToEnd
from recount import World

EDITION = ROOT / "samples" / "editions" / "2026-q3-draft1.yaml"
PERIOD, DATES = "2026-Q3", (recompute.day("2026-10-15"), recompute.day("2026-10-15"))

Mistake = collections.namedtuple("Mistake", "name listing right wrong caught_by")

MISTAKES = [Mistake(*fields) for fields in (
    ("a wrong comparison: still up on the day on which it was taken down", "account-content",
     "OR day_of(post_violation.removed_at) > quarter.last_day",
     "OR day_of(post_violation.removed_at) >= quarter.first_day", "BLK-4"),
    ("a quarter that ends a day early", "agency-team",
     "day_add(ends_before, -1) AS last_day", "day_add(ends_before, -2) AS last_day", "TEM-2"),
    ("a quarter that ends a day late", "account-plan",
     "day_add(ends_before, -1) AS last_day", "ends_before AS last_day", "DEF-6"),
    ("an agency's review counted for its accounts", "account-content",
     "review.account = account.account AND", "review.agency = account.agency AND", "BLK-1"),
    ("an account's policy counted for its agency", "account-policy",
     "     AND graded.account IN ('', account.account)\n", "", "POL-2"),
    ("an account that nobody examined taken as met", "account-content",
     "CASE WHEN link_up THEN 'not_met' WHEN examined THEN 'met'",
     "CASE WHEN link_up THEN 'not_met' WHEN 1 THEN 'met'", "BLK-4"),
    ("a wrong role", "account-creator",
     "WHERE role = 'account_administrator'", "WHERE role = 'team_member'", "TEM-6b"),
    ("an agency that led once, and does no more", "account-registration",
     "lead_of(account.account, quarter.last_day)", "account.agency", "EML-1"),
    ("calendar days for working days", "feedback-clocks",
     "           due_at(here_since, duration, unit, region) AS due_at",
     "           due_at(here_since, iif(unit = 'hours', 1, 24) * duration, 'hours') AS due_at",
     "FDB-3"),
    ("the holidays of the region forgotten", "feedback-clocks",
     "           due_at(here_since, duration, unit, region) AS due_at",
     "           due_at(here_since, duration, unit) AS due_at", "feedback-on-time"),
    ("an extension asked for too late", "feedback-clocks",
     "extendable = 1 AND seconds_between(extended_at, due_at) >= 0",
     "extendable = 1 AND extended_at IS NOT NULL", "requests-on-time"),
    ("a message answered by whom it was not referred to", "feedback",
     "iif(taken_over = coalesce(seconds_between(referred_at, responded_at) >= 0, 0),",
     "iif(taken_over = 0,", "feedback-response-rate"),
    ("duplicates left in", "feedback",
     "coalesce(duplicate_of, '') <> '' AS repeated", "0 AS repeated", "feedback-received"),
    ("known before it was recorded", "feedback",
     "iif(automatic IS 1, NULL, known(first_response_at))",
     "iif(automatic IS 1, NULL, first_response_at)", "feedback-answered"),
    ("the same finding counted each time it was made", "violations",
     "CASE WHEN number > 1 THEN NULL WHEN all_acted_on", "CASE WHEN all_acted_on", "SAN-6"),
    ("what is not known taken as no", "account-access",
     "min(iif(secure_computer, 2, secure_computer IS NULL))", "min(iif(secure_computer, 2, 0))",
     "SEC-2"),
    ("engagements of which nothing is known taken as none", "posts",
     "iif(coalesce(reactions, comments, shares, clicks) IS NULL, NULL,", "iif(0, NULL,",
     "engagement-rate"),
    ("a wrong category", "posts",
     "category IS 'statement' AS statement", "category IS 'original' AS statement",
     "posts-statements"),
    ("a median over the wrong period", "moderation",
     "    unit: seconds\n    unit-word: flags\n    period: acted_period",
     "    unit: seconds\n    unit-word: flags\n    period: flagged_period", "moderation-time-median"),
    ("a wrong weight", "agency-vacancy", "    weight: 1\n", "    weight: 3\n", "score"),
)]


def names_in(differences):
    """The ids that the differences name: "DEX 2026-Q3 control EML-1: ..."."""
    return {words[2].rstrip(":") if words[2].startswith("score") else words[3].rstrip(":")
            for words in (line.split() for line in differences)}


class Mutations(EndToEnd):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.database = cls.sample("sample.db", 30)
        move_to_borders(cls.database)
        cls.mutant = cls.home("mutant", mask="no")
        cls.counted, cls.scores = cls.count()

    @classmethod
    def count(cls):
        with contextlib.closing(recompute.open_read_only(cls.database)) as connection:
            counted = recompute.recount(connection, PERIOD, *DATES)
            return counted, recompute.recount_scores(connection, PERIOD, counted, *DATES)

    def differences(self, counted, scores, out):
        folder = self.build(self.database, self.folder / out, "quarterly", "--edition", EDITION,
                            "--home", self.mutant)
        return recompute.compare_file(counted, scores, PERIOD, folder / "results.csv")[1]

    @contextlib.contextmanager
    def made(self, mistake):
        """The listing with the mistake in it."""
        path = self.mutant / "queries" / f"{mistake.listing}.sql"
        text = path.read_text(encoding="utf-8")
        self.assertEqual(text.count(mistake.right), 1, f"{path.name} has changed: mend the mistake")
        path.write_text(text.replace(mistake.right, mistake.wrong), encoding="utf-8")
        try:
            yield
        finally:
            path.write_text(text, encoding="utf-8")

    def test_each_mistake_in_a_listing_is_caught(self):
        for number, mistake in enumerate(MISTAKES):
            with self.subTest(mistake.name), self.made(mistake):
                found = self.differences(self.counted, self.scores, f"out-{number}")
                self.assertIn(mistake.caught_by, names_in(found), found[:5])

    def test_every_control_and_measure_has_rows(self):
        for what, column in (("controls", 0), ("measures", 1)):  # clauses stand before measures
            listed = {line.split()[column] for line in self.ulat("list", what).stdout.splitlines()}
            counted = {key[3] for key, values in self.counted.items()
                       if key[2] + "s" == what and key[1] == PERIOD and any(values)}
            self.assertEqual(listed, counted)

    def test_without_a_mistake_nothing_differs_and_a_late_exemption_would(self):
        self.assertEqual(self.differences(self.counted, self.scores, "out-right"), [])
        with contextlib.closing(recompute.open_read_only(self.database)) as connection, \
                mock.patch.object(World, "exempted", exempted_for_ever):
            controls = recompute.recount_controls(*recompute.world_of(connection, PERIOD, *DATES))
        differing = {key for key, tally in controls.items() if tally != self.counted[key]}
        self.assertTrue(differing)
        self.assertEqual({key for key in differing if controls[key][3] <= self.counted[key][3]},
                         set())


def exempted_for_ever(world, agency, control, item, on):
    """As World.exempted(), but past the day on which the exemption ends."""
    return f"{control}/{agency}/{item}" in world.withdrawn or any(
        row.item in (None, item) and row.granted_on <= on
        for row in world.exemptions.get((agency, control), ()))


if __name__ == "__main__":
    unittest.main()
