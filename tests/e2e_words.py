#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every number and verb that the program says of a figure, of a change or of an agency's quarter,
made a second time from the tables beside it.

A template of its own shows tables of quarters, classes and controls with figures whose titles are
made from the data. The tables come back as the CSV files within the PDF, with the numerators and
denominators behind their rates; sentences from the PDF's text, alternative texts from the workbook.
"""

import csv
import datetime
import html
import itertools
import math
import re
import subprocess
import unittest
import zipfile
from decimal import ROUND_HALF_UP, Decimal

from e2e import EndToEnd, pdf_text, read_workbook, table_of

FIGURE = ("  - figure: {{id: f-{id}, table: {table}, kind: {kind}, label: {label},"
          " values: {column}, title: auto, says: {says}, in-words: yes{more}}}\n")
QUARTERS = {  # column: what the title says, the target, the heading
    "score": ("Median score of mandated bodies", 82, "Score"),
    "reporting": ("Mandated bodies that reported", None, "Reported"),
    "response": ("Share of mandated bodies that reported", 95, "Response"),
    "feedback-received": ("Messages received", None, "Messages received"),
    "feedback-on-time": ("Messages answered in time", 84, "Answered in time"),
    "feedback-response-median": ("Time to answer", 16, "Median time to the first response"),
    "EML-1": ("Accounts with an official address", None, "EML-1 Official e-mail address"),
}
FACTS = ["score.trend", "bands.rose", "bands.fell", "bands.same", "section.weakest",
         "section.strongest", "section.worsened", "section.improved", "control.weakest",
         "control.strongest", "measure.feedback-on-time.change", "control.EML-1.change",
         "control.SEC-1.change"]
TEMPLATE = """title: Words
short-title: Words
audience: [oversight]
body:
  - lead: "{facts}"
  - table: {{id: trend, title: Quarters, rows: periods, show-controls: [EML-1], sections: yes,
      columns: [period, score, reporting, response],
      show-measures: [feedback-received, feedback-on-time, feedback-response-median]}}
  - table: {{id: classes, title: Classes, rows: classes, columns: [name, score]}}
  - table: {{id: controls, title: Controls, rows: controls, columns: [control, title, rate, mended,
      appeared, reopened, stayed, left]}}
{figures}"""
SECTIONS = {"Accounts and approval", "Content and privacy", "Policies", "Security", "Team",
            "Reporting and redress"}
SECTION_TABLE = "The sections of the score, and the controls in each"
BANDS = [("High", 95), ("Sound", 90), ("Developing", 75), ("Low", 0)]


class Series:
    """A column of a table: what is printed, what it is worth, and the counts behind its rates."""

    def __init__(self, rows, heading, unit=""):
        key = next(k for k in rows[0] if k.split(" (")[0] == heading)
        self.printed = [row[key].replace(" [u]", "") for row in rows]
        self.flagged = any("[u]" in row[key] for row in rows)
        self.unit = unit
        self.rate = f"{heading}: numerator" in rows[0]
        self.counts = [(int(row[f"{heading}: numerator"]), int(row[f"{heading}: denominator"]))
                       if self.rate and row[f"{heading}: numerator"] else None for row in rows]
        self.values = [self.worth(i) for i in range(len(rows))]
        self.known = [i for i, value in enumerate(self.values) if value is not None]

    def worth(self, i):
        if self.printed[i].startswith("[") or not self.printed[i]:
            return None
        if self.counts[i]:
            return 100 * self.counts[i][0] / self.counts[i][1]
        return float(self.printed[i].replace(",", ""))

    def say(self, i):
        number = self.printed[i]
        if not self.rate and re.fullmatch(r"\d{4,}", number):
            number = f"{int(number):,}"
        return number + self.unit


def wilson(x, n):
    z = 1.959963984540054
    p = x / n
    half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    return p, centre - half, centre + half


def change(series, before, now):
    """same, unclear, up or down: by Newcombe's interval for rates."""
    if series.say(before) == series.say(now):
        return "same"
    if series.rate:
        p1, low1, high1 = wilson(*series.counts[before])
        p2, low2, high2 = wilson(*series.counts[now])
        low = p2 - p1 - math.hypot(p2 - low2, high1 - p1)
        high = p2 - p1 + math.hypot(high2 - p2, p1 - low1)
        if low <= 0 <= high:
            return "unclear"
    return "up" if series.values[now] > series.values[before] else "down"


