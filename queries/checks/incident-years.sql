/*
title: Incidents of a year that cannot be
severity: warning
item: incident
touches: [incident]
sentence: "{{detail}}"
details:
  before: dated before 2004
  after: dated after next year
*/
WITH dated AS (
    SELECT agency, incident AS item,
           CAST(substr(coalesce(detected_at, occurred_at), 1, 4) AS INTEGER) AS year
    FROM incident
)
SELECT agency, item, iif(year < 2004, 'before', 'after') AS detail
FROM dated
WHERE year < 2004 OR year > CAST(substr(:as_of, 1, 4) AS INTEGER) + 1
