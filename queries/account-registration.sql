/*
title: Accounts in use at the end of the quarter, and the domains of their e-mail addresses
judged: at period end
item: account
controls:
  - id: EML-1
    title: Official e-mail address
    clause: Accounts are created with official e-mail addresses only.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: official_email
    reason: email_reason
    detail: email_detail
    reasons:
      foreign_domain: "{{detail}} is not an e-mail domain of the agency"
      not_recorded: No e-mail address is recorded for the account
    target: 100%
    weight: 3
    critical: yes
    remedy: 30 working days
    owner: Account Administrator
    fix: Move the account to an address under a domain of the agency, and record that domain.
measures:
  - id: accounts-active
    title: Accounts in use
    clause: PUR-1
    basis: Order
    standing: proposed
    statistic: count
    by: {platform: Platform}
    formula: Accounts created by the last day of the quarter and not closed by then.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
judged AS (
    SELECT account.account, quarter.period, account.handle, account.platform,
           account.email_domain,
           CASE
               WHEN coalesce(account.email_domain, '') = '' THEN 'not_recorded'
               -- An address is the agency's under its domain itself or under a part of it.
               WHEN EXISTS (
                   SELECT 1 FROM agency_domain AS own
                   WHERE own.agency = lead_of(account.account, quarter.last_day)
                     AND (own.valid_from IS NULL OR own.valid_from <= quarter.last_day)
                     AND (own.valid_to IS NULL OR own.valid_to >= quarter.last_day)
                     AND substr('.' || lower(account.email_domain), -length('.' || own.domain))
                         = '.' || lower(own.domain)
               ) THEN 'met'
               ELSE 'foreign_domain'
           END AS verdict
    FROM account JOIN quarter
      ON (account.created_on IS NULL OR account.created_on <= quarter.last_day)
     AND (account.closed_on IS NULL OR account.closed_on > quarter.last_day)
)
SELECT account, period, account AS item, handle || ' on ' || platform AS label,
       CASE verdict WHEN 'met' THEN 'met' WHEN 'not_recorded' THEN 'no_evidence' ELSE 'not_met' END
           AS official_email,
       nullif(verdict, 'met') AS email_reason,
       iif(verdict = 'foreign_domain', email_domain, NULL) AS email_detail,
       nullif(platform, '') AS platform
FROM judged
