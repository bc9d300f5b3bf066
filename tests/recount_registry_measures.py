# SPDX-License-Identifier: MIT
"""The measures of the registry from raw rows: activity, audience, approvals, staff, adoption."""

import collections

from manila import Quarter, day_of, holds
from recount import created_under_the_order, group_by
from recount_registry import definition_parts, existing_at

OLDEST_SAMPLE = 92  # days before the quarter
LONG_PENDING = 30  # days before the quarter's end
CLOSED = ("regularised", "taken_down")


class Activity:
    """What the posts of an account in a quarter add up to; None where no post says it."""

    def __init__(self):
        self.posts, self.engagements, self.shares, self.reactions = 0, None, None, None

    def add(self, post):
        self.posts += 1
        counts = [post.reactions, post.comments, post.shares, post.clicks]
        known = [count for count in counts if count is not None]
        self.engagements = plus(self.engagements, sum(known) if known else None)
        self.shares = plus(self.shares, post.shares)
        self.reactions = plus(self.reactions, post.reactions)


def plus(total, more):
    return total if more is None else more if total is None else total + more


def activities(world, quarters):
    """By account and quarter."""
    found = collections.defaultdict(Activity)
    for post in world.rows("post"):
        on = day_of(post.published_at)
        for quarter in quarters:
            if quarter.holds(on) and on <= world.as_of:
                found[post.account, quarter.name].add(post)
    return found


def latest_followers(samples, first, last):
    """Of the latest sample from the first to the last day that has a count."""
    dated = [(row.sampled_on, row.followers) for row in samples
             if first <= row.sampled_on <= last and row.followers is not None]
    return max(dated)[1] if dated else None


def gather_audience(gathering, quarter, account, activity, samples):
    agency = gathering.lead(account.account, quarter.last)
    start = latest_followers(samples, quarter.first - OLDEST_SAMPLE, quarter.first - 1)
    end = latest_followers(samples, quarter.first, quarter.last)
    if start is None or end is None:
        return
    if start + end > 0:
        for measure, count in (("engagement-by-followers", activity.engagements),
                               ("amplification", activity.shares),
                               ("applause", activity.reactions)):
            if count is not None:
                gathering.add(measure, quarter.last, agency, 2 * count, start + end)
    older = account.created_on is None or account.created_on < quarter.first
    if start > 0 and older:
        gathering.add("audience-growth", quarter.last, agency, end - start, start)


def gather_activity(gathering):
    world = gathering.world
    found = activities(world, gathering.quarters)
    audience = group_by(world.rows("audience"), "account")
    for quarter in gathering.quarters:
        days = quarter.last - quarter.first + 1
        for account in world.active_at(quarter.last):
            activity = found.get((account.account, quarter.name), Activity())
            agency = gathering.lead(account.account, quarter.last)
            gathering.add("accounts-posting", quarter.last, agency, int(activity.posts > 0))
            gathering.add("posts-per-week", quarter.last, agency, 7 * activity.posts, days)
            gather_audience(gathering, quarter, account, activity,
                            audience.get(account.account, ()))


def gather_creations(gathering):
    world = gathering.world
    domains = group_by(world.rows("agency_domain"), "agency")
    for account in filter(created_under_the_order, world.accounts.values()):
        address, on = account.created_email_domain, account.created_on
        if address is None or on > world.as_of:
            continue
        lead = world.lead(account.account, on)
        official = any(("." + address.lower()).endswith("." + row.domain.lower())
                       for row in domains.get(lead, ())
                       if holds(row.valid_from, row.valid_to, on))
        gathering.add("accounts-created-official", on, gathering.lead(account.account, on),
                      int(official))


def gather_pending(gathering, row):
    for quarter in gathering.quarters:
        decided = row.decided_on is not None and row.decided_on <= quarter.last
        if row.requested_on is None or row.requested_on > quarter.last or decided:
            continue
        agency = gathering.lead(row.account, quarter.last)
        gathering.add("approvals-pending", quarter.last, agency)
        if row.requested_on < quarter.last - LONG_PENDING:
            gathering.add("approvals-pending-long", quarter.last, agency)


def gather_approvals(gathering):
    world = gathering.world
    for row in world.rows("approval"):
        asked, decided = row.requested_on, row.decided_on
        gather_pending(gathering, row)
        if decided is None or decided > world.as_of:
            continue
        agency = gathering.lead(row.account, decided)
        gathering.add("approvals-decided", decided, agency, decision=row.decision)
        if asked is not None and asked <= decided:
            gathering.add("approval-turnaround-median", decided, agency, decided - asked)


def gather_discoveries(gathering):
    world = gathering.world
    for row in world.rows("discovery"):
        if row.found_on > world.as_of:
            continue
        resolved = row.outcome in CLOSED and (row.resolved_on is None
                                              or row.resolved_on <= world.as_of)
        gathering.add("discoveries-found", row.found_on, row.agency, platform=row.platform)
        gathering.add("discoveries-resolved", row.found_on, row.agency, int(resolved))


def gather_definitions(gathering):
    for quarter in gathering.quarters:
        for account, parts in definition_parts(gathering.world, quarter.last):
            gathering.add("definition-parts", quarter.last,
                          gathering.lead(account.account, quarter.last), sum(parts))


def gather_adoption(gathering):
    world = gathering.world
    for quarter in gathering.quarters:
        for agency in existing_at(world, quarter.last):
            body = world.agencies[agency]
            adopted = body.adopted_on is not None and body.adopted_on <= quarter.last
            gathering.add("bodies-adopted", quarter.last, agency, int(adopted),
                          region=body.region)


def gather_staff(gathering):
    for row in gathering.world.rows("staff"):
        on, headcount = Quarter(row.period).last, row.headcount
        if headcount is None:
            continue
        gathering.add("staff-headcount", on, row.agency, headcount)
        for measure, part in (("staff-trained", row.trained),
                              ("staff-participating", row.participating)):
            if part is not None:
                gathering.add(measure, on, row.agency, part, headcount)


REGISTRY_GATHERERS = (gather_activity, gather_creations, gather_approvals, gather_discoveries,
                      gather_definitions, gather_adoption, gather_staff)
