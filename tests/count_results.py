#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts what `meson test` found: count_results.py TESTLOG.json

A program that speaks TAP counts with each of its tests, any other as one. Prints what failed, a line
each, and last "PASSED FAILED". A test that was skipped was not run, and counts as failed: what it needs
is installed by tests/run.
"""

import json
import pathlib
import re
import sys

POINT = re.compile(r"^(not )?ok\b[ \t\d-]*([^#\n]*)(#.*)?$", re.MULTILINE)
GOOD = ("OK", "EXPECTEDFAIL")


def count_test(test):
    """(passed, what failed) of one entry of the log."""
    name = test["name"]
    points = [(bool(wrong) or "skip" in note.lower(), title.strip())
              for wrong, title, note in POINT.findall(test.get("stdout") or "")]
    bad = [f"{name}: {title}" for wrong, title in points if wrong]
    good = test["result"] in GOOD
    if not good and not bad:
        bad = [f"{name}: {test['result'].lower()}, exit code {test.get('returncode')}"]
    passed = sum(not wrong for wrong, _ in points)
    return (passed if points else int(good)), bad


def count_log(path):
    passed, failed = 0, []
    if not path.is_file():
        return 0, ["meson test: wrote no results"]
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        more, bad = count_test(json.loads(line))
        passed += more
        failed += bad
    if not passed and not failed:
        failed = ["meson test: ran no test"]
    return passed, failed


def main():
    passed, failed = count_log(pathlib.Path(sys.argv[1]))
    for what in failed:
        print(f"FAILED: {what}")
    print(passed, len(failed))


if __name__ == "__main__":
    main()
