/*
title: Barred posts whose stages are out of order
severity: warning
item: violation
touches: [post_violation]
sentence: "{{detail}}; the time between the two is left out"
details:
  removed_found: removed before it was found
  removed_published: removed before it was published
  found_published: found before it was published
*/
SELECT account, item, detail
FROM (SELECT account, post AS item,
             CASE
                WHEN seconds_between(found_at, removed_at) < 0 THEN 'removed_found'
                WHEN seconds_between(published_at, removed_at) < 0 THEN 'removed_published'
                WHEN seconds_between(published_at, found_at) < 0 THEN 'found_published'
             END AS detail
      FROM post_violation)
WHERE detail IS NOT NULL
