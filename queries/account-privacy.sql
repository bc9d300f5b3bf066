/*
title: Accounts in use in the quarter, and what private information they disclosed
judged: in period
item: account
controls:
  - id: PRV-2
    title: No private information disclosed without consent
    clause: No account publishes what private users share without their recorded consent.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: privacy_kept
    reason: privacy_reason
    reasons:
      no_consent: Private information was disclosed without recorded consent
      not_examined: Nobody examined the account for disclosures in the quarter
    target: 100%
    weight: 3
    critical: yes
    remedy: 5 working days
    owner: Account Administrator
    fix: >-
      Take the information down or record the consent, and have the breach assessed. Where nothing
      was found, have the account examined and record by whom.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, starts_on AS first_day, day_add(ends_before, -1) AS last_day FROM period
),
judged AS MATERIALIZED (
    SELECT account.account, quarter.period, quarter.last_day, account.handle, account.platform,
           EXISTS (SELECT 1 FROM private_disclosure
                   WHERE private_disclosure.account = account.account
                     AND period_of(known(private_disclosure.disclosed_at)) = quarter.period
                     AND private_disclosure.consent_recorded IS NOT 1) AS without_consent,
           EXISTS (SELECT 1 FROM review
                   WHERE review.account = account.account AND review.subject = 'privacy'
                     AND review.examined_on BETWEEN quarter.first_day AND quarter.last_day
           ) AS examined
    FROM account JOIN quarter
      ON (account.created_on IS NULL OR account.created_on <= quarter.last_day)
     AND (account.closed_on IS NULL OR account.closed_on > quarter.first_day)
)
SELECT account, period, last_day AS judged_on, account AS item,
       handle || ' on ' || platform AS label,
       CASE WHEN without_consent THEN 'not_met' WHEN examined THEN 'met' ELSE 'no_evidence' END
           AS privacy_kept,
       CASE WHEN without_consent THEN 'no_consent' WHEN NOT examined THEN 'not_examined' END
           AS privacy_reason
FROM judged
