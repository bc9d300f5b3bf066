/*
title: Incidents whose stages are out of order
severity: warning
item: incident
touches: [incident]
sentence: "{{detail}}; the time between the two is left out"
details:
  detected_occurred: detected before it happened
  acknowledged_detected: acknowledged before it was detected
  contained_detected: contained before it was detected
  recovered_detected: recovered before it was detected
  recovered_contained: recovered before it was contained
  closed_detected: closed before it was detected
  reviewed_detected: reviewed before it was detected
*/
SELECT agency, item, detail
FROM (SELECT agency, incident AS item,
             CASE
                WHEN seconds_between(occurred_at, detected_at) < 0 THEN 'detected_occurred'
                WHEN seconds_between(detected_at, acknowledged_at) < 0 THEN 'acknowledged_detected'
                WHEN seconds_between(detected_at, contained_at) < 0 THEN 'contained_detected'
                WHEN seconds_between(detected_at, recovered_at) < 0 THEN 'recovered_detected'
                WHEN seconds_between(contained_at, recovered_at) < 0 THEN 'recovered_contained'
                WHEN seconds_between(detected_at, closed_at) < 0 THEN 'closed_detected'
                WHEN seconds_between(detected_at, reviewed_at) < 0 THEN 'reviewed_detected'
             END AS detail
      FROM incident)
WHERE detail IS NOT NULL
