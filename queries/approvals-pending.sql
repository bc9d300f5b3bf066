/*
title: Requests for accounts that were open at the end of the quarter
judged: at period end
item: approval
measures:
  - id: approvals-pending
    title: Requests for accounts open
    clause: APR-5
    basis: Order
    standing: proposed
    statistic: count
    unit-word: requests
    formula: >-
      Requests to create or maintain an account made by the last day of the quarter and not decided
      by then.
  - id: approvals-pending-long
    title: Requests for accounts open for more than 30 days
    clause: APR-5
    basis: Ulat
    standing: own
    statistic: count
    where: long_open
    unit-word: requests
    within: approvals-pending
    formula: >-
      Requests open at the end of the quarter that were made more than 30 days before. The 30 days
      are a choice of these reports, not of the Order.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
request AS MATERIALIZED (
    -- Requests have no number of their own: those of one account and day are counted through.
    SELECT account, requested_on, decided_on,
           row_number() OVER (PARTITION BY account, requested_on ORDER BY decided_on) AS number
    FROM approval WHERE requested_on IS NOT NULL
)
SELECT request.account AS account, quarter.period AS period,
       request.account || '/' || request.requested_on
           || iif(request.number > 1, '/' || request.number, '') AS item,
       request.requested_on < day_add(quarter.last_day, -30) AS long_open
FROM request JOIN quarter
  ON request.requested_on <= quarter.last_day
 AND (request.decided_on IS NULL OR request.decided_on > quarter.last_day)
