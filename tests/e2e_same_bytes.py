#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The same inputs give the same bytes, whatever the clock, the locale, the time zone, the folder or
the mask of new files; and the checksums that are published with them hold."""

import os
import pathlib
import shutil
import subprocess
import time
import unittest

from e2e import ROOT, EndToEnd, environment, files_in

EDITION = ROOT / "samples" / "editions" / "2026-q3-draft1.yaml"
HERE = {"TZ": "UTC", "LANG": "C", "LC_ALL": "C"}
ELSEWHERE = {"TZ": "America/St_Johns", "LANG": "de_DE.UTF-8", "LC_ALL": "tr_TR.UTF-8",
             "LANGUAGE": "de", "COLUMNS": "40", "TERM": "xterm-256color",
             "SOURCE_DATE_EPOCH": "86400", "G_MESSAGES_DEBUG": "all"}


class SameBytes(EndToEnd):
    """One database, built in two surroundings."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.database = cls.sample()
        cls.first = cls.build(cls.database, cls.folder / "one", "--edition", EDITION,
                              env=environment(**HERE))
        cls.second = cls.build_elsewhere()

    @classmethod
    def build_elsewhere(cls):
        """Later, from another folder, for a user of other habits, with relative names, with a copy
        of the home and of the database."""
        away = cls.folder / "away ñ"
        (away / "user").mkdir(parents=True)
        (away / "tmp").mkdir()
        for name in ("queries", "templates", "assets"):
            shutil.copytree(ROOT / name, away / "home" / name)
        shutil.copyfile(cls.database, away / cls.database.name)
        time.sleep(1.1)  # a time in seconds that got into a file would differ
        env = environment(**ELSEWHERE, HOME=str(away / "user"), TMPDIR=str(away / "tmp"))
        before = os.umask(0o077)
        try:
            made = cls.build(pathlib.Path(cls.database.name), away / "two", "--edition", EDITION,
                             "--home", "home", env=env, cwd=away)
        finally:
            os.umask(before)
        return away / made

    def test_every_file_is_the_same(self):
        first, second = files_in(self.first), files_in(self.second)
        self.assertGreater(len(first), 20)
        self.assertEqual(list(first), list(second))
        self.assertEqual([name for name in first if first[name] != second[name]], [])

    def test_the_checksums_hold(self):
        for folder in (self.first, self.second):
            done = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"],
                                  cwd=folder, capture_output=True, check=False)
            self.assertEqual(done.returncode, 0, done.stdout)

    def test_every_file_has_a_checksum(self):
        for folder in (self.first, self.second):
            files = {name for name, data in files_in(folder).items() if data is not None}
            lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
            self.assertEqual({line.split("  ", 1)[1] for line in lines}, files - {"SHA256SUMS"})

    def test_verify_agrees_until_a_byte_changes(self):
        copy = self.folder / "copy"
        shutil.copytree(self.first, copy)
        self.ulat("verify", copy)
        path = copy / "results.csv"
        path.write_bytes(path.read_bytes().replace(b",met,", b",Met,", 1))
        done = self.call("verify", copy)
        self.assertEqual(done.returncode, 65, done.stderr)
        self.assertIn("results.csv", done.stdout + done.stderr)

    def test_the_order_of_a_second_build_is_no_matter(self):
        made = self.build(self.database, self.folder / "one", "--edition", EDITION,
                          "scorecard", "feedback", "quarterly", env=environment(**ELSEWHERE))
        self.assertEqual(made, self.first)
        self.assertEqual((made / "SHA256SUMS").read_bytes(),
                         (self.second / "SHA256SUMS").read_bytes())

    def test_what_is_printed_is_the_same(self):
        for command in (["list", "agencies"], ["list", "periods"], ["check"],
                        ["explain", "EML-1", "--agency", "DEX"]):
            said = {self.ulat(*command, "--db", self.database, env=environment(**env)).stdout
                    for env in (HERE, ELSEWHERE)}
            self.assertEqual(len(said), 1, command)

    def test_a_sample_has_the_same_bytes(self):
        paths = self.folder / "a.db", self.folder / "b.db", self.folder / "c.db"
        self.ulat("sample", paths[0], "--agencies", 12, "--seed", 1, env=environment(**HERE))
        self.ulat("sample", paths[1], "--agencies", 12, "--seed", 1, env=environment(**ELSEWHERE))
        self.ulat("sample", paths[2], "--agencies", 12, "--seed", 2, env=environment(**HERE))
        one, again, other = (path.read_bytes() for path in paths)
        self.assertEqual(one, self.database.read_bytes())
        self.assertEqual(one, again)
        self.assertNotEqual(one, other)


if __name__ == "__main__":
    unittest.main()
