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
judged AS MATERIALIZED (
    SELECT account.account, quarter.period, account.handle, account.platform,
           iif(account.handle <> '', '', ', handle')
           || iif(account.platform <> '', '', ', platform')
           || iif(EXISTS (
                  SELECT 1 FROM assignment
                  WHERE assignment.account = account.account
                    AND assignment.role = 'account_administrator'
                    AND (assignment.starts_on IS NULL OR assignment.starts_on <= quarter.last_day)
                    AND (assignment.ends_on IS NULL OR assignment.ends_on >= quarter.last_day)
              ), '', ', administrator')
           || iif(account.target_audience <> '', '', ', target audience')
           || iif(account.duration_to IS NOT NULL OR account.duration_indefinite = 1,
                  '', ', duration')
           || iif(plan.account IS NOT NULL, '', ', content plan')
           || iif(plan.process, '', ', creation and publishing process')
           || iif(plan.policies, '', ', participation and moderation policies')
           || iif(plan.records, '', ', records management') AS missing
    FROM account JOIN quarter
      ON (account.created_on IS NULL OR account.created_on <= quarter.last_day)
     AND (account.closed_on IS NULL OR account.closed_on > quarter.last_day)
    LEFT JOIN plan ON plan.account = account.account AND plan.period = quarter.period
)
SELECT account, period, account AS item, nullif(handle, '') || ' on ' || platform AS label,
       iif(missing = '', 'met', 'not_met') AS defined,
       iif(missing = '', NULL, 'incomplete') AS definition_reason,
       nullif(substr(missing, length(', ') + 1), '') AS missing
FROM judged
