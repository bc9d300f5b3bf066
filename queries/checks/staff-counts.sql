/*
title: Counts of staff that cannot be
severity: error
stops: agency
item: agency
touches: [staff]
sentence: "{{detail}}; shares of it would be wrong"
details:
  trained: more were trained than there are
  participating: more take part than there are
  negative: there cannot be fewer than none
*/
SELECT agency, item, detail
FROM (SELECT agency, agency || '/' || period AS item,
             CASE
                WHEN trained > headcount THEN 'trained'
                WHEN participating > headcount THEN 'participating'
                WHEN min(headcount, trained, participating) < 0 OR headcount < 0 THEN 'negative'
             END AS detail
      FROM staff)
WHERE detail IS NOT NULL
