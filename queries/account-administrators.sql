/*
title: Accounts in use at the end of the quarter, and whether somebody administers them
judged: at period end
item: account
controls:
  - id: DEF-3
    title: Administrator defined
    clause: Whoever proposes an account defines its Account Administrator.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: administered
    reason: definition_reason
    reasons:
      not_defined: No Account Administrator of the account is in office
    target: 100%
    weight: 1
    remedy: 30 working days
    owner: Social Media Officer
    fix: Name an Account Administrator for the account, and record the first day.
  - id: TEM-6
    title: Account Administrator in office
    clause: Every account has at least one Account Administrator.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: administered
    reason: administrator_reason
    reasons:
      none: No Account Administrator is in office for the account
    target: 100%
    weight: 2
    remedy: 15 working days
    owner: Social Media Officer
    fix: Assign an Account Administrator to the account, and record from when.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
judged AS (
    SELECT account.account, quarter.period, account.handle, account.platform,
           EXISTS (
               SELECT 1 FROM assignment
               WHERE assignment.account = account.account
                 AND assignment.role = 'account_administrator'
                 AND (assignment.starts_on IS NULL OR assignment.starts_on <= quarter.last_day)
                 AND (assignment.ends_on IS NULL OR assignment.ends_on >= quarter.last_day)
           ) AS administered
    FROM account JOIN quarter
      ON (account.created_on IS NULL OR account.created_on <= quarter.last_day)
     AND (account.closed_on IS NULL OR account.closed_on > quarter.last_day)
)
SELECT account, period, account AS item, handle || ' on ' || platform AS label,
       iif(administered, 'met', 'not_met') AS administered,
       iif(administered, NULL, 'not_defined') AS definition_reason,
       iif(administered, NULL, 'none') AS administrator_reason
FROM judged
