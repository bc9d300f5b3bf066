# SPDX-License-Identifier: MIT
"""The measures of security incidents, each counted in the quarter in which it was detected."""

import collections

from manila import day_of
from recount import group_by

REPEATED_WITHIN_DAYS = 365
NOTICE_SECONDS = 72 * 3600
INTERVALS = {  # from, to
    "incident-detection": ("occurred_at", "detected_at"),
    "incident-acknowledgement": ("detected_at", "acknowledged_at"),
    "incident-containment": ("detected_at", "contained_at"),
    "incident-recovery": ("detected_at", "recovered_at"),
}


def detection(row):
    return row.detected_at if row.detected_at is not None else row.occurred_at


def interval(world, row, first, last):
    """Its seconds; None where an end of it is not known or they stand in the wrong order."""
    begun, ended = getattr(row, first), getattr(row, last)
    if not world.knows(begun) or not world.knows(ended) or ended < begun:
        return None
    return ended - begun


def gather_intervals(gathering, row, on):
    for name, (first, last) in INTERVALS.items():
        seconds = interval(gathering.world, row, first, last)
        if seconds is not None:
            gathering.add(name + "-mean", on, row.agency, seconds)
            gathering.add(name + "-median", on, row.agency, seconds)
    dwelt = interval(gathering.world, row, "occurred_at", "contained_at")
    if dwelt is not None:
        gathering.add("incident-dwell-median", on, row.agency, dwelt)


def repeats(row, alike):
    """Whether the like happened to the account within the year before."""
    found = detection(row)
    return any(detection(other) is not None and detection(other) < found
               and day_of(found) - day_of(detection(other)) <= REPEATED_WITHIN_DAYS
               for other in alike)


def gather_breach(gathering, row, on):
    """A breach of personal data is told to the commission and to those concerned in 72 hours."""
    if row.personal_data != 1 or row.detected_at is None:
        return
    limit = row.detected_at + NOTICE_SECONDS
    if day_of(limit) <= gathering.world.as_of:
        told = (row.npc_notified_at, row.subjects_notified_at)
        gathering.add("breach-notice-on-time", on, row.agency,
                      int(all(notice is not None and notice <= limit for notice in told)))


def gather_incident(gathering, row, alike):
    world, on = gathering.world, day_of(detection(row))
    gathering.add("incidents-detected", on, row.agency,
                  **{"class": row.raw["class"] or None, "severity": row.severity})
    gather_intervals(gathering, row, on)
    gather_breach(gathering, row, on)
    if not world.knows(row.recovered_at):
        gathering.add("incidents-open", on, row.agency)
    if row.occurred_at is None:
        gathering.add("incidents-occurrence-unknown", on, row.agency)
    comparable = row.account is not None and row.raw["class"] not in (None, "")
    gathering.add("incidents-repeated", on, row.agency, int(comparable and repeats(row, alike)))
    gathering.add("incidents-reviewed", on, row.agency, int(world.knows(row.reviewed_at)))


def gather_rate(gathering, incidents):
    """Incidents per hundred accounts in use at the end."""
    for quarter in gathering.quarters:
        found = collections.Counter(row.account for row in incidents
                                    if quarter.holds(day_of(detection(row))))
        for account in gathering.world.active_at(quarter.last):
            gathering.add("incident-rate", quarter.last,
                          gathering.lead(account.account, quarter.last),
                          100 * found[account.account])


def gather_incidents(gathering):
    incidents = [row for row in gathering.world.rows("incident")
                 if gathering.world.knows(detection(row))]
    likes = group_by(incidents, "account", "class")
    for row in incidents:
        gather_incident(gathering, row, likes[row.raw["account"], row.raw["class"]])
    if "incident" in gathering.world.tables:
        gather_rate(gathering, incidents)
