/*
title: Agencies at the end of the quarter, and whether they ban personal use of social media
judged: at period end
item: agency
controls:
  - id: CIV-2
    title: Personal use is not banned
    clause: Civil servants are not prohibited from using social media in their personal capacity.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: personal_use
    reason: personal_use_reason
    reasons:
      banned: A policy in force bans personal use
      not_recorded: No policy is recorded, or whether it bans personal use is not
    target: 100%
    weight: 1
    remedy: 30 working days
    owner: Head of the agency
    fix: >-
      Change the policy so that it lets staff use social media in their personal capacity. Where
      none is recorded, record the agency's policies and what they say of personal use.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
recorded AS MATERIALIZED (
    SELECT policy.agency, quarter.period,
           policy.kind = 'personal_use'
               AND (policy.effective_to IS NULL OR policy.effective_to >= quarter.last_day)
               AS on_personal_use,
           policy.bans_personal_use
    FROM policy JOIN quarter
      ON policy.effective_from IS NULL OR policy.effective_from <= quarter.last_day
),
judged AS MATERIALIZED (
    SELECT agency.agency, quarter.period, agency.name,
           max(recorded.on_personal_use AND recorded.bans_personal_use IS 1) AS banned,
           max(recorded.on_personal_use AND recorded.bans_personal_use IS 0) AS allowed,
           max(recorded.on_personal_use AND recorded.bans_personal_use IS NULL) AS unsaid,
           count(recorded.agency) AS policies
    FROM agency JOIN quarter
      ON (agency.active_from IS NULL OR agency.active_from <= quarter.last_day)
     AND (agency.active_to IS NULL OR agency.active_to >= quarter.last_day)
    LEFT JOIN recorded
      ON recorded.agency = agency.agency AND recorded.period = quarter.period
    GROUP BY agency.agency, quarter.period
)
SELECT agency, period, agency AS item, name AS label,
       CASE WHEN banned THEN 'not_met' WHEN unsaid AND NOT allowed THEN 'no_evidence'
            WHEN policies > 0 THEN 'met' ELSE 'no_evidence' END AS personal_use,
       CASE WHEN banned THEN 'banned' WHEN unsaid AND NOT allowed THEN 'not_recorded'
            WHEN policies > 0 THEN NULL ELSE 'not_recorded' END AS personal_use_reason
FROM judged
