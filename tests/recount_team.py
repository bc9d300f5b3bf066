# SPDX-License-Identifier: MIT
"""Who is in office for an agency's accounts and what they bring: the controls on the team."""

from manila import holds
from recount import created_under_the_order, group_by
from recount_security import verdict, weakest

EXPERIENCE_MONTHS = 12
EXECUTIVE_LEVEL = 2
COMPETENCIES = {"strategy", "community", "marketing", "technology"}
DUTIES = ("order", "objectives", "approach", "media")


def agencies_at(world, end):
    return [agency for agency, row in world.agencies.items()
            if holds(row.active_from, row.active_to, end)]


def office_held(world, agency, role, on):
    return [duty for duty in world.offices.get((agency, role), ())
            if holds(duty.starts_on, duty.ends_on, on)]


def led(world, end):
    """(agency, its Social Media Officers) of the agencies that have one at the end."""
    for agency in agencies_at(world, end):
        officers = {duty.officer
                    for duty in office_held(world, agency, "social_media_officer", end)}
        if officers:
            yield agency, sorted(officers)


def whole_team(world, quarter):
    for agency in agencies_at(world, quarter.last):
        officer = office_held(world, agency, "social_media_officer", quarter.last)
        others = (office_held(world, agency, "account_administrator", quarter.last)
                  + office_held(world, agency, "team_member", quarter.last))
        yield agency, agency, "met" if officer and others else "not_met"


def most(rows, name, end):
    """The highest value on record by the end; None where none is."""
    return max((row.raw[name] for row in rows if row.raw[name] is not None
                and (row.recorded_on is None or row.recorded_on <= end)), default=None)


def reaches(value, least):
    return None if value is None else int(value >= least)


def high_enough(rows, end):
    return reaches(most(rows, "executive_level", end), EXECUTIVE_LEVEL)


def experienced_in_ict(rows, end):
    return reaches(most(rows, "ict_months", end), EXPERIENCE_MONTHS)


def experienced(rows, end):
    """A year in one of two fields is enough; that it lacks both must be known of both."""
    either = (experienced_in_ict(rows, end),
              reaches(most(rows, "communications_months", end), EXPERIENCE_MONTHS))
    return 1 if 1 in either else None if None in either else 0


def qualified_officers(qualifies):
    """The control that every Social Media Officer in office at the end qualifies."""
    def control(world, quarter):
        qualifications = group_by(world.rows("qualification"), "officer")
        for agency, officers in led(world, quarter.last):
            yield agency, agency, verdict(weakest(
                [qualifies(qualifications.get(officer, ()), quarter.last) for officer in officers]))
    return control


def competencies_of(world, end):
    """(agency, how many of the four each of its officers in office has)."""
    evidence = group_by(world.rows("competency"), "officer")
    for agency, officers in led(world, end):
        yield agency, [len({row.competency for row in evidence.get(officer, ())
                            if row.evidenced_on is not None and row.evidenced_on <= end}
                           & COMPETENCIES) for officer in officers]


def competent_officers(world, quarter):
    for agency, counts in competencies_of(world, quarter.last):
        answers = [None if count == 0 else int(count == len(COMPETENCIES)) for count in counts]
        yield agency, agency, verdict(weakest(answers))


def created_by_administrator(world, quarter):
    for account in filter(created_under_the_order, world.accounts.values()):
        if not quarter.holds(account.created_on) or account.created_on > world.as_of:
            continue
        lead = world.lead(account.account, account.created_on)
        duties = world.in_office(account.created_by, lead, account.created_on)
        rightly = any(duty.role == "account_administrator"
                      and duty.account in (None, account.account) for duty in duties)
        yield (account.agency, account.account,
               "no_evidence" if account.created_by is None else "met" if rightly else "not_met",
               account.created_on)


def qualified_administrators(world, quarter):
    qualifications = group_by(world.rows("qualification"), "officer")
    for account in world.active_at(quarter.last):
        duties = [duty for duty in world.administrators.get(account.account, ())
                  if holds(duty.starts_on, duty.ends_on, quarter.last)]
        if duties:
            yield account.agency, account.account, verdict(weakest(
                [experienced_in_ict(qualifications.get(duty.officer, ()), quarter.last)
                 for duty in duties]))


def vacant_days(world, quarter):
    """(agency, the days of the quarter on which nobody was its Social Media Officer)."""
    for agency in agencies_at(world, quarter.last):
        started = world.agencies[agency].active_from
        first = quarter.first if started is None else max(quarter.first, started)
        yield agency, sum(not office_held(world, agency, "social_media_officer", on)
                          for on in range(first, quarter.last + 1))


def never_vacant(world, quarter):
    for agency, days in vacant_days(world, quarter):
        yield agency, agency, "not_met" if days else "met"


def duties_reviewed(world, quarter):
    """(agency, the answers on its duties in the quarter; None where nobody reviewed any)."""
    reviews = group_by((row for row in world.rows("duty_review") if row.period == quarter.name),
                       "agency")
    for agency in agencies_at(world, quarter.last):
        rows = reviews.get(agency)
        by_duty = group_by(rows or (), "duty")
        yield agency, rows and [
            weakest([row.evidenced for row in by_duty[duty]]) if duty in by_duty else None
            for duty in DUTIES]


def duties_done(world, quarter):
    for agency, answers in duties_reviewed(world, quarter):
        yield agency, agency, verdict(weakest(answers) if answers else None)


def gather_team(gathering):
    world = gathering.world
    for quarter in gathering.quarters:
        for agency, counts in competencies_of(world, quarter.last):
            gathering.add("competencies", quarter.last, agency, min(counts))
        for agency, days in vacant_days(world, quarter) if "assignment" in world.tables else ():
            gathering.add("smo-vacant-days", quarter.last, agency, days)
        for agency, answers in duties_reviewed(world, quarter):
            if answers:
                gathering.add("duties-evidenced", quarter.last, agency, answers.count(1))
    for row in world.rows("campaign"):
        gathering.add("campaigns", row.starts_on, row.agency)
        gathering.add("campaigns-planned", row.starts_on, row.agency, int(row.planned == 1))


TEAM_CONTROLS = {
    "TEM-1": whole_team, "TEM-3": qualified_officers(high_enough),
    "TEM-4": qualified_officers(experienced), "TEM-5": competent_officers,
    "TEM-6b": created_by_administrator, "TEM-7": qualified_administrators, "TEM-8": never_vacant,
    "TEM-9": duties_done,
}
