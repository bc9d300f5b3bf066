/*
title: Agencies at the end of the quarter, and whether they have an approved account in use
judged: at period end
item: agency
controls:
  - id: PUR-1
    title: Approved account in use
    clause: Agencies use social media to make their programs and policies known.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: present
    reason: presence_reason
    reasons:
      unapproved: The agency has accounts in use, but none of them is approved
      none: The agency has no account in use
    target: 100%
    weight: 2
    remedy: 60 working days
    owner: Head of the agency
    fix: Have an account of the agency approved, or open an approved one, and record the approval.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
first_approval AS MATERIALIZED (
    SELECT approval.account, min(approval.decided_on) AS decided_on
    FROM approval
    WHERE approval.decision = 'approved' AND approval.decided_on IS NOT NULL
    GROUP BY approval.account
),
active AS MATERIALIZED (
    -- The lead at the quarter's end, as a text, so that it can be looked up among the agencies.
    SELECT CAST(lead_of(account.account, quarter.last_day) AS TEXT) AS agency, quarter.period,
           max(coalesce(account.regularised_on <= quarter.last_day, 0)
               OR coalesce(first_approval.decided_on <= quarter.last_day, 0)) AS approved
    FROM account JOIN quarter
      ON (account.created_on IS NULL OR account.created_on <= quarter.last_day)
     AND (account.closed_on IS NULL OR account.closed_on > quarter.last_day)
    LEFT JOIN first_approval ON first_approval.account = account.account
    GROUP BY 1, 2
),
judged AS (
    -- 1: some account in use is approved; 0: none of them is; NULL: there is none.
    SELECT agency.agency, quarter.period, agency.name, active.approved
    FROM agency JOIN quarter
      ON (agency.active_from IS NULL OR agency.active_from <= quarter.last_day)
     AND (agency.active_to IS NULL OR agency.active_to >= quarter.last_day)
    LEFT JOIN active ON active.agency = agency.agency AND active.period = quarter.period
)
SELECT agency, period, agency AS item, name AS label,
       iif(approved, 'met', 'not_met') AS present,
       CASE approved WHEN 1 THEN NULL WHEN 0 THEN 'unapproved' ELSE 'none' END AS presence_reason
FROM judged
