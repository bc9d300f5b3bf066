/*
title: Policies that end before they begin
severity: warning
item: agency
touches: [policy]
sentence: its last day lies before its first; it holds on no day
*/
SELECT agency, agency || '/' || kind || coalesce('/' || account, '') AS item
FROM policy
WHERE effective_to < effective_from
