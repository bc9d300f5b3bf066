/*
title: Messages answered before they were received
severity: warning
item: feedback
touches: [feedback]
sentence: it was answered before it was received; its time to answer is left out
*/
SELECT agency, feedback AS item
FROM feedback
WHERE seconds_between(received_at, first_response_at) < 0
