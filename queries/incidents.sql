/*
title: Security incidents of accounts
judged: in period
item: incident
measures:
  - id: incidents-detected
    title: Incidents detected
    clause: SEC-6
    basis: Order
    standing: proposed
    statistic: count
    by: {class: Class, severity: Severity}
    sensitivity: security
    formula: >-
      Incidents detected in the quarter, or that happened in it where the detection is not
      recorded.
  - id: incidents-open
    title: Incidents not recovered from
    clause: SEC-6
    statistic: count
    where: still_open
    within: incidents-detected
    sensitivity: security
    formula: >-
      Incidents detected in the quarter of which no recovery is on record by the day of the data.
  - id: incidents-occurrence-unknown
    title: Incidents of which it is not known when they happened
    clause: SEC-6
    statistic: count
    where: undated
    within: incidents-detected
    sensitivity: security
    formula: Incidents detected in the quarter of which the time of occurrence is not recorded.
  - id: incidents-repeated
    title: Share of incidents that had happened before
    clause: SEC-6
    statistic: share
    of: repeated
    sensitivity: security
    formula: >-
      Incidents detected in the quarter after another one of the same class on the same account was
      detected within the 365 days before, divided by all incidents detected in it. An incident
      without class or account counts as not repeated.
  - id: incidents-reviewed
    title: Share of incidents reviewed afterwards
    clause: SEC-6
    statistic: share
    of: reviewed
    sensitivity: security
    formula: >-
      Incidents detected in the quarter that have been reviewed since, divided by all incidents
      detected in it.
*/
WITH detected AS MATERIALIZED (
    SELECT incident, agency, account, class, severity, occurred_at, recovered_at, reviewed_at,
           coalesce(detected_at, occurred_at) AS moment,
           days_between('2000-01-01', coalesce(detected_at, occurred_at)) AS day,
           seconds_between('2000-01-01', coalesce(detected_at, occurred_at)) AS second
    FROM incident
    WHERE coalesce(detected_at, occurred_at) IS NOT NULL
),
followed AS (
    -- The day of the last one before it: what was detected in the same second is not before.
    SELECT *, max(day) OVER (PARTITION BY account, class ORDER BY second
                             RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS day_before
    FROM detected
)
SELECT agency, incident AS item, period_of(known(moment)) AS period,
       nullif(class, '') AS class, nullif(severity, '') AS severity,
       known(recovered_at) IS NULL AS still_open,
       occurred_at IS NULL AS undated,
       coalesce(account <> '' AND class <> '' AND day - day_before <= 365, 0) AS repeated,
       known(reviewed_at) IS NOT NULL AS reviewed
FROM followed
