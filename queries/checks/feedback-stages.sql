/*
title: Messages whose stages are out of order
severity: warning
item: feedback
touches: [feedback]
sentence: "{{detail}}"
details:
  resolved_received: resolved before it was received
  referred_received: referred before it was received
  extended_received: its time was extended before it was received
*/
SELECT agency, item, detail
FROM (SELECT agency, feedback AS item,
             CASE
                WHEN seconds_between(received_at, resolved_at) < 0 THEN 'resolved_received'
                WHEN seconds_between(received_at, referred_at) < 0 THEN 'referred_received'
                WHEN seconds_between(received_at, extended_at) < 0 THEN 'extended_received'
             END AS detail
      FROM feedback)
WHERE detail IS NOT NULL
