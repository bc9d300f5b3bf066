/*
title: Accounts in use at the end of the quarter, and how they are accessed
judged: at period end
item: account
controls:
  - id: SEC-4
    title: Access over a secure network
    clause: Accounts are accessed over a virtual private network or any other secure network.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: secure_network
    reason: network_reason
    reasons:
      not_secure: The latest attestation says that the network is not secure
      not_attested: No attestation says which network is used
    target: 100%
    weight: 3
    critical: yes
    remedy: 30 working days
    owner: Account Administrator
    fix: Use the account over a secure network only, and have that attested.
    sensitivity: security
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
judged AS MATERIALIZED (
    SELECT account.account, quarter.period, account.handle, account.platform,
           -- The worst answer of the latest day.
           (SELECT min(CASE access_check.secure_network WHEN 0 THEN 1 WHEN 1 THEN 3 ELSE 2 END)
            FROM access_check
            WHERE access_check.account = account.account
              AND access_check.checked_on = (
                  SELECT max(latest.checked_on) FROM access_check AS latest
                  WHERE latest.account = account.account AND latest.checked_on <= quarter.last_day
              )) AS worst
    FROM account JOIN quarter
      ON (account.created_on IS NULL OR account.created_on <= quarter.last_day)
     AND (account.closed_on IS NULL OR account.closed_on > quarter.last_day)
)
SELECT account, period, account AS item, handle || ' on ' || platform AS label,
       CASE worst WHEN 3 THEN 'met' WHEN 1 THEN 'not_met' ELSE 'no_evidence' END AS secure_network,
       CASE worst WHEN 3 THEN NULL WHEN 1 THEN 'not_secure' ELSE 'not_attested' END
           AS network_reason
FROM judged
