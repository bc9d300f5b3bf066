/*
title: Messages of the public, and how they were answered
judged: in period
item: feedback
measures:
  - id: feedback-received
    title: Messages received
    clause: FDB-2
    basis: Order
    standing: proposed
    statistic: count
    where: counted
    by: {kind: Kind, channel: Channel}
    formula: Messages received in the quarter, without spam and without duplicates.
  - id: feedback-spam
    title: Spam
    clause: FDB-2
    statistic: count
    where: spam
    formula: Messages received in the quarter that were marked as spam.
  - id: feedback-duplicates
    title: Duplicates
    clause: FDB-2
    statistic: count
    where: duplicate
    formula: Messages received in the quarter that repeat an earlier one, without spam.
  - id: feedback-required
    title: Messages that require a response
    clause: FDB-3
    statistic: count
    where: required
    formula: >-
      Messages received in the quarter that require a response, without praise, spam and
      duplicates.
  - id: feedback-answered
    title: Messages answered
    clause: FDB-3
    statistic: count
    where: answered
    formula: >-
      Messages received in the quarter that require a response and had one by the day of the data.
      An automatic response does not count.
  - id: feedback-response-rate
    title: Response rate
    clause: FDB-3
    basis: Order
    standing: proposed
    statistic: share
    of: answered
    formula: >-
      Messages answered, divided by messages that require a response, of those received in the
      quarter.
  - id: feedback-on-time
    title: Answered within 15 working days
    clause: FDB-3
    basis: RA 6713
    standing: law
    statistic: share
    of: on_time
    period: due_period
    target: 100%
    formula: >-
      Messages answered by the 15th working day after the day of receipt, divided by all messages
      that require a response and fell due in the quarter. Working days are those of the agency's
      region.
  - id: feedback-response-median
    title: Median time to the first response
    clause: FDB-3
    statistic: median
    of: response_seconds
    unit: seconds
    formula: >-
      The middle one of the times from receipt to first response, of messages received in the
      quarter that require a response and had one. Open messages are left out.
  - id: feedback-response-p90
    title: Time within which nine of ten responses came
    clause: FDB-3
    statistic: p90
    of: response_seconds
    unit: seconds
    formula: >-
      The time from receipt to first response that nine tenths of the responses did not exceed, of
      messages received in the quarter that require a response and had one. Open messages are left
      out.
*/
WITH message AS (
    SELECT feedback.feedback, feedback.agency, feedback.kind, feedback.channel,
           feedback.received_at,
           feedback.kind IS 'spam' AS spam,
           coalesce(feedback.duplicate_of, '') <> '' AS repeated,
           feedback.requires_response IS 1
               AND coalesce(feedback.kind, '') NOT IN ('spam', 'praise')
               AND coalesce(feedback.duplicate_of, '') = '' AS required,
           iif(feedback.automatic IS 1, NULL, feedback.first_response_at) AS responded_at
    FROM feedback
),
clocked AS (
    SELECT feedback, agency, kind, channel, spam, repeated, required,
           period_of(known(received_at)) AS period,
           iif(required, known(responded_at), NULL) AS responded_at,
           iif(required, seconds_between(received_at, responded_at), NULL) AS seconds,
           iif(required,
               due_on(received_at, 15,
                      (SELECT agency.region FROM agency WHERE agency.agency = message.agency)),
               NULL) AS due_on
    FROM message
    LIMIT -1 -- all; but a query with a limit stays apart, and so each clock is read only once
)
SELECT agency, period, feedback AS item, nullif(kind, '') AS kind, nullif(channel, '') AS channel,
       NOT spam AND NOT repeated AS counted,
       spam,
       NOT spam AND repeated AS duplicate,
       required,
       -- A response dated before its message is a slip of the pen and answers nothing.
       iif(required, responded_at IS NOT NULL AND seconds >= 0, NULL) AS answered,
       period_of(iif(due_on <= :as_of, due_on, NULL)) AS due_period,
       iif(due_on <= :as_of, coalesce(seconds >= 0 AND day_of(responded_at) <= due_on, 0), NULL)
           AS on_time,
       iif(responded_at IS NOT NULL AND seconds >= 0, seconds, NULL) AS response_seconds
FROM clocked
