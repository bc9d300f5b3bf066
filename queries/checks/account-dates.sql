/*
title: Accounts whose days are out of order
severity: warning
item: account
touches: [account]
sentence: "{{detail}}"
details:
  closed_created: closed before it was created
  duration: its planned duration ends before it begins
*/
SELECT agency, item, detail
FROM (SELECT agency, account AS item,
             CASE
                WHEN closed_on < created_on THEN 'closed_created'
                WHEN duration_to < duration_from THEN 'duration'
             END AS detail
      FROM account)
WHERE detail IS NOT NULL
