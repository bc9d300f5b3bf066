/*
title: Agencies that are attached to themselves
severity: warning
item: agency
touches: [agency]
sentence: it is named as its own parent
*/
SELECT agency, agency AS item
FROM agency
WHERE parent = agency
