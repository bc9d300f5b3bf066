/*
title: Staff of the agencies, and how many were trained in social media or take part in it
judged: in period
item: officer
measures:
  - id: staff-headcount
    title: Staff
    clause: CIV-1
    statistic: sum
    of: headcount
    unit-word: officers
    formula: The head count of the agency in the quarter, as the agency reported it.
  - id: staff-trained
    title: Staff trained in the use of social media
    clause: CIV-1
    basis: Order
    standing: proposed
    statistic: ratio
    of: trained
    per: headcount
    unit: percent
    formula: >-
      Staff trained, divided by the head count, as the agency reported both for the quarter.
      Agencies that reported only one of them are left out.
  - id: staff-participating
    title: Staff who take part in social media
    clause: CIV-1
    basis: Order
    standing: proposed
    statistic: ratio
    of: participating
    per: headcount
    unit: percent
    formula: >-
      Staff who take part in the agency's social media, divided by the head count, as the agency
      reported both for the quarter. Agencies that reported only one of them are left out.
*/
SELECT agency, agency || '/' || period AS item, period, headcount, trained, participating
FROM staff
