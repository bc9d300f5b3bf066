# SPDX-License-Identifier: MIT
"""The structure of a tagged PDF, and what is wrong with it, read from its objects alone.

    document = Document(path)
    check(document)      a set of faults, such as {"alt", "scope"}; empty where all is well
    document.root        what a screen reader goes through: elements with their texts

The objects come from qpdf as JSON and may be changed before they are checked: that is how the
checks are checked. What is asked are the rules of PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2)
that a program like ours could break; a validator knows many more.
"""

import base64
import json
import re
import subprocess

from pdf_content import read_content, read_meanings

GROUPS = {"Document", "Part", "Sect", "Div"}
PARENTS = {"TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
           "THead": {"Table"}, "TBody": {"Table"}, "LI": {"L"}, "Lbl": {"LI", "Note"},
           "LBody": {"LI"}, "TOCI": {"TOC"}, "Caption": {"Table", "Figure", "L", "TOC"}}
CHILDREN = {"Table": {"Caption", "THead", "TBody", "TR"}, "TR": {"TH", "TD"}, "THead": {"TR"},
            "TBody": {"TR"}, "L": {"LI", "Caption"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOCI"}}
BARREN = {"Document", "Sect", "Table", "THead", "TBody", "TR", "L", "LI", "TOC", "TOCI"}
STANDARD = GROUPS | set(PARENTS) | set(CHILDREN) | {
    "P", "H1", "H2", "H3", "Span", "Figure", "Reference", "Link", "Note"}


class Element:
    """A node of the structure tree."""

    def __init__(self, reference, value, parent):
        self.reference, self.value, self.parent = reference, value, parent
        self.kind = value.get("/S", "/?")[1:]
        self.kids = []    # elements
        self.content = []  # (page's reference, number)
        self.links = []   # references of annotations
        self.text = ""    # of its own content
        self.places = []  # (page's index, x, y) of its own texts

    def walk(self):
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def words(self):
        """The text of this element and of all below it, in their order."""
        return " ".join(" ".join(element.text for element in self.walk()).split())

    def attribute(self, name, default=None):
        value = self.value.get("/A", [])
        for each in value if isinstance(value, list) else [value]:
            if name in each:
                return each[name]
        return default

    def below(self, *kinds):
        return [element for element in self.walk() if element.kind in kinds]


def _plain(value):
    """A JSON string of qpdf's: u: is text, b: are bytes."""
    return value[2:] if isinstance(value, str) and value[:2] in ("u:", "b:") else ""


class Document:
    """A PDF's objects. Change `objects` as you like, and call read() again."""

    def __init__(self, path):
        done = subprocess.run(
            ["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline",
             "--decode-level=generalized", str(path)], check=True, capture_output=True)
        self.objects = json.loads(done.stdout)["qpdf"][1]
        self.read()

    def object(self, value):
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            entry = self.objects.get(f"obj:{value}", {})
            value = entry["stream"]["dict"] if "stream" in entry else entry.get("value")
        return value

    def data(self, reference):
        stream = self.objects.get(f"obj:{reference}", {}).get("stream")
        return base64.b64decode(stream["data"]) if stream else b""

    def get(self, dictionary, *keys):
        """Follows keys; {} where one is missing."""
        value = self.object(dictionary)
        for key in keys:
            value = self.object(value.get(key)) if isinstance(value, dict) else None
        return {} if value is None else value

    def read(self):
        self.catalog = self.get(self.objects["trailer"]["value"], "/Root")
        self.faults = set()
        self.pages = list(self._leaves(self.catalog.get("/Pages")))
        self.elements, self.owners = {}, {}
        self.root = self._element(self.get(self.catalog, "/StructTreeRoot").get("/K"), None)
        self.contents = [self._content(page) for page in self.pages]
        self._distribute()

    def _leaves(self, reference):
        node = self.get(reference)
        for kid in node.get("/Kids", []):
            yield from self._leaves(kid)
        if node.get("/Type") == "/Page":
            yield reference

    def _element(self, reference, parent):
        value = self.get(reference)
        element = Element(reference, value, parent)
        self.elements[reference] = element
        kids = self.object(value.get("/K", []))
        for kid in kids if isinstance(kids, list) else [kids]:
            self._kid(element, kid)
        return element

    def _kid(self, element, kid):
        value = self.object(kid)
        if isinstance(value, int):
            key = element.value.get("/Pg"), value
            element.content.append(key)
            if key in self.owners:
                self.faults.add("number-twice")
            self.owners[key] = element
        elif isinstance(value, dict) and value.get("/Type") == "/OBJR":
            element.links.append(value["/Obj"])
        elif isinstance(value, dict) and "/S" in value:
            element.kids.append(self._element(kid, element))
        else:
            self.faults.add("kid")

    def fonts(self, page):
        return {name: self.get(font) for name, font in
                self.get(page, "/Resources", "/Font").items()}

    def _content(self, page):
        meanings = {name: read_meanings(self.data(font["/ToUnicode"]))
                    for name, font in self.fonts(page).items() if "/ToUnicode" in font}
        painted, numbers, faults = read_content(self.data(self.get(page)["/Contents"]), meanings)
        self.faults.update(faults)
        return painted, numbers

    def _distribute(self):
        """Gives every text to the element that it belongs to."""
        for index, (page, (painted, _)) in enumerate(zip(self.pages, self.contents)):
            for act in painted:
                number = next((mark.number for mark in act.marks if mark.number is not None), None)
                element = self.owners.get((page, number))
                if element and act.text is not None:
                    element.text += act.text
                    element.places.append((index, *act.place))

    def artifacts(self):
        """The texts that are in no element: page's index, text, and what the marks say of it."""
        for index, (painted, _) in enumerate(self.contents):
            for act in painted:
                for mark in act.marks:
                    if mark.tag == "Artifact" and act.text is not None:
                        yield index, act.text, mark.properties

    def labels(self):
        """What a reader's window calls each page; only the kinds that we write."""
        names, listed = [], self.get(self.catalog, "/PageLabels").get("/Nums", [])
        for start, end, label in zip(listed[::2], listed[2::2] + [len(self.pages)], listed[1::2]):
            label = self.object(label)
            for index in range(end - start):
                number = str(label.get("/St", 1) + index) if "/S" in label else ""
                names.append(_plain(label.get("/P")) + number)
        return names

    def metadata(self):
        return self.data(self.catalog.get("/Metadata", "")).decode("utf-8")


# ---- The rules ----


def check_catalog(document):
    catalog, metadata = document.catalog, document.metadata()
    intents = document.object(catalog.get("/OutputIntents", []))
    trailer = document.objects["trailer"]["value"]
    if not re.fullmatch(r"u:[a-z]{2,3}(-[A-Za-z0-9]+)*", str(catalog.get("/Lang"))):
        yield "lang"
    if document.get(catalog, "/MarkInfo").get("/Marked") is not True:
        yield "marked"
    if document.get(catalog, "/ViewerPreferences").get("/DisplayDocTitle") is not True:
        yield "title-shown"
    if not any(document.get(intent).get("/S") == "/GTS_PDFA1" and
               document.data(document.get(intent).get("/DestOutputProfile", ""))
               for intent in intents):
        yield "intent"
    if not re.search(r"<pdfaid:part>[23]</pdfaid:part>", metadata) or \
            "<pdfaid:conformance>A</pdfaid:conformance>" not in metadata:
        yield "pdfaid"
    if "<pdfuaid:part>1</pdfuaid:part>" not in metadata:
        yield "pdfuaid"
    if "/ID" not in trailer:
        yield "id"


def check_info(document):
    """What readers of archives read, and what all others read, is the same."""
    info = document.get(document.objects["trailer"]["value"], "/Info")
    metadata = document.metadata()
    for key, pattern in (("/Title", r"<dc:title>.*?<rdf:li[^>]*>(.*?)<"),
                         ("/Author", r"<dc:creator>.*?<rdf:li>(.*?)<"),
                         ("/Subject", r"<dc:description>.*?<rdf:li[^>]*>(.*?)<"),
                         ("/Keywords", r"<pdf:Keywords>(.*?)<"),
                         ("/Producer", r"<pdf:Producer>(.*?)<"),
                         ("/Creator", r"<xmp:CreatorTool>(.*?)<")):
        found = re.search(pattern, metadata)
        said = found[1].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"') \
            .replace("&amp;", "&") if found else ""
        if said != _plain(info.get(key)):
            yield "info"
    for key, name in (("/CreationDate", "CreateDate"), ("/ModDate", "ModifyDate")):
        found = re.search(f"<xmp:{name}>(.*?)<", metadata)
        if not found or "D:" + re.sub("[-T:]", "", found[1]) != _plain(info.get(key)):
            yield "info"


def check_nesting(document):
    for element in document.root.walk():
        kind, parent = element.kind, element.parent.kind if element.parent else None
        if kind not in STANDARD:
            yield "type"
        if element.value.get("/P") != (element.parent.reference if element.parent else
                                       document.catalog["/StructTreeRoot"]):
            yield "parent"
        if kind in PARENTS and parent not in PARENTS[kind]:
            yield "nesting"
        if kind in CHILDREN and any(kid.kind not in CHILDREN[kind] for kid in element.kids):
            yield "nesting"
        if kind in BARREN and element.content:
            yield "nesting"
        if element.content and element.kids and kind not in ("TD", "Link"):
            yield "mixed"
    if document.root.kind != "Document":
        yield "document"


def check_words(document):
    """Figures have words, headings skip no level, notes a name."""
    level = 0
    for element in document.root.walk():
        if element.kind == "Figure" and not _plain(element.value.get("/Alt")):
            yield "alt"
        if element.kind == "Figure" and element.attribute("/BBox") is None:
            yield "box"
        if element.kind == "Note" and not _plain(element.value.get("/ID")):
            yield "note"
        if re.fullmatch("H[1-6]", element.kind):
            if int(element.kind[1]) > level + 1:
                yield "heading"
            level = int(element.kind[1])


def rows_of(table):
    return table.below("TR")


def check_tables(document):
    """Every row is as long as every other, and every head says what it heads."""
    for table in document.root.below("Table"):
        filled, lengths = set(), []
        for number, row in enumerate(rows_of(table)):
            column = 0
            for cell in row.kids:
                while (number, column) in filled:
                    column += 1
                spans = [(number + i, column + j) for i in range(cell.attribute("/RowSpan", 1))
                         for j in range(cell.attribute("/ColSpan", 1))]
                if filled.intersection(spans):
                    yield "grid"
                filled.update(spans)
                if cell.kind == "TH" and cell.attribute("/Scope") not in ("/Row", "/Column"):
                    yield "scope"
            lengths.append(sum(place[0] == number for place in filled))
        if len(set(lengths)) > 1 or any(place[0] >= len(lengths) for place in filled):
            yield "grid"


def _numbers(document, node):
    """A number tree as a dictionary."""
    node, found = document.get(node), {}
    for kid in node.get("/Kids", []):
        found |= _numbers(document, kid)
    listed = document.object(node.get("/Nums", []))
    return found | dict(zip(listed[::2], listed[1::2]))


def check_numbers(document):
    """From pages to elements and back: each tag has its element, each element its tag."""
    parents = _numbers(document, document.get(document.catalog, "/StructTreeRoot")
                       .get("/ParentTree"))
    for page, (_, numbers) in zip(document.pages, document.contents):
        listed = document.object(parents.get(document.get(page).get("/StructParents"))) or []
        if len(numbers) != len(set(numbers)):
            yield "number-twice"
        for number in numbers:
            element = document.owners.get((page, number))
            if not element:
                yield "no-element"
            elif number >= len(listed) or listed[number] != element.reference:
                yield "parent-tree"
        known = {number for of, number in document.owners if of == page}
        if known - set(numbers):
            yield "no-content"
        if {number for number, entry in enumerate(listed) if entry is not None} - set(numbers):
            yield "parent-tree"


def check_painting(document):
    for painted, _ in document.contents:
        for act in painted:
            if not any(mark.number is not None or mark.tag == "Artifact" for mark in act.marks):
                yield "untagged"
            if act.text and "\ufffd" in act.text:
                yield "meaning"


def name_tree(document, node):
    node, found = document.get(node), {}
    for kid in node.get("/Kids", []):
        found |= name_tree(document, kid)
    listed = document.object(node.get("/Names", []))
    return found | dict(zip(listed[::2], listed[1::2]))


def check_links(document):
    parents = _numbers(document, document.get(document.catalog, "/StructTreeRoot")
                       .get("/ParentTree"))
    places = name_tree(document, document.get(document.catalog, "/Names").get("/Dests"))
    owners = {link: element for element in document.root.walk() for link in element.links}
    for page in document.pages:
        links = document.get(page, "/Annots") or []
        if document.get(page).get("/Tabs") != "/S":
            yield "tabs"
        for link in links:
            value, owner = document.get(link), owners.get(link)
            if not owner or owner.kind != "Link" or \
                    parents.get(value.get("/StructParent")) != owner.reference:
                yield "link-element"
            if not _plain(value.get("/Contents")):
                yield "link-words"
            if value.get("/F") != 4:
                yield "link-print"
            if value.get("/Dest") not in places:
                yield "link-place"


def check_fonts(document):
    for page in document.pages:
        for font in document.fonts(page).values():
            inner = document.get((document.object(font.get("/DescendantFonts")) or [font])[0])
            descriptor = document.get(inner, "/FontDescriptor")
            if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                yield "embedded"
            if "/ToUnicode" not in font:
                yield "unicode"
            if inner.get("/Subtype") == "/CIDFontType2" and "/CIDToGIDMap" not in inner:
                yield "glyph-map"
            if inner.get("/Subtype") == "/Type1" and "/CharSet" not in descriptor:
                yield "glyph-names"


def check_order(document):
    """Within a table the eye and the ear go the same way: rows down, cells to the right."""
    for table in document.root.below("Table"):
        above = None
        for row in rows_of(table):
            places = [cell.places[0] for cell in row.kids if cell.places]
            if [place[1] for place in places] != sorted(place[1] for place in places):
                yield "order"
            if places and above and places[0][0] == above[0] and places[0][2] < above[2] - 0.1:
                yield "order"
            above = places[0] if places else above


RULES = (check_catalog, check_info, check_nesting, check_words, check_tables, check_numbers,
         check_painting, check_links, check_fonts, check_order)


def check(document):
    return document.faults.union(*(rule(document) for rule in RULES))
