#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whatever is wrong with what it is given, the program says so once, ends with the exit code that
the README documents, and leaves everything in the output folder as it was."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import unittest

from e2e import ROOT, EndToEnd, environment, files_in

USAGE, DATA, NO_INPUT, CREATE, IO, BUSY, PERMISSION, CONFIG = 2, 65, 66, 73, 74, 75, 77, 78
NOBODY = 65534
EDITION = """period: 2026-Q3
edition: draft 1
as-of: 2026-10-15
issuer: Sample oversight office
"""


class Refusal(EndToEnd):
    """An output folder that holds an earlier edition, and how a refusal is checked."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.database = cls.sample()
        cls.out = cls.folder / "out"
        cls.build(cls.database, cls.out, "feedback")
        cls.scratch = cls.folder / "scratch"
        cls.scratch.mkdir()

    def assert_refused(self, done, code, words):
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertEqual(done.stdout, "")
        self.assert_calm(done)
        messages = [line for line in done.stderr.splitlines()
                    if line.startswith("ulat: ") and not line.startswith("ulat: warning:")]
        self.assertEqual(len(messages), 1, done.stderr)
        for word in words:
            self.assertIn(word, done.stderr)

    def refuse(self, code, words, *arguments, out=None, **more):
        """The command must fail so, and change nothing in the output folder or beside it."""
        before = files_in(out or self.out)
        env = more.pop("env", None) or environment(TMPDIR=str(self.scratch))
        done = self.call(*arguments, env=env, **more)
        self.assert_refused(done, code, words)
        self.assertEqual(files_in(out or self.out), before)
        self.assertEqual(list(self.scratch.iterdir()), [])

    def refuse_build(self, code, words, *options, database=None):
        self.refuse(code, words, "build", "--db", database or self.database, "--out", self.out,
                    *options)

    def refuse_database(self, code, words, path):
        for command in (["feedback"], []):
            with self.subTest(reports=command or "all"):
                self.refuse_build(code, words, *command, database=path)

    def write(self, name, data):
        path = self.folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def changed(self, *statements):
        """A copy of the database with something changed; an UPDATE must hit one row."""
        path = self.folder / "changed.db"
        shutil.copyfile(self.database, path)
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in statements:
                rows = connection.execute(statement).rowcount
                self.assertIn(rows, (1, -1), statement)
        return path


class DatabaseFiles(Refusal):
    """Files that are no database, or not one that can be read."""

    def test_missing(self):
        self.refuse_database(NO_INPUT, ["none.db", "No such file"], self.folder / "none.db")

    def test_empty(self):
        self.refuse_database(DATA, ["empty.db", "empty"], self.write("empty.db", b""))

    def test_flipped_bytes(self):
        data = bytearray(self.database.read_bytes())
        page = int.from_bytes(data[16:18], "big")
        middle = len(data) // page // 2 * page
        data[middle:middle + 8] = bytes(255 - byte for byte in data[middle:middle + 8])
        self.refuse_database(DATA, ["damaged"], self.write("flipped.db", bytes(data)))

    def test_cut_by_a_page(self):
        data = self.database.read_bytes()
        page = int.from_bytes(data[16:18], "big")
        self.refuse_database(DATA, ["damaged"], self.write("page.db", data[:-page]))

    def test_cut_by_a_byte(self):
        data = self.database.read_bytes()
        self.refuse_database(DATA, ["byte.db", "damaged", "pages"],
                             self.write("byte.db", data[:-1]))

    def test_locked_by_another_process(self):
        with contextlib.closing(sqlite3.connect(self.database, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            self.refuse_build(BUSY, ["locked by another program"])

    def test_of_another_kind(self):
        self.refuse_database(DATA, ["text.db", "not an SQLite database"],
                             self.write("text.db", "agency,name\nDEX,Works\n" * 400))

    def test_a_folder(self):
        self.refuse_build(NO_INPUT, ["is a folder"], database=self.scratch)

    def test_a_symbolic_link(self):
        link = self.folder / "link.db"
        link.symlink_to(self.database)
        self.refuse_build(NO_INPUT, ["link.db", "symbolic link"], database=link)


class DatabaseContents(Refusal):
    """Tables, columns and values that are not what the contract says."""

    def test_without_the_register_of_agencies(self):
        self.refuse_database(DATA, ["no table agency"], self.changed("DROP TABLE agency"))

    def test_without_a_column(self):
        path = self.changed("ALTER TABLE feedback DROP COLUMN received_at")
        words = ["table feedback", "no column received_at", "NULL AS received_at"]
        self.refuse_build(DATA, [*words, "backlog-end", "(reports: feedback)"], "feedback",
                          database=path)
        self.refuse_build(DATA, [*words, "backlog-end",
                                 "(reports: feedback, quarterly, scorecard)"], database=path)

    def test_without_a_column_that_one_of_the_reports_does_not_need(self):
        """It is not named, and made alone it does not go without."""
        path = self.changed("ALTER TABLE incident DROP COLUMN detected_at")
        self.refuse_build(DATA, ["table incident", "no column detected_at", "incident-rate",
                                 "(reports: quarterly, scorecard)"], database=path)
        self.build(path, self.folder / "without-incidents", "feedback")

    def test_without_the_classes_of_agencies(self):
        self.refuse_database(DATA, ["agency", "class", "NULL AS class"],
                             self.changed("ALTER TABLE agency DROP COLUMN class"))

    def test_text_in_a_column_of_numbers(self):
        self.refuse_build(
            DATA, ["posts", "P-0000001", "reach", "whole number"],
            database=self.changed("UPDATE post SET reach = 'many' WHERE post = 'P-0000001'"))

    def test_a_day_that_does_not_exist_in_a_register(self):
        self.refuse_build(
            DATA, ["account", "created_on", "date"], database=self.changed(
                "UPDATE account SET created_on = '2026-02-30' WHERE account = 'dex-x'"))

    def test_a_day_that_does_not_exist_in_a_table_of_events(self):
        """Of five complaints, each a row of its own in every listing, the third has the mistake."""
        path = self.changed(
            "CREATE TABLE few AS SELECT * FROM feedback WHERE kind = 'complaint' AND requires_response"
            " AND channel <> '8888' AND duplicate_of IS NULL AND referred_to IS NULL"
            " AND received_at BETWEEN '2026-07-01' AND '2026-07-15' LIMIT 5",
            "DROP TABLE feedback", "ALTER TABLE few RENAME TO feedback",
            "UPDATE feedback SET received_at = '2026-13-01T08:00:00+08:00' WHERE rowid = 3")
        self.refuse_database(DATA, ["queries/feedback-", "row 3: ", "date"], path)

    def test_without_accounts_their_controls_are_named_as_not_measured(self):
        out = self.folder / "out-accounts"
        out.mkdir()
        done = self.ulat("build", "--db", self.changed("DROP TABLE account"), "--out", out)
        warnings = [line for line in done.stderr.splitlines() if line.startswith("ulat: warning:")]
        said = [line for line in warnings if "not measured" in line]
        self.assertTrue(said, done.stderr)
        for control in ("EML-1", "APR-1", "SEC-4"):
            self.assertTrue(any(control in line for line in said), (control, done.stderr))
        self.assertFalse(any("POP-1" in line for line in said), done.stderr)


class CommandLine(Refusal):
    """Names of quarters, agencies, reports, options and commands that there are not."""

    def test_an_unknown_quarter_lists_those_there_are(self):
        self.refuse_build(USAGE, ["2031-Q1", "2026-Q3", "2024-Q3"], "--period", "2031-Q1")

    def test_no_quarter_at_all(self):
        self.refuse_build(USAGE, ["2026-Q5", "2026-Q3"], "--period", "2026-Q5")

    def test_an_unknown_agency_names_the_nearest(self):
        self.refuse_build(USAGE, ["'DEXX'", "did you mean 'DEX'"], "--only", "DEXX")

    def test_an_unknown_report_names_the_nearest(self):
        self.refuse_build(USAGE, ["'quartely'", "did you mean 'quarterly'"], "quartely")

    def test_an_unknown_option(self):
        self.refuse_build(USAGE, ["--perod", "--period"], "--perod", "2026-Q3")

    def test_an_unknown_command(self):
        self.refuse(USAGE, ["'biuld'", "build"], "biuld", "--db", self.database)

    def test_without_a_database(self):
        self.refuse(USAGE, ["--db FILE"], "build", "--out", self.out)


class Editions(Refusal):
    """Edition files, and what is published already."""

    def refuse_edition(self, words, text):
        self.refuse_build(CONFIG, ["edition.yaml", *words], "--edition",
                          self.write("edition.yaml", text))

    def test_an_unknown_key_names_the_nearest(self):
        self.refuse_edition([":5:1", "unknown key 'signatry'", "'signatory'"],
                            EDITION + "signatry: Head\n")

    def test_a_quotation_mark_that_is_not_closed(self):
        self.refuse_edition([":2:10", "never closed"],
                            EDITION.replace("draft 1", '"draft 1'))

    def test_a_day_that_does_not_exist(self):
        self.refuse_edition([":3:8", "2026-10-32"], EDITION.replace("10-15", "10-32"))

    def test_without_an_issuer(self):
        self.refuse_edition(["issuer"], EDITION.replace("issuer", "office"))

    def test_a_list_instead_of_keys(self):
        self.refuse_edition(["edition"], "- period: 2026-Q3\n")

    def test_a_file_that_is_not_there(self):
        self.refuse_build(NO_INPUT, ["none.yaml", "No such file"], "--edition",
                          self.folder / "none.yaml")

    def test_a_final_edition_is_never_replaced(self):
        path = self.write("final.yaml", EDITION.replace("draft 1", "final"))
        made = self.build(self.database, self.out, "feedback", "--edition", path)
        self.assertEqual(made.name, "2026-Q3-final")
        self.refuse_build(CREATE, ["2026-Q3-final", "never replaced", "revised"], "feedback",
                          "--edition", path)

    def test_a_draft_is_replaced(self):
        path = self.write("draft.yaml", EDITION)
        made = self.build(self.database, self.out, "feedback", "--edition", path)
        first = files_in(made)
        self.assertEqual(self.build(self.database, self.out, "quarterly", "--edition", path), made)
        self.assertNotEqual(files_in(made).keys(), first.keys())
        self.assertFalse([entry for entry in self.out.iterdir() if entry.name.startswith(".")])

    def test_a_folder_of_somebody_else_is_not_replaced(self):
        theirs = self.folder / "theirs"
        (theirs / "2026-Q3-draft").mkdir(parents=True)
        (theirs / "2026-Q3-draft" / "letter.txt").write_text("Keep me.\n", encoding="utf-8")
        self.refuse(CREATE, ["2026-Q3-draft", "manifest.json"], "build", "--db", self.database,
                    "--out", theirs, "feedback", out=theirs)

    def test_an_earlier_edition_without_results(self):
        empty = self.folder / "empty"
        empty.mkdir()
        self.refuse_build(NO_INPUT, ["results.csv"], "--previous", empty)

    def test_an_earlier_edition_that_is_not_there(self):
        self.refuse_build(NO_INPUT, ["nowhere", "--previous"], "--previous",
                          self.folder / "nowhere")


class Mappings(Refusal):
    """SELECTs that present another system's tables."""

    def refuse_mapping(self, words, **files):
        folder = self.folder / "mapping"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name, text in files.items():
            (folder / (name + ".sql")).write_text(text, encoding="utf-8")
        self.refuse_build(CONFIG, words, "--mapping", folder)

    def test_of_a_table_that_the_contract_does_not_know(self):
        self.refuse_mapping(["feedbak.sql", "feedback.sql"], agency="SELECT * FROM main.agency",
                            feedbak="SELECT * FROM main.feedback")

    def test_that_reads_a_table_that_is_not_there(self):
        self.refuse_mapping(["agency.sql", "no such table", "bodies"],
                            agency="SELECT * FROM main.bodies")

    def test_that_is_not_sql(self):
        self.refuse_mapping(["agency.sql:2:", "syntax error"],
                            agency="SELECT agency,\n    name FORM main.agency")

    def test_that_reads_a_column_that_is_not_there(self):
        self.refuse_mapping(["agency.sql:1:", "no such column: title"],
                            agency="SELECT agency, title AS name FROM main.agency")

    def test_a_folder_that_is_not_there(self):
        self.refuse_build(NO_INPUT, ["nowhere"], "--mapping", self.folder / "nowhere")


