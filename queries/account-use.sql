/*
title: What the registry says of the use of the accounts in use at the end of the quarter
judged: at period end
item: account
controls:
  - id: FDB-1
    title: Open to feedback
    clause: The public can give feedback and suggestions on every account.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: feedback
    reason: feedback_reason
    reasons:
      closed: Neither comments, nor messages, nor a form are open to the public
      not_recorded: Whether the public can give feedback is not recorded
    target: 100%
    weight: 2
    remedy: 15 working days
    owner: Account Administrator
    fix: Open comments, messages or a form to the public, and record it.
  - id: ACC-1
    title: Scope of the account recorded
    clause: >-
      An account represents an agency, a unit or a program, for a specific audience, activity or
      purpose.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: scope
    reason: scope_reason
    detail: scope_missing
    reasons:
      missing: "Not recorded: {{detail}}"
    target: 100%
    weight: 1
    remedy: 30 working days
    owner: Social Media Officer
    fix: Record what the account represents, and its audience or its purpose.
  - id: DUR-1
    title: Ended with the time set for it
    clause: An account ends with the time that was set for it.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: duration
    reason: duration_reason
    detail: duration_to
    reasons:
      past_end: "The account was to end on {{detail}} and is still in use"
    target: 100%
    weight: 1
    remedy: 15 working days
    owner: Account Administrator
    fix: Close the account, or have a longer duration approved and recorded.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
judged AS MATERIALIZED (
    SELECT account.account, quarter.period, account.handle, account.platform,
           account.feedback_open, account.duration_to,
           account.duration_to < quarter.last_day AS past_end,
           iif(account.represents <> '', '', ' and what it represents')
           || iif(account.purpose <> '' OR account.target_audience <> '', '',
                  ' and its audience or purpose') AS missing
    FROM account JOIN quarter
      ON (account.created_on IS NULL OR account.created_on <= quarter.last_day)
     AND (account.closed_on IS NULL OR account.closed_on > quarter.last_day)
)
SELECT account, period, account AS item, handle || ' on ' || platform AS label,
       CASE feedback_open WHEN 1 THEN 'met' WHEN 0 THEN 'not_met' ELSE 'no_evidence' END
           AS feedback,
       CASE feedback_open WHEN 1 THEN NULL WHEN 0 THEN 'closed' ELSE 'not_recorded' END
           AS feedback_reason,
       iif(missing = '', 'met', 'not_met') AS scope,
       iif(missing = '', NULL, 'missing') AS scope_reason,
       nullif(substr(missing, length(' and ') + 1), '') AS scope_missing,
       -- Where no end was set there is none to keep to.
       CASE past_end WHEN 0 THEN 'met' WHEN 1 THEN 'not_met' END AS duration,
       iif(past_end, 'past_end', NULL) AS duration_reason,
       iif(past_end, duration_to, NULL) AS duration_to
FROM judged
