#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Refuses public names of ours that a library exports as well.

    check_symbols.py ARCHIVE... [-- LIBRARY...]

compares the global names of our static libraries (ARCHIVE) with those that the shared libraries export.
LIBRARY is a path; without any, those that the program is linked with are found through the compiler. A
name in both would quietly replace the library's own: libxlsxwriter alone exports some 300 names such as
chart_add_series. Every clash is printed, and the exit code is then 1.
"""

import os
import pathlib
import subprocess
import sys

LINKED = [
    "libxlsxwriter.so", "libsqlite3.so", "libyaml.so", "libcairo.so", "libpango-1.0.so",
    "libpangocairo-1.0.so", "libfontconfig.so", "libglib-2.0.so", "libgobject-2.0.so", "libzip.so",
    "libexpat.so", "libpng.so", "libqpdf.so", "libc.so.6", "libm.so.6",
]


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def names(path, *options):
    """The defined global names of an archive or a library, without their versions."""
    lines = run("nm", "--defined-only", "--extern-only", "--format=posix", *options, str(path))
    return {line.split()[0].split("@")[0] for line in lines.splitlines() if len(line.split()) > 2}


def find_library(name):
    compiler = os.environ.get("CC", "cc").split()
    path = pathlib.Path(run(*compiler, f"-print-file-name={name}").strip())
    if not path.is_absolute():
        sys.exit(f"{name} was not found by {compiler[0]}")
    return path


def find_clashes(archives, libraries):
    ours = set().union(*(names(archive) for archive in archives))
    if not ours:
        sys.exit("the archives hold no public name")
    for library in libraries:
        theirs = names(library, "--dynamic")
        if not theirs:
            sys.exit(f"{library} exports no name")
        for name in sorted(ours & theirs):
            yield f"{name} is exported by {pathlib.Path(library).name} too"


def main():
    arguments = sys.argv[1:]
    if not arguments:
        sys.exit(__doc__)
    split = arguments.index("--") if "--" in arguments else len(arguments)
    libraries = arguments[split + 1:] or [find_library(name) for name in LINKED]
    clashes = list(find_clashes(arguments[:split], libraries))
    print("\n".join(clashes or ["No public name of ours is a library's."]))
    return 1 if clashes else 0


if __name__ == "__main__":
    sys.exit(main())
