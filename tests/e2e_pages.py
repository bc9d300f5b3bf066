#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What readers see on the pages and in the workbooks is what results.csv says; and the files are
what was promised of them: names, sizes, fonts, links, page numbers, dates."""

import contextlib
import json
import re
import sqlite3
import subprocess
import unittest
from fractions import Fraction
from typing import NamedTuple

from e2e import (ROOT, EndToEnd, controls_of, files_in, measures_of, pdf_text, read_results,
                 read_workbook, table_of)

EDITION = ROOT / "samples" / "editions" / "2026-q3-draft1.yaml"
PERIOD, BEFORE = "2026-Q3", "2026-Q2"
CONTROL = r"[A-Z]{3}-\d+"
FIRST_DAY, LAST_DAY, DEADLINE = "2026-07-01", "2026-09-30", "2026-10-10"
CLASSES = ("NGA", "GOCC", "GFI", "GICP", "CONCOM", "CONGRESS", "JUDICIARY", "SUC", "LGU")
WORDS = {"met": "met", "partly_met": "partly met", "not_met": "not met",
         "no_evidence": "no evidence", "exempt": "exempt", "not_applicable": "not applicable",
         "not_measured": "not measured", "not_reporting": "not reporting", "new": "new",
         "adopted": "adopted", "not_adopted": "not yet adopted", "none": "no such body then"}
NOT_SHOWN = ("new", "not_reporting", "none", "not_measured")


def print_rate(met, judged):
    """As readers see it: counts below ten, whole per cent below a thousand, then one decimal."""
    if judged == 0:
        return "[z]"
    if judged < 10:
        return f"{met} of {judged}"
    places = 0 if judged < 1000 else 1
    scaled = Fraction(100 * met, judged) * 10 ** places
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    if (units == 0 and met) or (units == 100 * 10 ** places and met < judged):
        raise AssertionError(f"{met} of {judged} would read as nothing, or as all")
    return f"{units // 10 ** places}.{units % 10}%" if places else f"{units}%"


def rate_in_workbook(met, judged):
    """Numbers that a pivot can use, or the same words as on paper."""
    return print_rate(met, judged) if judged < 10 else float(f"{met / judged:.16g}")


def judged_of(row):
    return sum(int(row[name]) for name in ("met", "not_met", "no_evidence")) if row else 0


def met_of(row):
    return int(row["met"]) if row else 0


def paper_rate(row):
    return print_rate(met_of(row), judged_of(row)).replace(" ", "")


def agency_rows(results, period):
    return [row for row in results
            if row["kind"] == "control" and row["period"] == period and row["body"][:1] != "="]


def count_text(row):
    return f"{int(row['numerator']) // int(row['denominator']):,}" if row else "0"


class Word(NamedTuple):
    """A word of a page, or several of a line that stand together: of one cell."""

    page: int
    top: float
    left: float
    right: float
    text: str


def read_words(path):
    done = subprocess.run(["pdftotext", "-tsv", str(path), "-"], capture_output=True, check=True)
    for line in done.stdout.decode("utf-8").splitlines()[1:]:
        field = line.split("\t")
        if field[0] == "5":
            left, top, width = (float(value) for value in field[6:9])
            yield Word(int(field[1]), top, left, left + width, field[11])


def join_words(words):
    """Words of cells: between columns there is more space than between words."""
    runs = []
    for word in sorted(words, key=lambda word: (word.top, word.left)):
        last = runs[-1] if runs else None
        if last and abs(last.top - word.top) < 1 and word.left - last.right < 6:
            runs[-1] = last._replace(right=word.right, text=last.text + " " + word.text)
        else:
            runs.append(word)
    return runs


def overlap(a, b):
    return min(a.right, b.right) - max(a.left, b.left)


class PaperTable:
    """One table on paper, read by where its words stand; it may go on overleaf."""

    def __init__(self, path, title, first):
        """`first`: the first column's heading."""
        self.words = list(read_words(path))
        self.first = first
        texts = [word.text for word in self.words]
        sequence = title.split()
        # The last line of each heading.
        self.heads = [next(word for word in self.words[i:] if word.text == first)
                      for i in range(2, len(texts))
                      if texts[i - 2] == "Table" and texts[i:i + len(sequence)] == sequence]

    def columns(self, head):
        """The cells of the heading, its lines put together."""
        lines = sorted({word.top for word in self.words
                        if word.page == head.page and word.top < head.top + 1}, reverse=True)
        top = lines[0]
        for line in lines:
            if top - line > 12.5:
                break
            top = line
        columns = []
        for run in join_words(word for word in self.words
                              if word.page == head.page and top - 1 < word.top < head.top + 1):
            at = next((i for i, column in enumerate(columns) if overlap(run, column) > 0), None)
            if at is None:
                columns.append(run)
            else:
                columns[at] = Word(run.page, run.top, min(run.left, columns[at].left),
                                   max(run.right, columns[at].right),
                                   columns[at].text + " " + run.text)
        return columns

    def rows(self, pattern):
        """Each row whose first cell fits the pattern, as a dictionary by the headings. Blanks are
        left out of its cells, whose lines may have been broken anywhere."""
        for head in self.heads:
            columns = self.columns(head)
            runs = join_words(word for word in self.words
                              if word.page == head.page and word.top > head.top + 1)
            edge = [run for run in runs if abs(run.left - head.left) < 1]
            for run, end in zip(edge, edge[1:]):
                if not re.fullmatch(pattern, run.text):
                    break
                row = dict.fromkeys((column.text for column in columns), "")
                for cell in runs:
                    if run.top - 1 <= cell.top < end.top - 1:
                        best = max(columns, key=lambda column: overlap(cell, column))
                        row[best.text] += cell.text.replace(" ", "")
                yield row


