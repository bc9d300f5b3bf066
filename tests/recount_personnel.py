# SPDX-License-Identifier: MIT
"""What followed for persons: the controls on cases and on violations acted on, and the measures of
cases."""

from manila import day_of
from recount_content import owner, violation_items

LONG_DAYS = 365


def is_open(case, end):
    return (case.complained_on is not None and case.complained_on <= end
            and (case.decided_on is None or case.decided_on > end))


def steps_dated(case, end):
    """Whether each step that was taken by the end has the day of the step before it."""
    if case.decided_on is not None and case.decided_on <= end:
        return all(on is not None and on <= case.decided_on
                   for on in (case.investigated_on, case.charged_on))
    charged = case.charged_on is not None and case.charged_on <= end
    investigated = case.investigated_on is not None and case.investigated_on <= end
    return investigated or not charged


def kept_procedure(world, quarter):
    for case in world.rows("personnel_case"):
        decided_now = (case.complained_on is not None and case.complained_on <= quarter.last
                       and quarter.holds(case.decided_on))
        if case.under_raccs == 1 and (is_open(case, quarter.last) or decided_now):
            yield (case.agency, case.personnel_case,
                   "met" if steps_dated(case, quarter.last) else "not_met")


def acted_on(world, row):
    return (row.personnel_case is not None
            or row.no_action_on is not None and row.no_action_on <= world.as_of)


def violations_acted_on(world, quarter):
    found = [row for row in world.rows("post_violation")
             if row.account in world.accounts and quarter.holds(day_of(row.found_at))]
    for (post, category), rows in violation_items(found):
        on = max(day_of(row.found_at) for row in rows)
        yield (owner(world, rows[0], on), f"{post}/{category}",
               "met" if all(acted_on(world, row) for row in rows) else "not_met", on)


PERSONNEL_CONTROLS = {"SAN-2": kept_procedure, "SAN-6": violations_acted_on}


def stage(case, end):
    for name, on in (("charge", case.charged_on), ("investigation", case.investigated_on)):
        if on is not None and on <= end:
            return name
    return "complaint"


def gather_open(gathering, case):
    for quarter in gathering.quarters:
        if is_open(case, quarter.last):
            gathering.add("cases-open", quarter.last, case.agency, offence=case.offence,
                          stage=stage(case, quarter.last))
            if case.complained_on < quarter.last - LONG_DAYS:
                gathering.add("cases-open-long", quarter.last, case.agency)


def gather_decided(gathering, case):
    on, agency = case.decided_on, case.agency
    gathering.add("cases-decided", on, agency, outcome=case.outcome, penalty=case.penalty,
                  offence=case.offence)
    if case.statute == "RA 6713":
        gathering.add("cases-ra6713", on, agency, penalty=case.penalty)
    if case.engagement in ("cos", "jo"):
        gathering.add("cases-contract", on, agency, outcome=case.outcome)


def gather_days(gathering, measure, case, on):
    if case.complained_on is not None and on is not None and on >= case.complained_on:
        gathering.add(measure, on, case.agency, on - case.complained_on)


def gather_cases(gathering):
    for case in gathering.world.rows("personnel_case"):
        gathering.add("cases-complained", case.complained_on, case.agency, offence=case.offence,
                      conduct=case.conduct)
        gathering.add("cases-by-conduct", case.complained_on, case.agency, conduct=case.conduct)
        gathering.add("cases-appealed", case.appealed_on, case.agency)
        gathering.add("cases-referred", case.referred_on, case.agency)
        gather_days(gathering, "case-days-median", case, case.decided_on)
        gather_days(gathering, "cases-investigated-days-median", case, case.investigated_on)
        gather_open(gathering, case)
        gather_decided(gathering, case)


PERSONNEL_GATHERERS = (gather_cases,)
