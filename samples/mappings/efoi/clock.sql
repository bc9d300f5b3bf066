-- The one clock of a request for information: an answer within 15 working days after the day of receipt.
-- The log itself names no clock. Executive Order 2 of 2016 and the circulars on it set these 15 days
-- for the portal; they are the same as those of RA 6713, section 5(a), for letters and requests of
-- the public. That duty is what the feedback report measures, so it is the basis given here.
SELECT NULL AS kind, NULL AS channel, NULL AS complexity, 'RA 6713, 15 working days' AS clock,
       15 AS duration, 'working_days' AS unit, 'response' AS ends_with, NULL AS extendable,
       'RA 6713' AS basis, '1989-03-25' AS effective_from, NULL AS effective_to
