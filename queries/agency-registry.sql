/*
title: Agencies at the end of the quarter, and the accounts found outside the registry
judged: at period end
item: agency
controls:
  - id: ACC-2
    title: No account outside the registry
    clause: An account is used only when it is registered and approved.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: registry_whole
    reason: registry_reason
    detail: open_discoveries
    reasons:
      open: "Accounts found outside the registry, neither regularised nor taken down: {{detail}}"
      not_examined: Nobody looked for accounts outside the registry in the quarter
    target: 100%
    weight: 2
    remedy: 30 working days
    owner: Social Media Officer
    fix: >-
      Regularise the accounts that were found, or have them taken down, and record which and when.
      Where none was found, have the search recorded.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, starts_on AS first_day, day_add(ends_before, -1) AS last_day FROM period
),
examined AS MATERIALIZED (
    -- A search through one account's name, or for the agency as a whole, counts alike.
    SELECT DISTINCT review.agency, quarter.period
    FROM review JOIN quarter
      ON review.examined_on BETWEEN quarter.first_day AND quarter.last_day
    WHERE review.subject = 'registry'
),
still_open AS MATERIALIZED (
    SELECT discovery.agency, quarter.period, count(*) AS discoveries
    FROM discovery JOIN quarter ON discovery.found_on <= quarter.last_day
    -- An outcome without a day has been there since ever.
    WHERE coalesce(discovery.outcome, '') = '' OR discovery.resolved_on > quarter.last_day
    GROUP BY discovery.agency, quarter.period
),
judged AS MATERIALIZED (
    SELECT agency.agency, quarter.period, agency.name, still_open.discoveries,
           (agency.agency, quarter.period) IN (SELECT agency, period FROM examined) AS examined
    FROM agency JOIN quarter
      ON (agency.active_from IS NULL OR agency.active_from <= quarter.last_day)
     AND (agency.active_to IS NULL OR agency.active_to >= quarter.last_day)
    LEFT JOIN still_open
      ON still_open.agency = agency.agency AND still_open.period = quarter.period
)
SELECT agency, period, agency AS item, name AS label,
       CASE WHEN discoveries > 0 THEN 'not_met' WHEN examined THEN 'met' ELSE 'no_evidence' END
           AS registry_whole,
       CASE WHEN discoveries > 0 THEN 'open' WHEN NOT examined THEN 'not_examined' END
           AS registry_reason,
       discoveries AS open_discoveries
FROM judged
