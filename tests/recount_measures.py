# SPDX-License-Identifier: MIT
"""The measures from raw rows: numerator, denominator and number of rows of every body."""

import collections

from manila import day_of
from recount import RESPONSE_DAYS, STATISTICS, Pile
from recount_controls import groups_of


class Gathering:
    """Piles by (measure, period, agency, category)."""

    def __init__(self, world, quarters):
        self.world, self.quarters = world, quarters
        self.piles = collections.defaultdict(Pile)

    def add(self, measure, on, agency, value=1, per=1, **categories):
        """A row of a day; its categories are breakdowns of their own beside the whole."""
        period = next((quarter.name for quarter in self.quarters if quarter.holds(on)), None)
        if period is None or agency not in self.world.agencies:
            return
        keep = STATISTICS[measure] in ("median", "p90")
        for category in ("", *(f"{name}={'not recorded' if which is None else which}"
                               for name, which in categories.items())):
            self.piles[measure, period, agency, category].add(value, per, keep)


def agency_of(world, row):
    """The lead agency of the row's account; None where there is no such account."""
    account = world.accounts.get(row.account)
    return account.agency if account else None


def gather_accounts(gathering):
    for quarter in gathering.quarters:
        for account in gathering.world.active_at(quarter.last):
            gathering.add("accounts-active", quarter.last, account.agency,
                          platform=account.platform)


def gather_message(gathering, row, received):
    """A message that is counted: neither spam nor a duplicate."""
    world, agency = gathering.world, row.agency
    on = day_of(received)
    gathering.add("feedback-received", on, agency, kind=row.kind, channel=row.channel)
    if row.requires_response != 1 or row.kind == "praise":
        return
    answer = row.first_response_at
    answered = (answer is not None and row.automatic != 1 and day_of(answer) <= world.as_of
                and answer >= received)  # an answer before its message is a slip of the pen
    gathering.add("feedback-required", on, agency)
    gathering.add("feedback-response-rate", on, agency, int(answered))
    if answered:
        gathering.add("feedback-answered", on, agency)
        gathering.add("feedback-response-median", on, agency, answer - received)
        gathering.add("feedback-response-p90", on, agency, answer - received)
    region = world.agencies[agency].region if agency in world.agencies else None
    due = world.working_days.due(on, region, RESPONSE_DAYS)
    if due <= world.as_of:
        gathering.add("feedback-on-time", due, agency, int(answered and day_of(answer) <= due))


def gather_feedback(gathering):
    for row in gathering.world.rows("feedback"):
        received = row.received_at
        if row.kind == "spam":
            gathering.add("feedback-spam", day_of(received), row.agency)
        elif row.duplicate_of is not None:
            gathering.add("feedback-duplicates", day_of(received), row.agency)
        else:
            gather_message(gathering, row, received)


def gather_posts(gathering):
    for row in gathering.world.rows("post"):
        agency, on = agency_of(gathering.world, row), day_of(row.published_at)
        gathering.add("posts-published", on, agency)
        if row.reach is not None and row.reach > 0:
            counts = (row.reactions, row.comments, row.shares, row.clicks)
            if any(count is not None for count in counts):
                engagements = sum(count or 0 for count in counts)
                gathering.add("engagement-rate", on, agency, engagements, row.reach)


def gather_moderation(gathering):
    for row in gathering.world.rows("moderation"):
        if row.action not in (None, "none"):
            gathering.add("moderation-actions", day_of(row.acted_at),
                          agency_of(gathering.world, row), category=row.category, action=row.action)


def gather_incidents(gathering):
    for row in gathering.world.rows("incident"):
        detected, contained = row.detected_at, row.contained_at
        first = detected if detected is not None else row.occurred_at
        gathering.add("incidents-detected", day_of(first), row.agency,
                      **{"class": row.raw["class"], "severity": row.severity})
        if (detected is not None and contained is not None and contained >= detected
                and day_of(contained) <= gathering.world.as_of):
            for measure in ("incident-containment-mean", "incident-containment-median"):
                gathering.add(measure, day_of(detected), row.agency, contained - detected)


def gather_violations(gathering):
    for row in gathering.world.rows("post_violation"):
        gathering.add("violations-found", day_of(row.found_at), agency_of(gathering.world, row),
                      category=row.category)


def gather_disclosures(gathering):
    for row in gathering.world.rows("private_disclosure"):
        agency, on = agency_of(gathering.world, row), day_of(row.disclosed_at)
        gathering.add("disclosures-found", on, agency)
        gathering.add("disclosure-consent", on, agency, int(row.consent_recorded == 1))


GATHERERS = (gather_accounts, gather_feedback, gather_posts, gather_moderation, gather_incidents,
             gather_violations, gather_disclosures)


def measure_groups(agency, statistic):
    """Mandated and encouraged bodies never share a rate: all together have counts only."""
    groups = groups_of(agency) or ("=unknown",)
    return groups + ("=all",) if statistic == "count" else groups


def recount_measures(world, quarters):
    """(body, period, "measure", measure, category) -> (value, rows behind it)."""
    gathering = Gathering(world, quarters)
    for gather in GATHERERS:
        gather(gathering)
    existing = {quarter.name: world.existing(quarter) for quarter in quarters}
    bodies = collections.defaultdict(Pile)
    for (measure, period, agency, category), pile in gathering.piles.items():
        groups = (measure_groups(world.agencies[agency], STATISTICS[measure])
                  if agency in existing[period] else ())
        for body in (agency, *groups):
            bodies[body, period, "measure", measure, category].take_in(pile)
    return {key: (pile.value(STATISTICS[key[3]]), pile.n) for key, pile in bodies.items()}
