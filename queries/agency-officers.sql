/*
title: Agencies with a Social Media Officer at the end of the quarter, and what the officer brings
judged: at period end
item: agency
controls:
  - id: TEM-3
    title: Level of the Social Media Officer
    clause: >-
      The Social Media Officer holds a position of at least the second executive-managerial level.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: senior
    reason: level_reason
    reasons:
      level: A Social Media Officer is below the second executive-managerial level
      not_recorded: The level of a Social Media Officer is not recorded
    target: 100%
    weight: 2
    remedy: 30 working days
    owner: Head of the agency
    fix: Designate an officer of the second executive-managerial level or above.
  - id: TEM-4
    title: Experience of the Social Media Officer
    clause: >-
      The Social Media Officer has at least a year of experience in information and communications
      technology or in communications.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: experienced
    reason: experience_reason
    reasons:
      experience: >-
        A Social Media Officer has less than a year both in information and communications
        technology and in communications
      not_recorded: The experience of a Social Media Officer is not fully recorded
    target: 100%
    weight: 2
    remedy: 30 working days
    owner: Head of the agency
    fix: >-
      Record the officer's experience in both fields, or designate an officer who has a year in one.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
officer_record AS MATERIALIZED (
    -- What was known of each Social Media Officer in office when the quarter ended.
    SELECT agency.agency, quarter.period, agency.name, smo.officer,
           max(qualification.executive_level) AS level,
           max(qualification.ict_months) AS ict_months,
           max(qualification.communications_months) AS communications_months
    FROM quarter JOIN agency
      ON (agency.active_from IS NULL OR agency.active_from <= quarter.last_day)
     AND (agency.active_to IS NULL OR agency.active_to >= quarter.last_day)
    JOIN assignment AS smo
      ON smo.agency = agency.agency AND smo.role = 'social_media_officer'
     AND (smo.starts_on IS NULL OR smo.starts_on <= quarter.last_day)
     AND (smo.ends_on IS NULL OR smo.ends_on >= quarter.last_day)
    LEFT JOIN qualification
      ON qualification.officer = smo.officer
     AND (qualification.recorded_on IS NULL OR qualification.recorded_on <= quarter.last_day)
    GROUP BY agency.agency, quarter.period, smo.officer
),
judged AS (
    -- Of several officers the worst counts: 3 does not qualify, 2 is not known, 1 qualifies.
    SELECT agency, period, name,
           max(CASE WHEN level >= 2 THEN 1 WHEN level < 2 THEN 3 ELSE 2 END) AS level,
           max(CASE WHEN ict_months >= 12 OR communications_months >= 12 THEN 1
                    WHEN ict_months < 12 AND communications_months < 12 THEN 3
                    ELSE 2 END) AS experience
    FROM officer_record
    GROUP BY agency, period
)
SELECT agency, period, agency AS item, name AS label,
       CASE level WHEN 1 THEN 'met' WHEN 2 THEN 'no_evidence' ELSE 'not_met' END AS senior,
       CASE level WHEN 2 THEN 'not_recorded' WHEN 3 THEN 'level' END AS level_reason,
       CASE experience WHEN 1 THEN 'met' WHEN 2 THEN 'no_evidence' ELSE 'not_met' END
           AS experienced,
       CASE experience WHEN 2 THEN 'not_recorded' WHEN 3 THEN 'experience' END AS experience_reason
FROM judged
