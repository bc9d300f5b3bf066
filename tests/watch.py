# SPDX-License-Identifier: MIT
"""Runs a program under strace and keeps all that it hands to the system: what is written to files
that are gone when the program ends, or never had a name, and every name that it gives."""

import os
import re
import subprocess

_WRITES = {"write", "pwrite64", "writev", "pwritev", "pwritev2", "sendto", "sendmsg"}
_NAMES = {"open", "openat", "creat", "mkdir", "mkdirat", "rename", "renameat", "renameat2", "link",
          "linkat", "symlink", "symlinkat", "mknod", "mknodat", "setxattr", "fsetxattr", "execve"}
# By these, data could reach a file without our seeing it.
_BLIND = {"sendfile", "copy_file_range", "splice", "vmsplice", "memfd_create", "io_uring_setup",
          "mmap"}
_CALL = re.compile(r"(?:\d+ +)?([a-z0-9_]+)\((.*)", re.DOTALL)
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_TARGET = re.compile(r"\d+<((?:\\x[0-9a-f]{2})*)>")
_MODE = re.compile(r", (0[0-7]*)\)? ")


def _bytes_of(escaped):
    return bytes.fromhex(escaped.replace("\\x", ""))


def _strings(text):
    return [_bytes_of(found) for found in _STRING.findall(text)]


class Watched:
    """What one run of a program wrote."""

    def __init__(self, done, lines):
        self.done = done
        self.written = {}  # path: bytes, in the order of the writes
        self.names = set()
        self.modes = {}  # path: of what the program made
        self.folders = set()
        self.blind = []
        parts = {}
        for line in lines:
            self._take(line, parts)
        self.written = {path: b"".join(chunks) for path, chunks in parts.items()}

    def _take(self, line, parts):
        match = _CALL.match(line)
        call, rest = match.groups() if match else ("", "")
        if call in _WRITES:
            target = _TARGET.match(rest)
            path = _bytes_of(target[1]).decode() if target else "?"
            parts.setdefault(path, []).extend(_strings(rest))
        elif call in _NAMES:
            self._take_name(call, rest)
        elif call in _BLIND and (call != "mmap" or
                                 ("PROT_WRITE" in rest and "MAP_SHARED" in rest and
                                  "MAP_ANONYMOUS" not in rest)):
            self.blind.append(line[:200])

    def _take_name(self, call, rest):
        strings = _strings(rest)
        self.names.update(strings)
        mode = _MODE.search(rest)
        if strings and mode and ("O_CREAT" in rest or call.startswith("mk")):
            path = strings[0].decode()
            self.modes[path] = int(mode[1], 8)
            if call.startswith("mkdir"):
                self.folders.add(path)


def run(command, folder, env):
    """Runs the program; its traces go to `folder`. LeakSanitizer cannot work under strace."""
    quiet = {"ASAN_OPTIONS": ":".join(filter(None, (env.get("ASAN_OPTIONS"), "detect_leaks=0")))}
    folder.mkdir()
    calls = ",".join(sorted(_WRITES | _NAMES | _BLIND))
    done = subprocess.run(
        ["strace", "-ff", "--seccomp-bpf", "-qq", "-y", "-xx", "-s", str(1 << 26),
         "-e", f"trace={calls}", "-e", "signal=none", "-o", str(folder / "trace"),
         *map(str, command)],
        env=env | quiet, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8",
        timeout=300, check=False)
    lines = []
    for path in sorted(folder.iterdir()):
        with open(path, encoding="ascii") as file:
            lines.extend(file)
        os.unlink(path)
    folder.rmdir()
    return Watched(done, lines)
