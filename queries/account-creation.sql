/*
title: Accounts created under the Order, and the addresses that they were created with
judged: in period
item: account
measures:
  - id: accounts-created-official
    title: Accounts created with an official e-mail address
    clause: EML-1
    basis: Order
    standing: proposed
    statistic: share
    of: official
    target: 100%
    formula: >-
      Accounts created in the quarter with an address under a domain that was the agency's on that
      day, divided by all accounts created in the quarter of which that address is recorded.
*/
SELECT account.account AS account, account.account AS item,
       account.handle || ' on ' || account.platform AS label,
       period_of(known(account.created_on)) AS period,
       EXISTS (
           SELECT 1 FROM agency_domain AS own
           WHERE own.agency = lead_of(account.account, account.created_on)
             AND (own.valid_from IS NULL OR own.valid_from <= account.created_on)
             AND (own.valid_to IS NULL OR own.valid_to >= account.created_on)
             AND substr('.' || lower(account.created_email_domain), -length('.' || own.domain))
                 = '.' || lower(own.domain)
       ) AS official
FROM account
WHERE account.created_on >= '2018-02-05' AND account.legacy IS NOT 1
  AND account.created_email_domain <> ''
