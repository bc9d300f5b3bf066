#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Which room may use which: refuses includes that go upward, or past a room.

    check_layers.py REPORTER

reads the order of the rooms from REPORTER/meson.build. A file of a room includes files of its own room
and of those above it in that list, always as "room/name.h"; an outside library's header stands only in
that library's room. Every fault is printed as file:line, and the exit code is then 1.
"""

import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]*)[>"]')

# The outside libraries: how their headers begin, and the rooms that may use them.
LIBRARIES = [
    ("glib", ["base", "render"]),
    ("sqlite3", ["data"]),
    ("yaml", ["input"]),
    ("cairo", ["render"]),
    ("pango", ["render"]),
    ("fontconfig/", ["render"]),
    ("hb", ["render"]),
    ("ft2build", ["render"]),
    ("xlsxwriter", ["render"]),
    ("zip", ["render"]),
    ("expat", ["render"]),
    ("png", ["render"]),
    ("qpdf/", ["render"]),
]

# C17, and what POSIX and Linux add that every room may use. Anything else is an outside library, for which a
# room must be chosen first.
SYSTEM = set(
    """assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal stdalign stdarg
    stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string strings tgmath threads time uchar wchar
    wctype dirent fcntl ftw getopt glob langinfo libgen poll pthread pwd regex sched spawn sysexits syslog
    termios unistd""".split()
)


def read_rooms(reporter):
    text = (reporter / "meson.build").read_text(encoding="utf-8")
    return re.findall(r"^\s*\['(\w+)', \[", text, re.MULTILINE)


def is_system(header):
    return header.startswith("sys/") or header.removesuffix(".h") in SYSTEM


def fault_outside(room, header):
    """What is wrong with an include in angle brackets; None: nothing."""
    if is_system(header):
        return None
    for beginning, rooms in LIBRARIES:
        if header.startswith(beginning):
            if room in rooms:
                return None
            return f"<{header}> belongs in {' and '.join(rooms)} alone, not in {room or 'main.c'}"
    return f"<{header}> is of an outside library that has no room yet"


def fault_own(rooms, room, header, reporter):
    """What is wrong with an include in quotes; None: nothing."""
    parts = header.split("/")
    if len(parts) != 2 or parts[0] not in rooms:
        return f'"{header}" is not written as "room/name.h"'
    if not (reporter / header).is_file():
        return f'"{header}" does not exist'
    if room and rooms.index(parts[0]) > rooms.index(room):
        return f'"{header}" goes upward: {room} stands below {parts[0]}'
    return None


def check_file(path, rooms, room, reporter):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        if found[1] == "<":
            fault = fault_outside(room, found[2])
        else:
            fault = fault_own(rooms, room, found[2], reporter)
        if fault:
            yield f"{path}:{number}: {fault}"


def check_tree(reporter):
    """All faults of the tree. main.c stands above every room."""
    rooms = read_rooms(reporter)
    if not rooms:
        return [f"{reporter / 'meson.build'}: no list of rooms"]
    faults, files = [], 0
    for path in sorted(reporter.rglob("*.[ch]")):
        folders = path.relative_to(reporter).parts[:-1]
        if len(folders) > 1 or (folders and folders[0] not in rooms):
            faults.append(f"{path}: this folder is no room")
            continue
        files += 1
        faults += check_file(path, rooms, folders[0] if folders else None, reporter)
    if not files:
        faults.append(f"{reporter}: no source file")
    return faults


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    faults = check_tree(pathlib.Path(sys.argv[1]))
    print("\n".join(faults or ["Every include stays in its room or goes down."]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
