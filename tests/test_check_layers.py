#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The checks of includes and names find what they are there for, in tiny trees of their own."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import check_layers

HERE = pathlib.Path(__file__).resolve().parent
ROOMS = "rooms = [\n  ['base', [glib]],\n  ['data', [sqlite]],\n  ['render', [cairo]],\n]\n"


class Layers(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.tree = pathlib.Path(folder.name) / "reporter"
        self.write("meson.build", ROOMS)
        self.write("base/text.h", "#include <stdbool.h>\n")
        self.write("data/source.h", '#include "base/text.h"\n')
        self.write("data/source.c", '#include "data/source.h"\n#include <sqlite3.h>\n')
        self.write("render/pdf.h", '#include "data/source.h"\n')
        self.write("main.c", '#include "render/pdf.h"\n')

    def write(self, name, content):
        path = self.tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")

    def one_fault(self):
        faults = check_layers.check_tree(self.tree)
        self.assertEqual(len(faults), 1, faults)
        return faults[0].removeprefix(f"{self.tree}/")

    def test_includes_that_go_down_are_let_through(self):
        self.assertEqual(check_layers.check_tree(self.tree), [])

    def test_an_upward_include_is_refused_with_its_line(self):
        self.write("base/text.c", '#include "base/text.h"\n\n#include "data/source.h"\n')
        self.assertEqual(self.one_fault(),
                         'base/text.c:3: "data/source.h" goes upward: base stands below data')

    def test_an_upward_include_gives_exit_code_1(self):
        script = [sys.executable, "-B", HERE / "check_layers.py", self.tree]
        self.assertEqual(subprocess.run(script, capture_output=True).returncode, 0)
        self.write("base/text.c", '#include "render/pdf.h"\n')
        self.assertEqual(subprocess.run(script, capture_output=True).returncode, 1)

    def test_the_order_is_the_one_of_the_list_of_rooms(self):
        self.write("meson.build", "rooms = [\n  ['render', []],\n  ['data', []],\n  ['base', []],\n]\n")
        self.assertIn("data/source.h", " ".join(check_layers.check_tree(self.tree)))

    def test_a_library_outside_its_room_is_refused(self):
        self.write("render/pdf.c", "#include <cairo-pdf.h>\n#  include <sqlite3.h>\n")
        self.assertEqual(self.one_fault(),
                         "render/pdf.c:2: <sqlite3.h> belongs in data alone, not in render")

    def test_a_library_without_a_room_is_refused(self):
        self.write("render/net.c", "#include <curl/curl.h>\n")
        self.assertIn("no room yet", self.one_fault())

    def test_main_uses_every_room_but_no_library(self):
        self.write("main.c", '#include "base/text.h"\n#include <cairo.h>\n')
        self.assertIn("not in main.c", self.one_fault())

    def test_a_file_without_its_room_is_refused(self):
        self.write("data/source.c", '#include "source.h"\n')
        self.assertIn('"source.h" is not written as "room/name.h"', self.one_fault())

    def test_a_path_out_of_the_room_is_refused(self):
        self.write("base/text.c", '#include "../data/source.h"\n')
        self.assertIn("is not written as", self.one_fault())

    def test_a_folder_that_is_no_room_is_refused(self):
        self.write("extra/more.c", "int more;\n")
        self.assertIn("extra/more.c: this folder is no room", self.one_fault())


class Symbols(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.library = self.folder / "libtheirs.so"
        self.compile("int chart_add(void) { return 1; }", "-shared", "-fPIC", "-o", self.library)

    def compile(self, source, *options):
        compiler = os.environ.get("CC", "cc").split()
        subprocess.run([*compiler, "-x", "c", "-", *options], input=source, text=True, check=True)

    def check(self, source):
        self.compile(source, "-c", "-o", self.folder / "ours.o")
        archive = self.folder / "libours.a"
        archive.unlink(missing_ok=True)
        subprocess.run(["ar", "rc", archive, self.folder / "ours.o"], check=True)
        return subprocess.run([sys.executable, "-B", HERE / "check_symbols.py", archive, "--",
                               self.library], capture_output=True, text=True)

    def test_a_name_of_the_library_is_refused(self):
        result = self.check("int chart_add(void) { return 2; }")
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stdout, "chart_add is exported by libtheirs.so too\n")

    def test_a_static_name_and_a_name_of_our_own_are_let_through(self):
        result = self.check("static int chart_add(void) { return 2; }\n"
                            "int barchart_add(void) { return chart_add(); }")
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)


if __name__ == "__main__":
    unittest.main()
