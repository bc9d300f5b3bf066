#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A database made wrong in each way that a check of data quality is for: `ulat check` names it with
its count and its key, `ulat build` goes on, leaves out an agency or ends as the check declares, and
neither prints anything of a person."""

import contextlib
import json
import re
import shutil
import sqlite3
import unittest

from e2e import ROOT, EndToEnd, environment, pdf_text

OK, SOME, DATA, CONFIG = 0, 1, 65, 78
PERSON = "Qzvperson"  # planted in keys and columns of persons: it must not come out

# Check, what makes it so, and the key that is named (None: persons are only counted).
WARNINGS = [
    ("account-agencies", "INSERT INTO account (account, agency) VALUES ('qq-1', 'NOBODY')",
     "no known agency, qq-1"),
    ("account-dates", "INSERT INTO account (account, agency, created_on, closed_on)"
     " VALUES ('qq-1', 'DEX', '2026-01-05', '2026-01-04')", "DEX, qq-1"),
    ("account-years", "INSERT INTO account (account, agency, created_on)"
     " VALUES ('qq-1', 'DEX', '1926-01-05')", "DEX, qq-1"),
    ("agency-dates", "INSERT INTO agency (agency, name, active_from, active_to)"
     " VALUES ('QQ', 'Quick Office', '2026-01-05', '2026-01-04')", "QQ, QQ"),
    ("agency-parents", "UPDATE agency SET parent = agency WHERE agency = 'DEX'", "DEX, DEX"),
    ("agency-returns", "INSERT INTO agency_succession VALUES ('DEX', 'DTW', 'merged',"
     " '2026-04-01')", "DEX, DEX/2026-Q3"),
    ("approval-dates", "INSERT INTO approval (account, requested_on, decided_on)"
     " SELECT min(account), '2020-01-05', '2020-01-04' FROM account WHERE agency = 'DEX'",
     "DEX, dex-"),
    ("approval-years", "INSERT INTO approval (account, requested_on, decided_on)"
     " SELECT min(account), NULL, '2206-01-04' FROM account WHERE agency = 'DEX'", "DEX, "),
    ("assignment-dates", "INSERT INTO assignment (officer, agency, role, starts_on, ends_on)"
     f" VALUES ('{PERSON}', 'DEX', 'team_member', '2021-01-05', '2021-01-04')",
     "DEX, DEX/team_member/2021-01-05"),
    ("assignment-officers", "INSERT INTO assignment (officer, agency, role, starts_on, ends_on)"
     f" VALUES ('{PERSON}', 'DEX', 'team_member', '2021-01-05', '2021-01-06')",
     "DEX, DEX/team_member"),
    ("assignment-heads", "INSERT INTO assignment (officer, agency, role, starts_on)"
     f" VALUES ('{PERSON}', 'DEX', 'head', '2026-09-01')", "DEX, DEX/head/2026-09-01"),
    ("audience-counts", "UPDATE audience SET followers = -5 WHERE account ="
     " (SELECT min(account) FROM account WHERE agency = 'DEX')", "DEX, dex-"),
    ("case-stages", "INSERT INTO personnel_case (personnel_case, agency, complained_on, decided_on)"
     f" VALUES ('{PERSON}', 'DEX', '2026-02-02', '2026-02-01')", None),
    ("case-years", "INSERT INTO personnel_case (personnel_case, agency, complained_on)"
     f" VALUES ('{PERSON}', 'DEX', '1926-02-02')", None),
    ("exemption-dates", "INSERT INTO exemption (agency, control, granted_on, expires_on)"
     " VALUES ('DEX', 'EML-1', '2020-01-05', '2020-01-04')", "DEX, DEX/EML-1"),
    ("feedback-accounts", "INSERT INTO feedback (feedback, agency, account, received_at)"
     f" SELECT '{PERSON}', 'DEX', min(account), '2026-08-03T08:00:00' FROM account"
     " WHERE agency = 'DTW'", None),
    ("feedback-responses", "INSERT INTO feedback (feedback, agency, received_at,"
     f" first_response_at) VALUES ('{PERSON}', 'DEX', '2026-08-03T08:00:00',"
     " '2026-08-02T08:00:00')", None),
    ("feedback-stages", "INSERT INTO feedback (feedback, agency, received_at, resolved_at)"
     f" VALUES ('{PERSON}', 'DEX', '2026-08-03T08:00:00', '2026-08-02T08:00:00')", None),
    ("feedback-years", "INSERT INTO feedback (feedback, agency, received_at)"
     f" VALUES ('{PERSON}', 'DEX', '1926-08-03T08:00:00')", None),
    ("incident-notices", "INSERT INTO incident (incident, agency, detected_at, npc_notified_at)"
     " VALUES ('qq-1', 'DEX', '2026-08-03', '2026-08-02')", "DEX, qq-1"),
    ("incident-stages", "INSERT INTO incident (incident, agency, occurred_at, detected_at)"
     " VALUES ('qq-1', 'DEX', '2026-08-03', '2026-08-02')", "DEX, qq-1"),
    ("incident-years", "INSERT INTO incident (incident, agency, detected_at)"
     " VALUES ('qq-1', 'DEX', '1926-08-03')", "DEX, qq-1"),
    ("moderation-stages", "INSERT INTO moderation (moderation, account, flagged_at, acted_at)"
     " SELECT 'qq-1', min(account), '2026-08-03', '2026-08-02' FROM account WHERE agency = 'DEX'",
     "DEX, qq-1"),
    ("moderation-years", "INSERT INTO moderation (moderation, account, acted_at)"
     " SELECT 'qq-1', min(account), '1926-08-03' FROM account WHERE agency = 'DEX'", "DEX, qq-1"),
    ("plan-dates", "INSERT INTO content_plan (account, effective_from, effective_to)"
     " SELECT min(account), '2020-01-05', '2020-01-04' FROM account WHERE agency = 'DEX'", "DEX, "),
    ("policy-dates", "INSERT INTO policy (agency, kind, effective_from, effective_to)"
     " VALUES ('DEX', 'reminder', '2020-01-05', '2020-01-04')", "DEX, DEX/reminder"),
    ("post-years", "INSERT INTO post (post, account, published_at)"
     " SELECT 'qq-1', min(account), '1926-08-03' FROM account WHERE agency = 'DEX'", "DEX, qq-1"),
    ("violation-stages", "INSERT INTO post_violation (post, account, category, found_at,"
     " removed_at) SELECT 'qq-1', min(account), 'other', '2026-08-03', '2026-08-02' FROM account"
     " WHERE agency = 'DEX'", "DEX, qq-1"),
]
ERRORS = [
    ("account-duplicates", "UPDATE account SET platform = 'X', platform_id = 'same',"
     " closed_on = NULL, created_on = '2020-01-01' WHERE account IN"
     " (SELECT account FROM account WHERE agency = 'DEX' ORDER BY 1 LIMIT 2)", "DEX, dex-"),
    ("staff-counts", "UPDATE staff SET trained = headcount + 1 WHERE agency = 'DEX'"
     " AND period = '2026-Q3'", "DEX, DEX/2026-Q3"),
]


# Of DEX no row counts in the whole and in the sum, but every row does in the part.
TRIAL_LISTING = """/*
title: Messages
judged: in period
item: feedback
measures:
  - {id: trial-whole, title: Whole, statistic: count, where: others, formula: of the others}
  - {id: trial-part, title: Part, statistic: count, within: trial-whole, formula: of all}
  - {id: trial-sum, title: Sum, statistic: count, where: others, add: trial-part, formula: of all}
*/
SELECT agency, feedback AS item, period_of(known(received_at)) AS period, agency <> 'DEX' AS others
FROM feedback
"""
TRIAL_TEMPLATE = """title: Trial
short-title: Trial
audience: agency
for-each: agency
outputs: [pdf]
body:
  - table:
      id: trial
      title: Trial
      rows: measures
      measures: [trial-whole, trial-part, trial-sum]
      columns: [measure-title, value]
