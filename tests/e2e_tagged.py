#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The PDFs as a screen reader and an archive see them: every text has its place in the structure,
in the order of the data; and what would be a fault is seen as one."""

import base64
import collections
import copy
import csv
import io
import re
import subprocess
import unittest

import pdf_tree
from e2e import ROOT, EndToEnd, pdf_text

EDITION = ROOT / "samples" / "editions" / "2026-q3-draft1.yaml"
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
SPLIT = re.compile(r"[\s\u00a0]+")


def words_of(texts):
    """How often each word stands in the texts, whatever joins them."""
    return collections.Counter(word for text in texts for word in SPLIT.split(text) if word)


def letters_of(texts):
    return collections.Counter(letter for text in texts for letter in text if not letter.isspace())


def plain(printed):
    """A cell as the CSV has it; the per cent may stand in the heading alone."""
    day = re.fullmatch(r"(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})", printed)
    if day and day[2] in MONTHS:
        return f"{day[3]}-{MONTHS.index(day[2]) + 1:02}-{int(day[1]):02}"
    number = printed.replace("\u2212", "-").replace(",", "").lstrip("+").replace("%", "")
    return number if re.fullmatch(r"-?[\d.]+( \[\w\])?", number) else printed


def holds_in_order(row, cells):
    """Whether the row of data has these cells, one behind the other; long ones may be cut."""
    fields = iter(plain(field) for field in row)
    return all(any(field == cell or (cell.endswith("\u2026 (cut)") and field.startswith(cell[:20]))
                   for field in fields) for cell in cells)


class Tagged(EndToEnd):
    """Every PDF of one sample, without and with its data attached."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        database = cls.sample("sample.db", 20, 1)
        cls.made = cls.build(database, cls.folder / "out", "--edition", EDITION)
        cls.with_data = cls.build(database, cls.folder / "data", "--edition", EDITION,
                                  "--attach-data")
        cls.pdfs = sorted(cls.made.rglob("*.pdf"))
        cls.attached = sorted((cls.with_data / "oversight").glob("*.pdf")) + \
            sorted((cls.with_data / "agency").glob("*.pdf"))[:4]
        cls.quarterly = cls.made / "oversight" / "2026-Q3_quarterly_draft1_oversight.pdf"

    def test_every_pdf_keeps_the_rules(self):
        self.assertGreater(len(self.pdfs), 12)
        seen = collections.Counter()
        for path in self.pdfs + self.attached:
            document = pdf_tree.Document(path)
            self.assertEqual(pdf_tree.check(document), set(), path.name)
            seen.update(element.kind for element in document.root.walk())
        for kind in ("H1", "P", "L", "Lbl", "Table", "TH", "TD", "Figure", "TOCI", "Reference",
                     "Link", "Caption"):
            self.assertGreater(seen[kind], 0, kind)

    def test_every_word_of_the_pages_is_told(self):
        """What is in the structure and what is an artifact together are what poppler reads; and
        no word runs into the next one."""
        for path in [self.quarterly, self.pdfs[0], self.pdfs[-1]]:
            document = pdf_tree.Document(path)
            told = [element.text for element in document.root.walk()]
            beside = [text for _, text, _ in document.artifacts()]
            read = pdf_text(path, "-raw")
            self.assertEqual(letters_of(told + beside), letters_of([read]), path.name)
            strange = words_of(told) - words_of([read])
            # Poppler parts the raised digit of a note from its word, and joins some others.
            self.assertLess(strange.total(), 0.01 * words_of(told).total(), strange)

    def test_only_running_lines_and_repeated_heads_are_passed_over(self):
        document = pdf_tree.Document(self.quarterly)
        told = collections.defaultdict(lambda: collections.defaultdict(str))
        for page, text, properties in document.artifacts():
            kind = re.search(r"/Subtype /(\w+)", properties)
            told[kind[1] if kind else "again"][page] += text
            self.assertIn("/Pagination", properties, text)
        inside = list(range(1, len(document.pages)))  # the cover has neither head nor foot
        self.assertEqual((sorted(told["Header"]), sorted(told["Footer"])), (inside, inside))
        for page in inside:
            self.assertRegex(told["Footer"][page], rf"Page {document.labels()[page]}( |$)")
        self.assertGreater(len(told["again"]), 2)
        for text in told["again"].values():
            self.assertIn("(continued)", text)

    def test_tables_are_read_in_the_order_of_the_data(self):
        """Each row that is read aloud is one of the attached CSV; cells and rows keep its order."""
        rows_seen = 0
        for path in self.attached:
            document = pdf_tree.Document(path)
            files = self.files_within(document)
            for table in document.root.below("Table"):
                number = re.match(r"Table (\d+)\. ", table.below("Caption")[0].words())
                if not number:
                    continue
                data = iter(list(csv.reader(io.StringIO(files[f"Table_{number[1]}.csv"])))[1:])
                for row in table.below("TBody")[0].below("TR"):
                    cells = [plain(cell.words()) for cell in row.kids]
                    if row.kids[0].attribute("/ColSpan", 1) > 1:
                        continue  # the name of a group
                    cells = [cell for cell in cells if cell]
                    self.assertTrue(any(holds_in_order(record, cells) for record in data),
                                    (path.name, number[0], cells))
                    rows_seen += 1
        self.assertGreater(rows_seen, 200)

    @staticmethod
    def files_within(document):
        listed = document.get(document.catalog, "/Names", "/EmbeddedFiles").get("/Names", [])
        return {name[2:]: document.data(document.get(file, "/EF")["/F"]).decode("utf-8")
                for name, file in zip(listed[::2], listed[1::2])}

    def test_data_is_attached_only_where_it_is_asked_for(self):
        self.assertEqual(self.files_within(pdf_tree.Document(self.quarterly)), {})
        for path in self.attached:
            document = pdf_tree.Document(path)
            self.assertIn("<pdfaid:part>3</pdfaid:part>", document.metadata())
            files = document.object(document.catalog["/AF"])
            tables = [table for table in document.root.below("Table")
                      if table.below("Caption")[0].words().startswith("Table ")]
            self.assertEqual(len(files), len(tables), path.name)
            self.assertEqual(len(files), len(self.files_within(document)))
            for file in files:
                self.assertEqual(document.get(file)["/AFRelationship"], "/Data")

    def test_contents_lead_where_they_say(self):
        document = pdf_tree.Document(self.quarterly)
        places = {name: value["/D"] if isinstance(value, dict) else value for name, value in
                  ((name, document.object(value)) for name, value in pdf_tree.name_tree(
                      document, document.get(document.catalog, "/Names").get("/Dests")).items())}
        items = document.root.below("TOCI")
        self.assertGreater(len(items), 8)
        for item in items:
            link, = item.below("Link")
            annotation = document.get(link.links[0])
            page = document.pages.index(document.object(places[annotation["/Dest"]])[0])
            label = document.labels()[page]
            self.assertTrue(link.words().endswith(f" {label}"), link.words())
            self.assertEqual(annotation["/Contents"][2:], link.words())
            title = link.words().removesuffix(f" {label}")
            self.assertIn(title, [heading.words() for heading in
                                  document.root.below("H1", "H2")
                                  if heading.places[0][0] == page])

    def test_fonts_are_those_of_the_theme_and_embedded(self):
        for path in self.pdfs:
            listed = subprocess.run(["pdffonts", path], capture_output=True, text=True,
                                    check=True).stdout.splitlines()[2:]
            self.assertGreater(len(listed), 1)
            for line in listed:
                self.assertRegex(line, r"^[A-Z]{6}\+Inter-\w+ .* yes +yes +yes +\d+ +0$")

    def test_other_readers_find_no_fault(self):
        for path in self.pdfs + self.attached:
            done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True,
                                  check=False)
            self.assertEqual((done.returncode, "WARNING" in done.stderr + done.stdout), (0, False),
                             done.stderr)
            said = subprocess.run(["pdfinfo", path], capture_output=True, text=True,
                                  check=True).stdout
            for line in ("Tagged:          yes", "Suspects:        no", "Metadata Stream: yes",
                         "PDF version:     1.7", "JavaScript:      no"):
                self.assertIn(line, said)


