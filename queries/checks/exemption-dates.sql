/*
title: Exemptions that expired before they were granted
severity: warning
item: agency
touches: [exemption]
sentence: it expired before it was granted; it sets nothing aside
*/
SELECT agency, agency || '/' || control || '/' || granted_on AS item -- what it sets aside may be a person's
FROM exemption
WHERE expires_on < granted_on
