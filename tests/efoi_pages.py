#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""efoi_pages.py LOG FOLDER QUARTER: holds the feedback report that was published in FOLDER, its
workbook's every agency and its PDF's text, against a count of the raw rows of the eFOI log
(efoi_check.py). The as-of day is the quarter's last. The report was made with a home whose
method.yaml says `disclosure: {mask: no}`. Exits 1 on any difference."""

import pathlib
import re
import sys

from e2e import pdf_text, read_workbook, table_of
from efoi_check import MEASURES, count_requests, read_log
from manila import Quarter

TABLE = "Bodies with the most messages"
HEADINGS = dict(zip(MEASURES, ("Messages received", "Messages answered")))


def workbook_differences(expected, path):
    rows = {row["Code"]: row for row in table_of(read_workbook(path), TABLE)}
    agencies = {body for body, _ in expected if body != "=all"}
    for agency in sorted(rows.keys() | agencies):
        for measure, heading in HEADINGS.items():
            found = rows[agency][heading] if agency in rows else None
            if found != expected.get((agency, measure), 0):
                yield f"workbook, {agency}, {heading}: {found}"


def printed_rows(text):
    """Code, received and answered of each line of the table of agencies; code and name are one here."""
    for line in text.splitlines():
        match = re.match(r" *(\S.*?) {2,}\1 +([\d,]+) +[\d,]+ +([\d,]+) ", line)
        if match:
            yield match[1], *(int(match[i].replace(",", "")) for i in (2, 3))


def page_differences(expected, path):
    text = pdf_text(path, "-layout")
    received, answered = (expected["=all", measure] for measure in MEASURES)
    flat = " ".join(text.split())
    if f"Citizens sent {received:,} messages" not in flat or f"{answered:,} of " not in flat:
        yield "PDF: the totals do not stand in the summary"
    printed = list(printed_rows(text))
    if len(printed) < 10:
        yield f"PDF: only {len(printed)} agencies were found"
    for agency, *found in printed:
        wanted = [expected.get((agency, measure), 0) for measure in MEASURES]
        if found != wanted:
            yield f"PDF, {agency}: {found}, {wanted} counted"


def main(log, folder, period):
    quarter = Quarter(period)
    expected = count_requests(read_log(log)[0], quarter, quarter.last)
    (pdf,) = pathlib.Path(folder).glob("oversight/*_feedback_*.pdf")
    differences = [*workbook_differences(expected, pdf.with_suffix(".xlsx")),
                   *page_differences(expected, pdf)]
    print(*differences, sep="\n")
    print(f"{len(expected)} counts, {len(differences)} differences")
    return 1 if differences or not expected else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) == 4 else __doc__)
