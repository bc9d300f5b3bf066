/*
title: Agencies at the end of the quarter, and whether incidents are looked for and recovered from
judged: at period end
item: agency
controls:
  - id: SEC-6
    title: No incident left open
    clause: >-
      Security is looked after in the quarter, and what was detected is recovered from when it ends.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: recovered
    reason: incident_reason
    detail: open_incidents
    reasons:
      open: "Incidents detected and not recovered from: {{detail}}"
      not_examined: Nobody is on record as having examined security in the quarter
    target: 100%
    weight: 1
    remedy: 15 working days
    owner: Social Media Officer
    fix: >-
      Recover from what is open, and have security examined every quarter, with the day on record.
    sensitivity: security
*/
WITH quarter AS MATERIALIZED (
    SELECT period, starts_on, day_add(ends_before, -1) AS last_day FROM period
),
detected AS MATERIALIZED (
    SELECT agency, day_of(coalesce(detected_at, occurred_at)) AS from_day,
           day_of(recovered_at) AS recovered_on
    FROM incident
    WHERE coalesce(detected_at, occurred_at) IS NOT NULL
),
still_open AS MATERIALIZED (
    SELECT detected.agency, quarter.period, count(*) AS incidents
    FROM detected JOIN quarter
      ON detected.from_day <= quarter.last_day
     AND (detected.recovered_on IS NULL OR detected.recovered_on > quarter.last_day)
    GROUP BY detected.agency, quarter.period
),
examined AS MATERIALIZED (
    SELECT DISTINCT review.agency, quarter.period
    FROM review JOIN quarter ON review.examined_on BETWEEN quarter.starts_on AND quarter.last_day
    WHERE review.subject = 'security'
),
judged AS (
    SELECT agency.agency, quarter.period, agency.name, still_open.incidents AS open_incidents,
           CASE WHEN still_open.agency IS NOT NULL THEN 'not_met'
                WHEN examined.agency IS NOT NULL THEN 'met'
                ELSE 'no_evidence' END AS recovered
    FROM quarter JOIN agency
      ON (agency.active_from IS NULL OR agency.active_from <= quarter.last_day)
     AND (agency.active_to IS NULL OR agency.active_to >= quarter.last_day)
    LEFT JOIN still_open ON still_open.agency = agency.agency
                        AND still_open.period = quarter.period
    LEFT JOIN examined ON examined.agency = agency.agency AND examined.period = quarter.period
)
SELECT agency, period, agency AS item, name AS label, recovered,
       CASE recovered WHEN 'not_met' THEN 'open' WHEN 'no_evidence' THEN 'not_examined' END
           AS incident_reason,
       open_incidents
FROM judged
