/*
title: Agencies in the quarter, and whether they submitted their report
judged: in period
item: agency
controls:
  - id: POP-1
    title: Report for the quarter submitted
    clause: >-
      The Order applies to all national agencies, government corporations and government financial
      institutions.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: reported
    reason: reporting_reason
    reasons:
      not_submitted: No report for the quarter was submitted in time
    target: 100%
    weight: 3
    critical: yes
    counts-not-reporting: yes
    remedy: 15 working days
    owner: Head of the agency
    fix: Submit the report for the quarter.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, starts_on AS first_day, day_add(ends_before, -1) AS last_day FROM period
),
judged AS (
    SELECT agency.agency, quarter.period, quarter.last_day, agency.name,
           (agency.agency, quarter.period) IN (
               SELECT submission.agency, submission.period FROM submission
               WHERE submission.submitted_at IS NULL
                  OR day_of(submission.submitted_at) <= :submitted_by
                  -- the deadline is for the reported quarter; what came late before may be known by now
                  OR (submission.period < (SELECT max(period) FROM period)
                      AND day_of(submission.submitted_at) <= :as_of)
           ) AS reported
    FROM agency JOIN quarter
      ON (agency.active_from IS NULL OR agency.active_from <= quarter.last_day)
     AND (agency.active_to IS NULL OR agency.active_to >= quarter.first_day)
)
SELECT agency, period, last_day AS judged_on, agency AS item, name AS label,
       iif(reported, 'met', 'not_met') AS reported,
       iif(reported, NULL, 'not_submitted') AS reporting_reason
FROM judged
