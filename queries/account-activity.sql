/*
title: What the accounts in use at the end of the quarter published, and for how many followers
judged: at period end
item: account
measures:
  - id: accounts-posting
    title: Accounts that published
    clause: PUR-2
    basis: Order
    standing: proposed
    statistic: share
    of: posting
    formula: >-
      Accounts with at least one post in the quarter, divided by all accounts in use on its last
      day. The others are dormant.
  - id: posts-per-week
    title: Posts a week and account
    clause: PUR-2
    statistic: ratio
    of: week_posts
    per: days
    unit-word: posts
    formula: >-
      Posts of the quarter times seven, divided by the days of the quarter, for each account in use
      on its last day, dormant ones included.
  - id: engagement-by-followers
    title: Engagement by followers
    clause: PUR-2
    statistic: ratio
    of: engagements_twice
    per: followers_twice
    unit: percent
    formula: >-
      Reactions, comments, shares and clicks of all posts of the quarter, divided by the mean of
      the followers before it and at its end. Accounts without either count are left out of both.
  - id: amplification
    title: Shares by followers
    clause: PUR-2
    statistic: ratio
    of: shares_twice
    per: followers_twice
    unit: percent
    formula: >-
      Shares of all posts of the quarter, divided by the mean of the followers before it and at its
      end. Accounts without either count are left out of both.
  - id: applause
    title: Reactions by followers
    clause: PUR-2
    statistic: ratio
    of: reactions_twice
    per: followers_twice
    unit: percent
    formula: >-
      Reactions to all posts of the quarter, divided by the mean of the followers before it and at
      its end. Accounts without either count are left out of both.
  - id: audience-growth
    title: Growth of the followers
    clause: PUR-2
    statistic: ratio
    of: gained
    per: followers_before
    unit: percent
    formula: >-
      Followers gained in the quarter, divided by those before it. Accounts created in the quarter,
      and those without a count at either end, are left out of both.
*/
WITH quarter AS MATERIALIZED (
    SELECT period, starts_on AS first_day, day_add(ends_before, -1) AS last_day FROM period
),
published AS MATERIALIZED (
    SELECT account, period, count(*) AS posts, sum(reactions) AS reactions, sum(shares) AS shares,
           -- NULL where no post has any of the four.
           sum(iif(coalesce(reactions, comments, shares, clicks) IS NULL, NULL,
                   coalesce(reactions, 0) + coalesce(comments, 0) + coalesce(shares, 0)
                       + coalesce(clicks, 0))) AS engagements
    FROM (SELECT post.account, period_of(known(post.published_at)) AS period, post.reactions,
                 post.comments, post.shares, post.clicks
          FROM post
          LIMIT -1 OFFSET 0) -- all; but a query with an offset stays apart: each time is read once
    WHERE period IN (SELECT quarter.period FROM quarter)
    GROUP BY account, period
),
sample AS MATERIALIZED (
    SELECT audience.account, audience.sampled_on, max(audience.followers) AS followers
    FROM audience WHERE audience.followers IS NOT NULL
    GROUP BY audience.account, audience.sampled_on
),
before AS MATERIALIZED (
    -- Beside max() a column is that of the row with the greatest day.
    SELECT sample.account, quarter.period, sample.followers, max(sample.sampled_on)
    FROM quarter JOIN sample
      ON sample.sampled_on >= day_add(quarter.first_day, -92)
     AND sample.sampled_on < quarter.first_day
    GROUP BY sample.account, quarter.period
),
during AS MATERIALIZED (
    SELECT sample.account, quarter.period, sample.followers, max(sample.sampled_on)
    FROM quarter JOIN sample
      ON sample.sampled_on BETWEEN quarter.first_day AND quarter.last_day
    GROUP BY sample.account, quarter.period
),
active AS MATERIALIZED (
    SELECT account.account, quarter.period, account.handle, account.platform,
           days_between(quarter.first_day, quarter.last_day) + 1 AS days,
           account.created_on IS NULL OR account.created_on < quarter.first_day AS older,
           coalesce(published.posts, 0) AS posts, published.reactions, published.shares,
           published.engagements, before.followers AS followers_before,
           during.followers AS followers_after
    FROM account JOIN quarter
      ON (account.created_on IS NULL OR account.created_on <= quarter.last_day)
     AND (account.closed_on IS NULL OR account.closed_on > quarter.last_day)
    LEFT JOIN published
      ON published.account = account.account AND published.period = quarter.period
    LEFT JOIN before ON before.account = account.account AND before.period = quarter.period
    LEFT JOIN during ON during.account = account.account AND during.period = quarter.period
)
-- Twice the mean of two whole numbers is a whole number, and so what is divided by it is doubled.
SELECT account, period, account AS item, handle || ' on ' || platform AS label,
       posts > 0 AS posting, 7 * posts AS week_posts, days,
       2 * engagements AS engagements_twice, 2 * shares AS shares_twice,
       2 * reactions AS reactions_twice,
       nullif(followers_before + followers_after, 0) AS followers_twice,
       iif(older, followers_after - followers_before, NULL) AS gained,
       iif(followers_before > 0, followers_before, NULL) AS followers_before
FROM active
