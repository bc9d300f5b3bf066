# SPDX-License-Identifier: MIT
"""Counts every control and measure from the raw rows of a database, without any logic in SQL.

The rules are written a second time here, from their meaning and not from queries/, so that a
mistake in a listing shows as a difference (recompute.py).
"""

import collections
import functools
import math
from fractions import Fraction

from manila import WorkingDays, day, day_of, holds, instant

ORDER = day("2018-02-05")  # the day from which the controls hold
GRACE_DAYS = 90
MANDATED = ("NGA", "GOCC", "GFI", "GICP")
ENCOURAGED = ("CONCOM", "CONGRESS", "JUDICIARY", "SUC", "LGU")
PUBLISHING_ROLES = ("head", "social_media_officer", "account_administrator", "team_member", "legal")
OUTCOMES = ("met", "not_met", "no_evidence")

# A control of which a table is not supplied is not measured.
CONTROL_TABLES = {
    "EML-1": ("account", "agency_domain"), "APR-1": ("account", "approval", "assignment"),
    "APR-2": ("account", "approval"), "DEF-10": ("account", "assignment", "content_plan"),
    "PST-1": ("account", "post", "assignment"), "BLK-6": ("account", "post_violation"),
    "PRV-1": ("account", "private_disclosure"), "POL-2": ("account", "policy"),
    "SEC-4": ("account", "access_check"), "TEM-2": ("agency", "assignment"),
    "TEM-6": ("account", "assignment"), "POP-1": ("agency", "submission"),
    "SEC-1": ("account", "access_check"), "SEC-2": ("account", "access_check"),
    "SEC-3": ("account", "access_check"), "SEC-5": ("account", "access_check"),
    "SEC-6": ("agency", "incident", "review"), "TEM-1": ("agency", "assignment"),
    "TEM-3": ("agency", "assignment", "qualification"),
    "TEM-4": ("agency", "assignment", "qualification"),
    "TEM-5": ("agency", "assignment", "competency"), "TEM-6b": ("account", "assignment"),
    "TEM-7": ("account", "assignment", "qualification"), "TEM-8": ("agency", "assignment"),
    "TEM-9": ("agency", "duty_review"),
    "PUR-1": ("agency", "account", "approval"), "FDB-1": ("account",),
    "APR-3": ("account", "approval"), "APR-4": ("account", "approval", "assignment"),
    "ACC-1": ("account",), "ACC-2": ("agency", "discovery", "review"),
    "DEF-1": ("account",), "DEF-2": ("account",), "DEF-3": ("account", "assignment"),
    "DEF-4": ("account",), "DEF-5": ("account",), "DEF-6": ("account", "content_plan"),
    "DEF-7": ("account", "content_plan"), "DEF-8": ("account", "content_plan"),
    "DEF-9": ("account", "content_plan"), "DUR-1": ("account",),
    "PST-2": ("account", "post"), "PST-3": ("account", "post"), "CNT-4": ("account", "post"),
    "BLK-1": ("account", "post_violation", "review"),
    "BLK-2": ("account", "post_violation", "review"),
    "BLK-3": ("account", "post_violation", "review"),
    "BLK-4": ("account", "post_violation", "review"),
    "BLK-5": ("account", "post_violation", "review"),
    "PRV-2": ("account", "private_disclosure", "review"),
    "PRV-3": ("account", "private_disclosure", "incident"),
    "POL-1": ("account", "policy"), "POL-3": ("account", "policy"), "POL-4": ("account", "policy"),
    "POL-5": ("account", "policy"), "POL-6": ("account", "policy"), "CIV-2": ("agency", "policy"),
    "CIV-3": ("agency", "policy", "training"), "SAN-2": ("agency", "personnel_case"),
    "SAN-6": ("account", "post_violation"), "FDB-3": ("agency", "feedback", "clock"),
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
    "competencies": "mean", "smo-vacant-days": "sum", "duties-evidenced": "mean",
    "campaigns": "count", "campaigns-planned": "share",
    "moderation-flagged": "count", "moderation-reviewed": "count",
    "moderation-action-rate": "share", "moderation-automated": "share",
    "moderation-notice-rate": "share", "moderation-without-clause": "count",
    "users-blocked": "count", "appeals-received": "count", "appeals-decided": "count",
    "appeal-reversal-rate": "share", "appeal-rate": "share", "appeals-pending": "count",
    "moderation-time-median": "median", "appeal-time-median": "median",
    "incident-detection-mean": "mean", "incident-detection-median": "median",
    "incident-acknowledgement-mean": "mean", "incident-acknowledgement-median": "median",
    "incident-recovery-mean": "mean", "incident-recovery-median": "median",
    "incident-dwell-median": "median", "incidents-open": "count",
    "incidents-occurrence-unknown": "count", "incidents-repeated": "share",
    "incidents-reviewed": "share", "breach-notice-on-time": "share", "incident-rate": "ratio",
    "accounts-posting": "share", "posts-per-week": "ratio", "engagement-by-followers": "ratio",
    "amplification": "ratio", "applause": "ratio", "audience-growth": "ratio",
    "accounts-created-official": "share", "approval-turnaround-median": "median",
    "approvals-decided": "count", "approvals-pending": "count", "approvals-pending-long": "count",
    "discoveries-found": "count", "discoveries-resolved": "share", "definition-parts": "mean",
    "bodies-adopted": "share", "staff-trained": "ratio", "staff-participating": "ratio",
    "staff-headcount": "sum",
    "posts-transparency": "share", "posts-statements": "share", "posts-advisories": "share",
    "posts-originals": "share", "posts-participatory": "count", "participants": "sum",
    "engagement-by-impressions": "ratio", "video-engagement": "ratio", "virality": "ratio",
    "posts-without-reach": "count", "posts-violating": "share",
    "violation-removal-median": "median", "violations-still-up": "count",
    "cases-complained": "count", "cases-by-conduct": "count", "cases-open": "count",
    "cases-open-long": "count", "cases-decided": "count", "cases-appealed": "count",
    "case-days-median": "median", "cases-investigated-days-median": "median",
    "cases-ra6713": "count", "cases-referred": "count", "cases-contract": "count",
    "feedback-referred-in": "count", "feedback-referred-out": "count", "feedback-open": "count",
    "feedback-resolution-rate": "share", "feedback-resolution-median": "median",
    "clock-due": "count", "clock-on-time": "share", "clock-late": "count",
    "clock-open-past-due": "count", "clock-not-yet-due": "count",
    "requests-resolved": "share", "requests-on-time": "share",
    "suggestions": "count", "suggestions-disposed": "share",
    "backlog-start": "count", "backlog-received": "count", "backlog-closed": "count",
    "backlog-end": "count", "sentiment": "count", "sentiment-classified": "share",
    "sentiment-net": "ratio", "satisfaction-mean": "mean", "channels-logging": "count",
    "channels-logging-throughout": "count", "bodies-logging": "count",
    "satisfaction-ratings": "count", "answer-days": "count", "request-days": "count",
    "urgent-hours": "count", "feedback-like-for-like": "count", "feedback-like-for-like-before": "count",
    "feedback-like-for-like-year": "count", "feedback-like-for-like-year-before": "count",
}


