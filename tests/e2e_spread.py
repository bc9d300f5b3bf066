#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How scores are spread and how they moved is worked out anew from the workbook's list of every
agency, and the ages of open findings from findings.csv."""

import csv
import datetime
import math
import sqlite3
import contextlib
import unittest

from e2e import ROOT, EndToEnd, read_workbook, table_of

CLASSES = {"NGA": "National government agencies",
           "GOCC": "Government-owned or controlled corporations",
           "GFI": "Government financial institutions",
           "GICP": "Instrumentalities with corporate powers"}
BANDS = (95, 90, 75, 0)
SECTIONS = ("Accounts and approval", "Content and privacy", "Policies", "Security", "Team",
            "Reporting and redress")
PERSONS = {"messages", "disclosures", "officers", "cases"}
AS_OF = datetime.date(2026, 9, 30)
AGES = ("Not yet due", "1 to 30 days", "31 to 90 days", "91 to 180 days", "More than 180 days")


def percentile(values, percent):
    return sorted(values)[math.ceil(percent * len(values) / 100) - 1]


def median(values):
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2


def band(score):
    return next(place for place, least in enumerate(BANDS) if score >= least)


def age(due):
    days = (AS_OF - datetime.date.fromisoformat(due)).days if due else 0
    return AGES[sum(days > most for most in (0, 30, 90, 180))]


class Spread(EndToEnd):
    """The quarterly report of a hundred agencies, told of an edition before it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.database = cls.sample("sample.db", 100, 3)
        first = cls.build(cls.database, cls.folder / "out", "quarterly", "--edition",
                          ROOT / "samples" / "editions" / "2026-q2-final.yaml")
        cls.made = cls.build(cls.database, cls.folder / "out", "quarterly", "--previous", first)
        cls.sheets = read_workbook(
            cls.made / "oversight" / "2026-Q3_quarterly_draft_oversight.xlsx")
        cls.agencies = [row for row in table_of(cls.sheets, "Every agency and its score")
                        if row["Class"] in CLASSES]
        cls.scored = [row for row in cls.agencies if isinstance(row["Score"], float)
                      and row["Band without cap"] in ("High", "Sound", "Developing", "Low")]
        cls.both = [row for row in cls.scored
                    if isinstance(row["Score the quarter before"], float)]

    def of_class(self, rows, title):
        return [row for row in rows if CLASSES[row["Class"]] == title]

    def assert_near(self, cell, value, what):
        self.assertAlmostEqual(cell, value, places=6, msg=what)

    def test_there_is_enough_to_compare(self):
        self.assertGreater(len(self.scored), 40)
        self.assertGreater(len(self.both), 40)

    def test_percentiles_are_those_of_the_agencies_of_each_class(self):
        places = {"Lowest tenth": 10, "Lower quarter": 25, "Upper quarter": 75, "Highest tenth": 90}
        for row in table_of(self.sheets, "Scores by class of bodies"):
            scores = [one["Score"] for one in self.of_class(self.scored, row["Name"])]
            self.assertEqual(row["Bodies with a score"], len(scores))
            for heading, percent in places.items():
                if len(scores) < 5:
                    self.assertEqual(row[heading], "[z]")
                else:
                    self.assert_near(row[heading], percentile(scores, percent), row["Name"])
            if scores:
                self.assert_near(row["Score"], median(scores), row["Name"])

    def test_each_score_is_in_one_bin(self):
        rows = table_of(self.sheets, "Scores of mandated bodies, five points a row")
        self.assertEqual(sum(row["Bodies"] for row in rows), len(self.scored))
        for row in rows:
            low, high = map(int, row["Score"].split(" to "))
            inside = [one for one in self.scored
                      if low <= one["Score"] < high or (high == 100 and one["Score"] == 100)]
            self.assertEqual(row["Bodies"], len(inside), row["Score"])

    def test_the_same_bodies_are_compared_in_both_quarters(self):
        for row in table_of(self.sheets, "The same bodies in both quarters"):
            same = self.of_class(self.both, row["Name"])
            moves = [band(one["Score the quarter before"]) - band(one["Score"]) for one in same]
            self.assertEqual(row["Judged in both"], len(same), row["Name"])
            self.assertEqual((row["A band up"], row["Same band"], row["A band down"]),
                             (sum(move > 0 for move in moves), sum(move == 0 for move in moves),
                              sum(move < 0 for move in moves)), row["Name"])
            if same:
                self.assert_near(row["Score"], median([one["Score"] for one in same]), row["Name"])
                self.assert_near(row["Quarter before"],
                                 median([one["Score the quarter before"] for one in same]),
                                 row["Name"])

    def test_regions_are_the_seats_of_the_agencies(self):
        rows = table_of(self.sheets, "Returns and scores by region")
        self.assertEqual(sum(row["Bodies"] for row in rows), len(self.agencies))
        for row in rows:
            here = [one["Score"] for one in self.scored if one["Region"] == row["Name"]]
            self.assertEqual(row["Bodies with a score"], len(here), row["Name"])
            if here:
                self.assert_near(row["Score"], median(here), row["Name"])

    def test_sections_of_regions_are_medians_of_their_agencies(self):
        for row in table_of(self.sheets, "Median score by region and section"):
            for section in SECTIONS:
                values = [one[section] for one in self.scored
                          if one["Region"] == row["Name"] and isinstance(one[section], float)]
                if values:
                    self.assert_near(row[section], median(values), (row["Name"], section))

    def persons(self):
        rows = table_of(self.sheets, "Each control across mandated bodies")
        return {row["Control"] for row in rows if row["Items"] in PERSONS}

    def undecided(self):
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            return {finding for finding, in connection.execute(
                """SELECT finding FROM response WHERE kind = 'contest'
                AND substr(received_on, 1, 10) <= :day
                AND (decided_on IS NULL OR substr(decided_on, 1, 10) > :day)""",
                {"day": AS_OF.isoformat()})}

    def test_open_findings_are_as_old_as_their_due_dates_say(self):
        judged = {row["Code"] for row in self.agencies if row["Return"] == "reporting"}
        persons, undecided = self.persons(), self.undecided()
        counts = dict.fromkeys(("Contested, not decided", *AGES), 0)
        with open(self.made / "findings.csv", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                control, agency = row["reference"].split("/")[:2]
                if row["state"] == "cleared" or agency not in judged or control in persons:
                    continue
                contested = row["reference"] in undecided
                counts["Contested, not decided" if contested else age(row["due_on"])] += 1
        self.assertGreater(len(persons), 2)
        self.assertGreater(counts["1 to 30 days"] * counts["31 to 90 days"], 0)
        self.assertEqual({row["Days past the due date"]: row["Open findings"]
                          for row in table_of(self.sheets, "Open findings by age")}, counts)


if __name__ == "__main__":
    unittest.main()
