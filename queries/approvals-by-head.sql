/*
title: Approvals given by heads of agencies, and whether the Social Media Officer endorsed them
judged: in period
item: approval
controls:
  - id: APR-4
    title: Approval by the head endorsed
    clause: The head of the agency approves an account through the Social Media Officer.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: endorsed
    reason: endorsement_reason
    reasons:
      not_endorsed: The head approved the account without the Social Media Officer
      not_recorded: Whether the Social Media Officer endorsed the approval is not recorded
    target: 100%
    weight: 1
    remedy: 15 working days
    owner: Head of the agency
    fix: >-
      Have the Social Media Officer examine the account, and record the endorsement; send the next
      request through that officer.
*/
WITH headed AS (
    SELECT approval.account, approval.decided_on, account.handle, account.platform,
           approval.endorsed_by_smo, max(assignment.role = 'head') AS as_head,
           max(assignment.role = 'social_media_officer') AS as_officer
    FROM approval JOIN account ON account.account = approval.account
    JOIN assignment
      ON assignment.officer = approval.decided_by
     AND assignment.agency = lead_of(approval.account, approval.decided_on)
     AND (assignment.starts_on IS NULL OR assignment.starts_on <= approval.decided_on)
     AND (assignment.ends_on IS NULL OR assignment.ends_on >= approval.decided_on)
    WHERE approval.decision = 'approved' AND approval.decided_by <> ''
      AND approval.decided_on IS NOT NULL
    GROUP BY approval.account, approval.decided_on, approval.decided_by, approval.endorsed_by_smo
),
judged AS (
    -- One approval an account and day: the least endorsed of several decides.
    SELECT account, decided_on, handle, platform,
           iif(max(endorsed_by_smo IS 0), 0, iif(max(endorsed_by_smo IS NULL), NULL, 1)) AS endorsed
    FROM headed WHERE as_head AND NOT as_officer
    GROUP BY account, decided_on
)
SELECT account, period_of(known(decided_on)) AS period, decided_on AS judged_on,
       account || '/' || decided_on AS item, handle || ' on ' || platform AS label,
       CASE endorsed WHEN 1 THEN 'met' WHEN 0 THEN 'not_met' ELSE 'no_evidence' END AS endorsed,
       CASE endorsed WHEN 1 THEN NULL WHEN 0 THEN 'not_endorsed' ELSE 'not_recorded' END
           AS endorsement_reason
FROM judged
