#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The check of words in the C finds what it is there for, and lets the rest be."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

import check_phrases

HERE = pathlib.Path(__file__).resolve().parent


class Phrases(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.tree = pathlib.Path(folder.name)

    def faults(self, code, name="document/words.c"):
        path = self.tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(code, encoding="utf-8")
        faults = check_phrases.check_tree(self.tree)
        path.unlink()
        return faults

    def test_words_that_readers_read_are_found_with_their_line(self):
        found = self.faults('void say(void)\n{\n    text_append(text, "up on ");\n}\n')
        self.assertEqual(len(found), 1)
        self.assertIn('document/words.c:3: "up on " is read by readers', found[0])
        for code in ('text_printf(&text, "%lld of %lld practices", a, b);',
                     'return cell_text("open before");',
                     'cursor_lines(cursor, "Contents", FONT_H1, 0);',
                     '{CELL_CONFIDENTIAL, "[c] confidential"},',
                     '{"Data as of", "edition.as-of"},'):
            self.assertEqual(len(self.faults(code)), 1, code)

    def test_the_rooms_of_documents_are_looked_at(self):
        code = 'text_append(text, "up on ");'
        for name in ("metrics/a.c", "chart/a.c", "layout/a.c", "render/xlsx_a.c"):
            self.assertEqual(len(self.faults(code, name)), 1, name)
        for name in ("cli/a.c", "sample/a.c", "render/pdf.c"):
            self.assertEqual(self.faults(code, name), [], name)

    def test_errors_help_keys_and_comments_are_let_through(self):
        for code in ('return error_at(err, KIND, &place, "unknown %s \'%s\'",\n    "kind of rows", word);',
                     '/* "up on the quarter before" */ int x; // "and this too"',
                     '{.name = "at", .help = "the value, in the axis\'s unit"},',
                     '{"code", PHRASE_COLUMN_CODE, UNIT_TEXT, 0, ROW_BODY, code, "of the body"},',
                     '#include "document/words list.h"',
                     'void fact_describe(void)\n{\n    text_append(text, "of an agency");\n}',
                     'text_printf(&text, "%s%s", i ? ", " : "", word);',
                     'const char *key = "feedback-received";'):
            self.assertEqual(self.faults(code), [], code)

    def test_a_fault_gives_exit_code_1(self):
        script = [sys.executable, "-B", HERE / "check_phrases.py", self.tree]
        self.assertEqual(subprocess.run(script, capture_output=True).returncode, 0)
        (self.tree / "layout").mkdir()
        (self.tree / "layout" / "a.c").write_text('cursor_lines(cursor, "Draft copy", 0);\n')
        self.assertEqual(subprocess.run(script, capture_output=True).returncode, 1)


if __name__ == "__main__":
    unittest.main()
