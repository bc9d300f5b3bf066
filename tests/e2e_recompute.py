#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every number of results.csv, counted a second time from the raw rows in another language.

Masking is off: what it does to the numbers is held by e2e_disclosure.py."""

import contextlib
import unittest

import recompute
from e2e import ROOT, EndToEnd

EDITION = ROOT / "samples" / "editions" / "2026-q3-draft1.yaml"
PERIOD, AS_OF, SUBMITTED_BY = "2026-Q3", "2026-10-15", "2026-10-15"

# All incidents of the quarter happen to be over in the default sample; not so in e2e_mutations.py.
WITHOUT_ROWS = {"incidents-open"}


class Recompute(EndToEnd):
    """All reports of two samples, and of the default one a draft without an edition file."""

    def recount(self, database, folder, as_of=None, submitted_by=None):
        """The number of values compared, and what was recounted."""
        with contextlib.closing(recompute.open_read_only(database)) as connection:
            expected = recompute.recount(connection, PERIOD, as_of, submitted_by)
            scores = recompute.recount_scores(connection, PERIOD, expected, as_of, submitted_by)
        compared, differences = recompute.compare_file(expected, scores, PERIOD,
                                                          folder / "results.csv")
        self.assertEqual(differences, [])
        return compared, expected

    def check(self, seed, agencies):
        database = self.sample(f"seed-{seed}.db", agencies, seed)
        folder = self.build(database, self.folder / f"out-{seed}", "--edition", EDITION,
                            "--home", self.unmasked())
        compared, expected = self.recount(database, folder, recompute.day(AS_OF),
                                          recompute.day(SUBMITTED_BY))
        self.assertGreater(compared, 1000 * agencies)
        self.assertEqual({key[1] for key in expected}, {"2026-Q2", "2026-Q3"})
        return database, folder

    def assert_caught(self, database, folder, start, field, message):
        """One more in a field of the first row that starts so is a difference."""
        path = folder / "results.csv"
        text = path.read_text(encoding="utf-8")
        row = next(line for line in text.splitlines() if line.startswith(start))
        fields = row.split(",")
        fields[field] = str(int(fields[field]) + 1)
        path.write_text(text.replace(row, ",".join(fields)), encoding="utf-8")
        with self.assertRaisesRegex(AssertionError, message):
            self.recount(database, folder, recompute.day(AS_OF), recompute.day(SUBMITTED_BY))
        path.write_text(text, encoding="utf-8")

    def test_seed_1_and_a_number_that_is_one_too_high_is_found(self):
        database, folder = self.check(1, 30)
        self.assert_caught(database, folder, "DEX,2026-Q3,control,EML-1", 5,
                           "DEX 2026-Q3 control EML-1")
        self.assert_caught(database, folder, "DEX,2026-Q2,score", 10, "DEX 2026-Q2 score")

    def test_seed_7(self):
        self.check(7, 30)

    def listed(self, what, column):
        return {line.split()[column] for line in self.ulat("list", what).stdout.splitlines()}

    def test_of_the_default_sample_every_control_and_measure_is_compared(self):
        """Three hundred agencies; the quarterly report asks for every control and measure."""
        database = self.sample("default.db", 300)
        folder = self.build(database, self.folder / "out-draft", "quarterly",
                            "--home", self.unmasked())
        compared, expected = self.recount(database, folder)
        self.assertGreater(compared, 250_000)
        for kind, column in (("control", 0), ("measure", 1)):  # clauses stand before measures
            listed = self.listed(kind + "s", column)
            with_rows = {key[3] for key, values in expected.items()
                         if key[2] == kind and key[1] == PERIOD and any(values)}
            self.assertEqual(sorted(with_rows - listed), [], f"{kind}s of no listing")
            self.assertEqual(sorted(listed - with_rows - WITHOUT_ROWS), [], f"{kind}s without rows")


if __name__ == "__main__":
    unittest.main()
