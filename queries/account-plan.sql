/*
title: Accounts in use at the end of the quarter, and their content management plans
judged: at period end
item: account
controls:
  - id: DEF-6
    title: Content management plan in force
    clause: Whoever proposes an account brings a content management plan for it.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: planned
    reason: plan_reason
    reasons:
      expired: The content management plan has ended
      none: No content management plan is in force
    target: 100%
    weight: 1
    remedy: 30 working days
    owner: Social Media Officer
    fix: Adopt a content management plan for the account, and record its first day.
  - id: DEF-7
    title: Plan covers creation and publishing
    clause: The plan says how content is created and how publishing is approved.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: process
    reason: process_reason
    detail: process_missing
    reasons:
      missing: "The plan does not cover: {{detail}}"
      not_recorded: Whether the plan covers creation and publishing is not recorded
    target: 100%
    weight: 1
    remedy: 30 working days
    owner: Social Media Officer
    fix: Add how content is created and how publishing is approved to the plan, and record it.
  - id: DEF-8
    title: Plan covers participation and moderation
    clause: The plan holds a participation and a moderation policy.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: policies
    reason: policies_reason
    detail: policies_missing
    reasons:
      missing: "The plan does not hold: {{detail}}"
      not_recorded: Whether the plan holds both policies is not recorded
    target: 100%
    weight: 1
    remedy: 30 working days
    owner: Social Media Officer
    fix: Add the participation and the moderation policy to the plan, and record it.
  - id: DEF-9
    title: Plan covers records management
    clause: The plan says how records are managed.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: records
    reason: records_reason
    reasons:
      missing: The plan does not cover the management of records
      not_recorded: Whether the plan covers the management of records is not recorded
    target: 100%
    weight: 1
    remedy: 30 working days
    owner: Social Media Officer
    fix: Add how records are managed to the plan, and record it.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
plan AS MATERIALIZED (
    -- Of several plans in force each may bring a part: max() passes over what is not recorded.
    SELECT account, period, max(in_force) AS in_force, max(ended) AS ended,
           max(iif(in_force, creation_process, NULL)) AS creation,
           max(iif(in_force, publishing_approval, NULL)) AS publishing,
           max(iif(in_force, participation_policy, NULL)) AS participation,
           max(iif(in_force, moderation_policy, NULL)) AS moderation,
           max(iif(in_force, records_management, NULL)) AS records
    FROM (SELECT content_plan.*, quarter.period,
                 coalesce(content_plan.effective_from, quarter.last_day) <= quarter.last_day
                 AND coalesce(content_plan.effective_to, quarter.last_day) >= quarter.last_day
                     AS in_force,
                 coalesce(content_plan.effective_to < quarter.last_day, 0) AS ended
          FROM content_plan JOIN quarter)
    GROUP BY account, period
),
judged AS MATERIALIZED (
    SELECT account.account, quarter.period, account.handle, account.platform,
           coalesce(plan.in_force, 0) AS in_force, plan.ended,
           -- Of a plan in force; 1: all is there; 0: a part is missing; -1: not recorded.
           iif(plan.in_force, iif(plan.creation IS 0 OR plan.publishing IS 0, 0,
                                  coalesce(min(plan.creation, plan.publishing), -1)), NULL)
               AS process,
           iif(plan.creation IS 0, ' and how content is created', '')
           || iif(plan.publishing IS 0, ' and how publishing is approved', '') AS no_process,
           iif(plan.in_force, iif(plan.participation IS 0 OR plan.moderation IS 0, 0,
                                  coalesce(min(plan.participation, plan.moderation), -1)), NULL)
               AS policies,
           iif(plan.participation IS 0, ' and a participation policy', '')
           || iif(plan.moderation IS 0, ' and a moderation policy', '') AS no_policies,
           iif(plan.in_force, coalesce(plan.records, -1), NULL) AS records
    FROM account JOIN quarter
      ON (account.created_on IS NULL OR account.created_on <= quarter.last_day)
     AND (account.closed_on IS NULL OR account.closed_on > quarter.last_day)
    LEFT JOIN plan ON plan.account = account.account AND plan.period = quarter.period
)
SELECT account, period, account AS item, handle || ' on ' || platform AS label,
       iif(in_force, 'met', 'not_met') AS planned,
       CASE WHEN in_force THEN NULL WHEN ended THEN 'expired' ELSE 'none' END AS plan_reason,
       CASE process WHEN 1 THEN 'met' WHEN 0 THEN 'not_met' WHEN -1 THEN 'no_evidence' END
           AS process,
       CASE process WHEN 0 THEN 'missing' WHEN -1 THEN 'not_recorded' END AS process_reason,
       nullif(substr(no_process, length(' and ') + 1), '') AS process_missing,
       CASE policies WHEN 1 THEN 'met' WHEN 0 THEN 'not_met' WHEN -1 THEN 'no_evidence' END
           AS policies,
       CASE policies WHEN 0 THEN 'missing' WHEN -1 THEN 'not_recorded' END AS policies_reason,
       nullif(substr(no_policies, length(' and ') + 1), '') AS policies_missing,
       CASE records WHEN 1 THEN 'met' WHEN 0 THEN 'not_met' WHEN -1 THEN 'no_evidence' END
           AS records,
       CASE records WHEN 0 THEN 'missing' WHEN -1 THEN 'not_recorded' END AS records_reason
FROM judged
