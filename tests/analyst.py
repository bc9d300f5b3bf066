#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What README.md tells an analyst to do, done: analyst.py ULAT ROOT

The changes, commands and messages are read from README.md itself and tried on a temporary copy of
queries/, templates/ and assets/, with the program given. So the walk-through cannot go stale.
"""

import csv
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import zipfile
from fractions import Fraction

ULAT = ROOT = None  # set by main()
AGENCY = "DEX"
QUARTER = "2026-Q3"
LISTING = "queries/account-registration.sql"
TEMPLATE = "templates/scorecard.yaml"


def read_section(title):
    """The fenced blocks of a section of README.md: pairs of language and content."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    section = text.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]
    return re.findall(r"^```(\w*)\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)


def blocks(title, language):
    return [content for word, content in read_section(title) if word == language]


def read_messages():
    return [text for text in blocks("As an analyst, without compiling", "") if text.startswith("ulat: ")]


def without_lines(message):
    """A message with its line and column masked: a listing may grow above the mistake."""
    return re.sub(r"^ +\d+ \|", "  N |", re.sub(r":\d+:\d+:", ":N:N:", message), flags=re.MULTILINE)


class Home(unittest.TestCase):
    """A folder with what people edit, and a sample database."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.database = pathlib.Path(folder.name) / "sample.db"
        subprocess.run([ULAT, "sample", cls.database, "--agencies", "12", "--home", ROOT], check=True)

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)
        for name in ("queries", "templates", "assets"):
            shutil.copytree(ROOT / name, self.home / name)

    def change(self, name, old, new):
        """Replaces what must stand in the file exactly once."""
        path = self.home / name
        text = path.read_text(encoding="utf-8")
        self.assertEqual(text.count(old), 1, f"{old!r} in {name}: README.md tells to change it")
        path.write_text(text.replace(old, new), encoding="utf-8")

    def run_ulat(self, *arguments):
        return subprocess.run([ULAT, *arguments], cwd=self.home, capture_output=True,
                              encoding="utf-8", timeout=300)

    def build(self, *reports, database=None):
        result = self.run_ulat("build", *reports, "--db", str(database or self.database), "--only",
                               AGENCY, "--out", ".")
        self.assertEqual(result.returncode, 0, result.stderr)
        return self.home / f"{QUARTER}-draft"


def find_output(folder, ending):
    found = list(folder.glob(f"agency/{AGENCY}_*_scorecard_*.{ending}"))
    assert len(found) == 1, found
    return found[0]


def page_text(folder):
    """The PDF's text in one line: where lines end is not what is tested."""
    text = subprocess.run(["pdftotext", "-enc", "UTF-8", "-layout", find_output(folder, "pdf"), "-"],
                          check=True, capture_output=True, encoding="utf-8").stdout
    return " ".join(text.split())


def book_parts(folder):
    with zipfile.ZipFile(find_output(folder, "xlsx")) as book:
        return book.read("xl/workbook.xml").decode(), book.read("xl/sharedStrings.xml").decode()


def result_rows(folder, **wanted):
    with open(folder / "results.csv", encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file)
                if all(row[key] == value for key, value in wanted.items())]


def read_score(folder):
    (row,) = result_rows(folder, body=AGENCY, period=QUARTER, kind="score", id="score")
    return Fraction(int(row["numerator"]), int(row["denominator"]))


class AddedControl(Home):
    def setUp(self):
        super().setUp()
        columns, source = blocks("As an analyst, without compiling", "sql")
        control = blocks("As an analyst, without compiling", "yaml")[0]
        self.change(LISTING, " AS label,\n", " AS label,\n" + columns)
        self.change(LISTING, "account.handle,", "account.handle, " + source.strip())
        self.change(LISTING, "controls:\n", "controls:\n" + control)
        self.copy = self.home / "changed.db"
        shutil.copy(self.database, self.copy)
        with sqlite3.connect(self.copy) as connection:
            connection.execute("UPDATE account SET url = NULL WHERE account = 'dex-facebook'")
        connection.close()

    def test_it_is_counted_printed_and_explained(self):
        with sqlite3.connect(self.copy) as connection:
            (accounts,) = connection.execute(
                "SELECT count(*) FROM account WHERE agency = ? AND created_on <= '2026-09-30' AND"
                " (closed_on IS NULL OR closed_on > '2026-09-30')", [AGENCY]).fetchone()
        connection.close()
        self.assertGreater(accounts, 1)
        folder = self.build("scorecard", database=self.copy)
        (row,) = result_rows(folder, body=AGENCY, period=QUARTER, id="DEF-11")
        self.assertEqual((row["met"], row["not_met"], row["no_evidence"]), (str(accounts - 1), "1", "0"))
        text = page_text(folder)
        self.assertIn("Page address on record", text)
        self.assertIn("No page address is on record", text)
        result = self.run_ulat("explain", "DEF-11", "--agency", AGENCY, "--db", str(self.copy))
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertRegex(result.stdout, r"dex-facebook .*not met +No page address is on record")


