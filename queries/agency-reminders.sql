/*
title: Agencies at the end of the quarter, and whether they reminded their staff of responsible use
judged: at period end
item: agency
controls:
  - id: CIV-3
    title: Staff reminded to use social media responsibly
    clause: Civil servants are reminded to use social media responsibly.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: reminded
    reason: reminder_reason
    reasons:
      none: >-
        No training or reminder was given in the last 365 days, and no standing reminder is in force
    target: 100%
    weight: 1
    remedy: 60 working days
    owner: Human Resources
    fix: Hold a training or send a reminder and record the day, or adopt a standing reminder.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
trained AS MATERIALIZED ( -- once, for trainings of an agency cannot be looked up by an index
    SELECT DISTINCT training.agency, quarter.period
    FROM training JOIN quarter ON training.held_on <= quarter.last_day
                              AND training.held_on > day_add(quarter.last_day, -365)
),
judged AS (
    SELECT agency.agency, quarter.period, agency.name,
           trained.agency IS NOT NULL
           OR EXISTS (SELECT 1 FROM policy
                      WHERE policy.agency = agency.agency AND policy.kind = 'reminder'
                        AND (policy.effective_from IS NULL
                             OR policy.effective_from <= quarter.last_day)
                        AND (policy.effective_to IS NULL
                             OR policy.effective_to >= quarter.last_day)) AS reminded
    FROM agency JOIN quarter
      ON (agency.active_from IS NULL OR agency.active_from <= quarter.last_day)
     AND (agency.active_to IS NULL OR agency.active_to >= quarter.last_day)
    LEFT JOIN trained ON trained.agency = agency.agency AND trained.period = quarter.period
)
SELECT agency, period, agency AS item, name AS label,
       iif(reminded, 'met', 'not_met') AS reminded, iif(reminded, NULL, 'none') AS reminder_reason
FROM judged
