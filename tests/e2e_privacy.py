#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Nothing personal gets out of a database: markers are put wherever a user's tables may hold it
(plant.py), and looked for (leaks.py) in every byte that the program writes, prints or spools
(watch.py). That the search finds a leak where there is one is shown by e2e_leaks.py."""

import contextlib
import os
import shutil
import sqlite3
import stat
import unittest

import watch
from e2e import ROOT, EndToEnd, environment, files_in
from leak_faces import faces_of
from leaks import Markers
from plant import INSIDE, Planted

FIRST = ROOT / "samples" / "editions" / "2026-q2-final.yaml"
SECOND = ROOT / "samples" / "editions" / "2026-q3-draft1.yaml"
# Columns with whose values listings compute, and a control or measure that reads them.
COMPUTED = {
    ("feedback", "received_at"): "feedback-received",
    ("feedback", "first_response_at"): "feedback-response-median",
    ("feedback", "requires_response"): "feedback-required",
    ("feedback", "satisfaction"): "satisfaction-mean",
    ("personnel_case", "complained_on"): "cases-complained",
    ("private_disclosure", "disclosed_at"): "PRV-1",
    ("assignment", "starts_on"): "TEM-1",
    ("qualification", "ict_months"): "TEM-3",
    ("incident", "detected_at"): "incidents-detected",
    ("account", "created_on"): "EML-1",
    ("post", "reach"): "engagement-rate",
    ("submission", "period"): "EML-1",
    ("holiday", "on_date"): "feedback-on-time",
    ("exemption", "granted_on"): "EML-1",
}


class Privacy(EndToEnd):
    """A database with personal data in and beside the contract's tables, and two editions."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.database = cls.sample("sample.db", 12)
        cls.planted = Planted(cls.database)
        cls.tmp = cls.folder / "tmp"
        cls.tmp.mkdir()
        cls.printed = {}
        cls.out = cls.folder / "out"
        cls.out.mkdir()
        cls.say("build", "--out", cls.out, "--edition", FIRST)
        cls.first = cls.out / "2026-Q2-final"
        cls.second = cls.out / "2026-Q3-draft1"
        cls.watched = cls.watch("build", "--out", cls.out, "--edition", SECOND,
                                "--previous", cls.first)
        if cls.watched.done.returncode != 0:
            raise AssertionError(cls.watched.done.stderr[-4000:])
        cls.printed["build, watched"] = cls.watched.done.stdout + cls.watched.done.stderr

    @classmethod
    def say(cls, *arguments, **more):
        done = cls.call(*arguments, "--db", cls.database, **more,
                        env=environment(TMPDIR=str(cls.tmp)))
        cls.printed[" ".join(map(str, arguments))] = done.stdout + done.stderr
        return done

    @classmethod
    def watch(cls, *arguments, database=None):
        database = database or cls.database
        return watch.run([cls.program, *arguments, "--db", database, "--home", ROOT],
                         cls.folder / "trace", environment(TMPDIR=str(cls.tmp)))

    def assert_clean(self, where, data, figures=True):
        self.assertEqual(self.planted.found_in(data, figures), [], where)

    def test_the_markers_are_there(self):
        found = {find.place for find in self.planted.found_in(self.database.read_bytes())}
        # SQLite writes whole numbers as bytes of their own, and a day directly behind another.
        self.assertEqual(self.planted.places() - found,
                         {"a birth date as a serial", f"{INSIDE}the decision of a case"})
        inside = {place for place in found if place.startswith(INSIDE)}
        self.assertGreater((len(inside), len(found - inside)), (70, 700))
        self.assertGreater(len(self.planted.texts), 10000)

    def test_no_published_file_holds_one(self):
        count = 0
        for made in (self.first, self.second):
            for path in sorted(path for path in made.rglob("*") if path.is_file()):
                count += 1
                for face in faces_of(path):
                    self.assert_clean(f"{path.name}: {face.name}", face.data, face.figures)
        self.assertGreater(count, 60)

    def test_no_temporary_file_holds_one(self):
        self.assertEqual(self.watched.blind, [])
        kinds = set()
        for path, data in self.watched.written.items():
            kinds.add(os.path.basename(path).split(".")[0].split("-")[0])
            self.assert_clean(path, data, figures=not path.endswith((".pdf", ".xlsx")))
        self.assertGreaterEqual(kinds, {"findings", "tmp", "workbook", "results"})
        self.assert_clean("names of files", b"\n".join(self.watched.names))

    def test_temporary_files_are_private(self):
        """Each is in a folder that the program made for itself alone."""
        modes, count = self.watched.modes, 0
        for path in modes:
            if path.startswith((f"{self.tmp}/", f"{self.out}/")):
                count += 1
                mode = modes[path] if path in self.watched.folders else \
                    modes[os.path.dirname(path)]
                self.assertEqual(stat.S_IMODE(mode), 0o700, path)
        self.assertGreater(count, 100)
        self.assertEqual(files_in(self.tmp), {})
        self.assertEqual({path.name for path in self.out.iterdir()},
                         {self.first.name, self.second.name})

    def test_no_command_prints_one(self):
        self.say("check")
        self.say("list", "agencies")
        self.say("list", "periods")
        self.say("build", "--out", self.out, "--only", "NOBODY")
        verified = self.call("verify", self.second)
        self.assertEqual(verified.returncode, 0, verified.stderr)
        self.printed["verify"] = verified.stdout + verified.stderr
        with open(self.second / "results.csv", "ab") as file:
            file.write(b"\n")
        self.printed["verify, changed"] = self.call("verify", self.second).stderr
        for command, text in self.printed.items():
            self.assertTrue(text, command)
            self.assert_clean(command, text.encode())

    def test_explain_shows_items_of_the_agency_asked_for_and_nothing_else(self):
        shown = set()
        for identifier in ("EML-1", "PST-1", "FDB-3", "PRV-1", "cases-complained",
                           "feedback-received"):
            text = self.ulat("explain", identifier, "--agency", "DEX", "--db", self.database).stdout
            shown |= {find.place for find in self.planted.found_in(text.encode())}
        self.assertGreaterEqual(shown, {f"{INSIDE}feedback.feedback of DEX",
                                        f"{INSIDE}feedback.feedback of DWV and DEX",
                                        f"{INSIDE}personnel_case.personnel_case of DEX"})
        for place in shown:
            self.assertRegex(place, f"^{INSIDE}" r"(feedback\.feedback|personnel_case\.\w+) of"
                             r" ([A-Z]+ and )?DEX( and [A-Z]+)?$")

    def break_value(self, table, column, marker):
        """The marker where a date or a number should be, in a copy of the database."""
        broken = self.folder / "broken.db"
        shutil.copyfile(self.database, broken)
        with contextlib.closing(sqlite3.connect(broken, isolation_level=None)) as connection:
            row, = connection.execute(f"SELECT max(rowid) FROM {table}").fetchone()
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (marker, row))
        return broken

    def assert_refused(self, bad, *command, codes=(65,)):
        done = self.call(*command)
        said = done.stderr if command[0] == "explain" else done.stdout + done.stderr
        self.assertIn(done.returncode, codes, done.stderr)
        self.assertEqual(bad.found_in((done.stdout + done.stderr).encode()), [], done.stderr)
        self.assert_clean(command, said.encode())
        self.assert_calm(done)

    def test_no_message_about_a_bad_value_prints_it(self):
        bad = Markers(2)
        for (table, column), identifier in COMPUTED.items():
            with self.subTest(table=table, column=column):
                broken = self.break_value(table, column, bad.text(f"{table}.{column}"))
                self.assert_refused(bad, "explain", identifier, "--agency", "DEX", "--db", broken,
                                    codes=(0, 65))
        self.assert_refused(bad, "check", "--db", self.break_value("feedback", "received_at",
                                                                   bad.text("a message")))
        self.assert_refused(bad, "build", "quarterly", "--out", self.folder, "--db",
                            self.break_value("personnel_case", "complained_on", bad.text("a case")))

    def columns_beside(self):
        """A planted column of the accounts, and the planted table."""
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            column = next(name for _, name, *_ in connection.execute("PRAGMA table_info(account)")
                          if name.startswith("citizen_name"))
            table = next(name for name, in connection.execute(
                "SELECT name FROM sqlite_schema WHERE name LIKE 'inbox%'"))
        return column, table

    def test_a_listing_cannot_read_one(self):
        home = self.home("home")
        path = home / "queries" / "account-registration.sql"
        text = path.read_text(encoding="utf-8")
        column, table = self.columns_beside()
        for source in (f"(SELECT {column} FROM account LIMIT 1)",
                       f"(SELECT {column} FROM main.account LIMIT 1)",
                       f"(SELECT body FROM {table} LIMIT 1)",
                       f"(SELECT body FROM main.{table} LIMIT 1)",
                       "(SELECT group_concat(sql) FROM sqlite_schema)",
                       "(SELECT group_concat(name) FROM pragma_table_info('account'))"):
            with self.subTest(source=source):
                path.write_text(text.replace("nullif(verdict, 'met') AS email_reason",
                                             f"{source} AS email_reason"), encoding="utf-8")
                self.assertIn(source, path.read_text(encoding="utf-8"))
                done = self.call("explain", "EML-1", "--agency", "DEX", "--db", self.database,
                                 "--home", home)
                self.assertEqual((done.returncode, done.stdout), (78, ""), done.stderr)

    def test_a_mapping_that_misreads_a_personal_column_does_not_print_it(self):
        mapping = self.folder / "mapping"
        mapping.mkdir()
        column, _ = self.columns_beside()
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            names = [name for _, name, *_ in connection.execute("PRAGMA table_info(account)")]
        own = [name for name in names[:names.index("closed_on") + 1] if name != "created_on"]
        (mapping / "account.sql").write_text(
            f"SELECT {', '.join(own)}, coalesce(iso_date({column}, 'MM/DD/YYYY'), {column})"
            " AS created_on FROM main.account\n", encoding="utf-8")
        for table in ("agency", "submission"):
            (mapping / f"{table}.sql").write_text(f"SELECT * FROM main.{table}\n", encoding="utf-8")
        self.assert_refused(Markers(2), "check", "--db", self.database, "--mapping", mapping)

    def test_a_copy_of_a_database_in_use_is_private_and_goes(self):
        """In write-ahead mode the database is copied whole, and only there may markers be."""
        used = self.folder / "used.db"
        shutil.copyfile(self.database, used)
        with contextlib.closing(sqlite3.connect(used)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
        watched = self.watch("list", "periods", database=used)
        self.assertEqual(watched.done.returncode, 0, watched.done.stderr)
        holding = {path for path, data in watched.written.items() if self.planted.found_in(data)}
        self.assertEqual({os.path.basename(path) for path in holding}, {"source.db"})
        for path in holding:
            folder = os.path.dirname(path)
            self.assertEqual(os.path.dirname(folder), str(self.tmp))
            self.assertEqual(stat.S_IMODE(watched.modes[path]), 0o600)
            self.assertEqual(stat.S_IMODE(watched.modes[folder]), 0o700)
        self.assertEqual(files_in(self.tmp), {})


if __name__ == "__main__":
    unittest.main()
