/*
title: Moderation actions whose stages are out of order
severity: warning
item: moderation
touches: [moderation]
sentence: "{{detail}}; the time between the two is left out"
details:
  acted_flagged: acted on before it was flagged
  appealed_acted: appealed before it was acted on
  decided_appealed: the appeal was decided before it was made
*/
SELECT account, item, detail
FROM (SELECT account, moderation AS item,
             CASE
                WHEN seconds_between(flagged_at, acted_at) < 0 THEN 'acted_flagged'
                WHEN seconds_between(acted_at, appealed_at) < 0 THEN 'appealed_acted'
                WHEN seconds_between(appealed_at, appeal_decided_at) < 0 THEN 'decided_appealed'
             END AS detail
      FROM moderation)
WHERE detail IS NOT NULL
