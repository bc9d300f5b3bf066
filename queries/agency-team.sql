/*
title: Agencies at the end of the quarter, their team and who designated its Social Media Officer
judged: at period end
item: agency
controls:
  - id: TEM-1
    title: Social media team
    clause: >-
      Every agency has a social media team: a Social Media Officer and at least one Account
      Administrator or member.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: team
    reason: team_reason
    reasons:
      incomplete: Either a Social Media Officer is in office or others of the team, but not both
      none: Nobody of a social media team is in office
    target: 100%
    weight: 3
    critical: yes
    remedy: 15 working days
    owner: Head of the agency
    fix: Form the social media team, and record who holds which role from which day.
  - id: TEM-2
    title: Social Media Officer designated by the head
    clause: The head of the agency designates its Social Media Officer.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: officer_designated
    reason: designation_reason
    reasons:
      not_by_head: >-
        The Social Media Officer was designated by somebody who was not head of the agency that day
      no_order: A Social Media Officer is in office, but the designation is not fully recorded
      vacant: No Social Media Officer is in office
    target: 100%
    weight: 3
    critical: yes
    remedy: 15 working days
    owner: Head of the agency
    fix: >-
      Designate a Social Media Officer by an order of the head, and record its number and its first
      day.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, day_add(ends_before, -1) AS last_day FROM period
),
judged AS MATERIALIZED (
    SELECT agency.agency, quarter.period, agency.name,
           -- Of several officers the one who is best designated counts.
           (SELECT min(CASE
                WHEN smo.starts_on IS NULL OR coalesce(smo.designation_ref, '') = ''
                     OR coalesce(smo.designated_by, '') = '' THEN 3
                WHEN EXISTS (
                    SELECT 1 FROM assignment AS head
                    WHERE head.officer = smo.designated_by AND head.agency = smo.agency
                      AND head.role = 'head'
                      AND (head.starts_on IS NULL OR head.starts_on <= smo.starts_on)
                      AND (head.ends_on IS NULL OR head.ends_on >= smo.starts_on)
                ) THEN 1
                ELSE 2 END)
            FROM assignment AS smo
            WHERE smo.agency = agency.agency AND smo.role = 'social_media_officer'
              AND (smo.starts_on IS NULL OR smo.starts_on <= quarter.last_day)
              AND (smo.ends_on IS NULL OR smo.ends_on >= quarter.last_day)) AS best,
           EXISTS (
               SELECT 1 FROM assignment AS member
               WHERE member.agency = agency.agency
                 AND member.role IN ('account_administrator', 'team_member')
                 AND (member.starts_on IS NULL OR member.starts_on <= quarter.last_day)
                 AND (member.ends_on IS NULL OR member.ends_on >= quarter.last_day)
           ) AS members
    FROM agency JOIN quarter
      ON (agency.active_from IS NULL OR agency.active_from <= quarter.last_day)
     AND (agency.active_to IS NULL OR agency.active_to >= quarter.last_day)
)
SELECT agency, period, agency AS item, name AS label,
       iif(best IS NOT NULL AND members, 'met', 'not_met') AS team,
       CASE (best IS NOT NULL) + members WHEN 1 THEN 'incomplete' WHEN 0 THEN 'none' END
           AS team_reason,
       CASE best WHEN 1 THEN 'met' WHEN 3 THEN 'no_evidence' ELSE 'not_met' END
           AS officer_designated,
       CASE best WHEN 1 THEN NULL WHEN 2 THEN 'not_by_head' WHEN 3 THEN 'no_order' ELSE 'vacant' END
           AS designation_reason
FROM judged
