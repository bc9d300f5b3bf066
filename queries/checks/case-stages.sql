/*
title: Cases whose stages are out of order
severity: warning
item: case
touches: [personnel_case]
sentence: "{{detail}}; the time between the two is left out"
details:
  investigated_complained: investigated before the complaint
  charged_complained: charged before the complaint
  charged_investigated: charged before the investigation
  decided_complained: decided before the complaint
  decided_charged: decided before the charge
  appealed_decided: appealed before the decision
*/
SELECT agency, item, detail
FROM (SELECT agency, personnel_case AS item,
             CASE
                WHEN investigated_on < complained_on THEN 'investigated_complained'
                WHEN charged_on < complained_on THEN 'charged_complained'
                WHEN charged_on < investigated_on THEN 'charged_investigated'
                WHEN decided_on < complained_on THEN 'decided_complained'
                WHEN decided_on < charged_on THEN 'decided_charged'
                WHEN appealed_on < decided_on THEN 'appealed_decided'
             END AS detail
      FROM personnel_case)
WHERE detail IS NOT NULL
