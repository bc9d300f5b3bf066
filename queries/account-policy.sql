/*
title: Accounts in use at the end of the quarter, and the moderation policies that cover them
judged: at period end
item: account
controls:
  - id: POL-2
    title: Moderation policy in force
    clause: The social media team makes a policy on how comments are moderated.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: moderation_policy
    reason: moderation_policy_reason
    reasons:
      undated: A moderation policy is recorded, but not since when it has been in force
      expired: The moderation policy has ended
      none: No moderation policy is in force
    target: 100%
    weight: 3
    critical: yes
    remedy: 30 working days
    owner: Social Media Officer
    fix: >-
      Adopt a moderation policy for the account or for all accounts of the agency, and record its
      first day.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
judged AS MATERIALIZED (
    SELECT account.account, quarter.period, account.handle, account.platform,
           -- Of several policies the best one counts.
           (SELECT min(CASE
                WHEN policy.effective_to < quarter.last_day THEN 3
                WHEN policy.effective_from IS NULL THEN 2
                WHEN policy.effective_from <= quarter.last_day THEN 1
                ELSE 4 END)
            FROM policy
            WHERE policy.agency = account.agency AND policy.kind = 'moderation'
              AND coalesce(policy.account, '') IN ('', account.account)) AS best
    FROM account JOIN quarter
      ON (account.created_on IS NULL OR account.created_on <= quarter.last_day)
     AND (account.closed_on IS NULL OR account.closed_on > quarter.last_day)
)
SELECT account, period, account AS item, handle || ' on ' || platform AS label,
       CASE best WHEN 1 THEN 'met' WHEN 2 THEN 'no_evidence' ELSE 'not_met' END
           AS moderation_policy,
       CASE best WHEN 1 THEN NULL WHEN 2 THEN 'undated' WHEN 3 THEN 'expired' ELSE 'none' END
           AS moderation_policy_reason
FROM judged
