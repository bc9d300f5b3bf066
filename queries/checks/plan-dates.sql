/*
title: Content plans that end before they begin
severity: warning
item: account
touches: [content_plan]
sentence: its last day lies before its first; it holds on no day
*/
SELECT account, account AS item
FROM content_plan
WHERE effective_to < effective_from
