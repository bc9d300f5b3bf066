/*
title: Campaigns, and whether they were planned
judged: in period
item: campaign
measures:
  - id: campaigns
    title: Campaigns begun
    clause: TEM-10
    basis: Order
    standing: proposed
    statistic: count
    formula: Campaigns whose first day lies in the quarter.
  - id: campaigns-planned
    title: Campaigns with a plan
    clause: TEM-10
    basis: Order
    standing: proposed
    statistic: share
    of: planned
    formula: >-
      Campaigns begun in the quarter that the Social Media Officer planned, divided by all that were
      begun in it. Where no plan is recorded there is none.
*/
SELECT agency, campaign AS item, title AS label, period_of(known(starts_on)) AS period,
       planned IS 1 AS planned
FROM campaign
WHERE starts_on IS NOT NULL
