#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What `ulat explain` lists adds up to what was published: it steps the same rows."""

import collections
import contextlib
import re
import sqlite3
import unittest
from fractions import Fraction

from e2e import ROOT, EndToEnd, controls_of, measures_of, read_results

EDITION = ROOT / "samples" / "editions" / "2026-q3-draft1.yaml"
PERIOD, BEFORE = "2026-Q3", "2026-Q2"
CONTROL = r"[A-Z]{3}-\d+[a-z]?"
STATUSES = {"met": "met", "partly_met": "partly met", "not_met": "not met",
            "no_evidence": "no evidence", "exempt": "exempt", "not_applicable": "not applicable",
            "not_reporting": "not reporting", "new": "new", "adopted": "adopted",
            "not_adopted": "not yet adopted"}


def read_table(text, subject):
    """The heading and the rows of the items; cells are parted by two blanks or more."""
    lines = text[text.index(f"\n{subject}, "):].splitlines()[3:]
    lines = lines[:lines.index("Arithmetic")]
    rows = [re.split(r" {2,}", line.strip()) for line in lines
            if line.strip() and line.strip() != "no items"
            and not re.match(r"  and \d+ rows? of the listing", line)]
    return (rows[0], rows[1:]) if rows else ([], [])


def read_arithmetic(text):
    return text[text.index("\nArithmetic\n") + 1:].splitlines()[1:]


def count_outcomes(head, rows):
    """The counts as results.csv has them: met, not met, no evidence, exempt."""
    if not rows:
        return 0, 0, 0, 0
    at = head.index("Outcome")
    said = collections.Counter(row[at] if "Label" not in head or len(row) > at else row[at - 1]
                               for row in rows)
    exempt = sum(count for word, count in said.items() if word.startswith("exempt ("))
    counts = said["met"], said["not met"], said["no evidence"], exempt
    if sum(counts) != len(rows):
        raise AssertionError(f"outcomes that are none: {said}")
    return counts


