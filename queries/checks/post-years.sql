/*
title: Posts of a year that cannot be
severity: warning
item: post
touches: [post]
sentence: "{{detail}}"
details:
  before: published before 2004
  after: published after next year
*/
WITH dated AS (
    SELECT account, post AS item,
           CAST(substr(published_at, 1, 4) AS INTEGER) AS year
    FROM post
)
SELECT account, item, iif(year < 2004, 'before', 'after') AS detail
FROM dated
WHERE year < 2004 OR year > CAST(substr(:as_of, 1, 4) AS INTEGER) + 1
