#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Words for readers that stand in the C, where no language file can reach them.

    check_phrases.py REPORTER

looks at the rooms that make documents for string literals with words in them: a lower-case word next
to another word, or a capitalised word alone. Whatever readers read comes from base/phrases*.def. What
is said to whoever runs the program may stand in the C: errors, warnings, the help of keys, facts and
columns. Every fault is printed as file:line, and the exit code is then 1.
"""

import pathlib
import re
import sys

ROOMS = ["metrics/*.c", "document/*.c", "chart/*.c", "layout/*.c", "render/xlsx*.c"]

LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"')
TOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|\'(?:[^\'\\\n]|\\.)+\'|"(?:[^"\\\n]|\\.)*"', re.S)
WORDS = re.compile(r"[A-Za-z]{2,}[,:;.]? [a-z]{2,}|[a-z]{2,}[,:;.]? [A-Za-z]{2,}|^[A-Z][a-z]{3,}$|^ [a-z]{2,}|[\])] [a-z]{3,}|[a-z]{2,} $")

# Calls whose words are for whoever runs the program, and of tests of the program's own assumptions.
TO_OPERATORS = re.compile(r"^(error_\w+|notices_add\w*|schema_\w+|book_fail|fault|fail\w*|assert|text_nearest"
                          r"|strcmp|strstr|text_equal|text_starts|format_set_font_name)$")

# Functions that write the help of templates for `ulat list`.
DESCRIBES = re.compile(r"^[a-z].*?\b(\w+)\(", re.M)

# Files that speak to operators only, that know names of the data, or whose words are translated by their
# English as those of listings are.
APART = {"render/xlsx_verify.c", "chart/region_places.c", "metrics/reconcile.c"}

# Words that no reader reads: names in formats that have their own.
KNOWN = {
    "document/build.c": {"ulat "},
    "render/xlsx_book.h": {"General"},
    "render/xlsx_cell.c": {"d mmm yyyy"},
    "render/xlsx_safe.c": {"Sheet", "Column", "History"},
}


def without_comments(text):
    """The same, comments blanked out so that lines keep their numbers."""
    def blank(match):
        token = match.group(0)
        return re.sub(r"[^\n]", " ", token) if token.startswith("/") else token
    return TOKEN.sub(blank, text)


def opener(text, at):
    """The place of the bracket that encloses a place, or -1: strings are passed over."""
    flat = LITERAL.sub(lambda match: '"' + " " * (len(match.group(0)) - 2) + '"', text[:at])
    depth = 0
    for place in range(len(flat) - 1, -1, -1):
        if flat[place] in ")}]":
            depth += 1
        elif flat[place] in "({[":
            if depth == 0:
                return place
            depth -= 1
    return -1


def is_for_operators(text, start, end):
    """Whether a literal is an argument of an error or the like, or the help at an entry's end."""
    at = opener(text, start)
    while at >= 0:
        before = text[:at]
        call = re.search(r"(\w+)\s*$", before)
        if text[at] == "(" and call and TO_OPERATORS.match(call.group(1)):
            return True
        entry = text[at] == "{" and re.match(r'\{\s*"', text[at:at + 200])
        if entry and re.match(r"\s*(\"|\})", text[end:]) and at + 1 < start:
            return re.search(r",\s*$|\"\s*$", text[:start]) is not None
        if text[at] == "{" and re.search(r"\.help\s*=\s*$|\.help\s*=\s*\"[^\n]*\n\s*$", text[at:start]):
            return True
        at = opener(text, at) if text[at] == "(" else -1
    return False


def faults_of(path, name):
    text = without_comments(path.read_text(encoding="utf-8"))
    faults = []
    if name in APART:
        return faults
    for match in LITERAL.finditer(text):
        words = match.group(0)[1:-1]
        line = text.count("\n", 0, match.start()) + 1
        source = text[text.rfind("\n", 0, match.start()) + 1:match.start()]
        if source.lstrip().startswith("#include") or not WORDS.search(words):
            continue
        if words in KNOWN.get(name, ()) or is_for_operators(text, match.start(), match.end()):
            continue
        functions = DESCRIBES.findall(text, 0, match.start())
        if functions and functions[-1].endswith("_describe"):
            continue
        faults.append(f"{path}:{line}: {match.group(0)} is read by readers: give it a key in base/phrases.def")
    return faults


def check_tree(tree):
    tree = pathlib.Path(tree)
    faults = []
    for pattern in ROOMS:
        for path in sorted(tree.glob(pattern)):
            faults += faults_of(path, path.relative_to(tree).as_posix())
    return faults


def main():
    faults = check_tree(sys.argv[1])
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
