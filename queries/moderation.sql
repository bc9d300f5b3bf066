/*
title: Actions taken on comments and users of the public
judged: in period
item: moderation
measures:
  - id: moderation-actions
    title: Moderation actions
    clause: BLK-7
    basis: Order
    standing: proposed
    statistic: count
    by: {category: Category, action: Action}
    formula: >-
      Comments hidden or deleted, users warned, muted, blocked or reported, and other actions taken
      in the quarter. What was looked at and left as it was is not counted.
*/
SELECT account, moderation AS item, period_of(known(acted_at)) AS period,
       nullif(category, '') AS category, action
FROM moderation
WHERE action <> 'none' AND action <> '' AND acted_at IS NOT NULL
