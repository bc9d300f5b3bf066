/*
title: Approvals of a year that cannot be
severity: warning
item: approval
touches: [approval]
sentence: "{{detail}}"
details:
  before: decided before 2004
  after: decided after next year
*/
WITH dated AS (
    SELECT account, account || coalesce('/' || requested_on, '') AS item,
           CAST(substr(decided_on, 1, 4) AS INTEGER) AS year
    FROM approval
)
SELECT account, item, iif(year < 2004, 'before', 'after') AS detail
FROM dated
WHERE year < 2004 OR year > CAST(substr(:as_of, 1, 4) AS INTEGER) + 1
