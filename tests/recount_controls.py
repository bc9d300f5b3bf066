# SPDX-License-Identifier: MIT
"""The controls' outcomes from raw rows: each function yields (agency, item, outcome), and of acts
whose day is known that day behind them. Items that are accounts go to the lead of the day."""

import collections

from manila import day_of, holds
from recount import (CONTROL_TABLES, ENCOURAGED, GRACE_DAYS, MANDATED, ORDER, PUBLISHING_ROLES,
                     OUTCOMES, created_under_the_order, group_by)
from recount_clocks import CLOCK_CONTROLS
from recount_content import CONTENT_CONTROLS
from recount_personnel import PERSONNEL_CONTROLS
from recount_registry import REGISTRY_CONTROLS
from recount_security import SECURITY_CONTROLS
from recount_team import TEAM_CONTROLS


def official_email(world, quarter):
    domains = group_by(world.rows("agency_domain"), "agency")
    for account in world.active_at(quarter.last):
        address = account.email_domain
        lead = world.lead(account.account, quarter.last)
        own = [row.domain.lower() for row in domains.get(lead, ())
               if holds(row.valid_from, row.valid_to, quarter.last)]
        if address is None:
            outcome = "no_evidence"
        elif any(("." + address.lower()).endswith("." + domain) for domain in own):
            outcome = "met"
        else:
            outcome = "not_met"
        yield account.agency, account.account, outcome


def decided_with_authority(world, approval):
    created = world.accounts[approval.account].created_on  # mostly later: nobody led it before
    agency = world.lead(approval.account, max(approval.decided_on, created))
    return any(duty.role == "social_media_officer"
               or duty.role == "head" and approval.endorsed_by_smo == 1
               for duty in world.in_office(approval.decided_by, agency, approval.decided_on))


def approval_outcome(world, requests, end):
    decided = [row for row in requests if row.decision in ("approved", "denied")
               and (row.decided_on is None or row.decided_on <= end)]
    approved = [row for row in decided if row.decision == "approved"]
    complete = [row for row in approved
                if row.decided_on is not None and row.decided_by is not None]
    if any(decided_with_authority(world, row) for row in complete):
        return "met"
    if complete or len(decided) > len(approved):
        return "not_met"  # not authorised, or denied
    if approved or not requests:
        return "no_evidence"
    return "not_met"  # pending


def approved_account(world, quarter):
    approvals = group_by(world.rows("approval"), "account")
    for account in world.active_at(quarter.last):
        if created_under_the_order(account):
            requests = [row for row in approvals.get(account.account, ())
                        if row.requested_on is None or row.requested_on <= quarter.last]
            yield (account.agency, account.account,
                   approval_outcome(world, requests, quarter.last))


def approved_before_creation(world, quarter):
    approvals = group_by(world.rows("approval"), "account")
    for account in filter(created_under_the_order, world.accounts.values()):
        known = [row.decided_on for row in approvals.get(account.account, ())
                 if row.decision == "approved"
                 and (row.decided_on is None or row.decided_on <= world.as_of)]
        dated = [decided for decided in known if decided is not None]
        late = bool(dated) and min(dated) > account.created_on
        act = min(dated) if late else account.created_on
        if known and quarter.holds(act) and act <= world.as_of:
            yield (account.agency, account.account,
                   "not_met" if late else "met" if dated else "no_evidence", act)


def authorised_post(world, quarter):
    for post in world.rows("post"):
        on = day_of(post.published_at)
        account = world.accounts.get(post.account)
        if account is None or not quarter.holds(on):
            continue
        lead = world.lead(post.account, on)
        if post.author is None:
            yield lead, post.post, "no_evidence", on
            continue
        authorised = any(duty.role in PUBLISHING_ROLES and duty.account in (None, post.account)
                         for duty in world.in_office(post.author, lead, on))
        yield lead, post.post, "met" if authorised else "not_met", on


