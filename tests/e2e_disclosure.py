#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Can a reader of the published files find out what was kept back?

An attacker has every file of his audience of four quarters, and nothing else. He knows the rules: the
thresholds, the rounding, which counts add up to which, and which measures count the same. He knows a
range for each number, and narrows the ranges by adding and subtracting until nothing changes
(attack.py). He comes twice: with one edition, seeing marks alone, when he must not even learn that a count
is below the largest small one; and with all editions, told of each mark whether a small count is behind it,
when he must pin none. The truth, from a run that masks nothing, must lie in his ranges.

So that this can fail: with the marks of small counts alone, without what the audit hid beside them, the
same attack does pin some.
"""

import itertools
import re
import unittest

from attack import MOST, Attack, printed_range
from e2e import ROOT, EndToEnd, read_results, read_workbook, table_of

QUARTERS = ("2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3")
PERSONS = ("feedback", "disclosure", "officer", "case")
BELOW = {"oversight": 5, "public": 10}
PERSONNEL_BELOW = 10
GROUPS = ("mandated", "encouraged", "unknown", "all")
MARK = "c"

# What the formulas say: measures that count the same as another's base, ones or rest.
SAME = (("feedback-response-rate", "base", "feedback-required", "base"),
        ("feedback-response-rate", "ones", "feedback-answered", "base"),
        ("feedback-response-rate", "rest", "feedback-open", "base"),
        ("feedback-resolution-rate", "base", "feedback-required", "base"),
        ("feedback-response-median", "base", "feedback-answered", "base"),
        ("feedback-response-p90", "base", "feedback-answered", "base"),
        ("clock-on-time", "base", "clock-due", "base"))
# What was not in time was late or is still open.
CLOCK_REST = ("clock-late", "clock-open-past-due")
# The first is the next two together, less the last.
EQUATION = ("backlog-end", "backlog-start", "backlog-received", "backlog-closed")


def printed_words(category):
    """Pages print blanks for underscores, and ranges in words."""
    by, _, name = category.replace("_", " ").partition("=")
    if ends := re.fullmatch(r"(\d+)-(\d*)", name):
        first, last = ends.groups()
        name = (f"{first} or more" if not last else first if first == last
                else f"Up to {last}" if first == "0" else f"{first} to {last}")
    return f"{by}={name}" if by else ""


def family(cell):
    """A category's list; where nothing but marks stands in it, it is kept back whole, and a mark may be
    a nought."""
    quarter, body, period, name, category, role = cell
    return (quarter, body, period, name, category.split("=")[0], role) if category else None


class Measure:
    """What a listing's header says of a measure."""

    def __init__(self, name, text, personnel):
        self.name, self.personnel = name, personnel
        self.statistic = re.search(r"statistic: (\w+)", text)[1]
        self.title = re.search(r"title: (.+?)(?:\n|, statistic|, clause|\})", text)[1].strip()
        self.by = self.breakdowns("by", text)
        self.by_whole = self.breakdowns("by-whole", text)  # of all bodies together only

    @staticmethod
    def breakdowns(key, text):
        by = re.search(rf"(?m)(?<![\w-]){key}: \{{([^}}]*)\}}|^    {key}:\n((?:      [^\n]*\n)+)",
                       text)
        return re.findall(r"(\w+): ", by[1] or by[2]) if by else []

    def by_of(self, group):
        """The breakdowns of a count that are published of a group."""
        if self.statistic != "count":
            return []
        return self.by + (self.by_whole if group == "all" else [])

    @property
    def roles(self):
        if self.statistic == "sum":
            return ("ones",)
        return ("base", "ones", "rest") if self.statistic == "share" else ("base",)


def person_measures():
    """Of the listings whose items are persons. Ratios are left to the unit tests."""
    found = {}
    for path in sorted((ROOT / "queries").glob("*.sql")):
        header = path.read_text(encoding="utf-8").split("*/")[0]
        item = re.search(r"(?m)^item: (\w+)", header)
        if not item or item[1] not in PERSONS:
            continue
        parts = re.split(r"(?m)^ *- \{?id: ", header)[1:]
        for part in parts:
            name = re.match(r"[\w-]+", part)[0]
            if "statistic:" in part and "statistic: ratio" not in part:
                found[name] = Measure(name, part, "sensitivity: personnel" in header)
    return found


