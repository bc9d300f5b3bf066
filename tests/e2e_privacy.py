#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Nothing that the contract does not name gets out of a database: canaries are put wherever the
program has no business, and looked for in every byte that it writes or prints."""

import contextlib
import re
import shutil
import sqlite3
import subprocess
import unittest
import zipfile

from e2e import ROOT, EndToEnd, environment

EDITION = ROOT / "samples" / "editions" / "2026-q3-draft1.yaml"
MARK = "Qzv"  # no word holds it, and no hash or base64 would by chance hold a whole canary
COLUMNS = ("message_body", "citizen_name", "citizen_email", "internal_note")


def letters(number):
    """A number in letters only, so that a canary survives hyphens, folding and thousands commas."""
    text = ""
    for _ in range(5):
        number, rest = divmod(number, 20)
        text += "bcdfghjklmnpqrstvwxz"[rest]
    return text


class Canaries:
    """Makes them, and knows where each was put."""

    pattern = f"(?={MARK.lower()})[a-z]{{8}}"

    def __init__(self):
        self.places = {}

    def make(self, place):
        canary = MARK + letters(len(self.places) * 7919 + 31)
        self.places[canary] = place
        return canary

    def found_in(self, data):
        """Canaries in some bytes, also where blanks stand between their letters, in any case and
        in UTF-16."""
        texts = [data.decode("utf-8", "ignore"), data.decode("utf-16-be", "ignore"),
                 data.decode("utf-16-le", "ignore")]
        joined = " ".join("".join(text.split()) for text in texts).lower()
        known = {canary.lower(): place for canary, place in self.places.items()}
        return sorted({known[word] for word in re.findall(self.pattern, joined) if word in known})


def run_bytes(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout


def faces_of(path):
    """Every way in which one published file can be read, by a name."""
    yield "its name", path.name.encode()
    yield "raw", path.read_bytes()
    if path.suffix == ".pdf":
        yield "text", run_bytes("pdftotext", path, "-")
        yield "layout", run_bytes("pdftotext", "-layout", path, "-")
        yield "information", run_bytes("pdfinfo", path)
        yield "objects", run_bytes("qpdf", "--qdf", "--object-streams=disable", path, "-")
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            for name in book.namelist():
                yield name, name.encode() + b"\n" + book.read(name)


class Privacy(EndToEnd):
    """A database with personal data in and beside the contract's tables."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.database = cls.sample("sample.db", 12)
        cls.canaries = Canaries()
        with contextlib.closing(sqlite3.connect(cls.database, isolation_level=None)) as connection:
            cls.plant(connection)
        cls.tmp = cls.folder / "tmp"
        cls.tmp.mkdir()
        cls.printed = {}
        cls.say("build", "--out", cls.folder, "--edition", EDITION)
        cls.made = cls.folder / "2026-Q3-draft1"

    @classmethod
    def say(cls, *arguments):
        done = cls.call(*arguments, "--db", cls.database,
                        env=environment(TMPDIR=str(cls.tmp)))
        cls.printed[" ".join(map(str, arguments))] = (done.stdout + done.stderr).encode()
        return done

    @classmethod
    def plant(cls, connection):
        tables = [name for name, in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for table in tables:
            cls.plant_columns(connection, table)
        cls.plant_deleted(connection)
        cls.plant_beside(connection)

    @classmethod
    def plant_columns(cls, connection, table):
        """Columns that the contract does not know, each row another text."""
        for column in COLUMNS:
            name = f"{column}_{cls.canaries.make(f'name of a column of {table}')}"
            connection.execute(f'ALTER TABLE "{table}" ADD COLUMN "{name}" TEXT')
            rows = [row for row, in connection.execute(f'SELECT rowid FROM "{table}" LIMIT 20')]
            connection.executemany(
                f'UPDATE "{table}" SET "{name}" = ? WHERE rowid = ?',
                [(f"Maria {cls.canaries.make(f'{table}.{column}')} <a@b.example>", row)
                 for row in rows])

    @classmethod
    def plant_deleted(cls, connection):
        """A row that was deleted stays in the file's free space."""
        connection.execute("PRAGMA secure_delete = OFF")
        for number in range(50):
            connection.execute(
                "INSERT INTO feedback (feedback, agency, received_at) VALUES (?, 'DEX', ?)",
                (f"F-{cls.canaries.make('a deleted row')}", "2026-08-01T08:00:00+08:00"))
        connection.execute(f"DELETE FROM feedback WHERE feedback LIKE 'F-{MARK}%'")

    @classmethod
    def plant_beside(cls, connection):
        """A table and a view of the user's own, their names, comments and contents."""
        table = f"inbox_{cls.canaries.make('name of a table')}"
        column = f"text_{cls.canaries.make('name of a column')}"
        comment = cls.canaries.make("a comment in the schema")
        connection.execute(f'CREATE TABLE "{table}" ("{column}" TEXT, /* {comment} */ body TEXT)')
        connection.executemany(f'INSERT INTO "{table}" VALUES (?, ?)', [
            (cls.canaries.make("a table beside"), cls.canaries.make("a table beside"))
            for _ in range(20)])
        view = f"view_{cls.canaries.make('name of a view')}"
        connection.execute(f'CREATE VIEW "{view}" AS SELECT * FROM "{table}"')

    def assert_clean(self, where, data):
        self.assertEqual(self.canaries.found_in(data), [], where)

    def test_the_canaries_are_there(self):
        found = set(self.canaries.found_in(self.database.read_bytes()))
        self.assertEqual(found, set(self.canaries.places.values()))
        self.assertGreater(len(self.canaries.places), 500)

    def test_the_search_finds_what_is_planted_in_every_kind_of_file(self):
        planted = Canaries()
        planted.pattern, planted.places = "exemplary", {"Exemplary": "the agency's name"}
        kinds = set()
        for path in (self.made / "agency").glob("DEX_*"):
            for face, data in faces_of(path):
                if planted.found_in(data):
                    kinds.add(path.suffix + " " + face)
        self.assertGreaterEqual(kinds, {".pdf text", ".pdf information", ".pdf objects",
                                        ".xlsx xl/sharedStrings.xml"})
        self.assertTrue(planted.found_in("E x e m p l a\nry".encode("utf-16-le")))

    def test_no_published_file_holds_one(self):
        count = 0
        for path in sorted(self.made.rglob("*")):
            if path.is_file():
                count += 1
                for face, data in faces_of(path):
                    self.assert_clean(f"{path.name}: {face}", data)
        self.assertGreater(count, 20)

    def test_no_command_prints_one(self):
        self.say("check")
        self.say("list", "agencies")
        self.say("list", "periods")
        for identifier in ("EML-1", "PST-1", "PRV-1", "feedback-received", "incidents-detected"):
            self.say("explain", identifier, "--agency", "DEX")
        self.say("build", "--out", self.folder, "--only", "NOBODY")
        for command, data in self.printed.items():
            self.assertTrue(data, command)
            self.assert_clean(command, data)

    def test_no_message_about_a_bad_value_prints_it(self):
        broken, canaries = self.folder / "broken.db", Canaries()
        for table, column in (("feedback", "received_at"), ("feedback", "requires_response"),
                              ("feedback", "first_response_at"), ("incident", "detected_at"),
                              ("account", "created_on"), ("post", "reach"),
                              ("submission", "period"), ("holiday", "on_date")):
            shutil.copyfile(self.database, broken)
            canary = canaries.make(f"a bad value of {table}.{column}")
            with contextlib.closing(sqlite3.connect(broken, isolation_level=None)) as connection:
                connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid ="
                                   f" (SELECT min(rowid) FROM {table})", (canary,))
            for command in (["check"], ["build", "quarterly", "--out", self.tmp],
                            ["explain", "feedback-received", "--agency", "DEX"]):
                with self.subTest(table=table, column=column, command=command[0]):
                    done = self.call(*command, "--db", broken)
                    said = (done.stdout + done.stderr).encode()
                    self.assertEqual(canaries.found_in(said), [], done.stderr)
                    self.assertIn(done.returncode, (65,) if command == ["check"] else (0, 65))
                    self.assert_calm(done)

    def test_a_listing_cannot_read_one(self):
        home = self.folder / "home"
        for name in ("queries", "templates", "assets"):
            shutil.copytree(ROOT / name, home / name)
        path = home / "queries" / "account-registration.sql"
        text = path.read_text(encoding="utf-8")
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            column = next(name for _, name, *_ in connection.execute("PRAGMA table_info(account)")
                          if name.startswith("citizen_name"))
            table = next(name for name, in connection.execute(
                "SELECT name FROM sqlite_schema WHERE name LIKE 'inbox%'"))
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

    def test_nothing_is_left_in_the_folder_for_temporary_files(self):
        self.assertEqual([path for path in self.tmp.iterdir() if path.name.startswith(".")], [])


if __name__ == "__main__":
    unittest.main()