"""


class QualityCase(EndToEnd):
    """A sample database, and copies of it with one thing wrong."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.database = cls.sample(agencies=2)  # DEX and DTW
        cls.out = cls.folder / "out"
        cls.out.mkdir()

    @classmethod
    def checked(cls):
        """What `ulat check` says of the sample as it is."""
        if "said" not in cls.__dict__:
            cls.said = cls.ulat("check", "--db", cls.database)
        return cls.said

    def broken(self, *statements):
        path = self.folder / "broken.db"
        shutil.copyfile(self.database, path)
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in statements:
                self.assertNotEqual(connection.execute(statement).rowcount, 0, statement)
        return path

    def all_wrong(self):
        """Every warning at once, each with keys of its own."""
        return self.broken(*(statement.replace("qq-1", f"qq-{number}").replace(
            PERSON, PERSON + str(number)) for number, (_, statement, _) in enumerate(WARNINGS)))

    def counts(self, done):
        """The checks that `ulat check` lists, with their counts."""
        return {name: int(count.replace(",", "")) for name, count in re.findall(
            r"^  ([a-z-]+) +(?:warning|error, stops the \w+) +([\d,]+) ", done.stdout, re.M)}

    def check(self, path, code):
        done = self.call("check", "--db", path)
        self.assert_calm(done)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        self.assertNotIn(PERSON, done.stdout + done.stderr)
        return done

    def make(self, path, code, *reports, home=ROOT):
        shutil.rmtree(self.out)
        self.out.mkdir()
        done = self.call("build", *reports, "--db", path, "--out", self.out, "--home", home)
        self.assert_calm(done)
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertNotIn(PERSON, done.stdout + done.stderr)
        for file in self.out.rglob("*"):
            self.assertNotIn(PERSON.encode(), file.read_bytes() if file.is_file() else b"")
        return done

    def failures(self):
        manifest = json.loads((self.out / "2026-Q3-draft" / "manifest.json").read_text("utf-8"))
        return {failure["subject"]: failure["message"] for failure in manifest["failures"]}

    def read(self, pattern):
        """The words of one PDF without blanks: lines may break in the middle of a key."""
        path, = self.out.glob(pattern)
        return "".join(pdf_text(path).split())

    def assert_says(self, text, sentence):
        self.assertIn(sentence.replace(" ", ""), text)


