/*
title: Accounts with an Account Administrator at the end of the quarter, and the experience there is
judged: at period end
item: account
controls:
  - id: TEM-7
    title: Experience of the Account Administrator
    clause: >-
      An Account Administrator has at least a year of experience in information and communications
      technology.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: experienced
    reason: experience_reason
    reasons:
      experience: >-
        An Account Administrator has less than a year in information and communications technology
      not_recorded: The experience of an Account Administrator is not recorded
    target: 100%
    weight: 2
    remedy: 30 working days
    owner: Social Media Officer
    fix: Record the administrator's experience, or assign an administrator who has a year.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
learned AS MATERIALIZED (
    -- An officer has a year from the first day on which a record says so.
    SELECT officer,
           min(coalesce(recorded_on, '0000-00-00')) AS known_from,
           min(iif(ict_months >= 12, coalesce(recorded_on, '0000-00-00'), NULL)) AS year_from
    FROM qualification
    WHERE ict_months IS NOT NULL
    GROUP BY officer
),
judged AS (
    -- Of several administrators the worst counts: 3 has no year, 2 is not known, 1 has one.
    SELECT account.account, quarter.period, account.handle, account.platform,
           (SELECT max(CASE WHEN learned.year_from <= quarter.last_day THEN 1
                            WHEN learned.known_from <= quarter.last_day THEN 3
                            ELSE 2 END)
            FROM assignment LEFT JOIN learned ON learned.officer = assignment.officer
            WHERE assignment.account = account.account
              AND assignment.role = 'account_administrator'
              AND (assignment.starts_on IS NULL OR assignment.starts_on <= quarter.last_day)
              AND (assignment.ends_on IS NULL OR assignment.ends_on >= quarter.last_day)) AS worst
    FROM quarter JOIN account
      ON (account.created_on IS NULL OR account.created_on <= quarter.last_day)
     AND (account.closed_on IS NULL OR account.closed_on > quarter.last_day)
    LIMIT -1 OFFSET 0 -- all; but a query with an offset stays apart: each is judged only once
)
SELECT account, period, account AS item, handle || ' on ' || platform AS label,
       CASE worst WHEN 1 THEN 'met' WHEN 2 THEN 'no_evidence' ELSE 'not_met' END AS experienced,
       CASE worst WHEN 2 THEN 'not_recorded' WHEN 3 THEN 'experience' END AS experience_reason
FROM judged
WHERE worst IS NOT NULL
