/*
title: Counts of followers below zero
severity: warning
item: account
touches: [audience]
sentence: there cannot be fewer than no followers
*/
SELECT account, account || '/' || sampled_on AS item
FROM audience
WHERE followers < 0
