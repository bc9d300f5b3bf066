/*
title: Agencies at the end of the quarter, and the duties of their social media team
judged: at period end
item: agency
controls:
  - id: TEM-9
    title: Duties of the social media team
    clause: >-
      The team sees that the Order is kept, that the use of social media serves the agency's
      objectives, that the approach fits programs and audience, and that it goes with other media.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: duties
    reason: duties_reason
    detail: missing
    reasons:
      missing: "Reviewed for the quarter, and not in evidence: {{detail}}"
      not_reviewed: Not all four duties were reviewed for the quarter
    target: 100%
    weight: 1
    remedy: 30 working days
    owner: Social Media Officer
    fix: Review the four duties every quarter, and record what shows that they are done.
measures:
  - id: duties-evidenced
    title: Duties of the team in evidence, of four
    clause: TEM-9
    basis: Order
    standing: proposed
    statistic: mean
    of: evidenced
    unit-word: agencies
    formula: >-
      Duties in evidence by the quarter's review, from none to four, added up over the agencies with
      a review and divided by their number.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
reviewed AS MATERIALIZED (
    -- Of several answers to a duty the worst counts: 0 no, 1 not known, 2 yes; NULL without a row.
    SELECT agency, period,
           min(iif(duty = 'order', iif(evidenced, 2, evidenced IS NULL), NULL)) AS in_order,
           min(iif(duty = 'objectives', iif(evidenced, 2, evidenced IS NULL), NULL)) AS objectives,
           min(iif(duty = 'approach', iif(evidenced, 2, evidenced IS NULL), NULL)) AS approach,
           min(iif(duty = 'media', iif(evidenced, 2, evidenced IS NULL), NULL)) AS media
    FROM duty_review
    GROUP BY agency, period
),
judged AS (
    SELECT agency.agency, quarter.period, agency.name,
           min(reviewed.in_order, reviewed.objectives, reviewed.approach, reviewed.media) AS worst,
           iif(reviewed.in_order = 0, ', the Order', '')
           || iif(reviewed.objectives = 0, ', objectives', '')
           || iif(reviewed.approach = 0, ', approach', '')
           || iif(reviewed.media = 0, ', other media', '') AS missing,
           iif(reviewed.agency IS NULL, NULL,
               (reviewed.in_order IS 2) + (reviewed.objectives IS 2) + (reviewed.approach IS 2)
               + (reviewed.media IS 2)) AS evidenced
    FROM quarter JOIN agency
      ON (agency.active_from IS NULL OR agency.active_from <= quarter.last_day)
     AND (agency.active_to IS NULL OR agency.active_to >= quarter.last_day)
    LEFT JOIN reviewed ON reviewed.agency = agency.agency AND reviewed.period = quarter.period
)
SELECT agency, period, agency AS item, name AS label,
       CASE WHEN missing <> '' THEN 'not_met' WHEN worst = 2 THEN 'met' ELSE 'no_evidence' END
           AS duties,
       CASE WHEN missing <> '' THEN 'missing' WHEN worst = 2 THEN NULL ELSE 'not_reviewed' END
           AS duties_reason,
       substr(nullif(missing, ''), length(', ') + 1) AS missing,
       evidenced
FROM judged
