/*
title: Security incidents of accounts, and how long what followed took
judged: in period
item: incident
measures:
  - id: incident-detection-mean
    title: Mean time from occurrence to detection
    clause: SEC-6
    statistic: mean
    of: detection
    unit: seconds
    sensitivity: security
    formula: >-
      Time from occurrence to detection, added up and divided by the number of incidents detected
      in the quarter. Incidents of which one of the two is not recorded are left out.
  - id: incident-detection-median
    title: Median time from occurrence to detection
    clause: SEC-6
    statistic: median
    of: detection
    unit: seconds
    sensitivity: security
    formula: >-
      The middle one of the times from occurrence to detection of incidents detected in the
      quarter. Incidents of which one of the two is not recorded are left out.
  - id: incident-acknowledgement-mean
    title: Mean time from detection to acknowledgement
    clause: SEC-6
    statistic: mean
    of: acknowledgement
    unit: seconds
    sensitivity: security
    formula: >-
      Time from detection to acknowledgement, added up and divided by the number of incidents
      detected in the quarter and acknowledged since. Incidents not acknowledged yet are left out.
  - id: incident-acknowledgement-median
    title: Median time from detection to acknowledgement
    clause: SEC-6
    statistic: median
    of: acknowledgement
    unit: seconds
    sensitivity: security
    formula: >-
      The middle one of the times from detection to acknowledgement of incidents detected in the
      quarter and acknowledged since. Incidents not acknowledged yet are left out.
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
  - id: incident-recovery-mean
    title: Mean time from detection to recovery
    clause: SEC-6
    statistic: mean
    of: recovery
    unit: seconds
    sensitivity: security
    formula: >-
      Time from detection to recovery, added up and divided by the number of incidents detected in
      the quarter and recovered from since. Open incidents are left out.
  - id: incident-recovery-median
    title: Median time from detection to recovery
    clause: SEC-6
    statistic: median
    of: recovery
    unit: seconds
    sensitivity: security
    formula: >-
      The middle one of the times from detection to recovery of incidents detected in the quarter
      and recovered from since. Open incidents are left out.
  - id: incident-dwell-median
    title: Median time from occurrence to containment
    clause: SEC-6
    statistic: median
    of: dwell
    unit: seconds
    sensitivity: security
    formula: >-
      The middle one of the times from occurrence to containment of incidents detected in the
      quarter and contained since. Open incidents, and those of which it is not known when they
      happened, are left out.
  - id: breach-notice-on-time
    title: Share of personal data breaches notified within 72 hours
    clause: PRV-3
    basis: RA 10173
    standing: law
    statistic: share
    of: notified
    sensitivity: security
    formula: >-
      Incidents with personal data detected in the quarter of which both the National Privacy
      Commission and the persons concerned were notified within 72 hours of the detection, divided
      by all whose 72 hours ended by the day of the data.
*/
WITH dated AS (
    SELECT incident, agency, personal_data, detected_at,
           coalesce(detected_at, occurred_at) AS moment,
           seconds_between(occurred_at, detected_at) AS detection,
           seconds_between(detected_at, known(acknowledged_at)) AS acknowledgement,
           seconds_between(detected_at, known(contained_at)) AS containment,
           seconds_between(detected_at, known(recovered_at)) AS recovery,
           seconds_between(occurred_at, known(contained_at)) AS dwell,
           seconds_between(detected_at, known(npc_notified_at)) AS npc_notice,
           seconds_between(detected_at, known(subjects_notified_at)) AS subjects_notice
    FROM incident
    WHERE coalesce(detected_at, occurred_at) IS NOT NULL
    LIMIT -1 OFFSET 0 -- all; but a query with an offset stays apart, and so each is read only once
)
SELECT agency, incident AS item, period_of(known(moment)) AS period,
       -- What ends before it begins is a slip of the pen.
       iif(detection >= 0, detection, NULL) AS detection,
       iif(acknowledgement >= 0, acknowledgement, NULL) AS acknowledgement,
       iif(containment >= 0, containment, NULL) AS containment,
       iif(recovery >= 0, recovery, NULL) AS recovery,
       iif(dwell >= 0, dwell, NULL) AS dwell,
       -- 72 hours end three days later at the same time of day.
       iif(personal_data AND day_add(detected_at, 3) <= :as_of,
           coalesce(npc_notice <= 72 * 3600 AND subjects_notice <= 72 * 3600, 0), NULL) AS notified
FROM dated
