/*
title: Accounts in use at the end of the quarter, and how they are accessed
judged: at period end
item: account
controls:
  - id: SEC-1
    title: Security protocols installed
    clause: >-
      Security protocols are installed for every account: a second factor, a password policy, a
      review of roles, recovery contacts and a procedure for who leaves.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: protocols
    reason: protocols_reason
    detail: missing
    reasons:
      missing: "Missing by the latest attestation: {{detail}}"
      not_attested: No attestation speaks of all five protocols
    target: 100%
    weight: 3
    critical: yes
    remedy: 30 working days
    owner: Account Administrator
    fix: Install what is missing, and have all five protocols attested.
    sensitivity: security
  - id: SEC-2
    title: Access from secure computers
    clause: Accounts are accessed from secure computers.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: secure_computer
    reason: computer_reason
    reasons:
      not_secure: The latest attestation says that the computer is not secure
      not_attested: No attestation says whether the computer is secure
    target: 100%
    weight: 2
    critical: yes
    remedy: 30 working days
    owner: Account Administrator
    fix: Use the account from secured computers only, and have that attested.
    sensitivity: security
  - id: SEC-3
    title: Access with secure web browsers
    clause: Accounts are accessed with secure web browsers.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: secure_browser
    reason: browser_reason
    reasons:
      not_secure: The latest attestation says that the browser is not secure
      not_attested: No attestation says whether the browser is secure
    target: 100%
    weight: 1
    remedy: 30 working days
    owner: Account Administrator
    fix: Use the account with a browser that is kept up to date, and have that attested.
    sensitivity: security
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
  - id: SEC-5
    title: Attestations are recent
    clause: >-
      How an account is accessed was attested within the last 180 days. The Order sets no such time;
      it is our choice.
    basis: Order
    standing: own
    effective-from: 2018-02-05
    outcome: recent
    reason: recent_reason
    detail: attested_on
    reasons:
      old: The latest attestation is of {{detail}}
      not_attested: No attestation is recorded
    target: 100%
    weight: 1
    remedy: 30 working days
    owner: Account Administrator
    fix: Have it attested how the account is accessed, twice a year.
    sensitivity: security
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day, day_add(ends_before, -181) AS old_day
    FROM period
),
answer AS MATERIALIZED (
    -- Of several attestations of a day the worst answer counts: 0 no, 1 not known, 2 yes. A day's
    -- answers hold until the next day that was attested.
    SELECT account, checked_on,
           lead(checked_on) OVER (PARTITION BY account ORDER BY checked_on) AS next_on,
           min(iif(mfa, 2, mfa IS NULL)) AS mfa,
           min(iif(password_policy, 2, password_policy IS NULL)) AS password_policy,
           min(iif(role_review, 2, role_review IS NULL)) AS role_review,
           min(iif(recovery_contacts, 2, recovery_contacts IS NULL)) AS recovery_contacts,
           min(iif(offboarding, 2, offboarding IS NULL)) AS offboarding,
           min(iif(secure_computer, 2, secure_computer IS NULL)) AS computer,
           min(iif(secure_browser, 2, secure_browser IS NULL)) AS browser,
           min(iif(secure_network, 2, secure_network IS NULL)) AS network
    FROM access_check
    GROUP BY account, checked_on
),
judged AS (
    SELECT account.account, quarter.period, account.handle, account.platform, quarter.old_day,
           answer.checked_on, answer.computer, answer.browser, answer.network,
           min(answer.mfa, answer.password_policy, answer.role_review, answer.recovery_contacts,
               answer.offboarding) AS protocols,
           iif(answer.mfa = 0, ', second factor', '')
           || iif(answer.password_policy = 0, ', password policy', '')
           || iif(answer.role_review = 0, ', review of roles', '')
           || iif(answer.recovery_contacts = 0, ', recovery contacts', '')
           || iif(answer.offboarding = 0, ', procedure for who leaves', '') AS missing
    FROM quarter JOIN account
      ON (account.created_on IS NULL OR account.created_on <= quarter.last_day)
     AND (account.closed_on IS NULL OR account.closed_on > quarter.last_day)
    LEFT JOIN answer
      ON answer.account = account.account
     AND answer.checked_on <= quarter.last_day
     AND (answer.next_on IS NULL OR answer.next_on > quarter.last_day)
    LIMIT -1 OFFSET 0 -- all; but a query with an offset stays apart: each answer is read once
)
SELECT account, period, account AS item, handle || ' on ' || platform AS label,
       CASE protocols WHEN 2 THEN 'met' WHEN 0 THEN 'not_met' ELSE 'no_evidence' END AS protocols,
       CASE protocols WHEN 2 THEN NULL WHEN 0 THEN 'missing' ELSE 'not_attested' END
           AS protocols_reason,
       substr(nullif(missing, ''), length(', ') + 1) AS missing,
       CASE computer WHEN 2 THEN 'met' WHEN 0 THEN 'not_met' ELSE 'no_evidence' END
           AS secure_computer,
       CASE computer WHEN 2 THEN NULL WHEN 0 THEN 'not_secure' ELSE 'not_attested' END
           AS computer_reason,
       CASE browser WHEN 2 THEN 'met' WHEN 0 THEN 'not_met' ELSE 'no_evidence' END
           AS secure_browser,
       CASE browser WHEN 2 THEN NULL WHEN 0 THEN 'not_secure' ELSE 'not_attested' END
           AS browser_reason,
       CASE network WHEN 2 THEN 'met' WHEN 0 THEN 'not_met' ELSE 'no_evidence' END
           AS secure_network,
       CASE network WHEN 2 THEN NULL WHEN 0 THEN 'not_secure' ELSE 'not_attested' END
           AS network_reason,
       CASE WHEN checked_on > old_day THEN 'met' WHEN checked_on IS NULL THEN 'no_evidence'
            ELSE 'not_met' END AS recent,
       CASE WHEN checked_on > old_day THEN NULL WHEN checked_on IS NULL THEN 'not_attested'
            ELSE 'old' END AS recent_reason,
       iif(checked_on > old_day, NULL, checked_on) AS attested_on
FROM judged
