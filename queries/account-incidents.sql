/*
title: Accounts in use at the end of the quarter, and the incidents detected in it
judged: at period end
item: account
measures:
  - id: incident-rate
    title: Incidents per hundred accounts
    clause: SEC-6
    basis: Order
    standing: proposed
    statistic: ratio
    of: hundredfold
    per: accounts
    unit-word: accounts
    sensitivity: security
    formula: >-
      Incidents detected in the quarter on accounts in use at its end, a hundred times, divided by
      the number of those accounts.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
detected AS MATERIALIZED (
    SELECT account, period, count(*) AS incidents
    FROM (SELECT account, period_of(known(coalesce(detected_at, occurred_at))) AS period
          FROM incident)
    WHERE account <> '' AND period IS NOT NULL
    GROUP BY account, period
)
SELECT account.account, quarter.period, account.account AS item,
       account.handle || ' on ' || account.platform AS label,
       100 * coalesce(detected.incidents, 0) AS hundredfold,
       1 AS accounts
FROM quarter JOIN account
  ON (account.created_on IS NULL OR account.created_on <= quarter.last_day)
 AND (account.closed_on IS NULL OR account.closed_on > quarter.last_day)
LEFT JOIN detected ON detected.account = account.account AND detected.period = quarter.period
