/*
title: Barred content on agencies' own accounts that was up in the quarter after it was found
judged: at period end
item: violation
controls:
  - id: BLK-6
    title: Barred content found was taken down
    clause: >-
      Insulting, pornographic or malicious content, suspicious links, and opinions that are not the
      agency's are not published; what was published is taken down.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: taken_down
    reason: removal_reason
    detail: category_up
    reasons:
      still_up: "Found and still up at the end of the quarter: {{detail}}"
    target: 100%
    weight: 3
    critical: yes
    remedy: 5 working days
    owner: Account Administrator
    fix: Take down what was found and record when.
measures:
  - id: violations-still-up
    title: Barred content still up
    clause: BLK-6
    basis: Order
    standing: proposed
    statistic: count
    where: still_up
    unit-word: findings
    by: {category: Category}
    formula: >-
      Posts of the agencies' own accounts found by the end of the quarter to be of a category that
      the Order bars and not removed by then, once for each category.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, starts_on AS first_day, day_add(ends_before, -1) AS last_day FROM period
),
found AS MATERIALIZED (
    SELECT account, post, category, day_of(found_at) AS found_on, day_of(removed_at) AS removed_on
    FROM post_violation
),
judged AS (
    -- A post found twice of one category is one item of the control and two findings.
    SELECT found.account, quarter.period, found.post, found.category,
           coalesce(found.removed_on > quarter.last_day, 1) AS still_up,
           max(coalesce(found.removed_on > quarter.last_day, 1)) OVER (
               PARTITION BY found.post, found.category, quarter.period) AS any_up,
           row_number() OVER (
               PARTITION BY found.post, found.category, quarter.period
               ORDER BY found.found_on, found.removed_on) AS number
    FROM found JOIN quarter
      ON found.found_on <= quarter.last_day
     AND (found.removed_on IS NULL OR found.removed_on >= quarter.first_day)
)
SELECT account, period, post || '/' || category || iif(number > 1, '/' || number, '') AS item,
       category || ' in ' || post AS label, category, still_up,
       CASE WHEN number > 1 THEN NULL WHEN any_up THEN 'not_met' ELSE 'met' END AS taken_down,
       iif(number = 1 AND any_up, 'still_up', NULL) AS removal_reason,
       iif(number = 1 AND any_up, category, NULL) AS category_up
FROM judged
