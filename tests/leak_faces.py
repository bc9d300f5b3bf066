# SPDX-License-Identifier: MIT
"""Every way in which a published file can be read, as bytes in which leaks.py can search."""

import collections
import subprocess
import zipfile

# figures: whether digits in it mean something, or only say where to draw
Face = collections.namedtuple("Face", "name data figures")


def _run(*command):
    return subprocess.run(command, capture_output=True, check=True).stdout


def _pdf(path):
    yield Face("text", _run("pdftotext", "-raw", path, "-"), True)
    yield Face("layout", _run("pdftotext", "-layout", path, "-"), True)
    yield Face("information", _run("pdfinfo", path), True)
    yield Face("attachments", _run("pdfdetach", "-list", path), True)
    # Outlines, annotations, alternative texts: their strings are UTF-16 in hexadecimal, or bytes
    # with escapes; qpdf's JSON has all of them as UTF-8.
    yield Face("strings", _run("qpdf", "--json=2", "--json-key=qpdf", "--decode-level=none", path),
               False)
    yield Face("outline", _run("qpdf", "--json=2", "--json-key=outlines", path), False)
    yield Face("objects", _run("qpdf", "--qdf", "--object-streams=disable", path, "-"), False)


def _xlsx(path):
    with zipfile.ZipFile(path) as book:
        yield Face("archive", book.comment, True)
        for name in book.namelist():
            # Where a drawing stands and how wide a column is are figures that mean nothing.
            figures = name.endswith(".xml") and not name.startswith(("xl/drawings", "xl/styles",
                                                                     "xl/theme"))
            yield Face(name, name.encode() + b"\n" + book.read(name), figures)


def faces_of(path):
    yield Face("name", path.name.encode(), False)
    yield Face("raw", path.read_bytes(), path.suffix not in (".pdf", ".xlsx"))
    if path.suffix == ".pdf":
        yield from _pdf(path)
    if path.suffix == ".xlsx":
        yield from _xlsx(path)
