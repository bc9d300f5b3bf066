/*
title: Approvals of the accounts in use at the end of the quarter
judged: at period end
item: account
controls:
  - id: APR-1
    title: Account approved by the right officer
    clause: >-
      An account is created with the approval of the Social Media Officer, or of the head of the
      agency through the Social Media Officer.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: approved
    reason: approval_reason
    reasons:
      not_authorised: Approved, but not by an officer who could approve it on that day
      denied: The request was denied and the account is in use
      incomplete: Approved, but the day or the officer of the decision is not recorded
      pending: The request has not been decided
      not_recorded: No request and no approval are recorded
    target: 100%
    weight: 3
    critical: yes
    remedy: 15 working days
    owner: Social Media Officer
    fix: >-
      Record who approved the account and when. Where nobody could, ask the Social Media Officer
      for approval now, or close the account.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
judged AS MATERIALIZED (
    SELECT account.account, quarter.period, account.handle, account.platform,
           -- Of several requests the one that speaks best for the account counts.
           (SELECT min(CASE
                WHEN approval.decided_on > quarter.last_day THEN 5
                WHEN approval.decision = 'approved' AND approval.decided_on IS NOT NULL
                     AND approval.decided_by <> ''
                THEN iif(EXISTS (
                    SELECT 1 FROM assignment
                    WHERE assignment.officer = approval.decided_by
                      AND assignment.agency =
                          lead_of(account.account, max(approval.decided_on, account.created_on))
                      AND (assignment.role = 'social_media_officer'
                           OR (assignment.role = 'head' AND approval.endorsed_by_smo = 1))
                      AND coalesce(assignment.starts_on, approval.decided_on) <= approval.decided_on
                      AND coalesce(assignment.ends_on, approval.decided_on) >= approval.decided_on
                ), 1, 2)
                WHEN approval.decision = 'denied' THEN 3
                WHEN approval.decision = 'approved' THEN 4
                ELSE 5 END)
            FROM approval
            WHERE approval.account = account.account
              AND (approval.requested_on IS NULL OR approval.requested_on <= quarter.last_day)
           ) AS best
    FROM account JOIN quarter
      ON (account.created_on IS NULL OR account.created_on <= quarter.last_day)
     AND (account.closed_on IS NULL OR account.closed_on > quarter.last_day)
    WHERE account.created_on >= '2018-02-05' AND account.legacy IS NOT 1
)
SELECT account, period, account AS item, handle || ' on ' || platform AS label,
       CASE best WHEN 1 THEN 'met' WHEN 2 THEN 'not_met' WHEN 3 THEN 'not_met'
                 WHEN 4 THEN 'no_evidence' WHEN 5 THEN 'not_met' ELSE 'no_evidence' END AS approved,
       CASE best WHEN 1 THEN NULL WHEN 2 THEN 'not_authorised' WHEN 3 THEN 'denied'
                 WHEN 4 THEN 'incomplete' WHEN 5 THEN 'pending' ELSE 'not_recorded' END
           AS approval_reason
FROM judged
