/*
title: Disclosures of private users' information by accounts
judged: in period
item: disclosure
measures:
  - id: disclosures-found
    title: Disclosures of private information
    clause: PRV-2
    basis: Order
    standing: proposed
    statistic: count
    formula: Disclosures of private users' information in the quarter, with or without consent.
  - id: disclosure-consent
    title: Disclosures with recorded consent
    clause: PRV-1
    basis: Order
    standing: proposed
    statistic: share
    of: consented
    target: 100%
    formula: Disclosures with recorded consent, divided by all disclosures made in the quarter.
*/
SELECT account, disclosure AS item, period_of(known(disclosed_at)) AS period,
       consent_recorded IS 1 AS consented
FROM private_disclosure
