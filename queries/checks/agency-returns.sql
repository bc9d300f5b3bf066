/*
title: Returns of bodies that had gone up in another
severity: warning
item: agency
touches: [submission]
sentence: it had been merged or abolished in an earlier quarter
*/
SELECT submission.agency, submission.agency || '/' || submission.period AS item
FROM submission JOIN agency_succession ON agency_succession.agency = submission.agency
WHERE agency_succession.kind IN ('merged', 'abolished')
  AND period_of(agency_succession.on_date) < submission.period
