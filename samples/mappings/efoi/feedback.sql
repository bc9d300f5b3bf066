-- A request to the eFOI portal as a message that needs an answer.
--
-- The log has a row for each status in which a request was seen: the request's number makes one message of
-- them. A request is received on its `date`, which comes in two forms (2022-01-20, January 20, 2022).
-- It is answered when a row says so; that row was first seen at `first_snapshot`, in UTC without
-- a zone, so the answer came no later than that.
SELECT
  CAST(request AS TEXT) AS feedback,
  min(agency) AS agency,
  'eFOI portal' AS channel,
  'request' AS kind,
  1 AS requires_response,
  NULL AS duplicate_of, -- what the log does not tell, from here down
  NULL AS automatic,
  NULL AS resolved_at, NULL AS extended_at, NULL AS referred_to, NULL AS referred_at,
  NULL AS program, NULL AS campaign, NULL AS region, NULL AS language, NULL AS complexity,
  NULL AS disposition, NULL AS sentiment, NULL AS sentiment_method, NULL AS satisfaction,
  min(CASE
        WHEN date LIKE '____-__-__' THEN date
        ELSE substr(date, -4) || '-' ||
             CASE substr(date, 1, 3)
               WHEN 'Jan' THEN '01' WHEN 'Feb' THEN '02' WHEN 'Mar' THEN '03' WHEN 'Apr' THEN '04'
               WHEN 'May' THEN '05' WHEN 'Jun' THEN '06' WHEN 'Jul' THEN '07' WHEN 'Aug' THEN '08'
               WHEN 'Sep' THEN '09' WHEN 'Oct' THEN '10' WHEN 'Nov' THEN '11' WHEN 'Dec' THEN '12'
             END || '-' || substr(date, -8, 2)
      END) AS received_at,
  min(CASE
        WHEN status IN ('SUCCESSFUL', 'PARTIALLY SUCCESSFUL', 'DENIED', 'REFERRED')
        THEN first_snapshot || 'Z'
      END) AS first_response_at
FROM main.foi_log
GROUP BY request
