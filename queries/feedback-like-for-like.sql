/*
title: Messages of the public on channels that logged in both of two quarters
judged: in period
item: feedback
measures:
  - id: feedback-like-for-like
    title: Messages on the same channels as in the quarter before
    clause: FDB-2
    statistic: count
    where: as_before
    formula: >-
      Messages received in the quarter, without spam and duplicates, on channels that logged on
      every day of it and of the quarter before.
  - id: feedback-like-for-like-before
    title: Messages on these channels in the quarter before
    clause: FDB-2
    statistic: count
    where: in_next
    period: next_period
    formula: >-
      Messages received in the quarter before, without spam and duplicates, on channels that logged
      on every day of it and of the quarter itself.
  - id: feedback-like-for-like-year
    title: Messages on the same channels as a year before
    clause: FDB-2
    statistic: count
    where: as_a_year_before
    formula: >-
      Messages received in the quarter, without spam and duplicates, on channels that logged on
      every day of it and of the same quarter a year before.
  - id: feedback-like-for-like-year-before
    title: Messages on these channels a year before
    clause: FDB-2
    statistic: count
    where: in_next_year
    period: next_year_period
    formula: >-
      Messages received in the same quarter a year before, without spam and duplicates, on channels
      that logged on every day of it and of the quarter itself.
*/
WITH quarter(period, starts_on, ends_before) AS (
    SELECT period, starts_on, ends_before FROM period
    UNION -- and the same ones a year before
    SELECT (substr(starts_on, 1, 4) - 1) || substr(period, 5),
           (substr(starts_on, 1, 4) - 1) || substr(starts_on, 5),
           (substr(ends_before, 1, 4) - 1) || substr(ends_before, 5)
    FROM period
),
logged AS ( -- the quarters that a channel logged from the first day to the last, numbered
    SELECT DISTINCT agency, channel, period,
           substr(period, 1, 4) * 4 + substr(period, 7) AS number,
           period_of(ends_before) AS next_period,
           (substr(period, 1, 4) + 1) || substr(period, 5) AS next_year_period
    FROM channel_coverage JOIN quarter
      ON coalesce(logged_from, '0000-01-01') <= starts_on
     AND coalesce(logged_to, '9999-12-31') >= day_add(ends_before, -1)
),
comparable AS MATERIALIZED (
    SELECT agency, channel, period, next_period, next_year_period,
           count(*) OVER (of_channel RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING) AS as_before,
           count(*) OVER (of_channel RANGE BETWEEN 1 FOLLOWING AND 1 FOLLOWING) AS in_next,
           count(*) OVER (of_channel RANGE BETWEEN 4 PRECEDING AND 4 PRECEDING) AS as_a_year_before,
           count(*) OVER (of_channel RANGE BETWEEN 4 FOLLOWING AND 4 FOLLOWING) AS in_next_year
    FROM logged
    WINDOW of_channel AS (PARTITION BY agency, channel ORDER BY number)
),
message AS (
    SELECT feedback, agency, channel, period_of(known(received_at)) AS period
    FROM feedback
    WHERE coalesce(kind, '') <> 'spam' AND coalesce(duplicate_of, '') = ''
    LIMIT -1 OFFSET 0 -- all; but a query with an offset stays apart: each message is read once
)
SELECT message.agency, message.period, message.feedback AS item, as_before, as_a_year_before,
       in_next, next_period, in_next_year, next_year_period
FROM message LEFT JOIN comparable
  ON comparable.agency = message.agency AND comparable.channel = message.channel
 AND comparable.period = message.period