class Explain(EndToEnd):
    """Every control of some agencies of different kinds, and their measures."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.database = cls.sample("sample.db", 30, 1)
        cls.made = cls.build(cls.database, cls.folder / "out", "quarterly", "--edition", EDITION,
                             "--home", cls.unmasked())
        cls.results = read_results(cls.made)

    def explain(self, identifier, agency, period=PERIOD):
        options = ["--edition", EDITION] if period == PERIOD else ["--period", period]
        return self.ulat("explain", identifier, "--agency", agency, "--db", self.database,
                         *options).stdout

    def check_control(self, agency, control, row):
        text = self.explain(control, agency)
        counts = count_outcomes(*read_table(text, agency))
        self.assertEqual(counts, tuple(int(row[name]) for name in
                                       ("met", "not_met", "no_evidence", "exempt")),
                         (agency, control))
        met, not_met, unknown, exempt = counts
        arithmetic = read_arithmetic(text)
        left_out = f"; {exempt} exempt, left out" if exempt else ""
        self.assertEqual(arithmetic[0].strip(), f"{met} met + {not_met} not met + {unknown} without"
                         f" evidence = {met + not_met + unknown}{left_out}")
        self.assertEqual(arithmetic[2].strip(), "Status: " + STATUSES[row["status"]])
        return text, counts

    def declared(self):
        """The controls that stand in the headers of the listings."""
        ids = [name for path in sorted((ROOT / "queries").glob("*.sql"))
               for name in re.findall(rf"(?m)^  - id: ({CONTROL})$", path.read_text("utf-8"))]
        self.assertGreater(len(ids), 50)
        return set(ids)

    def biggest(self):
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            return connection.execute("SELECT agency FROM account GROUP BY agency"
                                      " ORDER BY count(*) DESC LIMIT 1").fetchone()[0]

    def test_every_control_of_an_agency_adds_up(self):
        for agency in ("DEX", self.biggest()):
            rows = controls_of(self.results, agency, PERIOD)
            self.assertEqual(rows.keys(), self.declared())
            for control, row in rows.items():
                self.check_control(agency, control, row)

    def test_official_addresses_of_agencies_of_every_status(self):
        rows = {row["body"]: row for row in self.results if row["kind"] == "control"
                and row["id"] == "EML-1" and row["period"] == PERIOD and row["body"][0] != "="}
        chosen = {}
        for agency, row in rows.items():
            chosen.setdefault(row["status"], agency)
        self.assertGreaterEqual(chosen.keys(), {"exempt", "new", "not_reporting", "partly_met"})
        for status, agency in chosen.items():
            _, counts = self.check_control(agency, "EML-1", rows[agency])
            self.assertEqual(counts[3] > 0, status == "exempt")

    def test_a_huge_agency(self):
        agency = self.biggest()
        row = controls_of(self.results, agency, PERIOD)["PST-1"]
        text, counts = self.check_control(agency, "PST-1", row)
        self.assertGreater(sum(counts), 300)
        self.assertIn(f"met from 100%: {counts[0]} x 100 = {counts[0] * 100}, 100 x"
                      f" {sum(counts)} = {sum(counts) * 100}: not reached", text)

    def test_each_item_that_is_not_met_says_why(self):
        head, rows = read_table(self.explain("EML-1", "DEX"), "DEX")
        self.assertEqual(head, ["Item", "Label", "Outcome", "Why"])
        failed = [row for row in rows if row[2] == "not met"]
        self.assertTrue(failed)
        for row in failed:
            self.assertRegex(row[3], r"\S+ is not an e-mail domain of the agency")

    def value_of(self, measure, agency):
        row = measures_of(self.results, agency, PERIOD)[measure, ""]
        return Fraction(int(row["numerator"]), int(row["denominator"])), int(row["n"])

    def test_a_count_lists_what_it_counted(self):
        for measure in ("feedback-received", "accounts-active", "posts-published"):
            text = self.explain(measure, "DEX")
            value, n = self.value_of(measure, "DEX")
            _, rows = read_table(text, "DEX")
            self.assertEqual(len(rows), value, measure)
            self.assertEqual(len({row[0] for row in rows}), n)
            self.assertEqual(read_arithmetic(text), [f"  {value} / 1 = {value}, n = {n}"])

    def test_a_share_lists_both_its_parts(self):
        for measure, column in (("feedback-response-rate", "answered"),
                                ("feedback-on-time", "on_time")):
            text = self.explain(measure, "DEX")
            value, n = self.value_of(measure, "DEX")
            head, rows = read_table(text, "DEX")
            met = sum(int(row[head.index(column)]) for row in rows)
            self.assertEqual((Fraction(met, len(rows)), len(rows)), (value, n), measure)
            self.assertIn(f"  {met} / {n} = ", read_arithmetic(text)[0])

    def test_a_ratio_adds_both_its_columns(self):
        text = self.explain("engagement-rate", "DEX")
        value, n = self.value_of("engagement-rate", "DEX")
        head, rows = read_table(text, "DEX")
        above, below = (sum(int(row[head.index(name)]) for row in rows)
                        for name in ("engagements", "reach"))
        self.assertEqual((Fraction(above, below), len(rows)), (value, n))
        self.assertIn(f"  {above} / {below} = ", read_arithmetic(text)[0])

    def test_a_median_and_a_ninth_tenth_are_picked_from_the_ordered_values(self):
        for measure, place in (("feedback-response-median", None),
                               ("feedback-response-p90", Fraction(9, 10))):
            value, n = self.value_of(measure, "DEX")
            head, rows = read_table(self.explain(measure, "DEX"), "DEX")
            values = [int(row[head.index("response_seconds")]) for row in rows]
            self.assertEqual(values, sorted(values))
            self.assertEqual(len(values), n)
            if place:
                wanted = values[-(-n * 9 // 10) - 1]
            else:
                wanted = Fraction(values[(n - 1) // 2] + values[n // 2], 2)
            self.assertEqual(value, wanted, measure)

    def test_the_quarter_before_is_explained_as_well(self):
        made = self.build(self.database, self.folder / "before", "quarterly", "--period", BEFORE,
                          "--home", self.unmasked())
        row = controls_of(read_results(made), "DEX", BEFORE)["EML-1"]
        counts = count_outcomes(*read_table(self.explain("EML-1", "DEX", BEFORE), "DEX"))
        self.assertEqual(counts[:2], (int(row["met"]), int(row["not_met"])))

    def test_a_score_adds_up_section_by_section(self):
        scores = {row["body"]: row for row in self.results
                  if row["kind"] == "score" and row["period"] == PERIOD}
        text = self.explain("score", "DTW")
        credit = weight = 0
        for part in re.findall(r"(?m)^\S.* \(weight \d+\)\n(?:    .*\n)+", text):
            own = int(re.search(r"\(weight (\d+)\)", part)[1])
            rows = re.findall(r"(\d+\.\d) +weight (\d+)$", part, re.MULTILINE)
            mean = re.search(r"weighted mean: (\d+\.\d)", part)
            self.assertEqual(bool(rows), bool(mean), part)
            if rows:
                wanted = (sum(Fraction(share) * int(weigh) for share, weigh in rows)
                          / sum(int(weigh) for _, weigh in rows))
                self.assertAlmostEqual(float(mean[1]), float(wanted), delta=0.11)
                credit, weight = credit + own * wanted, weight + own
        printed = re.search(r"Weighted mean of the sections: (\d+\.\d) of 100", text)[1]
        exact = Fraction(int(scores["DTW"]["numerator"]), int(scores["DTW"]["denominator"]) // 100)
        self.assertAlmostEqual(float(credit / weight), float(exact), delta=0.1)
        self.assertEqual(printed, f"{float(exact):.1f}")
        self.assertIn("Band: " + scores["DTW"]["status"], text)
        self.assertIn("no score", self.explain("score", "BSM"))  # encouraged
        self.assertEqual(self.call("explain", "score", "--db", self.database).returncode, 2)

    def test_groups_are_the_agencies_that_count_in_them(self):
        for identifier, kind in (("EML-1", "control"), ("feedback-received", "measure")):
            text = self.ulat("explain", identifier, "--db", self.database,
                             "--edition", EDITION).stdout
            whole, members = {}, collections.Counter()
            for line in text[text.index("All agencies"):].splitlines():
                fields = line.split()
                if len(fields) > 5 and line.startswith("  ="):
                    whole[fields[0]] = int(fields[1])
                elif fields and fields[-1] in ("mandated", "encouraged"):
                    members["=" + fields[-1]] += int(fields[1])
            self.assertTrue(members)
            for group, count in members.items():
                self.assertEqual(whole[group], count, identifier)
                row = next(row for row in self.results
                           if (row["body"], row["period"], row["kind"], row["id"], row["category"])
                           == (group, PERIOD, kind, identifier, ""))
                self.assertEqual(int(row["numerator"]), count)

    def test_the_meaning_needs_no_database(self):
        text = self.ulat("explain", "EML-1").stdout
        for word in ("Official e-mail address", "Order", "100%", "SELECT account, period"):
            self.assertIn(word, text)

    def test_an_unknown_control_names_the_nearest(self):
        done = self.call("explain", "EML-11")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("EML-1", done.stderr)


if __name__ == "__main__":
    unittest.main()
