/*
title: Messages of the public that wait for a response
judged: at period end
item: feedback
measures:
  - id: backlog-start
    title: Open at the beginning of the quarter
    clause: FDB-3
    statistic: count
    where: brought_over
    formula: >-
      Messages that require a response, were received before the quarter and had neither been
      answered nor referred by then.
  - id: backlog-received
    title: Received in the quarter
    clause: FDB-3
    statistic: count
    where: came_in
    formula: >-
      Messages that require a response, received or taken over from another agency in the quarter.
  - id: backlog-closed
    title: Closed in the quarter
    clause: FDB-3
    statistic: count
    where: went_out
    formula: Messages answered, or referred to another agency, in the quarter.
  - id: backlog-end
    title: Open at the end of the quarter
    clause: FDB-3
    statistic: count
    where: left_over
    by: {age: Working days open}
    add: [backlog-start, backlog-received]
    subtract: [backlog-closed]
    formula: >-
      Messages open at the beginning of the quarter and those received in it, less those closed in
      it. Their age is counted in working days of the agency's region, from the day after receipt to
      the end of the quarter.
categories:
  - {column: age, of: ranges}
*/
WITH message AS (
    SELECT feedback, agency, known(received_at) AS received_at,
           iif(automatic IS 1, NULL, known(first_response_at)) AS responded_at, referred_to,
           iif(coalesce(referred_to, '') NOT IN ('', agency)
                   AND seconds_between(received_at, known(referred_at)) >= 0,
               referred_at, NULL) AS referred_at
    FROM feedback
    WHERE requires_response = 1 AND coalesce(kind, '') NOT IN ('spam', 'praise')
      AND coalesce(duplicate_of, '') = ''
    LIMIT -1 OFFSET 0 -- all; but a query with an offset stays apart: no function is called twice
),
side(taken_over) AS (SELECT 0 UNION ALL SELECT 1),
handled AS (
    -- A referred message is there twice, as in feedback.sql: the first agency's is closed by the
    -- referral, if it was not answered before; the second's is open until somebody answers.
    SELECT feedback, taken_over, iif(taken_over, referred_to, agency) AS agency,
           iif(taken_over, referred_at, received_at) AS here_since,
           iif(seconds_between(iif(taken_over, referred_at, received_at), responded_at) >= 0
                   AND (taken_over OR referred_at IS NULL
                        OR seconds_between(responded_at, referred_at) > 0),
               responded_at, iif(taken_over, NULL, referred_at)) AS closed_at
    FROM message CROSS JOIN side
    WHERE taken_over = 0 OR referred_at IS NOT NULL
    LIMIT -1 OFFSET 0
),
spanned AS (
    SELECT feedback, taken_over, agency, day_of(here_since) AS since_day,
           period_of(here_since) AS first_period,
           coalesce(period_of(closed_at), '9999-Q4') AS last_period
    FROM handled
    LIMIT -1 OFFSET 0
),
scope AS MATERIALIZED (SELECT agency, region FROM agency WHERE region <> ''),
waiting AS (
    SELECT spanned.agency, period.period, feedback, taken_over,
           first_period < period.period AS brought_over,
           first_period = period.period AS came_in,
           last_period = period.period AS went_out,
           last_period > period.period AS left_over,
           iif(last_period > period.period,
               working_days(since_day, day_add(ends_before, -1), region), NULL) AS days
    FROM spanned CROSS JOIN period ON period.period BETWEEN first_period AND last_period
    LEFT JOIN scope ON scope.agency = spanned.agency
    LIMIT -1 OFFSET 0
)
SELECT agency, period, feedback || iif(taken_over, '/referred', '') AS item,
       brought_over, came_in, went_out, left_over,
       -- Ages end where the legal times do, and a quarter and half a year later.
       CASE WHEN days <= 3 THEN '0-3' WHEN days <= 7 THEN '4-7' WHEN days <= 15 THEN '8-15'
            WHEN days <= 20 THEN '16-20' WHEN days <= 60 THEN '21-60' WHEN days <= 120 THEN '61-120'
            WHEN days > 120 THEN '121-' END AS age
FROM waiting
