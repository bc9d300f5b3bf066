# SPDX-License-Identifier: MIT
"""Counts every control and measure from the raw rows of a database, without any logic in SQL.

The rules are written a second time here, from their meaning and not from queries/, so that a
mistake in a listing shows as a difference (recompute.py).
"""

import collections
import math
from fractions import Fraction

from manila import WorkingDays, day, holds, instant

ORDER = day("2018-02-05")  # the day from which the controls hold
RESPONSE_DAYS = 15
GRACE_DAYS = 90
MANDATED = ("NGA", "GOCC", "GFI", "GICP")
ENCOURAGED = ("CONCOM", "CONGRESS", "JUDICIARY", "SUC", "LGU")
PUBLISHING_ROLES = ("head", "social_media_officer", "account_administrator", "team_member", "legal")
OUTCOMES = ("met", "not_met", "no_evidence")

# A control of which a table is not supplied is not measured.
CONTROL_TABLES = {
    "EML-1": ("account", "agency_domain"), "APR-1": ("account", "approval", "assignment"),
    "APR-2": ("account", "approval"), "DEF-10": ("account", "assignment", "content_plan"),
    "PST-1": ("account", "post", "assignment"), "BLK-6": ("account", "post_violation", "review"),
    "PRV-1": ("account", "private_disclosure", "review"), "POL-2": ("account", "policy"),
    "SEC-4": ("account", "access_check"), "TEM-2": ("agency", "assignment"),
    "TEM-6": ("account", "assignment"), "POP-1": ("agency", "submission"),
}

STATISTICS = {
    "accounts-active": "count", "feedback-received": "count", "feedback-spam": "count",
    "feedback-duplicates": "count", "feedback-required": "count", "feedback-answered": "count",
    "feedback-response-rate": "share", "feedback-on-time": "share",
    "feedback-response-median": "median", "feedback-response-p90": "p90",
    "posts-published": "count", "engagement-rate": "ratio", "moderation-actions": "count",
    "incidents-detected": "count", "incident-containment-mean": "mean",
    "incident-containment-median": "median", "violations-found": "count",
    "disclosures-found": "count", "disclosure-consent": "share",
}


class Row:
    """A row of a table. Its dates are read when they are asked for: _at an instant, _on a day. Empty
    text says as little as NULL does."""

    __slots__ = ("raw",)

    def __init__(self, raw):
        self.raw = raw

    def __getattr__(self, name):
        value = self.raw[name]
        if name.endswith("_at"):
            return instant(value)
        if name.endswith(("_on", "_from")) or name.endswith("_to") and name != "referred_to":
            return day(value)
        return None if value == "" else value


class Pile:
    """What a measure gathered in one place: enough for any statistic of it."""

    def __init__(self):
        self.n, self.total, self.base, self.values = 0, 0, 0, []

    def add(self, value, per, keep):
        self.n += 1
        self.total += value
        self.base += per
        if keep:
            self.values.append(value)

    def take_in(self, other):
        self.n += other.n
        self.total += other.total
        self.base += other.base
        self.values += other.values

    def value(self, statistic):
        if statistic == "count":
            return Fraction(self.n)
        if statistic in ("share", "mean", "ratio"):
            return Fraction(self.total, self.base)
        values = sorted(self.values)
        if statistic == "p90":
            return Fraction(values[math.ceil(Fraction(9 * self.n, 10)) - 1])
        middle = self.n // 2
        return Fraction(values[middle] if self.n % 2 else values[middle - 1] + values[middle],
                        1 if self.n % 2 else 2)


def group_by(rows, *names):
    """Rows by the values of one column, or of several."""
    groups = collections.defaultdict(list)
    for row in rows:
        key = tuple(row.raw[name] for name in names)
        groups[key[0] if len(names) == 1 else key].append(row)
    return groups


class World:
    """The database's small tables in memory, its large ones row by row."""

    def __init__(self, connection, as_of, submitted_by=None):
        self.connection, self.as_of, self.submitted_by = connection, as_of, submitted_by
        self.tables = {row["name"] for row in connection.execute("SELECT * FROM sqlite_master")
                       if row["type"] in ("table", "view")}
        self.agencies = {row.agency: row for row in self.rows("agency")}
        self.accounts = {row.account: row for row in self.rows("account")}
        self.submissions = list(self.rows("submission"))
        self.exemptions = group_by(self.rows("exemption"), "agency", "control")
        assignments = list(self.rows("assignment"))
        self.duties = group_by(assignments, "officer", "agency")
        self.offices = group_by(assignments, "agency", "role")
        self.administrators = group_by(
            (row for row in assignments if row.role == "account_administrator"), "account")
        self.reviews = group_by(self.rows("review"), "account", "subject")
        self.working_days = WorkingDays(
            (row.scope, day(row.on_date)) for row in self.rows("holiday"))

    def rows(self, table):
        if table in self.tables:
            for raw in self.connection.execute(f'SELECT * FROM "{table}"'):
                yield Row(raw)

    def supplies(self, tables):
        return all(table in self.tables for table in tables)

    def existing(self, quarter):
        """The agencies that were there on at least one day of a quarter."""
        return {code: row for code, row in self.agencies.items()
                if (row.active_from is None or row.active_from <= quarter.last)
                and (row.active_to is None or row.active_to >= quarter.first)}

    def in_office(self, officer, agency, on):
        """The assignments that an officer held at an agency on a day."""
        return [duty for duty in self.duties.get((officer, agency), ())
                if holds(duty.starts_on, duty.ends_on, on)]

    def administered(self, account, on):
        return any(holds(duty.starts_on, duty.ends_on, on)
                   for duty in self.administrators.get(account, ()))

    def reviewed(self, account, subject, quarter):
        return any(quarter.holds(row.examined_on)
                   for row in self.reviews.get((account, subject), ()))

    def exempted(self, agency, control, item, quarter):
        return any(row.item in (None, item) and row.granted_on <= quarter.last
                   and (row.expires_on is None or row.expires_on > quarter.last)
                   for row in self.exemptions.get((agency, control), ()))

    def reported(self, quarter):
        """The agencies that sent a return for the quarter; all of them where nobody ever did."""
        if not self.submissions:
            return set(self.agencies)
        return {row.agency for row in self.submissions if row.period == quarter.name}

    def active_at(self, end):
        return [row for row in self.accounts.values()
                if (row.created_on is None or row.created_on <= end)
                and (row.closed_on is None or row.closed_on > end)]

    def active_in(self, quarter):
        return [row for row in self.accounts.values()
                if (row.created_on is None or row.created_on <= quarter.last)
                and (row.closed_on is None or row.closed_on > quarter.first)]