def counts_of(measure, row):
    """Base, ones and rest of an unmasked row."""
    n, ones = int(row["n"]), int(row["numerator"])
    if measure.statistic == "sum":
        return {"ones": ones}
    return {"base": n, "ones": ones, "rest": n - ones} if measure.statistic == "share" else {"base": n}


def template(measures):
    """A report of everything that is said of persons."""
    shown = ", ".join(name for name, measure in measures.items()
                      if measure.statistic in ("count", "sum"))
    blocks = ["title: Persons", "short-title: Persons", "audience: [oversight, public]",
              "outputs: xlsx", "body:"]

    def table(name, keys):
        blocks.append(f"  - table: {{id: {name}, title: '{name}', page: no, {keys}}}")

    table("agencies", f"rows: agencies, bodies: all, columns: [code, class], show-measures: [{shown}]")
    table("classes", f"rows: classes, bodies: all, columns: [code], show-measures: [{shown}]")
    for bodies in GROUPS:
        table(f"{bodies}-bodies", f"rows: measures, bodies: {bodies}, measures: [{', '.join(measures)}],"
              " columns: [measure, value, n, value-before]")
        for name, measure in measures.items():
            for by in measure.by_of(bodies):
                table(f"{bodies}-{name}-{by}", f"rows: categories, bodies: {bodies}, measure: {name},"
                      f" by: {by}, columns: [category, value, value-before]")
    return "\n".join(blocks) + "\n"


def before(quarter):
    year, number = int(quarter[:4]), int(quarter[-1])
    return f"{year}-Q{number - 1}" if number > 1 else f"{year - 1}-Q4"