class ChangedWeight(Home):
    def read_weights(self):
        """Of each control by its id, and of each section by its subjects."""
        weights, sections = {}, []
        for path in sorted((self.home / "queries").glob("*.sql")):
            header = path.read_text(encoding="utf-8").split("*/")[0]
            weights |= {name: int(weight) for name, weight in
                        re.findall(r"- id: ([A-Z]+-\d+)\n.*?^    weight: (\d+)", header, re.M | re.S)}
        method = (self.home / "templates/method.yaml").read_text(encoding="utf-8")
        for weight, subjects in re.findall(r"\{id: .*weight: (\d+), subjects: \[(.*?)\]", method):
            sections.append((int(weight), subjects.split(", ")))
        return weights, sections

    def work_out_score(self, folder):
        """The weighted mean of the sections, each the weighted mean of its controls' shares met."""
        weights, sections = self.read_weights()
        shares = {}
        for row in result_rows(folder, body=AGENCY, period=QUARTER, kind="control"):
            met, *other = (int(row[key]) for key in ("met", "not_met", "no_evidence"))
            if met + sum(other):
                shares[row["id"]] = Fraction(met, met + sum(other))
        total = above = Fraction(0)
        for section_weight, subjects in sections:
            mine = {name: share for name, share in shares.items() if name.split("-")[0] in subjects}
            weight = sum(weights[name] for name in mine)
            if weight:
                above += section_weight * sum(weights[n] * share for n, share in mine.items()) / weight
                total += section_weight
        return above / total

    def test_the_score_follows_the_weights(self):
        """Masked counts would not add up to it: this is done in the office."""
        self.change("templates/method.yaml", "disclosure: {mask: yes,", "disclosure: {mask: no,")
        folder = self.build("scorecard")
        (row,) = result_rows(folder, body=AGENCY, period=QUARTER, id="EML-1")
        self.assertNotEqual(row["not_met"], "0")  # else the weight would change nothing
        before = read_score(folder)
        self.assertAlmostEqual(before, self.work_out_score(folder), delta=Fraction(1, 10**5))
        self.change(LISTING, "    weight: 3\n", "    weight: 9\n")
        folder = self.build("scorecard")
        after = read_score(folder)
        self.assertLess(after, before - Fraction(1, 1000))
        self.assertAlmostEqual(after, self.work_out_score(folder), delta=Fraction(1, 10**5))
        self.assertIn(f"{float(100 * after):.1f} of 100", page_text(folder))


class AddedTable(Home):
    def test_it_stands_on_the_page_and_on_a_sheet(self):
        before = self.build("scorecard")
        self.assertNotIn("Accounts in use by platform", page_text(before))
        table = blocks("As an analyst, without compiling", "yaml")[1]
        path = self.home / TEMPLATE
        path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + table, encoding="utf-8")
        folder = self.build("scorecard")
        self.assertIn("Accounts in use by platform", page_text(folder))
        self.assertIn(f"Accounts of {AGENCY}, Q3 2026", page_text(folder))
        sheets, strings = book_parts(folder)
        self.assertIn('name="Platforms"', sheets)
        self.assertIn("Accounts in use by platform", strings)
        self.assertIn("facebook", strings.lower())


class SetPage(Home):
    def test_blocks_stand_side_by_side_with_the_head_that_was_asked_for(self):
        columns = next(block for block in blocks("As an analyst, without compiling", "yaml")
                       if "- columns:" in block)
        path = self.home / TEMPLATE
        path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + columns, encoding="utf-8")
        folder = self.build("scorecard")
        text = page_text(folder)
        for words in ("Controls of each section", "In short", "\u00B9 Controls: of this agency"):
            self.assertIn(words, text)
        self.assertIn("Controls: Not met", book_parts(folder)[1])


class Mistakes(Home):
    # What is typed wrong, in the order of README.md's messages.
    TYPED = [
        (LISTING, "    weight: 3\n", "    wieght: 3\n"),
        (LISTING, "outcome: official_email", "outcome: oficial_email"),
        (TEMPLATE, "{{agency.headline}}", "{{agency.headlin}}"),
        (TEMPLATE, "columns: [reference, reason, owner, due, answer]",
         "columns: [reference, reason, ownr, due, answer]"),
        (TEMPLATE, "measure: feedback-on-time", "measure: feedback-in-time"),
    ]

    def try_mistake(self, number):
        self.change(*self.TYPED[number])
        self.assertEqual(len(read_messages()), len(self.TYPED))
        expected = without_lines(read_messages()[number])
        self.assertIn("hint: did you mean", expected)
        check = self.run_ulat("check", "--quiet")
        self.assertEqual(check.returncode, 65)
        self.assertRegex(check.stderr, r"^ulat: \./(queries|templates)/[a-z-]+\.(sql|yaml):\d+:\d+: ")
        self.assertEqual(without_lines(check.stderr), expected)
        self.assertPointsAt(check.stderr)
        build = self.run_ulat("build", "--db", str(self.database), "--out", ".")
        self.assertEqual(build.returncode, 78)
        self.assertEqual(build.stderr, check.stderr)
        self.assertEqual(list(self.home.glob("2026-*")), [])

    def assertPointsAt(self, message):
        """The line that is shown is the file's, and it is the line that the message names."""
        name, line = re.match(r"ulat: (.*?):(\d+):", message).groups()
        shown = message.splitlines()[1].split(" | ", 1)[1].strip("…")
        lines = (self.home / name).read_text(encoding="utf-8").splitlines()
        self.assertIn(shown, lines[int(line) - 1])

    def test_a_mistyped_key(self):
        self.try_mistake(0)

    def test_a_column_that_the_query_does_not_give(self):
        self.try_mistake(1)

    def test_a_fact_that_does_not_exist(self):
        self.try_mistake(2)

    def test_a_column_that_tables_do_not_have(self):
        self.try_mistake(3)

    def test_a_measure_that_no_listing_has(self):
        self.try_mistake(4)


