#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The sample's story of SBK and SBN (reporter/sample/story.h), told by four quarters of scorecards,
each with the one before as its --previous: what is found is told, contested, mended, and goes to
the successor.

With ULAT_STORY set in the environment the first two pages' key lines are printed. They say:

    2025-Q4 SBK  Score 90.8 of 100, down 8.0 points on Q3 2025 (98.8): band Sound.
                 No finding is contested. 0 overdue, 6 new, 0 cleared
    2026-Q1 SBK  Score 92.2 of 100, up 1.4 points on Q4 2025 (90.8): band Developing, held there by
                 4 critical findings past the due date (without the cap: Sound).
                 1 finding is contested and not decided: the score is 92.2 with it and 92.9 without
                 it. 6 overdue, 0 new, 0 cleared
    2026-Q2 SBK  Score 93.9 of 100, up 1.0 points on Q1 2026 (92.9; published then as 92.2): band
                 Developing, held there by 3 critical findings past the due date (without the cap:
                 Sound). No contest is undecided; 1 finding was withdrawn
                 after it was contested, and the item is set aside. 5 overdue, 0 new, 1 cleared
    2026-Q3 SBN  Score 94.4 of 100, down 4.6 points on Q2 2026 (99.0): band Sound.
                 0 overdue, 5 new, 0 cleared

The numbers are the sample's; the tests hold to what they must be to each other.
"""

import datetime
import os
import re
import unittest

from e2e import EndToEnd, controls_of, measures_of, pdf_text, read_results, read_workbook, table_of

# quarter: as-of day, last day for returns, day of publication
EDITIONS = {"2025-Q4": ("2026-01-15", "2026-01-10", "2026-01-30"),
            "2026-Q1": ("2026-04-15", "2026-04-10", "2026-04-30"),
            "2026-Q2": ("2026-07-15", "2026-07-10", "2026-07-31"),
            "2026-Q3": ("2026-10-15", "2026-10-10", "2026-10-20")}
FAILS, TOLD, MENDS, MERGED = EDITIONS
LASTING = {"EML-1/SBK/sbk-facebook", "BLK-4/SBK/sbk-x", "BLK-6/SBK/POST/link",
           "POL-2/SBK/sbk-youtube", "FDB-1/SBK/sbk-youtube", "SEC-4/SBK/sbk-instagram",
           "DUR-1/SBK/sbk-instagram"}
ACT = "SAN-6/SBK/POST/link"  # nobody acted on what was found in that quarter
CONTESTED, MENDED = "EML-1/SBK/sbk-facebook", "POL-2/SBK/sbk-youtube"
LEFT = LASTING - {CONTESTED, MENDED}
KEY_LINES = (r"Score [\d.]+ of 100.*?: band .*?\.(?= )",
             r"(?:No contest is undecided|(?:No|\d+) findings? (?:is|are) contested).*?\.(?= [A-Z])",
             r"\d+ overdue, \d+ new, \d+ cleared")


def day_of(serial):
    """A workbook's day as it is written in ISO 8601."""
    return (datetime.date(1899, 12, 30) + datetime.timedelta(days=serial)).isoformat()


def find(pattern, text):
    found = re.search(pattern, text)
    if not found:
        raise AssertionError(f"nothing fits {pattern} in: {text}")
    return found.groups()


