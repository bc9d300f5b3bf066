#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A quarter after a quarter: what was told and published then is remembered, and a past that came
out otherwise is not rewritten in silence."""

import contextlib
import csv
import shutil
import sqlite3
import unittest

from e2e import (ROOT, EndToEnd, controls_of, files_in, pdf_text, read_results, read_workbook,
                 table_of)

FIRST = ROOT / "samples" / "editions" / "2026-q2-final.yaml"
SECOND = ROOT / "samples" / "editions" / "2026-q3-draft1.yaml"
TOLD_FIRST, TOLD_SECOND, AS_OF = "2026-07-31", "2026-10-20", "2026-10-15"
TREND = "Median score of mandated bodies by quarter"
REVISIONS = "Figures that came out otherwise than published"
NO_REVISION = "No published figure was revised"


def read_findings(folder):
    with open(folder / "findings.csv", encoding="utf-8", newline="") as file:
        return {row["reference"]: row for row in csv.DictReader(file, strict=True)}


def read_open(folder):
    return {reference: row for reference, row in read_findings(folder).items()
            if row["state"] != "cleared"}


def scores(folder, body="=mandated"):
    """The published score rows of a body, by quarter: numerator and denominator."""
    return {row["period"]: (int(row["numerator"]), int(row["denominator"]))
            for row in read_results(folder) if row["kind"] == "score" and row["body"] == body}


def workbook(folder, period):
    edition = folder.name[len(period) + 1:]
    return read_workbook(folder / "oversight" / f"{period}_quarterly_{edition}_oversight.xlsx")


# What follows a message, an incident, an appeal, an account that was found.
FOLLOW_UPS = ("feedback-", "clock-", "requests-resolved", "incident-", "incidents-open",
              "incidents-reviewed", "breach-notice-on-time", "appeal", "discoveries-resolved")


def answers(row):
    """A figure of answers to what happened in a quarter, which later answers change."""
    return row["Figure"].startswith(FOLLOW_UPS)


class Previous(EndToEnd):
    """2026-Q2 as published; then 2026-Q3 alone, with it, and with it after a row of Q2 changed."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.database = cls.sample("sample.db", 30, 1)
        cls.first = cls.build(cls.database, cls.folder / "first", "quarterly", "--edition", FIRST)
        cls.before = files_in(cls.first)
        cls.alone = cls.build_second("alone", cls.database)
        cls.second = cls.build_second("second", cls.database, "--previous", cls.first)

    @classmethod
    def build_second(cls, name, database, *options):
        return cls.build(database, cls.folder / name, "quarterly", "--edition", SECOND, *options)

    def test_the_earlier_edition_is_left_alone(self):
        self.assertEqual(self.first.name, "2026-Q2-final")
        self.assertEqual(files_in(self.first), self.before)

    def test_findings_keep_the_day_on_which_they_were_told(self):
        first, second = read_open(self.first), read_open(self.second)
        self.assertEqual({row["first_told_on"] for row in first.values()}, {TOLD_FIRST})
        acts = {reference for reference in second  # CKC is silent now: what it was told stays
                if reference.startswith(("PRV-2/", "TEM-8/")) and "/CKC/" not in reference}
        again = second.keys() & first.keys() - acts  # what is done again is another act
        new = second.keys() - again
        self.assertTrue(again and new - acts and acts & first.keys())
        for reference in again:
            for column in ("first_told_on", "since"):
                self.assertEqual(second[reference][column], first[reference][column], reference)
            granted = self.granted_since().get(reference, first[reference]["due_on"])
            self.assertEqual(second[reference]["due_on"], granted, reference)
        self.assertEqual([reference for reference in new
                          if second[reference]["first_told_on"] != TOLD_SECOND], [])

    def granted_since(self):
        """The new due dates that were granted after the first edition's as-of day, by finding."""
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            return dict(connection.execute(
                "SELECT finding, new_due_on FROM response WHERE kind = 'extension'"
                " AND decision = 'granted' AND decided_on > '2026-07-15' AND decided_on <= ?"
                " ORDER BY received_on", (AS_OF,)))

    def test_what_was_cleared_is_remembered(self):
        first, second = read_findings(self.first), read_findings(self.second)
        cleared = {reference for reference, row in second.items() if row["state"] == "cleared"}
        self.assertTrue(cleared)
        self.assertLessEqual(cleared, first.keys())
        self.assertEqual({second[reference]["since"] for reference in cleared}, {"2026-Q3"})
        self.assertEqual({second[reference]["due_on"] for reference in cleared}, {""})

    def test_without_the_earlier_edition_all_are_told_now_and_none_is_overdue(self):
        findings = read_findings(self.alone)
        self.assertEqual({row["first_told_on"] for row in findings.values()}, {TOLD_SECOND})
        self.assertEqual([row for row in self.agencies(self.alone) if row["Capped"] == "yes"], [])

    def agencies(self, folder):
        return table_of(workbook(folder, "2026-Q3"), "Every agency and its score")

    def overdue(self, folder):
        """Agencies with a critical finding whose due date is past, from findings.csv; and those of
        them where it is of an item that does not meet the control, and lacks more than evidence."""
        asked = table_of(workbook(folder, "2026-Q3"), "What each control asks, and on which basis")
        critical = {row["Control"] for row in asked if row["Critical"] == "yes"}
        self.assertGreater(len(critical), 3)
        results, late, failed = read_results(folder), set(), set()
        for reference, row in read_findings(folder).items():
            control, agency, _ = reference.split("/", 2)
            if control in critical and row["due_on"] and row["due_on"] < AS_OF:
                late.add(agency)
                if controls_of(results, agency, "2026-Q3")[control]["no_evidence"] == "0":
                    failed.add(agency)
        return late, failed

    def test_critical_findings_past_their_due_date_cap_the_band(self):
        (late, failed), capped = self.overdue(self.second), 0
        for row in self.agencies(self.second):
            if row["Capped"] == "yes":
                capped += 1
                self.assertIn(row["Code"], late)
                self.assertIn(row["Band without cap"], ("High", "Sound"), row)
                self.assertEqual(row["Band"], "Developing", row)
            else:
                self.assertEqual(row["Band"], row["Band without cap"], row)
                self.assertFalse(row["Band"] in ("High", "Sound") and row["Code"] in failed, row)
        self.assertGreater(capped, 0)
        self.assertIn("Bodies whose band is capped by a critical item not met and past its due date:"
                      f" {capped} (",
                      " ".join(pdf_text(self.pdf(self.second)).split()))

    def test_bodies_that_are_only_encouraged_have_no_due_dates(self):
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            encouraged = {code for code, in connection.execute(
                "SELECT agency FROM agency WHERE class NOT IN ('NGA', 'GOCC', 'GFI', 'GICP')")}
        for folder in (self.first, self.second):
            due = {reference.split("/")[1] for reference, row in read_findings(folder).items()
                   if row["due_on"]}
            self.assertGreater(len(due), 5)
            self.assertEqual(due & encouraged, set())

    def pdf(self, folder):
        return folder / "oversight" / "2026-Q3_quarterly_draft1_oversight.pdf"

    def test_the_trend_shows_what_was_published(self):
        published = scores(self.first)
        self.assertIn("2026-Q2", published)
        table = table_of(workbook(self.second, "2026-Q3"), TREND)
        text = pdf_text(self.pdf(self.second), "-layout")
        seen = 0
        for row in table:
            quarter = row["Quarter"]
            if quarter not in published:
                self.assertEqual(row["Score as published"], "[x]", row)
                continue
            seen += 1
            above, below = published[quarter]
            self.assertAlmostEqual(row["Score as published"], 100 * above / below, places=9)
            self.assertRegex(text, rf"(?m)^ *{quarter}(?: +[\d.]+){{3}} +{100 * above / below:.1f} ",
                             "after the score and its quarters")
        self.assertEqual(seen, 7)
        self.assertEqual({row["Score as published"] for row in table_of(
            workbook(self.alone, "2026-Q3"), TREND)}, {"[x]"})

    def test_agencies_too_have_their_published_scores(self):
        published = scores(self.first, "DEX")
        rows = {row["period"]: row["published"] for row in read_results(self.second)
                if row["kind"] == "score" and row["body"] == "DEX"}
        self.assertEqual(rows["2026-Q2"], str(published["2026-Q2"][0]))
        self.assertEqual(rows["2026-Q3"], "")

    def withdrawn_since(self):
        """Controls of findings that were withdrawn after the first edition's as-of day: their items
        are set aside in all quarters, which moves scores."""
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            findings = [finding for finding, in connection.execute(
                "SELECT finding FROM response WHERE decision = 'withdrawn'"
                " AND decided_on > '2026-07-15' AND decided_on <= ?", (AS_OF,))]
        return {finding.split("/")[0] for finding in findings} | {"median score"}

    def reviewed_since(self):
        """POL-6 asks for a review in the last year. A policy has only the day of its latest one,
        so a policy reviewed since the first edition's as-of day has another past than it had."""
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            reviewed, = connection.execute(
                "SELECT count(*) FROM policy WHERE kind = 'moderation'"
                " AND reviewed_on > '2026-07-15' AND reviewed_on <= ?", (AS_OF,)).fetchone()
        return {"POL-6"} if reviewed else set()

    def may_differ(self):
        return self.withdrawn_since() | self.reviewed_since()

    def test_only_answers_that_came_since_are_revised_where_nothing_changed(self):
        """The second edition knows answers up to its own as-of day; the same edition again, none."""
        table = table_of(workbook(self.second, "2026-Q3"), REVISIONS)
        self.assertLessEqual({row["Figure"] for row in table if not answers(row)},
                             self.may_differ())
        again = self.build_second("again", self.database, "--previous", self.second)
        self.assertIn(NO_REVISION, " ".join(pdf_text(self.pdf(again)).split()))

    def test_a_row_of_the_past_that_changed_is_listed_as_a_revision(self):
        changed = self.folder / "changed" / self.database.name
        changed.parent.mkdir()
        shutil.copyfile(self.database, changed)
        with contextlib.closing(sqlite3.connect(changed, isolation_level=None)) as connection:
            rows = connection.execute(
                "UPDATE access_check SET secure_network = 0 WHERE account = 'dex-x'"
                " AND checked_on = (SELECT max(checked_on) FROM access_check"
                " WHERE account = 'dex-x' AND checked_on <= '2026-06-30')").rowcount
        self.assertEqual(rows, 1)
        third = self.build_second("third", changed, "--previous", self.first)
        self.assertNotIn(NO_REVISION, " ".join(pdf_text(self.pdf(third)).split()))
        table = [row for row in table_of(workbook(third, "2026-Q3"), REVISIONS)
                 if not answers(row) and row["Figure"] not in self.may_differ()]
        listed = {(row["Name"], row["Quarter"], row["Figure"]): row for row in table}
        self.assertEqual({(row["Quarter"], row["Figure"]) for row in table
                          if row["Quarter"] == "2026-Q2"}, {("2026-Q2", "SEC-4")})
        row = listed["Mandated bodies", "2026-Q2", "SEC-4"]
        then, now = (controls_of(read_results(folder), "=mandated", "2026-Q2")["SEC-4"]
                     for folder in (self.first, third))
        self.assertEqual(int(then["met"]), int(now["met"]) + 1)
        for heading, result in (("Published then", then), ("Computed now", now)):
            self.assertEqual(row[heading], "{met} of {denominator}".format(**result))


if __name__ == "__main__":
    unittest.main()
