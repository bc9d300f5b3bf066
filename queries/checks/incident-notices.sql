/*
title: Incidents notified before they were detected
severity: warning
item: incident
touches: [incident]
sentence: "{{detail}}; one of the two days must be wrong"
details:
  commission: the privacy commission was notified before the detection
  subjects: the persons concerned were notified before the detection
  response_team: the response team had the report before the detection
*/
SELECT agency, item, detail
FROM (SELECT agency, incident AS item,
             CASE
                WHEN seconds_between(detected_at, npc_notified_at) < 0 THEN 'commission'
                WHEN seconds_between(detected_at, subjects_notified_at) < 0 THEN 'subjects'
                WHEN seconds_between(detected_at, ncert_reported_at) < 0 THEN 'response_team'
             END AS detail
      FROM incident)
WHERE detail IS NOT NULL
