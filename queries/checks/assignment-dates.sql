/*
title: Assignments that end before they begin
severity: warning
item: assignment
touches: [assignment]
sentence: its last day lies before its first; it holds on no day
*/
SELECT agency, agency || '/' || role || coalesce('/' || account, '') || '/' || starts_on AS item
FROM assignment
WHERE ends_on < starts_on
