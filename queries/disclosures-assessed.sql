/*
title: Disclosures without recorded consent, and whether they were assessed and notified as a breach
judged: in period
item: disclosure
controls:
  - id: PRV-3
    title: Disclosure without consent assessed and notified as a breach
    clause: >-
      A breach of personal data is notified to the National Privacy Commission and to the persons
      affected within 72 hours of knowledge.
    basis: RA 10173
    standing: law
    effective-from: 2016-09-09
    outcome: assessed
    reason: assessment_reason
    reasons:
      not_assessed: No assessment as a breach is recorded
      not_recorded: The assessment does not say what was affected, or when it was detected
      late: The Commission or the persons affected were notified after the 72 hours
      not_notified: The Commission or the persons affected have not been notified
    target: 100%
    weight: 2
    owner: Data Protection Officer
    fix: >-
      Assess the disclosure as a breach and record it as an incident. Where personal data are
      affected, notify the Commission and the persons and record when.
*/
WITH assessment AS MATERIALIZED (
    SELECT incident, personal_data, known(detected_at) AS detected_at,
           seconds_between(known(detected_at), known(npc_notified_at)) AS commission_seconds,
           seconds_between(known(detected_at), known(subjects_notified_at)) AS persons_seconds,
           day_add(day_of(known(detected_at)), 3) AS limit_on -- the day on which 72 hours end
    FROM incident
),
judged AS MATERIALIZED (
    SELECT private_disclosure.account, private_disclosure.disclosure,
           day_of(known(private_disclosure.disclosed_at)) AS judged_on,
           CASE
               WHEN assessment.incident IS NULL THEN 'not_assessed'
               WHEN assessment.personal_data = 0 THEN 'met'
               WHEN assessment.personal_data IS NULL OR assessment.detected_at IS NULL
                   THEN 'not_recorded'
               -- max() of two values is NULL where one of them is.
               WHEN max(commission_seconds, persons_seconds) <= 72 * 3600 THEN 'met'
               WHEN max(commission_seconds, persons_seconds) > 72 * 3600 THEN 'late'
               WHEN assessment.limit_on <= :as_of THEN 'not_notified'
           END AS verdict
    FROM private_disclosure
    LEFT JOIN assessment ON assessment.incident = nullif(private_disclosure.incident, '')
    WHERE private_disclosure.consent_recorded IS NOT 1
)
SELECT account, period_of(judged_on) AS period, judged_on, disclosure AS item,
       CASE WHEN verdict IN ('not_assessed', 'late', 'not_notified') THEN 'not_met'
            WHEN verdict = 'not_recorded' THEN 'no_evidence' ELSE verdict END AS assessed,
       nullif(verdict, 'met') AS assessment_reason
FROM judged
