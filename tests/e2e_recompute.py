#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every number of results.csv, counted a second time from the raw rows in another language."""

import contextlib
import unittest

import recompute
from e2e import ROOT, EndToEnd

EDITION = ROOT / "samples" / "editions" / "2026-q3-draft1.yaml"
PERIOD, AS_OF, SUBMITTED_BY = "2026-Q3", "2026-10-15", "2026-10-10"


class Recompute(EndToEnd):
    """All reports of two samples, and of the first one's draft without an edition file."""

    def recount(self, database, folder, as_of=None, submitted_by=None):
        with contextlib.closing(recompute.open_read_only(database)) as connection:
            expected = recompute.recount(connection, PERIOD, as_of, submitted_by)
        found, faults = recompute.read_results(folder / "results.csv")
        compared, differences = recompute.compare(expected, found)
        self.assertEqual(faults + differences, [])
        return compared, expected

    def check(self, seed, agencies):
        database = self.sample(f"seed-{seed}.db", agencies, seed)
        folder = self.build(database, self.folder / f"out-{seed}", "--edition", EDITION)
        compared, expected = self.recount(database, folder, recompute.day(AS_OF),
                                          recompute.day(SUBMITTED_BY))
        self.assertGreater(compared, 100 * agencies)
        self.assertEqual({key[1] for key in expected}, {"2026-Q2", "2026-Q3"})
        return database, folder

    def test_seed_1_and_a_count_that_is_one_too_high_is_found(self):
        database, folder = self.check(1, 30)
        path = folder / "results.csv"
        text = path.read_text(encoding="utf-8")
        row = next(line for line in text.splitlines()
                   if line.startswith("DEX,2026-Q3,control,EML-1"))
        fields = row.split(",")
        fields[5] = str(int(fields[5]) + 1)
        path.write_text(text.replace(row, ",".join(fields)), encoding="utf-8")
        with self.assertRaisesRegex(AssertionError, "DEX 2026-Q3 control EML-1"):
            self.recount(database, folder, recompute.day(AS_OF), recompute.day(SUBMITTED_BY))

    def test_seed_7(self):
        self.check(7, 30)

    def test_the_default_sample_in_a_draft_without_an_edition_file(self):
        """Three hundred agencies; the quarterly report asks for every control and measure."""
        database = self.sample("default.db", 300)
        folder = self.build(database, self.folder / "out-draft", "quarterly")
        compared, _ = self.recount(database, folder)
        self.assertGreater(compared, 50_000)


if __name__ == "__main__":
    unittest.main()
