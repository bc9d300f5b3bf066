/*
title: Decisions on requests for accounts
judged: in period
item: approval
measures:
  - id: approvals-decided
    title: Requests for accounts decided
    clause: APR-5
    basis: Order
    standing: proposed
    statistic: count
    unit-word: requests
    by: {decision: Decision}
    formula: Requests to create or maintain an account that were decided in the quarter.
  - id: approval-turnaround-median
    title: Median time to a decision on an account
    clause: APR-5
    statistic: median
    of: days
    unit: days
    unit-word: requests
    formula: >-
      The middle one of the days from request to decision, of requests decided in the quarter.
      Requests without a day, and those dated after their decision, are left out.
*/
WITH decided AS (
    SELECT account, decided_on, nullif(decision, '') AS decision,
           days_between(requested_on, decided_on) AS days,
           row_number() OVER (PARTITION BY account, decided_on ORDER BY requested_on, decision)
               AS number
    FROM approval
    WHERE decided_on IS NOT NULL
)
SELECT account, period_of(known(decided_on)) AS period,
       -- Requests have no number of their own: those of one account and day are counted through.
       account || '/' || decided_on || iif(number > 1, '/' || number, '') AS item,
       decision, iif(days >= 0, days, NULL) AS days
FROM decided
