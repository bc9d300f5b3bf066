/*
title: Moderation actions of a year that cannot be
severity: warning
item: moderation
touches: [moderation]
sentence: "{{detail}}"
details:
  before: acted on before 2004
  after: acted on after next year
*/
WITH dated AS (
    SELECT account, moderation AS item,
           CAST(substr(acted_at, 1, 4) AS INTEGER) AS year
    FROM moderation
)
SELECT account, item, iif(year < 2004, 'before', 'after') AS detail
FROM dated
WHERE year < 2004 OR year > CAST(substr(:as_of, 1, 4) AS INTEGER) + 1
