# SPDX-License-Identifier: MIT
"""What readers see: figures as they are printed, and a table of a PDF read back by where its words
stand on the pages."""

import re
import subprocess
from fractions import Fraction
from typing import NamedTuple


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


def count_text(row):
    return f"{int(row['numerator']) // int(row['denominator']):,}" if row else "0"


def without_mark(text):
    """Without the raised digits that lead to a note."""
    return re.sub("[\u2070\u00B9\u00B2\u00B3\u2074-\u2079]+$", "", text)


def with_unit(row):
    """By the headings' words, numbers below "(%)" with the sign that the heading says for them."""
    named = {}
    for heading, cell in row.items():
        bare = without_mark(heading)
        if bare.endswith("(%)"):
            cell = re.sub(r"^([\d,.]+)(\[u\])?$", r"\1%\2", cell)
        named[bare.removesuffix("(%)").rstrip()] = cell
    return named


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
                if re.match(r"Source:|Table \d", run.text):
                    break
                if not re.fullmatch(pattern, without_mark(run.text)):
                    continue  # the name of a group
                row = dict.fromkeys((column.text for column in columns), "")
                for cell in runs:
                    if run.top - 1 <= cell.top < end.top - 1:
                        best = max(columns, key=lambda column: overlap(cell, column))
                        row[best.text] += without_mark(cell.text).replace(" ", "")
                yield with_unit(row)
