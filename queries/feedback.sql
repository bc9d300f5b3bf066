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
    by:
      kind: Kind
      channel: Channel
      region: Region
      language: Language
      campaign: Campaign
      program: Program
    by-whole: {day: Day}
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
  - id: feedback-referred-in
    title: Messages taken over
    clause: FDB-2
    statistic: count
    where: taken_over
    formula: >-
      Messages that other agencies referred to the agency in the quarter, without spam and
      duplicates. They count as received where they first came in.
  - id: feedback-referred-out
    title: Messages referred
    clause: FDB-2
    statistic: count
    where: passed_on
    period: referred_period
    formula: >-
      Messages that the agency referred to another one in the quarter, without spam and duplicates.
  - id: feedback-required
    title: Messages that require a response
    clause: FDB-3
    statistic: count
    where: required
    formula: >-
      Messages received in the quarter that require a response, without praise, spam and
      duplicates. A message that was referred counts with the agency that took it over, in the
      quarter in which it did.
  - id: feedback-answered
    title: Messages answered
    clause: FDB-3
    statistic: count
    where: answered
    within: feedback-required
    formula: >-
      Messages received in the quarter that require a response and had one by the day of the data.
      An automatic response does not count.
  - id: feedback-open
    title: Messages not answered yet
    clause: FDB-3
    statistic: count
    where: open
    within: feedback-required
    formula: >-
      Messages received in the quarter that require a response and had none by the day of the data.
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
  - id: feedback-resolution-rate
    title: Resolution rate
    clause: FDB-3
    statistic: share
    of: resolved
    formula: >-
      Messages resolved by the day of the data, divided by messages that require a response, of
      those received in the quarter.
  - id: feedback-resolution-median
    title: Median time to the resolution
    clause: FDB-3
    statistic: median
    of: resolution_seconds
    unit: seconds
    formula: >-
      The middle one of the times from receipt to resolution, of messages received in the quarter
      that require a response and were resolved. Open messages are left out.
  - id: requests-resolved
    title: Requests resolved
    clause: PUR-5
    basis: Order
    standing: proposed
    statistic: share
    of: request_resolved
    formula: >-
      Requests resolved by the day of the data, divided by all requests received in the quarter,
      without spam and duplicates. A request that was referred counts with the agency that took it
      over.
  - id: suggestions
    title: Suggestions
    clause: FDB-4
    basis: Order
    standing: proposed
    statistic: count
    where: suggestion
    by: {disposition: Disposition}
    within: feedback-received
    formula: Suggestions received in the quarter, without duplicates.
  - id: suggestions-disposed
    title: Suggestions adopted, referred or declined
    clause: FDB-4
    basis: Order
    standing: proposed
    statistic: share
    of: disposed
    formula: >-
      Suggestions on which the agency decided, whichever way, divided by all suggestions received in
      the quarter.
  - id: sentiment-classified
    title: Messages of which the sentiment is known
    clause: FDB-2
    statistic: share
    of: sentiment_known
    by: {sentiment_method: Method, language: Language}
    formula: >-
      Messages classified by sentiment, divided by all messages received in the quarter, without
      spam and duplicates.
  - id: sentiment
    title: Messages by sentiment
    clause: FDB-2
    statistic: count
    where: counted
    by: {sentiment: Sentiment}
    within: feedback-received
    formula: >-
      Messages received in the quarter by sentiment, those that were not classified apart, without
      spam and duplicates. Sentiment is no measure of quality.
  - id: sentiment-net
    title: Net sentiment
    clause: FDB-2
    statistic: ratio
    of: sentiment_score
    per: sentiment_rows
    unit: percent
    by: {sentiment_method: Method, language: Language}
    requires: sentiment-classified
    formula: >-
      Positive messages less negative ones, divided by positive, neutral and negative ones together,
      of those received in the quarter. Methods and languages are not to be compared.
  - id: satisfaction-mean
    title: Mean satisfaction
    clause: FDB-2
    statistic: mean
    of: satisfaction
    formula: >-
      The mean of the ratings from 1 to 5 that people gave, of messages received in the quarter.
  - id: satisfaction-ratings
    title: Ratings of satisfaction
    clause: FDB-2
    statistic: count
    where: rated
    by: {rating: Rating}
    within: feedback-received
    formula: >-
      Messages received in the quarter, without spam and duplicates, whose handling the writer rated
      from 1 to 5. Who gave no rating is left out.
categories:
  - {column: region, of: regions}
  - {column: day, of: days}
  - {column: disposition, are: [adopted, referred, declined]}
  - {column: rating, are: [1_lowest, 2, 3, 4, 5_highest]}
