# SPDX-License-Identifier: MIT
"""What the agencies published, and their policies: the controls on both, and the measures of posts,
violations and disclosures."""

from manila import day_of, holds
from recount import group_by

CATEGORIES = ("blackmail", "pornographic", "malicious", "link", "opinion")  # BLK-1 to BLK-5
ALLOWED = ("statement", "advisory", "original")
PARTICIPATORY = ("poll", "consultation", "question_and_answer")
FORMS = ("pre", "post", "reactive", "automated", "none")
NOTICE_SECONDS = 72 * 3600
YEAR = 365


def owner(world, row, on):
    """The agency that led the row's account on a day; None where there is no such account."""
    return world.lead(row.account, on) if row.account in world.accounts else None


def each(judge, table, moment):
    """The control of a table's rows, each judged in the quarter of a moment of its own."""
    def control(world, quarter):
        for row in world.rows(table):
            on = day_of(getattr(row, moment))
            agency = owner(world, row, on) if quarter.holds(on) else None
            outcome = judge(world, row) if agency else None
            if outcome:
                yield agency, row.raw[table.removeprefix("private_")], outcome, on
    return control


# Posts


def author_recorded(world, post):
    return "met" if post.author is not None else "not_met"


def approved_before(world, post):
    if post.approval_required == 0:
        return None
    approved = post.approved_at if world.knows(post.approved_at) else None
    if approved is None:
        return "no_evidence" if post.approved_by is not None else "not_met"
    if approved > post.published_at:
        return "not_met"
    return "met" if post.approved_by is not None else "no_evidence"


def allowed_category(world, post):
    if post.category is None:
        return "no_evidence"
    return "met" if post.category in ALLOWED else "not_met"


def engagements_of(post):
    counts = (post.reactions, post.comments, post.shares, post.clicks)
    return None if all(count is None for count in counts) else sum(count or 0 for count in counts)


def gather_ratios(gathering, post, on, agency):
    """What people did with a post, per what they could have done."""
    engagements = engagements_of(post)
    for measure, above, below in (("engagement-rate", engagements, post.reach),
                                  ("engagement-by-impressions", engagements, post.impressions),
                                  ("video-engagement", engagements, post.views),
                                  ("virality", post.shares, post.impressions)):
        if above is not None and below is not None and below > 0:
            gathering.add(measure, on, agency, above, below)


def gather_participation(gathering, post, on, agency):
    if post.purpose in PARTICIPATORY:
        gathering.add("posts-participatory", on, agency, purpose=post.purpose)
        if post.participants is not None:
            gathering.add("participants", on, agency, post.participants)


def gather_posts(gathering):
    world = gathering.world
    found = {row.post for row in world.rows("post_violation") if world.knows(row.found_at)}
    for post in world.rows("post"):
        on = day_of(post.published_at)
        agency = owner(world, post, on)
        gathering.add("posts-published", on, agency, purpose=post.purpose, category=post.category)
        for measure, categories in (("posts-transparency", ("statement", "advisory")),
                                    ("posts-statements", ("statement",)),
                                    ("posts-advisories", ("advisory",)),
                                    ("posts-originals", ("original",))):
            gathering.add(measure, on, agency, int(post.category in categories))
        gathering.add("posts-violating", on, agency, int(post.post in found))
        if post.reach is None or post.reach <= 0:
            gathering.add("posts-without-reach", on, agency)
        gather_ratios(gathering, post, on, agency)
        gather_participation(gathering, post, on, agency)


# Violations


def is_up(row, end):
    """Found by the last day, and not taken down by then."""
    return (day_of(row.found_at) <= end
            and (row.removed_at is None or day_of(row.removed_at) > end))


def examined(world, account, subject, quarter):
    return "met" if world.reviewed(account, subject, quarter) else "no_evidence"


def free_of(category):
    """The control that nothing of a category is up on an account."""
    def control(world, quarter):
        violations = group_by((row for row in world.rows("post_violation")
                               if row.category == category), "account")
        for account in world.active_in(quarter):
            up = any(is_up(row, quarter.last) for row in violations.get(account.account, ()))
            yield (account.agency, account.account,
                   "not_met" if up else examined(world, account.account, "content", quarter))
    return control


def violation_items(rows):
    """The rows of each post and category: together they are one item."""
    return group_by(rows, "post", "category").items()


def removed_violations(world, quarter):
    """Those that were up at any time of the quarter after they were found."""
    there = [row for row in world.rows("post_violation")
             if row.account in world.accounts and day_of(row.found_at) <= quarter.last
             and (row.removed_at is None or day_of(row.removed_at) >= quarter.first)]
    for (post, category), rows in violation_items(there):
        up = any(is_up(row, quarter.last) for row in rows)
        yield (owner(world, rows[0], quarter.last), f"{post}/{category}",
               "not_met" if up else "met")


def gather_violations(gathering):
    world = gathering.world
    for row in world.rows("post_violation"):
        on = day_of(row.found_at)
        gathering.add("violations-found", on, owner(world, row, on), category=row.category)
        if (row.published_at is not None and world.knows(row.removed_at)
                and row.removed_at >= row.published_at):
            gathering.add("violation-removal-median", on, owner(world, row, on),
                          row.removed_at - row.published_at)
        for quarter in gathering.quarters:
            if is_up(row, quarter.last):
                gathering.add("violations-still-up", quarter.last,
                              owner(world, row, quarter.last), category=row.category)


