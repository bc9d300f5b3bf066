/*
title: Accounts and whether their first approval came before them
judged: in period
item: account
controls:
  - id: APR-2
    title: Approval before creation
    clause: Approval comes first and the account after it.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: in_order
    reason: order_reason
    detail: days_late
    reasons:
      after_creation: "Days from the account's creation to its approval: {{detail}}"
      undated: Approved, but the day of the decision is not recorded
    target: 100%
    weight: 2
    owner: Social Media Officer
    fix: >-
      What is past stays as it is: record the day of the decision where it is missing, and open the
      next account only when its approval is signed.
*/
WITH first_approval AS (
    -- min() passes over what has no day, and is NULL where no approval has one.
    SELECT account.account, account.handle, account.platform, account.created_on,
           min(approval.decided_on) AS decided_on,
           max(account.created_on, coalesce(min(approval.decided_on), account.created_on)) AS act_on
    FROM account JOIN approval ON approval.account = account.account
    WHERE account.created_on BETWEEN '2018-02-05' AND :as_of
      AND account.legacy IS NOT 1
      AND approval.decision = 'approved'
      AND coalesce(approval.decided_on, approval.requested_on, account.created_on) <= :as_of
    GROUP BY account.account
)
SELECT account, account AS item, handle || ' on ' || platform AS label,
       period_of(act_on) AS period, act_on AS judged_on,
       CASE WHEN decided_on IS NULL THEN 'no_evidence'
            WHEN decided_on <= created_on THEN 'met'
            ELSE 'not_met' END AS in_order,
       CASE WHEN decided_on IS NULL THEN 'undated'
            WHEN decided_on > created_on THEN 'after_creation' END AS order_reason,
       CASE WHEN decided_on > created_on THEN days_between(created_on, decided_on) END AS days_late
FROM first_approval
