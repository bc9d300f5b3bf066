# SPDX-License-Identifier: MIT
"""The measures of what the public wrote on the accounts and what was done about it."""

from manila import day_of


def gather_acted(gathering, row, on, agency):
    """An action of the agency on a comment or a user."""
    world = gathering.world
    gathering.add("moderation-actions", on, agency, category=row.category, action=row.action,
                  flagged_by=row.flagged_by, subject=row.subject)
    if row.automated is not None:
        gathering.add("moderation-automated", on, agency, int(row.automated == 1))
    gathering.add("moderation-notice-rate", on, agency, int(world.knows(row.notified_at)))
    gathering.add("appeal-rate", on, agency, int(world.knows(row.appealed_at)))
    if row.policy_clause is None:
        gathering.add("moderation-without-clause", on, agency)
    if row.action == "block":
        gathering.add("users-blocked", on, agency)


def gather_reviewed(gathering, row):
    """Somebody looked at it, and acted or did not."""
    on, acted = day_of(row.acted_at), row.action not in (None, "none")
    agency = gathering.lead(row.account, on)
    gathering.add("moderation-reviewed", on, agency)
    gathering.add("moderation-action-rate", on, agency, int(acted))
    if row.flagged_at is not None and row.acted_at >= row.flagged_at:
        gathering.add("moderation-time-median", on, agency, row.acted_at - row.flagged_at)
    if acted:
        gather_acted(gathering, row, on, agency)


def gather_received(gathering, row):
    """An appeal; it is pending until somebody has decided it."""
    on = day_of(row.appealed_at)
    agency = gathering.lead(row.account, on)
    gathering.add("appeals-received", on, agency)
    if not gathering.world.knows(row.appeal_decided_at):
        gathering.add("appeals-pending", on, agency)


def gather_decided(gathering, row):
    on = day_of(row.appeal_decided_at)
    agency = gathering.lead(row.account, on)
    gathering.add("appeals-decided", on, agency, appeal_outcome=row.appeal_outcome)
    if row.appeal_outcome in ("upheld", "reversed"):
        gathering.add("appeal-reversal-rate", on, agency, int(row.appeal_outcome == "reversed"))
    if row.appealed_at is not None and row.appeal_decided_at >= row.appealed_at:
        gathering.add("appeal-time-median", on, agency, row.appeal_decided_at - row.appealed_at)


def gather_moderation(gathering):
    world = gathering.world
    for row in world.rows("moderation"):
        if world.knows(row.flagged_at):
            on = day_of(row.flagged_at)
            gathering.add("moderation-flagged", on, gathering.lead(row.account, on),
                          flagged_by=row.flagged_by)
        if world.knows(row.acted_at):
            gather_reviewed(gathering, row)
        if world.knows(row.appealed_at):
            gather_received(gathering, row)
        if world.knows(row.appeal_decided_at):
            gather_decided(gathering, row)