*/
WITH message AS (
    SELECT feedback, agency, kind, channel, region, language, campaign, program,
           disposition, sentiment, sentiment_method, satisfaction, received_at,
           kind IS 'spam' AS spam,
           coalesce(duplicate_of, '') <> '' AS repeated,
           requires_response IS 1 AND coalesce(kind, '') <> 'praise' AS expects_response,
           iif(automatic IS 1, NULL, known(first_response_at)) AS responded_at,
           known(resolved_at) AS resolved_at,
           referred_to,
           iif(coalesce(referred_to, '') NOT IN ('', agency)
                   AND seconds_between(received_at, known(referred_at)) >= 0,
               referred_at, NULL) AS referred_at
    FROM feedback
    LIMIT -1 OFFSET 0 -- all; but a query with an offset stays apart: no function is called twice
),
side(taken_over) AS (SELECT 0 UNION ALL SELECT 1),
handled AS (
    -- A referred message is there twice: where it came in, and where it was taken over, received
    -- when it was referred. What was done before that the first did, the rest the second.
    SELECT message.*, taken_over,
           iif(taken_over, referred_at, received_at) AS here_since,
           iif(taken_over = coalesce(seconds_between(referred_at, responded_at) >= 0, 0),
               responded_at, NULL) AS responded_here_at,
           iif(taken_over = coalesce(seconds_between(referred_at, resolved_at) >= 0, 0),
               resolved_at, NULL) AS resolved_here_at
    FROM message CROSS JOIN side
    WHERE taken_over = 0 OR referred_at IS NOT NULL
),
timed AS (
    SELECT handled.*,
           NOT spam AND NOT repeated AS genuine,
           NOT spam AND NOT repeated AND (taken_over OR referred_at IS NULL) AS kept,
           NOT taken_over AND NOT spam AND NOT repeated AS counted,
           -- What is dated before its message is a slip of the pen and answers nothing.
           nullif(max(seconds_between(here_since, responded_here_at), -1), -1) AS response_seconds,
           nullif(max(seconds_between(here_since, resolved_here_at), -1), -1) AS resolution_seconds
    FROM handled
    LIMIT -1 OFFSET 0
)
SELECT iif(taken_over, referred_to, agency) AS agency, period_of(known(here_since)) AS period,
       iif(taken_over, feedback || '/referred', feedback) AS item,
       nullif(kind, '') AS kind, nullif(channel, '') AS channel, nullif(region, '') AS region,
       nullif(language, '') AS language, nullif(campaign, '') AS campaign,
       nullif(program, '') AS program,
       iif(counted, day_of(received_at), NULL) AS day,
       counted,
       spam AND NOT taken_over AS spam,
       repeated AND NOT spam AND NOT taken_over AS duplicate,
       genuine AND taken_over AS taken_over,
       counted AND referred_at IS NOT NULL AS passed_on,
       period_of(iif(taken_over, NULL, referred_at)) AS referred_period,
       kept AND expects_response AS required,
       iif(kept AND expects_response, response_seconds IS NOT NULL, NULL) AS answered,
       iif(kept AND expects_response, response_seconds IS NULL, NULL) AS open,
       iif(kept AND expects_response, response_seconds, NULL) AS response_seconds,
       iif(kept AND expects_response, resolution_seconds IS NOT NULL, NULL) AS resolved,
       iif(kept AND expects_response, resolution_seconds, NULL) AS resolution_seconds,
       iif(kept AND kind IS 'request', resolution_seconds IS NOT NULL, NULL) AS request_resolved,
       counted AND kind IS 'suggestion' AS suggestion,
       nullif(disposition, '') AS disposition,
       iif(counted AND kind IS 'suggestion',
           coalesce(disposition, '') IN ('adopted', 'referred', 'declined'), NULL) AS disposed,
       nullif(sentiment, '') AS sentiment, nullif(sentiment_method, '') AS sentiment_method,
       iif(counted, coalesce(sentiment, '') <> '', NULL) AS sentiment_known,
       CASE iif(counted, sentiment, NULL)
           WHEN 'positive' THEN 1 WHEN 'neutral' THEN 0 WHEN 'negative' THEN -1 END
           AS sentiment_score,
       1 AS sentiment_rows,
       iif(counted AND satisfaction BETWEEN 1 AND 5, satisfaction, NULL) AS satisfaction,
       counted AND coalesce(satisfaction BETWEEN 1 AND 5, 0) AS rated,
       CASE satisfaction WHEN 1 THEN '1_lowest' WHEN 5 THEN '5_highest' ELSE satisfaction END
           AS rating
FROM timed
