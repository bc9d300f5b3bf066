/*
title: Approvals decided before they were requested
severity: warning
item: approval
touches: [approval]
sentence: it was decided before it was requested
*/
SELECT account, account || '/' || requested_on AS item
FROM approval
WHERE decided_on < requested_on
