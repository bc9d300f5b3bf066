#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of the recounted scores: small worlds of which every score is worked out by hand."""

import pathlib
import tempfile
import unittest
from fractions import Fraction

import recount_scores
from manila import Quarter, day
from recount import World
from recount_fixture import BEFORE, QUARTER, Database
from recount_scores import Rule, limits, median_limits

METHOD = """\
classes:
  NGA:  {title: National government agencies, standing: mandated}
  LGU:  {title: Local government units, standing: encouraged}
sections:
  - {id: accounts, title: Accounts, weight: 3, subjects: [PUR, DEF]}
  - {id: content, title: Content, weight: 1, subjects: [PRV]}
bands:
  - {name: High, from: 95%}
  - {name: Low, from: 0%}
partly-met-from: 50%
minimum-judged: 60%
grace-days: 90
"""
LISTING = """\
/*
item: {item}
controls:
  - id: {id}
    effective-from: {since}
    target: {target}%
    weight: {weight}
measures:
  - id: other
    weight: 9
*/
"""
CONTROLS = (("PUR-1", "agency", 2, 100, "2018-02-05"), ("DEF-1", "account", 1, 100, "2026-07-01"),
            ("PRV-1", "disclosure", 2, 90, "2018-02-05"))


class Scores(Database):
    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)
        (self.home / "queries").mkdir()
        (self.home / "templates").mkdir()
        (self.home / "templates" / "method.yaml").write_text(METHOD, encoding="utf-8")
        for name, item, weight, target, since in CONTROLS:
            (self.home / "queries" / f"{name}.sql").write_text(LISTING.format(
                id=name, item=item, weight=weight, target=target, since=since), encoding="utf-8")

    def score(self, period=QUARTER, agency="DEX", **tallies):
        counted = {(agency, period, "control", name.replace("_", "-"), ""): tally
                   for name, tally in tallies.items()}
        world = World(self.connection, day("2026-09-30"))
        scores = recount_scores.score_bodies(world, [Quarter(QUARTER), Quarter(BEFORE)], counted,
                                             self.home)
        return scores.get((agency, period))

    def test_the_rules_are_read_from_the_headers(self):
        self.assertEqual(recount_scores.read_rules(self.home), {
            "PUR-1": Rule(2, 100, False, day("2018-02-05")),
            "DEF-1": Rule(1, 100, False, day("2026-07-01")),
            "PRV-1": Rule(2, 90, True, day("2018-02-05"))})

    def test_a_score_is_the_weighted_mean_of_weighted_means(self):
        # Accounts (2 * 1 + 1 * 3/4) / 3 = 11/12 of weight 3, content 1 of weight 1.
        self.assertEqual(self.score(PUR_1=(1, 0, 0, 0), DEF_1=(3, 1, 0, 5), PRV_1=(9, 1, 0, 0)),
                         (Fraction(15, 16), "Low"))
        self.assertEqual(self.score(PUR_1=(1, 0, 0, 0), DEF_1=(0, 0, 0, 5)), (Fraction(1), "High"))

    def test_persons_count_by_their_status_alone(self):
        for tally, share in (((9, 1, 0, 0), 1), ((8, 2, 0, 0), Fraction(1, 2)),
                             ((5, 5, 0, 0), Fraction(1, 2)), ((49, 51, 0, 0), 0),
                             ((8, 1, 1, 0), 0)):  # the last lacks nothing but evidence
            score = self.score(PRV_1=tally)
            self.assertEqual(score.value, share, tally)

    def test_nothing_is_judged_before_its_first_day(self):
        self.assertEqual(self.score(BEFORE, PUR_1=(1, 1, 0, 0), DEF_1=(0, 9, 0, 0)).value,
                         Fraction(1, 2))

    def test_a_band_needs_three_fifths_of_the_weight_judged(self):
        # Content lacks evidence: three quarters of the weight are judged; PUR-1 too: one quarter.
        self.assertEqual(self.score(PUR_1=(1, 0, 0, 0), DEF_1=(1, 0, 0, 0), PRV_1=(0, 0, 1, 0)),
                         (Fraction(3, 4), "Low"))
        self.assertEqual(self.score(PUR_1=(0, 0, 1, 0), DEF_1=(1, 0, 0, 0), PRV_1=(0, 0, 1, 0)),
                         (Fraction(1, 4), ""))
        self.connection.execute("DROP TABLE approval")  # PUR-1 is not measured
        self.assertEqual(self.score(DEF_1=(1, 0, 0, 0)), (Fraction(1), ""))

    def test_encouraged_new_and_silent_bodies_have_no_score(self):
        self.assertIsNone(self.score(PUR_1=(0, 0, 0, 1)))  # exempt, and nothing else
        self.put("agency", agency="BSM", name="BSM", **{"class": "LGU"})
        self.assertIsNone(self.score(agency="BSM", PUR_1=(1, 0, 0, 0)))
        self.connection.execute("UPDATE agency SET active_from = '2026-07-03'")  # 89 days
        self.assertIsNone(self.score(PUR_1=(1, 0, 0, 0)))
        self.connection.execute("UPDATE agency SET active_from = '2026-07-02'")
        self.assertIsNotNone(self.score(PUR_1=(1, 0, 0, 0)))
        self.put("submission", agency="BSM", period=QUARTER)
        self.assertIsNone(self.score(PUR_1=(1, 0, 0, 0)))

    def test_scores_are_kept_in_millionths_and_cut(self):
        self.assertEqual(limits(Fraction(1)), (1_000_000, 1_000_000))
        self.assertEqual(limits(Fraction(19, 20)), (950_000, 950_000))
        self.assertEqual(limits(Fraction(2, 3)), (666_666, 666_666))
        self.assertEqual(limits(Fraction(10**12 - 1, 10**12)), (999_999, 999_999))
        self.assertEqual(limits(Fraction(666_666_998, 10**9)), (666_666, 666_667))

    def test_the_median_is_the_middle_twice_or_the_two_beside_it(self):
        third, half = Fraction(1, 3), Fraction(1, 2)
        self.assertEqual(median_limits([half, third, 1]), (1_000_000, 1_000_000))
        self.assertEqual(median_limits([half, third]), (833_333, 833_333))


if __name__ == "__main__":
    unittest.main()