class Home(Refusal):
    """Templates and listings with a mistake in them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.home = cls.folder / "home"
        for name in ("queries", "templates", "assets"):
            shutil.copytree(ROOT / name, cls.home / name)

    def refuse_change(self, name, before, after, words):
        path = self.home / name
        text = path.read_text(encoding="utf-8")
        self.assertIn(before, text)
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
        try:
            self.refuse_build(CONFIG, [path.name, *words], "--home", self.home)
        finally:
            path.write_text(text, encoding="utf-8")

    def test_a_template_with_an_unknown_fact(self):
        self.refuse_change("templates/scorecard.yaml", "{{agency.headline}}", "{{agency.headlin}}",
                           ["unknown fact 'agency.headlin'", "'agency.headline'"])

    def test_a_template_with_an_unknown_key(self):
        self.refuse_change("templates/quarterly.yaml", "audience:", "audiense:",
                           ["unknown key 'audiense'", "'audience'"])

    def test_a_listing_with_an_unknown_key(self):
        self.refuse_change("queries/account-registration.sql", "weight:", "wieght:",
                           ["unknown key 'wieght'", "'weight'"])

    def test_a_listing_that_reads_what_the_contract_does_not_have(self):
        self.refuse_change("queries/feedback.sql", "satisfaction, received_at,",
                           "satisfaction, feedback.body,", ["no such column", "feedback.body"])

    def test_a_listing_that_goes_around_the_contract(self):
        self.refuse_change("queries/feedback.sql", "    FROM feedback\n",
                           "    FROM main.feedback\n", ["refused", "only the contract's columns"])

    def test_a_method_with_a_mistake(self):
        self.refuse_change("templates/method.yaml", "bands:", "band:",
                           ["unknown key 'band'", "'bands'"])

    def test_a_folder_without_templates(self):
        self.refuse_build(NO_INPUT, ["queries/", "templates/", "--home"], "--home", self.scratch)


class Places(Refusal):
    """Output folders that cannot take the reports."""

    def test_that_are_not_there(self):
        self.refuse(CREATE, ["nowhere", "mkdir"], "build", "--db", self.database, "--out",
                    self.folder / "nowhere")
        self.assertFalse((self.folder / "nowhere").exists())

    def test_that_are_files(self):
        before = self.database.read_bytes()
        self.refuse(CREATE, ["not a folder"], "build", "--db", self.database, "--out",
                    self.database)
        self.assertEqual(self.database.read_bytes(), before)

    def open_to_nobody(self):
        """What an unprivileged user can run and read, wherever the build folder lies."""
        open_folder = self.folder / "open"
        open_folder.mkdir()
        shutil.copyfile(self.program, open_folder / "ulat")
        for name in ("queries", "templates", "assets"):
            shutil.copytree(ROOT / name, open_folder / name)
        shutil.copyfile(self.database, open_folder / "sample.db")
        (open_folder / "out").mkdir()
        for path in (self.folder, open_folder, *open_folder.rglob("*")):
            path.chmod(0o755)
        return open_folder

    def test_that_must_not_be_written_to(self):
        place = self.open_to_nobody()
        out = place / "out"
        out.chmod(0o555)
        user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        done = subprocess.run(
            [place / "ulat", "build", "--db", place / "sample.db", "--out", out],
            env=environment(ASAN_OPTIONS="detect_leaks=0"), cwd=place, stdin=subprocess.DEVNULL,
            capture_output=True, encoding="utf-8", timeout=300, check=False, **user)
        self.assert_refused(done, PERMISSION, [str(out), "Permission denied"])
        self.assertEqual(list(out.iterdir()), [])

    @contextlib.contextmanager
    def small_disk(self):
        """A disk of its own, which `resize` makes just large enough for `spare` bytes more."""
        disk = self.folder / "disk"
        disk.mkdir(exist_ok=True)

        def mount(options):
            subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", disk], check=True,
                           capture_output=True)

        def resize(spare):
            state = os.statvfs(disk)
            used = (state.f_blocks - state.f_bfree) * state.f_frsize
            mount(f"remount,size={used + spare}")

        try:
            mount("size=8m")
        except (OSError, subprocess.CalledProcessError):
            self.skipTest("a small disk cannot be mounted here")
        try:
            yield disk, resize
        finally:
            subprocess.run(["umount", "-l", disk], check=True)

    def test_on_a_disk_that_gets_full(self):
        with self.small_disk() as (disk, resize):
            self.build(self.database, disk, "feedback")
            for spare, words in ((0, "No space left"), (16384, "No space left"),
                                 (81920, "too little free space")):
                with self.subTest(spare=spare):
                    resize(spare)
                    self.refuse(IO, [words], "build", "--db", self.database, "--out",
                                disk, "feedback", out=disk)

    def test_where_files_must_stay_small(self):
        prefix = [sys.executable, "-B", "-c", "import os, resource, signal, sys\n"
                  "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
                  "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)\n"
                  "os.execv(sys.argv[2], sys.argv[2:])\n"]
        for limit in ("0", "1000", "20000", "40000"):
            with self.subTest(limit=limit):
                before = files_in(self.out)
                done = subprocess.run(
                    [*prefix, limit, self.program, "build", "--db", self.database, "--out",
                     self.out, "feedback"], env=environment(TMPDIR=str(self.scratch)), cwd=ROOT,
                    stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=300,
                    check=False)
                self.assert_refused(done, IO, ["File too large"])
                self.assertEqual(files_in(self.out), before)


if __name__ == "__main__":
    unittest.main()
