/*
title: Agencies with a Social Media Officer at the quarter's end, and the officer's competencies
judged: at period end
item: agency
controls:
  - id: TEM-5
    title: Competencies of the Social Media Officer
    clause: >-
      The Social Media Officer is competent in strategy, in community building and crisis
      management, in marketing, and in technology.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: competent
    reason: competency_reason
    detail: missing
    reasons:
      missing: "A Social Media Officer is without evidence of: {{detail}}"
      not_recorded: No competency of a Social Media Officer is in evidence
    target: 100%
    weight: 1
    remedy: 60 working days
    owner: Head of the agency
    fix: Have the officer trained in what is missing, and record the evidence and its day.
measures:
  - id: competencies
    title: Competencies of the Social Media Officer, of four
    clause: TEM-5
    basis: Order
    standing: proposed
    statistic: mean
    of: competencies
    unit-word: agencies
    formula: >-
      The competencies in evidence, from none to four, of the Social Media Officer in office at the
      end of the quarter, added up over the agencies that have one and divided by their number. Of
      several officers of an agency the one with the fewest counts.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
officer_record AS MATERIALIZED (
    SELECT agency.agency, quarter.period, agency.name, smo.officer,
           max(competency.competency IS 'strategy') AS strategy,
           max(competency.competency IS 'community') AS community,
           max(competency.competency IS 'marketing') AS marketing,
           max(competency.competency IS 'technology') AS technology
    FROM quarter JOIN agency
      ON (agency.active_from IS NULL OR agency.active_from <= quarter.last_day)
     AND (agency.active_to IS NULL OR agency.active_to >= quarter.last_day)
    JOIN assignment AS smo
      ON smo.agency = agency.agency AND smo.role = 'social_media_officer'
     AND (smo.starts_on IS NULL OR smo.starts_on <= quarter.last_day)
     AND (smo.ends_on IS NULL OR smo.ends_on >= quarter.last_day)
    LEFT JOIN competency
      ON competency.officer = smo.officer AND competency.evidenced_on <= quarter.last_day
    GROUP BY agency.agency, quarter.period, smo.officer
),
counted AS MATERIALIZED (
    SELECT agency, period, name, strategy + community + marketing + technology AS competencies,
           iif(strategy, '', ', strategy') || iif(community, '', ', community')
           || iif(marketing, '', ', marketing') || iif(technology, '', ', technology') AS missing
    FROM officer_record
),
judged AS (
    -- Of several officers one who lacks some counts before one of whom nothing is known.
    SELECT agency, period, name, min(competencies) AS competencies,
           min(iif(competencies BETWEEN 1 AND 3, competencies || missing, NULL)) AS lacking
    FROM counted
    GROUP BY agency, period
)
SELECT agency, period, agency AS item, name AS label,
       CASE WHEN lacking IS NOT NULL THEN 'not_met' WHEN competencies = 0 THEN 'no_evidence'
            ELSE 'met' END AS competent,
       CASE WHEN lacking IS NOT NULL THEN 'missing' WHEN competencies = 0 THEN 'not_recorded' END
           AS competency_reason,
       substr(lacking, length('1, ') + 1) AS missing,
       competencies
FROM judged
