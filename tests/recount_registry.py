# SPDX-License-Identifier: MIT
"""The controls of the registry from raw rows: purpose, feedback, approval, definition, duration."""

import collections

from manila import holds
from recount import ORDER, group_by


def account_state(judge):
    """A control of accounts there at the end; `judge` answers None where it does not apply."""
    def control(world, quarter):
        for account in world.active_at(quarter.last):
            outcome = judge(account, quarter.last)
            if outcome is not None:
                yield account.agency, account.account, outcome
    return control


def met_if(condition):
    return "met" if condition else "not_met"


def answered(flag):
    """What a yes, a no and silence say."""
    return {1: "met", 0: "not_met", None: "no_evidence"}[flag]


def existing_at(world, end):
    return [code for code, row in world.agencies.items()
            if holds(row.active_from, row.active_to, end)]


def approved_by(account, requests, end):
    """Regularised, or approved on a day that is recorded."""
    if account.regularised_on is not None and account.regularised_on <= end:
        return True
    return any(row.decision == "approved" and row.decided_on is not None and row.decided_on <= end
               for row in requests)


def used_for_purpose(world, quarter):
    approvals = group_by(world.rows("approval"), "account")
    accounts = collections.defaultdict(list)
    for account in world.active_at(quarter.last):
        accounts[world.lead(account.account, quarter.last)].append(account)
    for agency in existing_at(world, quarter.last):
        yield agency, agency, met_if(any(
            approved_by(account, approvals.get(account.account, ()), quarter.last)
            for account in accounts[agency]))


def regularised_account(world, quarter):
    approvals = group_by(world.rows("approval"), "account")
    for account in world.active_at(quarter.last):
        older = account.created_on is not None and account.created_on < ORDER
        if account.legacy == 1 or older:
            approved = approved_by(account, approvals.get(account.account, ()), quarter.last)
            yield account.agency, account.account, met_if(approved)


def decided_by_head_alone(world, agency, row):
    """By somebody who was head that day and not Social Media Officer as well."""
    roles = {duty.role for duty in world.in_office(row.decided_by, agency, row.decided_on)}
    return "head" in roles and "social_media_officer" not in roles


def endorsement(answers):
    if 0 in answers:
        return "not_met"
    return "no_evidence" if None in answers else "met"


def endorsed_approval(world, quarter):
    answers = collections.defaultdict(set)
    for row in world.rows("approval"):
        account = world.accounts.get(row.account)
        decided = row.decided_on
        if (account is not None and row.decision == "approved" and row.decided_by is not None
                and quarter.holds(decided) and decided <= world.as_of
                and decided_by_head_alone(world, world.lead(row.account, decided), row)):
            item = f"{account.account}/{row.raw['decided_on']}"
            lead = world.lead(row.account, decided)
            answers[lead, item, decided].add(row.endorsed_by_smo)
    for (agency, item, decided), flags in answers.items():
        yield agency, item, endorsement(flags), decided


def still_open(discovery, end):
    closed = discovery.outcome is not None and (discovery.resolved_on is None
                                                or discovery.resolved_on <= end)
    return discovery.found_on <= end and not closed


def whole_registry(world, quarter):
    discoveries = group_by(world.rows("discovery"), "agency")
    reviews = group_by(world.rows("review"), "agency", "subject")
    for agency in existing_at(world, quarter.last):
        if any(still_open(row, quarter.last) for row in discoveries.get(agency, ())):
            yield agency, agency, "not_met"
        else:
            examined = any(quarter.holds(row.examined_on)
                           for row in reviews.get((agency, "registry"), ()))
            yield agency, agency, "met" if examined else "no_evidence"


def plans_in_force(world, end):
    """By account."""
    return group_by((row for row in world.rows("content_plan")
                     if holds(row.effective_from, row.effective_to, end)), "account")


def plan_parts(plans):
    """The parts of an account's definition that the plans in force supply: four of the nine."""
    return (bool(plans),
            any(row.creation_process == 1 and row.publishing_approval == 1 for row in plans),
            any(row.participation_policy == 1 and row.moderation_policy == 1 for row in plans),
            any(row.records_management == 1 for row in plans))


def limited(account):
    return account.duration_to is not None or account.duration_indefinite == 1


def definition_parts(world, end):
    """Every account there on a day, and which of the nine parts of its definition are."""
    plans = plans_in_force(world, end)
    for account in world.active_at(end):
        yield account, (account.handle is not None, account.platform is not None,
                        world.administered(account.account, end),
                        account.target_audience is not None, limited(account),
                        *plan_parts(plans.get(account.account, ())))


def defined_account(world, quarter):
    for account, parts in definition_parts(world, quarter.last):
        yield account.agency, account.account, met_if(all(parts))


def administered_definition(world, quarter):
    for account in world.active_at(quarter.last):
        yield (account.agency, account.account,
               met_if(world.administered(account.account, quarter.last)))


def planned_account(world, quarter):
    plans = plans_in_force(world, quarter.last)
    for account in world.active_at(quarter.last):
        yield account.agency, account.account, met_if(account.account in plans)


def part_of(plans, part):
    """A part that one plan supplies is there, whatever the others say."""
    answers = {getattr(plan, part) for plan in plans}
    return 1 if 1 in answers else 0 if 0 in answers else None


def plan_with(*names):
    """A control of the plans in force: all the parts named are supplied."""
    def control(world, quarter):
        plans = plans_in_force(world, quarter.last)
        for account in world.active_at(quarter.last):
            if account.account in plans:
                parts = {part_of(plans[account.account], name) for name in names}
                yield (account.agency, account.account,
                       "not_met" if 0 in parts else "no_evidence" if None in parts else "met")
    return control


REGISTRY_CONTROLS = {
    "PUR-1": used_for_purpose,
    "FDB-1": account_state(lambda account, end: answered(account.feedback_open)),
    "APR-3": regularised_account, "APR-4": endorsed_approval,
    "ACC-1": account_state(lambda account, end: met_if(
        account.represents is not None
        and (account.purpose is not None or account.target_audience is not None))),
    "ACC-2": whole_registry,
    "DEF-1": account_state(lambda account, end: met_if(account.handle is not None)),
    "DEF-2": account_state(lambda account, end: met_if(account.platform is not None)),
    "DEF-3": administered_definition,
    "DEF-4": account_state(lambda account, end: met_if(account.target_audience is not None)),
    "DEF-5": account_state(lambda account, end: met_if(limited(account))),
    "DEF-6": planned_account,
    "DEF-7": plan_with("creation_process", "publishing_approval"),
    "DEF-8": plan_with("participation_policy", "moderation_policy"),
    "DEF-9": plan_with("records_management"),
    "DEF-10": defined_account,
    "DUR-1": account_state(lambda account, end: None if account.duration_to is None
                           else met_if(account.duration_to >= end)),
}
