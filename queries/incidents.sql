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
  - id: incident-containment-mean
    title: Mean time from detection to containment
    clause: SEC-6
    statistic: mean
    of: containment
    unit: seconds
    sensitivity: security
    formula: >-
      Time from detection to containment, added up and divided by the number of incidents detected
      in the quarter and contained since. Open incidents are left out.
  - id: incident-containment-median
    title: Median time from detection to containment
    clause: SEC-6
    statistic: median
    of: containment
    unit: seconds
    sensitivity: security
    formula: >-
      The middle one of the times from detection to containment of incidents detected in the
      quarter and contained since. Open incidents are left out.
*/
SELECT agency, incident AS item, period_of(known(coalesce(detected_at, occurred_at))) AS period,
       nullif(class, '') AS class, nullif(severity, '') AS severity,
       CASE WHEN seconds_between(detected_at, known(contained_at)) >= 0
            THEN seconds_between(detected_at, contained_at) END AS containment
FROM incident
WHERE coalesce(detected_at, occurred_at) IS NOT NULL
