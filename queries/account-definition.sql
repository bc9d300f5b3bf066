/*
title: What is defined for the accounts in use at the end of the quarter
judged: at period end
item: account
controls:
  - id: DEF-10
    title: Account fully defined
    clause: >-
      Whoever proposes an account defines its name, platform, administrator, target audience and
      duration, and a content management plan with its three parts.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: defined
    reason: definition_reason
    detail: missing
    reasons:
      incomplete: "Not defined: {{detail}}"
    target: 100%
    weight: 2
    remedy: 30 working days
    owner: Social Media Officer
    fix: Complete the account's definition and its content management plan, and record both.
measures:
  - id: definition-parts
    title: Parts of an account's definition that are there
    clause: DEF-10
    basis: Order
    standing: proposed
    statistic: mean
    of: parts
    unit-word: parts
    formula: >-
      Of the nine parts of its definition and plan, how many an account has, on average over the
      accounts in use on the last day of the quarter.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
plan AS MATERIALIZED (
    -- Of several plans in force each may bring a part.
    SELECT content_plan.account, quarter.period,
           max(content_plan.creation_process IS 1
               AND content_plan.publishing_approval IS 1) AS process,
           max(content_plan.participation_policy IS 1
               AND content_plan.moderation_policy IS 1) AS policies,
           max(content_plan.records_management IS 1) AS records
    FROM content_plan JOIN quarter
      ON (content_plan.effective_from IS NULL OR content_plan.effective_from <= quarter.last_day)
     AND (content_plan.effective_to IS NULL OR content_plan.effective_to >= quarter.last_day)
    GROUP BY content_plan.account, quarter.period
),
held AS MATERIALIZED (
    SELECT account.account, quarter.period, account.handle, account.platform,
           coalesce(account.handle, '') <> '' AS name,
           coalesce(account.platform, '') <> '' AS place,
           EXISTS (
               SELECT 1 FROM assignment
               WHERE assignment.account = account.account
                 AND assignment.role = 'account_administrator'
                 AND (assignment.starts_on IS NULL OR assignment.starts_on <= quarter.last_day)
                 AND (assignment.ends_on IS NULL OR assignment.ends_on >= quarter.last_day)
           ) AS administrator,
           coalesce(account.target_audience, '') <> '' AS audience,
           account.duration_to IS NOT NULL OR account.duration_indefinite IS 1 AS duration,
           plan.account IS NOT NULL AS plan, coalesce(plan.process, 0) AS process,
           coalesce(plan.policies, 0) AS policies, coalesce(plan.records, 0) AS records
    FROM account JOIN quarter
      ON (account.created_on IS NULL OR account.created_on <= quarter.last_day)
     AND (account.closed_on IS NULL OR account.closed_on > quarter.last_day)
    LEFT JOIN plan ON plan.account = account.account AND plan.period = quarter.period
),
judged AS MATERIALIZED (
    SELECT account, period, handle, platform,
           name + place + administrator + audience + duration
               + plan + process + policies + records AS parts,
           iif(name, '', ', handle') || iif(place, '', ', platform')
           || iif(administrator, '', ', administrator') || iif(audience, '', ', target audience')
           || iif(duration, '', ', duration') || iif(plan, '', ', content plan')
           || iif(process, '', ', creation and publishing process')
           || iif(policies, '', ', participation and moderation policies')
           || iif(records, '', ', records management') AS missing
    FROM held
)
SELECT account, period, account AS item, nullif(handle, '') || ' on ' || platform AS label,
       iif(parts = 9, 'met', 'not_met') AS defined,
       iif(parts = 9, NULL, 'incomplete') AS definition_reason,
       nullif(substr(missing, length(', ') + 1), '') AS missing,
       parts
FROM judged