class Pages(EndToEnd):
    """All reports of one sample, read back."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.database = cls.sample("sample.db", 30, 1)
        cls.made = cls.build(cls.database, cls.folder / "out", "--edition", EDITION)
        cls.results = read_results(cls.made)
        cls.quarterly = cls.made / "oversight" / "2026-Q3_quarterly_draft1.pdf"
        cls.feedback = cls.made / "oversight" / "2026-Q3_feedback_draft1.pdf"
        cls.scorecards = sorted((cls.made / "agency").glob("*.pdf"))
        cls.pdfs = [cls.quarterly, cls.feedback, *cls.scorecards]
        cls.reported = cls.who_reported()

    @classmethod
    def who_reported(cls):
        with contextlib.closing(sqlite3.connect(cls.database)) as connection:
            marks = ",".join("?" * len(CLASSES))
            return {code for code, in connection.execute(
                f"""SELECT agency FROM agency WHERE class IN ({marks})
                AND coalesce(active_from, '') <= ? AND coalesce(active_to, '9999') >= ?
                AND EXISTS (SELECT 1 FROM submission WHERE submission.agency = agency.agency
                            AND period = ? AND substr(submitted_at, 1, 10) <= ?)""",
                (*CLASSES, LAST_DAY, FIRST_DAY, PERIOD, DEADLINE))}

    @classmethod
    def names(cls):
        with contextlib.closing(sqlite3.connect(cls.database)) as connection:
            return dict(connection.execute("SELECT agency, name FROM agency"))

    def scorecard(self, code, ending):
        return self.made / "agency" / f"{code}_2026-Q3_scorecard_draft1.{ending}"

    # Figures

    def test_each_control_of_the_quarterly_report_on_paper(self):
        now = controls_of(self.results, "=mandated", PERIOD)
        before = controls_of(self.results, "=mandated", BEFORE)
        rows = list(PaperTable(self.quarterly, "Each control across mandated bodies",
                               "Control").rows(CONTROL))
        self.assertEqual({row["Control"] for row in rows}, set(now) | set(before))
        self.assertGreaterEqual(len(rows), 10)
        for row in rows:
            result, old = now.get(row["Control"]), before.get(row["Control"])
            self.assertEqual((row["Met"], row["Judged"]), (paper_rate(result),
                                                           f"{judged_of(result):,}"), row)
            self.assertEqual(row["Quarter before"], paper_rate(old), row)
            self.assertEqual(row["No evidence"], result["no_evidence"] if result else "0", row)

    def test_each_control_of_the_quarterly_report_in_the_workbook(self):
        sheets = read_workbook(self.quarterly.with_suffix(".xlsx"))
        for title, body in (("Each control across mandated bodies", "=mandated"),
                            ("Practices across encouraged bodies", "=encouraged")):
            now = controls_of(self.results, body, PERIOD)
            before = controls_of(self.results, body, BEFORE)
            table = table_of(sheets, title)
            self.assertGreaterEqual({row["Control"] for row in table}, set(now))
            for row in table:
                result, old = now.get(row["Control"]), before.get(row["Control"])
                self.assertEqual(
                    (row["Items met"], row["Judged"], row["Met"], row["Quarter before"]),
                    (met_of(result), judged_of(result),
                     rate_in_workbook(met_of(result), judged_of(result)),
                     rate_in_workbook(met_of(old), judged_of(old))), row)

    def test_the_totals_of_the_feedback_report(self):
        names = {"feedback-received": "Messages received", "feedback-spam": "Spam",
                 "feedback-duplicates": "Duplicates", "feedback-answered": "Messages answered",
                 "feedback-required": "Messages that require a response"}
        rows = {row["Quarter"]: row for row in
                PaperTable(self.feedback, "Messages by quarter", "Quarter").rows(r"\d{4}-Q\d")}
        self.assertEqual(len(rows), 8)
        for period in (BEFORE, PERIOD):
            values = measures_of(self.results, "=all", period)
            wanted = {name: count_text(values.get((name, ""))) for name in names}
            self.assertEqual({name: rows[period][heading] for name, heading in names.items()},
                             wanted)
        said = " ".join(pdf_text(self.feedback).split())
        self.assertIn(f"Citizens sent {wanted['feedback-received']} messages in Q3 2026;"
                      f" {wanted['feedback-answered']} of {wanted['feedback-required']} that needed"
                      " an answer were answered by", said)

    def test_the_kinds_of_messages_in_the_feedback_report(self):
        now, before = (measures_of(self.results, "=all", period) for period in (PERIOD, BEFORE))
        text = pdf_text(self.feedback, "-layout")
        table = table_of(read_workbook(self.feedback.with_suffix(".xlsx")), "Messages by kind")
        text = text[text.index("Table 2. Messages by kind"):text.index("Figure 2.")]
        kinds = {category for _, category in now if category.startswith("kind=")}
        self.assertEqual({"kind=" + row["Kind"] for row in table}, kinds | {"kind=All"})
        for row in table:
            key = "feedback-received", "" if row["Kind"] == "All" else "kind=" + row["Kind"]
            self.assertEqual((f"{row['Value']:,.0f}", f"{row['Quarter before']:,.0f}"),
                             (count_text(now.get(key)), count_text(before.get(key))))
            self.assertRegex(text, rf"(?m)^ *{re.escape(row['Kind'])} +{count_text(now.get(key))} ")

    def test_the_status_tables_of_scorecards_on_paper(self):
        seen = set()
        for path in self.scorecards[::3]:
            code = path.name.split("_")[0]
            now, before = (controls_of(self.results, code, period) for period in (PERIOD, BEFORE))
            rows = list(PaperTable(path, "Every control and its status", "Control").rows(CONTROL))
            self.assertEqual({row["Control"] for row in rows}, set(now), code)
            for row in rows:
                result, old = now[row["Control"]], before.get(row["Control"])
                seen.add(result["status"])
                shown = result["status"] not in NOT_SHOWN
                self.assertEqual((row["Status"], row["Met"]), (
                    WORDS[result["status"]].replace(" ", ""),
                    paper_rate(result) if shown else "[x]"), (code, row))
                if old:
                    self.assertEqual(row["Status before"], WORDS[old["status"]].replace(" ", ""),
                                     (code, row))
        self.assertGreaterEqual(len(seen), 4, seen)

    def test_the_status_tables_of_scorecards_in_the_workbooks(self):
        for path in self.scorecards:
            code = path.name.split("_")[0]
            now = controls_of(self.results, code, PERIOD)
            table = table_of(read_workbook(path.with_suffix(".xlsx")),
                             "Every control and its status")
            self.assertEqual({row["Control"] for row in table}, set(now), code)
            for row in table:
                result = now[row["Control"]]
                shown = result["status"] not in NOT_SHOWN
                self.assertEqual((row["Status"], row["Met"], row["Exempt"]), (
                    WORDS[result["status"]],
                    rate_in_workbook(met_of(result), judged_of(result)) if shown else "[x]",
                    int(result["exempt"]) if shown else "[x]"), (code, row))

    def assert_data_sheet(self, path, wanted):
        """Every control of the wanted bodies stands in the sheet Data with its counts; a row that
        results.csv leaves out holds no count."""
        table = table_of({"Data": read_workbook(path)["Data"]}, "")
        seen = {(row["Code"], row["Quarter"], row["Control"]): row for row in table}
        self.assertEqual(len(seen), len(table))
        for key, row in seen.items():
            result = wanted.get(key)
            counts = [row[name] for name in ("Items met", "Judged", "Not met", "No evidence",
                                             "Exempt")]
            if not result:
                self.assertIn(counts, ([0] * 5, ["[x]"] * 5), row)
                continue
            if result["status"] in NOT_SHOWN:
                self.assertEqual(counts, ["[x]"] * 5, row)
                continue
            self.assertEqual(counts, [met_of(result), judged_of(result), int(result["not_met"]),
                                      int(result["no_evidence"]), int(result["exempt"])], row)
            self.assertEqual(row["Status"], WORDS[result["status"]], row)
            self.assertEqual(row["Edition"], "draft 1")
        self.assertEqual(wanted.keys() - seen.keys(), set())
        return len(wanted)

    def test_the_long_sheet_for_people_who_pivot(self):
        wanted = {(row["body"], row["period"], row["id"]): row
                  for period in (PERIOD, BEFORE) for row in agency_rows(self.results, period)}
        count = self.assert_data_sheet(self.quarterly.with_suffix(".xlsx"), wanted)
        self.assertGreater(count, 400)
        for code in ("DEX", "DWV"):
            own = {key: row for key, row in wanted.items() if key[0] == code}
            self.assert_data_sheet(self.scorecard(code, "xlsx"), own)

    # Files

    def test_the_files_are_named_and_sorted_by_audience(self):
        expected = {"results.csv", "findings.csv", "manifest.json", "SHA256SUMS", "agency",
                    "oversight"}
        for ending in ("pdf", "xlsx"):
            expected |= {f"oversight/2026-Q3_{report}_draft1.{ending}"
                         for report in ("quarterly", "feedback")}
            expected |= {f"agency/{code}_2026-Q3_scorecard_draft1.{ending}"
                         for code in self.reported}
        self.assertEqual(set(files_in(self.made)), expected)

    def test_who_did_not_report_has_no_scorecard_and_is_listed(self):
        silent = {row["body"] for row in agency_rows(self.results, PERIOD)
                  if row["status"] == "not_reporting"}
        self.assertTrue(silent)
        self.assertEqual(silent & self.reported, set())
        text = pdf_text(self.quarterly, "-layout")
        listed = text[text.rindex("Mandated bodies that did not report"):]
        listed = listed[:listed.index("Source:")]
        for code in silent:
            self.assertFalse(self.scorecard(code, "pdf").exists(), code)
            if self.is_mandated(code):
                self.assertRegex(listed, rf"(?m)^ *{code} ")

    def is_mandated(self, code):
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            return connection.execute("SELECT class IN ('NGA', 'GOCC', 'GFI', 'GICP') FROM agency"
                                      " WHERE agency = ?", (code,)).fetchone()[0]

    def test_a_scorecard_names_no_other_agency(self):
        names = self.names()
        for path in self.scorecards:
            text = " ".join(pdf_text(path).split())
            code = path.name.split("_")[0]
            self.assertIn(names[code], text)
            others = [name for other, name in names.items()
                      if other != code and name in text and name not in names[code]]
            self.assertEqual(others, [], code)

    def test_files_can_be_mailed(self):
        for path in self.scorecards:
            self.assertLess(path.stat().st_size + path.with_suffix(".xlsx").stat().st_size,
                            1_000_000, path.name)
        self.assertLess(self.quarterly.stat().st_size, 10_000_000)
        self.assertLess(self.quarterly.with_suffix(".xlsx").stat().st_size, 10_000_000)

    def test_every_page_has_its_number(self):
        for path in self.pdfs:
            pages = pdf_text(path, "-layout").split("\f")[:-1]
            count = len(pages)
            self.assertIn(f"Pages:           {count}\n", self.info(path))
            for number, page in enumerate(pages, 1):
                if number == 1 and path in (self.quarterly, self.feedback):
                    self.assertNotIn("Page 1 of", page)  # a cover
                else:
                    self.assertIn(f"Page {number} of {count}", page, path.name)

    def info(self, path):
        done = subprocess.run(["pdfinfo", path], capture_output=True, check=True,
                              env={"TZ": "Asia/Manila", "PATH": "/usr/bin:/bin"})
        return done.stdout.decode("utf-8")

    def test_every_pdf_tells_its_title_its_issuer_and_its_day(self):
        names = self.names()
        for path in self.pdfs:
            info = dict(line.split(":", 1) for line in self.info(path).splitlines() if ":" in line)
            title = info["Title"].strip()
            if path in self.scorecards:
                self.assertEqual(title, "Social media scorecard: " + names[path.name.split("_")[0]])
            else:
                self.assertIn(title, ("Social media in government",
                                      "What citizens write, and how it is answered"))
            self.assertEqual(info["Author"].strip(), "Sample oversight office")
            self.assertRegex(info["CreationDate"], r"Tue Oct 20 \d\d:\d\d:\d\d 2026")
            self.assertEqual(info["Page size"].strip(), "595.276 x 841.89 pts (A4)")

    def test_only_inter_is_in_the_files_and_it_is_embedded(self):
        for path in self.pdfs:
            done = subprocess.run(["pdffonts", path], capture_output=True, check=True)
            fonts = done.stdout.decode("utf-8").splitlines()[2:]
            self.assertTrue(fonts)
            for font in fonts:
                self.assertRegex(font, r"^[A-Z]{6}\+Inter-\w+ .* yes yes yes +\d+ +\d+$")

    def test_every_pdf_is_sound(self):
        for path in self.pdfs:
            done = subprocess.run(["qpdf", "--check", path], capture_output=True, check=False)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_every_link_leads_somewhere(self):
        for path in (self.quarterly, self.feedback):
            done = subprocess.run(["qpdf", "--json=1", path], capture_output=True, check=True)
            objects = json.loads(done.stdout)["objects"]
            targets = {name for value in objects.values() if isinstance(value, dict)
                       for name in value.get("/Names", [])[::2]
                       if isinstance(value.get("/Names"), list)}
            links = [value for value in objects.values()
                     if isinstance(value, dict) and value.get("/Subtype") == "/Link"]
            self.assertGreaterEqual(len(links), 6)
            for link in links:
                self.assertIn(link["/Dest"], targets)
            contents = pdf_text(path, "-layout", "-f", "2", "-l", "2")
            self.assertEqual(len(links), len(re.findall(r"(?m)\S  +\d+$", contents)))


if __name__ == "__main__":
    unittest.main()