class Story(EndToEnd):
    """Four quarters of sixteen agencies, as they were published."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.database = cls.sample("sample.db", 16)
        cls.folders, cls.warnings = {}, {}
        options = ()
        for quarter in EDITIONS:
            cls.folders[quarter] = cls.make(quarter, *options)
            options = ("--previous", cls.folders[quarter])
        if os.environ.get("ULAT_STORY"):
            cls.tell()

    @classmethod
    def make(cls, quarter, *options):
        as_of, deadline, published = EDITIONS[quarter]
        edition = cls.folder / f"{quarter}.yaml"
        edition.write_text(f"period: {quarter}\nedition: final\nas-of: {as_of}\n"
                           f"submission-deadline: {deadline}\npublished-on: {published}\n"
                           "issuer: Sample oversight office\n", encoding="utf-8")
        out = cls.folder / f"out-{quarter}"
        out.mkdir()
        done = cls.ulat("build", "scorecard", "quarterly", "--db", cls.database, "--out", out,
                        "--edition", edition, *options)
        cls.warnings[quarter] = done.stderr
        return out / f"{quarter}-final"

    @classmethod
    def file(cls, quarter, agency, kind):
        return cls.folders[quarter] / "agency" / f"{agency}_{quarter}_scorecard_final.{kind}"

    @classmethod
    def pages(cls, quarter, agency, *options):
        """Its text, one blank between the words."""
        return " ".join(pdf_text(cls.file(quarter, agency, "pdf"), *options).split())

    @classmethod
    def first_page(cls, quarter, agency):
        return cls.pages(quarter, agency, "-l", "1")

    @classmethod
    def second_page(cls, quarter, agency):
        """What is open, and what is contested of it."""
        return cls.pages(quarter, agency, "-f", "2", "-l", "2")

    @classmethod
    def tell(cls):
        for quarter in EDITIONS:
            for agency in ("SBK", "SBN"):
                if cls.file(quarter, agency, "pdf").exists():
                    page = cls.pages(quarter, agency, "-l", "2")
                    lines = [match.group() for pattern in KEY_LINES
                             for match in [re.search(pattern, page)] if match]
                    print("\n    ".join([f"{quarter} {agency}", *lines]))

    def findings(self, quarter, agency):
        """By reference, in which POST stands for a post."""
        rows = table_of(read_workbook(self.file(quarter, agency, "xlsx")),
                        "Open findings and how to mend them")
        return {re.sub(r"/P-\d+/", "/POST/", row["Reference"]): row for row in rows
                if row["Reference"] != "No rows"}

    def controls(self, quarter, agency):
        rows = table_of(read_workbook(self.file(quarter, agency, "xlsx")),
                        "Every control and its status")
        return {row["Control"]: row for row in rows}

    def quarterly(self, quarter):
        return read_workbook(self.folders[quarter] / "oversight"
                             / f"{quarter}_quarterly_final_oversight.xlsx")

    def assert_told(self, finding, on):
        self.assertEqual(day_of(finding["Told on"]), EDITIONS[on][2], finding["Reference"])

    def test_every_answer_and_exemption_of_the_sample_is_for_something(self):
        for quarter, warnings in self.warnings.items():
            self.assertNotIn("for nothing", warnings, quarter)

    def test_first_it_fails_and_is_told(self):
        findings = self.findings(FAILS, "SBK")
        self.assertEqual(findings.keys(), LASTING | {ACT})
        for finding in findings.values():
            self.assert_told(finding, FAILS)
            self.assertIn(finding["Days overdue"], (0, "[z]"), finding["Reference"])
            self.assertIn(finding["Since"], ("new", "open before"))
        email = self.controls(FAILS, "SBK")["EML-1"]
        self.assertEqual((email["Items met"], email["Not met"], email["Contested"]), (3, 1, 0))
        page = self.first_page(FAILS, "SBK")
        self.assertIn("No finding is contested.", self.second_page(FAILS, "SBK"))
        self.assertIn("0 overdue, 6 new, 0 cleared", page)
        self.assertNotIn("held there", page)
        self.assertEqual(self.findings(FAILS, "SBN"), {})

    def test_then_it_contests_one_finding_which_is_not_overdue_and_holds_no_band_down(self):
        findings = self.findings(TOLD, "SBK")
        self.assertEqual(findings.keys(), LASTING)
        for reference, finding in findings.items():
            self.assert_told(finding, FAILS)
            self.assertLess(day_of(finding["Due"]), EDITIONS[TOLD][0])
            contested = reference == CONTESTED
            self.assertEqual(finding["Days overdue"] > 0, not contested, reference)
            self.assertEqual(finding["Answer or origin"],
                             "contested, not decided" if contested else None, reference)
        self.assertEqual(self.controls(TOLD, "SBK")["EML-1"]["Contested"], 1)
        critical = [reference for reference, finding in findings.items()
                    if finding["Critical"] == "yes" and reference != CONTESTED]
        page = self.first_page(TOLD, "SBK")
        self.assertIn(f"held there by {len(critical)} critical findings past the due date", page)
        self.assertIn("6 overdue, 0 new, 0 cleared", page)
        self.assertEqual(findings[CONTESTED]["Critical"], "yes")

    def test_the_score_stands_with_the_contested_finding_and_without_it(self):
        score, = find(r"Score ([\d.]+) of 100", self.first_page(TOLD, "SBK"))
        with_it, without_it = find(r"1 finding is contested and not decided: the score is ([\d.]+)"
                                   r" with it and ([\d.]+) without it",
                                   self.second_page(TOLD, "SBK"))
        self.assertEqual(score, with_it)
        self.assertGreater(float(without_it), float(with_it))
        self.assertIn("contested, not decided", self.pages(TOLD, "SBK"))
        # What is without it now is what is after it was withdrawn.
        later, published = find(r"on Q1 2026 \(([\d.]+); published then as ([\d.]+)\)",
                                self.first_page(MENDS, "SBK"))
        self.assertEqual((later, published), (without_it, with_it))

    def test_then_the_finding_is_withdrawn_and_another_mended(self):
        findings, controls = self.findings(MENDS, "SBK"), self.controls(MENDS, "SBK")
        self.assertEqual(findings.keys(), LEFT)
        for finding in findings.values():
            self.assert_told(finding, FAILS)
            self.assertGreater(finding["Days overdue"], 0)
        email, policy = controls["EML-1"], controls["POL-2"]
        self.assertEqual((email["Status"], email["Items met"], email["Judged"], email["Exempt"],
                          email["Contested"], email["Newly met"]), ("met", 3, 3, 1, 0, 0))
        self.assertEqual((policy["Status before"], policy["Status"], policy["Newly met"]),
                         ("partly met", "met", 1))
        self.assertIn("1 finding was withdrawn after it was contested, and the item is set aside.",
                      self.second_page(MENDS, "SBK"))
        self.assertIn("5 overdue, 0 new, 1 cleared", self.first_page(MENDS, "SBK"))

    def test_at_last_nothing_is_expected_of_it(self):
        self.assertTrue(self.file(MENDS, "SBK", "pdf").exists())
        for kind in ("pdf", "xlsx"):
            self.assertFalse(self.file(MERGED, "SBK", kind).exists())
        sheets = self.quarterly(MERGED)
        silent = table_of(sheets, "Mandated bodies that did not report")
        self.assertIn("CKC", [row["Code"] for row in silent])
        self.assertNotIn("SBK", [row["Code"] for row in silent])
        agencies = table_of(sheets, "Every agency and its score")
        scores = {row["Code"]: row["Score"] for row in agencies}
        self.assertIsInstance(scores["SBN"], float)
        self.assertEqual(scores["SBK"], "[z]")

    def test_its_findings_are_its_successors_whose_time_begins_anew(self):
        findings = self.findings(MERGED, "SBN")
        self.assertEqual(findings.keys(), {name.replace("/SBK/", "/SBN/") for name in LEFT})
        for finding in findings.values():
            self.assertEqual(finding["Left by"], "SBK", finding["Reference"])
            self.assert_told(finding, MERGED)
            self.assertGreater(day_of(finding["Due"]), EDITIONS[MERGED][2])
            self.assertEqual((finding["Days overdue"], finding["Since"]), (0, "new"))
        page = self.first_page(MERGED, "SBN")
        self.assertIn("0 overdue, 5 new, 0 cleared", page)
        self.assertNotIn("held there", page)
        self.assertIn("It carries on SBK since 15 August 2026: the findings that were open there"
                      " count here from this body's first telling, and scores before that day are"
                      " of this body alone.", page)
        told = (self.folders[MERGED] / "findings.csv").read_text(encoding="utf-8").splitlines()
        left = [line for line in told if "/SBK/" in line]
        self.assertEqual([line for line in left if ",open," in line], [])
        self.assertGreaterEqual(len(left), len(LEFT))

    def test_nothing_of_the_two_is_added_up(self):
        rows = read_results(self.folders[MERGED])
        for agency, before, after in (("SBK", 4, None), ("SBN", 5, 9)):
            for quarter, accounts in ((MENDS, before), (MERGED, after)):
                active = measures_of(rows, agency, quarter).get(("accounts-active", ""))
                self.assertEqual(active and int(active["numerator"]), accounts)
                email = controls_of(rows, agency, quarter)["EML-1"]
                self.assertEqual(int(email["met"]) + int(email["exempt"]), accounts or 0)
        then = {row["body"]: row for row in read_results(self.folders[MENDS])
                if row["kind"] == "score" and row["period"] == MENDS}
        for row in rows:
            if row["kind"] == "score" and row["period"] == MENDS and row["body"] in ("SBK", "SBN"):
                self.assertEqual(row["numerator"], then[row["body"]]["numerator"])


if __name__ == "__main__":
    unittest.main()