# Private information


def consented(world, disclosure):
    return {1: "met", 0: "not_met", None: "no_evidence"}[disclosure.consent_recorded]


def kept_privacy(world, quarter):
    disclosures = group_by(world.rows("private_disclosure"), "account")
    for account in world.active_in(quarter):
        without_consent = any(row.consent_recorded != 1 and quarter.holds(day_of(row.disclosed_at))
                              for row in disclosures.get(account.account, ()))
        yield (account.agency, account.account,
               "not_met" if without_consent
               else examined(world, account.account, "privacy", quarter))


def notice_given(world, incident):
    """Of a breach of personal data: both told within the hours, or the hours not over yet."""
    if not world.knows(incident.detected_at):  # what is dated after the as-of day is not known
        return "no_evidence"
    limit = incident.detected_at + NOTICE_SECONDS
    notices = (incident.npc_notified_at, incident.subjects_notified_at)
    if all(world.knows(notice) for notice in notices):
        return "met" if max(notices) <= limit else "not_met"
    return "not_met" if day_of(limit) <= world.as_of else None


def assessed_disclosures(world, quarter):
    incidents = {row.incident: row for row in world.rows("incident")}

    def judge(world, disclosure):
        incident = incidents.get(disclosure.incident)
        if disclosure.consent_recorded == 1:
            return None
        if incident is None:
            return "not_met"
        if incident.personal_data == 1:
            return notice_given(world, incident)
        return "met" if incident.personal_data == 0 else "no_evidence"

    yield from each(judge, "private_disclosure", "disclosed_at")(world, quarter)


def gather_disclosures(gathering):
    for row in gathering.world.rows("private_disclosure"):
        on = day_of(row.disclosed_at)
        agency = owner(gathering.world, row, on)
        gathering.add("disclosures-found", on, agency)
        gathering.add("disclosure-consent", on, agency, int(row.consent_recorded == 1))


# Policies


def policies_in_force(world, quarter, kind):
    """(account, its policies of a kind in force at the end) of the accounts in use then."""
    policies = group_by((row for row in world.rows("policy") if row.kind == kind), "agency")
    for account in world.active_at(quarter.last):
        lead = world.lead(account.account, quarter.last)
        yield account, [row for row in policies.get(lead, ())
                        if row.account in (None, account.account)
                        and holds(row.effective_from, row.effective_to, quarter.last)]


def has_policy(kind):
    def control(world, quarter):
        for account, in_force in policies_in_force(world, quarter, kind):
            dated = any(row.effective_from is not None for row in in_force)
            yield (account.agency, account.account,
                   "met" if dated else "no_evidence" if in_force else "not_met")
    return control


def states(says):
    """The control that some moderation policy in force says something."""
    def control(world, quarter):
        for account, in_force in policies_in_force(world, quarter, "moderation"):
            if in_force:
                yield (account.agency, account.account,
                       "met" if any(says(row, quarter) for row in in_force) else "not_met")
    return control


def is_published(policy, quarter):
    reviewed = policy.reviewed_on
    if reviewed is not None and reviewed > quarter.last:  # what came later says nothing of it
        reviewed = None
    current = policy.effective_from if reviewed is None else reviewed
    return (policy.url is not None and current is not None and current > quarter.last - YEAR)


def existing_at_end(world, quarter):
    return [agency for agency, row in world.agencies.items()
            if holds(row.active_from, row.active_to, quarter.last)]


def personal_use(policies, end):
    bans = {row.bans_personal_use for row in policies if row.kind == "personal_use"
            and holds(row.effective_from, row.effective_to, end)}
    if 1 in bans:
        return "not_met"
    if None in bans and 0 not in bans:
        return "no_evidence"
    begun = any(row.effective_from is None or row.effective_from <= end for row in policies)
    return "met" if begun else "no_evidence"


def personal_use_free(world, quarter):
    policies = group_by(world.rows("policy"), "agency")
    for agency in existing_at_end(world, quarter):
        yield agency, agency, personal_use(policies.get(agency, ()), quarter.last)


def reminded(world, quarter):
    end = quarter.last
    told = {row.agency for row in world.rows("training") if end - YEAR < row.held_on <= end}
    told |= {row.agency for row in world.rows("policy") if row.kind == "reminder"
             and holds(row.effective_from, row.effective_to, end)}
    for agency in existing_at_end(world, quarter):
        yield agency, agency, "met" if agency in told else "not_met"


CONTENT_CONTROLS = {
    "PST-2": each(author_recorded, "post", "published_at"),
    "PST-3": each(approved_before, "post", "published_at"),
    "CNT-4": each(allowed_category, "post", "published_at"),
    "BLK-6": removed_violations,
    "PRV-1": each(consented, "private_disclosure", "disclosed_at"),
    "PRV-2": kept_privacy, "PRV-3": assessed_disclosures,
    "POL-1": has_policy("participation"), "POL-2": has_policy("moderation"),
    "POL-3": states(lambda row, _: row.form in FORMS),
    "POL-4": states(lambda row, _: row.responsible is not None),
    "POL-5": states(lambda row, _: row.contact is not None),
    "POL-6": states(is_published), "CIV-2": personal_use_free, "CIV-3": reminded,
} | {f"BLK-{number}": free_of(category) for number, category in enumerate(CATEGORIES, 1)}

CONTENT_GATHERERS = (gather_posts, gather_violations, gather_disclosures)
