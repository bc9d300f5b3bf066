#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A run that is asked for less than everything, or is stopped on its way, says and leaves only what is
true: named reports, one audience, one agency, a signal."""

import os
import signal
import subprocess
import time
import unittest

from e2e import ROOT, EndToEnd, environment, files_in, pdf_text, program, read_results

FINAL = """period: 2026-Q3
edition: final
as-of: 2026-10-15
issuer: Sample oversight office
"""


class Parts(EndToEnd):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.database = cls.sample(agencies=24)

    def out(self, name):
        folder = self.folder / name
        folder.mkdir()
        return folder

    def names(self, folder):
        return {path.name for path in folder.rglob("*.pdf")}

    def test_a_named_report_records_nothing_of_controls_that_it_does_not_ask_for(self):
        folder = self.build(self.database, self.out("named"), "feedback")
        rows = read_results(folder)
        self.assertEqual({row["id"] for row in rows if row["kind"] == "control"}, {"FDB-3"})
        self.assertTrue(any(row["id"] == "feedback-received" for row in rows))

    def test_an_audience_has_only_its_own_reports(self):
        for audience in ("oversight", "public"):
            folder = self.build(self.database, self.out(audience), "--audience", audience)
            self.assertEqual(self.names(folder), {f"2026-Q3_quarterly_draft_{audience}.pdf",
                                                  f"2026-Q3_feedback_draft_{audience}.pdf"})
            self.assertEqual({path.name for path in folder.iterdir() if path.is_dir()}, {audience})

    def test_a_report_for_two_audiences_has_a_copy_for_each(self):
        folder = self.build(self.database, self.out("both"), "feedback")
        self.assertEqual(self.names(folder), {"2026-Q3_feedback_draft_oversight.pdf",
                                              "2026-Q3_feedback_draft_public.pdf"})
        for audience, words in (("oversight", "For oversight"), ("public", "For the public")):
            path = folder / audience / f"2026-Q3_feedback_draft_{audience}.pdf"
            pages = pdf_text(path).split("\f")
            self.assertIn(words, pages[0])
            self.assertIn(words, pages[2])

    def test_nothing_is_made_for_an_audience_that_no_report_is_for(self):
        out = self.out("none")
        done = self.call("build", "feedback", "--db", self.database, "--out", out, "--audience",
                         "agency")
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("none of the reports is for the audience 'agency'", done.stderr)
        self.assertEqual(files_in(out), {})

    def test_a_final_edition_is_made_whole(self):
        out = self.out("final")
        edition = self.folder / "final.yaml"
        edition.write_text(FINAL, encoding="utf-8")
        done = self.call("build", "--db", self.database, "--out", out, "--edition", edition,
                         "--only", "DEX")
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("--only is for drafts", done.stderr)
        self.assertEqual(files_in(out), {})

    def test_a_signal_leaves_nothing_behind(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            out, scratch = self.out(f"out-{number}"), self.out(f"tmp-{number}")
            command = [program(), "build", "--db", str(self.database), "--out", str(out)]
            with subprocess.Popen(command, cwd=ROOT, env=environment(TMPDIR=str(scratch)),
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
                while not any(out.rglob("*.pdf")) and run.poll() is None:
                    time.sleep(0.005)  # it is making documents now
                run.send_signal(number)
                _, messages = run.communicate(timeout=60)
            self.assertEqual(run.returncode, 128 + number, messages)
            self.assertIn("nothing was published", messages)
            self.assertEqual((os.listdir(out), os.listdir(scratch)), ([], []))


if __name__ == "__main__":
    unittest.main()
