/*
title: Heads of an agency in office at the same time
severity: warning
item: assignment
touches: [assignment]
sentence: another head of the agency is in office on a day of its term; either counts as the head
*/
SELECT DISTINCT later.agency, later.agency || '/head/' || coalesce(later.starts_on, '') AS item
FROM assignment AS later JOIN assignment AS earlier
  ON earlier.agency = later.agency AND earlier.officer <> later.officer
 AND (coalesce(earlier.starts_on, ''), earlier.officer)
   < (coalesce(later.starts_on, ''), later.officer)
 AND (earlier.ends_on IS NULL OR earlier.ends_on >= coalesce(later.starts_on, ''))
 AND (earlier.ends_on IS NULL OR earlier.ends_on >= coalesce(earlier.starts_on, ''))
WHERE later.role = 'head' AND earlier.role = 'head'
  AND (later.ends_on IS NULL OR later.ends_on >= coalesce(later.starts_on, ''))