class OwnDatabase(Home):
    CSV = {
        "agency": "agency,name,short_name,class,parent,region,active_from,active_to\n"
                  "DEX,Department of Examples,,NGA,,,2010-01-01,\n",
        "agency_domain": "agency,domain,valid_from,valid_to\nDEX,dex.example.ph,,\n",
        "submission": "agency,period,submitted_at\nDEX,2026-Q3,2026-10-05T09:00:00\n",
    }

    def write_accounts(self):
        text = (self.home / "queries/contract.sql").read_text(encoding="utf-8")
        body = text.split("CREATE TABLE account (", 1)[1].split(");", 1)[0]
        columns = re.findall(r"^    (\w+) ", body, re.MULTILINE)
        values = {"agency": AGENCY, "platform": "facebook", "handle": "@dex", "created_on": "2025-01-10"}
        with open(self.home / "account.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="")
            writer.writeheader()
            writer.writerow(values | {"account": "dex-1", "email_domain": "dex.example.ph"})
            writer.writerow(values | {"account": "dex-2", "email_domain": ""})

    def test_csv_files_get_in_by_the_commands(self):
        for name, content in self.CSV.items():
            (self.home / f"{name}.csv").write_text(content, encoding="utf-8")
        self.write_accounts()
        (script,) = blocks("Your own database", "sh")
        path = f"{pathlib.Path(ULAT).parent}{os.pathsep}{os.environ['PATH']}"
        result = subprocess.run(["bash", "-euc", script], cwd=self.home, capture_output=True, encoding="utf-8",
                                env=os.environ | {"PATH": path})
        self.assertEqual(result.returncode, 0, result.stderr)
        folder = self.build("scorecard", database=self.home / "our.db")
        (row,) = result_rows(folder, body=AGENCY, period=QUARTER, id="EML-1")
        self.assertEqual((row["met"], row["not_met"], row["no_evidence"]), ("1", "0", "1"))

    def test_a_mapping_presents_another_systems_table(self):
        database = self.home / "theirs.db"
        with sqlite3.connect(database) as connection:
            connection.executescript("""
                CREATE TABLE agency (agency, name, class, region, active_from, active_to);
                INSERT INTO agency VALUES ('DEX', 'Department of Examples', 'NGA', NULL, '2010-01-01', NULL);
                CREATE TABLE submission (agency, period, submitted_at);
                INSERT INTO submission VALUES ('DEX', '2026-Q3', '2026-10-05T09:00:00');
                CREATE TABLE agency_domain (agency, domain, valid_from, valid_to);
                INSERT INTO agency_domain VALUES ('DEX', 'dex.example.ph', NULL, NULL);
                CREATE TABLE social_pages (page_id, office, network, page_name, link, opened, closed,
                                           login_mail);
                INSERT INTO social_pages VALUES
                    ('p1', 'DEX', 'Facebook', '@dex', NULL, '01/10/2025', NULL, 'pio@dex.example.ph'),
                    ('p2', 'DEX', 'TikTok', '@dex', NULL, '02/10/2025', NULL, 'someone@mail.example');""")
        connection.close()
        (select,) = blocks("Your own database", "sql")
        (self.home / "mapping").mkdir()
        (self.home / "mapping/account.sql").write_text(select, encoding="utf-8")
        for name in ("agency", "submission", "agency_domain"):
            (self.home / f"mapping/{name}.sql").write_text(f"SELECT * FROM main.{name}", encoding="utf-8")
        result = self.run_ulat("explain", "EML-1", "--agency", AGENCY, "--db", str(database),
                               "--mapping", "mapping", "--period", QUARTER)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertRegex(result.stdout, r"p2 +@dex.* not met +mail\.example is not .*\n +p1 +@dex.* met\n")


def main():
    global ULAT, ROOT
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    ULAT = str(pathlib.Path(sys.argv[1]).resolve())
    ROOT = pathlib.Path(sys.argv[2]).resolve()
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])


if __name__ == "__main__":
    main()
