/*
title: Cases of staff that are open at the end of the quarter or were decided in it
judged: at period end
item: case
controls:
  - id: SAN-2
    title: Steps of the civil service's rules on record
    clause: >-
      The rules of the civil service govern how cases are instituted, investigated, charged and
      decided.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: steps
    reason: steps_reason
    reasons:
      undated: A step that comes before the case's present stage is not recorded with its day
    target: 100%
    weight: 1
    owner: Human Resources
    fix: Record the days of the investigation and of the formal charge.
    sensitivity: personnel
measures:
  - id: cases-open
    title: Open cases
    clause: SAN-1
    basis: Order
    standing: proposed
    statistic: count
    where: open
    by: {stage: Stage, offence: Offence}
    sensitivity: personnel
    formula: Cases complained of by the last day of the quarter and not decided by then.
  - id: cases-open-long
    title: Cases open for more than a year
    clause: SAN-2
    basis: Order
    standing: proposed
    statistic: count
    where: open_long
    within: cases-open
    sensitivity: personnel
    formula: >-
      Cases not decided by the last day of the quarter of which the complaint is then more than 365
      days old.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, starts_on AS first_day, day_add(ends_before, -1) AS last_day FROM period
),
judged AS (
    SELECT personnel_case.agency, quarter.period, personnel_case.personnel_case AS item,
           nullif(personnel_case.offence, '') AS offence, personnel_case.under_raccs,
           personnel_case.decided_on IS NULL OR personnel_case.decided_on > quarter.last_day
               AS open,
           personnel_case.complained_on < day_add(quarter.last_day, -365) AS is_long,
           coalesce(personnel_case.investigated_on <= quarter.last_day, 0) AS investigated,
           coalesce(personnel_case.charged_on <= quarter.last_day, 0) AS charged,
           coalesce(personnel_case.investigated_on <= personnel_case.decided_on
                        AND personnel_case.charged_on <= personnel_case.decided_on, 0)
               AS all_before_decision
    FROM personnel_case JOIN quarter
      ON personnel_case.complained_on <= quarter.last_day
     AND (personnel_case.decided_on IS NULL OR personnel_case.decided_on >= quarter.first_day)
),
stepped AS (
    SELECT *, iif(open, investigated OR NOT charged, all_before_decision) AS in_order FROM judged
)
SELECT agency, period, item, offence,
       CASE WHEN charged THEN 'charge' WHEN investigated THEN 'investigation' ELSE 'complaint' END
           AS stage,
       open, open AND is_long AS open_long,
       CASE WHEN under_raccs = 1 THEN iif(in_order, 'met', 'not_met') END AS steps,
       iif(under_raccs = 1 AND NOT in_order, 'undated', NULL) AS steps_reason
FROM stepped