def plain(value):
    return None if value == "" else value


@functools.lru_cache(maxsize=None)
def reader_of(column):
    if column.endswith("_at"):
        return instant
    dated = column.endswith(("_on", "_from", "_to")) and column != "referred_to"
    return day if dated else plain


class Row:
    """A row of a table. Its dates are read when they are asked for: _at an instant, _on a day. Empty
    text says as little as NULL does."""

    __slots__ = ("raw",)

    def __init__(self, raw):
        self.raw = raw

    def __getattr__(self, name):
        return reader_of(name)(self.raw[name])


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
        if statistic == "sum":
            return Fraction(self.total)
        if statistic in ("share", "mean", "ratio"):
            return Fraction(self.total, self.base) if self.base else (self.total, 0)
        values = sorted(self.values)
        if statistic == "p90":
            return Fraction(values[math.ceil(Fraction(9 * self.n, 10)) - 1])
        middle = self.n // 2
        return Fraction(values[middle] if self.n % 2 else values[middle - 1] + values[middle],
                        1 if self.n % 2 else 2)


def created_under_the_order(account):
    return (account.created_on is not None and account.created_on >= ORDER
            and account.legacy != 1)


def agency_of(world, row):
    """The lead agency of the row's account; None where there is no such account."""
    account = world.accounts.get(row.account)
    return account.agency if account else None


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
        self.reported_quarter = None  # the deadline is for its returns alone
        self.tables = {row["name"] for row in connection.execute("SELECT * FROM sqlite_master")
                       if row["type"] in ("table", "view")}
        self.agencies = {row.agency: row for row in self.rows("agency")}
        self.accounts = {row.account: row for row in self.rows("account")}
        self.submissions = list(self.rows("submission"))
        self.exemptions = group_by(self.rows("exemption"), "agency", "control")
        self.withdrawn = {row.finding for row in self.rows("response")
                          if row.kind == "contest" and row.decision == "withdrawn"
                          and row.received_on <= as_of
                          and row.decided_on is not None and row.decided_on <= as_of}
        self.leads = group_by((row for row in self.rows("account_agency") if row.role == "lead"
                               and (row.valid_from or row.valid_to) is not None), "account")
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

    def knows(self, moment):
        """Whether a moment is on record and not after the day of the data."""
        return moment is not None and day_of(moment) <= self.as_of

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

    def exempted(self, agency, control, item, on):
        """Set aside on a day, or for good because the finding was withdrawn after a contest."""
        return f"{control}/{agency}/{item}" in self.withdrawn or any(
            row.item in (None, item) and row.granted_on <= on
            and (row.expires_on is None or row.expires_on > on)
            for row in self.exemptions.get((agency, control), ()))

    def lead(self, account, on):
        """The agency that led an account on a day: the one that began last of those recorded."""
        dated = [row for row in self.leads.get(account, ())
                 if holds(row.valid_from, row.valid_to, on)]
        if not dated:
            return self.accounts[account].agency
        return max(dated, key=lambda row: (row.valid_from or 0, row.agency)).agency

    def reported(self, quarter):
        """The agencies that sent a return for the quarter, for the reported one until its last
        day, for an earlier one as far as it is known;
        all of them where nobody ever did."""
        if not self.submissions:
            return set(self.agencies)
        limit = self.submitted_by if quarter.name == self.reported_quarter else self.as_of
        return {row.agency for row in self.submissions if row.period == quarter.name
                and (limit is None or row.submitted_at is None
                     or day_of(row.submitted_at) <= limit)}

    def active_at(self, end):
        return [row for row in self.accounts.values()
                if (row.created_on is None or row.created_on <= end)
                and (row.closed_on is None or row.closed_on > end)]

    def active_in(self, quarter):
        return [row for row in self.accounts.values()
                if (row.created_on is None or row.created_on <= quarter.last)
                and (row.closed_on is None or row.closed_on > quarter.first)]