# What must not be: each changes the objects of a good file, and says which fault it is.


def first(document, kind):
    return document.root.below(kind)[0]


def swap_cells(document):
    row = next(row for row in document.root.below("TR") if row.parent.kind == "TBody"
               and len([cell for cell in row.kids if cell.places]) > 2)
    kids = row.value["/K"]
    kids[0], kids[1] = kids[1], kids[0]


def swap_rows(document):
    kids = next(body for body in document.root.below("TBody") if len(body.kids) > 3).value["/K"]
    kids[0], kids[1] = kids[1], kids[0]


def swap_parents(document):
    numbers = document.get(document.catalog, "/StructTreeRoot", "/ParentTree")["/Nums"]
    page = document.object(numbers[5])
    page.reverse()


def forget_parent(document):
    numbers = document.get(document.catalog, "/StructTreeRoot", "/ParentTree")["/Nums"]
    page = document.object(numbers[3])
    page[next(i for i, entry in enumerate(page) if entry)] = None


def change_content(document, pattern, replacement):
    """In the page where it is found first, once."""
    for page in document.pages:
        stream = document.objects[f"obj:{document.get(page)['/Contents']}"]["stream"]
        data = base64.b64decode(stream["data"])
        changed = re.sub(pattern, replacement, data, count=1, flags=re.DOTALL)
        if changed != data:
            stream["data"] = base64.b64encode(changed).decode()
            return
    raise AssertionError(f"{pattern} is on no page")


def change_metadata(document, old, new):
    stream = document.objects[f"obj:{document.catalog['/Metadata']}"]["stream"]
    data = base64.b64decode(stream["data"]).decode()
    assert old in data
    stream["data"] = base64.b64encode(data.replace(old, new).encode()).decode()


