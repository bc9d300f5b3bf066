/*
title: Accounts as they were created, and whether an Account Administrator did it
judged: in period
item: account
controls:
  - id: TEM-6b
    title: Created by its Account Administrator
    clause: Accounts are created by an Account Administrator of the agency.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: by_administrator
    reason: creator_reason
    reasons:
      not_administrator: >-
        Who created the account was not in office as its Account Administrator on that day
      not_recorded: Who created the account is not recorded
    target: 100%
    weight: 1
    remedy: 30 working days
    owner: Social Media Officer
    fix: Assign an Account Administrator before an account is created, and record who creates it.
*/
WITH administrator AS MATERIALIZED (
    SELECT agency, officer, coalesce(account, '') AS account, starts_on, ends_on
    FROM assignment
    WHERE role = 'account_administrator'
),
judged AS (
    SELECT account.account, account.handle, account.platform, account.created_on,
           CASE
               WHEN coalesce(account.created_by, '') = '' THEN 'no_evidence'
               WHEN EXISTS (
                   SELECT 1 FROM administrator
                   WHERE administrator.officer = account.created_by
                     AND administrator.agency = lead_of(account.account, account.created_on)
                     AND administrator.account IN ('', account.account)
                     AND coalesce(administrator.starts_on, account.created_on) <= account.created_on
                     AND coalesce(administrator.ends_on, account.created_on) >= account.created_on
               ) THEN 'met'
               ELSE 'not_met'
           END AS verdict
    FROM account
    WHERE account.created_on >= '2018-02-05' AND account.legacy IS NOT 1
    LIMIT -1 OFFSET 0 -- all; but a query with an offset stays apart: each is judged only once
)
SELECT account, period_of(known(created_on)) AS period, account AS item,
       handle || ' on ' || platform AS label, created_on AS judged_on,
       verdict AS by_administrator,
       CASE verdict WHEN 'not_met' THEN 'not_administrator' WHEN 'no_evidence' THEN 'not_recorded'
           END AS creator_reason
FROM judged
