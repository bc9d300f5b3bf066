/*
title: What its proponent defined of each account in use at the end of the quarter
judged: at period end
item: account
controls:
  - id: DEF-1
    title: Name defined
    clause: Whoever proposes an account defines the account's name.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: named
    reason: name_reason
    reasons:
      not_defined: The account's name is not recorded
    target: 100%
    weight: 1
    remedy: 30 working days
    owner: Account Administrator
    fix: Record the account's name on its platform.
  - id: DEF-2
    title: Platform defined
    clause: Whoever proposes an account defines the platform.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: placed
    reason: platform_reason
    reasons:
      not_defined: The platform is not recorded
    target: 100%
    weight: 1
    remedy: 30 working days
    owner: Account Administrator
    fix: Record the platform on which the account is.
  - id: DEF-4
    title: Target audience defined
    clause: Whoever proposes an account defines the target audience.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: aimed
    reason: audience_reason
    reasons:
      not_defined: The target audience is not recorded
    target: 100%
    weight: 1
    remedy: 30 working days
    owner: Social Media Officer
    fix: Define the account's target audience, and record it.
  - id: DEF-5
    title: Duration defined
    clause: >-
      Whoever proposes an account defines how long it is to last; that may be without end.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: lasting
    reason: duration_reason
    reasons:
      not_defined: Neither an end nor an indefinite duration is recorded
    target: 100%
    weight: 1
    remedy: 30 working days
    owner: Social Media Officer
    fix: Define how long the account is to last, or that it has no end, and record it.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
judged AS MATERIALIZED (
    SELECT account.account, quarter.period, account.handle, account.platform,
           coalesce(account.handle, '') <> '' AS named,
           coalesce(account.platform, '') <> '' AS placed,
           coalesce(account.target_audience, '') <> '' AS aimed,
           account.duration_to IS NOT NULL OR account.duration_indefinite IS 1 AS lasting
    FROM account JOIN quarter
      ON (account.created_on IS NULL OR account.created_on <= quarter.last_day)
     AND (account.closed_on IS NULL OR account.closed_on > quarter.last_day)
)
SELECT account, period, account AS item, nullif(handle, '') || ' on ' || platform AS label,
       iif(named, 'met', 'not_met') AS named,
       iif(named, NULL, 'not_defined') AS name_reason,
       iif(placed, 'met', 'not_met') AS placed,
       iif(placed, NULL, 'not_defined') AS platform_reason,
       iif(aimed, 'met', 'not_met') AS aimed,
       iif(aimed, NULL, 'not_defined') AS audience_reason,
       iif(lasting, 'met', 'not_met') AS lasting,
       iif(lasting, NULL, 'not_defined') AS duration_reason
FROM judged
