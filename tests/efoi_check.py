#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares results.csv with a count of the raw rows of a log of FOI requests.

    efoi_check.py EFOI.db RESULTS.csv --period 2022-Q1 [--as-of DAY]

The log (table foi_log) has a row for each status that a request was seen with. The request was
received on its date; its first response is the earliest first_snapshot (UTC) of a row whose status
answers it. Requests received in the quarter and those answered by the as-of day must be the rows
feedback-received and feedback-answered, of every agency and of all. Exit status 1 on any
difference. Small counts of persons are kept back from results.csv unless the home's method.yaml
says `disclosure: {mask: no}`, so the report is to be made with such a home.
"""

import argparse
import collections
import csv
import datetime
import pathlib
import sqlite3
import sys

from manila import Quarter, day, day_of, instant

ANSWERS = {"SUCCESSFUL", "PARTIALLY SUCCESSFUL", "DENIED", "REFERRED"}
MEASURES = ("feedback-received", "feedback-answered")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")
SHOWN = 20

Request = collections.namedtuple("Request", "agency received answered")


def received_day(text):
    """2022-01-20 or January 20, 2022; None where it is neither."""
    try:
        if text[:1].isdigit():
            return datetime.date.fromisoformat(text).toordinal()
        month, number, year = text.replace(",", "").split(" ")
        return datetime.date(int(year), MONTHS.index(month) + 1, int(number)).toordinal()
    except (AttributeError, TypeError, ValueError):
        return None


def response_day(rows):
    answers = [instant(row["first_snapshot"] + "Z") for row in rows if row["status"] in ANSWERS]
    return day_of(min(answers, default=None))


def read_log(path):
    """The requests that can be counted, and how many could not be and why."""
    connection = sqlite3.connect(pathlib.Path(path).resolve().as_uri() + "?mode=ro&immutable=1",
                                 uri=True)
    connection.row_factory = sqlite3.Row
    rows = connection.execute("SELECT * FROM foi_log").fetchall()
    connection.close()
    seen = collections.defaultdict(list)
    awkward = collections.Counter({"rows without a request number":
                                   sum(row["request"] is None for row in rows)})
    for row in rows:
        if row["request"] is not None:
            seen[row["request"]].append(row)
    requests = [take_request(statuses, awkward) for statuses in seen.values()]
    return [request for request in requests if request], awkward, len(rows)


def take_request(rows, awkward):
    """One request from its rows; None, and counted as awkward, where they contradict each other."""
    agencies = {row["agency"] for row in rows}
    days = {received_day(row["date"]) for row in rows}
    answered = response_day(rows)
    faults = {"requests of several agencies": len(agencies) > 1,
              "requests without an agency": None in agencies or "" in agencies,
              "requests of several dates": len(days) > 1,
              "requests of an unreadable date": None in days}
    notes = {"requests in both forms of dates": len({row["date"][:1].isdigit() for row in rows
                                                     if row["date"]}) > 1,
             "requests of several answers":
                 len({row["status"] for row in rows} & ANSWERS) > 1,
             "requests answered before they were received":
                 answered is not None and None not in days and answered < min(days),
             "requests of an agency whose code holds a space":
                 any(" " in (agency or "") for agency in agencies)}
    awkward.update({kind: int(found) for kind, found in (faults | notes).items()})
    return None if any(faults.values()) else Request(agencies.pop(), days.pop(), answered)


def count_requests(requests, quarter, as_of):
    """(body, measure) -> number; what is none has no entry."""
    counts = collections.Counter()
    for request in requests:
        if not quarter.holds(request.received) or request.received > as_of:
            continue
        for body in (request.agency, "=all"):
            counts[body, MEASURES[0]] += 1
            if request.answered is not None and request.answered <= as_of:
                counts[body, MEASURES[1]] += 1
    return counts


def read_counts(path, period):
    """The same from results.csv; groups other than all are not looked at."""
    counts = collections.Counter()
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, strict=True):
            body = row["body"]
            if (row["kind"] == "measure" and row["id"] in MEASURES and row["period"] == period
                    and row["category"] == "" and (body == "=all" or not body.startswith("="))):
                if (body, row["id"]) in counts:
                    raise ValueError(f"{body} {row['id']} stands twice in {path}")
                if row["n"] == "c":
                    raise SystemExit(f"{body} {row['id']} is kept back in {path}: make the report"
                                     " with a home whose method.yaml says mask: no")
                counts[body, row["id"]] = int(row["n"])
                if int(row["numerator"]) != int(row["n"]) * int(row["denominator"]):
                    raise ValueError(f"{body} {row['id']} is no count of its rows in {path}")
    return counts


def compare(expected, found):
    for body, measure in sorted(expected.keys() | found.keys()):
        wanted, got = expected[body, measure], found[body, measure]
        if wanted != got:
            yield f"{body} {measure}: {wanted} recounted, {got} in the file"


def read_arguments(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("log")
    parser.add_argument("results")
    parser.add_argument("--period", required=True, help="the reported quarter: 2022-Q1")
    parser.add_argument("--as-of", type=day, help="(default: the quarter's last day)")
    return parser.parse_args(arguments)


def main(arguments):
    options = read_arguments(arguments)
    quarter = Quarter(options.period)
    requests, awkward, rows = read_log(options.log)
    print(f"{rows} rows, {len(requests)} requests that can be counted")
    for kind, number in sorted(awkward.items()):
        print(f"{number} {kind}")
    expected = count_requests(requests, quarter,
                              quarter.last if options.as_of is None else options.as_of)
    found = read_counts(options.results, quarter.name)
    differences = list(compare(expected, found))
    for line in differences[:SHOWN]:
        print(line)
    compared = len(expected.keys() | found.keys())
    totals = ", ".join(f"{measure} {expected['=all', measure]}" for measure in MEASURES)
    print(f"{totals}: {len(differences)} differences in {compared} values compared")
    return 1 if differences or not expected else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
