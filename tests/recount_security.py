# SPDX-License-Identifier: MIT
"""How accounts are accessed and whether incidents are over: the controls on security."""

from manila import day_of, holds
from recount import group_by

PROTOCOLS = ("mfa", "password_policy", "role_review", "recovery_contacts", "offboarding")
ATTESTED_FOR_DAYS = 180


def weakest(answers):
    """What several attestations say together: 0 where one says no, None where one is silent."""
    return 0 if 0 in answers else None if None in answers else 1


def verdict(answer):
    return {1: "met", 0: "not_met", None: "no_evidence"}[answer]


def latest_checks(world, quarter):
    """(account, its attestations of the latest day) of the accounts in use at the end."""
    checks = group_by(world.rows("access_check"), "account")
    for account in world.active_at(quarter.last):
        known = [row for row in checks.get(account.account, ()) if row.checked_on <= quarter.last]
        latest = max((row.checked_on for row in known), default=None)
        yield account, [row for row in known if row.checked_on == latest]


def attested(*names):
    """The control that all of these columns be attested with yes."""
    def control(world, quarter):
        for account, checks in latest_checks(world, quarter):
            answers = [weakest([row.raw[name] for row in checks]) if checks else None
                       for name in names]
            yield account.agency, account.account, verdict(weakest(answers))
    return control


def attested_lately(world, quarter):
    for account, checks in latest_checks(world, quarter):
        recent = [row.checked_on > quarter.last - ATTESTED_FOR_DAYS for row in checks]
        yield (account.agency, account.account,
               "met" if any(recent) else "not_met" if recent else "no_evidence")


def open_at(incident, end):
    first = incident.detected_at if incident.detected_at is not None else incident.occurred_at
    return (first is not None and day_of(first) <= end
            and (incident.recovered_at is None or day_of(incident.recovered_at) > end))


def no_open_incident(world, quarter):
    incidents = group_by(world.rows("incident"), "agency")
    reviews = group_by((row for row in world.rows("review") if row.subject == "security"), "agency")
    for agency, row in world.agencies.items():
        if not holds(row.active_from, row.active_to, quarter.last):
            continue
        if any(open_at(incident, quarter.last) for incident in incidents.get(agency, ())):
            yield agency, agency, "not_met"
        elif any(quarter.holds(review.examined_on) for review in reviews.get(agency, ())):
            yield agency, agency, "met"
        else:
            yield agency, agency, "no_evidence"


SECURITY_CONTROLS = {
    "SEC-1": attested(*PROTOCOLS), "SEC-2": attested("secure_computer"),
    "SEC-3": attested("secure_browser"), "SEC-4": attested("secure_network"),
    "SEC-5": attested_lately, "SEC-6": no_open_incident,
}
