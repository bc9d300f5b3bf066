/*
title: Assignments that nobody holds
severity: warning
item: assignment
touches: [assignment]
sentence: its officer is not in the table of officers; the post counts as filled
*/
SELECT agency, agency || '/' || role || coalesce('/' || account, '') AS item
FROM assignment
WHERE officer NOT IN (SELECT officer FROM officer WHERE officer <> '')
  AND (officer = '' OR EXISTS (SELECT 1 FROM officer))
