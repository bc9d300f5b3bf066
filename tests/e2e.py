# SPDX-License-Identifier: MIT
"""What the end-to-end tests share: the program run as a user runs it, and what it wrote read back.

The environment variable ULAT names the built program. Each test class has a folder of its own,
which goes when the class is done.
"""

import csv
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import zipfile
from xml.etree import ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ALARMS = ("Sanitizer", "runtime error:", "core dumped", "Assertion")


def program():
    path = os.environ.get("ULAT")
    if not path or not os.access(path, os.X_OK):
        raise SystemExit("the environment variable ULAT must name the built program")
    return os.path.abspath(path)


def environment(**more):
    """A plain one, so that a test says itself what matters to it."""
    kept = {name: os.environ[name] for name in ("PATH", "LSAN_OPTIONS", "ASAN_OPTIONS",
                                                "UBSAN_OPTIONS") if name in os.environ}
    return kept | {"LANG": "C.UTF-8", "HOME": "/nonexistent"} | more


def files_in(folder):
    """Every file below a folder, hidden ones as well, with its bytes; folders with None."""
    folder = pathlib.Path(folder)
    return {path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
            for path in sorted(folder.rglob("*"))}


def read_results(folder):
    """results.csv as dictionaries."""
    with open(folder / "results.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def controls_of(rows, body, period):
    """The rows of controls of one body and quarter, by the control's id."""
    return {row["id"]: row for row in rows
            if row["kind"] == "control" and row["body"] == body and row["period"] == period}


def measures_of(rows, body, period):
    """By id and category; the category of the whole is the empty text."""
    return {(row["id"], row["category"]): row for row in rows
            if row["kind"] == "measure" and row["body"] == body and row["period"] == period}


def pdf_text(path, *options):
    done = subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def _cell_value(cell, strings):
    value = cell.find(SHEET + "v")
    if value is None:
        return None
    return strings[int(value.text)] if cell.get("t") == "s" else float(value.text)


def _column(reference):
    number = 0
    for letter in reference:
        if letter.isdigit():
            break
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _read_sheet(root, strings):
    rows = []
    for row in root.iter(SHEET + "row"):
        values = {_column(cell.get("r")): _cell_value(cell, strings) for cell in row}
        rows.append([values.get(i) for i in range(max(values, default=-1) + 1)])
    return rows


def read_workbook(path):
    """Each worksheet by its name, as lists of values; texts are str, numbers float."""
    with zipfile.ZipFile(path) as book:
        names = ElementTree.fromstring(book.read("xl/workbook.xml")).find(SHEET + "sheets")
        shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        strings = ["".join(text.text or "" for text in item.iter(SHEET + "t")) for item in shared]
        return {name.get("name"): _read_sheet(
            ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")), strings)
                for number, name in enumerate(names, 1)}


def table_of(sheets, title):
    """The table whose sheet begins with this title, as dictionaries by its headings."""
    for rows in sheets.values():
        if rows and rows[0] and str(rows[0][0]).endswith(title):
            break
    else:
        raise KeyError(f"no worksheet is titled '{title}'")
    lead = next(i for i, row in enumerate(rows) if row and row[0] == "Back to the contents")
    head = rows[lead + 1]
    return [dict(zip(head, row + [None] * (len(head) - len(row))))
            for row in rows[lead + 2:] if len(row) > 1]


class EndToEnd(unittest.TestCase):
    """A test case with a folder of its own, `self.folder`, and the program."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="ulat-e2e-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.program = program()

    @classmethod
    def call(cls, *arguments, env=None, cwd=ROOT, **more):
        """Runs the program; what it prints comes back as text."""
        return subprocess.run([cls.program, *map(str, arguments)], env=env or environment(),
                              cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True,
                              encoding="utf-8", timeout=300, check=False, **more)

    @classmethod
    def ulat(cls, *arguments, **more):
        """Runs the program, which must succeed."""
        done = cls.call(*arguments, **more)
        if done.returncode != 0 or any(alarm in done.stderr for alarm in ALARMS):
            raise AssertionError(f"ulat {' '.join(map(str, arguments))}: exit code"
                                 f" {done.returncode}\n{done.stderr[:4000]}")
        return done

    @classmethod
    def sample(cls, name="sample.db", agencies=12, seed=1):
        path = cls.folder / name
        cls.ulat("sample", path, "--agencies", agencies, "--seed", seed)
        return path

    @classmethod
    def home(cls, name, **disclosure):
        """A copy of what people edit, its method's disclosure changed: mask="no", round_to=1."""
        home = cls.folder / name
        for part in ("queries", "templates", "assets"):
            shutil.copytree(ROOT / part, home / part)
        method = home / "templates" / "method.yaml"
        text = method.read_text(encoding="utf-8")
        for key, value in disclosure.items():
            text, times = re.subn(rf"(disclosure: .*\b{key.replace('_', '-')}: )\w+", rf"\g<1>{value}",
                                  text)
            if times != 1:
                raise AssertionError(f"method.yaml does not say {key} of its disclosure once")
        method.write_text(text, encoding="utf-8")
        return home

    @classmethod
    def unmasked(cls):
        """A home that masks nothing: results.csv then is what the rows add up to."""
        home = cls.folder / "unmasked"
        return home if home.exists() else cls.home("unmasked", mask="no")

    @classmethod
    def build(cls, database, out, *arguments, **more):
        """Makes reports and returns the folder in which the program says they are."""
        out.mkdir(exist_ok=True)
        done = cls.ulat("build", "--db", database, "--out", out, *arguments, **more)
        return pathlib.Path(done.stdout.rstrip("\n").split(" in ", 1)[1])

    def assert_calm(self, done):
        """No sanitizer and no assertion spoke."""
        for alarm in ALARMS:
            self.assertNotIn(alarm, done.stderr)