def kendall(values):
    return sum((b > a) - (b < a) for a, b in itertools.combinations(values, 2))


def probability(values):
    """By all orders that there are: no formula shared with the program."""
    far = abs(kendall(values))
    signs = {(a, b): (b > a) - (b < a) for a in set(values) for b in set(values)}
    hits = total = 0
    for order in itertools.permutations(values):
        total += 1
        hits += abs(sum(signs[pair] for pair in itertools.combinations(order, 2))) >= far
    return hits / total


def setback(values, sign):
    best, deepest = sign * values[0], 0
    for value in values:
        best = max(best, sign * value)
        deepest = max(deepest, best - sign * value)
    return deepest


def turns(series, top, sign):
    values = series.values
    first, last = series.known[0], series.known[-1]
    span = max(values) - min(values)
    return (top not in (first, last) and sign * (values[top] - values[first]) >= span / 2
            and sign * (values[top] - values[last]) >= span / 2
            and setback(values[:top + 1], sign) < span / 2
            and setback(values[top:], -sign) < span / 2)


def shape(series, unit):
    """Rising, falling, rose then fell, fell then rose, flat or fluctuated: of eight values."""
    values = series.values
    first, last = series.known[0], series.known[-1]
    high, low = values.index(max(values)), values.index(min(values))
    span = max(values) - min(values)
    slopes = sorted((values[j] - values[i]) / (j - i)
                    for i, j in itertools.combinations(range(len(values)), 2))
    middle = (slopes[(len(slopes) - 1) // 2] + slopes[len(slopes) // 2]) / 2
    p = probability(values)
    if span < 2 * unit:
        return "flat"
    if p <= 0.05 and abs(middle) * (last - first) >= max(2 * unit, 0.4 * span):
        if change(series, first, last) != ("up" if middle > 0 else "down"):
            return "fluctuated"
        return "rising" if middle > 0 else "falling"
    for name, top, sign, to, back in (("rose then fell", high, 1, "up", "down"),
                                      ("fell then rose", low, -1, "down", "up")):
        if turns(series, top, sign):
            if change(series, first, top) == to and change(series, top, last) == back:
                return name
            return "fluctuated"
    near = abs(values[last] - values[first]) < 0.1 * span and span <= 10 * unit and p > 0.1
    return "flat" if near else "fluctuated"


def size(series, unit):
    far = abs(series.values[series.known[-1]] - series.values[series.known[0]]) / unit
    return " slightly" if far < 2 else " sharply" if far > 10 else ""


class Teller:
    """The sentences on a series of eight quarters, as they must be."""

    def __init__(self, rows, column, long=False):
        says, self.target, heading = QUARTERS[column]
        self.says, self.heading = says, heading
        self.series = Series(rows, heading, " hours" if column.endswith("median") else "")
        self.census = column == "EML-1"
        year = "quarter {1} of {0}" if long else "Q{1} {0}"
        self.quarters = [year.format(*row["Quarter"].split("-Q")) for row in rows]
        percent = column in ("score", "response", "feedback-on-time", "EML-1")
        self.unit = 1 if percent else max(self.series.values) / 100
        self.percent = percent
        values = self.series.values
        self.first, self.last = self.series.known[0], self.series.known[-1]
        self.high, self.low = values.index(max(values)), values.index(min(values))
        self.shape = shape(self.series, self.unit)

    def at(self, i):
        return f"{self.series.say(i)} in {self.quarters[i]}"

    def course(self, what):
        first, last, s = self.at(self.first), self.at(self.last), self.series
        if self.census:
            return f"{what} was {first} and {last}"
        if self.shape in ("rising", "falling"):
            verb = "rose" if self.shape == "rising" else "fell"
            return f"{what} {verb}{size(s, self.unit)} from {first} to {last}"
        if self.shape == "rose then fell":
            return f"{what} rose from {first} to {self.at(self.high)}, then fell to {last}"
        if self.shape == "fell then rose":
            return f"{what} fell from {first} to {self.at(self.low)}, then rose to {last}"
        if self.shape == "flat":
            same = change(s, self.first, self.last) == "same"
            return (f"{what} was {last}, as in {self.quarters[self.first]}" if same
                    else f"{what} hardly moved from {first} to {last}")
        between = f"between {s.say(self.low)} and {s.say(self.high)}"
        if change(s, self.low, self.high) == "unclear":
            return f"{what} stayed {between}, no clear change, and was {last}"
        return f"{what} fluctuated {between}, and was {last}"

    def step(self):
        before = self.last - 1
        kind = change(self.series, before, self.last)
        quarter, value = self.quarters[before], self.series.say(before)
        if self.census and kind != "same":
            return f"In {quarter} it was {value}"
        return {"same": f"It is as it was in {quarter}",
                "unclear": f"No clear change since {quarter} ({value})",
                "up": f"It rose since {quarter} ({value})",
                "down": f"It fell since {quarter} ({value})"}[kind]

    def sentences(self):
        yield self.course(self.heading)
        yield self.step()
        yield f"Highest {self.at(self.high)}, lowest {self.at(self.low)}"
        if self.target and self.percent:
            met = sum(value >= self.target for value in self.series.values)
            sign = "%" if self.series.rate else ""
            yield f"Target {self.target}{sign} met in {met} of {len(self.series.known)} quarters"
        yield f"A year earlier it was {self.series.say(self.last - 4)}"
        if self.series.flagged:
            yield "Rates of 10 to 29 are of low reliability"

    def title(self):
        last, what = self.at(self.last), self.says
        back = change(self.series, self.last - 1, self.last)
        said = None
        if self.census or self.shape == "fluctuated":
            return f"{what}, {self.quarters[self.first]} to {self.quarters[self.last]}"
        if self.shape in ("rising", "falling"):
            verb = "rose" if self.shape == "rising" else "fell"
            said = (f"{what} {verb} from {self.at(self.first)} to {last}"
                    if back == ("down" if verb == "rose" else "up")
                    else f"{what} {verb}{size(self.series, self.unit)} to {last}")
        elif self.shape == "flat":
            said = f"{what} hardly moved: {last}"
        else:
            one, other = self.shape.split(" then ")
            turn = self.high if one == "rose" else self.low
            said = (f"{what} {one} to {self.series.say(turn)}, then {other} to"
                    f" {self.series.say(self.last)}")
        if self.target:
            value = self.series.values[self.last]
            word = "above" if value > self.target else "below" if value < self.target else "at"
            unit = "%" if self.series.rate else self.series.unit
            whole = f"{said}, {word} target of {self.target}{unit}"
            if len(whole.split()) <= 15:
                return whole
        return said if len(said.split()) <= 15 else what


def points(value):
    """As scores are printed."""
    text = str(Decimal(repr(float(value))).quantize(Decimal("0.1"), ROUND_HALF_UP))
    return "99.9" if text == "100.0" and value < 100 else text


class Words(EndToEnd):
    def template(self):
        home = self.home("home")
        figures = "".join(
            FIGURE.format(id=column, table="trend", kind="line", label="period", column=column,
                          says=says, more=f", target: {target}" if target else "")
            for column, (says, target, _) in QUARTERS.items())
        figures += FIGURE.format(id="classes", table="classes", kind="bar", label="name",
                                 column="score", says="Scores", more="")
        facts = " ".join(f"<{i}> {{{{{name}}}}}" for i, name in enumerate(FACTS)) + " <end>"
        (home / "templates" / "words.yaml").write_text(
            TEMPLATE.format(facts=facts, figures=figures), encoding="utf-8")
        return home

    def read(self, folder):
        """The tables as printed, the PDF's text on one line, the alternative texts."""
        document = next(folder.rglob("*_words_*.pdf"))
        subprocess.run(["pdfdetach", "-saveall", "-o", folder, document], check=True)
        tables = []
        for number in (1, 2, 3):
            with open(folder / f"Table_{number}.csv", encoding="utf-8-sig", newline="") as file:
                tables.append(list(csv.DictReader(file)))
        alternatives = []
        with zipfile.ZipFile(document.with_suffix(".xlsx")) as book:
            for name in sorted(book.namelist()):
                if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name):
                    drawing = book.read(name).decode("utf-8")
                    alternatives += map(html.unescape, re.findall(r'descr="([^"]*)"', drawing))
        return tables, " ".join(pdf_text(document, "-raw").split()), alternatives

    def check_figures(self, quarters, text, alternatives):
        for column in QUARTERS:
            with self.subTest(column=column):
                teller = Teller(quarters, column)
                self.assertIn(f"{teller.title()} ", text)
                self.assertIn(". ".join(teller.sentences()) + ". ", text + " ")
                long = Teller(quarters, column, long=True)
                name = f"Line chart: {long.says}, {long.quarters[0]} to {long.quarters[-1]}. "
                told = next(a for a in alternatives if a.startswith(name))
                self.assert_alternative(told.removeprefix(name), long)

    def assert_alternative(self, told, teller):
        """The sentences that there was room for, in their order, and where the data are."""
        self.assertTrue(told.endswith("Data: Table 1."), told)
        told = told.removesuffix("Data: Table 1.")
        for sentence in teller.sentences():
            if told.startswith(sentence + ". "):
                told = told.removeprefix(sentence + ". ")
        self.assertEqual(told, "")

    def check_rows(self, classes, text):
        series = Series(classes, "Score")
        order = sorted(series.known, key=lambda i: -series.values[i])
        say = lambda i: f"{classes[i]['Name']} {series.say(i)}"
        top = order[:3] if len(order) > 3 else order[:-1]
        low = min(series.known, key=lambda i: series.values[i])
        missing = len(classes) - len(order)
        expected = (f"Score ({len(order)} values): highest {', '.join(map(say, top))};"
                    f" lowest {say(low)}. ")
        if missing:
            expected += f"No value for {missing} of {len(classes)}. "
        self.assertIn(expected, text + " ")

    def facts(self, text):
        return {name: re.search(rf"<{i}> (.*?) <", text)[1] for i, name in enumerate(FACTS)}

    def check_sections(self, facts, workbook):
        rows = table_of(workbook, "Quarters")
        names = [name for name in rows[0] if name in SECTIONS]
        self.assertEqual(len(names), 6)
        now, before = ({name: Decimal(points(rows[i][name])) for name in names} for i in (-1, -2))
        exact = {name: rows[-1][name] for name in names}
        for fact, best in (("section.weakest", min(names, key=exact.get)),
                           ("section.strongest", max(names, key=exact.get))):
            self.assertEqual(facts[fact], f"{best} ({now[best]})")
        for fact, word, sign in (("section.worsened", "down", -1), ("section.improved", "up", 1)):
            most = max(names, key=lambda name: sign * (now[name] - before[name]))
            moved = sign * (now[most] - before[most])
            expected = f"{most}, {word} {moved} points ({before[most]} to {now[most]})"
            self.assertEqual(facts[fact], expected if moved > 0 else "none")

    def check_controls(self, facts, controls):
        rates = {row["What is asked"]: (int(row["Met: numerator"]), int(row["Met: denominator"]),
                                        row["Met"])
                 for row in controls if row["Met: denominator"]
                 and int(row["Met: denominator"]) >= 10}
        share = lambda name: rates[name][0] / rates[name][1]
        for fact, best in (("control.weakest", min(rates, key=share)),
                           ("control.strongest", max(rates, key=share))):
            self.assertEqual(facts[fact], f"{best} ({rates[best][2]})")
        words = {"Newly met": "newly met", "New findings": "newly not met",
                 "Reopened": "of them reopened", "Still open": "still open",
                 "No longer judged": "no longer judged"}
        for row in controls:
            fact = f"control.{row['Control']}.change"
            if fact in facts:
                said = [f"{row[column]} {word}" for column, word in words.items()
                        if row[column].isdigit() and int(row[column])]
                self.assertEqual(facts[fact],
                                 ", ".join(said) or "no item newly met or not met, none open")

    def check_bands(self, facts, agencies):
        moves = {"rose": 0, "fell": 0, "same": 0}
        for now, before in agencies:
            a, b = ([score >= start for _, start in BANDS].index(True) for score in (now, before))
            moves["rose" if a < b else "fell" if a > b else "same"] += 1
        self.assertEqual({word: int(facts[f"bands.{word}"]) for word in moves}, moves)

    def check_facts(self, facts, tables, workbook):
        score = Teller(tables[0], "score")
        self.assertEqual(facts["score.trend"], score.course("The median score"))
        on_time = Teller(tables[0], "feedback-on-time").series
        before, now = on_time.say(6), on_time.say(7)
        verbs = {"same": f"was {now} in both quarters",
                 "unclear": f"had no clear change: {before}, then {now}"}
        kind = change(on_time, 6, 7)
        if kind in verbs:
            self.assertEqual(facts["measure.feedback-on-time.change"], verbs[kind])
        else:
            self.assertRegex(facts["measure.feedback-on-time.change"],
                             f"{'rose' if kind == 'up' else 'fell'}.* from {before} to {now}")
        self.check_sections(facts, workbook)
        self.check_controls(facts, tables[2])

    def check(self, seed):
        database = self.sample(f"seed-{seed}.db", 40, seed)
        home = self.folder / "home"
        home = home if home.exists() else self.template()
        folder = self.build(database, self.folder / f"out-{seed}", "--home", home, "--attach-data",
                            "words", "scorecard", "quarterly")
        tables, text, alternatives = self.read(folder)
        workbook = read_workbook(next(folder.rglob("*_words_*.xlsx")))
        self.assertTrue(all(len(a) <= 250 for a in alternatives))
        self.check_figures(tables[0], text, alternatives)
        self.check_rows(tables[1], text)
        facts = self.facts(text)
        self.check_facts(facts, tables, workbook)
        quarterly = read_workbook(next(folder.glob("oversight/*_quarterly_*.xlsx")))
        rows = table_of(quarterly, "Every agency and its score")
        scores = [(row["Score"], row["Score the quarter before"]) for row in rows
                  if isinstance(row["Score"], float)
                  and isinstance(row["Score the quarter before"], float)]
        self.check_bands(facts, scores)
        checked = sum(map(self.check_headline, sorted(folder.rglob("*_scorecard_*.pdf"))))
        self.assertGreater(checked, 10)
        return Teller(tables[0], "score").shape

    def check_headline(self, path):
        """An agency's headline by the tables of its workbook; False where it has no score."""
        text = " ".join(pdf_text(path, "-raw", "-l", "1").split())
        workbook = read_workbook(path.with_suffix(".xlsx"))
        trend = table_of(workbook, "Score by quarter")
        now, before = trend[-1]["Score"], trend[-2]["Score"]
        if not isinstance(now, float):
            self.assertNotRegex(text, r"Score \d+\.\d of 100, ")
            return False
        if isinstance(before, float):
            moved = Decimal(points(now)) - Decimal(points(before))
            word = f"{'up' if moved > 0 else 'down'} {abs(moved)} points on" if moved \
                else "unchanged from"
            self.assertIn(f"Score {points(now)} of 100, {word} ", text)
            self.assertIn(f" ({points(before)}): band ", text)
        self.check_next_band(text, now)
        self.check_worst(text, table_of(workbook, SECTION_TABLE))
        self.check_due(text, workbook)
        return True

    def check_next_band(self, text, now):
        capped = "held there by" in text
        band = [now >= start for _, start in BANDS].index(True)
        name, start = BANDS[band - 1]
        if capped or band == 0 or Decimal(points(now)) >= start:
            self.assertNotIn(" begins at ", text)
        else:
            self.assertIn(f"{name} begins at {start}.", text)

    def check_worst(self, text, sections):
        falls = {row["Section"]:
                 Decimal(points(row["Quarter before"])) - Decimal(points(row["Score"]))
                 for row in sections
                 if isinstance(row["Score"], float) and isinstance(row["Quarter before"], float)}
        worst = max(falls, key=falls.get, default=None)
        if worst is None or falls[worst] <= 0:
            self.assertNotIn("Largest fall:", text)
            return
        row = next(row for row in sections if row["Section"] == worst)
        self.assertIn(f"Largest fall: {worst}, down {falls[worst]} points"
                      f" ({points(row['Quarter before'])} to {points(row['Score'])}).", text)

    def check_due(self, text, workbook):
        findings = table_of(workbook, "Open findings and how to mend them")
        days = [row["Due"] for row in findings if isinstance(row["Due"], float)
                and "contested" not in str(row.get("Answer") or "").lower()]
        if not days:
            self.assertNotRegex(text, "Next due:|Overdue since")
            return
        first = datetime.date(1899, 12, 30) + datetime.timedelta(days=min(days))
        said = f"{first.day} {first:%B %Y}"
        self.assertRegex(text, rf"Next due: \S+, by {said}\.|Overdue since {said}: ")

    def test_seed_1(self):
        self.check(1)

    def test_seed_7_of_which_the_median_score_rises(self):
        self.assertEqual(self.check(7), "rising")


if __name__ == "__main__":
    unittest.main()
