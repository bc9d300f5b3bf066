/*
title: Accounts in use in the quarter, and what they published that the Order does not allow
judged: at period end
item: account
controls:
  - id: BLK-6
    title: No content still up that the Order bars
    clause: >-
      Insulting, pornographic or malicious content, suspicious links, and opinions that are not the
      agency's are not published; what was published is taken down.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: content_clean
    reason: content_reason
    detail: still_up
    reasons:
      still_up: "Found and still up at the end of the quarter: {{detail}}"
      not_examined: Nobody examined the account's content in the quarter
    target: 100%
    weight: 3
    critical: yes
    remedy: 5 working days
    owner: Account Administrator
    fix: >-
      Take down what was found and record when. Where nothing was found, have the content examined
      and record by whom.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, starts_on AS first_day, day_add(ends_before, -1) AS last_day FROM period
),
judged AS MATERIALIZED (
    SELECT account.account, quarter.period, account.handle, account.platform,
           (SELECT count(*) FROM post_violation
            WHERE post_violation.account = account.account
              AND day_of(post_violation.found_at) <= quarter.last_day
              AND (post_violation.removed_at IS NULL
                   OR day_of(post_violation.removed_at) > quarter.last_day)) AS still_up,
           EXISTS (SELECT 1 FROM review
                   WHERE review.account = account.account AND review.subject = 'content'
                     AND review.examined_on BETWEEN quarter.first_day AND quarter.last_day
           ) AS examined
    FROM account JOIN quarter
      ON (account.created_on IS NULL OR account.created_on <= quarter.last_day)
     AND (account.closed_on IS NULL OR account.closed_on > quarter.first_day)
)
SELECT account, period, account AS item, handle || ' on ' || platform AS label,
       CASE WHEN still_up > 0 THEN 'not_met' WHEN examined THEN 'met' ELSE 'no_evidence' END
           AS content_clean,
       CASE WHEN still_up > 0 THEN 'still_up' WHEN NOT examined THEN 'not_examined' END
           AS content_reason,
       nullif(still_up, 0) AS still_up
FROM judged
