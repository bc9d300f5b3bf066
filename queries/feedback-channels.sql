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
    by: {channel: Channel}
    formula: >-
      Channels of agencies on which messages were logged on at least one day of the quarter. What is
      not logged is not zero.
*/
SELECT agency, period, agency || '/' || channel AS item, channel
FROM channel_coverage JOIN period
  ON (logged_from IS NULL OR logged_from < ends_before)
 AND (logged_to IS NULL OR logged_to >= starts_on)
GROUP BY agency, channel, period
