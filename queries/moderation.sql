/*
title: Comments and users of the public that were flagged, and what was done about them
judged: in period
item: moderation
measures:
  - id: moderation-actions
    title: Moderation actions
    clause: BLK-7
    basis: Order
    standing: proposed
    statistic: count
    where: acted
    period: acted_period
    by: {category: Category, action: Action, flagged_by: Source, subject: Subject}
    formula: >-
      Comments hidden or deleted, users warned, muted, blocked or reported, and other actions taken
      in the quarter. What was looked at and left as it was is not counted.
  - id: moderation-flagged
    title: Comments and users flagged
    clause: BLK-7
    statistic: count
    unit-word: flags
    period: flagged_period
    by: {flagged_by: Source}
    formula: Comments and users flagged in the quarter, by the public, by staff or by a machine.
  - id: moderation-reviewed
    title: Flags decided
    clause: BLK-7
    statistic: count
    unit-word: flags
    period: acted_period
    formula: >-
      Comments and users of which it was decided in the quarter what to do, also where nothing was
      done.
  - id: moderation-action-rate
    title: Share of decisions that led to an action
    clause: BLK-7
    statistic: share
    of: acted
    unit-word: flags
    period: acted_period
    formula: Moderation actions of the quarter divided by all decisions of the quarter.
  - id: moderation-automated
    title: Share of actions taken by a machine
    clause: BLK-7
    statistic: share
    of: automated
    period: acted_period
    formula: >-
      Actions of the quarter taken by a machine, divided by the actions of which it is recorded who
      took them, a machine or a person.
  - id: moderation-notice-rate
    title: Share of actions of which the user was told
    clause: BLK-7
    statistic: share
    of: notified
    period: acted_period
    formula: >-
      Actions of the quarter of which the user was notified, divided by all actions of the quarter.
  - id: moderation-without-clause
    title: Actions that name no clause of the policy
    clause: BLK-7
    statistic: count
    where: without_clause
    within: moderation-actions
    period: acted_period
    formula: Actions of the quarter without the clause of the moderation policy that they rest on.
  - id: users-blocked
    title: Users blocked
    clause: BLK-7
    statistic: count
    unit-word: users
    where: blocked
    within: moderation-actions
    period: acted_period
    formula: Actions of the quarter that blocked a user.
  - id: appeals-received
    title: Appeals received
    clause: BLK-7
    statistic: count
    unit-word: appeals
    period: appealed_period
    formula: Appeals of users received in the quarter.
  - id: appeals-decided
    title: Appeals decided
    clause: BLK-7
    statistic: count
    unit-word: appeals
    period: decided_period
    by: {appeal_outcome: Outcome}
    formula: Appeals of users decided in the quarter, whenever they were received.
  - id: appeal-reversal-rate
    title: Share of appeals that reversed the action
    clause: BLK-7
    statistic: share
    of: reversed
    unit-word: appeals
    period: decided_period
    formula: >-
      Appeals decided in the quarter that reversed the action, divided by those that upheld or
      reversed it.
  - id: appeal-rate
    title: Share of actions that were appealed
    clause: BLK-7
    statistic: share
    of: appealed
    period: acted_period
    formula: Actions of the quarter that users have appealed since, divided by all of them.
  - id: appeals-pending
    title: Appeals not decided yet
    clause: BLK-7
    statistic: count
    unit-word: appeals
    where: pending
    within: appeals-received
    period: appealed_period
    formula: Appeals received in the quarter and not decided by the day of the data.
  - id: moderation-time-median
    title: Median time from flag to decision
    clause: BLK-7
    statistic: median
    of: decision_seconds
    unit: seconds
    unit-word: flags
    period: acted_period
    formula: >-
      The middle one of the times from the flag to the decision what to do, of the decisions of the
      quarter. Decisions dated before their flag are left out.
  - id: appeal-time-median
    title: Median time from appeal to decision
    clause: BLK-7
    statistic: median
    of: appeal_seconds
    unit: seconds
    unit-word: appeals
    period: decided_period
    formula: >-
      The middle one of the times from the appeal to its decision, of the appeals decided in the
      quarter. Decisions dated before their appeal are left out.
*/
WITH dated AS (
    SELECT account, moderation, category, action, flagged_by, subject, automated, policy_clause,
           appeal_outcome,
           period_of(known(flagged_at)) AS flagged_period,
           period_of(known(acted_at)) AS acted_period,
           period_of(known(appealed_at)) AS appealed_period,
           period_of(known(appeal_decided_at)) AS decided_period,
           known(notified_at) IS NOT NULL AS notified,
           seconds_between(flagged_at, acted_at) AS decision_seconds,
           seconds_between(appealed_at, appeal_decided_at) AS appeal_seconds,
           iif(action <> 'none' AND action <> '', 1, 0) AS acted
    FROM moderation
    WHERE coalesce(flagged_at, acted_at, appealed_at, appeal_decided_at) IS NOT NULL
    LIMIT -1 OFFSET 0 -- all; but a query with an offset stays apart, and so each is read only once
)
SELECT account, moderation AS item,
       -- When it was first heard of; NULL where all of it lies behind the day of the data.
       coalesce(flagged_period, acted_period, appealed_period, decided_period) AS period,
       flagged_period, acted_period, appealed_period, decided_period,
       nullif(category, '') AS category, action, nullif(flagged_by, '') AS flagged_by,
       nullif(subject, '') AS subject, nullif(appeal_outcome, '') AS appeal_outcome,
       acted,
       iif(acted, automated, NULL) AS automated,
       iif(acted, notified, NULL) AS notified,
       acted AND coalesce(policy_clause, '') = '' AS without_clause,
       action IS 'block' AS blocked,
       CASE appeal_outcome WHEN 'reversed' THEN 1 WHEN 'upheld' THEN 0 END AS reversed,
       iif(acted, appealed_period IS NOT NULL, NULL) AS appealed,
       decided_period IS NULL AS pending,
       -- What ends before it begins is a slip of the pen.
       iif(acted_period IS NOT NULL AND decision_seconds >= 0, decision_seconds, NULL)
           AS decision_seconds,
       iif(decided_period IS NOT NULL AND appeal_seconds >= 0, appeal_seconds, NULL)
           AS appeal_seconds
FROM dated
