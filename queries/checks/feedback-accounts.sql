/*
title: Messages on an account of another agency
severity: warning
item: feedback
touches: [feedback]
sentence: >-
  its account is neither the agency's own nor shared by it; it counts for the agency that it names
*/
SELECT agency, feedback AS item
FROM feedback
WHERE account IN (SELECT account FROM account)
  AND (account, agency) NOT IN (SELECT account, agency FROM account
                                UNION SELECT account, agency FROM account_agency)
