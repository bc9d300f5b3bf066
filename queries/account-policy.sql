/*
title: Accounts in use at the end of the quarter, and the policies that cover them
judged: at period end
item: account
controls:
  - id: POL-1
    title: Participation policy in force
    clause: The social media team makes a policy on how the public takes part.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: participation_policy
    reason: participation_policy_reason
    reasons:
      undated: A participation policy is recorded, but not since when it has been in force
      expired: The participation policy has ended
      none: No participation policy is in force
    target: 100%
    weight: 2
    remedy: 30 working days
    owner: Social Media Officer
    fix: >-
      Adopt a participation policy for the account or for all accounts of the agency, and record
      its first day.
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
  - id: POL-3
    title: Form of moderation stated
    clause: >-
      The moderation policy states whether comments are moderated before or after they appear, when
      somebody complains, automatically, or not at all.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: form_stated
    reason: form_stated_reason
    reasons:
      not_stated: The moderation policy does not state the form of moderation
    target: 100%
    weight: 1
    remedy: 30 working days
    owner: Social Media Officer
    fix: State the form of moderation in the policy and record it.
  - id: POL-4
    title: Responsible person or team named
    clause: The moderation policy names the person or team responsible.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: responsible_stated
    reason: responsible_stated_reason
    reasons:
      not_stated: The moderation policy does not say who is responsible
    target: 100%
    weight: 1
    remedy: 30 working days
    owner: Social Media Officer
    fix: Name the post or team responsible in the policy and record it.
  - id: POL-5
    title: "Contact information given [article: 'content information']"
    clause: The moderation policy gives the contact information of who is responsible.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: contact_stated
    reason: contact_stated_reason
    reasons:
      not_stated: The moderation policy gives no contact information
    target: 100%
    weight: 1
    remedy: 30 working days
    owner: Social Media Officer
    fix: Give an address or number of who is responsible in the policy and record it.
  - id: POL-6
    title: Moderation policy published and current
    clause: >-
      The public can read the moderation policy, and it was adopted or reviewed in the last 365
      days.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: policy_current
    reason: policy_current_reason
    reasons:
      not_published: Where the public can read the moderation policy is not recorded
      not_reviewed: The moderation policy was neither adopted nor reviewed in the last 365 days
    target: 100%
    weight: 1
    remedy: 30 working days
    owner: Social Media Officer
    fix: Publish the policy, record its address, and review it once a year.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
graded AS MATERIALIZED (
    SELECT policy.agency, coalesce(policy.account, '') AS account, quarter.period, policy.kind,
           -- 1 in force, 2 in force but undated, 3 ended, 4 yet to come.
           CASE WHEN policy.effective_to < quarter.last_day THEN 3
                WHEN policy.effective_from IS NULL THEN 2
                WHEN policy.effective_from <= quarter.last_day THEN 1
                ELSE 4 END AS grade,
           coalesce(policy.form, '') IN ('pre', 'post', 'reactive', 'automated', 'none') AS form,
           coalesce(policy.responsible, '') <> '' AS responsible,
           coalesce(policy.contact, '') <> '' AS contact,
           coalesce(policy.url, '') <> '' AS published,
           -- A review after the quarter says nothing of it.
           coalesce(iif(policy.reviewed_on <= quarter.last_day, policy.reviewed_on, NULL),
                    policy.effective_from, '')
               > day_add(quarter.last_day, -365) AS reviewed
    FROM policy JOIN quarter
    WHERE policy.kind IN ('participation', 'moderation')
),
judged AS MATERIALIZED (
    -- Of several policies the best one counts, and each part may stand in any that is in force.
    SELECT account.account, quarter.period, account.handle, account.platform,
           min(iif(graded.kind = 'participation', graded.grade, NULL)) AS participation,
           min(iif(graded.kind = 'moderation', graded.grade, NULL)) AS moderation,
           max(graded.kind = 'moderation' AND graded.grade <= 2 AND graded.form) AS form,
           max(graded.kind = 'moderation' AND graded.grade <= 2 AND graded.responsible)
               AS responsible,
           max(graded.kind = 'moderation' AND graded.grade <= 2 AND graded.contact) AS contact,
           max(graded.kind = 'moderation' AND graded.grade <= 2 AND graded.published) AS published,
           max(graded.kind = 'moderation' AND graded.grade <= 2 AND graded.published
                   AND graded.reviewed) AS current
    FROM account JOIN quarter
      ON (account.created_on IS NULL OR account.created_on <= quarter.last_day)
     AND (account.closed_on IS NULL OR account.closed_on > quarter.last_day)
    LEFT JOIN graded
      ON graded.agency = lead_of(account.account, quarter.last_day)
     AND graded.period = quarter.period
     AND graded.account IN ('', account.account)
    GROUP BY account.account, quarter.period
)
SELECT account, period, account AS item, handle || ' on ' || platform AS label,
       CASE participation WHEN 1 THEN 'met' WHEN 2 THEN 'no_evidence' ELSE 'not_met' END
           AS participation_policy,
       CASE participation WHEN 1 THEN NULL WHEN 2 THEN 'undated' WHEN 3 THEN 'expired'
                          ELSE 'none' END AS participation_policy_reason,
       CASE moderation WHEN 1 THEN 'met' WHEN 2 THEN 'no_evidence' ELSE 'not_met' END
           AS moderation_policy,
       CASE moderation WHEN 1 THEN NULL WHEN 2 THEN 'undated' WHEN 3 THEN 'expired' ELSE 'none' END
           AS moderation_policy_reason,
       CASE WHEN moderation <= 2 THEN iif(form, 'met', 'not_met') END AS form_stated,
       iif(moderation <= 2 AND NOT form, 'not_stated', NULL) AS form_stated_reason,
       CASE WHEN moderation <= 2 THEN iif(responsible, 'met', 'not_met') END AS responsible_stated,
       iif(moderation <= 2 AND NOT responsible, 'not_stated', NULL) AS responsible_stated_reason,
       CASE WHEN moderation <= 2 THEN iif(contact, 'met', 'not_met') END AS contact_stated,
       iif(moderation <= 2 AND NOT contact, 'not_stated', NULL) AS contact_stated_reason,
       CASE WHEN moderation <= 2 THEN iif(current, 'met', 'not_met') END AS policy_current,
       CASE WHEN moderation > 2 OR moderation IS NULL OR current THEN NULL
            WHEN published THEN 'not_reviewed' ELSE 'not_published' END AS policy_current_reason
FROM judged
