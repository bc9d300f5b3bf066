/*
title: Accounts older than the Order that are in use at the end of the quarter
judged: at period end
item: account
controls:
  - id: APR-3
    title: Older account approved to be maintained
    clause: Approval is asked to maintain an account too, not only to create one.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: regularised
    reason: maintenance_reason
    reasons:
      pending: The request to maintain the account has not been decided
      not_regularised: No approval to maintain the account is recorded
    target: 100%
    weight: 2
    remedy: 30 working days
    owner: Social Media Officer
    fix: Ask the Social Media Officer to approve that the account is maintained, or close it.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
judged AS MATERIALIZED (
    SELECT account.account, quarter.period, account.handle, account.platform,
           coalesce(account.regularised_on <= quarter.last_day, 0) AS regularised,
           -- Of several requests the best one counts. An approval without a day says nothing of
           -- the quarter's end and stands as undecided.
           (SELECT min(CASE
                WHEN approval.decision = 'approved' AND approval.decided_on <= quarter.last_day
                THEN 1
                WHEN coalesce(approval.requested_on, quarter.last_day) <= quarter.last_day
                     AND (approval.decided_on IS NULL OR approval.decided_on > quarter.last_day)
                THEN 2 END)
            FROM approval WHERE approval.account = account.account) AS best
    FROM account JOIN quarter
      ON (account.created_on IS NULL OR account.created_on <= quarter.last_day)
     AND (account.closed_on IS NULL OR account.closed_on > quarter.last_day)
    WHERE account.legacy IS 1 OR account.created_on < '2018-02-05'
)
SELECT account, period, account AS item, handle || ' on ' || platform AS label,
       iif(regularised OR best IS 1, 'met', 'not_met') AS regularised,
       CASE WHEN regularised OR best IS 1 THEN NULL WHEN best = 2 THEN 'pending'
            ELSE 'not_regularised' END AS maintenance_reason
FROM judged
