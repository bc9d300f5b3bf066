# SPDX-License-Identifier: MIT
"""The measures from raw rows: numerator, denominator and number of rows of every body."""

import collections

from recount import STATISTICS, Pile
from recount_clocks import gather_clocks
from recount_content import CONTENT_GATHERERS
from recount_controls import groups_of
from recount_feedback import FEEDBACK_GATHERERS
from recount_incidents import gather_incidents
from recount_moderation import gather_moderation
from recount_personnel import PERSONNEL_GATHERERS
from recount_registry_measures import REGISTRY_GATHERERS
from recount_team import gather_team


class Gathering:
    """Piles by (measure, period, agency, category)."""

    def __init__(self, world, quarters):
        self.world, self.quarters = world, quarters
        self.piles = collections.defaultdict(Pile)
        self.wholes = collections.defaultdict(Pile)  # of all bodies together only

    def lead(self, account, on):
        """Whose account it is at the end of the quarter of a day; None for no account on record."""
        quarter = next((quarter for quarter in self.quarters if quarter.holds(on)), None)
        if quarter is None or account not in self.world.accounts:
            return None
        return self.world.lead(account, quarter.last)

    def add(self, measure, on, agency, value=1, per=1, whole=None, **categories):
        """A row of a day; its categories are breakdowns of their own beside the whole, those of
        `whole` only of all bodies together."""
        period = next((quarter.name for quarter in self.quarters if quarter.holds(on)), None)
        if period is None or agency not in self.world.agencies:
            return
        keep = STATISTICS[measure] in ("median", "p90")
        for category in ("", *(f"{name}={'not recorded' if which is None else which}"
                               for name, which in categories.items())):
            self.piles[measure, period, agency, category].add(value, per, keep)
        for name, which in (whole or {}).items():
            self.wholes[measure, period, agency, f"{name}={which}"].add(value, per, keep)


def gather_accounts(gathering):
    for quarter in gathering.quarters:
        for account in gathering.world.active_at(quarter.last):
            gathering.add("accounts-active", quarter.last,
                          gathering.lead(account.account, quarter.last), platform=account.platform)


GATHERERS = (gather_accounts, *FEEDBACK_GATHERERS, gather_clocks, gather_moderation,
             gather_incidents, *CONTENT_GATHERERS, *PERSONNEL_GATHERERS, gather_team, *REGISTRY_GATHERERS)


def measure_groups(agency, statistic):
    """Mandated and encouraged bodies never share a rate: all together have counts and sums only."""
    groups = groups_of(agency) or ("=unknown",)
    return groups + ("=all",) if statistic in ("count", "sum") else groups


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
    for (measure, period, agency, category), pile in gathering.wholes.items():
        if agency in existing[period]:
            bodies["=all", period, "measure", measure, category].take_in(pile)
    return {key: (pile.value(STATISTICS[key[3]]), pile.n) for key, pile in bodies.items()}
