/*
title: Accounts of a year that cannot be
severity: warning
item: account
touches: [account]
sentence: "{{detail}}"
details:
  before: created before 2004
  after: created after next year
*/
WITH dated AS (
    SELECT agency, account AS item,
           CAST(substr(created_on, 1, 4) AS INTEGER) AS year
    FROM account
)
SELECT agency, item, iif(year < 2004, 'before', 'after') AS detail
FROM dated
WHERE year < 2004 OR year > CAST(substr(:as_of, 1, 4) AS INTEGER) + 1
