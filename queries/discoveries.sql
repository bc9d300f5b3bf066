/*
title: Accounts found outside the registry
judged: in period
item: discovery
measures:
  - id: discoveries-found
    title: Accounts found outside the registry
    clause: ACC-2
    basis: Order
    standing: proposed
    statistic: count
    by: {platform: Platform}
    formula: Accounts found in the quarter that were not in the registry or not approved.
  - id: discoveries-resolved
    title: Accounts found that were regularised or taken down
    clause: ACC-2
    basis: Order
    standing: proposed
    statistic: share
    of: resolved
    target: 100%
    formula: >-
      Accounts found in the quarter that were regularised or taken down by the day of the data,
      divided by all accounts found in the quarter.
*/
SELECT agency, discovery AS item, period_of(known(found_on)) AS period,
       nullif(platform, '') AS platform,
       coalesce(outcome, '') IN ('regularised', 'taken_down')
           AND (resolved_on IS NULL OR resolved_on <= :as_of) AS resolved
FROM discovery
