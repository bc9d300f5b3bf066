/*
title: Accounts of no agency in the register
severity: warning
item: account
touches: [account]
sentence: its agency is not in the table of agencies; it counts nowhere
*/
SELECT agency, account AS item
FROM account
WHERE agency NOT IN (SELECT agency FROM agency)
