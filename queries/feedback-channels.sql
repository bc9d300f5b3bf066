/*
title: Channels on which agencies log what the public writes
judged: at period end
item: agency
measures:
  - id: channels-logging
    title: Channels that log
    clause: FDB-2
    basis: Order
    standing: proposed
    statistic: count
    unit-word: channels
    by: {channel: Channel, since: Logged since}
    formula: >-
      Channels of agencies on which messages were logged on at least one day of the quarter. What is
      not logged is not zero.
  - id: channels-logging-throughout
    title: Channels that logged throughout
    clause: FDB-2
    statistic: count
    where: throughout
    unit-word: channels
    by: {channel: Channel}
    within: channels-logging
    formula: Channels of agencies on which messages were logged on every day of the quarter.
  - id: bodies-logging
    title: Bodies that log
    clause: FDB-2
    statistic: count
    where: first_of_body
    unit-word: bodies
    formula: Bodies that logged messages on at least one channel on at least one day of the quarter.
categories:
  - {column: since, of: ranges}
*/
SELECT agency, period, agency || '/' || channel AS item, channel,
       iif(count(logged_from) = count(*), substr(min(logged_from), 1, 4), NULL) AS since,
       max(coalesce(logged_from, '0000-01-01') <= starts_on
           AND coalesce(logged_to, '9999-12-31') >= day_add(ends_before, -1)) AS throughout,
       row_number() OVER (PARTITION BY agency, period ORDER BY channel) = 1 AS first_of_body
FROM channel_coverage JOIN period
  ON (logged_from IS NULL OR logged_from < ends_before)
 AND (logged_to IS NULL OR logged_to >= starts_on)
GROUP BY agency, channel, period