class Quality(QualityCase):
    """What the checks of queries/checks/ find, and what follows."""

    def test_the_sample_has_one_impossible_incident_and_is_otherwise_in_order(self):
        done = self.checked()
        found = {name: count for name, count in self.counts(done).items() if count}
        self.assertEqual(found, {"incident-stages": 1})
        self.assertRegex(done.stdout, r"incident-stages, DTW, \S+: contained before it was det")

    def test_every_check_is_listed_with_its_count(self):
        files = {path.stem for path in (ROOT / "queries" / "checks").glob("*.sql")}
        self.assertEqual(files, {name for name, *_ in WARNINGS + ERRORS})
        listed = self.counts(self.checked())
        self.assertEqual(set(listed), files | {"reconcile-sum", "reconcile-part"})

    def test_each_warning_is_named_with_count_and_key(self):
        before = self.counts(self.checked())
        done = self.check(self.all_wrong(), OK)
        for number, (name, _, key) in enumerate(WARNINGS):
            with self.subTest(check=name):
                self.assertGreater(self.counts(done)[name], before[name])
                named = (f"  {name}, " + key.replace("qq-1", f"qq-{number}") if key else
                         f"  {name}: persons' items are only counted")
                self.assertIn(named, done.stdout)

    def test_each_error_is_named_and_ends_check_with_65(self):
        for name, statement, key in ERRORS:
            with self.subTest(check=name):
                done = self.check(self.broken(statement), DATA)
                self.assertGreater(self.counts(done)[name], 0)
                self.assertIn(f"{name}, {key}", done.stdout)
                self.assertRegex(done.stderr, rf"(?m)^ulat: data quality: .*1 agency \[{name}\]")

    def test_all_warnings_together_leave_build_as_it_was(self):
        done = self.make(self.all_wrong(), OK)
        for name in ("incident-stages", "policy-dates", "feedback-stages"):
            self.assertRegex(done.stderr, rf"warning: data quality: .* \[{name}\]")
        self.assertRegex(done.stderr, r"messages whose stages are out of order: fewer than 10 ")
        own = self.read("*/agency/DEX_*scorecard*.pdf")
        other = self.read("*/agency/DTW_*scorecard*.pdf")
        self.assert_says(own, "Data quality: policies that end before they begin: 1 (DEX/reminder:"
                         " its last day lies before its first; it holds on no day) [policy-dates].")
        self.assert_says(own, "cases whose stages are out of order: fewer than 10 [case-stages].")
        self.assertNotIn("[policy-dates]", other)
        self.assertIn("[incident-stages]", other)
        government = self.read("*/oversight/*quarterly*.pdf")
        self.assert_says(government, "policies that end before they begin: 1 of 1 agency [policy")
        self.assert_says(government, "incidents whose stages are out of order: 2 of 2 agencies [")
        self.assert_says(government, "messages whose stages are out of order: fewer than 10 [feed")
        self.assertNotIn("DEX/reminder", government)

    def test_an_error_stops_its_agency_and_nobody_else(self):
        for (name, statement, _), reports in zip(ERRORS, ([], ["scorecard"]), strict=True):
            with self.subTest(check=name):
                done = self.make(self.broken(statement), SOME, *reports)
                self.assertRegex(done.stderr, rf"(?m)^ulat: DEX: data quality: .*\[{name}\]")
                self.assertEqual(set(self.failures()), {"DEX"})
                self.assertIn(f"[{name}]", self.failures()["DEX"])
                self.assertEqual(list(self.out.glob("*/agency/DEX_*")), [])
                self.assertTrue(list(self.out.glob("*/agency/DTW_*")))
                done = self.call("build", "--only", "DEX", "--db", self.folder / "broken.db",
                                 "--out", self.out)
                self.assertEqual(done.returncode, DATA, done.stderr)

    def test_only_checks_of_what_a_report_shows_are_run(self):
        statement = dict((name, statement) for name, statement, _ in WARNINGS)["policy-dates"]
        done = self.make(self.broken(statement), OK, "feedback")
        self.assertNotIn("policy-dates", done.stderr)

    def test_a_year_without_holidays_ends_the_run(self):
        path = self.broken("DELETE FROM holiday WHERE on_date LIKE '2026%' AND scope = 'national'")
        for done in (self.check(path, DATA), self.make(path, DATA)):
            self.assertIn("table holiday has no national holiday of 2026: due dates would be wrong",
                          done.stderr)
        self.assertEqual(list(self.out.iterdir()), [])

    def test_due_dates_that_run_into_a_year_without_holidays_are_told(self):
        edition = self.folder / "edition.yaml"
        edition.write_text("period: 2026-Q3\nedition: draft 1\nas-of: 2026-12-01\n"
                           "issuer: Sample oversight office\n", encoding="utf-8")
        path = self.broken("DELETE FROM holiday WHERE on_date LIKE '2027%'")
        done = self.ulat("build", "feedback", "--db", path, "--out", self.out, "--edition", edition)
        self.assertIn("table holiday has no national holiday of 2027, into which due dates run",
                      done.stderr)
        done = self.ulat("build", "feedback", "--db", self.database, "--out", self.out,
                         "--edition", edition)
        self.assertNotIn("holiday", done.stderr)

    def test_without_the_table_there_is_nothing_to_say_of_holidays(self):
        done = self.make(self.broken("DELETE FROM holiday"), OK, "scorecard")
        self.assertNotIn("holiday has", done.stderr)


