/*
title: Posts, and whether they were found to hold what the Order bars
judged: in period
item: post
measures:
  - id: posts-violating
    title: Posts found to hold barred content, among all posts
    clause: BLK-1
    basis: Order
    standing: proposed
    statistic: share
    of: barred
    formula: >-
      Posts of the quarter that were found since to hold insulting, pornographic or malicious
      content, suspicious links, opinions that are not the agency's or anything else that the Order
      bars, divided by all posts of the quarter.
*/
-- Apart from the other measures of posts: those do not need the table of what was found.
SELECT account, period_of(known(published_at)) AS period, day_of(known(published_at)) AS judged_on,
       post AS item,
       post IN (
           SELECT post_violation.post FROM post_violation
           WHERE known(post_violation.found_at) IS NOT NULL
       ) AS barred
FROM post
