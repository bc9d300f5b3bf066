/*
title: Cases of a year that cannot be
severity: warning
item: case
touches: [personnel_case]
sentence: "{{detail}}"
details:
  before: complained of before 2004
  after: complained of after next year
*/
WITH dated AS (
    SELECT agency, personnel_case AS item,
           CAST(substr(complained_on, 1, 4) AS INTEGER) AS year
    FROM personnel_case
)
SELECT agency, item, iif(year < 2004, 'before', 'after') AS detail
FROM dated
WHERE year < 2004 OR year > CAST(substr(:as_of, 1, 4) AS INTEGER) + 1
