#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares results.csv with a recount of the database's raw rows.

    recompute.py DATABASE RESULTS.csv --period 2026-Q3 [--as-of DAY] [--submitted-by DAY]

Every count of every control, every value of every measure and every score, of all agencies and
groups, in the reported quarter and the one before. Counts and values are compared exactly, scores
up to the rounding that the program states. Exit status 1 on any difference. The run that is
recounted must have masked nothing (method.yaml: `disclosure: {mask: no}`), and must not know of an
earlier edition: then nothing is overdue, and no band capped.
"""

import argparse
import contextlib
import csv
import pathlib
import sqlite3
import sys
from fractions import Fraction

from manila import Quarter, day
from recount import World
from recount_controls import recount_controls
from recount_measures import recount_measures
from recount_scores import compare_scores, score_bodies

COLUMNS = ["body", "period", "kind", "id", "category", "met", "not_met", "no_evidence", "exempt",
           "status", "numerator", "denominator", "n", "published", "method"]
SHOWN = 20
ROOT = pathlib.Path(__file__).resolve().parent.parent


def open_read_only(path):
    connection = sqlite3.connect(pathlib.Path(path).resolve().as_uri() + "?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    return connection


def world_of(connection, period, as_of, submitted_by):
    """The data of a day, and the two quarters that are recounted."""
    reported = Quarter(period)
    world = World(connection, reported.last if as_of is None else as_of, submitted_by)
    world.reported_quarter = period
    return world, [reported, reported.before()]


def recount(connection, period, as_of=None, submitted_by=None):
    """All counts and values by (body, period, kind, id, category)."""
    world, quarters = world_of(connection, period, as_of, submitted_by)
    return recount_controls(world, quarters) | recount_measures(world, quarters)


def recount_scores(connection, period, counted, as_of=None, submitted_by=None, home=ROOT):
    """Scores and bands by (agency, period), from what recount() counted."""
    world, quarters = world_of(connection, period, as_of, submitted_by)
    return score_bodies(world, quarters, counted, home)


def control_values(row):
    """A tally; what is not counted twice alike in the row itself is reported as it stands."""
    tally = tuple(int(row[name]) for name in ("met", "not_met", "no_evidence", "exempt"))
    fraction = int(row["numerator"]), int(row["denominator"])
    return tally if fraction == (tally[0], sum(tally[:3])) else tally + fraction


def measure_values(row):
    numerator, denominator, n = (int(row[name]) for name in ("numerator", "denominator", "n"))
    if n == 0 and numerator == 0:
        return ()
    return (Fraction(numerator, denominator) if denominator else (numerator, 0)), n


def read_values(row, faults):
    try:
        return control_values(row) if row["kind"] == "control" else measure_values(row)
    except ValueError:
        faults.append(f"{row['body']} {row['period']} {row['id']}: a count is not a number")
        return ()


def read_results(path):
    """The values of the file by the same key, and a list of what is wrong with its rows."""
    results, faults = {}, []
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        if reader.fieldnames != COLUMNS:
            return results, [f"the columns are {reader.fieldnames}, not {COLUMNS}"]
        for row in reader:
            key = tuple(row[name] for name in COLUMNS[:5])
            if row["kind"] == "score":
                continue
            if row["kind"] not in ("control", "measure"):
                faults.append(f"{' '.join(key)}: an unknown kind of row")
            elif key in results:
                faults.append(f"{' '.join(key)}: the row stands there twice")
            else:
                results[key] = read_values(row, faults)
    return results, faults


def is_empty(values):
    return not any(values)


def show(values):
    return "nothing" if is_empty(values) else ", ".join(map(str, values))


def compare(expected, found):
    """The number of values compared, and the differences as sentences."""
    compared, differences = 0, []
    for key in sorted(expected.keys() | found.keys()):
        wanted, got = expected.get(key, ()), found.get(key, ())
        compared += max(len(wanted), len(got))
        if wanted != got and not (is_empty(wanted) and is_empty(got)):
            differences.append(f"{' '.join(key).rstrip()}: {show(wanted)} recounted,"
                               f" {show(got)} in the file")
    return compared, differences


def compare_file(expected, scores, period, path):
    """All of results.csv: the number of values compared, and the differences as sentences."""
    found, faults = read_results(path)
    compared, differences = compare(expected, found)
    periods = period, Quarter(period).before().name
    more, wrong_scores = compare_scores(scores, periods, path)
    return compared + more, faults + differences + wrong_scores


def read_arguments(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("database")
    parser.add_argument("results")
    parser.add_argument("--period", required=True, help="the reported quarter: 2026-Q3")
    parser.add_argument("--as-of", type=day, help="what is dated later is not known"
                        " (default: the quarter's last day)")
    parser.add_argument("--submitted-by", type=day, help="last day on which a return counts"
                        " (default: no limit)")
    parser.add_argument("--home", type=pathlib.Path, default=ROOT,
                        help="folder that holds queries/ and templates/ (default: the project's)")
    return parser.parse_args(arguments)


def main(arguments):
    options = read_arguments(arguments)
    dates = options.as_of, options.submitted_by
    with contextlib.closing(open_read_only(options.database)) as connection:
        expected = recount(connection, options.period, *dates)
        scores = recount_scores(connection, options.period, expected, *dates, options.home)
    compared, differences = compare_file(expected, scores, options.period, options.results)
    for line in differences[:SHOWN]:
        print(line)
    if differences:
        print(f"{len(differences)} differences in {compared} values compared")
    elif compared == 0:
        print("0 values compared: neither the database nor the file holds any")
    else:
        print(f"{compared} values compared, all equal")
    return 1 if differences or compared == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
