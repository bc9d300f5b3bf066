/*
title: Messages of a year that cannot be
severity: warning
item: feedback
touches: [feedback]
sentence: "{{detail}}"
details:
  before: received before 2004
  after: received after next year
*/
WITH dated AS (
    SELECT agency, feedback AS item,
           CAST(substr(received_at, 1, 4) AS INTEGER) AS year
    FROM feedback
)
SELECT agency, item, iif(year < 2004, 'before', 'after') AS detail
FROM dated
WHERE year < 2004 OR year > CAST(substr(:as_of, 1, 4) AS INTEGER) + 1
