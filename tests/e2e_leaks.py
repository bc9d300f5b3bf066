#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The search for leaks finds one: in each form in which a marker might come out, and in each
channel through which the program speaks. A leak is made with a home that leaks what a listing can
reach, or, where the program has no way to speak, in a copy of what it published."""

import base64
import datetime
import hashlib
import json
import os
import shutil
import subprocess
import unittest
import urllib.parse
import zipfile

import watch
from e2e import ROOT, EndToEnd, environment
from leak_faces import faces_of
from leaks import Find, Markers
from plant import INSIDE, Planted

EDITION = ROOT / "samples" / "editions" / "2026-q3-draft1.yaml"
DAY = datetime.date(1957, 3, 14)
AGENCY = "DTW"
MESSAGE = "(SELECT min(feedback) FROM feedback)"
LONG = "'" + 8000 * "-" + "'"


def spread(text, between):
    return between.join(text)


def hexed(data, between=""):
    return spread([f"{byte:02x}" for byte in data], between).encode()


def texts(marker):
    """A marker in every form, by the name under which the search has it."""
    plain = marker.encode()
    for before in (b"", b"x", b"xy"):
        for glued in ("", "a", "ab", "abc"):
            yield "base64", glued.encode() + base64.b64encode(before + plain + b"...")
    for coding in ("utf-16-le", "utf-16-be", "utf-32-le"):
        yield "plain", f"Maria {marker}".encode(coding)
    yield from (("plain", form.encode()) for form in (
        marker, marker.upper(), marker.lower(), f"<{marker}@mail.example>", spread(marker, " "),
        spread(marker, "\r\n"), spread(marker, "\u200b"), spread(marker, "\u00a0"),
        spread(marker, "\u00ad"), spread(marker, "-")))
    yield "reversed", marker[::-1].encode()
    yield "reversed", marker[::-1].upper().encode()
    yield "reversed", marker[::-1].upper().encode("utf-16-le")
    yield "hex", hexed(plain)
    yield "hex", hexed(plain, " ").upper()
    yield "hex", hexed(plain, ":\n")
    yield "hex", b"<FEFF" + hexed(marker.encode("utf-16-be")).upper() + b">"
    yield "base64", base64.urlsafe_b64encode(b"\xff" + marker.encode("utf-16-le"))
    yield "base64", spread(base64.b64encode(plain).decode(), "\n").encode()
    yield "address", "".join(f"%{byte:02X}" for byte in plain).encode()
    yield "escaped", "".join(f"&#{ord(letter)};" for letter in marker).encode()
    yield "escaped", "".join(f"&#x{ord(letter):x};" for letter in marker).encode()
    yield "escaped", "".join(f"\\u{ord(letter):04x}" for letter in marker).encode()
    yield "escaped", "".join(f"_x{ord(letter):04X}_" for letter in marker).encode()
    yield "escaped", "".join(f"\\x{byte:02x}" for byte in plain).encode()
    yield "escaped", "".join(f"\\{byte:03o}" for byte in plain).encode()
    yield "escaped", (marker[:5] + "\\n" + marker[5:]).encode()
    yield "tagged", f"<t>{marker[:4]}</t><t space='preserve'>{marker[4:]}</t>".encode()
    for name in ("md5", "sha1", "sha256"):
        for form in (marker, marker.lower(), marker.upper()):
            digest = hashlib.new(name, form.encode()).hexdigest()
            yield name, f"file-{digest}.pdf".encode()
            yield name, digest.upper()[:16].encode("utf-16-le")


class Forms(unittest.TestCase):
    """One marker at a time, in a form, among other text."""

    def setUp(self):
        self.markers = Markers()
        for number in range(50):
            self.markers.text(f"another {number}")

    def assert_found(self, place, form, data, figures=True):
        self.assertIn(Find(place, form), self.markers.found_in(data, figures), data)

    def test_a_text_is_found_in_every_form(self):
        for form, data in texts(self.markers.text("a text")):
            with self.subTest(form=form, data=data):
                self.assert_found("a text", form, data, figures=False)

    def test_a_text_that_is_not_ascii_is_found_in_every_form(self):
        marker = self.markers.foreign("a name")
        for form, data in texts(marker):
            with self.subTest(form=form, data=data):
                self.assert_found("a name", form, data)
        for form, data in (("plain", marker.replace("ñ", "n\u0303").encode()),
                           ("plain", marker.replace("ñ", "N\u0303").encode("utf-16-be")),
                           ("plain", marker.encode("latin-1")), ("plain", marker.upper().encode()),
                           ("plain", marker.encode().decode("latin-1").encode()),
                           ("escaped", marker.replace("ñ", "&ntilde;").encode()),
                           ("address", urllib.parse.quote(marker).encode())):
            with self.subTest(form=form, data=data):
                self.assert_found("a name", form, data)

    def test_a_value_around_a_marker_is_known_by_its_hash(self):
        value = self.markers.text("a name", "Maria {} Santos")
        digest = hashlib.sha256(value.encode()).hexdigest()
        self.assert_found("a name", "sha256", digest[:16].encode())

    def test_a_number_is_found_with_separators(self):
        phone = self.markers.number("a phone", "0917", 11)
        body = phone[1:]
        for data in (phone, f"+63{body}", f"63 {body[:3]} {body[3:6]} {body[6:]}",
                     f"({phone[:4]}) {phone[4:7]}-{phone[7:]}", f"{int(phone):,}",
                     f"{int(phone):,}".replace(",", "\u00a0"),
                     f"{int(phone):,}".replace(",", "\u202f"), spread(body, "."), f"{body}.0"):
            for coding in ("utf-8", "utf-16-le"):
                with self.subTest(data=data, coding=coding):
                    self.assert_found("a phone", "number", f"call {data} now".encode(coding))
        self.assertEqual(self.markers.found_in(phone.encode(), figures=False), [])

    def test_a_day_is_found_as_programs_print_it(self):
        self.markers.day("a birth", DAY)
        for word in ("14 March 1957", "14 Mar 1957", "March 14, 1957", "MARCH 14 1957"):
            self.assert_found("a birth", "plain", word.encode("utf-16-le"))
        for figure in ("1957-03-14", "1957/03/14", "14/03/1957", "03/14/1957", "14.03.1957",
                       "19570314", "1957-03-14T04:30:00+08:00", "<v>20893</v>", "20,893", "20893.0",
                       "<v>19431</v>", "-4676", "-404006400", "-404035200"):
            with self.subTest(figure=figure):
                self.assert_found("a birth", "date", f"({figure})".encode())
        self.assert_found("a birth", "sha256",
                          hashlib.sha256(DAY.isoformat().encode()).hexdigest().encode())

    def test_what_only_looks_like_a_marker_is_none(self):
        marker = self.markers.text("a text")
        self.markers.number("a phone", "0917", 11)
        self.markers.day("a birth", DAY)
        for data in (marker[:-1], marker[:-1] + "a", "Qzv and others", "120893", "20893.25",
                     "2,20893", "208931", "15 March 1957", "09170000000", "1957-03-141"):
            with self.subTest(data=data):
                self.assertEqual(self.markers.found_in(data.encode()), [])


class Channels(EndToEnd):
    """A build with a home that leaks, watched."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.database = cls.sample("sample.db", 12)
        cls.planted = Planted(cls.database)
        cls.title = cls.planted.foreign("the title")
        cls.heading = cls.planted.foreign("a heading")
        cls.figure = cls.planted.text("a figure")
        cls.leaky = cls.leaky_home()
        for name in ("tmp", "out"):
            (cls.folder / name).mkdir()
        cls.watched = cls.watch("build", "scorecard", "--only", AGENCY, "--edition", EDITION,
                                "--out", cls.folder / "out")
        cls.made = cls.folder / "out" / "2026-Q3-draft1"
        cls.pdf, = cls.made.rglob("*.pdf")
        cls.book, = cls.made.rglob("*.xlsx")

    @classmethod
    def watch(cls, *arguments):
        watched = watch.run([cls.program, *arguments, "--db", cls.database, "--home", cls.leaky],
                            cls.folder / "trace", environment(TMPDIR=str(cls.folder / "tmp")))
        if watched.done.returncode != 0:
            raise AssertionError(watched.done.stderr[-4000:])
        return watched

    @classmethod
    def edit(cls, path, *changes):
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            if old not in text:
                raise AssertionError(f"{path.name} no longer has {old}")
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")

    @classmethod
    def leaky_home(cls):
        """A message's key stands in a listing as a detail and as an item, and the SQL sorts by it,
        with more than stays in memory."""
        home = cls.home("leaky")
        cls.edit(home / "templates" / "scorecard.yaml",
                 ('title: "Social media scorecard: ', f'title: "{cls.title}: '),
                 ("limit: 60\n", "limit: 500\n"),
                 ('text: "What is open, ', f'text: "Open {cls.heading}, '),
                 ('title: "Score {{score.value}}, ', f'title: "{cls.figure} {{{{score.value}}}}, '))
        cls.edit(home / "queries" / "account-registration.sql",
                 ("account AS item", f"account || '-' || {MESSAGE} AS item"),
                 ("iif(verdict = 'foreign_domain', email_domain, NULL)", MESSAGE),
                 ("\nFROM judged", f"\nFROM judged ORDER BY {LONG} || {MESSAGE}"))
        return home

    def faces_with(self, path, place):
        """The faces of a file in which the search finds what was planted in a place."""
        return {face.name for face in faces_of(path)
                if any(find.place.startswith(place)
                       for find in self.planted.found_in(face.data, face.figures))}

    def test_a_pdf(self):
        self.assertGreaterEqual(self.faces_with(self.pdf, f"{INSIDE}feedback"), {"text", "layout"})
        self.assertGreaterEqual(self.faces_with(self.pdf, "the title"), {"information", "strings"})
        self.assertGreaterEqual(self.faces_with(self.pdf, "a heading"),
                                {"text", "outline", "strings", "objects"})

    def test_a_workbook(self):
        self.assertGreaterEqual(self.faces_with(self.book, f"{INSIDE}feedback"),
                                {"xl/sharedStrings.xml"})
        self.assertGreaterEqual(self.faces_with(self.book, "the title"),
                                {"docProps/core.xml", "xl/sharedStrings.xml"})
        self.assertIn("xl/drawings/drawing1.xml", self.faces_with(self.book, "a figure"))

    def test_a_table_of_findings(self):
        self.assertEqual(self.faces_with(self.made / "findings.csv", f"{INSIDE}feedback"), {"raw"})

    def test_temporary_files(self):
        """The findings' spool, the sheets before they are packed, what SQLite sorts."""
        kinds = {os.path.basename(path).split(".")[0].split("_")[0]
                 for path, data in self.watched.written.items()
                 if any(find.place.startswith(f"{INSIDE}feedback")
                        for find in self.planted.found_in(data))}
        self.assertGreaterEqual(kinds, {"findings", "tmp", "etilqs"})
        self.assertEqual(self.watched.blind, [])

    def test_a_name_of_a_file(self):
        marker = self.planted.text("a name of a file")
        path = self.folder / f"{marker}.csv"
        path.write_text("agency\n", encoding="utf-8")
        self.assertEqual(self.faces_with(path, "a name of a file"), {"name"})
        watched = watch.run(["touch", self.folder / f"{marker}.tmp"], self.folder / "trace",
                            environment())
        self.assertTrue(self.planted.found_in(b"\n".join(watched.names)))

    def test_a_manifest(self):
        marker = self.planted.foreign("a manifest")
        path = self.folder / "manifest.json"
        manifest = json.loads((self.made / "manifest.json").read_bytes())
        manifest["inputs"][0]["name"] = marker
        path.write_text(json.dumps(manifest), encoding="utf-8")
        self.assertEqual(self.faces_with(path, "a manifest"), {"raw"})

    def test_the_standard_error_and_output(self):
        marker = self.planted.text("a message")
        home = self.folder / "loud"
        shutil.copytree(self.leaky, home)
        self.edit(home / "templates" / "scorecard.yaml", ("for-each: agency", f"{marker}: agency"))
        done = self.call("check", "--home", home)
        self.assertTrue(any(find.place == "a message"
                            for find in self.planted.found_in(done.stderr.encode())), done.stderr)
        shown = self.call("explain", "EML-1", "--agency", AGENCY, "--db", self.database, "--home",
                          self.leaky).stdout
        self.assertTrue(self.planted.found_in(shown.encode()), shown)

    def test_parts_of_a_workbook_that_the_program_does_not_write(self):
        places = {name: self.planted.foreign(f"part {name}") for name in (
            "xl/comments1.xml", "xl/charts/chart9.xml", "docProps/custom.xml",
            "xl/media/image9.png", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "archive")}
        path = self.folder / "copy.xlsx"
        with zipfile.ZipFile(self.book) as book, \
                zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as copy:
            for name in {*book.namelist(), *places} - {"archive"}:
                data = book.read(name) if name in book.namelist() else b""
                copy.writestr(name, data + f"<!-- {places.get(name, '')} -->".encode())
            copy.comment = places["archive"].encode()
        for name in places:
            with self.subTest(name=name):
                self.assertIn(name, self.faces_with(path, f"part {name}"))

    def test_an_attachment_of_a_pdf(self):
        name, body = self.planted.text("an attachment's name"), self.planted.text("an attachment")
        note, path = self.folder / f"{name}.txt", self.folder / "copy.pdf"
        note.write_text(f"From {body}", encoding="utf-8")
        subprocess.run(["qpdf", "--add-attachment", note, "--", self.pdf, path], check=True)
        self.assertIn("attachments", self.faces_with(path, "an attachment's name"))
        self.assertIn("objects", self.faces_with(path, "an attachment"))


if __name__ == "__main__":
    unittest.main()
