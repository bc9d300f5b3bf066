#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests of the count of a log of FOI requests, on rows of which the outcome is plain."""

import collections
import contextlib
import io
import pathlib
import sqlite3
import tempfile
import unittest

import efoi_check
from manila import Quarter, day

COLUMNS = "body,period,kind,id,category,met,not_met,no_evidence,exempt,status," \
          "numerator,denominator,n,published,method"


def status(request, name, seen="2022-02-01 10:00:00", agency="DOX", date="January 24, 2022"):
    return {"agency": agency, "date": date, "status": name, "request": request,
            "first_snapshot": seen, "last_snapshot": seen}


class Requests(unittest.TestCase):
    def take(self, *rows):
        self.awkward = collections.Counter()
        return efoi_check.take_request(rows, self.awkward)

    def test_both_forms_of_dates_are_read(self):
        self.assertEqual(efoi_check.received_day("2022-01-24"), day("2022-01-24"))
        self.assertEqual(efoi_check.received_day("January 24, 2022"), day("2022-01-24"))
        for text in (None, "", "24 January 2022", "Jan 24, 2022", "February 30, 2022"):
            self.assertIsNone(efoi_check.received_day(text))

    def test_the_earliest_answer_counts_on_its_day_in_manila(self):
        request = self.take(status(1, "PENDING", "2022-01-25 00:00:00"),
                            status(1, "REFERRED", "2022-03-31 16:00:00"),
                            status(1, "DENIED", "2022-04-02 10:00:00"))
        self.assertEqual(request.answered, day("2022-04-01"))
        self.assertEqual(self.awkward["requests of several answers"], 1)

    def test_a_request_is_answered_by_four_statuses_only(self):
        for name in ("PENDING", "PROCESSING", "ACCEPTED", "AWAITING CLARIFICATION", "EXTENDED"):
            self.assertIsNone(self.take(status(1, name)).answered)
        for name in ("SUCCESSFUL", "PARTIALLY SUCCESSFUL", "DENIED", "REFERRED"):
            self.assertEqual(self.take(status(1, name)).answered, day("2022-02-01"))

    def test_rows_that_contradict_each_other_are_set_aside_and_counted(self):
        self.assertIsNone(self.take(status(1, "PENDING"), status(1, "DENIED", agency="DOY")))
        self.assertEqual(self.awkward["requests of several agencies"], 1)
        self.assertIsNone(self.take(status(1, "PENDING"), status(1, "DENIED", date="2022-01-25")))
        self.assertEqual(self.awkward["requests of several dates"], 1)
        self.assertIsNone(self.take(status(1, "PENDING", date="soon")))
        self.assertEqual(self.awkward["requests of an unreadable date"], 1)
        # The same day in the other form is no contradiction.
        self.assertIsNotNone(self.take(status(1, "PENDING"),
                                       status(1, "DENIED", date="2022-01-24")))

    def test_requests_count_in_the_quarter_of_their_receipt(self):
        first, last = day("2022-01-01"), day("2022-03-31")
        requests = [efoi_check.Request("DOX", first, last),
                    efoi_check.Request("DO Y", last, last + 1),
                    efoi_check.Request("DOX", first - 1, first),
                    efoi_check.Request("DOX", last + 1, None)]
        counts = efoi_check.count_requests(requests, Quarter("2022-Q1"), last)
        self.assertEqual(counts, {("DOX", "feedback-received"): 1, ("DOX", "feedback-answered"): 1,
                                  ("DO Y", "feedback-received"): 1,
                                  ("=all", "feedback-received"): 2,
                                  ("=all", "feedback-answered"): 1})


class Command(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.log = pathlib.Path(folder.name) / "log.db"
        self.results = pathlib.Path(folder.name) / "results.csv"
        rows = [status(1, "PENDING"), status(1, "DENIED"), status(2, "PENDING", agency="DOX EMB")]
        connection = sqlite3.connect(self.log)
        connection.execute(f"CREATE TABLE foi_log ({', '.join(rows[0])})")
        connection.executemany("INSERT INTO foi_log VALUES (?, ?, ?, ?, ?, ?)",
                               [list(row.values()) for row in rows])
        connection.commit()
        connection.close()
        self.counts = {("DOX", "received"): 1, ("DOX", "answered"): 1, ("DOX EMB", "received"): 1,
                       ("=all", "received"): 2, ("=all", "answered"): 1,
                       ("=unknown", "received"): 9}

    def run_command(self):
        lines = [f"{body},2022-Q1,measure,feedback-{what},,,,,,,{count},1,{count},,1"
                 for (body, what), count in self.counts.items()]
        self.results.write_text("\n".join([COLUMNS, *lines]) + "\n", encoding="utf-8")
        with contextlib.redirect_stdout(io.StringIO()) as output:
            code = efoi_check.main([str(self.log), str(self.results), "--period", "2022-Q1"])
        return code, output.getvalue()

    def test_equal_counts_pass(self):
        code, output = self.run_command()
        self.assertEqual(code, 0, output)
        self.assertIn("0 differences in 5 values compared", output)

    def test_every_difference_fails(self):
        for changed, count in ((("DOX EMB", "received"), 2), (("DOX EMB", "answered"), 1),
                               (("=all", "answered"), 2), (("NEW", "received"), 1)):
            kept = dict(self.counts)
            self.counts[changed] = count
            code, output = self.run_command()
            self.assertEqual(code, 1)
            self.assertIn(f"{count} in the file\n", output)
            self.counts = kept

    def test_a_count_that_is_kept_back_is_no_count(self):
        self.counts["DOX EMB", "received"] = "c"
        with self.assertRaisesRegex(SystemExit, "^DOX EMB feedback-received is kept back .*mask: no"):
            self.run_command()


if __name__ == "__main__":
    unittest.main()
