/*
title: Agencies that end before they begin
severity: warning
item: agency
touches: [agency]
sentence: its last day lies before its first; it exists in no quarter
*/
SELECT agency, agency AS item
FROM agency
WHERE active_to < active_from
