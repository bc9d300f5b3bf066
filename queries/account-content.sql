/*
title: Accounts in use in the quarter, and what the Order bars that is still up on them
judged: at period end
item: account
controls:
  - id: BLK-1
    title: Nothing insulting and no blackmail still up
    clause: Nothing insulting is published, and nothing that blackmails.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: blackmail
    reason: blackmail_reason
    detail: blackmail_up
    reasons:
      still_up: "Posts found and still up at the end of the quarter: {{detail}}"
      not_examined: Nobody examined the account's content in the quarter
    target: 100%
    weight: 1
    critical: yes
    remedy: 5 working days
    owner: Account Administrator
    fix: >-
      Take down what was found and record when. Where nothing was found, have the content examined
      and record by whom.
  - id: BLK-2
    title: Nothing pornographic still up
    clause: Nothing pornographic is published.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: pornographic
    reason: pornographic_reason
    detail: pornographic_up
    reasons:
      still_up: "Posts found and still up at the end of the quarter: {{detail}}"
      not_examined: Nobody examined the account's content in the quarter
    target: 100%
    weight: 1
    critical: yes
    remedy: 5 working days
    owner: Account Administrator
    fix: >-
      Take down what was found and record when. Where nothing was found, have the content examined
      and record by whom.
  - id: BLK-3
    title: Nothing malicious still up
    clause: Nothing malicious is published.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: malicious
    reason: malicious_reason
    detail: malicious_up
    reasons:
      still_up: "Posts found and still up at the end of the quarter: {{detail}}"
      not_examined: Nobody examined the account's content in the quarter
    target: 100%
    weight: 1
    critical: yes
    remedy: 5 working days
    owner: Account Administrator
    fix: >-
      Take down what was found and record when. Where nothing was found, have the content examined
      and record by whom.
  - id: BLK-4
    title: No suspicious links and no viruses still up
    clause: Suspicious links and viruses are not published.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: link
    reason: link_reason
    detail: link_up
    reasons:
      still_up: "Posts found and still up at the end of the quarter: {{detail}}"
      not_examined: Nobody examined the account's content in the quarter
    target: 100%
    weight: 1
    critical: yes
    remedy: 5 working days
    owner: Account Administrator
    fix: >-
      Take down what was found and record when. Where nothing was found, have the content examined
      and record by whom.
  - id: BLK-5
    title: No opinions still up that are not the agency's
    clause: Opinions of employees that are not the agency's view are not published.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: opinion
    reason: opinion_reason
    detail: opinion_up
    reasons:
      still_up: "Posts found and still up at the end of the quarter: {{detail}}"
      not_examined: Nobody examined the account's content in the quarter
    target: 100%
    weight: 1
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
still_up AS MATERIALIZED (
    SELECT post_violation.account, quarter.period,
           sum(post_violation.category = 'blackmail') AS blackmail_up,
           sum(post_violation.category = 'pornographic') AS pornographic_up,
           sum(post_violation.category = 'malicious') AS malicious_up,
           sum(post_violation.category = 'link') AS link_up,
           sum(post_violation.category = 'opinion') AS opinion_up
    FROM post_violation JOIN quarter
      ON day_of(post_violation.found_at) <= quarter.last_day
     AND (post_violation.removed_at IS NULL
          OR day_of(post_violation.removed_at) > quarter.last_day)
    GROUP BY post_violation.account, quarter.period
),
judged AS MATERIALIZED (
    SELECT account.account, quarter.period, account.handle, account.platform,
           coalesce(blackmail_up, 0) AS blackmail_up,
           coalesce(pornographic_up, 0) AS pornographic_up,
           coalesce(malicious_up, 0) AS malicious_up,
           coalesce(link_up, 0) AS link_up,
           coalesce(opinion_up, 0) AS opinion_up,
           EXISTS (SELECT 1 FROM review
                   WHERE review.account = account.account AND review.subject = 'content'
                     AND review.examined_on BETWEEN quarter.first_day AND quarter.last_day
           ) AS examined
    FROM account JOIN quarter
      ON (account.created_on IS NULL OR account.created_on <= quarter.last_day)
     AND (account.closed_on IS NULL OR account.closed_on > quarter.first_day)
    LEFT JOIN still_up
      ON still_up.account = account.account AND still_up.period = quarter.period
)
SELECT account, period, account AS item, handle || ' on ' || platform AS label,
       CASE WHEN blackmail_up THEN 'not_met' WHEN examined THEN 'met' ELSE 'no_evidence' END
           AS blackmail,
       CASE WHEN blackmail_up THEN 'still_up' WHEN NOT examined THEN 'not_examined' END
           AS blackmail_reason,
       nullif(blackmail_up, 0) AS blackmail_up,
       CASE WHEN pornographic_up THEN 'not_met' WHEN examined THEN 'met' ELSE 'no_evidence' END
           AS pornographic,
       CASE WHEN pornographic_up THEN 'still_up' WHEN NOT examined THEN 'not_examined' END
           AS pornographic_reason,
       nullif(pornographic_up, 0) AS pornographic_up,
       CASE WHEN malicious_up THEN 'not_met' WHEN examined THEN 'met' ELSE 'no_evidence' END
           AS malicious,
       CASE WHEN malicious_up THEN 'still_up' WHEN NOT examined THEN 'not_examined' END
           AS malicious_reason,
       nullif(malicious_up, 0) AS malicious_up,
       CASE WHEN link_up THEN 'not_met' WHEN examined THEN 'met' ELSE 'no_evidence' END
           AS link,
       CASE WHEN link_up THEN 'still_up' WHEN NOT examined THEN 'not_examined' END
           AS link_reason,
       nullif(link_up, 0) AS link_up,
       CASE WHEN opinion_up THEN 'not_met' WHEN examined THEN 'met' ELSE 'no_evidence' END
           AS opinion,
       CASE WHEN opinion_up THEN 'still_up' WHEN NOT examined THEN 'not_examined' END
           AS opinion_reason,
       nullif(opinion_up, 0) AS opinion_up
FROM judged
