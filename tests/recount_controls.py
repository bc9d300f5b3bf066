# SPDX-License-Identifier: MIT
"""The controls' outcomes from raw rows: each function yields (agency, item, outcome)."""

import collections

from manila import day_of, holds
from recount import (CONTROL_TABLES, ENCOURAGED, GRACE_DAYS, MANDATED, ORDER, PUBLISHING_ROLES,
                     OUTCOMES, group_by)


def official_email(world, quarter):
    domains = group_by(world.rows("agency_domain"), "agency")
    for account in world.active_at(quarter.last):
        address = account.email_domain
        own = [row.domain.lower() for row in domains.get(account.agency, ())
               if holds(row.valid_from, row.valid_to, quarter.last)]
        if address is None:
            outcome = "no_evidence"
        elif any(("." + address.lower()).endswith("." + domain) for domain in own):
            outcome = "met"
        else:
            outcome = "not_met"
        yield account.agency, account.account, outcome


def created_under_the_order(account):
    return (account.created_on is not None and account.created_on >= ORDER
            and account.legacy != 1)


def decided_with_authority(world, agency, approval):
    return any(duty.role == "social_media_officer"
               or duty.role == "head" and approval.endorsed_by_smo == 1
               for duty in world.in_office(approval.decided_by, agency, approval.decided_on))


def approval_outcome(world, agency, requests, end):
    decided = [row for row in requests if row.decision in ("approved", "denied")
               and (row.decided_on is None or row.decided_on <= end)]
    approved = [row for row in decided if row.decision == "approved"]
    complete = [row for row in approved
                if row.decided_on is not None and row.decided_by is not None]
    if any(decided_with_authority(world, agency, row) for row in complete):
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
                   approval_outcome(world, account.agency, requests, quarter.last))


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
                   "not_met" if late else "met" if dated else "no_evidence")


def plan_parts(plans):
    """The parts of an account's definition that the plans in force supply: four of the nine."""
    return (bool(plans),
            any(row.creation_process == 1 and row.publishing_approval == 1 for row in plans),
            any(row.participation_policy == 1 and row.moderation_policy == 1 for row in plans),
            any(row.records_management == 1 for row in plans))


def defined_account(world, quarter):
    plans = group_by(world.rows("content_plan"), "account")
    for account in world.active_at(quarter.last):
        in_force = [row for row in plans.get(account.account, ())
                    if holds(row.effective_from, row.effective_to, quarter.last)]
        parts = (account.handle not in (None, ""), account.platform not in (None, ""),
                 world.administered(account.account, quarter.last),
                 account.target_audience not in (None, ""),
                 account.duration_to is not None or account.duration_indefinite == 1,
                 *plan_parts(in_force))
        yield account.agency, account.account, "met" if all(parts) else "not_met"


def authorised_post(world, quarter):
    for post in world.rows("post"):
        on = day_of(post.published_at)
        account = world.accounts.get(post.account)
        if account is None or not quarter.holds(on):
            continue
        if post.author is None:
            yield account.agency, post.post, "no_evidence"
            continue
        authorised = any(duty.role in PUBLISHING_ROLES and duty.account in (None, post.account)
                         for duty in world.in_office(post.author, account.agency, on))
        yield account.agency, post.post, "met" if authorised else "not_met"


def removed_violations(world, quarter):
    violations = group_by(world.rows("post_violation"), "account")
    for account in world.active_in(quarter):
        still_up = any(day_of(row.found_at) <= quarter.last
                       and (row.removed_at is None or day_of(row.removed_at) > quarter.last)
                       for row in violations.get(account.account, ()))
        examined = world.reviewed(account.account, "content", quarter)
        yield (account.agency, account.account,
               "not_met" if still_up else "met" if examined else "no_evidence")


def kept_privacy(world, quarter):
    disclosures = group_by(world.rows("private_disclosure"), "account")
    for account in world.active_in(quarter):
        without_consent = any(row.consent_recorded != 1 and quarter.holds(day_of(row.disclosed_at))
                              for row in disclosures.get(account.account, ()))
        examined = world.reviewed(account.account, "privacy", quarter)
        yield (account.agency, account.account,
               "not_met" if without_consent else "met" if examined else "no_evidence")


def moderation_policy(world, quarter):
    policies = group_by((row for row in world.rows("policy") if row.kind == "moderation"), "agency")
    for account in world.active_at(quarter.last):
        in_force = [row for row in policies.get(account.agency, ())
                    if row.account in (None, account.account)
                    and holds(row.effective_from, row.effective_to, quarter.last)]
        dated = any(row.effective_from is not None for row in in_force)
        yield (account.agency, account.account,
               "met" if dated else "no_evidence" if in_force else "not_met")


def secure_network(world, quarter):
    checks = group_by(world.rows("access_check"), "account")
    for account in world.active_at(quarter.last):
        known = [row for row in checks.get(account.account, ()) if row.checked_on <= quarter.last]
        latest = max((row.checked_on for row in known), default=None)
        answers = {row.secure_network for row in known if row.checked_on == latest}
        outcome = "met" if answers == {1} else "not_met" if 0 in answers else "no_evidence"
        yield account.agency, account.account, outcome


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
    submitted = {row.agency for row in world.submissions if row.period == quarter.name
                 and (world.submitted_by is None or row.submitted_at is None
                      or day_of(row.submitted_at) <= world.submitted_by)}
    for agency in world.existing(quarter):
        yield agency, agency, "met" if agency in submitted else "not_met"


CONTROLS = {
    "EML-1": official_email, "APR-1": approved_account, "APR-2": approved_before_creation,
    "DEF-10": defined_account, "PST-1": authorised_post, "BLK-6": removed_violations,
    "PRV-1": kept_privacy, "POL-2": moderation_policy, "SEC-4": secure_network,
    "TEM-2": designated_officer, "TEM-6": administered_account, "POP-1": submitted_return,
}


def agency_tallies(world, quarter, control):
    """Per agency [met, not met, no evidence, exempt]."""
    tallies = collections.defaultdict(lambda: [0, 0, 0, 0])
    if not world.supplies(CONTROL_TABLES[control]) or quarter.last < ORDER:
        return tallies
    for agency, item, outcome in CONTROLS[control](world, quarter):
        if agency in world.agencies:
            exempt = world.exempted(agency, control, item, quarter)
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
    for quarter in quarters:
        for control in CONTROLS:
            counted = counts_in_groups(world, quarter, control)
            for agency, tally in agency_tallies(world, quarter, control).items():
                groups = groups_of(counted[agency]) if agency in counted else ()
                for body in (agency, *groups):
                    key = (body, quarter.name, "control", control, "")
                    results[key] = tuple(map(sum, zip(results[key], tally)))
    return dict(results)
