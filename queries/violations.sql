/*
title: Posts of the agencies' own accounts that were found to hold what the Order bars
judged: in period
item: violation
controls:
  - id: SAN-6
    title: Content found against the Order was acted on
    clause: >-
      Content found against the Order leads to a case, or it is put on record that none follows.
    basis: Order
    standing: proposed
    effective-from: 2018-02-05
    outcome: acted_on
    reason: acted_on_reason
    reasons:
      not_acted: No personnel case is recorded, and no decision that there is to be none
    target: 100%
    weight: 2
    owner: Human Resources
    fix: Open a case and record its number, or put on record that no case follows and when.
    sensitivity: personnel
measures:
  - id: violations-found
    title: Posts found with barred content
    clause: BLK-1
    basis: Order
    standing: proposed
    statistic: count
    unit-word: findings
    by: {category: Category}
    formula: >-
      Posts of the agencies' own accounts found in the quarter to be of a category that the Order
      bars, once for each category.
  - id: violation-removal-median
    title: Median time from publication to removal
    clause: BLK-6
    basis: Order
    standing: proposed
    statistic: median
    of: seconds_up
    unit: seconds
    unit-word: findings
    formula: >-
      The middle one of the times from publication to removal, of posts found in the quarter with
      barred content and removed since. Those still up are left out.
*/
WITH found AS MATERIALIZED (
    SELECT account, post, category, known(found_at) AS found_at,
           period_of(known(found_at)) AS period,
           coalesce(personnel_case, '') <> '' OR coalesce(no_action_on <= :as_of, 0) AS acted_on,
           seconds_between(published_at, known(removed_at)) AS seconds_up
    FROM post_violation
),
numbered AS (
    -- A post found twice of one category is one item of the control and two findings.
    SELECT *, row_number() OVER finding AS number,
           min(acted_on) OVER (PARTITION BY post, category, period) AS all_acted_on
    FROM found
    WINDOW finding AS (PARTITION BY post, category, period ORDER BY found_at)
)
SELECT account, period, day_of(found_at) AS judged_on,
       post || '/' || category || iif(number > 1, '/' || number, '') AS item, category,
       CASE WHEN number > 1 THEN NULL WHEN all_acted_on THEN 'met' ELSE 'not_met' END AS acted_on,
       iif(number > 1 OR all_acted_on, NULL, 'not_acted') AS acted_on_reason,
       iif(seconds_up >= 0, seconds_up, NULL) AS seconds_up
FROM numbered
