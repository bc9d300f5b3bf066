# SPDX-License-Identifier: MIT
"""What a PDF's page paints: text and shapes, each with the marks that it stands in.

Enough of ISO 32000-1 for files that Cairo drew: it understands their content, not every PDF's.
"""

import re
from typing import NamedTuple

TOKEN = re.compile(
    rb"%[^\r\n]*|\((?:\\.|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|[\[\]]|/[^\s()<>\[\]{}/%]*"
    rb"|[^\s()<>\[\]{}/%]+", re.DOTALL)
SHOWING = {b"Tj", b"TJ", b"'", b'"'}
FILLING = {b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*", b"sh", b"Do", b"EI"}
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


class Mark(NamedTuple):
    """A marked run: `tag` as it stands there, its number, and what artifact it is."""
    tag: str
    number: int  # the MCID; None: it has none
    properties: str


class Painted(NamedTuple):
    """One act of painting. `text` is None for shapes."""
    marks: tuple
    text: str
    place: tuple  # of the last Tm or Td, in the page's own coordinates


def _unescape(match):
    body = match[1]
    return bytes([int(body, 8) & 255]) if body[:1].isdigit() else ESCAPES.get(body, body)


def _string(token):
    if token[:1] == b"<":
        return bytes.fromhex(token[1:-1].decode())
    return re.sub(rb"\\([0-7]{1,3}|.)", _unescape, token[1:-1], flags=re.DOTALL)


def _utf16(hexes):
    return bytes.fromhex(hexes).decode("utf-16-be")


def read_meanings(cmap):
    """A ToUnicode stream: the bytes of a code and the text of each."""
    text = cmap.decode("latin-1")
    meanings, width = {}, 1
    for block in re.findall(r"begincodespacerange(.*?)endcodespacerange", text, re.DOTALL):
        width = len(re.search(r"<(\w+)>", block)[1]) // 2
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, meaning in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            meanings[int(code, 16)] = _utf16(meaning)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, last, meaning in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for i in range(int(last, 16) - int(first, 16) + 1):
                meanings[int(first, 16) + i] = chr(int(meaning, 16) + i)
        for first, _, listed in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.DOTALL):
            for i, meaning in enumerate(re.findall(r"<(\w+)>", listed)):
                meanings[int(first, 16) + i] = _utf16(meaning)
    return width, meanings


class _Reader:
    def __init__(self, fonts):
        self.fonts, self.font = fonts, None  # by name: what read_meanings() gave
        self.marks, self.place, self.operands = [], None, []
        self.faults, self.painted, self.numbers = [], [], []

    def decode(self, string):
        if not self.font:
            return "\ufffd" * len(string)
        width, meanings = self.font
        codes = (int.from_bytes(string[i:i + width], "big") for i in range(0, len(string), width))
        return "".join(meanings.get(code, "\ufffd") for code in codes)

    def begin(self, properties):
        tag = self.operands[0].decode()[1:] if self.operands else ""
        number = re.search(r"/MCID (\d+)", properties)
        mark = Mark(tag, int(number[1]) if number else None, properties)
        if mark.number is not None:
            self.numbers.append(mark.number)
            if any(outer.number is not None or outer.tag == "Artifact" for outer in self.marks):
                self.faults.append("nested-tag")
        self.marks.append(mark)

    def show(self):
        text = "".join(self.decode(_string(token)) for token in self.operands
                       if token[:1] in (b"(", b"<") and token != b"<<")
        for mark in self.marks:
            if "/ActualText" in mark.properties:
                text = ""  # told by the mark itself
        self.painted.append(Painted(tuple(self.marks), text, self.place))

    def operate(self, operator):
        if operator in (b"BDC", b"BMC"):
            self.begin(b" ".join(self.operands[1:]).decode("latin-1"))
        elif operator == b"EMC":
            if self.marks:
                self.marks.pop()
            else:
                self.faults.append("unbalanced")
        elif operator == b"Tf":
            self.font = self.fonts.get(self.operands[0].decode())
        elif operator == b"Tm":
            self.place = tuple(float(value) for value in self.operands[-2:])
        elif operator in SHOWING:
            self.show()
        elif operator in FILLING:
            self.painted.append(Painted(tuple(self.marks), None, self.place))


def read_content(data, fonts):
    """All that is painted in its order, the numbers of the tags in theirs, and what is wrong."""
    reader = _Reader(fonts)
    for match in TOKEN.finditer(data):
        token = match[0]
        if re.match(rb"[A-Za-z'\"]", token):
            reader.operate(token)
            reader.operands = []
        elif token[:1] != b"%":
            reader.operands.append(token)
    if reader.marks:
        reader.faults.append("unbalanced")
    return reader.painted, reader.numbers, reader.faults
