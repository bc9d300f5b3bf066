#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""An office makes the reports its own in theme.yaml: its names, its logo, its colours; and what
nobody could read, or is not there, is refused before any row is read."""

import re
import struct
import subprocess
import unittest
import zlib

from e2e import EndToEnd, pdf_text

CONFIG, NO_INPUT = 78, 66


def png(width, height):
    """A picture of one colour."""
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
    rows = b"".join(b"\0" + b"\x12\x43\x6d" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


class Theme(EndToEnd):
    """Each test changes one thing in a copy of the home."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.database = cls.sample()

    def themed(self, text, logo=None):
        home = self.home(self.id().rsplit(".", 1)[1])
        theme = home / "templates" / "theme.yaml"
        theme.write_text(theme.read_text(encoding="utf-8") + "\n" + text + "\n", encoding="utf-8")
        if logo is not None:
            (home / "assets" / "logo.png").write_bytes(logo)
        return home

    def made(self, home):
        out = self.folder / (home.name + "-out")
        folder = self.build(self.database, out, "quarterly", "--audience", "oversight", "--home",
                            home)
        return folder / "oversight" / "2026-Q3_quarterly_draft_oversight.pdf"

    def refused(self, home, code, *words):
        done = self.call("build", "--db", self.database, "--out", self.folder, "--home", home)
        self.assertEqual(done.returncode, code, done.stderr)
        for word in words:
            self.assertIn(word, done.stderr)
        check = self.call("check", "--home", home)
        self.assertIn(words[-1], check.stdout + check.stderr)

    def images(self, path):
        done = subprocess.run(["pdfimages", "-list", str(path)], capture_output=True, check=True)
        return [re.split(r" +", line.strip()) for line in
                done.stdout.decode("ascii").splitlines()[2:]]

    def test_the_cover_carries_the_office_and_its_logo(self):
        path = self.made(self.themed("issuer:\n  name: Bureau of Model Reports\n"
                                     "  contact: a@b.example\nlogo: logo.png", png(60, 20)))
        cover = pdf_text(path, "-l", "1")
        self.assertIn("Bureau of Model Reports", cover)
        self.assertIn("a@b.example", cover)
        self.assertEqual([(image[0], image[3], image[4]) for image in self.images(path)],
                         [("1", "60", "20")])

    def test_without_a_logo_there_is_no_image(self):
        self.assertEqual(self.images(self.made(self.themed(""))), [])

    def test_a_brand_colour_is_drawn(self):
        home = self.themed("")
        theme = home / "templates" / "theme.yaml"
        theme.write_text(theme.read_text(encoding="utf-8").replace('brand: "#12436D"',
                                                                   'brand: "#800000"'), "utf-8")
        done = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", str(self.made(home)),
                               "-"], capture_output=True, check=True)
        self.assertIn(b"0.501961 0 0 rg", done.stdout)

    def test_what_nobody_could_read_is_refused(self):
        home = self.themed("")
        theme = home / "templates" / "theme.yaml"
        theme.write_text(theme.read_text(encoding="utf-8").replace('brand: "#12436D"',
                                                                   'brand: "#DDDDDD"'), "utf-8")
        self.refused(home, CONFIG, "theme.yaml:", "contrast of 'brand'")

    def test_a_logo_that_is_no_png_is_refused(self):
        self.refused(self.themed("logo: logo.png", b"GIF89a"), CONFIG, "is no PNG")

    def test_a_logo_that_breaks_off_is_refused(self):
        self.refused(self.themed("logo: logo.png", png(60, 20)[:-30]), CONFIG, "is no PNG")

    def test_a_logo_from_elsewhere_is_refused(self):
        self.refused(self.themed("logo: ../../logo.png"), CONFIG, "name of a file in assets/")

    def test_a_logo_that_is_not_there_is_told(self):
        self.refused(self.themed("logo: logo.png"), NO_INPUT, "logo.png")


if __name__ == "__main__":
    unittest.main()
