/*
title: Agencies in the quarter, and the days without a Social Media Officer
judged: in period
item: agency
controls:
  - id: TEM-8
    title: Social Media Officer without a vacancy
    clause: The post of Social Media Officer is held on every day of the quarter.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: held
    reason: vacancy_reason
    detail: vacant_days
    reasons:
      vacant: "Days of the quarter without a Social Media Officer: {{detail}}"
    target: 100%
    weight: 1
    remedy: 15 working days
    owner: Head of the agency
    fix: Designate a successor, or somebody in an acting capacity, before an officer leaves.
measures:
  - id: smo-vacant-days
    title: Days without a Social Media Officer
    clause: TEM-8
    basis: Order
    standing: proposed
    statistic: sum
    of: vacant_days
    unit: days
    formula: >-
      Days of the quarter on which the agency existed and no Social Media Officer was in office,
      added up over the agencies.
*/
WITH quarter AS MATERIALIZED (
    -- Days as numbers from here on; a limit that is not known lies far before or behind them all.
    SELECT period, day_add(ends_before, -1) AS last_day,
           days_between('2000-01-01', starts_on) AS first,
           days_between('2000-01-01', ends_before) - 1 AS last
    FROM period
),
held AS MATERIALIZED (
    SELECT agency, coalesce(days_between('2000-01-01', starts_on), -1000000) AS first,
           coalesce(days_between('2000-01-01', ends_on), 10000000) AS last
    FROM assignment
    WHERE role = 'social_media_officer'
),
alone AS MATERIALIZED (
    -- Each day once: an officer counts from behind the last day of all who began before.
    SELECT agency, last,
           max(first, coalesce(1 + max(last) OVER (
               PARTITION BY agency ORDER BY first
               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), first)) AS first
    FROM held
),
existing AS MATERIALIZED (
    SELECT agency.agency, agency.name, quarter.period, quarter.last_day, quarter.last,
           max(quarter.first, coalesce(days_between('2000-01-01', agency.active_from),
                                       quarter.first)) AS first
    FROM quarter JOIN agency
      ON (agency.active_from IS NULL OR agency.active_from <= quarter.last_day)
     AND (agency.active_to IS NULL OR agency.active_to >= quarter.last_day)
),
judged AS (
    SELECT agency, period, name, last_day,
           1 + last - first - coalesce((
               SELECT sum(1 + min(alone.last, existing.last) - max(alone.first, existing.first))
               FROM alone
               WHERE alone.agency = existing.agency
                 AND alone.first <= alone.last
                 AND alone.first <= existing.last AND alone.last >= existing.first), 0)
               AS vacant_days
    FROM existing
    LIMIT -1 OFFSET 0 -- all; but a query with an offset stays apart: days are counted only once
)
SELECT agency, period, agency AS item, name AS label, last_day AS judged_on,
       iif(vacant_days = 0, 'met', 'not_met') AS held,
       iif(vacant_days = 0, NULL, 'vacant') AS vacancy_reason,
       vacant_days
FROM judged
