/*
title: Messages of the public against the clocks of the law
judged: in period
item: feedback
controls:
  - id: FDB-3
    title: Answered within the time of the law
    clause: Letters and messages of the public are answered within the time that the law sets.
    basis: RA 6713
    standing: law
    effective-from: 1989-03-25
    outcome: answered_in_time
    reason: answer_reason
    reasons:
      late: It was answered, or referred, after the day on which it was due
      open: It was due, and no answer is recorded
    target: 95%
    weight: 2
    owner: Social Media Officer
    fix: >-
      Answer what is open, the oldest first, and record when. An automatic reply is no answer.
measures:
  - id: feedback-on-time
    title: Answered in time
    clause: FDB-3
    basis: RA 6713
    standing: law
    statistic: share
    of: on_time
    target: 100%
    formula: >-
      Messages answered by the end of the day on which the time of RA 6713 ran out, divided by all
      messages that require a response and fell due in the quarter. Working days are those of the
      agency's region. A message referred in time counts with the agency that took it over.
  - id: clock-due
    title: Messages that fell due
    clause: FDB-3
    statistic: count
    where: due
    by: {clock: Clock}
    formula: >-
      Messages whose time ran out in the quarter, once for each clock that ran. Working days are
      those of the agency's region, hours those of the calendar.
  - id: clock-on-time
    title: Acted on in time
    clause: FDB-3
    statistic: share
    of: in_time
    by: {clock: Clock}
    formula: >-
      Messages answered, or resolved where the clock asks for that, before their time ran out,
      divided by all messages that fell due in the quarter.
  - id: clock-late
    title: Acted on too late
    clause: FDB-3
    statistic: count
    where: late
    by: {clock: Clock}
    within: clock-due
    formula: >-
      Messages that fell due in the quarter and were answered, resolved or referred after their time
      had run out.
  - id: clock-open-past-due
    title: Open and past due
    clause: FDB-3
    statistic: count
    where: open_past_due
    by: {clock: Clock}
    within: clock-due
    formula: >-
      Messages that fell due in the quarter and were still open on the day of the data.
  - id: clock-not-yet-due
    title: Open and not yet due
    clause: FDB-3
    statistic: count
    where: not_yet_due
    period: received_period
    by: {clock: Clock}
    formula: >-
      Messages received in the quarter that were open on the day of the data, with time left.
  - id: requests-on-time
    title: Requests acted on in time
    clause: PUR-5
    basis: RA 11032
    standing: law
    statistic: share
    of: request_on_time
    by: {clock: Clock}
    formula: >-
      Requests acted on before the time of RA 11032 ran out, divided by all that fell due in the
      quarter.
  - id: answer-days
    title: Messages by the time to the answer
    clause: FDB-3
    basis: RA 6713
    standing: law
    statistic: count
    where: answer_due
    by: {days_taken: Working days}
    within: clock-due
    formula: >-
      Messages that fell due in the quarter under a clock of RA 6713 that counts working days, by the
      working day after receipt by the end of which they were answered, or referred too late. The
      day of receipt is none. Those still open on the day of the data stand apart.
  - id: request-days
    title: Requests by the time to the resolution
    clause: PUR-5
    basis: RA 11032
    standing: law
    statistic: count
    where: request_due
    by: {days_taken: Working days}
    within: clock-due
    formula: >-
      Requests that fell due in the quarter under a clock of RA 11032, by the working day after
      receipt by the end of which they were acted on. An extension in time doubles the time that the
      law gives.
  - id: urgent-hours
    title: Urgent messages by the time to the answer
    clause: FDB-3
    statistic: count
    where: urgent_due
    by: {hours_taken: Hours}
    within: clock-due
    formula: >-
      Messages that fell due in the quarter under a clock that counts hours of the calendar, by the
      hour after receipt within which they were acted on.
categories:
  - {column: days_taken, of: ranges}
  - {column: hours_taken, of: ranges}
*/
WITH message AS (
    SELECT feedback, agency, kind, channel, complexity, received_at,
           iif(automatic IS 1, NULL, known(first_response_at)) AS responded_at,
           known(resolved_at) AS resolved_at, known(extended_at) AS extended_at, referred_to,
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
    -- A referred message is there twice, as in feedback.sql: its clocks start anew for the agency
    -- that takes it over. What is dated before its message is a slip of the pen.
    SELECT feedback, taken_over, iif(taken_over, referred_to, agency) AS agency, kind,
           channel, complexity, extended_at,
           iif(taken_over, referred_at, received_at) AS here_since,
           day_of(iif(taken_over, referred_at, received_at)) AS since_day,
           iif(taken_over, NULL, referred_at) AS passed_on_at,
           iif(taken_over = coalesce(seconds_between(referred_at, responded_at) >= 0, 0)
                   AND seconds_between(received_at, responded_at) >= 0, responded_at, NULL)
               AS responded_at,
           iif(taken_over = coalesce(seconds_between(referred_at, resolved_at) >= 0, 0)
                   AND seconds_between(received_at, resolved_at) >= 0, resolved_at, NULL)
               AS resolved_at
    FROM message CROSS JOIN side
    WHERE taken_over = 0 OR referred_at IS NOT NULL
    LIMIT -1 OFFSET 0
),
scope AS MATERIALIZED (SELECT agency, region FROM agency WHERE region <> ''),
edge(unit, up_to) AS ( -- times taken are told in ranges that end where the clocks do
    SELECT unit, duration FROM clock
    UNION
    VALUES ('working_days', 1), ('working_days', 5), ('working_days', 10), ('working_days', 30),
           ('working_days', 60), ('hours', 24), ('hours', 48), ('hours', 120), ('hours', 240)
),
begun(unit, since, up_to) AS (
    SELECT unit, coalesce(lag(up_to) OVER (PARTITION BY unit ORDER BY up_to) + 1, 0), up_to
    FROM edge
    UNION ALL
    SELECT unit, max(up_to) + 1, NULL FROM edge GROUP BY unit
),
span AS MATERIALIZED (
    SELECT unit, since, coalesce(up_to, 1000000000) AS up_to,
           since || '-' || coalesce(up_to, '') AS name
    FROM begun
),
clockwork AS MATERIALIZED (
    SELECT clock, basis, duration, unit, extendable, nullif(kind, '') AS kind,
           nullif(channel, '') AS channel, nullif(complexity, '') AS complexity,
           coalesce(ends_with, '') = 'resolution' AS until_resolved,
           effective_from, coalesce(effective_to, '9999-12-31') AS effective_to
    FROM clock
),
started AS (
    SELECT feedback, taken_over, handled.agency, here_since, passed_on_at, extended_at,
           iif(until_resolved, resolved_at, responded_at) AS ended_at,
           clock, basis, duration, unit, extendable, region, since_day,
           due_at(here_since, duration, unit, region) AS due_at
    FROM handled CROSS JOIN clockwork
      ON since_day BETWEEN effective_from AND effective_to
     AND (clockwork.kind IS NULL OR clockwork.kind = handled.kind)
     AND (clockwork.channel IS NULL OR clockwork.channel = handled.channel)
     AND (clockwork.complexity IS NULL OR clockwork.complexity = handled.complexity)
    LEFT JOIN scope ON scope.agency = handled.agency
    LIMIT -1 OFFSET 0
),
extended AS (
    SELECT feedback, taken_over, agency, here_since, passed_on_at, ended_at, clock, basis,
           unit, region, since_day, coalesce(ended_at, passed_on_at) AS acted_at,
           day_of(coalesce(ended_at, passed_on_at)) AS acted_on,
           iif(extendable = 1 AND seconds_between(extended_at, due_at) >= 0,
               due_at(here_since, 2 * duration, unit, region), due_at) AS due_at
    FROM started
    LIMIT -1 OFFSET 0
),
timed AS (
    SELECT feedback, taken_over, agency, here_since, passed_on_at, ended_at, clock, basis, unit,
           day_of(due_at) AS due_on,
           -- Negative: too late. A referral ends the clock of the agency that referred.
           seconds_between(acted_at, due_at) AS seconds_to_spare,
           -- What is done on a free day is done by the end of the working day behind it.
           CASE WHEN acted_at IS NULL THEN NULL
                WHEN unit = 'hours' THEN (seconds_between(here_since, acted_at) + 3599) / 3600
                WHEN acted_on > since_day
                THEN 1 + working_days(since_day, day_add(acted_on, -1), region)
                ELSE 0 END AS taken
    FROM extended
    LIMIT -1 OFFSET 0
),
judged AS (
    SELECT feedback, taken_over, agency, here_since, clock, basis, unit, due_on,
           due_on <= :as_of AS due,
           coalesce((SELECT name FROM span
                     WHERE span.unit = timed.unit AND taken BETWEEN since AND up_to), 'still open')
               AS taken,
           CASE WHEN seconds_to_spare >= 0 THEN 'in_time' WHEN seconds_to_spare < 0 THEN 'late'
                ELSE 'open' END AS state
    FROM timed
    WHERE ended_at IS NOT NULL OR passed_on_at IS NULL
       OR seconds_to_spare < 0 -- what was referred in time is the other agency's
)
SELECT agency, period_of(iif(known(here_since) IS NULL, NULL, due_on)) AS period,
       period_of(known(here_since)) AS received_period,
       feedback || '/' || clock || iif(taken_over, '/referred', '') AS item,
       due_on AS judged_on, clock, due,
       iif(due AND basis = 'RA 6713', iif(state = 'in_time', 'met', 'not_met'), NULL)
           AS answered_in_time,
       iif(due AND basis = 'RA 6713' AND state <> 'in_time', state, NULL) AS answer_reason,
       iif(due, state = 'in_time', NULL) AS in_time,
       iif(due AND basis = 'RA 6713', state = 'in_time', NULL) AS on_time,
       iif(due AND basis = 'RA 11032', state = 'in_time', NULL) AS request_on_time,
       due AND state = 'late' AS late,
       due AND state = 'open' AS open_past_due,
       due AND basis = 'RA 6713' AND unit = 'working_days' AS answer_due,
       due AND basis = 'RA 11032' AND unit = 'working_days' AS request_due,
       due AND unit = 'hours' AS urgent_due,
       iif(unit = 'working_days', taken, NULL) AS days_taken,
       iif(unit = 'hours', taken, NULL) AS hours_taken,
       NOT due AND state = 'open' AS not_yet_due
FROM judged