class OwnChecks(QualityCase):
    """Checks that somebody else writes."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.home = cls.folder / "home"
        for name in ("queries", "templates", "assets"):
            shutil.copytree(ROOT / name, cls.home / name)

    def write(self, name, text):
        path = self.home / name
        path.write_text(text, encoding="utf-8")
        self.addCleanup(path.unlink)

    def put(self, name, head, sql):
        self.write(f"queries/checks/{name}", f"/*\n{head}*/\n{sql}\n")

    HEAD = "title: Trials\nseverity: {}\nitem: account\ntouches: account\nsentence: it is one\n"
    SQL = "SELECT account, account AS item FROM account"

    def test_one_that_stops_the_run(self):
        self.put("trial.sql", self.HEAD.format("error\nstops: run"), self.SQL + " LIMIT 1")
        done = self.make(self.database, DATA, home=self.home)
        self.assertRegex(done.stderr, r"ulat: data quality: trials: 1 of 1 agency \[trial\]")
        self.assertEqual(list(self.out.iterdir()), [])

    def test_measures_that_contradict_one_another_stop_their_agency(self):
        self.write("queries/trial.sql", TRIAL_LISTING)
        self.write("templates/trial.yaml", TRIAL_TEMPLATE)
        done = self.call("check", "--db", self.database, "--home", self.home)
        self.assertEqual(done.returncode, DATA, done.stdout)
        for name, measure in (("reconcile-sum", "trial-sum"), ("reconcile-part", "trial-part")):
            self.assertRegex(done.stdout, rf"{name}, DEX, {measure} of 20")
            self.assertRegex(done.stderr, rf"of 1 agency \[{name}\]")
        done = self.make(self.database, SOME, "trial", home=self.home)
        self.assertEqual(set(self.failures()), {"DEX"})
        self.assertRegex(done.stderr, r"ulat: DEX: data quality: .*\[reconcile-")
        self.make(self.database, OK, "feedback", home=self.home)

    def test_mistakes_in_two_of_them_are_both_told(self):
        self.put("one.sql", self.HEAD.format("eror"), self.SQL)
        self.put("two.sql", self.HEAD.format("warning"), self.SQL.replace("FROM", "FORM"))
        done = self.call("check", "--home", self.home)
        self.assertEqual(done.returncode, DATA, done.stdout)
        self.assertIn("checks/one.sql:3:11: ", done.stderr)
        self.assertIn("checks/two.sql:8:", done.stderr)
        done = self.call("build", "--db", self.database, "--out", self.out, "--home", self.home)
        self.assertEqual(done.returncode, CONFIG, done.stderr)

    def test_a_code_without_words_is_refused_and_not_repeated(self):
        self.put("trial.sql", self.HEAD.format("warning") + "details: {a: b}\n",
                 f"SELECT account, account AS item, '{PERSON}' AS detail FROM account")
        done = self.make(self.database, DATA, home=self.home)
        self.assertIn("check trial, row 1: column detail is none of the codes", done.stderr)

    def test_a_check_without_its_table_is_not_run(self):
        done = self.check(self.broken("DROP TABLE policy"), OK)
        self.assertRegex(done.stdout, r"policy-dates +warning +- +not run: table policy is not")
        self.make(self.folder / "broken.db", OK, "feedback")

    def test_keys_document_the_header(self):
        done = self.ulat("list", "keys", env=environment())
        self.assertRegex(done.stdout, r"queries/checks/NAME.sql\)\n\ntitle: ")
        self.assertIn("\nstops: ", done.stdout)


if __name__ == "__main__":
    unittest.main()