def designated_by_head(world, duty):
    return any(held.role == "head"
               for held in world.in_office(duty.designated_by, duty.agency, duty.starts_on))


def designated_officer(world, quarter):
    for agency, row in world.agencies.items():
        if not holds(row.active_from, row.active_to, quarter.last):
            continue
        officers = [duty for duty in world.offices.get((agency, "social_media_officer"), ())
                    if holds(duty.starts_on, duty.ends_on, quarter.last)]
        ordered = [duty for duty in officers if duty.starts_on is not None
                   and duty.designation_ref is not None]
        if any(designated_by_head(world, duty) for duty in ordered):
            yield agency, agency, "met"
        elif any(duty.designated_by is not None for duty in ordered) or not officers:
            yield agency, agency, "not_met"  # not by the head, or vacant
        else:
            yield agency, agency, "no_evidence"


def administered_account(world, quarter):
    for account in world.active_at(quarter.last):
        yield (account.agency, account.account,
               "met" if world.administered(account.account, quarter.last) else "not_met")


def submitted_return(world, quarter):
    submitted = world.reported(quarter) if world.submissions else ()
    for agency in world.existing(quarter):
        yield agency, agency, "met" if agency in submitted else "not_met"


CONTROLS = {
    "EML-1": official_email, "APR-1": approved_account, "APR-2": approved_before_creation,
    "PST-1": authorised_post, "TEM-2": designated_officer,
    "TEM-6": administered_account, "POP-1": submitted_return,
} | CLOCK_CONTROLS | CONTENT_CONTROLS | PERSONNEL_CONTROLS | REGISTRY_CONTROLS
CONTROLS |= SECURITY_CONTROLS | TEAM_CONTROLS


def agency_tallies(world, quarter, control):
    """Per agency [met, not met, no evidence, exempt]."""
    tallies = collections.defaultdict(lambda: [0, 0, 0, 0])
    if not world.supplies(CONTROL_TABLES[control]) or quarter.last < ORDER:
        return tallies
    for agency, item, outcome, *act in CONTROLS[control](world, quarter):
        on = act[0] if act else quarter.last
        if item in world.accounts:
            agency = world.lead(item, on)
        if agency in world.agencies:
            exempt = world.exempted(agency, control, item, on)
            tallies[agency][3 if exempt else OUTCOMES.index(outcome)] += 1
    return tallies


def groups_of(agency):
    """The groups of which the controls are counted; a body of no known class is in none."""
    if agency.raw["class"] in MANDATED:
        return "=mandated", "=class:" + agency.raw["class"]
    if agency.raw["class"] in ENCOURAGED:
        return "=encouraged", "=class:" + agency.raw["class"]
    return ()


def counts_in_groups(world, quarter, control):
    """The agencies whose tallies of a control are added up for their groups."""
    settled = {code: row for code, row in world.existing(quarter).items()
               if row.active_from is None or quarter.last - row.active_from >= GRACE_DAYS}
    if control == "POP-1":  # who ended in the quarter need not report at its end
        return {code: row for code, row in settled.items()
                if row.active_to is None or row.active_to >= quarter.last}
    reported = world.reported(quarter)
    return {code: row for code, row in settled.items() if code in reported}


def recount_controls(world, quarters):
    """(body, period, "control", control, "") -> (met, not met, no evidence, exempt)."""
    results = collections.defaultdict(lambda: (0, 0, 0, 0))
    world.reported_quarter = max(quarter.name for quarter in quarters)
    for quarter in quarters:
        for control in CONTROLS:
            counted = counts_in_groups(world, quarter, control)
            for agency, tally in agency_tallies(world, quarter, control).items():
                groups = groups_of(counted[agency]) if agency in counted else ()
                for body in (agency, *groups):
                    key = (body, quarter.name, "control", control, "")
                    results[key] = tuple(map(sum, zip(results[key], tally)))
    return dict(results)
