/*
title: Posts of the agencies' own accounts that were found to hold what the Order bars
judged: in period
item: violation
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
*/
SELECT account, post AS item, period_of(known(found_at)) AS period, category
FROM post_violation
