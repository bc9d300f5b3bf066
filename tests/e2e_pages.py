#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What readers see on the pages and in the workbooks is what results.csv says; and the files are
what was promised of them: names, sizes, fonts, links, page numbers, dates."""

import collections
import contextlib
import json
import re
import sqlite3
import subprocess
import unittest
from fractions import Fraction

from e2e import (ROOT, EndToEnd, controls_of, files_in, measures_of, pdf_text, read_results,
                 read_workbook, table_of)
from paper import PaperTable, count_text, print_rate, rate_in_workbook

EDITION = ROOT / "samples" / "editions" / "2026-q3-draft1.yaml"
PERIOD, BEFORE = "2026-Q3", "2026-Q2"
CONTROL = r"[A-Z]{3}-\d+[a-z]?"
FIRST_DAY, LAST_DAY, DEADLINE = "2026-07-01", "2026-09-30", "2026-10-10"
CLASSES = ("NGA", "GOCC", "GFI", "GICP", "CONCOM", "CONGRESS", "JUDICIARY", "SUC", "LGU")
WORDS = {"met": "met", "partly_met": "partly met", "not_met": "not met",
         "no_evidence": "no evidence", "exempt": "exempt", "not_applicable": "not applicable",
         "not_measured": "not measured", "not_reporting": "not reporting", "new": "new",
         "adopted": "adopted", "not_adopted": "not yet adopted", "none": "no such body then"}
OPEN = ("not_met", "partly_met", "no_evidence", "not_adopted")
NOT_SHOWN = ("new", "not_reporting", "none", "not_measured")


def judged_of(row):
    return sum(int(row[name]) for name in ("met", "not_met", "no_evidence")) if row else 0


def met_of(row):
    return int(row["met"]) if row else 0


def paper_rate(row):
    return print_rate(met_of(row), judged_of(row)).replace(" ", "")


def agency_rows(results, period):
    return [row for row in results
            if row["kind"] == "control" and row["period"] == period and row["body"][:1] != "="]


class Pages(EndToEnd):
    """All reports of one sample, read back."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.database = cls.sample("sample.db", 30, 1)
        cls.made = cls.build(cls.database, cls.folder / "out", "--edition", EDITION, "--home",
                             cls.unmasked())
        cls.results = read_results(cls.made)
        cls.quarterly = cls.made / "oversight" / "2026-Q3_quarterly_draft1_oversight.pdf"
        cls.feedback = cls.made / "oversight" / "2026-Q3_feedback_draft1_oversight.pdf"
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

    def test_the_controls_met_least_on_the_quarterly_reports_paper(self):
        now = controls_of(self.results, "=mandated", PERIOD)
        before = controls_of(self.results, "=mandated", BEFORE)
        rows = list(PaperTable(self.quarterly, "Each control across mandated bodies",
                               "Control").rows(CONTROL))
        shown = [row["Control"] for row in rows]
        self.assertEqual(len(shown), 20)
        rates = [Fraction(met_of(now[name]), judged_of(now[name])) for name in shown]
        self.assertEqual(rates, sorted(Fraction(met_of(row), judged_of(row))
                                       for row in now.values() if judged_of(row))[:20])
        for row in rows:
            result, old = now[row["Control"]], before.get(row["Control"])
            self.assertEqual((row["Met"], row["Judged"]), (paper_rate(result),
                                                           f"{judged_of(result):,}"), row)
            self.assertEqual(row["Quarter before"], paper_rate(old), row)
            self.assertEqual(row["No evidence"], result["no_evidence"], row)

    def test_how_government_stands_with_each_clause_on_paper(self):
        """The clause's control, or the count or share that is shown for it, of mandated bodies and
        of encouraged ones: "83% of 28 accounts", "4 of 5 agencies", "1,651 messages"."""
        rows = list(PaperTable(self.quarterly, "Each clause of the Order, and how government stands",
                               "Clause").rows(CONTROL))
        told = collections.Counter()
        for body, heading in (("=mandated", "How it stands"), ("=encouraged", "Encouraged bodies")):
            wanted = self.clause_figures(body)
            for row in rows:
                if row["Clause"] in wanted:
                    told[heading] += 1
                    self.assertRegex(row[heading],
                                     rf"^{re.escape(wanted[row['Clause']])}([a-z]+|$)", row)
        self.assertGreater(min(told.values()), 65, told)

    def clause_figures(self, body):
        """By clause, as printed without blanks."""
        figures = {}
        for name, row in controls_of(self.results, body, PERIOD).items():
            figures[name] = paper_rate(row) + (f"of{judged_of(row):,}" if judged_of(row) > 9 else "")
        measures = measures_of(self.results, body, PERIOD)
        clauses = (ROOT / "queries" / "clauses.yaml").read_text(encoding="utf-8")
        for name, shown in re.findall(rf"id: ({CONTROL}), .*shows: ([a-z0-9-]+),", clauses):
            figures.pop(name, None)
            row, statistic = measures.get((shown, "")), self.statistic(shown)
            if statistic == "count":
                figures[name] = count_text(row)
            elif statistic == "share" and row and int(row["n"]) > 9:
                parts = int(row["numerator"]), int(row["denominator"])
                figures[name] = f"{print_rate(*parts)}of{parts[1]:,}"
        return figures

    @classmethod
    def statistic(cls, measure):
        headers = "".join(path.read_text(encoding="utf-8").split("*/")[0]
                          for path in sorted((ROOT / "queries").glob("*.sql")))
        return re.search(rf"id: {measure}\b.*?statistic: (\w+)", headers, re.S)[1]

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
        text = text[text.index("Table 4. Messages by kind"):text.index("Figure 8.")]
        kinds = {category for _, category in now if category.startswith("kind=")}
        self.assertEqual({"kind=" + row["Kind"] for row in table}, kinds | {"kind=All"})
        for row in table:
            key = "feedback-received", "" if row["Kind"] == "All" else "kind=" + row["Kind"]
            self.assertEqual((f"{row['Value']:,.0f}", f"{row['Quarter before']:,.0f}"),
                             (count_text(now.get(key)), count_text(before.get(key))))
            self.assertRegex(text, rf"(?m)^ *{re.escape(row['Kind'])} +{count_text(now.get(key))} ")

    def test_what_is_open_or_changed_in_scorecards_on_paper(self):
        """Exactly the controls that are not met, partly met, not adopted or without evidence, and
        those of which an item was found or mended since the quarter before."""
        seen = set()
        for path in self.scorecards[::3]:
            code = path.name.split("_")[0]
            now, before = (controls_of(self.results, code, period) for period in (PERIOD, BEFORE))
            wanted = {name for name, result in now.items() if result["status"] in OPEN}
            changed = self.changed_controls(path)
            for name in changed - wanted:  # what was found then is none now
                self.assertGreater(judged_of(before[name]) - met_of(before[name]), 0, (code, name))
            rows = list(PaperTable(path, "Controls not met, without evidence, or changed",
                                   "Control").rows(CONTROL)) if wanted | changed else []
            self.assertEqual(sorted(row["Control"] for row in rows), sorted(wanted | changed), code)
            for row in rows:
                result = now[row["Control"]]
                seen.add(result["status"])
                self.assertEqual((row["Status"], row["Met"]), (
                    WORDS[result["status"]].replace(" ", ""), paper_rate(result)), (code, row))
        self.assertGreaterEqual(seen, {*OPEN, "met"})

    @staticmethod
    def changed_controls(path):
        """Those of which the scorecard's workbook counts a finding that is new or gone."""
        table = table_of(read_workbook(path.with_suffix(".xlsx")), "Every control and its status")
        return {row["Control"] for row in table
                if any(isinstance(row[name], float) and row[name] > 0
                       for name in ("New findings", "Newly met", "No longer judged"))}

    def test_the_sections_of_scorecards_on_paper(self):
        """How many controls of a section have each status."""
        columns = {"Met": ("met", "adopted"), "Partly met": ("partly_met",),
                   "Not met": ("not_met", "not_adopted"), "No evidence": ("no_evidence",),
                   "Exempt": ("exempt",), "Not judged": ("not_applicable", "not_measured")}
        sections = self.sections()
        seen = collections.Counter()
        for path in self.scorecards[::3]:
            now = controls_of(self.results, path.name.split("_")[0], PERIOD)
            if any(result["status"] == "new" for result in now.values()):
                continue
            rows = {row["Section"]: row for row in
                    PaperTable(path, "The sections of the score, and the controls in each", "Section").rows(
                        "|".join(sections))}
            self.assertEqual(len(rows), len(sections))
            for title, subjects in sections.items():
                own = collections.Counter(result["status"] for name, result in now.items()
                                          if name.split("-")[0] in subjects)
                counts = {heading: sum(own[status] for status in statuses)
                          for heading, statuses in columns.items()}
                row = rows[title.replace(" ", "")]
                self.assertEqual({heading: int(row[heading]) for heading in columns}, counts,
                                 (path.name, title))
                seen.update(counts)
        self.assertTrue(all(seen[heading] for heading in columns), seen)

    @classmethod
    def sections(cls):
        """Title and subjects of each section, of the method."""
        method = (ROOT / "templates" / "method.yaml").read_text(encoding="utf-8")
        return {title: subjects.split(", ") for title, subjects in
                re.findall(r"\{id: \w+, title: ([^,]+), .*subjects: \[(.*?)\]", method)}

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
                self.assertEqual(
                    (row["Status"], row["Met"], row["No evidence"], row["Exempt"]),
                    (WORDS[result["status"]],
                     rate_in_workbook(met_of(result), judged_of(result)) if shown else "[x]",
                     int(result["no_evidence"]) if shown else "[x]",
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
                    "oversight", "public"}
        for ending in ("pdf", "xlsx"):
            expected |= {f"{audience}/2026-Q3_{report}_draft1_{audience}.{ending}"
                         for report in ("quarterly", "feedback")
                         for audience in ("oversight", "public")}
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
        owing = {code for code in silent if self.owes_a_return(code)}
        self.assertTrue(owing)
        for code in silent:
            self.assertFalse(self.scorecard(code, "pdf").exists(), code)
            self.assertEqual(bool(re.search(rf"(?m)^ *{code} ", listed)), code in owing, code)

    def owes_a_return(self, code):
        """Mandated bodies that were still there on the quarter's last day."""
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            return connection.execute(
                "SELECT class IN ('NGA', 'GOCC', 'GFI', 'GICP')"
                " AND coalesce(active_to, '9999') >= ? FROM agency WHERE agency = ?",
                (LAST_DAY, code)).fetchone()[0]

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
            self.assertIn(f"Pages:           {len(pages)}\n", self.info(path))
            annex = sum(" of A-" in page for page in pages)  # its pages are counted on their own
            count = len(pages) - annex
            for number, page in enumerate(pages, 1):
                if number == 1 and path in (self.quarterly, self.feedback):
                    self.assertNotIn("Page 1 of", page)  # a cover
                elif number <= count:
                    self.assertIn(f"Page {number} of {count}\n", page, path.name)
                else:
                    self.assertIn(f"Page A-{number - count} of A-{annex}\n", page, path.name)

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
            self.assertEqual(len(links), len(re.findall(r"(?m)\S  +(?:A-)?\d+$", contents)))


if __name__ == "__main__":
    unittest.main()
