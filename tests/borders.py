# SPDX-License-Identifier: MIT
"""Rows on the borders: a sample of which every so many dates are moved to the first and last days
of the reported quarter and of the data, and every so many answers are taken away. Off by one, and
unknown taken for no, then show."""

import contextlib
import sqlite3

LEFT_ALONE = ("clock", "holiday", "region")  # rules, not what agencies do
STEP = 23  # one row in so many takes the first of the values, another one the second, ...

DAYS = ("2026-06-30", "2026-07-01", "2026-09-30", "2026-10-01", "2026-10-15", "2026-10-16")
MOMENTS = ("2026-06-30T23:59:59+08:00", "2026-06-30T16:00:00Z", "2026-09-30T23:59:59+08:00",
           "2026-09-30T16:00:00Z", "2026-10-15T15:59:59Z", "2026-10-16T00:00:00+08:00")
VALUES = {"DATE": DAYS, "TIMESTAMP": MOMENTS, "BOOLEAN": ("0", "1"), "TEXT": ("",),
          "INTEGER": ("0",)}

# What no single value brings about: a finding made twice, a post of which nothing at all is known, a
# holiday in the regions alone, incidents of unknown beginning that go on, cases decided in the quarter.
MORE = """
INSERT INTO post_violation SELECT * FROM post_violation WHERE rowid % 2 = 0;
UPDATE post SET reactions = NULL, comments = NULL, shares = NULL, clicks = NULL
WHERE rowid % 29 = 0;
INSERT INTO holiday (on_date, scope) SELECT DISTINCT '2026-09-16', region FROM agency
WHERE region <> '';
UPDATE incident SET detected_at = '2026-08-03T10:00:00+08:00', occurred_at = NULL,
                    recovered_at = NULL
WHERE rowid % 7 = 3;
UPDATE personnel_case SET complained_on = '2026-07-06', decided_on = '2026-08-20',
                          appealed_on = '2026-09-30'
WHERE rowid % 7 = 3;
"""


def columns_of(connection, table):
    """(number, name, type, may be NULL) of those that are no key."""
    for number, name, kind, not_null, _, key in connection.execute(f"PRAGMA table_info({table})"):
        if kind in VALUES and not key and not (not_null and kind in ("TEXT", "INTEGER")):
            yield number, name, kind, not not_null


def move(connection, table, number, column, values):
    turn = f"(rowid * 5 + {7 * number}) % {STEP}"
    cases = " ".join(f"WHEN {at} THEN ?" for at in range(len(values)))
    connection.execute(f"UPDATE {table} SET {column} = CASE {turn} {cases} END"
                       f" WHERE {turn} < {len(values)}", values)


def move_to_borders(path):
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        tables = [name for name, in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        for table in tables:
            if table in LEFT_ALONE:
                continue
            for number, name, kind, nullable in list(columns_of(connection, table)):
                move(connection, table, number, name, VALUES[kind] + ((None,) if nullable else ()))
        connection.executescript(MORE)
