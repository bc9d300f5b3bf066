/*
title: Agencies at the end of the quarter, and whether they took up the Order of their own will
judged: at period end
item: agency
measures:
  - id: bodies-adopted
    title: Bodies that adopted the Order
    clause: POP-2
    basis: Order
    standing: proposed
    statistic: share
    of: adopted
    by: {region: Region}
    formula: >-
      Bodies that have taken up the Order of their own will by the last day of the quarter, divided
      by all bodies that exist on that day.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
)
SELECT agency.agency AS agency, quarter.period AS period, agency.agency AS item,
       agency.name AS label,
       coalesce(agency.adopted_on <= quarter.last_day, 0) AS adopted,
       nullif(agency.region, '') AS region
FROM agency JOIN quarter
  ON (agency.active_from IS NULL OR agency.active_from <= quarter.last_day)
 AND (agency.active_to IS NULL OR agency.active_to >= quarter.last_day)
