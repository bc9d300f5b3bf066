#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Figures as files of their own: named after the figure, whole, with the words beside them that the
document gives to readers who cannot see it; and none unless they are asked for."""

import struct
import unittest
from xml.etree import ElementTree

from e2e import EndToEnd, files_in

SVG = "{http://www.w3.org/2000/svg}"


class Figures(EndToEnd):
    """The reports on government with pictures, and without."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.database = cls.sample()
        cls.plain = files_in(cls.build(cls.database, cls.folder / "plain", "quarterly"))
        cls.drawn = files_in(cls.build(cls.database, cls.folder / "drawn", "quarterly",
                                       "--figures", "png,svg"))
        cls.names = sorted(name[:-4] for name in cls.drawn if name.endswith(".svg"))

    def test_nothing_is_drawn_unasked(self):
        self.assertEqual([name for name in self.plain if name.endswith((".png", ".svg", ".txt"))],
                         [])
        self.assertEqual(set(self.plain) - set(self.drawn), set())

    def test_each_figure_has_its_pictures_and_its_words(self):
        self.assertGreater(len(self.names), 5)
        for ending in (".png", ".txt"):
            self.assertEqual(sorted(name[:-4] for name in self.drawn if name.endswith(ending)),
                             self.names)

    def test_the_words_are_those_that_the_picture_carries(self):
        for name in self.names:
            root = ElementTree.fromstring(self.drawn[name + ".svg"])
            words = self.drawn[name + ".txt"].decode("utf-8").split("\n")
            self.assertEqual(root.find(SVG + "title").text, words[0])
            self.assertIn(root.find(SVG + "desc").text, words[1:])
            self.assertEqual(root.get("{http://www.w3.org/XML/1998/namespace}lang"), "en")

    def test_a_png_is_three_pixels_a_point(self):
        for name in self.names:
            data = self.drawn[name + ".png"]
            self.assertEqual(data[:8], b"\x89PNG\r\n\x1a\n")
            width, height = struct.unpack(">II", data[16:24])
            root = ElementTree.fromstring(self.drawn[name + ".svg"])
            box = [float(part) for part in root.get("viewBox").split()]
            self.assertAlmostEqual(width, 3 * box[2], delta=1.01)
            self.assertAlmostEqual(height, 3 * box[3], delta=1.01)

    def test_the_pictures_are_published_with_their_checksums(self):
        listed = {line.split("  ", 1)[1] for line in
                  self.drawn["SHA256SUMS"].decode("utf-8").splitlines()}
        for name in self.names:
            self.assertLessEqual({name + ".png", name + ".svg", name + ".txt"}, listed)

    def test_an_unknown_kind_is_a_mistake_of_the_command_line(self):
        for kinds in ("jpg", "png,", "png,jpg"):
            done = self.call("build", "--db", self.database, "--out", self.folder, "--figures",
                             kinds)
            self.assertEqual(done.returncode, 2, kinds)
            self.assertIn("write png, svg or png,svg", done.stderr)


if __name__ == "__main__":
    unittest.main()