def font_with(document, key):
    for page in document.pages:
        for font in document.fonts(page).values():
            inner = document.get((document.object(font.get("/DescendantFonts")) or [font])[0])
            for holder in (font, inner, document.get(inner, "/FontDescriptor")):
                if key in holder:
                    return holder
    raise AssertionError(key)


def as_truetype(document):
    font_with(document, "/CIDSystemInfo")["/Subtype"] = "/CIDFontType2"


def link_of(document):
    return document.get(document.root.below("Link")[0].links[0])


MUTATIONS = {
    "figure without words": ("alt", lambda d: first(d, "Figure").value.pop("/Alt")),
    "figure with empty words": ("alt", lambda d: first(d, "Figure").value.update({"/Alt": "u:"})),
    "no language": ("lang", lambda d: d.catalog.pop("/Lang")),
    "title not shown": ("title-shown", lambda d: d.catalog.pop("/ViewerPreferences")),
    "not said to be tagged": ("marked", lambda d: d.catalog.pop("/MarkInfo")),
    "no output intent": ("intent", lambda d: d.catalog.pop("/OutputIntents")),
    "no PDF/UA": ("pdfuaid", lambda d: change_metadata(d, "pdfuaid:part>1<", "pdfuaid:part>0<")),
    "no PDF/A": ("pdfaid", lambda d: change_metadata(d, "conformance>A<", "conformance>B<")),
    "two titles": ("info", lambda d: change_metadata(d, "<dc:title><rdf:Alt>",
                                                     "<dc:title><rdf:Alt><rdf:li>X</rdf:li>")),
    "no number of its own": ("id", lambda d: d.objects["trailer"]["value"].pop("/ID")),
    "head without scope": ("scope", lambda d: first(d, "TH").value.pop("/A")),
    "a cell too few": ("grid", lambda d: d.root.below("TR")[1].value["/K"].pop()),
    "a cell too wide": ("grid", lambda d: first(d, "TD").value.update(
        {"/A": [{"/O": "/Table", "/ColSpan": 3}]})),
    "cells swapped": ("order", swap_cells),
    "rows swapped": ("order", swap_rows),
    "a level skipped": ("heading", lambda d: d.root.below("H1")[1].value.update({"/S": "/H3"})),
    "cell outside a row": ("nesting", lambda d: first(d, "P").value.update({"/S": "/TD"})),
    "unknown type": ("type", lambda d: first(d, "P").value.update({"/S": "/Paragraph"})),
    "wrong parent": ("parent", lambda d: first(d, "TR").value.update(
        {"/P": d.root.reference})),
    "page's elements reversed": ("parent-tree", swap_parents),
    "an element forgotten": ("parent-tree", forget_parent),
    "element taken out": ("no-element", lambda d: d.root.kids[0].value.update({"/K": []})),
    "content of a tag gone": ("no-content", lambda d: change_content(
        d, rb"/P << /MCID \d+ >> BDC", b"/P BMC")),
    "artifact not marked": ("untagged", lambda d: change_content(
        d, rb"/Artifact BMC(.*?)EMC", rb"\1")),
    "text outside of tags": ("untagged", lambda d: change_content(
        d, rb"/TD << /MCID \d+ >> BDC(.*?)EMC", rb"\1")),
    "tag within an artifact": ("nested-tag", lambda d: change_content(
        d, rb"/Artifact BMC", rb"/Artifact BMC /P << /MCID 99 >> BDC EMC")),
    "link without words": ("link-words", lambda d: link_of(d).pop("/Contents")),
    "link not printed": ("link-print", lambda d: link_of(d).pop("/F")),
    "link to nowhere": ("link-place", lambda d: link_of(d).update({"/Dest": "u:nowhere"})),
    "link of no element": ("link-element", lambda d: link_of(d).pop("/StructParent")),
    "keyboard's order": ("tabs", lambda d: d.get(d.pages[0]).pop("/Tabs")),
    "font not embedded": ("embedded", lambda d: font_with(d, "/FontFile3").pop("/FontFile3")),
    "font that lists no glyphs": ("glyph-names",
                                  lambda d: font_with(d, "/CharSet").pop("/CharSet")),
    "font without meaning": ("unicode", lambda d: font_with(d, "/ToUnicode").pop("/ToUnicode")),
    "glyphs without a map": ("glyph-map", as_truetype),
}


class Mutations(EndToEnd):
    """The checks are worth what they see."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        made = cls.build(cls.sample(), cls.folder / "out", "--edition", EDITION, "quarterly",
                         "--audience", "oversight")
        path, = made.rglob("*.pdf")
        cls.good = pdf_tree.Document(path)
        cls.objects = cls.good.objects

    def test_the_file_is_good(self):
        self.assertEqual(pdf_tree.check(self.good), set())

    def test_each_fault_is_seen(self):
        for name, (fault, mutate) in MUTATIONS.items():
            with self.subTest(name):
                document = copy.copy(self.good)
                document.objects = copy.deepcopy(self.objects)
                document.read()
                mutate(document)
                document.read()
                self.assertIn(fault, pdf_tree.check(document))


if __name__ == "__main__":
    unittest.main()
