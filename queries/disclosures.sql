/*
title: Disclosures of private users' information by accounts
judged: in period
item: disclosure
controls:
  - id: PRV-1
    title: Private information disclosed with consent
    clause: >-
      What private users share is presumed private; it is published with their recorded consent
      only.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: consent
    reason: consent_reason
    reasons:
      no_consent: There was no consent to the disclosure
      not_recorded: Whether there was consent is not recorded
    target: 100%
    weight: 2
    critical: yes
    remedy: 5 working days
    owner: Account Administrator
    fix: Take the information down or record the consent, and have the breach assessed.
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
       day_of(known(disclosed_at)) AS judged_on, consent_recorded IS 1 AS consented,
       CASE consent_recorded WHEN 1 THEN 'met' WHEN 0 THEN 'not_met' ELSE 'no_evidence' END
           AS consent,
       CASE consent_recorded WHEN 1 THEN NULL WHEN 0 THEN 'no_consent' ELSE 'not_recorded' END
           AS consent_reason
FROM private_disclosure
