#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reports in another language than English: nothing that readers read is beyond a language file, the
Filipino of the scorecard's first page is whole, and no number and no record depends on the language."""

import json
import re
import sqlite3
import unittest

from e2e import ROOT, EndToEnd, files_in, pdf_text, read_workbook

FILIPINO = ROOT / "templates" / "languages" / "fil.yaml"
ACCENTED = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
NAMES = re.compile(r"\{\{[^}]*\}\}|\{[^{}]*\}")
WORD = re.compile(r"[A-Za-zÀ-ÿ]{3,}")
NUMBER = re.compile(r"\d[\d,.]*")


def pages_of(path, last=None):
    """The text of a PDF's pages, each as one line."""
    text = pdf_text(path, *([] if last is None else ["-l", str(last)]))
    return [" ".join(page.split()) for page in text.split("\f")[:-1]]


def accented(english):
    """A language that nobody speaks: every vowel has an accent, names and facts are kept."""
    kept = NAMES.findall(english)
    parts = [part.translate(ACCENTED) for part in NAMES.split(english)]
    return "".join(part + name for part, name in zip(parts, kept + [""]))


def strings_of(done):
    """The lines of `ulat list strings`."""
    return [line.split("\t") for line in done.stdout.splitlines()]


def is_phrase(line):
    """The program's own have a key, texts of files say where they stand."""
    return " " not in line[1] and line[1] not in ("method", "clauses", "checks")


class Language(EndToEnd):
    """The same scorecards in English and in Filipino, and every report with accents."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.database = cls.sample()
        cls.english = cls.build(cls.database, cls.folder / "english", "scorecard")
        cls.filipino = cls.build(cls.database, cls.folder / "filipino", "scorecard", "--language",
                                 FILIPINO)
        cls.listed = strings_of(cls.ulat("list", "strings", "--language", FILIPINO))

    @classmethod
    def scorecards(cls, folder, ending=".pdf"):
        return sorted((folder / "agency").glob(f"*_scorecard_*{ending}"))

    def test_the_first_page_of_a_scorecard_holds_no_english_that_has_no_filipino(self):
        missing = [line[2] for line in self.listed if line[0] == "missing"]
        pieces = {" ".join(piece.split()) for text in missing for piece in NAMES.split(text)}
        pieces = [piece for piece in pieces if len(piece) > 8 and " " in piece]
        self.assertGreater(len(pieces), 100)
        for path in self.scorecards(self.filipino):
            page = pages_of(path, last=1)[0]
            self.assertIn("Pahina 1 ng", page)
            for piece in pieces:
                self.assertNotIn(piece, page, path.name)

    def test_no_text_of_the_file_is_out_of_date(self):
        self.assertEqual([line[2] for line in self.listed if line[0] == "other"], [])

    def test_records_and_names_of_files_are_those_of_english(self):
        english, filipino = files_in(self.english), files_in(self.filipino)
        self.assertEqual(set(english), set(filipino))
        for name in ("results.csv", "findings.csv"):
            self.assertEqual(english[name], filipino[name])
        manifest = json.loads(filipino["manifest.json"])
        self.assertIn(("language", "fil.yaml"),
                      [(item["kind"], item["name"]) for item in manifest["inputs"]])

    def test_every_number_of_the_pages_is_that_of_english(self):
        for one, other in zip(self.scorecards(self.english), self.scorecards(self.filipino)):
            english, filipino = (self.numbers(path) for path in (one, other))
            self.assertEqual(english, filipino, one.name)

    @staticmethod
    def numbers(path):
        text = " ".join(pages_of(path))
        text = re.sub(r"(Page|Pahina) \d+ (of|ng) \d+", " ", text)
        return {number.strip(".,") for number in NUMBER.findall(text)}

    def test_every_number_of_the_workbook_is_that_of_english(self):
        for one, other in zip(self.scorecards(self.english, ".xlsx"),
                              self.scorecards(self.filipino, ".xlsx")):
            books = [list(read_workbook(path).values()) for path in (one, other)]
            numbers = [[[[cell for cell in row if isinstance(cell, (int, float))] for row in sheet]
                        for sheet in book] for book in books]
            self.assertEqual(*numbers, one.name)

    def words_of_the_data(self):
        """What may stand in a report as it is: values, names of things, details of listings."""
        words = {"ulat", self.database.stem}
        connection = sqlite3.connect(self.database)
        tables = [row[0] for row in
                  connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                words.update(word for value in row if isinstance(value, str)
                             for word in WORD.findall(value))
        connection.close()
        for path in (ROOT / "queries").rglob("*.sql"):
            words.update(path.stem.split("-"))
            sql = re.sub(r"/\*.*?\*/|--[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.S)
            words.update(word for value in re.findall(r"'([^']*)'", sql)
                         for word in WORD.findall(value))
        return words

    def test_no_word_of_a_report_is_beyond_a_language_file(self):
        lines = strings_of(self.ulat("list", "strings"))
        language = self.folder / "accents.yaml"
        quoted = [(is_phrase(line), line[1] if is_phrase(line) else json.dumps(line[2]),
                   json.dumps(accented(line[2]))) for line in lines]
        language.write_text(
            "language: fil\nname: Accents\nphrases:\n" +
            "".join(f"  {key}: {value}\n" for phrase, key, value in quoted if phrase) +
            "texts:\n" + "".join(f"  ? {key}\n  : {value}\n"
                                 for phrase, key, value in quoted if not phrase),
            encoding="utf-8")
        folder = self.build(self.database, self.folder / "accents", "--language", language)
        data = self.words_of_the_data()
        for path in sorted(folder.rglob("*.pdf")):
            left = [word for page in pages_of(path) for word in WORD.findall(page)
                    if re.search("[aeiou]", word) and not re.search("[áéíóúÁÉÍÓÚ]", word)
                    and word not in data]
            self.assertEqual(left, [], path.name)

    def test_mistakes_of_a_language_file_are_told_with_their_place(self):
        wrong = self.folder / "wrong.yaml"
        for text, line, part in (("phrases:\n  status.mett: x\n", 4, "status.met"),
                                 ("phrases:\n  cell.of: '{much} of {all}'\n", 4, "{much}"),
                                 ("texts:\n  Score: '{{score.value}}'\n", 4, "{{score.value}}")):
            wrong.write_text("language: fil\nname: Filipino\n" + text, encoding="utf-8")
            done = self.call("build", "--db", self.database, "--out", self.folder, "--language",
                             wrong)
            self.assert_calm(done)
            self.assertEqual(done.returncode, 78, done.stderr)
            self.assertIn(f"wrong.yaml:{line}:", done.stderr)
            self.assertIn(part, done.stderr)


if __name__ == "__main__":
    unittest.main()