class Disclosure(EndToEnd):
    """Four quarters of one sample, each published masked and, for the truth, unmasked."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.measures = person_measures()
        database = cls.sample("sample.db", 40, 3)
        homes = {"masked": cls.home("home"), "exact": cls.unmasked()}
        cls.folders = {}
        for word, home in homes.items():
            (home / "templates" / "persons.yaml").write_text(template(cls.measures), encoding="utf-8")
            for quarter in QUARTERS:
                cls.folders[word, quarter] = cls.build(database, cls.folder / word, "persons",
                                                       "--home", home, "--period", quarter)
        cls.truth = cls.read_truth()
        cls.parents = cls.read_parents()

    @classmethod
    def read_truth(cls):
        """By edition, body, quarter, measure, category and role."""
        truth = {}
        for quarter in QUARTERS:
            for row in read_results(cls.folders["exact", quarter]):
                measure = cls.measures.get(row["id"]) if row["kind"] == "measure" else None
                for role, count in (counts_of(measure, row) if measure else {}).items():
                    truth[quarter, row["body"], row["period"], row["id"], row["category"], role] = count
        return truth

    @classmethod
    def read_parents(cls):
        """Of each body the group to which it is added: from the report's own list of agencies."""
        parents = {f"={group}": "=all" for group in GROUPS[:3]}
        method = (ROOT / "templates" / "method.yaml").read_text(encoding="utf-8")
        for name, standing in re.findall(r"(?m)^  (\w+): +\{title: .*standing: (\w+)\}", method):
            parents[f"=class:{name}"] = f"={standing}"
        for quarter in QUARTERS:
            (book,) = (cls.folders["masked", quarter] / "public").glob("*.xlsx")
            for row in table_of(read_workbook(book), "agencies"):
                group = f"=class:{row['Class']}"
                parents[row["Code"]] = group if group in parents else "=unknown"
        return parents

    # What is published

    def true_count(self, cell):
        if cell[1] == "=all" and cell not in self.truth:  # results.csv has no shares of all bodies
            return sum(self.truth.get((cell[0], f"={group}", *cell[2:]), 0) for group in GROUPS[:3])
        return self.truth.get(cell, 0)

    def published_results(self):
        """results.csv of all quarters: numbers, marks."""
        published = {}
        for quarter in QUARTERS:
            for row in read_results(self.folders["masked", quarter]):
                measure = self.measures.get(row["id"]) if row["kind"] == "measure" else None
                if not measure:
                    continue
                key = quarter, row["body"], row["period"], row["id"], row["category"]
                if measure.statistic == "sum":
                    published[*key, "ones"] = row["numerator"]
                    continue
                published[*key, "base"] = row["n"]
                if measure.statistic == "share":
                    published[*key, "ones"] = row["numerator"]
        return published

    def take_cell(self, published, cell, value):
        if isinstance(value, float):
            published[cell] = str(round(value))
        elif value == "[c]":
            published[cell] = MARK

    def published_workbook(self, audience):
        published = {}
        titles = {measure.title: name for name, measure in self.measures.items()}
        for quarter in QUARTERS:
            (path,) = (self.folders["masked", quarter] / audience).glob("*.xlsx")
            sheets = read_workbook(path)
            for table in ("agencies", "classes"):
                for row in table_of(sheets, table):
                    for title, value in row.items():
                        if title in titles:
                            measure = self.measures[titles[title]]
                            self.take_cell(published, (quarter, row["Code"], quarter, measure.name, "",
                                                       measure.roles[0]), value)
            for group in GROUPS:
                self.take_group(published, sheets, quarter, group)
        return published

    def take_group(self, published, sheets, quarter, group):
        for row in table_of(sheets, f"{group}-bodies"):
            measure = self.measures[row["Measure id"]]
            cell = (quarter, f"={group}", quarter, measure.name, "", measure.roles[0])
            if measure.statistic in ("count", "sum"):
                self.take_cell(published, cell, row["Value"])
                earlier = (quarter, f"={group}", before(quarter), *cell[3:])
                self.take_cell(published, earlier, row["Quarter before"])
            else:
                self.take_cell(published, cell, row["Rows behind it"])
        for name, measure in self.measures.items():
            for by in measure.by_of(group):
                for row in table_of(sheets, f"{group}-{name}-{by}"):
                    category = self.category_named(name, by, next(iter(row.values())))
                    if category:
                        cell = (quarter, f"={group}", quarter, name, category, "base")
                        self.take_cell(published, cell, row["Value"])

    def category_named(self, measure, by, words):
        """The category as results.csv has it: pages print blanks for underscores."""
        if not hasattr(self, "categories"):
            type(self).categories = {}
            for _, _, _, name, category, _ in self.truth:
                self.categories[name, printed_words(category)] = category
        return self.categories.get((measure, f"{by.replace('_', ' ')}={words}"))

    # The attack

    def below(self, audience, cell):
        return PERSONNEL_BELOW if self.measures[cell[3]].personnel else BELOW[audience]

    def is_small(self, audience, cell):
        return 0 < self.true_count(cell) < self.below(audience, cell)

    def mark_range(self, audience, cell, knowing):
        """What a mark that stands in a list tells."""
        below = self.below(audience, cell)
        if not knowing:  # the mark of a share may stand for the few who are not among its ones
            return 0 if self.measures[cell[3]].personnel or cell[5] == "ones" else 1, MOST
        if self.is_small(audience, cell):
            return 1, below - 1
        return (below, MOST) if self.true_count(cell) else (0, below - 1)

    def attack(self, audience, published, knowing):
        """The ranges that the reader works out. Cells that are not there he takes for nought where
        nothing above them is kept back."""
        attack = Attack()
        for cell, value in published.items():
            if value != MARK:
                attack.know(cell, *printed_range(int(value), self.below(audience, cell)))
        marks = {cell for cell, value in published.items() if value == MARK}
        kept = {family(cell) for cell in marks} - {
            family(cell) for cell, value in published.items() if value not in (MARK, "0")}
        for cell in marks:
            low, high = self.mark_range(audience, cell, knowing)
            if self.is_covered(published, cell) or (cell[4] and family(cell) in kept):
                low = 0
            attack.know(cell, low, high)
        self.relate(attack, published)
        if knowing:
            self.relate_editions(attack, published)
        attack.run()
        return attack

    def above(self, cell):
        """The cells of which this one is a part: the group's, and of a category the whole."""
        quarter, body, period, name, category, role = cell
        if body in self.parents:
            yield (quarter, self.parents[body], period, name, category, role)
        if category:
            yield (quarter, body, period, name, "", role)
        if role in ("ones", "rest") and self.measures[name].statistic == "share":
            yield (quarter, body, period, name, category, "base")

    def is_covered(self, published, cell):
        """Something above it is kept back, or is not listed itself: so may be this one."""
        return any(published.get(above) == MARK or
                   (above not in published and self.is_covered(published, above))
                   for above in self.above(cell))

    def relate(self, attack, published):
        """All that he knows to add up. A part that is not listed adds nothing, unless it may have been
        kept back."""
        sums = {}
        for cell in published:
            quarter, body, period, name, category, role = cell
            if body in self.parents:
                whole = (quarter, self.parents[body], period, name, category, role)
                sums.setdefault((whole, "bodies"), []).append(cell)
            if category and body.startswith("="):
                whole = (quarter, body, period, name, "", role)
                sums.setdefault((whole, category.split("=")[0]), []).append(cell)
        for (whole, _), parts in sums.items():
            if whole in published:
                unlisted = self.has_unlisted(published, whole, parts)
                attack.relate([(1, whole)], [(1, part) for part in parts], exact=not unlisted)
        for cell in list(published):
            self.relate_cell(attack, published, cell)

    def has_unlisted(self, published, whole, parts):
        """Whether parts may lie between what is listed and the whole: categories of agencies are never
        listed, nor those of some groups, nor noughts below what is kept back."""
        quarter, body, period, name, category, role = whole
        if self.measures[name].personnel or self.is_covered(published, whole):
            return True
        if category and not body.startswith("="):
            return True
        listed = sum(self.true_count(part) for part in parts)
        return listed != self.true_count(whole)

    def relate_known(self, attack, left, right):
        """What the formulas say adds up, where it does for every body of the edition: slips in the rows
        break it, and nobody outside could tell where they do not."""
        if all(attack.knows(cell) for cell in (*left, *right)) and self.holds(left, right):
            attack.relate([(1, cell) for cell in left], [(1, cell) for cell in right])

    def holds(self, left, right):
        """The same for all bodies: bodies and edition are the first two parts of a cell's name."""
        key = tuple((cell[0], *cell[2:]) for cell in (*left, None, *right) if cell)
        if not hasattr(self, "holding"):
            type(self).holding = {}
        if key not in self.holding:
            bodies = {cell[1] for cell in self.truth}
            self.holding[key] = all(
                sum(self.true_count((cell[0], body, *cell[2:])) for cell in left) ==
                sum(self.true_count((cell[0], body, *cell[2:])) for cell in right)
                for body in bodies)
        return self.holding[key]

    def relate_cell(self, attack, published, cell):
        quarter, body, period, name, category, role = cell
        where = (quarter, body, period)
        if role == "base" and self.measures[name].statistic == "share":
            attack.know((*cell[:5], "rest"), 0, MOST)
            attack.know((*cell[:5], "ones"), 0, MOST)
            attack.relate([(1, cell)], [(1, (*cell[:5], "ones")), (1, (*cell[:5], "rest"))])
        for one, of_one, other, of_other in SAME:
            if name == one and not category and role == "base":
                self.relate_known(attack, [(*where, one, "", of_one)],
                                  [(*where, other, "", of_other)])
        if name == "clock-on-time" and role == "base":
            self.relate_known(attack, [(*where, name, category, "rest")],
                              [(*where, part, category, "base") for part in CLOCK_REST])
        if name == EQUATION[0] and not category:
            end, start, received, closed = ((*where, part, "", "base") for part in EQUATION)
            self.relate_known(attack, [end, closed], [start, received])
            opening = (quarter, body, period, "backlog-start", "", "base")
            earlier = (quarter, body, before(period), "backlog-end", "", "base")
            self.relate_known(attack, [opening], [earlier])

    def relate_editions(self, attack, published):
        """A quarter stands in its own edition and, as the one before, in the next."""
        for cell in list(published):
            quarter, _, period, name = cell[:4]
            if quarter == QUARTERS[-1] or period != quarter:
                continue
            later = (QUARTERS[QUARTERS.index(quarter) + 1], *cell[1:])
            if later in published and self.stays(name, period):
                attack.relate([(1, cell)], [(1, later)])

    def stays(self, name, period):
        """Whether two editions count the same of a measure in a quarter: messages received do."""
        key = name, period
        if not hasattr(self, "staying"):
            type(self).staying = {}
        if key not in self.staying:
            editions = [{cell[1:]: count for cell, count in self.truth.items()
                         if cell[0] == edition and cell[2] == period and cell[3] == name}
                        for edition in QUARTERS if edition in (period, self.after(period))]
            self.staying[key] = len(editions) == 2 and editions[0] == editions[1]
        return self.staying[key]

    @staticmethod
    def after(period):
        return next((quarter for quarter in QUARTERS if before(quarter) == period), None)

    # What comes of it

    def broken(self, audience, published, knowing):
        """Small counts that the reader pins, and ranges without the truth in them."""
        attack = self.attack(audience, published, knowing)
        pinned, wrong = [], []
        for cell, (low, high) in attack.ranges.items():
            count = self.true_count(cell)
            if not low <= count <= high:
                wrong.append((cell, count, low, high))
            elif published.get(cell, MARK) == MARK and self.is_small(audience, cell):
                too_narrow = low == high if knowing else high < self.below(audience, cell) - 1
                if too_narrow and cell[5] != "rest":
                    pinned.append((cell, count, low, high))
        return pinned, wrong

    def assert_safe(self, audience, published):
        small = [cell for cell in published if self.is_small(audience, cell)]
        self.assertGreater(len(small), 50)
        self.assertTrue(all(published[cell] == MARK for cell in small))
        for knowing in (False, True):
            with self.subTest(audience=audience, knowing=knowing):
                pinned, wrong = self.broken(audience, published, knowing)
                self.assertEqual(wrong[:5], [])
                self.assertEqual(pinned[:5], [])

    def test_a_reader_of_results_pins_no_small_count(self):
        self.assert_safe("oversight", self.published_results())

    def test_a_reader_of_the_public_workbooks_pins_no_small_count(self):
        self.assert_safe("public", self.published_workbook("public"))

    def test_the_workbooks_of_oversight_say_what_results_say(self):
        results, workbook = self.published_results(), self.published_workbook("oversight")
        both = results.keys() & workbook.keys()
        self.assertGreater(len(both), 1000)
        self.assertEqual([cell for cell in both if results[cell] != workbook[cell]][:5], [])

    def test_marks_of_small_counts_alone_would_be_pinned(self):
        """The same attack on what would be published without the audit."""
        found = 0
        for audience, published in (("oversight", self.published_results()),
                                    ("public", self.published_workbook("public"))):
            for cell, value in published.items():
                count, below = self.true_count(cell), self.below(audience, cell)
                if value == MARK and cell[5] == "base" and (count >= below or count == 0):
                    published[cell] = str(max(below, 5 * ((count + 2) // 5))) if count else "0"
            for knowing in (False, True):
                pinned, wrong = self.broken(audience, published, knowing)
                self.assertEqual(wrong[:5], [])
                found += len(pinned)
            self.assertGreater(found, 0, audience)

    def test_no_exact_small_count_of_persons_stands_anywhere(self):
        """Numbers are multiples of five, none is below the threshold."""
        for audience, published in (("oversight", self.published_results()),
                                    ("public", self.published_workbook("public"))):
            numbers = [(cell, int(value)) for cell, value in published.items() if value != MARK]
            self.assertGreater(len(numbers), 500)
            for cell, number in numbers:
                self.assertEqual(number % 5, 0, cell)
                self.assertTrue(number == 0 or number >= self.below(audience, cell), cell)

    def test_documents_ask_the_view_and_nothing_else(self):
        """Nothing that makes documents or records reads exact numbers."""
        exact = re.compile(r"measurements_(value|find)|results_value_exact|->measurements\b")
        places = itertools.chain((ROOT / "reporter" / "document").glob("*.c"),
                                 [ROOT / "reporter" / "run" / "record.c"])
        for path in places:
            self.assertNotRegex(path.read_text(encoding="utf-8"), exact, path.name)


if __name__ == "__main__":
    unittest.main()
